"""Rotation: old keys open nothing, nothing is lost, and it may die at any moment."""

import resource
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.vault.conftest import (
    ANNA,
    BOR,
    ROWS,
    Vault,
    account,
    contents,
    paper_slot,
    rows,
)
from tests.vault.test_key_changes import FailingFiles, FullDiskError

from tcdesk.crypto.digests import sha256
from tcdesk.crypto.sealing import Identity
from tcdesk.vault.connection import Connection, open_connection, pragma
from tcdesk.vault.key_changes import add_password_slot
from tcdesk.vault.key_errors import (
    DatabaseDamagedError,
    DatabaseMissingError,
    KeysStaleError,
    LastPasswordSlotError,
    PaperKeyForeignError,
    RotationFailedError,
    RotationSpaceError,
    WrongPassphraseError,
)
from tcdesk.vault.keys import Unlocked, unlock_with_paper
from tcdesk.vault.opening import check_fully
from tcdesk.vault.rotation import Rotation, RotationStep, rotate
from tcdesk.vault.slots import PasswordSlot, Slot
from tcdesk.vault.tables import SCHEMA_VERSION

SCRIPT = Path(__file__).parent / "rotate_and_die.py"


@dataclass
class Turn:
    """A rotation on a vault, and what it told on the way."""

    vault: Vault
    unlocked: Unlocked
    connection: Connection
    steps: list[RotationStep] = field(default_factory=list)

    def plan(self, slots: tuple[Slot, ...], **more) -> Rotation:
        return Rotation(
            slots=slots,
            progress=more.pop("progress", self.steps.append),
            release=more.pop("release", self.connection.close),
            **more,
        )

    def run(self, slots: tuple[Slot, ...] | None = None, *, files=None, **more) -> Unlocked:
        return rotate(
            self.unlocked,
            files or self.vault.files,
            self.connection,
            self.plan(self.unlocked.header.slots if slots is None else slots, **more),
        )


@pytest.fixture
def turn(vault: Vault):
    unlocked = vault.unlock()
    connection = vault.open(unlocked)
    yield Turn(vault, unlocked, connection)
    connection.close()


def without(unlocked: Unlocked, login: str) -> tuple[Slot, ...]:
    return tuple(
        slot
        for slot in unlocked.header.slots
        if not (isinstance(slot, PasswordSlot) and slot.login == login)
    )


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_rotation_keeps_everything_under_a_new_key_in_a_new_file(turn: Turn):
    old = turn.unlocked
    salt = old.database.read_bytes()[:16]
    new = turn.run()
    assert turn.steps == [
        RotationStep.COPY,
        RotationStep.VERIFY,
        RotationStep.FLUSH,
        RotationStep.COMMIT,
    ]
    assert names(turn.vault.folder) == ["tcdesk-000002.db", "vault.json", "vault.json.bak"]
    assert new.dek.number == 2
    assert not new.dek.key.matches(old.dek.key)
    assert new.dek.pin.matches(old.dek.pin)
    assert new.header.generation == old.header.generation + 1
    assert new.database.read_bytes()[:16] != salt
    assert new.database.stat().st_mode & 0o077 == 0
    connection = turn.vault.open(new)
    assert rows(connection) == ROWS
    assert pragma(connection, "user_version") == SCHEMA_VERSION
    found = connection.execute("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'")
    assert found.fetchone() != (0,)
    connection.close()
    check_fully(new.database, new.dek.key)
    for login, passphrase in (("anna", ANNA), ("bor", BOR)):
        assert turn.vault.unlock(login, passphrase).header == new.header


def test_a_removed_account_opens_nothing_with_new_or_old_key_file(turn: Turn):
    vault, old_header = turn.vault, turn.vault.header.read_bytes()
    backup = turn.vault.folder.parent / "backup.db"
    shutil.copy(turn.unlocked.database, backup)
    new = turn.run(without(turn.unlocked, "bor"))
    with pytest.raises(WrongPassphraseError):
        vault.unlock("bor", BOR)
    with pytest.raises(DatabaseDamagedError):
        open_connection(new.database, turn.unlocked.dek.key)
    good = vault.header.read_bytes()
    vault.write_header(old_header)
    with pytest.raises(DatabaseMissingError):
        vault.open(vault.unlock("bor", BOR))
    # renaming the new database to the old name does not help either
    shutil.copy(new.database, turn.unlocked.database)
    with pytest.raises(DatabaseDamagedError):
        vault.open(vault.unlock("bor", BOR))
    vault.write_header(good)
    # an old backup put back beside the vault is swept away by the next unlock
    shutil.copy(backup, turn.unlocked.database)
    connection = vault.open()
    assert rows(connection) == ROWS
    connection.close()
    assert not turn.unlocked.database.exists()


def test_a_lost_paper_key_is_replaced(turn: Turn):
    paper = Identity.generate()
    slots = [slot for slot in turn.unlocked.header.slots if isinstance(slot, PasswordSlot)]
    turn.run((*slots, paper_slot(paper, "paper-2")))
    with pytest.raises(PaperKeyForeignError):
        unlock_with_paper(turn.vault.folder, turn.vault.paper.text.reveal().decode())
    assert unlock_with_paper(turn.vault.folder, paper.text.reveal().decode()).dek.number == 2


def test_the_account_that_takes_itself_out_is_no_longer_in(turn: Turn):
    new = turn.run(without(turn.unlocked, "anna"))
    assert new.account is None
    assert new.slot is None
    with pytest.raises(WrongPassphraseError):
        turn.vault.unlock()


def test_what_is_left_out_is_in_no_file_and_the_live_one_was_not_touched(turn: Turn):
    live = []

    def omit(copy: Connection) -> None:
        copy.execute("DELETE FROM meta WHERE name LIKE 'row-%'")
        live.append(rows(turn.connection))

    new = turn.run(amend=omit)
    assert live == [ROWS]
    assert RotationStep.AMEND in turn.steps
    connection = turn.vault.open(new)
    assert rows(connection) == 0
    connection.close()
    assert names(turn.vault.folder) == ["tcdesk-000002.db", "vault.json", "vault.json.bak"]


def test_an_omission_that_breaks_references_is_found_and_undone(turn: Turn):
    before = contents(turn.vault.folder)

    def omit(copy: Connection) -> None:
        copy.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT")
        copy.execute("CREATE TABLE child (p INTEGER REFERENCES parent (id)) STRICT")
        copy.execute("INSERT INTO child VALUES (7)")

    with pytest.raises(RotationFailedError):
        turn.run(amend=omit)
    assert names(turn.vault.folder) == sorted(before)
    assert turn.vault.header.read_bytes() == before["vault.json"]


def test_a_vault_nobody_could_log_in_to_is_refused(turn: Turn):
    papers = [slot for slot in turn.unlocked.header.slots if not isinstance(slot, PasswordSlot)]
    with pytest.raises(LastPasswordSlotError):
        turn.run(tuple(papers))
    assert turn.steps == []


def test_keys_that_changed_meanwhile_are_not_rotated_away(turn: Turn):
    add_password_slot(turn.unlocked, turn.vault.files, account("cilka", "jež v travi bere"))
    with pytest.raises(KeysStaleError):
        turn.run()


def test_a_disk_without_room_is_noticed_before_anything_is_written(turn: Turn, monkeypatch):
    before = names(turn.vault.folder)

    class Usage:
        free = 1 << 20

    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: Usage)
    with pytest.raises(RotationSpaceError):
        turn.run()
    assert names(turn.vault.folder) == before
    assert turn.vault.unlock().header == turn.unlocked.header


@pytest.mark.skipif(sys.platform == "win32", reason="limits files by RLIMIT_FSIZE")
@pytest.mark.parametrize("folded", [True, False])
def test_a_copy_that_does_not_fit_is_removed_and_the_vault_goes_on(turn: Turn, *, folded: bool):
    if not folded:  # then folding the log into the database is what does not fit
        for number in range(60):  # new pages, behind what fits
            turn.connection.execute(
                "INSERT INTO meta VALUES (?, hex(randomblob(2000)))", (f"more-{number}",)
            )
    before = sha256(turn.unlocked.database.read_bytes())
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40 * 4096, hard))
    try:
        with pytest.raises(RotationFailedError):
            turn.run()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert not (turn.vault.folder / "tcdesk-000002.db").exists()
    if folded:  # else what fitted of the log is in the database, and all of it still in the log
        assert sha256(turn.unlocked.database.read_bytes()) == before
    assert (RotationStep.COPY in turn.steps) is folded
    assert rows(turn.connection) == ROWS
    assert turn.run().dek.number == 2  # the second try succeeds


class CancelledError(Exception):
    """What a person who cancels raises through the progress."""


@pytest.mark.parametrize("at", list(RotationStep))
def test_a_rotation_can_be_cancelled_until_the_commit_point(turn: Turn, at: RotationStep):
    def progress(step: RotationStep) -> None:
        if step == at:
            raise CancelledError

    with pytest.raises(CancelledError):
        turn.run(progress=progress, amend=lambda _copy: None)
    assert not (turn.vault.folder / "tcdesk-000002.db").exists()
    assert rows(turn.connection) == ROWS
    turn.connection.close()
    assert turn.vault.unlock().header == turn.unlocked.header


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("call", [1, 2, 3])
def test_a_disk_that_fails_leaves_the_old_or_the_new_vault_whole(
    turn: Turn, call: int, *, after: bool
):
    try:
        turn.run(without(turn.unlocked, "bor"), files=FailingFiles(call, after=after))
    except FullDiskError:
        assert call < 3  # the copy of the key file comes after the commit point
    turn.connection.close()
    vault = turn.vault
    new = vault.unlock().dek.number == 2
    assert new is ((call, after) in {(2, True), (3, False), (3, True)})
    connection = vault.open()
    assert rows(connection) == ROWS
    connection.close()
    number = 2 if new else 1
    assert names(vault.folder) == [f"tcdesk-00000{number}.db", "vault.json", "vault.json.bak"]
    assert vault.backup.read_bytes() == vault.header.read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("moment", "new"),
    [
        ("copy", False),
        ("amend", False),
        ("verify", False),
        ("flush", False),
        ("before sync", False),
        ("after sync", False),
        ("commit", False),
        ("before vault.json", False),
        ("inside vault.json", False),
        ("after vault.json", True),
        ("before vault.json.bak", True),
        ("inside vault.json.bak", True),
        ("after vault.json.bak", True),
        ("before release", True),
        ("after release", True),
        ("never", True),
    ],
)
def test_a_process_killed_at_any_moment_leaves_the_old_or_the_new_vault(
    vault: Vault, moment: str, *, new: bool
):
    died = subprocess.run(
        [sys.executable, SCRIPT, vault.folder, "bor", moment],
        input=ANNA.encode() + b"\n",
        capture_output=True,
        check=False,
    )
    assert died.returncode == (0 if moment == "never" else 9), died.stderr
    anna = vault.unlock()
    assert anna.dek.number == (2 if new else 1)
    connection = vault.open(anna)
    assert rows(connection) == ROWS - new
    if new:
        with pytest.raises(WrongPassphraseError):
            vault.unlock("bor", BOR)
    else:
        vault.unlock("bor", BOR)
    # whatever was left lying, the next rotation succeeds and tidies up
    turn = Turn(vault, anna, connection)
    again = turn.run()
    connection = vault.open(again)
    assert rows(connection) == ROWS - new
    connection.close()
    left = [name for name in names(vault.folder) if not name.endswith(".tmp")]
    assert left == [again.header.db_file, "vault.json", "vault.json.bak"]
    check_fully(again.database, again.dek.key)
