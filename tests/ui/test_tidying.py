"""Cycles are collected, and never by a lane: a widget must die on the main thread."""

import gc
import threading

from PySide6.QtWidgets import QLabel


def test_a_widget_in_a_cycle_dies_on_the_main_thread_while_a_lane_works(qtbot, jobs):
    died: list[bool] = []

    class Knot:
        def __init__(self):
            self.widget = QLabel()
            self.me = self

        def __del__(self):
            died.append(threading.current_thread() is threading.main_thread())

    Knot()
    owner = QLabel()
    qtbot.addWidget(owner)
    done: list[object] = []
    # Far more new objects than the collector's threshold, all of them made in a lane.
    jobs.run(owner, lambda: [[number] for number in range(200_000)], done=done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    assert died == []
    qtbot.waitUntil(lambda: died == [True], timeout=20_000)
    assert not gc.isenabled()
