"""The sheet of a group session: taken into the room, filled in by hand, keyed in later.

Up to 15 members stand on one A4. More are spread evenly over pages that each repeat the head and
have their own room for observations; a row is never split.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from tcdesk.documents.fonts import BOLD
from tcdesk.documents.page import MARGIN, PALE, Page, drawn
from tcdesk.documents.session_head import (
    draw_entry_line,
    draw_head,
    draw_member,
    draw_observations,
    draw_ratings,
    member_height,
)
from tcdesk.services.papers import GroupSheet, SheetMember
from tcdesk.services.ports import Words

MEMBERS_ON_PAGE = 15
_ROW = 9.4
_HEAD_ROW = 9.0
_TICK = 3.8
_NUMBER = 7.0
_NAME = 50.0
_HIGHEST_PARTICIPATION = 3

_Cell = Callable[[Page, float, float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    title: str
    wide: float
    draw: _Cell


def _tick(page: Page, middle: float, y: float) -> None:
    page.box(middle - _TICK / 2, y - _TICK / 2, _TICK, _TICK)


def _minutes(page: Page, middle: float, y: float) -> None:
    page.rule(middle - 4.5, y + 2, 9)


def _participation(page: Page, middle: float, y: float) -> None:
    draw_ratings(page, middle, y + 1.2, _HIGHEST_PARTICIPATION)


def _empty(page: Page, middle: float, y: float) -> None:
    """Leave the place to the hand; the row's own line is enough to sign on."""


# All to the right of the name; 123 mm together.
_COLUMNS = (
    _Column(title="paper-column-present", wide=15, draw=_tick),
    _Column(title="paper-column-late", wide=12.5, draw=_tick),
    _Column(title="paper-column-excused", wide=16.5, draw=_tick),
    _Column(title="paper-column-unexcused", wide=19, draw=_tick),
    _Column(title="paper-column-minutes", wide=12, draw=_minutes),
    _Column(title="paper-column-participation", wide=21, draw=_participation),
    _Column(title="paper-column-signature", wide=27, draw=_empty),
)


def draw_group_sheet(sheet: GroupSheet, words: Words) -> bytes:
    """Draw the sheet of a group session as PDF."""

    def draw(page: Page) -> None:
        for part, (first, members) in enumerate(_shared_out(sheet.members)):
            _draw_page(page, words, sheet, first, members)
            if not part:
                page.mark(words("paper-sheet-code", code=sheet.head.code))

    foot = sheet.head.foot
    title = words("paper-session-sheet", code=sheet.head.code)
    return drawn(draw, words=words, title=title, foot=foot, training=foot.training)


def _shared_out(members: tuple[SheetMember, ...]) -> list[tuple[int, tuple[SheetMember, ...]]]:
    """Share the members out over pages; each part with the number of its first member."""
    pages = max(1, ceil(len(members) / MEMBERS_ON_PAGE))
    each = max(1, ceil(len(members) / pages))
    return [
        (start + 1, members[start : start + each]) for start in range(0, max(1, len(members)), each)
    ]


def _draw_page(
    page: Page, words: Words, sheet: GroupSheet, first: int, members: tuple[SheetMember, ...]
) -> None:
    state = words("paper-as-of", day=sheet.as_of, count=len(sheet.members))
    y = draw_head(page, words, sheet.head, state)
    y = _draw_column_heads(page, words, y - 1)
    if not members:
        page.text(MARGIN + _NUMBER, y + 6, words("paper-no-members"), size=9)
        y += _ROW
        page.rule(MARGIN, y, page.width)
    for number, member in enumerate(members, start=first):
        y = _draw_row(page, y, number, member)
    y += 8
    room = page.width
    draw_entry_line(page, MARGIN, y, 42, words("paper-head-count"))
    draw_entry_line(page, MARGIN + 47, y, room - 47, words("paper-topic"))
    y += 8
    draw_entry_line(page, MARGIN, y, room, words("paper-decisions"))
    draw_observations(page, words, y + 7)


def _draw_column_heads(page: Page, words: Words, y: float) -> float:
    page.box(MARGIN, y, page.width, _HEAD_ROW, fill=PALE)
    page.text(MARGIN + _NUMBER - 2, y + 5.6, "#", size=7.5, font=BOLD, align="right")
    page.text(MARGIN + _NUMBER, y + 5.6, words("paper-column-member"), size=7.5, font=BOLD)
    x = MARGIN + _NUMBER + _NAME
    for column in _COLUMNS:
        lines = words(column.title).split("\n")
        top = y + 5.6 - 1.6 * (len(lines) - 1)
        for place, line in enumerate(lines):
            page.text(
                x + column.wide / 2, top + 3.2 * place, line, size=7.5, font=BOLD, align="center"
            )
        x += column.wide
    return y + _HEAD_ROW


def _draw_row(page: Page, y: float, number: int, member: SheetMember) -> float:
    height = max(_ROW, member_height(member, _NAME - 2))
    top = y + (height - member_height(member, _NAME - 2)) / 2
    page.text(MARGIN + _NUMBER - 2, top + 3.8, str(number), size=9, align="right")
    draw_member(page, MARGIN + _NUMBER, top, _NAME - 2, member)
    x = MARGIN + _NUMBER + _NAME
    for column in _COLUMNS:
        column.draw(page, x + column.wide / 2, y + height / 2)
        x += column.wide
    page.rule(MARGIN, y + height, page.width)
    return y + height
