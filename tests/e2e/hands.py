"""Somebody at the window: finds things by what is written on them, clicks, types, looks, waits.

Nothing is asked of the program but what a person has: visible words, accessible names, the mouse
and the keyboard. Every look is kept as a picture of the whole screen; every text that is cut is
noted.
"""

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QWidget,
)
from tests.e2e.sight import called, cells, read_table
from tests.ui import walk

from tcdesk.services.ports import Words

W = TypeVar("W", bound=QWidget)

PATIENCE = 30  # s; a person would have given up long before
STEP = 10  # ms
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


class NotFoundError(AssertionError):
    """What a person looks for is not there; says what is there instead."""


class Hands:
    """One person before the screen."""

    def __init__(self, app: QApplication, words: Words, pictures: Path) -> None:
        self._app = app
        self._pictures = pictures
        self.words = words
        self.busy: Callable[[], bool] = lambda: False
        self.cut: list[str] = []

    # Looking

    @property
    def window(self) -> QWidget:
        """Give the window in front: a dialog that must be answered, else the one that is shown."""
        modal = QApplication.activeModalWidget()
        if modal is not None:
            return modal
        shown = [
            one
            for one in QApplication.topLevelWidgets()
            if one.isVisible() and one.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog)
        ]
        if not shown:
            raise NotFoundError("no window is shown")
        return shown[-1]

    def until(self, reached: Callable[[], object], what: str) -> None:
        """Wait until something is so."""
        end = monotonic() + PATIENCE
        while not reached():
            if monotonic() > end:
                self.look("stuck")
                raise NotFoundError(f"{what}; there is {self.texts()}")
            QTest.qWait(STEP)

    def settle(self) -> None:
        """Wait until the program rests, and stand in front of the window that then is there."""
        QTest.qWait(STEP)
        self.until(lambda: not self.busy(), "the program rests")
        QTest.qWait(STEP)
        window = self.window
        if QApplication.activeWindow() is not window:
            window.activateWindow()
            self.until(lambda: QApplication.activeWindow() is window, "the window is in front")

    def look(self, name: str) -> None:
        """Keep a picture of the screen; note what does not fit."""
        QTest.qWait(60)
        number = len(list(self._pictures.iterdir())) + 1
        picture = self._app.primaryScreen().grabWindow(0)
        picture.save(str(self._pictures / f"{number:03d}-{name}.png"))
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and not isinstance(window, QFileDialog | QPrintDialog):
                self.cut += [f"{name}: {walk.told(one)}" for one in walk.cut(window)]

    def texts(self) -> list[str]:
        """Give every line that can be read in the window in front."""
        window = self.window
        parts = [
            *(one.text() for one in self._visible(QLabel)),
            *(f"[{one.text()}]" for one in self._visible(QAbstractButton)),
            *(f"{one.accessibleName()}={one.text()!r}" for one in self._visible(QLineEdit)),
        ]
        return [window.windowTitle(), *(part for part in parts if part.strip())]

    def expect(self, part: str) -> None:
        """Wait until a text stands in the window in front."""
        self.until(
            lambda: any(part in one.text() for one in self._visible(QLabel)), f"{part!r} is shown"
        )

    def table(self, name: str) -> list[list[str]]:
        """Read a table by its name, with its heads, as it is shown."""
        return read_table(self._one(QTableView, name, self._visible(QTableView)))

    def tables(self) -> list[list[list[str]]]:
        """Read every table of the window in front."""
        return [read_table(view) for view in self._visible(QTableView)]

    # Doing

    def press(self, text: str) -> None:
        """Click a button by its words."""
        self.settle()
        button = self._wait_for(QAbstractButton, text)
        self.until(button.isEnabled, f"[{text}] can be pressed")
        self.click(button)
        self.settle()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click something that can be seen; one that lies under something else is a fault."""
        self._scroll_to(widget)
        place = at or self._middle(widget)
        under: list[QWidget] = []

        def reached() -> bool:
            there: QWidget | None = QApplication.widgetAt(widget.mapToGlobal(place))
            if there is not None and (there is widget or widget.isAncestorOf(there)):
                under.append(there)
            return bool(under)

        self.until(reached, f"the mouse reaches {walk.told(widget)}")
        QTest.mouseClick(under[0], LEFT, NONE, under[0].mapFrom(widget, place))

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key where the keyboard is."""
        for _ in range(times):
            QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.settle()

    def write(self, text: str) -> None:
        """Type a text where the keyboard is."""
        self._type(QApplication.focusWidget(), text)

    def fill(self, name: str, text: str) -> None:
        """Type into a field by its name, over what stands there."""
        self.settle()
        field = self._wait_for(QLineEdit, name)
        self.click(field)
        self.until(field.hasFocus, f"{name} takes the keyboard")
        QTest.keyClick(field, Qt.Key.Key_A, CTRL)
        self.write(text)

    def read(self, name: str) -> str:
        """Read what stands in a field."""
        return self._wait_for(QLineEdit, name).text()

    def pick(self, name: str, choice: str) -> None:
        """Choose from a list that opens, by a part of the words."""
        box = self._wait_for(QComboBox, name)
        place = next(
            (row for row in range(box.count()) if choice in box.itemText(row)), box.count()
        )
        if place == box.count():
            offered = [box.itemText(row) for row in range(box.count())]
            raise NotFoundError(f"{choice!r} is not offered at {name!r}, but {offered}")
        self.click(box)
        view = box.view()
        self.until(view.isVisible, f"the choices of {name} are open")
        QTest.keyClick(view, Qt.Key.Key_Home)
        for _ in range(place):
            QTest.keyClick(view, Qt.Key.Key_Down)
        QTest.keyClick(view, Qt.Key.Key_Return)
        self.until(lambda: choice in box.currentText(), f"{choice} is chosen")
        self.settle()

    def row(self, text: str) -> None:
        """Click a row of a list by a part of its words."""
        found: list[tuple[QAbstractItemView, QRect]] = []

        def seen() -> bool:
            found[:] = [
                (view, view.visualRect(index))
                for view in self._visible(QAbstractItemView)
                for index in cells(view)
                if text in str(index.data() or "")
            ]
            return bool(found)

        self.until(seen, f"a row with {text!r} is shown")
        view, place = found[0]
        self.click(view.viewport(), place.center())
        self.settle()

    def choosing(self, path: Path) -> None:
        """Be ready to answer the system's dialog for files or printers, which comes next."""
        QTimer.singleShot(100, self._app, lambda: self._answer(path))

    def press_part(self, text: str) -> None:
        """Click the button whose name holds some words (a block on the calendar)."""
        self.settle()
        found = [one for one in self._visible(QAbstractButton) if text in one.accessibleName()]
        if len(found) != 1:
            raise NotFoundError(f"{len(found)} buttons are about {text!r}")
        self.click(found[0])
        self.settle()

    def view(self, name: str) -> QWidget:
        """Give the inside of a list, to click into it."""
        return self._one(QAbstractItemView, name, self._visible(QAbstractItemView)).viewport()

    def names(self) -> list[str]:
        """Give the names of the fields in the window in front."""
        return [one.accessibleName() for one in self._visible(QLineEdit)]

    def focus_text(self) -> str:
        """Read the field in which the cursor stands."""
        field = QApplication.focusWidget()
        return field.toPlainText() if isinstance(field, QPlainTextEdit) else ""

    # Inner

    def _answer(self, path: Path) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog | QPrintDialog):
            self.choosing(path)
            return
        name = "fileNameEdit" if isinstance(dialog, QFileDialog) else "filename"
        field = dialog.findChildren(QLineEdit, name)[0]
        dialog.activateWindow()
        field.setFocus()
        self.until(field.hasFocus, "the dialog takes the keyboard")
        field.selectAll()
        self._type(field, str(path))
        self.look("choosing")
        if isinstance(dialog, QFileDialog):
            QTest.keyClick(field, Qt.Key.Key_Return)
        else:
            box = dialog.findChildren(QDialogButtonBox)[0]
            QTest.mouseClick(box.button(QDialogButtonBox.StandardButton.Ok), LEFT)

    @staticmethod
    def _type(widget: QWidget | None, text: str) -> None:
        if widget is None:
            raise NotFoundError("the keyboard is nowhere")
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(widget, QKeyEvent(kind, 0, NONE, letter))

    def _visible(self, kind: type[W]) -> list[W]:
        window = self.window
        return [
            one
            for one in window.findChildren(kind)
            if one.isVisible() and (one.window() is window or isinstance(one, QAbstractItemView))
        ]

    def _wait_for(self, kind: type[W], text: str) -> W:
        self.until(
            lambda: any(called(one, text) for one in self._visible(kind)),
            f"{kind.__name__} {text!r} is there",
        )
        return next(one for one in self._visible(kind) if called(one, text))

    def _one(self, kind: type[W], text: str, candidates: list[W]) -> W:
        found = [one for one in candidates if not text or called(one, text)]
        if len(found) != 1:
            raise NotFoundError(f"{len(found)} {kind.__name__} are called {text!r}")
        return found[0]

    @staticmethod
    def _scroll_to(widget: QWidget) -> None:
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()
        QApplication.processEvents()

    @staticmethod
    def _middle(widget: QWidget) -> QPoint:
        """Where a person clicks: at the words of a check box, in the middle of all else."""
        middle = widget.rect().center()
        wide = isinstance(widget, QAbstractButton) and widget.isCheckable()
        return QPoint(min(middle.x(), 24), middle.y()) if wide else middle
