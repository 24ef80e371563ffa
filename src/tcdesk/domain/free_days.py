"""Holidays and work-free days: the state's by rules, the unit's own by hand.

The rules are data (``resources/calendar/si.json``): a fixed day of the year, or so many days from
Easter Sunday (Gregorian computus, ``dateutil.easter``). Law: Zakon o praznikih in dela prostih
dnevih v Republiki Sloveniji, which says for each whether it is work-free; only those stand there.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.easter import easter

from tcdesk.domain.errors import RuleBrokenError

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayRule:
    """When a holiday falls: on a day of a month, or counted from Easter; years are inclusive."""

    name_sl: str
    name_en: str
    month: int | None
    day: int | None
    easter: int | None
    from_year: int | None
    to_year: int | None

    def on(self, year: int) -> date | None:
        """Give the day in a year; None when it is not kept in that year."""
        if self.from_year is not None and year < self.from_year:
            return None
        if self.to_year is not None and year > self.to_year:
            return None
        if self.easter is not None:
            sunday: date = easter(year)
            return sunday + timedelta(days=self.easter)
        return date(year, self.month or 1, self.day or 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDay:
    """A day that the unit set by hand: work-free, or worked although it is a holiday."""

    day: date
    name: str
    works: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeDay:
    """A day on which no work is done, with its name in both languages."""

    day: date
    name_sl: str
    name_en: str


def read_rules(text: str) -> Sequence[HolidayRule]:
    """Read the table of holidays."""
    return [
        HolidayRule(
            name_sl=one["name"]["sl"],
            name_en=one["name"]["en"],
            month=one.get("month"),
            day=one.get("day"),
            easter=one.get("easter"),
            from_year=one.get("from"),
            to_year=one.get("to"),
        )
        for one in json.loads(text)["work_free"]
    ]


def free_days(
    rules: Sequence[HolidayRule], own: Sequence[OwnDay], first: date, last: date
) -> Mapping[date, FreeDay]:
    """Give the work-free days of a period; what the unit set by hand holds over the table."""
    found: dict[date, FreeDay] = {}
    for year in range(first.year, last.year + 1):
        for rule in rules:
            day = rule.on(year)
            if day is not None and first <= day <= last:
                found[day] = FreeDay(day=day, name_sl=rule.name_sl, name_en=rule.name_en)
    for one in own:
        if one.works:
            found.pop(one.day, None)
        elif first <= one.day <= last:
            found[one.day] = FreeDay(day=one.day, name_sl=one.name, name_en=one.name)
    return found


def check_own_day(new: OwnDay, known: Sequence[OwnDay]) -> OwnDay:
    """Give a day as it is stored.

    Raises:
        RuleBrokenError: ``free-day-name`` (none, or too long) or ``free-day-known``.
    """
    name = " ".join(new.name.split())
    if not name or len(name) > LONGEST_NAME:
        raise RuleBrokenError("free-day-name", most=LONGEST_NAME)
    if any(one.day == new.day for one in known):
        raise RuleBrokenError("free-day-known")
    return OwnDay(day=new.day, name=name, works=new.works)
