"""The form of one note: its fields in the order of its format, label beside field."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget
from typing_extensions import override

from tcdesk.domain.notes import ASSESSMENT_FIELDS, FIELDS, NoteFormat
from tcdesk.ui.fields import LongText
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label

LINES = {"theme": 1, "reason": 1, "process": 3, "agreements": 2}  # of the rest: 2, alone 5
LABEL_WIDTH = 104


class NoteText(LongText):
    """A field that is as high as its lines at the least and grows with the window."""

    def __init__(self, *, lines: int) -> None:
        super().__init__(lines=lines)
        self.setMinimumHeight(self.minimumHeight() + 6)  # so that one line needs no scroll bar

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

    @property
    def fields(self) -> Mapping[str, NoteText]:
        """Give the fields by name, in their order."""
        return self._fields

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
            field = NoteText(lines=5 if len(names) == 1 else LINES.get(name, 2))
            field.changed.connect(self.changed)
            field.installEventFilter(self)
            self._fields[name] = field
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
