"""»Privolitve«: what the person was told, has agreed to and has taken back; the sheets to sign."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from tcdesk.domain.consents import Purpose
from tcdesk.domain.people import Person
from tcdesk.domain.removal import Thing
from tcdesk.domain.staff import Action
from tcdesk.services.consent_paper import ConsentPapers
from tcdesk.services.consents import ConsentLine, Consents
from tcdesk.services.desk import Desk
from tcdesk.services.participants import PersonFile
from tcdesk.services.removals import Removals
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card
from tcdesk.ui.consent_forms import ConsentForm, SheetForm, WithdrawalForm
from tcdesk.ui.form_dialog import FormDialog
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.paper_preview import Way, show_paper
from tcdesk.ui.person_part import PersonPart
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.small_form import SmallForm
from tcdesk.ui.table import Table


class ConsentsPart(PersonPart):
    """A row a signed sheet, the newest first."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(kit, desk, place)
        words = kit.words
        self._consents = Consents(desk)
        self._papers = ConsentPapers(desk, place.words, place.paper)
        self._removals = Removals(desk)
        self._may_edit = desk.may(Action.EDIT_PEOPLE)
        self._person: Person | None = None
        self._rows: Rows[ConsentLine] = Rows(self._columns(), words, self)
        self.table: Table[ConsentLine] = Table(
            self._rows,
            name=words("consents-title"),
            empty=words("consents-none"),
            empty_next=words("consents-none.next") if self._may_edit else "",
        )
        self.table.setMinimumSize(480, 160)
        self.record = button(words("consent-record"), "primary")
        self.withdraw = button(words("consent-withdraw"))
        self.sheet = button(words("consent-print"))
        self.gone = button(words("remove"))
        self._lay_out()
        self.record.clicked.connect(self.begin)
        self.withdraw.clicked.connect(self.begin_withdrawal)
        self.sheet.clicked.connect(self.begin_sheet)
        self.gone.clicked.connect(self._remove)
        self.table.chosen.connect(self._chosen)
        self._chosen(None)

    @override
    def show_file(self, file: PersonFile) -> None:
        person, day = file.person, file.day
        self._person = person

        def show(lines: Sequence[ConsentLine]) -> None:
            if self._person is not None and self._person.id == person.id:
                self._rows.show(lines)
                self._chosen(self.table.current)

        self.kit.jobs.run(
            self,
            lambda: self._consents.of(person.id, day=day),
            done=show,
            failed=self.failed.emit,
            lane="reader",
        )

    @override
    def put_away(self) -> None:
        self._person = None
        self._rows.show(())

    def begin(self) -> None:
        """Ask what was signed."""
        if self._person is not None:
            self._open(ConsentForm(self.kit, self._consents, self._person.id), "consent-record")

    def begin_withdrawal(self) -> None:
        """Ask from which day on a consent no longer holds."""
        line = self.table.current
        if line is not None:
            self._open(WithdrawalForm(self.kit, self._consents, line), "consent-withdraw")

    def begin_sheet(self) -> None:
        """Ask which sheet is to be printed."""
        if self._person is not None:
            form = SheetForm(self.kit)
            form.chosen.connect(self._print)
            FormDialog(self.window(), form, self.kit.words("consent-print")).open()

    def _print(self, choice: tuple[Purpose, str]) -> None:
        if self._person is None:
            return
        (purpose, recipient), person = choice, self._person.id

        def left(way: Way) -> None:
            self.kit.jobs.run(
                self, lambda: self._papers.left(person, way.value), failed=self.failed.emit
            )

        show_paper(
            self.kit,
            self,
            lambda: self._papers.draw(person, purpose, recipient),
            title=self.kit.words("consents-title"),
            failed=self.failed.emit,
            left=left,
        )

    def _open(self, form: SmallForm, name: str) -> None:
        form.saved.connect(self.saved)
        FormDialog(self.window(), form, self.kit.words(name)).open()

    def _lay_out(self) -> None:
        words = self.kit.words
        card = Card(words("consents-title"))
        card.body.addWidget(label(words("consents-why"), "muted", wrap=True))
        card.body.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        for press in (self.record, self.withdraw, self.gone):
            press.setVisible(self._may_edit)
            row.addWidget(press)
        row.addStretch(1)
        row.addWidget(self.sheet)
        card.body.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 0)
        whole.addWidget(card)

    def _columns(self) -> Sequence[Column[ConsentLine]]:
        words = self.kit.words
        return (
            Column[ConsentLine](
                key="day",
                title=words("consent-day"),
                text=lambda one: words.date(one.consent.from_date),
                order=lambda one: one.consent.from_date,
            ),
            Column[ConsentLine](
                key="purpose",
                title=words("consent-purpose"),
                text=lambda one: words(f"consent-purpose-{one.consent.purpose.value}"),
                stretch=True,
            ),
            Column[ConsentLine](
                key="recipient",
                title=words("consent-recipient"),
                text=lambda one: one.consent.recipient,
            ),
            Column[ConsentLine](
                key="state",
                title=words("consent-state"),
                text=self._state,
                icon=lambda one: self.kit.icons(
                    *((Icon.CHECK, "success") if one.holds else (Icon.CLOSE, "muted"))
                ),
            ),
        )

    def _state(self, line: ConsentLine) -> str:
        words, one = self.kit.words, line.consent
        if not one.given:
            return words("consent-not-given")
        if one.to_date is not None:
            return words("consent-withdrawn", day=one.to_date)
        return words("consent-given" if line.holds else "consent-replaced")

    def _chosen(self, line: ConsentLine | None) -> None:
        given = line is not None and line.consent.given and line.consent.to_date is None
        self.withdraw.setEnabled(given)
        self.gone.setEnabled(line is not None)

    def _remove(self) -> None:
        line = self.table.current
        if line is not None:
            key = line.consent.id
            self.removeAsked.emit(lambda: self._removals.entry(Thing.CONSENT, key))
