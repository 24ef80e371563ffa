"""A week as a calendar: seven days side by side, hours down, sessions as blocks.

One block at a time is a stop of Tab; the arrows go between blocks, Enter opens, Alt with an arrow
moves, Shift makes longer and shorter. A planned block can be dragged to another time (with Ctrl a
copy of it), or by its lower edge to another length: the page decides whether it does.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.domain.sessions import LONGEST
from tcdesk.services.lines import SessionLine
from tcdesk.services.ports import Words
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label
from tcdesk.ui.week_block import SessionBlock

DAYS = 7
GUTTER = 44  # the hours at the left
HOUR = 52  # logical pixels of an hour
LEAST_DAY = 84
FREE_DAY = 0.7  # the share of a Saturday or Sunday without sessions
SNAP = 15  # minutes to which a dragged block falls
EARLIEST, LATEST = 7, 20  # hours that are always shown
LEAST_BLOCK = 20
LEAST_FREE = 30  # pixels in which the name of a holiday begins to tell something
FRIDAY = 4


class _Head(QWidget):
    """The names of the days, above the columns; today stands out by weight and a line."""

    def __init__(self, kit: Kit, body: "_Body") -> None:
        super().__init__()
        self._kit = kit
        self._body = body
        self.setFixedHeight(self.fontMetrics().height() + 14)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        words, today = self._kit.words, self._kit.clock.today()
        for place in range(self._body.days):
            day = self._body.monday + timedelta(days=place)
            left, width = self._body.column(place)
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold if day == today else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(self._kit.theme.colour("accent" if day == today else "muted"))
            room = QRect(left + 4, 0, width - 8, self.height() - 4)
            painter.drawText(
                room,
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                day_name(words, day),
            )
            free = self._body.free.get(day, "")
            told = painter.fontMetrics().horizontalAdvance(f"{day_name(words, day)}  ")
            if free and width - 8 - told > LEAST_FREE:
                painter.setFont(self.font())
                painter.setPen(self._kit.theme.colour("muted"))
                shown = painter.fontMetrics().elidedText(
                    free, Qt.TextElideMode.ElideRight, width - 8 - told
                )
                painter.drawText(
                    room.adjusted(told, 0, 0, 0),
                    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                    shown,
                )
            if day == today:
                painter.fillRect(
                    left + 2, self.height() - 3, width - 4, 3, self._kit.theme.colour("accent")
                )
        painter.end()


class _Body(QWidget):
    """The hours and the blocks."""

    chosen = Signal(object)  # SessionLine
    opened = Signal(object)
    placed = Signal(object, object, int, int)  # SessionLine, day, start, minutes
    copied = Signal(object, object, int)  # SessionLine, day, start
    asked = Signal(object, str)  # SessionLine, what a letter asks for

    def __init__(self, kit: Kit, *, movable: bool) -> None:
        super().__init__()
        self._kit = kit
        self._movable = movable
        self.monday = kit.clock.today()
        self._first, self._last = EARLIEST, LATEST
        self.blocks: list[SessionBlock] = []
        self._lanes: dict[SessionBlock, tuple[int, int]] = {}
        self._shares = [1.0] * DAYS
        self.days = DAYS
        self.free: Mapping[date, str] = {}
        self.setMinimumWidth(GUTTER + DAYS * LEAST_DAY)

    def show_days(
        self, monday: date, lines: Sequence[SessionLine], days: int, free: Mapping[date, str]
    ) -> None:
        """Show the sessions of some days; the chosen one stays chosen."""
        known = next((block.line.id for block in self.blocks if block.isChecked()), None)
        focused = any(block.hasFocus() for block in self.blocks)
        for block in self.blocks:
            block.hide()
            block.deleteLater()
        self.monday, self.days, self.free = monday, days, free
        busy = {line.day for line in lines}
        shown = [monday + timedelta(days=place) for place in range(days)]
        self._shares = [
            1.0 if day.weekday() <= FRIDAY or day in busy or days == 1 else FREE_DAY
            for day in shown
        ]
        self._first = min([EARLIEST, *(line.start // 60 for line in lines)])
        self._last = max([LATEST, *(-(-(line.start + line.minutes) // 60) for line in lines)])
        self.setMinimumHeight((self._last - self._first) * HOUR + 8)
        self.blocks = [self._made(line) for line in lines]
        self._lanes = _lanes(self.blocks)
        self._place()
        for block in self.blocks:
            block.setChecked(block.line.id == known)
            block.show()
            if block.isChecked() and focused:
                block.setFocus()
        self._one_stop()
        self.update()

    def column(self, place: int) -> tuple[int, int]:
        """Give the left edge and the width of a day; a free Saturday or Sunday is narrower."""
        unit = (self.width() - GUTTER) / sum(self._shares)
        left = GUTTER + round(sum(self._shares[:place]) * unit)
        return left, GUTTER + round(sum(self._shares[: place + 1]) * unit) - left

    def choose(self, block: SessionBlock) -> None:
        """Choose a block."""
        for one in self.blocks:
            one.setChecked(one is block)
        self._one_stop()
        block.setFocus()
        self.chosen.emit(block.line)

    def _made(self, line: SessionLine) -> SessionBlock:
        block = SessionBlock(self._kit, line, self, movable=self._movable)
        block.clicked.connect(lambda: self.choose(block))
        block.opened.connect(lambda: self.opened.emit(line))
        block.stepped.connect(lambda days, places: self._step(block, days, places))
        block.dropped.connect(lambda corner, copy: self._drop(block, corner, copy=copy))
        block.stretched.connect(lambda height: self._stretch(block, height))
        block.shifted.connect(lambda days, steps: self._shift(block, days, steps))
        block.lengthened.connect(lambda steps: self._lengthen(block, steps * SNAP))
        block.asked.connect(lambda what: self.asked.emit(line, what))
        return block

    def _one_stop(self) -> None:
        checked = [block for block in self.blocks if block.isChecked()] or self.blocks[:1]
        for block in self.blocks:
            block.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if block in checked else Qt.FocusPolicy.ClickFocus
            )

    def _step(self, block: SessionBlock, days: int, places: int) -> None:
        if places:
            same = [one for one in self.blocks if one.line.day == block.line.day]
            to = same.index(block) + places
            if 0 <= to < len(same):
                self.choose(same[to])
            return
        further = [one for one in self.blocks if (one.line.day - block.line.day).days * days > 0]
        if further:
            nearest = min(
                further,
                key=lambda one: (
                    abs((one.line.day - block.line.day).days),
                    abs(one.line.start - block.line.start),
                ),
            )
            self.choose(nearest)

    def _drop(self, block: SessionBlock, corner: QPoint, *, copy: bool) -> None:
        middle = corner.x() + block.width() // 2
        place = sum(middle >= self.column(later)[0] for later in range(1, self.days))
        minutes = self._first * 60 + corner.y() * 60 / HOUR
        start = min(24 * 60 - SNAP, max(0, round(minutes / SNAP) * SNAP))
        self._place()
        line, day = block.line, self.monday + timedelta(days=place)
        if (day, start) == (line.day, line.start):
            return
        if copy:
            self.copied.emit(line, day, start)
        else:
            self.placed.emit(line, day, start, line.minutes)

    def _stretch(self, block: SessionBlock, height: int) -> None:
        minutes = max(SNAP, round((height + 2) * 60 / HOUR / SNAP) * SNAP)
        self._place()
        self._lengthen(block, minutes - block.line.minutes)

    def _lengthen(self, block: SessionBlock, by: int) -> None:
        line = block.line
        minutes = min(LONGEST, max(SNAP, line.minutes + by))
        if minutes != line.minutes:
            self.placed.emit(line, line.day, line.start, minutes)

    def _shift(self, block: SessionBlock, days: int, steps: int) -> None:
        line = block.line
        start = min(24 * 60 - SNAP, max(0, line.start + steps * SNAP))
        self.placed.emit(line, line.day + timedelta(days=days), start, line.minutes)

    def _place(self) -> None:
        for block in self.blocks:
            line = block.line
            left, width = self.column((line.day - self.monday).days)
            lane, lanes = self._lanes[block]
            share = (width - 4) // lanes
            top = (line.start - self._first * 60) * HOUR // 60
            height = max(LEAST_BLOCK, line.minutes * HOUR // 60 - 2)
            block.setGeometry(left + 2 + lane * share, top + 1, share - 1, height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour, words = self._kit.theme.colour, self._kit.words
        painter.fillRect(self.rect(), colour("base"))
        for place in range(self.days):
            day = self.monday + timedelta(days=place)
            if day.weekday() <= FRIDAY and day not in self.free:
                continue
            left, width = self.column(place)
            painter.fillRect(left, 0, width, self.height(), colour("stripe"))
        for hour in range(self._first, self._last + 1):
            y = (hour - self._first) * HOUR
            painter.setPen(colour("line"))
            painter.drawLine(GUTTER - 4, y, self.width(), y)
            painter.setPen(colour("muted"))
            painter.drawText(
                QRect(0, y + 1, GUTTER - 6, HOUR),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop,
                words.time(hour % 24 * 60),
            )
        painter.setPen(colour("line"))
        for place in range(self.days):
            left, _width = self.column(place)
            painter.drawLine(left, 0, left, self.height())
        painter.end()


class WeekView(QFrame):
    """The calendar with its head; scrolls by itself."""

    chosen = Signal(object)
    opened = Signal(object)
    placed = Signal(object, object, int, int)
    copied = Signal(object, object, int)
    asked = Signal(object, str)

    def __init__(self, kit: Kit, *, movable: bool) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(kit.words("schedule-week"))
        self._body = _Body(kit, movable=movable)
        self._head = _Head(kit, self._body)
        self._empty = label(kit.words("schedule-empty"), "muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._empty)
        column.addWidget(scroll, 1)
        self.setMinimumSize(GUTTER + DAYS * LEAST_DAY + 16, 300)
        self._body.chosen.connect(self.chosen)
        self._body.opened.connect(self.opened)
        self._body.placed.connect(self.placed)
        self._body.copied.connect(self.copied)
        self._body.asked.connect(self.asked)
        kit.theme.changed.connect(self._redraw)

    @property
    def blocks(self) -> Sequence[SessionBlock]:
        """Give the blocks shown, in order of time."""
        return tuple(self._body.blocks)

    def show_days(
        self,
        monday: date,
        lines: Sequence[SessionLine],
        *,
        days: int = DAYS,
        free: Mapping[date, str] | None = None,
    ) -> None:
        """Show the sessions of a week, or of one day; ``free`` names work-free days."""
        self._body.show_days(monday, lines, days, free or {})
        self._empty.setVisible(not lines)
        self._head.update()

    def _redraw(self) -> None:
        self._body.update()
        self._head.update()


def day_name(words: Words, day: date) -> str:
    """Give a day as it heads a column: ``tor 24. 11.``."""
    return f"{words.weekday_short(day)} {day.day}. {day.month}."


def _lanes(blocks: Sequence[SessionBlock]) -> dict[SessionBlock, tuple[int, int]]:
    """Put sessions of the same time side by side: lane and number of lanes of each block."""
    found: dict[SessionBlock, tuple[int, int]] = {}
    cluster: list[SessionBlock] = []
    ends: list[int] = []  # the end of the last session in each lane
    lanes: dict[SessionBlock, int] = {}

    def close() -> None:
        found.update({block: (lanes[block], len(ends)) for block in cluster})
        cluster.clear()
        ends.clear()

    day: date | None = None
    for block in blocks:
        line = block.line
        if line.day != day or all(end <= line.start for end in ends):
            close()
            day = line.day
        free = next((place for place, end in enumerate(ends) if end <= line.start), None)
        if free is None:
            free = len(ends)
            ends.append(0)
        ends[free] = line.start + max(line.minutes, LEAST_BLOCK * 60 // HOUR)
        lanes[block] = free
        cluster.append(block)
    close()
    return found
