"""The judge: what must hold in a folder after any fault.

The vault opens; SQLCipher and SQLite find every page sound; the audit chain is whole and every
signed note verifies; what was there before is there; the operation was done wholly or not at all,
wholly if it was acknowledged; done again it succeeds; nowhere a word in clear; no half-made file
counts as a result. The pages are also read by a plain SQLCipher connection that is not tcdesk's.
"""

import json
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from sqlcipher3 import dbapi2
from tests.conftest import PASSPHRASE
from tests.faults.operations import Operation
from tests.faults.world import (
    BACKED,
    CLEAR_TEXTS,
    LOGIN,
    OFFICE,
    SIGNED_TEXT,
    STICK,
    UNIT,
    BrokenError,
    Known,
    Scene,
    lay_out,
)

from tcdesk.crypto.digests import sha256_hasher
from tcdesk.domain.errors import PersonCanMendError, TcdeskError
from tcdesk.services.checks import check_vault
from tcdesk.services.imports import Imports
from tcdesk.services.notes import Notes
from tcdesk.vault.key_errors import WrongPassphraseError
from tcdesk.vault.keys import unlock
from tcdesk.workstation.intake import DiskIntake


def judge(
    folder: Path, operation: Operation, known: Known, ground: Path, *, acknowledged: bool
) -> None:
    """Look at a folder after a fault; it is used up by that.

    Raises:
        BrokenError: A promise was not kept.
    """
    no_clear_text(folder)
    scene = Scene(folder, known)
    scene.clock.pass_by(timedelta(hours=1))
    try:
        with operation.program():
            _judge(scene, operation, acknowledged=acknowledged)
    except TcdeskError as error:
        raise BrokenError(f"the judge was told {error}") from error
    finally:
        scene.abandon()
    pages_sound(folder, *operation.passphrases)
    no_clear_text(folder)
    if operation.template == UNIT:
        _bundles_whole(folder / STICK, ground / OFFICE, known)


def _judge(scene: Scene, operation: Operation, *, acknowledged: bool) -> None:
    made = False
    if not operation.empty or scene.access.vaults.exists(scene.folder):
        _enter(scene, operation)
        sound(scene, operation)
        made = operation.made(scene)
    if acknowledged and not made:
        raise BrokenError("it was acknowledged and is lost")
    if not made:
        scene.clock.pass_by(timedelta(minutes=1))
        if not operation.sitting:
            scene.close()
        try:
            operation.act(scene)
        except TcdeskError as error:
            raise BrokenError(f"done again it said {error}") from error
        if scene.seat is None:
            _enter(scene, operation)
        if not operation.made(scene):
            raise BrokenError("done again it is not there")
        sound(scene, operation)
    _backups_whole(scene)
    scene.close()


def _enter(scene: Scene, operation: Operation) -> None:
    """Sit down with whichever passphrase is in force; the operation says which ones may be."""
    *others, last = operation.passphrases
    for passphrase in others:
        try:
            scene.open(passphrase)
        except WrongPassphraseError:
            scene.clock.pass_by(timedelta(minutes=1))
        else:
            return
    scene.open(last)


def sound(scene: Scene, operation: Operation) -> None:
    """Ask the product's own full check, and read what was signed before the fault.

    Raises:
        BrokenError: The check finds something, or the signed note is not there.
    """
    findings = check_vault(scene.desk, lambda _part: None)
    if not findings.sound:
        raise BrokenError(f"the full check found {findings}")
    if not operation.empty and operation.template in (UNIT, BACKED):
        views = Notes(scene.desk).of_session(scene.known.held)
        (view,) = (one for one in views if one.note.id == scene.known.signed)
        if not view.genuine or view.fields["text"] != SIGNED_TEXT:
            raise BrokenError("a note signed before the fault is gone")


def no_clear_text(folder: Path) -> None:
    """Look into every file for words that must only be there encrypted.

    Raises:
        BrokenError: A file holds one.
    """
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            for text in CLEAR_TEXTS:
                if text in content:
                    raise BrokenError(f"words in clear in {path.name}")


def pages_sound(folder: Path, *passphrases: str) -> None:
    """Read all pages of the closed database as any SQLCipher program would.

    Raises:
        BrokenError: A check of SQLCipher or SQLite finds something.
    """
    for passphrase in passphrases:
        try:
            unlocked = unlock(folder, LOGIN, passphrase)
        except PersonCanMendError:
            continue
        if found := page_faults(unlocked.database, unlocked.dek.key.reveal().hex()):
            raise BrokenError(f"pages: {found[:3]}")


def page_faults(database: Path, key: str) -> list[object]:
    """List what SQLCipher and SQLite find wrong in a database."""
    connection = dbapi2.connect(f"{database.as_uri()}?mode=ro", uri=True)
    try:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        found = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        told = connection.execute("PRAGMA integrity_check").fetchall()
        return [*found, *(row for row in told if row != ("ok",))]
    except (dbapi2.Error, MemoryError) as error:
        return [error]
    finally:
        connection.close()


def _backups_whole(scene: Scene) -> None:
    """Open each backup that is offered as a vault of its own; half-made ones do not pile up."""
    backups = scene.desk.vault.backups()
    for made in backups:
        open_backup(made.path, scene.folder / "opened", scene.known)
    folder = scene.folder / "backups"
    left = {path.name for path in folder.iterdir()} if backups else set()
    offered = {made.path.with_suffix(end).name for made in backups for end in (".db", ".json")}
    if left != offered:
        raise BrokenError(f"left lying beside the backups: {sorted(left - offered)}")


def _bundles_whole(stick: Path, office: Path, known: Known) -> None:
    """Let an office take in every bundle on a stick, in order of their numbers.

    Raises:
        BrokenError: It refuses one that has a bundle's name.
    """
    bundles = sorted(stick.glob("*.tcb")) if stick.is_dir() else []
    if not bundles:
        return
    with tempfile.TemporaryDirectory(dir=stick.parent) as folder:
        lay_out(office, Path(folder))
        scene = Scene(Path(folder), known)
        scene.clock.pass_by(timedelta(days=1))
        try:
            scene.open()
            imports = Imports(scene.desk, DiskIntake(sha256_hasher))
            for bundle in bundles:
                imports.take(imports.look(bundle))
        except TcdeskError as error:
            raise BrokenError(f"the office refuses a bundle: {error}") from error
        finally:
            scene.abandon()


def open_backup(copy: Path, folder: Path, known: Known) -> None:
    """Put a backup back by hand into a new folder, and check it fully there.

    Raises:
        BrokenError: It does not open, or the check finds something.
    """
    folder.mkdir()
    told = json.loads(copy.with_suffix(".json").read_text())
    (folder / "vault.json").write_text(told["key_file"])
    shutil.copyfile(copy, folder / json.loads(told["key_file"])["db_file"])
    scene = Scene(folder, known)
    try:
        scene.open(PASSPHRASE)
        findings = check_vault(scene.desk, lambda _part: None)
        scene.close()
    finally:
        scene.abandon()
        shutil.rmtree(folder)
    if not findings.sound:
        raise BrokenError("a backup that is offered is not sound")
