"""Saving every readable record of a damaged vault into a new one (``tcdesk vault rescue``).

    damaged database ─ read range by range, halved around what cannot be read ─▶ new database
    vault.json (same slots, same key)                                         ─▶ copied last

The damaged folder is only read. What cannot be read is counted by table. A record that refers to a
lost one cannot stand in its table; it is kept whole in ``history``. See FORMAT.md "Rescue".
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3 import dbapi2

from tcdesk.services.ports import Files
from tcdesk.services.rescued import Rescued
from tcdesk.vault import note_index, tables, unsigned
from tcdesk.vault.connection import Cell, Connection, connect_raw, create_database
from tcdesk.vault.header import write_header
from tcdesk.vault.key_errors import DatabaseDamagedError, NewerVaultError, VaultExistsError
from tcdesk.vault.keys import Unlocked
from tcdesk.vault.schema import TRIGGERS, create_tables

STEP = 512  # rows read at once while nothing is wrong
LONGEST_GAP = 1 << 15  # rows: more than any run of neighbouring pages that a fault takes
FAILURES = (dbapi2.Error, MemoryError)
Row = tuple[Cell, ...]
Progress = Callable[[float], None]


@dataclass(slots=True)
class _Damaged:
    """The damaged database; after a page that cannot be read it must be opened anew."""

    path: Path
    open: Callable[[], Connection]
    connection: Connection | None = None

    def rows(self, sql: str, parameters: Sequence[Cell] = ()) -> list[Row] | None:
        """Ask; None if a page on the way cannot be read."""
        try:
            if self.connection is None:
                self.connection = self.open()
            return self.connection.execute(sql, parameters).fetchall()
        except FAILURES:
            self.close()
            return None

    def close(self) -> None:
        """Let the connection go."""
        if self.connection is not None:
            self.connection.close()
            self.connection = None


@dataclass(slots=True)
class _Tally:
    saved: dict[str, int] = field(default_factory=dict)
    lost: dict[str, int] = field(default_factory=dict)
    loose: dict[str, int] = field(default_factory=dict)

    def add(self, which: dict[str, int], table: str, count: int) -> None:
        """Count for a table; nothing is not told."""
        if count:
            which[table] = which.get(table, 0) + count


def rescue(unlocked: Unlocked, out: Path, files: Files, progress: Progress) -> Rescued:
    """Copy what can be read into a new folder; the same passphrases open it.

    Args:
        unlocked: The keys of the damaged vault.
        out: A folder that does not exist or is empty.
        files: Writes the key file.
        progress: Told parts of one.

    Raises:
        VaultExistsError: The folder holds something.
        NewerVaultError: Another version of tcdesk wrote it.
        DatabaseDamagedError: Not even the list of tables can be read; nothing is left behind.
    """
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    if any(out.iterdir()):
        raise VaultExistsError
    damaged = _Damaged(
        unlocked.database, lambda: connect_raw(unlocked.database, unlocked.dek.key, mode="ro")
    )
    version = damaged.rows("PRAGMA user_version")
    if damaged.rows("SELECT count(*) FROM sqlite_schema") is None or not version:
        raise DatabaseDamagedError
    if version != [(tables.SCHEMA_VERSION,)]:
        raise NewerVaultError
    target = create_database(out / unlocked.header.db_file, unlocked.dek.key)
    tally = _Tally()
    try:
        create_tables(target)
        target.execute("PRAGMA foreign_keys = OFF")
        derived = unsigned.DERIVED | note_index.DERIVED
        names = [one.name for one in tables.metadata.sorted_tables if one.name not in derived]
        target.execute("BEGIN IMMEDIATE")
        for number, name in enumerate(names):
            _copy(damaged, target, name, tally)
            progress((number + 1) / len(names) * 0.9)
        _state_lost_rows(target, tally)
        _set_loose_aside(target, tally)
        for fill in (unsigned.FILL, *note_index.FILL):
            target.execute(fill)
        target.execute("COMMIT")
        for trigger in TRIGGERS:
            target.execute(trigger)
        target.execute(f"PRAGMA user_version = {tables.SCHEMA_VERSION}")
    finally:
        damaged.close()
        target.close()
    files.sync_file(out / unlocked.header.db_file)
    write_header(out, unlocked.header, files)
    progress(1.0)
    return Rescued(saved=tally.saved, lost=tally.lost, loose=tally.loose)


def _copy(damaged: _Damaged, target: Connection, name: str, tally: _Tally) -> None:
    table = tables.metadata.tables[name]
    columns = [one.name for one in table.columns if one.computed is None]
    listed = ", ".join(f'"{column}"' for column in columns)
    put = f'INSERT OR IGNORE INTO "{name}" ({listed}) VALUES ({", ".join("?" * len(columns))})'  # noqa: S608 - own schema
    keyed = bool(table.dialect_options["sqlite"]["with_rowid"])
    read = _by_row if keyed else _by_key
    for row in read(damaged, name, listed, tally):
        target.execute(put, row)
        tally.add(tally.saved, name, 1)


def _by_row(damaged: _Damaged, name: str, listed: str, tally: _Tally) -> Iterator[Row]:
    """Read a table by its row numbers, halving every range in which a page cannot be read."""
    last = _last_row(damaged, name)
    ranges = [(1, last)]
    while ranges:
        first, end = ranges.pop()
        if first > end:
            continue
        if end - first >= STEP:
            ranges += [(first + STEP, end), (first, first + STEP - 1)]
            continue
        found = damaged.rows(
            f'SELECT {listed} FROM "{name}" WHERE rowid BETWEEN ? AND ?',  # noqa: S608 - own schema
            (first, end),
        )
        if found is not None:
            yield from found
        elif first == end:
            tally.add(tally.lost, name, 1)
        else:
            middle = (first + end) // 2
            ranges += [(middle + 1, end), (first, middle)]


def _last_row(damaged: _Damaged, name: str) -> int:
    """Find the largest row number; when its own page is gone, any index may tell it."""
    indexes = [f"sqlite_autoindex_{name}_1"]
    indexes += [
        str(one.name)
        for one in tables.metadata.tables[name].indexes
        if one.dialect_options["sqlite"]["where"] is None
    ]
    for where in ("", *(f'INDEXED BY "{index}"' for index in indexes)):
        found = damaged.rows(f'SELECT max(rowid) FROM "{name}" {where}')  # noqa: S608 - own schema
        if found is not None:
            return int(str(found[0][0] or 0))
    last, gap, step = 0, 0, STEP
    while True:
        found = damaged.rows(
            f'SELECT rowid FROM "{name}" WHERE rowid > ? ORDER BY rowid LIMIT {step}',  # noqa: S608 - own schema
            (last + gap,),
        )
        if found:
            last, gap, step = int(str(found[-1][0])), 0, STEP
        elif found is None and step > 1:
            step //= 2
        elif found is None and gap < LONGEST_GAP:
            gap = 2 * gap or 1  # leap over the pages that cannot be read
        else:
            # What an unreadable end held cannot be counted; it is told as one.
            return last + (gap if found is not None else 1)


def _by_key(damaged: _Damaged, name: str, listed: str, tally: _Tally) -> Iterator[Row]:
    """Read a table that has no row numbers from both ends towards what cannot be read."""
    keys = [column.name for column in tables.metadata.tables[name].primary_key]
    key = ", ".join(f'"{one}"' for one in keys)
    holes = ", ".join("?" * len(keys))
    for sign, way in ((">", "ASC"), ("<", "DESC")):
        at: Row | None = None
        order = ", ".join(f'"{one}" {way}' for one in keys)
        step = STEP
        while True:
            where = f"WHERE ({key}) {sign} ({holes})" if at else ""
            found = damaged.rows(
                f'SELECT {key}, {listed} FROM "{name}" {where} ORDER BY {order} LIMIT {step}',  # noqa: S608 - own schema
                at or (),
            )
            if found is None and step > 1:
                step //= 2
                continue
            if not found:
                break
            for row in found:
                yield row[len(keys) :]
            at = found[-1][: len(keys)]
        if found is not None:
            return  # the end was reached: nothing is missing
    tally.add(tally.lost, name, 1)


def _state_lost_rows(target: Connection, tally: _Tally) -> None:
    """Give a version to every record whose own was lost, greater than all that are known."""
    greatest = target.execute("SELECT COALESCE(max(version), 0) FROM row_state").fetchone()
    version = int(str(greatest[0])) if greatest else 0
    for kind, table in tables.TABLES.items():
        if kind in tables.APPEND_ONLY or "id" not in table.c or table is tables.draft:
            continue
        without = target.execute(
            f'SELECT id FROM "{table.name}" WHERE id NOT IN'  # noqa: S608 - own schema
            " (SELECT id FROM row_state WHERE tbl = ?)",
            (table.name,),
        ).fetchall()
        for (key,) in without:
            version += 1
            target.execute(
                "INSERT INTO row_state (tbl, id, version) VALUES (?, ?, ?)",
                (table.name, key, version),
            )
        tally.add(tally.lost, "row_state", len(without))
    target.execute(
        "INSERT INTO meta (name, value) VALUES ('row-counter', ?) ON CONFLICT (name) DO UPDATE"
        " SET value = max(CAST(value AS INTEGER), CAST(excluded.value AS INTEGER))",
        (str(version & 0xFFFFFFFF),),
    )


def _set_loose_aside(target: Connection, tally: _Tally) -> None:
    """Move records that refer to lost ones into history, until every reference holds."""
    while loose := target.execute("PRAGMA foreign_key_check").fetchall():
        for name, rowid in {(str(row[0]), int(str(row[1]))) for row in loose}:
            columns = [
                one.name for one in tables.metadata.tables[name].columns if one.computed is None
            ]
            listed = ", ".join(f'"{column}"' for column in columns)
            row = target.execute(
                f'SELECT {listed} FROM "{name}" WHERE rowid = ?',  # noqa: S608 - own schema
                (rowid,),
            ).fetchone()
            if row is None:
                continue
            told = dict(zip(columns, row, strict=True))
            target.execute(
                "INSERT INTO history (tbl, id, version, payload, at, account)"
                " VALUES (?, ?, 0, ?, '', '')",
                (name, str(told.get("id", rowid)), json.dumps(told, default=repr)),
            )
            target.execute(f'DELETE FROM "{name}" WHERE rowid = ?', (rowid,))  # noqa: S608 - own schema
            tally.add(tally.loose, name, 1)
