"""What an account of limited sight may change: its own people and sessions, and nobody else's.

The rules say what would else be a way round: whoever plans a session leads it, and whoever leads
one has its people in the caseload. So a session is planned only with people and groups that are in
the caseload already.
"""

from collections.abc import Set as AbstractSet
from typing import Protocol

from sqlalchemy import Connection, select

from tcdesk.domain.caseload import EmergencyAccess, OutOfScopeError
from tcdesk.domain.ids import GroupId, PersonId, SessionId
from tcdesk.domain.people import Person
from tcdesk.domain.recurrence import Series
from tcdesk.domain.sessions import Group, Session
from tcdesk.services.store import Record
from tcdesk.vault import tables
from tcdesk.vault.sight import Sight


class Limited(Protocol):
    """A unit of work whose actor does not see the whole unit."""

    connection: Connection

    def sees(self, person: PersonId) -> bool:
        """Say whether a person's file may be seen."""
        ...

    def runs(self, session: SessionId) -> bool:
        """Say whether a session may be run and changed."""
        ...


def check_new(unit: Limited, sight: Sight, value: Record, begun: set[str]) -> None:
    """Refuse a new value that is about somebody else's person or session.

    Args:
        unit: The unit of work.
        sight: What its actor sees.
        value: What is to be added.
        begun: People whose file was begun in this unit of work; a new person joins them.

    Raises:
        OutOfScopeError: It is.
    """
    if isinstance(value, Person):
        begun.add(value.id)
        return
    if isinstance(value, EmergencyAccess):
        return  # the one way beyond the caseload; its service asks for a reason
    _check_person(unit, value, begun)
    _check_session(unit, value)
    if isinstance(value, Session | Series) and value.group is not None:
        _check_group(unit, sight, value.group)


def check_change(
    unit: Limited, sight: Sight, old: Record, new: Record, begun: AbstractSet[str]
) -> None:
    """Refuse a change of somebody else's person, session or group, and one that would reach for it.

    Raises:
        OutOfScopeError: It is one.
    """
    if isinstance(new, EmergencyAccess):
        return
    _check_person(unit, old, begun)
    _check_person(unit, new, begun)
    _check_session(unit, old)
    if isinstance(old, Group):
        _check_group(unit, sight, old.id)
    if isinstance(old, Series) and old.group is not None:
        _check_group(unit, sight, old.group)
    if isinstance(old, Session) and isinstance(new, Session):
        if not unit.runs(old.id):
            raise OutOfScopeError
        if new.group is not None and (new.group, new.day) != (old.group, old.day):
            _check_group(unit, sight, new.group)


def emergency_of(unit: Limited, sight: Sight, person: str) -> str | None:
    """Give the emergency in which the actor has a person's file open, for the audit log."""
    table = tables.emergency_access
    return unit.connection.scalar(
        select(table.c.id)
        .where(
            table.c.account == sight.account,
            table.c.person == person,
            table.c.ended_at.is_(None),
            table.c.until > sight.moment,
        )
        .order_by(table.c.id.desc())
        .limit(1)
    )


def person_of(value: Record) -> str | None:
    """Tell whose file a value belongs to, so that the audit log can be asked by person."""
    if isinstance(value, Person):
        return value.id
    person: object = getattr(value, "person", None)
    return person if isinstance(person, str) else None


def _check_person(unit: Limited, value: Record, begun: AbstractSet[str]) -> None:
    person = person_of(value)
    if person is not None and person not in begun and not unit.sees(PersonId(person)):
        raise OutOfScopeError


def _check_session(unit: Limited, value: Record) -> None:
    session: object = getattr(value, "session", None)
    if isinstance(session, str) and not unit.runs(SessionId(session)):
        raise OutOfScopeError


def _check_group(unit: Limited, sight: Sight, key: GroupId) -> None:
    """Let only who leads a group change it or plan with it."""
    group, staff = tables.group, tables.staff
    led = unit.connection.scalar(
        select(group.c.id)
        .join(staff, staff.c.id == group.c.leader)
        .where(group.c.id == key, staff.c.account == sight.account)
    )
    if led is None:
        raise OutOfScopeError
