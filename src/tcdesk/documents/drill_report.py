"""The record of a restore drill: which backup, what was checked, what it held, who signs."""

from tcdesk.documents import fonts
from tcdesk.documents.fonts import BOLD, REGULAR
from tcdesk.documents.page import GREY, MARGIN, PALE, Page, drawn, line_height
from tcdesk.services.papers import Count, DrillReport
from tcdesk.services.ports import Words

_HALF = 85.0  # millimetres of a column of counts


def draw_drill_report(report: DrillReport, words: Words) -> bytes:
    """Draw the record as PDF."""
    title = words("paper-drill")

    def draw(page: Page) -> None:
        y = page.turn() + 8
        page.mark(title)
        y = page.paragraph(MARGIN, y, page.width, title, size=18, font=BOLD) + 2
        y = _draw_facts(page, report.facts, y) + 2
        page.box(MARGIN, y, page.width, 10, fill=PALE)
        said = words("paper-drill-worked" if report.worked else "paper-drill-failed")
        page.text(MARGIN + 3, y + 6.4, said, size=11, font=BOLD)
        y = _head(page, words("paper-drill-checks"), y + 17)
        for what, held in report.checks:
            said = words("paper-drill-held" if held else "paper-drill-not-held")
            page.text(MARGIN + page.width, y, said, size=10, font=BOLD, align="right")
            y = page.paragraph(MARGIN, y, page.width - 30, what, size=10) + 0.9
        y = _head(page, words("paper-drill-contents"), y + 5)
        y = _draw_counts(page, report.counts, y, words)
        half = page.width / 2 - 5
        y = max(y + 22, page.bottom - 14)
        for x, label in (
            (MARGIN, "paper-drill-signed-by"),
            (MARGIN + half + 10, "paper-drill-seen-by"),
        ):
            page.rule(x, y, half)
            page.text(x, y + 4, words(label), size=8, color=GREY)

    return drawn(draw, words=words, title=title, foot=report.foot, training=report.foot.training)


def _head(page: Page, text: str, y: float) -> float:
    page.text(MARGIN, y, text, size=11, font=BOLD)
    return y + 6.5


def _draw_facts(page: Page, facts: tuple[tuple[str, str], ...], y: float) -> float:
    left = 4 + max(fonts.width(label, REGULAR, 9) for label, _ in facts) / 72 * 25.4
    for label, value in facts:
        page.text(MARGIN, y, label, size=9, color=GREY)
        y = page.paragraph(MARGIN + left, y, page.width - left, value, size=10)
        y += 5.6 - line_height(10)
    return y


def _draw_counts(page: Page, counts: tuple[Count, ...], y: float, words: Words) -> float:
    """Draw two columns, filled from the left."""
    rows = -(-len(counts) // 2)
    for place, count in enumerate(counts):
        column, row = divmod(place, max(1, rows))
        x, at = MARGIN + column * (_HALF + 10), y + row * 6.0
        page.text(x, at, count.label, size=9.5)
        page.text(x + _HALF, at, words.number(count.number), size=9.5, align="right")
        page.rule(x, at + 1.6, _HALF)
    return y + rows * 6.0
