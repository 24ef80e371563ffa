"""The parts that group and individual session sheets share: head, boxes, ruled lines."""

from tcdesk.documents import fonts
from tcdesk.documents.emblem import draw_funder
from tcdesk.documents.fonts import BOLD, REGULAR
from tcdesk.documents.page import BLACK, GREY, MARGIN, Page, line_height
from tcdesk.services.papers import SheetHead, SheetMember
from tcdesk.services.ports import Words

_CODE_ROOM = 46.0
_LINES = 8.0  # distance of ruled lines, for a hand
_NAME_SIZES = ((10.0, 1), (10.0, 2), (9.0, 2), (8.0, 2), (7.5, 3))


def draw_head(page: Page, words: Words, head: SheetHead, below_title: str) -> float:
    """Draw funder, sheet code, title and facts of the session; give the place below."""
    y = page.turn()
    right = MARGIN + page.width
    page.code128(right, y, 8, head.code)
    told = words("paper-sheet-code", code=head.code)
    page.text(right, y + 12, told, size=9, font=BOLD, align="right")
    y = draw_funder(page, y, page.width - _CODE_ROOM, head.funder) + 9
    y = page.paragraph(MARGIN, y, page.width, head.title.upper(), size=15, font=BOLD)
    facts = words(
        "paper-session-facts",
        weekday=words.weekday(head.day),
        day=head.day,
        start=words.time(head.start),
        end=words.time((head.start + head.minutes) % (24 * 60)),
        minutes=head.minutes,
    )
    if head.room:
        facts += " · " + head.room
    if head.leaders:
        facts += " · " + words("paper-led-by", names=", ".join(head.leaders))
    y = page.paragraph(MARGIN, y - 0.5, page.width, facts, size=10)
    if below_title:
        y = page.paragraph(MARGIN, y, page.width, below_title, size=8, color=GREY)
    return y


def draw_member(page: Page, x: float, y: float, room: float, member: SheetMember) -> None:
    """Write a name whole, with its code below and the risk mark, from the row's upper edge."""
    reserve = 4.0 if member.risk else 0.0
    size, lines = _fitted(member.name, room - reserve)
    y += line_height(size) - 0.6
    for line in lines:
        page.text(x, y, line, size=size)
        y += line_height(size)
    if member.risk:
        draw_diamond(page, x + room - 2.2, y - line_height(size) - 1.1)
    page.text(x, y - line_height(size) + 3.1, member.code, size=6.5, color=GREY)


def member_height(member: SheetMember, room: float) -> float:
    """Give the height that ``draw_member`` takes."""
    size, lines = _fitted(member.name, room - (4.0 if member.risk else 0.0))
    return line_height(size) * len(lines) + 3.8


def draw_diamond(page: Page, x: float, y: float) -> None:
    """Draw the discreet mark ◆ by its middle."""
    page.polygon([(x, y - 1.2), (x + 1.2, y), (x, y + 1.2), (x - 1.2, y)], BLACK)


def draw_ratings(page: Page, middle: float, y: float, highest: int) -> None:
    """Write the digits 0 … highest to be circled by hand, around a middle."""
    step = 4.6
    left = middle - step * highest / 2
    for rating in range(highest + 1):
        page.text(left + step * rating, y, str(rating), size=9, color=GREY, align="center")


def draw_entry_line(page: Page, x: float, y: float, room: float, label: str) -> None:
    """Write a label and a line to write on after it."""
    page.text(x, y, label, size=9, font=BOLD)
    start = fonts.width(label, BOLD, 9) / 72 * 25.4 + 2
    page.rule(x + start, y + 0.8, room - start)


def draw_observations(page: Page, words: Words, y: float) -> None:
    """Rule the rest of the page for handwriting."""
    page.text(MARGIN, y, words("paper-observations"), size=9, font=BOLD)
    line = y + _LINES
    while line <= page.bottom:
        page.rule(MARGIN, line, page.width)
        line += _LINES


def _fitted(name: str, room: float) -> tuple[float, list[str]]:
    """Choose the size at which a name fits without leaving anything out."""
    size, lines = 0.0, [""]
    for size, most in _NAME_SIZES:
        lines = fonts.wrapped(name, REGULAR, size, room / 25.4 * 72)
        if len(lines) <= most:
            break
    return size, lines
