"""One person's record on paper: who it is about, the tables, and every note in full.

The first page says what the document holds and what it leaves out; names of others are masked by
the service that fills it.
"""

from collections.abc import Callable

from tcdesk.documents import fonts
from tcdesk.documents.fonts import BOLD, REGULAR
from tcdesk.documents.page import GREY, MARGIN, PALE, RULE, Page, drawn, line_height, mm
from tcdesk.documents.table import draw_table, narrowest
from tcdesk.services.papers import AccessRecord, RecordNote
from tcdesk.services.ports import Words

_PORTRAIT = 180.0  # millimetres between the margins
_SIZE = 9.0
_LABELS = 48.0  # millimetres for the labels of the identity
_FROM_FOOT = 26.0  # a chapter does not begin lower than this above the foot


def draw_access_record(record: AccessRecord, words: Words) -> bytes:
    """Draw the record as PDF."""
    wide = max(
        (narrowest(table, words) for section in record.sections for table in section.tables),
        default=0.0,
    )

    def draw(page: Page) -> None:
        def turn() -> float:
            y = page.turn()
            page.text(MARGIN, y + 2, words("paper-access-title"), size=8, color=GREY)
            right = MARGIN + page.width
            page.text(right, y + 2, record.code, size=8, color=GREY, align="right")
            page.rule(MARGIN, y + 4, page.width, color=RULE)
            return y + 8

        y = _draw_front(page, words, record)
        for section in record.sections:
            y = _draw_chapter(page, section.title, y, turn)
            for table in section.tables:
                y = draw_table(page, words, table, y, turn) + 2
        y = _draw_chapter(page, words("paper-access-notes"), y, turn)
        y = page.paragraph(MARGIN, y + 1, page.width, record.shared, size=8, color=GREY) + 3
        for note in record.notes:
            y = _draw_note(page, note, y, turn)

    return drawn(
        draw,
        words=words,
        title=words("paper-access-title"),
        foot=record.foot,
        training=record.foot.training,
        landscape=wide > _PORTRAIT,
    )


def _draw_front(page: Page, words: Words, record: AccessRecord) -> float:
    y = page.turn()
    page.mark(words("paper-access-title"))
    y = page.paragraph(MARGIN, y + 7, page.width, words("paper-access-title"), size=18, font=BOLD)
    y = page.paragraph(MARGIN, y + 1, page.width, record.name, size=13, font=BOLD) + 1
    for label, value in record.identity:
        page.text(MARGIN, y, label, size=_SIZE, color=GREY)
        y = page.paragraph(MARGIN + _LABELS, y, page.width - _LABELS, value, size=_SIZE) + 0.8
    y += 2
    told = [words(f"paper-access-{name}") for name in ("holds", "masked", "closed", "rights")]
    room = page.width - 8
    lines = sum(len(fonts.wrapped(text, REGULAR, _SIZE, room * mm)) for text in told)
    height = lines * line_height(_SIZE) + 1.6 * len(told) + 5
    page.box(MARGIN, y, page.width, height, fill=PALE)
    at = y + 6
    for text in told:
        at = page.paragraph(MARGIN + 4, at, room, text, size=_SIZE) + 1.6
    return y + height + 4


def _draw_chapter(page: Page, title: str, y: float, turn: Callable[[], float]) -> float:
    if y + _FROM_FOOT > page.bottom:
        y = turn()
    page.mark(title)
    return page.paragraph(MARGIN, y + 6, page.width, title, size=13, font=BOLD)


def _draw_note(page: Page, note: RecordNote, y: float, turn: Callable[[], float]) -> float:
    """Draw a note; a long one goes on over pages, its head never stands alone at a foot."""
    if y + 4 * line_height(_SIZE) > page.bottom:
        y = turn()
    page.rule(MARGIN, y - 1, page.width, thick=0.3)
    y = page.paragraph(MARGIN, y + 3, page.width, note.title, size=_SIZE, font=BOLD)
    y = page.paragraph(MARGIN, y, page.width, note.state, size=8, color=GREY) + 0.6
    for label, text in note.fields:
        if y + 2 * line_height(_SIZE) > page.bottom:
            y = turn()
        y = page.paragraph(MARGIN, y, page.width, label, size=8, font=BOLD, color=GREY)
        for line in fonts.wrapped(text, REGULAR, _SIZE, page.width * mm):
            if y + line_height(_SIZE) > page.bottom:
                y = turn() + 2
            page.text(MARGIN, y, line, size=_SIZE)
            y += line_height(_SIZE)
        y += 0.8
    return y + 2.5
