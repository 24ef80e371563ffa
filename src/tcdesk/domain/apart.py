"""People who must be kept apart (non-associations), for a time and with a reason.

The order of the two tells nothing: it holds for both alike.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date

from tcdesk.domain.dated import check_period, holds_on, overlap
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Two people who must not be brought together from a day on, and why."""

    id: str
    person: PersonId
    other: PersonId
    reason: str = field(repr=False)
    from_date: date
    to_date: date | None

    @property
    def both(self) -> frozenset[PersonId]:
        """The two of them."""
        return frozenset({self.person, self.other})


def check_apart(new: Apart, known: Sequence[Apart]) -> None:
    """Refuse one person with themselves, a missing reason, and the same two twice at a time.

    Raises:
        RuleBrokenError: ``apart-same``, ``apart-reason``, ``overlap`` or ``end-before-start``.
    """
    if new.person == new.other:
        raise RuleBrokenError("apart-same")
    if not new.reason.strip():
        raise RuleBrokenError("apart-reason")
    check_period(new.from_date, new.to_date)
    if any(one.both == new.both and one.id != new.id and overlap(one, new) for one in known):
        raise RuleBrokenError("overlap")


def kept_apart(people: AbstractSet[PersonId], known: Iterable[Apart], day: date) -> Sequence[Apart]:
    """Give those of a roster who must not meet on a day."""
    return [one for one in known if holds_on(one, day) and one.both <= people]
