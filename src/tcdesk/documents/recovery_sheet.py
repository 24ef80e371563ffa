"""A key on paper: a stock age identity, readable by a camera, by eye and without tcdesk.

The key stands here in clear; the sheet is printed once and kept in a sealed envelope.
"""

from tcdesk.documents.fonts import BOLD
from tcdesk.documents.page import GREY, MARGIN, PALE, Page, drawn
from tcdesk.services.key_papers import KeyUse, RecoverySheet
from tcdesk.services.ports import Words

_GROUP = 4
_GROUPS_IN_LINE = 7
_STEPS = {
    KeyUse.VAULT: ("paper-key-step-1", "paper-key-step-2", "paper-key-step-3", "paper-key-step-4"),
    KeyUse.RESERVE: ("paper-reserve-step-1", "paper-reserve-step-2", "paper-reserve-step-3"),
}
_STOCK_TOOL_STEPS = {
    KeyUse.VAULT: (
        "age -d -i key.txt dek.age",
        "sqlcipher tcdesk-NNNNNN.db",
        "PRAGMA key = \"x'…'\";",
    ),
    KeyUse.RESERVE: (
        "age -d -i key.txt NNNN-NNNNNN-NNNNNNNN.tcb > bundle.tar",
        "tar xf bundle.tar",
    ),
}


def draw_recovery_sheet(sheet: RecoverySheet, words: Words) -> bytes:
    """Draw the paper key as PDF, one A4."""
    title = words(f"paper-{sheet.use.value}")

    def draw(page: Page) -> None:
        y = page.turn() + 8
        page.mark(title)
        y = page.paragraph(MARGIN, y, page.width, title, size=18, font=BOLD) + 1
        warning = words(f"paper-{sheet.use.value}-warning")
        y = page.paragraph(MARGIN, y, page.width, warning, size=10, font=BOLD)
        y = _draw_facts(page, words, sheet, y + 2)
        y = _draw_key(page, words, sheet.key, y + 3)
        _draw_steps(page, words, sheet.use, y + 6)

    return drawn(draw, words=words, title=title, foot=None, training=sheet.training)


def _draw_facts(page: Page, words: Words, sheet: RecoverySheet, y: float) -> float:
    for label, value in (
        ("paper-unit", sheet.unit),
        ("paper-vault" if sheet.use is KeyUse.VAULT else "paper-party", sheet.vault_id),
        ("paper-made-on", words.date(sheet.made_on)),
    ):
        page.text(MARGIN, y, words(label), size=9, color=GREY)
        page.text(MARGIN + 28, y, value, size=10)
        y += 5.4
    return y


def _draw_key(page: Page, words: Words, key: str, y: float) -> float:
    groups = [key[start : start + _GROUP] for start in range(0, len(key), _GROUP)]
    lines = [
        groups[start : start + _GROUPS_IN_LINE] for start in range(0, len(groups), _GROUPS_IN_LINE)
    ]
    height = 56.0
    page.box(MARGIN, y, page.width, height, fill=PALE)
    page.qr(MARGIN + 4, y + 4, height - 8, key)
    x = MARGIN + height + 2
    page.text(x, y + 8, words("paper-key-text"), size=9, color=GREY)
    for place, line in enumerate(lines):
        for column, group in enumerate(line):
            page.text(x + 16.5 * column, y + 20 + 11 * place, group, size=13, font=BOLD)
    return y + height


def _draw_steps(page: Page, words: Words, use: KeyUse, y: float) -> None:
    y = page.paragraph(MARGIN, y, page.width, words("paper-key-use"), size=11, font=BOLD) + 1
    for number, step in enumerate(_STEPS[use], start=1):
        page.text(MARGIN, y, f"{number}.", size=10)
        y = page.paragraph(MARGIN + 6, y, page.width - 6, words(step), size=10) + 1
    y += 3
    y = page.paragraph(MARGIN, y, page.width, words("paper-key-stock"), size=11, font=BOLD) + 1
    y = page.paragraph(MARGIN, y, page.width, words(f"paper-{use.value}-stock-how"), size=9.5) + 1
    for command in _STOCK_TOOL_STEPS[use]:
        y = page.paragraph(MARGIN + 6, y, page.width - 6, command, size=9.5, font=BOLD) + 0.5
    afterwards = words(f"paper-{use.value}-stock-then")
    y = page.paragraph(MARGIN, y + 1, page.width, afterwards, size=9.5) + 8
    half = page.width / 2 - 5
    for x, label in ((MARGIN, "paper-key-first"), (MARGIN + half + 10, "paper-key-second")):
        page.rule(x, y + 6, half)
        page.text(x, y + 10, words(label), size=8, color=GREY)
