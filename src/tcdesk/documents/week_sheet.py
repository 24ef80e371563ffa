"""The plan of a week on one A4 lying: a column a day, in each the sessions in order of time.

The letters shrink until the fullest day fits; a day that does not fit even so says how many more.
"""

from dataclasses import dataclass

from tcdesk.documents import fonts
from tcdesk.documents.fonts import BOLD, REGULAR
from tcdesk.documents.page import BLACK, GREY, MARGIN, PALE, RULE, Page, drawn, line_height, mm
from tcdesk.services.papers import PlannedDay, PlannedSlot, WeekSheet
from tcdesk.services.ports import Words

_SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)
_PAD = 1.4
_GAP = 1.3  # between two sessions
_FREE = 0.62  # the share of a Saturday or Sunday without sessions
_FRIDAY = 4
_HEAD = 9.0


@dataclass(frozen=True, slots=True)
class _Block:
    """A session as lines: text, font, whether it is secondary."""

    lines: tuple[tuple[str, str, bool], ...]

    def height(self, size: float) -> float:
        return len(self.lines) * line_height(size) + _GAP


def draw_week(sheet: WeekSheet, words: Words) -> bytes:
    """Draw the plan of a week as PDF: one page, whatever it holds."""
    title = words("paper-week-title", first=sheet.days[0].day, last=sheet.days[-1].day)

    def draw(page: Page) -> None:
        top = page.turn()
        page.mark(title)
        page.text(MARGIN, top + 6, title, size=16, font=BOLD)
        under = " · ".join(part for part in (sheet.unit, sheet.programme) if part)
        page.text(MARGIN + page.width, top + 6, under, size=9, color=GREY, align="right")
        top += 10
        shares = [
            _FREE if one.day.weekday() > _FRIDAY and not one.slots else 1.0 for one in sheet.days
        ]
        unit = page.width / sum(shares)
        room = page.bottom - top - _HEAD - 1
        widths = [share * unit for share in shares]
        size = _fitting(sheet, words, widths, room)
        x = MARGIN
        for one, wide in zip(sheet.days, widths, strict=True):
            _draw_day(page, words, one, (x, top, wide), size)
            x += wide

    return drawn(
        draw,
        words=words,
        title=title,
        foot=sheet.foot,
        training=sheet.foot.training,
        landscape=True,
    )


def _fitting(sheet: WeekSheet, words: Words, widths: list[float], room: float) -> float:
    """Give the greatest size at which every day has room, or the smallest."""
    for size in _SIZES:
        heights = (
            sum(block.height(size) for block in _blocks(words, one, wide, size))
            for one, wide in zip(sheet.days, widths, strict=True)
        )
        if max(heights) <= room:
            return size
    return _SIZES[-1]


def _draw_day(
    page: Page, words: Words, one: PlannedDay, place: tuple[float, float, float], size: float
) -> None:
    x, top, wide = place
    page.box(x, top, wide - 0.6, _HEAD, fill=PALE)
    page.text(x + _PAD, top + 4, words.weekday_short(one.day), size=10, font=BOLD)
    page.text(
        x + wide - 0.6 - _PAD, top + 4, f"{one.day.day}. {one.day.month}.", size=9, align="right"
    )
    if one.free:
        free = fonts.wrapped(one.free, REGULAR, 6.5, (wide - 2 * _PAD) * mm)[0]
        page.text(x + _PAD, top + 7.6, free, size=6.5, color=GREY)
    y = top + _HEAD + 1
    blocks = _blocks(words, one, wide, size)
    for number, block in enumerate(blocks):
        more = len(blocks) - number
        last = more == 1
        if y + block.height(size) + (0 if last else line_height(size)) > page.bottom:
            text = words("paper-week-more", count=more)
            page.text(x + _PAD, y + line_height(size), text, size=size, color=GREY)
            return
        for text, font, secondary in block.lines:
            y += line_height(size)
            page.text(x + _PAD, y, text, size=size, font=font, color=GREY if secondary else BLACK)
        y += _GAP
        page.rule(x + _PAD, y - 0.2, wide - 0.6 - 2 * _PAD, thick=0.3, color=RULE)


def _blocks(words: Words, one: PlannedDay, wide: float, size: float) -> list[_Block]:
    return [_block(words, slot, (wide - 0.6 - 2 * _PAD) * mm, size) for slot in one.slots]


def _block(words: Words, slot: PlannedSlot, room: float, size: float) -> _Block:
    span = f"{words.time(slot.start)}–{words.time((slot.start + slot.minutes) % (24 * 60))}"
    where = " · ".join(part for part in (slot.room, slot.leader) if part)
    lines = [(span, REGULAR, True)]
    lines += [(text, BOLD, False) for text in fonts.wrapped(slot.title, BOLD, size, room)]
    if slot.cancelled:
        lines += [(text, BOLD, True) for text in fonts.wrapped(slot.cancelled, BOLD, size, room)]
    elif where:
        lines += [(text, REGULAR, True) for text in fonts.wrapped(where, REGULAR, size, room)]
    return _Block(tuple(lines))
