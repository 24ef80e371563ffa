"""A participant's file: head line, Časovnica, Vključitve in faze, Osebni podatki."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabWidget, QVBoxLayout
from typing_extensions import override

from tcdesk.domain.caseload import OutOfScopeError
from tcdesk.domain.dated import holds_on
from tcdesk.domain.ids import PersonId
from tcdesk.domain.staff import Action as Deed
from tcdesk.domain.staff import Staff
from tcdesk.services.assessments import Assessments
from tcdesk.services.desk import Desk
from tcdesk.services.enrolments import Enrolments, EpisodeFile
from tcdesk.services.key_workers import InCharge, KeyWorkers
from tcdesk.services.lines import PersonSummary
from tcdesk.services.participants import Participants, PersonFile
from tcdesk.services.programmes import ProgrammeFile, Programmes
from tcdesk.services.removals import Removals
from tcdesk.services.undo import Change, Undo
from tcdesk.services.workplace import Workplace
from tcdesk.ui.apart_dialog import ApartDialog
from tcdesk.ui.fields import DayField
from tcdesk.ui.form_dialog import FormDialog
from tcdesk.ui.icons import Icon
from tcdesk.ui.jobs import Changed
from tcdesk.ui.key_worker_form import KeyWorkerForm
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.message import Message, Tone
from tcdesk.ui.page import Action, Page
from tcdesk.ui.people_target import PeopleTarget
from tcdesk.ui.person_enrolments import EnrolmentsTab
from tcdesk.ui.person_head import PersonHead
from tcdesk.ui.person_history import HistoryTab
from tcdesk.ui.person_identity import IdentityTab
from tcdesk.ui.person_instruments import InstrumentsTab
from tcdesk.ui.person_papers import PersonPapers, Whose
from tcdesk.ui.person_part import PersonPart
from tcdesk.ui.person_parts import PARTS
from tcdesk.ui.person_target import PersonAt
from tcdesk.ui.person_timeline import TimelineTab
from tcdesk.ui.undoing import remove, say_saved

TOPICS = frozenset({"people", "sessions", "notes", "programmes", "assessments"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Everything the page shows, as of ``day``."""

    asked: PersonId  # another than the file's where two files were merged
    day: date
    file: PersonFile = field(repr=False)
    episodes: Sequence[EpisodeFile]
    summary: PersonSummary
    programmes: Sequence[ProgrammeFile]
    in_charge: InCharge | None = None

    @property
    def in_programme(self) -> EpisodeFile | None:
        """The stay that holds on the day."""
        return next((one for one in self.episodes if holds_on(one.episode, self.day)), None)


class PersonPage(Page):
    """The file of one participant, now or as of another day."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        words = kit.words
        super().__init__(
            kit,
            key="person",
            title=words("person-title"),
            icon=Icon.PERSON,
            topics=TOPICS.union(*(one.topics for one in PARTS)),
        )
        self._people = Participants(desk)
        self._enrolments = Enrolments(desk)
        self._programmes = Programmes(desk)
        self._may_edit = desk.may(Deed.EDIT_PEOPLE)
        self._desk = desk
        self._place = place
        self._person: PersonId | None = None
        self._looked = False
        self._opened_at: float | None = None
        self.seen: Seen | None = None
        self.as_of = DayField(kit, kit.clock.today())
        self.as_of.setAccessibleName(words("person-as-of"))
        self.head = PersonHead(kit)
        self._workers = KeyWorkers(desk)
        self._band = QFrame()
        self._band_text = label("", wrap=True)
        self.timeline = TimelineTab(kit, self._people)
        self.enrolments = EnrolmentsTab(
            kit, self._enrolments, place.resources / "programmes", may_edit=self._may_edit
        )
        self.identity = IdentityTab(kit, self._people, may_edit=self._may_edit)
        self.history = HistoryTab(kit, desk, may_edit=self._may_edit)
        self.instruments = InstrumentsTab(kit, Assessments(desk, place.resources / "instruments"))
        self.parts: Mapping[str, PersonPart] = {
            one.key: one.make(kit, desk, place) for one in PARTS if desk.may(one.allowed)
        }
        self._papers = PersonPapers(self, desk, place, self._whose)
        self.tabs = QTabWidget()
        self._keys: list[str] = []
        self._lay_out()
        self.as_of.editingFinished.connect(self._change_day)
        self.timeline.sessionAsked.connect(lambda one: self.wanted.emit("session", one))
        for failed in (self.timeline.failed, self.history.failed, self.identity.failed):
            failed.connect(self.tell)
        for tab in (self.enrolments, self.identity):
            tab.saved.connect(partial(say_saved, self, desk))
            tab.removeAsked.connect(partial(remove, self, desk))
        self.identity.fileRemoveAsked.connect(self._remove_file)
        self.history.backAsked.connect(self._take_back)
        self.instruments.formAsked.connect(self._papers.form)
        self.instruments.saved.connect(lambda text: self.say(Message(text=text, tone=Tone.SUCCESS)))
        self.instruments.failed.connect(self.tell)
        self.instruments.wanted.connect(lambda: self.tabs.setCurrentWidget(self.instruments))
        for part in self.parts.values():
            part.saved.connect(partial(say_saved, self, desk))
            part.failed.connect(self.tell)
            part.asked.connect(partial(self.tabs.setCurrentWidget, part))
            part.wanted.connect(self.wanted)
            part.removeAsked.connect(partial(remove, self, desk))
        self.tabs.currentChanged.connect(lambda _place: self._draw_tab())
        kit.privacy.changed.connect(self._draw)
        kit.theme.changed.connect(self._draw)

    @override
    def actions_shown(self) -> tuple[Action, ...]:
        if self.seen is None:
            return ()
        words = self.kit.words
        status = Action(text=words("person-status-change"), do=self.begin_status)
        charge = Action(text=words("key-worker-ask"), do=self.begin_key_worker)
        apart = Action(text=words("apart-ask"), do=self.show_apart)
        record = (Action(text=words("person-papers"), do=self._papers.offer, icon=Icon.PRINT),)
        if not self._may_edit:
            return record if self._desk.may(Deed.PRINT_SHEETS) else ()
        flag = Action(text=words("flag-raise"), do=self.begin_flag, icon=Icon.RISK)
        if self.seen.in_programme is not None or not self.seen.programmes:
            return (*record, flag, apart, charge, status)
        again = "person-enrol.again" if self.seen.episodes else "person-enrol"
        return (
            *record,
            flag,
            apart,
            charge,
            status,
            Action(text=words(again), do=self.begin_entry, icon=Icon.ADD_PERSON, primary=True),
        )

    @override
    def show_target(self, target: object) -> None:
        tab = ""
        if isinstance(target, PersonAt):
            tab, target = target.tab, target.person
        if not isinstance(target, str):
            return
        self.save_draft()
        if target != self._person:
            self.seen = None
            self.identity.close_forms()
            self.enrolments.close_form()
            self.timeline.forget()
            for part in self.parts.values():
                part.put_away()
            self.tabs.setCurrentIndex(0)
            self.as_of.set_value(self.kit.clock.today())
        if tab in self._keys:
            self.tabs.setCurrentIndex(self._keys.index(tab))
        self._person = PersonId(target)
        self._looked = False  # another visit is another look, and on record

    @override
    def refresh(self) -> None:
        person, day = self._person, self.as_of.value() or self.kit.clock.today()
        if person is None:
            return
        look, self._looked = not self._looked, True
        if look:
            self._opened_at = self.kit.clock.monotonic()
        self.kit.jobs.run(
            self,
            lambda: self._read(person, day, look=look),
            done=self._show,
            failed=lambda error: self._refused(person, error),
            lane="writer" if look else "reader",
        )

    @override
    def save_draft(self) -> None:
        """Keep what is being filled in, and put on record how long the file was open."""
        self.instruments.save_draft()
        for part in self.parts.values():
            part.save_draft()
        person, since = self._person, self._opened_at
        self._opened_at = None
        if person is not None and since is not None:
            seconds = round(self.kit.clock.monotonic() - since)
            self._looked = False
            self.kit.jobs.run(
                self, lambda: self._people.leave(person, seconds=seconds), failed=self.tell
            )

    def begin_key_worker(self) -> None:
        """Ask who is in charge of the case from now on."""
        seen, workers = self.seen, self._workers
        if seen is None:
            return
        person = seen.file.person.id

        def show(choices: Sequence[Staff]) -> None:
            form = KeyWorkerForm(self.kit, workers, person, choices, seen.in_charge)
            form.saved.connect(lambda text: self.say(Message(text=text, tone=Tone.SUCCESS)))
            FormDialog(self.window(), form, self.kit.words("key-worker-change")).open()

        self.kit.jobs.run(self, workers.choices, done=show, failed=self.tell, lane="reader")

    def show_apart(self) -> None:
        """Show from whom the person is kept apart."""
        if self.seen is not None:
            dialog = ApartDialog(self.kit, self.window(), self._desk, self.seen.file.person.id)
            dialog.said.connect(lambda text: self.say(Message(text=text, tone=Tone.SUCCESS)))
            dialog.open()

    def _refused(self, person: PersonId, error: Exception) -> None:
        """Say why a file is not shown; one that is not in one's care shows nothing."""
        if isinstance(error, OutOfScopeError) and person == self._person:
            self._close_file()
        self.tell(error)

    def _close_file(self) -> None:
        """Take the file away: the one at the desk may not see it any more."""
        self._person = self.seen = self._opened_at = None
        self.wanted.emit("people", PeopleTarget())

    def _remove_file(self) -> None:
        person = self._person
        if person is not None:
            self.save_draft()
            remove(self, self._desk, lambda: Removals(self._desk).person(person), self._leave)

    def _leave(self) -> None:
        self._person = self.seen = None
        self.wanted.emit("people", None)

    def _take_back(self, change: Change) -> None:
        def take_back() -> Changed[None]:
            Undo(self._desk).take_back(change)
            return Changed(None, frozenset({"people"}))

        self.kit.jobs.run(
            self,
            take_back,
            done=lambda _none: say_saved(self, self._desk, self.kit.words("history-undone")),
            failed=self.tell,
        )

    def _whose(self) -> Whose | None:
        """Give whose papers can be printed."""
        if self.seen is None:
            return None
        return Whose(
            person=self.seen.file.person,
            episodes=[one.episode for one in self.seen.episodes],
            programmes=self.seen.programmes,
        )

    def begin_status(self) -> None:
        """Open the form for a new legal status."""
        self.tabs.setCurrentWidget(self.identity)
        self.identity.begin_status()

    def begin_flag(self) -> None:
        """Ask for a new risk flag."""
        self.tabs.setCurrentWidget(self.identity)
        self.identity.flags.begin()

    def begin_entry(self) -> None:
        """Open the form for an entry into a programme."""
        self.tabs.setCurrentWidget(self.enrolments)
        self.enrolments.begin_entry()

    def _read(self, person: PersonId, day: date, *, look: bool) -> Seen:
        read = self._people.open if look else self._people.glance
        return Seen(
            asked=person,
            day=day,
            file=read(person, day=day),
            episodes=self._enrolments.of(person),
            summary=self._people.summary(person, day=day),
            programmes=self._programmes.all(),
            in_charge=self._workers.of(person, day=day),
        )

    def _lay_out(self) -> None:
        words = self.kit.words
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.head, 1)
        named = label(words("person-as-of"), "muted")
        named.setBuddy(self.as_of)
        top.addWidget(named)
        top.addWidget(self.as_of)
        self._band.setProperty("role", "message")
        self._band.setProperty("tone", "info")
        back = button(words("person-as-of-other.back"), "link")
        back.clicked.connect(self._back_to_today)
        band = QHBoxLayout(self._band)
        band.setContentsMargins(12, 6, 12, 6)
        band.addWidget(self._band_text, 1)
        band.addWidget(back)
        self._band.hide()
        for key, tab in (
            ("timeline", self.timeline),
            ("enrolments", self.enrolments),
            *self.parts.items(),
            ("instruments", self.instruments),
            ("identity", self.identity),
            ("history", self.history),
        ):
            self.tabs.addTab(tab, words(f"person-tab-{key}"))
            self._keys.append(key)
        self.tabs.setDocumentMode(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.instruments.band)
        column.addLayout(top)
        column.addWidget(self._band)
        column.addWidget(self.tabs, 1)

    def _show(self, seen: Seen) -> None:
        if seen.asked != self._person:
            return  # the answer to a question about somebody who is no longer shown
        self._person, self.seen = seen.file.person.id, seen
        self._draw()
        self.actionsChanged.emit()

    def _draw(self) -> None:
        seen = self.seen
        if seen is None:
            return
        person = seen.file.person
        self.set_title(self.kit.privacy.name(person.full_name, person.code))
        self.head.show_file(seen.file, seen.in_programme, seen.in_charge)
        other = seen.day != self.kit.clock.today()
        self._band.setVisible(other)
        self._band_text.setText(self.kit.words("person-as-of-other", day=seen.day))
        self.enrolments.show_file(person, seen.episodes, seen.programmes)
        self.identity.show_file(seen.file)
        self.instruments.show_file(person, seen.day)
        self._draw_tab()

    def _draw_tab(self) -> None:
        """Show the person in the tab that is on the screen; the others ask for nothing."""
        seen, tab = self.seen, self.tabs.currentWidget()
        if seen is None:
            return
        if isinstance(tab, PersonPart):
            tab.show_file(seen.file)
        elif tab is self.history:
            self.history.show_person(seen.file.person)
        elif tab is self.timeline:
            # The next session is told of today only: from a past day on it has long been held.
            other = seen.day != self.kit.clock.today()
            self.timeline.show_file(
                seen.file, replace(seen.summary, next=None) if other else seen.summary
            )

    def _change_day(self) -> None:
        day = self.as_of.value()
        if day is None:
            self._back_to_today()
        elif self.seen is not None and day != self.seen.day:
            self.refresh()

    def _back_to_today(self) -> None:
        self.as_of.set_value(self.kit.clock.today())
        self.refresh()
