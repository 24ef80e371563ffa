"""Making a new vault's tables, and the rules that protect evidence in the database itself.

The triggers hold against raw SQL too (with recursive_triggers = ON also against REPLACE): a signed
note, its signature, the attendance it froze and the audit log refuse UPDATE and DELETE. What was
typed by mistake may be deleted only while it stands in the bin, and its history with it.
"""

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from tcdesk.domain.removal import Thing
from tcdesk.vault import note_index, office_tables, tables
from tcdesk.vault.connection import Connection
from tcdesk.vault.unsigned import KEPT_BY

_SIGNED = "EXISTS (SELECT 1 FROM note_signature WHERE id = OLD.id)"
_FROZEN = (
    "NEW.supersedes IS NOT NULL AND NEW.reason IS NULL AND EXISTS ("
    "SELECT 1 FROM note JOIN note_signature ON note_signature.id = note.id "
    "WHERE note.session = NEW.session AND note.person = NEW.person)"
)
_NEVER_DELETED = (
    "account",
    "emergency_access",
    "compartment",
    "sheet_print",
    "bundle_in",
    "bundle_out",
    "erasure",
    "due_rule",
    "safety_flow",
    "phrase",
    "traineeship",
    "import_batch",
    "drug_test",
    "head_count",
    "alias",
    office_tables.received_history.name,
)
# May go once they stand in the bin; foreign keys hold what evidence (attendance, prints) needs.
_REMOVABLE = (
    *(thing.table for thing in Thing),
    "key_worker",
    "plan",
    "goal_rating",
    "release_plan",
    "waiting_stay",
    "phase_decision",
    "suspension",
    "exit_decision",
    "intake",
)
_NOT_IN_BIN = "NOT EXISTS (SELECT 1 FROM binned WHERE tbl = '{table}' AND row = OLD.id)"
_HISTORY_HELD = "NOT EXISTS (SELECT 1 FROM binned WHERE tbl = OLD.tbl AND row = OLD.id)"
_SIGNED_IN_BIN = "NEW.tbl = 'note' AND EXISTS (SELECT 1 FROM note_signature WHERE id = NEW.row)"
_DONE = "OLD.done_at IS NOT NULL AND ({})".format(
    " OR ".join(
        f"NEW.{name} IS NOT OLD.{name}"
        for name in ("subject", "kind", "rule", "proposed_by", "confirmed_by", "done_at")
    )
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
        _refuse(table, "DELETE", "not in the bin", when=_NOT_IN_BIN.format(table=table))
        for table in _REMOVABLE
    ),
    _refuse("history", "DELETE", "the row is not in the bin", when=_HISTORY_HELD),
    _refuse("binned", "UPDATE", "stays as it was"),
    _refuse("binned", "INSERT", "the note is signed", when=_SIGNED_IN_BIN),
    _refuse("safety_flow", "UPDATE", "it is closed", when="OLD.closed_at IS NOT NULL"),
    _refuse("plan", "UPDATE", "it is closed", when="OLD.closed_on IS NOT NULL"),
    _refuse("erasure", "UPDATE", "it is done", when=_DONE),
    *(
        _refuse(table, verb, "append-only")
        for table in (
            "account_key",
            "compartment_key",
            "audit",
            "audit_checkpoint",
            "note_signature",
            "countersignature",
            "attendance",
            "erased_note",
            "instrument",
            "response",
            "imported_file",
        )
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
    *KEPT_BY,
    *note_index.KEPT_BY,
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
    for statement in note_index.INDEX:
        connection.execute(statement)
