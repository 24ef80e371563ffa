"""What cannot go together at one time: people, leaders, rooms, and people who are kept apart."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tcdesk.domain.apart import Apart, kept_apart
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import GroupId, PersonId, SessionId
from tcdesk.domain.people import Person
from tcdesk.domain.programmes import Activity
from tcdesk.domain.sessions import Guest, Session, SessionState
from tcdesk.services.store import Reading, Work

SHORTEST_REASON = 5  # characters


class Shared(StrEnum):
    """What two sessions at one time share, or what stands against one by itself."""

    LEADER = "leader"
    CO_LEADER = "co-leader"
    ROOM = "room"
    GROUP = "group"
    PERSON = "person"
    APART = "apart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Why a plan does not fit: what it shares, with what, and when that is.

    ``session`` is the other session; None for people who are kept apart, of whom ``names`` and
    ``codes`` tell, and for another of the sessions that are being planned together.
    """

    plan: SessionId
    shared: Shared
    day: date
    start: int
    minutes: int
    activity: Activity
    session: SessionId | None
    names: str = field(default="", repr=False)
    codes: str = ""


def find_clashes(
    facts: Reading, plans: Sequence[Session], *, leave_out: Collection[SessionId] = ()
) -> Sequence[Clash]:
    """Name everything that stands against plans, in their order.

    Args:
        facts: What is known.
        plans: What is to be held; several are compared with one another too.
        leave_out: Sessions that are being moved.
    """
    finder = _Finder(facts)
    found: list[Clash] = []
    earlier: list[Session] = []
    stored: dict[date, Sequence[Session]] = {}
    for plan in plans:
        if plan.day not in stored:
            stored[plan.day] = [
                one
                for one in facts.find(Session, day=plan.day)
                if one.state is not SessionState.CANCELLED and one.id not in leave_out
            ]
        found += finder.apart(plan)
        for other in stored[plan.day]:
            if other.id != plan.id:
                found += finder.between(plan, other, known=True)
        for other in earlier:
            found += finder.between(plan, other, known=False)
        earlier.append(plan)
    return found


def check_insisted(clashes: Sequence[Clash], reason: str) -> str:
    """Give the reason for planning in spite of clashes as it is stored; empty without clashes.

    Raises:
        RuleBrokenError: ``clash-reason``: there are some and it says nothing.
    """
    told = " ".join(reason.split())
    if not clashes:
        return ""
    if len(told) < SHORTEST_REASON:
        raise RuleBrokenError("clash-reason", count=len(clashes), least=SHORTEST_REASON)
    return told


def put_on_record(work: Work, clashes: Iterable[Clash]) -> None:
    """Put on record which sessions were planned in spite of what; the reason is theirs."""
    shared: dict[SessionId, list[str]] = {}
    for clash in clashes:
        kinds = shared.setdefault(clash.plan, [])
        if clash.shared.value not in kinds:
            kinds.append(clash.shared.value)
    for key, kinds in shared.items():
        work.audit("session.insist", entity="session", key=key, detail={"shared": kinds})


class _Finder:
    """Compares; what it has read it knows."""

    def __init__(self, facts: Reading) -> None:
        self._facts = facts
        self._aparts: Sequence[Apart] = facts.find(Apart)
        self._activities: dict[str, Activity] = {one.id: one for one in facts.find(Activity)}
        self._members: dict[tuple[GroupId, date], frozenset[PersonId]] = {}

    def apart(self, plan: Session) -> Sequence[Clash]:
        """Name those of one roster who must not meet."""
        if not self._aparts:
            return ()
        return [
            Clash(
                plan=plan.id,
                shared=Shared.APART,
                day=plan.day,
                start=plan.start,
                minutes=plan.minutes,
                activity=self._activities[plan.activity],
                session=None,
                names=self._told(one, names=True),
                codes=self._told(one, names=False),
            )
            for one in kept_apart(self._expected(plan), self._aparts, plan.day)
        ]

    def between(self, plan: Session, other: Session, *, known: bool) -> Sequence[Clash]:
        """Name what two sessions at the same time share."""
        together = plan.day == other.day and other.start < plan.end and plan.start < other.end
        if not together:
            return ()
        return [
            Clash(
                plan=plan.id,
                shared=shared,
                day=other.day,
                start=other.start,
                minutes=other.minutes,
                activity=self._activities[other.activity],
                session=other.id if known else None,
            )
            for shared in self._shared(plan, other)
        ]

    def _shared(self, plan: Session, other: Session) -> Iterable[Shared]:
        theirs = {other.leader, other.co_leader} - {None}
        if plan.leader in theirs:
            yield Shared.LEADER
        if plan.co_leader in theirs:
            yield Shared.CO_LEADER
        if plan.room.strip() and plan.room.strip() == other.room.strip():
            yield Shared.ROOM
        if plan.group is not None and plan.group == other.group:
            yield Shared.GROUP
        elif self._expected(plan) & self._expected(other):
            yield Shared.PERSON

    def _expected(self, session: Session) -> frozenset[PersonId]:
        """Give who is expected: members as of the day, guests, without those left out."""
        people: frozenset[PersonId] = frozenset()
        if session.group is not None:
            key = session.group, session.day
            if key not in self._members:
                found = self._facts.members(session.group, session.day)
                self._members[key] = frozenset(one.id for one in found)
            people = self._members[key]
        elif session.person is not None:
            people = frozenset({session.person})
        changes = self._facts.find(Guest, session=session.id)
        if not changes:
            return people
        added = {one.person for one in changes if one.added}
        return people - {one.person for one in changes} | added

    def _told(self, apart: Apart, *, names: bool) -> str:
        told = []
        for key in (apart.person, apart.other):
            person = next(iter(self._facts.find(Person, id=key)), None)
            code = self._facts.person_code(key)
            told.append(person.full_name if person is not None and names else code)
        return " – ".join(told)
