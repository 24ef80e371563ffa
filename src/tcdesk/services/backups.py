"""Backups as people ask for them: now, at closing, onto a drive that is carried away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.key_ring import Progress
from tcdesk.services.vaults import BackupMade

AT_CLOSING_AFTER = timedelta(hours=24)
FOLDER = "backups"
ON_DRIVE = "tcdesk-backups"
_LAST_COPY = "backup-copy-at"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupList:
    """The verified backups on this disk, newest first, and when one was last carried away."""

    here: Sequence[BackupMade]
    carried_at: datetime | None


@dataclass(frozen=True, slots=True)
class Backups:
    """Backups of the open vault; each was opened again and counted before it is called good."""

    desk: Desk

    def all(self) -> BackupList:
        """List the verified backups."""
        with self.desk.reading(Action.BACKUP) as facts:
            carried = facts.setting(_LAST_COPY)
        return BackupList(
            here=self.desk.vault.backups(), carried_at=moment(carried) if carried else None
        )

    def make(self, progress: Progress) -> BackupMade:
        """Make one on this disk now.

        Raises:
            WorldFailedError: The disk is full or failed, or the copy differs; nothing is left.
        """
        with self.desk.reading(Action.BACKUP):
            pass
        return self._make(self.desk.vault.folder / FOLDER, progress)

    def carry(self, drive: Path, progress: Progress) -> BackupMade:
        """Make one on a removable drive and remember the day.

        Raises:
            WorldFailedError: As for ``make``.
        """
        with self.desk.reading(Action.BACKUP):
            pass
        made = self._make(drive / ON_DRIVE, progress)
        with self.desk.writing(Action.BACKUP) as work:
            work.set_setting(_LAST_COPY, made.at)
        return made

    def due_at_closing(self) -> bool:
        """Say whether the newest good one is older than a day; asked for every role."""
        made = self.desk.vault.backups()
        return not made or self.desk.clock.now() - moment(made[0].at) > AT_CLOSING_AFTER

    def make_at_closing(self, progress: Progress) -> BackupMade:
        """Make one because the program is being closed; the program does it, whoever closes."""
        return self._make(self.desk.vault.folder / FOLDER, progress)

    def _make(self, folder: Path, progress: Progress) -> BackupMade:
        made = self.desk.vault.back_up(folder, progress)
        with self.desk.vault.store.writing(self.desk.actor) as work:
            work.audit("backup", detail={"audit_seq": made.audit_seq, "rows": made.rows})
        return made


def moment(stored: str) -> datetime:
    """Read a stored moment."""
    return datetime.strptime(stored, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
