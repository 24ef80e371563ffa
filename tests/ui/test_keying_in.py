"""From the printed sheet into the window by keys alone: its code, its order, what has changed."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui import walk
from tests.ui.daily import close_unit, open_unit

from tcdesk.domain.people import LegalStatus, Sex
from tcdesk.domain.sessions import AttendanceStatus
from tcdesk.domain.sheets import PrintTarget
from tcdesk.services.keying import Keying
from tcdesk.services.participants import NewPerson, Participants
from tcdesk.services.sessions import Sessions
from tcdesk.services.sheets import Sheets
from tcdesk.ui.frame import Frame, Signed
from tcdesk.ui.session import SessionPage
from tcdesk.ui.sessions import SessionsPage
from tcdesk.workstation import places


@pytest.fixture
def unit(qtbot, kit, access, tmp_path):
    made = open_unit(qtbot, kit, access, tmp_path)
    yield made
    close_unit(made)


@pytest.fixture
def frame(unit):
    made = Frame(
        unit.kit,
        signed=Signed(unit="Zavod DOB", login="novak"),
        help_folder=places.resources() / "help",
        find=lambda _text: [],
    )
    made.add_page(SessionsPage(unit.kit, unit.desk, unit.place))
    made.add_page(SessionPage(unit.kit, unit.desk, unit.place), navigation=False)
    unit.bot.addWidget(made)
    made.resize(1366, 768)
    with unit.bot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open_page("sessions")
    unit.settle()
    return made


def focused():
    """Give what has the focus: keys go there, wherever that is."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def printed(unit):
    """Print the sheet; then one on it leaves, and a guest comes."""
    sheets, sessions = Sheets(unit.desk, unit.kit.words, unit.place.paper), Sessions(unit.desk)

    def work():
        sheet = sheets.draw(unit.session.id)
        sheets.printed(sheet, PrintTarget.PRINTER)
        sessions.change_roster(unit.session.id, sheet.roster[4].id, added=False)
        guest = Participants(unit.desk).create(
            NewPerson(
                given_name="Andrej", family_name="Arko", birth_date=date(1990, 1, 1),
                sex=Sex.MALE, status=LegalStatus.SENTENCED, status_from=date(2025, 1, 1),
            )
        )  # fmt: skip
        sessions.change_roster(unit.session.id, guest.id, added=True)
        return sheet.roster

    return unit.work(work)


def test_a_scanned_code_opens_the_roster_in_printed_order_and_says_what_has_changed(unit, frame):
    on_paper = printed(unit)
    code = unit.session.code
    QTest.keyClicks(frame._pages["sessions"]._code, f"{code[:3].lower()}-{code[3:]}")
    QTest.keyClick(frame._pages["sessions"]._code, Qt.Key.Key_Return)
    unit.settle()
    page = frame._pages["session"]
    assert page.isVisible()
    rows = page._keyed.rows()
    assert [(row.number, row.person.id) for row in rows[:-1]] == [
        (place, one.id) for place, one in enumerate(on_paper, start=1) if place != 5
    ]
    assert (rows[-1].number, rows[-1].person.family_name) == (13, "Arko")
    told = page._panel.since_print.text()
    assert f"5 {on_paper[4].short_name}" in told
    assert "13 Arko" in told
    unit.kit.privacy.toggle()
    unit.settle()
    told = page._panel.since_print.text()
    assert on_paper[4].family_name not in told
    assert on_paper[4].code in told
    assert walk.problems(frame) == []


def test_a_sheet_is_keyed_in_line_by_line_without_the_mouse(unit, frame):
    on_paper = printed(unit)
    field = frame._pages["sessions"]._code
    field.setFocus()
    for key in unit.session.code:
        QTest.keyClicks(focused(), key)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    unit.settle()
    assert QApplication.focusWidget() is frame._pages["session"]._panel.roster
    for digit in "1291":  # present, late, unexcused, present: as the hand ticked them
        QTest.keyClicks(focused(), digit)
        QTest.keyClick(focused(), Qt.Key.Key_Down)
    QTest.keyClick(focused(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    unit.settle()
    opened = unit.work(lambda: Keying(unit.desk).open(unit.session.id))
    facts = {line.person.id: line.fact for line in opened.file.roster if line.fact}
    assert [facts[one.id].status for one in on_paper[:4]] == [
        AttendanceStatus.PRESENT, AttendanceStatus.LATE, AttendanceStatus.UNEXCUSED,
        AttendanceStatus.PRESENT,
    ]  # fmt: skip
    assert len(facts) == 4


def test_a_sheet_that_still_holds_says_nothing(unit, frame):
    sheets = Sheets(unit.desk, unit.kit.words, unit.place.paper)
    unit.work(lambda: sheets.printed(sheets.draw(unit.session.id), PrintTarget.PRINTER))
    frame.open_page("session", unit.session.id)
    unit.settle()
    assert not frame._pages["session"]._panel.since_print.isVisible()
