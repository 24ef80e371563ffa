"""Figures that reports are made of; counted by the vault, in SQL.

An office counts in what it received, a unit in its own tables, by other questions: so that the two
can be compared.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from tcdesk.domain.people import Sex
from tcdesk.domain.quarters import Quarter
from tcdesk.services.lines import Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """Who came, went and stayed: one unit, one programme, one quarter."""

    unit: str
    programme: str
    quarter: Quarter
    at_start: int
    entered: int
    entered_again: int
    left: int
    active_at_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """What was held: one unit, one programme, one quarter; minutes are attended minutes."""

    unit: str
    programme: str
    quarter: Quarter
    sessions: int
    group_sessions: int
    individual_sessions: int
    minutes: int
    group_minutes: int
    individual_minutes: int
    unsigned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BySex:
    """What one unit did for people of one sex."""

    unit: str
    sex: Sex
    participants: int
    sessions: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """An operation of a unit that reports indicators."""

    unit: str
    operation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorLine:
    """Participants of one operation in one unit, of one sex, by age at entry."""

    unit: str
    operation: str
    sex: Sex
    total: int
    children: int
    young: int
    older: int


class Figures(Protocol):
    """Counts for reports; days are both included."""

    def units(self) -> Sequence[str]:
        """List the codes of the units that can be counted."""
        ...

    def movements(self, quarter: Quarter) -> Sequence[Movement]:
        """Count entries, exits and who is there, for every unit and programme."""
        ...

    def volumes(self, first: date, last: date) -> Sequence[Volume]:
        """Count held sessions and attended minutes, by unit, programme and quarter."""
        ...

    def by_sex(self, first: date, last: date) -> Sequence[BySex]:
        """Count people, held sessions and attended minutes, by unit and sex."""
        ...

    def reported(self) -> Sequence[Reported]:
        """List operations with an indicator profile."""
        ...

    def indicators(self, cut_off: date) -> Sequence[IndicatorLine]:
        """Count participations with an entry up to the cut-off, of operations with a profile."""
        ...

    def heads(self, first: date, last: date) -> Sequence[Counted]:
        """Give the head counts of held sessions; an office is not told them."""
        ...
