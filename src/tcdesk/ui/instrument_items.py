"""The questions of a questionnaire below each other; the one that is answered now is open.

Digits choose, Enter goes on, Shift+Enter goes back, Delete takes an answer away. The arrows move
among the answers of a question, as in every list of choices.
"""

from collections.abc import Mapping

from PySide6.QtCore import QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QRegularExpressionValidator
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from tcdesk.domain.instruments import Definition, Item, ResponseSet, text_of
from tcdesk.ui.card import let_go
from tcdesk.ui.fields import LineField
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label, restyle

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_AWAY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class ItemList(QScrollArea):
    """Holds the answers while they are given."""

    answered = Signal()
    finished = Signal()  # Enter on the last question

    def __init__(self, kit: Kit, definition: Definition, answers: Mapping[str, int]) -> None:
        super().__init__()
        self._kit = kit
        self._definition = definition
        self.answers = dict(answers)
        self.place = -1
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(200)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        self.rows = [
            _ItemRow(kit, definition, item, number)
            for number, item in enumerate(definition.items, 1)
        ]
        for place, row in enumerate(self.rows):
            row.asked.connect(lambda place=place: self.go(place))
            row.chosen.connect(lambda value, place=place: self._answer(place, value))
            row.show_answer(self.answers.get(row.item.id))
            column.addWidget(row)
        column.addStretch(1)
        self.setWidget(inner)

    def go(self, place: int) -> None:
        """Open a question; the one before it is closed."""
        if not 0 <= place < len(self.rows):
            return
        if 0 <= self.place < len(self.rows) and self.place != place:
            self.rows[self.place].close_choices()
        self.place = place
        row = self.rows[place]
        row.open_choices(self.answers.get(row.item.id))
        QTimer.singleShot(0, row, lambda: self.ensureWidgetVisible(row, 0, 60))

    def first_open(self) -> int:
        """Give the first question without an answer, the last one if there is none."""
        places = range(len(self.rows))
        return next(
            (one for one in places if self.rows[one].item.id not in self.answers), len(places) - 1
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not 0 <= self.place < len(self.rows):
            super().keyPressEvent(event)
            return
        row, back = self.rows[self.place], event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ENTER and back:
            self.go(self.place - 1)
        elif event.key() in _ENTER and self.place == len(self.rows) - 1:
            self.finished.emit()
        elif event.key() in _ENTER:
            self.go(self.place + 1)
        elif event.key() in _AWAY:
            self._answer(self.place, None)
            row.open_choices(None)
        elif event.text().isdecimal() and row.takes(int(event.text())):
            row.choose(int(event.text()))
        else:
            super().keyPressEvent(event)

    def _answer(self, place: int, value: int | None) -> None:
        row = self.rows[place]
        if value is None:
            self.answers.pop(row.item.id, None)
        else:
            self.answers[row.item.id] = value
        row.show_answer(value)
        self.answered.emit()


class _ItemRow(QFrame):
    """One question; a click opens it."""

    asked = Signal()
    chosen = Signal(object)  # int or None

    def __init__(self, kit: Kit, definition: Definition, item: Item, number: int) -> None:
        super().__init__()
        self._kit = kit
        self.item = item
        self._responses: ResponseSet = definition.responses(item)
        self._choices: QWidget | None = None
        self._group: QButtonGroup | None = None
        language = kit.words.language
        self._text = text_of(item.text, language) or kit.words("instrument-item", number=number)
        self.setProperty("role", "card")
        self._label = label(f"{number}.  {self._text}", wrap=True)
        self._answer = label("", "strong")
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._label, 1)
        head.addWidget(self._answer, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(8)
        self._column.addLayout(head)
        self.setAccessibleName(self._label.text())

    def takes(self, value: int) -> bool:
        """Say whether a number is one of its choices."""
        return bool(self._responses.choices) and self._responses.takes(value)

    def choose(self, value: int) -> None:
        """Choose an answer by its number."""
        button = self._group.button(value) if self._group else None
        if button is not None:
            button.setChecked(True)
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_answer(self, value: int | None) -> None:
        """Show the answer at the right of the question."""
        told = "" if value is None else str(value)
        self._answer.setText(told)
        self._answer.setAccessibleName(told)

    def open_choices(self, value: int | None) -> None:
        """Show what can be answered, and let the keyboard be there."""
        self.close_choices()
        self._mark(now=True)
        self._choices = QWidget()
        column = QVBoxLayout(self._choices)
        column.setContentsMargins(20, 0, 0, 4)
        column.setSpacing(4)
        focus = self._fill_range(column, value) if not self._responses.choices else None
        focus = focus or self._fill_choices(column, value)
        self._column.addWidget(self._choices)
        self._choices.show()  # at once: what is not shown yet gets no keyboard
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_choices(self) -> None:
        """Show the question alone."""
        if self._choices is not None:
            let_go(self._choices, focus_to=self)
            self._choices = self._group = None
        self._mark(now=False)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._choices is None:
            self.asked.emit()
        else:
            super().mousePressEvent(event)

    def _mark(self, *, now: bool) -> None:
        self.setProperty("role", "chosen" if now else "card")
        self._label.setProperty("role", "strong" if now else "")
        for part in (self, self._label):
            restyle(part)

    def _fill_choices(self, column: QVBoxLayout, value: int | None) -> QWidget:
        language = self._kit.words.language
        self._group = QButtonGroup(self)
        focus: QWidget | None = None
        for choice in self._responses.choices:
            told = text_of(choice.text, language)
            radio = QRadioButton(f"{choice.value}   {told}".rstrip())
            radio.setAccessibleDescription(self._text)
            radio.setChecked(choice.value == value)
            self._group.addButton(radio, choice.value)
            column.addWidget(radio)
            if focus is None or choice.value == value:
                focus = radio
        self._group.idToggled.connect(self._toggled)
        return focus or self

    def _toggled(self, value: int, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if on:
            self.chosen.emit(value)

    def _fill_range(self, column: QVBoxLayout, value: int | None) -> QWidget:
        language, responses = self._kit.words.language, self._responses
        field = LineField("" if value is None else str(value), longest=len(str(responses.most)))
        field.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d*"), field))
        field.setFixedWidth(72)
        field.setAccessibleName(self._text)
        ends = self._kit.words(
            "instrument-range",
            least=responses.least,
            most=responses.most,
            low=text_of(responses.least_text, language),
            high=text_of(responses.most_text, language),
        )
        field.setAccessibleDescription(ends)
        wrong = label("", "error")
        wrong.hide()

        def typed() -> None:
            told = field.value()
            right = told.isdecimal() and responses.takes(int(told))
            wrong.setText("" if right or not told else self._kit.words("instrument-range-wrong"))
            wrong.setVisible(bool(wrong.text()))
            self.chosen.emit(int(told) if right else None)

        field.changed.connect(typed)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(field)
        row.addWidget(label(ends, "muted"))
        row.addWidget(wrong)
        row.addStretch(1)
        column.addLayout(row)
        return field
