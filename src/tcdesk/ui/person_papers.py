"""The papers of one person, from a menu of the file: print of the file, certificate, form."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QCheckBox, QMenu

from tcdesk.domain.enrolments import Episode
from tcdesk.domain.ids import PersonId
from tcdesk.domain.people import Person
from tcdesk.domain.staff import Action as Right
from tcdesk.services.access_record import AccessRecords
from tcdesk.services.certificates import Certificates
from tcdesk.services.desk import Desk
from tcdesk.services.file_print import SHARED, FilePrints
from tcdesk.services.instrument_forms import InstrumentForms
from tcdesk.services.programmes import ProgrammeFile
from tcdesk.services.workplace import Workplace
from tcdesk.ui.certificate_form import CertificateForm
from tcdesk.ui.fields import Choice
from tcdesk.ui.forms import Form
from tcdesk.ui.message import Message
from tcdesk.ui.page import Page
from tcdesk.ui.paper_dialog import Leaving, PaperDialog, show_leaving


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """Whose papers: the person, their stays in programmes, and the programmes there are."""

    person: Person
    episodes: Sequence[Episode]
    programmes: Sequence[ProgrammeFile]


class PersonPapers:
    """Asks and previews, over the page of the file."""

    def __init__(
        self, page: Page, desk: Desk, place: Workplace, whose: Callable[[], Whose | None]
    ) -> None:
        self._page = page
        self._desk = desk
        self._place = place
        self._whose = whose

    def offer(self) -> None:
        """Open the menu."""
        self.menu().popup(QCursor.pos())

    def menu(self) -> QMenu:
        """Give the papers that the role allows."""
        words = self._page.kit.words
        menu = QMenu(self._page)
        menu.setAccessibleName(words("person-papers"))
        if self._desk.may(Right.PRINT_SHEETS) and self._desk.may(Right.SEE_NOTES):
            menu.addAction(words("person-paper-file"), self.file)
        if self._desk.may(Right.PRINT_SHEETS):
            menu.addAction(words("person-paper-certificate"), self.certificate)
        if self._desk.may(Right.ACCESS_RECORD):
            menu.addSeparator()
            menu.addAction(words("access-record"), self.access_record)
        return menu

    def file(self) -> None:
        """Ask which parts of the file are to be printed."""
        whose = self._whose()
        if whose is None:
            return
        page, person = self._page, whose.person.id
        files = FilePrints(self._desk, page.kit.words, self._place.paper)
        page.kit.jobs.run(
            page,
            lambda: files.parts(person),
            done=partial(self._ask_parts, files, person),
            failed=page.tell,
            lane="reader",
        )

    def certificate(self) -> None:
        """Ask what a certificate is to say."""
        whose, page = self._whose(), self._page
        if whose is None:
            return
        words = page.kit.words
        known = {one.programme.id: one.programme for one in whose.programmes}
        stays = sorted(whose.episodes, key=lambda one: one.from_date, reverse=True)
        if not stays:
            page.say(
                Message(
                    text=words("certificate-never-in"), next_step=words("certificate-never-in.next")
                )
            )
            return
        choices = {
            one.programme: known[one.programme].name_sl
            if words.language == "sl"
            else known[one.programme].name_en
            for one in stays
        }
        form = CertificateForm(
            page.kit,
            Certificates(self._desk, words, self._place.paper),
            [Choice(code=code, label=name) for code, name in choices.items()],
            stays[0].from_date,
            people=(whose.person,),
        )
        self._open(
            words("person-paper-certificate"), form.form, form.ready, words("certificate-why")
        )

    def form(self, instrument: str) -> None:
        """Preview a questionnaire as an empty form for the person."""
        whose, page = self._whose(), self._page
        if whose is None:
            return
        person, words = whose.person.id, page.kit.words
        forms = InstrumentForms(
            self._desk, self._place.resources / "instruments", words, self._place.paper
        )
        leaving = Leaving(
            title=words("paper-form-title"),
            draw=lambda: forms.draw(instrument, person),
            left=lambda way: forms.left(instrument, person, way),
        )
        show_leaving(page.kit, page, leaving, page.tell)

    def access_record(self) -> None:
        """Preview everything that is held about the person."""
        whose, page = self._whose(), self._page
        if whose is None:
            return
        person, words = whose.person.id, page.kit.words
        records = AccessRecords(self._desk, words, self._place.paper)

        def left(way: str) -> None:
            if way == "show":
                records.made(person)
            else:
                records.left(person, way)

        leaving = Leaving(
            title=words("paper-access-title"), draw=lambda: records.draw(person), left=left
        )
        show_leaving(page.kit, page, leaving, page.tell)

    def _ask_parts(self, files: FilePrints, person: PersonId, parts: Mapping[str, str]) -> None:
        words = self._page.kit.words
        form = Form()
        boxes: dict[str, QCheckBox] = {}
        for key, title in parts.items():
            boxes[key] = QCheckBox(title)
            boxes[key].setChecked(key != SHARED)
            form.add_whole(boxes[key])

        def ready() -> Leaving:
            chosen = {key for key, box in boxes.items() if box.isChecked()}
            return Leaving(
                title=words("paper-file-title"),
                draw=lambda: files.draw(person, chosen),
                left=lambda way: files.left(person, way),
            )

        self._open(words("person-paper-file"), form, ready, words("person-paper-file.why"))

    def _open(self, title: str, form: Form, ready: Callable[[], Leaving | None], why: str) -> None:
        page = self._page
        PaperDialog(page.kit, page.window(), title=title, form=form, ready=ready, why=why).open()
