"""An open vault with somebody at it: what every service works with."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass

from tcdesk.domain.errors import PersonCanMendError
from tcdesk.domain.staff import Account, Action, check_may, may
from tcdesk.services.ids import IdMaker
from tcdesk.services.ports import Clock
from tcdesk.services.store import Actor, Reading, Work
from tcdesk.services.vaults import OpenVault


class PassphraseDueError(PersonCanMendError):
    """Somebody else knows the passphrase: until it is changed nothing else can be done."""

    code = "passphrase-due"


@dataclass(frozen=True, slots=True)
class Desk:
    """The open vault, who sits at it, the clock and fresh ids."""

    vault: OpenVault
    actor: Actor
    clock: Clock
    ids: IdMaker

    def may(self, action: Action) -> bool:
        """Say whether the person at the desk may do something; windows ask this too."""
        return may(self.actor.role, action)

    def check(self, action: Action | None) -> None:
        """Ask the matrix before anything is done that asks no question of the vault.

        Raises:
            NotAllowedError: The role does not include it.
            PassphraseDueError: The passphrase must be changed first.
        """
        with self.reading(action):
            pass

    @contextmanager
    def reading(self, action: Action | None) -> Generator[Reading]:
        """Open a snapshot of what the one at the desk may see, for an action of the role.

        Args:
            action: What it is for; None for what every role may.

        Raises:
            NotAllowedError: The role does not include it.
            PassphraseDueError: The passphrase must be changed first.
        """
        if action is not None:
            check_may(self.actor.role, action)
        with self.vault.store.reading(self.actor) as facts:
            self._check_passphrase(facts)
            yield facts

    @contextmanager
    def writing(self, action: Action | None) -> Generator[Work]:
        """Open a unit of work for an action of the role; it changes only what may be seen.

        Args:
            action: What it is for; None for what every role may.

        Raises:
            NotAllowedError: The role does not include it.
            PassphraseDueError: The passphrase must be changed first.
        """
        if action is not None:
            check_may(self.actor.role, action)
        with self.vault.store.writing(self.actor) as work:
            self._check_passphrase(work)
            yield work

    def _check_passphrase(self, facts: Reading) -> None:
        """Let whoever came by a passphrase that was handed over do nothing but change it."""
        if any(one.must_change for one in facts.find(Account, id=self.actor.account)):
            raise PassphraseDueError

    def moment(self) -> str:
        """Give the present moment as it is stored."""
        return self.clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")
