"""Participants' files: search before create, legal status over time, the timeline."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tcdesk.domain.dated import as_of, check_no_overlap
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.folding import fold, needles
from tcdesk.domain.ids import AccountId, PersonId
from tcdesk.domain.people import LegalStatus, Person, PersonKind, Sex, StatusStay, check_person
from tcdesk.domain.staff import Action, Scope, Staff
from tcdesk.services.desk import Desk
from tcdesk.services.key_workers import put_in_charge
from tcdesk.services.lines import (
    PeopleOrder,
    PeopleQuestion,
    PersonLine,
    PersonSummary,
    TimelineLine,
)
from tcdesk.services.store import Reading, Work

TIMELINE_LENGTH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """What a person's file needs at the least."""

    given_name: str = field(repr=False)
    family_name: str = field(repr=False)
    birth_date: date = field(repr=False)
    sex: Sex
    kind: PersonKind = PersonKind.CUSTODY
    status: LegalStatus | None = None
    status_from: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFile:
    """A person as of a day, with the row version that an edit must name."""

    person: Person
    version: int
    day: date
    status: StatusStay | None
    statuses: Sequence[StatusStay]


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

    def similar(self, new: NewPerson) -> Sequence[Person]:
        """Find people who may be the same; asked before every new file."""
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            return facts.similar_people(
                folded=fold(f"{new.family_name.strip()} {new.given_name.strip()}"),
                birth=new.birth_date,
            )

    def create(self, new: NewPerson) -> Person:
        """Open a file.

        Raises:
            RuleBrokenError: The identity is impossible, or ``status-before-birth``.
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
            stays = list(work.find(StatusStay, person=person))
            current = next((stay for stay in stays if stay.to_date is None), None)
            if current is not None:
                ended = replace(current, to_date=since)
                stays[stays.index(current)] = ended
                check_no_overlap(ended, [stay for stay in stays if stay is not ended])
                work.change(ended, expected=work.version(StatusStay, current.id))
            new = StatusStay(
                id=self.desk.ids.new(),
                person=person,
                status=status,
                from_date=since,
                to_date=None,
            )
            check_no_overlap(new, stays)
            work.add(new)

    def timeline(self, person: PersonId) -> Sequence[TimelineLine]:
        """List what happened, newest first."""
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            return facts.timeline(person, limit=TIMELINE_LENGTH)

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
    statuses = sorted(facts.find(StatusStay, person=person), key=lambda stay: stay.from_date)
    return PersonFile(
        person=facts.get(Person, person),
        version=facts.version(Person, person),
        day=day,
        status=as_of(statuses, day),
        statuses=statuses,
    )


def _check_after_birth(person: Person, since: date) -> None:
    if since < person.birth_date:
        raise RuleBrokenError("status-before-birth")
