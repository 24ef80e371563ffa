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
    check_capacity,
    check_session,
)
from tcdesk.domain.staff import Action, Staff
from tcdesk.services.cancelling import cancel
from tcdesk.services.clashes import Clash, check_insisted, find_clashes, put_on_record
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
    capacity: int | None = None


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
            members = facts.members(group, day)
            marked = facts.marks([one.id for one in members], day)
            stays = {
                facts.root(stay.person): stay
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
                    marks=marked.get(one.id, ""),
                )
                for one in members
            ]

    def open_group(self, new: NewGroup) -> Group:
        """Begin a standing group.

        Raises:
            RuleBrokenError: ``name-missing`` or ``group-capacity``.
        """
        if not new.name.strip():
            raise RuleBrokenError("name-missing")
        check_capacity(new.capacity)
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
                capacity=new.capacity,
            )
            work.add(group)
        return group

    def set_capacity(self, group_id: GroupId, capacity: int | None) -> None:
        """Say how many people a group takes at most; None for as many as come.

        Raises:
            RuleBrokenError: ``group-capacity``.
        """
        check_capacity(capacity)
        with self.desk.writing(Action.EDIT_SCHEDULE) as work:
            group = work.get(Group, group_id)
            work.change(replace(group, capacity=capacity), expected=work.version(Group, group_id))

    def join(self, group_id: GroupId, person: PersonId, day: date) -> None:
        """Make a person a member of a group from a day on.

        Raises:
            RuleBrokenError: ``overlap`` (a member already), ``group-not-for-status`` or
                ``group-full``.
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
            stays = work.find(Membership, group=group_id)
            check_no_overlap(new, [one for one in stays if one.person == person])
            taken = sum(one.to_date is None or one.to_date > day for one in stays)
            if group.capacity is not None and taken >= group.capacity:
                raise RuleBrokenError("group-full", most=group.capacity)
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
        """Name what stands against a plan: leader, co-leader, room, group, people, people apart.

        Args:
            new: The plan.
            weeks: In how many weeks it is repeated.
            leave_out: The session that is being moved.
        """
        with self.desk.reading(Action.SEE_SCHEDULE) as facts:
            plans = self._drawn(facts, new, min(weeks, MOST_WEEKS), lambda _code: None)
            if leave_out is not None and plans:
                plans = [replace(plans[0], id=leave_out)]  # its guests are its own
            return find_clashes(facts, plans)

    def plan(
        self, new: NewSession, *, weeks: int = 1, reason: str | None = None
    ) -> Sequence[Session]:
        """Plan one session, or the same hour in so many weeks.

        Args:
            new: The plan.
            weeks: In how many weeks it is repeated.
            reason: Why it is planned in spite of clashes; they are then kept with it and put on
                record. None plans without looking, as for what has already taken place.

        Raises:
            RuleBrokenError: The day, time or length is impossible; ``too-many-weeks``;
                ``clash-reason``.
        """
        if not 1 <= weeks <= MOST_WEEKS:
            raise RuleBrokenError("too-many-weeks", most=MOST_WEEKS)
        with self.desk.writing(Action.EDIT_SCHEDULE) as work:
            planned = self._drawn(work, new, weeks, work.session_by_code)
            for session in planned:
                check_session(session)
            clashes = find_clashes(work, planned) if reason is not None else ()
            told = check_insisted(clashes, reason or "")
            clashing = {clash.plan for clash in clashes}
            planned = [
                replace(one, clash_reason=told) if one.id in clashing else one for one in planned
            ]
            work.add_all(planned)
            put_on_record(work, clashes)
        return planned

    def change(self, session: Session, *, expected: int, reason: str | None = None) -> int:
        """Move or edit a planned session; gives the new row version.

        Args:
            session: As it is to be.
            expected: The row version that was seen.
            reason: Why it is planned so in spite of clashes; None changes without looking.

        Raises:
            RuleBrokenError: The plan is impossible; ``session-recorded`` once it was held;
                ``clash-reason``.
            StaleRowError: Another window saved meanwhile.
        """
        check_session(session)
        with self.desk.writing(Action.EDIT_SCHEDULE) as work:
            if work.get(Session, session.id).state is SessionState.HELD:
                raise RuleBrokenError("session-recorded")
            if reason is None:
                return work.change(session, expected=expected)
            clashes = find_clashes(work, [session])
            told = check_insisted(clashes, reason)
            version = work.change(replace(session, clash_reason=told), expected=expected)
            put_on_record(work, clashes)
            return version

    def cancel(
        self, session_id: SessionId, reason: CancelReason | None, *, expected: int | None = None
    ) -> None:
        """Cancel a session with a reason, or un-cancel it with None.

        Raises:
            RuleBrokenError: ``session-recorded`` once attendance was recorded;
                ``session-made-up``: another takes its place.
            StaleRowError: Its row version is not the expected one.
        """
        with self.desk.writing(Action.EDIT_SCHEDULE) as work:
            cancel(work, work.get(Session, session_id), reason, expected=expected)

    def _drawn(
        self,
        facts: Reading,
        new: NewSession,
        weeks: int,
        known: Callable[[str], Session | None],
    ) -> Sequence[Session]:
        programme = facts.get(Activity, new.activity).programme
        return [
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
                code=self.desk.ids.free_code(known),
            )
            for week in range(weeks)
        ]
