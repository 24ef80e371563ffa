"""Groups, and the plan of sessions: one at a time or repeated by the week."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tcdesk.domain.dated import check_no_overlap, holds_on
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import (
    ActivityId,
    GroupId,
    PersonId,
    ProgrammeId,
    SessionId,
    StaffId,
)
from tcdesk.domain.people import Person, StatusStay
from tcdesk.domain.programmes import Activity
from tcdesk.domain.sessions import (
    CancelReason,
    Group,
    Membership,
    Session,
    SessionState,
    check_session,
)
from tcdesk.domain.staff import Action, Staff
from tcdesk.services.desk import Desk
from tcdesk.services.lines import GroupLine, MemberLine, SessionLine
from tcdesk.services.store import Reading

MOST_WEEKS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class NewGroup:
    """What a group needs."""

    activity: ActivityId
    name: str
    room: str
    leader: StaffId
    from_date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSession:
    """What a planned session needs; exactly one of group and person, or neither for an event."""

    activity: ActivityId
    group: GroupId | None
    person: PersonId | None
    day: date
    start: int
    minutes: int
    room: str
    leader: StaffId
    co_leader: StaffId | None = None
    theme: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Something that happens at the same time: which session, and what they share."""

    session: SessionLine
    shared: str


@dataclass(frozen=True, slots=True)
class Schedule:
    """The plan of groups and sessions."""

    desk: Desk

    def staff(self) -> Sequence[Staff]:
        """List people who work here, who may lead."""
        with self.desk.reading(Action.SEE_SCHEDULE) as facts:
            return facts.find(Staff)

    def groups(self, day: date) -> Sequence[GroupLine]:
        """List groups that run on a day."""
        with self.desk.reading(Action.SEE_SCHEDULE) as facts:
            return facts.groups(day)

    def group(self, group: GroupId) -> Group:
        """Give one group."""
        with self.desk.reading(Action.SEE_SCHEDULE) as facts:
            return facts.get(Group, group)

    def members(self, group: GroupId, day: date) -> Sequence[Person]:
        """List members of a group on a day."""
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            return facts.members(group, day)

    def memberships(self, group: GroupId, day: date) -> Sequence[MemberLine]:
        """List members of a group on a day with the days of their membership, sorted by name."""
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            stays = {
                stay.person: stay
                for stay in facts.find(Membership, group=group)
                if holds_on(stay, day)
            }
            return [
                MemberLine(
                    membership=stays[one.id].id,
                    person=one.id,
                    code=one.code,
                    name=one.full_name,
                    from_date=stays[one.id].from_date,
                    to_date=stays[one.id].to_date,
                    risk=one.risk,
                )
                for one in facts.members(group, day)
            ]

    def open_group(self, new: NewGroup) -> Group:
        """Begin a standing group.

        Raises:
            RuleBrokenError: ``name-missing``.
        """
        if not new.name.strip():
            raise RuleBrokenError("name-missing")
        with self.desk.writing(Action.EDIT_SCHEDULE) as work:
            group = Group(
                id=GroupId(self.desk.ids.new()),
                programme=work.get(Activity, new.activity).programme,
                activity=new.activity,
                name=new.name.strip(),
                room=new.room.strip(),
                leader=new.leader,
                from_date=new.from_date,
                to_date=None,
            )
            work.add(group)
        return group

    def join(self, group_id: GroupId, person: PersonId, day: date) -> None:
        """Make a person a member of a group from a day on.

        Raises:
            RuleBrokenError: ``overlap`` (a member already) or ``group-not-for-status``.
        """
        with self.desk.writing(Action.EDIT_SCHEDULE) as work:
            group = work.get(Group, group_id)
            wanted = work.get(Activity, group.activity).for_status
            statuses = work.find(StatusStay, person=person)
            if wanted is not None and not any(
                stay.status is wanted and holds_on(stay, day) for stay in statuses
            ):
                raise RuleBrokenError("group-not-for-status", status=wanted.value)
            new = Membership(
                id=self.desk.ids.new(),
                group=group_id,
                person=person,
                from_date=day,
                to_date=None,
            )
            check_no_overlap(new, work.find(Membership, group=group_id, person=person))
            work.add(new)

    def quit(self, group: GroupId, person: PersonId, day: date) -> None:
        """End a membership; ``day`` is the first day on which the person is no member.

        Raises:
            RuleBrokenError: ``not-a-member`` or ``end-before-start``.
        """
        with self.desk.writing(Action.EDIT_SCHEDULE) as work:
            members = work.find(Membership, group=group, person=person)
            current = next((one for one in members if one.to_date is None), None)
            if current is None:
                raise RuleBrokenError("not-a-member")
            ended = replace(current, to_date=day)
            check_no_overlap(ended, [])
            work.change(ended, expected=work.version(Membership, current.id))

    def week(self, monday: date, *, programme: ProgrammeId | None = None) -> Sequence[SessionLine]:
        """List the sessions of the week that begins on a day."""
        return self.between(monday, monday + timedelta(days=6), programme=programme)

    def between(
        self, first: date, last: date, *, programme: ProgrammeId | None = None
    ) -> Sequence[SessionLine]:
        """List sessions from the first to the last day, both included."""
        with self.desk.reading(Action.SEE_SCHEDULE) as facts:
            return facts.sessions(first, last, programme=programme)

    def clashes(
        self, new: NewSession, *, weeks: int = 1, leave_out: SessionId | None = None
    ) -> Sequence[Clash]:
        """Name what a planned session shares with others at the same time.

        Args:
            new: The plan.
            weeks: In how many weeks it is repeated.
            leave_out: The session that is being moved.

        Returns:
            Each other session once; ``shared`` is ``leader``, ``room``, ``group`` or ``person``
            (somebody is expected at both).
        """
        with self.desk.reading(Action.SEE_SCHEDULE) as facts:
            found = []
            for week in range(min(weeks, MOST_WEEKS)):
                plan = replace(new, day=new.day + timedelta(weeks=week))
                for line in facts.sessions(plan.day, plan.day):
                    if line.id == leave_out or line.state is SessionState.CANCELLED:
                        continue
                    if line.start >= plan.start + plan.minutes:
                        continue
                    if plan.start >= line.start + line.minutes:
                        continue
                    shared = _shared(facts, plan, facts.get(Session, line.id))
                    if shared:
                        found.append(Clash(session=line, shared=shared))
        return found

    def plan(self, new: NewSession, *, weeks: int = 1) -> Sequence[Session]:
        """Plan one session, or the same hour in so many weeks.

        Raises:
            RuleBrokenError: The day, time or length is impossible; ``too-many-weeks``.
        """
        if not 1 <= weeks <= MOST_WEEKS:
            raise RuleBrokenError("too-many-weeks", most=MOST_WEEKS)
        with self.desk.writing(Action.EDIT_SCHEDULE) as work:
            programme = work.get(Activity, new.activity).programme
            planned = [
                Session(
                    id=SessionId(self.desk.ids.new()),
                    programme=programme,
                    activity=new.activity,
                    group=new.group,
                    person=new.person,
                    day=new.day + timedelta(weeks=week),
                    start=new.start,
                    minutes=new.minutes,
                    room=new.room.strip(),
                    leader=new.leader,
                    co_leader=new.co_leader,
                    state=SessionState.PLANNED,
                    cancel_reason=None,
                    theme=new.theme.strip(),
                    code=self._free_code(work.session_by_code),
                )
                for week in range(weeks)
            ]
            for session in planned:
                check_session(session)
            work.add_all(planned)
        return planned

    def change(self, session: Session, *, expected: int) -> int:
        """Move or edit a planned session; gives the new row version.

        Raises:
            RuleBrokenError: The plan is impossible; ``session-recorded`` once it was held.
            StaleRowError: Another window saved meanwhile.
        """
        check_session(session)
        with self.desk.writing(Action.EDIT_SCHEDULE) as work:
            if work.get(Session, session.id).state is SessionState.HELD:
                raise RuleBrokenError("session-recorded")
            return work.change(session, expected=expected)

    def cancel(
        self, session_id: SessionId, reason: CancelReason | None, *, expected: int | None = None
    ) -> None:
        """Cancel a session with a reason, or un-cancel it with None.

        Raises:
            RuleBrokenError: ``session-recorded`` once attendance was recorded.
            StaleRowError: Its row version is not the expected one.
        """
        with self.desk.writing(Action.EDIT_SCHEDULE) as work:
            session = work.get(Session, session_id)
            if session.state is SessionState.HELD:
                raise RuleBrokenError("session-recorded")
            state = SessionState.PLANNED if reason is None else SessionState.CANCELLED
            work.change(
                replace(session, state=state, cancel_reason=reason),
                expected=work.version(Session, session_id) if expected is None else expected,
            )

    def _free_code(self, known: Callable[[str], Session | None]) -> str:
        """Make a sheet code that no session has."""
        while known(code := self.desk.ids.code()) is not None:
            pass
        return code


def _shared(facts: Reading, plan: NewSession, other: Session) -> str:
    """Say what a plan shares with a session at the same time; empty when nothing."""
    if {plan.leader, plan.co_leader} & ({other.leader, other.co_leader} - {None}):
        return "leader"
    if plan.room.strip() and plan.room.strip() == other.room:
        return "room"
    if plan.group is not None and plan.group == other.group:
        return "group"
    here = _expected(facts, plan.group, plan.person, plan.day)
    return "person" if here & _expected(facts, other.group, other.person, other.day) else ""


def _expected(
    facts: Reading, group: GroupId | None, person: PersonId | None, day: date
) -> set[PersonId]:
    if group is not None:
        return {one.id for one in facts.members(group, day)}
    return {person} if person is not None else set()
