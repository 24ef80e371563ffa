"""Certificates: one page each, lying, in large quiet letters; nothing on it tells where or why."""

from collections.abc import Sequence

from tcdesk.documents.emblem import draw_emblem
from tcdesk.documents.fonts import BOLD, REGULAR, wrapped
from tcdesk.documents.page import BLACK, GREY, MARGIN, Page, drawn, line_height, mm
from tcdesk.services.papers import Certificate, FunderHead
from tcdesk.services.ports import Words

_NAME = 26.0
_LINE = 13.0
_EMBLEM = 14.0
_SIGN = 70.0  # width of a line to sign on


def draw_certificates(certificates: Sequence[Certificate], words: Words) -> bytes:
    """Draw certificates as PDF, in the order given; they share title and foot."""
    first = certificates[0]

    def draw(page: Page) -> None:
        for number, one in enumerate(certificates, start=1):
            _draw_one(page, one)
            page.mark(f"{one.title} {number}" if len(certificates) > 1 else one.title)

    return drawn(
        draw,
        words=words,
        title=first.title,
        foot=first.foot,
        training=first.foot.training,
        landscape=True,
    )


def _draw_one(page: Page, one: Certificate) -> None:
    y = page.turn()
    middle = MARGIN + page.width / 2
    page.box(MARGIN, y, page.width, page.bottom - y)
    if one.funder is not None:
        _draw_funder(page, y + 8, one.funder)
    at = y + 46
    page.text(middle, at, one.title.upper(), size=24, font=BOLD, align="center")
    at += 20
    for place, text in enumerate(one.lines):
        size, font = (_NAME, BOLD) if place == one.name_at else (_LINE, REGULAR)
        for line in wrapped(text, font, size, (page.width - 50) * mm):
            page.text(middle, at, line, size=size, font=font, align="center")
            at += line_height(size) + 1
        at += 4
    foot = page.bottom - 22
    page.text(MARGIN + 18, foot, one.place_and_day, size=11, color=BLACK)
    x = MARGIN + page.width - 18 - _SIGN * len(one.signed_by) - 10 * (len(one.signed_by) - 1)
    for told in one.signed_by:
        page.rule(x, foot, _SIGN)
        page.text(x + _SIGN / 2, foot + 4.5, told, size=9, color=GREY, align="center")
        x += _SIGN + 10


def _draw_funder(page: Page, y: float, funder: FunderHead) -> None:
    """Write who pays: emblem and statement, or the statement alone; never the operation."""
    if funder.eu_emblem:
        left = MARGIN + 18 + draw_emblem(page, MARGIN + 18, y, _EMBLEM) + 4
        page.text(left, y + _EMBLEM / 2 + 1.6, funder.statement, size=13, font=BOLD)
        return
    page.paragraph(MARGIN + 18, y + 5, page.width - 36, funder.statement, size=9.5, font=BOLD)
