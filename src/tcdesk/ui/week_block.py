"""One session on the week's calendar: a block that is chosen, opened and dragged."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from typing_extensions import override

from tcdesk.domain.sessions import SessionState
from tcdesk.services.lines import SessionLine
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


class SessionBlock(QAbstractButton):
    """Shows time, activity, who and room, with the state as icon and word."""

    opened = Signal()
    stepped = Signal(int, int)  # days, places within the day
    dropped = Signal(QPoint)  # its new top left corner

    def __init__(self, kit: Kit, line: SessionLine, parent: QWidget, *, movable: bool) -> None:
        super().__init__(parent)
        self._kit = kit
        self.line = line
        self._movable = movable and line.state is SessionState.PLANNED
        self._grip: QPoint | None = None
        self._dragged = False
        self.setCheckable(True)
        self.setAutoExclusive(False)
        words = kit.words
        who = kit.privacy.name(line.who, line.who_code)
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
        self._write(painter, box.adjusted(6, 3, -4, -3), tone)
        painter.end()

    def _write(self, painter: QPainter, room: QRect, tone: str) -> None:
        line = self.line
        font = QFont(self.font())
        font.setPointSizeF(SMALL)
        painter.setFont(font)
        step = painter.fontMetrics().height()
        mark = self._kit.icons(STATE_ICONS[line.state], tone)
        mark.paint(painter, QRect(room.left(), room.top() + (step - MARK) // 2, MARK, MARK))
        self._line(painter, room.adjusted(MARK + 4, 0, 0, 0), self._first(painter, room, step))
        font.setWeight(QFont.Weight.DemiBold)
        for place, text in enumerate(self._lines, 1):
            top_edge = room.top() + place * step
            if top_edge + step > room.bottom() + 3:
                break
            font.setWeight(QFont.Weight.DemiBold if place == 1 else QFont.Weight.Normal)
            font.setStrikeOut(place == 1 and line.state is SessionState.CANCELLED)
            painter.setFont(font)
            self._line(painter, QRect(room.left(), top_edge, room.width(), step), text)

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
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        step = steps.get(Qt.Key(event.key()))
        if step:
            self.stepped.emit(*step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
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
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._movable and self._grip is not None:
            way = event.position().toPoint() - self._grip
            if self._dragged or way.manhattanLength() > QApplication.startDragDistance():
                self._dragged = True
                self.raise_()
                self.move(self.pos() + way)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        super().mouseReleaseEvent(event)
        if self._dragged:
            self._dragged = False
            self.dropped.emit(self.pos())
