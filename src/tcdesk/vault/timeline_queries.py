"""What happened to one person, as lines of one list: only the page that is looked at is read."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    Text,
    and_,
    case,
    cast,
    exists,
    func,
    literal,
    select,
    union_all,
)

from tcdesk.domain.ids import AccountId
from tcdesk.services.lines import TimelineLine, TimelineQuestion
from tcdesk.vault import file_tables, instrument_queries, instrument_tables, tables
from tcdesk.vault.same import same

_Line = Select[tuple[str, ...]]
_NOTHING = literal(None)


def timeline(
    connection: Connection, question: TimelineQuestion, limit: int, after: int
) -> Sequence[TimelineLine]:
    """List what happened to one person, newest first, a page from offset ``after``."""
    wanted = question.kinds
    parts = [part for kind, part in _parts(question).items() if not wanted or kind in wanted]
    if not parts:
        return ()
    every = union_all(*parts).subquery()
    asked = select(every).where(every.c.day <= question.until.isoformat())
    if question.since is not None:
        asked = asked.where(every.c.day >= question.since.isoformat())
    if question.author is not None:
        asked = asked.where(every.c.author == question.author)
    rows = connection.execute(
        asked.order_by(every.c.day.desc(), every.c.row.desc()).limit(limit).offset(after)
    )
    return [
        TimelineLine(
            day=date.fromisoformat(row["day"]),
            kind=row["kind"],
            what=row["what"],
            detail=row["detail"],
            session=row["session"],
            signed=None if row["signed"] is None else bool(row["signed"]),
            author=AccountId(row["author"]) if row["author"] else None,
        )
        for row in rows.mappings()
    ]


def authors(connection: Connection, person: str) -> Sequence[AccountId]:
    """List the accounts that have written something in a person's file."""
    found = union_all(
        *(
            select(column).where(table.c.person.in_(same(person)))
            for table, column in (
                (tables.note, tables.note.c.author),
                (tables.attendance, tables.attendance.c.account),
                (instrument_tables.response, instrument_tables.response.c.account),
                (instrument_tables.safety_flow, instrument_tables.safety_flow.c.opened_by),
            )
        )
    ).subquery()
    rows = connection.scalars(select(next(iter(found.c))).distinct())
    return [AccountId(one) for one in rows]


def _parts(question: TimelineQuestion) -> Mapping[str, _Line]:
    """Give the question of every kind of line."""
    person = question.person
    told = instrument_queries.timeline(person)
    return {
        **_stays(person),
        **_programmes(person),
        "attendance": _attended(person),
        "note": _notes(person),
        "response": told[0],
        "safety": told[1],
        **_agreed(person),
    }


def _line(
    table: Table,
    day: ColumnElement[str],
    kind: str,
    what: ColumnElement[str],
    detail: ColumnElement[str] | None = None,
    *,
    session: ColumnElement[str] | None = None,
    signed: ColumnElement[bool] | None = None,
    author: ColumnElement[str] | None = None,
) -> _Line:
    """Draw the columns that every part has."""
    return select(
        day.label("day"),
        literal(kind).label("kind"),
        what.label("what"),
        (literal("") if detail is None else detail).label("detail"),
        (_NOTHING if session is None else session).label("session"),
        (_NOTHING if signed is None else signed).label("signed"),
        (_NOTHING if author is None else author).label("author"),
        table.c.id.label("row"),
    )


def _stays(person: str) -> Mapping[str, _Line]:
    status, regime, housing = (
        tables.status_stay,
        file_tables.regime_stay,
        file_tables.housing_stay,
    )
    lives = _line(housing, housing.c.from_date, "housing", housing.c.place, housing.c.wing)
    return {
        "status": _line(status, status.c.from_date, "status", status.c.status).where(
            status.c.person.in_(same(person))
        ),
        "regime": _line(regime, regime.c.from_date, "regime", regime.c.regime).where(
            regime.c.person.in_(same(person))
        ),
        "housing": lives.where(housing.c.person.in_(same(person))),
    }


def _programmes(person: str) -> Mapping[str, _Line]:
    episode, stay = tables.episode, tables.phase_stay
    programme, phase = tables.programme, tables.phase
    mine = episode.c.person.in_(same(person))
    code = func.coalesce(episode.c.exit_code, "")
    return {
        "entry": _line(episode, episode.c.from_date, "entry", programme.c.code)
        .join(programme, programme.c.id == episode.c.programme)
        .where(mine),
        "exit": _line(episode, episode.c.to_date, "exit", programme.c.code, code)
        .join(programme, programme.c.id == episode.c.programme)
        .where(mine, episode.c.to_date.is_not(None)),
        "phase": _line(stay, stay.c.from_date, "phase", phase.c.name_sl, phase.c.name_en)
        .join(episode, episode.c.id == stay.c.episode)
        .join(phase, phase.c.id == stay.c.phase)
        .where(mine),
    }


def _attended(person: str) -> _Line:
    fact, session, activity = tables.attendance, tables.session, tables.activity
    later = tables.attendance.alias("later")
    return (
        _line(
            fact,
            session.c.day,
            "attendance",
            activity.c.name_sl + literal("|") + activity.c.name_en,
            fact.c.status + literal("|") + cast(fact.c.minutes, Text),
            session=session.c.id,
            author=fact.c.account,
        )
        .join(session, session.c.id == fact.c.session)
        .join(activity, activity.c.id == session.c.activity)
        .where(fact.c.person.in_(same(person)), ~exists().where(later.c.supersedes == fact.c.id))
    )


def _notes(person: str) -> _Line:
    note, session, activity = tables.note, tables.session, tables.activity
    signature = tables.note_signature
    return (
        _line(
            note,
            session.c.day,
            "note",
            activity.c.name_sl + literal("|") + activity.c.name_en,
            note.c.kind + _closed_by(note),
            session=session.c.id,
            signed=signature.c.id.is_not(None),
            author=note.c.author,
        )
        .join(session, session.c.id == note.c.session)
        .join(activity, activity.c.id == session.c.activity)
        .outerjoin(signature, signature.c.id == note.c.id)
        .where(note.c.person.in_(same(person)))
    )


def _agreed(person: str) -> Mapping[str, _Line]:
    consent, flag = file_tables.consent, file_tables.flag
    answer = case((consent.c.given == 1, literal("signed")), else_="unsigned")
    return {
        "consent": _line(consent, consent.c.from_date, "consent", consent.c.purpose, answer).where(
            consent.c.person.in_(same(person))
        ),
        "withdrawal": _line(consent, consent.c.to_date, "withdrawal", consent.c.purpose).where(
            and_(consent.c.person.in_(same(person)), consent.c.to_date.is_not(None))
        ),
        "flag": _line(flag, flag.c.from_date, "flag", flag.c.kind).where(
            flag.c.person.in_(same(person))
        ),
    }


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
