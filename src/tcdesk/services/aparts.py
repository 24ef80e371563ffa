"""Who must be kept apart from whom: kept at the person's file, named when a session is planned."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tcdesk.domain.apart import Apart, check_apart
from tcdesk.domain.dated import holds_on
from tcdesk.domain.ids import GroupId, PersonId, SessionId
from tcdesk.domain.people import Person
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.sessions import session_file


@dataclass(frozen=True, slots=True, kw_only=True)
class ApartLine:
    """From whom somebody is kept apart; without a name where that person may not be seen."""

    apart: Apart
    other: PersonId
    name: str = field(repr=False)
    code: str


@dataclass(frozen=True, slots=True)
class Aparts:
    """Non-associations of people."""

    desk: Desk

    def of(self, person: PersonId) -> Sequence[ApartLine]:
        """List from whom a person is or was kept apart, the newest first."""
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            facts.get(Person, person)
            found = []
            for one in (*facts.find(Apart, person=person), *facts.find(Apart, other=person)):
                (key,) = one.both - {person}
                seen = next(iter(facts.find(Person, id=key)), None)
                found.append(
                    ApartLine(
                        apart=one,
                        other=key,
                        name=seen.full_name if seen else "",
                        code=facts.person_code(key),
                    )
                )
        return sorted(found, key=lambda line: line.apart.from_date, reverse=True)

    def keep_apart(self, person: PersonId, other: PersonId, reason: str, since: date) -> Apart:
        """Keep two people apart from a day on.

        Raises:
            RuleBrokenError: ``apart-same``, ``apart-reason`` or ``overlap``.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            work.get(Person, other)
            new = Apart(
                id=self.desk.ids.new(),
                person=person,
                other=other,
                reason=" ".join(reason.split()),
                from_date=since,
                to_date=None,
            )
            check_apart(new, [*work.find(Apart, person=person), *work.find(Apart, other=person)])
            work.add(new)
        return new

    def end(self, key: str, day: date) -> None:
        """Say from which day on two people need not be kept apart any more.

        Raises:
            RuleBrokenError: ``end-before-start``.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            ended = replace(work.get(Apart, key), to_date=day)
            check_apart(ended, [])
            work.change(ended, expected=work.version(Apart, key))

    def in_group(self, group: GroupId, person: PersonId, day: date) -> Sequence[Person]:
        """List members of a group on a day from whom a person is to be kept apart."""
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            known = (*facts.find(Apart, person=person), *facts.find(Apart, other=person))
            others = {key for one in known if holds_on(one, day) for key in one.both} - {person}
            return [one for one in facts.members(group, day) if one.id in others]

    def at_session(self, session: SessionId, person: PersonId) -> Sequence[Person]:
        """List those on a session's roster from whom a person is to be kept apart on its day."""
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            file = session_file(facts, session)
            known = (*facts.find(Apart, person=person), *facts.find(Apart, other=person))
            day = file.session.day
            others = {key for one in known if holds_on(one, day) for key in one.both} - {person}
            return [line.person for line in file.roster if line.person.id in others]
