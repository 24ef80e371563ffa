"""How far a goal was reached over time: a dot a rating on five lines, joined in their order."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from tcdesk.domain.attainment import HIGHEST, LOWEST, sign
from tcdesk.domain.plans import GoalRating
from tcdesk.ui.kit import Kit

MOST_SHOWN = 8
_STEP, _HEIGHT, _EDGE, _DOT = 22, 44, 8, 3.5


class AttainmentTrend(QWidget):
    """The newest ratings; what it shows is also said in words beside it."""

    def __init__(self, kit: Kit, ratings: Sequence[GoalRating]) -> None:
        super().__init__()
        self._theme = kit.theme
        kit.theme.changed.connect(self.update)
        self._scores = [one.score for one in ratings[-MOST_SHOWN:]]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(sign(score) for score in self._scores))

    @override
    def sizeHint(self) -> QSize:
        return QSize(2 * _EDGE + _STEP * max(1, len(self._scores) - 1), _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        del event
        colours = self._theme.palette
        for level in range(LOWEST, HIGHEST + 1):
            strong = level == 0
            pen = QPen(QColor(colours.muted if strong else colours.line), 1.0)
            pen.setStyle(Qt.PenStyle.SolidLine if strong else Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawLine(
                QPointF(0, self._down(level)), QPointF(self.width(), self._down(level))
            )
        points = [
            QPointF(_EDGE + _STEP * place, self._down(score))
            for place, score in enumerate(self._scores)
        ]
        painter.setPen(QPen(QColor(colours.accent), 1.5))
        painter.drawPolyline(points)
        painter.setBrush(QColor(colours.accent))
        for point in points:
            painter.drawEllipse(point, _DOT, _DOT)

    def _down(self, score: int) -> float:
        room = self.height() - 2 * _EDGE
        return _EDGE + room * (HIGHEST - score) / (HIGHEST - LOWEST)
