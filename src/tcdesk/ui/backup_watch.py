"""What is done for the backups while somebody sits at the vault, without anybody waiting for it.

after the log-in, every ten minutes, and when keys or accounts have changed
    ─▶ what is due? (reader lane) ─▶ done (reader lane) ─▶ on record (writer lane) ─▶ the next one
"""

from PySide6.QtCore import QObject, QTimer

from tcdesk.services.backup_care import BackupCare, Chore, Tended
from tcdesk.services.desk import Desk
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit

TOPICS = frozenset({"backups", "health"})
FIRST = 8_000  # ms after the log-in, when the first page stands
AGAIN = 600_000  # ms
AFTER_CHANGE = 1_500  # ms; a wizard that renews the backups itself has then begun
KEYS = frozenset({"accounts"})


class BackupWatch(QObject):
    """Runs behind a window from the log-in to the lock; one thing at a time."""

    def __init__(self, kit: Kit, desk: Desk, parent: QObject) -> None:
        """Begin to watch."""
        super().__init__(parent)
        self._kit = kit
        self._care = BackupCare(desk)
        self._busy = False
        self._stopped = False
        self._failed: Chore | None = None
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self.look)
        self._next.start(FIRST)
        kit.jobs.changed.connect(self._on_changed)

    def stop(self) -> None:
        """Ask the vault nothing more."""
        self._stopped = True
        self._next.stop()

    def look(self) -> None:
        """Do what is due."""
        if self._busy or self._stopped:
            return
        self._busy = True
        self._kit.jobs.run(self, self._care.chore, done=self._do, failed=self._rest, lane="reader")

    def _do(self, chore: Chore | None) -> None:
        if chore is None or chore is self._failed or self._stopped:
            self._failed = None  # tried again when the next look comes
            self._rest()
            return
        self._failed = chore  # until it is done
        self._kit.jobs.run_long(
            self,
            lambda progress: self._care.tend(chore, progress),
            done=self._keep,
            failed=self._rest,
            measured=lambda _part: None,
            lane="reader",
        )

    def _keep(self, done: Tended) -> None:
        if self._stopped:
            return

        def keep() -> Changed[None]:
            self._care.keep(done)
            return Changed(None, TOPICS)

        self._kit.jobs.run(self, keep, done=lambda _none: self._go_on(), failed=self._rest)

    def _go_on(self) -> None:
        self._failed = None
        self._busy = False
        self.look()

    def _rest(self, _error: Exception | None = None) -> None:
        """Wait for the next time; a full disk is told when closing makes its backup."""
        self._busy = False
        if not self._stopped:
            self._next.start(AGAIN)

    def _on_changed(self, topics: frozenset[str]) -> None:
        if topics & KEYS and not self._stopped:
            self._next.start(AFTER_CHANGE)
