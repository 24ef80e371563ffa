"""The form of one note: its fields in the order of its format, label beside field.

Ctrl+Space offers phrases at the cursor, @ the people of the session as initials or roles. What is
pasted comes in as plain text without control characters.
"""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget
from typing_extensions import override

from tcdesk.domain.notes import ASSESSMENT_FIELDS, FIELDS, NoteFormat, clean
from tcdesk.ui.fields import LongText
from tcdesk.ui.insert_list import Insertions, InsertList
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label

LINES = {
    "theme": 1,
    "reason": 1,
    "process": 3,
    "agreements": 2,
    "informed": 1,
    "course": 3,
}  # of the rest: 2, alone 5
LABEL_WIDTH = 104


class NoteText(LongText):
    """A field that is as high as its lines at the least and grows with the window."""

    def __init__(self, kit: Kit, *, lines: int) -> None:
        super().__init__(lines=lines)
        self._kit = kit
        self._insertions: Insertions | None = None
        self.setMinimumHeight(self.minimumHeight() + 6)  # so that one line needs no scroll bar

    def set_insertions(self, insertions: Insertions) -> None:
        """Take what can be inserted at the cursor."""
        self._insertions = insertions

    def offer_phrases(self) -> None:
        """Open the list of phrases at the cursor."""
        if self._insertions is None or self.isReadOnly():
            return
        words = self._kit.words
        made = InsertList(
            self._kit,
            self,
            self._insertions.phrases(),
            title=words("insert-phrases"),
            empty=words("insert-phrases-none"),
            manage=words("insert-phrases-manage"),
        )
        made.manageAsked.connect(self._insertions.manage)
        self._open(made)

    def _offer_people(self) -> None:
        if self._insertions is None:
            return
        words = self._kit.words
        made = InsertList(
            self._kit,
            self,
            self._insertions.people(),
            title=words("insert-people"),
            empty=words("insert-people-none"),
        )
        made.left.connect(lambda: self.insertPlainText("@"))
        self._open(made)

    def _open(self, made: InsertList) -> None:
        made.chosen.connect(self.insertPlainText)
        made.open_at(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space and control:
            self.offer_phrases()
        elif event.text() == "@" and self._insertions is not None and self._begins_word():
            self._offer_people()
        else:
            super().keyPressEvent(event)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.insertPlainText(clean(source.text()))

    def _begins_word(self) -> bool:
        """Say whether a word would begin here; an @ inside one is an address."""
        before = self.toPlainText()[: self.textCursor().position()][-1:]
        return not before or before.isspace() or before in '(„»"'

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())


class NoteFields(QWidget):
    """Fields of a note; Ctrl+↑ ↓ ask for another person, Esc for the roster."""

    changed = Signal()
    entered = Signal(QWidget)  # a field got the focus
    left = Signal()  # a field lost the focus
    stepAsked = Signal(int)
    rosterAsked = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._format: NoteFormat | None = None
        self._fields: dict[str, NoteText] = {}
        self._about = ""
        self._last = ""
        self._insertions: Insertions | None = None

    def set_insertions(self, insertions: Insertions) -> None:
        """Take what can be inserted in every field."""
        self._insertions = insertions
        for field in self._fields.values():
            field.set_insertions(insertions)

    @property
    def fields(self) -> Mapping[str, NoteText]:
        """Give the fields by name, in their order."""
        return self._fields

    def offer_phrases(self) -> None:
        """Open the list of phrases in the field that was written in last."""
        last = self._fields.get(self._last) or next(iter(self._fields.values()), None)
        if last is not None:
            last.setFocus(Qt.FocusReason.OtherFocusReason)
            last.offer_phrases()

    def show_format(self, format_: NoteFormat) -> None:
        """Show the fields of a format; the same format keeps its widgets."""
        if format_ is self._format:
            return
        self._format = format_
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._fields = {}
        names = FIELDS[format_]
        for row, name in enumerate(names):
            field = NoteText(self._kit, lines=5 if len(names) == 1 else LINES.get(name, 2))
            field.changed.connect(self.changed)
            field.installEventFilter(self)
            self._fields[name] = field
            if self._insertions is not None:
                field.set_insertions(self._insertions)
            named = self._named(name, field)
            self._grid.addWidget(named, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(field, row, 1)
            named.show()
            field.show()  # at once: the focus may be put into it before the layout has its turn
            self._grid.setRowStretch(row, LINES.get(name, 2))
        for row in range(len(names), self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
        self.set_about(self._about)

    def set_about(self, about: str) -> None:
        """Say to screen readers whose note it is, before each field's name."""
        self._about = about
        for name, field in self._fields.items():
            field.setAccessibleName(f"{about} – {self._kit.words(f'note-field-{name}')}")

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """Show texts without telling that something was typed; equal ones keep their cursor."""
        for name, field in self._fields.items():
            if field.toPlainText() != texts.get(name, ""):
                field.blockSignals(True)
                field.setPlainText(texts.get(name, ""))
                field.blockSignals(False)

    def texts(self) -> Mapping[str, str]:
        """Give what stands in the fields."""
        return {name: field.toPlainText() for name, field in self._fields.items()}

    def set_focus(self, name: str = "", cursor: int | None = None) -> None:
        """Put the focus in a field; without a name in the first one."""
        field = self._fields.get(name) or next(iter(self._fields.values()), None)
        if field is None:
            return
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if cursor is not None:
            place = field.textCursor()
            place.setPosition(min(cursor, len(field.toPlainText())))
            field.setTextCursor(place)
        else:
            field.moveCursor(QTextCursor.MoveOperation.End)

    def focused(self) -> tuple[str, int] | None:
        """Give the field with the focus and where its cursor stands.

        The window's focus counts, also while another program's window is in front.
        """
        inside = self.window().focusWidget()
        for name, field in self._fields.items():
            if field is inside:
                return name, field.textCursor().position()
        return None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._last = next((name for name, one in self._fields.items() if one is watched), "")
            self.entered.emit(watched)
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            step = steps.get(Qt.Key(event.key()))
            if step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.stepAsked.emit(step)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.rosterAsked.emit()
                return True
        return super().eventFilter(watched, event)

    def _named(self, name: str, field: QPlainTextEdit) -> QWidget:
        words = self._kit.words
        text = words(f"note-field-{name}")
        if name in ASSESSMENT_FIELDS:
            text = f"{text}\n{words('note-assessment')}"
            field.setAccessibleDescription(words("note-assessment"))
            field.setToolTip(words("note-assessment.help"))
        named = label(text, "small", wrap=True)
        named.setFixedWidth(LABEL_WIDTH)
        named.setContentsMargins(0, 6, 0, 0)
        named.setBuddy(field)
        return named
