"""How the command line logs in: whose account, where the passphrase is read, the open vault.

Secrets are never arguments: a passphrase is read from the file descriptor of ``--passphrase-fd``,
from standard input with ``--passphrase-stdin``, or asked for at a prompt.
"""

import argparse
import contextlib
import getpass
import os
import sys
from collections.abc import Generator
from pathlib import Path

from tcdesk.services.desk import Desk
from tcdesk.services.workplace import Workplace

LONGEST_PASSPHRASE = 4096


def take_login(parser: argparse.ArgumentParser) -> None:
    """Let a command say whose account it takes and where its passphrase comes from."""
    parser.add_argument("--login", default="", help="without it the vault's first account")
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--passphrase-fd", type=int, metavar="N", help="read it from this descriptor"
    )
    source.add_argument(
        "--passphrase-stdin", action="store_true", help="read it from standard input"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def passphrase(options: argparse.Namespace, place: Workplace) -> str:
    """Read the passphrase."""
    if options.passphrase_fd is not None:
        with os.fdopen(options.passphrase_fd, encoding="utf-8", closefd=False) as source:
            return source.readline(LONGEST_PASSPHRASE).rstrip("\r\n")
    if options.passphrase_stdin:
        return sys.stdin.readline(LONGEST_PASSPHRASE).rstrip("\r\n")
    return getpass.getpass(f"{place.words('cli-passphrase', login=options.login)}: ")


@contextlib.contextmanager
def unlocked(folder: Path, options: argparse.Namespace, place: Workplace) -> Generator[Desk]:
    """Open a vault; it is locked again at the end."""
    options.login = options.login or place.access.vaults.logins(folder)[0]
    desk = place.access.unlock(folder, options.login, passphrase(options, place))
    try:
        yield desk
    finally:
        place.access.lock(desk)
