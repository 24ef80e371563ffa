"""Work off the main thread."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject

from tcdesk.ui.jobs import Changed, JobCancelledError, Jobs, JobsClosedError, Lane


@pytest.fixture
def owner(qapp):
    return QObject()


def test_a_job_runs_off_the_main_thread_and_its_result_comes_back_on_it(qtbot, jobs, owner):
    got: list[tuple[threading.Thread, threading.Thread]] = []
    with qtbot.waitSignal(jobs.busyChanged, check_params_cb=lambda busy: not busy):
        jobs.run(
            owner,
            threading.current_thread,
            done=lambda worker: got.append((worker, threading.current_thread())),
        )
    worker, back = got[0]
    assert worker.name.startswith("writer")
    assert back is threading.main_thread()


def test_jobs_of_a_lane_share_one_thread_and_keep_their_order(qtbot, jobs, owner):
    threads, order = set(), []

    def job(number):
        threads.add(threading.get_ident())
        order.append(number)

    for number in range(20):
        jobs.run(owner, partial(job, number))
    qtbot.waitUntil(lambda: not jobs.busy)
    assert order == list(range(20))
    assert len(threads) == 1


def test_a_slow_writer_does_not_hold_up_the_reader(qtbot, jobs, owner):
    gate, read = threading.Event(), list[int]()
    jobs.run(owner, lambda: gate.wait(5))
    jobs.run(owner, lambda: 7, done=read.append, lane="reader")
    qtbot.waitUntil(lambda: read == [7])
    assert jobs.busy
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)


def test_a_result_says_what_changed_and_done_gets_only_the_value(qtbot, jobs, owner):
    got: list[int] = []
    with qtbot.waitSignal(jobs.changed) as told:
        jobs.run(owner, lambda: Changed(5, frozenset({"notes", "sessions"})), done=got.append)
    assert got == [5]
    assert told.args == [frozenset({"notes", "sessions"})]


def test_a_failure_goes_to_who_asked_and_else_to_the_window(qtbot, jobs, owner):
    def job():
        raise OSError(28, "full")

    asked: list[Exception] = []
    jobs.run(owner, job, failed=asked.append)
    qtbot.waitUntil(lambda: bool(asked))
    assert isinstance(asked[0], OSError)
    with qtbot.waitSignal(jobs.troubled) as told:
        jobs.run(owner, job)
    assert told.args[0] is owner
    assert isinstance(told.args[1], OSError)


def test_a_callback_dies_with_its_window(qtbot, jobs, qapp):
    gate, called = threading.Event(), list[bool]()
    window = QObject()
    jobs.run(window, lambda: gate.wait(5), done=called.append)
    with qtbot.waitSignal(window.destroyed):
        window.deleteLater()
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert called == []


def test_what_a_window_changed_is_told_to_the_others_even_when_it_is_gone(qtbot, jobs):
    gate = threading.Event()
    window = QObject()

    def job():
        gate.wait(5)
        return Changed(None, frozenset({"notes"}))

    jobs.run(window, job)
    with qtbot.waitSignal(window.destroyed):
        window.deleteLater()
    with qtbot.waitSignal(jobs.changed):
        gate.set()


def test_a_long_job_is_measured(qtbot, jobs, owner):
    seen, done = list[float](), list[str]()

    def job(progress):
        for part in range(1, 5):
            progress(part / 4)
        return "all"

    jobs.run_long(owner, job, measured=seen.append, done=done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert seen == [0.25, 0.5, 0.75, 1.0]


def test_a_cancelled_job_stops_at_its_next_report(qtbot, jobs, owner):
    begun, gate = threading.Event(), threading.Event()
    failed, after = list[Exception](), list[str]()

    def job(progress):
        begun.set()
        gate.wait(5)
        progress(0.5)
        after.append("went on")

    progress = jobs.run_long(owner, job, failed=failed.append)
    assert begun.wait(5)
    progress.cancel()
    gate.set()
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], JobCancelledError)
    assert after == []


def test_a_job_that_waits_its_turn_and_is_cancelled_never_begins(qtbot, jobs, owner):
    gate, ran, failed = threading.Event(), list[int](), list[Exception]()
    jobs.run(owner, lambda: gate.wait(5))
    progress = jobs.run_long(owner, lambda _progress: ran.append(1), failed=failed.append)
    progress.cancel()
    gate.set()
    qtbot.waitUntil(lambda: bool(failed))
    assert ran == []


def test_closing_finishes_what_was_asked_for_and_takes_nothing_new(qapp, owner):
    jobs, written = Jobs(), list[int]()
    for number in range(5):
        jobs.run(owner, partial(written.append, number))
    jobs.close()
    assert written == [0, 1, 2, 3, 4]
    with pytest.raises(JobsClosedError):
        jobs.run(owner, lambda: None)
    jobs.close()


def test_an_interrupt_cancels_long_work_and_reading_but_never_a_short_write(qtbot, jobs, owner):
    gates: dict[Lane, threading.Event] = {"writer": threading.Event(), "reader": threading.Event()}
    for lane, gate in gates.items():
        jobs.run(owner, partial(gate.wait, 5), lane=lane)
    wrote, read, failed = list[str](), list[str](), list[Exception]()
    jobs.run(owner, lambda: wrote.append("draft"))
    jobs.run_long(
        owner,
        lambda _progress: wrote.append("import"),
        measured=lambda _fraction: None,
        failed=failed.append,
    )
    jobs.run(owner, lambda: read.append("list"), failed=failed.append, lane="reader")
    jobs.interrupt()
    for gate in gates.values():
        gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert (wrote, read, len(failed)) == (["draft"], [], 2)
