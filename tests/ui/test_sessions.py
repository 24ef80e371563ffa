"""The list of sessions: its filters equal what waits, and a sheet's code opens its session."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.daily import close_unit, open_unit

from tcdesk.domain.notes import NoteFormat
from tcdesk.domain.sheets import PrintTarget
from tcdesk.services.keying import Keying, NoteEntry, SessionDraft
from tcdesk.services.lines import SessionFilter
from tcdesk.services.notes import Notes
from tcdesk.services.sheets import Sheets
from tcdesk.ui.sessions import SessionsPage


@pytest.fixture
def unit(qtbot, kit, access, tmp_path):
    made = open_unit(qtbot, kit, access, tmp_path)
    yield made
    close_unit(made)


@pytest.fixture
def page(unit):
    made = SessionsPage(unit.kit, unit.desk, unit.place)
    unit.bot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    made.refresh()
    unit.settle()
    return made


def listed(unit, page, what):
    page.show_target(what.value)
    page.refresh()
    unit.settle()
    return [line.id for line in page._tables[what].rows.values()]


def test_each_filter_lists_what_waits_and_nothing_else(unit, page):
    session = unit.session.id
    assert listed(unit, page, SessionFilter.TODAY) == [session]
    assert listed(unit, page, SessionFilter.WEEK) == [session]
    for what in (SessionFilter.NOT_KEYED, SessionFilter.UNSIGNED, SessionFilter.DRAFTED):
        assert listed(unit, page, what) == []
    sheets = Sheets(unit.desk, unit.place.words, unit.place.paper)
    sheet = unit.work(lambda: sheets.draw(session))
    unit.work(lambda: sheets.printed(sheet, PrintTarget.PRINTER))
    assert listed(unit, page, SessionFilter.NOT_KEYED) == [session]
    entry = NoteEntry(person=None, format=NoteFormat.GROUP, fields={"theme": "Zaupanje"})
    unit.work(lambda: Keying(unit.desk).keep(session, SessionDraft(entries=[entry]), 3))
    assert listed(unit, page, SessionFilter.DRAFTED) == [session]
    unit.work(lambda: Keying(unit.desk).settle(session, [], [entry]))
    assert listed(unit, page, SessionFilter.DRAFTED) == []
    assert listed(unit, page, SessionFilter.UNSIGNED) == [session]
    assert len(unit.work(lambda: Notes(unit.desk).unsigned())) == 1


def test_a_typed_or_scanned_code_opens_its_session(unit, page):
    code = unit.session.code
    QTest.keyClicks(page._code, f"{code[:3].lower()}-{code[3:]}")
    with unit.bot.waitSignal(page.wanted) as asked:
        QTest.keyClick(page._code, Qt.Key.Key_Return)
    assert asked.args == ["session", unit.session.id]


def test_a_mistyped_code_is_told_beside_the_field(unit, page):
    code = unit.session.code
    wrong = ("0" if code[0] != "0" else "1") + code[1:]
    QTest.keyClicks(page._code, wrong)
    QTest.keyClick(page._code, Qt.Key.Key_Return)
    unit.settle()
    assert page._code_error.isVisible()
    assert page._code_error.text() == " ".join(
        (unit.kit.words("rule-sheet-code-wrong"), unit.kit.words("rule-sheet-code-wrong.next"))
    )
