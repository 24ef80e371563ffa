"""What the one at the desk may see of people, as conditions for every question (domain.caseload).

    whole unit   no Sight at all: nothing is left out
    own          the caseload as of today, and files that are open in an emergency
    nobody       a role that sees no people: schedules and counts only

A question takes the Sight and adds its condition; what is read by id is checked by the same ones.
Sessions are always told, so that rooms and hours can be planned; whose they are is left out.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar, cast

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    FromClause,
    RowMapping,
    Select,
    Table,
    and_,
    exists,
    false,
    not_,
    or_,
    select,
    true,
    union,
)

from tcdesk.domain.caseload import SESSION_DAYS
from tcdesk.domain.ids import AccountId
from tcdesk.domain.sessions import Session, SessionState
from tcdesk.domain.staff import Action, Scope, may
from tcdesk.services.store import Actor
from tcdesk.vault import tables
from tcdesk.vault.same import whole

V = TypeVar("V")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What an account sees on a day; ``own`` is False where it sees nobody."""

    account: AccountId
    own: bool
    day: date
    moment: str

    def reaches(self, person: ColumnElement[str]) -> ColumnElement[bool]:
        """Say of a column that holds people that the person may be seen."""
        if not self.own:
            return false()
        emergency = tables.emergency_access.alias()
        opened = select(emergency.c.person).where(
            emergency.c.account == self.account,
            emergency.c.ended_at.is_(None),
            emergency.c.until > self.moment,
        )
        return or_(person.in_(caseload(self.account, self.day)), person.in_(whole(opened)))

    def opens(self) -> ColumnElement[bool]:
        """Say of ``session`` that its page may be opened: somebody on it may be seen."""
        if not self.own:
            return true()  # a schedule without people
        session, note = tables.session, tables.note.alias()
        member, guest = tables.membership.alias(), tables.guest.alias()
        fact = tables.attendance.alias()
        return or_(
            self.runs(),
            exists().where(note.c.session == session.c.id, note.c.author == self.account),
            exists().where(
                member.c.group == session.c.group,
                _holds_on(member, session.c.day),
                self.reaches(member.c.person),
            ),
            exists().where(guest.c.session == session.c.id, self.reaches(guest.c.person)),
            exists().where(fact.c.session == session.c.id, self.reaches(fact.c.person)),
        )

    def runs(self, session: FromClause = tables.session) -> ColumnElement[bool]:
        """Say of ``session`` that it is the account's to run, change and record."""
        if not self.own:
            return false()
        own, group = _own_staff(self.account), tables.group.alias()
        led = select(group.c.id).where(group.c.leader.in_(own))
        return or_(
            session.c.leader.in_(own),
            session.c.co_leader.in_(own),
            session.c.group.in_(led),
            self.reaches(session.c.person),
        )

    def notes(self) -> ColumnElement[bool]:
        """Say of ``note`` that it may be read: one's own, of one's people, of one's sessions."""
        if not self.own:
            return false()
        note, session = tables.note, tables.session.alias()
        shared = select(session.c.id).where(self.runs(session))
        return or_(
            note.c.author == self.account,
            self.reaches(note.c.person),
            and_(note.c.person.is_(None), note.c.session.in_(shared)),
        )

    def rows(self, table: Table) -> ColumnElement[bool]:
        """Say which rows of a table may be read by id or by equal columns."""
        if table is tables.person:
            return self.reaches(table.c.id)
        if table is tables.note:
            return self.notes()
        if table is tables.phase_stay:
            episode = tables.episode.alias()
            return table.c.episode.in_(select(episode.c.id).where(self.reaches(episode.c.person)))
        if table is tables.sheet_print:
            session = tables.session.alias()
            return table.c.session.in_(select(session.c.id).where(self.runs(session)))
        if table is tables.draft:
            return table.c.account == self.account
        if table in (tables.session, tables.emergency_access):  # its services say whose is told
            return true()
        if "person" in table.c:
            seen = or_(table.c.person.is_(None), self.reaches(table.c.person))
            return or_(seen, self.reaches(table.c.other)) if "other" in table.c else seen
        return true()

    def session_columns(self) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
        """Give two columns beside a session's own, for ``without_people``."""
        seen = self.reaches(tables.session.c.person)
        told = self.opens() if self.own else false()
        return seen.label("person_seen"), told.label("theme_told")


def sight_of(actor: Actor | None, day: date, moment: str) -> Sight | None:
    """Give what limits an actor's questions; None where nothing does."""
    if actor is None:
        return None
    sees_people = may(actor.role, Action.SEE_PEOPLE)
    if sees_people and actor.scope is Scope.UNIT:
        return None
    return Sight(account=actor.account, own=sees_people, day=day, moment=moment)


def without_people(value: V, row: RowMapping) -> V:
    """Leave out of a session what ``Sight.session_columns`` says is not to be told."""
    if not isinstance(value, Session):
        return value
    told = replace(
        value,
        person=value.person if row["person_seen"] else None,
        theme=value.theme if row["theme_told"] else "",
        clash_reason=value.clash_reason if row["theme_told"] else "",
    )
    return cast("V", told)


def caseload(account: AccountId, day: date) -> CompoundSelect[str]:
    """Select the people of an account's own caseload on a day (domain.caseload)."""
    # Aliases: a question that asks for the same tables must not be taken for these.
    key, group, member = (
        table.alias() for table in (tables.key_worker, tables.group, tables.membership)
    )
    session, guest, fact = (
        table.alias() for table in (tables.session, tables.guest, tables.attendance)
    )
    own, on = _own_staff(account), day.isoformat()
    led = and_(
        or_(session.c.leader.in_(own), session.c.co_leader.in_(own)),
        session.c.day >= (day - timedelta(days=SESSION_DAYS)).isoformat(),
        session.c.state != SessionState.CANCELLED.value,
    )
    left_out = exists().where(
        guest.c.session == session.c.id, guest.c.person == member.c.person, guest.c.added == 0
    )
    people = union(
        select(key.c.person).where(key.c.staff.in_(own), _holds(key, on)),
        select(member.c.person)
        .join(group, group.c.id == member.c.group)
        .where(group.c.leader.in_(own), _holds(member, on)),
        select(session.c.person).where(session.c.person.is_not(None), led),
        select(member.c.person)
        .join(session, session.c.group == member.c.group)
        .where(led, _holds_on(member, session.c.day), not_(left_out)),
        select(guest.c.person)
        .join(session, session.c.id == guest.c.session)
        .where(led, guest.c.added == 1),
        select(fact.c.person).join(session, session.c.id == fact.c.session).where(led),
    )
    return whole(people)


def _own_staff(account: AccountId) -> Select[tuple[str]]:
    staff = tables.staff.alias()
    return select(staff.c.id).where(staff.c.account == account)


def _holds(table: FromClause, on: str) -> ColumnElement[bool]:
    return and_(table.c.from_date <= on, or_(table.c.to_date.is_(None), table.c.to_date > on))


def _holds_on(table: FromClause, day: ColumnElement[str]) -> ColumnElement[bool]:
    return and_(table.c.from_date <= day, or_(table.c.to_date.is_(None), table.c.to_date > day))
