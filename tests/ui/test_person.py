"""A participant's file against a real vault: as of a day, changes in place, others' edits."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui import walk
from tests.ui.daily import Unit, close_unit, open_unit

from tcdesk.domain.enrolments import ExitCode
from tcdesk.domain.people import LegalStatus, Person
from tcdesk.services.access import Access
from tcdesk.services.participants import Participants
from tcdesk.ui.kit import Kit
from tcdesk.ui.person import PersonPage, Seen
from tcdesk.ui.person_forms import EntryForm, ExitForm, IdentityForm, PhaseForm, StatusForm


@pytest.fixture
def unit(qtbot: QtBot, kit: Kit, access: Access, tmp_path: Path) -> Iterator[Unit]:
    opened = open_unit(qtbot, kit, access, tmp_path)
    yield opened
    close_unit(opened)


@pytest.fixture
def person(unit: Unit) -> Person:
    return unit.people[2]


@pytest.fixture
def page(unit: Unit, person: Person) -> PersonPage:
    made = PersonPage(unit.kit, unit.desk, unit.place)
    unit.kit.jobs.changed.connect(lambda topics: made.refresh() if topics & made.topics else None)
    unit.bot.addWidget(made)
    made.resize(1120, 640)
    walk.activate(made)
    made.show_target(person.id)
    made.refresh()
    unit.settle()
    return made


def seen(page: PersonPage) -> Seen:
    assert page.seen is not None
    return page.seen


def looks(unit: Unit) -> int:
    def count() -> int:
        with unit.desk.vault.store.audit_lines(0) as lines:
            return sum("person.open" in entry for _, entry, _ in lines)

    return unit.work(count)


def test_a_visit_is_one_look_on_record_however_often_the_page_is_drawn(
    unit: Unit, page: PersonPage, person: Person
) -> None:
    page.refresh()
    page.refresh()
    unit.settle()
    assert looks(unit) == 1
    page.show_target(person.id)
    page.refresh()
    unit.settle()
    assert looks(unit) == 2


def test_a_change_of_status_is_dated_and_the_old_one_is_shown_as_of_its_day(
    unit: Unit, page: PersonPage
) -> None:
    page.begin_status()
    form = page.identity.status_form
    assert isinstance(form, StatusForm)
    form.status.set_value(LegalStatus.RELEASED.value)
    form.since.set_value(date(2026, 11, 20))
    form.save.click()
    unit.settle()
    status = seen(page).file.status
    assert status is not None
    assert status.status is LegalStatus.RELEASED
    page.tabs.setCurrentWidget(page.timeline)
    page.as_of.setText("19.11.2026")
    page.as_of.editingFinished.emit()
    unit.settle()
    unit.settle()
    status = seen(page).file.status
    assert status is not None
    assert status.status is LegalStatus.SENTENCED
    assert "Prikazano je stanje na dan 19. 11. 2026." in walk.shown_texts(page)
    assert {line.day for line in page.timeline.table.rows.values()} == {
        date(2025, 1, 1),
        date(2026, 1, 5),
    }


def test_a_phase_is_moved_and_the_programme_left_with_a_reason(
    unit: Unit, page: PersonPage
) -> None:
    stay = seen(page).episodes[0]
    phases = unit.programme.phases
    tab = page.enrolments
    tab._begin_move(stay, phases)
    form = tab.form
    assert isinstance(form, PhaseForm)
    assert form.phase.value() == phases[1].id
    assert "podpisan dogovor o vključitvi" in [one.text() for one in form.criteria]
    form.team.set_value("Novak, Zupan")
    form.save.click()
    assert tab.form is form  # milestones are open and no reason is given
    for box in form.criteria:
        box.setChecked(True)
    form.save.click()
    unit.settle()
    assert [phase.number for _, phase in seen(page).episodes[0].phases] == [0, 1]
    tab._begin_exit(seen(page).episodes[0])
    leaving = page.findChild(ExitForm)
    assert leaving is not None
    leaving.save.click()
    unit.settle()
    assert leaving.reason.accessibleDescription() == "To polje je obvezno."
    leaving.reason.set_value(ExitCode.TRANSFERRED.value)
    leaving.decided_by.set_value("prison")
    leaving.without_release.set_value("premestitev")
    leaving.save.click()
    unit.settle()
    assert seen(page).episodes[0].episode.exit_code is ExitCode.TRANSFERRED


def test_a_rule_that_is_broken_is_told_in_the_form_and_nothing_changes(
    unit: Unit, page: PersonPage
) -> None:
    page.begin_entry()
    form = page.enrolments.form
    assert isinstance(form, EntryForm)
    form.day.set_value(date(2024, 1, 1))
    form.save.click()
    unit.settle()
    assert form.error.text().startswith("Datum vključitve je zunaj obdobja")
    assert len(seen(page).episodes) == 1


def test_somebody_elses_correction_is_told_and_can_be_shown(
    unit: Unit, page: PersonPage, person: Person
) -> None:
    page.identity.begin_identity()
    form = page.identity.identity_form
    assert isinstance(form, IdentityForm)
    form.fields.given.setText("Staš")
    people = Participants(unit.desk)
    version = seen(page).file.version
    unit.work(lambda: people.edit(replace(person, given_name="Stane"), expected=version))
    form.save.click()
    unit.settle()
    assert form.error.text().startswith("Zapis je medtem spremenil nekdo drug.")
    assert form.fields.given.value() == "Staš"
    form.reload.click()
    unit.settle()
    assert form.fields.given.value() == "Stane"
    form.fields.given.setText("Staš")
    form.save.click()
    unit.settle()
    assert seen(page).file.person.given_name == "Staš"


def test_every_tab_and_form_can_be_walked_by_keyboard(unit: Unit, page: PersonPage) -> None:
    assert walk.problems(page) == []
    page.tabs.setCurrentIndex(1)
    page.enrolments._begin_exit(seen(page).episodes[0])
    assert walk.problems(page) == []
    page.begin_status()
    assert walk.problems(page) == []
    page.identity.close_forms()
    page.identity.begin_identity()
    assert walk.problems(page) == []
