"""Sitting down at a vault: what happens between the passphrase and the first page."""

from dataclasses import dataclass
from pathlib import Path

from tcdesk.services.access import Access, Identification, identification
from tcdesk.services.accounts import must_change
from tcdesk.services.desk import Desk
from tcdesk.services.resume import Place, Resume
from tcdesk.services.unit_settings import USUAL_MINUTES, UnitSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class SatDown:
    """An open vault with what the window must know of it before it is drawn."""

    desk: Desk
    told: Identification
    lock_minutes: int
    place: Place | None
    must_change: bool


def sit_down(access: Access, folder: Path, login: str, passphrase: str) -> SatDown:
    """Unlock, and read what the window begins with; runs in the writer lane.

    Raises:
        TcdeskError: As ``Access.unlock``.
    """
    desk = access.unlock(folder, login, passphrase)
    try:
        return look_around(desk)
    except BaseException:
        desk.vault.close()
        raise


def look_around(desk: Desk) -> SatDown:
    """Read what the window begins with.

    Of whoever must change the passphrase first nothing else is asked: it would be refused.
    """
    due = must_change(desk)
    return SatDown(
        desk=desk,
        told=identification(desk),
        lock_minutes=USUAL_MINUTES if due else UnitSettings(desk).lock_minutes(),
        place=None if due else Resume(desk).take(),
        must_change=due,
    )
