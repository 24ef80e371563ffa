"""The import wizard in the real window: from the file to the batch, and back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot
from tests.ui import walk
from tests.ui.daily import Unit, close_unit, open_unit

from tcdesk.domain.people import Person
from tcdesk.domain.people_import import ImportField
from tcdesk.services.access import Access
from tcdesk.services.import_plan import Standing
from tcdesk.ui.kit import Kit
from tcdesk.ui.people import PeoplePage
from tcdesk.ui.people_import import Begin, Checked, Columns, Done, State, Undone
from tcdesk.ui.people_import_columns import ColumnsStep, letters
from tcdesk.ui.people_import_file import FileStep
from tcdesk.ui.people_import_rows import RowsStep
from tcdesk.ui.wizard import Wizard

ROWS = [
    ("Seznam oseb za uvoz", None, None, None, None, None),
    ("Priimek", "Ime", "Datum rojstva", "Spol", "Pravni status", "Vstop"),
    ("Šušteršič", "Žan", "5. 11. 1984", "M", "obsojenec", "1. 9. 2026"),
    ("Zupan", "Peter", "01.02.26", "M", None, None),
]


@pytest.fixture
def unit(qtbot: QtBot, kit: Kit, access: Access, tmp_path: Path) -> Iterator[Unit]:
    opened = open_unit(qtbot, kit, access, tmp_path)
    yield opened
    close_unit(opened)


@pytest.fixture
def file(unit: Unit, tmp_path: Path) -> Path:
    known = unit.people[0]
    near = unit.people[1]
    made = Workbook()
    page = made.active
    assert page is not None
    born = known.birth_date
    for row in [
        *ROWS,
        (known.family_name, known.given_name, born, known.sex.value, None, None),
        (near.family_name, "Drugi", near.birth_date, near.sex.value, None, None),
    ]:
        page.append(row)
    page.merge_cells("A1:F1")
    made.save(tmp_path / "osebe.xlsx")
    return tmp_path / "osebe.xlsx"


@pytest.fixture
def wizard(unit: Unit) -> Wizard[State]:
    page = PeoplePage(unit.kit, unit.desk, unit.place)
    unit.bot.addWidget(page)
    page.resize(1120, 640)
    walk.activate(page)
    page.begin_import()
    unit.settle()
    made = page.findChild(Wizard)
    assert made is not None
    walk.activate(made)
    return made


def step(wizard: Wizard[State], kind: type) -> Any:
    found = wizard._body.widget()
    assert isinstance(found, kind)
    return found


def state_of(wizard: Wizard[State]) -> Any:
    return wizard.state


def go_on(unit: Unit, wizard: Wizard[State]) -> None:
    wizard._forward.click()
    unit.settle()


def people(unit: Unit) -> int:
    with unit.desk.vault.store.reading() as facts:
        return len(facts.find(Person))


def test_people_come_in_from_a_file_and_the_batch_is_undone(
    unit: Unit, wizard: Wizard[State], file: Path, tmp_path: Path
) -> None:
    before = people(unit)
    go_on(unit, wizard)
    assert isinstance(state_of(wizard), Begin)  # it says in place that no file is chosen
    assert walk.problems(wizard) == []
    step(wizard, FileStep).take_file(file)
    go_on(unit, wizard)
    assert isinstance(state_of(wizard), Columns)
    columns = step(wizard, ColumnsStep)
    assert columns.head.value() == "1"
    assert columns.fields[ImportField.BIRTH].currentText() == "Datum rojstva"
    assert walk.problems(wizard) == []
    go_on(unit, wizard)
    assert isinstance(state_of(wizard), Checked)
    rows = step(wizard, RowsStep)
    plan = state_of(wizard).plan
    counts = [plan.count(one) for one in Standing]
    assert counts == [1, 1, 1, 1]
    assert walk.problems(wizard) == []
    rows.findChildren(QRadioButton)[1].click()  # somebody else
    rows.save_refused(str(tmp_path / "zavrnjene.xlsx"))
    unit.settle()
    refused = list(load_workbook(tmp_path / "zavrnjene.xlsx").worksheets[0].values)
    assert refused[0][-1] == "Razlog zavrnitve"
    assert "več pomenov" in str(refused[1][-1])
    go_on(unit, wizard)
    assert isinstance(state_of(wizard), Done), wizard._message._text.text()
    assert (state_of(wizard).batch.added, state_of(wizard).batch.joined) == (2, 1)
    assert people(unit) == before + 2
    assert walk.problems(wizard) == []
    wizard.reject()


def test_an_import_is_taken_back_from_the_first_step(
    unit: Unit, wizard: Wizard[State], file: Path
) -> None:
    before = people(unit)
    step(wizard, FileStep).take_file(file)
    for _step in range(3):
        go_on(unit, wizard)
    assert people(unit) == before + 1
    page = wizard.parent()
    assert isinstance(page, PeoplePage)
    wizard.reject()
    wizard.setParent(None)
    page.begin_import()
    unit.settle()
    again: Any = page.findChild(Wizard)
    undo = next(one for one in again.findChildren(QPushButton) if one.text() == "Razveljavi uvoz")
    undo.click()
    asked: Any = next(one for one in again.findChildren(QDialog) if one.isVisible())
    asked.yes.click()
    unit.settle()
    assert isinstance(again.state, Undone)
    assert people(unit) == before
    assert any("v košu" in one.text() for one in again.findChildren(QLabel))
    again.reject()


def test_what_cannot_be_read_is_said_in_the_first_step(
    unit: Unit, wizard: Wizard[State], tmp_path: Path
) -> None:
    (tmp_path / "a.xls").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    step(wizard, FileStep).take_file(tmp_path / "a.xls")
    go_on(unit, wizard)
    assert isinstance(state_of(wizard), Begin)
    assert "stare oblike" in wizard._message._text.text()
    wizard.reject()


def test_columns_are_named_as_in_spreadsheets() -> None:
    assert [letters(place) for place in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]
