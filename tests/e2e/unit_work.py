"""A unit's daily work by hand: people, programme, group, week, session, sheet, notes, signature."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from tests.e2e.hands import CTRL, Hands
from tests.e2e.people import (
    GROUP,
    HALF_A_NOTE,
    MEMBER_NOTE,
    PARTICIPANTS,
    PROCESS,
    ROOM,
    THEME,
)

if TYPE_CHECKING:
    from tests.e2e.way import Way

PROGRAMME = "Terapevtska skupnost"
ACTIVITY = "Soočevalna skupina"
SENTENCED = "legal-status-sentenced"


def daily_work(way: "Way", hands: Hands) -> None:
    """Do everything from the first participant to the signature."""
    for family, given, born in PARTICIPANTS:
        new_participant(hands, family, given, born)
        enrol(hands)
    find(hands)
    open_group(hands)
    plan_session(hands)
    print_sheet(way, hands)
    key_in(hands)
    sign(hands, str(way.told["unit-passphrase"]))


def new_participant(hands: Hands, family: str, given: str, born: str) -> None:
    """Search first, then create; the file opens."""
    words = hands.words
    hands.press(words("people-title"))
    hands.fill(words("people-search"), f"{family} {given}")
    hands.expect(words("people-none"))
    hands.look("people-searched")
    hands.key(Qt.Key.Key_N, CTRL)
    assert hands.read(words("people-new-family")) == family
    hands.fill(words("people-new-birth"), born)
    hands.pick(words("people-new-sex"), words("sex-m"))
    hands.pick(words("people-new-status"), words(SENTENCED, sex="m"))
    hands.look("people-new")
    hands.press(words("people-new-save"))
    hands.expect(words("people-new-saved.next", sex="m"))


def enrol(hands: Hands) -> None:
    """Let the person whose file is open enter the programme today."""
    words = hands.words
    hands.press(words("person-enrol"))
    hands.look("person-enrol")
    hands.pick(words("person-programme"), PROGRAMME)
    hands.press(words("form-save"))
    hands.expect(words("person-saved-entry"))
    hands.look("person-enrolled")


def find(hands: Hands) -> None:
    """Find somebody without the letters that a foreign keyboard lacks."""
    words = hands.words
    hands.press(words("people-title"))
    hands.fill(words("people-search"), "djuric")
    hands.settle()
    hands.until(lambda: len(hands.table(words("people-list"))) == 2, "one person is found")
    hands.look("people-found")
    hands.key(Qt.Key.Key_Return)
    hands.expect("Đurić")


def open_group(hands: Hands) -> None:
    """Open a standing group and let everybody join."""
    words = hands.words
    hands.press(words("schedule-title"))
    hands.look("schedule-empty")
    hands.press(words("groups-new"))
    hands.pick(words("plan-activity"), ACTIVITY)
    hands.fill(words("groups-name"), GROUP)
    hands.fill(words("plan-room"), ROOM)
    hands.look("group-new")
    hands.press(words("groups-open"))
    hands.expect(words("groups-opened"))
    for family, _given, _born in PARTICIPANTS:
        hands.fill(words("groups-join-who"), family)
        hands.row(family)
    hands.expect(words("groups-line", name=GROUP, count=len(PARTICIPANTS)).split(" · ")[0])
    hands.look("group-members")


def plan_session(hands: Hands) -> None:
    """Plan a session of the group today."""
    words = hands.words
    hands.key(Qt.Key.Key_N, CTRL)
    hands.pick(words("plan-activity"), ACTIVITY)
    hands.fill(words("plan-time"), "8.00")
    hands.look("plan")
    hands.press(words("plan-save-new"))
    hands.expect(words("schedule-saved"))
    hands.look("week")
    hands.press_part(ACTIVITY)
    hands.look("week-chosen")
    hands.press(words("schedule-open"))
    hands.look("session")


def print_sheet(way: "Way", hands: Hands) -> None:
    """Look at the sheet, print it to a file as a computer without a printer does, save it."""
    words = hands.words
    hands.key(Qt.Key.Key_P, CTRL)
    hands.choosing(way.papers / "sheet-printed.pdf")
    hands.press(words("shell-print"))
    hands.look("sheet-print-ask")
    hands.press(words("shell-print-anyway"))
    hands.expect(words("shell-printed", pages=1, copies=1))
    way.save_paper(hands, "sheet")


def key_in(hands: Hands) -> None:
    """Attendance, the group's note and a member's note, by keyboard alone."""
    hands.click(hands.view(hands.words("session-roster")))
    hands.key(Qt.Key.Key_Home)
    hands.key(Qt.Key.Key_Space)
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_5)  # at court
    hands.key(Qt.Key.Key_Home)
    hands.key(Qt.Key.Key_Tab)
    hands.write(THEME)
    hands.key(Qt.Key.Key_Tab)
    hands.write(PROCESS)
    hands.key(Qt.Key.Key_Tab, times=2)
    hands.write(MEMBER_NOTE)
    hands.look("session-keyed")


def sign(hands: Hands, passphrase: str) -> None:
    """Sign everything with the passphrase."""
    words = hands.words
    hands.key(Qt.Key.Key_Return, CTRL)
    hands.look("sign-ask")
    hands.fill(words("shell-passphrase"), passphrase)
    hands.press(words("shell-sign"))
    hands.expect(words("session-signed", count=2))
    hands.look("session-signed")


def write_half_a_note(_way: "Way", hands: Hands) -> None:
    """Open today's session from Danes and begin a note about the next member."""
    words = hands.words
    hands.press(words("today-title"))
    hands.look("today")
    hands.press(words("today-open"))
    hands.click(hands.view(words("session-roster")))
    hands.key(Qt.Key.Key_End)
    hands.key(Qt.Key.Key_Return)
    hands.write(HALF_A_NOTE)
