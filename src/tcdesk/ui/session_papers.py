"""The papers of a session: its sheet at once, or a menu once there are minutes to print too."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from tcdesk.domain.ids import SessionId
from tcdesk.domain.staff import Action as Right
from tcdesk.services.desk import Desk
from tcdesk.services.minutes_paper import MinutesPapers
from tcdesk.services.sheets import Sheets
from tcdesk.services.workplace import Workplace
from tcdesk.ui.keyed import Keyed
from tcdesk.ui.page import Page
from tcdesk.ui.paper_dialog import Leaving, show_leaving
from tcdesk.ui.sheet_print import print_sheet


class SessionPapers:
    """Previews, over the page of a session."""

    def __init__(self, page: Page, desk: Desk, place: Workplace) -> None:
        self._page = page
        self._desk = desk
        self._place = place

    def print(self, session: SessionId, keyed: Keyed | None) -> None:
        """Preview the sheet; ask which paper where the shared note is signed."""
        minutes = keyed is not None and keyed.minutes_signed
        if minutes and self._desk.may(Right.SEE_NOTES):
            self.menu(session).popup(QCursor.pos())
        else:
            self.sheet(session)

    def menu(self, session: SessionId) -> QMenu:
        """Give both papers to choose from."""
        words = self._page.kit.words
        menu = QMenu(self._page)
        menu.setAccessibleName(words("session-print"))
        offered: Sequence[tuple[str, partial[None]]] = (
            (words("session-paper-sheet"), partial(self.sheet, session)),
            (words("paper-minutes-title"), partial(self.minutes, session)),
        )
        for text, do in offered:
            menu.addAction(text, do)
        menu.setActiveAction(menu.actions()[0])
        return menu

    def sheet(self, session: SessionId) -> None:
        """Preview the sheet."""
        words = self._page.kit.words
        print_sheet(self._page, Sheets(self._desk, words, self._place.paper), session)

    def minutes(self, session: SessionId) -> None:
        """Preview the minutes."""
        words = self._page.kit.words
        minutes = MinutesPapers(self._desk, words, self._place.paper)
        leaving = Leaving(
            title=words("paper-minutes-title"),
            draw=lambda: minutes.draw(session),
            left=lambda way: minutes.left(session, way),
        )
        show_leaving(self._page.kit, self._page, leaving, self._page.tell)
