"""A unit of any size, made of domain values through the unit of work; for measuring only."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tcdesk.bundle.canonical import encode
from tcdesk.domain.enrolments import Episode, Participation
from tcdesk.domain.ids import (
    EpisodeId,
    GroupId,
    NoteId,
    ParticipationId,
    PersonId,
    SessionId,
)
from tcdesk.domain.notes import Note, NoteFormat, NoteKind
from tcdesk.domain.people import LegalStatus, Person, Sex, StatusStay
from tcdesk.domain.sessions import (
    Attendance,
    AttendanceStatus,
    Group,
    Membership,
    Session,
    SessionState,
)
from tcdesk.services.demo_people import invent
from tcdesk.services.desk import Desk
from tcdesk.services.programmes import ProgrammeFile
from tcdesk.services.schedule import Schedule

GROUP_SIZE = 10
STEP = 2_000
NOTE = "Besedilo zapisa, kakršnega piše strokovni delavec po srečanju. " * 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much of everything; the reference is ten times a large unit."""

    people: int
    sessions: int
    attendance: int
    notes: int


DEMO = Size(people=40, sessions=240, attendance=2_400, notes=800)
REFERENCE = Size(people=10_000, sessions=60_000, attendance=600_000, notes=200_000)


def fill(
    desk: Desk, file: ProgrammeFile, size: Size, today: date, progress: Callable[[float], None]
) -> None:
    """Fill an empty unit's vault."""
    random = Random(1)
    people = [*_people(desk, size, random, today)]
    store, actor, new = desk.vault.store, desk.actor, desk.ids.new
    leader = Schedule(desk).staff()[0].id
    activity = file.activity("SO")
    start = max(file.operation.from_date, today - timedelta(days=365))
    groups: list[tuple[Group, list[Person]]] = []
    with store.writing(actor) as work:
        work.add_all(people)
        work.add_all(
            [
                StatusStay(
                    id=new(),
                    person=one.id,
                    status=LegalStatus.SENTENCED,
                    from_date=start,
                    to_date=None,
                )
                for one in people
            ]
        )
        participations = [
            Participation(
                id=ParticipationId(new()),
                person=one.id,
                operation=file.operation.id,
                from_date=start,
                to_date=None,
            )
            for one in people
        ]
        work.add_all(participations)
        work.add_all(
            [
                Episode(
                    id=EpisodeId(new()),
                    person=one.person,
                    participation=one.id,
                    programme=file.programme.id,
                    from_date=start,
                    to_date=None,
                    exit_code=None,
                )
                for one in participations
            ]
        )
        for first in range(0, len(people), GROUP_SIZE):
            members = people[first : first + GROUP_SIZE]
            group = Group(
                id=GroupId(new()),
                programme=file.programme.id,
                activity=activity.id,
                name=f"Skupina {first}",
                room="1",
                leader=leader,
                from_date=start,
                to_date=None,
            )
            groups.append((group, members))
        work.add_all([group for group, _ in groups])
        work.add_all(
            [
                Membership(id=new(), group=group.id, person=one.id, from_date=start, to_date=None)
                for group, members in groups
                for one in members
            ]
        )
    for first in range(0, size.sessions, STEP):
        chunk = range(first, min(first + STEP, size.sessions))
        _hold(desk, file, size, groups, chunk, start)
        progress(min(1.0, (first + STEP) / size.sessions))


def _hold(
    desk: Desk,
    file: ProgrammeFile,
    size: Size,
    groups: list[tuple[Group, list[Person]]],
    numbers: range,
    start: date,
) -> None:
    new, account = desk.ids.new, desk.actor.account
    sessions, facts, notes = [], [], []
    each, noted = size.attendance // size.sessions, size.notes / size.sessions
    for number in numbers:
        group, members = groups[number % len(groups)]
        day = start + timedelta(days=number * 365 // size.sessions)
        session = Session(
            id=SessionId(new()),
            programme=file.programme.id,
            activity=group.activity,
            group=group.id,
            person=None,
            day=day,
            start=480 + number % 8 * 60,
            minutes=60,
            room="1",
            leader=group.leader,
            co_leader=None,
            state=SessionState.HELD,
            cancel_reason=None,
            theme="",
            code=f"{number:06d}",
        )
        sessions.append(session)
        facts += [
            Attendance(
                id=new(),
                session=session.id,
                person=one.id,
                status=AttendanceStatus.PRESENT,
                minutes=60,
                participation=2,
                recorded_at=f"{day.isoformat()}T10:00:00Z",
                account=account,
                supersedes=None,
                reason=None,
            )
            for one in members[:each]
        ]
        wanted = int((number + 1) * noted) - int(number * noted)
        notes += [
            Note(
                id=NoteId(new()),
                session=session.id,
                person=one.id,
                author=account,
                at=f"{day.isoformat()}T10:00:00Z",
                kind=NoteKind.MEMBER,
                format=NoteFormat.FREE,
                body=_body(session.id),
                amends=None,
            )
            for one in members[:wanted]
        ]
    with desk.vault.store.writing(desk.actor) as work:
        work.add_all(sessions)
        work.add_all(facts)
        work.add_all(notes)


def _body(session: SessionId) -> str:
    return encode(
        {"attendance": None, "fields": {"text": NOTE}, "format": "free", "session": session}
    ).decode()


def _people(desk: Desk, size: Size, random: Random, today: date) -> Iterator[Person]:
    for number in range(size.people):
        new = invent(random, Sex.MALE if number % 5 else Sex.FEMALE, LegalStatus.SENTENCED, today)
        yield Person(
            id=PersonId(desk.ids.new()),
            code=f"DOB-{number:06d}",
            pseudonym=desk.ids.pseudonym(),
            kind=new.kind,
            given_name=new.given_name,
            family_name=new.family_name,
            birth_date=new.birth_date,
            sex=new.sex,
        )
