"""An individual plan on one A4: goals with the member's words, steps, terms, and lines to sign.

The letters shrink until the plan fits; one that does not fit even so goes on on a second page.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tcdesk.documents import fonts
from tcdesk.documents.emblem import draw_funder
from tcdesk.documents.fonts import BOLD, REGULAR
from tcdesk.documents.page import BLACK, GREY, MARGIN, PALE, Page, drawn, line_height, mm
from tcdesk.documents.session_head import draw_entry_line
from tcdesk.services.papers import PlannedGoal, PlanSheet
from tcdesk.services.ports import Words

_SIZES = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5)
_TICK = 0.34  # of the font size, in millimetres
_SIGNATURES = 27.0  # height kept for them
_RIGHT = 34.0  # the column of terms and attainments
_GAP = 2.6


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a goal: text, font, place from the left, whether it is secondary."""

    text: str
    font: str = REGULAR
    indent: float = 0.0
    grey: bool = False
    right: str = ""
    box: bool | None = None  # a box before it; ticked when True


def draw_plan(sheet: PlanSheet, words: Words) -> bytes:
    """Draw a plan as PDF."""
    title = words("paper-plan-title")

    def draw(page: Page) -> None:
        y = _draw_front(page, words, sheet, title)
        room = page.bottom - y - _SIGNATURES
        size = _fitting(sheet, words, page.width, room)

        def turn() -> float:
            top = page.turn()
            page.text(MARGIN, top + 4, title, size=9, color=GREY)
            page.text(MARGIN + page.width, top + 4, sheet.member.code, size=9, align="right")
            return top + 8

        for number, goal in enumerate(sheet.goals, start=1):
            y = _draw_goal(page, _lines(goal, number, words, page.width, size), y, size, turn)
        if sheet.conclusion:
            y = _draw_goal(page, _conclusion(sheet, words, page.width, size), y, size, turn)
        if y > page.bottom - _SIGNATURES:
            y = turn()
        _draw_signatures(page, words, sheet)

    return drawn(draw, words=words, title=title, foot=sheet.foot, training=sheet.foot.training)


def _draw_front(page: Page, words: Words, sheet: PlanSheet, title: str) -> float:
    y = draw_funder(page, page.turn(), page.width, sheet.funder) + 8
    page.mark(title)
    page.text(MARGIN, y, title, size=15, font=BOLD)
    told = words("paper-plan-version", number=str(sheet.number), day=sheet.from_date)
    page.text(MARGIN + page.width, y, told, size=9.5, align="right")
    y = page.paragraph(MARGIN, y + 6, page.width, sheet.programme, size=10)
    page.box(MARGIN, y - 2, page.width, 11, fill=PALE)
    page.text(MARGIN + 3, y + 3, sheet.member.name, size=11.5, font=BOLD)
    page.text(MARGIN + 3, y + 7, sheet.member.code, size=8, color=GREY)
    facts = []
    if sheet.review_by is not None:
        facts.append(words("paper-plan-review", day=sheet.review_by))
    if sheet.closed_on is not None:
        facts.append(words("paper-plan-closed", day=sheet.closed_on))
    if sheet.score:
        facts.append(words("paper-plan-score", score=sheet.score))
    for place, told in enumerate(facts):
        down = y + 3 + place * 4
        page.text(MARGIN + page.width - 3, down, told, size=9, align="right")
    return y + 14


def _fitting(sheet: PlanSheet, words: Words, wide: float, room: float) -> float:
    for size in _SIZES:
        blocks = [_lines(one, 1, words, wide, size) for one in sheet.goals]
        if sheet.conclusion:
            blocks.append(_conclusion(sheet, words, wide, size))
        if sum(_height(one, size) for one in blocks) <= room:
            return size
    return _SIZES[-1]


def _height(lines: list[_Line], size: float) -> float:
    return len(lines) * line_height(size) + _GAP


def _lines(goal: PlannedGoal, number: int, words: Words, wide: float, size: float) -> list[_Line]:
    """Break a goal into lines: area, own words, what is expected, steps."""
    room = wide - _RIGHT
    due = words("plan-by", day=goal.due) if goal.due else ""
    lines = _wrapped(f"{number}. {goal.area}", BOLD, size, room, right=due)
    lines += _wrapped(f"»{goal.own_words}«", REGULAR, size, room, indent=4)
    told = words("paper-plan-expected", text=goal.expected)
    reached = words("paper-plan-reached", score=goal.reached or "____")
    lines += _wrapped(told, REGULAR, size, room, indent=4, right=reached)
    if goal.owner:
        lines += _wrapped(words("paper-plan-owner", name=goal.owner), REGULAR, size, room, indent=4)
    for step in goal.steps:
        text = f"{step.text} ({step.owner})" if step.owner else step.text
        lines += _wrapped(text, REGULAR, size, room, indent=9, right=step.when, box=step.done)
    return lines


def _conclusion(sheet: PlanSheet, words: Words, wide: float, size: float) -> list[_Line]:
    return [
        _Line(words("paper-plan-conclusion"), BOLD),
        *_wrapped(sheet.conclusion, REGULAR, size, wide, indent=4),
    ]


def _wrapped(
    text: str,
    font: str,
    size: float,
    room: float,
    *,
    indent: float = 0.0,
    right: str = "",
    box: bool | None = None,
) -> list[_Line]:
    lines = fonts.wrapped(text, font, size, (room - indent) * mm)
    return [
        _Line(
            line,
            font,
            indent,
            right=right if place == 0 else "",
            box=box if place == 0 else None,
        )
        for place, line in enumerate(lines)
    ]


def _draw_goal(
    page: Page, lines: list[_Line], y: float, size: float, turn: Callable[[], float]
) -> float:
    """Draw a block whole where there is room for it; one longer than a page is broken."""
    tall = line_height(size)
    if y + _height(lines, size) > page.bottom and _height(lines, size) < page.bottom / 2:
        y = turn()
    for line in lines:
        if y + tall > page.bottom:
            y = turn()
        y += tall
        at = MARGIN + line.indent
        if line.box is not None:
            side = size * _TICK * 0.9
            page.box(at - 5, y - side, side, side)
            if line.box:
                page.text(at - 5 + side / 2, y - 0.25, "×", size=size, font=BOLD, align="center")
        page.text(at, y, line.text, size=size, font=line.font, color=GREY if line.grey else BLACK)
        if line.right:
            page.text(MARGIN + page.width, y, line.right, size=size, align="right")
    page.rule(MARGIN, y + _GAP * 0.55, page.width)
    return y + _GAP


def _draw_signatures(page: Page, words: Words, sheet: PlanSheet) -> None:
    y = page.bottom - _SIGNATURES + 4
    page.paragraph(MARGIN, y, page.width, words("paper-plan-agreed"), size=8.5, color=GREY)
    half = page.width / 2 - 5
    for place, (who, name) in enumerate((("member", sheet.member.name), ("worker", sheet.worker))):
        x = MARGIN + place * (half + 10)
        draw_entry_line(page, x, y + 12, half, words(f"paper-plan-sign-{who}"))
        page.text(x, y + 16, name, size=8, color=GREY)
    draw_entry_line(page, MARGIN, y + 22, half, words("paper-plan-sign-day"))
