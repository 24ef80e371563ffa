"""A series: what repeats by a rule (RFC 5545, kept as text), and on which days it is to be held.

    rule           FREQ=WEEKLY;BYDAY=MO,WE     days; the first and the last are the series' own
    meetings       24                          so many that take place, whatever is left out
    themes         one a line                  the first meeting has the first

A session made from it keeps ``slot_day``, the day on which the rule put it: moved or cancelled, it
is not made again.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from dateutil.rrule import rrule, rrulestr

from tcdesk.domain.days import HERE
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.free_days import FreeDay
from tcdesk.domain.ids import ActivityId, GroupId, PersonId, ProgrammeId, SeriesId, StaffId

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MOST_MEETINGS = 500
LONGEST_PERIOD = timedelta(days=400)
_PARTS = frozenset({"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYSETPOS", "BYMONTH", "WKST"})
_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})


class Why(StrEnum):
    """Why a session of a series is not made."""

    EXISTS = "exists"
    PAST = "past"
    FREE_DAY = "free-day"
    NO_SUCH_HOUR = "no-such-hour"
    NO_GROUP = "no-group"
    CLASH = "clash"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """What repeats; without ``to_date`` and ``meetings`` until it is stopped.

    ``follows``: the series of which it is the changed rest (»this and following«).
    """

    id: SeriesId
    programme: ProgrammeId
    activity: ActivityId
    group: GroupId | None
    person: PersonId | None
    rule: str
    from_date: date
    to_date: date | None
    start: int
    minutes: int
    room: str
    leader: StaffId
    co_leader: StaffId | None
    meetings: int | None
    themes: str = field(repr=False)
    on_free_days: bool
    follows: SeriesId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A day on which a series falls; ``why`` says what stands against it, None for nothing."""

    series: Series
    day: date
    why: Why | None
    free: FreeDay | None = None
    theme: str = field(default="", repr=False)


def weekly(weekdays: Sequence[int], *, interval: int = 1) -> str:
    """Give the rule of some days of the week (Monday is 0), every week or every so many."""
    every = f"INTERVAL={interval};" if interval != 1 else ""
    return f"FREQ=WEEKLY;{every}BYDAY={','.join(DAYS[one] for one in sorted(set(weekdays)))}"


def monthly(day: date) -> str:
    """Give the rule of the same place in every month: its third Tuesday, or its last."""
    nth = (day.day - 1) // 7 + 1
    return f"FREQ=MONTHLY;BYDAY={DAYS[day.weekday()]};BYSETPOS={nth if nth < 5 else -1}"  # noqa: PLR2004 - a fifth is not in every month


def weekdays_of(rule: str) -> Sequence[int]:
    """Give the days of the week that a weekly rule names; none for another rule."""
    parts = _parts(rule)
    if parts.get("FREQ") != "WEEKLY":
        return ()
    return [DAYS.index(one) for one in parts.get("BYDAY", "").split(",") if one in DAYS]


def interval_of(rule: str) -> int:
    """Give in how many weeks (months) a rule comes round."""
    return int(_parts(rule).get("INTERVAL", "1"))


def shifted(rule: str, days: int) -> str:
    """Give a weekly rule moved by some days.

    Raises:
        RuleBrokenError: ``series-shift``: the rule does not go by the days of the week.
    """
    if not days:
        return rule
    known = weekdays_of(rule)
    if not known:
        raise RuleBrokenError("series-shift")
    return weekly([(one + days) % 7 for one in known], interval=interval_of(rule))


def check_series(series: Series) -> None:
    """Refuse a rule that cannot be read, or one that has its own end.

    Raises:
        RuleBrokenError: ``series-rule``, ``series-meetings`` or ``end-before-start``.
    """
    _read(series)
    if series.meetings is not None and not 1 <= series.meetings <= MOST_MEETINGS:
        raise RuleBrokenError("series-meetings", most=MOST_MEETINGS)
    # A series that was changed from its first day on has nothing left: it ends where it begins.
    if series.to_date is not None and series.to_date < series.from_date:
        raise RuleBrokenError("end-before-start")


def occurrences(series: Series, last: date) -> Iterator[date]:
    """Give the days of a series in order, up to a day."""
    end = last if series.to_date is None else min(last, series.to_date - timedelta(days=1))
    for moment in _read(series):
        found: date = moment.date()
        if found > end:
            return
        yield found


def slots(
    series: Series,
    first: date,
    last: date,
    *,
    today: date,
    taken: AbstractSet[date],
    made: int,
    free: Mapping[date, FreeDay],
    group_ends: date | None = None,
) -> Sequence[Slot]:
    """Say for each day of a series in a period whether a session is made on it, and if not, why.

    Args:
        series: What repeats.
        first: The first day of the period.
        last: Its last.
        today: Nothing is made before it.
        taken: Days for which there are sessions already.
        made: How many of its sessions take place already.
        free: Work-free days.
        group_ends: The first day on which its group no longer meets.
    """
    themes = [line.strip() for line in series.themes.splitlines() if line.strip()]
    found: list[Slot] = []
    for day in occurrences(series, last):
        if day < first:
            continue
        if day in taken:
            found.append(Slot(series=series, day=day, why=Why.EXISTS))
            continue
        if series.meetings is not None and made >= series.meetings:
            break
        free_day = None if series.on_free_days else free.get(day)
        why = None
        if day < today:
            why = Why.PAST
        elif group_ends is not None and day >= group_ends:
            why = Why.NO_GROUP
        elif free_day is not None:
            why = Why.FREE_DAY
        elif not has_hour(day, series.start):
            why = Why.NO_SUCH_HOUR
        theme = themes[made] if why is None and made < len(themes) else ""
        made += why is None
        found.append(Slot(series=series, day=day, why=why, free=free_day, theme=theme))
    return found


def has_hour(day: date, start: int) -> bool:
    """Say whether a day here has a time: in the night to summer time an hour is left out."""
    local = datetime.combine(day, time.min) + timedelta(minutes=start)
    there = local.replace(tzinfo=HERE).astimezone(UTC).astimezone(HERE)
    return there.replace(tzinfo=None) == local


def begins(day: date, start: int) -> datetime:
    """Give the moment at which a local time begins; of the two in the night to winter the first."""
    local = datetime.combine(day, time.min) + timedelta(minutes=start)
    return local.replace(tzinfo=HERE, fold=0).astimezone(UTC)


def _parts(rule: str) -> Mapping[str, str]:
    return dict(part.partition("=")[::2] for part in rule.upper().split(";") if part)


def _read(series: Series) -> rrule:
    """Read a rule from the series' first day on.

    Raises:
        RuleBrokenError: ``series-rule``.
    """
    parts = _parts(series.rule)
    if not set(parts) <= _PARTS or parts.get("FREQ") not in _FREQUENCIES:
        raise RuleBrokenError("series-rule")
    try:
        read = rrulestr(series.rule, dtstart=datetime.combine(series.from_date, time.min))
    except (ValueError, TypeError, KeyError, IndexError):
        raise RuleBrokenError("series-rule") from None
    if not isinstance(read, rrule):
        raise RuleBrokenError("series-rule")
    return read
