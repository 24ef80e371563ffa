"""»Skupnost«: waiting, phases in days, pauses, roles, what was said and agreed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.domain.community import CommunityEvent, PhaseDecision, RoleStay, Suspension
from tcdesk.domain.ids import PersonId
from tcdesk.domain.programmes import Phase
from tcdesk.domain.staff import Action
from tcdesk.services.community import Community, CommunityFile, StayCommunity
from tcdesk.services.desk import Desk
from tcdesk.services.participants import PersonFile
from tcdesk.services.programmes import ProgrammeFile, Programmes
from tcdesk.services.removals import Removals
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card, clear
from tcdesk.ui.community_forms import EventForm, PauseForm, RoleForm, WaitingForm
from tcdesk.ui.form_beside import FormBeside
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, chip, label
from tcdesk.ui.people_words import activity_name, period_word
from tcdesk.ui.person_forms import phase_label
from tcdesk.ui.person_part import PersonPart
from tcdesk.ui.table import EmptyState


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One line of a card: what, when, and what can be done with it."""

    what: str
    when: str
    acts: Sequence[tuple[str, Callable[[], None]]] = ()
    strong: bool = False


class CommunityPart(PersonPart):
    """Cards of the newest stay first; forms open beside them."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(kit, desk, place)
        self._community = Community(desk, place.resources)
        self._programmes = Programmes(desk)
        self._removals = Removals(desk)
        self._may_write = desk.may(Action.WRITE_NOTES)
        self._may_edit = desk.may(Action.EDIT_PEOPLE)
        self._person: PersonId | None = None
        self._file: CommunityFile | None = None
        self._offered: Sequence[ProgrammeFile] = ()
        words = kit.words
        self.wait = button(words("waiting-set"))
        self.wait.clicked.connect(self.begin_waiting)
        self.pause = button(words("pause-begin"))
        self.pause.clicked.connect(partial(self.begin_pause, None))
        self.role = button(words("role-give"))
        self.role.clicked.connect(self.begin_role)
        self.add = button(words("event-add"), "primary")
        self.add.clicked.connect(self.begin_event)
        self.beside = FormBeside()
        self.beside.saved.connect(self.saved)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addStretch(1)
        for press in (self.wait, self.pause, self.role, self.add):
            head.addWidget(press)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.beside, 1)

    @property
    def stay(self) -> StayCommunity | None:
        """The stay that goes on, if there is one."""
        stays = self._file.stays if self._file else ()
        return next((one for one in stays if one.episode.to_date is None), None)

    @override
    def show_file(self, file: PersonFile) -> None:
        person, day = file.person.id, file.day
        if person != self._person:
            self.put_away()
        self._person = person

        def read() -> tuple[CommunityFile, Sequence[ProgrammeFile]]:
            return self._community.of(person, day=day), self._programmes.all()

        def show(told: tuple[CommunityFile, Sequence[ProgrammeFile]]) -> None:
            if self._person == person:
                self._file, self._offered = told
                self._draw()

        self.kit.jobs.run(self, read, done=show, failed=self.failed.emit, lane="reader")

    @override
    def put_away(self) -> None:
        self.beside.close_form()
        self._person, self._file = None, None

    def begin_waiting(self) -> None:
        """Open the form of the waiting list."""
        if self._person is not None:
            form = WaitingForm(self.kit, self._community, self._person, self._offered)
            self.beside.open_form(form)

    def begin_pause(self, pause: Suspension | None) -> None:
        """Open the form that begins a pause, or ends one."""
        if self.stay is not None:
            self.beside.open_form(PauseForm(self.kit, self._community, self.stay, pause))

    def begin_role(self) -> None:
        """Open the form of a new role."""
        if self.stay is not None:
            self.beside.open_form(RoleForm(self.kit, self._community, self.stay, None))

    def begin_event(self) -> None:
        """Open the form of a new event."""
        if self.stay is not None:
            self.beside.open_form(EventForm(self.kit, self._community, self.stay, None))

    def _draw(self) -> None:
        clear(self.beside.cards)
        file, stay = self._file, self.stay
        resting = stay is not None and any(one.to_date is None for one in stay.pauses)
        self.wait.setVisible(self._may_edit and bool(self._offered))
        self.pause.setVisible(self._may_write and stay is not None and not resting)
        self.role.setVisible(self._may_write and stay is not None and bool(stay.roles_offered))
        self.add.setVisible(self._may_write and stay is not None)
        if file is None or not (file.stays or file.waiting):
            words = self.kit.words
            empty = EmptyState(words("community-none"), words("community-none.next"), "", None)
            self.beside.cards.addWidget(empty, 1)
            return
        if file.waiting:
            self._show_waiting(file)
        for one in file.stays:
            self._show_stay(one)
        self.beside.cards.addStretch(1)

    def _show_waiting(self, file: CommunityFile) -> None:
        words = self.kit.words
        lines = []
        for stay, programme in file.waiting:
            name = activity_name(words, programme.name_sl, programme.name_en)
            told = f"{name}: {words(f'waiting-status-{stay.status.value}')}"
            lines.append(
                _Line(
                    what=f"{told}. {stay.reason}" if stay.reason else told,
                    when=period_word(words, stay.from_date, stay.to_date),
                    strong=stay.to_date is None and not stay.status.over,
                )
            )
        self._card(words("waiting-list"), lines)

    def _show_stay(self, stay: StayCommunity) -> None:
        words, programme = self.kit.words, stay.programme
        name = activity_name(words, programme.name_sl, programme.name_en)
        when = period_word(words, stay.episode.from_date, stay.episode.to_date)
        days = [
            _Line(what=phase_label(self.kit, phase), when=words("phase-days", count=number))
            for phase, number in stay.days
        ]
        if days:
            said = words("phase-returns", count=stay.returns)
            self._card(f"{name}, {when}", days, beside=said if stay.returns else "")
        decided = [
            _Line(what=self._decision(one, phase), when=words.date(day))
            for one, phase, day in stay.decisions
        ]
        self._card(words("phase-decisions"), decided)
        self._card(words("pause-list"), [self._pause(one) for one in stay.pauses])
        self._card(words("role-list"), [self._role(stay, one) for one in stay.roles])
        self._card(words("event-list"), [self._event(stay, one) for one in stay.events])
        if stay.ended is not None:
            ended = stay.ended
            told = words(f"decided-by-{ended.decided_by.value}")
            lines = [_Line(what=words("exit-told", who=told), when="")]
            lines += [
                _Line(what=text, when="") for text in (ended.remark, ended.without_release) if text
            ]
            self._card(words("exit-list"), lines)

    def _decision(self, decision: PhaseDecision, phase: Phase) -> str:
        words = self.kit.words
        told = words(f"phase-{decision.direction.value}")
        unmet = decision.unmet.replace("\n", ", ")
        parts = [
            f"{told}: {phase_label(self.kit, phase)}",
            words("phase-decided", team=decision.team),
            decision.reason,
            words("phase-unmet", what=unmet) if unmet else "",
        ]
        return " · ".join(part for part in parts if part)

    def _pause(self, pause: Suspension) -> _Line:
        words = self.kit.words
        told = words(f"pause-reason-{pause.reason.value}")
        acts = []
        if pause.to_date is None and self._may_write and self.stay is not None:
            acts.append((words("pause-end"), partial(self.begin_pause, pause)))
        return _Line(
            what=f"{told}: {pause.note}" if pause.note else told,
            when=period_word(words, pause.from_date, pause.to_date),
            acts=acts,
            strong=pause.to_date is None,
        )

    def _role(self, stay: StayCommunity, role: RoleStay) -> _Line:
        words = self.kit.words
        name = activity_name(words, role.role_sl, role.role_en)
        parts = [part for part in (name, role.sector, role.reason) if part]
        acts: list[tuple[str, Callable[[], None]]] = []
        if self._may_write and role.to_date is None:
            form = partial(RoleForm, self.kit, self._community, stay, role)
            acts.append((words("role-end"), lambda: self.beside.open_form(form())))
        if self._may_write:
            removal = partial(self._removals.role, role.id)
            acts.append((words("remove"), lambda: self.removeAsked.emit(removal)))
        return _Line(
            what=" · ".join(parts),
            when=period_word(words, role.from_date, role.to_date),
            acts=acts,
            strong=role.to_date is None,
        )

    def _event(self, stay: StayCommunity, known: tuple[CommunityEvent, int]) -> _Line:
        words, event = self.kit.words, known[0]
        told = f"{words(f'event-kind-{event.kind.value}')}: {event.text}"
        if event.done_on is not None:
            told += f" · {words('plan-step-done-on', day=event.done_on)}"
        elif event.due is not None:
            told += f" · {words('plan-by', day=event.due)}"
        acts: list[tuple[str, Callable[[], None]]] = []
        if self._may_write:
            form = partial(EventForm, self.kit, self._community, stay, known)
            removal = partial(self._removals.event, event.id)
            acts = [
                (words("plan-edit"), lambda: self.beside.open_form(form())),
                (words("remove"), lambda: self.removeAsked.emit(removal)),
            ]
        return _Line(what=told, when=words.date(event.day), acts=acts)

    def _card(self, title: str, lines: Sequence[_Line], *, beside: str = "") -> None:
        if not lines:
            return
        card = Card(title, beside=chip(beside, "warn") if beside else None)
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for row, line in enumerate(lines):
            grid.addWidget(label(line.what, "strong" if line.strong else "", wrap=True), row, 0)
            grid.addWidget(label(line.when, "small"), row, 1)
            for place, (text, act) in enumerate(line.acts):
                press = button(text, "link")
                press.setAccessibleDescription(line.what)
                press.clicked.connect(lambda _on=False, act=act: act())
                grid.addWidget(press, row, 2 + place)
        card.body.addWidget(holder)
        self.beside.cards.addWidget(card)
