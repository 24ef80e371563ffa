"""Settings that hold for the whole installation."""

from dataclasses import dataclass

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.programmes import Programme
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk

LEAST_MINUTES, MOST_MINUTES, USUAL_MINUTES = 1, 15, 5
_LOCK = "lock-minutes"


@dataclass(frozen=True, slots=True)
class UnitSettings:
    """Reads for everybody, changes for whoever manages the unit."""

    desk: Desk

    def lock_minutes(self) -> int:
        """Give after how many minutes without a touch the window locks itself."""
        with self.desk.reading(None) as facts:
            kept = facts.setting(_LOCK)
        return int(kept) if kept else USUAL_MINUTES

    def set_lock_minutes(self, minutes: int) -> None:
        """Change it for all accounts of this vault.

        Raises:
            RuleBrokenError: ``lock-minutes`` (1 to 15, security.md §4.9).
        """
        if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
            raise RuleBrokenError("lock-minutes", least=LEAST_MINUTES, most=MOST_MINUTES)
        with self.desk.writing(Action.MANAGE_UNIT) as work:
            work.set_setting(_LOCK, str(minutes))

    def programmes(self) -> dict[str, Programme]:
        """Give the programmes that run here, by code."""
        with self.desk.reading(Action.MANAGE_UNIT) as facts:
            return {one.code: one for one in facts.find(Programme)}
