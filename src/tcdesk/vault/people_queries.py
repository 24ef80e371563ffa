"""Questions about people: lists, duplicates, timeline."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    Text,
    and_,
    cast,
    func,
    literal,
    or_,
    select,
    union_all,
)

from tcdesk.domain.ids import PersonId
from tcdesk.domain.people import LegalStatus, Person, PersonKind, Sex
from tcdesk.services.lines import PersonLine, TimelineLine
from tcdesk.vault import tables
from tcdesk.vault.mapper import to_value

NEAR_BIRTH_DAYS = 366


def people(
    connection: Connection,
    words: Sequence[Sequence[str]],
    day: date,
    *,
    active_only: bool,
    limit: int,
    after: int,
) -> Sequence[PersonLine]:
    """List people by folded name or code, sorted by name, as of a day."""
    person, status, episode = tables.person, tables.status_stay, tables.episode
    phase_stay, phase, programme = tables.phase_stay, tables.phase, tables.programme
    on = day.isoformat()

    def holds(table: Table) -> ColumnElement[bool]:
        return and_(table.c.from_date <= on, or_(table.c.to_date.is_(None), table.c.to_date > on))

    current_status = (
        select(status.c.status)
        .where(status.c.person == person.c.id, holds(status))
        .limit(1)
        .scalar_subquery()
    )
    current_episode = (
        select(episode.c.id)
        .where(episode.c.person == person.c.id, holds(episode))
        .order_by(episode.c.from_date.desc())
        .limit(1)
        .scalar_subquery()
    )
    chosen = select(person, current_status.label("status"), current_episode.label("episode"))
    for spellings in words:
        chosen = chosen.where(
            or_(
                *(person.c.folded.contains(needle, autoescape=True) for needle in spellings),
                func.lower(person.c.code).contains(spellings[0], autoescape=True),
            )
        )
    if active_only:
        chosen = chosen.where(current_episode.is_not(None))
    page = chosen.order_by(person.c.folded, person.c.id).limit(limit).offset(after).subquery()
    rows = connection.execute(
        select(page, programme.c.code.label("programme"), phase.c.number.label("phase"))
        .select_from(page)
        .outerjoin(episode, episode.c.id == page.c.episode)
        .outerjoin(programme, programme.c.id == episode.c.programme)
        .outerjoin(phase_stay, and_(phase_stay.c.episode == episode.c.id, holds(phase_stay)))
        .outerjoin(phase, phase.c.id == phase_stay.c.phase)
        .order_by(page.c.folded, page.c.id)
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


def similar(connection: Connection, folded: str, birth: date) -> Sequence[Person]:
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
            )
        )
        .order_by(person.c.folded)
        .limit(10)
    )
    return [to_value(Person, row) for row in rows.mappings()]


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
            note.c.kind,
            session.c.id,
            signature.c.id.is_not(None),
        )
        .join(session, session.c.id == note.c.session)
        .join(activity, activity.c.id == session.c.activity)
        .outerjoin(signature, signature.c.id == note.c.id)
        .where(note.c.person == person)
    )
    every = union_all(statuses, entries, exits, phases, attended, notes).subquery()
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
