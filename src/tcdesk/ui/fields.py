"""The fields of forms: day, time of day, choice, long text.

Each has ``value``, ``set_value`` and the signal ``changed``; a day or time that cannot be read is
``value() is None`` with ``unreadable()`` true, so that a form can tell *empty* from *wrong*.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QComboBox, QLineEdit, QPlainTextEdit
from typing_extensions import override

from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.typed import day_typed, time_typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing to choose: the stored code and the label that is read."""

    code: str
    label: str


class DayField(QLineEdit):
    """A day, typed in any usual way and shown as people here write it; ↑ and ↓ move by a day."""

    changed = Signal()

    def __init__(self, kit: Kit, value: date | None = None) -> None:
        super().__init__()
        self._kit = kit
        self._calendar: QCalendarWidget | None = None
        self.setPlaceholderText(kit.words("shell-day-example"))
        self.setToolTip(kit.words("shell-day.help"))
        self.setMaxLength(16)
        open_calendar = QAction(
            kit.icons(Icon.SCHEDULE, "muted"), kit.words("shell-day-calendar"), self
        )
        open_calendar.triggered.connect(self.open_calendar)
        self.addAction(open_calendar, QLineEdit.ActionPosition.TrailingPosition)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("30. 12. 2028") + 56)
        self.set_value(value)
        self.editingFinished.connect(self._tidy)
        self.textChanged.connect(self.changed)

    def value(self) -> date | None:
        """Give the day, or None when nothing or no day is typed."""
        return day_typed(self.text())

    def unreadable(self) -> bool:
        """Tell whether something is typed that is not a day."""
        return bool(self.text().strip()) and self.value() is None

    def set_value(self, value: date | None) -> None:
        """Show a day, or nothing."""
        self.setText(self._kit.words.date(value) if value else "")

    def _tidy(self) -> None:
        if self.value():
            self.set_value(self.value())

    def open_calendar(self) -> None:
        """Let the day be chosen in a calendar."""
        if self._calendar is None:
            self._calendar = QCalendarWidget(self)
            self._calendar.setWindowFlag(Qt.WindowType.Popup)
            self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
            self._calendar.setVerticalHeaderFormat(
                QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
            )
            self._calendar.setAccessibleName(self._kit.words("shell-day-calendar"))
            self._calendar.activated.connect(self._take)
            self._calendar.clicked.connect(self._take)
        day = self.value() or self._kit.clock.today()
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._calendar.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self._calendar.show()
        self._calendar.setFocus()

    def _take(self, day: QDate) -> None:
        self.set_value(date(day.year(), day.month(), day.day()))
        if self._calendar:
            self._calendar.hide()
        self.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        day = self.value()
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        step = steps.get(Qt.Key(event.key()))
        if step and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif step and day:
            self.set_value(day + timedelta(days=step))
        else:
            super().keyPressEvent(event)


class TimeField(QLineEdit):
    """A time of day, typed as 8.05, 08:05, 805 or 8; ↑ and ↓ move by five minutes."""

    changed = Signal()

    def __init__(self, kit: Kit, value: int | None = None) -> None:
        super().__init__()
        self._kit = kit
        self.setPlaceholderText(kit.words("shell-time-example"))
        self.setToolTip(kit.words("shell-time.help"))
        self.setMaxLength(6)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("00.00") + 40)
        self.set_value(value)
        self.editingFinished.connect(self._tidy)
        self.textChanged.connect(self.changed)

    def value(self) -> int | None:
        """Give minutes after midnight, or None when nothing or no time is typed."""
        return time_typed(self.text())

    def unreadable(self) -> bool:
        """Tell whether something is typed that is not a time."""
        return bool(self.text().strip()) and self.value() is None

    def set_value(self, value: int | None) -> None:
        """Show a time of day, or nothing."""
        self.setText("" if value is None else self._kit.words.time(value))

    def _tidy(self) -> None:
        if self.value() is not None:
            self.set_value(self.value())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 5, Qt.Key.Key_Down: -5}
        step = steps.get(Qt.Key(event.key()))
        minutes = self.value()
        if step and minutes is not None:
            self.set_value((minutes + step) % (24 * 60))
        else:
            super().keyPressEvent(event)


class ChoiceField(QComboBox):
    """One of some codes, by label; the wheel scrolls the page unless the field has the focus."""

    changed = Signal()

    def __init__(self, choices: Sequence[Choice] = (), *, blank: str | None = None) -> None:
        """Make the field.

        Args:
            choices: What can be chosen, in this order.
            blank: The label of *nothing chosen*; without it the first choice is chosen.
        """
        super().__init__()
        self._blank = blank
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.set_choices(choices)
        self.currentIndexChanged.connect(self.changed)

    def keep_narrow(self) -> None:
        """Take no more room than the form has, however long the labels are."""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other choices; what was chosen stays if it is still there."""
        before = self.value()
        self.blockSignals(True)
        self.clear()
        if self._blank is not None:
            self.addItem(self._blank, None)
        for choice in choices:
            self.addItem(choice.label, choice.code)
        self.set_value(before)
        self.blockSignals(False)
        if self.value() != before:
            self.changed.emit()

    def value(self) -> str | None:
        """Give the chosen code, or None."""
        code: str | None = self.currentData()
        return code

    def set_value(self, code: str | None) -> None:
        """Choose a code; one that is not offered leaves the first line chosen."""
        self.setCurrentIndex(max(0, self.findData(code)))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class LongText(QPlainTextEdit):
    """Text of any length; Tab leaves it, as in every other field."""

    changed = Signal()

    def __init__(self, *, lines: int = 4, fixed: bool = False) -> None:
        """Make the field.

        Args:
            lines: How many are seen at least.
            fixed: Show exactly so many, in a form of many fields.
        """
        super().__init__()
        self.setTabChangesFocus(True)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * lines + 20)
        if fixed:
            self.setMaximumHeight(self.minimumHeight())
        self.textChanged.connect(self.changed)

    def value(self) -> str:
        """Give the text, without white space around it."""
        return self.toPlainText().strip()

    def set_value(self, text: str) -> None:
        """Show a text."""
        self.setPlainText(text)


class LineField(QLineEdit):
    """One line of text."""

    changed = Signal()

    def __init__(self, text: str = "", *, longest: int = 200) -> None:
        super().__init__(text)
        self.setMaxLength(longest)
        self.textChanged.connect(self.changed)

    def value(self) -> str:
        """Give the text, without white space around it."""
        return self.text().strip()

    def set_value(self, text: str) -> None:
        """Show a text, from its beginning."""
        self.setText(text)
        self.setCursorPosition(0)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self.selectAll()
