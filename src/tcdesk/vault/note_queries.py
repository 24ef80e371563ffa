"""Questions about notes, drafts and what waits."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    and_,
    func,
    select,
    true,
)

from tcdesk.domain.ids import AccountId, NoteId, PersonId, SessionId
from tcdesk.domain.notes import Draft, Note, NoteKind, NoteSignature
from tcdesk.domain.people import Person
from tcdesk.services.lines import DraftLine, HomeCounts, NoteLine
from tcdesk.vault import bookkeeping, tables
from tcdesk.vault.mapper import to_value
from tcdesk.vault.mentor_queries import awaiting
from tcdesk.vault.same import root
from tcdesk.vault.session_queries import awaits_keying, opened
from tcdesk.vault.sight import Sight

ID_LENGTH = 36


def of_session(
    connection: Connection, session: SessionId, sight: Sight | None
) -> Sequence[tuple[Note, NoteSignature | None]]:
    """List the notes of a session with their signatures, in order of writing."""
    note, signature = tables.note, tables.note_signature
    signed = {
        row["id"]: to_value(NoteSignature, row)
        for row in connection.execute(
            select(signature)
            .join(note, note.c.id == signature.c.id)
            .where(note.c.session == session)
        ).mappings()
    }
    rows = connection.execute(
        select(note).where(note.c.session == session, *_read(sight)).order_by(note.c.id)
    )
    return [(to_value(Note, row), signed.get(row["id"])) for row in rows.mappings()]


def noted(connection: Connection, session: SessionId, author: AccountId) -> Sequence[Person]:
    """List people about whom an account has signed a note in a session, sorted by name."""
    person, note, signature = tables.person, tables.note, tables.note_signature
    written = (
        select(note.c.person)
        .join(signature, signature.c.id == note.c.id)
        .where(note.c.session == session, note.c.author == author)
    )
    rows = connection.execute(
        select(person).where(person.c.id.in_(written)).order_by(person.c.alphabetical, person.c.id)
    )
    return [to_value(Person, row) for row in rows.mappings()]


def _read(sight: Sight | None) -> Sequence[ColumnElement[bool]]:
    return () if sight is None else (sight.notes(),)


def unsigned(
    connection: Connection, author: AccountId | None, sight: Sight | None
) -> Sequence[NoteLine]:
    """List unsigned notes, oldest first."""
    note, waits = tables.note, bookkeeping.unsigned_note
    wanted = [note.c.id.in_(select(waits.c.id)), *_read(sight)]
    if author is not None:
        wanted.append(note.c.author == author)
    return _lines(connection, *wanted)


def to_countersign(
    connection: Connection, mentor: AccountId, sight: Sight | None
) -> Sequence[NoteLine]:
    """List signed notes of trainees that wait for their mentor's signature, oldest first."""
    return _lines(connection, tables.note.c.id.in_(awaiting(mentor)), *_read(sight))


def _lines(connection: Connection, *wanted: ColumnElement[bool]) -> Sequence[NoteLine]:
    note, session = tables.note, tables.session
    activity, group, person = tables.activity, tables.group, tables.person
    question = (
        select(
            note.c.id,
            note.c.session,
            note.c.person,
            note.c.author,
            note.c.kind,
            note.c.at,
            session.c.day,
            activity.c.name_sl,
            activity.c.name_en,
            group.c.name.label("group_name"),
            person.c.family_name,
            person.c.given_name,
            person.c.code,
        )
        .select_from(note)
        .join(session, session.c.id == note.c.session)
        .join(activity, activity.c.id == session.c.activity)
        .outerjoin(group, group.c.id == session.c.group)
        .outerjoin(person, person.c.id == root(note.c.person))
        .where(*wanted)
        .order_by(session.c.day, note.c.at, note.c.id)
    )
    return [
        NoteLine(
            id=NoteId(row["id"]),
            session=SessionId(row["session"]),
            person=PersonId(row["person"]) if row["person"] else None,
            author=AccountId(row["author"]),
            kind=NoteKind(row["kind"]),
            at=row["at"],
            day=date.fromisoformat(row["day"]),
            activity_sl=row["name_sl"],
            activity_en=row["name_en"],
            who=_who(row),
            who_code=row["code"] or row["group_name"] or "",
        )
        for row in connection.execute(question).mappings()
    ]


def closed_counts(connection: Connection) -> Mapping[str, int]:
    """Count the notes of each compartment."""
    compartment = tables.note.c.compartment
    rows = connection.execute(
        select(compartment, func.count()).where(compartment.is_not(None)).group_by(compartment)
    )
    return {row[0]: row[1] for row in rows}


def drafts(connection: Connection, account: AccountId) -> Sequence[Draft]:
    """List one account's drafts, newest first."""
    table = tables.draft
    rows = connection.execute(
        select(table).where(table.c.account == account).order_by(table.c.saved_at.desc())
    )
    return [to_value(Draft, row) for row in rows.mappings()]


def draft_lines(
    connection: Connection, account: AccountId, sight: Sight | None
) -> Sequence[DraftLine]:
    """List one account's drafts, newest first; a draft of a note names its session first."""
    draft, session, activity = tables.draft, tables.session, tables.activity
    group, person = tables.group, tables.person
    seen = true() if sight is None else sight.reaches(person.c.id)
    rows = connection.execute(
        select(
            draft.c.page,
            draft.c.entity,
            draft.c.saved_at,
            session.c.id.label("session"),
            session.c.day,
            activity.c.name_sl,
            activity.c.name_en,
            group.c.name.label("group_name"),
            person.c.family_name,
            person.c.given_name,
            person.c.code,
        )
        .select_from(draft)
        .outerjoin(session, session.c.id == func.substr(draft.c.entity, 1, ID_LENGTH))
        .outerjoin(activity, activity.c.id == session.c.activity)
        .outerjoin(group, group.c.id == session.c.group)
        .outerjoin(
            # What is no note of a session may be about a person (a questionnaire).
            person,
            and_(person.c.id == root(func.coalesce(session.c.person, draft.c.entity)), seen),
        )
        .where(draft.c.account == account)
        .order_by(draft.c.saved_at.desc(), draft.c.id)
    )
    return [
        DraftLine(
            page=row["page"],
            entity=row["entity"],
            saved_at=row["saved_at"],
            session=SessionId(row["session"]) if row["session"] else None,
            day=date.fromisoformat(row["day"]) if row["day"] else None,
            activity_sl=row["name_sl"] or "",
            activity_en=row["name_en"] or "",
            who=_who(row),
            who_code=row["code"] or row["group_name"] or "",
        )
        for row in rows.mappings()
    ]


def home(
    connection: Connection,
    day: date,
    account: AccountId,
    sight: Sight | None,
    *,
    whole_unit: bool,
) -> HomeCounts:
    """Count what waits: unsigned notes of one account or of the unit, and own drafts."""
    waits, draft = bookkeeping.unsigned_note, tables.draft
    session = tables.session
    waiting = select(func.count(), func.min(session.c.day)).select_from(
        waits.join(session, session.c.id == waits.c.session)
    )
    if not whole_unit:
        waiting = waiting.where(waits.c.author == account)
    count, oldest = connection.execute(waiting).one()
    drafted, newest = connection.execute(
        select(func.count(), func.max(draft.c.saved_at)).where(draft.c.account == account)
    ).one()
    today = connection.scalar(
        select(func.count())
        .select_from(session)
        .where(session.c.day == day.isoformat(), *opened(sight))
    )
    not_keyed = connection.scalar(
        select(func.count()).select_from(session).where(awaits_keying(day), *opened(sight))
    )
    return HomeCounts(
        sessions=today or 0,
        unsigned=count,
        unsigned_oldest=date.fromisoformat(oldest) if oldest else None,
        drafts=drafted,
        draft_newest=newest,
        printed_not_keyed=not_keyed or 0,
    )


def _who(row: RowMapping) -> str:
    """Name the person of a note or session, else its group."""
    if row["family_name"]:
        return f"{row['family_name']} {row['given_name'][:1]}."
    return row["group_name"] or ""
