"""The numbers of an event, a family session or a training: each is saved as soon as it is left."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QWidget

from tcdesk.domain.head_counts import FAMILY, MARKS, MOST_HEADS, Band, average_mark, bands_of, heads
from tcdesk.services.sessions import SessionFile
from tcdesk.ui.card import Card
from tcdesk.ui.fields import LineField
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label

COLUMNS = 2
FIELD_WIDTH = 72  # logical pixels


class HeadCountsCard(Card):
    """Says by ``counted`` which numbers were typed; what it shows comes from the vault."""

    counted = Signal(object, object)  # typed and seen, both by band

    def __init__(self, kit: Kit) -> None:
        self._sum = label("", "muted")
        super().__init__(kit.words("head-counts"), beside=self._sum)
        self._kit = kit
        self._bands: tuple[Band, ...] = ()
        self._seen: Mapping[Band, int] = {}
        self._fields: dict[Band, LineField] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._why = label("", "small", wrap=True)
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.body.addWidget(self._why)
        self.body.addLayout(self._grid)
        self.body.addWidget(self.error)
        self.body.addStretch(1)
        self.hide()

    def show_numbers(
        self, file: SessionFile, numbers: Mapping[Band, int], *, editable: bool
    ) -> None:
        """Show the numbers of a session; hidden where nothing is counted."""
        bands = bands_of(file.activity)
        self.setVisible(bool(bands))
        if bands != self._bands:
            self._lay_out(bands)
        self._seen = numbers
        self.error.hide()
        for band, field in self._fields.items():
            if not field.hasFocus() or not field.isModified():
                field.set_value(str(numbers[band]) if band in numbers else "")
            field.setReadOnly(not editable)
        self._sum.setText(self._told(numbers))

    def stops(self) -> list[QWidget]:
        """List what Tab stops at."""
        return list(self._fields.values())

    def _lay_out(self, bands: tuple[Band, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._bands, self._fields = bands, {}
        words = self._kit.words
        kind = "family" if bands == FAMILY else "training" if MARKS[0] in bands else "event"
        self._why.setText(words(f"head-counts-{kind}-why"))
        per_column = -(-len(bands) // COLUMNS)
        for place, band in enumerate(bands):
            row, column = place % per_column, place // per_column * 2
            field = LineField(longest=len(str(MOST_HEADS)))
            field.setValidator(QIntValidator(0, MOST_HEADS, field))
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setFixedWidth(FIELD_WIDTH)
            text = words(f"head-band-{band.value}")
            field.setAccessibleName(text)
            named = label(text, wrap=True)
            named.setBuddy(field)
            field.editingFinished.connect(partial(self._left, band))
            self._grid.addWidget(named, row, column)
            self._grid.addWidget(field, row, column + 1)
            self._grid.setColumnStretch(column, 1)
            self._fields[band] = field

    def _left(self, band: Band) -> None:
        """Tell a number that was typed; an emptied field is none, so it counts nobody."""
        typed = self._fields[band].value()
        number = int(typed) if typed else (0 if band in self._seen else None)
        if number is not None and number != self._seen.get(band):
            seen = {band: self._seen[band]} if band in self._seen else {}
            self._seen = {**self._seen, band: number}
            self.counted.emit({band: number}, seen)

    def _told(self, numbers: Mapping[Band, int]) -> str:
        words = self._kit.words
        told = words("head-counts-sum", count=heads(numbers))
        mark = average_mark(numbers)
        if mark is None:
            return told
        return f"{told} · {words('head-counts-mark', mark=words.number(mark, 1))}"
