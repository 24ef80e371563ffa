"""Tables of values."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QPushButton
from tests.ui import walk

from tcdesk.ui.rows import Column, Order, Portion, Rows
from tcdesk.ui.table import Table


@dataclass(frozen=True)
class Person:
    name: str
    days: int


NAMES = ["Žagar", "Čeh", "Cerar", "Ćosić", "Đurić", "Dolenc", "Šuštar", "Sever", "Zupan"]
PEOPLE = [Person(name, days) for days, name in enumerate(NAMES)]
COLUMNS = [
    Column[Person](key="name", title="Ime", text=lambda one: one.name, stretch=True),
    Column[Person](
        key="days",
        title="Dni",
        text=lambda one: f"{one.days} d",
        order=lambda one: one.days,
        number=True,
        tooltip=lambda one: f"že {one.days}",
        spoken=lambda one: f"{one.days} dni",
    ),
]


@pytest.fixture
def rows(qapp, words):
    return Rows(COLUMNS, words)


@pytest.fixture
def table(qtbot, kit, rows):
    made = Table(rows, name="Osebe", empty="Ni oseb", empty_next="Dodajte osebo.")
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    return made


def test_the_model_keeps_qt_s_rules(rows, qtmodeltester):
    rows.show(PEOPLE)
    qtmodeltester.check(rows)
    rows.sort(0)
    qtmodeltester.check(rows)


def test_names_sort_by_slovenian_rules(rows):
    rows.show(PEOPLE)
    rows.sort(0)
    shown = [one.name for one in rows.values()]
    assert shown == [
        "Cerar",
        "Čeh",
        "Ćosić",
        "Dolenc",
        "Đurić",
        "Sever",
        "Šuštar",
        "Zupan",
        "Žagar",
    ]


def test_numbers_sort_as_numbers_and_stand_right(rows):
    rows.show([Person("a", 10), Person("b", 9), Person("c", 100)])
    rows.sort(1, Qt.SortOrder.DescendingOrder)
    assert [one.days for one in rows.values()] == [100, 10, 9]
    assert (
        rows.data(rows.index(0, 1), Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    )


def test_a_list_shown_again_keeps_its_order(rows):
    rows.show(PEOPLE)
    rows.sort(0)
    rows.show([Person("Žan", 1), Person("Ana", 2)])
    assert [one.name for one in rows.values()] == ["Ana", "Žan"]


def test_the_chosen_row_stays_chosen_when_the_order_changes(rows):
    rows.show(PEOPLE)
    kept = QPersistentModelIndex(rows.index(0, 0))
    rows.sort(0)
    assert rows.value(kept).name == "Žagar"


def test_screen_readers_get_words_where_the_text_is_a_sign(rows):
    rows.show([Person("a", 3)])
    index = rows.index(0, 1)
    assert rows.data(index, Qt.ItemDataRole.AccessibleTextRole) == "3 dni"
    assert rows.data(index, Qt.ItemDataRole.ToolTipRole) == "že 3"


class Source:
    """A long list somewhere else, answering when told to."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.asked: list[tuple[int, Order | None]] = []
        self.waiting: list[Callable[[], None]] = []

    def fetch(self, offset, order, deliver):
        self.asked.append((offset, order))
        end = min(self.size, offset + 200)
        portion = Portion(
            values=[Person(str(n), n) for n in range(offset, end)], more=end < self.size
        )
        self.waiting.append(lambda: deliver(portion))

    def answer(self):
        self.waiting.pop(0)()


def test_a_long_list_comes_page_by_page(rows):
    source = Source(450)
    rows.page_through(source.fetch)
    assert not rows.canFetchMore(QModelIndex())
    source.answer()
    assert rows.rowCount() == 200
    while rows.canFetchMore(QModelIndex()):
        rows.fetchMore(QModelIndex())
        source.answer()
    assert rows.rowCount() == 450
    assert [offset for offset, _order in source.asked] == [0, 200, 400]


def test_a_long_list_is_sorted_where_it_comes_from(rows):
    source = Source(450)
    rows.page_through(source.fetch)
    source.answer()
    rows.sort(1, Qt.SortOrder.DescendingOrder)
    assert source.asked[-1] == (0, Order(key="days", descending=True))


def test_a_late_answer_to_an_old_question_is_dropped(rows):
    source = Source(450)
    rows.page_through(source.fetch)
    rows.sort(0)
    source.answer()
    assert rows.rowCount() == 0
    source.answer()
    assert rows.rowCount() == 200


def test_enter_and_double_click_open_the_row(qtbot, table, rows):
    rows.show(PEOPLE)
    table.selectRow(1)
    with qtbot.waitSignal(table.openAsked) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args[0].name == "Čeh"
    assert table.current == PEOPLE[1]


def test_an_empty_list_says_what_to_do_next_once_it_is_known_to_be_empty(table, rows):
    assert not table._empty.isVisible()
    rows.show([])
    assert table._empty.isVisible()
    rows.show(PEOPLE)
    assert not table._empty.isVisible()


def test_the_keyboard_goes_to_the_rows_that_the_empty_list_s_button_brought(qtbot, rows):
    table = Table(
        rows, name="Osebe", empty="Ni oseb", empty_action="Dodaj", act=lambda: rows.show(PEOPLE)
    )
    qtbot.addWidget(table)
    rows.show([])
    walk.activate(table)
    press = next(one for one in table.findChildren(QPushButton) if one.text() == "Dodaj")
    press.setFocus()
    press.click()
    assert table.hasFocus()


def test_a_click_on_the_header_sorts(qtbot, table, rows):
    rows.show(PEOPLE)
    header = table.horizontalHeader()
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=header.rect().center() / 2)
    assert rows.order == Order(key="name")


def test_a_value_can_be_chosen_by_what_it_is(qtbot, table, rows):
    rows.show(PEOPLE)
    assert table.select_value(lambda one: one.name == "Đurić")
    assert table.current.name == "Đurić"
    assert table.selected() == (PEOPLE[4],)
    assert not table.select_value(lambda one: one.name == "Nihče")
