"""Merging received rows: a join by (unit, table, id), whatever order bundles come in.

version greater          replaces; the older content goes to the history
equal, same content      nothing
equal, other content     conflict: both are set aside, what stands stays
lower                    stale: nothing
another's row            set aside
no row at all            nothing: only a tombstone deletes
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace

from sqlalchemy import Connection, RowMapping, Table, and_, delete, func, insert, select

from tcdesk.bundle.canonical import Json, encode
from tcdesk.bundle.errors import BundleRefusedError, Refusal
from tcdesk.bundle.records import Record, Row, Tombstone
from tcdesk.services.exchange_store import Tally
from tcdesk.vault import exchange_tables
from tcdesk.vault.mapper import Cell
from tcdesk.vault.office_tables import RECEIVED, REFERENCES, received_history

BATCH = 1000

_Cells = dict[str, Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Which bundle of which unit the rows come from; ``restored`` begins a new epoch."""

    unit: str
    bundle: str
    at: str
    restored: bool


class ReceivedRows:
    """Merges one bundle (services.exchange_store.Receiving)."""

    def __init__(self, connection: Connection, origin: Origin, new_id: Callable[[], str]) -> None:
        self._connection = connection
        self._origin = origin
        self._new_id = new_id
        self._table = ""
        self._held: list[Record | Tombstone] = []
        self._tallies: dict[str, Tally] = {}
        self._before = self._counted() if origin.restored else {}

    def take(self, table: str, row: Row) -> None:
        """Take the next row."""
        if table != self._table or len(self._held) == BATCH:
            self._merge()
            self._table = table
        if not isinstance(row, Record | Tombstone):
            raise TypeError(table)
        self._held.append(row)

    def finish(self) -> Mapping[str, Tally]:
        """Merge what is left and tell what became of the rows."""
        self._merge()
        self._check_references()
        for name, before in self._before.items():
            tally = self._tallies.get(name, Tally())
            met = tally.changed + tally.same + tally.stale + tally.conflicts
            # the audit chain is sent from the last confirmed line on, never as a whole
            lost = 0 if name == "audit" else max(0, before - met)
            self._tallies[name] = replace(tally, lost=lost)
        return self._tallies

    def _merge(self) -> None:
        held, self._held = self._held, []
        if not held:
            return
        table = RECEIVED[self._table]
        standing = self._standing(table, held[0].id, held[-1].id)
        fresh: list[_Cells] = []
        replaced: list[RowMapping] = []
        counts = asdict(self._tallies.get(self._table, Tally()))
        for row in held:
            cells = self._cells(table, row)
            stands = standing.get(row.id)
            kind = "quarantined" if row.owner != self._origin.unit else _weigh(cells, stands)
            counts[kind] += 1
            if kind in ("new", "changed"):
                fresh.append(cells)
            if kind == "changed" and stands is not None:
                replaced.append(stands)
            if kind == "quarantined":
                self._set_aside(cells, "foreign-owner")
            if kind == "conflicts" and stands is not None:
                self._set_aside(dict(stands), "row-conflict")
                self._set_aside(cells, "row-conflict")
        self._tallies[self._table] = Tally(**counts)
        if replaced:
            self._retire(table, replaced)
        if fresh:
            self._connection.execute(insert(table), fresh)

    def _standing(self, table: Table, first: str, last: str) -> Mapping[str, RowMapping]:
        rows = self._connection.execute(
            select(table).where(table.c.unit == self._origin.unit, table.c.id.between(first, last))
        )
        return {row["id"]: row for row in rows.mappings()}

    def _cells(self, table: Table, row: Record | Tombstone) -> _Cells:
        cells: _Cells = {column.name: getattr(row, column.name, None) for column in table.columns}
        cells["unit"] = self._origin.unit
        cells["bundle"] = self._origin.bundle
        cells["deleted"] = int(row.deleted)
        return cells

    def _retire(self, table: Table, replaced: list[RowMapping]) -> None:
        """Move what a newer version replaces to the history."""
        self._connection.execute(
            insert(received_history),
            [
                {
                    "unit": row["unit"],
                    "tbl": self._table,
                    "id": row["id"],
                    "row_version": row["row_version"],
                    "bundle": row["bundle"],
                    "payload": _payload(dict(row)),
                }
                for row in replaced
            ],
        )
        gone = [row["id"] for row in replaced]
        self._connection.execute(
            delete(table).where(table.c.unit == self._origin.unit, table.c.id.in_(gone))
        )

    def _set_aside(self, cells: Mapping[str, Cell], reason: str) -> None:
        """Quarantine a row, once for each content."""
        kept, payload = exchange_tables.quarantined, _payload(cells)
        same = select(kept.c.id).where(
            kept.c.party == self._origin.unit,
            kept.c.tbl == self._table,
            kept.c.row == cells["id"],
            kept.c.reason == reason,
            kept.c.payload == payload,
        )
        if self._connection.scalar(same) is None:
            self._connection.execute(
                insert(kept).values(
                    id=self._new_id(),
                    bundle=self._origin.bundle,
                    party=self._origin.unit,
                    tbl=self._table,
                    row=cells["id"],
                    reason=reason,
                    payload=payload,
                    at=self._origin.at,
                )
            )

    def _check_references(self) -> None:
        """Refuse a bundle whose rows name rows that nobody has: the sender's program erred."""
        for name, columns in REFERENCES.items():
            table = RECEIVED[name]
            for column, target in columns.items():
                other = RECEIVED[target].alias("other")
                missing = (
                    select(table.c.id)
                    .outerjoin(
                        other, and_(other.c.unit == table.c.unit, other.c.id == table.c[column])
                    )
                    .where(
                        table.c.unit == self._origin.unit,
                        table.c.bundle == self._origin.bundle,
                        table.c[column].is_not(None),
                        other.c.id.is_(None),
                    )
                    .limit(1)
                )
                if self._connection.scalar(missing) is not None:
                    raise BundleRefusedError(
                        Refusal.MALFORMED, "row-reference", table=name, at=column
                    )

    def _counted(self) -> dict[str, int]:
        return {
            name: int(
                self._connection.scalar(
                    select(func.count()).where(table.c.unit == self._origin.unit)
                )
                or 0
            )
            for name, table in RECEIVED.items()
        }


def _weigh(cells: _Cells, stands: RowMapping | None) -> str:
    """Tell what a row is beside the one that stands; the name of its count."""
    if stands is None:
        return "new"
    version, standing = int(cells["row_version"] or 0), int(stands["row_version"])
    if version != standing:
        return "changed" if version > standing else "stale"
    same = all(cells[name] == stands[name] for name in cells if name != "bundle")
    return "same" if same else "conflicts"


def _payload(cells: Mapping[str, Cell]) -> str:
    told: dict[str, Json] = {
        name: cell
        for name, cell in cells.items()
        if name not in ("unit", "bundle") and not isinstance(cell, bytes)
    }
    return encode(told).decode()
