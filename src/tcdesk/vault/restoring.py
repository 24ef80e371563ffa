"""A backup put in the vault's place: one commit point, and the present kept (services.restorer).

    key file of its day ─ account ─▶ its key ─▶ every page read ─▶ Proven
    present kept ─▶ copy under a new key in a new file ─▶ amended ─▶ verified ─▶ vault.json ─▶ done

The restored vault gets a new database key and a new file name, so no older key file, no older
database and no left-over log fits it. Who was removed since the backup's day stays out.
"""

import shutil
from collections.abc import Generator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from tcdesk.crypto.secret import Secret
from tcdesk.domain.errors import TcdeskError, WorldFailedError
from tcdesk.services.backup_made import BackupMade, BackupState, Why
from tcdesk.services.key_ring import Progress, Record
from tcdesk.services.ports import Clock, Files, InstanceLock
from tcdesk.services.restorer import STAGING, BackupForeignError, Kept, Proven
from tcdesk.services.store import Store
from tcdesk.vault import backup
from tcdesk.vault.backup_description import DESCRIBED, Description, from_file, is_genuine
from tcdesk.vault.checkpoint import remembered, write_checkpoint
from tcdesk.vault.connection import Connection, open_connection
from tcdesk.vault.dek import Dek
from tcdesk.vault.disk_words import disk_words
from tcdesk.vault.header import Header
from tcdesk.vault.key_changes import sealed_header
from tcdesk.vault.key_errors import (
    DatabaseDamagedError,
    DatabaseUnreachableError,
    KeyFileReplacedError,
    NewerVaultError,
    WrongPassphraseError,
)
from tcdesk.vault.keys import Unlocked, verify_passphrase
from tcdesk.vault.opening import forget, remembered_generation, remove_older_generations
from tcdesk.vault.proving import (
    SqlProven,
    let_in,
    of_that_day,
    of_today,
    ours,
    reading,
    slots_after,
)
from tcdesk.vault.rotation import Rotation, RotationStep, commit, lay_down
from tcdesk.vault.setting_aside import DRILL, numbers, set_aside, sweep
from tcdesk.vault.store import SqlStore
from tcdesk.vault.tables import SCHEMA_VERSION

_DONE = {
    RotationStep.COPY: 0.05,
    RotationStep.AMEND: 0.4,
    RotationStep.VERIFY: 0.5,
    RotationStep.FLUSH: 0.9,
    RotationStep.COMMIT: 0.95,
}


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


class SqlRestorer:
    """Restores into one folder (services.restorer.Restorer)."""

    def __init__(
        self,
        folder: Path,
        parts: Parts,
        *,
        header: Header | None,
        holder: Holder | None = None,
        lock: InstanceLock | None = None,
    ) -> None:
        """Take what there is: the present key file, and the open vault or the lock of it."""
        self._folder = folder
        self._parts = parts
        self._header = header
        self._holder = holder
        self._lock = lock
        self._now: Unlocked | None = holder.unlocked if holder else None

    @property
    def folder(self) -> Path:
        """The vault's folder."""
        return self._folder

    @property
    def present(self) -> Store | None:
        """The present content."""
        return self._holder.store if self._holder else None

    @property
    def needs_login(self) -> bool:
        """Whether nobody is logged in."""
        return self._holder is None

    def epoch_seen(self) -> int:
        """Give the greatest epoch that anything here remembers."""
        told = remembered(self._now) if self._now else None
        seen = [told[1]] if told else [1]
        for made in self.copies():
            with suppress(WorldFailedError):
                if made.state is BackupState.GOOD:
                    seen.append(from_file(made.path.with_suffix(DESCRIBED)).epoch_no)
        return max(seen)

    def present_audit_seq(self) -> int | None:
        """Give the number of the present's last audit line."""
        told = remembered(self._now) if self._now else None
        return told[0] if told else None

    def copies(self, folder: Path | None = None) -> Sequence[BackupMade]:
        """List the backups of a folder."""
        pin = self._now.dek.pin if self._now else None
        vault = self._header.vault_id if self._header else None
        return backup.list_backups(folder or self._folder / backup.FOLDER, vault, pin)

    def prove(self, made: BackupMade, login: str, passphrase: str, progress: Progress) -> SqlProven:
        """Open a backup and read all of it."""
        with _in_words():
            return self._prove(made, login, passphrase, progress)

    def _prove(
        self, made: BackupMade, login: str, passphrase: str, progress: Progress
    ) -> SqlProven:
        told = from_file(made.path.with_suffix(DESCRIBED))
        if told.schema > SCHEMA_VERSION:
            raise NewerVaultError
        if self._header is not None and self._header.vault_id != told.vault_id:
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
        self._now = now or self._now
        progress(1.0)
        return proven

    def confirm(self, proven: Proven, passphrase: str) -> None:
        """Ask for the passphrase once more: of today, or of that day where there is no other."""
        known = ours(proven)
        if self._holder is not None:
            candidates = [self._holder.unlocked]
        else:
            candidates = [keys for keys in (known.now, known.then) if keys is not None]
        for keys in candidates:
            with suppress(WrongPassphraseError):
                if keys.slot is not None:
                    verify_passphrase(keys.header, keys.slot.login, passphrase)
                    return
        raise WrongPassphraseError

    def keep_present(self, progress: Progress) -> Kept:
        """Back the present up if it can be read; else put its files aside as they lie."""
        with _in_words():
            return self._keep_present(progress)

    def _keep_present(self, progress: Progress) -> Kept:
        if self._holder is not None:
            with suppress(backup.BackupFailedError, DatabaseDamagedError):
                made = backup.make_backup(
                    self._holder.unlocked,
                    self._folder / backup.FOLDER,
                    at=self._parts.moment(),
                    why=Why.RESTORE,
                    files=self._parts.files,
                    progress=progress,
                )
                return Kept(backup=made)
        return Kept(aside=set_aside(self._folder, self._parts.moment(), self._parts.files))

    def restore(self, proven: Proven, record: Record, progress: Progress) -> None:
        """Put the backup's content in the vault's place."""
        with _in_words():
            self._restore(ours(proven), record, progress)

    def _restore(self, proven: SqlProven, record: Record, progress: Progress) -> None:
        changed = self._lay_down(proven, self._folder, record, progress)
        header, files = changed.header, self._parts.files
        commit(self._folder, header, files, changed.database, before=self._header)
        self._header, self._now = header, changed
        if self._holder is not None:
            self._holder.store.turn_over()
            with suppress(WorldFailedError):  # it is restored; the next unlock does what is left
                self._holder.become(changed)
        remove_older_generations(self._folder, header)
        with suppress(TcdeskError), disk_words(), closing(_connected(changed)) as connection:
            write_checkpoint(changed, connection, files)
        progress(1.0)

    @contextmanager
    def rehearse(self, proven: Proven, record: Record, progress: Progress) -> Generator[Store]:
        """Do the same in a throw-away folder, key file included."""
        folder = self._folder / DRILL
        sweep(self._folder)
        with _in_words():
            folder.mkdir(mode=0o700)
        try:
            changed = self._lay_down(ours(proven), folder, record, progress)
            header = changed.header
            commit(folder, header, self._parts.files, changed.database, before=None)
            store = reading(changed.database, changed.dek.key, self._parts.clock)
            try:
                yield store
            finally:
                store.close_reader()
        finally:
            sweep(self._folder)

    def left_over(self) -> bool:
        """Say whether a rehearsal has left anything behind."""
        return (self._folder / DRILL).exists()

    def release(self, proven: Proven | None) -> None:
        """Let a backup go, and what was copied for it."""
        if proven is not None:
            ours(proven).store.close_reader()
        sweep(self._folder)

    def leave(self) -> None:
        """Let the vault go."""
        if self._lock is not None:
            self._lock.release()

    def _open(
        self, header: Header, login: str, passphrase: str
    ) -> tuple[Unlocked, Unlocked | None]:
        """Open the key file of that day, and today's with the same account."""
        folder = self._folder
        if self._holder is not None:
            now: Unlocked | None = self._holder.unlocked
            keys = self._holder.unlocked.account
            if login:
                keys = let_in(header, None, login, passphrase)
            then = of_that_day(folder, header, keys)
        else:
            self._parts.check_patience(folder, login)
            try:
                keys = let_in(header, self._header, login, passphrase)
            except WrongPassphraseError:
                known = [slot.login for slot in header.accounts]
                self._parts.note_failure(folder, login, known)
                raise
            then, now = of_that_day(folder, header, keys), of_today(folder, self._header, keys)
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
            replaces=bool(self._header or numbers(self._folder)),
            database=database,
            store=reading(database, key, self._parts.clock),
        )

    def _brought_up(self, copy: Path, key: Secret) -> Path:
        """Bring a private copy of an older backup to the present schema."""
        from tcdesk.vault.migrating import migrate  # noqa: PLC0415 - Alembic, once in a year

        target = self._folder / STAGING / "tcdesk-000000.db"
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
        if made.path.parent == self._folder / backup.FOLDER:
            backup.set_spoilt(made)
        return backup.BackupSpoiltError()

    def _lay_down(
        self, proven: SqlProven, folder: Path, record: Record, progress: Progress
    ) -> Unlocked:
        """Write the new database; nobody uses it yet."""

        def amend(copy: Connection) -> None:
            written = SqlStore(lambda: copy, lambda: copy, self._parts.clock)
            record(written)
            written.close_writer()

        then, now = proven.then, proven.now
        keys = [one.header for one in (then, now) if one is not None]
        number = max([*numbers(self._folder), *(one.dek.id for one in keys)]) + 1
        dek = replace(Dek.generate(), number=number, pin=then.dek.pin)
        with closing(open_connection(proven.database, then.dek.key, read_only=True)) as source:
            generations = [remembered_generation(source), *(one.generation for one in keys)]
            header = sealed_header(
                then.header.vault_id, dek, proven.slots, generation=max(generations) + 1
            )
            plan = Rotation(
                slots=proven.slots,
                progress=lambda step: progress(_DONE[step]),
                release=lambda: None,
                amend=amend,
            )
            lay_down(source, folder, dek, header, self._parts.files, plan)
        known = now or then
        slot = known.slot if known.slot in proven.slots else None
        account = known.account if slot else None
        return Unlocked(folder=folder, header=header, dek=dek, slot=slot, account=account)


@contextmanager
def _in_words() -> Generator[None]:
    """Turn what the disk says into our errors, whoever it said it to."""
    try:
        with disk_words():
            yield
    except (OSError, MemoryError) as failure:
        raise DatabaseUnreachableError(reason=type(failure).__name__) from failure


def _connected(unlocked: Unlocked) -> Connection:
    return open_connection(unlocked.database, unlocked.dek.key)
