"""What watches the vault while somebody sits at it: the daily full check, and the clock.

log-in ─┬─ what is known to be wrong ─> message line
        ├─ 20 s later, once a day ─> full check (reader lane) ─> on record, message line, Danes
        └─ every minute ─> the clock against its mark ─> on record, message line, Danes
"""

from PySide6.QtCore import QObject, QTimer

from tcdesk.services.checks import Findings
from tcdesk.services.desk import Desk
from tcdesk.services.health import Health, HealthCheck
from tcdesk.services.timekeeping import Timekeeping
from tcdesk.ui.frame import Frame
from tcdesk.ui.health_band import health_words
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.message import Message, Tone

TOPICS = frozenset({"health"})
FIRST = 20_000  # ms after the log-in, when the first page stands
MINUTE = 60_000  # ms


class HealthWatch(QObject):
    """Runs behind a window from the log-in to the lock."""

    def __init__(self, kit: Kit, desk: Desk, frame: Frame, parent: QObject) -> None:
        """Begin to watch."""
        super().__init__(parent)
        self._kit = kit
        self._frame = frame
        self._check = HealthCheck(desk)
        self._time = Timekeeping(desk)
        kit.jobs.run(self, self._check.health, done=self._tell, lane="reader")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(FIRST)
        self._later.timeout.connect(self.begin_check)
        self._later.start()
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE)
        self._minute.timeout.connect(self.look_at_clock)
        self._minute.start()

    def stop(self) -> None:
        """Ask the vault nothing more: whoever asks after it was closed would open it again."""
        self._later.stop()
        self._minute.stop()

    def begin_check(self) -> None:
        """Check everything if that is due."""
        self._kit.jobs.run(self, self._check.due, done=self._run, lane="reader")

    def look_at_clock(self) -> None:
        """Compare the clock with its mark."""

        def notice() -> Changed[bool]:
            jumped = self._time.notice()
            return Changed(jumped, TOPICS if jumped else frozenset())

        self._kit.jobs.run(self, notice, done=self._after_clock)

    def _run(self, due: bool) -> None:  # noqa: FBT001 - a job's result
        if due:
            self._kit.jobs.run_long(
                self,
                self._check.run,
                done=self._keep,
                measured=lambda _part: None,
                lane="reader",
            )

    def _keep(self, found: Findings) -> None:
        keep_findings(self._kit, self, self._check, found)
        if not found.sound:
            self._kit.jobs.run(self, self._check.health, done=self._tell)

    def _after_clock(self, jumped: bool) -> None:  # noqa: FBT001 - a job's result
        if jumped:
            self._kit.jobs.run(self, self._check.health, done=self._tell, lane="reader")

    def _tell(self, health: Health) -> None:
        said, next_step, bad = health_words(self._kit, health)
        if said:
            tone = Tone.ERROR if bad else Tone.WARN
            self._frame.say(Message(text=said, next_step=next_step, tone=tone))


def keep_findings(kit: Kit, owner: QObject, check: HealthCheck, found: Findings) -> None:
    """Put what a check has found on record, in the writer lane; Danes hears of it."""

    def keep() -> Changed[None]:
        check.keep(found)
        return Changed(None, TOPICS)

    kit.jobs.run(owner, keep)
