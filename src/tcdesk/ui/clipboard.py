"""What was copied here does not stay on the clipboard: it goes after a minute and at the lock."""

from typing import cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication, QWindow

STAYS = 60_000  # ms (security.md 4.13)


class Clipboard(QObject):
    """Knows whether what lies on the clipboard was copied in this program."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._ours = False
        self._clearing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS)
        self._timer.timeout.connect(self.empty)
        self._clipboard.dataChanged.connect(self._watch)

    def empty(self) -> None:
        """Empty the clipboard, if what lies there is ours; also the selection of X11."""
        self._timer.stop()
        self._clearing = True
        if self._ours or self._clipboard.ownsClipboard():
            self._clipboard.clear()
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)
        self._ours = self._clearing = False

    def _watch(self) -> None:
        if self._clearing:
            return
        # Not every platform knows the owner; while this program has the keyboard, it copied.
        typing_here = cast("QWindow | None", QGuiApplication.focusWindow()) is not None
        self._ours = self._clipboard.ownsClipboard() or typing_here
        if self._ours:
            self._timer.start()
        else:
            self._timer.stop()
