"""The unit's work-free days: the state's holidays by the table, and days set by hand."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from tcdesk.domain.free_days import (
    FreeDay,
    HolidayRule,
    OwnDay,
    check_own_day,
    free_days,
    read_rules,
)
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.store import Reading, Work

_SETTING = "work-free-days"


@dataclass(frozen=True, slots=True)
class FreeDays:
    """Everybody may know the days; whoever manages the unit changes them."""

    desk: Desk
    resources: Path

    def between(self, first: date, last: date) -> Mapping[date, FreeDay]:
        """Give the work-free days of a period."""
        with self.desk.reading(None) as facts:
            return free_between(facts, holiday_rules(self.resources), first, last)

    def own(self) -> Sequence[OwnDay]:
        """List the days set by hand, in order."""
        with self.desk.reading(None) as facts:
            return own_days(facts)

    def add(self, day: date, name: str, *, works: bool = False) -> None:
        """Set a day by hand: work-free, or worked although it is a holiday.

        Raises:
            RuleBrokenError: ``free-day-name`` or ``free-day-known``.
        """
        with self.desk.writing(Action.MANAGE_UNIT) as work:
            known = own_days(work)
            new = check_own_day(OwnDay(day=day, name=name, works=works), known)
            _keep(work, [*known, new], day)

    def drop(self, day: date) -> None:
        """Forget that a day was set by hand; the table holds again."""
        with self.desk.writing(Action.MANAGE_UNIT) as work:
            _keep(work, [one for one in own_days(work) if one.day != day], day)


def holiday_rules(resources: Path) -> Sequence[HolidayRule]:
    """Read the table of holidays."""
    return read_rules((resources / "calendar" / "si.json").read_text(encoding="utf-8"))


def own_days(facts: Reading) -> Sequence[OwnDay]:
    """List the days set by hand, in order."""
    kept = json.loads(facts.setting(_SETTING) or "[]")
    return [OwnDay(day=date.fromisoformat(one.pop("day")), **one) for one in kept]


def free_between(
    facts: Reading, rules: Sequence[HolidayRule], first: date, last: date
) -> Mapping[date, FreeDay]:
    """Give the work-free days of a period."""
    return free_days(rules, own_days(facts), first, last)


def _keep(work: Work, days: Sequence[OwnDay], changed: date) -> None:
    rows = [
        {**asdict(one), "day": one.day.isoformat()} for one in sorted(days, key=lambda one: one.day)
    ]
    work.set_setting(_SETTING, json.dumps(rows, ensure_ascii=False))
    work.audit("free-days.set", detail={"day": changed.isoformat()})
