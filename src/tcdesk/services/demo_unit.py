"""Months of work in one demo unit, done through the same services as by people.

Every day of the plan is one unit of work, so that a large world is built in minutes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from tcdesk.domain.enrolments import ExitCode
from tcdesk.domain.ids import GroupId, NoteId, PersonId
from tcdesk.domain.notes import NoteFormat
from tcdesk.domain.people import LegalStatus, Person, Sex
from tcdesk.domain.programmes import Activity
from tcdesk.domain.recurrence import weekly
from tcdesk.domain.sessions import AttendanceStatus, CancelReason, Session
from tcdesk.domain.staff import Action, Staff
from tcdesk.services import demo_texts
from tcdesk.services.demo_care import share_out
from tcdesk.services.demo_people import invent
from tcdesk.services.desk import Desk
from tcdesk.services.enrolments import Enrolments
from tcdesk.services.notes import Notes
from tcdesk.services.participants import Participants
from tcdesk.services.programmes import ProgrammeFile, Programmes, Template
from tcdesk.services.removals import Removals
from tcdesk.services.schedule import NewGroup, NewSession, Schedule
from tcdesk.services.sessions import Mark, Sessions
from tcdesk.services.week_plan import NewSeries, WeekPlan

LONG_AGO = date(2020, 1, 15)  # a stay that ended before the period of retention
ZONE = ZoneInfo("Europe/Ljubljana")
GROUP_SIZE = 12
NOTES_A_GROUP = 3
FRIDAY = 4
_ABSENCES = (
    AttendanceStatus.EXCUSED_WORK,
    AttendanceStatus.EXCUSED_COURT,
    AttendanceStatus.EXCUSED_DOCTOR,
    AttendanceStatus.EXCUSED_VISIT,
    AttendanceStatus.UNEXCUSED,
)
_EXITS = (
    ExitCode.COMPLETED,
    ExitCode.RELEASED,
    ExitCode.TRANSFERRED,
    ExitCode.LOST_MOTIVATION,
    ExitCode.UNEXCUSED,
)


class DemoClock:
    """The demo world's time: its months pass as fast as they are told (the port Clock)."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment

    def now(self) -> datetime:
        """Give the world's moment."""
        return self._moment

    def today(self) -> date:
        """Give the world's day."""
        return self._moment.astimezone(ZONE).date()

    def monotonic(self) -> float:
        """Give the world's seconds."""
        return self._moment.timestamp()

    def reach(self, day: date, minutes: int) -> None:
        """Let time pass to a local moment; it never goes back."""
        local = datetime.combine(day, time.min, tzinfo=ZONE) + timedelta(minutes=minutes)
        self._moment = max(self._moment, local.astimezone(UTC))


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A weekly meeting of each group: weekday from Monday = 0, minutes after midnight."""

    activity: str
    weekday: int
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPlan:
    """What kind of unit to invent."""

    template: Template
    sex: Sex
    statuses: Sequence[LegalStatus]
    slots: Sequence[Slot]
    individual: str
    participants: int


class DemoUnit:
    """One unit whose months are told day by day."""

    def __init__(self, desk: Desk, clock: DemoClock, plan: UnitPlan, random: Random) -> None:
        """Take an empty unit at its desk."""
        self._desk = desk
        self._clock = clock
        self._plan = plan
        self._random = random
        self._waiting: list[NoteId] = []
        self._groups: dict[GroupId, tuple[Slot, Activity]] = {}
        self._people: list[Person] = []
        self._file: ProgrammeFile | None = None

    def begin(self) -> None:
        """Take over the programme, open files, groups and memberships."""
        desk, today = self._desk, self._clock.today()
        file = Programmes(desk).take_over(self._plan.template)
        self._file = file
        leader = Schedule(desk).staff()[0]
        for first in range(0, self._plan.participants, GROUP_SIZE):
            with desk.writing(Action.EDIT_PEOPLE):
                count = min(GROUP_SIZE, self._plan.participants - first)
                status = self._plan.statuses[(first // GROUP_SIZE) % len(self._plan.statuses)]
                members = [self._enter(file, status, today) for _ in range(count)]
                self._open_groups(file, leader, members, status, today)

    def day(self, day: date) -> None:
        """Tell one day: its sessions are planned, held and written up; some are cancelled."""
        if day.weekday() > FRIDAY:
            return
        self._clock.reach(day, 7 * 60)
        schedule = Schedule(self._desk)
        with self._desk.writing(Action.WRITE_NOTES):
            for group, (slot, activity) in self._groups.items():
                if slot.weekday == day.weekday():
                    (session,) = schedule.plan(self._group_session(group, slot, activity, day))
                    self._hold(session)
            for person in self._individuals(day):
                (session,) = schedule.plan(self._single_session(person, day))
                self._hold_single(session, person)

    def plan_ahead(self, first: date, days: int) -> None:
        """Plan the coming days without holding them, so that the week view is not empty."""
        schedule = Schedule(self._desk)
        with self._desk.writing(Action.EDIT_SCHEDULE):
            if first.weekday() > FRIDAY:
                # A community lives on Sundays too: the board of today is never empty.
                for group, (slot, activity) in list(self._groups.items())[:3]:
                    schedule.plan(self._group_session(group, slot, activity, first))
            for day in (first + timedelta(days=step) for step in range(days)):
                for group, (slot, activity) in self._groups.items():
                    if slot.weekday == day.weekday():
                        schedule.plan(self._group_session(group, slot, activity, day))
                if day.weekday() <= FRIDAY:
                    for person in self._individuals(day):
                        schedule.plan(self._single_session(person, day))

    def repeat(self, first: date, resources: Path) -> None:
        """Let the groups' meetings repeat from a day on, and make four weeks of them."""
        week_plan = WeekPlan(self._desk, resources)
        with self._desk.writing(Action.EDIT_SCHEDULE):
            for group, (slot, activity) in self._groups.items():
                known = Schedule(self._desk).group(group)
                week_plan.begin(
                    NewSeries(
                        activity=activity.id,
                        group=group,
                        person=None,
                        rule=weekly([slot.weekday]),
                        from_date=first,
                        to_date=None,
                        start=slot.start,
                        minutes=activity.minutes,
                        room=known.room,
                        leader=known.leader,
                    )
                )
            week_plan.generate(first, first + timedelta(weeks=4))

    def moves(self, day: date) -> None:
        """Let a few people move on: to the next phase, or out; and as many come in."""
        enrolments = Enrolments(self._desk)
        file = Programmes(self._desk).all()[0]
        for person in list(self._people):
            (stay, *_) = enrolments.of(person.id)
            chance = self._random.random()
            if chance < 0.08 and stay.episode.from_date < day:  # noqa: PLR2004 - a share of people
                enrolments.leave(stay.episode.id, day, self._random.choice(_EXITS))
                self._people.remove(person)
            elif chance < 0.35 and stay.phases:  # noqa: PLR2004 - a share of people
                held, phase = stay.phases[-1]
                later = [one for one in file.phases if one.number == phase.number + 1]
                if later and held.from_date < day:
                    enrolments.move(stay.episode.id, later[0].id, day)

    @property
    def people(self) -> Sequence[Person]:
        """Give who is in the programme now."""
        return tuple(self._people)

    def sign(self, passphrase: str, *, leave: int = 0) -> None:
        """Sign what waits, but for the newest few."""
        count = len(self._waiting) - leave
        if count > 0:
            Notes(self._desk).sign(self._waiting[:count], passphrase)
            self._waiting = self._waiting[count:]

    def share_out(self) -> None:
        """Put everybody in somebody's care."""
        share_out(self._desk, self._people)

    def sit_down(self, desk: Desk) -> None:
        """Let somebody else sit at the desk; each signs their own notes."""
        self._desk = desk
        self._waiting = []

    def leave_over(self, day: date) -> None:
        """Leave what settings show: something in the bin, and a file whose period is over."""
        desk = self._desk
        slip = Schedule(desk).plan(self._single_session(self._people[0].id, day))[0]
        Removals(desk).session(slip.id)
        file = self._file
        if file is not None and file.operation.from_date <= LONG_AGO:
            person = Participants(desk).create(
                invent(self._random, self._plan.sex, LegalStatus.RELEASED, day)
            )
            episode = Enrolments(desk).enter(person.id, file.programme.id, LONG_AGO)
            Enrolments(desk).leave(episode.id, LONG_AGO + timedelta(days=300), ExitCode.COMPLETED)

    def _enter(self, file: ProgrammeFile, status: LegalStatus, today: date) -> Person:
        people = Participants(self._desk)
        person = people.create(invent(self._random, self._plan.sex, status, today))
        Enrolments(self._desk).enter(person.id, file.programme.id, today)
        self._people.append(person)
        return person

    def _open_groups(
        self,
        file: ProgrammeFile,
        leader: Staff,
        members: Sequence[Person],
        status: LegalStatus,
        today: date,
    ) -> None:
        schedule = Schedule(self._desk)
        letter = len(self._groups) // max(1, len(self._plan.slots)) + 1
        for slot in self._plan.slots:
            activity = file.activity(slot.activity)
            if activity.for_status not in (None, status):
                continue
            group = schedule.open_group(
                NewGroup(
                    activity=activity.id,
                    name=f"{activity.name_sl[:1].upper()}{activity.name_sl[1:]} {letter}",
                    room=f"Prostor {1 + slot.weekday % 3}",
                    leader=leader.id,
                    from_date=today,
                )
            )
            self._groups[group.id] = (slot, activity)
            for person in members:
                schedule.join(group.id, person.id, today)

    def _group_session(
        self, group: GroupId, slot: Slot, activity: Activity, day: date
    ) -> NewSession:
        known = Schedule(self._desk).group(group)
        return NewSession(
            activity=activity.id,
            group=group,
            person=None,
            day=day,
            start=slot.start,
            minutes=activity.minutes,
            room=known.room,
            leader=known.leader,
        )

    def _single_session(self, person: PersonId, day: date) -> NewSession:
        activity = Programmes(self._desk).all()[0].activity(self._plan.individual)
        staff = Schedule(self._desk).staff()
        own = next(one for one in staff if one.account == self._desk.actor.account)
        return NewSession(
            activity=activity.id,
            group=None,
            person=person,
            day=day,
            start=13 * 60 + self._random.randrange(4) * 60,
            minutes=activity.minutes,
            room="Pisarna",
            leader=own.id,
        )

    def _individuals(self, day: date) -> Sequence[PersonId]:
        """Each person has a weekday of their own, every other week."""
        week = day.isocalendar().week
        return [
            person.id
            for place, person in enumerate(self._people)
            if place % 5 == day.weekday() and place % 2 == week % 2
        ]

    def _hold(self, session: Session) -> None:
        self._clock.reach(session.day, session.end)
        if self._random.random() < 0.04:  # noqa: PLR2004 - a share of sessions
            Schedule(self._desk).cancel(session.id, self._random.choice(list(CancelReason)))
            return
        roster = Sessions(self._desk).open(session.id).roster
        marks = [self._mark(line.person.id, session) for line in roster]
        Sessions(self._desk).record(session.id, marks)
        notes = Notes(self._desk)
        shared = notes.write(
            session.id, None, NoteFormat.GROUP, demo_texts.group_note(self._random)
        )
        self._waiting.append(shared.id)
        present = [mark.person for mark in marks if mark.status.attended]
        texts = demo_texts.MEMBER_WOMAN if self._plan.sex is Sex.FEMALE else demo_texts.MEMBER
        for person in present[:NOTES_A_GROUP]:
            note = notes.write(
                session.id, person, NoteFormat.FREE, {"text": self._random.choice(texts)}
            )
            self._waiting.append(note.id)

    def _hold_single(self, session: Session, person: PersonId) -> None:
        self._clock.reach(session.day, session.end)
        Sessions(self._desk).record(
            session.id,
            [
                Mark(
                    person=person,
                    status=AttendanceStatus.PRESENT,
                    minutes=session.minutes,
                    participation=2,
                )
            ],
        )
        note = Notes(self._desk).write(
            session.id, person, NoteFormat.SOAP, demo_texts.soap_note(self._random)
        )
        self._waiting.append(note.id)

    def _mark(self, person: PersonId, session: Session) -> Mark:
        chance = self._random.random()
        if chance < 0.12:  # noqa: PLR2004 - a share of people
            status = self._random.choice(_ABSENCES)
            return Mark(person=person, status=status, minutes=0)
        if chance < 0.18:  # noqa: PLR2004 - a share of people
            return Mark(
                person=person,
                status=AttendanceStatus.LATE,
                minutes=session.minutes - 15,
                participation=1,
            )
        return Mark(
            person=person,
            status=AttendanceStatus.PRESENT,
            minutes=session.minutes,
            participation=self._random.randrange(1, 4),
        )
