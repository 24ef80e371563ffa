"""From an unlocked key to a database that is known to be this vault's (unlock, steps 8 to 16)."""

import re
from pathlib import Path

from sqlcipher3 import dbapi2

from tcdesk.crypto.secret import Secret
from tcdesk.services.ports import Files
from tcdesk.vault.checkpoint import check_not_older
from tcdesk.vault.connection import (
    APPLICATION_ID,
    Connection,
    open_connection,
    pragma,
    translated,
)
from tcdesk.vault.header import Header, equalise_backup
from tcdesk.vault.key_errors import (
    DatabaseDamagedError,
    DatabaseUnreachableError,
    ForeignVaultError,
    NewerVaultError,
    OlderKeyFileError,
)
from tcdesk.vault.keys import Unlocked

VAULT_ID = "vault-id"
GENERATION = "header-generation"

_DATABASE = re.compile(r"tcdesk-([0-9]{6})\.db(-wal|-shm|-journal)?")


def open_vault(
    unlocked: Unlocked, files: Files, *, newest_schema: int, recovering: bool = False
) -> Connection:
    """Open the writing connection of an unlocked vault, or say exactly why not.

    Args:
        unlocked: What the passphrase or the recovery key gave.
        files: To bring ``vault.json.bak`` in line.
        newest_schema: The largest ``user_version`` that this program knows.
        recovering: A recovery key opened it, which also goes on from an older key file
            or an older database.

    Raises:
        DatabaseMissingError: The file that the key file names is not there.
        DatabaseDamagedError: The key does not open it, or it is cut or spoilt.
        DatabaseBusyError: Another program holds it.
        DatabaseUnreachableError: The system refuses it.
        ForeignVaultError: It is another vault's, or none of tcdesk.
        NewerVaultError: A newer tcdesk wrote it.
        OlderKeyFileError: An older key file was put back; only recovery goes on from here.
        OlderDatabaseError: An older database, or an old write-ahead log, was put back.
    """
    _check_log(unlocked, older=recovering)
    connection = open_connection(unlocked.database, unlocked.dek.key)
    try:
        check_schema(connection, newest_schema)
        check_belonging(connection, unlocked.header, older=recovering)
        if not recovering:
            check_not_older(connection, unlocked)
        store_generation(connection, unlocked.header)
        # A power cut may leave pages half folded in; whole ones are in the log until now.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except (dbapi2.Error, MemoryError) as failure:
        connection.close()
        raise translated(failure) from failure
    except BaseException:
        connection.close()
        raise
    equalise_backup(unlocked.folder, unlocked.header, files)
    remove_older_generations(unlocked.folder, unlocked.header)
    return connection


def check_schema(connection: Connection, newest: int) -> int:
    """Give the schema's number, ``user_version``.

    Raises:
        ForeignVaultError: The database is not one of tcdesk.
        NewerVaultError: The number is larger than this program knows; nothing is changed.
    """
    if pragma(connection, "application_id") != APPLICATION_ID:
        raise ForeignVaultError
    version = pragma(connection, "user_version")
    if not isinstance(version, int) or version < 0:
        raise ForeignVaultError
    if version > newest:
        raise NewerVaultError
    return version


def check_belonging(connection: Connection, header: Header, *, older: bool = False) -> None:
    """Return if the database is the key file's own and has not seen a newer key file.

    Raises:
        ForeignVaultError: It names another vault.
        OlderKeyFileError: It remembers a larger generation.
    """
    if _meta(connection, VAULT_ID) != header.vault_id:
        raise ForeignVaultError
    if not older and header.generation < remembered_generation(connection):
        raise OlderKeyFileError


def store_identity(connection: Connection, header: Header) -> None:
    """Write into a new database whose it is; its table ``meta`` exists."""
    _put(connection, VAULT_ID, header.vault_id)
    _put(connection, GENERATION, str(header.generation))


def store_generation(connection: Connection, header: Header) -> None:
    """Let the database remember the key file's generation, so that no older one can come back.

    Also to be called after every change of keys; a crash in between delays it to the next unlock.
    """
    if remembered_generation(connection) < header.generation:
        _put(connection, GENERATION, str(header.generation))


def remembered_generation(connection: Connection) -> int:
    """Give the largest generation of the key file that the database has seen."""
    return int(_meta(connection, GENERATION) or 0)


def check_fully(path: Path, key: Secret) -> None:
    """Read every page: message codes of SQLCipher, structure of SQLite, references.

    On a connection of its own; pages that are still in the write-ahead log are read by the second
    question. The first reads the file behind SQLite's back, where the writer may be folding the log
    in at this very moment: only what is wrong twice is wrong. A page spliced back from an older
    copy is found by the audit chain and the notes' signatures, not here.

    Raises:
        DatabaseDamagedError: Something is wrong with a page, an index or a reference.
    """
    connection = open_connection(path, key, read_only=True)
    try:
        faults = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        if faults:
            again = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            faults = [fault for fault in faults if fault in again]
        if not faults:
            told = connection.execute("PRAGMA integrity_check").fetchall()
            loose = connection.execute("PRAGMA foreign_key_check").fetchall()
            faults = [*(row for row in told if row != ("ok",)), *loose]
    except (dbapi2.Error, MemoryError) as failure:
        raise translated(failure) from failure
    finally:
        connection.close()
    if faults:
        raise DatabaseDamagedError


def remove_older_generations(folder: Path, header: Header) -> None:
    """Delete databases that a rotation has left behind: an old key would open them for ever.

    Only after the present one has been opened. What cannot be deleted is tried at the next unlock.
    """
    try:
        lying = list(folder.iterdir())
    except OSError:
        return
    for path in lying:
        found = _DATABASE.fullmatch(path.name)
        if found and int(found[1]) < header.dek.id:
            forget(path)


def forget(path: Path) -> None:
    """Delete a file if the system lets us."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def _check_log(unlocked: Unlocked, *, older: bool) -> None:
    """Prove a write-ahead log that a crash has left behind before anything can fold it in.

    A log of another key or database would be copied into the database when the connection closes,
    and spoil it for good; an older log of the same vault would turn it back. A connection that only
    reads sees the same pages and copies nothing.
    """
    log = unlocked.database.with_name(unlocked.database.name + "-wal")
    try:
        if not log.exists() or log.stat().st_size == 0:
            return
    except OSError as failure:
        raise DatabaseUnreachableError(reason=type(failure).__name__) from failure
    connection = open_connection(unlocked.database, unlocked.dek.key, read_only=True)
    try:
        sound = connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        if sound and not older:
            check_not_older(connection, unlocked)
    except (dbapi2.Error, MemoryError) as failure:
        raise translated(failure) from failure
    finally:
        connection.close()
    if not sound:
        raise DatabaseDamagedError


def _meta(connection: Connection, name: str) -> str | None:
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def _put(connection: Connection, name: str, value: str) -> None:
    connection.execute(
        "INSERT INTO meta (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )
