"""A backup opened for a restore: its own key file, an account of its day, every page read."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tcdesk.crypto.secret import Secret
from tcdesk.services.backup_made import BackupMade
from tcdesk.services.key_ring import Progress
from tcdesk.services.ports import Clock, Files
from tcdesk.services.restorer import STAGING, BackupForeignError
from tcdesk.vault import backup
from tcdesk.vault.backup_description import DESCRIBED, Description, from_file, is_genuine
from tcdesk.vault.header import Header
from tcdesk.vault.key_errors import KeyFileReplacedError, NewerVaultError, WrongPassphraseError
from tcdesk.vault.keys import Unlocked
from tcdesk.vault.opening import forget
from tcdesk.vault.proving import (
    SqlProven,
    let_in,
    of_that_day,
    of_today,
    reading,
    slots_after,
)
from tcdesk.vault.setting_aside import numbers
from tcdesk.vault.store import SqlStore
from tcdesk.vault.tables import SCHEMA_VERSION


class Parts(Protocol):
    """What belongs to this computer (``SqlVaults`` has it)."""

    files: Files
    clock: Clock

    def moment(self) -> str:
        """Give the present moment as it is stored."""
        ...

    def check_patience(self, folder: Path, login: str) -> None:
        """Return if a log-in may be tried now."""
        ...

    def note_failure(self, folder: Path, login: str, known: Sequence[str]) -> None:
        """Keep that a log-in has failed."""
        ...


class Holder(Protocol):
    """Who has the vault open, if it is."""

    store: SqlStore

    @property
    def unlocked(self) -> Unlocked:
        """The keys as they are."""
        ...

    def become(self, changed: Unlocked) -> None:
        """Go on with changed keys."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupOpening:
    """Opens backups next to one folder; ``header`` is its present key file."""

    folder: Path
    parts: Parts
    header: Header | None
    holder: Holder | None

    def prove(self, made: BackupMade, login: str, passphrase: str, progress: Progress) -> SqlProven:
        """Open a backup and read all of it.

        Raises:
            TcdeskError: As ``services.restorer.Restorer.prove``.
        """
        told = from_file(made.path.with_suffix(DESCRIBED))
        if told.schema > SCHEMA_VERSION:
            raise NewerVaultError
        if self.header is not None and self.header.vault_id != told.vault_id:
            raise BackupForeignError
        then, now = self._open(told.header, login, passphrase)
        if then.header.vault_id != told.vault_id or not is_genuine(told, then.dek.pin):
            raise self._spoilt(made)
        progress(0.2)
        try:
            backup.prove(made.path, told, then.dek.key)
        except backup.BackupSpoiltError:
            raise self._spoilt(made) from None
        progress(0.8)
        proven = self._proven(made, told, then, now)
        progress(1.0)
        return proven

    def _open(
        self, header: Header, login: str, passphrase: str
    ) -> tuple[Unlocked, Unlocked | None]:
        """Open the key file of that day, and today's with the same account."""
        if self.holder is not None:
            now: Unlocked | None = self.holder.unlocked
            keys = self.holder.unlocked.account
            if login:
                keys = let_in(header, None, login, passphrase)
            then = of_that_day(self.folder, header, keys)
        else:
            self.parts.check_patience(self.folder, login)
            try:
                keys = let_in(header, self.header, login, passphrase)
            except WrongPassphraseError:
                known = [slot.login for slot in header.accounts]
                self.parts.note_failure(self.folder, login, known)
                raise
            then = of_that_day(self.folder, header, keys)
            now = of_today(self.folder, self.header, keys)
        if now is not None and not now.dek.pin.matches(then.dek.pin):
            raise KeyFileReplacedError
        return then, now

    def _proven(
        self, made: BackupMade, told: Description, then: Unlocked, now: Unlocked | None
    ) -> SqlProven:
        database, key = made.path, then.dek.key
        if told.schema < SCHEMA_VERSION:
            database = self._brought_up(made.path, key)
        if then.slot is None:
            raise WrongPassphraseError
        return SqlProven(
            made=made,
            then=then,
            now=now,
            slot=then.slot,
            slots=slots_after(then.header, now.header if now else None),
            replaces=bool(self.header or numbers(self.folder)),
            database=database,
            store=reading(database, key, self.parts.clock),
        )

    def _brought_up(self, copy: Path, key: Secret) -> Path:
        """Bring a private copy of an older backup to the present schema."""
        from tcdesk.vault.migrating import migrate  # noqa: PLC0415 - Alembic, once in a year

        target = self.folder / STAGING / "tcdesk-000000.db"
        try:
            target.parent.mkdir(mode=0o700, exist_ok=True)
            forget(target)
            shutil.copyfile(copy, target)
        except OSError as failure:
            raise backup.BackupFailedError from failure
        migrate(target, key)
        return target

    def _spoilt(self, made: BackupMade) -> backup.BackupSpoiltError:
        """Offer it no more, if it lies among the vault's own."""
        if made.path.parent == self.folder / backup.FOLDER:
            backup.set_spoilt(made)
        return backup.BackupSpoiltError()
