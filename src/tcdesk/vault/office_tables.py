"""Tables of what an office has received: one a kind of record of level B, keyed (unit, id).

Their columns are the fields of the record (``bundle.records``), so what is no field of a bundle is
no column here. A tombstone keeps its place with nothing in it. What a newer version replaced stays
in ``received_history``.
"""

from collections.abc import Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import get_args, get_type_hints

from sqlalchemy import Column, Index, Integer, Table, Text
from sqlalchemy.schema import SchemaItem

from tcdesk.bundle.records import RECORDS, Record
from tcdesk.vault.columns import metadata

# What every row has; the rest is empty in a tombstone.
_ALWAYS = {field.name for field in fields(Record)}


def _column(name: str, hint: object) -> SchemaItem:
    number = hint is int or int in get_args(hint) or name == "deleted"
    return Column(name, Integer if number else Text, nullable=name not in _ALWAYS)


def _received(name: str, record: type[Record]) -> Table:
    hints = get_type_hints(record)
    return Table(
        f"received_{name}",
        metadata,
        Column("unit", Text, primary_key=True),
        Column("id", Text, primary_key=True),
        *(_column(one.name, hints[one.name]) for one in fields(record) if one.name != "id"),
        Column("bundle", Text, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


RECEIVED: Mapping[str, Table] = MappingProxyType(
    {name: _received(name, record) for name, record in RECORDS.items()}
)


def _covering(name: str, table: str, *columns: str) -> Index:
    """Index a question with all its columns.

    Without statistics SQLite takes a unit for a handful of rows and would read all of them through
    the primary key; an index that answers by itself it always prefers.
    """
    return Index(name, *(RECEIVED[table].c[column] for column in columns))


_covering(
    "received_attendance_of",
    "attendance",
    *("session", "unit", "deleted", "status_code", "person", "minutes"),
)
_covering(
    "received_episode_of", "episode", *("person", "unit", "programme", "deleted", "entry_date")
)
_covering("received_session_by_date", "session", "date", "unit")

# Which columns name a row of another table of the same unit.
REFERENCES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "activity": {"programme": "programme"},
        "attendance": {"session": "session", "person": "person"},
        "episode": {
            "person": "person",
            "participation": "participation",
            "programme": "programme",
        },
        "legal_status": {"person": "person"},
        "participation": {"person": "person"},
        "phase_stay": {"episode": "episode"},
        "session": {"programme": "programme"},
    }
)

received_history = Table(
    "received_history",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("unit", Text, nullable=False),
    Column("tbl", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("row_version", Integer, nullable=False),
    Column("bundle", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Index("received_history_of", "unit", "tbl", "id"),
    sqlite_strict=True,
)
