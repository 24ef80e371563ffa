"""Testi: what was tested and found, the run of clean tests with all it is counted from."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from tcdesk.domain.drug_tests import (
    Finding,
    Substance,
    Validity,
    decisive,
    read_findings,
)
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.drug_tests import DrugTests, Tested, TestLine
from tcdesk.services.participants import PersonFile
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card
from tcdesk.ui.drug_test_form import TestForm
from tcdesk.ui.form_beside import FormBeside
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.person_part import PersonPart
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.table import Table


class TestsPart(PersonPart):
    """The list at the left; a new test or its confirmation beside it."""

    __test__ = False

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(kit, desk, place)
        words = kit.words
        self._tests = DrugTests(desk)
        self._may_write = desk.may(Action.WRITE_NOTES)
        self._file: PersonFile | None = None
        self._tested: Tested | None = None
        self._rows: Rows[TestLine] = Rows(self._columns(), words, self)
        self.table: Table[TestLine] = Table(
            self._rows,
            name=words("person-tab-tests"),
            empty=words("test-none"),
            empty_next=words("test-none.next") if self._may_write else "",
        )
        self.table.setMinimumHeight(220)
        self.add = button(words("test-add"), "primary")
        self.edit = button(words("test-edit"))
        self._detail = label("", "small", wrap=True)
        self._run = label("", "strong", wrap=True)
        self._counts = label("", wrap=True)
        self.beside = FormBeside()
        self._lay_out()
        self.add.clicked.connect(lambda: self._open(None))
        self.edit.clicked.connect(lambda: self._open(self.table.current))
        self.table.openAsked.connect(self._open)
        self.table.chosen.connect(self._choose)
        self.beside.saved.connect(self.saved)
        self._choose(None)

    @override
    def show_file(self, file: PersonFile) -> None:
        if self._file is not None and self._file.person.id != file.person.id:
            self.put_away()
        self._file = file
        tests = self._tests

        def show(tested: Tested) -> None:
            if self._file is file:
                self._show(tested)

        self.kit.jobs.run(
            self,
            lambda: tests.of(file.person.id, day=file.day),
            done=show,
            failed=self.failed.emit,
            lane="reader",
        )

    @override
    def put_away(self) -> None:
        self.beside.close_form()
        self._rows.show(())

    def _lay_out(self) -> None:
        words = self.kit.words
        card = Card(words("person-tab-tests"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.add)
        row.addWidget(self.edit)
        row.addStretch(1)
        if self._may_write:
            card.body.addLayout(row)
        else:
            self.add.hide()
            self.edit.hide()
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self._detail)
        counts = Card(words("test-abstinence"))
        counts.body.addWidget(self._run)
        counts.body.addWidget(self._counts)
        counts.body.addWidget(label(words("test-abstinence.help"), "small", wrap=True))
        self.beside.cards.addWidget(card, 1)
        self.beside.cards.addWidget(counts)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 0)
        whole.addWidget(self.beside)

    def _columns(self) -> Sequence[Column[TestLine]]:
        words = self.kit.words
        return (
            Column[TestLine](
                key="day",
                title=words("test-day"),
                text=lambda one: words.date(one.test.day),
                order=lambda one: one.test.day,
            ),
            Column[TestLine](
                key="outcome",
                title=words("test-outcome"),
                text=lambda one: words(f"test-outcome-{one.outcome.value}"),
            ),
            Column[TestLine](
                key="reason",
                title=words("test-reason"),
                text=lambda one: words(f"test-reason-{one.test.reason.value}"),
            ),
            Column[TestLine](
                key="purpose",
                title=words("test-purpose"),
                text=lambda one: words(f"test-purpose-{one.test.purpose.value}"),
            ),
            Column[TestLine](
                key="found", title=words("test-found"), text=self._found, stretch=True, width=20
            ),
        )

    def _found(self, line: TestLine) -> str:
        """Name what was not negative; of a sample that tells nothing, why."""
        words, test = self.kit.words, line.test
        if test.validity is not Validity.VALID:
            return words(f"test-validity-{test.validity.value}")
        found = [one for one, told in decisive(test).items() if told is not Finding.NEGATIVE]
        return ", ".join(words(f"test-substance-{one.value.lower()}") for one in found)

    def _choose(self, line: TestLine | None) -> None:
        self.edit.setEnabled(line is not None)
        self._detail.setText(self._told(line) if line is not None else "")

    def _told(self, line: TestLine) -> str:
        """Say screening and confirmation apart, and what else there is to a test."""
        words, test = self.kit.words, line.test
        told = []
        for head, written in (("screening", test.screening), ("confirmation", test.confirmation)):
            found = read_findings(written)
            if found:
                named = ", ".join(
                    f"{self._name(one)} {words(f'test-finding-{result.value}')}"
                    for one, result in found.items()
                )
                told.append(f"{words(f'test-{head}')}: {named}.")
        if test.explained:
            names = ", ".join(self._name(Substance(one)) for one in test.explained.split())
            told.append(words("test-told-explained", names=names))
        if test.seal:
            told.append(words("test-told-seal", seal=test.seal))
        if line.by:
            told.append(words("test-told-by", by=line.by))
        told.append(
            words("test-told-on-day", day=words.date(test.told_on))
            if test.told_on
            else words("test-not-told")
        )
        return " ".join(told)

    def _name(self, one: Substance) -> str:
        return self.kit.words(f"test-substance-{one.value.lower()}")

    def _show(self, tested: Tested) -> None:
        self._tested = tested
        kept = self.table.current.test.id if self.table.current else None
        self._rows.show(tested.lines)
        if not self.table.select_value(lambda one: one.test.id == kept) and tested.lines:
            self.table.selectRow(0)
        words, told = self.kit.words, tested.abstinence
        if told.run and told.run_from and told.run_to:
            self._run.setText(
                words(
                    "test-run",
                    count=told.run,
                    days=told.days,
                    first=told.run_from,
                    last=told.run_to,
                )
            )
        else:
            self._run.setText(words("test-no-run"))
        self._counts.setText(
            words(
                "test-counts",
                tests=told.tests,
                valid=told.valid,
                clean=told.clean,
                explained=told.explained,
                positive=told.positive,
                invalid=told.invalid,
                refused=told.refused,
            )
        )

    def _open(self, line: TestLine | None) -> None:
        if self._file is None or self._tested is None or not self._may_write:
            return
        form = TestForm(self.kit, self._tests, self._file.person.id, self._tested.staff, line)
        self.beside.open_form(form)
