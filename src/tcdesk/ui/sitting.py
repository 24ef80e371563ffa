"""Somebody sits at an open vault: the frame with its pages, the lock, and closing the program.

sit_down (writer lane) ─> Sitting ─ Ctrl+L, idle, the system ─> Lock: the process ends
                                  └ close ─> backup if it is due ─> vault closed ─> finished
"""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from tcdesk.domain.staff import Action, Scope
from tcdesk.services.backups import Backups
from tcdesk.services.desk import Desk
from tcdesk.services.resume import Place, Resume
from tcdesk.services.unit_settings import UnitSettings
from tcdesk.services.workplace import Workplace
from tcdesk.ui.backup_closing import ClosingBackup
from tcdesk.ui.backup_watch import BackupWatch
from tcdesk.ui.emergency import EmergencyBand
from tcdesk.ui.finding import Finding
from tcdesk.ui.frame import Frame, Signed
from tcdesk.ui.health_watch import HealthWatch
from tcdesk.ui.icons import Icon
from tcdesk.ui.idle import Idle
from tcdesk.ui.kit import Kit
from tcdesk.ui.lock import Lock
from tcdesk.ui.pages import Entry, pages_for
from tcdesk.ui.person_target import PersonAt
from tcdesk.ui.restore_card import RESTORED
from tcdesk.ui.sat_down import SatDown
from tcdesk.ui.top_bar import MenuEntry

if sys.platform == "win32":
    from tcdesk.ui.session_windows import WindowsSession
else:
    from PySide6.QtDBus import QDBusConnection

    from tcdesk.ui.session_linux import LinuxSession

SMALL_SCREEN = 1500  # logical pixels; below it every pixel is needed


class Sitting(QObject):
    """One log-in, from the first page to the lock or the end of the program."""

    finished = Signal()

    def __init__(
        self, app: QApplication, kit: Kit, place: Workplace, sat: SatDown, parent: QObject
    ) -> None:
        """Show the window of an open vault; ``parent`` owns this log-in and what watches it."""
        super().__init__(parent)
        self._kit = kit
        self._access = place.access
        self._desk = sat.desk
        self._leaving = False
        self._restored = False
        words = kit.words
        entries = pages_for(sat.desk, sat.told.installation)
        self.frame = Frame(
            kit,
            signed=Signed(
                unit=sat.told.unit_name,
                login=sat.desk.vault.login,
                menu=[
                    MenuEntry(text=words("start-names"), do=kit.privacy.toggle, icon=Icon.HIDE),
                    MenuEntry(
                        text=words("start-other-account"), do=self._lock_now, icon=Icon.ACCOUNT
                    ),
                ],
            ),
            help_folder=place.resources / "help",
            find=Finding(kit, sat.desk, self._open),
        )
        for entry in entries:
            self.frame.add_page(entry.make(kit, sat.desk, place), navigation=entry.navigation)
        if sat.desk.may(Action.SEE_PEOPLE) and sat.desk.actor.scope is Scope.OWN:
            self.frame.add_band(EmergencyBand(kit, sat.desk))
        self._lock = Lock(
            jobs=kit.jobs,
            save_drafts=self._save,
            lock_vault=lambda: self._access.lock(self._desk),
            leave_reader=self._desk.vault.leave_thread,
            relaunch=place.relaunch,
            arguments=self._arguments(sat),
            parent=self,
        )
        self._lock.locking.connect(self._on_locking)
        self._idle = Idle(app, kit.clock, seconds=sat.lock_minutes * 60)
        self._idle.setParent(self)
        self._idle.idle.connect(self._lock_now)
        self._screen = _screen_watch(app, self)
        self._screen.left.connect(self._lock_now)
        self.frame.lockAsked.connect(self._lock_now)
        self.frame.closeAsked.connect(self._ask_to_close)
        kit.jobs.changed.connect(self._on_changed)
        self._show(entries, sat.place)
        self._health = HealthWatch(kit, sat.desk, self.frame, self)
        self._backups = BackupWatch(kit, sat.desk, self)

    @property
    def desk(self) -> Desk:
        """Give the desk of this log-in."""
        return self._desk

    def _show(self, entries: Sequence[Entry], place: Place | None) -> None:
        """Show the window at the page where this account was, else at its first page."""
        if self.frame.screen().availableGeometry().width() < SMALL_SCREEN:
            self.frame.showMaximized()
        else:
            self.frame.show()
        if place is not None and place.page in self.frame.keys:
            self.frame.open_page(place.page, place.target)
        else:
            self.frame.open_page(entries[0].key)

    def _arguments(self, sat: SatDown) -> dict[str, str]:
        told = {"vault": str(sat.desk.vault.folder), "login": sat.desk.vault.login}
        return told | {"training": ""} if sat.told.training else told

    def _open(self, key: str, target: object) -> None:
        if key in self.frame.keys:  # what is found may lie on a page that this role does not have
            self.frame.open_page(key, target)

    def _save(self) -> None:
        """Hand over drafts, and where this account is, for the next log-in."""
        if self._restored:
            return
        self.frame.save_drafts()
        where = self.frame.where
        if where:
            key, target = where
            place = Place(page=key, target=_kept(target))
            self._kit.jobs.run(self, lambda: Resume(self._desk).keep(place))

    def _lock_now(self) -> None:
        if not self._leaving:
            self._lock.lock_now()

    def _on_locking(self) -> None:
        self._leaving = True
        self._health.stop()
        self._backups.stop()

    def _on_changed(self, topics: frozenset[str]) -> None:
        if RESTORED in topics:  # nothing that is on the screen belongs to the vault any more
            self._restored = True
            self._lock_now()
        if "settings" in topics:
            self._kit.jobs.run(
                self,
                UnitSettings(self._desk).lock_minutes,
                done=lambda minutes: self._idle.allow(minutes * 60),
                lane="reader",
            )

    def _ask_to_close(self) -> None:
        if self._leaving:
            return
        self.frame.save_drafts()
        self._kit.jobs.run(
            self, Backups(self._desk).due_at_closing, done=self._back_up, lane="reader"
        )

    def _back_up(self, due: bool) -> None:  # noqa: FBT001 - a job's result
        if self._leaving:
            return
        if not due:
            self._leave()
            return
        dialog = ClosingBackup(self._kit, self.frame, make=Backups(self._desk).make_at_closing)
        dialog.leave.connect(self._leave)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        dialog.begin()

    def _leave(self) -> None:
        """Close the vault in both lanes, then the window."""
        if self._leaving:
            return
        self._leaving = True
        self._health.stop()
        self._backups.stop()
        self.frame.hide()
        self._kit.jobs.interrupt()
        self._kit.jobs.run(
            self,
            self._desk.vault.leave_thread,
            done=lambda _none: self._close_vault(),
            failed=lambda _error: self._close_vault(),
            lane="reader",
        )

    def _close_vault(self) -> None:
        self._kit.jobs.run(
            self,
            lambda: self._access.lock(self._desk),
            done=lambda _none: self._end(),
            failed=self._ill,
        )

    def _ill(self, error: Exception) -> None:
        self._kit.trouble.tell(error)  # on record; the end of the process closes what is left
        self._end()

    def _end(self) -> None:
        self.frame.close_now()
        self.finished.emit()


if sys.platform == "win32":

    def _screen_watch(app: QApplication, owner: QObject) -> WindowsSession:
        """Hear that Windows locks its screen, switches the user or goes to sleep."""
        watch = WindowsSession(app)
        watch.setParent(owner)
        return watch

else:

    def _screen_watch(app: QApplication, owner: QObject) -> LinuxSession:
        """Hear that the desktop locks its screen, switches the user or goes to sleep."""
        del app
        return LinuxSession(QDBusConnection.systemBus(), QDBusConnection.sessionBus(), owner)


def _kept(target: object) -> str | None:
    """Write down a target for the next log-in: the id of what was open."""
    if isinstance(target, PersonAt):
        return str(target.person)
    return str(target) if isinstance(target, str) else None
