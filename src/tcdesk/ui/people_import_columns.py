"""The second step of an import: how the file is read, and which column holds what."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tcdesk.domain.ids import ProgrammeId
from tcdesk.domain.people_import import ImportField
from tcdesk.domain.programmes import Programme
from tcdesk.domain.sheet_cells import Cell, Formula, text_of
from tcdesk.services.import_layout import Layout
from tcdesk.services.spreadsheet_rows import Encoding, RawSheet
from tcdesk.ui.fields import Choice, ChoiceField
from tcdesk.ui.forms import Form
from tcdesk.ui.jobs import Progress
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label
from tcdesk.ui.message import MessageLine

EXAMPLE = 32  # characters
_SEARCHED = 30  # rows

Read = Callable[[Encoding | None, str | None, Progress], RawSheet]
Guess = Callable[[RawSheet, int | None], Layout]


class ColumnsStep(QWidget):
    """Reads anew when the encoding, the sheet or the line of heads is chosen otherwise."""

    def __init__(
        self,
        kit: Kit,
        sheet: RawSheet,
        layout: Layout,
        *,
        programmes: Callable[[], Sequence[Programme]],
        read: Read,
        guess: Guess,
    ) -> None:
        super().__init__()
        words = kit.words
        self._kit = kit
        self._read = read
        self._guess = guess
        self.sheet = sheet
        self._layout = layout
        self._trouble = MessageLine(kit)
        self._said = label("", "small", wrap=True)
        self.encoding = ChoiceField(
            [
                Choice(code=one.value, label=words(f"import-encoding-{one.value}"))
                for one in Encoding
            ]
        )
        self.page = ChoiceField()
        self.head = ChoiceField()
        self.programme = ChoiceField(blank=words("import-programme-none"))
        self.fields: Mapping[ImportField, ChoiceField] = {
            one: ChoiceField(blank=words("import-column-none")) for one in ImportField
        }
        for choice in (self.encoding, self.page, self.head, self.programme, *self.fields.values()):
            choice.keep_narrow()
        self._examples = {one: label("", "small") for one in ImportField}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self._trouble)
        self._column.addWidget(self._said)
        self._column.addWidget(self._form())
        self._column.addStretch(1)
        self._fill()
        several = self.page if len(sheet.sheets) > 1 else self.head
        self.setFocusProxy(self.encoding if sheet.encoding else several)
        self.encoding.changed.connect(self._again)
        self.page.changed.connect(self._again)
        self.head.changed.connect(self._other_head)
        for one, choice in self.fields.items():
            choice.changed.connect(partial(self._show_example, one))
        kit.jobs.run(self, programmes, done=self._offer, lane="reader")

    def chosen(self) -> Layout:
        """Give what was chosen."""
        columns = {
            one: int(place)
            for one, choice in self.fields.items()
            if (place := choice.value()) is not None
        }
        chosen = self.programme.value()
        return replace(
            self._layout,
            columns=columns,
            programme=ProgrammeId(chosen) if chosen and ImportField.ENTRY in columns else None,
            remembered=False,
        )

    def _form(self) -> Form:
        words = self._kit.words
        form = Form(labels=184)
        form.add(words("import-encoding"), self.encoding, hint=words("import-encoding-hint"))
        form.set_shown(self.encoding, shown=self.sheet.encoding is not None)
        form.add(words("import-sheet"), self.page, wide=False)
        form.set_shown(self.page, shown=len(self.sheet.sheets) > 1)
        form.add(words("import-head"), self.head, wide=False)
        for one, choice in self.fields.items():
            name = words(f"sheet-field-{one.value}")
            choice.setAccessibleName(name)
            cell = QWidget()
            column = QVBoxLayout(cell)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2)
            column.addWidget(choice)
            column.addWidget(self._examples[one])
            form.add(name, cell)
            if one is ImportField.ENTRY:
                form.add(words("import-programme"), self.programme)
        return form

    def _offer(self, programmes: Sequence[Programme]) -> None:
        english = self._kit.words.language == "en"
        self.programme.set_choices(
            [
                Choice(code=one.id, label=one.name_en if english else one.name_sl)
                for one in programmes
            ]
        )
        wanted = self._layout.programme or (programmes[0].id if len(programmes) == 1 else None)
        self.programme.set_value(wanted)

    def _fill(self) -> None:
        words, layout = self._kit.words, self._layout
        said = []
        if layout.remembered:
            said.append(words("import-columns-remembered"))
        if layout.nameless:
            said.append(words("import-columns-nameless", count=len(layout.nameless)))
        self._said.setText(" ".join(said))
        self._said.setVisible(bool(said))
        for widget in (self.encoding, self.page, self.head):
            widget.blockSignals(True)
        self.encoding.set_value(self.sheet.encoding)
        self.page.set_choices([Choice(code=one, label=one) for one in self.sheet.sheets])
        self.page.set_value(self.sheet.name)
        self.head.set_choices(
            [
                Choice(code=str(line), label=f"{line + 1}: {_line_told(row)}")
                for line, row in enumerate(self.sheet.rows[:_SEARCHED])
            ]
        )
        self.head.set_value(str(layout.head))
        for widget in (self.encoding, self.page, self.head):
            widget.blockSignals(False)
        choices = [
            Choice(
                code=str(place),
                label=title[:EXAMPLE] or words("import-column-letter", letter=letters(place)),
            )
            for place, title in enumerate(layout.titles)
        ]
        for one, choice in self.fields.items():
            choice.blockSignals(True)
            choice.set_choices(choices)
            place = layout.columns.get(one)
            choice.set_value(None if place is None else str(place))
            choice.blockSignals(False)
            self._show_example(one)

    def _show_example(self, one: ImportField) -> None:
        place = self.fields[one].value()
        text = "" if place is None else self._example(int(place))
        shown = self._kit.words("import-column-example", text=text) if text else ""
        self._examples[one].setText(shown)
        self._examples[one].setVisible(bool(shown))

    def _example(self, place: int) -> str:
        body = self.sheet.rows[self._layout.head + 1 : self._layout.head + 1 + _SEARCHED]
        cells: list[Cell] = [row[place] for row in body if place < len(row)]
        return next((text_of(one)[:EXAMPLE] for one in cells if shown(one)), "")

    def _again(self) -> None:
        encoding = self.encoding.value()
        wanted = Encoding(encoding) if self.sheet.encoding and encoding else None
        page = self.page.value()

        def read(progress: Progress) -> tuple[RawSheet, Layout]:
            sheet = self._read(wanted, page, progress)
            return sheet, self._guess(sheet, None)

        self._kit.jobs.run_long(
            self, read, done=self._take_over, failed=self._trouble.tell, lane="reader"
        )

    def _other_head(self) -> None:
        sheet, line = self.sheet, self.head.value()
        if line is None:
            return
        self._kit.jobs.run(
            self,
            lambda: (sheet, self._guess(sheet, int(line))),
            done=self._take_over,
            failed=self._trouble.tell,
            lane="reader",
        )

    def _take_over(self, told: tuple[RawSheet, Layout]) -> None:
        self._trouble.clear()
        self.sheet, self._layout = told
        self._fill()


def _line_told(row: Sequence[Cell]) -> str:
    """Give the beginning of a line, as far as it tells lines apart."""
    return " · ".join(text_of(cell) for cell in row if shown(cell))[:EXAMPLE]


def shown(cell: Cell) -> bool:
    """Say whether a cell has something to show as an example."""
    return cell is not None and not isinstance(cell, Formula)


def letters(place: int) -> str:
    """Name a column as spreadsheets do: A, B … Z, AA."""
    told = ""
    number = place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        told = chr(ord("A") + rest) + told
    return told
