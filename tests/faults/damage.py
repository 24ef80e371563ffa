"""Flipped bits and cut files: refused in words, healed from the copy, or found by the check.

What may never happen: an error that is none of ours, a change to a vault that was refused, a
different content that nobody notices.
"""

import hashlib
import json
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

from tests.conftest import PASSPHRASE
from tests.faults.judge import page_faults
from tests.faults.runs import Cell, Ground, count
from tests.faults.world import OLD_TEXT, SIGNED_TEXT, UNIT, BrokenError, Scene, lay_out

from tcdesk.domain.errors import TcdeskError
from tcdesk.services.backups import Backups
from tcdesk.services.checks import check_vault
from tcdesk.services.notes import Notes
from tcdesk.vault.keys import unlock

KINDS = ("bit flipped", "cut")
VICTIMS = ("database", "key file", "key file and copy", "backup", "backup's description")
_NOT_COMPARED = {"vault.lock", "attempts.log"}


def spoilt(ground: Ground, victim: str, kind: str, size: int) -> Cell:
    """Spoil one file of a vault in many ways."""
    template = ground.scratch / "backed-up"
    if not template.exists():
        _with_backup(ground, template)
    cell = Cell(victim, kind, size)
    for number in range(size):
        random = Random(f"{victim} {kind} {number}")
        folder = ground.scratch / "spoilt"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        lay_out(template, folder)
        spoil = partial(_flip, random) if kind == "bit flipped" else partial(_cut, random, number)
        count(cell, str(number), partial(_run, ground, folder, victim, spoil))
    return cell


def _with_backup(ground: Ground, template: Path) -> None:
    template.mkdir()
    lay_out(ground.template / UNIT, template)
    scene = Scene(template, ground.known)
    scene.open()
    Backups(scene.desk).make(lambda _part: None)
    scene.close()


def _run(ground: Ground, folder: Path, victim: str, spoil: Callable[[bytes], bytes]) -> None:
    backup = next((folder / "backups").glob("*.db"))
    spoilt = {
        "database": ["tcdesk-000001.db"],
        "key file": ["vault.json"],
        "key file and copy": ["vault.json", "vault.json.bak"],
        "backup": [f"backups/{backup.name}"],
        "backup's description": [f"backups/{backup.stem}.json"],
    }[victim]
    content = spoil((folder / spoilt[0]).read_bytes())
    for name in spoilt:
        (folder / name).write_bytes(content)
    if victim == "backup":
        _judge_backup(ground, folder, backup)
    else:
        _judge(ground, folder)
        if victim == "key file" and not (folder / "vault.json").read_bytes().endswith(b"}\n"):
            raise BrokenError("the spoilt key file was not mended from its copy")


def _judge(ground: Ground, folder: Path) -> None:
    """Open, read, check, close."""
    before = _prints(folder)
    scene = Scene(folder, ground.known)
    try:
        scene.open()
    except TcdeskError as error:
        ground.told_in_words(error.code)
        if _prints(folder) != before:
            raise BrokenError(f"refused ({error.code}), but the folder was changed") from None
        return
    try:
        sound = _read(ground, scene)
        scene.desk.vault.backups()
        scene.close()
    except TcdeskError as error:
        ground.told_in_words(error.code)
        return
    finally:
        scene.abandon()
    unlocked = unlock(folder, "novak", PASSPHRASE)
    truth = not page_faults(unlocked.database, unlocked.dek.key.reveal().hex())
    if sound and not truth:
        raise BrokenError("the check calls a spoilt vault sound")


def _read(ground: Ground, scene: Scene) -> bool:
    """Read the notes, and say what the full check says; both may refuse."""
    views = Notes(scene.desk).of_session(ground.known.held)
    if sorted(view.fields["text"] for view in views) != sorted((OLD_TEXT, SIGNED_TEXT)):
        raise BrokenError("other notes are read than were written")
    return check_vault(scene.desk, lambda _part: None).sound


def _judge_backup(ground: Ground, folder: Path, backup: Path) -> None:
    """The vault beside it is sound; put back by hand, the backup is refused or found unsound."""
    _judge(ground, folder)
    restored = folder / "restored"
    restored.mkdir()
    told = json.loads(backup.with_suffix(".json").read_text())
    (restored / "vault.json").write_text(told["key_file"])
    shutil.copyfile(backup, restored / "tcdesk-000001.db")
    scene = Scene(restored, ground.known)
    try:
        scene.open()
        if _read(ground, scene):
            raise BrokenError("a spoilt backup passes the full check")
    except TcdeskError as error:
        ground.told_in_words(error.code)
    finally:
        scene.abandon()


def _prints(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in _NOT_COMPARED
    }


def _flip(random: Random, content: bytes) -> bytes:
    place = random.randrange(len(content))
    flipped = bytearray(content)
    flipped[place] ^= 1 << random.randrange(8)
    return bytes(flipped)


def _cut(random: Random, number: int, content: bytes) -> bytes:
    """Cut at nothing, one byte, a page, one byte less, then anywhere."""
    lengths = (0, 1, 4096, len(content) - 1)
    length = lengths[number] if number < len(lengths) else random.randrange(len(content))
    return content[:length]
