"""The board Danes: what waits today, each count with the list behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tcdesk.domain.caseload import EmergencyAccess
from tcdesk.domain.days import days_ago
from tcdesk.domain.staff import Action
from tcdesk.services.backups import LAST_COPY, good
from tcdesk.services.desk import Desk
from tcdesk.services.exchange_rows import BundleOut, OutState
from tcdesk.services.health import Health, health_of
from tcdesk.services.lines import AlertLine, Alerts, DraftLine, HomeCounts, NoteLine, SessionLine
from tcdesk.services.retention import Retention

BACKUP_WARN_DAYS = 7
EXPORT_WARN_DAYS = 30
FIRST_ALERTS = 4  # that the board itself shows; the others stand in their list

_NOTHING = HomeCounts(
    sessions=0,
    unsigned=0,
    unsigned_oldest=None,
    drafts=0,
    draft_newest=None,
    printed_not_keyed=0,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """How long ago something that must be done regularly was done; None is never."""

    days: int | None
    warn_from: int

    @property
    def late(self) -> bool:
        """Whether it is time to do it again."""
        return self.days is None or self.days >= self.warn_from


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """Everything the board shows; what the role may not see is empty or None."""

    day: date
    sessions: Sequence[SessionLine]
    counts: HomeCounts
    alerts: Alerts
    backup: Age | None
    carried: Age | None
    export: Age | None
    health: Health
    emergencies: int = 0  # that wait for their review
    erasures: int = 0  # proposed by others, which the one at the desk may confirm


@dataclass(frozen=True, slots=True)
class Home:
    """The first page after unlocking."""

    desk: Desk

    def today(self) -> Today:
        """Count and list what waits for the person at the desk, as far as the role may see it."""
        may, day = self.desk.may, self.desk.clock.today()
        with self.desk.reading(None) as facts:
            return Today(
                day=day,
                sessions=[one for one in facts.sessions(day, day) if one.opens]
                if may(Action.SEE_SCHEDULE)
                else (),
                counts=facts.home(day, self.desk.actor.account, whole_unit=may(Action.SEE_REPORTS))
                if may(Action.SEE_NOTES)
                else _NOTHING,
                alerts=facts.alerts(day, FIRST_ALERTS)
                if may(Action.SEE_PEOPLE)
                else Alerts(count=0, lines=()),
                backup=self._backup_age(day) if may(Action.BACKUP) else None,
                carried=_age(_told(facts.setting(LAST_COPY)), day, BACKUP_WARN_DAYS)
                if may(Action.BACKUP)
                else None,
                export=_age(
                    [
                        bundle.at
                        for bundle in facts.find(BundleOut, kind="export", state=OutState.WRITTEN)
                    ],
                    day,
                    EXPORT_WARN_DAYS,
                )
                if may(Action.EXPORT)
                else None,
                health=health_of(facts),
                emergencies=len(facts.find(EmergencyAccess, reviewed_at=None))
                if may(Action.SEE_EMERGENCIES)
                else 0,
                erasures=Retention(self.desk).to_confirm(),
            )

    def unsigned(self) -> Sequence[NoteLine]:
        """List the unsigned notes that ``counts.unsigned`` counts, oldest first."""
        whole_unit = self.desk.may(Action.SEE_REPORTS)
        with self.desk.reading(Action.SEE_NOTES) as facts:
            return facts.waiting_notes(None if whole_unit else self.desk.actor.account)

    def alerts(self) -> Sequence[AlertLine]:
        """List the people whom ``alerts.count`` counts."""
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            return facts.alerts(self.desk.clock.today()).lines

    def drafts(self) -> Sequence[DraftLine]:
        """List the drafts that ``counts.drafts`` counts, newest first."""
        with self.desk.reading(Action.SEE_NOTES) as facts:
            return facts.draft_lines(self.desk.actor.account)

    def printed_not_keyed(self) -> Sequence[SessionLine]:
        """List the sessions that ``counts.printed_not_keyed`` counts, oldest first."""
        with self.desk.reading(Action.SEE_NOTES) as facts:
            return facts.printed_not_keyed(self.desk.clock.today())

    def _backup_age(self, day: date) -> Age:
        return _age([one.at for one in good(self.desk.vault.backups())], day, BACKUP_WARN_DAYS)


def _told(stored: str | None) -> Sequence[str]:
    return [stored] if stored else []


def _age(moments: Sequence[str], day: date, warn_from: int) -> Age:
    if not moments:
        return Age(days=None, warn_from=warn_from)
    last = datetime.fromisoformat(max(moments))
    return Age(days=days_ago(last, day), warn_from=warn_from)
