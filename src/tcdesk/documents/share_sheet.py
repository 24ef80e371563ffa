"""The three parts of a recovery key, one sheet each: any two of them open what it is for.

Each sheet has two lines of groups, one for either of the other parts. The halves stand in clear;
one sheet alone tells nothing.
"""

from tcdesk.documents.fonts import BOLD
from tcdesk.documents.page import GREY, MARGIN, PALE, Page, drawn
from tcdesk.services.key_papers import KeyShares, ShareSheet
from tcdesk.services.paper_key import GROUPS_IN_LINE, groups_of
from tcdesk.services.ports import Words

_STEPS = (1, 2, 3)
_HEIGHT = 46.0


def draw_key_shares(shares: KeyShares, words: Words) -> bytes:
    """Draw the parts as PDF, an A4 each."""

    def draw(page: Page) -> None:
        for sheet in shares.sheets:
            _draw_part(page, words, shares, sheet)

    return drawn(
        draw,
        words=words,
        title=words(f"paper-{shares.use.value}s"),
        foot=None,
        training=shares.training,
    )


def _draw_part(page: Page, words: Words, shares: KeyShares, sheet: ShareSheet) -> None:
    y = page.turn() + 8
    name = f"paper-{shares.use.value}"
    title = words(name, part=sheet.part)
    page.mark(title)
    y = page.paragraph(MARGIN, y, page.width, title, size=18, font=BOLD) + 1
    y = page.paragraph(MARGIN, y, page.width, words(f"{name}-warning"), size=10, font=BOLD) + 2
    for label, value in (
        ("paper-unit", shares.unit),
        ("paper-vault", shares.vault_id),
        ("paper-made-on", words.date(shares.made_on)),
    ):
        page.text(MARGIN, y, words(label), size=9, color=GREY)
        page.text(MARGIN + 28, y, value, size=10)
        y += 5.4
    for other, text in sheet.lines:
        y = _draw_line(page, words, other, text, y + 3)
    y = page.paragraph(MARGIN, y + 8, page.width, words("paper-key-use"), size=11, font=BOLD) + 1
    for number in _STEPS:
        page.text(MARGIN, y, f"{number}.", size=10)
        step = words(f"{name}-step-{number}")
        y = page.paragraph(MARGIN + 6, y, page.width - 6, step, size=10) + 1


def _draw_line(page: Page, words: Words, other: int, text: str, y: float) -> float:
    page.box(MARGIN, y, page.width, _HEIGHT, fill=PALE)
    page.qr(MARGIN + 3, y + 3, _HEIGHT - 6, text)
    x = MARGIN + _HEIGHT + 2
    page.text(x, y + 8, words("paper-share-with", part=other), size=10, font=BOLD)
    groups = groups_of(text)
    for place, group in enumerate(groups):
        line, column = divmod(place, GROUPS_IN_LINE)
        page.text(x + 17.5 * column, y + 19 + 10 * line, group, size=13, font=BOLD)
    return y + _HEIGHT
