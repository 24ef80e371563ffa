"""Tables on paper: columns fitted to what they hold, heads repeated, rows never split."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from tcdesk.documents import fonts
from tcdesk.documents.fonts import BOLD, REGULAR
from tcdesk.documents.page import BLACK, GREY, MARGIN, PALE, Page, line_height, mm
from tcdesk.services.papers import Column, ColumnKind, Table, Value
from tcdesk.services.ports import Words

SIZE = 8.5
_PAD = 1.6
_WIDEST = 90.0  # a text column is never wider than this, except to fill the page

Turn = Callable[[], float]


def shown(value: Value, column: Column, words: Words) -> str:
    """Write a value as people read it; nothing for a value that is absent."""
    if value is None:
        return ""
    if isinstance(value, date):
        return words.date(value)
    if isinstance(value, int | Decimal) and column.kind is ColumnKind.NUMBER:
        return words.number(value, column.decimals)
    return str(value)


def narrowest(table: Table, words: Words) -> float:
    """Give the width below which words of the table would be broken."""
    return sum(least for least, _ in _measures(table, words))


def draw_table(page: Page, words: Words, table: Table, y: float, turn: Turn) -> float:
    """Draw a table with its title and definitions; give the place below.

    Args:
        page: Where to draw.
        words: For numbers and dates.
        table: The table.
        y: Upper edge.
        turn: Begins a new page and gives its first place.
    """
    widths = _widths(_measures(table, words), page.width)
    head = [column.title for column in table.columns]
    head_height = _height(head, widths, BOLD)
    rows = [_texts(row, table, words) for row in table.rows]
    first = _height(rows[0], widths, REGULAR) if rows else 6.0
    if y + 8 + head_height + first > page.bottom:
        y = turn()
    page.text(MARGIN, y + 4, table.title, size=10, font=BOLD)
    y = _draw_head(page, table, head, widths, y + 6, head_height)
    total = [] if table.total is None else [_texts(table.total, table, words)]
    for place, row in enumerate([*rows, *total]):
        font = BOLD if place == len(rows) else REGULAR
        height = _height(row, widths, font)
        if y + height > page.bottom:
            y = _draw_head(page, table, head, widths, turn(), head_height)
        if font == BOLD:
            page.rule(MARGIN, y, sum(widths), thick=0.9, color=BLACK)
        _draw_row(page, table, row, widths, y, font)
        y += height
        page.rule(MARGIN, y, sum(widths), thick=0.3)
    if not rows:
        page.text(MARGIN + _PAD, y + 4.2, words("paper-no-rows"), size=SIZE, color=GREY)
        y += 6
    return _draw_definitions(page, table, y, turn)


def _draw_definitions(page: Page, table: Table, y: float, turn: Turn) -> float:
    y += 4
    for definition in table.definitions:
        lines = fonts.wrapped(definition, REGULAR, 7.5, page.width * mm)
        if y + line_height(7.5) * len(lines) > page.bottom + 2:
            y = turn() + 4
        y = page.paragraph(MARGIN, y, page.width, definition, size=7.5, color=GREY)
    return y + 3


def _draw_head(
    page: Page, table: Table, head: list[str], widths: list[float], y: float, height: float
) -> float:
    page.box(MARGIN, y, sum(widths), height, fill=PALE)
    _draw_row(page, table, head, widths, y, BOLD)
    return y + height


def _draw_row(
    page: Page, table: Table, row: list[str], widths: list[float], y: float, font: str
) -> None:
    x = MARGIN
    for column, text, wide in zip(table.columns, row, widths, strict=True):
        baseline = y + line_height(SIZE) + 0.4
        right = column.kind is ColumnKind.NUMBER
        for line in fonts.wrapped(text, font, SIZE, (wide - 2 * _PAD) * mm + 0.01):
            place = x + wide - _PAD if right else x + _PAD
            page.text(
                place, baseline, line, size=SIZE, font=font, align="right" if right else "left"
            )
            baseline += line_height(SIZE)
        x += wide


def _height(row: list[str], widths: list[float], font: str) -> float:
    most = max(
        len(fonts.wrapped(text, font, SIZE, (wide - 2 * _PAD) * mm + 0.01))
        for text, wide in zip(row, widths, strict=True)
    )
    return most * line_height(SIZE) + 2.0


def _texts(row: tuple[Value, ...], table: Table, words: Words) -> list[str]:
    return [shown(value, column, words) for value, column in zip(row, table.columns, strict=True)]


def _measures(table: Table, words: Words) -> list[tuple[float, float]]:
    """Give for each column the width of its longest word and of its longest text."""
    rows = [
        _texts(row, table, words) for row in (*table.rows, *([table.total] if table.total else []))
    ]
    measures = []
    for place, column in enumerate(table.columns):
        texts = [row[place] for row in rows]
        whole = column.kind is not ColumnKind.TEXT
        cells = [piece for text in texts for piece in ([text] if whole else text.split())]
        least = max(_wide(piece) for piece in [*column.title.split(), *cells, ""])
        most = max(least, *(_wide(text) for text in [*texts, ""]))
        measures.append((least + 2 * _PAD, min(most, max(least, _WIDEST)) + 2 * _PAD))
    return measures


def _widths(measures: list[tuple[float, float]], room: float) -> list[float]:
    """Share a page's width out: what is wanted, or less, or in need broken words."""
    wanted = sum(most for _, most in measures)
    least = sum(less for less, _ in measures)
    if wanted <= room:
        spare = min(room / wanted, 1.6)
        return [most * spare for _, most in measures]
    if least <= room:
        share = (room - least) / (wanted - least)
        return [less + (most - less) * share for less, most in measures]
    return [less * room / least for less, _ in measures]


def _wide(text: str) -> float:
    return fonts.width(text, BOLD, SIZE) / mm
