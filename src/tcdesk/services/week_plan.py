"""The week plan: series that repeat by rules, and the sessions that are made of them.

    begin ── preview ── generate            nothing is made that was not shown
    »this and following«                    the series ends, its changed rest follows it
    stop                                    what is planned and left no trace goes into the bin

What is past, recorded, noted in or cancelled is never touched.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.free_days import FreeDay
from tcdesk.domain.ids import (
    ActivityId,
    GroupId,
    PersonId,
    ProgrammeId,
    SeriesId,
    SessionId,
    StaffId,
)
from tcdesk.domain.notes import Note
from tcdesk.domain.programmes import Activity
from tcdesk.domain.recurrence import (
    LONGEST_PERIOD,
    Series,
    Slot,
    Why,
    check_series,
    shifted,
    slots,
)
from tcdesk.domain.sessions import Attendance, Group, Session, SessionState, check_session
from tcdesk.domain.sheets import Print
from tcdesk.domain.staff import Action
from tcdesk.services.clashes import Clash, check_insisted, find_clashes, put_on_record
from tcdesk.services.desk import Desk
from tcdesk.services.free_days import free_between, holiday_rules
from tcdesk.services.removals import Removals
from tcdesk.services.store import Reading, Work

LIKE_THE_SESSION = (
    "programme", "activity", "group", "person", "start", "minutes", "room", "leader", "co_leader"
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSeries:
    """What a series needs; the rule is RFC 5545 text without COUNT and UNTIL."""

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
    co_leader: StaffId | None = None
    meetings: int | None = None
    themes: str = field(default="", repr=False)
    on_free_days: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """A day of a series: what would be made on it, or why nothing; ``clashes`` name what with."""

    slot: Slot
    activity: Activity
    group: Group | None
    clashes: Sequence[Clash] = ()


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """The series of the unit."""

    desk: Desk
    resources: Path

    def begin(self, new: NewSeries) -> Series:
        """Begin a series; sessions are made of it by ``generate``.

        Raises:
            RuleBrokenError: See ``check_series`` and ``check_session``.
        """
        with self.desk.writing(Action.EDIT_SCHEDULE) as work:
            series = Series(
                id=SeriesId(self.desk.ids.new()),
                programme=work.get(Activity, new.activity).programme,
                activity=new.activity,
                group=new.group,
                person=new.person,
                rule=new.rule,
                from_date=new.from_date,
                to_date=new.to_date,
                start=new.start,
                minutes=new.minutes,
                room=new.room.strip(),
                leader=new.leader,
                co_leader=new.co_leader,
                meetings=new.meetings,
                themes=new.themes.strip(),
                on_free_days=new.on_free_days,
            )
            check_series(series)
            check_session(self._session(series, new.from_date, "", ""))
            work.add(series)
        return series

    def running(self, day: date, *, programme: ProgrammeId | None = None) -> Sequence[Series]:
        """List series that have not ended before a day, by time."""
        with self.desk.reading(Action.SEE_SCHEDULE) as facts:
            return sorted(_running(facts, day, programme), key=lambda one: (one.start, one.id))

    def preview(
        self,
        first: date,
        last: date,
        *,
        programme: ProgrammeId | None = None,
        series: SeriesId | None = None,
    ) -> Sequence[PlanLine]:
        """Say what ``generate`` would make in a period, and what it would leave out and why.

        Raises:
            RuleBrokenError: ``plan-period``: it is turned round or longer than 400 days.
        """
        with self.desk.reading(Action.EDIT_SCHEDULE) as facts:
            return self._lines(facts, first, last, programme, series)

    def generate(
        self,
        first: date,
        last: date,
        *,
        programme: ProgrammeId | None = None,
        series: SeriesId | None = None,
        reason: str = "",
    ) -> Sequence[Session]:
        """Make the sessions of a period; those that clash only with a reason, which they keep.

        Raises:
            RuleBrokenError: ``plan-period`` or ``clash-reason`` (one is given but too short).
        """
        with self.desk.writing(Action.EDIT_SCHEDULE) as work:
            lines = self._lines(work, first, last, programme, series)
            insisted = bool(reason.strip())
            made: list[Session] = []
            told: list[Clash] = []
            for line in lines:
                if line.slot.why is not None and not (insisted and line.slot.why is Why.CLASH):
                    continue
                session = self._session(
                    line.slot.series,
                    line.slot.day,
                    line.slot.theme,
                    self.desk.ids.free_code(work.session_by_code),
                    check_insisted(line.clashes, reason),
                )
                made.append(session)
                told += [replace(clash, plan=session.id) for clash in line.clashes]
            work.add_all(made)
            put_on_record(work, told)
        return made

    def series_of(self, session: SessionId) -> Series | None:
        """Give the series that a session was made of."""
        with self.desk.reading(Action.SEE_SCHEDULE) as facts:
            found = facts.get(Session, session).series
            return facts.get(Series, found) if found else None

    def change_following(self, session: Session, *, expected: int, reason: str = "") -> int:
        """Change a session and all that follow it in its series, which goes on so.

        Args:
            session: As it is to be; another day moves the rule by as many days.
            expected: The row version that was seen.
            reason: Why they are planned so in spite of clashes.

        Returns:
            How many sessions were changed.

        Raises:
            RuleBrokenError: ``series-none``, ``series-past``, ``session-recorded``,
                ``series-shift``, ``clash-reason``.
            StaleRowError: Another window saved meanwhile.
        """
        check_session(session)
        with self.desk.writing(Action.EDIT_SCHEDULE) as work:
            old = work.get(Session, session.id)
            series = _series_from(old, work, self.desk.clock.today(), session.day)
            slot_day = old.slot_day or old.day
            days = (session.day - old.day).days
            different = {
                name: getattr(session, name)
                for name in LIKE_THE_SESSION
                if getattr(session, name) != getattr(old, name)
            }
            rest = replace(
                series,
                id=SeriesId(self.desk.ids.new()),
                from_date=slot_day + timedelta(days=days),
                rule=shifted(series.rule, days),
                follows=series.id,
                **different,
            )
            check_series(rest)
            today = self.desk.clock.today()
            following = [
                one
                for one in _untouched(work, series.id, slot_day, today)
                if one.day + timedelta(days=days) >= today
            ]
            if all(one.id != old.id for one in following):
                raise RuleBrokenError("session-recorded")
            moved = [
                replace(
                    one,
                    day=one.day + timedelta(days=days),
                    slot_day=(one.slot_day or one.day) + timedelta(days=days),
                    series=rest.id,
                    clash_reason="",
                    **different,
                )
                for one in following
            ]
            work.add(rest)
            work.change(
                replace(series, to_date=max(series.from_date, slot_day)),
                expected=work.version(Series, series.id),
            )
            self._move(work, moved, old.id, expected, reason)
        return len(moved)

    def stop(self, key: SeriesId, day: date) -> int:
        """End a series before a day; what is planned from then on and left no trace is removed.

        Returns:
            How many sessions went into the bin.

        Raises:
            RuleBrokenError: ``series-past``: the day has passed.
        """
        if day < self.desk.clock.today():
            raise RuleBrokenError("series-past")
        removals = Removals(self.desk)
        with self.desk.writing(Action.EDIT_SCHEDULE) as work:
            series = work.get(Series, key)
            gone = [
                one
                for one in _untouched(work, key, day, self.desk.clock.today())
                if not work.find(Print, session=one.id) and not work.find(Session, makes_up=one.id)
            ]
            work.change(
                replace(series, to_date=max(series.from_date, day)),
                expected=work.version(Series, key),
            )
            for one in gone:
                removals.session(one.id)
        return len(gone)

    def _lines(
        self,
        facts: Reading,
        first: date,
        last: date,
        programme: ProgrammeId | None,
        only: SeriesId | None,
    ) -> Sequence[PlanLine]:
        if not first <= last <= first + LONGEST_PERIOD:
            raise RuleBrokenError("plan-period", most=LONGEST_PERIOD.days)
        today = self.desk.clock.today()
        free = free_between(facts, holiday_rules(self.resources), first, last)
        activities = {one.id: one for one in facts.find(Activity)}
        found: list[PlanLine] = []
        for series in _running(facts, first, programme):
            if only is None or series.id == only:
                group = facts.get(Group, series.group) if series.group else None
                found += [
                    PlanLine(slot=slot, activity=activities[series.activity], group=group)
                    for slot in _slots(facts, series, first, last, today, free, group)
                ]
        found.sort(key=lambda line: (line.slot.day, line.slot.series.start, line.slot.series.id))
        return self._with_clashes(facts, found)

    def _with_clashes(self, facts: Reading, lines: Sequence[PlanLine]) -> Sequence[PlanLine]:
        drawn = {
            place: self._session(line.slot.series, line.slot.day, "", "")
            for place, line in enumerate(lines)
            if line.slot.why is None
        }
        clashes: dict[SessionId, list[Clash]] = {}
        for clash in find_clashes(facts, list(drawn.values())):
            clashes.setdefault(clash.plan, []).append(clash)
        return [
            replace(line, clashes=known, slot=replace(line.slot, why=Why.CLASH))
            if place in drawn and (known := clashes.get(drawn[place].id))
            else line
            for place, line in enumerate(lines)
        ]

    def _session(
        self, series: Series, day: date, theme: str, code: str, reason: str = ""
    ) -> Session:
        return Session(
            id=SessionId(self.desk.ids.new()),
            programme=series.programme,
            activity=series.activity,
            group=series.group,
            person=series.person,
            day=day,
            start=series.start,
            minutes=series.minutes,
            room=series.room,
            leader=series.leader,
            co_leader=series.co_leader,
            state=SessionState.PLANNED,
            cancel_reason=None,
            theme=theme,
            code=code,
            series=series.id,
            slot_day=day,
            clash_reason=reason,
        )

    def _move(
        self, work: Work, moved: Sequence[Session], first: SessionId, expected: int, reason: str
    ) -> None:
        clashes = find_clashes(work, moved, leave_out={one.id for one in moved})
        told = check_insisted(clashes, reason)
        clashing = {clash.plan for clash in clashes}
        for one in moved:
            version = expected if one.id == first else work.version(Session, one.id)
            work.change(
                replace(one, clash_reason=told) if one.id in clashing else one, expected=version
            )
        put_on_record(work, clashes)


def _running(facts: Reading, day: date, programme: ProgrammeId | None) -> Sequence[Series]:
    return [
        one
        for one in facts.find(Series)
        if (one.to_date is None or one.to_date > day)
        and (programme is None or one.programme == programme)
    ]


def _slots(
    facts: Reading,
    series: Series,
    first: date,
    last: date,
    today: date,
    free: Mapping[date, FreeDay],
    group: Group | None,
) -> Sequence[Slot]:
    """Look at what has been made of a series and of those before it, and say what is to come."""
    made: list[Session] = []
    key: SeriesId | None = series.id
    while key is not None:
        made += facts.find(Session, series=key)
        key = facts.get(Series, key).follows
    return slots(
        series,
        first,
        last,
        today=today,
        taken={one.slot_day for one in made if one.slot_day is not None},
        made=sum(one.state is not SessionState.CANCELLED for one in made),
        free=free,
        group_ends=group.to_date if group else None,
    )


def _series_from(old: Session, work: Reading, today: date, to: date) -> Series:
    """Give the series of a session that may be changed with all that follow it."""
    if old.series is None or old.slot_day is None:
        raise RuleBrokenError("series-none")
    if old.state is SessionState.HELD:
        raise RuleBrokenError("session-recorded")
    if old.day < today or to < today:
        raise RuleBrokenError("series-past")
    return work.get(Series, old.series)


def _untouched(facts: Reading, series: SeriesId, since: date, today: date) -> Sequence[Session]:
    """List sessions of a series from a day on that are planned and left no trace."""
    return [
        one
        for one in facts.find(Session, series=series, state=SessionState.PLANNED)
        if one.slot_day is not None
        and one.slot_day >= since
        and one.day >= today
        and not facts.find(Attendance, session=one.id)
        and not facts.find(Note, session=one.id)
    ]
