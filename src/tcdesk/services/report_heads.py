"""The part of a unit's report that counts heads: events and families, and staff training apart."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from tcdesk.domain.head_counts import CHILDREN, MARKS, Band, average_mark, heads
from tcdesk.domain.programmes import ActivityForm
from tcdesk.domain.quarters import Quarter, quarter_of
from tcdesk.services.consolidation import hours
from tcdesk.services.lines import Counted
from tcdesk.services.papers import Column, ColumnKind, Section, Table, Value
from tcdesk.services.ports import Words

Numbers = dict[Band, int]
_Place = tuple[str, str, Quarter]
_EVENT_COLUMNS: Mapping[str, tuple[Band, ...]] = {
    "women": (Band.WOMEN,),
    "men": (Band.MEN,),
    "children": CHILDREN,
    "relatives": (Band.RELATIVES,),
    "volunteers": (Band.VOLUNTEERS,),
    "others": (Band.STAFF, Band.OTHERS),
}


def head_sections(words: Words, counted: Sequence[Counted]) -> Sequence[Section]:
    """Give the sections; none where nothing was counted."""
    sections = []
    events = [one for one in counted if one.form is not ActivityForm.STAFF]
    trainings = [one for one in counted if one.form is ActivityForm.STAFF]
    if events:
        sections.append(Section(title=words("report-events"), tables=(_events(words, events),)))
    if trainings:
        table = _trainings(words, trainings)
        sections.append(Section(title=words("report-trainings"), tables=(table,)))
    return sections


def _events(words: Words, counted: Sequence[Counted]) -> Table:
    rows: list[tuple[Value, ...]] = []
    for place, group in _by_place(words, counted).items():
        numbers = _summed(group)
        rows.append(
            (
                *_told(words, place),
                len({one.session for one in group}),
                *(sum(numbers.get(one, 0) for one in bands) for bands in _EVENT_COLUMNS.values()),
            )
        )
    return Table(
        title=words("report-events-table"),
        columns=(
            *_place_columns(words),
            _number(words("report-sessions")),
            *(_number(words(f"report-heads-{name}")) for name in _EVENT_COLUMNS),
        ),
        rows=tuple(rows),
        definitions=(words("report-events-defined"),),
    )


def _trainings(words: Words, counted: Sequence[Counted]) -> Table:
    rows: list[tuple[Value, ...]] = []
    for place, group in _by_place(words, counted).items():
        numbers, sessions = _summed(group), {one.session for one in group}
        minutes = sum(
            heads({one.band: one.number}) * one.minutes for one in group if one.band not in MARKS
        )
        mark = average_mark(numbers)
        rows.append(
            (
                *_told(words, place),
                len(sessions),
                heads(numbers),
                hours(minutes),
                None if mark is None else Decimal(f"{mark:.1f}"),
                numbers.get(Band.CERTIFICATES, 0),
            )
        )
    return Table(
        title=words("report-trainings-table"),
        columns=(
            *_place_columns(words),
            _number(words("report-sessions")),
            _number(words("report-trained")),
            _number(words("report-trained-hours"), decimals=1),
            _number(words("report-mark"), decimals=1),
            _number(words("report-certificates")),
        ),
        rows=tuple(rows),
        definitions=(words("report-trainings-defined"),),
    )


def _by_place(words: Words, counted: Sequence[Counted]) -> Mapping[_Place, list[Counted]]:
    found: dict[_Place, list[Counted]] = defaultdict(list)
    for one in counted:
        name = one.activity_sl if words.language == "sl" else one.activity_en
        found[one.programme, name, quarter_of(one.day)].append(one)
    return found


def _summed(counted: Sequence[Counted]) -> Numbers:
    numbers: Numbers = defaultdict(int)
    for one in counted:
        numbers[one.band] += one.number
    return numbers


def _told(words: Words, place: _Place) -> tuple[str, str, str]:
    programme, activity, quarter = place
    return programme, activity, words.quarter(quarter.year, quarter.number)


def _place_columns(words: Words) -> tuple[Column, ...]:
    names = ("report-programme", "report-activity", "report-quarter")
    return tuple(Column(title=words(name)) for name in names)


def _number(title: str, *, decimals: int = 0) -> Column:
    return Column(title=title, kind=ColumnKind.NUMBER, decimals=decimals)
