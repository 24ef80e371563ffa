"""Tells when nobody has touched the keyboard or the mouse for a while, or the computer slept.

The monotonic clock measures the silence. It may stand still while the computer sleeps, so the wall
clock is compared too: what passed on either counts (security.md 4.9).
"""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from typing_extensions import override

from tcdesk.services.ports import Clock

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
    }
)


class Idle(QObject):
    """Watches the whole application; ``idle`` is told once for every silence."""

    idle = Signal()

    def __init__(self, app: QCoreApplication, clock: Clock, *, seconds: float) -> None:
        super().__init__(app)
        self._clock = clock
        self._seconds = seconds
        self._told = False
        self._touched = clock.monotonic()
        self._touched_wall = clock.now()
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.check)
        self._timer.start()
        app.installEventFilter(self)

    def allow(self, seconds: float) -> None:
        """Set how long the silence may be."""
        self._seconds = seconds

    def check(self) -> None:
        """Compare both clocks now; the timer does so every second, and so does waking up."""
        silent = self._clock.monotonic() - self._touched
        slept = (self._clock.now() - self._touched_wall).total_seconds()
        if max(silent, slept) >= self._seconds and not self._told:
            self._told = True
            self.idle.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.check()  # the first touch after a sleep must not hide the sleep
            self._touched = self._clock.monotonic()
            self._touched_wall = self._clock.now()
            self._told = False
        return False
