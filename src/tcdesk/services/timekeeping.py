"""The computer's clock, watched by the highest moment that the vault has seen (security.md §6.12).

    now < mark − 5 min, or now > mark + 90 days  →  on record as ``clock.jump``, and in doubt
    in doubt                                     →  signing waits until somebody confirms the date

A computer that was off for a quarter looks the same as a clock set ahead: the person is asked, and
nothing is refused but the signature.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tcdesk.domain.errors import PersonCanMendError
from tcdesk.services.desk import Desk
from tcdesk.services.emergency import end_emergencies
from tcdesk.services.store import Reading, Work

BACK = timedelta(minutes=5)
AHEAD = timedelta(days=90)
STEP = timedelta(minutes=1)  # the mark need not be moved more often
_MARK, _DOUBT = "clock-mark", "clock-doubt"
_FORM = "%Y-%m-%dT%H:%M:%SZ"


class ClockDoubtError(PersonCanMendError):
    """The clock has jumped and nobody has confirmed the date yet."""

    code = "clock-doubt"


@dataclass(frozen=True, slots=True)
class Timekeeping:
    """The clock as the person at the desk may doubt and confirm it."""

    desk: Desk

    def notice(self) -> bool:
        """Compare the clock with the mark; gives True if it has jumped."""
        with self.desk.writing(None) as work:
            return notice_clock(work, self.desk.clock.now())

    def in_doubt(self) -> bool:
        """Say whether the date waits to be confirmed."""
        with self.desk.reading(None) as facts:
            return clock_in_doubt(facts)

    def confirm(self) -> None:
        """Put on record that the person at the desk finds the present date right."""
        with self.desk.writing(None) as work:
            work.set_setting(_DOUBT, "")
            work.audit("clock.confirm")


def notice_clock(work: Work, now: datetime) -> bool:
    """Compare the clock with the mark, move the mark, put a jump on record."""
    told = work.setting(_MARK)
    mark = datetime.strptime(told, _FORM).replace(tzinfo=UTC) if told else now
    jumped = now < mark - BACK or now > mark + AHEAD
    if jumped:
        work.audit(
            "clock.jump",
            detail={
                "mark": mark.strftime(_FORM),
                "seconds": int((now - mark).total_seconds()),
            },
        )
        work.set_setting(_DOUBT, now.strftime(_FORM))
        end_emergencies(work, mark.strftime(_FORM))  # by a wrong clock they would last longer
    if jumped or told is None or now - mark >= STEP:
        work.set_setting(_MARK, now.strftime(_FORM))
    return jumped


def clock_in_doubt(facts: Reading) -> bool:
    """Say whether the date waits to be confirmed."""
    return bool(facts.setting(_DOUBT))


def check_clock(facts: Reading) -> None:
    """Return if the date of the present day is not in doubt.

    Raises:
        ClockDoubtError: Somebody must confirm it first.
    """
    if clock_in_doubt(facts):
        raise ClockDoubtError
