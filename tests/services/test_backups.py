"""Backups: when they are made, which stay, what is read again, what is carried away."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import PASSPHRASE, PASSPHRASES, SetClock
from tests.services.test_restoring import OTHER, bor

from tcdesk.crypto.digests import sha256_hasher
from tcdesk.domain.errors import NotAllowedError, RuleBrokenError, TcdeskError, WorldFailedError
from tcdesk.domain.staff import Role
from tcdesk.services.access import Access
from tcdesk.services.accounts import Accounts
from tcdesk.services.backup_care import BackupCare, Chore
from tcdesk.services.backup_made import BackupMade, BackupState, Why
from tcdesk.services.backups import GIGABYTE, Backups, trouble
from tcdesk.services.desk import Desk
from tcdesk.services.health import HealthCheck
from tcdesk.services.home import Home
from tcdesk.services.thinning import surplus
from tcdesk.workstation.errors import (
    StickFullError,
    StickMissingError,
    StickReadBackError,
    StickVanishedError,
)
from tcdesk.workstation.stick import StickWriter, read_uncached

STICK = StickWriter(sha256_hasher)
DAY = timedelta(days=1)


def quiet(_part: float) -> None:
    """Tell nobody how far it is."""


def done(desk: Desk) -> Chore | None:
    """Do the chore that is due."""
    care = BackupCare(desk)
    chore = care.chore()
    if chore is not None:
        care.keep(care.tend(chore, quiet))
    return chore


def chores(desk: Desk) -> list[Chore]:
    found = []
    while (chore := done(desk)) is not None:
        found.append(chore)
    return found


def spoil(made: BackupMade) -> None:
    content = bytearray(made.path.read_bytes())
    content[len(content) // 2] ^= 1
    made.path.write_bytes(content)


def kept(desk: Desk) -> list[Why]:
    return [one.why for one in Backups(desk).all().here]


def test_while_the_program_is_open_one_is_made_every_day(unit_desk: Desk, clock: SetClock):
    assert chores(unit_desk) == [Chore.BACK_UP, Chore.PROVE]
    assert chores(unit_desk) == []
    clock.pass_by(DAY + timedelta(minutes=1))
    assert chores(unit_desk) == [Chore.BACK_UP]
    assert kept(unit_desk) == [Why.DAILY, Why.DAILY]


def test_a_copy_is_made_while_somebody_writes(unit_desk: Desk):
    with unit_desk.vault.store.writing(unit_desk.actor) as work:
        work.set_setting("between", "here")
        made = unit_desk.vault.back_up(Why.DAILY, quiet)
        assert made.counts["meta"] > 0
        assert work.setting("between") == "here"
    assert unit_desk.vault.backup_is_sound(made)


def test_every_week_the_newest_and_an_older_one_are_read_again(unit_desk: Desk, clock: SetClock):
    backups = Backups(unit_desk)
    for _day in range(3):
        backups.make(quiet)
        clock.pass_by(DAY)
    made = backups.make(quiet)
    assert chores(unit_desk) == [Chore.PROVE]
    spoil(made)
    assert backups.all().here[0].path == made.path  # not known yet
    clock.pass_by(7 * DAY)
    assert chores(unit_desk) == [Chore.BACK_UP, Chore.PROVE]
    spoil(backups.all().here[0])
    clock.pass_by(7 * DAY)
    care = BackupCare(unit_desk)
    found = care.tend(Chore.PROVE, quiet)
    care.keep(found)
    assert (found.proved, found.spoilt >= 1) == (2, True)
    listed = backups.all()
    assert all(one.state is BackupState.SPOILT for one in listed.spoilt)
    assert listed.spoilt
    assert not {one.path for one in listed.here} & {one.path for one in listed.spoilt}
    assert HealthCheck(unit_desk).health().backups == ("spoilt",)
    assert care.chore() is Chore.BACK_UP  # the newest good one is old now
    backups.drop_spoilt()
    assert not backups.all().spoilt
    assert HealthCheck(unit_desk).health().backups == ()


def test_a_spoilt_newest_one_never_lets_the_last_good_one_go(unit_desk: Desk, clock: SetClock):
    backups = Backups(unit_desk)
    good = backups.make(quiet)
    clock.pass_by(timedelta(hours=1))
    spoilt = backups.make(quiet)
    clock.pass_by(DAY)
    # of one day only the newest stays: the first is gone, so spoil the one that is left
    assert [one.path for one in backups.all().here] == [spoilt.path]
    spoil(spoilt)
    assert not unit_desk.vault.backup_is_sound(spoilt)
    assert backups.all().here == []
    assert backups.due_at_closing()
    backups.make(quiet)
    assert len(backups.all().here) == 1
    assert len(backups.all().spoilt) == 1
    assert not good.path.exists()


def test_after_a_reset_the_backups_are_made_anew_also_when_it_was_interrupted(
    unit_desk: Desk, clock: SetClock, access: Access
):
    accounts = Accounts(unit_desk, PASSPHRASES)
    made = accounts.add(bor())
    Backups(unit_desk).make(quiet)
    clock.pass_by(DAY)
    accounts.reset(made.id, OTHER, quiet)
    assert Why.ROTATION in kept(unit_desk)  # the one before it
    folder = unit_desk.vault.folder
    unit_desk.vault.close()  # nobody came to renewing them
    desk = access.unlock(folder, "novak", PASSPHRASE)
    assert chores(desk)[0] is Chore.RENEW
    (only,) = Backups(desk).all().here
    assert only.why is Why.RENEWAL
    assert {path.stem for path in (folder / "backups").iterdir()} == {only.path.stem}
    access.lock(desk)


def test_a_failed_renewal_stays_due_and_the_older_ones_stay(
    unit_desk: Desk, clock: SetClock, monkeypatch: pytest.MonkeyPatch
):
    accounts = Accounts(unit_desk, PASSPHRASES)
    made = accounts.add(bor())
    Backups(unit_desk).make(quiet)
    clock.pass_by(DAY)
    accounts.remove(made.id, quiet)
    before = kept(unit_desk)

    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("tcdesk.vault.backup.claim", full)
        with pytest.raises(WorldFailedError):
            BackupCare(unit_desk).tend(Chore.RENEW, quiet)
    assert kept(unit_desk) == before
    assert BackupCare(unit_desk).chore() is Chore.RENEW


def test_a_copy_is_carried_and_read_back_from_the_stick(
    unit_desk: Desk, clock: SetClock, tmp_path: Path
):
    stick = tmp_path / "stick"
    stick.mkdir()
    assert Home(unit_desk).today().carried is not None
    made = Backups(unit_desk).carry(stick, STICK, quiet)
    carried = {path.name for path in (stick / "tcdesk-backups").iterdir()}
    assert carried == {made.path.name, made.path.with_suffix(".json").name}
    assert (stick / "tcdesk-backups" / made.path.name).read_bytes() == made.path.read_bytes()
    clock.pass_by(6 * DAY)
    age = Home(unit_desk).today().carried
    assert age is not None
    assert (age.days, age.late) == (6, False)
    clock.pass_by(DAY)
    age = Home(unit_desk).today().carried
    assert age is not None
    assert (age.days, age.late) == (7, True)


@pytest.mark.parametrize("cause", ["no drive", "full", "pulled", "lies"])
def test_whatever_the_stick_does_is_said_and_nothing_counts_as_carried(
    unit_desk: Desk, tmp_path: Path, cause: str, monkeypatch: pytest.MonkeyPatch
):
    stick, drive = STICK, tmp_path / "stick"
    drive.mkdir()
    expected: type[TcdeskError]
    match cause:
        case "no drive":
            drive.rmdir()
            expected = StickMissingError
        case "full":

            class Usage:
                free = 1000

            monkeypatch.setattr("tcdesk.workstation.stick.shutil.disk_usage", lambda _f: Usage)
            expected = StickFullError
        case "pulled":

            def gone(_path: Path) -> Sequence[bytes]:
                raise OSError(19, "No such device")

            stick = StickWriter(sha256_hasher, gone)  # type: ignore[arg-type]  # it only raises
            expected = StickVanishedError
        case _:
            stick = StickWriter(sha256_hasher, lambda path: iter([*read_uncached(path), b"x"]))
            expected = StickReadBackError
    with pytest.raises(expected):
        Backups(unit_desk).carry(drive, stick, quiet)
    assert Backups(unit_desk).all().carried_at is None
    assert not list(tmp_path.glob("stick/tcdesk-backups/*.db"))


def test_the_budget_is_a_setting_and_told_when_it_cannot_be_kept(unit_desk: Desk):
    backups = Backups(unit_desk)
    for wrong in (0, 10_001):
        with pytest.raises(RuleBrokenError):
            backups.set_budget(wrong)
    assert backups.all().budget == 10
    backups.set_budget(2)
    backups.make(quiet)
    listed = backups.all()
    assert (listed.budget, listed.over_budget) == (2, False)
    assert replace(listed, budget=0).over_budget
    with unit_desk.vault.store.writing(unit_desk.actor) as work:
        work.set_setting("backup-budget", "0")
    backups.make(quiet)
    assert len(backups.all().here) == 1  # the last good one stays all the same
    with unit_desk.vault.store.reading() as facts:
        assert trouble(facts) == ("budget",)


def test_who_may_not_make_backups_does_not(unit_desk: Desk):
    desk = replace(unit_desk, actor=replace(unit_desk.actor, role=Role.OFFICER))
    for act in (lambda: Backups(desk).make(quiet), Backups(desk).drop_spoilt):
        with pytest.raises(NotAllowedError):
            act()
    Backups(desk).make_at_closing(quiet)  # the program does, whoever closes it


def made_at(days: Sequence[int], size: int = 1) -> list[BackupMade]:
    begin = date(2024, 1, 1)
    return [
        BackupMade(
            path=Path(f"{number}.db"),
            at=f"{begin + timedelta(days=day)}T12:00:00Z",
            size=size,
            rows=1,
            audit_seq=1,
        )
        for number, day in enumerate(sorted(days, reverse=True))
    ]


@given(
    st.lists(st.integers(0, 1200), min_size=1, max_size=150),
    st.integers(0, 200),
    st.integers(0, 1300),
)
def test_thinning_keeps_the_newest_every_kept_month_and_the_counts(
    days: list[int], budget: int, spared_day: int
):
    spared = f"{date(2024, 1, 1) + timedelta(days=spared_day)}T00:00:00Z" if spared_day else ""
    good = made_at(days)
    gone = {one.path for one in surplus(good, budget=budget, spared=spared)}
    staying = [one for one in good if one.path not in gone]
    assert good[0] in staying
    months = list(dict.fromkeys(one.at[:7] for one in good))
    assert {one.at[:7] for one in staying} >= set(months[:24])
    assert {one.path for one in good if one.at <= spared} <= {one.path for one in staying}
    roomy = {one.path for one in surplus(good, budget=10**9, spared=spared)}
    assert roomy <= gone
    assert len(good) - len(roomy) <= 14 + 8 + 24 + sum(one.at <= spared for one in good)
    if len(staying) > max(budget, 1):  # over the budget: then each stands alone in its month
        free = [one for one in staying[1:] if one.at > spared]
        assert len({one.at[:7] for one in free}) == len(free)


def test_thinning_of_a_year_leaves_fourteen_days_eight_weeks_and_the_months():
    good = made_at(range(366))
    gone = {one.path for one in surplus(good, budget=10**9)}
    staying = [one.at[:10] for one in good if one.path not in gone]
    assert staying[:14] == [one.at[:10] for one in good[:14]]
    assert {day[:7] for day in staying} == {f"2024-{month:02}" for month in range(1, 13)}
    assert len(staying) < 14 + 8 + 12


def test_the_budget_takes_the_oldest_of_a_month_first():
    good = made_at([1, 2, 3, 40], size=GIGABYTE)
    gone = [one.at[:10] for one in surplus(good, budget=3 * GIGABYTE)]
    assert gone == ["2024-01-02"]
    assert datetime.fromisoformat(good[0].at).tzinfo is UTC
