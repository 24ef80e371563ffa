"""Quarters of a year: the step in which reports count."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = 3
QUARTERS = 4


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a year; ``number`` is 1 to 4."""

    year: int
    number: int

    def __post_init__(self) -> None:
        """Refuse a quarter that no year has.

        Raises:
            ValueError: The number is not 1 to 4.
        """
        if not 1 <= self.number <= QUARTERS:
            raise ValueError("a year has quarters 1 to 4")

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, MONTHS * (self.number - 1) + 1, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.following.first - timedelta(days=1)

    @property
    def following(self) -> "Quarter":
        """The quarter after it."""
        if self.number == QUARTERS:
            return Quarter(self.year + 1, 1)
        return Quarter(self.year, self.number + 1)


def quarter_of(day: date) -> Quarter:
    """Give the quarter that a day lies in."""
    return Quarter(day.year, (day.month - 1) // MONTHS + 1)


def quarters(first: Quarter, last: Quarter) -> Sequence[Quarter]:
    """List the quarters from the first to the last, both included."""
    found = []
    while first <= last:
        found.append(first)
        first = first.following
    return found
