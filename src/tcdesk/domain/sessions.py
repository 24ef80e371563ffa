"""Groups, sessions, rosters and attendance.

A planned session is a local date and minutes after midnight in Europe/Ljubljana.
Attendance is append-only: a correction is a new fact that supersedes the old one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import (
    AccountId,
    ActivityId,
    GroupId,
    PersonId,
    ProgrammeId,
    SeriesId,
    SessionId,
    StaffId,
)

DAY_MINUTES = 24 * 60
LONGEST = 12 * 60
LARGEST_GROUP = 100
FIRST_DAY = date(2000, 1, 1)
LAST_DAY = date(2099, 12, 31)


class SessionState(StrEnum):
    """Where a session stands."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class CancelReason(StrEnum):
    """Coded reason for a cancelled session."""

    STAFF = "staff"
    SECURITY = "security"
    ROOM = "room"
    HOLIDAY = "holiday"
    OTHER = "other"


class AttendanceStatus(StrEnum):
    """Coded attendance (domain dossier §3.2)."""

    PRESENT = "present"
    LATE = "late"
    LEFT_EARLY = "left-early"
    EXCUSED_WORK = "excused-work"
    EXCUSED_COURT = "excused-court"
    EXCUSED_DOCTOR = "excused-doctor"
    EXCUSED_VISIT = "excused-visit"
    EXCUSED_LEAVE = "excused-leave"
    EXCUSED_TRANSFER = "excused-transfer"
    EXCUSED_SECURITY = "excused-security"
    UNEXCUSED = "unexcused"

    @property
    def attended(self) -> bool:
        """Whether minutes count: present, late, left early."""
        return self in ATTENDED

    @property
    def excused(self) -> bool:
        """Whether the absence has an accepted reason."""
        return self.value.startswith("excused-")


ATTENDED = frozenset({AttendanceStatus.PRESENT, AttendanceStatus.LATE, AttendanceStatus.LEFT_EARLY})
# Ordered by others: the person could not have come, so a rate leaves these out (dossier §6.3).
BLOCKED = frozenset(
    {
        AttendanceStatus.EXCUSED_COURT,
        AttendanceStatus.EXCUSED_TRANSFER,
        AttendanceStatus.EXCUSED_SECURITY,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A standing group of a programme; ``capacity`` is how many it takes at most."""

    id: GroupId
    programme: ProgrammeId
    activity: ActivityId
    name: str
    room: str
    leader: StaffId
    from_date: date
    to_date: date | None
    capacity: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A person in a group for a time."""

    id: str
    group: GroupId
    person: PersonId
    from_date: date
    to_date: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One meeting. Exactly one of ``group`` and ``person`` is set, unless it is an open event.

    ``series`` and ``slot_day``: what it was made from, and the day on which that falls.
    ``makes_up``: the cancelled session in whose place it stands. ``stands_in_for``: whose place the
    leader takes. ``clash_reason``: why it was planned although it clashes with something.
    """

    id: SessionId
    programme: ProgrammeId
    activity: ActivityId
    group: GroupId | None
    person: PersonId | None
    day: date
    start: int
    minutes: int
    room: str
    leader: StaffId
    co_leader: StaffId | None
    state: SessionState
    cancel_reason: CancelReason | None
    theme: str = field(repr=False)
    code: str
    series: SeriesId | None = None
    slot_day: date | None = None
    makes_up: SessionId | None = None
    stands_in_for: StaffId | None = None
    clash_reason: str = field(default="", repr=False)

    @property
    def end(self) -> int:
        """Minutes after midnight at which it ends."""
        return self.start + self.minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """A change of one session's roster: a guest added, or a member left out."""

    id: str
    session: SessionId
    person: PersonId
    added: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One recorded fact; never changed, only superseded by a later one."""

    id: str
    session: SessionId
    person: PersonId
    status: AttendanceStatus
    minutes: int
    participation: int | None
    recorded_at: str
    account: AccountId
    supersedes: str | None
    reason: str | None = field(repr=False)


def check_session(session: Session) -> None:
    """Refuse an impossible plan.

    Raises:
        RuleBrokenError: ``session-day-impossible``, ``session-time-impossible`` or
            ``session-length``.
    """
    if not FIRST_DAY <= session.day <= LAST_DAY:
        raise RuleBrokenError("session-day-impossible")
    if not 0 <= session.start < DAY_MINUTES:
        raise RuleBrokenError("session-time-impossible")
    if not 1 <= session.minutes <= LONGEST:
        raise RuleBrokenError("session-length", most=LONGEST)


def check_capacity(capacity: int | None) -> None:
    """Refuse a group that takes nobody, or more than any room.

    Raises:
        RuleBrokenError: ``group-capacity``.
    """
    if capacity is not None and not 1 <= capacity <= LARGEST_GROUP:
        raise RuleBrokenError("group-capacity", most=LARGEST_GROUP)


def check_attendance(fact: Attendance, session: Session) -> None:
    """Refuse an impossible fact.

    Raises:
        RuleBrokenError: ``minutes-impossible``, ``participation-impossible``,
            ``session-cancelled``.
    """
    if session.state is SessionState.CANCELLED:
        raise RuleBrokenError("session-cancelled")
    if not 0 <= fact.minutes <= LONGEST or (fact.minutes and not fact.status.attended):
        raise RuleBrokenError("minutes-impossible")
    if fact.participation is not None and fact.participation not in range(4):
        raise RuleBrokenError("participation-impossible")


def current(facts: Iterable[Attendance]) -> dict[PersonId, Attendance]:
    """Pick the fact that holds for each person: the one that nothing supersedes."""
    known = list(facts)
    superseded = {fact.supersedes for fact in known}
    return {fact.person: fact for fact in known if fact.id not in superseded}
