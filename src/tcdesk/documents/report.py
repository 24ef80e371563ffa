"""A report on paper: what was asked, the tables, and under each the definition of its numbers."""

from tcdesk.documents import fonts
from tcdesk.documents.emblem import draw_funder
from tcdesk.documents.fonts import BOLD
from tcdesk.documents.page import GREY, MARGIN, RULE, Page, drawn, line_height
from tcdesk.documents.table import draw_table, narrowest
from tcdesk.services.papers import Report
from tcdesk.services.ports import Words

_PORTRAIT = 180.0  # millimetres between the margins


def draw_report(report: Report, words: Words) -> bytes:
    """Draw a report as PDF; lying if a table is too wide to stand."""
    wide = max(
        (narrowest(table, words) for section in report.sections for table in section.tables),
        default=0.0,
    )

    def draw(page: Page) -> None:
        def turn() -> float:
            y = page.turn()
            page.text(MARGIN, y + 2, report.title, size=8, color=GREY)
            page.rule(MARGIN, y + 4, page.width, color=RULE)
            return y + 8

        y = _draw_front(page, words, report)
        for section in report.sections:
            if y + 30 > page.bottom:
                y = turn()
            page.mark(section.title)
            y = page.paragraph(MARGIN, y + 6, page.width, section.title, size=13, font=BOLD)
            for table in section.tables:
                y = draw_table(page, words, table, y, turn) + 2

    return drawn(
        draw,
        words=words,
        title=report.title,
        foot=report.foot,
        training=report.foot.training,
        landscape=wide > _PORTRAIT,
    )


def _draw_front(page: Page, words: Words, report: Report) -> float:
    y = page.turn()
    if report.funder is not None:
        y = draw_funder(page, y, page.width, report.funder) + 2
    y = page.paragraph(MARGIN, y + 7, page.width, report.title, size=18, font=BOLD) + 1
    facts = (
        *report.filters,
        (words("paper-report-as-of"), words.date(report.as_of)),
        (words("paper-data-version"), report.data_version),
    )
    left = 4 + max(fonts.width(label, fonts.REGULAR, 9) for label, _ in facts) / 72 * 25.4
    for label, value in facts:
        page.text(MARGIN, y, label, size=9, color=GREY)
        y = page.paragraph(MARGIN + left, y, page.width - left, value, size=9)
        y += 4.8 - line_height(9)
    return y
