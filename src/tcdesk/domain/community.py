"""Life in a therapeutic community: waiting for it, gates between phases, roles, what members say.

Consequences here are the community's own. The prison's disciplinary procedure has no table and no
field: it is another matter, decided by others (ZIKS-1).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from tcdesk.domain.dated import Dated, check_period
from tcdesk.domain.enrolments import Episode, PhaseStay
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import EpisodeId, PersonId, PhaseId, ProgrammeId

LONGEST = 600


class WaitingStatus(StrEnum):
    """Where somebody stands before entry; the last three end the waiting."""

    REFERRED = "referred"
    SCREENING = "screening"
    WAITING = "waiting"
    ENTERED = "entered"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"

    @property
    def over(self) -> bool:
        """Whether nobody waits any more."""
        return self in {
            WaitingStatus.ENTERED,
            WaitingStatus.REFUSED,
            WaitingStatus.WITHDRAWN,
        }


class Direction(StrEnum):
    """Where a change of phase leads."""

    FORWARD = "forward"
    BACK = "back"


class PauseReason(StrEnum):
    """Why a stay is suspended."""

    HOSPITAL = "hospital"
    COURT = "court"
    ISOLATION = "isolation"
    OTHER = "other"


class EventKind(StrEnum):
    """What the community says to a member, or a member to another."""

    AFFIRMATION = "affirmation"
    PULL_UP = "pull-up"
    LEARNING = "learning"
    CONTRACT = "contract"
    CONSEQUENCE = "consequence"


class DecidedBy(StrEnum):
    """Who decided that somebody leaves."""

    MEMBER = "member"
    TEAM = "team"
    PRISON = "prison"
    OTHERS = "others"


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingStay:
    """One status of the waiting for a programme, for a time."""

    id: str
    person: PersonId
    programme: ProgrammeId
    status: WaitingStatus
    from_date: date
    to_date: date | None
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseDecision:
    """The team's decision behind a phase; ``met`` and ``unmet`` are its criteria, a line each."""

    id: str
    stay: str
    person: PersonId
    direction: Direction
    team: str = field(repr=False)
    reason: str = field(repr=False)
    met: str = field(repr=False)
    unmet: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension:
    """A time in which a stay rests."""

    id: str
    episode: EpisodeId
    person: PersonId
    reason: PauseReason
    note: str = field(repr=False)
    from_date: date
    to_date: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleStay:
    """A role in the community for a time, kept in the words in which it was given."""

    id: str
    episode: EpisodeId
    person: PersonId
    role: str
    role_sl: str
    role_en: str
    sector: str = field(repr=False)
    reason: str = field(repr=False)
    from_date: date
    to_date: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityEvent:
    """An affirmation, a learning experience, a consequence: what was said or agreed, and done."""

    id: str
    episode: EpisodeId
    person: PersonId
    kind: EventKind
    day: date
    text: str = field(repr=False)
    due: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExitDecision:
    """How a stay ended: the phase reached, who decided, why there is no plan for release."""

    id: str
    episode: EpisodeId
    person: PersonId
    phase: PhaseId | None
    decided_by: DecidedBy
    remark: str = field(repr=False)
    without_release: str = field(repr=False)


def check_decision(decision: PhaseDecision) -> None:
    """Refuse a change of phase that nobody decided, or an exception without its reason.

    Raises:
        RuleBrokenError: ``phase-team-missing``, ``phase-reason-missing`` or
            ``community-text-too-long``.
    """
    if not decision.team.strip():
        raise RuleBrokenError("phase-team-missing")
    needs_reason = decision.direction is Direction.BACK or bool(decision.unmet)
    if needs_reason and not decision.reason.strip():
        raise RuleBrokenError("phase-reason-missing")
    check_texts(decision.team, decision.reason)


def check_inside(stay: Dated, episode: Episode, today: date) -> None:
    """Refuse what begins before the stay in the programme, after it, or in the future.

    Raises:
        RuleBrokenError: ``end-before-start``, ``outside-stay`` or ``begins-in-future``.
    """
    check_period(stay.from_date, stay.to_date)
    out = episode.to_date
    if stay.from_date < episode.from_date or (out is not None and stay.from_date >= out):
        raise RuleBrokenError("outside-stay")
    if stay.from_date > today:
        raise RuleBrokenError("begins-in-future")


def check_event(event: CommunityEvent, episode: Episode, today: date) -> None:
    """Refuse an event that says nothing, or from a time in which the member was not there.

    Raises:
        RuleBrokenError: ``event-missing``, ``outside-stay``, ``begins-in-future``,
            ``event-done-before`` or ``community-text-too-long``.
    """
    if not event.text.strip():
        raise RuleBrokenError("event-missing")
    out = episode.to_date
    if event.day < episode.from_date or (out is not None and event.day >= out):
        raise RuleBrokenError("outside-stay")
    if event.day > today:
        raise RuleBrokenError("begins-in-future")
    if event.done_on is not None and event.done_on < event.day:
        raise RuleBrokenError("event-done-before")
    check_texts(event.text)


def check_texts(*texts: str) -> None:
    """Refuse a text that is too long.

    Raises:
        RuleBrokenError: ``community-text-too-long``.
    """
    if any(len(text) > LONGEST for text in texts):
        raise RuleBrokenError("community-text-too-long", most=LONGEST)


def days_in_phases(
    phases: Sequence[PhaseStay], pauses: Sequence[Suspension], until: date
) -> Mapping[PhaseId, int]:
    """Count the days in each phase up to a day, without those in which the stay rested.

    Several stays in one phase add up. ``until`` counts if the phase holds on it.
    """
    found: dict[PhaseId, int] = {}
    end = until + timedelta(days=1)
    for stay in phases:
        first, last = stay.from_date, min(stay.to_date or end, end)
        rested = sum(
            max(
                0,
                (min(one.to_date or end, last) - max(one.from_date, first)).days,
            )
            for one in pauses
        )
        found[stay.phase] = found.get(stay.phase, 0) + max(0, (last - first).days - rested)
    return found


def returns(phases: Sequence[PhaseStay], numbers: Mapping[PhaseId, int]) -> int:
    """Count how often a stay went back to an earlier phase."""
    ordered = [numbers[one.phase] for one in sorted(phases, key=lambda one: one.from_date)]
    return sum(1 for one, other in pairwise(ordered) if other < one)
