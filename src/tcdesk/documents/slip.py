"""Slips: the digits of a party's keys, and the receipt of a file that went by stick."""

from tcdesk.documents import fonts
from tcdesk.documents.fonts import BOLD, REGULAR
from tcdesk.documents.page import GREY, MARGIN, PALE, Page, drawn, line_height
from tcdesk.services.key_papers import EnrolmentSlip, Party
from tcdesk.services.papers import ExportSlip
from tcdesk.services.ports import Words

_GROUPS_IN_LINE = 3
_HASH_GROUP = 8


def draw_enrolment_slip(slip: EnrolmentSlip, words: Words) -> bytes:
    """Draw the digits large, to be read over the telephone, and as a QR code."""
    title = words("paper-digits-unit" if slip.party is Party.UNIT else "paper-digits-office")

    def draw(page: Page) -> None:
        y = page.turn() + 8
        page.mark(title)
        y = page.paragraph(MARGIN, y, page.width, title, size=18, font=BOLD) + 2
        y = _draw_facts(
            page,
            y,
            (
                (words("paper-unit"), slip.name),
                (words("paper-code"), slip.code),
                (words("paper-made-on"), words.moment(slip.made_at)),
            ),
        )
        y = _draw_digits(page, slip.digits, y + 3)
        y = page.paragraph(MARGIN, y + 9, page.width, words("paper-digits-use"), size=10.5)
        page.paragraph(MARGIN, y + 1, page.width, words("paper-digits-apart"), size=10.5)

    return drawn(draw, words=words, title=title, foot=None, training=slip.training)


def draw_export_slip(slip: ExportSlip, words: Words) -> bytes:
    """Draw the receipt: which file, its number, its hash in groups, what is in it."""
    title = words("paper-receipt")

    def draw(page: Page) -> None:
        y = page.turn() + 8
        page.mark(title)
        y = page.paragraph(MARGIN, y, page.width, title, size=18, font=BOLD) + 2
        y = _draw_facts(
            page,
            y,
            (
                (words("paper-file"), slip.file_name),
                (words("paper-sender"), slip.sender),
                (words("paper-recipient"), slip.recipient),
                (words("paper-level"), slip.level),
                (
                    words("paper-seq"),
                    words("paper-seq-of", seq=str(slip.seq), epoch=str(slip.epoch)),
                ),
                ("SHA-256", _hash_groups(slip.sha256)),
            ),
        )
        page.text(MARGIN, y + 5, words("paper-content"), size=11, font=BOLD)
        y += 11.5
        for count in slip.counts:
            page.text(MARGIN, y, count.label, size=10)
            page.text(MARGIN + 110, y, words.number(count.number), size=10, align="right")
            page.rule(MARGIN, y + 1.6, 110)
            y += 6.2
        half = page.width / 2 - 5
        y += 14
        for x, label in ((MARGIN, "paper-handed-over"), (MARGIN + half + 10, "paper-taken-over")):
            page.rule(x, y, half)
            page.text(x, y + 4, words(label), size=8, color=GREY)

    return drawn(draw, words=words, title=title, foot=slip.foot, training=slip.foot.training)


def _draw_facts(page: Page, y: float, facts: tuple[tuple[str, str], ...]) -> float:
    """Write labels and values in two columns."""
    left = 2 + max(fonts.width(label, REGULAR, 9) for label, _ in facts) / 72 * 25.4
    left = max(28.0, left)
    for label, value in facts:
        page.text(MARGIN, y, label, size=9, color=GREY)
        y = page.paragraph(MARGIN + left, y, page.width - left, value, size=10.5)
        y += 5.8 - line_height(10.5)
    return y


def _draw_digits(page: Page, digits: tuple[str, ...], y: float) -> float:
    height = 50.0
    page.box(MARGIN, y, page.width, height, fill=PALE)
    page.qr(MARGIN + 4, y + 4, height - 8, " ".join(digits))
    left = MARGIN + height + 6
    for place, group in enumerate(digits):
        row, column = divmod(place, _GROUPS_IN_LINE)
        page.text(left + 40 * column, y + 21 + 18 * row, group, size=26, font=BOLD)
    return y + height


def _hash_groups(sha256: str) -> str:
    parts = range(0, len(sha256), _HASH_GROUP)
    return " ".join(sha256[start : start + _HASH_GROUP] for start in parts)
