"""Running a session: the roster as of its date, and attendance as facts that are never deleted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from tcdesk.domain.caseload import OutOfScopeError
from tcdesk.domain.codes import read_code
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import PersonId, SessionId
from tcdesk.domain.people import Person
from tcdesk.domain.programmes import Activity, Programme
from tcdesk.domain.sessions import (
    Attendance,
    AttendanceStatus,
    Group,
    Guest,
    Session,
    SessionState,
    check_attendance,
    current,
)
from tcdesk.domain.staff import Action, Staff
from tcdesk.services.desk import Desk
from tcdesk.services.lines import SessionFilter, SessionLine
from tcdesk.services.store import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterLine:
    """One person of a session and what is recorded of them; ``marks`` as of its day."""

    person: Person
    fact: Attendance | None
    guest: bool
    marks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFile:
    """A session with everything its page shows.

    ``roster`` holds whom the one at the desk may see; ``expected`` counts everybody.
    """

    session: Session
    version: int
    activity: Activity
    programme: Programme
    group: Group | None
    leader: Staff
    co_leader: Staff | None
    roster: Sequence[RosterLine]
    expected: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What is to be recorded of one person."""

    person: PersonId
    status: AttendanceStatus
    minutes: int
    participation: int | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Sessions:
    """Sessions as they are run and recorded."""

    desk: Desk

    def open(self, session: SessionId) -> SessionFile:
        """Give a session with its roster as of its date."""
        with self.desk.reading(Action.SEE_SCHEDULE) as facts:
            return session_file(facts, session)

    def look(self, session: SessionId) -> None:
        """Put on record that a session was opened: a look at everybody on its roster."""
        with self.desk.writing(Action.SEE_SCHEDULE) as work:
            roster = session_file(work, session).roster
            for person in [line.person.id for line in roster] if roster else [None]:
                work.audit("session.open", entity="session", key=session, person=person)

    def listed(self, what: SessionFilter) -> Sequence[SessionLine]:
        """List the sessions of today, of this week, or those that wait for the person.

        Unsigned notes are the person's own; who sees reports sees everybody's, as on Danes.
        Drafts, and what waits for a mentor, are always one's own.
        """
        today = self.desk.clock.today()
        monday = today - timedelta(days=today.weekday())
        with self.desk.reading(Action.SEE_SCHEDULE) as facts:
            if what in (SessionFilter.TODAY, SessionFilter.WEEK):
                week = what is SessionFilter.WEEK
                first, last = (monday, monday + timedelta(days=6)) if week else (today, today)
                return [line for line in facts.sessions(first, last) if line.opens]
            if what is SessionFilter.NOT_KEYED:
                return facts.printed_not_keyed(today)
            own = what in (SessionFilter.DRAFTED, SessionFilter.TO_COUNTERSIGN)
            everybody = not own and self.desk.may(Action.SEE_REPORTS)
            return facts.waiting_sessions(what, None if everybody else self.desk.actor.account)

    def by_code(self, typed: str) -> SessionId:
        """Find the session of a typed or scanned sheet code.

        Raises:
            RuleBrokenError: ``sheet-code-wrong`` (check character), ``sheet-code-unknown``.
        """
        code = read_code(typed)
        if code is None:
            raise RuleBrokenError("sheet-code-wrong")
        with self.desk.reading(Action.SEE_SCHEDULE) as facts:
            session = facts.session_by_code(code)
        if session is None:
            raise RuleBrokenError("sheet-code-unknown")
        return session.id

    def change_roster(self, session_id: SessionId, person: PersonId, *, added: bool) -> None:
        """Add a guest to this session only, or leave a member out of it only.

        Raises:
            RuleBrokenError: ``already-on-roster``, ``not-on-roster`` or ``already-recorded``.
        """
        with self.desk.writing(Action.EDIT_SCHEDULE) as work:
            line = next(
                (one for one in session_file(work, session_id).roster if one.person.id == person),
                None,
            )
            if added and line is not None:
                raise RuleBrokenError("already-on-roster")
            if not added and line is None:
                raise RuleBrokenError("not-on-roster")
            if not added and line is not None and line.fact is not None:
                raise RuleBrokenError("already-recorded")
            known = work.find(Guest, session=session_id, person=person)
            if known:
                work.change(
                    replace(known[0], added=added), expected=work.version(Guest, known[0].id)
                )
            else:
                work.add(
                    Guest(id=self.desk.ids.new(), session=session_id, person=person, added=added)
                )

    def record(self, session_id: SessionId, marks: Sequence[Mark]) -> None:
        """Record attendance; what is already so is left alone, what differs supersedes.

        Raises:
            RuleBrokenError: ``not-on-roster``, ``reason-missing`` (a signed entry is corrected
                without a reason), or an impossible fact.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            file = session_file(work, session_id)
            known = {line.person.id: line.fact for line in file.roster}
            signed = {
                work.root(note.person)
                for note, signature in work.notes(session_id)
                if signature is not None and note.person is not None
            }
            facts = []
            for mark in marks:
                if mark.person not in known:
                    raise RuleBrokenError("not-on-roster")
                old = known[mark.person]
                if old is not None and _same(old, mark):
                    continue
                if old is not None and mark.person in signed and not (mark.reason or "").strip():
                    raise RuleBrokenError("reason-missing")
                fact = Attendance(
                    id=self.desk.ids.new(),
                    session=session_id,
                    person=old.person if old else mark.person,
                    status=mark.status,
                    minutes=mark.minutes,
                    participation=mark.participation,
                    recorded_at=self.desk.moment(),
                    account=self.desk.actor.account,
                    supersedes=old.id if old else None,
                    reason=mark.reason,
                )
                check_attendance(fact, file.session)
                facts.append(fact)
            work.add_all(facts)
            if facts and file.session.state is SessionState.PLANNED:
                work.change(replace(file.session, state=SessionState.HELD), expected=file.version)

    def attendance_history(self, session: SessionId) -> Sequence[Attendance]:
        """List every recorded fact of a session, superseded ones included."""
        with self.desk.reading(Action.SEE_NOTES) as facts:
            return facts.attendance(session)


def _same(fact: Attendance, mark: Mark) -> bool:
    return (fact.status, fact.minutes, fact.participation) == (
        mark.status,
        mark.minutes,
        mark.participation,
    )


def session_file(facts: Reading, session_id: SessionId) -> SessionFile:
    """Read a session with its roster as of its date: members, guests, and whoever is recorded.

    Raises:
        OutOfScopeError: Nobody on it is in the care of the one at the desk.
    """
    session = facts.get(Session, session_id)
    if not facts.opens(session_id):
        raise OutOfScopeError
    recorded = _recorded(facts, session_id)
    people = {one.id: one for one in _expected(facts, session)}
    guests: set[PersonId] = set()
    for change in facts.find(Guest, session=session_id):
        person = facts.root(change.person)
        if change.added:
            people[person] = facts.get(Person, person)
            guests.add(person)
        else:
            people.pop(person, None)
    for person in recorded:
        if person not in people:
            people[person] = facts.get(Person, person)
    for noted in facts.noted(session_id):
        people.setdefault(noted.id, noted)
    marked = facts.marks(list(people), session.day)
    return SessionFile(
        session=session,
        version=facts.version(Session, session_id),
        activity=facts.get(Activity, session.activity),
        programme=facts.get(Programme, session.programme),
        group=facts.get(Group, session.group) if session.group else None,
        leader=facts.get(Staff, session.leader),
        co_leader=facts.get(Staff, session.co_leader) if session.co_leader else None,
        roster=[
            RosterLine(
                person=person,
                fact=recorded.get(key),
                guest=key in guests,
                marks=marked.get(key, ""),
            )
            for key, person in people.items()
        ],
        expected=facts.expected(session_id),
    )


def _recorded(facts: Reading, session: SessionId) -> Mapping[PersonId, Attendance]:
    """Give what is recorded of each person; of files that were merged the main one's own counts."""
    held = current(facts.attendance(session))
    found = {facts.root(person): fact for person, fact in held.items()}
    return {person: held.get(person, fact) for person, fact in found.items()}


def _expected(facts: Reading, session: Session) -> Sequence[Person]:
    if session.group is not None:
        return facts.members(session.group, session.day)
    if session.person is not None:
        return [facts.get(Person, facts.root(session.person))]
    return []
