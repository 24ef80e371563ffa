"""The one table of pages: which there are, where, and what a role must be allowed to see them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tcdesk.domain.staff import Action
from tcdesk.services.access import Installation
from tcdesk.services.desk import Desk
from tcdesk.services.workplace import Workplace
from tcdesk.ui.audit import AuditPage
from tcdesk.ui.exchange import ExchangePage
from tcdesk.ui.exchange_office import OfficeExchangePage
from tcdesk.ui.imports import ImportsPage
from tcdesk.ui.kit import Kit
from tcdesk.ui.note_search import NoteSearchPage
from tcdesk.ui.page import Page
from tcdesk.ui.people import PeoplePage
from tcdesk.ui.person import PersonPage
from tcdesk.ui.reports import ReportsPage
from tcdesk.ui.schedule import SchedulePage
from tcdesk.ui.session import SessionPage
from tcdesk.ui.sessions import SessionsPage
from tcdesk.ui.settings import SettingsPage
from tcdesk.ui.today import TodayPage
from tcdesk.ui.units import UnitsPage

UNIT = frozenset({Installation.UNIT})
OFFICE = frozenset({Installation.OFFICE})
BOTH = UNIT | OFFICE


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One page. ``allowed``: any of these actions opens it; none at all means everybody."""

    key: str
    make: Callable[[Kit, Desk, Workplace], Page]
    where: frozenset[Installation]
    allowed: frozenset[Action] = frozenset()
    navigation: bool = True


_DAILY = frozenset({Action.SEE_PEOPLE, Action.SEE_SCHEDULE, Action.BACKUP})
_EXCHANGES = frozenset({Action.EXPORT, Action.MANAGE_UNIT})

PAGES: Sequence[Entry] = (
    Entry(key="today", make=TodayPage, where=UNIT, allowed=_DAILY),
    Entry(key="people", make=PeoplePage, where=UNIT, allowed=frozenset({Action.SEE_PEOPLE})),
    Entry(
        key="person",
        make=PersonPage,
        where=UNIT,
        allowed=frozenset({Action.SEE_PEOPLE}),
        navigation=False,
    ),
    Entry(
        key="schedule",
        make=SchedulePage,
        where=UNIT,
        allowed=frozenset({Action.SEE_SCHEDULE}),
    ),
    Entry(
        key="sessions",
        make=SessionsPage,
        where=UNIT,
        allowed=frozenset({Action.SEE_NOTES}),
    ),
    Entry(
        key="session",
        make=SessionPage,
        where=UNIT,
        allowed=frozenset({Action.SEE_SCHEDULE}),  # who may not see notes sees the roster alone
        navigation=False,
    ),
    Entry(
        key="search",
        make=NoteSearchPage,
        where=UNIT,
        allowed=frozenset({Action.SEE_NOTES}),
        navigation=False,
    ),
    Entry(key="units", make=UnitsPage, where=OFFICE, allowed=frozenset({Action.SEE_REPORTS})),
    Entry(key="imports", make=ImportsPage, where=OFFICE, allowed=frozenset({Action.IMPORT})),
    Entry(key="reports", make=ReportsPage, where=BOTH, allowed=frozenset({Action.SEE_REPORTS})),
    Entry(key="exchange", make=ExchangePage, where=UNIT, allowed=_EXCHANGES),
    Entry(key="exchange", make=OfficeExchangePage, where=OFFICE, allowed=_EXCHANGES),
    Entry(key="audit", make=AuditPage, where=BOTH, allowed=frozenset({Action.SEE_AUDIT})),
    Entry(key="settings", make=SettingsPage, where=BOTH),
)


def pages_for(desk: Desk, installation: Installation) -> Sequence[Entry]:
    """Choose the pages of an installation that the account at the desk may see."""
    return [
        entry
        for entry in PAGES
        if installation in entry.where
        and (not entry.allowed or any(desk.may(action) for action in entry.allowed))
    ]
