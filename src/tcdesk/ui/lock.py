"""The lock: asks nothing, loses nothing, ends the process (security.md 4.9, D7).

drafts → jobs            pages hand over what is typed; the writer lane keeps its order
windows hidden           all of them: preview, dialogs, menus
clipboard                emptied if what lies there is ours
leave_reader             in the reader lane: closes what that thread opened
lock_vault               in the writer lane, after the drafts; long work is cancelled
restart                  in any case: a fresh process shows the log-in window
"""

import logging
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from tcdesk.services.ports import Relaunch
from tcdesk.ui.clipboard import Clipboard
from tcdesk.ui.jobs import Jobs

PATIENCE = 20_000  # ms; longer than any commit point (decisions 16), shorter than anyone's doubt

log = logging.getLogger(__name__)


class Lock(QObject):
    """Locks once; whatever asks (Ctrl+L, idle, the system) may ask again without harm."""

    locking = Signal()

    def __init__(
        self,
        *,
        jobs: Jobs,
        save_drafts: Callable[[], None],
        lock_vault: Callable[[], None],
        relaunch: Relaunch,
        arguments: Mapping[str, str],
        leave_reader: Callable[[], None] = lambda: None,
        parent: QObject | None = None,
    ) -> None:
        """Make the lock.

        Args:
            jobs: The lanes of this process.
            save_drafts: Lets every page hand over what is typed (``Frame.save_drafts``).
            lock_vault: Audit, checkpoint, close; runs in the writer lane.
            relaunch: Ends this process and starts a fresh one.
            arguments: What the fresh process is told (folder, training mode).
            leave_reader: Closes the reading connection; runs in the reader lane.
            parent: The owner.
        """
        super().__init__(parent)
        self._jobs = jobs
        self._clipboard = Clipboard(self)
        self._save_drafts = save_drafts
        self._lock_vault = lock_vault
        self._relaunch = relaunch
        self._leave_reader = leave_reader
        self._arguments = dict(arguments)
        self._begun = False
        self._restarted = False

    def lock_now(self) -> None:
        """Lock; returns at once, the process ends when the vault is closed."""
        if self._begun:
            return
        self._begun = True
        self.locking.emit()
        try:
            self._save_drafts()
        except Exception as error:  # noqa: BLE001 - nothing may stop the lock; older drafts are kept
            log.warning("a draft could not be handed over: %s", type(error).__name__)
        _hide_everything()
        self._clipboard.empty()
        self._jobs.interrupt()
        self._jobs.run(
            self,
            self._leave_reader,
            done=lambda _none: self._close_vault(),
            failed=lambda _error: self._close_vault(),
            lane="reader",
        )
        QTimer.singleShot(PATIENCE, self, self._end)

    def _close_vault(self) -> None:
        self._jobs.run(self, self._lock_vault, done=lambda _none: self._end(), failed=self._ill)

    def _ill(self, error: Exception) -> None:
        log.warning("the vault did not close well: %s", type(error).__name__)
        self._end()

    def _end(self) -> None:
        if not self._restarted:
            self._restarted = True
            self._relaunch.restart(self._arguments)


def _hide_everything() -> None:
    for window in QApplication.topLevelWidgets():
        window.hide()
