"""Questionnaires in a file: by keyboard, interrupted, locked, charted; the safety procedure."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui import walk
from tests.ui.daily import TODAY, Unit, close_unit, open_unit

from tcdesk.domain.instruments import Mode
from tcdesk.domain.people import Person
from tcdesk.services.access import Access
from tcdesk.services.assessments import Assessments, NewResponse
from tcdesk.services.safety import Safety
from tcdesk.ui.decision import Decision
from tcdesk.ui.instrument_answers import AnswersDialog
from tcdesk.ui.instrument_entry import EntryPanel
from tcdesk.ui.kit import Kit
from tcdesk.ui.person import PersonPage
from tcdesk.ui.person_target import PersonAt
from tcdesk.ui.safety_form import SafetyPanel
from tcdesk.ui.today import TodayPage
from tcdesk.ui.today_cards import Behind

MONTHS = (date(2026, 1, 8), date(2026, 4, 9), date(2026, 7, 9), date(2026, 10, 8))


@pytest.fixture
def unit(qtbot: QtBot, kit: Kit, access: Access, tmp_path: Path) -> Iterator[Unit]:
    opened = open_unit(qtbot, kit, access, tmp_path)
    yield opened
    close_unit(opened)


@pytest.fixture
def person(unit: Unit) -> Person:
    return unit.people[2]


def assessments(unit: Unit) -> Assessments:
    return Assessments(unit.desk, unit.place.resources / "instruments")


@pytest.fixture
def page(unit: Unit, person: Person) -> PersonPage:
    made = PersonPage(unit.kit, unit.desk, unit.place)
    unit.kit.jobs.changed.connect(lambda topics: made.refresh() if topics & made.topics else None)
    unit.bot.addWidget(made)
    made.resize(1120, 640)
    walk.activate(made)
    made.show_target(PersonAt(person=person.id, tab="instruments"))
    made.refresh()
    unit.settle()
    return made


def recorded(unit: Unit, person: Person) -> None:
    """Four PHQ-9 over a year: 18, 14, 9 and 7 points."""

    def record() -> None:
        for day, answers in zip(
            MONTHS, ("232323210", "222212210", "111211110", "111111100"), strict=True
        ):
            assessments(unit).record(
                NewResponse(
                    person=person.id,
                    instrument="phq-9",
                    day=day,
                    mode=Mode.INTERVIEW,
                    answers={str(at): int(value) for at, value in enumerate(answers, 1)},
                )
            )

    unit.work(record)


def begin(page: PersonPage, unit: Unit, code: str) -> EntryPanel:
    page.instruments.choice.set_value(code)
    page.instruments.fill.click()
    unit.settle()
    panel = page.instruments.panel
    assert isinstance(panel, EntryPanel)
    return panel


def press(*keys: Qt.Key | str) -> None:
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)


def yes(page: QWidget, unit: Unit) -> None:
    """Press Yes in the decision that is open."""
    unit.bot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(Decision)))
    next(one for one in page.findChildren(Decision) if one.isVisible()).yes.click()
    unit.settle()
    unit.settle()


def test_a_questionnaire_is_answered_with_digits_and_enter_and_locked(
    unit: Unit, page: PersonPage, person: Person
) -> None:
    panel = begin(page, unit, "gad-7")
    for digit in "1210310":
        press(digit, Qt.Key.Key_Return)
    assert panel.told.text() == "Odgovorov 7 od 7 · skupaj 8"
    yes(page, unit)
    assert page.instruments.panel is None
    (result,) = unit.work(lambda: assessments(unit).of(person.id, day=TODAY).results)
    assert [result.answers[str(one)] for one in range(1, 8)] == [1, 2, 1, 0, 3, 1, 0]
    assert result.response.mode is Mode.INTERVIEW


def test_an_interrupted_questionnaire_goes_on_where_it_was_left(
    unit: Unit, page: PersonPage, person: Person
) -> None:
    begin(page, unit, "phq-9")
    press("2", Qt.Key.Key_Return, "1", Qt.Key.Key_Return)
    panel = page.instruments.panel
    assert isinstance(panel, EntryPanel)
    panel.later.click()
    unit.settle()
    assert "Začet: PHQ-9, odgovorov 2 od 10" in walk.shown_texts(page)
    today = TodayPage(unit.kit, unit.desk, unit.place)
    unit.bot.addWidget(today)
    today.refresh()
    unit.settle()
    today.open_list(Behind.DRAFTS)
    unit.settle()
    (waiting,) = today.listed
    assert (waiting.page, waiting.target) == (
        "person",
        PersonAt(person=person.id, tab="instruments"),
    )
    assert waiting.who == person.short_name
    panel = begin(page, unit, "phq-9")
    assert panel.items is not None
    assert panel.items.answers == {"1": 2, "2": 1}
    assert panel.items.place == 2


def test_shift_enter_goes_back_and_delete_takes_an_answer_away(
    unit: Unit, page: PersonPage
) -> None:
    panel = begin(page, unit, "phq-9")
    assert panel.items is not None
    press("3", Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert panel.items.place == 0
    press(Qt.Key.Key_Delete)
    assert panel.items.answers == {}
    press("9")  # no such answer
    assert panel.items.answers == {}


def test_numbers_of_a_range_are_typed_and_a_wrong_one_is_told(unit: Unit, page: PersonPage) -> None:
    panel = begin(page, unit, "check-in")
    assert panel.items is not None
    press("11")
    assert panel.items.answers == {}
    assert "Ta številka ni mogoča." in walk.shown_texts(page)
    press(Qt.Key.Key_Backspace, "0", Qt.Key.Key_Return, "4", Qt.Key.Key_Return)
    assert panel.items.answers == {"mood": 10, "craving": 4}


def test_the_ninth_answer_opens_the_procedure_which_stays_until_it_is_closed(
    unit: Unit, page: PersonPage, person: Person
) -> None:
    begin(page, unit, "phq-9")
    for digit in "0000000010":
        press(digit, Qt.Key.Key_Return)
    yes(page, unit)
    unit.bot.waitUntil(lambda: isinstance(page.instruments.panel, SafetyPanel))
    panel = page.instruments.panel
    assert isinstance(panel, SafetyPanel)
    assert page.instruments.band.isVisible()
    panel.off.click()
    yes(page, unit)
    assert page.instruments.band.isVisible()
    today = TodayPage(unit.kit, unit.desk, unit.place)
    unit.bot.addWidget(today)
    today.refresh()
    unit.settle()
    assert not today.safety.isHidden()
    page.instruments.band.go.click()
    unit.settle()
    panel = page.instruments.panel
    assert isinstance(panel, SafetyPanel)
    panel.close_flow.click()
    yes(page, unit)
    assert panel.error.text().startswith("Manjka, kdo je bil obveščen in kdaj.")
    panel.whom.set_value("dežurni zdravnik")
    panel.day.set_value(TODAY)
    panel.time.set_value(9 * 60 + 20)
    panel.agreed.set_value("Pogovor ob 11. uri.")
    panel.plan.set_value("Pokliče, preden ostane sam.")
    panel.outcome.set_value("Nevarnost je minila.")
    panel.close_flow.click()
    yes(page, unit)
    assert unit.work(Safety(unit.desk).open) == []
    assert not page.instruments.band.isVisible()
    flow, _version = unit.work(lambda: assessments(unit).of(person.id, day=TODAY).flows)[0]
    assert (flow.told_whom, flow.told_at) == ("dežurni zdravnik", "2026-11-24T09:20")


def test_what_is_typed_in_the_procedure_survives_leaving_the_page(
    unit: Unit, page: PersonPage, person: Person
) -> None:
    flow = unit.work(lambda: Safety(unit.desk).begin(person.id))
    page.refresh()
    unit.settle()
    page.instruments.band.go.click()
    panel = page.instruments.panel
    assert isinstance(panel, SafetyPanel)
    panel.plan.set_value("Začeto.")
    page.save_draft()
    unit.settle()
    found, _version = unit.work(lambda: assessments(unit).of(person.id, day=TODAY).flows)[0]
    assert (found.id, found.plan) == (flow.id, "Začeto.")


def test_the_chart_says_what_the_table_says_and_a_correction_stays_visible(
    unit: Unit, page: PersonPage, person: Person
) -> None:
    recorded(unit, person)
    page.instruments.show_file(person, TODAY)
    unit.settle()
    page.instruments.table.selectRow(page.instruments.table.rows.rowCount() - 1)
    results = page.instruments.results
    curve = results.chart.curve
    assert curve is not None
    told = [point[1] for point in curve.points]
    assert told == [18, 14, 9, 7]
    assert curve.reliable == 6
    assert results.chart.accessibleDescription().endswith("zanesljivo bolje.")
    table = results.table
    assert table.rows.rowCount() == 4
    table.selectRow(0)
    results.correct.click()
    unit.settle()
    panel = page.instruments.panel
    assert isinstance(panel, EntryPanel)
    panel.reason.set_value("napačno prepisano")
    panel.ask_lock()
    yes(page, unit)
    assert table.rows.rowCount() == 5
    assert results.chart.curve is not None
    assert len(results.chart.curve.points) == 4
    results.answers.click()
    dialog = next(one for one in page.findChildren(AnswersDialog) if one.isVisible())
    assert "Little interest or pleasure" in " ".join(walk.shown_texts(dialog))
    dialog.accept()


def test_a_proprietary_questionnaire_asks_for_its_score_only(
    unit: Unit, page: PersonPage, person: Person
) -> None:
    panel = begin(page, unit, "bdi-ii")
    assert panel.items is None
    press("21", Qt.Key.Key_Return)
    yes(page, unit)
    (result,) = unit.work(lambda: assessments(unit).of(person.id, day=TODAY).results)
    assert str(result.values["total"]) == "21"


def test_danes_says_whose_questionnaires_are_due(unit: Unit) -> None:
    today = TodayPage(unit.kit, unit.desk, unit.place)
    unit.bot.addWidget(today)
    today.refresh()
    unit.settle()
    today.open_list(Behind.DUE)
    unit.settle()
    assert len(today.listed) == len(unit.people)
    assert "PHQ-9" in today.listed[0].what


@pytest.mark.parametrize("what", ["list", "entry", "scores", "safety"])
def test_every_state_of_the_tab_is_reached_by_keyboard_and_named(
    unit: Unit, page: PersonPage, person: Person, what: str
) -> None:
    recorded(unit, person)
    page.refresh()
    unit.settle()
    if what == "entry":
        begin(page, unit, "phq-9")
    if what == "scores":
        begin(page, unit, "bhs")
    if what == "safety":
        unit.work(lambda: Safety(unit.desk).begin(person.id))
        page.refresh()
        unit.settle()
        page.instruments.band.go.click()
        unit.settle()
    assert walk.problems(page) == []
