"""»Odpust«: what is arranged for the time after release, with whom, and the letters."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.domain.ids import PersonId
from tcdesk.domain.release import Answer, ReleaseBody, Reminder
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.participants import PersonFile
from tcdesk.services.release_papers import ReleasePapers
from tcdesk.services.releases import ReleaseFile, Releases
from tcdesk.services.removals import Removals
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card, clear
from tcdesk.ui.decision import decide
from tcdesk.ui.form_beside import FormBeside
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, chip, label
from tcdesk.ui.paper_preview import Way, show_paper
from tcdesk.ui.person_part import PersonPart
from tcdesk.ui.release_forms import RELEASE, TEXTS, BodyForm, ReleaseDayForm, ReleaseForm
from tcdesk.ui.table import EmptyState

_TONES = {Answer.ACCEPTED: "success", Answer.REFUSED: "warn"}


class ReleasePart(PersonPart):
    """The open plan with its bodies; earlier ones below it."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(kit, desk, place)
        self._releases = Releases(desk)
        self._removals = Removals(desk)
        self._may_write = desk.may(Action.WRITE_NOTES)
        self._person: PersonId | None = None
        self._files: Sequence[ReleaseFile] = ()
        words = kit.words
        self._told = QHBoxLayout()
        self.close_plan = button(words("release-close"))
        self.close_plan.clicked.connect(self._ask_close)
        self.edit = button(words("release-edit"))
        self.edit.clicked.connect(self.begin_edit)
        self.add = button(words("release-body-add"), "primary")
        self.add.clicked.connect(self.begin_body)
        self.beside = FormBeside()
        self.beside.saved.connect(self.saved)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addStretch(1)
        for press in (self.close_plan, self.edit, self.add):
            head.addWidget(press)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        told = QHBoxLayout()
        told.addLayout(self._told)
        told.addStretch(1)
        column.addLayout(head)
        column.addLayout(told)  # a row of its own: at 150 % there is no room beside the buttons
        column.addWidget(self.beside, 1)

    @property
    def shown(self) -> ReleaseFile | None:
        """The plan that is open."""
        return next((one for one in self._files if one.plan.closed_on is None), None)

    @override
    def show_file(self, file: PersonFile) -> None:
        person = file.person.id
        if person != self._person:
            self.put_away()
        self._person = person

        def show(files: Sequence[ReleaseFile]) -> None:
            if self._person == person:
                self._files = files
                self._draw()

        self.kit.jobs.run(
            self,
            lambda: self._releases.of(person),
            done=show,
            failed=self.failed.emit,
            lane="reader",
        )

    @override
    def put_away(self) -> None:
        self.beside.close_form()
        self._person, self._files = None, ()

    def begin(self) -> None:
        """Open the form of a new plan."""
        if self._person is not None:
            self.beside.open_form(ReleaseDayForm(self.kit, self._releases, self._person))

    def begin_edit(self) -> None:
        """Open the form of what is arranged."""
        if self.shown is not None:
            self.beside.open_form(ReleaseForm(self.kit, self._releases, self.shown))

    def begin_body(self) -> None:
        """Open the form of a new body."""
        if self.shown is not None:
            self.beside.open_form(BodyForm(self.kit, self._releases, self.shown.plan, None))

    def show_letter(self, body: str) -> None:
        """Preview the letter to a body."""
        kit = self.kit

        def papers() -> ReleasePapers:
            return ReleasePapers(self.desk, kit.words, self.place.paper)

        def left(way: Way) -> None:
            kit.jobs.run(self, lambda: papers().left(body, way.value), failed=self.failed.emit)

        show_paper(
            kit,
            self,
            lambda: papers().letter(body),
            title=kit.words("release-letter"),
            failed=self.failed.emit,
            left=left,
        )

    def _draw(self) -> None:
        clear(self.beside.cards)
        clear(self._told)
        words, file = self.kit.words, self.shown
        for press in (self.close_plan, self.edit, self.add):
            press.setVisible(self._may_write and file is not None)
        if file is None:
            can = self._may_write
            empty = EmptyState(
                words("release-none"),
                words("release-none.next") if can else "",
                words("release-begin"),
                self.begin if can else None,
            )
            self.beside.cards.addWidget(empty, 1)
        else:
            self._tell(file)
            self.beside.cards.addWidget(self._arranged(file))
            for body, version in file.bodies:
                self.beside.cards.addWidget(self._body(file, body, version))
        for old in self._files:
            if old is not file:
                self.beside.cards.addWidget(self._arranged(old))
        self.beside.cards.addStretch(1)

    def _tell(self, file: ReleaseFile) -> None:
        words = self.kit.words
        left = (file.plan.release_on - self.kit.clock.today()).days
        told = words("release-in", count=left) if left >= 0 else words("release-past")
        self._told.addWidget(chip(words("release-on", day=file.plan.release_on)))
        self._told.addWidget(chip(told, "warn" if file.missing is Reminder.OVER else ""))
        if file.missing is not None:
            self._told.addWidget(chip(words(f"reminder-{file.missing.value}"), "warn"))

    def _arranged(self, file: ReleaseFile) -> Card:
        words, plan = self.kit.words, file.plan
        closed = chip(words("release-closed-on", day=plan.closed_on)) if plan.closed_on else None
        card = Card(words("release-on", day=plan.release_on), beside=closed)
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(TEXTS):
            text = str(getattr(plan, name))
            grid.addWidget(label(words(f"release-{name}"), "small", wrap=True), row, 0)
            said = label(text or words("release-open"), "" if text else "muted", wrap=True)
            grid.addWidget(said, row, 1)
        told = words.date(plan.told_overdose) if plan.told_overdose else words("release-open")
        grid.addWidget(label(words("release-overdose"), "small", wrap=True), len(TEXTS), 0)
        grid.addWidget(label(told, "" if plan.told_overdose else "muted"), len(TEXTS), 1)
        card.body.addWidget(holder)
        return card

    def _body(self, file: ReleaseFile, body: ReleaseBody, version: int) -> Card:
        words = self.kit.words
        answer = chip(words(f"answer-{body.answer.value}"), _TONES.get(body.answer, ""))
        card = Card(body.name, beside=answer)
        card.body.addWidget(label(words(f"body-kind-{body.kind.value}"), "small"))
        if body.appointment is not None:
            hour = words.time(body.start) if body.start is not None else ""
            when = " ".join(
                part for part in (words.date(body.appointment), hour, body.place) if part
            )
            card.body.addWidget(label(words("release-appointment", when=when), "strong", wrap=True))
        for text in (body.asked_for, body.contact):
            if text:
                card.body.addWidget(label(text, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(12)
        acts = [("release-letter", partial(self.show_letter, body.id))]
        if self._may_write:
            acts += [
                ("plan-edit", partial(self._edit_body, file, body, version)),
                ("remove", partial(self._remove_body, body.id)),
            ]
        for name, act in acts:
            press = button(words(name), "link")
            press.setAccessibleDescription(body.name)
            press.clicked.connect(lambda _on=False, act=act: act())
            row.addWidget(press)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _edit_body(self, file: ReleaseFile, body: ReleaseBody, version: int) -> None:
        self.beside.open_form(BodyForm(self.kit, self._releases, file.plan, (body, version)))

    def _remove_body(self, body: str) -> None:
        self.removeAsked.emit(lambda: self._removals.body(body))

    def _ask_close(self) -> None:
        words = self.kit.words
        decide(
            self.kit,
            self,
            self._close,
            question=words("release-close-ask"),
            explanation=words("release-close-ask.why"),
            yes=words("release-close"),
        )

    def _close(self) -> None:
        file = self.shown
        if file is None:
            return

        def close() -> Changed[None]:
            self._releases.close(file.plan.id, expected=file.version)
            return Changed(None, RELEASE)

        self.kit.jobs.run(
            self,
            close,
            done=lambda _none: self.saved.emit(self.kit.words("release-closed")),
            failed=self.failed.emit,
        )
