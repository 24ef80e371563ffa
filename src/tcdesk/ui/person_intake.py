"""»Sprejem«: what was told at intake, needs, substances, and the TDI codes of the stay."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.domain.ids import PersonId
from tcdesk.domain.intake import MOST_DRUGS, NEEDS, DrugUse
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.intakes import IntakeFile, Intakes
from tcdesk.services.participants import PersonFile
from tcdesk.services.removals import Removals
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card, clear
from tcdesk.ui.fields import Choice, ChoiceField
from tcdesk.ui.form_beside import FormBeside
from tcdesk.ui.intake_forms import CODED, NUMBERS, DrugForm, IntakeForm, answer_key, drug_key
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.people_words import period_word
from tcdesk.ui.person_part import PersonPart
from tcdesk.ui.table import EmptyState

_COLUMNS = 4  # of the TDI codes


class IntakePart(PersonPart):
    """The intake of the stay that is chosen."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(kit, desk, place)
        self._intakes = Intakes(desk)
        self._removals = Removals(desk)
        self._may_write = desk.may(Action.WRITE_NOTES)
        self._person: PersonId | None = None
        self._files: Sequence[IntakeFile] = ()
        words = kit.words
        self.stay = ChoiceField()
        self.stay.setAccessibleName(words("person-programme"))
        self.stay.changed.connect(self._draw)
        self.drug = button(words("drug-add"))
        self.drug.clicked.connect(self.begin_drug)
        self.edit = button(words("intake-edit"), "primary")
        self.edit.clicked.connect(self.begin_edit)
        self.beside = FormBeside()
        self.beside.saved.connect(self.saved)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.stay)
        head.addStretch(1)
        head.addWidget(self.drug)
        head.addWidget(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.beside, 1)

    @property
    def shown(self) -> IntakeFile | None:
        """The stay on the screen."""
        return next((one for one in self._files if one.episode.id == self.stay.value()), None)

    @override
    def show_file(self, file: PersonFile) -> None:
        person = file.person.id
        if person != self._person:
            self.put_away()
        self._person = person

        def show(files: Sequence[IntakeFile]) -> None:
            if self._person == person:
                self._show(files)

        self.kit.jobs.run(
            self,
            lambda: self._intakes.of(person),
            done=show,
            failed=self.failed.emit,
            lane="reader",
        )

    @override
    def put_away(self) -> None:
        self.beside.close_form()
        self._person, self._files = None, ()

    def begin_edit(self) -> None:
        """Open the form of the intake."""
        if self.shown is not None:
            self.beside.open_form(IntakeForm(self.kit, self._intakes, self.shown))

    def begin_drug(self) -> None:
        """Open the form of a substance."""
        if self.shown is not None:
            self.beside.open_form(DrugForm(self.kit, self._intakes, self.shown, None))

    def _show(self, files: Sequence[IntakeFile]) -> None:
        self._files = files
        words = self.kit.words
        self.stay.set_choices(
            [
                Choice(
                    code=one.episode.id,
                    label=f"{one.programme.code}, "
                    + period_word(words, one.episode.from_date, one.episode.to_date),
                )
                for one in files
            ]
        )
        self.stay.setVisible(len(files) > 1)
        self._draw()

    def _draw(self) -> None:
        clear(self.beside.cards)
        words, file = self.kit.words, self.shown
        begun = file is not None and file.intake is not None
        self.edit.setVisible(self._may_write and begun)
        self.drug.setVisible(
            self._may_write and begun and file is not None and len(file.uses) < MOST_DRUGS
        )
        if file is None or file.intake is None:
            can = self._may_write and file is not None
            self.beside.cards.addWidget(
                EmptyState(
                    words("intake-none" if file else "plan-no-stay"),
                    words("intake-none.next") if can else "",
                    words("intake-begin"),
                    self.begin_edit if can else None,
                ),
                1,
            )
            return
        self._card(words("intake-told-facts"), self._facts(file))
        self._show_drugs(file)
        needs = [
            (words(f"intake-{name.replace('_', '-')}"), words(f"need-{value}"))
            for name in NEEDS
            if (value := getattr(file.intake, name)) is not None
        ]
        self._card(words("intake-needs"), needs)
        if file.intake.told:
            card = Card(words("intake-told"))
            card.body.addWidget(label(file.intake.told, wrap=True))
            self.beside.cards.addWidget(card)
        self._show_codes(file)
        self.beside.cards.addStretch(1)

    def _facts(self, file: IntakeFile) -> Sequence[tuple[str, str]]:
        words, intake = self.kit.words, file.intake
        if intake is None:
            return ()
        facts = [(words("intake-day"), words.date(intake.day))]
        for name, _kind in CODED:
            value = getattr(intake, name)
            if value is not None:
                facts.append((words(f"intake-{name.replace('_', '-')}"), words(answer_key(value))))
        if intake.isced is not None:
            facts.append((words("intake-isced"), words(f"isced-{intake.isced}")))
        for name in NUMBERS:
            value = getattr(intake, name)
            if value is not None:
                facts.append((words(f"intake-{name.replace('_', '-')}"), str(value)))
        return facts

    def _show_drugs(self, file: IntakeFile) -> None:
        words = self.kit.words
        card = Card(words("drug-list"))
        if not file.uses:
            card.body.addWidget(label(words("drug-none"), "muted"))
        for use, version in file.uses:
            card.body.addWidget(self._drug(file, use, version))
        self.beside.cards.addWidget(card)

    def _drug(self, file: IntakeFile, use: DrugUse, version: int) -> QWidget:
        words, made = self.kit.words, QWidget()
        parts = [words(drug_key(use.drug))]
        if use.route is not None:
            parts.append(words(f"route-{use.route.value}"))
        for name, often in (("entry", use.before_entry), ("custody", use.before_custody)):
            if often is not None:
                told = words(f"frequency-{often.value}")
                parts.append(f"{words(f'drug-before-{name}').lower()}: {told}")
        if use.first_age is not None:
            parts.append(words("drug-first-told", age=use.first_age))
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(label(words(f"drug-rank-{use.rank}"), "small"))
        row.addWidget(label(" · ".join(parts), "strong" if use.rank == 0 else "", wrap=True), 1)
        if self._may_write:
            form = partial(DrugForm, self.kit, self._intakes, file, (use, version))
            removal = partial(self._removals.drug, use.id)
            for text, act in (
                ("plan-edit", lambda: self.beside.open_form(form())),
                ("remove", lambda: self.removeAsked.emit(removal)),
            ):
                press = button(words(text), "link")
                press.setAccessibleDescription(words(drug_key(use.drug)))
                press.clicked.connect(lambda _on=False, act=act: act())
                row.addWidget(press)
        return made

    def _show_codes(self, file: IntakeFile) -> None:
        card = Card(self.kit.words("intake-tdi"))
        card.body.addWidget(label(self.kit.words("intake-tdi.help"), "small", wrap=True))
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        for place, (name, code) in enumerate(sorted(file.row.items())):
            row, column = divmod(place, _COLUMNS)
            grid.addWidget(label(f"{name}  {code}", "small"), row, column)
        card.body.addWidget(holder)
        self.beside.cards.addWidget(card)

    def _card(self, title: str, facts: Sequence[tuple[str, str]]) -> None:
        if not facts:
            return
        card, holder = Card(title), QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(facts):
            grid.addWidget(label(name, "small", wrap=True), row, 0)
            grid.addWidget(label(value, wrap=True), row, 1)
        card.body.addWidget(holder)
        self.beside.cards.addWidget(card)
