"""Rotate a vault's keys and die at a named moment: for the tests of rotation.

Arguments: folder, login to remove, moment. The passphrase of ``anna`` comes on standard input.
"""

import os
import sys
from pathlib import Path

from tcdesk.vault.connection import Connection
from tcdesk.vault.keys import unlock
from tcdesk.vault.opening import open_vault
from tcdesk.vault.rotation import Rotation, RotationStep, rotate
from tcdesk.vault.tables import SCHEMA_VERSION
from tcdesk.workstation.files import DiskFiles

folder, removed, moment = Path(sys.argv[1]), sys.argv[2], sys.argv[3]


def die_at(here: str) -> None:
    if here == moment:
        os._exit(9)


class DyingFiles:
    """Real files that die around their work."""

    def __init__(self) -> None:
        self._real = DiskFiles()

    def write_atomic(self, path: Path, content: bytes) -> None:
        die_at(f"before {path.name}")
        if moment == f"inside {path.name}":
            path.with_name(path.name + ".tmp").write_bytes(content[:100])
            os._exit(9)
        self._real.write_atomic(path, content)
        die_at(f"after {path.name}")

    def sync_file(self, path: Path) -> None:
        die_at("before sync")
        self._real.sync_file(path)
        die_at("after sync")


def progress(step: RotationStep) -> None:
    die_at(step.value)


def omit(connection: Connection) -> None:
    connection.execute("DELETE FROM meta WHERE name = 'row-0'")


passphrase = sys.stdin.buffer.readline().decode().rstrip("\n")
unlocked = unlock(folder, "anna", passphrase)
connection = open_vault(unlocked, DiskFiles(), newest_schema=SCHEMA_VERSION)


def release() -> None:
    die_at("before release")
    connection.close()
    die_at("after release")


kept = [slot for slot in unlocked.header.slots if getattr(slot, "login", "") != removed]
rotate(
    unlocked,
    DyingFiles(),
    connection,
    Rotation(slots=tuple(kept), progress=progress, release=release, amend=omit),
)
