"""The sheet of an individual session: one person, the goals worked on, room to write."""

from tcdesk.documents import fonts
from tcdesk.documents.fonts import BOLD, REGULAR
from tcdesk.documents.page import MARGIN, PALE, Page, drawn, line_height
from tcdesk.documents.session_head import (
    draw_entry_line,
    draw_head,
    draw_member,
    draw_observations,
    draw_ratings,
    member_height,
)
from tcdesk.services.papers import IndividualSheet
from tcdesk.services.ports import Words

_HIGHEST_GOAL = 4
_RATING_ROOM = 34.0
_TICK = 3.8
_SIGNATURES = 18.0  # height kept at the foot of the last page
_STATES = (
    "paper-column-present",
    "paper-column-late",
    "paper-column-excused",
    "paper-column-unexcused",
)


def draw_individual_sheet(sheet: IndividualSheet, words: Words) -> bytes:
    """Draw the sheet of an individual session as PDF."""

    def draw(page: Page) -> None:
        y = draw_head(page, words, sheet.head, "")
        page.mark(words("paper-sheet-code", code=sheet.head.code))
        y = _draw_person(page, words, sheet, y)
        y = _draw_goals(page, words, sheet, y)
        draw_entry_line(page, MARGIN, y + 8, page.width, words("paper-topic"))
        draw_entry_line(page, MARGIN, y + 16, page.width, words("paper-decisions"))
        draw_observations(page, words, y + 23)

    foot = sheet.head.foot
    title = words("paper-session-sheet", code=sheet.head.code)
    return drawn(draw, words=words, title=title, foot=foot, training=foot.training)


def _draw_person(page: Page, words: Words, sheet: IndividualSheet, y: float) -> float:
    half = page.width / 2
    height = max(12.0, member_height(sheet.member, half - 8) + 2)
    page.box(MARGIN, y, page.width, height, fill=PALE)
    draw_member(page, MARGIN + 3, y + 1, half - 8, sheet.member)
    draw_entry_line(
        page, MARGIN + half, y + height / 2 + 1, half - 3, words("paper-signature-participant")
    )
    y += height + 7
    x = MARGIN
    for state in _STATES:
        label = words(state).replace("-\n", "").replace("\n", " ")
        page.box(x, y - 3.2, _TICK, _TICK)
        page.text(x + _TICK + 1.5, y, label, size=9)
        x += _TICK + 1.5 + fonts.width(label, REGULAR, 9) / 72 * 25.4 + 7
    draw_entry_line(page, x, y, MARGIN + page.width - x, words("paper-minutes"))
    return y + 4


def _draw_goals(page: Page, words: Words, sheet: IndividualSheet, y: float) -> float:
    """Draw the goals as rows with a rating to circle; a long list goes on on the next page."""
    if not sheet.goals:
        return y
    y += 5
    page.text(MARGIN, y, words("paper-goals"), size=9, font=BOLD)
    middle = MARGIN + page.width - _RATING_ROOM / 2
    page.text(middle, y, words("paper-goal-rating"), size=7.5, font=BOLD, align="center")
    y += 2
    room = page.width - _RATING_ROOM - 4
    for number, goal in enumerate(sheet.goals, start=1):
        text = f"{number}. {goal}"
        lines = len(fonts.wrapped(text, REGULAR, 9.5, room / 25.4 * 72))
        height = max(7.5, lines * line_height(9.5) + 3)
        if y + height > page.bottom - _SIGNATURES:
            y = draw_head(page, words, sheet.head, "")
        page.paragraph(MARGIN, y + 4.8, room, text, size=9.5)
        draw_ratings(page, middle, y + height / 2 + 1.2, _HIGHEST_GOAL)
        y += height
        page.rule(MARGIN, y, page.width)
    return y
