"""The bin: removed rows as they were, each beside the act that removed it.

row ── remove ──> binned (its cells as canonical JSON) + tombstone for the office
binned ── put back ──> row with a greater version, no tombstone
binned ── 90 days ──> gone, with its history; the tombstone stays
"""

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from sqlalchemy import Connection, RowMapping, Table, delete, insert, select
from sqlalchemy.exc import IntegrityError

from tcdesk.bundle.canonical import Json, decode, encode
from tcdesk.domain.removal import DependedOnError, Removal
from tcdesk.services.store import Record
from tcdesk.vault import bookkeeping, removal_tables, tables
from tcdesk.vault.mapper import Cell, to_row, to_value

# What is told to an office, under which name; a person under the pseudonym.
TOLD: Mapping[str, str] = {
    "person": "person",
    "status_stay": "legal_status",
    "participation": "participation",
    "episode": "episode",
    "phase_stay": "phase_stay",
    "session": "session",
    "attendance": "attendance",
}
_KINDS = {table.name: kind for kind, table in tables.TABLES.items()}


def throw_in(
    connection: Connection,
    removal: Removal,
    values: Sequence[Record],
    next_version: Callable[[], int],
) -> None:
    """Move rows into the bin; what depends on others comes first.

    Raises:
        DependedOnError: Something that stays needs one of them.
    """
    connection.execute(insert(removal_tables.removal).values(**to_row(removal)))
    for place, value in enumerate(values):
        table = tables.TABLES[type(value)]
        row = connection.execute(select(table).where(table.c.id == value.id)).mappings().one()
        state = bookkeeping.row_state
        here = (state.c.tbl == table.name, state.c.id == value.id)
        connection.execute(
            insert(removal_tables.binned).values(
                tbl=table.name,
                row=value.id,
                removal=removal.id,
                place=place,
                version=connection.scalar(select(state.c.version).where(*here)),
                payload=encode(_cells(row)).decode(),
            )
        )
        try:
            connection.execute(delete(table).where(table.c.id == value.id))
        except IntegrityError:
            raise DependedOnError from None
        connection.execute(delete(state).where(*here))
        leave_tombstone(connection, table.name, row, next_version)


def take_out(
    connection: Connection, removal: str, next_version: Callable[[], int]
) -> Sequence[Record]:
    """Put the rows of an act back where they were; gives them, first what others depend on.

    Raises:
        DependedOnError: What they belong to is not there, or something has their place.
    """
    rows = _of(connection, removal)[::-1]
    values = []
    for found in rows:
        table, kind = tables.metadata.tables[found["tbl"]], _KINDS[found["tbl"]]
        cells = _read(found["payload"], table)
        try:
            connection.execute(insert(table).values(**cells))
        except IntegrityError:
            raise DependedOnError from None
        if found["version"] is not None:
            connection.execute(
                insert(bookkeeping.row_state).values(
                    tbl=table.name, id=found["row"], version=next_version()
                )
            )
        connection.execute(
            delete(removal_tables.tombstone).where(
                removal_tables.tombstone.c.tbl == TOLD.get(table.name, ""),
                removal_tables.tombstone.c.id == _told_id(table.name, cells),
            )
        )
        values.append(_value(kind, cells))
    connection.execute(
        delete(removal_tables.binned).where(removal_tables.binned.c.removal == removal)
    )
    connection.execute(delete(removal_tables.removal).where(removal_tables.removal.c.id == removal))
    return values


def lying_in(connection: Connection, removal: str) -> Sequence[Record]:
    """Give the rows of an act as they were, the thing itself last."""
    return [
        _value(_KINDS[found["tbl"]], _read(found["payload"], tables.metadata.tables[found["tbl"]]))
        for found in _of(connection, removal)
    ]


def empty(connection: Connection, removal: str) -> None:
    """Delete what an act removed, and what was ever known of it; it cannot come back."""
    binned, history = removal_tables.binned, bookkeeping.history
    for found in _of(connection, removal):
        connection.execute(
            delete(history).where(history.c.tbl == found["tbl"], history.c.id == found["row"])
        )
    connection.execute(delete(binned).where(binned.c.removal == removal))
    connection.execute(delete(removal_tables.removal).where(removal_tables.removal.c.id == removal))


def leave_tombstone(
    connection: Connection,
    table: str,
    row: RowMapping | Mapping[str, Cell],
    next_version: Callable[[], int],
) -> None:
    """Remember for the office that a row is gone."""
    if table in TOLD:
        connection.execute(
            insert(removal_tables.tombstone).values(
                tbl=TOLD[table], id=_told_id(table, row), version=next_version()
            )
        )


def _told_id(table: str, row: RowMapping | Mapping[str, Cell]) -> str:
    return str(row["pseudonym"] if table == "person" else row["id"])


def _of(connection: Connection, removal: str) -> Sequence[RowMapping]:
    binned = removal_tables.binned
    return (
        connection.execute(
            select(binned).where(binned.c.removal == removal).order_by(binned.c.place)
        )
        .mappings()
        .all()
    )


def _cells(row: RowMapping) -> dict[str, Json | None]:
    return {
        name: {"hex": cell.hex()} if isinstance(cell, bytes) else cell
        for name, cell in row.items()
        if cell is not None
    }


def _read(payload: str, table: Table) -> dict[str, Cell]:
    told = cast("dict[str, Json]", decode(payload.encode()))
    cells: dict[str, Cell] = {column.name: None for column in table.columns}
    for name, cell in told.items():
        if isinstance(cell, dict):
            cells[name] = bytes.fromhex(str(cell["hex"]))
        elif isinstance(cell, str | int):
            cells[name] = cell
    return cells


def _value(kind: type, cells: Mapping[str, Cell]) -> Record:
    return cast("Record", to_value(kind, cells))
