"""Making and opening vaults, as the services see it; the adapter is in the vault room."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from tcdesk.crypto.sealing import Identity
from tcdesk.crypto.signing import SigningKey
from tcdesk.domain.ids import AccountId
from tcdesk.services.backup_made import BackupMade, Why
from tcdesk.services.key_ring import KeyRing, Login, Progress, RecoveringVault
from tcdesk.services.rescued import Rescued
from tcdesk.services.restorer import Restorer
from tcdesk.services.store import Store

Begin = Callable[[Store, str], None]
"""Writes what a vault begins with, given the first account's public signing key in base64."""


class OpenVault(Protocol):
    """An unlocked vault and the keys of the account that unlocked it."""

    @property
    def folder(self) -> Path:
        """The vault's folder."""
        ...

    @property
    def vault_id(self) -> str:
        """The vault's id."""
        ...

    @property
    def account(self) -> AccountId:
        """Who unlocked it."""
        ...

    @property
    def login(self) -> str:
        """The log-in of the account."""
        ...

    @property
    def store(self) -> Store:
        """The database."""
        ...

    @property
    def keys(self) -> KeyRing:
        """Every key that opens it."""
        ...

    @property
    def signing(self) -> SigningKey:
        """The account's signing key, for audit checkpoints; notes ask the passphrase again."""
        ...

    def signing_key(self, passphrase: str) -> SigningKey:
        """Open the account's signing key again, as a deliberate act.

        Raises:
            PersonCanMendError: The passphrase is wrong (code ``wrong-passphrase``).
        """
        ...

    @property
    def recipient(self) -> str:
        """The account's public key, ``age1…``: what is sealed to it the account can open."""
        ...

    def open_sealed(self, sealed: bytes) -> bytes:
        """Open what was sealed to the account; its key is in memory until the lock.

        Raises:
            SealBrokenError: Sealed to others, or changed.
        """
        ...

    def add_login(self, login: Login) -> str:
        """Add a password slot; give the public signing key in base64."""
        ...

    def change_passphrase(self, old: str, new: str) -> None:
        """Wrap this account's keys under a new passphrase."""
        ...

    def back_up(self, why: Why, progress: Progress) -> BackupMade:
        """Make a verified backup on this disk; any thread may, and nobody has to wait for it.

        Raises:
            WorldFailedError: The disk is full or failed, or the copy differs; nothing is left.
        """
        ...

    def backups(self) -> Sequence[BackupMade]:
        """List the backups on this disk, newest first, each with its state."""
        ...

    def backup_is_sound(self, made: BackupMade) -> bool:
        """Read a whole backup again; a spoilt one is marked, and never offered from then on."""
        ...

    def drop_backup(self, made: BackupMade) -> None:
        """Delete a backup on this disk."""
        ...

    def restorer(self) -> Restorer:
        """Give what restores a backup in this vault's place."""
        ...

    def pages_sound(self) -> bool:
        """Read every page and index of the database; say whether all are as they were written."""
        ...

    def failed_tries(self) -> Sequence[tuple[str, str]]:
        """List failed log-ins that the audit log does not have yet: (moment, log-in)."""
        ...

    def settle_tries(self) -> None:
        """Begin this log-in's count anew; the audit log has the failed ones now."""
        ...

    def leave_thread(self) -> None:
        """Close what this thread opened for reading; a lane that ends says it."""
        ...

    def close(self) -> None:
        """Sign the audit head, fold the log into the file, close both connections."""
        ...


class Vaults(Protocol):
    """The vaults on this computer's disk."""

    def exists(self, folder: Path) -> bool:
        """Say whether a folder holds a vault."""
        ...

    def logins(self, folder: Path) -> Sequence[str]:
        """List the log-ins of a vault, from its header."""
        ...

    def create(self, folder: Path, first: Login, paper: Identity, begin: Begin) -> OpenVault:
        """Make a new vault with one account and one paper key, and open it.

        What ``begin`` writes is in the vault before there is one: after any failure there is a
        whole vault or none.

        Raises:
            PersonCanMendError: The folder holds a vault already, or is not writable.
        """
        ...

    def unlock(self, folder: Path, login: str, passphrase: str) -> OpenVault:
        """Open a vault in the order of its format.

        Raises:
            TcdeskError: One class a cause: wrong passphrase, key file damaged or replaced,
                database damaged or foreign, newer version, open elsewhere.
        """
        ...

    def recover(self, folder: Path, identity: str) -> RecoveringVault:
        """Open a vault with a recovery key, also by an older key file that was put back.

        Raises:
            TcdeskError: The key is mistyped or another vault's; see ``unlock`` for the rest.
        """
        ...

    def opens_with_paper(self, folder: Path, identity: str) -> bool:
        """Say whether a typed paper key opens the vault's key file."""
        ...

    def restorer(self, folder: Path) -> Restorer:
        """Give what restores into a folder whose vault does not open, or is not there at all.

        Raises:
            PersonCanMendError: Another process has the vault, or the folder refuses writing.
        """
        ...

    def wait_seconds(self, folder: Path, login: str) -> float:
        """Give how long a log-in must wait after wrong tries."""
        ...

    def rescue(
        self, folder: Path, login: str, passphrase: str, out: Path, progress: Progress
    ) -> Rescued:
        """Save every readable record of a damaged vault into a new folder; reads the old only.

        Raises:
            TcdeskError: As ``unlock`` up to the keys; the new folder holds something.
        """
        ...
