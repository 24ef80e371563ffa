"""A page to draw on: millimetres from the upper left corner, the foot, the watermark, the outline.

A document is laid out twice: once on nothing, to count its pages, once with »page x/y« known.
"""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.code128 import Code128
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tcdesk.documents import fonts
from tcdesk.documents.fonts import BOLD, REGULAR
from tcdesk.services.papers import Foot
from tcdesk.services.ports import Words

mm = 72 / 25.4  # points
MARGIN = 15.0
FOOT = 17.0  # height kept free for the foot

BLACK = Color(0, 0, 0)
GREY = Color(0.35, 0.35, 0.35)
RULE = Color(0.6, 0.6, 0.6)
PALE = Color(0.93, 0.93, 0.93)
_WATERMARK = Color(0.88, 0.88, 0.88)
_LINE_HEIGHT = 1.25  # of the font size


class _Nowhere:
    """A canvas on which nothing is left: what is drawn on it is only laid out."""

    def __getattr__(self, _name: str) -> Callable[..., "_Nowhere"]:
        return self._nothing

    def _nothing(self, *_arguments: object, **_named: object) -> "_Nowhere":
        return self


class Page:
    """The pages of one document, one at a time."""

    def __init__(
        self,
        *,
        words: Words,
        title: str,
        foot: Foot | None,
        training: bool,
        landscape: bool,
        counting: bool = False,
    ) -> None:
        self._words = words
        self._foot = foot
        self._training = training
        self._bytes = BytesIO()
        short, long = float(A4[0]), float(A4[1])
        self._size = (long, short) if landscape else (short, long)
        self._counting = counting
        self._canvas: Any = _Nowhere() if counting else self._new_canvas(title)
        self._total = 0
        self._marks = 0
        self.number = 0

    def _new_canvas(self, title: str) -> Canvas:
        canvas = Canvas(
            self._bytes,
            pagesize=self._size,
            invariant=1,
            pageCompression=1,
            initialFontName=REGULAR,
            lang=self._words.language,
        )
        canvas.setTitle(title)
        canvas.setCreator("tcdesk")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        return canvas

    @property
    def width(self) -> float:
        """Width between the margins."""
        return self._size[0] / mm - 2 * MARGIN

    @property
    def bottom(self) -> float:
        """The lowest place for content."""
        return self._size[1] / mm - FOOT

    def expect(self, total: int) -> None:
        """Say how many pages the document has."""
        self._total = total

    def turn(self) -> float:
        """Begin a new page; give the place of its first line."""
        if self.number:
            self._canvas.showPage()
        self.number += 1
        if self._training:
            self._draw_watermark()
        self._draw_foot()
        return MARGIN - 3

    def finish(self) -> bytes:
        """End the document and give its bytes."""
        self._canvas.showPage()
        self._canvas.save()
        return self._bytes.getvalue()

    def mark(self, title: str, level: int = 0) -> None:
        """Put a title into the outline, pointing to this page."""
        key = f"mark-{self._marks}"
        self._marks += 1
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(title, key, level, closed=False)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 9,
        font: str = REGULAR,
        color: Color = BLACK,
        align: str = "left",
    ) -> None:
        """Write one line; ``y`` is its baseline, ``x`` its left end, middle or right end."""
        self._canvas.setFont(font, size)
        self._canvas.setFillColor(color)
        draw = {
            "left": self._canvas.drawString,
            "center": self._canvas.drawCentredString,
            "right": self._canvas.drawRightString,
        }[align]
        draw(x * mm, self._size[1] - y * mm, text)

    def paragraph(
        self,
        x: float,
        y: float,
        room: float,
        text: str,
        *,
        size: float = 9,
        font: str = REGULAR,
        color: Color = BLACK,
    ) -> float:
        """Write a text broken into lines; give the baseline below the last one."""
        for line in fonts.wrapped(text, font, size, room * mm):
            self.text(x, y, line, size=size, font=font, color=color)
            y += line_height(size)
        return y

    def rule(
        self, x: float, y: float, room: float, *, thick: float = 0.4, color: Color = RULE
    ) -> None:
        """Draw a horizontal line."""
        self._canvas.setLineWidth(thick)
        self._canvas.setStrokeColor(color)
        self._canvas.line(x * mm, self._size[1] - y * mm, (x + room) * mm, self._size[1] - y * mm)

    def box(self, x: float, y: float, w: float, h: float, *, fill: Color | None = None) -> None:
        """Draw a rectangle by its upper left corner; filled ones have no border."""
        self._canvas.setLineWidth(0.6)
        self._canvas.setStrokeColor(BLACK)
        if fill is not None:
            self._canvas.setFillColor(fill)
        self._canvas.rect(
            x * mm,
            self._size[1] - (y + h) * mm,
            w * mm,
            h * mm,
            stroke=int(fill is None),
            fill=int(fill is not None),
        )

    def polygon(self, points: list[tuple[float, float]], fill: Color) -> None:
        """Fill a shape given by its corners."""
        path = self._canvas.beginPath()
        for place, (x, y) in enumerate(points):
            step = path.lineTo if place else path.moveTo
            step(x * mm, self._size[1] - y * mm)
        path.close()
        self._canvas.setFillColor(fill)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def code128(self, right: float, y: float, h: float, text: str) -> float:
        """Draw a barcode by its upper right corner; give its width."""
        bars = Code128(text, barHeight=h * mm, barWidth=0.33 * mm, quiet=False)
        if self._counting:
            return float(bars.width) / mm
        self._canvas.setFillColor(BLACK)
        bars.drawOn(self._canvas, right * mm - bars.width, self._size[1] - (y + h) * mm)
        return float(bars.width) / mm

    def qr(self, x: float, y: float, side: float, text: str) -> None:
        """Draw a QR code of a text, error correction M, by its upper left corner."""
        if self._counting:
            return
        symbol = QrCodeWidget(text, barLevel="M")
        left, low, right, high = symbol.getBounds()
        scale = side * mm / max(right - left, high - low)
        drawing = Drawing(side * mm, side * mm, transform=[scale, 0, 0, scale, 0, 0])
        drawing.add(symbol)
        renderPDF.draw(drawing, self._canvas, x * mm, self._size[1] - (y + side) * mm)

    def _draw_watermark(self) -> None:
        self._canvas.saveState()
        self._canvas.translate(self._size[0] / 2, self._size[1] / 2)
        self._canvas.rotate(50)
        self._canvas.setFillColor(_WATERMARK)
        self._canvas.setFont(BOLD, 130)
        self._canvas.drawCentredString(0, -45, self._words("paper-training"))
        self._canvas.restoreState()

    def _draw_foot(self) -> None:
        words, foot = self._words, self._foot
        y = self.bottom + 4
        right = MARGIN + self.width
        self.rule(MARGIN, y, self.width)
        if foot is not None:
            if foot.confidential:
                self.text(MARGIN, y + 3.6, words("paper-classification"), size=7.5, font=BOLD)
            told = words("paper-printed", by=foot.printed_by, at=foot.printed_at, copy=foot.copy)
            if foot.anchor:
                told += " · " + words("paper-anchor", anchor=foot.anchor)
            self.text(MARGIN, y + 7.2, told, size=7.5, color=GREY)
        told = words("paper-page", page=str(self.number), pages=str(self._total))
        self.text(right, y + 7.2, told, size=7.5, color=GREY, align="right")


def line_height(size: float) -> float:
    """Give the distance of two lines in millimetres."""
    return size * _LINE_HEIGHT / mm


def drawn(
    draw: Callable[[Page], None],
    *,
    words: Words,
    title: str,
    foot: Foot | None,
    training: bool = False,
    landscape: bool = False,
) -> bytes:
    """Draw a document as PDF bytes.

    Args:
        draw: Draws all pages; called twice with a fresh ``Page``.
        words: The catalogue; its language becomes the document's.
        title: Shown by viewers; never a name of a person.
        foot: Who printed it and when, or None.
        training: Whether to lay the training watermark under every page.
        landscape: A4 lying.
    """

    def page(*, counting: bool = False) -> Page:
        return Page(
            words=words,
            title=title,
            foot=foot,
            training=training,
            landscape=landscape,
            counting=counting,
        )

    counted, final = page(counting=True), page()
    draw(counted)
    final.expect(counted.number)
    draw(final)
    return final.finish()
