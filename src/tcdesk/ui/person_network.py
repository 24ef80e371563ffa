"""»Družina in stiki«: other files that belong to this one, and people outside."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.domain.network import Contact, Leave
from tcdesk.domain.people import Person
from tcdesk.domain.removal import Thing
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.network import ContactLine, Network, NetworkFile, TieLine
from tcdesk.services.participants import PersonFile
from tcdesk.services.removals import Removals
from tcdesk.services.workplace import Workplace
from tcdesk.ui.beside import Beside
from tcdesk.ui.card import Card
from tcdesk.ui.file_card import Deed, FactLine, FileCard
from tcdesk.ui.form_dialog import FormDialog
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button
from tcdesk.ui.network_forms import ContactForm, TieForm
from tcdesk.ui.person_part import PersonPart
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.small_form import SmallForm
from tcdesk.ui.table import Table


class NetworkPart(PersonPart):
    """A table of contacts, and beside it the files of others who belong to the person."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(kit, desk, place)
        words = kit.words
        self._network = Network(desk)
        self._removals = Removals(desk)
        self._may_edit = desk.may(Action.EDIT_PEOPLE)
        self._person: Person | None = None
        self._day = kit.clock.today()
        self._file = NetworkFile(ties=(), contacts=())
        self._rows: Rows[ContactLine] = Rows(self._columns(), words, self)
        self.table: Table[ContactLine] = Table(
            self._rows,
            name=words("contacts-title"),
            empty=words("contacts-none"),
            empty_next=words("contacts-none.next") if self._may_edit else "",
        )
        self.table.setMinimumSize(680, 160)  # a name in full beside the rest
        self.add = button(words("contact-add"), "primary")
        self.change = button(words("contact-change"))
        self.gone = button(words("remove"))
        self.ties = FileCard(words("ties-title"), none=words("ties-none"))
        self.ties.setMinimumWidth(280)
        if self._may_edit:
            self.ties.offer(words("tie-add"), self.begin_tie)
        self._lay_out()
        self.add.clicked.connect(lambda: self.begin_contact(None))
        self.change.clicked.connect(lambda: self.begin_contact(self.table.current))
        self.gone.clicked.connect(self._remove)
        self.table.openAsked.connect(self.begin_contact)
        self.table.chosen.connect(self._chosen)

    @override
    def show_file(self, file: PersonFile) -> None:
        person, day = file.person, file.day
        self._person, self._day = person, day

        def show(found: NetworkFile) -> None:
            if self._person is not None and self._person.id == person.id:
                self._file = found
                self._rows.show(found.contacts)
                self.ties.show_lines([self._tie(one) for one in found.ties])
                self._chosen(self.table.current)

        self.kit.jobs.run(
            self,
            lambda: self._network.of(person.id, day=day),
            done=show,
            failed=self.failed.emit,
            lane="reader",
        )

    @override
    def put_away(self) -> None:
        self._person = None
        self._rows.show(())
        self.ties.show_lines(())

    def begin_contact(self, line: ContactLine | None) -> None:
        """Ask for a new contact, or for the changes of one."""
        if self._person is None or not self._may_edit:
            return
        self._open(ContactForm(self.kit, self._network, self._person.id, line))

    def begin_tie(self) -> None:
        """Ask for another file that belongs to this one."""
        if self._person is not None:
            self._open(TieForm(self.kit, self.desk, self._person.id))

    def _open(self, form: SmallForm) -> None:
        form.saved.connect(self.saved)
        FormDialog(self.window(), form, form.accessibleName()).open()

    def _lay_out(self) -> None:
        card = Card(self.kit.words("contacts-title"))
        card.body.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        for press in (self.add, self.change, self.gone):
            press.setVisible(self._may_edit)
            row.addWidget(press)
        row.addStretch(1)
        card.body.addLayout(row)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.ties)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 0)
        whole.addWidget(Beside(card, right, shares=(3, 2)))

    def _columns(self) -> Sequence[Column[ContactLine]]:
        kit, words = self.kit, self.kit.words
        return (
            Column[ContactLine](
                key="name",
                title=words("contact-name"),
                text=lambda one: kit.privacy.fact(one.contact.name),
                stretch=True,
            ),
            Column[ContactLine](
                key="role",
                title=words("contact-role"),
                text=lambda one: words(f"contact-role-{one.contact.role.value}"),
            ),
            Column[ContactLine](
                key="reached",
                title=words("contact-reached"),
                text=lambda one: kit.privacy.fact(one.contact.reached_at),
            ),
            Column[ContactLine](
                key="support",
                title=words("contact-support"),
                text=lambda one: words(f"contact-support-{one.contact.support.value}"),
            ),
            Column[ContactLine](
                key="leave", title=words("contact-leave"), text=lambda one: self._leave(one.contact)
            ),
        )

    def _leave(self, contact: Contact) -> str:
        words = self.kit.words
        if _over(contact, self._day):
            return words("contact-over")
        told = words(f"contact-leave-{contact.leave.value}")
        if contact.leave is Leave.NOT_ASKED or contact.leave_on is None:
            return told
        return f"{told} ({words.date(contact.leave_on)})"

    def _chosen(self, line: ContactLine | None) -> None:
        self.change.setEnabled(line is not None)
        self.gone.setEnabled(line is not None)

    def _remove(self) -> None:
        line = self.table.current
        if line is not None:
            key = line.contact.id
            self.removeAsked.emit(lambda: self._removals.entry(Thing.CONTACT, key))

    def _tie(self, line: TieLine) -> FactLine:
        words, tie = self.kit.words, line.tie
        who = self.kit.privacy.name(line.name, line.code) or line.code
        what = words(f"tie-kind-{line.kind.value}")
        deeds = [
            Deed(
                text=words("tie-open"),
                name=words("tie-open.name", who=who),
                do=lambda: self.wanted.emit("person", line.other),
            )
        ]
        if self._may_edit:
            deeds.append(
                Deed(
                    text=words("remove"),
                    name=words("file-remove-named", what=who),
                    do=lambda: self.removeAsked.emit(
                        lambda: self._removals.entry(Thing.TIE, tie.id)
                    ),
                )
            )
        return FactLine(
            text=who, detail=what, remark=tie.remark, deeds=deeds if line.name else deeds[1:]
        )


def _over(contact: Contact, day: date) -> bool:
    return contact.to_date is not None and contact.to_date <= day
