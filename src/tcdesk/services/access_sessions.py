"""Sessions and attendance in a person's record: what holds, and what it was before corrections."""

from collections.abc import Callable, Mapping, Sequence

from tcdesk.domain.ids import SessionId
from tcdesk.domain.people import Person
from tcdesk.domain.programmes import Activity
from tcdesk.domain.sessions import Attendance, Session
from tcdesk.domain.staff import Staff
from tcdesk.services.access_tables import day_of, record_table
from tcdesk.services.papers import ColumnKind, Table, Value
from tcdesk.services.ports import Words
from tcdesk.services.store import Reading

_TEXT, _DATE, _NUMBER = ColumnKind.TEXT, ColumnKind.DATE, ColumnKind.NUMBER


def session_tables(
    facts: Reading,
    words: Words,
    person: Person,
    sessions: Mapping[SessionId, Session],
    attendance: Sequence[Attendance],
    name: Callable[[str], str],
    leader: Callable[[Staff], str],
) -> tuple[Table, ...]:
    """Give the sessions of a person, and what attendance was before it was corrected.

    Args:
        facts: The vault as it stands.
        words: The language.
        person: Whose record it is.
        sessions: Every session of the person, in order of time.
        attendance: Every fact about the person.
        name: Names an account.
        leader: Names one who works here.
    """
    superseded = {one.supersedes for one in attendance}
    held = {one.session: one for one in attendance if one.id not in superseded}
    activities = {one.id: one for one in facts.find(Activity)}
    staff = {one.id: one for one in facts.find(Staff)}
    gender = person.sex.value.lower()
    rows: list[tuple[Value, ...]] = []
    for session in sessions.values():
        fact = held.get(session.id)
        activity = activities[session.activity]
        rows.append(
            (
                session.day,
                words.time(session.start),
                activity.name_sl if words.language == "sl" else activity.name_en,
                words(f"attendance-status-{fact.status.value}", sex=gender)
                if fact
                else words(f"session-state-{session.state.value}"),
                fact.minutes if fact else None,
                fact.participation if fact else None,
                leader(staff[session.leader]),
            )
        )
    columns = (
        ("day", _DATE),
        ("hour", _TEXT),
        ("activity", _TEXT),
        ("attendance", _TEXT),
        ("minutes", _NUMBER),
        ("participation", _NUMBER),
        ("leader", _TEXT),
    )
    table = record_table(words, "sessions", columns, rows)
    return (table, *_corrected(words, gender, sessions, attendance, name))


def _corrected(
    words: Words,
    gender: str,
    sessions: Mapping[SessionId, Session],
    attendance: Sequence[Attendance],
    name: Callable[[str], str],
) -> tuple[Table, ...]:
    """Give what was corrected, why and by whom; no table when nothing was."""
    later = {one.supersedes: one for one in attendance if one.supersedes}
    rows: list[tuple[Value, ...]] = [
        (
            sessions[one.session].day,
            words(f"attendance-status-{one.status.value}", sex=gender),
            one.minutes,
            day_of(later[one.id].recorded_at),
            later[one.id].reason or "",
            name(later[one.id].account),
        )
        for one in attendance
        if one.id in later
    ]
    columns = (
        ("day", _DATE),
        ("before", _TEXT),
        ("minutes", _NUMBER),
        ("corrected", _DATE),
        ("reason", _TEXT),
        ("by", _TEXT),
    )
    return (record_table(words, "corrected", columns, rows),) if rows else ()
