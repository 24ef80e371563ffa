"""A backup put in the vault's place: one commit point, and the present kept (services.restorer).

    key file of its day ─ account ─▶ its key ─▶ every page read ─▶ Proven
    present kept ─▶ copy under a new key in a new file ─▶ amended ─▶ verified ─▶ vault.json ─▶ done

The restored vault gets a new database key and a new file name, so no older key file, no older
database and no left-over log fits it. Who was removed since the backup's day stays out.
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from tcdesk.domain.errors import TcdeskError, WorldFailedError
from tcdesk.services.backup_made import BackupMade, BackupState, Why
from tcdesk.services.key_ring import Omission, Progress, Record
from tcdesk.services.ports import Clock, InstanceLock
from tcdesk.services.restorer import Kept, Proven
from tcdesk.services.store import Store
from tcdesk.vault import backup
from tcdesk.vault.backup_description import DESCRIBED, from_file
from tcdesk.vault.backup_opening import BackupOpening, Holder, Parts
from tcdesk.vault.checkpoint import remembered, write_checkpoint
from tcdesk.vault.connection import Connection, open_connection
from tcdesk.vault.dek import Dek
from tcdesk.vault.disk_words import disk_words
from tcdesk.vault.header import Header
from tcdesk.vault.key_changes import sealed_header
from tcdesk.vault.key_errors import (
    DatabaseDamagedError,
    DatabaseUnreachableError,
    WrongPassphraseError,
)
from tcdesk.vault.keys import Unlocked, verify_passphrase
from tcdesk.vault.omission import omit
from tcdesk.vault.opening import remembered_generation, remove_older_generations
from tcdesk.vault.proving import SqlProven, ours, reading
from tcdesk.vault.rotation import Rotation, RotationStep, commit, lay_down
from tcdesk.vault.setting_aside import DRILL, numbers, set_aside, sweep
from tcdesk.vault.store import SqlStore

Amend = Callable[[Connection], None]
_DONE = {
    RotationStep.COPY: 0.05,
    RotationStep.AMEND: 0.4,
    RotationStep.VERIFY: 0.5,
    RotationStep.FLUSH: 0.9,
    RotationStep.COMMIT: 0.95,
}


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

    @contextmanager
    def present(self) -> Generator[Store | None]:
        """Lend the present content."""
        if self._holder is not None or self._now is None:
            yield self._holder.store if self._holder else None
            return
        store = reading(self._now.database, self._now.dek.key, self._parts.clock)
        try:
            yield store if _opens(store) else None
        finally:
            store.close_reader()

    @property
    def needs_login(self) -> bool:
        """Whether nobody is logged in."""
        return self._holder is None

    def _opening(self) -> BackupOpening:
        return BackupOpening(
            folder=self._folder, parts=self._parts, header=self._header, holder=self._holder
        )

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
            proven = self._opening().prove(made, login, passphrase, progress)
        self._now = proven.now or self._now
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

    def restore(
        self,
        proven: Proven,
        record: Record,
        progress: Progress,
        omissions: Sequence[Omission] = (),
    ) -> None:
        """Put the backup's content in the vault's place."""
        with _in_words():
            self._restore(ours(proven), _amending(record, omissions, self._parts.clock), progress)

    def _restore(self, proven: SqlProven, amend: Amend, progress: Progress) -> None:
        changed = self._lay_down(proven, self._folder, amend, progress)
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
    def rehearse(
        self,
        proven: Proven,
        record: Record,
        progress: Progress,
        omissions: Sequence[Omission] = (),
    ) -> Generator[Store]:
        """Do the same in a throw-away folder, key file included."""
        folder = self._folder / DRILL
        sweep(self._folder)
        with _in_words():
            folder.mkdir(mode=0o700)
        try:
            amend = _amending(record, omissions, self._parts.clock)
            changed = self._lay_down(ours(proven), folder, amend, progress)
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

    def _lay_down(
        self, proven: SqlProven, folder: Path, amend: Amend, progress: Progress
    ) -> Unlocked:
        """Write the new database; nobody uses it yet."""
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


def _amending(record: Record, omissions: Sequence[Omission], clock: Clock) -> Amend:
    """Say what is done to the new database: it is told what it is, then people are left out."""

    def amend(copy: Connection) -> None:
        written = SqlStore(lambda: copy, lambda: copy, clock)
        record(written)
        for omission in omissions:
            omit(copy, omission)
        written.close_writer()

    return amend


def _opens(store: SqlStore) -> bool:
    """Say whether a database can be read at all."""
    try:
        with store.reading() as facts:
            facts.audit_head()
    except TcdeskError:
        return False
    return True


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
