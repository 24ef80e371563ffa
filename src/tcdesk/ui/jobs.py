"""Work off the main thread: two single-thread lanes, results back on the main thread.

    page ── run(owner, job) ──> lane "writer" (owns the vault's writing connection)
                            └─> lane "reader" (owns the read-only connection)
    page <── done / failed ──── main thread, only while the owner widget lives
    pages <─ changed(topics) ── when a job returned Changed(value, topics)

A SQLCipher connection belongs to one thread, so each lane is exactly one thread and jobs of a lane
run in the order in which they were asked for. A worker holds only the number of a ticket: the last
reference to a widget is therefore always dropped on the main thread.
"""

import gc
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from threading import Event
from typing import Generic, Literal, TypeVar, cast, overload

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import Shiboken

from tcdesk.domain.errors import PersonCanMendError
from tcdesk.ui.tidying import Tidying

T = TypeVar("T")
Lane = Literal["writer", "reader"]
SMALLEST_STEP = 0.005  # finer progress than half a percent is not drawn

log = logging.getLogger(__name__)


class JobCancelledError(PersonCanMendError):
    """The person cancelled the work; nothing was kept of it."""

    code = "job-cancelled"


class JobsClosedError(PersonCanMendError):
    """The program is locking or closing and takes no new work."""

    code = "jobs-closed"


@dataclass(frozen=True)  # no slots: Generic and frozen and slots fail on Python 3.11
class Changed(Generic[T]):
    """A job's result together with the topics that it changed."""

    value: T
    topics: frozenset[str]


class Progress:
    """The measure of one long job; reported by the lane, cancelled from the main thread."""

    def __init__(self, report: Callable[[float], None] | None = None) -> None:
        self._report = report
        self._cancelled = Event()
        self._last = -1.0

    def __call__(self, fraction: float) -> None:
        """Report how much is done, and stop here if the person cancelled.

        Args:
            fraction: 0 to 1.

        Raises:
            JobCancelledError: The person cancelled the work.
        """
        if self._cancelled.is_set():
            raise JobCancelledError
        bounded = min(1.0, max(0.0, fraction))
        if self._report and (bounded == 1.0 or bounded - self._last >= SMALLEST_STEP):
            self._last = bounded
            self._report(bounded)

    def cancel(self) -> None:
        """Ask the job to stop at its next report."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Tell whether the person has cancelled."""
        return self._cancelled.is_set()


@dataclass(slots=True, kw_only=True)
class _Ticket:
    owner: QObject
    job: Callable[[Progress], object]
    progress: Progress
    done: Callable[[object], None]
    failed: Callable[[Exception], None] | None
    measured: Callable[[float], None] | None
    lane: Lane
    result: object = None
    error: Exception | None = field(default=None, repr=False)

    def work(self) -> None:
        """Run the job; whatever happens is kept for the main thread."""
        try:
            if self.progress.cancelled:
                raise JobCancelledError
            self.result = self.job(self.progress)
        except Exception as error:  # noqa: BLE001 - every failure is told on the main thread
            self.error = error


class Jobs(QObject):
    """The two lanes of the program; one object, passed to whoever has work to do."""

    changed = Signal(object)  # frozenset[str]: topics that a finished job changed
    troubled = Signal(object, object)  # owner, Exception: a failure nobody asked to handle
    busyChanged = Signal(bool)

    _settled = Signal(int)
    _advanced = Signal(int, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[Lane, ThreadPoolExecutor] = {
            "writer": ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer"),
            "reader": ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader"),
        }
        self._tickets: dict[int, _Ticket] = {}
        self._numbers = count(1)
        self._open = True
        Tidying(self)
        self._settled.connect(self._deliver)
        self._advanced.connect(self._measure)

    @property
    def busy(self) -> bool:
        """Tell whether any job waits or runs."""
        return bool(self._tickets)

    @overload
    def run(
        self,
        owner: QObject,
        job: Callable[[], Changed[T]],
        *,
        done: Callable[[T], None] = ...,
        failed: Callable[[Exception], None] | None = ...,
        lane: Lane = ...,
    ) -> None: ...
    @overload
    def run(
        self,
        owner: QObject,
        job: Callable[[], T],
        *,
        done: Callable[[T], None] = ...,
        failed: Callable[[Exception], None] | None = ...,
        lane: Lane = ...,
    ) -> None: ...
    def run(
        self,
        owner: QObject,
        job: Callable[[], object],
        *,
        done: Callable[..., None] = lambda _value: None,
        failed: Callable[[Exception], None] | None = None,
        lane: Lane = "writer",
    ) -> None:
        """Run a short job in a lane and give its result to ``done`` on the main thread.

        Args:
            owner: The widget that waits; when it is destroyed its callbacks are dropped.
            job: A plain callable that touches no widget. It may return ``Changed``.
            done: Gets the value.
            failed: Gets the exception; without it ``troubled`` tells the window.
            lane: ``writer`` for everything that may change the vault, else ``reader``.

        Raises:
            JobsClosedError: The program is locking or closing.
        """
        self.run_long(owner, lambda _progress: job(), done=done, failed=failed, lane=lane)

    @overload
    def run_long(
        self,
        owner: QObject,
        job: Callable[[Progress], Changed[T]],
        *,
        done: Callable[[T], None] = ...,
        failed: Callable[[Exception], None] | None = ...,
        measured: Callable[[float], None] | None = ...,
        lane: Lane = ...,
    ) -> Progress: ...
    @overload
    def run_long(
        self,
        owner: QObject,
        job: Callable[[Progress], T],
        *,
        done: Callable[[T], None] = ...,
        failed: Callable[[Exception], None] | None = ...,
        measured: Callable[[float], None] | None = ...,
        lane: Lane = ...,
    ) -> Progress: ...
    def run_long(
        self,
        owner: QObject,
        job: Callable[[Progress], object],
        *,
        done: Callable[..., None] = lambda _value: None,
        failed: Callable[[Exception], None] | None = None,
        measured: Callable[[float], None] | None = None,
        lane: Lane = "writer",
    ) -> Progress:
        """Run a job that takes a ``Progress``; like ``run`` for the rest.

        Returns:
            The progress, by which the person can cancel.

        Raises:
            JobsClosedError: The program is locking or closing.
        """
        if not self._open:
            raise JobsClosedError
        number = next(self._numbers)
        progress = Progress(lambda fraction: self._advanced.emit(number, fraction))
        was_busy = self.busy
        self._tickets[number] = _Ticket(
            owner=owner,
            job=job,
            progress=progress,
            done=cast("Callable[[object], None]", done),
            failed=failed,
            measured=measured,
            lane=lane,
        )
        if not was_busy:
            self.busyChanged.emit(True)
        self._lanes[lane].submit(self._work, number)
        return progress

    def interrupt(self) -> None:
        """Cancel what reports progress or only waits to read; asked short writes still run."""
        for ticket in self._tickets.values():
            if ticket.measured is not None or ticket.lane == "reader":
                ticket.progress.cancel()

    def close(self) -> None:
        """Take no new work, finish what was asked for, end both threads."""
        if not self._open:
            return
        self._open = False
        self.interrupt()
        for lane in self._lanes.values():
            lane.shutdown(wait=True)
        gc.collect()  # no thread is left that could do it at a bad moment

    def _work(self, number: int) -> None:
        self._tickets[number].work()
        self._settled.emit(number)

    @Slot(int)
    def _deliver(self, number: int) -> None:
        ticket = self._tickets.pop(number)
        if isinstance(ticket.result, Changed):
            topics = ticket.result.topics
            value = cast("object", ticket.result.value)
        else:
            topics, value = frozenset[str](), ticket.result
        alive = Shiboken.isValid(ticket.owner)
        if ticket.error is None:
            if alive:
                ticket.done(value)
            if topics:
                self.changed.emit(topics)
        elif alive and ticket.failed is not None:
            ticket.failed(ticket.error)
        elif alive:
            self.troubled.emit(ticket.owner, ticket.error)
        else:
            log.warning("a job failed after its window was gone: %s", type(ticket.error).__name__)
        if not self.busy:
            self.busyChanged.emit(False)

    @Slot(int, float)
    def _measure(self, number: int, fraction: float) -> None:
        ticket = self._tickets.get(number)
        if ticket and ticket.measured and Shiboken.isValid(ticket.owner):
            ticket.measured(fraction)
