"""Questions about people: lists, duplicates, timeline."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Table,
    Text,
    and_,
    case,
    cast,
    func,
    literal,
    or_,
    select,
    union_all,
)

from tcdesk.domain.ids import PersonId
from tcdesk.domain.people import LegalStatus, Person, PersonKind, Sex
from tcdesk.services.lines import (
    AlertKind,
    AlertLine,
    Alerts,
    PeopleOrder,
    PeopleQuestion,
    PersonLine,
    TimelineLine,
)
from tcdesk.vault import instrument_queries, tables
from tcdesk.vault.mapper import to_value
from tcdesk.vault.sight import Sight, caseload

NEAR_BIRTH_DAYS = 366

T = TypeVar("T")


def _holds(table: Table, day: date) -> ColumnElement[bool]:
    on = day.isoformat()
    return and_(table.c.from_date <= on, or_(table.c.to_date.is_(None), table.c.to_date > on))


def _in_programme(day: date) -> ColumnElement[bool]:
    episode = tables.episode
    return tables.person.c.id.in_(select(episode.c.person).where(_holds(episode, day)))


@dataclass(frozen=True, slots=True)
class _Now:
    """What holds of each person on a day, as columns beside the person's own."""

    status: ColumnElement[str]
    programme: ColumnElement[str]
    phase: ColumnElement[int]


def _now(day: date) -> _Now:
    person, status, episode = tables.person, tables.status_stay, tables.episode
    stay, phase, programme = tables.phase_stay, tables.phase, tables.programme

    def of_episode(column: ColumnElement[T], of: Table) -> ColumnElement[T]:
        found = select(column).where(episode.c.person == person.c.id, _holds(episode, day))
        if of is programme:
            found = found.where(programme.c.id == episode.c.programme)
        if of is phase:
            found = found.where(
                stay.c.episode == episode.c.id, _holds(stay, day), phase.c.id == stay.c.phase
            )
        newest = found.order_by(episode.c.from_date.desc(), episode.c.id.desc()).limit(1)
        return newest.correlate(person).scalar_subquery()

    held = (
        select(status.c.status).where(status.c.person == person.c.id, _holds(status, day)).limit(1)
    )
    return _Now(
        status=held.correlate(person).scalar_subquery(),
        programme=of_episode(programme.c.code, programme),
        phase=of_episode(phase.c.number, phase),
    )


def _seen(sight: Sight | None) -> Sequence[ColumnElement[bool]]:
    return () if sight is None else (sight.reaches(tables.person.c.id),)


def _wanted(question: PeopleQuestion, sight: Sight | None) -> Sequence[ColumnElement[bool]]:
    person = tables.person
    wanted: list[ColumnElement[bool]] = [
        or_(
            *(person.c.folded.contains(needle, autoescape=True) for needle in spellings),
            func.lower(person.c.code).contains(spellings[0], autoescape=True),
        )
        for spellings in question.words
    ]
    if question.born is not None:
        wanted.append(person.c.birth_date == question.born.isoformat())
    if question.active_only:
        wanted.append(_in_programme(question.day))
    if question.caseload_of is not None:
        wanted.append(person.c.id.in_(caseload(question.caseload_of, question.day)))
    return [*wanted, *_seen(sight)]


def people(
    connection: Connection,
    question: PeopleQuestion,
    sight: Sight | None,
    *,
    limit: int,
    after: int,
) -> Sequence[PersonLine]:
    """List people as of a day, a page from offset ``after``."""
    person = tables.person
    now = _now(question.day)
    first: Sequence[ColumnElement[str] | ColumnElement[int]] = {
        PeopleOrder.NAME: (person.c.alphabetical,),
        PeopleOrder.CODE: (person.c.code,),
        PeopleOrder.BIRTH: (person.c.birth_date,),
        PeopleOrder.STATUS: (now.status, person.c.alphabetical),
        PeopleOrder.PROGRAMME: (now.programme, now.phase, person.c.alphabetical),
    }[question.order]
    order = [column.desc() if question.descending else column.asc() for column in first]
    rows = connection.execute(
        select(
            person,
            now.status.label("status"),
            now.programme.label("programme"),
            now.phase.label("phase"),
        )
        .where(*_wanted(question, sight))
        .order_by(*order, person.c.id)
        .limit(limit)
        .offset(after)
    )
    return [
        PersonLine(
            id=PersonId(row["id"]),
            code=row["code"],
            name=f"{row['family_name']} {row['given_name']}",
            birth_date=date.fromisoformat(row["birth_date"]),
            sex=Sex(row["sex"]),
            kind=PersonKind(row["kind"]),
            status=LegalStatus(row["status"]) if row["status"] else None,
            programme=row["programme"],
            phase=row["phase"],
            risk=bool(row["risk"]),
        )
        for row in rows.mappings()
    ]


def people_count(connection: Connection, question: PeopleQuestion, sight: Sight | None) -> int:
    """Count the people that a list holds in all."""
    wanted = _wanted(question, sight)
    return connection.scalar(select(func.count()).select_from(tables.person).where(*wanted)) or 0


def alerts(connection: Connection, day: date, most: int | None, sight: Sight | None) -> Alerts:
    """Count people in a programme on a day who need a look, and list the first of them."""
    person, now = tables.person, _now(day)
    holds: dict[AlertKind, ColumnElement[bool]] = {
        AlertKind.RISK: person.c.risk == 1,
        AlertKind.RELEASED: now.status == LegalStatus.RELEASED.value,
        AlertKind.NO_STATUS: and_(person.c.kind == PersonKind.CUSTODY.value, now.status.is_(None)),
    }
    asked = (_in_programme(day), *_seen(sight))
    counts = connection.execute(
        select(*(func.count(case((holds[kind], 1))) for kind in AlertKind)).where(*asked)
    ).one()
    lines: list[AlertLine] = []
    for kind, count in zip(AlertKind, counts, strict=True):
        room = count if most is None else min(count, most - len(lines))
        if room:
            rows = connection.execute(
                select(person)
                .where(holds[kind], *asked)
                .order_by(person.c.alphabetical, person.c.id)
                .limit(room)
            )
            lines += [_alert(kind, row) for row in rows.mappings()]
    return Alerts(count=sum(counts), lines=lines)


def _alert(kind: AlertKind, row: RowMapping) -> AlertLine:
    return AlertLine(
        kind=kind,
        person=PersonId(row["id"]),
        code=row["code"],
        name=f"{row['family_name']} {row['given_name']}",
        sex=Sex(row["sex"]),
    )


def similar(
    connection: Connection, folded: str, birth: date, sight: Sight | None
) -> Sequence[Person]:
    """Find people with the same folded name, or the same family name born within a year."""
    person = tables.person
    family = folded.split(" ", 1)[0]
    near = timedelta(days=NEAR_BIRTH_DAYS)
    rows = connection.execute(
        select(person)
        .where(
            or_(
                person.c.folded == folded,
                and_(
                    person.c.folded.startswith(f"{family} ", autoescape=True),
                    person.c.birth_date.between(
                        (birth - near).isoformat(), (birth + near).isoformat()
                    ),
                ),
            ),
            *_seen(sight),
        )
        .order_by(person.c.alphabetical)
        .limit(10)
    )
    return [to_value(Person, row) for row in rows.mappings()]


def _closed_by(note: Table) -> ColumnElement[str]:
    """Add to a closed note's kind that it is closed, and by whom: all that everybody may know."""
    staff = tables.staff
    author = (
        select(func.substr(staff.c.given_name, 1, 1) + literal(". ") + staff.c.family_name)
        .where(staff.c.account == note.c.author)
        .limit(1)
        .correlate(note)
        .scalar_subquery()
    )
    told = literal("-closed|") + func.coalesce(author, "")
    return case((note.c.compartment.is_not(None), told), else_="")


def timeline(connection: Connection, person: PersonId, limit: int) -> Sequence[TimelineLine]:
    """List what happened to one person, newest first."""
    status, episode, stay = tables.status_stay, tables.episode, tables.phase_stay
    fact, later = tables.attendance, tables.attendance.alias("later")
    session, activity, note = tables.session, tables.activity, tables.note
    signature, programme, phase = tables.note_signature, tables.programme, tables.phase
    nothing = literal(None)
    statuses = select(
        status.c.from_date.label("day"),
        literal("status").label("kind"),
        status.c.status.label("what"),
        literal("").label("detail"),
        nothing.label("session"),
        nothing.label("signed"),
    ).where(status.c.person == person)
    entries = (
        select(
            episode.c.from_date, literal("entry"), programme.c.code, literal(""), nothing, nothing
        )
        .join(programme, programme.c.id == episode.c.programme)
        .where(episode.c.person == person)
    )
    exits = (
        select(
            episode.c.to_date,
            literal("exit"),
            programme.c.code,
            func.coalesce(episode.c.exit_code, ""),
            nothing,
            nothing,
        )
        .join(programme, programme.c.id == episode.c.programme)
        .where(episode.c.person == person, episode.c.to_date.is_not(None))
    )
    phases = (
        select(
            stay.c.from_date, literal("phase"), phase.c.name_sl, phase.c.name_en, nothing, nothing
        )
        .join(episode, episode.c.id == stay.c.episode)
        .join(phase, phase.c.id == stay.c.phase)
        .where(episode.c.person == person)
    )
    attended = (
        select(
            session.c.day,
            literal("attendance"),
            activity.c.name_sl + literal("|") + activity.c.name_en,
            fact.c.status + literal("|") + cast(fact.c.minutes, Text),
            session.c.id,
            nothing,
        )
        .join(session, session.c.id == fact.c.session)
        .join(activity, activity.c.id == session.c.activity)
        .outerjoin(later, later.c.supersedes == fact.c.id)
        .where(fact.c.person == person, later.c.id.is_(None))
    )
    notes = (
        select(
            session.c.day,
            literal("note"),
            activity.c.name_sl + literal("|") + activity.c.name_en,
            note.c.kind + _closed_by(note),
            session.c.id,
            signature.c.id.is_not(None),
        )
        .join(session, session.c.id == note.c.session)
        .join(activity, activity.c.id == session.c.activity)
        .outerjoin(signature, signature.c.id == note.c.id)
        .where(note.c.person == person)
    )
    told = instrument_queries.timeline(person)
    every = union_all(statuses, entries, exits, phases, attended, notes, *told).subquery()
    rows = connection.execute(select(every).order_by(every.c.day.desc()).limit(limit))
    return [
        TimelineLine(
            day=date.fromisoformat(row["day"]),
            kind=row["kind"],
            what=row["what"],
            detail=row["detail"],
            session=row["session"],
            signed=None if row["signed"] is None else bool(row["signed"]),
        )
        for row in rows.mappings()
    ]
