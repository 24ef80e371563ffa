"""Whose file a worker looks after, and looking beyond that in an emergency.

An account of scope ``own`` reaches its caseload as of today, and nobody else:

    key worker of the person (nosilec/nosilka primera)
    member of a group that the account's person leads
    on the roster of a session that they lead or co-lead, from its planning until SESSION_DAYS
    after its day, so that what was done can be written and signed

What such an account has signed itself stays readable to it. Anybody else's file opens only in an
emergency: for a written reason, for EMERGENCY_MINUTES, and the head reviews it afterwards.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from tcdesk.domain.errors import PersonCanMendError, RuleBrokenError
from tcdesk.domain.ids import AccountId, PersonId, StaffId

SESSION_DAYS = 30
EMERGENCY_MINUTES = 60
EMERGENCY_TIME = timedelta(minutes=EMERGENCY_MINUTES)
SHORTEST_REASON = 10  # characters


class OutOfScopeError(PersonCanMendError):
    """The file belongs to somebody who is not in the account's care."""

    code = "out-of-scope"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyWorker:
    """Who is in charge of a person's case, from a day on; one at a time."""

    id: str
    person: PersonId
    staff: StaffId
    from_date: date
    to_date: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyAccess:
    """One opening of a file beyond the caseload; moments are UTC text as they are stored.

    ``until`` is when it ends by itself, ``ended_at`` when it has ended. The rest is its review.
    """

    id: str
    account: AccountId
    person: PersonId
    reason: str = field(repr=False)
    opened_at: str
    until: str
    ended_at: str | None = None
    reviewed_by: AccountId | None = None
    reviewed_at: str | None = None
    remark: str | None = field(default=None, repr=False)


def check_reason(reason: str) -> str:
    """Give a reason as it is stored.

    Raises:
        RuleBrokenError: ``emergency-reason``: it is too short to tell anything.
    """
    told = " ".join(reason.split())
    if len(told) < SHORTEST_REASON:
        raise RuleBrokenError("emergency-reason", least=SHORTEST_REASON)
    return told
