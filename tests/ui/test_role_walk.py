"""Every role walks through the real window: pages, keys, search, menus and every page's actions.

What a role may not do is not offered, and no way round leads there: a page by its key, by the
number keys, by the search box or back; an action by its button or by name. What services refuse is
tested in ``tests/services/test_roles``; here nothing is even asked that would be refused.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.daily import Unit, close_unit, open_unit
from tests.ui.test_care import account
from tests.ui.test_start import RecordingRelaunch

from tcdesk.domain.codes import show_code
from tcdesk.domain.errors import NotAllowedError
from tcdesk.domain.staff import Role, Scope
from tcdesk.services.access import Access, identification
from tcdesk.services.desk import Desk
from tcdesk.ui.frame import Frame
from tcdesk.ui.kit import Kit
from tcdesk.ui.pages import PAGES
from tcdesk.ui.roster import Roster
from tcdesk.ui.sat_down import SatDown
from tcdesk.ui.schedule import SchedulePage
from tcdesk.ui.search_box import SearchBox
from tcdesk.ui.settings import SettingsPage
from tcdesk.ui.sitting import Sitting
from tcdesk.ui.top_bar import TopBar

WAIT = 20_000
DAILY = {"today", "people", "person", "schedule", "sessions", "session", "search", "settings"}
ALLOWED = {
    (Role.HEAD, Scope.UNIT): DAILY | {"reports", "exchange"},
    (Role.THERAPIST, Scope.UNIT): DAILY,
    (Role.THERAPIST, Scope.OWN): DAILY,
    (Role.EXTERNAL, Scope.OWN): DAILY,
    (Role.OFFICER, Scope.UNIT): {"today", "schedule", "session", "settings"},
    (Role.ADMINISTRATOR, Scope.UNIT): {"today", "exchange", "settings"},
    (Role.AUDITOR, Scope.UNIT): {"audit", "settings"},
}
"""Which pages each role may see, written down once more and by hand."""

SEES_NAMES = {Role.HEAD, Role.THERAPIST}
CLINICAL = {Role.HEAD, Role.THERAPIST, Role.EXTERNAL}


@dataclass
class Walker:
    """Somebody at the window, and what was refused on the way."""

    unit: Unit
    desk: Desk
    frame: Frame
    allowed: set[str]
    refused: list[str] = field(default_factory=list)

    def hear(self, error: Exception) -> None:
        if isinstance(error, NotAllowedError):
            self.refused.append(str(error.facts["action"]))

    def check(self) -> None:
        self.unit.settle()
        shown = self.frame.shown
        assert shown is not None
        assert shown.key in self.allowed
        assert self.refused == []

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.frame, key, modifier)
        self.close_dialogs()
        self.check()

    def close_dialogs(self) -> None:
        """Give up whatever has opened above the window, as Escape does."""
        self.unit.settle()
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and isinstance(window, QDialog):
                window.reject()
            elif window.isVisible() and isinstance(window, QMenu):
                window.close()
        self.unit.settle()

    def search(self, typed: str) -> list[str]:
        """Type into the search box and open each thing that it finds; gives what it found."""
        box = self.frame.findChild(SearchBox)
        assert box is not None
        found: list[str] = []
        number = 0
        while True:
            self.frame.activateWindow()
            box.clear()
            QTest.keyClick(self.frame, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
            box.setFocus()
            box.setText(typed)  # QTest cannot type our letters
            box.textEdited.emit(typed)
            box._pause.stop()
            box._ask()
            self.unit.settle()
            if number >= len(box.found):
                QTest.keyClick(box, Qt.Key.Key_Escape)
                return found
            one = box.found[number]
            found.append(f"{one.text} {one.detail}")
            QTest.keyClick(box, Qt.Key.Key_Escape)
            one.do()
            self.close_dialogs()
            self.check()
            number += 1


@pytest.fixture
def unit(
    qtbot: QtBot, kit: Kit, access: Access, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Unit]:
    opened = open_unit(qtbot, kit, access, tmp_path)
    # the system's own file dialogs cannot be walked; leaving them chooses nothing
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_all, **_named: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_all, **_named: "")
    yield opened
    close_unit(opened)


@contextmanager
def seated(unit: Unit, role: Role, scope: Scope) -> Iterator[Walker]:
    """Sit down at the window as a role."""
    desk = unit.desk if role is Role.HEAD else account(unit, role, scope)
    app = cast("QApplication", QApplication.instance())
    told = unit.work(lambda: identification(desk))
    sat = SatDown(desk=desk, told=told, lock_minutes=15, place=None, must_change=False)
    owner = QObject()
    place = replace(unit.place, relaunch=RecordingRelaunch())
    sitting = Sitting(app, unit.kit, place, sat, owner)
    walker = Walker(unit=unit, desk=desk, frame=sitting.frame, allowed=ALLOWED[(role, scope)])
    unit.kit.jobs.troubled.connect(lambda _owner, error: walker.hear(error))
    for page in sitting.frame._pages.values():
        page.failed.connect(walker.hear)
    sitting.frame.resize(1366, 768)
    try:
        yield walker
    finally:
        unit.settle()
        sitting._health.stop()
        sitting._backups.stop()
        sitting.frame.close_now()
        sitting.frame.deleteLater()
        owner.deleteLater()
        unit.settle()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def targets(unit: Unit) -> dict[str, object]:
    return {"person": unit.people[0].id, "session": unit.session.id}


@pytest.mark.parametrize(("role", "scope"), ALLOWED)
def test_no_way_leads_a_role_to_a_page_or_deed_it_may_not(
    unit: Unit, role: Role, scope: Scope
) -> None:
    with seated(unit, role, scope) as walker:
        frame, allowed = walker.frame, walker.allowed
        walker.check()
        assert frame.keys == allowed

        # by key, at a target and without one, and from there with every key of the window
        control = Qt.KeyboardModifier.ControlModifier
        for entry in PAGES:
            frame.open_page(entry.key, targets(unit).get(entry.key))
            walker.check()
            if entry.key in allowed:
                for key in (Qt.Key.Key_F1, Qt.Key.Key_F5, Qt.Key.Key_F9, Qt.Key.Key_F9):
                    walker.key(key)
                walker.key(Qt.Key.Key_Z, control)
                walker.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        for number in range(Qt.Key.Key_1, Qt.Key.Key_9 + 1):
            walker.key(Qt.Key(number), control)


@pytest.mark.parametrize(("role", "scope"), ALLOWED)
def test_the_search_box_opens_and_names_only_what_a_role_may_see(
    unit: Unit, role: Role, scope: Scope
) -> None:
    words, person = unit.kit.words, unit.people[2]
    titles = [
        words(entry.key if entry.key == "settings" else f"{entry.key}-title")
        for entry in PAGES
        if entry.navigation
    ]
    with seated(unit, role, scope) as walker:
        for title in titles:
            walker.search(title)
        code = show_code(unit.session.code)
        for typed in (person.family_name, person.code, code, words("people-new")):
            # The offer to search in notes tells back what was typed.
            told = [one for one in walker.search(typed) if f"»{typed}«" not in one]
            if role not in SEES_NAMES or scope is Scope.OWN:
                assert not any(person.family_name in line for line in told), told
            if role not in CLINICAL:
                assert not any(person.code in line for line in told), told


@pytest.mark.parametrize(("role", "scope"), ALLOWED)
def test_every_action_that_a_page_offers_is_one_the_role_may_do(
    unit: Unit, role: Role, scope: Scope
) -> None:
    with seated(unit, role, scope) as walker:
        frame = walker.frame
        for key in sorted(walker.allowed):
            frame.open_page(key, targets(unit).get(key))
            walker.check()
            page = frame.shown
            assert page is not None
            for action in page.actions_shown():
                if action.enabled:
                    action.do()
                    walker.close_dialogs()
                    walker.check()
                    frame.open_page(key, targets(unit).get(key))
                    walker.check()
            if isinstance(page, SettingsPage):
                for section in page.sections:
                    page.show_target(section)
                    page.refresh()
                    walker.check()
            if isinstance(page, SchedulePage):
                for line in page._leaving.menu().actions():
                    line.trigger()
                    walker.close_dialogs()
                    walker.check()
        bar = frame.findChild(TopBar)
        assert bar is not None
        words = unit.kit.words
        assert [line.text() for line in bar._menu.actions()] == [
            words("start-names"), words("start-other-account"), words("shell-quit"),
        ]  # fmt: skip


def test_an_officer_cannot_mark_anybody_on_the_roster(unit: Unit) -> None:
    with seated(unit, Role.OFFICER, Scope.UNIT) as walker:
        walker.frame.open_page("session", unit.session.id)
        walker.check()
        roster = walker.frame.findChild(Roster)
        assert roster is not None
        told = "\n".join(_texts(walker.frame))
        names = {person.family_name for person in unit.people} - {"Novak"}  # so is the leader
        assert not any(name in told for name in names)
        QTest.keyClicks(roster, "pozn0123 ")
        for press in (QTest.mouseClick, QTest.mouseDClick):
            for column in range(0, roster.viewport().width(), 40):
                press(
                    roster.viewport(),
                    Qt.MouseButton.LeftButton,
                    Qt.KeyboardModifier.NoModifier,
                    QPoint(column, 20),
                )
        walker.close_dialogs()
        walker.check()

    def marks() -> int:
        with unit.desk.vault.store.reading() as facts:
            return len(facts.attendance(unit.session.id))

    assert unit.work(marks) == 0


def _texts(widget: QWidget) -> Iterator[str]:
    for part in widget.findChildren(QWidget):
        for name in ("text", "toPlainText"):
            read = getattr(part, name, None)
            if callable(read):
                yield str(read())
        yield part.accessibleName()
        yield part.toolTip()
