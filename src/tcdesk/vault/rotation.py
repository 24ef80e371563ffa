"""Rotation: a new database key in a new file, so that old keys open nothing (security.md §4.7).

    checkpoint → copy under the new key → amend → verify → flush → vault.json, .bak → delete old

``vault.json`` is the one commit point: before it the old database goes on untouched, after it the
new one holds. Removing an account or a recovery key, a suspected leak and erasure all go this way.
"""

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from sqlcipher3 import dbapi2

from tcdesk.domain.errors import TcdeskError
from tcdesk.services.ports import Files
from tcdesk.vault.connection import Connection, claim, connect_raw, open_connection, pragma
from tcdesk.vault.dek import Dek
from tcdesk.vault.header import Header, read_header, write_header
from tcdesk.vault.key_changes import check_present, sealed_header
from tcdesk.vault.key_errors import (
    DatabaseDamagedError,
    KeyFileDamagedError,
    RotationFailedError,
    RotationSpaceError,
    VaultMissingError,
)
from tcdesk.vault.keys import Unlocked
from tcdesk.vault.opening import (
    check_belonging,
    check_fully,
    forget,
    remembered_generation,
    remove_older_generations,
    store_generation,
)
from tcdesk.vault.slots import Slot

MARGIN = 16 << 20
SIDE_FILES = ("", "-wal", "-shm", "-journal")


class RotationStep(StrEnum):
    """The step a rotation is in; all of them lie before the commit point."""

    COPY = "copy"
    AMEND = "amend"
    VERIFY = "verify"
    FLUSH = "flush"
    COMMIT = "commit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotation:
    """What a rotation is to do.

    ``slots`` are those of the new key file. ``amend`` changes the new copy and nothing else: what
    is erased is left out of it, an account that is removed ends in it, the audit line of the
    rotation is written there; the live file is never touched. It may close the connection.
    ``progress`` is told each step; what it raises cancels. ``release`` closes every connection to
    the old database, after the commit point.
    """

    slots: tuple[Slot, ...]
    progress: Callable[[RotationStep], None]
    release: Callable[[], None]
    amend: Callable[[Connection], None] | None = None


def rotate(unlocked: Unlocked, files: Files, source: Connection, plan: Rotation) -> Unlocked:
    """Give the vault a new database key and file.

    Args:
        unlocked: The keys as they are.
        files: Writes the key file, flushes the database.
        source: The writing connection, between transactions; nothing else writes meanwhile.
        plan: What changes.

    Returns:
        The new keys; the caller opens the new database with them.

    Raises:
        KeysStaleError: The key file on the disk is another one.
        LastPasswordSlotError: Nobody could log in afterwards.
        SlotsFullError: More than 32 slots.
        RotationSpaceError: No room for a second copy.
        RotationFailedError: The copy could not be written or does not verify.
    """
    check_present(unlocked)
    dek = unlocked.dek.successor()
    old = unlocked.header
    generation = max(old.generation, remembered_generation(source)) + 1
    header = sealed_header(old.vault_id, dek, plan.slots, generation=generation)
    target = lay_down(source, unlocked.folder, dek, header, files, plan)
    commit(unlocked.folder, header, files, target, before=old)
    plan.release()
    remove_older_generations(unlocked.folder, header)
    slot = unlocked.slot if unlocked.slot in plan.slots else None
    return replace(
        unlocked, header=header, dek=dek, slot=slot, account=unlocked.account if slot else None
    )


def lay_down(
    source: Connection, folder: Path, dek: Dek, header: Header, files: Files, plan: Rotation
) -> Path:
    """Write a database under a new key into a new file, verified and flushed; nobody uses it yet.

    A restore does it too, with a backup as the source.

    Raises:
        RotationSpaceError: No room for a second copy.
        RotationFailedError: The copy could not be written or does not verify.
    """
    target = folder / dek.file_name
    forget_database(target)
    try:
        source.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        _check_space(source, folder)
        _copy(source, target, dek, header, plan)
        plan.progress(RotationStep.FLUSH)
        files.sync_file(target)
        plan.progress(RotationStep.COMMIT)
    except (dbapi2.Error, MemoryError, OSError, DatabaseDamagedError) as failure:
        forget_database(target)
        raise RotationFailedError from failure
    except BaseException:
        forget_database(target)
        raise
    return target


def commit(
    folder: Path, header: Header, files: Files, target: Path, *, before: Header | None
) -> None:
    """Write the key file; if that fails, delete the new database only when it surely is unused.

    Raises:
        TcdeskError: What was ``before`` holds; None is a folder without a key file.
    """
    try:
        write_header(folder, header, files)
    except TcdeskError:
        if _header_there(folder) == before:
            forget_database(target)
        raise


def _header_there(folder: Path) -> Header | None:
    try:
        return read_header(folder)
    except (VaultMissingError, KeyFileDamagedError):
        return None


def _copy(source: Connection, target: Path, dek: Dek, header: Header, plan: Rotation) -> None:
    """Copy, amend, close, read back."""
    plan.progress(RotationStep.COPY)
    claim(target)
    with closing(connect_raw(target, dek.key, mode="rw")) as copy:
        source.backup(copy)
        if _held(copy) != _held(source):
            raise DatabaseDamagedError
    if plan.amend is not None:
        plan.progress(RotationStep.AMEND)
        with closing(connect_raw(target, dek.key, mode="rw")) as copy:
            plan.amend(copy)
    with closing(connect_raw(target, dek.key, mode="rw")) as copy:
        store_generation(copy, header)
        held = _held(copy)
        copy.execute("PRAGMA journal_mode = DELETE").fetchall()
    plan.progress(RotationStep.VERIFY)
    check_fully(target, dek.key)
    with closing(open_connection(target, dek.key, read_only=True)) as again:
        check_belonging(again, header)
        if _held(again) != held:
            raise DatabaseDamagedError


def _held(connection: Connection) -> tuple[object, ...]:
    """Give what a copy must have of its original: numbers of the schema, rows of every table."""
    kept = (pragma(connection, name) for name in ("application_id", "user_version"))
    return (*kept, _counts(connection))


def _counts(connection: Connection) -> dict[str, int]:
    """Count the rows of every table."""
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    ).fetchall()
    counts: dict[str, int] = {}
    for (name,) in names:
        quoted = str(name).replace('"', '""')
        row = connection.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()  # noqa: S608 - the names are the schema's own
        counts[str(name)] = int(str(row[0])) if row else 0
    return counts


def _check_space(source: Connection, folder: Path) -> None:
    size = int(str(pragma(source, "page_count"))) * int(str(pragma(source, "page_size")))
    needed = size + MARGIN
    if shutil.disk_usage(folder).free < needed:
        raise RotationSpaceError(mib=needed >> 20)


def forget_database(database: Path) -> None:
    """Delete a database with what SQLite keeps beside it."""
    for ending in SIDE_FILES:
        forget(database.with_name(database.name + ending))
