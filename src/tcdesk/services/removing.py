"""Removing an account, step by step: its key goes, then the old backups that it still opens.

AskRemoval ─ remove ─> Removed ─ renew ─> Renewed
"""

from dataclasses import dataclass, field

from tcdesk.domain.staff import Account
from tcdesk.services.accounts import Accounts
from tcdesk.services.closed import AtStake
from tcdesk.services.key_ring import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRemoval:
    """Nothing is changed yet; ``stake``: the closed notes that the account can open."""

    account: Account
    person: str = field(default="", repr=False)
    stake: AtStake = field(default_factory=AtStake)


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """The account opens the vault no more; the backups of earlier days it still opens."""

    login: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewed:
    """One new backup stands in the place of the older ones on this disk."""

    login: str


State = AskRemoval | Removed | Renewed


@dataclass(frozen=True, slots=True)
class Removing:
    """Makes the states."""

    accounts: Accounts

    def remove(self, state: AskRemoval, progress: Progress) -> Removed:
        """Take the account's key away; until its commit point it can be cancelled.

        Raises:
            TcdeskError: As for ``Accounts.remove``.
        """
        self.accounts.remove(state.account.id, progress)
        return Removed(login=state.account.login)

    def renew(self, state: Removed, progress: Progress) -> Renewed:
        """Make a new backup and delete the older ones.

        Raises:
            WorldFailedError: The disk failed; it can be tried again.
        """
        self.accounts.renew_backups(progress)
        return Renewed(login=state.login)
