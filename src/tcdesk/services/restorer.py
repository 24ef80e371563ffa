"""What a restore needs of the vault room: copies, a proof, the present kept, one commit point.

copies ─ prove ─▶ Proven ─ keep_present ─▶ Kept ─ restore ─▶ the backup's content, under new keys
                         └ rehearse ─▶ the same in a throw-away folder, then nothing is left
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tcdesk.domain.errors import PersonCanMendError
from tcdesk.domain.ids import AccountId
from tcdesk.services.backup_made import BackupMade
from tcdesk.services.key_ring import Omission, Progress, Record
from tcdesk.services.store import Store

STAGING = "restoring"
"""Where a copy from a stick lies while it is looked at; swept at the next unlock."""


class BackupLoginNeededError(PersonCanMendError):
    """The account at hand did not exist when the backup was made: one of that day must open it."""

    code = "backup-login-needed"


class BackupForeignError(PersonCanMendError):
    """The backup is of another vault."""

    code = "backup-foreign"


class AccountNotOfTodayError(PersonCanMendError):
    """The account opened the backup, but opens the present vault no more: it was removed."""

    code = "account-not-of-today"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Where the present went before anything was put in its place; one of the two, or nothing.

    A verified backup if it could be read, else its files as they lay, in a dated folder.
    """

    backup: BackupMade | None = None
    aside: Path | None = None


class Proven(Protocol):
    """A backup that was opened with its own keys and read whole."""

    @property
    def made(self) -> BackupMade:
        """What its description says."""
        ...

    @property
    def store(self) -> Store:
        """Its content, for reading only."""
        ...

    @property
    def account(self) -> AccountId:
        """Whose key opened it."""
        ...

    @property
    def login(self) -> str:
        """The log-in of that account."""
        ...

    @property
    def returning(self) -> Mapping[AccountId, str]:
        """Accounts that will open the restored vault, each with its public signing key."""
        ...

    @property
    def logins(self) -> Sequence[str]:
        """The log-ins of those accounts, as they are today."""
        ...

    @property
    def replaces(self) -> bool:
        """Whether there is a vault in whose place it would be put."""
        ...

    @property
    def passphrases_of_today(self) -> bool:
        """Whether they open it by the passphrases of today; else by those of that day."""
        ...

    @property
    def absent(self) -> Sequence[str]:
        """Log-ins of today that will not open it: they did not exist on the backup's day."""
        ...

    @property
    def gone(self) -> Sequence[str]:
        """Log-ins of that day that stay out: they were removed since."""
        ...


class Restorer(Protocol):
    """Restores into one vault folder; holds the vault's lock until it is left."""

    @property
    def folder(self) -> Path:
        """The vault's folder."""
        ...

    def present(self) -> AbstractContextManager[Store | None]:
        """Lend the present content, for reading; None where it does not open.

        That it opens does not say that all of it can be read.
        """
        ...

    @property
    def needs_login(self) -> bool:
        """Whether nobody is logged in, so that an account of the backup must say who it is."""
        ...

    def epoch_seen(self) -> int:
        """Give the greatest epoch of the exchange that anything here remembers."""
        ...

    def present_audit_seq(self) -> int | None:
        """Give the number of the present's last audit line, from whatever still tells it."""
        ...

    def copies(self, folder: Path | None = None) -> Sequence[BackupMade]:
        """List the backups of a folder, newest first, each with its state; None: on this disk."""
        ...

    def prove(self, made: BackupMade, login: str, passphrase: str, progress: Progress) -> Proven:
        """Open a backup that lies on this disk, and read all of it.

        Args:
            made: The backup.
            login: An account of its day; empty: the account that is logged in.
            passphrase: Its passphrase of that day, or of today if it has changed.
            progress: Told parts of one; what it raises cancels.

        Raises:
            BackupLoginNeededError: The account that is logged in does not open it.
            BackupForeignError: It is of another vault.
            AccountNotOfTodayError: The account was removed since.
            TcdeskError: Wrong passphrase, newer version, or ``backup-spoilt``.
        """
        ...

    def confirm(self, proven: Proven, passphrase: str) -> None:
        """Ask for the passphrase once more, as a deliberate act.

        Raises:
            PersonCanMendError: It is wrong.
        """
        ...

    def keep_present(self, progress: Progress) -> Kept:
        """Keep what is there now, so that the restore itself can be taken back.

        Raises:
            WorldFailedError: The disk is full or failed; nothing is changed.
        """
        ...

    def restore(
        self,
        proven: Proven,
        record: Record,
        progress: Progress,
        omissions: Sequence[Omission] = (),
    ) -> None:
        """Put the backup's content in the vault's place, under a new key in a new file.

        Args:
            proven: The backup.
            record: Writes into the new database what the restore means.
            progress: Told parts of one; until the commit point what it raises cancels.
            omissions: Who is left out of the new database after that, before it is used.

        Raises:
            TcdeskError: No room, or the disk failed; what was there still holds.
        """
        ...

    def rehearse(
        self,
        proven: Proven,
        record: Record,
        progress: Progress,
        omissions: Sequence[Omission] = (),
    ) -> AbstractContextManager[Store]:
        """Do the same in a throw-away folder; what comes out can be read until it is left."""
        ...

    def left_over(self) -> bool:
        """Say whether a rehearsal has left anything behind."""
        ...

    def release(self, proven: Proven | None) -> None:
        """Let a backup go that was looked at, and what was copied for it."""
        ...

    def leave(self) -> None:
        """Let the vault go, if this restorer has taken it."""
        ...
