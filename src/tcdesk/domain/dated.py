"""Facts that hold for a time: inclusive from, exclusive to; ``None`` means still open.

Dates are valid time (when it was so), not recorded time. »As of D« picks the one that holds on D.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol, TypeVar

from tcdesk.domain.errors import RuleBrokenError


class Dated(Protocol):
    """Anything with a validity."""

    @property
    def from_date(self) -> date:
        """First day on which it holds."""
        ...

    @property
    def to_date(self) -> date | None:
        """First day on which it no longer holds; None while open."""
        ...


D = TypeVar("D", bound=Dated)


def holds_on(stay: Dated, day: date) -> bool:
    """Say whether a fact holds on a day."""
    return stay.from_date <= day and (stay.to_date is None or day < stay.to_date)


def as_of(stays: Iterable[D], day: date) -> D | None:
    """Pick the fact that holds on a day; with the rule of no overlaps there is at most one."""
    return next((stay for stay in stays if holds_on(stay, day)), None)


def overlap(one: Dated, other: Dated) -> bool:
    """Say whether two facts hold on a common day."""
    return (one.to_date is None or other.from_date < one.to_date) and (
        other.to_date is None or one.from_date < other.to_date
    )


def check_period(from_date: date, to_date: date | None) -> None:
    """Refuse an end that is not after its beginning.

    Raises:
        RuleBrokenError: ``end-before-start``.
    """
    if to_date is not None and to_date <= from_date:
        raise RuleBrokenError("end-before-start")


def check_no_overlap(new: Dated, existing: Sequence[Dated]) -> None:
    """Refuse a fact that overlaps another of its history.

    Raises:
        RuleBrokenError: ``overlap``.
    """
    check_period(new.from_date, new.to_date)
    if any(overlap(new, old) for old in existing):
        raise RuleBrokenError("overlap")
