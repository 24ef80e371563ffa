"""Figures of the unit itself, counted in its own tables and not as an office counts.

Here ``to_date`` is the first day out, sessions are counted from attendance upwards, ages are told
from dates of birth; an office has the last day in, counts from sessions downwards and is told ages.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, case, func, or_, select

from tcdesk.domain.indicators import Indicator, indicators_of
from tcdesk.domain.people import Sex, age_on
from tcdesk.domain.programmes import ActivityForm, IndicatorProfile
from tcdesk.domain.quarters import Quarter, quarter_of
from tcdesk.domain.sessions import ATTENDED, SessionState
from tcdesk.services.figures import BySex, IndicatorLine, Movement, Reported, Volume
from tcdesk.services.lines import Counted
from tcdesk.vault import bookkeeping, tables
from tcdesk.vault.head_count_queries import counted as heads_counted
from tcdesk.vault.same import is_merged, root, same

_fact = tables.attendance
_later = tables.attendance.alias("later")
_session = tables.session
_activity = tables.activity
_person = tables.person
_episode = tables.episode
_programme = tables.programme
_operation = tables.operation

_CURRENT_AND_ATTENDED = (
    _later.c.id.is_(None),
    _fact.c.status.in_(sorted(status.value for status in ATTENDED)),
)
_NO_STAFF = _activity.c.form != ActivityForm.STAFF.value
_WITH_PROFILE = _operation.c.profile != IndicatorProfile.NONE.value

_Place = tuple[str, Quarter]
_Counted = Select[str, str, str, int]


class UnitFigures:
    """Counts over the unit's own rows (services.figures.Figures).

    Args:
        connection: It holds the snapshot.
        unit: The unit's code.
    """

    def __init__(self, connection: Connection, unit: str) -> None:
        self._connection = connection
        self._unit = unit

    def units(self) -> Sequence[str]:
        """List this unit's code."""
        return [self._unit]

    def movements(self, quarter: Quarter) -> Sequence[Movement]:
        """Count entries, exits and who is there."""
        first, after = quarter.first.isoformat(), quarter.following.first.isoformat()
        earlier = tables.episode.alias("earlier")
        entered = and_(_episode.c.from_date >= first, _episode.c.from_date < after)
        again = (
            select(earlier.c.id)
            .where(
                root(earlier.c.person) == root(_episode.c.person),
                earlier.c.programme == _episode.c.programme,
                earlier.c.from_date < _episode.c.from_date,
            )
            .exists()
        )
        left = and_(_episode.c.to_date > first, _episode.c.to_date <= after)
        rows = self._connection.execute(
            select(
                _programme.c.code,
                _count(_in_before_and_on(first)),
                _count(entered),
                _count(and_(entered, again)),
                _count(left),
                _count(_in_before_and_on(after)),
            )
            .select_from(_programme.outerjoin(_episode, _episode.c.programme == _programme.c.id))
            .group_by(_programme.c.code)
            .order_by(_programme.c.code)
        )
        return [
            Movement(
                unit=self._unit,
                programme=row[0],
                quarter=quarter,
                at_start=row[1],
                entered=row[2],
                entered_again=row[3],
                left=row[4],
                active_at_end=row[5],
            )
            for row in rows
        ]

    def volumes(self, first: date, last: date) -> Sequence[Volume]:
        """Count held sessions and attended minutes."""
        sessions: dict[_Place, Counter[str]] = defaultdict(Counter)
        minutes: dict[_Place, Counter[str]] = defaultdict(Counter)
        unsigned: Counter[_Place] = Counter()
        month = func.substr(_session.c.day, 1, 7)
        where = (_programme.c.code, month, _activity.c.form)
        counted = select(*where, func.count()).select_from(_held_sessions())
        summed = select(*where, func.sum(_fact.c.minutes)).select_from(_attended_facts())
        waits = bookkeeping.unsigned_note
        waiting = select(*where, func.count()).select_from(
            _held_sessions().join(waits, waits.c.session == _session.c.id)
        )
        for code, day, form, number in self._grouped(counted, first, last, where):
            sessions[code, _quarter(day)][form] += number
        for code, day, form, number in self._grouped(
            summed.where(*_CURRENT_AND_ATTENDED), first, last, where
        ):
            minutes[code, _quarter(day)][form] += number
        for code, day, _, number in self._grouped(waiting, first, last, where):
            unsigned[code, _quarter(day)] += number
        group, individual = ActivityForm.GROUP.value, ActivityForm.INDIVIDUAL.value
        return [
            Volume(
                unit=self._unit,
                programme=place[0],
                quarter=place[1],
                sessions=sessions[place].total(),
                group_sessions=sessions[place][group],
                individual_sessions=sessions[place][individual],
                minutes=minutes[place].total(),
                group_minutes=minutes[place][group],
                individual_minutes=minutes[place][individual],
                unsigned=unsigned[place],
            )
            for place in sorted(sessions)
        ]

    def heads(self, first: date, last: date) -> Sequence[Counted]:
        """Give the head counts of held sessions."""
        return tuple(heads_counted(self._connection, first, last))

    def by_sex(self, first: date, last: date) -> Sequence[BySex]:
        """Count people, held sessions and attended minutes by sex."""
        there = and_(
            _episode.c.from_date <= last.isoformat(),
            or_(_episode.c.to_date.is_(None), _episode.c.to_date > first.isoformat()),
        )
        counted = self._connection.execute(
            select(_person.c.sex, func.count())
            .where(
                ~is_merged(_person.c.id),
                select(_episode.c.id)
                .where(_episode.c.person.in_(same(_person.c.id)), there)
                .exists(),
            )
            .group_by(_person.c.sex)
        )
        people = {row[0]: row[1] for row in counted}
        attended = self._connection.execute(
            select(
                _person.c.sex, func.count(func.distinct(_session.c.id)), func.sum(_fact.c.minutes)
            )
            .select_from(_attended_facts().join(_person, _person.c.id == _fact.c.person))
            .where(*_CURRENT_AND_ATTENDED, *_between(first, last))
            .group_by(_person.c.sex)
        )
        held = {row[0]: (row[1], row[2]) for row in attended}
        return [
            BySex(
                unit=self._unit,
                sex=Sex(sex),
                participants=people.get(sex, 0),
                sessions=held.get(sex, (0, 0))[0],
                minutes=held.get(sex, (0, 0))[1],
            )
            for sex in sorted(people.keys() | held.keys())
        ]

    def reported(self) -> Sequence[Reported]:
        """List operations with an indicator profile."""
        rows = self._connection.scalars(
            select(_operation.c.code).where(_WITH_PROFILE).order_by(_operation.c.code)
        )
        return [Reported(unit=self._unit, operation=code) for code in rows]

    def indicators(self, cut_off: date) -> Sequence[IndicatorLine]:
        """Count participations by age at entry."""
        entry = tables.participation
        rows = self._connection.execute(
            select(
                _operation.c.code,
                _person.c.sex,
                _person.c.birth_date,
                func.min(entry.c.from_date),
            )
            .select_from(
                entry.join(_person, _person.c.id == root(entry.c.person)).join(
                    _operation, _operation.c.id == entry.c.operation
                )
            )
            .where(_WITH_PROFILE, entry.c.from_date <= cut_off.isoformat())
            .group_by(_operation.c.id, _person.c.id)
        )
        counts: dict[tuple[str, str], Counter[Indicator]] = defaultdict(Counter)
        for code, sex, birth, entered in rows:
            age = age_on(date.fromisoformat(birth), date.fromisoformat(entered))
            counts[code, sex].update(indicators_of(age))
        return [
            IndicatorLine(
                unit=self._unit,
                operation=code,
                sex=Sex(sex),
                total=found[Indicator.TOTAL],
                children=found[Indicator.CHILDREN],
                young=found[Indicator.YOUNG],
                older=found[Indicator.OLDER],
            )
            for (code, sex), found in sorted(counts.items())
        ]

    def _grouped(
        self, question: _Counted, first: date, last: date, where: Sequence[ColumnElement[str]]
    ) -> Sequence[tuple[str, str, str, int]]:
        rows = self._connection.execute(
            question.where(_NO_STAFF, *_between(first, last)).group_by(*where)
        )
        return [(row[0], row[1], row[2], row[3]) for row in rows]


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count(case((condition, 1)))


def _in_before_and_on(day: str) -> ColumnElement[bool]:
    """Say who was in before a day and still is on it."""
    return and_(
        _episode.c.from_date < day, or_(_episode.c.to_date.is_(None), _episode.c.to_date > day)
    )


def _held_sessions() -> FromClause:
    return _session.join(_programme, _programme.c.id == _session.c.programme).join(
        _activity, _activity.c.id == _session.c.activity
    )


def _attended_facts() -> FromClause:
    return (
        _fact.outerjoin(_later, _later.c.supersedes == _fact.c.id)
        .join(_session, _session.c.id == _fact.c.session)
        .join(_programme, _programme.c.id == _session.c.programme)
        .join(_activity, _activity.c.id == _session.c.activity)
    )


def _between(first: date, last: date) -> tuple[ColumnElement[bool], ...]:
    return (
        _session.c.state == SessionState.HELD.value,
        _session.c.day >= first.isoformat(),
        _session.c.day <= last.isoformat(),
    )


def _quarter(month: str) -> Quarter:
    """Give the quarter of a month as ``YYYY-MM``."""
    return quarter_of(date.fromisoformat(f"{month}-01"))
