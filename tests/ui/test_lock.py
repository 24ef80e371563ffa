"""The lock asks nothing and loses nothing."""

import threading
from functools import partial

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget
from tests.ui import walk

from tcdesk.ui.clipboard import Clipboard
from tcdesk.ui.lock import Lock


class RecordingRelaunch:
    """Keeps what the fresh process would be told, instead of ending this one."""

    def __init__(self):
        self.restarts = []

    def restart(self, arguments):
        self.restarts.append(dict(arguments))


@pytest.fixture
def relaunch():
    return RecordingRelaunch()


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def clipboard(qapp):
    made = Clipboard()
    yield made
    made.deleteLater()


@pytest.fixture
def lock_with(jobs, relaunch):
    return partial(_lock, jobs, relaunch)


def _lock(jobs, relaunch, *, drafts=lambda: None, vault=lambda: None):
    return Lock(
        jobs=jobs,
        save_drafts=drafts,
        lock_vault=vault,
        relaunch=relaunch,
        arguments={"vault": "/data/vault", "training": ""},
    )


def test_drafts_are_written_before_the_vault_is_locked_and_the_process_ends_last(
    qtbot, jobs, lock_with, relaunch, window
):
    order = []
    lock = lock_with(
        drafts=lambda: jobs.run(window, lambda: order.append("draft")),
        vault=lambda: order.append("vault"),
    )
    lock.lock_now()
    qtbot.waitUntil(lambda: bool(relaunch.restarts))
    assert order == ["draft", "vault"]
    assert relaunch.restarts == [{"vault": "/data/vault", "training": ""}]


def test_every_window_is_hidden_at_once_dialogs_too(qtbot, jobs, lock_with, relaunch, window):
    dialog = QDialog(window)
    dialog.open()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    lock_with().lock_now()
    assert [one.isVisible() for one in (window, dialog, other)] == [False] * 3
    qtbot.waitUntil(lambda: bool(relaunch.restarts))


def test_our_own_clipboard_content_goes(qtbot, jobs, lock_with, relaunch, window):
    lock = lock_with()
    walk.activate(window)
    QGuiApplication.clipboard().setText("Đurić Stanko")
    lock.lock_now()
    assert QGuiApplication.clipboard().text() == ""
    qtbot.waitUntil(lambda: bool(relaunch.restarts))


def test_a_second_lock_is_the_same_lock(qtbot, jobs, lock_with, relaunch, window):
    lock = lock_with()
    lock.lock_now()
    lock.lock_now()
    qtbot.waitUntil(lambda: not jobs.busy)
    lock.lock_now()
    assert len(relaunch.restarts) == 1


def test_a_draft_that_cannot_be_handed_over_does_not_stop_the_lock(
    qtbot, jobs, lock_with, relaunch, window
):
    def broken():
        raise RuntimeError

    lock_with(drafts=broken).lock_now()
    assert not window.isVisible()
    qtbot.waitUntil(lambda: bool(relaunch.restarts))


def test_a_vault_that_does_not_close_well_does_not_stop_the_lock(
    qtbot, jobs, lock_with, relaunch, window
):
    def broken():
        raise OSError

    lock_with(vault=broken).lock_now()
    qtbot.waitUntil(lambda: bool(relaunch.restarts))


def test_long_work_is_cancelled_and_the_vault_waits_for_it(
    qtbot, jobs, lock_with, relaunch, window
):
    begun, gate, order = threading.Event(), threading.Event(), []

    def long(progress):
        begun.set()
        gate.wait(5)
        try:
            progress(0.5)
        finally:
            order.append("rolled back")

    jobs.run_long(window, long, measured=lambda _fraction: None, failed=lambda _error: None)
    assert begun.wait(5)
    lock_with(vault=lambda: order.append("vault")).lock_now()
    assert relaunch.restarts == []
    gate.set()
    qtbot.waitUntil(lambda: bool(relaunch.restarts))
    assert order == ["rolled back", "vault"]


def test_what_was_copied_elsewhere_stays(qtbot, qapp, clipboard):
    for one in qapp.topLevelWidgets():
        one.hide()
    qtbot.waitUntil(lambda: qapp.focusWindow() is None)
    QGuiApplication.clipboard().setText("from another program")
    clipboard.empty()
    assert QGuiApplication.clipboard().text() == "from another program"


def test_what_was_copied_here_goes_after_a_minute(qtbot, clipboard, window):
    walk.activate(window)
    QGuiApplication.clipboard().setText("Đurić Stanko")
    assert clipboard._timer.isActive()
    assert clipboard._timer.interval() == 60_000
    clipboard._timer.timeout.emit()
    assert QGuiApplication.clipboard().text() == ""
