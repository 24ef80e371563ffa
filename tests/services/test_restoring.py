"""Restoring a backup: who gets in, what is lost and kept, what the office is told."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.conftest import PASSPHRASE, PASSPHRASES, SetClock, setup
from tests.services.exchange_world import Pair, join

from tcdesk.bundle.chain import Accept, NewEpoch
from tcdesk.bundle.errors import BundleRefusedError, Refusal
from tcdesk.crypto.digests import sha256_hasher
from tcdesk.crypto.sealing import Identity
from tcdesk.domain.errors import NotAllowedError, RuleBrokenError, TcdeskError
from tcdesk.domain.staff import Account, Role
from tcdesk.services.access import Access, Installation, NewAccount
from tcdesk.services.accounts import Accounts
from tcdesk.services.backup_made import BackupMade, BackupState, Why
from tcdesk.services.backups import DRILLED_AT, Backups
from tcdesk.services.checks import check_vault
from tcdesk.services.desk import Desk
from tcdesk.services.own_party import believed_roster
from tcdesk.services.replies import Replies
from tcdesk.services.restore_states import Agreed, AskWho, Proved, Restored
from tcdesk.services.restorer import AccountNotOfTodayError, BackupForeignError
from tcdesk.services.restoring import Restores, Restoring
from tcdesk.services.unit_settings import UnitSettings
from tcdesk.vault import backup_description
from tcdesk.vault.backup import BackupSpoiltError
from tcdesk.vault.key_errors import NewerVaultError, WrongPassphraseError
from tcdesk.workstation.intake import DiskIntake

OTHER = "kaluža gotovost slovnica ležati spona"
THIRD = "povsem drugačna pot čez hribe"
INTAKE = DiskIntake(sha256_hasher)


def quiet(_part: float) -> None:
    """Tell nobody how far it is."""


def minutes(desk: Desk) -> int:
    return UnitSettings(desk).lock_minutes()


def bor(role: Role = Role.THERAPIST) -> NewAccount:
    return NewAccount(login="bor", passphrase=OTHER, role=role, given_name="Bor", family_name="Kos")


def lines(desk: Desk, action: str) -> list[str]:
    with desk.vault.store.audit_lines(0) as told:
        return [entry for _seq, entry, _hash in told if f'"action":"{action}"' in entry]


@pytest.fixture
def unit(access: Access, tmp_path: Path) -> Iterator[Desk]:
    """A desk at a vault that the test may have closed, and even replaced, when it ends."""
    first = setup(Installation.UNIT, "DOB", Role.HEAD)
    desk = access.create(tmp_path / "vault", first, Identity.generate())
    yield desk
    with suppress(TcdeskError):
        desk.vault.close()


@pytest.fixture
def worked(unit: Desk, clock: SetClock) -> Desk:
    """A vault with a backup in which the lock waits 3 minutes; since then it waits 9."""
    UnitSettings(unit).set_lock_minutes(3)
    clock.pass_by(timedelta(hours=1))
    Backups(unit).make(quiet)
    clock.pass_by(timedelta(hours=1))
    UnitSettings(unit).set_lock_minutes(9)
    return unit


def proved(flow: Restoring, made: BackupMade | None = None) -> Proved:
    start = flow.begin()
    state = flow.choose(start, made or start.copies[0], quiet)
    assert isinstance(state, Proved)
    return state


def weighed(flow: Restoring, state: Proved) -> Agreed:
    return flow.agree(flow.weigh(state, quiet))


def restored(desk: Desk, passphrase: str = PASSPHRASE) -> Restored:
    flow = Restores(desk).begin(INTAKE)
    done = flow.restore(weighed(flow, proved(flow)), passphrase, quiet)
    flow.leave(done)
    return done


def at_log_in(access: Access, folder: Path, *, login: str, passphrase: str) -> Restored:
    """Restore the newest good backup from the log-in window."""
    flow = Restoring(
        restorer=access.vaults.restorer(folder),
        intake=INTAKE,
        clock=access.clock,
        ids=access.ids,
    )
    state: object = None
    try:
        start = flow.begin()
        asked = flow.choose(
            start, next(one for one in start.copies if one.state is BackupState.GOOD), quiet
        )
        assert isinstance(asked, AskWho)
        state = flow.prove(asked, login, passphrase, quiet)
        return flow.restore(weighed(flow, state), passphrase, quiet)
    finally:
        flow.restorer.release(None)
        flow.restorer.leave()


def test_a_restore_brings_the_backup_back_and_keeps_the_present(worked, access):
    folder = worked.vault.folder
    before = {path.name for path in folder.glob("*.db")}
    done = restored(worked)
    assert done.kept.backup is not None
    assert done.kept.backup.why is Why.RESTORE
    assert minutes(worked) == 3
    access.lock(worked)
    assert not before & {path.name for path in folder.glob("*.db")}
    desk = access.unlock(folder, "novak", PASSPHRASE)
    try:
        assert minutes(desk) == 3
        assert check_vault(desk, quiet).sound
        (line,) = lines(desk, "vault.restore")
        assert '"kept":"backup"' in line
        good = [one for one in desk.vault.backups() if one.state is BackupState.GOOD]
        assert len(good) == 2
        # and back again: the present was kept
        kept = next(one for one in good if one.why is Why.RESTORE)
        flow = Restores(desk).begin(INTAKE)
        seen = flow.weigh(proved(flow, kept), quiet)
        assert seen.difference is not None
        assert seen.difference.returning > 0
        flow.restore(flow.agree(seen), PASSPHRASE, quiet)
        assert minutes(desk) == 9
        assert check_vault(desk, quiet).sound
    finally:
        access.lock(desk)


def test_what_would_be_lost_is_counted_by_day_and_person(worked, clock):
    Accounts(worked, PASSPHRASES).add(bor())
    clock.pass_by(timedelta(days=1))
    Accounts(worked, PASSPHRASES).change_passphrase(PASSPHRASE, THIRD)
    flow = Restores(worked).begin(INTAKE)
    state = proved(flow)
    assert list(state.proven.logins) == ["novak"]
    assert list(state.proven.absent) == ["bor"]
    found = flow.weigh(state, quiet).difference
    assert found is not None
    assert found.totals == {"account.add": 1, "staff.add": 1}
    assert {(one.who, one.day) for one in found.lost} == {("M. Novak", "2026-11-24")}
    assert found.returning == 0
    with pytest.raises(WrongPassphraseError):
        flow.restore(weighed(flow, state), PASSPHRASE, quiet)
    assert minutes(worked) == 9
    flow.restore(weighed(flow, state), THIRD, quiet)  # passphrases stay those of today
    assert minutes(worked) == 3


def test_who_was_removed_since_stays_out_and_a_reset_passphrase_stays_reset(
    unit, access, clock, tmp_path
):
    accounts = Accounts(unit, PASSPHRASES)
    gone = accounts.add(bor())
    ana = accounts.add(replace(bor(), login="ana", given_name="Ana"))
    Backups(unit).make(quiet)
    carried = tmp_path / "carried"
    shutil.copytree(unit.vault.folder / "backups", carried)
    clock.pass_by(timedelta(hours=1))
    accounts.remove(gone.id, quiet)
    accounts.reset(ana.id, THIRD, quiet)
    accounts.renew_backups(quiet)
    flow = Restores(unit).begin(INTAKE)
    start = flow.look_in(carried)
    state = flow.choose(start, start.copies[0], quiet)
    assert isinstance(state, Proved)
    assert sorted(state.proven.logins) == ["ana", "novak"]
    assert list(state.proven.gone) == ["bor"]
    flow.restore(weighed(flow, state), PASSPHRASE, quiet)
    folder = unit.vault.folder
    access.lock(unit)
    with pytest.raises(WrongPassphraseError):
        access.unlock(folder, "bor", OTHER)
    clock.pass_by(timedelta(minutes=1))
    with pytest.raises(WrongPassphraseError):
        access.unlock(folder, "ana", OTHER)
    clock.pass_by(timedelta(minutes=1))
    desk = access.unlock(folder, "ana", THIRD)
    with desk.vault.store.reading() as facts:
        ended = {one.login: one.to_date for one in facts.find(Account)}
    assert ended["bor"] is not None
    assert ended["ana"] is None
    assert check_vault(desk, quiet).sound
    access.lock(desk)


def test_an_account_that_came_later_needs_one_of_the_backups_day(worked, access, clock):
    added = Accounts(worked, PASSPHRASES).add(bor(Role.ADMINISTRATOR))
    assert added.role is Role.ADMINISTRATOR
    folder = worked.vault.folder
    access.lock(worked)
    desk = access.unlock(folder, "bor", OTHER)
    flow = Restores(desk).begin(INTAKE)
    start = flow.begin()
    asked = flow.choose(start, start.copies[-1], quiet)
    assert isinstance(asked, AskWho)
    assert asked.made.logins == ("novak",)
    with pytest.raises(WrongPassphraseError):
        flow.prove(asked, "novak", OTHER, quiet)
    state = flow.prove(asked, "novak", PASSPHRASE, quiet)
    done = flow.restore(weighed(flow, state), OTHER, quiet)
    assert done.login == "novak"
    access.lock(desk)
    again = access.unlock(folder, "novak", PASSPHRASE)
    assert check_vault(again, quiet).sound  # nobody unknown has signed its head
    access.lock(again)


@pytest.mark.parametrize("damage", ["spoilt page", "missing", "older", "key files"])
def test_from_the_log_in_window_a_vault_that_does_not_open_is_restored(
    worked, access, clock, tmp_path, damage
):
    folder = worked.vault.folder
    older = tmp_path / "older.db"
    access.lock(worked)
    database = next(folder.glob("tcdesk-*.db"))
    shutil.copy(database, older)
    access.lock(access.unlock(folder, "novak", PASSPHRASE))
    match damage:
        case "spoilt page":
            content = bytearray(database.read_bytes())
            content[20] ^= 0xFF
            database.write_bytes(content)
        case "missing":
            database.unlink()
        case "older":
            shutil.copy(older, database)
        case _:
            for name in ("vault.json", "vault.json.bak"):
                (folder / name).write_bytes(b"{}\n")
    lying = {path.name: path.read_bytes() for path in folder.glob("tcdesk-*.db")}
    with pytest.raises(TcdeskError):
        access.unlock(folder, "novak", PASSPHRASE)
    done = at_log_in(access, folder, login="novak", passphrase=PASSPHRASE)
    assert done.kept.aside is not None
    assert done.kept.aside.parent == folder / "quarantine"
    for name, content in lying.items():
        assert (done.kept.aside / name).read_bytes() == content
    desk = access.unlock(folder, "novak", PASSPHRASE)
    assert minutes(desk) == 3
    assert check_vault(desk, quiet).sound
    (line,) = lines(desk, "vault.restore")
    assert '"kept":"aside"' in line
    access.lock(desk)


def test_a_copy_from_a_stick_makes_a_vault_on_a_new_computer(worked, access, tmp_path):
    stick = tmp_path / "stick" / "tcdesk-backups"
    shutil.copytree(worked.vault.folder / "backups", stick)
    folder = tmp_path / "new"
    flow = Restoring(
        restorer=access.vaults.restorer(folder), intake=INTAKE, clock=access.clock, ids=access.ids
    )
    start = flow.look_in(tmp_path / "stick")
    asked = flow.choose(start, start.copies[0], quiet)
    assert isinstance(asked, AskWho)
    state = flow.prove(asked, "novak", PASSPHRASE, quiet)
    seen = flow.weigh(state, quiet)
    assert (seen.difference, seen.lines) == (None, None)
    done = flow.restore(flow.agree(seen), PASSPHRASE, quiet)
    flow.leave(done)
    assert (done.kept.aside, done.kept.backup) == (None, None)
    desk = access.unlock(folder, "novak", PASSPHRASE)
    assert minutes(desk) == 3
    assert not (folder / "restoring").exists()
    access.lock(desk)


def test_a_removed_person_cannot_put_an_old_day_back_at_the_log_in_window(
    unit, access, clock, tmp_path
):
    accounts = Accounts(unit, PASSPHRASES)
    gone = accounts.add(bor(Role.ADMINISTRATOR))
    Backups(unit).make(quiet)
    carried = tmp_path / "carried"
    shutil.copytree(unit.vault.folder / "backups", carried)
    accounts.remove(gone.id, quiet)
    folder = unit.vault.folder
    access.lock(unit)
    before = (folder / "vault.json").read_bytes()
    flow = Restoring(
        restorer=access.vaults.restorer(folder), intake=INTAKE, clock=access.clock, ids=access.ids
    )
    start = flow.look_in(carried)
    asked = flow.choose(start, start.copies[0], quiet)
    assert isinstance(asked, AskWho)
    with pytest.raises(AccountNotOfTodayError):
        flow.prove(asked, "bor", OTHER, quiet)
    flow.leave(asked)
    assert (folder / "vault.json").read_bytes() == before


def test_a_therapist_may_not_restore(worked, access):
    Accounts(worked, PASSPHRASES).add(bor())
    Backups(worked).make(quiet)
    folder = worked.vault.folder
    access.lock(worked)
    desk = access.unlock(folder, "bor", OTHER)
    with pytest.raises(NotAllowedError):
        Restores(desk).begin(INTAKE)
    access.lock(desk)
    next(folder.glob("tcdesk-*.db")).unlink()
    with pytest.raises(NotAllowedError):
        at_log_in(access, folder, login="bor", passphrase=OTHER)
    assert not list(folder.glob("tcdesk-*.db"))


def test_a_spoilt_backup_is_found_and_offered_no_more(worked):
    made = Backups(worked).all().here[0]
    content = bytearray(made.path.read_bytes())
    content[len(content) // 2] ^= 1
    made.path.write_bytes(content)
    flow = Restores(worked).begin(INTAKE)
    start = flow.begin()
    assert start.copies[0].state is BackupState.GOOD  # its size is right: only reading tells
    with pytest.raises(BackupSpoiltError):
        flow.choose(start, start.copies[0], quiet)
    again = flow.begin()
    assert again.copies[0].state is BackupState.SPOILT
    with pytest.raises(RuleBrokenError):
        flow.choose(again, again.copies[0], quiet)
    assert Backups(worked).all().here == []


def test_a_swapped_copy_or_an_edited_description_is_not_offered(worked, clock):
    backups = Backups(worked)
    older = backups.all().here[0]
    clock.pass_by(timedelta(days=1))
    newer = backups.make(quiet)
    told = newer.path.with_suffix(".json").read_text()
    newer.path.with_suffix(".json").write_text(told.replace('"rows":1', '"rows":2', 1))
    assert [one.path for one in backups.all().here] == [older.path]
    assert [one.path for one in backups.all().spoilt] == [newer.path]
    newer.path.with_suffix(".json").write_text(told)
    shutil.copy(older.path, newer.path)
    flow = Restores(worked).begin(INTAKE)
    start = flow.begin()
    swapped = next(one for one in start.copies if one.path == newer.path)
    with pytest.raises((BackupSpoiltError, RuleBrokenError)):
        flow.choose(start, swapped, quiet)


def test_a_backup_of_another_vault_is_told_and_refused(worked, office_desk):
    Backups(office_desk).make(quiet)
    flow = Restores(worked).begin(INTAKE)
    start = flow.look_in(office_desk.vault.folder)
    (foreign,) = start.copies
    assert foreign.state is BackupState.FOREIGN
    with pytest.raises(RuleBrokenError) as refused:
        flow.choose(start, foreign, quiet)
    assert refused.value.facts["rule"] == "backup-foreign"
    with pytest.raises(BackupForeignError):
        flow.restorer.prove(foreign, "", "", quiet)


def test_a_backup_of_a_newer_program_is_told_and_refused(worked, monkeypatch):
    monkeypatch.setattr(backup_description, "SCHEMA_VERSION", 0)
    flow = Restores(worked).begin(INTAKE)
    start = flow.begin()
    assert start.copies[0].state is BackupState.NEWER
    with pytest.raises(RuleBrokenError) as refused:
        flow.choose(start, start.copies[0], quiet)
    assert refused.value.facts["rule"] == "backup-newer"
    monkeypatch.setattr("tcdesk.vault.backup_opening.SCHEMA_VERSION", 0)
    with pytest.raises(NewerVaultError):
        flow.restorer.prove(start.copies[0], "", "", quiet)


def test_a_folder_without_backups_is_said_in_words(worked, tmp_path):
    with pytest.raises(RuleBrokenError) as refused:
        Restores(worked).begin(INTAKE).look_in(tmp_path)
    assert refused.value.facts["rule"] == "no-backups-there"


def test_a_drill_does_all_of_it_and_leaves_nothing_behind(worked):
    folder = worked.vault.folder
    before = {path: path.read_bytes() for path in folder.rglob("*.json")}
    flow = Restores(worked).begin(INTAKE)
    drilled = flow.rehearse(proved(flow), quiet)
    flow.leave(drilled)
    Restores(worked).keep_drill(drilled)
    assert drilled.findings.sound
    assert drilled.findings.audit_broken_at is None
    assert drilled.counts["account"] == 1
    assert not (folder / "drill").exists()
    assert {path: path.read_bytes() for path in folder.rglob("*.json")} == before
    assert minutes(worked) == 9
    assert len(lines(worked, "vault.drill")) == 1
    with worked.vault.store.reading() as facts:
        assert facts.setting(DRILLED_AT) is not None
    assert Backups(worked).all().drilled_at is not None


def test_what_a_killed_drill_left_is_swept_at_the_next_unlock(worked, access):
    folder = worked.vault.folder
    (folder / "drill").mkdir()
    (folder / "drill" / "tcdesk-000002.db").write_bytes(b"x")
    access.lock(worked)
    access.lock(access.unlock(folder, "novak", PASSPHRASE))
    assert not (folder / "drill").exists()


def test_a_present_that_cannot_be_read_is_put_aside_as_it_lies(worked, monkeypatch):
    database = worked.vault.folder / "tcdesk-000001.db"
    with worked.vault.store.driving() as writer:
        writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    content = bytearray(database.read_bytes())
    content[-2000] ^= 1
    database.write_bytes(content)
    done = restored(worked)
    assert done.kept.aside is not None
    assert (done.kept.aside / "tcdesk-000001.db").read_bytes() == content
    assert minutes(worked) == 3


@pytest.mark.parametrize("exported", [True, False])
def test_the_office_is_told_of_every_restore_and_nothing_forks(
    busy: Pair, clock: SetClock, *, exported: bool
) -> None:
    """Restored twice from one day, before or after the first bundle of all."""

    def deliver(*, agreed: bool = False) -> object:
        clock.pass_by(timedelta(hours=1))
        finding, _taken = busy.import_(busy.export().path, agreed=agreed)
        return finding.verdict

    if exported:
        deliver()
    Backups(busy.unit).make(quiet)
    made = Backups(busy.unit).all().here[0]
    deliver()
    for _again in range(2):
        flow = Restores(busy.unit).begin(INTAKE)
        flow.restore(weighed(flow, proved(flow, made)), PASSPHRASE, quiet)
        with pytest.raises(BundleRefusedError) as refused:
            deliver()
        assert refused.value.reason is Refusal.NEW_EPOCH
        verdict = deliver(agreed=True)
        assert isinstance(verdict, NewEpoch)
        assert verdict.base_known is exported
        assert isinstance(deliver(), Accept)


def test_a_restored_office_gives_out_a_roster_that_its_units_accept(
    pair: Pair, new_desk: Callable[..., Desk], clock: SetClock, tmp_path: Path
) -> None:
    """The unit has the roster of a day that the office has lost; the next one is newer still."""

    def version(desk: Desk) -> int:
        with desk.vault.store.reading() as facts:
            roster = believed_roster(facts)
        assert roster is not None
        return roster.version

    def admit(code: str, *, agreed: bool = False) -> None:
        folder = tmp_path / code
        folder.mkdir()
        join(new_desk(code, code=code), pair.office, folder, pair.root, code, agreed=agreed)
        with pair.unit.vault.store.reading() as facts:
            me = facts.setting("unit-id") or ""
        Replies(pair.unit, INTAKE).take(pair.keeper.send_roster(me, folder).path, agreed=agreed)

    Backups(pair.office).make(quiet)
    clock.pass_by(timedelta(hours=1))
    admit("IG")
    given = version(pair.unit)
    flow = Restores(pair.office).begin(INTAKE)
    flow.leave(flow.restore(weighed(flow, proved(flow)), PASSPHRASE, quiet))
    assert version(pair.office) == given - 1
    clock.pass_by(timedelta(hours=1))
    with pytest.raises(BundleRefusedError) as told:
        admit("KP")
    assert told.value.reason is Refusal.NEW_EPOCH  # the units are told, and a person agrees
    clock.pass_by(timedelta(hours=1))
    admit("NM", agreed=True)
    assert version(pair.unit) == version(pair.office) == given + 2
