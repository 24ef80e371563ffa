"""The open vault: one writing connection, and a reading one for each thread that asks questions.

SQLAlchemy holds one SQLCipher connection an engine (StaticPool); no key is ever in a URL.
A connection belongs to the thread that made it: the writing one to the thread that unlocked, a
reading one to the thread that first reads. The window has two lanes of work, so there are at most
three.
"""

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from threading import local

import sqlcipher3.dbapi2
from sqlalchemy import Connection, StaticPool, create_engine, select

from tcdesk.domain.errors import NotAllowedError, WorldFailedError
from tcdesk.services.ports import Clock
from tcdesk.services.store import Actor, Reading, Work
from tcdesk.vault import tables
from tcdesk.vault.connection import Connection as DriverConnection
from tcdesk.vault.work import Snapshot, Unit

Connect = Callable[[], DriverConnection]

# SQLite's primary result codes that mean the disk, not the program, said no.
_FULL = 13
_IOERR = 10
_CORRUPT = 11
_NOTADB = 26


class DiskFullError(WorldFailedError):
    """There is no room to save; nothing was saved."""

    code = "disk-full"


class DiskFailedError(WorldFailedError):
    """The disk did not read or write; nothing was saved."""

    code = "disk-failed"


class DamagedPageError(WorldFailedError):
    """A page of the database cannot be read."""

    code = "damaged-page"


def _hold(connect: Connect) -> Connection:
    """Hold one connection for good; transactions are begun by hand."""
    engine = create_engine(
        "sqlite://",
        creator=connect,
        module=sqlcipher3.dbapi2,
        poolclass=StaticPool,
        hide_parameters=True,
        echo=False,
    )
    return engine.connect().execution_options(isolation_level="AUTOCOMMIT")


def _in_transaction(connection: Connection) -> bool:
    driver = connection.connection.driver_connection
    return driver is not None and bool(driver.in_transaction)


@contextmanager
def _disk_words() -> Generator[None]:
    """Turn what the disk says into our errors; anything else stays our own mistake."""
    try:
        yield
    except Exception as error:
        cause = getattr(error, "orig", error)
        primary = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        if primary == _FULL:
            raise DiskFullError from None
        if primary == _IOERR:
            raise DiskFailedError from None
        if primary in (_CORRUPT, _NOTADB):
            raise DamagedPageError from None
        raise


class SqlStore:
    """The vault opened with its key (services.store.Store)."""

    def __init__(self, connect_writer: Connect, connect_reader: Connect, clock: Clock) -> None:
        """Take two ways to connect; nothing is opened until it is used."""
        self._connect_writer = connect_writer
        self._connect_reader = connect_reader
        self._clock = clock
        self._writer: Connection | None = None
        self._here = local()  # what belongs to the present thread: its reader, its open unit

    @contextmanager
    def reading(self) -> Generator[Reading]:
        """Open a snapshot; inside a unit of work it is the unit, which sees what it has written."""
        unit = self._open_unit()
        if unit is not None:
            yield unit
            return
        with self.snapshot() as connection:
            yield Snapshot(connection)

    @contextmanager
    def writing(self, actor: Actor) -> Generator[Work]:
        """Open a unit of work, or join the one that is open."""
        outer = self._open_unit()
        if outer is not None:
            if outer.actor != actor:
                raise NotAllowedError(action="join-other-work")
            yield outer
            return
        connection = self.writer()
        with _disk_words():
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                unit = Unit(connection, actor, self._clock)
                self._here.unit = unit
                yield unit
                unit.finish()
                connection.exec_driver_sql("COMMIT")
            except BaseException:
                # SQLite has rolled back by itself after a full disk; then there is nothing to do.
                if _in_transaction(connection):
                    connection.exec_driver_sql("ROLLBACK")
                raise
            finally:
                self._here.unit = None

    @contextmanager
    def audit_lines(self, after: int) -> Generator[Iterator[tuple[int, str, str]]]:
        """Stream audit lines with a greater number."""
        audit = tables.audit
        with self.snapshot() as connection:
            rows = connection.execute(
                select(audit.c.seq, audit.c.entry, audit.c.hash)
                .where(audit.c.seq > after)
                .order_by(audit.c.seq)
            )
            yield ((row[0], row[1], row[2].hex()) for row in rows)

    @contextmanager
    def snapshot(self) -> Generator[Connection]:
        """Hold one consistent state on the reading connection."""
        connection = self.reader()
        with _disk_words():
            outer = _in_transaction(connection)
            if not outer:
                connection.exec_driver_sql("BEGIN")
            try:
                yield connection
            finally:
                if not outer:
                    connection.exec_driver_sql("COMMIT")

    def writer(self) -> Connection:
        """Give the writing connection; only its thread may ask."""
        if self._writer is None:
            self._writer = _hold(self._connect_writer)
        return self._writer

    def reader(self) -> Connection:
        """Give this thread's reading connection."""
        known: Connection | None = getattr(self._here, "reader", None)
        if known is None:
            known = _hold(self._connect_reader)
            self._here.reader = known
        return known

    def _open_unit(self) -> Unit | None:
        unit: Unit | None = getattr(self._here, "unit", None)
        return unit

    def close_reader(self) -> None:
        """Close this thread's reading connection."""
        known: Connection | None = getattr(self._here, "reader", None)
        if known is not None:
            known.close()
            known.engine.dispose()
            self._here.reader = None

    def close_writer(self) -> None:
        """Fold the write-ahead log into the file and close, on the writing thread."""
        if self._writer is not None:
            self._writer.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            self._writer.close()
            self._writer.engine.dispose()
            self._writer = None
