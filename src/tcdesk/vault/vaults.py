"""Vaults on this computer's disk: create, unlock, back up, close (services.vaults.Vaults)."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from math import ceil
from pathlib import Path

from tcdesk.crypto.errors import IdentityTextError
from tcdesk.crypto.passphrase import COST, Cost
from tcdesk.crypto.sealing import Identity, open_sealed
from tcdesk.crypto.signing import SigningKey, audit_checkpoint_message
from tcdesk.domain.errors import PersonCanMendError, TcdeskError
from tcdesk.domain.ids import AccountId
from tcdesk.services.backup_made import BackupMade, Why
from tcdesk.services.ids import IdMaker
from tcdesk.services.key_ring import Login, Progress
from tcdesk.services.ports import Clock, Files, InstanceLock
from tcdesk.services.rescued import Rescued
from tcdesk.services.vaults import Begin
from tcdesk.vault import backup, key_changes
from tcdesk.vault.attempts import add_failure, read_attempts, settle, wait_left
from tcdesk.vault.backup_description import DESCRIBED, from_file
from tcdesk.vault.checkpoint import write_checkpoint
from tcdesk.vault.connection import Connection, open_connection
from tcdesk.vault.disk_words import disk_words
from tcdesk.vault.guard import guard
from tcdesk.vault.header import BACKUP_NAME, NAME, read_header
from tcdesk.vault.key_errors import (
    DatabaseDamagedError,
    DatabaseUnreachableError,
    KeyFileDamagedError,
    KeysStaleError,
    PaperKeyForeignError,
    VaultMissingError,
    WrongPassphraseError,
)
from tcdesk.vault.key_ring import PaperVault, SqlKeyRing
from tcdesk.vault.keys import Unlocked, unlock, unlock_with_paper, verify_passphrase
from tcdesk.vault.opening import check_fully, check_schema, open_vault, store_generation
from tcdesk.vault.proving import of_that_day
from tcdesk.vault.rescue import rescue
from tcdesk.vault.restoring import SqlRestorer
from tcdesk.vault.schema import create_schema
from tcdesk.vault.setting_aside import sweep
from tcdesk.vault.slots import NewAccount, PaperSlot, PasswordSlot
from tcdesk.vault.store import SqlStore
from tcdesk.vault.tables import SCHEMA_VERSION


class TooManyTriesError(PersonCanMendError):
    """The passphrase was wrong several times; ``seconds`` must pass before the next try."""

    code = "too-many-tries"


class OpenSqlVault:
    """An unlocked vault; its writing connection belongs to the thread that unlocked it."""

    def __init__(
        self,
        unlocked: Unlocked,
        writer: Connection,
        parts: "SqlVaults",
        lock: InstanceLock,
    ) -> None:
        """Take over an unlocked vault."""
        if unlocked.slot is None or unlocked.account is None:
            raise KeysStaleError
        self._unlocked = unlocked
        self._slot = unlocked.slot
        self._keys = unlocked.account
        self._first: Connection | None = writer
        self._parts = parts
        self._lock = lock
        self.store = SqlStore(self._connect_writer, self._connect_reader, parts.clock)
        self.keys = SqlKeyRing(self, parts)

    @property
    def folder(self) -> Path:
        """The vault's folder."""
        return self._unlocked.folder

    @property
    def vault_id(self) -> str:
        """The vault's id."""
        return self._unlocked.header.vault_id

    @property
    def account(self) -> AccountId:
        """Who unlocked it."""
        return AccountId(self._slot.user_id)

    @property
    def login(self) -> str:
        """The log-in of the account."""
        return self._slot.login

    @property
    def unlocked(self) -> Unlocked:
        """The key file and the keys it opened to."""
        return self._unlocked

    @property
    def signing(self) -> SigningKey:
        """The account's signing key."""
        return self._keys.signing

    def signing_key(self, passphrase: str) -> SigningKey:
        """Open the account's signing key again."""
        return verify_passphrase(self._unlocked.header, self.login, passphrase).signing

    @property
    def recipient(self) -> str:
        """The account's public key."""
        return self._keys.identity.recipient

    def open_sealed(self, sealed: bytes) -> bytes:
        """Open what was sealed to the account."""
        return open_sealed(sealed, [self._keys.identity])

    def add_login(self, login: Login) -> str:
        """Add a password slot; give the public signing key in base64."""
        self.become(
            key_changes.add_password_slot(
                self._unlocked,
                self._parts.files,
                self._parts.new_account(login),
                unfinished=self._unfinished(),
            )
        )
        slot = self._unlocked.header.account(login.login)
        if slot is None:
            raise KeysStaleError
        return slot.sign_pub

    def change_passphrase(self, old: str, new: str) -> None:
        """Wrap this account's keys under a new passphrase."""
        verify_passphrase(self._unlocked.header, self.login, old)
        self.keys.set_passphrase(new)

    def back_up(self, why: Why, progress: Progress) -> BackupMade:
        """Make a verified backup on this disk."""
        parts = self._parts
        return backup.make_backup(
            self._unlocked,
            self.folder / backup.FOLDER,
            at=parts.moment(),
            why=why,
            files=parts.files,
            progress=progress,
        )

    def backups(self) -> Sequence[BackupMade]:
        """List the backups on this disk, newest first."""
        folder = self.folder / backup.FOLDER
        return backup.list_backups(folder, self.vault_id, self._unlocked.dek.pin)

    def backup_is_sound(self, made: BackupMade) -> bool:
        """Read a whole backup again; a spoilt one is never offered from then on."""
        key = None
        with suppress(TcdeskError):
            header = from_file(made.path.with_suffix(DESCRIBED)).header
            key = of_that_day(self.folder, header, self._keys).dek.key
        sound = backup.is_sound(made, self._unlocked.dek.pin, key)
        if not sound:
            backup.set_spoilt(made)
        return sound

    def drop_backup(self, made: BackupMade) -> None:
        """Delete a backup on this disk."""
        backup.drop(made)

    def restorer(self) -> SqlRestorer:
        """Give what restores a backup in this vault's place."""
        return SqlRestorer(self.folder, self._parts, header=self._unlocked.header, holder=self)

    def pages_sound(self) -> bool:
        """Read every page and index of the database, on a connection of its own."""
        try:
            check_fully(self._unlocked.database, self._unlocked.dek.key)
        except DatabaseDamagedError:
            return False
        return True

    def failed_tries(self) -> Sequence[tuple[str, str]]:
        """List failed log-ins that the audit log does not have yet: (moment, log-in)."""
        return [
            (attempt.at.strftime("%Y-%m-%dT%H:%M:%SZ"), attempt.login)
            for attempt in read_attempts(self.folder)
            if not attempt.audited
        ]

    def settle_tries(self) -> None:
        """Begin this log-in's count anew; the audit log has the failed ones now."""
        settle(self.folder, self._parts.files, self.login)

    def leave_thread(self) -> None:
        """Close what this thread opened for reading; a lane that ends says it."""
        self.store.close_reader()

    def close(self) -> None:
        """Sign the audit head, fold the log into the file, close, let the vault go.

        Raises:
            WorldFailedError: The disk refused; the vault is closed all the same.
        """
        try:
            self.store.close_reader()
            with disk_words():
                if self._unlocked.slot is not None:  # the account is in the vault as it is now
                    self._sign_head(self.store.driver())
                write_checkpoint(self._unlocked, self.store.driver(), self._parts.files)
            self.store.close_writer()
        finally:
            self.store.drop_writer()
            self._lock.release()

    def _sign_head(self, writer: Connection) -> None:
        head = writer.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
        if head is not None and isinstance(head[0], int) and isinstance(head[1], bytes):
            message = audit_checkpoint_message(self.vault_id, head[0], head[1])
            writer.execute(
                "INSERT INTO audit_checkpoint (seq, hash, account, signature) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (seq) DO NOTHING",
                (head[0], head[1], self.account, self.signing.sign(message)),
            )

    def _unfinished(self) -> list[PasswordSlot]:
        """List slots whose account the database never got."""
        with self.store.driving() as writer:
            rows = writer.execute("SELECT id FROM account").fetchall()
        known = {str(row[0]) for row in rows}
        return [slot for slot in self._unlocked.header.accounts if slot.user_id not in known]

    def become(self, changed: Unlocked) -> None:
        """Go on with a changed key file, and let the database remember its generation."""
        self._unlocked = changed
        with self.store.driving() as writer:
            store_generation(writer, changed.header)

    def _connect_writer(self) -> Connection:
        """Give the connection that unlocking opened; after it has failed, another one."""
        first, self._first = self._first, None
        writer = first or open_connection(self._unlocked.database, self._unlocked.dek.key)
        guard(writer)
        return writer

    def _connect_reader(self) -> Connection:
        connection = open_connection(
            self._unlocked.database, self._unlocked.dek.key, read_only=True
        )
        guard(connection)
        return connection


class SqlVaults:
    """The vaults on this computer's disk."""

    def __init__(
        self,
        files: Files,
        clock: Clock,
        ids: IdMaker,
        lock: Callable[[], InstanceLock],
        cost: Cost = COST,
    ) -> None:
        """Take what belongs to this computer; ``cost`` is that of new slots."""
        self.files = files
        self.clock = clock
        self.cost = cost
        self._ids = ids
        self._new_lock = lock

    def exists(self, folder: Path) -> bool:
        """Say whether a folder holds a vault."""
        return any((folder / name).exists() for name in (NAME, BACKUP_NAME))

    def logins(self, folder: Path) -> Sequence[str]:
        """List the log-ins of a vault."""
        return [slot.login for slot in read_header(folder).accounts]

    def create(self, folder: Path, first: Login, paper: Identity, begin: Begin) -> OpenSqlVault:
        """Make a new vault with one account and one paper key, and open it."""

        def begin_with(connection: Connection, slot: PasswordSlot) -> None:
            store = SqlStore(lambda: connection, lambda: connection, self.clock)
            begin(store, slot.sign_pub)
            store.close_writer()

        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as refused:
            raise DatabaseUnreachableError(reason=type(refused).__name__) from refused
        lock = self._locked(folder, first.login)
        try:
            unlocked = key_changes.create_vault_keys(
                folder,
                self.files,
                vault_id=self._ids.new(),
                first=self.new_account(first),
                recoveries=[
                    PaperSlot(slot_id=self._ids.new(), recipient=paper.recipient, label="paper-1")
                ],
                lay_down=create_schema,
                begin=begin_with,
            )
            return self._opened(unlocked, lock)
        except BaseException:
            lock.release()
            raise

    def unlock(self, folder: Path, login: str, passphrase: str) -> OpenSqlVault:
        """Open a vault in the order of its format."""
        known = self.logins(folder)
        self.check_patience(folder, login)
        lock = self._locked(folder, login)
        try:
            unlocked = unlock(folder, login, passphrase)
            vault = self._opened(unlocked, lock)
        except WrongPassphraseError:
            lock.release()
            self.note_failure(folder, login, known)
            raise
        except BaseException:
            lock.release()
            raise
        try:
            if unlocked.needs_rewrap(self.cost):
                vault.keys.set_passphrase(passphrase)
        except BaseException:
            vault.close()
            raise
        return vault

    def recover(self, folder: Path, identity: str) -> PaperVault:
        """Open a vault with a recovery key."""
        lock = self._locked(folder, "")
        try:
            unlocked = unlock_with_paper(folder, identity)
            first = open_vault(unlocked, self.files, newest_schema=SCHEMA_VERSION, recovering=True)
        except BaseException:
            lock.release()
            raise
        return PaperVault(unlocked, Identity.from_text(identity).recipient, first, self, lock)

    def restorer(self, folder: Path) -> SqlRestorer:
        """Give what restores into a folder whose vault does not open, or is not there."""
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as refused:
            raise DatabaseUnreachableError(reason=type(refused).__name__) from refused
        lock = self._locked(folder, "")
        try:
            header = read_header(folder)
        except (VaultMissingError, KeyFileDamagedError):
            header = None
        except BaseException:
            lock.release()
            raise
        return SqlRestorer(folder, self, header=header, lock=lock)

    def rescue(
        self, folder: Path, login: str, passphrase: str, out: Path, progress: Progress
    ) -> Rescued:
        """Save every readable record of a damaged vault into a new folder."""
        lock = self._locked(folder, login)
        try:
            return rescue(unlock(folder, login, passphrase), out, self.files, progress)
        finally:
            lock.release()

    def wait_seconds(self, folder: Path, login: str) -> float:
        """Give how long a log-in must wait after wrong tries."""
        return wait_left(read_attempts(folder), login, self.clock.now())

    def check_patience(self, folder: Path, login: str) -> None:
        """Return if a log-in may be tried now.

        Raises:
            TooManyTriesError: It was wrong several times.
        """
        wait = self.wait_seconds(folder, login)
        if wait > 0:
            raise TooManyTriesError(seconds=ceil(wait))

    def note_failure(self, folder: Path, login: str, known: Sequence[str]) -> None:
        """Keep that a log-in has failed."""
        add_failure(folder, self.files, login=login, known=known, at=self.clock.now())

    def opens_with_paper(self, folder: Path, identity: str) -> bool:
        """Say whether a typed paper key opens the vault's key file."""
        try:
            unlock_with_paper(folder, identity)
        except (IdentityTextError, PaperKeyForeignError):
            return False
        return True

    def new_id(self) -> str:
        """Make an id."""
        return self._ids.new()

    def new_account(self, login: Login) -> NewAccount:
        """Say what a new slot needs."""
        return NewAccount(
            slot_id=self._ids.new(),
            user_id=login.account,
            login=login.login,
            passphrase=login.passphrase,
            cost=self.cost,
        )

    def moment(self) -> str:
        """Give the present moment as it is stored."""
        return self.clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")

    def _locked(self, folder: Path, login: str) -> InstanceLock:
        lock = self._new_lock()
        lock.acquire(folder, login)
        return lock

    def _opened(self, unlocked: Unlocked, lock: InstanceLock) -> OpenSqlVault:
        writer = open_vault(unlocked, self.files, newest_schema=SCHEMA_VERSION)
        sweep(unlocked.folder)
        if check_schema(writer, SCHEMA_VERSION) < SCHEMA_VERSION:
            writer = self._migrated(unlocked, writer)
        return OpenSqlVault(unlocked, writer, self, lock)

    def _migrated(self, unlocked: Unlocked, writer: Connection) -> Connection:
        """Back an older vault up, bring it to the present schema, and open it again."""
        from tcdesk.vault.migrating import migrate  # noqa: PLC0415 - Alembic, once in a year

        try:
            backup.make_backup(
                unlocked,
                unlocked.folder / backup.FOLDER,
                at=self.moment(),
                why=Why.MIGRATION,
                files=self.files,
                progress=lambda _part: None,
            )
        finally:
            writer.close()
        migrate(unlocked.database, unlocked.dek.key)
        return open_vault(unlocked, self.files, newest_schema=SCHEMA_VERSION)
