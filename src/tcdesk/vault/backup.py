"""Backups: made by SQLite's backup API, opened again and counted before they are called good.

    copy to .part → every page checked → rows counted → flushed → .db → described (.json)

A copy without its description was never verified and does not exist for anybody. Copying reads one
snapshot on a connection of its own, in whichever thread: nobody who writes has to wait for it.
"""

import re
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlcipher3 import dbapi2

from tcdesk.crypto.digests import sha256_hasher
from tcdesk.crypto.secret import Secret
from tcdesk.domain.errors import WorldFailedError
from tcdesk.services.backup_made import BackupMade, Why
from tcdesk.services.key_ring import Progress
from tcdesk.services.ports import Files
from tcdesk.vault.backup_description import (
    DESCRIBED,
    SPOILT,
    Counted,
    Description,
    from_file,
    is_genuine,
    look_at,
    marked,
    to_bytes,
)
from tcdesk.vault.connection import Connection, claim, connect_raw, open_connection, pragma
from tcdesk.vault.disk_words import disk_words
from tcdesk.vault.header import serialize
from tcdesk.vault.keys import Unlocked
from tcdesk.vault.opening import check_fully, forget

FOLDER = "backups"
_BLOCK = 1 << 20
_NAME = re.compile(r"tcdesk-(\d{8}T\d{6}Z)(-\d+)?\.(?:json|spoilt)")
_LEFT = re.compile(
    r"tcdesk-(\d{8}T\d{6}Z)(?:-\d+)?(\.db|\.json\.tmp|\.part(?:-journal|-wal|-shm)?)"
)


class BackupFailedError(WorldFailedError):
    """The copy could not be written or does not hold what the vault holds; it was removed."""

    code = "backup-failed"


class BackupSpoiltError(WorldFailedError):
    """The backup is not what was written; it is not offered any more."""

    code = "backup-spoilt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a database holds at one moment."""

    counts: Mapping[str, int]
    schema: int
    audit_seq: int
    audit_sha256: str
    epoch_no: int


def make_backup(
    unlocked: Unlocked, folder: Path, *, at: str, why: Why, files: Files, progress: Progress
) -> BackupMade:
    """Copy the database as it is now, and prove the copy.

    Args:
        unlocked: The keys; the copy has the same, and today's key file lies in its description, so
            that today's accounts open it.
        folder: Where to, on this computer's disk; made if it is missing.
        at: The present moment, ``YYYY-MM-DDThh:mm:ssZ``.
        why: What for.
        files: Writes the description.
        progress: Told parts of one; what it raises cancels, and nothing is left behind.

    Raises:
        BackupFailedError: The copy differs from the vault.
        WorldFailedError: The disk is full or failed; nothing is left behind.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _clear(folder)
        name = _free_name(folder, at)
        part, final = folder / f"{name}.part", folder / f"{name}.db"
        with disk_words():
            held = _copy(unlocked, part, progress)
        files.sync_file(part)
        part.rename(final)
        files.sync_file(final)
        _describe(final, unlocked, held, at, why, files)
    except (OSError, MemoryError, dbapi2.Error) as failure:
        _clear(folder)
        raise BackupFailedError from failure
    except BaseException:
        _clear(folder)
        raise
    progress(1.0)
    header = unlocked.header
    return look_at(final.with_suffix(DESCRIBED), at, header.vault_id, unlocked.dek.pin)


def list_backups(
    folder: Path, vault_id: str | None = None, pin: Secret | None = None
) -> Sequence[BackupMade]:
    """List what lies in a folder, newest first, each with its state."""
    found = []
    for path in _lying(folder):
        named = _NAME.fullmatch(path.name)
        if named:
            moment = f"{date.fromisoformat(named[1][:8])}T{named[1][9:11]}:{named[1][11:13]}:"
            found.append(look_at(path, f"{moment}{named[1][13:15]}Z", vault_id, pin))
    return sorted(found, key=lambda one: (one.at, len(one.path.name), one.path.name), reverse=True)


def _lying(folder: Path) -> Sequence[Path]:
    """List a folder; one that is not there, or cannot be read, holds no backups."""
    try:
        return list(folder.iterdir())
    except OSError:
        return ()


def prove(path: Path, told: Description, key: Secret | None) -> None:
    """Read a whole copy again: its hash, and with its key every page and every count.

    Args:
        path: The copy.
        told: Its description.
        key: Its database key, None where no account at hand opens it; the hash then speaks alone.

    What is wrong is read once more: only what is wrong twice is wrong, not a disk that faltered.

    Raises:
        BackupSpoiltError: Something differs.
    """
    try:
        _read_whole(path, told, key)
    except BackupSpoiltError:
        _read_whole(path, told, key)


def _read_whole(path: Path, told: Description, key: Secret | None) -> None:
    try:
        if _sha256(path) != told.sha256:
            raise BackupSpoiltError
        if key is not None:
            check_fully(path, key)
            with closing(open_connection(path, key, read_only=True)) as connection:
                held = _held(connection)
            if (held.counts, held.audit_sha256) != (told.rows, told.audit_sha256):
                raise BackupSpoiltError
    except (OSError, MemoryError, dbapi2.Error, WorldFailedError) as failure:
        raise BackupSpoiltError from failure


def is_sound(made: BackupMade, pin: Secret, key: Secret | None) -> bool:
    """Say whether a backup is still what was written."""
    try:
        told = from_file(made.path.with_suffix(DESCRIBED))
        if not is_genuine(told, pin):
            return False
        prove(made.path, told, key)
    except WorldFailedError:
        return False
    return True


def set_spoilt(made: BackupMade) -> None:
    """Offer a backup no more; nothing of it is deleted."""
    described = made.path.with_suffix(DESCRIBED)
    try:
        described.replace(described.with_suffix(SPOILT))
    except OSError:
        return  # it is found again at the next look


def drop(made: BackupMade) -> None:
    """Delete a backup: its description first, so that no half of it is ever offered."""
    for suffix in (DESCRIBED, SPOILT, ".db"):
        forget(made.path.with_suffix(suffix))


def keep_only(folder: Path, good: BackupMade) -> None:
    """Delete every backup of a folder but one: removed keys must open none of them."""
    kept = {good.path, good.path.with_suffix(DESCRIBED)}
    for path in sorted(folder.glob("tcdesk-*"), key=lambda one: one.suffix == ".db"):
        if path not in kept:
            forget(path)


def _copy(unlocked: Unlocked, part: Path, progress: Progress) -> Held:
    """Copy one snapshot, check every page of the copy, count its rows."""
    key = unlocked.dek.key
    with closing(open_connection(unlocked.database, key, read_only=True)) as source:
        source.execute("BEGIN")
        held = _held(source)
        progress(0.1)
        claim(part)
        with closing(connect_raw(part, key, mode="rw")) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE").fetchall()
    progress(0.5)
    check_fully(part, key)
    with closing(open_connection(part, key, read_only=True)) as copy:
        if _held(copy) != held:
            raise BackupFailedError
    progress(0.9)
    return held


def _describe(final: Path, unlocked: Unlocked, held: Held, at: str, why: Why, files: Files) -> None:
    """Write beside a copy what it holds; from then on it is offered."""
    told = Description(
        vault_id=unlocked.header.vault_id,
        at=at,
        why=why,
        schema=held.schema,
        size=final.stat().st_size,
        sha256=_sha256(final),
        counts=tuple(Counted(name=name, rows=rows) for name, rows in sorted(held.counts.items())),
        audit_seq=held.audit_seq,
        audit_sha256=held.audit_sha256,
        epoch_no=held.epoch_no,
        key_file=serialize(unlocked.header).decode(),
    )
    files.write_atomic(final.with_suffix(DESCRIBED), to_bytes(marked(told, unlocked.dek.pin)))


def _free_name(folder: Path, at: str) -> str:
    """Give a name that nothing has: two backups of one second must not meet."""
    name = f"tcdesk-{at.replace('-', '').replace(':', '')}"
    taken = {path.stem for path in folder.glob(f"{name}*")}
    number = 2
    free = name
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    return free


def _clear(folder: Path) -> None:
    """Remove what an interrupted backup left: it was never verified and only takes room."""
    for path in folder.glob("tcdesk-*"):
        found = _LEFT.fullmatch(path.name)
        described = any(path.with_suffix(suffix).exists() for suffix in (DESCRIBED, SPOILT))
        if found and not (found[2] == ".db" and described):
            forget(path)


def _held(connection: Connection) -> Held:
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    counts = {}
    for (name,) in ((str(row[0]),) for row in names):
        row = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()  # noqa: S608 - own schema
        counts[name] = int(str(row[0])) if row else 0
    seq, sha256 = _head(connection)
    epoch = connection.execute("SELECT value FROM meta WHERE name = 'epoch-no'").fetchone()
    return Held(
        counts=counts,
        schema=int(str(pragma(connection, "user_version"))),
        audit_seq=seq,
        audit_sha256=sha256,
        epoch_no=int(str(epoch[0])) if epoch else 1,
    )


def _head(connection: Connection) -> tuple[int, str]:
    row = connection.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    return (int(str(row[0])), row[1].hex()) if row and isinstance(row[1], bytes) else (0, "")


def _sha256(path: Path) -> str:
    hasher = sha256_hasher()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            hasher.update(block)
    return hasher.hexdigest()
