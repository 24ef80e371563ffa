"""Risk flags: what everybody who works with a person must know before the door opens.

A flag has a reason, which stands in the file alone, and a short code of two letters, which stands
beside the name wherever the person is shown and tells nothing to whoever reads over a shoulder.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tcdesk.domain.dated import check_period, holds_on
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import PersonId

LONGEST_REASON = 400


class FlagKind(StrEnum):
    """What a flag is about."""

    SUICIDE = "suicide"
    SELF_HARM = "self-harm"
    VIOLENCE = "violence"
    THREATENED = "threatened"
    WITHDRAWAL = "withdrawal"
    HEALTH = "health"
    OTHER = "other"

    @property
    def mark(self) -> str:
        """The discreet code beside the name; its order is that of urgency."""
        return f"R{list(FlagKind).index(self) + 1}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """One risk of one person; ``to_date`` is the first day on which it no longer holds.

    One without a reason was carried over from the mark of an earlier version.
    """

    id: str
    person: PersonId
    kind: FlagKind
    reason: str = field(repr=False)
    from_date: date
    to_date: date | None


def check_flag(flag: Flag) -> None:
    """Refuse a flag without a reason, or with an impossible time.

    Raises:
        RuleBrokenError: ``flag-reason``, ``text-too-long`` or ``end-before-start``.
    """
    if not flag.reason:
        raise RuleBrokenError("flag-reason")
    if len(flag.reason) > LONGEST_REASON:
        raise RuleBrokenError("text-too-long", most=LONGEST_REASON)
    check_period(flag.from_date, flag.to_date)


def marks(flags: tuple[Flag, ...], day: date) -> str:
    """Give the codes of the flags that hold on a day, the most urgent first."""
    kinds = {one.kind for one in flags if holds_on(one, day)}
    return " ".join(kind.mark for kind in FlagKind if kind in kinds)
