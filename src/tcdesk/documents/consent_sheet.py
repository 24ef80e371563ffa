"""The sheet of a consent or agreement: who asks for what, in plain words, and who signs."""

from tcdesk.documents.emblem import draw_funder
from tcdesk.documents.fonts import BOLD
from tcdesk.documents.page import GREY, MARGIN, Page, drawn, line_height
from tcdesk.services.papers import ConsentSheet
from tcdesk.services.ports import Words

_BOX = 4.0
_LABELS = 42.0


def draw_consent(sheet: ConsentSheet, words: Words) -> bytes:
    """Draw the sheet as PDF, on one page."""

    def draw(page: Page) -> None:
        y = page.turn()
        if sheet.funder is not None:
            y = draw_funder(page, y, page.width, sheet.funder)
        y += 10
        page.mark(sheet.title)
        y = page.paragraph(MARGIN, y, page.width, sheet.title, size=16, font=BOLD) + 3
        y = _facts(page, sheet, words, y) + 4
        for text in sheet.paragraphs:
            y = page.paragraph(MARGIN, y, page.width, text, size=10.5) + 2.4
        y = _answers(page, sheet, words, y + 4)
        _signatures(page, sheet, words, max(y + 18, page.bottom - 62))

    return drawn(
        draw, words=words, title=sheet.title, foot=sheet.foot, training=sheet.foot.training
    )


def _facts(page: Page, sheet: ConsentSheet, words: Words, y: float) -> float:
    facts = [
        ("paper-consent-unit", sheet.unit),
        ("paper-consent-person", f"{sheet.name} ({sheet.code})"),
    ]
    if sheet.recipient:
        facts.append(("paper-consent-recipient", sheet.recipient))
    for label, value in facts:
        page.text(MARGIN, y, words(label), size=9, color=GREY)
        y = page.paragraph(MARGIN + _LABELS, y, page.width - _LABELS, value, size=10.5)
        y += 5.8 - line_height(10.5)
    return y


def _answers(page: Page, sheet: ConsentSheet, words: Words, y: float) -> float:
    """Draw what is ticked: yes or no, or that it has been read."""
    told = (
        ("paper-consent-yes", "paper-consent-no") if sheet.asks else ("paper-consent-understood",)
    )
    for answer in told:
        page.box(MARGIN, y - _BOX + 0.8, _BOX, _BOX)
        y = page.paragraph(MARGIN + 7, y, page.width - 7, words(answer), size=10.5) + 2.4
    if sheet.asks:
        y = page.paragraph(
            MARGIN, y + 2, page.width, words("paper-consent-withdrawal"), size=9, color=GREY
        )
    return y


def _signatures(page: Page, sheet: ConsentSheet, words: Words, y: float) -> None:
    half = page.width / 2 - 5
    page.text(MARGIN, y, words("paper-consent-place", day=sheet.day), size=10)
    y += 18
    for x, label in (
        (MARGIN, "paper-consent-signs"),
        (MARGIN + half + 10, "paper-consent-witness"),
    ):
        page.rule(x, y, half)
        page.text(x, y + 4, words(label), size=8, color=GREY)
    if sheet.asks:
        y += 20
        page.rule(MARGIN, y, page.width)
        page.text(MARGIN, y + 4, words("paper-consent-withdrawn"), size=8, color=GREY)
