"""The sessions of a day on Danes: one line each, with its state and what can be done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QWidget

from tcdesk.domain.ids import SessionId
from tcdesk.domain.sessions import SessionState
from tcdesk.services.lines import SessionLine
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import ICON, button, label
from tcdesk.ui.people_words import activity_name

Do = Callable[[SessionId], None]
LEAST_HEIGHT = 180  # three sessions


class DaySessions(QScrollArea):
    """All sessions of one day below each other."""

    def __init__(self, kit: Kit, *, open_session: Do | None, print_sheet: Do | None) -> None:
        """Make an empty list.

        Args:
            kit: What the window is built with.
            open_session: Opens a session; None when the role sees the plan only, not what was
                recorded.
            print_sheet: Shows its sheet; None when the role may not print.
        """
        super().__init__()
        self._kit = kit
        self._open = open_session
        self._print = print_sheet
        self.setWidgetResizable(True)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_sessions(self, lines: Sequence[SessionLine]) -> None:
        """Show some sessions, in their order."""
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 4, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(1, 240)
        for row, line in enumerate(lines):
            self._add(grid, row * 2, line)
        grid.setRowStretch(len(lines) * 2, 1)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)  # the card's ground shows through
        self.setMinimumWidth(inner.minimumSizeHint().width() + 16)

    def _add(self, grid: QGridLayout, row: int, line: SessionLine) -> None:
        if row:
            rule = QFrame()
            rule.setFixedHeight(1)
            rule.setProperty("role", "rule")
            grid.addWidget(rule, row - 1, 0, 1, 4)
        words = self._kit.words
        time = label(words.time(line.start), "strong")
        grid.addWidget(time, row, 0)
        grid.addWidget(self._what(line), row, 1)
        grid.addWidget(self._state(line), row, 2)
        grid.addWidget(self._buttons(line), row, 3, Qt.AlignmentFlag.AlignRight)
        grid.setRowMinimumHeight(row, 56)

    def _what(self, line: SessionLine) -> QWidget:
        first, second = self._texts(line)
        what = QWidget()
        column = QGridLayout(what)
        column.setContentsMargins(0, 4, 0, 4)
        column.setVerticalSpacing(0)
        column.addWidget(label(first, "strong", wrap=True), 0, 0)
        column.addWidget(label(second, "small", wrap=True), 1, 0)
        return what

    def _texts(self, line: SessionLine) -> tuple[str, str]:
        activity = activity_name(self._kit.words, line.activity_sl, line.activity_en)
        who = self._kit.privacy.name(line.who, line.who_code)
        first = who or activity[:1].upper() + activity[1:]
        rest = (activity if who else "", line.room, line.leader)
        return first, " · ".join(part for part in rest if part)

    def _state(self, line: SessionLine) -> QWidget:
        icon, tone, text = session_state(self._kit, line)
        shown = QWidget()
        row = QHBoxLayout(shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        if text and (self._open or line.state is SessionState.CANCELLED):
            sign = QLabel()
            sign.setPixmap(self._kit.icons(icon, tone).pixmap(ICON))
            row.addWidget(sign)
            row.addWidget(label(text, "muted"))
        row.addStretch(1)
        return shown

    def _buttons(self, line: SessionLine) -> QWidget:
        words = self._kit.words
        first, _ = self._texts(line)
        what = f"{words.time(line.start)} {first}"
        shown = QWidget()
        row = QHBoxLayout(shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        print_sheet = self._print
        if print_sheet and line.state is not SessionState.CANCELLED:
            sheet = button(words("today-sheet"), help_text=words("today-sheet.help"))
            sheet.setIcon(self._kit.icons(Icon.PRINT))
            sheet.setAccessibleName(words("today-sheet.name", what=what))
            sheet.clicked.connect(lambda: print_sheet(line.id))
            row.addWidget(sheet)
        open_session = self._open
        if open_session:
            opens = button(words("today-open"))
            opens.setAccessibleName(words("today-open.name", what=what))
            opens.clicked.connect(lambda: open_session(line.id))
            row.addWidget(opens)
        return shown


def session_state(kit: Kit, line: SessionLine) -> tuple[Icon, str, str]:
    """Say where a session stands: icon, colour and words; empty words while it is only planned."""
    words = kit.words
    if line.state is SessionState.CANCELLED:
        return Icon.CLOSE, "muted", words("today-state-cancelled")
    if line.unsigned:
        return Icon.SIGN, "warn", words("today-state-unsigned", count=line.unsigned)
    if line.recorded or line.state is SessionState.HELD:
        return Icon.SUCCESS, "success", words("today-state-recorded")
    if line.printed:
        return Icon.PRINT, "muted", words("today-state-printed")
    return Icon.CLOCK, "muted", ""
