"""Where somebody was when the window was locked: kept in the vault, given back only to them.

It is a draft row of the page ``window`` (decisions 10), taken out again when it is read.
"""

from dataclasses import dataclass, field

from tcdesk.bundle.canonical import decode, encode
from tcdesk.domain.notes import Draft
from tcdesk.services.desk import Desk

WINDOW = "window"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page of the window, and the id of what it showed."""

    page: str
    target: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Resume:
    """Keeps and gives back the place of the account at the desk; every role has one."""

    desk: Desk

    def keep(self, place: Place) -> None:
        """Keep where this account is."""
        desk = self.desk
        with desk.writing(None) as work:
            work.save_draft(
                Draft(
                    id=desk.ids.new(),
                    account=desk.actor.account,
                    page=WINDOW,
                    entity=WINDOW,
                    base_version=0,
                    payload=encode({"page": place.page, "target": place.target}).decode(),
                    cursor=0,
                    saved_at=desk.moment(),
                )
            )

    def take(self) -> Place | None:
        """Give back where this account was, once."""
        desk = self.desk
        with desk.writing(None) as work:
            kept = work.draft(desk.actor.account, WINDOW, WINDOW)
            if kept is None:
                return None
            work.drop_draft(desk.actor.account, WINDOW, WINDOW)
        told = decode(kept.payload.encode())
        if not isinstance(told, dict):
            return None
        page, target = told.get("page"), told.get("target")
        if not isinstance(page, str) or not isinstance(target, str | None):
            return None
        return Place(page=page, target=target)
