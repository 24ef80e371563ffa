"""What the disk says to SQLite, in our errors; the words are in ``vault.ftl`` and ``frame.ftl``."""

from collections.abc import Generator
from contextlib import contextmanager

from tcdesk.domain.errors import TcdeskError, WorldFailedError
from tcdesk.vault.key_errors import DatabaseBusyError, DatabaseUnreachableError

# SQLite's primary result codes that mean the disk or the system, not the program, said no.
_BUSY = frozenset({5, 6, 15})  # BUSY, LOCKED, PROTOCOL
_REFUSED = frozenset({3, 8, 14})  # PERM, READONLY, CANTOPEN
_IOERR = 10
_DAMAGED = frozenset({11, 26})  # CORRUPT, NOTADB
_FULL = 13


class DiskFullError(WorldFailedError):
    """There is no room to save; nothing was saved."""

    code = "disk-full"


class DiskFailedError(WorldFailedError):
    """The disk did not read or write; nothing was saved."""

    code = "disk-failed"


class DamagedPageError(WorldFailedError):
    """A page of the database cannot be read."""

    code = "damaged-page"


@contextmanager
def disk_words() -> Generator[None]:
    """Turn what the disk says into our errors; anything else stays our own mistake.

    Raises:
        WorldFailedError: The disk is full or failed, a page is damaged, the system refuses.
        DatabaseBusyError: Another program holds the database.
    """
    try:
        yield
    except Exception as error:
        told = _told(getattr(error, "orig", None) or error)
        if told is None:
            raise
        raise told from None


def _told(error: Exception) -> TcdeskError | None:
    primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if primary == _FULL:
        return DiskFullError()
    if primary == _IOERR:
        return DiskFailedError()
    if primary in _DAMAGED:
        return DamagedPageError()
    if primary in _BUSY:
        return DatabaseBusyError()
    if primary in _REFUSED:
        return DatabaseUnreachableError(reason=str(getattr(error, "sqlite_errorname", primary)))
    return None
