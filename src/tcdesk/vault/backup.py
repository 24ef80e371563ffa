"""Backups: made by SQLite's backup API, opened again and counted before they are called good.

    backups/tcdesk-<moment>.db     the copy, same key, journal mode DELETE
    backups/tcdesk-<moment>.json   what it holds, and the key file of its day

A copy without its .json was never verified and does not exist for anybody.
"""

import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sqlcipher3 import dbapi2

from tcdesk.bundle.canonical import Json, encode
from tcdesk.crypto.digests import sha256_hasher
from tcdesk.crypto.secret import Secret
from tcdesk.domain.errors import WorldFailedError
from tcdesk.services.key_ring import Progress
from tcdesk.services.ports import Files
from tcdesk.services.vaults import BackupMade
from tcdesk.vault.connection import Connection, claim, connect_raw, open_connection, pragma
from tcdesk.vault.disk_words import disk_words
from tcdesk.vault.header import Header, serialize
from tcdesk.vault.opening import check_fully, forget

FOLDER = "backups"
DAILY, WEEKLY, MONTHLY = 14, 8, 24
_BLOCK = 1 << 20
_NAME = re.compile(r"tcdesk-(\d{8}T\d{6}Z)\.json")
_LEFT = re.compile(r"tcdesk-(\d{8}T\d{6}Z)(\.db|\.json\.tmp|\.part(?:-journal|-wal|-shm)?)")


class BackupFailedError(WorldFailedError):
    """The copy could not be written or does not hold what the vault holds; it was removed."""

    code = "backup-failed"


def make_backup(
    source: Connection,
    key: Secret,
    header: Header,
    folder: Path,
    moment: str,
    files: Files,
    progress: Progress,
) -> BackupMade:
    """Copy the open database and prove the copy.

    Args:
        source: The writing connection, in no transaction.
        key: The database key; the copy has the same.
        header: The key file of today; kept beside the copy so that today's accounts open it.
        folder: Where to; made if it is missing.
        moment: ``YYYY-MM-DDThh:mm:ssZ``.
        files: Writes the description.
        progress: Told parts of one.

    Raises:
        BackupFailedError: The copy differs from the vault.
        WorldFailedError: The disk is full or failed; nothing is left behind.
    """
    name = f"tcdesk-{moment.replace('-', '').replace(':', '')}"
    final = folder / f"{name}.db"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _clear(folder)
        with disk_words():
            counted = _copy(source, key, folder / f"{name}.part", progress)
        files.sync_file(folder / f"{name}.part")
        (folder / f"{name}.part").rename(final)
        files.sync_file(final)
        made = _describe(final, header, moment, counted, files)
    except (OSError, MemoryError, dbapi2.Error) as failure:
        _clear(folder)
        raise BackupFailedError from failure
    except BaseException:
        _clear(folder)
        raise
    progress(1.0)
    return made


def _copy(source: Connection, key: Secret, part: Path, progress: Progress) -> dict[str, int]:
    """Copy, check every page of the copy, count its rows."""
    source.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    claim(part)
    target = connect_raw(part, key, mode="rw")
    try:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        target.close()
    progress(0.5)
    check_fully(part, key)
    counted = _counts(part, key)
    if counted != _counted(source):
        raise BackupFailedError
    progress(0.9)
    return counted


def _describe(
    final: Path, header: Header, moment: str, counted: dict[str, int], files: Files
) -> BackupMade:
    """Write beside a copy what it holds; from then on it is offered."""
    rows, audit_seq = sum(counted.values()), counted.get("audit", 0)
    size = final.stat().st_size
    told: dict[str, Json] = {
        "at": moment,
        "audit_seq": audit_seq,
        "format": "tcdesk-backup",
        "key_file": serialize(header).decode(),
        "rows": rows,
        "sha256": _sha256(final),
        "size": size,
        "version": 1,
    }
    files.write_atomic(final.with_suffix(".json"), encode(told) + b"\n")
    return BackupMade(path=final, at=moment, size=size, rows=rows, audit_seq=audit_seq)


def list_backups(folder: Path) -> Sequence[BackupMade]:
    """List the verified backups of a folder, newest first; spoilt ones are not offered."""
    found = []
    for path in folder.glob("tcdesk-*.json") if folder.is_dir() else ():
        copy = path.with_suffix(".db")
        if not _NAME.fullmatch(path.name) or not copy.is_file():
            continue
        made = _described(path, copy)
        if made is not None:
            found.append(made)
    return sorted(found, key=lambda one: one.at, reverse=True)


def thin(folder: Path) -> None:
    """Keep 14 days, 8 weeks and 24 months; the newest good one always stays."""
    backups = list_backups(folder)
    keep: set[Path] = {one.path for one in backups[:1]}
    for length, most in ((10, DAILY), (0, WEEKLY), (7, MONTHLY)):
        seen: list[str] = []
        for one in backups:
            period = one.at[:length] if length else _week(one.at)
            if period not in seen:
                seen.append(period)
                if len(seen) <= most:
                    keep.add(one.path)
    for one in backups:
        if one.path not in keep:
            forget(one.path.with_suffix(".json"))
            forget(one.path)


def keep_only(folder: Path, good: BackupMade) -> None:
    """Delete every backup of a folder but one: removed accounts must open none of them."""
    kept = {good.path, good.path.with_suffix(".json")}
    for path in folder.glob("tcdesk-*"):
        if path not in kept:
            forget(path)


def _described(path: Path, copy: Path) -> BackupMade | None:
    """Read what a backup holds; None if the description is not as it was written."""
    try:
        told = json.loads(path.read_bytes())
        size = copy.stat().st_size
        made = BackupMade(
            path=copy,
            at=told["at"],
            size=told["size"],
            rows=told["rows"],
            audit_seq=told["audit_seq"],
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return made if size == made.size else None


def _clear(folder: Path) -> None:
    """Remove what an interrupted backup left: it was never verified and only takes room."""
    for path in folder.glob("tcdesk-*"):
        found = _LEFT.fullmatch(path.name)
        if found and not (found[2] == ".db" and path.with_suffix(".json").exists()):
            forget(path)


def _week(moment: str) -> str:
    year, week, _ = date.fromisoformat(moment[:10]).isocalendar()
    return f"{year}-{week}"


def _counts(path: Path, key: Secret) -> dict[str, int]:
    connection = open_connection(path, key, read_only=True)
    try:
        return _counted(connection)
    finally:
        connection.close()


def _counted(connection: Connection) -> dict[str, int]:
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    counted = {}
    for (name,) in ((str(row[0]),) for row in names):
        row = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()  # noqa: S608 - own schema
        counted[name] = int(str(row[0])) if row else 0
    counted["user_version"] = int(str(pragma(connection, "user_version")))
    return counted


def _sha256(path: Path) -> str:
    hasher = sha256_hasher()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            hasher.update(block)
    return hasher.hexdigest()
