"""The schedule on paper and as a calendar file: chosen from a menu, asked and put on record."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from tcdesk.domain.ids import ProgrammeId
from tcdesk.domain.staff import Action as Right
from tcdesk.services.calendar_file import CalendarFile
from tcdesk.services.desk import Desk
from tcdesk.services.schedule_papers import SchedulePaper, SchedulePapers
from tcdesk.services.workplace import Workplace
from tcdesk.ui.decision import decide
from tcdesk.ui.message import Message, Tone
from tcdesk.ui.page import Page
from tcdesk.ui.paper_preview import Way, show_paper
from tcdesk.ui.saved_file import SaveFailedError, ask_path, save_whole

MONTHS = timedelta(days=183)  # how far ahead the calendar file reaches
AskPath = Callable[[QWidget, str, str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The part of the schedule on the screen, which its papers are about.

    ``monday`` begins the week, ``day`` is the day shown or the first of several; ``programme`` is
    the one that is shown alone.
    """

    monday: date
    day: date
    programme: ProgrammeId | None


def ask_calendar(parent: QWidget, title: str, name: str) -> str:
    """Let the person choose where the calendar file goes."""
    return ask_path(parent, title, name, "iCalendar (*.ics)")


class ScheduleLeaving:
    """The ways in which the schedule leaves the vault."""

    def __init__(
        self,
        page: Page,
        desk: Desk,
        place: Workplace,
        shown: Callable[[], Part],
        *,
        ask: AskPath = ask_calendar,
    ) -> None:
        self._page = page
        self._shown = shown
        self._desk = desk
        self._place = place
        self._ask = ask

    def offer(self) -> None:
        """Open the menu."""
        self.menu().popup(QCursor.pos())

    def menu(self) -> QMenu:
        """Give the ways that the role allows."""
        words = self._page.kit.words
        menu = QMenu(self._page)
        menu.setAccessibleName(words("schedule-papers"))
        menu.addAction(words("schedule-paper-week"), self.week)
        if self._desk.may(Right.PRINT_SHEETS):
            menu.addAction(words("schedule-paper-movement", day=self._shown().day), self.movement)
        menu.addSeparator()
        menu.addAction(words("schedule-calendar"), partial(self.calendar, codes=False))
        if self._desk.may(Right.SEE_PEOPLE):
            menu.addAction(words("schedule-calendar-codes"), partial(self.calendar, codes=True))
        return menu

    def week(self) -> None:
        """Preview the plan of the week."""
        shown = self._shown()
        self._preview(
            SchedulePaper.PLAN,
            lambda papers: papers.week(shown.monday, programme=shown.programme),
            self._page.kit.words("schedule-paper-week"),
        )

    def movement(self) -> None:
        """Preview who goes where on the day."""
        day = self._shown().day
        self._preview(
            SchedulePaper.MOVEMENT,
            lambda papers: papers.movement(day),
            self._page.kit.words("paper-movement-title"),
        )

    def calendar(self, *, codes: bool) -> None:
        """Save one's own sessions as a calendar file, after asking."""
        words = self._page.kit.words
        decide(
            self._page.kit,
            self._page,
            partial(self._choose_place, codes=codes),
            question=words("schedule-calendar-ask"),
            explanation=words("schedule-calendar-ask.why"),
            yes=words("schedule-calendar-ask.yes"),
            danger=True,
        )

    def _preview(
        self, what: SchedulePaper, draw: Callable[[SchedulePapers], bytes], title: str
    ) -> None:
        page, place = self._page, self._place

        def papers() -> SchedulePapers:
            return SchedulePapers(self._desk, page.kit.words, place.paper, place.resources)

        def left(way: Way) -> None:
            page.kit.jobs.run(page, lambda: papers().left(what, way.value), failed=page.tell)

        show_paper(page.kit, page, lambda: draw(papers()), title=title, failed=page.tell, left=left)

    def _choose_place(self, *, codes: bool) -> None:
        page, first = self._page, self._page.kit.clock.today()
        name = f"tcdesk-{first.isoformat()}.ics"
        path = self._ask(page, page.kit.words("schedule-calendar"), name)
        if not path:
            return
        calendar = CalendarFile(self._desk, page.kit.words)
        page.kit.jobs.run(
            page,
            lambda: calendar.make(first, first + MONTHS, codes=codes),
            done=partial(self._write, calendar, path),
            failed=page.tell,
            lane="reader",
        )

    def _write(self, calendar: CalendarFile, path: str, content: bytes) -> None:
        page = self._page
        try:
            save_whole(path, content)
        except SaveFailedError as error:
            page.tell(error)
            return
        page.kit.jobs.run(page, calendar.left, failed=page.tell)
        page.say(Message(text=page.kit.words("shell-saved"), tone=Tone.SUCCESS))
