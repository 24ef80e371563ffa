"""How the vault is: what the last checks found, and whether the clock is believed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from tcdesk.services.backups import trouble
from tcdesk.services.chain_watch import broken_at, keep_broken
from tcdesk.services.checks import Findings, Progress, check_vault
from tcdesk.services.desk import Desk
from tcdesk.services.store import Reading
from tcdesk.services.timekeeping import clock_in_doubt

EVERY = timedelta(hours=20)  # once a working day, whatever the hour of the first log-in
_CHECKED, _WRONG = "checked-at", "check-wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What everybody at the vault must know; ``wrong`` holds the names of ``Findings.wrong``.

    ``backups`` names what is wrong with the backups, ``backup-trouble-<name>``.
    """

    wrong: tuple[str, ...]
    backups: tuple[str, ...] = ()
    clock_in_doubt: bool
    checked_at: datetime | None

    @property
    def sound(self) -> bool:
        """Whether nothing is known to be wrong."""
        return not self.wrong and not self.clock_in_doubt and not self.backups


def health_of(facts: Reading) -> Health:
    """Tell what is known without checking anything now."""
    told, checked = facts.setting(_WRONG), facts.setting(_CHECKED)
    wrong = tuple(told.split(",")) if told else ()
    if broken_at(facts) is not None and "audit" not in wrong:
        wrong = (*wrong, "audit")
    return Health(
        wrong=wrong,
        backups=trouble(facts),
        clock_in_doubt=clock_in_doubt(facts),
        checked_at=datetime.fromisoformat(checked) if checked else None,
    )


@dataclass(frozen=True, slots=True)
class HealthCheck:
    """The full check: in the background once a day, and whenever somebody asks."""

    desk: Desk

    def health(self) -> Health:
        """Tell what is known without checking anything now."""
        with self.desk.reading(None) as facts:
            return health_of(facts)

    def due(self) -> bool:
        """Say whether the last full check is older than a day, or lies in the future."""
        checked = self.health().checked_at
        return checked is None or not timedelta() <= self.desk.clock.now() - checked < EVERY

    def run(self, progress: Progress) -> Findings:
        """Check everything; reads only, and may run beside the writer."""
        self.desk.check(None)
        return check_vault(self.desk, progress)

    def keep(self, found: Findings) -> None:
        """Put on record what a check has found; the bin lets go what it held long enough."""
        with self.desk.writing(None) as work:
            work.set_setting(_CHECKED, self.desk.moment())
            work.set_setting(_WRONG, ",".join(found.wrong))
            if not clock_in_doubt(work):  # a wrong day must not empty it
                work.empty_bin(self.desk.clock.today())
            if found.audit_broken_at is not None:
                keep_broken(work, found.audit_broken_at)
            work.audit("vault.check", detail={"wrong": list(found.wrong)})
