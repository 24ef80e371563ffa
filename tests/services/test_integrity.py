"""What was put back, spliced in or set back is found, said and never repaired."""

import shutil
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from tests.conftest import PASSPHRASE, SetClock, setup
from tests.services.test_audit import actions, new_person

from tcdesk.crypto.sealing import Identity
from tcdesk.domain.staff import Role
from tcdesk.services.access import Access, Installation
from tcdesk.services.audit_lines import AuditQuestion
from tcdesk.services.desk import Desk
from tcdesk.services.health import HealthCheck
from tcdesk.services.notes import Notes
from tcdesk.services.participants import Participants
from tcdesk.services.timekeeping import ClockDoubtError, Timekeeping
from tcdesk.vault.checkpoint import NAME, OlderDatabaseError
from tcdesk.vault.disk_words import DamagedPageError
from tcdesk.vault.key_errors import DatabaseDamagedError

PAGE = 4096


@pytest.fixture
def folder(access: Access, tmp_path: Path) -> Path:
    """A closed vault with a little work in it."""
    first = setup(Installation.UNIT, "DOB", Role.HEAD)
    desk = access.create(tmp_path / "unit", first, Identity.generate())
    Participants(desk).create(new_person())
    access.lock(desk)
    return desk.vault.folder


def work_on(access: Access, folder: Path, people: int = 3) -> None:
    desk = access.unlock(folder, "novak", PASSPHRASE)
    for number in range(people):
        Participants(desk).create(new_person(f"Priimek{number}"))
    access.lock(desk)


def database(folder: Path) -> Path:
    return next(folder.glob("tcdesk-*.db"))


def test_an_older_copy_of_the_database_is_not_opened(access: Access, folder: Path) -> None:
    older = database(folder).read_bytes()
    work_on(access, folder)
    database(folder).write_bytes(older)
    with pytest.raises(OlderDatabaseError):
        access.unlock(folder, "novak", PASSPHRASE)
    assert database(folder).read_bytes() == older


def test_an_old_write_ahead_log_of_the_same_vault_is_not_folded_in(
    access: Access, folder: Path, tmp_path: Path
) -> None:
    """V-13: the log of an earlier day, authentic under the same key."""
    desk = access.unlock(folder, "novak", PASSPHRASE)
    Participants(desk).create(new_person("Zupan"))
    log = database(folder).with_name(database(folder).name + "-wal")
    shutil.copy(log, tmp_path / "old-wal")
    access.lock(desk)
    work_on(access, folder)
    now = database(folder).read_bytes()
    shutil.copy(tmp_path / "old-wal", log)
    with pytest.raises((OlderDatabaseError, DatabaseDamagedError)):
        access.unlock(folder, "novak", PASSPHRASE)
    assert database(folder).read_bytes() == now


def test_a_spoilt_or_missing_checkpoint_keeps_nobody_out(access: Access, folder: Path) -> None:
    (folder / NAME).write_bytes(b'{"mac":"00"}\n')
    work_on(access, folder)
    (folder / NAME).unlink()
    work_on(access, folder)
    assert (folder / NAME).exists()


def test_an_audit_line_changed_behind_the_program_is_found_at_the_next_unlock(
    access: Access, folder: Path
) -> None:
    desk = access.unlock(folder, "novak", PASSPHRASE)
    with desk.vault.store.reading() as facts:
        head = facts.audit_head().seq
    driver = desk.vault.store.driver()  # type: ignore[attr-defined]  # as somebody with the key
    driver.set_authorizer(None)
    driver.execute("DROP TRIGGER audit_update_refused")
    driver.execute(
        "UPDATE audit SET entry = replace(entry, 'login', 'logon') WHERE seq = ?", (head,)
    )
    access.lock(desk)
    again = access.unlock(folder, "novak", PASSPHRASE)
    try:
        assert HealthCheck(again).health().wrong == ("audit",)
        assert "audit.broken" in actions(again, AuditQuestion())
    finally:
        access.lock(again)
    third = access.unlock(folder, "novak", PASSPHRASE)
    try:
        assert actions(third, AuditQuestion()).count("audit.broken") == 1
        assert HealthCheck(third).health().wrong == ("audit",)
    finally:
        access.lock(third)


def test_a_page_spliced_back_from_an_older_copy_is_found_by_the_full_check(
    access: Access, folder: Path
) -> None:
    """V-12: every page is authentic; only what the pages say together is wrong."""
    older = database(folder).read_bytes()
    work_on(access, folder, people=12)
    newer = bytearray(database(folder).read_bytes())
    changed = [
        at
        for at in range(PAGE, min(len(older), len(newer)), PAGE)
        if older[at : at + PAGE] != newer[at : at + PAGE]
    ]
    assert changed
    found = 0
    for at in changed:
        spliced = bytearray(newer)
        spliced[at : at + PAGE] = older[at : at + PAGE]
        for left in folder.glob("tcdesk-*.db-*"):
            left.unlink()
        database(folder).write_bytes(spliced)
        (folder / NAME).unlink(missing_ok=True)
        try:
            desk = access.unlock(folder, "novak", PASSPHRASE)
        except (DatabaseDamagedError, DamagedPageError):
            found += 1
            continue
        try:
            found += not HealthCheck(desk).run(lambda _part: None).sound
        except DamagedPageError:
            found += 1
        finally:
            with suppress(DamagedPageError):
                desk.vault.close()
    # A page of which nothing but free space or a counter has changed says the same as before.
    assert found >= len(changed) // 2


def test_a_head_that_another_key_signed_is_found(access: Access, folder: Path) -> None:
    desk = access.unlock(folder, "novak", PASSPHRASE)
    try:
        assert HealthCheck(desk).run(lambda _part: None).sound
        driver = desk.vault.store.driver()  # type: ignore[attr-defined]  # as somebody with the key
        driver.set_authorizer(None)
        driver.execute("DROP TRIGGER audit_checkpoint_update_refused")
        driver.execute("UPDATE audit_checkpoint SET signature = zeroblob(64)")
        found = HealthCheck(desk).run(lambda _part: None)
        assert found.wrong == ("heads",)
        HealthCheck(desk).keep(found)
        assert HealthCheck(desk).health().wrong == ("heads",)
    finally:
        access.lock(desk)


def test_the_daily_check_is_due_once_a_day(unit_desk: Desk, clock: SetClock) -> None:
    check = HealthCheck(unit_desk)
    assert check.due()
    check.keep(check.run(lambda _part: None))
    assert not check.due()
    clock.pass_by(timedelta(hours=21))
    assert check.due()


@pytest.mark.parametrize(
    ("step", "jumped"),
    [
        (timedelta(minutes=-4), False),
        (timedelta(minutes=-6), True),
        (timedelta(days=89), False),
        (timedelta(days=91), True),
    ],
)
def test_a_clock_set_back_or_far_ahead_is_on_record_and_waits_for_a_person(
    access: Access, folder: Path, clock: SetClock, step: timedelta, *, jumped: bool
) -> None:
    clock.pass_by(step)
    desk = access.unlock(folder, "novak", PASSPHRASE)
    try:
        time = Timekeeping(desk)
        assert time.in_doubt() is jumped
        assert ("clock.jump" in actions(desk, AuditQuestion())) is jumped
        time.confirm()
        assert not time.in_doubt()
        assert not time.notice()
    finally:
        access.lock(desk)


def test_a_clock_set_back_while_the_program_runs_is_noticed(
    unit_desk: Desk, clock: SetClock
) -> None:
    time = Timekeeping(unit_desk)
    assert not time.notice()
    clock.pass_by(timedelta(hours=1))
    assert not time.notice()
    clock.pass_by(timedelta(minutes=-30))
    assert time.notice()
    assert time.in_doubt()
    with pytest.raises(ClockDoubtError):
        Notes(unit_desk).sign([], PASSPHRASE)
    time.confirm()
    assert list(Notes(unit_desk).sign([], PASSPHRASE)) == []
