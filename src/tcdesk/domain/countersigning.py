"""Who is in training and under whom, and the mentor's signature beside theirs.

    trainee signs ──> waits for the mentor ──> countersigned

A note of a trainee is signed and stands as it is; the mentor signs the same bytes after reading it.
"""

from dataclasses import dataclass
from datetime import date

from tcdesk.domain.errors import PersonCanMendError, RuleBrokenError
from tcdesk.domain.ids import AccountId, NoteId, StaffId


class AlreadyCountersignedError(PersonCanMendError):
    """The note has its second signature."""

    code = "already-countersigned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Traineeship:
    """Somebody is in training under a mentor; what they sign in that time waits for the mentor."""

    id: str
    staff: StaffId
    mentor: StaffId
    from_date: date
    to_date: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Countersignature:
    """The mentor's proof; ``id`` is the note's, ``sha256`` that of the same canonical bytes."""

    id: NoteId
    account: AccountId
    sha256: str
    sign_pub: str
    signature: str
    at: str


def check_traineeship(staff: StaffId, mentor: StaffId, *, mentor_trains: bool) -> None:
    """Refuse a mentor who could not countersign.

    Raises:
        RuleBrokenError: ``own-mentor`` or ``mentor-in-training``.
    """
    if staff == mentor:
        raise RuleBrokenError("own-mentor")
    if mentor_trains:
        raise RuleBrokenError("mentor-in-training")
