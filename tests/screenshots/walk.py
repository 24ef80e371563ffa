"""Walks the windows on a real screen and saves a picture of every state it reaches."""

import os
import shutil
import subprocess
import sys
import traceback
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTabBar, QWidget

from tcdesk import app
from tcdesk.domain.staff import Action
from tcdesk.services.demo_told import demo_accounts
from tcdesk.services.schedule import Schedule
from tcdesk.ui.application import make_application
from tcdesk.ui.frame import Frame
from tcdesk.ui.page import Page
from tcdesk.ui.settings import SettingsPage
from tcdesk.ui.sitting import Sitting
from tcdesk.ui.start import Start, make_kit
from tcdesk.ui.unlock_window import UnlockWindow

PATIENCE = 20_000
STEP = 40


class Stays:
    """A relaunch that is only noted: the walk goes on in the same process."""

    def restart(self, arguments: Mapping[str, str]) -> None:
        """Note nothing; the lock's window is gone, which is all the picture needs."""


class Walk:
    """One log-in after another, each page and what its actions open."""

    def __init__(self, world: Path, out: Path, theme: str, language: str) -> None:
        place = app.workplace(app.environment(), language=language, relaunch=Stays())
        self._place = replace(place, preferences=replace(place.preferences, theme=theme))
        self._app = make_application(
            sys.argv[:1], language=language, resources=self._place.resources
        )
        self._world, self._out = world, out
        self._number = 0
        self._kit = make_kit(self._app, self._place, training=True)

    def all(self) -> None:
        """Walk the first run, two units and the office."""
        self._first_run()
        for folder in ("dob", "ig", "office"):
            self._log_in(folder)

    def _first_run(self) -> None:
        start = self._start(self._world / "new")
        self._picture("start", "no-vault")
        window = start.window
        assert isinstance(window, UnlockWindow)
        window.newAsked.emit()
        self._settle()
        self._picture("first-run", "begin")
        if start.wizard is not None:
            start.wizard.hide()
        window.hide()

    def _log_in(self, folder: str) -> None:
        start = self._start(self._world / folder)
        window = start.window
        assert isinstance(window, UnlockWindow)
        self._picture(folder, "log-in")
        login, passphrase = demo_accounts(self._world / folder)[0]
        field = next(
            one
            for one in window.findChildren(QLineEdit)
            if one.echoMode() != QLineEdit.EchoMode.Normal
        )
        QTest.keyClicks(field, "to ni pravo geslo")
        QTest.keyClick(field, Qt.Key.Key_Return)
        self._until(lambda: field.isEnabled() and not self._kit.jobs.busy)
        self._picture(folder, "wrong-passphrase")
        vaults = self._place.access.vaults
        self._until(lambda: vaults.wait_seconds(self._world / folder, login) == 0)
        self._wait(1_200)
        field.clear()
        QTest.keyClicks(field, passphrase)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self._until(lambda: start.sitting is not None)
        assert start.sitting is not None, login
        frame, desk = start.sitting.frame, start.sitting.desk
        self._settle()
        for key in sorted(frame.keys):
            frame.open_page(key)
            self._settle()
            self._page(folder, key, frame)
        frame.open_page("settings")
        settings = frame.shown
        assert isinstance(settings, SettingsPage)
        for section in settings.sections:
            frame.open_page("settings", section)
            self._settle()
            self._picture(folder, f"settings-{section}")
        for key, target in self._targets(start.sitting):
            frame.open_page(key, target)
            self._settle()
            self._page(folder, f"{key}-filled", frame)
        frame.toggle_help()
        self._settle()
        self._picture(folder, "help")
        frame.hide()
        self._kit.jobs.run(frame, desk.vault.leave_thread, lane="reader")
        self._settle()
        self._kit.jobs.run(frame, lambda: self._place.access.lock(desk))
        self._settle()

    def _targets(self, sitting: Sitting) -> list[tuple[str, object]]:
        """Find a person with a long story and sessions of both kinds."""
        desk = sitting.desk
        if not desk.may(Action.SEE_PEOPLE):
            return []
        today = desk.clock.today()
        found: list[tuple[str, object]] = []

        def look() -> None:
            lines = Schedule(desk).between(today - timedelta(days=40), today + timedelta(days=9))
            groups = [one for one in lines if one.group is not None]
            singles = [one for one in lines if one.person is not None]
            if singles:
                found.append(("person", singles[0].person))
                found.append(("session", singles[0].id))
            held = [one for one in groups if one.recorded]
            if held:
                found.append(("session", held[-1].id))
            coming = [one for one in groups if not one.recorded and one.day >= today]
            if coming:
                found.append(("session", coming[0].id))

        done: list[bool] = []
        self._kit.jobs.run(sitting, look, done=lambda _none: done.append(True), lane="reader")
        self._until(lambda: bool(done))
        return found

    def _page(self, folder: str, key: str, frame: Frame) -> None:
        page = frame.shown
        assert isinstance(page, Page)
        self._picture(folder, key)
        for bar in page.findChildren(QTabBar):
            if bar.isVisible():
                for index in range(1, bar.count()):
                    bar.setCurrentIndex(index)
                    self._settle()
                    self._picture(folder, f"{key}-tab-{index}")
                bar.setCurrentIndex(0)
        for index, action in enumerate(page.actions_shown()):
            if not action.enabled:
                continue
            QTimer.singleShot(0, action.do)
            self._settle()
            self._picture(folder, f"{key}-action-{index}")
            self._close_dialogs(frame)
            if frame.shown is not page:
                frame.back()
            self._settle()

    def _close_dialogs(self, frame: QWidget) -> None:
        for window in QApplication.topLevelWidgets():
            if window is not frame and window.isVisible():
                QTest.keyClick(window, Qt.Key.Key_Escape)
                window.hide()

    def _start(self, folder: Path) -> Start:
        start = Start(self._app, self._kit, self._place, folder=folder, training=True)
        start.begin()
        self._settle()
        return start

    def _picture(self, where: str, what: str) -> None:
        self._number += 1
        screen = self._app.primaryScreen()
        name = f"{self._number:03d}-{where}-{what}.png"
        screen.grabWindow(0).save(str(self._out / name))
        sys.stdout.write(f"{name}\n")

    def _settle(self) -> None:
        """Let the work end and the window draw itself."""
        self._wait(150)
        self._until(lambda: not self._kit.jobs.busy)
        self._wait(250)

    def _until(self, reached: Callable[[], bool]) -> None:
        for _ in range(PATIENCE // STEP):
            if reached():
                return
            self._wait(STEP)
        raise TimeoutError

    def _wait(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


def main() -> int:
    """Walk with a window manager, if there is one, so that windows have their frames."""
    world, out, theme, language = sys.argv[1:]
    manager = subprocess.Popen(["openbox"]) if shutil.which("openbox") else None
    try:
        Walk(Path(world), Path(out), theme, language).all()
    except BaseException:  # noqa: BLE001 - told, then the process ends
        # xvfb-run drops the error stream; what went wrong must be seen.
        sys.stdout.write(traceback.format_exc())
        sys.stdout.flush()
        os._exit(1)
    finally:
        if manager is not None:
            manager.kill()
    sys.stdout.flush()
    os._exit(0)  # lanes may still hold a vault of the demo world


if __name__ == "__main__":
    main()
