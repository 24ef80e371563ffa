"""The papers of a group: its attendance list over some weeks, and certificates of its members."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from tcdesk.domain.ids import ProgrammeId
from tcdesk.domain.people import Person
from tcdesk.services.attendance_list import AttendanceLists
from tcdesk.services.certificates import Certificates
from tcdesk.services.desk import Desk
from tcdesk.services.lines import GroupLine
from tcdesk.services.schedule import Schedule
from tcdesk.services.workplace import Workplace
from tcdesk.ui.certificate_form import CertificateForm
from tcdesk.ui.fields import Choice, DayField
from tcdesk.ui.forms import Form
from tcdesk.ui.message import Message
from tcdesk.ui.page import Page
from tcdesk.ui.paper_dialog import Leaving, PaperDialog


class GroupPapers:
    """Asks and previews, over the page of the schedule."""

    def __init__(self, page: Page, desk: Desk, place: Workplace) -> None:
        self._page = page
        self._desk = desk
        self._place = place

    def attendance(self, line: GroupLine) -> None:
        """Ask for the period of an attendance list: from the first of the month till today."""
        kit, words = self._page.kit, self._page.kit.words
        today = kit.clock.today()
        first, last = DayField(kit, today.replace(day=1)), DayField(kit, today)
        form = Form()
        form.add_row(
            words("paper-period"),
            ((words("paper-period-first"), first), (words("paper-period-last"), last)),
        )

        def ready() -> Leaving | None:
            since, until = first.value(), last.value()
            errors: dict[QWidget, str] = {
                first: "" if since and until else words("plan-day-missing")
            }
            if not form.set_errors(errors) or since is None or until is None:
                return None
            lists = AttendanceLists(self._desk, words, self._place.paper)
            return Leaving(
                title=words("paper-list-title"),
                draw=lambda: lists.draw(line.id, since, until),
                left=lambda way: lists.left(line.id, since, until, way),
            )

        self._open(words("groups-list-of", name=line.name), form, ready=ready)

    def certificates(self, line: GroupLine) -> None:
        """Ask what certificates of a group's members are to say; of those who attended."""
        kit = self._page.kit
        certificates = Certificates(self._desk, kit.words, self._place.paper)
        today = kit.clock.today()

        def ask() -> tuple[Sequence[Person], date, ProgrammeId]:
            group = Schedule(self._desk).group(line.id)
            people = certificates.members(line.id, group.from_date, today)
            return people, group.from_date, group.programme

        def show(found: tuple[Sequence[Person], date, ProgrammeId]) -> None:
            people, first, programme = found
            words = kit.words
            if not people:
                self._page.say(
                    Message(
                        text=words("certificate-nobody-yet"),
                        next_step=words("certificate-nobody-yet.next"),
                    )
                )
                return
            asked = CertificateForm(
                kit,
                certificates,
                [Choice(code=programme, label=line.programme)],
                first,
                people=people,
                group=line.id,
            )
            title = words("groups-certificates-of", name=line.name)
            self._open(title, asked.form, ready=asked.ready, why=words("certificate-why"))

        kit.jobs.run(self._page, ask, done=show, failed=self._page.tell, lane="reader")

    def _open(
        self, title: str, form: Form, *, ready: Callable[[], Leaving | None], why: str = ""
    ) -> None:
        page = self._page
        PaperDialog(page.kit, page.window(), title=title, form=form, ready=ready, why=why).open()
