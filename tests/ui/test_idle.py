"""Silence, sleep and the system's own lock."""

import subprocess

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from tcdesk.ui.idle import Idle
from tcdesk.ui.session_linux import LinuxSession, session_path


@pytest.fixture
def idle(qapp, clock):
    made = Idle(qapp, clock, seconds=300)
    yield made
    qapp.removeEventFilter(made)
    made.deleteLater()


def _touch(qapp):
    widget = QWidget()
    qapp.sendEvent(
        widget, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    )


def test_silence_is_told_once(qtbot, idle, clock):
    told = []
    idle.idle.connect(lambda: told.append(1))
    clock.pass_by(299)
    idle.check()
    assert told == []
    clock.pass_by(1)
    idle.check()
    idle.check()
    assert told == [1]


def test_a_touch_begins_the_silence_anew(qapp, idle, clock):
    told = []
    idle.idle.connect(lambda: told.append(1))
    clock.pass_by(200)
    _touch(qapp)
    clock.pass_by(200)
    idle.check()
    assert told == []


def test_sleep_counts_even_if_the_steady_clock_stood_still(idle, clock):
    told = []
    idle.idle.connect(lambda: told.append(1))
    clock.sleep_by(301)
    idle.check()
    assert told == [1]


def test_the_first_touch_after_a_sleep_does_not_hide_it(qapp, idle, clock):
    told = []
    idle.idle.connect(lambda: told.append(1))
    clock.sleep_by(3600)
    _touch(qapp)
    assert told == [1]


def test_the_timer_looks_by_itself(qtbot, idle, clock):
    idle.allow(1)
    clock.pass_by(2)
    with qtbot.waitSignal(idle.idle, timeout=3000):
        pass


def test_a_session_s_path_is_escaped_as_the_system_does():
    assert session_path("2") == "/org/freedesktop/login1/session/_32"
    assert session_path("c1") == "/org/freedesktop/login1/session/c1"
    assert session_path("1-a") == "/org/freedesktop/login1/session/_31_2da"


@pytest.fixture
def bus(tmp_path, qapp):
    """A real message bus of our own; what a desktop would say is sent on it."""
    daemon = subprocess.Popen(
        [
            "dbus-daemon",
            "--session",
            "--nofork",
            "--print-address",
            f"--address=unix:dir={tmp_path}",
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert daemon.stdout is not None
    address = daemon.stdout.readline().strip()
    names = [f"hears-{id(daemon)}", f"says-{id(daemon)}"]
    yield [QDBusConnection.connectToBus(address, name) for name in names]
    for name in names:
        QDBusConnection.disconnectFromBus(name)
    daemon.terminate()
    daemon.wait(5)
    daemon.stdout.close()


@pytest.mark.parametrize(
    ("service", "path", "interface", "name"),
    [
        (
            "org.freedesktop.login1",
            "/org/freedesktop/login1",
            "org.freedesktop.login1.Manager",
            "PrepareForSleep",
        ),
        (
            "org.freedesktop.ScreenSaver",
            "/org/freedesktop/ScreenSaver",
            "org.freedesktop.ScreenSaver",
            "ActiveChanged",
        ),
        (
            "org.gnome.ScreenSaver",
            "/org/gnome/ScreenSaver",
            "org.gnome.ScreenSaver",
            "ActiveChanged",
        ),
    ],
)
def test_sleep_and_the_screen_saver_are_heard(qtbot, bus, service, path, interface, name):
    hears, says = bus
    session = LinuxSession(hears, hears)
    assert says.registerService(service)
    with qtbot.waitSignal(session.left):
        told = QDBusMessage.createSignal(path, interface, name)
        told.setArguments([True])
        assert says.send(told)


def test_waking_up_is_not_leaving(qtbot, bus):
    hears, says = bus
    session = LinuxSession(hears, hears)
    assert says.registerService("org.freedesktop.login1")
    left = []
    session.left.connect(lambda: left.append(1))
    for active in (False, True):
        told = QDBusMessage.createSignal(
            "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep"
        )
        told.setArguments([active])
        assert says.send(told)
    qtbot.waitUntil(lambda: bool(left))
    assert left == [1]


def test_without_a_bus_the_program_is_silent_but_runs(qapp):
    nowhere = QDBusConnection("no-such-bus")
    assert isinstance(LinuxSession(nowhere, nowhere), QObject)
