"""What a statement may never do outside migrations: change the schema or loosen the connection.

The triggers that keep signed notes and the audit log hold only as long as nobody drops them; with
the guard set, SQL that tries is refused before it runs (security.md §4.5).
"""

from sqlcipher3 import dbapi2

from tcdesk.vault.connection import Connection

DENIED_ACTIONS = frozenset(
    {
        dbapi2.SQLITE_ALTER_TABLE,
        dbapi2.SQLITE_ATTACH,
        dbapi2.SQLITE_CREATE_TEMP_TRIGGER,
        dbapi2.SQLITE_CREATE_TRIGGER,
        dbapi2.SQLITE_DETACH,
        dbapi2.SQLITE_DROP_INDEX,
        dbapi2.SQLITE_DROP_TABLE,
        dbapi2.SQLITE_DROP_TRIGGER,
        dbapi2.SQLITE_DROP_VIEW,
        dbapi2.SQLITE_DROP_VTABLE,
    }
)
NEVER_SAID = frozenset({"key", "rekey", "hexkey", "hexrekey", "writable_schema"})
NEVER_CHANGED = frozenset({"recursive_triggers", "foreign_keys", "temp_store", "trusted_schema"})


def guard(connection: Connection) -> None:
    """Refuse from now on what only migrations do; the statement fails as "not authorized"."""
    connection.set_authorizer(_judge)


def unguard(connection: Connection) -> None:
    """Let a migration on its own connection do what it must."""
    connection.set_authorizer(None)


def _judge(
    action: int, first: str | None, second: str | None, _database: str | None, _inside: str | None
) -> int:
    denied = action in DENIED_ACTIONS
    if action == dbapi2.SQLITE_PRAGMA and first is not None:
        name = first.lower()
        denied = name in NEVER_SAID or (name in NEVER_CHANGED and second is not None)
    return int(dbapi2.SQLITE_DENY if denied else dbapi2.SQLITE_OK)
