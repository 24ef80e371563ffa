"""Participants' files: search before create, legal status over time, the timeline."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from tcdesk.domain.custody import HousingStay, RegimeStay
from tcdesk.domain.dated import as_of, holds_on
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.flags import Flag
from tcdesk.domain.folding import alphabetical, fold, needles
from tcdesk.domain.identifiers import Identifier, IdentifierKind, plain_number
from tcdesk.domain.ids import AccountId, PersonId
from tcdesk.domain.people import LegalStatus, Person, PersonKind, Sex, StatusStay, check_person
from tcdesk.domain.staff import Action, Scope, Staff
from tcdesk.services.desk import Desk
from tcdesk.services.fitting import succeed
from tcdesk.services.identifiers import add_number
from tcdesk.services.key_workers import put_in_charge
from tcdesk.services.lines import (
    Likeness,
    PeopleOrder,
    PeopleQuestion,
    PersonLine,
    PersonSummary,
    Similar,
    TimelineLine,
    TimelineQuestion,
)
from tcdesk.services.store import Reading, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """What a person's file needs at the least."""

    given_name: str = field(repr=False)
    family_name: str = field(repr=False)
    birth_date: date | None = field(repr=False)
    sex: Sex
    kind: PersonKind = PersonKind.CUSTODY
    status: LegalStatus | None = None
    status_from: date | None = None
    numbers: Sequence[tuple[IdentifierKind, str]] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFile:
    """A person as of a day, with the row version that an edit must name.

    ``flags`` hold on the day; ``merged`` are the files that stand for this one.
    """

    person: Person
    version: int
    day: date
    status: StatusStay | None
    statuses: Sequence[StatusStay]
    regimes: Sequence[RegimeStay] = ()
    housings: Sequence[HousingStay] = field(default=(), repr=False)
    identifiers: Sequence[Identifier] = field(default=(), repr=False)
    flags: Sequence[Flag] = field(default=(), repr=False)
    merged: Sequence[Person] = field(default=(), repr=False)

    @property
    def regime(self) -> RegimeStay | None:
        """The regime that holds on the day."""
        return as_of(self.regimes[::-1], self.day)

    @property
    def housing(self) -> HousingStay | None:
        """Where the person lives on the day."""
        return as_of(self.housings[::-1], self.day)


@dataclass(frozen=True, slots=True)
class Participants:
    """People whom the unit's programmes serve."""

    desk: Desk

    def search(
        self, text: str, *, day: date, active_only: bool = False, limit: int = 50, after: int = 0
    ) -> Sequence[PersonLine]:
        """List people whose name or code holds every word typed, folded; sorted by name."""
        return self.people(question(text, day=day, active_only=active_only), limit, after)

    def people(
        self, wanted: PeopleQuestion, limit: int = 50, after: int = 0
    ) -> Sequence[PersonLine]:
        """List the people a question asks for, a page from offset ``after``."""
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            return facts.people(wanted, limit=limit, after=after)

    def count(self, wanted: PeopleQuestion) -> int:
        """Count the people a question asks for."""
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            return facts.people_count(wanted)

    def similar(self, new: NewPerson) -> Sequence[Similar]:
        """Find people who may be the same, the surest first; asked before every new file."""
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            return facts.similar_people(
                Likeness(
                    family=fold(new.family_name.strip()),
                    given=fold(new.given_name.strip()),
                    birth=new.birth_date,
                    numbers=[
                        (kind, plain)
                        for kind, value in new.numbers
                        if (plain := plain_number(value))
                    ],
                )
            )

    def create(self, new: NewPerson) -> Person:
        """Open a file.

        Raises:
            RuleBrokenError: The identity or a number is impossible, ``identifier-known`` or
                ``status-before-birth``.
        """
        ids = self.desk.ids
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            person = Person(
                id=PersonId(ids.new()),
                code=f"{work.setting('unit-code') or ''}-{ids.code()}",
                pseudonym=ids.pseudonym(),
                kind=new.kind,
                given_name=new.given_name.strip(),
                family_name=new.family_name.strip(),
                birth_date=new.birth_date,
                sex=new.sex,
            )
            check_person(person, self.desk.clock.today())
            self._check_known(work, person)
            work.add(person)
            self._take_charge(work, person)
            for kind, value in new.numbers:
                add_number(work, ids.new(), person, kind, value)
            if new.status is not None:
                _check_after_birth(person, new.status_from or self.desk.clock.today())
                work.add(
                    StatusStay(
                        id=ids.new(),
                        person=person.id,
                        status=new.status,
                        from_date=new.status_from or self.desk.clock.today(),
                        to_date=None,
                    )
                )
        return person

    def _check_known(self, facts: Reading, person: Person) -> None:
        """Refuse a second file of somebody whose first one the one at the desk does not see."""
        for one in facts.named(fold(f"{person.family_name} {person.given_name}")):
            if not facts.sees(one) and facts.born(one) == person.birth_date:
                raise RuleBrokenError("person-known-elsewhere")

    def _take_charge(self, work: Work, person: Person) -> None:
        """Put whoever sees only their own caseload in charge of the person they have added."""
        if self.desk.actor.scope is not Scope.OWN:
            return
        for staff in work.find(Staff, account=self.desk.actor.account):
            today = self.desk.clock.today()
            put_in_charge(work, self.desk.ids.new(), person.id, staff.id, today)

    def open(self, person: PersonId, *, day: date) -> PersonFile:
        """Open a file as of a day; every look is on record.

        Raises:
            OutOfScopeError: The person is not in the care of the one at the desk.
        """
        with self.desk.writing(Action.SEE_PEOPLE) as work:
            file = _file(work, person, day)
            work.audit("person.open", entity="person", key=person, person=person)
            return file

    def leave(self, person: PersonId, *, seconds: int) -> None:
        """Put on record how long an opened file was looked at."""
        with self.desk.writing(Action.SEE_PEOPLE) as work:
            if not work.sees(person):
                return  # it has closed by itself meanwhile; that is on record
            work.audit(
                "person.leave",
                entity="person",
                key=person,
                person=person,
                detail={"seconds": seconds},
            )

    def glance(self, person: PersonId, *, day: date) -> PersonFile:
        """Read a file that is open already once more: it changed, or is shown as of another day."""
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            return _file(facts, person, day)

    def edit(self, person: Person, *, expected: int) -> int:
        """Save a changed identity; gives the new row version.

        Raises:
            StaleRowError: Another window saved meanwhile.
            RuleBrokenError: The identity is impossible.
        """
        check_person(person, self.desk.clock.today())
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            return work.change(person, expected=expected)

    def set_status(self, person: PersonId, status: LegalStatus, since: date) -> None:
        """Record a new legal status; the open one ends on the day the new one begins.

        Raises:
            RuleBrokenError: ``overlap``, ``end-before-start`` or ``status-before-birth``.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            _check_after_birth(work.get(Person, person), since)
            new = StatusStay(
                id=self.desk.ids.new(),
                person=person,
                status=status,
                from_date=since,
                to_date=None,
            )
            succeed(work, StatusStay, new, work.find(StatusStay, person=person))

    def timeline(
        self, asked: TimelineQuestion, limit: int = 50, after: int = 0
    ) -> Sequence[TimelineLine]:
        """List what happened, newest first, a page from offset ``after``."""
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            return facts.timeline(asked, limit=limit, after=after)

    def authors(self, person: PersonId) -> Sequence[Staff]:
        """List who has written something in a person's file, by family name."""
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            wrote = set(facts.authors(person))
            found = [one for one in facts.find(Staff) if one.account in wrote]
        return sorted(found, key=lambda one: alphabetical(one.family_name))

    def summary(self, person: PersonId, *, day: date) -> PersonSummary:
        """Sum up attendance up to a day, and find the next session from it on."""
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            return facts.summary(person, day)


def question(
    text: str,
    *,
    day: date,
    born: date | None = None,
    active_only: bool = False,
    caseload_of: AccountId | None = None,
    order: PeopleOrder = PeopleOrder.NAME,
    descending: bool = False,
) -> PeopleQuestion:
    """Ask for people by what was typed: every word of it must be found."""
    return PeopleQuestion(
        day=day,
        words=[needles(word) for word in text.split()],
        born=born,
        active_only=active_only,
        caseload_of=caseload_of,
        order=order,
        descending=descending,
    )


def _file(facts: Reading, person: PersonId, day: date) -> PersonFile:
    person = facts.root(person)
    statuses = sorted(facts.find(StatusStay, person=person), key=_begun)
    return PersonFile(
        person=facts.get(Person, person),
        version=facts.version(Person, person),
        day=day,
        status=as_of(statuses[::-1], day),
        statuses=statuses,
        regimes=sorted(facts.find(RegimeStay, person=person), key=_begun),
        housings=sorted(facts.find(HousingStay, person=person), key=_begun),
        identifiers=facts.find(Identifier, person=person),
        flags=[one for one in facts.find(Flag, person=person) if holds_on(one, day)],
        merged=[
            facts.get(Person, other) for other, main in facts.merged().items() if main == person
        ],
    )


def _begun(stay: StatusStay | RegimeStay | HousingStay) -> tuple[date, str]:
    return stay.from_date, stay.id


def _check_after_birth(person: Person, since: date) -> None:
    if person.birth_date is not None and since < person.birth_date:
        raise RuleBrokenError("status-before-birth")
