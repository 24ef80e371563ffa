"""Questions about groups, rosters and sessions."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Table,
    and_,
    exists,
    false,
    func,
    or_,
    select,
    true,
    union,
)

from tcdesk.domain.ids import AccountId, GroupId, PersonId, ProgrammeId, SessionId
from tcdesk.domain.people import Person
from tcdesk.domain.programmes import ActivityForm
from tcdesk.domain.sessions import ATTENDED, BLOCKED, CancelReason, SessionState
from tcdesk.services.lines import GroupLine, PersonSummary, SessionFilter, SessionLine
from tcdesk.vault import bookkeeping, tables
from tcdesk.vault.flag_queries import marks
from tcdesk.vault.head_count_tables import head_count
from tcdesk.vault.mapper import to_value
from tcdesk.vault.mentor_queries import awaiting
from tcdesk.vault.same import root, same
from tcdesk.vault.sight import Sight


def _holds(table: Table, on: str) -> ColumnElement[bool]:
    return and_(table.c.from_date <= on, or_(table.c.to_date.is_(None), table.c.to_date > on))


def groups(connection: Connection, day: date, sight: Sight | None) -> Sequence[GroupLine]:
    """List groups that run on a day, with the number of members that may be seen.

    Whoever sees nobody is told how many there are.
    """
    group, member, staff = tables.group, tables.membership, tables.staff
    programme, activity = tables.programme, tables.activity
    on = day.isoformat()
    count = (
        select(func.count())
        .where(
            member.c.group == group.c.id,
            _holds(member, on),
            *((sight.reaches(member.c.person),) if sight is not None and sight.own else ()),
        )
        .scalar_subquery()
    )
    rows = connection.execute(
        select(
            group.c.id,
            group.c.name,
            group.c.room,
            programme.c.code.label("programme"),
            activity.c.code.label("activity"),
            staff.c.given_name,
            staff.c.family_name,
            count.label("members"),
        )
        .join(programme, programme.c.id == group.c.programme)
        .join(activity, activity.c.id == group.c.activity)
        .join(staff, staff.c.id == group.c.leader)
        .where(_holds(group, on))
        .order_by(group.c.name)
    )
    return [
        GroupLine(
            id=GroupId(row["id"]),
            name=row["name"],
            programme=row["programme"],
            activity=row["activity"],
            room=row["room"],
            leader=f"{row['given_name'][:1]}. {row['family_name']}",
            members=row["members"],
        )
        for row in rows.mappings()
    ]


def members(
    connection: Connection, group: GroupId, day: date, sight: Sight | None
) -> Sequence[Person]:
    """List members of a group on a day, sorted by name."""
    person, member = tables.person, tables.membership
    rows = connection.execute(
        select(person)
        .where(
            person.c.id.in_(
                select(root(member.c.person)).where(
                    member.c.group == group, _holds(member, day.isoformat())
                )
            ),
            *((sight.reaches(person.c.id),) if sight is not None else ()),
        )
        .order_by(person.c.alphabetical, person.c.id)
    )
    return [to_value(Person, row) for row in rows.mappings()]


def expected(connection: Connection, session_id: SessionId) -> int:
    """Count the people whom a session expects: members and guests, without those left out."""
    session, member, guest = tables.session, tables.membership, tables.guest
    here = session.c.id == session_id
    on_roster = union(
        select(root(session.c.person)).where(here, session.c.person.is_not(None)),
        select(root(member.c.person))
        .join(session, session.c.group == member.c.group)
        .where(
            here,
            member.c.from_date <= session.c.day,
            or_(member.c.to_date.is_(None), member.c.to_date > session.c.day),
        ),
        select(root(guest.c.person)).where(guest.c.session == session_id, guest.c.added == 1),
    )
    left_out = select(root(guest.c.person)).where(guest.c.session == session_id, guest.c.added == 0)
    every = on_roster.subquery()
    stays = next(iter(every.c)).not_in(left_out)
    return connection.scalar(select(func.count()).select_from(every).where(stays)) or 0


def between(
    connection: Connection,
    first: date,
    last: date,
    programme_id: ProgrammeId | None,
    sight: Sight | None,
) -> Sequence[SessionLine]:
    """List sessions from the first to the last day, both included."""
    session = tables.session
    wanted: list[ColumnElement[bool]] = [session.c.day.between(first.isoformat(), last.isoformat())]
    if programme_id is not None:
        wanted.append(session.c.programme == programme_id)
    return _lines(connection, sight, *wanted)


def awaits_keying(day: date) -> ColumnElement[bool]:
    """Say of a session that its sheet was printed, its day has come and nothing is recorded."""
    session, printed, fact = tables.session, tables.sheet_print, tables.attendance
    return and_(
        session.c.state == SessionState.PLANNED.value,
        session.c.day <= day.isoformat(),
        exists().where(printed.c.session == session.c.id),
        ~exists().where(fact.c.session == session.c.id),
        ~exists().where(head_count.c.session == session.c.id),
    )


def printed_not_keyed(
    connection: Connection, day: date, sight: Sight | None
) -> Sequence[SessionLine]:
    """List sessions up to a day whose sheet was printed and nothing is recorded."""
    return _lines(connection, sight, awaits_keying(day), *opened(sight))


def opened(sight: Sight | None) -> Sequence[ColumnElement[bool]]:
    """Give the condition that ``session`` may be opened."""
    return () if sight is None else (sight.opens(),)


def waiting(
    connection: Connection, what: SessionFilter, account: AccountId | None, sight: Sight | None
) -> Sequence[SessionLine]:
    """List sessions with unsigned notes, or with drafts; of one account or of all."""
    session, note, draft = tables.session, tables.note, tables.draft
    if what is SessionFilter.DRAFTED:
        waits = select(draft.c.entity).where(draft.c.page == "session")
        if account is not None:
            waits = waits.where(draft.c.account == account)
    elif what is SessionFilter.TO_COUNTERSIGN:
        signed = false() if account is None else note.c.id.in_(awaiting(account))
        waits = select(note.c.session).where(signed)
    else:
        unsigned = bookkeeping.unsigned_note
        waits = select(unsigned.c.session)
        if account is not None:
            waits = waits.where(unsigned.c.author == account)
    return _lines(connection, sight, session.c.id.in_(waits), *opened(sight))


def summary(connection: Connection, person: PersonId, day: date) -> PersonSummary:
    """Sum up a person's attendance up to a day, and find the next session from it on."""
    session, fact, later = tables.session, tables.attendance, tables.attendance.alias("later")
    note, waits, member = tables.note, bookkeeping.unsigned_note, tables.membership
    on = day.isoformat()
    attended = fact.c.status.in_([status.value for status in ATTENDED])
    blocked = fact.c.status.in_([status.value for status in BLOCKED])
    present, expected, minutes = connection.execute(
        select(
            func.count().filter(attended),
            func.count().filter(~blocked),
            func.coalesce(func.sum(fact.c.minutes).filter(attended), 0),
        )
        .select_from(
            fact.join(session, session.c.id == fact.c.session).outerjoin(
                later, later.c.supersedes == fact.c.id
            )
        )
        .where(fact.c.person.in_(same(person)), later.c.id.is_(None), session.c.day <= on)
    ).one()
    unsigned = connection.scalar(
        select(func.count())
        .select_from(note.join(waits, waits.c.id == note.c.id))
        .where(note.c.person.in_(same(person)))
    )
    in_group = exists().where(
        member.c.person.in_(same(person)),
        member.c.group == session.c.group,
        member.c.from_date <= session.c.day,
        or_(member.c.to_date.is_(None), member.c.to_date > session.c.day),
    )
    following = _lines(
        connection,
        None,
        session.c.day >= on,
        session.c.state == SessionState.PLANNED.value,
        or_(session.c.person.in_(same(person)), in_group),
        most=1,
    )
    return PersonSummary(
        attended=present,
        expected=expected,
        minutes=minutes,
        unsigned=unsigned or 0,
        next=following[0] if following else None,
    )


def _lines(
    connection: Connection,
    sight: Sight | None,
    *wanted: ColumnElement[bool],
    most: int | None = None,
) -> Sequence[SessionLine]:
    session, group, person, staff = tables.session, tables.group, tables.person, tables.staff
    programme, activity, fact = tables.programme, tables.activity, tables.attendance
    note, waits, printed = tables.note, bookkeeping.unsigned_note, tables.sheet_print
    recorded = (
        select(func.count(func.distinct(fact.c.person)))
        .where(fact.c.session == session.c.id)
        .scalar_subquery()
    )
    notes = select(func.count()).where(note.c.session == session.c.id).scalar_subquery()
    unsigned = (
        select(func.count())
        .select_from(note.join(waits, waits.c.id == note.c.id))
        .where(note.c.session == session.c.id)
        .scalar_subquery()
    )
    prints = select(func.count()).where(printed.c.session == session.c.id).scalar_subquery()
    # Notes are told to whoever may see somebody; a schedule alone tells nothing of them.
    told = sight is None or sight.own
    person_seen = true() if sight is None else sight.reaches(session.c.person)
    may_open = true() if sight is None else sight.opens()
    question = (
        select(
            session,
            programme.c.code.label("programme_code"),
            activity.c.code.label("activity_code"),
            activity.c.name_sl.label("activity_sl"),
            activity.c.name_en.label("activity_en"),
            activity.c.form.label("form"),
            group.c.name.label("group_name"),
            person.c.id.label("person_id"),
            person.c.family_name.label("person_family"),
            person.c.given_name.label("person_given"),
            person.c.code.label("person_code"),
            staff.c.given_name.label("leader_given"),
            staff.c.family_name.label("leader_family"),
            recorded.label("recorded"),
            notes.label("notes"),
            unsigned.label("unsigned"),
            prints.label("printed"),
            may_open.label("may_open"),
        )
        .select_from(session)
        .join(programme, programme.c.id == session.c.programme)
        .join(activity, activity.c.id == session.c.activity)
        .join(staff, staff.c.id == session.c.leader)
        .outerjoin(group, group.c.id == session.c.group)
        .outerjoin(person, and_(person.c.id == root(session.c.person), person_seen))
        .where(*wanted)
        .order_by(session.c.day, session.c.start, session.c.id)
        .limit(most)
    )
    rows = connection.execute(question).mappings().all()
    marked = _marks(connection, rows)
    return [
        SessionLine(
            id=SessionId(row["id"]),
            day=date.fromisoformat(row["day"]),
            start=row["start"],
            minutes=row["minutes"],
            programme=ProgrammeId(row["programme"]),
            programme_code=row["programme_code"],
            activity_code=row["activity_code"],
            activity_sl=row["activity_sl"],
            activity_en=row["activity_en"],
            form=ActivityForm(row["form"]),
            group=GroupId(row["group"]) if row["group"] else None,
            person=PersonId(row["person_id"]) if row["person_code"] else None,
            who=row["group_name"] or _short(row["person_family"], row["person_given"]),
            who_code=row["group_name"] or row["person_code"] or "",
            room=row["room"],
            leader=f"{row['leader_given'][:1]}. {row['leader_family']}",
            state=SessionState(row["state"]),
            cancel_reason=CancelReason(row["cancel_reason"]) if row["cancel_reason"] else None,
            code=row["code"],
            recorded=row["recorded"],
            notes=row["notes"] if told else 0,
            unsigned=row["unsigned"] if told else 0,
            printed=row["printed"],
            opens=bool(row["may_open"]),
            marks=marked.get((row["person_id"], row["day"]), ""),
        )
        for row in rows
    ]


def _marks(
    connection: Connection, rows: Sequence[RowMapping]
) -> Mapping[tuple[PersonId, str], str]:
    """Give the risk flags of the people of individual sessions, as of their days."""
    days: dict[str, list[PersonId]] = defaultdict(list)
    for row in rows:
        if row["person_id"]:
            days[row["day"]].append(PersonId(row["person_id"]))
    return {
        (person, day): told
        for day, people in days.items()
        for person, told in marks(connection, people, date.fromisoformat(day)).items()
    }


def _short(family: str | None, given: str | None) -> str:
    return f"{family} {(given or '')[:1]}." if family else ""
