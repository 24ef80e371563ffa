"""Questions about risk flags."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from tcdesk.domain.flags import FlagKind
from tcdesk.domain.ids import PersonId
from tcdesk.vault.file_tables import alias, flag
from tcdesk.vault.same import root


def holds(day: date) -> ColumnElement[bool]:
    """Say of ``flag`` that it holds on a day."""
    on = day.isoformat()
    return and_(flag.c.from_date <= on, or_(flag.c.to_date.is_(None), flag.c.to_date > on))


def marks(connection: Connection, people: Sequence[PersonId], day: date) -> Mapping[PersonId, str]:
    """Give the codes of the flags of people on a day, the most urgent first."""
    if not people:
        return {}
    others = select(alias.c.person).where(alias.c.main.in_(people), alias.c.separated_at.is_(None))
    rows = connection.execute(
        select(root(flag.c.person), flag.c.kind)
        .where(holds(day), or_(flag.c.person.in_(people), flag.c.person.in_(others)))
        .distinct()
    )
    found: dict[PersonId, set[FlagKind]] = defaultdict(set)
    for person, kind in rows:
        found[PersonId(person)].add(FlagKind(kind))
    return {
        person: " ".join(kind.mark for kind in FlagKind if kind in kinds)
        for person, kinds in found.items()
    }
