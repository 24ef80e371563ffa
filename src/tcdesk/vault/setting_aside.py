"""The present vault's files, kept as they lie when they cannot be read (FORMAT.md "Restore")."""

import re
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tcdesk.domain.errors import WorldFailedError
from tcdesk.services.ports import Files
from tcdesk.services.restorer import STAGING
from tcdesk.vault.checkpoint import NAME as CHECKPOINT
from tcdesk.vault.header import BACKUP_NAME, NAME
from tcdesk.vault.key_changes import QUARANTINE
from tcdesk.vault.opening import forget

DRILL = "drill"
_DATABASE = re.compile(r"tcdesk-([0-9]{6})\.db(-wal|-shm|-journal)?")


class NotSetAsideError(WorldFailedError):
    """The present files could not be copied aside; nothing was restored and nothing is changed."""

    code = "not-set-aside"


def set_aside(folder: Path, moment: str, files: Files) -> Path | None:
    """Copy the key file, every database and the checkpoint into a dated folder, byte by byte.

    Returns:
        The folder; None if there is nothing to keep.

    Raises:
        NotSetAsideError: The disk is full or failed; nothing is left behind.
    """
    names = (NAME, BACKUP_NAME, CHECKPOINT)
    stamp = moment.replace("-", "").replace(":", "")
    aside, number = folder / QUARANTINE / stamp, 2
    while aside.exists():
        aside, number = aside.with_name(f"{stamp}-{number}"), number + 1
    try:
        lying = [
            path
            for path in sorted(folder.iterdir())
            if path.is_file()
            and (path.name in names or _DATABASE.fullmatch(path.name))
            and not path.name.endswith("-shm")  # only an index of the log; SQLite makes it anew
        ]
        if not lying:
            return None
        aside.mkdir(mode=0o700, parents=True)
        for path in lying:
            shutil.copyfile(path, aside / path.name)
            files.sync_file(aside / path.name)
    except OSError as failure:
        shutil.rmtree(aside, ignore_errors=True)
        raise NotSetAsideError from failure
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    return aside


def sweep(folder: Path) -> None:
    """Delete what a restore or a drill has left behind; nothing of it is needed again."""
    for name in (STAGING, DRILL):
        with suppress(OSError):
            for path in list((folder / name).iterdir()):
                forget(path)
            (folder / name).rmdir()


def numbers(folder: Path) -> Sequence[int]:
    """Give the numbers of all databases that lie in a folder."""
    found = (_DATABASE.fullmatch(path.name) for path in folder.iterdir())
    return [int(one[1]) for one in found if one]
