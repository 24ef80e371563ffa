"""A small drawn chart: one score over time, its bands, and how much change is reliable.

Readable without colours: bands are bounded by lines and named, the reliable-change band around the
first value is hatched, values stand beside their points. The table beside it says the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from tcdesk.ui.kit import Kit

MARGIN = 8
POINT = 4.0
HEIGHT = 220
LEAST_GAP = 30.0  # between two values that are written beside their points


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """What is drawn; ``reliable`` is the change in points that is more than an error."""

    title: str
    least: float
    most: float
    points: Sequence[tuple[date, float, str]] = field(repr=False)
    bands: Sequence[tuple[float, str]] = ()
    reliable: float | None = None
    told: str = field(default="", repr=False)


class ChangeChart(QWidget):
    """Draws a curve; for screen readers it is one picture with a sentence."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._curve: Curve | None = None
        self.setMinimumHeight(HEIGHT)
        self.setMinimumWidth(280)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.theme.changed.connect(self.update)

    @property
    def curve(self) -> Curve | None:
        """Give what is drawn."""
        return self._curve

    def show_curve(self, curve: Curve | None) -> None:
        """Draw a curve, or nothing."""
        self._curve = curve
        self.setAccessibleName(curve.title if curve else "")
        self.setAccessibleDescription(curve.told if curve else "")
        self.setToolTip(curve.told if curve else "")
        self.setVisible(curve is not None)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(420, HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        curve = self._curve
        if curve is None or not curve.points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        labels = max((metrics.horizontalAdvance(name) for _start, name in curve.bands), default=0.0)
        area = QRectF(
            MARGIN + metrics.horizontalAdvance("100") + 6,
            MARGIN + metrics.height() / 2,
            self.width() - 2 * MARGIN - metrics.horizontalAdvance("100") - 6 - labels - 10,
            self.height() - 2 * MARGIN - 1.9 * metrics.height(),
        )
        drawing = _Drawing(self._kit, painter, metrics, curve, area)
        drawing.bands()
        drawing.reliable()
        drawing.line()
        drawing.days()
        painter.end()


class _Drawing:
    """One painting of one curve."""

    def __init__(
        self, kit: Kit, painter: QPainter, metrics: QFontMetricsF, curve: Curve, area: QRectF
    ) -> None:
        self._colour = kit.theme.colour
        self._words = kit.words
        self._painter = painter
        self._metrics = metrics
        self._curve = curve
        self._area = area
        first, last = curve.points[0][0], curve.points[-1][0]
        self._first = first
        self._days = max(1, (last - first).days)

    def _x(self, day: date) -> float:
        room = self._area.width() - 4 * POINT
        return self._area.left() + 2 * POINT + room * (day - self._first).days / self._days

    def _y(self, value: float) -> float:
        share = (value - self._curve.least) / ((self._curve.most - self._curve.least) or 1)
        return self._area.bottom() - self._area.height() * min(1.0, max(0.0, share))

    def bands(self) -> None:
        """Draw the frame, where bands begin, and what they are called."""
        painter, curve, area, half = self._painter, self._curve, self._area, 0.5
        starts = [start for start, _name in curve.bands]
        painter.setPen(QPen(self._colour("line"), 1))
        for value in {curve.least, curve.most, *starts}:
            painter.drawLine(
                QPointF(area.left(), self._y(value)), QPointF(area.right(), self._y(value))
            )
        painter.setPen(self._colour("muted"))
        height = self._metrics.height()
        for value in sorted({curve.least, curve.most, *starts}):
            told = self._words.number(value)
            box = QRectF(0, self._y(value) - height * half, area.left() - 6, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, told)
        for (start, name), end in zip(curve.bands, [*starts[1:], curve.most], strict=True):
            middle = (self._y(start) + self._y(end)) * half
            box = QRectF(
                area.right() + 10,
                middle - height * half,
                self._metrics.horizontalAdvance(name) + 4,
                height,
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)

    def reliable(self) -> None:
        """Hatch the values that differ from the first one by no more than an error."""
        curve = self._curve
        if curve.reliable is None:
            return
        first = curve.points[0][1]
        top, bottom = self._y(first + curve.reliable), self._y(first - curve.reliable)
        box = QRectF(self._area.left(), top, self._area.width(), bottom - top)
        self._painter.fillRect(box, QBrush(self._colour("line"), Qt.BrushStyle.BDiagPattern))
        self._painter.setPen(QPen(self._colour("edge"), 1, Qt.PenStyle.DashLine))
        self._painter.drawLine(box.topLeft(), box.topRight())
        self._painter.drawLine(box.bottomLeft(), box.bottomRight())

    def line(self) -> None:
        """Join the points, and write their values where there is room."""
        painter, colour = self._painter, self._colour
        places = [QPointF(self._x(day), self._y(value)) for day, value, _ in self._curve.points]
        painter.setPen(QPen(colour("accent"), 2))
        painter.drawPolyline(places)
        painter.setBrush(colour("base"))
        for place in places:
            painter.drawEllipse(place, POINT, POINT)
        painter.setPen(colour("text"))
        height, taken = self._metrics.height(), -LEAST_GAP
        for place, (_day, _value, told) in zip(places, self._curve.points, strict=True):
            if place.x() - taken >= LEAST_GAP:
                above = place.y() - height - POINT - 1
                top = above if above > 0 else place.y() + POINT + 1
                box = QRectF(place.x() - 30, top, 60, height)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, told)
                taken = place.x()

    def days(self) -> None:
        """Write the first and the last day below."""
        painter, area = self._painter, self._area
        painter.setPen(self._colour("muted"))
        box = QRectF(area.left(), area.bottom() + 6, area.width(), self._metrics.height())
        first, last = self._curve.points[0][0], self._curve.points[-1][0]
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, self._words.date(first))
        if last != first:
            painter.drawText(box, Qt.AlignmentFlag.AlignRight, self._words.date(last))
