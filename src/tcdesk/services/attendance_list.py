"""»Lista prisotnosti«: who was at which session of a group over a period, and how much of it.

Whoever was a member on a day, or a guest, stands on the list; a session that was cancelled does
not. A group that the one at the desk sees only a part of has no list.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tcdesk.domain.caseload import OutOfScopeError
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import GroupId, PersonId
from tcdesk.domain.people import Person
from tcdesk.domain.programmes import Activity
from tcdesk.domain.sessions import (
    BLOCKED,
    Attendance,
    AttendanceStatus,
    Group,
    Session,
    SessionState,
)
from tcdesk.domain.staff import Action, Staff
from tcdesk.services.desk import Desk
from tcdesk.services.paper_blocks import Facts, Signatures
from tcdesk.services.paper_trail import PaperKind, foot_for, funder_head, put_on_record
from tcdesk.services.papers import Column, ColumnKind, Document, Paper, Table, Value
from tcdesk.services.ports import Words
from tcdesk.services.sessions import session_file
from tcdesk.services.store import Reading

LONGEST = timedelta(days=366)
SESSIONS_IN_TABLE = 14
_MARKS = {
    AttendanceStatus.PRESENT: "present",
    AttendanceStatus.LATE: "late",
    AttendanceStatus.LEFT_EARLY: "left",
    AttendanceStatus.UNEXCUSED: "unexcused",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """A session with what is known of everybody who was expected at it."""

    session: Session
    facts: Mapping[PersonId, Attendance | None]


@dataclass(frozen=True, slots=True)
class AttendanceLists:
    """Draws the list of a group; nothing touches a disk."""

    desk: Desk
    words: Words
    paper: Paper

    def draw(self, group_id: GroupId, first: date, last: date) -> bytes:
        """Draw the list from the first to the last day, both included.

        Raises:
            RuleBrokenError: ``list-period``: it is turned round or longer than a year.
            OutOfScopeError: Only a part of the group may be seen.
        """
        if not first <= last <= first + LONGEST:
            raise RuleBrokenError("list-period")
        words = self.words
        period = f"{words.date(first)} – {words.date(last)}"
        with self.desk.reading(Action.PRINT_SHEETS) as facts:
            group = facts.get(Group, group_id)
            activity = facts.get(Activity, group.activity)
            people, held = self._read(facts, group_id, first, last)
            document = Document(
                title=words("paper-list-title"),
                below=group.name,
                running=period,
                funder=funder_head(facts, words, group.programme),
                blocks=(
                    Facts(
                        rows=(
                            (
                                words("paper-list-period"),
                                f"{words.date(first)} – {words.date(last)}",
                            ),
                            (
                                words("paper-list-activity"),
                                activity.name_sl if words.language == "sl" else activity.name_en,
                            ),
                            (words("paper-list-leader"), facts.get(Staff, group.leader).short_name),
                            (words("paper-list-sessions"), words.number(len(held))),
                        )
                    ),
                    *self._parts(people, held),
                    self._sums(people, held),
                    Signatures(labels=(words("paper-list-signed"), words("paper-list-day"))),
                ),
                foot=foot_for(self.desk, facts, PaperKind.ATTENDANCE_LIST, group_id),
            )
        return self.paper.document(document)

    def left(self, group: GroupId, first: date, last: date, way: str) -> None:
        """Put on record that it was shown, printed or saved (``show``, ``print``, ``pdf``)."""
        with self.desk.writing(Action.PRINT_SHEETS) as work:
            people, _held = self._read(work, group, first, last)
            put_on_record(
                work,
                PaperKind.ATTENDANCE_LIST,
                way,
                entity="grp",
                key=group,
                people=[one.id for one in people],
            )

    def _read(
        self, facts: Reading, group: GroupId, first: date, last: date
    ) -> tuple[Sequence[Person], Sequence[_Held]]:
        """Give everybody who was expected, sorted, and the sessions in order of time."""
        sessions = [
            one
            for one in facts.find(Session, group=group)
            if first <= one.day <= last and one.state is not SessionState.CANCELLED
        ]
        people: dict[PersonId, Person] = {one.id: one for one in facts.members(group, last)}
        held = []
        for session in sorted(sessions, key=lambda one: (one.day, one.start)):
            if not facts.runs(session.id):
                raise OutOfScopeError
            file = session_file(facts, session.id)
            people |= {line.person.id: line.person for line in file.roster}
            known = {line.person.id: line.fact for line in file.roster}
            held.append(_Held(session=session, facts=known))
        ordered = sorted(people.values(), key=lambda one: self.words.sort_key(one.full_name))
        return ordered, held

    def _parts(self, people: Sequence[Person], held: Sequence[_Held]) -> Sequence[Table]:
        words = self.words
        told = words("paper-list-legend")
        parts = [
            held[start : start + SESSIONS_IN_TABLE]
            for start in range(0, len(held), SESSIONS_IN_TABLE)
        ] or [[]]
        return [
            Table(
                title=words("paper-list-part", part=number, parts=len(parts))
                if len(parts) > 1
                else words("paper-list-attendance"),
                columns=(
                    Column(title=words("paper-list-number"), kind=ColumnKind.NUMBER),
                    Column(title=words("paper-list-person")),
                    *(Column(title=f"{_day(one.session.day)}") for one in part),
                ),
                rows=tuple(
                    (place, one.full_name, *(self._mark(day, one) for day in part))
                    for place, one in enumerate(people, start=1)
                ),
                definitions=(told,),
            )
            for number, part in enumerate(parts, start=1)
        ]

    def _mark(self, held: _Held, person: Person) -> str:
        if person.id not in held.facts:
            return "–"
        fact = held.facts[person.id]
        if fact is None:
            return ""
        return self.words(f"paper-list-mark-{_MARKS.get(fact.status, 'excused')}")

    def _sums(self, people: Sequence[Person], held: Sequence[_Held]) -> Table:
        words = self.words
        names = ("expected", "attended", "excused", "unexcused", "share", "minutes")
        return Table(
            title=words("paper-list-sums"),
            columns=(
                Column(title=words("paper-list-number"), kind=ColumnKind.NUMBER),
                Column(title=words("paper-list-person")),
                Column(title=words("paper-list-code")),
                *(
                    Column(title=words(f"paper-list-{name}"), kind=ColumnKind.NUMBER)
                    for name in names
                ),
            ),
            rows=tuple(
                (place, one.full_name, one.code, *_sum(one, held))
                for place, one in enumerate(people, start=1)
            ),
            definitions=(words("paper-list-share-defined"),),
        )


def _sum(person: Person, held: Sequence[_Held]) -> tuple[Value, ...]:
    """Count one person: the share leaves out what others ordered, as reports do."""
    facts = [fact for one in held if (fact := one.facts.get(person.id)) is not None]
    attended = [fact for fact in facts if fact.status.attended]
    could = sum(fact.status not in BLOCKED for fact in facts)
    return (
        sum(person.id in one.facts for one in held),
        len(attended),
        sum(fact.status.excused for fact in facts),
        sum(fact.status is AttendanceStatus.UNEXCUSED for fact in facts),
        f"{round(100 * len(attended) / could)} %" if could else None,
        sum(fact.minutes for fact in attended),
    )


def _day(day: date) -> str:
    return f"{day.day}.{day.month}."
