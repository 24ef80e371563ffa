"""A document of flowing blocks under the common head and foot.

Text goes on over pages; a heading, a question, a box and a line to sign on are never cut in two or
left alone at the foot of a page.
"""

from collections.abc import Callable, Sequence

from tcdesk.documents import fonts
from tcdesk.documents.emblem import draw_funder
from tcdesk.documents.fonts import BOLD, REGULAR
from tcdesk.documents.page import BLACK, GREY, MARGIN, PALE, RULE, Page, drawn, line_height, mm
from tcdesk.documents.session_head import draw_entry_line
from tcdesk.documents.table import draw_table, narrowest
from tcdesk.services.paper_blocks import (
    Boxed,
    Facts,
    Heading,
    PageBreak,
    Question,
    Ruled,
    Signatures,
    Text,
    Ticks,
)
from tcdesk.services.papers import Document, Table
from tcdesk.services.ports import Words

_PORTRAIT = 180.0  # millimetres between the margins
_SIZE = 10.0
_LINE = 8.0  # distance of ruled lines, for a hand
_TICK = 3.8
_NUMBER = 8.0
_WITH_HEADING = 24.0  # what stands below a heading at least
_SIGNING = 14.0
_LEAST_LABELS = 30.0
_HEAD_SIZES = {0: 13.0, 1: 11.0}


def draw_document(document: Document, words: Words) -> bytes:
    """Draw a document as PDF; lying if a table is too wide to stand."""
    tables = [one for one in document.blocks if isinstance(one, Table)]
    wide = max((narrowest(one, words) for one in tables), default=0.0)

    def draw(page: Page) -> None:
        _Flow(page, words, document).draw()

    return drawn(
        draw,
        words=words,
        title=document.title,
        foot=document.foot,
        training=document.foot.training,
        landscape=wide > _PORTRAIT,
    )


class _Flow:
    """Draws block after block and knows the place of the next one."""

    def __init__(self, page: Page, words: Words, document: Document) -> None:
        self._page = page
        self._words = words
        self._document = document
        self._y = 0.0
        self._draw: dict[type, Callable[..., None]] = {
            Heading: self._heading,
            Facts: self._facts,
            Text: self._text,
            Boxed: self._boxed,
            Ruled: self._ruled,
            Signatures: self._signatures,
            Ticks: self._ticks,
            Question: self._question,
            PageBreak: self._page_break,
            Table: self._table,
        }

    def draw(self) -> None:
        """Draw everything."""
        page, document = self._page, self._document
        y = page.turn()
        page.mark(document.title)
        if document.funder is not None:
            y = draw_funder(page, y, page.width, document.funder) + 2
        y = page.paragraph(MARGIN, y + 7, page.width, document.title, size=18, font=BOLD)
        if document.below:
            y = page.paragraph(MARGIN, y, page.width, document.below, size=_SIZE)
        self._y = y + 1
        for block in document.blocks:
            self._draw[type(block)](block)

    def _turn(self) -> float:
        page = self._page
        y = page.turn()
        page.text(MARGIN, y + 2, self._document.title, size=8, color=GREY)
        right = MARGIN + page.width
        page.text(right, y + 2, self._document.running, size=8, color=GREY, align="right")
        page.rule(MARGIN, y + 4, page.width, color=RULE)
        return y + 9

    def _need(self, height: float) -> None:
        """Turn the page unless so much fits."""
        if self._y + height > self._page.bottom:
            self._y = self._turn()

    def _page_break(self, _block: PageBreak) -> None:
        self._y = self._turn()

    def _heading(self, block: Heading) -> None:
        self._need(_WITH_HEADING)
        self._page.mark(block.text, block.level)
        size = _HEAD_SIZES.get(block.level, _SIZE)
        self._y = self._page.paragraph(
            MARGIN, self._y + 5, self._page.width, block.text, size=size, font=BOLD
        )

    def _facts(self, block: Facts) -> None:
        page = self._page
        labels = max((fonts.width(label, REGULAR, 9) / mm for label, _ in block.rows), default=0.0)
        left = max(_LEAST_LABELS, min(labels, page.width / 2) + 4)
        for label, value in block.rows:
            lines = fonts.wrapped(value, REGULAR, _SIZE, (page.width - left) * mm)
            self._need(min(len(lines), 3) * line_height(_SIZE))
            page.text(MARGIN, self._y, label, size=9, color=GREY)
            for line in lines:
                self._need(line_height(_SIZE))
                page.text(MARGIN + left, self._y, line, size=_SIZE)
                self._y += line_height(_SIZE)
            self._y += 0.9
        self._y += 1.5

    def _text(self, block: Text) -> None:
        page = self._page
        size = 8.0 if block.muted else _SIZE
        font = BOLD if block.strong else REGULAR
        lines = fonts.wrapped(block.text, font, size, page.width * mm)
        self._need(min(len(lines), 2) * line_height(size))
        for line in lines:
            self._need(line_height(size))
            page.text(
                MARGIN, self._y, line, size=size, font=font, color=GREY if block.muted else BLACK
            )
            self._y += line_height(size)
        self._y += 1.2

    def _boxed(self, block: Boxed) -> None:
        page, room = self._page, self._page.width - 8
        lines = sum(len(fonts.wrapped(text, REGULAR, 9, room * mm)) for text in block.texts)
        height = lines * line_height(9) + 1.6 * len(block.texts) + 4
        self._need(height + 2)
        top = self._y - 3
        page.box(MARGIN, top, page.width, height, fill=PALE)
        at = top + 6
        for text in block.texts:
            at = page.paragraph(MARGIN + 4, at, room, text, size=9) + 1.6
        self._y = top + height + 6

    def _ruled(self, block: Ruled) -> None:
        page = self._page
        self._need(_LINE * min(2, block.lines + 1))
        if not block.lines:
            draw_entry_line(page, MARGIN, self._y + 3, page.width, block.label)
            self._y += _LINE + 1
            return
        page.text(MARGIN, self._y + 2, block.label, size=9, font=BOLD)
        self._y += 2
        for _line in range(block.lines):
            self._need(_LINE)
            self._y += _LINE
            page.rule(MARGIN, self._y, page.width)
        self._y += 6

    def _signatures(self, block: Signatures) -> None:
        page = self._page
        self._need(_SIGNING)
        y = self._y + _SIGNING - 5
        wide = (page.width - 10 * (len(block.labels) - 1)) / max(1, len(block.labels))
        for place, told in enumerate(block.labels):
            x = MARGIN + place * (wide + 10)
            page.rule(x, y, wide)
            page.paragraph(x, y + 4, wide, told, size=8, color=GREY)
        self._y = y + 12

    def _ticks(self, block: Ticks) -> None:
        page = self._page
        column = min(22.0, page.width * 0.55 / max(1, len(block.columns)))
        room = page.width - _NUMBER - column * len(block.columns) - 2
        self._tick_heads(block.columns, column)
        for number, text in block.rows:
            lines = fonts.wrapped(text, REGULAR, 9.5, room * mm)
            height = max(8.0, len(lines) * line_height(9.5) + 3.4)
            if self._y + height > page.bottom:
                self._y = self._turn()
                self._tick_heads(block.columns, column)
            page.text(MARGIN + _NUMBER - 2, self._y + 5, number, size=9.5, align="right")
            page.paragraph(MARGIN + _NUMBER, self._y + 5, room, text, size=9.5)
            x = MARGIN + page.width - column * len(block.columns)
            for place in range(len(block.columns)):
                middle = x + column * (place + 0.5)
                page.box(middle - _TICK / 2, self._y + (height - _TICK) / 2, _TICK, _TICK)
            self._y += height
            page.rule(MARGIN, self._y, page.width)
        self._y += 6

    def _tick_heads(self, columns: Sequence[str], wide: float) -> None:
        page = self._page
        heads = [fonts.wrapped(one, BOLD, 7.5, (wide - 1.5) * mm) for one in columns]
        height = max(1, *(len(one) for one in heads)) * line_height(7.5) + 3
        if self._y + height + 12 > page.bottom:
            self._y = self._turn()
        top = self._y
        page.box(MARGIN, top, page.width, height, fill=PALE)
        x = MARGIN + page.width - wide * len(columns)
        for place, lines in enumerate(heads):
            at = top + (height - len(lines) * line_height(7.5)) / 2 + 2.7
            for line in lines:
                middle = x + wide * (place + 0.5)
                page.text(middle, at, line, size=7.5, font=BOLD, align="center")
                at += line_height(7.5)
        self._y = top + height

    def _question(self, block: Question) -> None:
        page, room = self._page, self._page.width - _NUMBER
        lines = fonts.wrapped(block.text, REGULAR, _SIZE, room * mm)
        offered = self._answer_rows(block.answers, room)
        height = len(lines) * line_height(_SIZE) + 6.2 * max(1, len(offered)) + 3
        self._need(min(height, page.bottom - 30))
        page.text(MARGIN + _NUMBER - 2, self._y + 2, block.number, size=_SIZE, align="right")
        self._y = page.paragraph(MARGIN + _NUMBER, self._y + 2, room, block.text, size=_SIZE) + 1
        if not block.answers:
            page.rule(MARGIN + _NUMBER, self._y + 1.5, 40)
            self._y += 8
            return
        for row in offered:
            self._need(6.2)
            for x, told in row:
                page.box(MARGIN + _NUMBER + x, self._y - 3, _TICK, _TICK)
                page.text(MARGIN + _NUMBER + x + _TICK + 1.5, self._y, told, size=9.5)
            self._y += 6.2
        self._y += 2

    @staticmethod
    def _answer_rows(answers: Sequence[str], room: float) -> list[list[tuple[float, str]]]:
        """Set answers beside one another as far as they fit."""
        rows: list[list[tuple[float, str]]] = []
        x = room
        for told in answers:
            wide = _TICK + 1.5 + fonts.width(told, REGULAR, 9.5) / mm + 6
            if not rows or x + wide > room + 6:
                rows.append([])
                x = 0.0
            rows[-1].append((x, told))
            x += wide
        return rows

    def _table(self, block: Table) -> None:
        self._y = draw_table(self._page, self._words, block, self._y, self._turn)
