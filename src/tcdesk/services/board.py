"""The office's board of units: who has sent what, what is missing, what was set aside."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tcdesk.bundle.roster import PartyKind
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.exchange_rows import BundleIn, BundleOut, OutState, Party, Quarantined
from tcdesk.services.store import Reading


class MonthState(StrEnum):
    """How much of a month's data has arrived; a bundle carries everything up to its own day."""

    COMPLETE = "complete"  # a bundle that was made after the month's end
    PARTLY = "partly"  # only one that was made within the month
    MISSING = "missing"
    BEFORE = "before"  # the unit was not in the exchange yet


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine:
    """One unit on the board; ``gaps`` are numbers of the present epoch that never arrived."""

    unit: Party
    last: BundleIn | None
    gaps: Sequence[int]
    arrivals: Sequence[BundleIn]
    quarantined: int
    receipt_due: bool

    @property
    def epoch_no(self) -> int:
        """The number of the unit's present epoch; above 1 it was restored."""
        return self.last.epoch_no if self.last else 0

    def month(self, month: date) -> MonthState:
        """Tell how much of a month has arrived; any day of the month stands for it."""
        asked = month.isoformat()[:7]
        if asked < self.unit.confirmed_at[:7]:
            return MonthState.BEFORE
        made = {one.created_at[:7] for one in self.arrivals}
        if any(one > asked for one in made):
            return MonthState.COMPLETE
        return MonthState.PARTLY if asked in made else MonthState.MISSING


@dataclass(frozen=True, slots=True)
class Board:
    """What the office knows of its units."""

    desk: Desk

    def units(self) -> Sequence[UnitLine]:
        """List all units of the roster, by code."""
        with self.desk.reading(Action.SEE_REPORTS) as facts:
            units = facts.find(Party, kind=PartyKind.UNIT)
            return [_line(facts, one) for one in sorted(units, key=lambda one: one.code)]

    def set_aside(self, unit: str) -> Sequence[Quarantined]:
        """List the rows of a unit that were set aside, newest first."""
        with self.desk.reading(Action.SEE_REPORTS) as facts:
            found = facts.find(Quarantined, party=unit)
        return sorted(found, key=lambda one: one.at, reverse=True)


def _line(facts: Reading, unit: Party) -> UnitLine:
    arrivals = sorted(
        facts.find(BundleIn, party=unit.id, kind="export"),
        key=lambda one: (one.epoch_no, one.seq),
    )
    last = arrivals[-1] if arrivals else None
    receipts = [
        one.at
        for one in facts.find(BundleOut, party=unit.id, state=OutState.WRITTEN)
        if one.kind == "receipt"
    ]
    newest = max((one.imported_at for one in arrivals), default="")
    return UnitLine(
        unit=unit,
        last=last,
        gaps=_gaps(arrivals, last),
        arrivals=arrivals,
        quarantined=len(facts.find(Quarantined, party=unit.id)),
        receipt_due=newest > max(receipts, default=""),
    )


def _gaps(arrivals: Sequence[BundleIn], last: BundleIn | None) -> Sequence[int]:
    if last is None:
        return []
    arrived = {one.seq for one in arrivals if one.epoch == last.epoch}
    return [seq for seq in range(1, last.seq) if seq not in arrived]
