"""The figures of a period, counted once and shown everywhere: window, paper, spreadsheet, JSON."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from tcdesk.domain.indicators import Indicator
from tcdesk.domain.people import Sex
from tcdesk.domain.quarters import Quarter, quarters
from tcdesk.services.figures import BySex, Figures, IndicatorLine, Movement, Reported, Volume
from tcdesk.services.lines import Counted

EVERYBODY = "all"

# The sexes that are always shown; a third only where somebody has it (national law decides).
ALWAYS = (Sex.FEMALE, Sex.MALE)

Number = int | float
BySexKey = Mapping[str, Number]


@dataclass(frozen=True, slots=True, kw_only=True)
class Consolidation:
    """Everything counted for the quarters from the first to the last.

    Indicators are cumulative to the end of the last quarter.
    """

    quarters: Sequence[Quarter]
    units: Sequence[str]
    movements: Sequence[Movement]
    volumes: Sequence[Volume]
    by_sex: Sequence[BySex]
    reported: Sequence[Reported]
    indicators: Sequence[IndicatorLine]
    heads: Sequence[Counted] = ()


def consolidate(figures: Figures, first: Quarter, last: Quarter) -> Consolidation:
    """Count a period; every unit and programme has a row for every quarter, also an empty one."""
    period = quarters(first, last)
    movements = [one for quarter in period for one in figures.movements(quarter)]
    held = {
        (one.unit, one.programme, one.quarter): one
        for one in figures.volumes(first.first, last.last)
    }
    places = [(one.unit, one.programme, one.quarter) for one in movements]
    return Consolidation(
        quarters=period,
        units=figures.units(),
        movements=sorted(movements, key=lambda one: (one.unit, one.programme, one.quarter)),
        volumes=[held.get(place) or _nothing(place) for place in sorted(places)],
        by_sex=figures.by_sex(first.first, last.last),
        reported=figures.reported(),
        indicators=figures.indicators(last.last),
        heads=figures.heads(first.first, last.last),
    )


def hours(minutes: int) -> Decimal:
    """Turn attended minutes into participant-hours with one decimal."""
    return (Decimal(minutes) / 60).quantize(Decimal("0.1"), ROUND_HALF_UP)


def sexes(found: Iterable[Sex]) -> Sequence[Sex]:
    """Give the sexes to show: always two, a third where somebody has it."""
    return [*ALWAYS, *sorted(set(found) - set(ALWAYS))]


def count_of(line: IndicatorLine, indicator: Indicator) -> int:
    """Give the count of one indicator."""
    return {
        Indicator.TOTAL: line.total,
        Indicator.CHILDREN: line.children,
        Indicator.YOUNG: line.young,
        Indicator.OLDER: line.older,
    }[indicator]


def as_json(counted: Consolidation) -> Mapping[str, Mapping[str, BySexKey]]:
    """Give the figures by unit and sex, as the command line prints them.

    A unit without an operation that reports indicators is absent from them, not 0. A session counts
    for a sex when at least one person of it attended; ``all`` counts every held session once.
    """
    rows = {(one.unit, one.sex): one for one in counted.by_sex}
    result: dict[str, dict[str, BySexKey]] = {
        "participants": {},
        "sessions": {},
        "participant_hours": {},
    }
    for unit in counted.units:
        shown = sexes(sex for known, sex in rows if known == unit)
        own = {sex: rows.get((unit, sex)) for sex in shown}
        held = [one for one in counted.volumes if one.unit == unit]
        participants = {sex.value: one.participants if one else 0 for sex, one in own.items()}
        result["participants"][unit] = {**participants, EVERYBODY: sum(participants.values())}
        result["sessions"][unit] = {
            **{sex.value: one.sessions if one else 0 for sex, one in own.items()},
            EVERYBODY: sum(one.sessions for one in held),
        }
        result["participant_hours"][unit] = {
            **{sex.value: float(hours(one.minutes if one else 0)) for sex, one in own.items()},
            EVERYBODY: float(hours(sum(one.minutes for one in held))),
        }
    for indicator in Indicator:
        result[indicator.value] = _indicator(counted, indicator)
    return result


def _indicator(counted: Consolidation, indicator: Indicator) -> dict[str, BySexKey]:
    found: dict[str, BySexKey] = {}
    for unit in sorted({one.unit for one in counted.reported}):
        lines = [one for one in counted.indicators if one.unit == unit]
        told = {
            sex.value: sum(count_of(one, indicator) for one in lines if one.sex is sex)
            for sex in sexes(one.sex for one in lines)
        }
        found[unit] = {**told, EVERYBODY: sum(told.values())}
    return found


def _nothing(place: tuple[str, str, Quarter]) -> Volume:
    unit, programme, quarter = place
    return Volume(
        unit=unit,
        programme=programme,
        quarter=quarter,
        sessions=0,
        group_sessions=0,
        individual_sessions=0,
        minutes=0,
        group_minutes=0,
        individual_minutes=0,
        unsigned=0,
    )
