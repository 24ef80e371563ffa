"""A backup opened with an account of its day, next to the vault of today (services.restorer)."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tcdesk.crypto.secret import Secret
from tcdesk.domain.ids import AccountId
from tcdesk.services.backup_made import BackupMade
from tcdesk.services.ports import Clock
from tcdesk.services.restorer import AccountNotOfTodayError, BackupLoginNeededError
from tcdesk.vault.connection import Connection, open_connection
from tcdesk.vault.dek import unseal_dek
from tcdesk.vault.header import Header, check_mac
from tcdesk.vault.key_errors import (
    KeyFileDamagedError,
    KeyFileReplacedError,
    WrongPassphraseError,
)
from tcdesk.vault.keys import Unlocked, verify_passphrase
from tcdesk.vault.slots import AccountKeys, PasswordSlot, Slot
from tcdesk.vault.store import SqlStore


@dataclass(frozen=True, slots=True, kw_only=True)
class SqlProven:
    """A backup, open (services.restorer.Proven).

    ``then``: its keys; ``now``: those of the present vault, None where there is none to believe.
    ``slot``: the account that opened it. ``slots``: who opens the vault after the restore.
    """

    made: BackupMade
    then: Unlocked
    now: Unlocked | None
    slot: PasswordSlot
    slots: tuple[Slot, ...]
    replaces: bool
    database: Path
    store: SqlStore

    @property
    def account(self) -> AccountId:
        """Whose key opened it."""
        return AccountId(self.slot.user_id)

    @property
    def login(self) -> str:
        """The log-in of that account."""
        return self.slot.login

    @property
    def returning(self) -> Mapping[AccountId, str]:
        """Accounts that will open the restored vault."""
        return {AccountId(slot.user_id): slot.sign_pub for slot in _accounts(self.slots)}

    @property
    def logins(self) -> Sequence[str]:
        """Their log-ins."""
        return [slot.login for slot in _accounts(self.slots)]

    @property
    def passphrases_of_today(self) -> bool:
        """Whether they open it by the passphrases of today."""
        return self.now is not None

    @property
    def absent(self) -> Sequence[str]:
        """Log-ins of today that will not open it."""
        now = self.now.header.accounts if self.now else ()
        return [slot.login for slot in now if slot.user_id not in self.returning]

    @property
    def gone(self) -> Sequence[str]:
        """Log-ins of that day that stay out."""
        then = self.then.header.accounts
        return [slot.login for slot in then if slot.user_id not in self.returning]


def ours(proven: object) -> SqlProven:
    """Give the adapter's own value behind the port.

    Raises:
        TypeError: It is another adapter's.
    """
    if not isinstance(proven, SqlProven):
        raise TypeError(type(proven))
    return proven


def let_in(header: Header, today: Header | None, login: str, passphrase: str) -> AccountKeys:
    """Open an account by its passphrase of the backup's day, else by that of today.

    Raises:
        WrongPassphraseError: Neither; an unknown login reads the same.
    """
    for source in (header, today):
        if source is not None and source.account(login) is not None:
            with suppress(WrongPassphraseError):
                return verify_passphrase(source, login, passphrase)
    raise WrongPassphraseError


def of_that_day(folder: Path, header: Header, keys: AccountKeys | None) -> Unlocked:
    """Open the key file of the backup's day.

    Raises:
        BackupLoginNeededError: The account did not exist then, or had other keys.
    """
    slot = _slot_of(header, keys)
    if slot is None or keys is None:
        raise BackupLoginNeededError
    return _unsealed(folder, header, slot, keys)


def of_today(folder: Path, today: Header | None, keys: AccountKeys) -> Unlocked | None:
    """Open the key file of today with the same account; None if there is none to believe.

    Raises:
        AccountNotOfTodayError: The account was removed, or its passphrase was reset, since.
    """
    if today is None:
        return None
    slot = _slot_of(today, keys)
    if slot is None:
        raise AccountNotOfTodayError
    try:
        return _unsealed(folder, today, slot, keys)
    except (KeyFileDamagedError, KeyFileReplacedError):
        return None


def slots_after(then: Header, now: Header | None) -> tuple[Slot, ...]:
    """Give who opens the vault after a restore.

    Whoever was removed since stays out, and so do recovery keys; whoever came since has no account
    in the backup. Passphrases are those of today. Without a key file of today all of that day.
    """
    if now is None:
        return then.slots
    there = {slot.user_id for slot in then.accounts}
    return tuple(
        slot for slot in now.slots if not isinstance(slot, PasswordSlot) or slot.user_id in there
    )


def reading(database: Path, key: Secret, clock: Clock) -> SqlStore:
    """Give the content of a database that nobody writes."""

    def connect() -> Connection:
        return open_connection(database, key, read_only=True)

    return SqlStore(connect, connect, clock)


def _unsealed(folder: Path, header: Header, slot: PasswordSlot, keys: AccountKeys) -> Unlocked:
    """Open a key file with an account's keys, as unlocking does (its steps 5 to 7)."""
    dek = unseal_dek(header.dek.content, keys.identity, header.vault_id, header.dek.id)
    if not keys.pin.matches(dek.pin):
        raise KeyFileReplacedError
    check_mac(header, dek)
    return Unlocked(folder=folder, header=header, dek=dek, slot=slot, account=keys)


def _slot_of(header: Header, keys: AccountKeys | None) -> PasswordSlot | None:
    """Find the slot of a key file that an account's keys belong to."""
    recipient = keys.identity.recipient if keys else None
    return next((slot for slot in header.accounts if slot.recipient == recipient), None)


def _accounts(slots: tuple[Slot, ...]) -> Sequence[PasswordSlot]:
    return [slot for slot in slots if isinstance(slot, PasswordSlot)]
