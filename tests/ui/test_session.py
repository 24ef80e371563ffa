"""The page of a session, worked as a person does: real keys, a real vault, real lanes."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from tests.conftest import PASSPHRASE
from tests.ui import walk
from tests.ui.daily import TODAY, Unit, close_unit, open_unit

from tcdesk.domain.ids import PersonId
from tcdesk.domain.notes import NoteFormat
from tcdesk.domain.sessions import AttendanceStatus
from tcdesk.services.keying import Keying, NoteEntry, SeenMark
from tcdesk.services.notes import Notes
from tcdesk.services.sessions import Mark, Sessions
from tcdesk.services.sheets import Sheets
from tcdesk.ui.frame import Frame, Signed
from tcdesk.ui.session import SessionPage
from tcdesk.ui.sign_dialog import SignDialog
from tcdesk.workstation import places

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHARED = "Skupina je govorila o zaupanju in o tem, kako si povedati resnico brez obtoževanja. " * 7
MEMBER = "Prepoznal je sprožilec in ga znal poimenovati; domačo nalogo je opravil v celoti. " * 2


class KeyCounter:
    """Presses keys where the focus is, and counts them."""

    def __init__(self) -> None:
        self.pressed = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.pressed += 1
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)

    def write(self, text: str) -> None:
        """Type the text itself, which is not counted."""
        widget = QApplication.focusWidget()
        assert widget is not None
        for letter in text:
            press = QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter)
            QApplication.sendEvent(widget, press)


@pytest.fixture
def unit(qtbot, kit, access, tmp_path):
    made = open_unit(qtbot, kit, access, tmp_path)
    yield made
    close_unit(made)


@pytest.fixture
def shown(unit):
    page = SessionPage(unit.kit, unit.desk, unit.place)
    frame = framed(unit, page)
    frame.open_page("session", unit.session.id)
    unit.settle()
    return page


def framed(unit: Unit, page: SessionPage) -> Frame:
    frame = Frame(
        unit.kit,
        signed=Signed(unit="Zavod DOB", login="novak"),
        help_folder=places.resources() / "help",
        find=lambda _text: [],
    )
    frame.add_page(page, navigation=False)
    unit.bot.addWidget(frame)
    frame.resize(1366, 768)
    with unit.bot.waitActive(frame):
        frame.show()
        frame.activateWindow()
    return frame


def sign_with(unit: Unit, passphrase: str) -> SignDialog[object]:
    """Wait for the dialog (a shortcut presses its button for a moment first) and type into it."""

    def dialogs() -> list[SignDialog[object]]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, SignDialog)]

    unit.bot.waitUntil(lambda: len(dialogs()) == 1, timeout=10_000)
    unit.settle()
    (dialog,) = dialogs()
    dialog._field.set_text(passphrase)
    return dialog


def test_a_group_of_twelve_is_keyed_in_and_signed_with_sixty_keys_besides_the_text(unit, shown):
    keys = KeyCounter()
    roster = shown._panel.roster
    roster.setFocus()
    keys.press(Qt.Key.Key_Space)  # everybody present
    for _ in range(3):
        keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_5)  # the fourth at court
    for _ in range(4):
        keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_9)  # the eighth without excuse
    keys.press(Qt.Key.Key_Home)
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Tab)
    keys.write(SHARED[:600])
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Tab)
    for place in range(12):
        if place not in (3, 7):
            keys.write(MEMBER[:150])
        if place < 11:
            keys.press(Qt.Key.Key_Down, CTRL)
        assert roster.several() == []
    keys.press(Qt.Key.Key_Return, CTRL)
    dialog = sign_with(unit, PASSPHRASE)
    keys.pressed += 1
    QTest.keyClick(dialog._field, Qt.Key.Key_Return)
    unit.settle()

    assert keys.pressed <= 60
    opened = unit.work(lambda: Keying(unit.desk).open(unit.session.id))
    facts = [line.fact for line in opened.file.roster]
    assert all(facts)
    statuses = [fact.status for fact in facts if fact]
    assert statuses.count(AttendanceStatus.PRESENT) == 10
    assert statuses.count(AttendanceStatus.EXCUSED_COURT) == 1
    assert statuses.count(AttendanceStatus.UNEXCUSED) == 1
    assert len(opened.notes) == 11
    assert all(note.genuine for note in opened.notes)
    texts = {note.note.person: note.fields for note in opened.notes}
    assert texts[None]["process"] == SHARED[:600]
    by_row = [row.person.id for row in shown._keyed.rows()]
    assert {person for person in texts if person} == set(by_row) - {by_row[3], by_row[7]}
    assert all(fields["text"] == MEMBER[:150] for who, fields in texts.items() if who)


def test_what_is_typed_comes_back_with_its_cursor_after_a_lock(unit, shown):
    keys = KeyCounter()
    roster = shown._panel.roster
    roster.setFocus()
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    keys.write("Napol napisan stavek")
    keys.press(Qt.Key.Key_Left)
    third = roster.current.person.id
    shown.save_draft()
    unit.settle()
    shown.window().close_now()  # the process ends here; nothing else is said to the page

    again = SessionPage(unit.kit, unit.desk, unit.place)
    framed(unit, again).open_page("session", unit.session.id)
    unit.settle()
    assert again._member.person == third
    assert again._member.focused() == ("text", len("Napol napisan stavek") - 1)
    assert again._member._form.texts()["text"] == "Napol napisan stavek"
    assert again._keyed is not None
    assert [row.status for row in again._keyed.rows()] == [AttendanceStatus.PRESENT] * 12
    assert unit.work(lambda: Sessions(unit.desk).attendance_history(unit.session.id)) == []


def test_another_session_has_its_actions_too(unit, shown):
    frame = shown.window()
    wanted = unit.kit.words("session-print")
    for session in (unit.individual(), unit.session.id):
        frame.open_page("session", session)
        unit.settle()
        offered = [one.text().strip() for one in frame.findChildren(QPushButton) if one.isVisible()]
        assert wanted in offered


def test_the_draft_is_in_the_vault_three_seconds_after_the_first_key(unit, shown):
    keys = KeyCounter()
    shown._panel.roster.setFocus()
    keys.press(Qt.Key.Key_Return)
    keys.write("x")
    notes = Notes(unit.desk)
    assert shown._keeper.isActive()
    assert shown._keeper.remainingTime() <= 3000
    unit.bot.waitUntil(lambda: not shown._keeper.isActive(), timeout=3500)
    unit.settle()
    assert unit.work(lambda: notes.draft("session", unit.session.id)) is not None


def test_leaving_the_page_settles_what_was_typed_for_the_person_it_was_typed_for(unit, shown):
    keys = KeyCounter()
    roster = shown._panel.roster
    roster.setFocus()
    keys.press(Qt.Key.Key_Return)
    keys.write("o prvem")
    keys.press(Qt.Key.Key_Down, CTRL)
    keys.write("o drugem")
    first, second = (row.person.id for row in shown._keyed.rows()[:2])
    shown.hide()
    unit.settle()
    notes = {
        view.note.person: view.fields["text"]
        for view in unit.work(lambda: Notes(unit.desk).of_session(unit.session.id))
    }
    assert notes == {first: "o prvem", second: "o drugem"}
    assert unit.work(lambda: Notes(unit.desk).draft("session", unit.session.id)) is None


def test_a_correction_of_a_signed_entry_asks_for_its_reason_and_keeps_the_old_fact(unit, shown):
    person = shown._keyed.rows()[0].person.id
    note = unit.work(lambda: _record_and_sign(unit, person))
    assert note
    shown.refresh()
    unit.settle()
    keys = KeyCounter()
    roster = shown._panel.roster
    roster.choose(person)
    roster.setFocus()
    keys.press(Qt.Key.Key_2)
    assert shown._panel._bar.isVisible()
    assert not shown._keyed.typed
    keys.write("napacen list")
    keys.press(Qt.Key.Key_Return)
    shown._settle()
    unit.settle()
    facts = unit.work(lambda: Sessions(unit.desk).attendance_history(unit.session.id))
    assert [(one.status, one.reason) for one in facts] == [
        (AttendanceStatus.PRESENT, None),
        (AttendanceStatus.LATE, "napacen list"),
    ]


def _record_and_sign(unit: Unit, person: PersonId) -> str:
    Sessions(unit.desk).record(
        unit.session.id,
        [Mark(person=person, status=AttendanceStatus.PRESENT, minutes=90)],
    )
    notes = Notes(unit.desk)
    note = notes.write(unit.session.id, person, NoteFormat.FREE, {"text": "Zapis."})
    notes.sign([note.id], PASSPHRASE)
    return note.id


def test_what_another_saved_meanwhile_is_told_and_nothing_typed_is_lost(unit, shown):
    keys = KeyCounter()
    roster = shown._panel.roster
    roster.setFocus()
    keys.press(Qt.Key.Key_2)
    person = roster.current.person.id
    unit.work(
        lambda: Sessions(unit.desk).record(
            unit.session.id, [Mark(person=person, status=AttendanceStatus.UNEXCUSED, minutes=0)]
        )
    )
    shown._settle()
    unit.settle()
    assert shown._keyed.rows()[0].mark.status is AttendanceStatus.LATE
    shown._insist()
    unit.settle()
    facts = unit.work(lambda: Sessions(unit.desk).attendance_history(unit.session.id))
    assert [one.status for one in facts] == [AttendanceStatus.UNEXCUSED, AttendanceStatus.LATE]


def test_an_entry_with_another_persons_version_is_refused(unit, shown):
    first, second = (row.person.id for row in shown._keyed.rows()[:2])
    keying = Keying(unit.desk)
    for person in (first, second):
        entry = NoteEntry(person=person, format=NoteFormat.FREE, fields={"text": "x"})
        unit.work(lambda one=entry: keying.settle(unit.session.id, [], [one]))
    views = {
        view.note.person: view for view in unit.work(lambda: keying.open(unit.session.id)).notes
    }
    swapped = NoteEntry(
        person=first,
        format=NoteFormat.FREE,
        fields={"text": "o drugem"},
        base=views[second].version,
    )
    with pytest.raises(Exception, match="stale-row"):
        unit.work(lambda: keying.settle(unit.session.id, [], [swapped]))
    marked = SeenMark(
        mark=Mark(person=first, status=AttendanceStatus.PRESENT, minutes=90), seen="foreign"
    )
    with pytest.raises(Exception, match="stale-row"):
        unit.work(lambda: keying.settle(unit.session.id, [marked], []))
    after = {
        view.note.person: view.fields["text"]
        for view in unit.work(lambda: keying.open(unit.session.id)).notes
    }
    assert after == {first: "x", second: "x"}


def test_an_addendum_with_its_reason_is_signed_and_the_note_stays(unit, shown):
    person = shown._keyed.rows()[0].person.id
    unit.work(lambda: _record_and_sign(unit, person))
    shown.refresh()
    unit.settle()
    shown._panel.roster.choose(person)
    shown._begin_addendum(shown._keyed.own(person))
    keys = KeyCounter()
    keys.write("pozabljeno")
    keys.press(Qt.Key.Key_Tab)
    keys.write("Se to.")
    shown._sign([person])
    dialog = sign_with(unit, PASSPHRASE)
    QTest.keyClick(dialog._field, Qt.Key.Key_Return)
    unit.settle()
    (view,) = unit.work(lambda: Notes(unit.desk).of_session(unit.session.id))
    assert view.fields["text"] == "Zapis."
    assert [dict(one.fields) for one in view.addenda] == [
        {"reason": "pozabljeno", "text": "Se to."}
    ]
    assert view.addenda[0].genuine


def test_a_wrong_passphrase_is_told_and_the_notes_stay_unsigned(unit, shown):
    keys = KeyCounter()
    shown._panel.roster.setFocus()
    keys.press(Qt.Key.Key_Return)
    keys.write("zapis")
    keys.press(Qt.Key.Key_Return, CTRL)
    dialog = sign_with(unit, "cisto nekaj drugega")
    QTest.keyClick(dialog._field, Qt.Key.Key_Return)
    unit.settle()
    assert dialog._error.isVisible()
    (view,) = unit.work(lambda: Notes(unit.desk).of_session(unit.session.id))
    assert view.signature is None
    dialog.reject()


def test_an_individual_session_has_one_note(unit):
    session = unit.individual()
    page = SessionPage(unit.kit, unit.desk, unit.place)
    framed(unit, page).open_page("session", session)
    unit.settle()
    assert not page._shared.isVisible()
    assert page._member.person == unit.people[0].id
    assert page.title.startswith("Individualno")


def test_the_roster_stands_in_the_order_of_the_printed_sheet(unit, shown):
    sheets = Sheets(unit.desk, unit.kit.words, unit.place.paper)
    printed = [row.person.id for row in shown._keyed.rows()]
    sheet = unit.work(lambda: sheets.draw(unit.session.id))
    from tcdesk.domain.sheets import PrintTarget  # noqa: PLC0415 - of this one test

    unit.work(lambda: sheets.printed(sheet, PrintTarget.PRINTER))
    unit.work(lambda: Sessions(unit.desk).change_roster(unit.session.id, printed[5], added=False))
    shown.refresh()
    unit.settle()
    assert [row.person.id for row in shown._keyed.rows()] == printed[:5] + printed[6:]


def test_the_page_can_be_worked_by_keyboard_and_screen_reader(unit, shown):
    assert walk.problems(shown.window()) == []


def test_the_day_of_the_session_stands_above_the_roster(unit, shown):
    assert unit.kit.words.date(TODAY) in shown._head.told.text()
