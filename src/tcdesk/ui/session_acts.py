"""What the page of a session does at once, beside its drafts: the roster, head counts."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tcdesk.domain.head_counts import Band
from tcdesk.domain.ids import PersonId, SessionId
from tcdesk.services.desk import Desk
from tcdesk.services.head_counts import HeadCounts
from tcdesk.services.sessions import Sessions
from tcdesk.ui.jobs import Changed
from tcdesk.ui.page import Page

Numbers = Mapping[Band, int]
CHANGED = frozenset({"sessions"})


def one_above_other(panel: QWidget, heads: QWidget) -> QWidget:
    """Give the left half of the page: the roster, and below it what is only counted."""
    left = QWidget()
    column = QVBoxLayout(left)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(panel, 1)
    column.addWidget(heads)
    return left


def change_roster(
    page: Page, desk: Desk, session: SessionId, person: PersonId, *, added: bool
) -> None:
    """Add a guest to a session, or leave a member out of it."""

    def change() -> Changed[None]:
        Sessions(desk).change_roster(session, person, added=added)
        return Changed(None, CHANGED)

    page.kit.jobs.run(page, change, failed=page.tell)


def count_heads(
    page: Page, desk: Desk, session: SessionId, numbers: Numbers, seen: Numbers
) -> None:
    """Record numbers; what is refused is said, and what the vault has is shown again."""

    def count() -> Changed[Numbers]:
        return Changed(HeadCounts(desk).record(session, numbers, seen), CHANGED)

    def failed(error: Exception) -> None:
        page.tell(error)
        page.refresh()

    page.kit.jobs.run(page, count, failed=failed)
