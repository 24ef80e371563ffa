"""Making a new vault's tables, and the rules that protect evidence in the database itself.

The triggers hold against raw SQL too (with recursive_triggers = ON also against REPLACE): a signed
note, its signature, the attendance it froze and the audit log refuse UPDATE and DELETE.
"""

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from tcdesk.vault import office_tables, tables
from tcdesk.vault.connection import Connection

_SIGNED = "EXISTS (SELECT 1 FROM note_signature WHERE id = OLD.id)"
_FROZEN = (
    "NEW.supersedes IS NOT NULL AND NEW.reason IS NULL AND EXISTS ("
    "SELECT 1 FROM note JOIN note_signature ON note_signature.id = note.id "
    "WHERE note.session = NEW.session AND note.person = NEW.person)"
)
_NEVER_DELETED = (
    "account",
    "person",
    "status_stay",
    "key_worker",
    "emergency_access",
    "participation",
    "episode",
    "phase_stay",
    "membership",
    "session",
    "note",
    "history",
    "sheet_print",
    "bundle_in",
    "bundle_out",
    office_tables.received_history.name,
)


def _refuse(table: str, verb: str, reason: str, *, when: str = "1") -> str:
    """Draw a trigger that refuses a statement on a table."""
    return (
        f"CREATE TRIGGER {table}_{verb.lower()}_refused BEFORE {verb} ON {table} "
        f"WHEN {when} BEGIN SELECT RAISE(ABORT, '{reason}'); END"
    )


TRIGGERS = (
    *(_refuse(table, "DELETE", "rows of this table stay") for table in _NEVER_DELETED),
    *(
        _refuse(table, verb, "append-only")
        for table in ("account_key", "audit", "audit_checkpoint", "note_signature", "attendance")
        for verb in ("UPDATE", "DELETE")
    ),
    _refuse(
        "audit",
        "INSERT",
        "append-only",
        when="NEW.seq IS NOT (SELECT COALESCE(MAX(seq), 0) + 1 FROM audit)",
    ),
    _refuse("note", "UPDATE", "the note is signed", when=_SIGNED),
    # What a signature froze can still be corrected, but only with a reason.
    _refuse("attendance", "INSERT", "signed attendance needs a reason", when=_FROZEN),
)


def create_schema(connection: Connection) -> None:
    """Make all tables, indexes and triggers of the present schema in an empty database."""
    create_tables(connection)
    for trigger in TRIGGERS:
        connection.execute(trigger)
    connection.execute(f"PRAGMA user_version = {tables.SCHEMA_VERSION}")


def create_tables(connection: Connection) -> None:
    """Make tables and indexes; without the triggers, which refuse what a rescue must write."""
    dialect = sqlite.dialect()
    for table in tables.metadata.sorted_tables:
        connection.execute(str(CreateTable(table).compile(dialect=dialect)))
        for index in sorted(table.indexes, key=lambda one: one.name or ""):
            connection.execute(str(CreateIndex(index).compile(dialect=dialect)))
