"""The open vault: one writing connection, and a reading one for each thread that asks questions.

SQLAlchemy holds one SQLCipher connection an engine (StaticPool); no key is ever in a URL.
A connection belongs to the thread that made it: the writing one to the thread that unlocked, a
reading one to the thread that first reads. The window has two lanes of work, so there are at most
three. After a page could not be read SQLCipher refuses everything else on that connection, so the
connection is dropped and the next question opens another.
"""

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from threading import local

from sqlalchemy import Connection, StaticPool, create_engine, select
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from tcdesk.domain.errors import NotAllowedError, WorldFailedError
from tcdesk.services.ports import Clock
from tcdesk.services.store import Actor, Deed, Reading, Work
from tcdesk.vault import bookkeeping
from tcdesk.vault.connection import Connection as DriverConnection
from tcdesk.vault.disk_words import DiskFailedError, disk_words
from tcdesk.vault.key_errors import DatabaseBusyError
from tcdesk.vault.sight import sight_of
from tcdesk.vault.snapshot import Snapshot
from tcdesk.vault.work import Unit, moment

Connect = Callable[[], DriverConnection]


def _hold(connect: Connect) -> Connection:
    """Hold one connection for good; transactions are begun by hand."""
    engine = create_engine(
        "sqlite://",
        creator=connect,
        module=dbapi2,
        poolclass=StaticPool,
        hide_parameters=True,
        echo=False,
    )
    return engine.connect().execution_options(isolation_level="AUTOCOMMIT")


def _in_transaction(connection: Connection) -> bool:
    if connection.closed:  # dropped, because it had failed
        return False
    driver = connection.connection.driver_connection
    return driver is not None and bool(driver.in_transaction)


class SqlStore:
    """The vault opened with its key (services.store.Store)."""

    def __init__(self, connect_writer: Connect, connect_reader: Connect, clock: Clock) -> None:
        """Take two ways to connect; nothing is opened until it is used."""
        self._connect_writer = connect_writer
        self._connect_reader = connect_reader
        self._clock = clock
        self._writer: Connection | None = None
        self._latest: Deed | None = None
        self._traces = False  # the write-ahead log holds, open, what has been closed since
        self._era = 0  # grows when the vault gets a new file
        self._here = local()  # what belongs to the present thread: its reader, its open unit

    @contextmanager
    def reading(self, actor: Actor | None = None) -> Generator[Reading]:
        """Open a snapshot; inside a unit of work it is the unit, which sees what it has written."""
        unit = self._open_unit()
        if unit is not None:
            yield unit
            return
        with self.snapshot() as connection:
            yield Snapshot(connection, sight_of(actor, self._clock.today(), moment(self._clock)))

    @contextmanager
    def writing(self, actor: Actor) -> Generator[Work]:
        """Open a unit of work, or join the one that is open."""
        outer = self._open_unit()
        if outer is not None:
            if outer.actor != actor:
                raise NotAllowedError(action="join-other-work")
            yield outer
            return
        with self._dropping(self.drop_writer), disk_words():
            connection = self.writer()
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                unit = Unit(connection, actor, self._clock)
                self._here.unit = unit
                yield unit
                unit.finish()
                connection.exec_driver_sql("COMMIT")
                if unit.changed:
                    self._latest = unit.deed()
                self._traces = self._traces or unit.leaves_traces
            except BaseException:
                # SQLite has rolled back by itself after a full disk; then there is nothing to do.
                if _in_transaction(connection):
                    connection.exec_driver_sql("ROLLBACK")
                raise
            finally:
                self._here.unit = None
            if self._traces:
                self._forget_traces(connection)

    @property
    def latest(self) -> Deed | None:
        """Give what the newest unit of work that changed something did."""
        return self._latest

    @contextmanager
    def audit_lines(self, after: int) -> Generator[Iterator[tuple[int, str, str]]]:
        """Stream audit lines with a greater number."""
        audit = bookkeeping.audit
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
        with self._dropping(self.close_reader), disk_words():
            connection = self.reader()
            outer = _in_transaction(connection)
            if not outer:
                connection.exec_driver_sql("BEGIN")
            try:
                yield connection
            finally:
                if not outer and _in_transaction(connection):
                    connection.exec_driver_sql("COMMIT")

    def writer(self) -> Connection:
        """Give the writing connection; only its thread may ask."""
        if self._writer is None:
            self._writer = _hold(self._connect_writer)
        return self._writer

    def reader(self) -> Connection:
        """Give this thread's reading connection."""
        if getattr(self._here, "era", None) != self._era:
            self.close_reader()
        known: Connection | None = getattr(self._here, "reader", None)
        if known is None:
            self._here.era = self._era
            known = _hold(self._connect_reader)
            self._here.reader = known
        return known

    def _forget_traces(self, connection: Connection) -> None:
        """Fold the write-ahead log in and cut it; a reader in the way leaves it to the next unit.

        What was to be saved is saved: a disk that refuses this is no failure of it.
        """
        with suppress(DBAPIError):
            row = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            self._traces = row is None or row[0] != 0

    def _open_unit(self) -> Unit | None:
        unit: Unit | None = getattr(self._here, "unit", None)
        return unit

    def driver(self) -> DriverConnection:
        """Give the writing connection as SQLCipher has it; only its thread may ask."""
        connection: DriverConnection | None = self.writer().connection.driver_connection
        if connection is None:
            raise DiskFailedError
        return connection

    @contextmanager
    def driving(self) -> Generator[DriverConnection]:
        """Lend the writing connection as SQLCipher has it, for what is no unit of work.

        Raises:
            WorldFailedError: The disk refused; outside a unit of work the connection is dropped.
        """
        drop = self.drop_writer if self._open_unit() is None else _nothing
        with self._dropping(drop), disk_words():
            yield self.driver()

    @contextmanager
    def _dropping(self, drop: Callable[[], None]) -> Generator[None]:
        """Let a connection go that has failed to read, or to give a lock back."""
        try:
            yield
        except (WorldFailedError, DatabaseBusyError):
            drop()
            raise

    def close_reader(self) -> None:
        """Close this thread's reading connection."""
        known: Connection | None = getattr(self._here, "reader", None)
        self._here.reader = None
        _let_go(known)

    def close_writer(self) -> None:
        """Fold the write-ahead log into the file and close, on the writing thread.

        Raises:
            WorldFailedError: The log could not be folded in; it stays beside the file.
        """
        if self._writer is not None:
            try:
                with disk_words():
                    self._writer.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                self.drop_writer()

    def drop_writer(self) -> None:
        """Close the writing connection as it is; the next unit of work opens another."""
        known, self._writer = self._writer, None
        _let_go(known)

    def turn_over(self) -> None:
        """Close what is open because the vault has a new file; other threads reopen when they ask.

        Only the writing thread may say it, between transactions.
        """
        self._era += 1
        self.close_reader()
        self.drop_writer()


def _nothing() -> None:
    """Drop nothing: the unit of work that is open will."""


def _let_go(connection: Connection | None) -> None:
    """Close a connection; one that has failed may not even do that."""
    if connection is not None:
        with suppress(dbapi2.Error, DBAPIError):
            connection.close()
        with suppress(dbapi2.Error, DBAPIError):
            connection.engine.dispose()
