"""Saving what a damaged vault still holds into a new vault, and putting it on record there."""

from pathlib import Path

from tcdesk.services.access import Access
from tcdesk.services.key_ring import Progress
from tcdesk.services.rescued import Rescued
from tcdesk.services.streams import begin_epochs


def rescue_vault(
    access: Access, folder: Path, out: Path, login: str, passphrase: str, progress: Progress
) -> Rescued:
    """Save every readable record; the new vault opens with the same passphrases.

    What is lost was perhaps sent already, so the new vault begins new epochs like a restored one.

    Raises:
        TcdeskError: As ``Vaults.rescue`` and ``Access.unlock``.
    """
    saved = access.vaults.rescue(folder, login, passphrase, out, progress)
    desk = access.unlock(out, login, passphrase)
    try:
        with desk.vault.store.writing(desk.actor) as work:
            work.audit(
                "vault.rescue",
                detail={
                    "lost": sum(saved.lost.values()),
                    "loose": sum(saved.loose.values()),
                },
            )
            begin_epochs(work, desk.ids)
    finally:
        access.lock(desk)
    return saved
