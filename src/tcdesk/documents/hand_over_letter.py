"""The letter to a body that helps after release, with lines to sign."""

from tcdesk.documents.fonts import BOLD
from tcdesk.documents.page import GREY, MARGIN, Page, drawn
from tcdesk.documents.session_head import draw_entry_line
from tcdesk.services.papers import HandOverLetter
from tcdesk.services.ports import Words

_LABELS = 42.0
_SIZE = 11.0


def draw_hand_over_letter(letter: HandOverLetter, words: Words) -> bytes:
    """Draw a letter as PDF."""

    def draw(page: Page) -> None:
        y = page.turn() + 6
        page.mark(letter.title)
        if letter.sender:
            page.text(MARGIN, y, letter.sender, size=_SIZE, font=BOLD)
        page.text(
            MARGIN + page.width,
            y,
            words.date(letter.foot.printed_at.date()),
            size=10,
            align="right",
        )
        y = page.paragraph(MARGIN, y + 16, page.width / 2, letter.recipient, size=_SIZE)
        y = page.paragraph(MARGIN, y + 14, page.width, letter.title, size=16, font=BOLD) + 3
        kind = "neutral" if letter.neutral else "full"
        y = page.paragraph(MARGIN, y, page.width, words(f"release-letter-{kind}-text"), size=_SIZE)
        y += 5
        for label, text in letter.facts:
            page.text(MARGIN, y, label, size=10, color=GREY)
            y = page.paragraph(MARGIN + _LABELS, y, page.width - _LABELS, text, size=_SIZE) + 1.5
        if letter.asked_for:
            y = page.paragraph(
                MARGIN, y + 4, page.width, words("release-letter-asked"), size=10, color=GREY
            )
            y = page.paragraph(MARGIN, y + 1, page.width, letter.asked_for, size=_SIZE)
        y = page.paragraph(
            MARGIN, y + 8, page.width, words(f"release-letter-{kind}-consent"), size=10
        )
        _draw_signatures(page, words, letter, y + 20)

    foot = None if letter.neutral else letter.foot  # who printed it would tell where it is from
    training = letter.foot.training
    return drawn(draw, words=words, title=letter.title, foot=foot, training=training)


def _draw_signatures(page: Page, words: Words, letter: HandOverLetter, y: float) -> None:
    half = page.width / 2 - 5
    draw_entry_line(page, MARGIN, y, half, words("release-letter-sign-person"))
    page.text(MARGIN, y + 4.5, letter.member, size=8.5, color=GREY)
    if not letter.neutral:
        x = MARGIN + half + 10
        draw_entry_line(page, x, y, half, words("release-letter-sign-worker"))
        page.text(x, y + 4.5, letter.worker, size=8.5, color=GREY)
