"""Six groups of five digits, typed from paper; the groups part by themselves while typing."""

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tcdesk.ui.fields import LineField
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label
from tcdesk.ui.theme import SECTION

GROUP, DIGITS = 5, 30


class DigitsField(QWidget):
    """One field for all groups, and how many digits are still missing."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.edit = LineField(longest=4 * DIGITS)
        self.edit.setAccessibleName(kit.words("digits-field"))
        self.edit.setPlaceholderText("00000 00000 00000 00000 00000 00000")
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(SECTION)
        self.edit.setFont(fixed)
        wide = self.edit.fontMetrics().horizontalAdvance("0" * (DIGITS + 6))
        self.edit.setFixedWidth(wide + 48)
        self._missing = label("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.edit)
        column.addWidget(self._missing)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self._part)
        self.edit.textChanged.connect(self._count)
        self._count()

    def value(self) -> str:
        """Give what is typed."""
        return self.edit.value()

    def set_value(self, text: str) -> None:
        """Show digits, parted into groups."""
        self.edit.set_value(_parted(_digits(text)))

    def _part(self, text: str) -> None:
        before = len(_digits(text[: self.edit.cursorPosition()]))
        parted = _parted(_digits(text))
        self.edit.setText(parted)
        spaces = (max(before, 1) - 1) // GROUP
        self.edit.setCursorPosition(min(before + spaces, len(parted)))

    def _count(self) -> None:
        typed = len(_digits(self.edit.text()))
        said = self._kit.words("digits-missing", count=max(0, DIGITS - typed))
        self._missing.setText(said if typed < DIGITS else self._kit.words("digits-all"))


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdecimal())[:DIGITS]


def _parted(digits: str) -> str:
    return " ".join(digits[start : start + GROUP] for start in range(0, len(digits), GROUP))
