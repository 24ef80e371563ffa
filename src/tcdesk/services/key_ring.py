"""The keys that open a vault, as the services see them; the adapter is in the vault room."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from tcdesk.domain.ids import AccountId, PersonId
from tcdesk.domain.retention import ErasureKind
from tcdesk.services.store import Store

Progress = Callable[[float], None]
"""Told parts of one."""

Record = Callable[[Store], None]
"""Writes into the new database what the change of keys means; kept with it or not at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """What is needed for a new password slot."""

    account: AccountId
    login: str
    passphrase: str = field(repr=False)


class KeyKind(StrEnum):
    """What opens the vault with a key of its own."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the kind, not one
    PAPER = "paper"
    SHARES = "shares"  # a paper key in three parts, any two of which open
    OFFICE = "office"  # the central office's key, kept offline there


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultKey:
    """One key: its account, or the number or name on it, and when it was made."""

    id: str
    kind: KeyKind
    label: str
    recipient: str
    account: AccountId | None
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """Whom a rotation leaves out, by which proposal, and the new names of who stays anonymous."""

    person: PersonId
    kind: ErasureKind
    erasure: str
    code: str
    pseudonym: str


class KeyRing(Protocol):
    """Every key of the vault that is open. What takes a ``record`` is a rotation (§4.7).

    A rotation gives the vault a new database key in a new file, so that what was taken away opens
    nothing. A verified backup is made before it; with it the vault remembers that the older backups
    must go. Until its one commit point what ``progress`` raises cancels it and nothing has changed.
    """

    def all(self) -> Sequence[VaultKey]:
        """List the keys in order of making."""
        ...

    def set_passphrase(self, passphrase: str) -> None:
        """Wrap the own account's keys under a new passphrase."""
        ...

    def add(self, kind: KeyKind, recipient: str) -> VaultKey:
        """Add a recovery key of which only the public half is known.

        Raises:
            PersonCanMendError: There are 32 keys.
        """
        ...

    def reset(self, login: Login, record: Callable[[Store, str], None], progress: Progress) -> None:
        """Give another account new keys under a passphrase; ``record`` gets its new public key.

        Raises:
            TcdeskError: As for ``remove``.
        """
        ...

    def remove(self, key: str, record: Record, progress: Progress) -> None:
        """Take a key away.

        Raises:
            PersonCanMendError: No room for a second copy, or nobody could log in afterwards.
            WorldFailedError: The disk failed; the old vault goes on.
        """
        ...

    def leave_out(self, omission: Omission, record: Record, progress: Progress) -> None:
        """Leave a person out of the new database; all keys stay.

        Raises:
            TcdeskError: As for ``remove``.
        """
        ...

    def renew_backups(self, progress: Progress) -> None:
        """Make a verified backup and then delete every older one on this disk.

        Raises:
            WorldFailedError: The disk failed; the older ones stay.
        """
        ...


class RecoveringVault(Protocol):
    """A vault that a recovery key has opened; nobody is logged in."""

    @property
    def vault_id(self) -> str:
        """The vault's id."""
        ...

    @property
    def store(self) -> Store:
        """The database."""
        ...

    @property
    def used(self) -> VaultKey:
        """The key that opened it."""
        ...

    def renew(
        self,
        login: Login,
        paper: str,
        record: Callable[[Store, str], None],
        progress: Progress,
    ) -> None:
        """Let an account in by a new passphrase, and replace the used key by a new paper key.

        One rotation: the used key opens nothing afterwards.

        Args:
            login: The account, known or new, and its passphrase.
            paper: The public half of the new paper key.
            record: Writes what it means, given the account's new public key.
            progress: Told parts of one; what it raises cancels.

        Raises:
            TcdeskError: As for ``KeyRing.remove``.
        """
        ...

    def renew_backups(self, progress: Progress) -> None:
        """Make a verified backup and then delete every older one on this disk.

        Raises:
            WorldFailedError: The disk failed; the older ones stay.
        """
        ...

    def close(self) -> None:
        """Close the vault and let it go."""
        ...
