"""The two fonts of all paper: shipped with the program and embedded in every document.

Liberation Sans is the free metric twin of Arial, which the rules on the EU emblem permit
(Reg. (EU) 2021/1060, Annex IX).
"""

from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR = "TcdeskSans"
BOLD = "TcdeskSans-Bold"
_FILES = {REGULAR: "LiberationSans-Regular.ttf", BOLD: "LiberationSans-Bold.ttf"}


def register(folder: Path) -> None:
    """Make the fonts known to ReportLab, which keeps its fonts for the whole process.

    Args:
        folder: ``resources/fonts``.
    """
    for name, file in _FILES.items():
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(folder / file)))


def width(text: str, font: str, size: float) -> float:
    """Give the width of a text in points."""
    return float(pdfmetrics.stringWidth(text, font, size))


def wrapped(text: str, font: str, size: float, room: float) -> list[str]:
    """Break a text into lines that fit a width; no character is ever left out.

    Breaks at spaces; a word wider than a line is broken where it must be.

    Args:
        text: Any text; line ends in it are kept.
        font: ``REGULAR`` or ``BOLD``.
        size: In points.
        room: Width of a line in points.

    Returns:
        The lines, at least one.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if width(longer, font, size) <= room:
                line = longer
                continue
            if line:
                lines.append(line)
            *whole, line = _pieces(word, font, size, room)
            lines += whole
        lines.append(line)
    return lines


def _pieces(word: str, font: str, size: float, room: float) -> list[str]:
    """Break one word into pieces that fit."""
    pieces, piece = [], ""
    for letter in word:
        if piece and width(piece + letter, font, size) > room:
            pieces.append(piece)
            piece = letter
        else:
            piece += letter
    return [*pieces, piece]
