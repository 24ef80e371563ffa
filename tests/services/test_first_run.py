"""The first run without a window: no vault before its recovery sheet was tried."""

from pathlib import Path

import pytest
from tests.conftest import PASSPHRASE, ROOT, SetClock

from tcdesk.crypto.digests import sha256_hasher
from tcdesk.domain.errors import PersonCanMendError, RuleBrokenError
from tcdesk.domain.programmes import Programme
from tcdesk.domain.staff import Role
from tcdesk.services.access import Access, Installation, identification
from tcdesk.services.backups import Backups
from tcdesk.services.first_run import (
    AskSheet,
    FirstRun,
    FolderTakenError,
    ShowSheet,
)
from tcdesk.services.paper_key import SheetDiffersError, groups_of
from tcdesk.services.passphrases import Passphrases
from tcdesk.services.programmes import templates
from tcdesk.services.resume import Place, Resume
from tcdesk.services.unit_settings import UnitSettings
from tcdesk.workstation.stick import StickWriter

WORDS = [f"beseda{number}" for number in range(2048)]


@pytest.fixture
def flow(access: Access, tmp_path: Path) -> FirstRun:
    return FirstRun(
        access=access,
        folder=tmp_path / "vault",
        templates=templates(ROOT / "resources" / "programmes"),
        passphrases=Passphrases(WORDS, ["geslo"]),
    )


def shown(flow: FirstRun, *, programmes: frozenset[str] = frozenset({"TS"})) -> ShowSheet:
    named = flow.name(
        flow.choose(flow.begin(), Installation.UNIT), " Zavod Dob ", "dob", programmes
    )
    ready = flow.introduce(
        named, given_name="Maja", family_name="Novak", login="novak", role=Role.HEAD
    )
    return flow.create(ready, PASSPHRASE, lambda _part: None)


def from_paper(state: AskSheet) -> list[str]:
    """Read what is asked off the sheet, by line and place as a person does."""
    groups = groups_of(state.shown.sheet.key)
    return [groups[(asked.line - 1) * 7 + asked.place - 1].lower() for asked in state.asked]


def test_a_first_run_ends_with_a_vault_in_its_place_that_opens(flow, access):
    state = flow.ask_back(shown(flow))
    assert sum(len(text) for text in from_paper(state)) == 8
    assert not access.vaults.exists(flow.folder)
    ended = flow.place(flow.try_sheet(state, from_paper(state)))
    assert ended.login == "novak"
    assert not flow.unfinished.exists()
    desk = access.unlock(ended.folder, ended.login, PASSPHRASE)
    told = identification(desk)
    assert (told.installation, told.unit_name, told.unit_code) == (
        Installation.UNIT,
        "Zavod Dob",
        "DOB",
    )
    with desk.vault.store.reading() as facts:
        assert [one.code for one in facts.find(Programme)] == ["TS"]
    desk.vault.close()


def test_a_slip_on_the_recovery_sheet_is_refused_and_can_be_typed_again(flow, access):
    state = flow.ask_back(shown(flow))
    right = from_paper(state)
    first = "q" if right[0][0] != "q" else "p"
    with pytest.raises(SheetDiffersError):
        flow.try_sheet(state, [first + right[0][1:], right[1]])
    assert not access.vaults.exists(flow.folder)
    flow.place(flow.try_sheet(state, [right[0].upper(), f" {right[1]} "]))
    assert access.vaults.exists(flow.folder)


def test_the_asked_groups_never_are_those_that_every_sheet_has(flow):
    state = shown(flow)
    for _try in range(50):
        asked = flow.ask_back(state).asked
        assert len({one.group for one in asked}) == 2
        for one in asked:
            assert one.group >= 4
            assert len(groups_of(state.sheet.key)[one.group]) == 4
    flow.leave(state)


def test_leaving_the_first_run_leaves_nothing_on_the_disk(flow, tmp_path):
    flow.leave(flow.ask_back(shown(flow)))
    assert list(tmp_path.iterdir()) == []


def test_a_broken_first_run_is_cleared_away_by_the_next(flow, access):
    shown(flow).desk.vault.close()  # as if the computer had stopped here
    assert flow.unfinished.exists()
    flow.begin()
    assert not flow.unfinished.exists()
    assert not access.vaults.exists(flow.folder)


def test_a_folder_that_holds_something_is_not_taken(flow):
    flow.folder.mkdir()
    (flow.folder / "notes.txt").write_text("mine")
    with pytest.raises(FolderTakenError):
        flow.begin()
    assert (flow.folder / "notes.txt").read_text() == "mine"


def test_what_is_wrong_is_said_at_its_own_step(flow):
    names = flow.choose(flow.begin(), Installation.OFFICE)
    with pytest.raises(RuleBrokenError) as nameless:
        flow.name(names, "  ", "GU", frozenset())
    with pytest.raises(RuleBrokenError) as codeless:
        flow.name(names, "Urad", "G", frozenset())
    account = flow.name(names, "Urad", "gu", frozenset())
    with pytest.raises(RuleBrokenError) as shapeless:
        flow.introduce(
            account, given_name="Ana", family_name="Kos", login="ana kos!", role=Role.ANALYST
        )
    with pytest.raises(RuleBrokenError) as clinical:
        flow.introduce(account, given_name="Ana", family_name="Kos", login="kos", role=Role.HEAD)
    assert [caught.value.rule for caught in (nameless, codeless, shapeless, clinical)] == [
        "unit-name-missing",
        "unit-code",
        "login-shape",
        "first-role",
    ]


def test_the_place_in_the_window_comes_back_once_and_only_to_its_account(unit_desk):
    Resume(unit_desk).keep(Place(page="people"))
    Resume(unit_desk).keep(Place(page="person", target="0190-7"))
    assert Resume(unit_desk).take() == Place(page="person", target="0190-7")
    assert Resume(unit_desk).take() is None


def test_minutes_until_the_lock_stay_between_one_and_fifteen(unit_desk):
    settings = UnitSettings(unit_desk)
    assert settings.lock_minutes() == 5
    for wrong in (0, 16):
        with pytest.raises(RuleBrokenError):
            settings.set_lock_minutes(wrong)
    settings.set_lock_minutes(12)
    assert settings.lock_minutes() == 12


def test_a_backup_at_closing_is_due_a_day_after_the_last_good_one(
    unit_desk, clock: SetClock, tmp_path
):
    backups = Backups(unit_desk)
    assert backups.due_at_closing()
    backups.make_at_closing(lambda _part: None)
    assert not backups.due_at_closing()
    clock.moment = clock.moment.replace(day=26)
    assert backups.due_at_closing()
    (tmp_path / "drive").mkdir()
    backups.carry(tmp_path / "drive", StickWriter(sha256_hasher), lambda _part: None)
    assert not backups.due_at_closing()  # what is carried away is on this disk too
    assert backups.all().carried_at == clock.moment
    assert len(backups.all().here) == 2


def test_a_weak_passphrase_makes_no_vault(flow, tmp_path):
    named = flow.name(flow.choose(flow.begin(), Installation.OFFICE), "Urad", "GU", frozenset())
    ready = flow.introduce(
        named, given_name="Ana", family_name="Kos", login="kos", role=Role.ANALYST
    )
    with pytest.raises(PersonCanMendError):
        flow.create(ready, "aaaaaaaaaaaaaaaaaaaaa", lambda _part: None)
    assert list(tmp_path.iterdir()) == []
