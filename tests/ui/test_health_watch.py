"""What watches behind the window: the daily check, the clock, the date before a signature."""

from datetime import timedelta
from typing import cast

import pytest
from PySide6.QtCore import QObject
from shiboken6 import Shiboken
from tests.conftest import setup
from tests.ui import walk

from tcdesk.crypto.sealing import Identity
from tcdesk.domain.staff import Role
from tcdesk.services.access import Installation
from tcdesk.services.health import HealthCheck
from tcdesk.services.timekeeping import Timekeeping
from tcdesk.ui.date_doubt import confirm_date
from tcdesk.ui.decision import Decision
from tcdesk.ui.frame import Frame
from tcdesk.ui.health_watch import HealthWatch
from tcdesk.ui.icons import Icon
from tcdesk.ui.page import Page

WAIT = 20_000  # ms


class Window:
    """Stands for the frame: keeps what is said."""

    def __init__(self):
        self.said = []

    def say(self, message):
        self.said.append(message)


@pytest.fixture
def lanes(jobs):
    return jobs._lanes


@pytest.fixture
def desk(access, lanes, tmp_path):
    """A desk whose writing connection belongs to the writer lane, as in the window."""
    first = setup(Installation.UNIT, "DOB", Role.HEAD)
    make = lanes["writer"].submit(access.create, tmp_path / "vault", first, Identity.generate())
    yield make.result()
    lanes["reader"].submit(make.result().vault.leave_thread).result()
    lanes["writer"].submit(make.result().vault.close).result()


@pytest.fixture
def owner(qapp):
    made = QObject()
    yield made
    Shiboken.delete(made)  # at once, with its timers: a later test turns the event loop


def test_the_full_check_runs_once_a_day_and_keeps_what_it_found(
    qtbot, kit, jobs, desk, lanes, owner
):
    window = Window()
    watch = HealthWatch(kit, desk, cast("Frame", window), owner)
    with qtbot.waitSignal(jobs.changed, timeout=WAIT) as told:
        watch.begin_check()
    assert told.args == [frozenset({"health"})]
    assert not lanes["reader"].submit(HealthCheck(desk).due).result()
    assert window.said == []


def test_a_clock_set_back_is_said_while_the_program_runs(qtbot, kit, clock, desk, owner):
    window = Window()
    watch = HealthWatch(kit, desk, cast("Frame", window), owner)
    clock.wall -= timedelta(minutes=6)
    watch.look_at_clock()
    qtbot.waitUntil(lambda: bool(window.said), timeout=WAIT)
    assert window.said[0].text == kit.words("clock-jumped")


def test_a_doubtful_date_is_asked_for_before_going_on(qtbot, kit, clock, desk, lanes):
    page = Page(kit, key="session", title="", icon=Icon.SESSIONS)
    qtbot.addWidget(page)
    walk.activate(page)
    gone_on = []
    confirm_date(page, desk, lambda: gone_on.append(1))
    qtbot.waitUntil(lambda: gone_on == [1], timeout=WAIT)

    clock.wall -= timedelta(hours=1)
    assert lanes["writer"].submit(Timekeeping(desk).notice).result()
    confirm_date(page, desk, lambda: gone_on.append(2))
    qtbot.waitUntil(lambda: bool(page.findChildren(Decision)), timeout=WAIT)
    assert gone_on == [1]
    page.findChildren(Decision)[0].yes.click()
    qtbot.waitUntil(lambda: gone_on == [1, 2], timeout=WAIT)
    assert not lanes["reader"].submit(Timekeeping(desk).in_doubt).result()
