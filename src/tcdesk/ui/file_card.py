"""A card of a person's file: some lines of facts, each with what can be done to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from tcdesk.ui.card import Card
from tcdesk.ui.labels import button, label


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What can be done to a line; ``name`` says it with its object, for screen readers."""

    text: str
    name: str
    do: Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """One fact: what it is, when or how, an optional sign of its state, and the deeds."""

    text: str = field(repr=False)
    detail: str = field(default="", repr=False)
    remark: str = field(default="", repr=False)
    strong: bool = False
    sign: Callable[[], QLabel] | None = None
    deeds: Sequence[Deed] = ()


class FileCard(Card):
    """Shows lines below each other, or a sentence when there are none; buttons stand under them."""

    def __init__(self, title: str, *, none: str) -> None:
        super().__init__(title)
        self._none = none
        self._grid_of = QWidget()
        self._grid = QGridLayout(self._grid_of)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        self.body.addWidget(self._grid_of)
        self.body.addLayout(self._buttons)

    def offer(self, text: str, do: Callable[[], None]) -> QPushButton:
        """Add a button under the lines."""
        made = button(text)
        made.clicked.connect(do)
        self._buttons.insertWidget(self._buttons.count() - 1, made)
        return made

    def show_lines(self, lines: Sequence[FactLine]) -> None:
        """Show facts."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        row = 0
        if not lines:
            self._grid.addWidget(label(self._none, "muted", wrap=True), 0, 0, 1, 4)
        for line in lines:
            self._add(row, line)
            row += 1
            if line.remark:
                self._grid.addWidget(label(line.remark, "small", wrap=True), row, 0, 1, 4)
                row += 1

    def _add(self, row: int, line: FactLine) -> None:
        self._grid.addWidget(label(line.text, "strong" if line.strong else "", wrap=True), row, 0)
        if line.detail:
            self._grid.addWidget(label(line.detail, "muted"), row, 1)
        if line.sign is not None:
            self._grid.addWidget(line.sign(), row, 2)
        if line.deeds:
            self._grid.addWidget(_links(line.deeds), row, 3)


def _links(deeds: Sequence[Deed]) -> QWidget:
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for deed in deeds:
        press = button(deed.text, "link")
        press.setAccessibleName(deed.name)
        press.clicked.connect(deed.do)
        row.addWidget(press)
    return part
