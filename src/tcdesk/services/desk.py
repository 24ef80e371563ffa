"""An open vault with somebody at it: what every service works with."""

from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from tcdesk.domain.staff import Action, check_may, may
from tcdesk.services.ids import IdMaker
from tcdesk.services.ports import Clock
from tcdesk.services.store import Actor, Reading, Work
from tcdesk.services.vaults import OpenVault


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

    @contextmanager
    def reading(self, action: Action) -> Generator[Reading]:
        """Open a snapshot for an action that the role includes.

        Raises:
            NotAllowedError: The role does not include it.
        """
        check_may(self.actor.role, action)
        with self.vault.store.reading() as facts:
            yield facts

    def writing(self, action: Action) -> AbstractContextManager[Work]:
        """Open a unit of work for an action that the role includes.

        Raises:
            NotAllowedError: The role does not include it.
        """
        check_may(self.actor.role, action)
        return self.vault.store.writing(self.actor)

    def moment(self) -> str:
        """Give the present moment as it is stored."""
        return self.clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")
