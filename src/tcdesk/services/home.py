"""The board Danes: what waits today, each count with the list behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.exchange_rows import BundleOut, OutState
from tcdesk.services.lines import HomeCounts, SessionLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """Everything the board shows."""

    day: date
    sessions: Sequence[SessionLine]
    counts: HomeCounts
    backup_days: int | None
    export_days: int | None


@dataclass(frozen=True, slots=True)
class Home:
    """The first page after unlocking."""

    desk: Desk

    def today(self) -> Today:
        """Count and list what waits for the person at the desk."""
        day = self.desk.clock.today()
        own = None if self.desk.may(Action.SEE_REPORTS) else self.desk.actor.account
        with self.desk.reading(Action.SEE_SCHEDULE) as facts:
            written = [
                bundle.at for bundle in facts.find(BundleOut, kind="export", state=OutState.WRITTEN)
            ]
            sessions = facts.sessions(day, day)
            counts = facts.home(day, own)
        backups = self.desk.vault.backups()
        return Today(
            day=day,
            sessions=sessions,
            counts=counts,
            backup_days=_days(backups[0].at, day) if backups else None,
            export_days=_days(max(written), day) if written else None,
        )


def _days(moment: str, day: date) -> int:
    return max(0, (day - datetime.fromisoformat(moment).date()).days)
