"""Questions to the index of open notes, joined with what may be read."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

from sqlalchemy import Connection, RowMapping, func, literal, literal_column, select, table
from sqlalchemy import column as free_column

from tcdesk.bundle.canonical import decode
from tcdesk.domain.ids import NoteId, PersonId, SessionId
from tcdesk.domain.notes import NoteKind
from tcdesk.services.lines import NoteHit
from tcdesk.vault import tables
from tcdesk.vault.bookkeeping import note_place
from tcdesk.vault.sight import Sight

SHORTEST_BEGINNING = 3  # letters; a shorter word must stand as it is

_text = table("note_text", free_column("rowid"), free_column("rank"))


def asking(words: Sequence[Sequence[str]]) -> str:
    """Write the question to FTS5: every word, in one of its spellings, as a beginning of a word."""
    return " AND ".join(f"({' OR '.join(_said(one) for one in spellings)})" for spellings in words)


def _said(word: str) -> str:
    quoted = '"' + word.replace('"', "") + '"'
    return f"{quoted} *" if len(word) >= SHORTEST_BEGINNING else quoted


def hits(
    connection: Connection,
    words: Sequence[Sequence[str]],
    sight: Sight | None,
    *,
    ranked: bool,
    limit: int,
) -> Sequence[NoteHit]:
    """Find open notes that hold every word, as far as they may be read."""
    if not words:
        return ()
    note, session, activity = tables.note, tables.session, tables.activity
    group, person, staff = tables.group, tables.person, tables.staff
    author = (
        select(func.substr(staff.c.given_name, 1, 1) + literal(". ") + staff.c.family_name)
        .where(staff.c.account == note.c.author)
        .limit(1)
        .correlate(note)
        .scalar_subquery()
    )
    found = _text.join(note_place, note_place.c.n == _text.c.rowid).join(
        note, note.c.id == note_place.c.note
    )
    question = (
        select(note.c.id)
        .select_from(found)
        .where(literal_column("note_text").match(asking(words)), note.c.compartment.is_(None))
        .order_by(_text.c.rank if ranked else _text.c.rowid.desc())
        .limit(limit)
    )
    if sight is not None:
        question = question.where(sight.notes())
    keys = list(connection.scalars(question))
    rows = connection.execute(
        select(
            note.c.id,
            note.c.session,
            note.c.person,
            note.c.kind,
            note.c.body,
            session.c.day,
            activity.c.name_sl,
            activity.c.name_en,
            group.c.name.label("group_name"),
            person.c.family_name,
            person.c.given_name,
            person.c.code,
            author.label("author"),
        )
        .join(session, session.c.id == note.c.session)
        .join(activity, activity.c.id == session.c.activity)
        .outerjoin(group, group.c.id == session.c.group)
        .outerjoin(person, person.c.id == note.c.person)
        .where(note.c.id.in_(keys))
    )
    by_key = {row["id"]: _hit(row) for row in rows.mappings()}
    return [by_key[key] for key in keys]


def _hit(row: RowMapping) -> NoteHit:
    body = cast("Mapping[str, Mapping[str, str]]", decode(str(row["body"]).encode()))
    named = row["family_name"] is not None
    return NoteHit(
        id=NoteId(row["id"]),
        session=SessionId(row["session"]),
        person=PersonId(row["person"]) if row["person"] else None,
        kind=NoteKind(row["kind"]),
        day=date.fromisoformat(row["day"]),
        activity_sl=row["name_sl"],
        activity_en=row["name_en"],
        author=row["author"] or "",
        fields=body["fields"],
        who=f"{row['family_name']} {row['given_name']}" if named else row["group_name"] or "",
        who_code=row["code"] or "" if named else "",
    )
