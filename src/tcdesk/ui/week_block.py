"""One session on the week's calendar: a block that is chosen, opened and dragged."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from typing_extensions import override

from tcdesk.domain.sessions import SessionState
from tcdesk.services.lines import SessionLine
from tcdesk.ui.flag_words import marked
from tcdesk.ui.kit import Kit
from tcdesk.ui.session_words import (
    STATE_ICONS,
    STATE_TONES,
    activity_name,
    day_text,
    span,
    state_text,
)
from tcdesk.ui.theme import SMALL

MARK = 14  # the state's icon
EDGE = 7  # pixels at the lower edge by which a block is made longer or shorter
TINY = 5.5  # points: smaller letters are not read
NARROW = 76  # below it a short code stands for the activity's name


_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_LETTERS = {
    Qt.Key.Key_N: "new",
    Qt.Key.Key_C: "cancel",
    Qt.Key.Key_Delete: "cancel",
    Qt.Key.Key_K: "copy",
    Qt.Key.Key_M: "change",
}


class SessionBlock(QAbstractButton):
    """Shows time, activity, who and room, with the state as icon and word."""

    opened = Signal()
    stepped = Signal(int, int)  # days, places within the day
    dropped = Signal(QPoint, bool)  # its new top left corner, and whether a copy goes there
    stretched = Signal(int)  # its new height
    shifted = Signal(int, int)  # by so many days and steps of a quarter of an hour
    lengthened = Signal(int)  # by so many steps
    asked = Signal(str)  # what a letter asks for: ``new``, ``cancel``, ``copy``, ``change``

    def __init__(self, kit: Kit, line: SessionLine, parent: QWidget, *, movable: bool) -> None:
        super().__init__(parent)
        self._kit = kit
        self.line = line
        self._movable = movable and line.state is SessionState.PLANNED
        self._grip: QPoint | None = None
        self._dragged = False
        self._stretching = False
        self.setMouseTracking(self._movable)
        self.setCheckable(True)
        self.setAutoExclusive(False)
        words = kit.words
        who = marked(kit.privacy.name(line.who, line.who_code), line.marks)
        told = [
            f"{day_text(words, line.day)}, {span(words, line.start, line.minutes)}",
            activity_name(words, line),
            who,
            line.room,
            line.leader,
            state_text(words, line),
        ]
        self._lines = [part for part in (activity_name(words, line), who, line.room) if part]
        self.setAccessibleName(", ".join(part for part in told if part))
        self.setToolTip("\n".join(part for part in told if part))
        self.setText("")

    @override
    def sizeHint(self) -> QSize:
        return QSize(100, 40)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colour = self._kit.theme.colour
        tone = STATE_TONES[self.line.state]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 1, -1, -1)
        edge = "accent" if self.isChecked() or self.hasFocus() else tone
        painter.setPen(QPen(colour(edge), 2 if edge == "accent" else 1))
        painter.setBrush(colour("selected" if self.isChecked() else f"{tone}_wash"))
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(colour("on_selected" if self.isChecked() else "text"))
        narrow = box.width() < NARROW
        self._write(painter, box.adjusted(2 if narrow else 6, 3, -1 if narrow else -4, -3), tone)
        painter.end()

    def _write(self, painter: QPainter, room: QRect, tone: str) -> None:
        line = self.line
        font = QFont(self.font())
        font.setPointSizeF(SMALL)
        painter.setFont(font)
        step = painter.fontMetrics().height()
        if room.width() < NARROW:
            self._write_narrow(painter, room, tone)
            return
        self._draw_mark(painter, room.left(), room.top() + (step - MARK) // 2, tone)
        self._line(painter, room.adjusted(MARK + 4, 0, 0, 0), self._first(painter, room, step))
        for place, text in enumerate(self._lines, 1):
            top_edge = room.top() + place * step
            if top_edge + step > room.bottom() + 3:
                break
            font.setWeight(QFont.Weight.DemiBold if place == 1 else QFont.Weight.Normal)
            font.setStrikeOut(place == 1 and line.state is SessionState.CANCELLED)
            painter.setFont(font)
            self._line(painter, QRect(room.left(), top_edge, room.width(), step), text)

    def _write_narrow(self, painter: QPainter, room: QRect, tone: str) -> None:
        """Say when and, by its code, what: a few letters that are whole tell more than a name cut.

        The state's icon stands below, where there is room; the rest is in the tool tip.
        """
        line, step = self.line, painter.fontMetrics().height()
        time = self._kit.words.time(line.start)
        texts = [f"{time} {line.activity_code}"]
        if painter.fontMetrics().horizontalAdvance(texts[0]) > room.width():
            texts = [time, line.activity_code]
        if room.height() < 2 * step - 3:
            texts = texts[:1]
        font = painter.font()
        longest = max(texts, key=painter.fontMetrics().horizontalAdvance)
        while painter.fontMetrics().horizontalAdvance(longest) > room.width():
            if font.pointSizeF() <= TINY:
                break
            font.setPointSizeF(font.pointSizeF() - 0.5)
            painter.setFont(font)
        if painter.fontMetrics().horizontalAdvance(texts[0]) > room.width():
            texts[0] = str(line.start // 60)  # the hour whole says more than the time cut
        top = room.top()
        for place, text in enumerate(texts):
            font.setStrikeOut(place == len(texts) - 1 and line.state is SessionState.CANCELLED)
            painter.setFont(font)
            self._line(painter, QRect(room.left(), top, room.width(), step), text)
            top += step
        if top + MARK <= room.bottom() + 3:
            self._draw_mark(painter, room.left(), top + 1, tone)

    def _draw_mark(self, painter: QPainter, left: int, top: int, tone: str) -> None:
        mark = self._kit.icons(STATE_ICONS[self.line.state], tone)
        mark.paint(painter, QRect(left, top, MARK, MARK))

    def _first(self, painter: QPainter, room: QRect, step: int) -> str:
        """Say time and state; in a low block the activity, in a narrow one the time or nothing."""
        words, line = self._kit.words, self.line
        time = words.time(line.start)
        if room.height() < 2 * step - 3:
            return f"{time} {self._lines[0]}"
        whole = f"{time} {words(f'session-state-{line.state.value}')}"
        free = room.width() - MARK - 4
        measure = painter.fontMetrics().horizontalAdvance
        return next((text for text in (whole, time) if measure(text) <= free), "")

    @staticmethod
    def _line(painter: QPainter, room: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, moved = Qt.Key(event.key()), event.modifiers()
        step = _STEPS.get(key)
        letter = _LETTERS.get(key) if not moved else None
        if step and moved & Qt.KeyboardModifier.AltModifier:
            if self._movable:
                self.shifted.emit(*step)
        elif step and moved & Qt.KeyboardModifier.ShiftModifier:
            if self._movable and step[1]:
                self.lengthened.emit(step[1])
        elif step:
            self.stepped.emit(*step)
        elif letter:
            self.asked.emit(letter)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grip = event.position().toPoint()
        self._dragged = False
        self._stretching = self._at_edge(self._grip)
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._movable and self._grip is not None:
            way = here - self._grip
            if self._dragged or way.manhattanLength() > QApplication.startDragDistance():
                self._dragged = True
                self.raise_()
                if self._stretching:
                    self.resize(self.width(), max(EDGE * 2, here.y()))
                else:
                    self.move(self.pos() + way)
        elif self._movable:
            shape = Qt.CursorShape.SizeVerCursor
            self.setCursor(shape if self._at_edge(here) else Qt.CursorShape.ArrowCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        copy = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        super().mouseReleaseEvent(event)
        if self._dragged:
            self._dragged = False
            if self._stretching:
                self.stretched.emit(self.height())
            else:
                self.dropped.emit(self.pos(), copy)

    def _at_edge(self, place: QPoint) -> bool:
        return self._movable and place.y() >= self.height() - EDGE
