"""Counts down the wait after wrong passphrases; while it runs nothing can be tried."""

from PySide6.QtCore import QObject, QTimer, Signal


class Countdown(QObject):
    """Tells the seconds left, down to 0."""

    ticked = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)

    @property
    def left(self) -> int:
        """Give the seconds left."""
        return self._left

    def begin(self, seconds: int) -> None:
        """Begin to count; 0 ends a count at once."""
        self._left = max(0, seconds)
        if self._left:
            self._timer.start()
        else:
            self._timer.stop()
        self.ticked.emit(self._left)

    def _tick(self) -> None:
        self.begin(self._left - 1)
