"""Who else belongs to a person's life: ties to other files, contacts outside."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tcdesk.domain.dated import check_period
from tcdesk.domain.ids import PersonId
from tcdesk.domain.network import Contact, Tie, TieKind, check_contact, check_tie
from tcdesk.domain.people import Person
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class TieLine:
    """Another file that belongs to this one, as what it is to this person.

    ``name`` is empty where that person may not be seen.
    """

    tie: Tie
    kind: TieKind
    other: PersonId
    name: str = field(repr=False)
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLine:
    """A contact with the row version that an edit must name."""

    contact: Contact = field(repr=False)
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkFile:
    """Everything that the tab »Družina in stiki« shows."""

    ties: Sequence[TieLine] = field(repr=False)
    contacts: Sequence[ContactLine] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Network:
    """Ties and contacts of people; ``Removals.entry`` removes."""

    desk: Desk

    def of(self, person: PersonId, *, day: date) -> NetworkFile:
        """Give the ties and contacts that a file held on a day, those of today and before."""
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            facts.get(Person, person)
            ties = [
                *((one, one.other, one.kind) for one in facts.find(Tie, person=person)),
                *((one, one.person, one.kind.inverse) for one in facts.find(Tie, other=person)),
            ]
            lines = []
            for tie, key, kind in ties:
                other = facts.root(key)
                seen = next(iter(facts.find(Person, id=other)), None)
                lines.append(
                    TieLine(
                        tie=tie,
                        kind=kind,
                        other=other,
                        name=seen.full_name if seen else "",
                        code=facts.person_code(other),
                    )
                )
            contacts = [
                ContactLine(contact=one, version=facts.version(Contact, one.id))
                for one in facts.find(Contact, person=person)
                if one.from_date <= day
            ]
        contacts.sort(key=lambda one: (one.contact.to_date is not None, one.contact.from_date))
        return NetworkFile(ties=lines, contacts=contacts)

    def tie(
        self,
        person: PersonId,
        other: PersonId,
        kind: TieKind,
        *,
        since: date | None,
        remark: str,
    ) -> Tie:
        """Tie another file to a person's: ``other`` is the ``kind`` of ``person``.

        Raises:
            RuleBrokenError: See ``check_tie``.
            OutOfScopeError: One of the two is not in the care of the one at the desk.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            new = Tie(
                id=self.desk.ids.new(),
                person=work.get(Person, person).id,
                other=work.get(Person, other).id,
                kind=kind,
                remark=remark.strip(),
                from_date=since,
                to_date=None,
            )
            check_tie(new, (*work.find(Tie, person=person), *work.find(Tie, other=person)))
            work.add(new)
            return new

    def untie(self, key: str, day: date) -> None:
        """Say from which day on a tie no longer holds.

        Raises:
            RuleBrokenError: ``end-before-start``.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            known = work.get(Tie, key)
            if known.from_date is not None:
                check_period(known.from_date, day)
            work.change(replace(known, to_date=day), expected=work.version(Tie, key))

    def add(self, contact: Contact) -> Contact:
        """Add a contact.

        Raises:
            RuleBrokenError: See ``check_contact``.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            work.get(Person, contact.person)
            new = replace(contact, id=self.desk.ids.new())
            check_contact(new, self.desk.clock.today())
            work.add(new)
            return new

    def change(self, contact: Contact, *, expected: int) -> int:
        """Save a changed contact; gives the new row version.

        Raises:
            StaleRowError: Another window saved meanwhile.
            RuleBrokenError: See ``check_contact``.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            check_contact(contact, self.desk.clock.today())
            return work.change(contact, expected=expected)
