"""Osebni podatki: who the person is, risk flags and numbers; status, regime and place over time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tcdesk.domain.people import PersonKind, StatusStay
from tcdesk.services.custody import Custody
from tcdesk.services.flags import Flags
from tcdesk.services.identifiers import Identifiers
from tcdesk.services.participants import Participants, PersonFile
from tcdesk.services.removals import Removals
from tcdesk.ui.beside import Beside
from tcdesk.ui.card import Card, clear
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, chip, label
from tcdesk.ui.merge_form import MergedCard
from tcdesk.ui.people_words import born_word, kind_word, period_word, status_word
from tcdesk.ui.person_custody import CustodyCard
from tcdesk.ui.person_flags import FlagsCard
from tcdesk.ui.person_forms import IdentityForm, StatusForm
from tcdesk.ui.person_numbers import NumbersCard
from tcdesk.ui.scrolled import scrolled
from tcdesk.ui.small_form import SmallForm


class IdentityTab(QWidget):
    """Two cards; each gives way to its form while something is changed."""

    saved = Signal(str)
    removeAsked = Signal(object)  # what removes, and gives the removal
    fileRemoveAsked = Signal()
    failed = Signal(Exception)

    def __init__(self, kit: Kit, people: Participants, *, may_edit: bool) -> None:
        super().__init__()
        self._kit = kit
        self._people = people
        self._removals = Removals(people.desk)
        self._may_edit = may_edit
        self._file: PersonFile | None = None
        self.identity_form: SmallForm | None = None
        self.status_form: SmallForm | None = None
        desk = people.desk
        self.flags = FlagsCard(kit, Flags(desk), may_edit=may_edit)
        self.numbers = NumbersCard(kit, Identifiers(desk), may_edit=may_edit)
        self.custody = CustodyCard(kit, Custody(desk), may_edit=may_edit)
        self.merged = MergedCard(kit, desk, may_edit=may_edit)
        self._left, left = _column(self.flags, self.numbers)
        self._right, right = _column(self.custody, self.merged)
        left.setMinimumWidth(380)
        right.setMinimumWidth(360)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 0)
        whole.addWidget(Beside(scrolled(left), scrolled(right), shares=(1, 1)))
        for card in (self.flags, self.numbers, self.custody):
            card.saved.connect(self.saved)
            card.removeAsked.connect(self.removeAsked)
        self.merged.saved.connect(self.saved)
        self.merged.failed.connect(self.failed)

    def show_file(self, file: PersonFile) -> None:
        """Show a person; a form that is open for the same person stays as it is."""
        if self._file is None or self._file.person.id != file.person.id:
            self.identity_form = self.status_form = None
        self._file = file
        if self.identity_form is None:
            self._show(self._left, self._identity(file))
        if self.status_form is None:
            self._show(self._right, self._history(file))
        custody = file.person.kind is PersonKind.CUSTODY
        self.custody.setVisible(custody or bool(file.regimes or file.housings))
        self.flags.show_flags(file.person.id, file.flags, file.day)
        self.numbers.show_file(file)
        self.custody.show_file(file)
        self.merged.show_person(file.person.id)

    def begin_status(self) -> None:
        """Open the form for a new legal status, above the history."""
        if self._file is None:
            return
        self.status_form = StatusForm(self._kit, self._people, self._file.person)
        self._show(self._right, self.status_form, self._history(self._file, buttons=False))
        self._begin(self.status_form)

    def begin_identity(self) -> None:
        """Open the form that corrects the identity."""
        if self._file is None:
            return
        self.identity_form = IdentityForm(self._kit, self._people, self._file)
        self._show(self._left, self.identity_form)
        self._begin(self.identity_form)

    def close_forms(self) -> None:
        """Put the forms away and show what is stored."""
        self.identity_form = self.status_form = None
        if self._file:
            self.show_file(self._file)

    def _begin(self, form: SmallForm) -> None:
        form.saved.connect(self._saved)
        form.leftAsked.connect(self.close_forms)
        form.form.focus_first()

    def _saved(self, text: str) -> None:
        self.close_forms()
        self.saved.emit(text)

    def _show(self, column: QVBoxLayout, *cards: QWidget) -> None:
        clear(column)
        for card in cards:
            column.addWidget(card)

    def _identity(self, file: PersonFile) -> Card:
        kit, words, person = self._kit, self._kit.words, file.person
        card = Card(words("person-tab-identity"))
        name = kit.privacy.name(person.family_name, person.code)
        given = kit.privacy.name(person.given_name, "–")
        born = kit.privacy.fact(born_word(words, person.birth_date, kit.clock.today()))
        facts = (
            ("person-identity-family", name),
            ("person-identity-given", given),
            ("person-identity-birth", born),
            ("person-identity-sex", words(f"sex-{person.sex.value.lower()}")),
            ("person-identity-kind", kind_word(words, person.kind, person.sex)),
            ("person-identity-code", person.code),
        )
        grid_of = QWidget()
        grid = QGridLayout(grid_of)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (key, value) in enumerate(facts):
            grid.addWidget(label(words(key), "small"), row, 0)
            grid.addWidget(label(value, wrap=True), row, 1)
        card.body.addWidget(grid_of)
        if self._may_edit:
            edit = button(words("person-identity-edit"))
            edit.clicked.connect(self.begin_identity)
            card.body.addWidget(_at_left(edit))
            gone = button(words("remove-person"), "link")
            gone.setToolTip(words("remove-person-why"))
            gone.setAccessibleDescription(words("remove-person-why"))
            gone.clicked.connect(self.fileRemoveAsked)
            card.body.addWidget(_at_left(gone))
        return card

    def _history(self, file: PersonFile, *, buttons: bool = True) -> Card:
        words = self._kit.words
        card = Card(words("person-status-history"))
        if not file.statuses:
            card.body.addWidget(label(words("person-status-none"), "muted", wrap=True))
        grid_of = QWidget()
        grid = QGridLayout(grid_of)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for row, stay in enumerate(reversed(file.statuses)):
            self._add(grid, row, stay, file)
        card.body.addWidget(grid_of)
        if self._may_edit and buttons:
            change = button(words("person-status-change"))
            change.clicked.connect(self.begin_status)
            card.body.addWidget(_at_left(change))
        return card

    def _add(self, grid: QGridLayout, row: int, stay: StatusStay, file: PersonFile) -> None:
        words, shown = self._kit.words, stay == file.status
        name = status_word(words, stay.status, file.person.sex)
        grid.addWidget(label(name, "strong" if shown else "", wrap=True), row, 0)
        when = period_word(words, stay.from_date, stay.to_date)
        grid.addWidget(label(when, "muted"), row, 1)
        if shown:
            grid.addWidget(chip(words("person-status-now"), "success"), row, 2)
        if self._may_edit and len(file.statuses) > 1:
            gone = button(words("remove"), "link")
            gone.setAccessibleName(words("remove-status-named", what=name))
            gone.clicked.connect(
                lambda: self.removeAsked.emit(lambda: self._removals.status(stay.id))
            )
            grid.addWidget(gone, row, 3)


def _column(*below: QWidget) -> tuple[QVBoxLayout, QWidget]:
    """Make a column; its first part changes, what stands below stays."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 4, 0)
    column.setSpacing(12)
    first = QVBoxLayout()
    first.setSpacing(12)
    column.addLayout(first)
    for part in below:
        column.addWidget(part)
    column.addStretch(1)
    return first, holder


def _at_left(widget: QWidget) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 4, 0, 0)
    grid.addWidget(widget, 0, 0)
    grid.setColumnStretch(1, 1)
    return holder
