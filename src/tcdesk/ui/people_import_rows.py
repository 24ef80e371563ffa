"""The third step of an import: every row with what becomes of it, and why."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from tcdesk.domain.ids import PersonId
from tcdesk.domain.people import Person
from tcdesk.domain.sheet_cells import text_of
from tcdesk.services.import_plan import Complaint, Plan, PlannedRow, Standing, Taken
from tcdesk.services.papers import Value
from tcdesk.services.people_import import Choices
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card, clear
from tcdesk.ui.fields import Choice, ChoiceField
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import ICON, button, label
from tcdesk.ui.message import Message, MessageLine
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.saved_file import ask_path, save_whole
from tcdesk.ui.table import Table

MOST_ALIKE = 4


class RowsStep(QWidget):
    """A table, the decision about the chosen row under it, and the file of what is refused."""

    def __init__(self, kit: Kit, plan: Plan, place: Workplace) -> None:
        super().__init__()
        words = kit.words
        self._kit = kit
        self._plan = plan
        self._place = place
        self._choices: dict[int, tuple[Taken, PersonId | None]] = {}
        self._buttons: QButtonGroup | None = None
        self._said = MessageLine(kit)
        self.show_only = ChoiceField(
            [
                Choice(code=one.value, label=f"{words(f'import-standing-{one.value}')} ({count})")
                for one in Standing
                if (count := plan.count(one))
            ],
            blank=words("import-filter-all"),
        )
        self.show_only.setAccessibleName(words("import-filter"))
        self.show_only.changed.connect(self._filter)
        self.save = button(words("import-errors-save"))
        self.save.setIcon(kit.icons(Icon.SAVE))
        self.save.setIconSize(ICON)
        self.save.clicked.connect(self._ask_path)
        self.save.setVisible(plan.count(Standing.REFUSED) > 0)
        self._rows: Rows[PlannedRow] = Rows(self._columns(), words, self)
        self.table = Table(
            self._rows, name=words("import-check-title"), empty=words("import-check-none")
        )
        self.table.setMinimumHeight(190)
        self.table.chosen.connect(self._show_decision)
        self.decision = Card(words("import-decide"))
        self.decision.hide()
        self._reason = label("", "small", wrap=True)
        self._lay_out()
        first = Standing.DOUBT if plan.count(Standing.DOUBT) else Standing.REFUSED
        if plan.count(first):
            self.show_only.set_value(first.value)
        self._filter()
        self.setFocusProxy(self.show_only)

    def choices(self) -> Choices:
        """Give what was decided, by line."""
        return dict(self._choices)

    def _lay_out(self) -> None:
        words, plan = self._kit.words, self._plan
        counts: Mapping[str, int] = {one.value: plan.count(one) for one in Standing}
        told = words("import-check-counts", rows=len(plan.rows), empty=plan.empty, **counts)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label(words("import-filter")))
        row.addWidget(self.show_only)
        row.addStretch(1)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(told, "strong", wrap=True))
        column.addLayout(row)
        column.addWidget(self._said)
        column.addWidget(self.table, 1)
        column.addWidget(self._reason)
        column.addWidget(self.decision)

    def _columns(self) -> Sequence[Column[PlannedRow]]:
        words = self._kit.words
        return (
            Column[PlannedRow](
                key="line",
                title=words("import-column-line"),
                text=lambda row: str(row.line),
                order=lambda row: row.line,
                number=True,
            ),
            Column[PlannedRow](
                key="name", title=words("import-column-name"), text=lambda row: row.name, width=14
            ),
            Column[PlannedRow](
                key="standing",
                title=words("import-column-standing"),
                text=lambda row: words(f"import-standing-{row.standing.value}"),
            ),
            Column[PlannedRow](
                key="taken",
                title=words("import-column-taken"),
                text=lambda row: words(f"import-taken-{self._taken(row)[0].value}"),
            ),
            Column[PlannedRow](
                key="why",
                title=words("import-column-why"),
                text=self._why,
                tooltip=self._why,
                stretch=True,
            ),
        )

    def _taken(self, row: PlannedRow) -> tuple[Taken, PersonId | None]:
        return self._choices.get(row.line, (row.taken, row.join))

    def _why(self, row: PlannedRow) -> str:
        words = self._kit.words
        match row.standing:
            case Standing.REFUSED:
                return " ".join(self.told(one) for one in row.complaints)
            case Standing.KNOWN:
                return words("import-why-same", code=row.alike[0].code)
            case Standing.DOUBT:
                return words("import-why-alike", who=self._who(row.alike[0]))
            case Standing.NEW:
                return ""

    def told(self, complaint: Complaint) -> str:
        """Say why a row is refused."""
        words = self._kit.words
        trouble = words(f"import-trouble-{complaint.trouble.value}", cell=complaint.cell)
        if not complaint.column or not complaint.cell:
            return trouble
        return words(
            "import-complaint", column=complaint.column, cell=complaint.cell, trouble=trouble
        )

    def _who(self, person: Person) -> str:
        kit = self._kit
        name = kit.privacy.name(person.full_name, person.code)
        born = kit.words.date(person.birth_date) if person.birth_date else "–"
        return f"{name}, {born}, {person.code}"

    def _filter(self) -> None:
        wanted = self.show_only.value()
        rows = [row for row in self._plan.rows if wanted in (None, row.standing.value)]
        self._rows.show(rows)
        if rows:
            self.table.selectRow(0)
        else:
            self._show_decision(None)

    def _show_decision(self, row: PlannedRow | None) -> None:
        clear(self.decision.body)
        self._reason.setText(self._why(row) if row is not None else "")
        decides = row is not None and row.standing is not Standing.REFUSED
        self.decision.setVisible(decides and row is not None and bool(row.alike))
        if row is None or not row.alike:
            return
        words = self._kit.words
        offers: list[tuple[str, tuple[Taken, PersonId | None]]] = [
            *(
                (words("import-decide-join", who=self._who(one)), (Taken.JOIN, one.id))
                for one in row.alike[:MOST_ALIKE]
            ),
            (words("import-decide-add"), (Taken.ADD, None)),
            (words("import-decide-leave"), (Taken.LEAVE, None)),
        ]
        group = QButtonGroup(self.decision)
        for text, choice in offers:
            press = QRadioButton(text)
            press.setChecked(self._taken(row) == choice)
            press.toggled.connect(partial(self._decide, row, choice))
            group.addButton(press)
            self.decision.body.addWidget(press)
        self._buttons = group

    def _decide(self, row: PlannedRow, choice: tuple[Taken, PersonId | None], on: bool) -> None:  # noqa: FBT001 - a Qt slot
        if on:
            self._choices[row.line] = choice
            self.table.viewport().update()

    def _ask_path(self) -> None:
        words = self._kit.words
        path = ask_path(
            self.window(),
            words("import-errors-save"),
            f"{words('import-errors-name')}.xlsx",
            "XLSX (*.xlsx)",
        )
        if path:
            self.save_refused(path)

    def save_refused(self, path: str) -> None:
        """Write the refused rows with their reasons, so that they can be mended and read again."""
        plan, workbook = self._plan, self._place.workbook
        titles = [*plan.layout.titles, self._kit.words("import-errors-column")]
        rows: list[Sequence[Value]] = [
            [*self._cells(row, len(plan.layout.titles)), self._why(row)]
            for row in plan.rows
            if row.standing is Standing.REFUSED
        ]
        self._kit.jobs.run(
            self,
            lambda: save_whole(path, workbook.rows(titles, rows)),
            done=lambda _none: self._said.say(Message(text=self._kit.words("import-errors-saved"))),
            failed=self._said.tell,
            lane="reader",
        )

    def _cells(self, row: PlannedRow, width: int) -> Sequence[Value]:
        cells: list[Value] = []
        for place in range(width):
            cell = row.cells[place] if place < len(row.cells) else None
            cells.append(cell if isinstance(cell, str | int | date) else text_of(cell))
        return cells
