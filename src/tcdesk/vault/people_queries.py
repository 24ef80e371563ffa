"""Questions about people: lists, alerts, possible duplicates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    RowMapping,
    Table,
    and_,
    case,
    exists,
    false,
    func,
    or_,
    select,
)

from tcdesk.domain.folding import fold, needles
from tcdesk.domain.identifiers import plain_number
from tcdesk.domain.ids import PersonId
from tcdesk.domain.likeness import distance, is_near
from tcdesk.domain.people import LegalStatus, Person, PersonKind, Sex
from tcdesk.services.lines import (
    AlertKind,
    AlertLine,
    Alerts,
    Likeness,
    PeopleOrder,
    PeopleQuestion,
    PersonLine,
    Similar,
    Why,
)
from tcdesk.vault import file_tables, flag_queries, tables
from tcdesk.vault.mapper import to_value
from tcdesk.vault.same import is_merged, root, same
from tcdesk.vault.sight import Sight, caseload

MOST_ALIKE, MOST_SHOWN = 200, 10
NEAR_LETTERS = 1  # of a name, with the same birth date

T = TypeVar("T")


def _holds(table: Table, day: date) -> ColumnElement[bool]:
    on = day.isoformat()
    return and_(table.c.from_date <= on, or_(table.c.to_date.is_(None), table.c.to_date > on))


def _in_programme(day: date) -> ColumnElement[bool]:
    episode = tables.episode
    return tables.person.c.id.in_(select(root(episode.c.person)).where(_holds(episode, day)))


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
        found = select(column).where(episode.c.person.in_(same(person.c.id)), _holds(episode, day))
        if of is programme:
            found = found.where(programme.c.id == episode.c.programme)
        if of is phase:
            found = found.where(
                stay.c.episode == episode.c.id, _holds(stay, day), phase.c.id == stay.c.phase
            )
        newest = found.order_by(episode.c.from_date.desc(), episode.c.id.desc()).limit(1)
        return newest.correlate(person).scalar_subquery()

    held = (
        select(status.c.status)
        .where(status.c.person.in_(same(person.c.id)), _holds(status, day))
        .order_by(status.c.from_date.desc())
        .limit(1)
    )
    return _Now(
        status=held.correlate(person).scalar_subquery(),
        programme=of_episode(programme.c.code, programme),
        phase=of_episode(phase.c.number, phase),
    )


def _seen(sight: Sight | None) -> Sequence[ColumnElement[bool]]:
    """Leave out files that stand for another one, and those that may not be seen."""
    person, merged = tables.person, ~is_merged(tables.person.c.id)
    return (merged,) if sight is None else (merged, sight.reaches(person.c.id))


def _named(person: FromClause, words: Sequence[Sequence[str]]) -> ColumnElement[bool]:
    """Say of a person that every word is found in the name, the code or a number."""
    return and_(*(_word(person, spellings) for spellings in words))


def _word(person: FromClause, spellings: Sequence[str]) -> ColumnElement[bool]:
    identifier, literal_one = file_tables.identifier, spellings[0]
    found = [
        *(person.c.folded.contains(needle, autoescape=True) for needle in spellings),
        func.lower(person.c.code).contains(literal_one, autoescape=True),
    ]
    if any(sign.isdigit() for sign in literal_one):
        plain = plain_number(literal_one)
        numbered = select(identifier.c.person).where(identifier.c.plain.contains(plain))
        found.append(person.c.id.in_(numbered))
    return or_(*found)


def _wanted(question: PeopleQuestion, sight: Sight | None) -> Sequence[ColumnElement[bool]]:
    person, wanted = tables.person, list[ColumnElement[bool]]()
    if question.words:
        other = tables.person.alias()
        merged = select(root(other.c.id)).where(
            is_merged(other.c.id), _named(other, question.words)
        )
        wanted.append(or_(_named(person, question.words), person.c.id.in_(merged)))
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
    ).mappings()
    found = rows.all()
    marked = flag_queries.marks(connection, [PersonId(row["id"]) for row in found], question.day)
    return [
        PersonLine(
            id=PersonId(row["id"]),
            code=row["code"],
            name=f"{row['family_name']} {row['given_name']}",
            birth_date=date.fromisoformat(row["birth_date"]) if row["birth_date"] else None,
            sex=Sex(row["sex"]),
            kind=PersonKind(row["kind"]),
            status=LegalStatus(row["status"]) if row["status"] else None,
            programme=row["programme"],
            phase=row["phase"],
            marks=marked.get(PersonId(row["id"]), ""),
        )
        for row in found
    ]


def people_count(connection: Connection, question: PeopleQuestion, sight: Sight | None) -> int:
    """Count the people that a list holds in all."""
    wanted = _wanted(question, sight)
    return connection.scalar(select(func.count()).select_from(tables.person).where(*wanted)) or 0


def alerts(connection: Connection, day: date, most: int | None, sight: Sight | None) -> Alerts:
    """Count people in a programme on a day who need a look, and list the first of them."""
    person, flag, now = tables.person, file_tables.flag, _now(day)
    holds: dict[AlertKind, ColumnElement[bool]] = {
        AlertKind.RISK: exists().where(
            flag.c.person.in_(same(person.c.id)), flag_queries.holds(day)
        ),
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


def similar(connection: Connection, wanted: Likeness, sight: Sight | None) -> Sequence[Similar]:
    """Find possible duplicates, the surest first; files that were merged are told as one."""
    person, identifier = tables.person, file_tables.identifier
    numbered = or_(
        false(),
        *(
            and_(identifier.c.kind == kind.value, identifier.c.plain == plain)
            for kind, plain in wanted.numbers
        ),
    )
    by_number = select(root(identifier.c.person)).where(numbered)
    known = set(connection.scalars(by_number)) if wanted.numbers else set[str]()
    rows = connection.execute(
        select(person)
        .where(or_(person.c.id.in_(known), _alike(wanted)), *_seen(sight))
        .order_by(person.c.alphabetical)
        .limit(MOST_ALIKE)
    )
    found = [to_value(Person, row) for row in rows.mappings()]
    told = [
        Similar(person=one, why=why)
        for one in found
        if (why := Why.NUMBER if one.id in known else _why(one, wanted)) is not None
    ]
    return sorted(told, key=lambda one: list(Why).index(one.why))[:MOST_SHOWN]


def _alike(wanted: Likeness) -> ColumnElement[bool]:
    """Say of a person that the name or the birth date is near enough for a closer look."""
    person, parts = tables.person, list[ColumnElement[bool]]()
    for spelling in needles(wanted.family):
        parts.append(person.c.folded.startswith(f"{spelling} ", autoescape=True))
        parts.append(person.c.folded.endswith(f" {spelling}", autoescape=True))
    if wanted.birth is not None:
        parts.append(person.c.birth_date == wanted.birth.isoformat())
    return or_(false(), *parts)


def _why(one: Person, wanted: Likeness) -> Why | None:
    """Say why somebody may be the same; None for who merely shares a name or a birthday."""
    family, given = fold(one.family_name), fold(one.given_name)
    same_name = {family, given} == {wanted.family, wanted.given}
    if one.birth_date is None or wanted.birth is None:
        return Why.NAME if same_name else None
    if one.birth_date == wanted.birth:
        if same_name:
            return Why.NAME_AND_BIRTH
        shared = {family, given} & {wanted.family, wanted.given}
        near = min(distance(family, wanted.family), distance(given, wanted.given))
        return Why.SOUNDS if shared or near <= NEAR_LETTERS else None
    if same_name:
        return Why.NAME
    if family == wanted.family and is_near(one.birth_date, wanted.birth):
        return Why.BIRTH_NEAR
    return None
