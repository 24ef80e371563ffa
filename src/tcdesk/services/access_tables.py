"""The tables of one person's record, with their words."""

from collections.abc import Sequence
from datetime import date, datetime

from tcdesk.services.papers import Column, ColumnKind, Table, Value
from tcdesk.services.ports import Words


def record_table(
    words: Words,
    name: str,
    columns: Sequence[tuple[str, ColumnKind]],
    rows: Sequence[tuple[Value, ...]],
) -> Table:
    """Make a table; its words are ``paper-access-table-…`` and ``paper-access-column-…``."""
    return Table(
        title=words(f"paper-access-table-{name}"),
        columns=tuple(
            Column(title=words(f"paper-access-column-{title}"), kind=kind)
            for title, kind in columns
        ),
        rows=tuple(rows),
    )


def day_of(moment: str) -> date:
    """Give the day of a moment as it is stored."""
    return datetime.fromisoformat(moment).date()
