"""What is done for the backups behind the window: daily, weekly, and after a change of keys.

chore ─ reader lane ─▶ tend (reads the vault, writes only backup files) ─ writer lane ─▶ keep
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from tcdesk.services.backup_made import BackupMade, Why
from tcdesk.services.backups import (
    good,
    is_old,
    keep_trouble,
    moment,
    put_on_record,
    renewal_due,
    settle_renewal,
    trouble,
)
from tcdesk.services.desk import Desk
from tcdesk.services.key_ring import Progress

EVERY = timedelta(days=7)
_PROVED_AT = "backup-proved-at"


class Chore(StrEnum):
    """What is to be done now; the first of them that is due."""

    RENEW = "renew"  # older backups open with keys that were taken away
    BACK_UP = "back-up"  # the newest good one is older than a day
    PROVE = "prove"  # a week has passed since some of them were read again


@dataclass(frozen=True, slots=True, kw_only=True)
class Tended:
    """What was done: a backup made, or how many were read again and how many of them spoilt."""

    chore: Chore
    made: BackupMade | None = None
    proved: int = 0
    spoilt: int = 0


@dataclass(frozen=True, slots=True)
class BackupCare:
    """The program does it by itself, whoever sits there."""

    desk: Desk

    def chore(self) -> Chore | None:
        """Say what is due."""
        with self.desk.reading(None) as facts:
            if renewal_due(facts):
                return Chore.RENEW
            proved = facts.setting(_PROVED_AT)
        if is_old(self.desk):
            return Chore.BACK_UP
        now = self.desk.clock.now()
        if proved is None or not timedelta() <= now - moment(proved) < EVERY:
            return Chore.PROVE
        return None

    def tend(self, chore: Chore, progress: Progress) -> Tended:
        """Do it; nothing is written into the vault, so that nobody has to wait.

        Raises:
            WorldFailedError: The disk is full or failed; it stays due.
        """
        vault = self.desk.vault
        match chore:
            case Chore.RENEW:
                vault.keys.renew_backups(progress)
                return Tended(chore=chore)
            case Chore.BACK_UP:
                return Tended(chore=chore, made=vault.back_up(Why.DAILY, progress))
            case Chore.PROVE:
                chosen = self._chosen(good(vault.backups()))
                spoilt = 0
                for number, one in enumerate(chosen):
                    spoilt += not vault.backup_is_sound(one)
                    progress((number + 1) / len(chosen))
                return Tended(chore=chore, proved=len(chosen), spoilt=spoilt)

    def keep(self, done: Tended) -> None:
        """Put on record what was done."""
        with self.desk.writing(None) as work:
            match done.chore:
                case Chore.RENEW:
                    settle_renewal(work)
                    keep_trouble(self.desk, work)
                case Chore.BACK_UP:
                    if done.made is not None:
                        put_on_record(self.desk, done.made)
                case Chore.PROVE:
                    work.set_setting(_PROVED_AT, self.desk.moment())
                    keep_trouble(self.desk, work)
                    detail = {"proved": done.proved, "spoilt": done.spoilt}
                    work.audit("backup.prove", detail=detail)

    def trouble(self) -> tuple[str, ...]:
        """Name what people must know of the backups."""
        with self.desk.reading(None) as facts:
            return trouble(facts)

    def _chosen(self, here: Sequence[BackupMade]) -> Sequence[BackupMade]:
        """Choose the newest and an older one, another every week."""
        week = self.desk.clock.now().toordinal() // 7
        older = here[1:]
        return [*here[:1], *([older[week % len(older)]] if older else [])]
