"""Finds one person by name or code while typing; ↓ and Enter choose, Esc gives up."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.services.desk import Desk
from tcdesk.services.lines import PersonLine
from tcdesk.services.participants import Participants
from tcdesk.ui.fields import LineField
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label

MOST = 8
LEAST_LETTERS = 2
PAUSE = 150  # ms


class PersonPicker(QWidget):
    """A field with the people found below it."""

    picked = Signal(object)  # PersonLine
    cancelled = Signal()

    def __init__(self, kit: Kit, desk: Desk, *, name: str) -> None:
        super().__init__()
        self._kit = kit
        self._people = Participants(desk)
        self._answered = ""  # the text whose people are listed
        self._waits = False  # Enter was pressed before the answer came
        self._field = LineField()
        self._field.setAccessibleName(name)
        self._field.setPlaceholderText(kit.words("session-person-search"))
        self._found = QListWidget()
        self._found.setAccessibleName(kit.words("session-person-found"))
        self._found.hide()
        self._nobody = label(kit.words("session-person-none"), "small", wrap=True)
        self._nobody.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._field)
        column.addWidget(self._found)
        column.addWidget(self._nobody)
        self.setFocusProxy(self._field)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._look)
        self._field.textEdited.connect(lambda _text: self._typed())
        self._field.installEventFilter(self)
        self._found.installEventFilter(self)
        self._found.itemClicked.connect(self._pick)

    def clear(self) -> None:
        """Begin anew."""
        self._field.clear()
        self._answered, self._waits = "", False
        self._show([])
        self._nobody.hide()

    def show_name(self, name: str) -> None:
        """Show who is chosen."""
        self._field.set_value(name)
        self._answered, self._waits = self._field.value(), False
        self._show([])
        self._nobody.hide()

    def _typed(self) -> None:
        self._waits = False
        self._pause.start()

    def _look(self) -> None:
        self._pause.stop()
        text = self._field.value()
        if len(text) < LEAST_LETTERS:
            self._answered, self._waits = text, False
            self._show([])
            self._nobody.hide()
            return
        day = self._kit.clock.today()

        def done(people: Sequence[PersonLine]) -> None:
            if self._field.value() != text:
                return
            waited, self._answered, self._waits = self._waits, text, False
            self._show(people)
            self._nobody.setVisible(not people)
            if waited and people:
                self._pick(self._found.item(0))

        self._kit.jobs.run(
            self, lambda: self._people.search(text, day=day, limit=MOST), done=done, lane="reader"
        )

    def _show(self, people: Sequence[PersonLine]) -> None:
        self._found.clear()
        for person in people:
            shown = self._kit.privacy.name(person.name, "")
            item = QListWidgetItem(f"{shown}  ·  {person.code}" if shown else person.code)
            item.setData(Qt.ItemDataRole.UserRole, person)
            self._found.addItem(item)
        self._found.setVisible(bool(people))
        if people:
            self._found.setCurrentRow(0)
            row = self._found.sizeHintForRow(0)
            self._found.setFixedHeight(row * len(people) + 2 * self._found.frameWidth() + 4)
            QTimer.singleShot(0, self._found, self._reveal)

    def _reveal(self) -> None:
        """Let whoever types see who is found, where the field stands at a page's lower edge."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(self._found)

    def _pick(self, item: QListWidgetItem) -> None:
        person: PersonLine = item.data(Qt.ItemDataRole.UserRole)
        self._pause.stop()
        self.show_name(person.name)
        self.picked.emit(person)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = event.key()
        item = self._found.currentItem() if self._found.count() else None
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if watched is self._field and self._field.value() != self._answered:
                self._waits = True  # who is listed was found for another text
                self._look()
            elif item is not None:
                self._pick(item)
            return True
        if key == Qt.Key.Key_Escape:
            self.clear()
            self.cancelled.emit()
            return True
        if watched is self._field and key == Qt.Key.Key_Down and item is not None:
            self._found.setFocus()
            return True
        return super().eventFilter(watched, event)
