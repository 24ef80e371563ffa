"""Files of one person that were merged, as conditions for questions (domain.merging).

Rows keep the file they were written in; a question about the main file takes in the others' rows.
"""

from sqlalchemy import (
    Column,
    ColumnElement,
    CompoundSelect,
    Select,
    exists,
    func,
    literal,
    select,
    union,
)
from sqlalchemy import union_all as all_of

from tcdesk.vault.file_tables import alias


def same(person: str | Column[str]) -> CompoundSelect[str]:
    """Select a main file with every one that stands for it: ``column.in_(same(person))``."""
    other = alias.alias()
    key = literal(person) if isinstance(person, str) else person
    # A column belongs to a question around this one, however many levels up that stands.
    around = [] if isinstance(person, str) else [person.table]
    others = select(other.c.person).where(other.c.main == key, _holds(other.c.separated_at))
    return all_of(select(key).correlate(*around), others.correlate(*around))


def root(person: ColumnElement[str]) -> ColumnElement[str]:
    """Give the main file of a column that holds people: itself where nothing was merged."""
    other = alias.alias()
    main = select(other.c.main).where(other.c.person == person, _holds(other.c.separated_at))
    return func.coalesce(main.scalar_subquery(), person)


def is_merged(person: ColumnElement[str]) -> ColumnElement[bool]:
    """Say of a file that it stands for another one."""
    other = alias.alias()
    return exists().where(other.c.person == person, _holds(other.c.separated_at))


def whole(people: CompoundSelect[str] | Select[tuple[str]]) -> CompoundSelect[str]:
    """Complete a set of people by the other files of each."""
    some = people.subquery()
    other, mains = alias.alias(), select(root(next(iter(some.c))))
    return union(
        mains,
        select(other.c.person).where(_holds(other.c.separated_at), other.c.main.in_(mains)),
    )


def _holds(separated_at: ColumnElement[str]) -> ColumnElement[bool]:
    return separated_at.is_(None)
