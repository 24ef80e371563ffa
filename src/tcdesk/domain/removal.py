"""What may be removed, and the bin in which it waits for ninety days.

    row ── remove ──> bin ── put back ──> row
                       └── 90 days ──> gone

Evidence is never removed: recorded attendance, signed notes and printed sheets stay. What cannot be
removed can be ended, cancelled or added to; each refusal says which.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tcdesk.domain.dated import Dated
from tcdesk.domain.errors import PersonCanMendError, RuleBrokenError
from tcdesk.domain.ids import AccountId
from tcdesk.domain.notes import Note

BIN_DAYS = 90


class Thing(StrEnum):
    """What was removed."""

    PERSON = "file"
    STATUS = "legal-status"
    PARTICIPATION = "participation"
    EPISODE = "stay"
    PHASE = "phase-of-stay"
    GROUP = "group"
    MEMBERSHIP = "membership"
    SESSION = "session"
    GUEST = "roster-change"
    NOTE = "note"
    SERIES = "series"
    APART = "non-association"
    GOAL = "plan-goal"
    STEP = "plan-step"
    BODY = "helping-body"
    ROLE = "held-role"
    DRUG = "substance-used"
    EVENT = "event-in-community"
    IDENTIFIER = "number-of-person"
    REGIME = "regime-of-person"
    HOUSING = "place-of-person"
    TIE = "tied-file"
    CONTACT = "contact-person"
    CONSENT = "signed-sheet"
    FLAG = "risk-flag"

    @property
    def table(self) -> str:
        """The name of its table."""
        return _TABLES.get(self, self.value)


_TABLES = {
    Thing.PERSON: "person",
    Thing.STATUS: "status_stay",
    Thing.EPISODE: "episode",
    Thing.PHASE: "phase_stay",
    Thing.GROUP: "grp",
    Thing.GUEST: "guest",
    Thing.APART: "apart",
    Thing.GOAL: "goal",
    Thing.STEP: "goal_step",
    Thing.BODY: "release_body",
    Thing.ROLE: "role_stay",
    Thing.DRUG: "drug_use",
    Thing.EVENT: "community_event",
    Thing.IDENTIFIER: "identifier",
    Thing.REGIME: "regime_stay",
    Thing.HOUSING: "housing_stay",
    Thing.TIE: "tie",
    Thing.CONTACT: "contact",
    Thing.CONSENT: "consent",
    Thing.FLAG: "flag",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """One act of removing: the thing with everything that went with it; ``until`` is its last day.

    ``person`` is whose file it belongs to. ``account`` may put it back, and so may whoever edits
    such things.
    """

    id: str
    thing: Thing
    row: str
    person: str | None
    at: str
    account: AccountId
    until: date


class DependedOnError(PersonCanMendError):
    """Something that stays needs the row, or what it belongs to is not there any more."""

    code = "depended-on"


def last_day(removed_on: date) -> date:
    """Give the last day on which something can be put back."""
    return removed_on + timedelta(days=BIN_DAYS)


def check_session_removal(*, recorded: bool, signed: bool, printed: bool) -> None:
    """Refuse removing a session that left a trace; it can be cancelled.

    Raises:
        RuleBrokenError: ``remove-recorded``, ``remove-signed`` or ``remove-printed``.
    """
    if recorded:
        raise RuleBrokenError("remove-recorded")
    if signed:
        raise RuleBrokenError("remove-signed")
    if printed:
        raise RuleBrokenError("remove-printed")


def check_group_removal(*, has_sessions: bool) -> None:
    """Refuse removing a group that has met or is planned to.

    Raises:
        RuleBrokenError: ``remove-group-sessions``.
    """
    if has_sessions:
        raise RuleBrokenError("remove-group-sessions")


def check_stay_removal(stays: Sequence[Dated]) -> None:
    """Refuse removing the only status or phase: it can be changed to the right one.

    Raises:
        RuleBrokenError: ``remove-only-stay``.
    """
    if len(stays) <= 1:
        raise RuleBrokenError("remove-only-stay")


def check_membership_removal(*, attended: bool) -> None:
    """Refuse removing a membership by which somebody stood on a recorded roster; it can be ended.

    Raises:
        RuleBrokenError: ``remove-membership-recorded``.
    """
    if attended:
        raise RuleBrokenError("remove-membership-recorded")


def check_episode_removal(*, attended: bool, member: bool) -> None:
    """Refuse removing a stay in a programme that left a trace; it can be ended.

    Raises:
        RuleBrokenError: ``remove-episode-recorded`` or ``remove-episode-member``.
    """
    if attended:
        raise RuleBrokenError("remove-episode-recorded")
    if member:
        raise RuleBrokenError("remove-episode-member")


def check_person_removal(*, recorded: bool, signed: bool, printed: bool) -> None:
    """Refuse removing a person with a history; only a file opened by mistake can go.

    Raises:
        RuleBrokenError: ``remove-person-recorded``, ``remove-person-signed``,
            ``remove-person-printed``.
    """
    if recorded:
        raise RuleBrokenError("remove-person-recorded")
    if signed:
        raise RuleBrokenError("remove-person-signed")
    if printed:
        raise RuleBrokenError("remove-person-printed")


def check_note_removal(note: Note, account: AccountId, *, signed: bool) -> None:
    """Refuse removing another's note, or one that is signed.

    Raises:
        RuleBrokenError: ``remove-note-signed`` or ``not-the-author``.
    """
    if signed:
        raise RuleBrokenError("remove-note-signed")
    if note.author != account:
        raise RuleBrokenError("not-the-author")


def check_goal_removal(*, rated: bool, carried: bool) -> None:
    """Refuse removing a goal that was rated or reviewed; a review can end it.

    Raises:
        RuleBrokenError: ``remove-goal-rated``.
    """
    if rated or carried:
        raise RuleBrokenError("remove-goal-rated")
