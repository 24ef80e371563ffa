"""A connection to the encrypted database: the key, then one fixed profile, each setting read back.

SQLCipher asks for the key before anything else. A setting that is not kept is an error of ours,
never a quieter database. Connections are in autocommit: whoever writes says ``BEGIN IMMEDIATE`` and
``COMMIT``.
"""

import functools
import os
import stat
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Literal, Protocol

from sqlcipher3 import dbapi2

from tcdesk.crypto.secret import Secret
from tcdesk.domain.errors import TcdeskError
from tcdesk.vault.dek import key_text
from tcdesk.vault.disk_words import DiskFullError
from tcdesk.vault.key_errors import (
    DatabaseBusyError,
    DatabaseDamagedError,
    DatabaseMissingError,
    DatabaseUnreachableError,
    ProfileError,
)

APPLICATION_ID = 0x74636465  # "tcde"
SMALLEST = 4096  # one page
LEAST_SQLITE = (3, 51, 3)  # earlier ones can corrupt a database when the WAL is reset
LEAST_CIPHER = (4, 19)

Cell = None | int | float | str | bytes


class Cursor(Protocol):
    """The rows of a statement."""

    def fetchone(self) -> tuple[Cell, ...] | None:
        """Give the next row."""
        ...

    def fetchall(self) -> list[tuple[Cell, ...]]:
        """Give all rows that are left."""
        ...


Authorizer = Callable[[int, str | None, str | None, str | None, str | None], int]


class Connection(Protocol):
    """What is used of a SQLCipher connection."""

    def execute(self, sql: str, parameters: Sequence[Cell] = (), /) -> Cursor:
        """Run one statement."""
        ...

    def backup(self, target: "Connection") -> None:
        """Copy the whole database into another connection."""
        ...

    def set_key(self, key: str) -> None:
        """Say the key; before any statement."""
        ...

    def set_authorizer(self, authorizer: Authorizer | None) -> None:
        """Let a function judge every action of a statement."""
        ...

    def interrupt(self) -> None:
        """Stop what another thread is running on this connection."""
        ...

    def close(self) -> None:
        """Close; an open transaction is rolled back."""
        ...


PROFILE: Mapping[str, tuple[str, int | str]] = {
    "journal_mode": ("WAL", "wal"),
    "synchronous": ("FULL", 2),
    "foreign_keys": ("ON", 1),
    "recursive_triggers": (
        "ON",
        1,
    ),  # without it REPLACE goes past the triggers that protect evidence
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "temp_store": ("MEMORY", 2),  # a temporary file would hold text in clear
    "secure_delete": ("ON", 1),
    "mmap_size": ("0", 0),
    "busy_timeout": ("5000", 5000),
    "wal_autocheckpoint": ("1000", 1000),
    "journal_size_limit": ("67108864", 67_108_864),
}
"""Setting → (what is said, what must be read back), in this order (security.md §4.5)."""


def open_connection(path: Path, key: Secret, *, read_only: bool = False) -> Connection:
    """Open an existing database with the whole profile.

    Args:
        path: The database file; it is never made here.
        key: 32 raw bytes.
        read_only: For checks, export and backup; the journal mode is then left as it is.

    Raises:
        RawKeyError: The key has not 32 bytes.
        DatabaseMissingError: There is no such file.
        DatabaseDamagedError: No regular file, shorter than a page, or another key's.
        DatabaseBusyError: Another program holds it.
        DatabaseUnreachableError: The system refuses it.
        ProfileError: The library is too old or does not keep a setting.
    """
    check_file(path)
    return _opened(path, key, read_only=read_only)


def create_database(path: Path, key: Secret) -> Connection:
    """Make a new, empty database, readable by this account only, and open it with the profile.

    Raises:
        RawKeyError: The key has not 32 bytes.
        DatabaseUnreachableError: The file exists already, or the system refuses it.
        ProfileError: The library is too old or does not keep a setting.
    """
    key_text(key)
    claim(path)
    connection = _opened(path, key, read_only=False)
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    except dbapi2.Error as failure:
        connection.close()
        raise translated(failure) from failure
    return connection


def claim(path: Path) -> None:
    """Make an empty file for a database, 0600; SQLite gives -wal and -shm the same rights.

    Raises:
        DatabaseUnreachableError: The file exists already, or the system refuses it.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as failure:
        raise DatabaseUnreachableError(reason=type(failure).__name__) from failure


def check_file(path: Path) -> None:
    """Return if there is a regular file of at least one page (unlock, step 8).

    SQLite would take an empty file for a new and empty database, without an error.

    Raises:
        DatabaseMissingError: There is nothing.
        DatabaseDamagedError: A folder, a link, or too short.
    """
    try:
        found = path.lstat()
    except FileNotFoundError:
        raise DatabaseMissingError from None
    except OSError as failure:
        raise DatabaseUnreachableError(reason=type(failure).__name__) from failure
    if not stat.S_ISREG(found.st_mode) or found.st_size < SMALLEST:
        raise DatabaseDamagedError


def connect_raw(path: Path, key: Secret, *, mode: Literal["rw", "ro"]) -> Connection:
    """Connect and say the key, nothing more: for a target that a copy will fill."""
    text = key_text(key)
    _check_library()
    connection: Connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None
    )
    connection.set_key(text)
    connection.execute("PRAGMA cipher_log_level = NONE")  # it writes to the error stream
    return connection


def pragma(connection: Connection, name: str) -> Cell:
    """Read a setting."""
    row = connection.execute(f"PRAGMA {name}").fetchone()
    return row[0] if row else None


def translated(failure: Exception) -> TcdeskError:
    """Give our error for SQLite's: on a first read a wrong key and damage look the same."""
    name = str(getattr(failure, "sqlite_errorname", type(failure).__name__))
    if isinstance(failure, MemoryError) or name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return DatabaseDamagedError()
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return DatabaseBusyError()
    if name.startswith("SQLITE_FULL"):
        return DiskFullError()
    return DatabaseUnreachableError(reason=name)


def _opened(path: Path, key: Secret, *, read_only: bool) -> Connection:
    try:
        connection = connect_raw(path, key, mode="ro" if read_only else "rw")
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            _set_profile(connection, read_only=read_only)
        except BaseException:
            connection.close()
            raise
    except (dbapi2.Error, MemoryError) as failure:
        raise translated(failure) from failure
    return connection


def _set_profile(connection: Connection, *, read_only: bool) -> None:
    for name, (said, kept) in PROFILE.items():
        if read_only and name == "journal_mode":
            continue
        connection.execute(f"PRAGMA {name} = {said}").fetchall()
        if pragma(connection, name) != kept:
            raise ProfileError(setting=name)
    if pragma(connection, "cipher_memory_security") not in (0, "0"):
        raise ProfileError(setting="cipher_memory_security")


@functools.cache
def _check_library() -> None:
    if dbapi2.sqlite_version_info < LEAST_SQLITE:
        raise ProfileError(setting="sqlite_version")
    probe: Connection = dbapi2.connect(":memory:")
    version = str(pragma(probe, "cipher_version") or "0")
    probe.close()
    if tuple(int(part) for part in version.partition(" ")[0].split(".")) < LEAST_CIPHER:
        raise ProfileError(setting="cipher_version")
