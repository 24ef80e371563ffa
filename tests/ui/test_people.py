"""Participants against a real vault: the list follows the keys, a duplicate is seen at once."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui import walk
from tests.ui.daily import TODAY, Unit, close_unit, open_unit

from tcdesk.domain.enrolments import ExitCode
from tcdesk.domain.people import LegalStatus, Sex
from tcdesk.services.access import Access
from tcdesk.services.enrolments import Enrolments
from tcdesk.services.lines import PersonLine
from tcdesk.services.notes import Notes
from tcdesk.services.participants import Participants
from tcdesk.ui.finding import Finding
from tcdesk.ui.kit import Kit
from tcdesk.ui.people import PeoplePage
from tcdesk.ui.people_target import PeopleTarget
from tcdesk.ui.person_picker import PersonPicker


@pytest.fixture
def unit(qtbot: QtBot, kit: Kit, access: Access, tmp_path: Path) -> Iterator[Unit]:
    opened = open_unit(qtbot, kit, access, tmp_path)
    yield opened
    close_unit(opened)


@pytest.fixture
def page(unit: Unit) -> PeoplePage:
    made = PeoplePage(unit.kit, unit.desk, unit.place)
    unit.bot.addWidget(made)
    made.resize(1120, 640)
    walk.activate(made)
    made.refresh()
    unit.settle()
    return made


def names(page: PeoplePage) -> list[str]:
    return [line.name for line in page._rows.values()]


def type_in(unit: Unit, text: str) -> None:
    """Type as a Slovenian keyboard does; QTest's own typing knows ASCII only."""
    field = QApplication.focusWidget()
    assert field is not None
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(field, event)
    unit.settle()


def press(unit: Unit, key: Qt.Key) -> None:
    unit.bot.keyClick(QApplication.focusWidget(), key)


def test_the_list_is_in_the_order_of_the_alphabet(page: PeoplePage) -> None:
    families = [name.split()[0] for name in names(page)]
    assert families[:5] == ["Bogdan", "Čeh", "Ćosić", "Dolenc", "Đurić"]
    assert families[-3:] == ["Šuštar", "Zupan", "Žagar"]
    assert page.count.text() == "12 oseb"


def test_enter_right_after_typing_opens_whom_was_typed_and_not_whom_was_listed(
    unit: Unit, page: PeoplePage
) -> None:
    page.search.setFocus()
    type_in(unit, "šuštar")
    unit.bot.waitUntil(lambda: names(page) == ["Šuštar Stanko"], timeout=5000)
    opened: list[object] = []
    page.wanted.connect(lambda _key, target: opened.append(target))
    page.search.selectAll()
    type_in(unit, "djuric")
    press(unit, Qt.Key.Key_Return)
    unit.bot.waitUntil(lambda: bool(opened), timeout=5000)
    assert opened == [next(one.id for one in unit.people if one.family_name == "Đurić")]


def test_the_search_for_one_person_takes_whom_was_typed_and_not_whom_was_listed(
    unit: Unit,
) -> None:
    picker = PersonPicker(unit.kit, unit.desk, name="Kdo")
    unit.bot.addWidget(picker)
    walk.activate(picker)
    picked: list[PersonLine] = []
    picker.picked.connect(picked.append)
    picker._field.setFocus()
    type_in(unit, "šu")
    unit.bot.waitUntil(lambda: picker._found.count() == 1, timeout=5000)
    picker._field.selectAll()
    type_in(unit, "djuric")
    press(unit, Qt.Key.Key_Return)
    unit.bot.waitUntil(lambda: bool(picked), timeout=5000)
    assert [one.name for one in picked] == ["Đurić Stanko"]


@pytest.mark.parametrize("typed", ["djuric", "DURIĆ", "3. 3. 1982", "đur 3.3.1982"])
def test_the_list_narrows_as_a_name_or_a_birth_date_is_typed(
    unit: Unit, page: PeoplePage, typed: str
) -> None:
    page.search.setFocus()
    type_in(unit, typed)
    unit.bot.waitUntil(lambda: names(page) == ["Đurić Stanko"], timeout=5000)
    unit.settle()
    assert page.count.text() == "1 oseba"
    with unit.bot.waitSignal(page.wanted) as wanted:
        press(unit, Qt.Key.Key_Return)
    assert wanted.args == ["person", unit.people[2].id]


def test_the_filter_shows_only_who_is_in_a_programme(unit: Unit, page: PeoplePage) -> None:
    enrolments = Enrolments(unit.desk)

    def leave() -> None:
        stay = enrolments.of(unit.people[0].id)[0].episode
        enrolments.leave(stay.id, TODAY.replace(day=1), ExitCode.RELEASED)

    unit.work(leave)
    page.in_programme.click()
    unit.settle()
    assert page.count.text() == "11 oseb"
    assert "Bogdan Stanko" not in names(page)


def test_the_model_of_the_list_keeps_its_promises(unit: Unit, page: PeoplePage) -> None:
    tester = QAbstractItemModelTester(
        page._rows, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    page.table.horizontalHeader().sortIndicatorChanged.emit(3, Qt.SortOrder.DescendingOrder)
    unit.settle()
    assert names(page)[0] == "Dolenc Miha"
    assert tester is not None


def test_a_participant_is_entered_by_keyboard_alone(unit: Unit, page: PeoplePage) -> None:
    page.begin_new()
    unit.settle()
    type_in(unit, "Žižek")
    press(unit, Qt.Key.Key_Tab)
    type_in(unit, "Ana")
    press(unit, Qt.Key.Key_Tab)
    type_in(unit, "5.11.1984")
    press(unit, Qt.Key.Key_Tab)
    type_in(unit, "ž")
    press(unit, Qt.Key.Key_Tab)
    press(unit, Qt.Key.Key_Tab)
    type_in(unit, "obs")
    press(unit, Qt.Key.Key_Tab)
    with unit.bot.waitSignal(page.wanted, timeout=5000) as wanted:
        press(unit, Qt.Key.Key_Return)
    file = unit.work(lambda: Participants(unit.desk).glance(wanted.args[1], day=TODAY))
    assert (file.person.full_name, file.person.sex) == ("Žižek Ana", Sex.FEMALE)
    assert file.status is not None
    assert (file.status.status, file.status.from_date) == (LegalStatus.SENTENCED, TODAY)


def test_who_may_be_the_same_is_shown_before_saving(unit: Unit, page: PeoplePage) -> None:
    page.begin_new()
    unit.settle()
    fields = page.form.fields
    fields.family.setText("Duric")
    fields.given.setText("Stane")
    fields.birth.setText("1.1.1983")
    fields.sex.set_value("M")
    page.form.status.set_value(LegalStatus.SENTENCED.value)
    page.form.save.click()  # at once, before the list beside the form has been asked for
    unit.settle()
    unit.bot.waitUntil(lambda: page.form.save.text() == "To je druga oseba, vpiši", timeout=5000)
    people = Participants(unit.desk)
    assert len(unit.work(lambda: people.search("", day=TODAY))) == 12
    similar = [
        press for press in page.form.similar.findChildren(QPushButton) if press.isVisibleTo(page)
    ]
    assert [press.text() for press in similar] == ["Đurić Stanko"]
    with unit.bot.waitSignal(page.wanted, timeout=5000):
        page.form.save.click()
    assert len(unit.work(lambda: people.search("", day=TODAY))) == 13


def test_what_is_missing_is_said_at_its_field_and_nothing_is_saved(
    unit: Unit, page: PeoplePage
) -> None:
    page.begin_new()
    unit.settle()
    page.form.fields.family.setText("Novak")
    page.form.fields.birth.setText("31. 2. 1980")
    page.form.save.click()
    unit.settle()
    fields = page.form.fields
    assert fields.given.accessibleDescription() == "To polje je obvezno."
    assert fields.birth.accessibleDescription() == "Datum napišite na primer 5. 11. 1984."
    assert QApplication.focusWidget() is fields.given
    assert page.count.text() == "12 oseb"


def test_what_was_typed_is_there_again_after_another_page(unit: Unit, page: PeoplePage) -> None:
    page.begin_new()
    unit.settle()
    page.form.fields.family.setText("Novak")
    page.save_draft()
    unit.settle()
    other = PeoplePage(unit.kit, unit.desk, unit.place)
    unit.bot.addWidget(other)
    other.show_target(PeopleTarget(new=True))
    unit.settle()
    assert other.form.fields.family.value() == "Novak"
    other.form.cancel.click()
    unit.settle()
    assert unit.work(Notes(unit.desk).drafts) == []


def test_the_search_box_finds_people_by_name_and_sessions_by_sheet_code(unit: Unit) -> None:
    opened: list[tuple[str, object]] = []
    find = Finding(unit.kit, unit.desk, lambda key, target: opened.append((key, target)))
    code = unit.session.code
    for typed in ("djuric", "3.3.1982", f"{code[:3].lower()}-{code[3:]}", "vpiši novo"):
        found = unit.work(partial(find, typed))
        found[0].do()
    assert opened == [
        ("person", unit.people[2].id),
        ("person", unit.people[2].id),
        ("session", unit.session.id),
        ("people", PeopleTarget(new=True)),
    ]


def test_the_list_and_the_form_can_be_walked_by_keyboard(unit: Unit, page: PeoplePage) -> None:
    page.table.selectRow(0)
    unit.settle()
    assert walk.problems(page) == []
    page.begin_new()
    unit.settle()
    assert walk.problems(page) == []
