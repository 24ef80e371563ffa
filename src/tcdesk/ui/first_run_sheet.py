"""The recovery sheet: shown and printed, then typed back from the paper."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tcdesk.services.paper_key import GROUP, GROUPS_IN_LINE, Asked, groups_of
from tcdesk.ui.card import Card
from tcdesk.ui.fields import LineField
from tcdesk.ui.forms import Form
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import ICON, button, label
from tcdesk.ui.preview import Preview
from tcdesk.ui.theme import SECTION


class SheetView(QWidget):
    """The key in groups as on the paper, and the way to the printer."""

    def __init__(
        self,
        kit: Kit,
        key: str,
        *,
        draw: Callable[[], bytes],
        note: Callable[[str], None],
        title: str = "",
    ) -> None:
        """Show the key.

        Args:
            kit: What the window is built with.
            key: The key as text.
            draw: Draws the sheet as PDF.
            note: Puts on record what happened to it; runs in the writer lane.
            title: What the key is; the vault's if empty.
        """
        super().__init__()
        self._kit = kit
        self._draw = draw
        self._note = note
        words = kit.words
        card = Card(title or words("first-run-key"))
        card.body.addLayout(_key_grid(kit, groups_of(key)))
        card.body.addWidget(label(words("first-run-key.hint"), "small", wrap=True))
        look = button(words("first-run-print"), "primary")
        look.setIcon(kit.icons(Icon.PRINT, "on_accent"))
        look.setIconSize(ICON)
        look.clicked.connect(self._preview)
        row = QHBoxLayout()
        row.addWidget(look)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(card)
        for line in ("envelope", "place", "last-way"):
            column.addWidget(label(words(f"first-run-sheet-{line}"), wrap=True))
        column.addStretch(1)
        self.setFocusProxy(look)

    def _preview(self) -> None:
        self._kit.jobs.run(self, self._draw, done=self._show, lane="reader")

    def _show(self, content: bytes) -> None:
        preview = Preview(
            self._kit, self.window(), content=content, title=self._kit.words("first-run-paper")
        )
        preview.printed.connect(lambda _printed: self._record("recovery.print"))
        preview.saved.connect(lambda: self._record("recovery.save"))
        preview.open()

    def _record(self, action: str) -> None:
        self._kit.jobs.run(self, lambda: self._note(action))


class SheetTyped(Form):
    """Two groups of the key, asked by line and place on the paper."""

    def __init__(self, kit: Kit, asked: Sequence[Asked]) -> None:
        super().__init__()
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(SECTION)
        self._fields = []
        for one in asked:
            field = LineField(longest=2 * GROUP)
            field.setFont(fixed)
            field.setFixedWidth(140)
            self.add(
                kit.words("first-run-asked", line=one.line, place=one.place), field, wide=False
            )
            self._fields.append(field)
        self.add_whole(label(kit.words("first-run-asked-hint"), "muted", wrap=True))
        self.setFocusProxy(self._fields[0])

    def groups(self) -> list[str]:
        """Give what is typed, group by group."""
        return [field.value() for field in self._fields]


def _key_grid(kit: Kit, groups: Sequence[str]) -> QGridLayout:
    """Lay the groups out in the lines of the paper; screen readers get them line by line."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    fixed.setPointSizeF(SECTION)
    for start in range(0, len(groups), GROUPS_IN_LINE):
        row = start // GROUPS_IN_LINE
        line: QLabel = label(kit.words("first-run-line", line=row + 1), "muted")
        grid.addWidget(line, row, 0)
        for place, group in enumerate(groups[start : start + GROUPS_IN_LINE], start=1):
            shown = label(group)
            shown.setFont(fixed)
            grid.addWidget(shown, row, place)
    grid.setColumnStretch(GROUPS_IN_LINE + 1, 1)
    return grid
