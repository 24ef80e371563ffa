"""A new participant: search before create. Who may be the same person stands beside the form."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypedDict, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.identifiers import LONGEST_IDENTIFIER, IdentifierKind, check_identifier
from tcdesk.domain.notes import Draft
from tcdesk.domain.people import LegalStatus, Person, PersonKind, Sex
from tcdesk.services.desk import Desk
from tcdesk.services.lines import Similar
from tcdesk.services.notes import Notes
from tcdesk.services.participants import NewPerson, Participants
from tcdesk.ui.beside import Beside
from tcdesk.ui.card import Card, clear
from tcdesk.ui.fields import ChoiceField, DayField, LineField
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.message import Message, Tone
from tcdesk.ui.people_words import born_word
from tcdesk.ui.person_fields import IdentityFields, day_error, status_choices
from tcdesk.ui.small_form import press_or

PAGE, ENTITY = "people", "new"
PAUSE = 200  # ms of silence before similar people are looked for
KEEP_AFTER = 2000  # ms of silence before the draft is kept


class _Typed(TypedDict):
    family: str
    given: str
    birth: str
    sex: str | None
    kind: str | None
    status: str | None
    since: str
    register: str
    emso: str


class NewPersonForm(QWidget):
    """Asks for the least that a file needs; what is typed is kept as a draft."""

    leftAsked = Signal()
    openAsked = Signal(object)  # PersonId: it is somebody who has a file
    created = Signal(object)  # PersonId
    said = Signal(Message)

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__()
        words = kit.words
        self._kit = kit
        self._people = Participants(desk)
        self._notes = Notes(desk)
        self._similar: Sequence[Similar] = ()
        self._touched = False
        self.fields = IdentityFields(kit)
        self.status = ChoiceField(blank=words("people-new-choose"))
        self.since = DayField(kit, kit.clock.today())
        self.fields.add(words("people-new-status"), self.status, wide=False)
        self.fields.add(words("people-new-since"), self.since, wide=False)
        self.register = LineField(longest=LONGEST_IDENTIFIER)
        self.emso = LineField(longest=LONGEST_IDENTIFIER)
        self.fields.add(words("people-new-register"), self.register, wide=False)
        self.fields.add(words("people-new-emso"), self.emso, wide=False)
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.save = button(words("people-new-save"), "primary")
        self.save.setToolTip(words("people-new-save.help"))
        self.cancel = button(words("shell-cancel"))
        self.similar = Card(words("people-new-similar"))
        self._look = self._timer(PAUSE, self._look_for_similar)
        self._keep = self._timer(KEEP_AFTER, self.keep_draft)
        self._lay_out()
        self._offer_statuses()
        self._show_similar(())
        self.save.clicked.connect(self._create)
        self.cancel.clicked.connect(self._leave)
        self.fields.sex.changed.connect(self._offer_statuses)
        self.fields.kind.changed.connect(self._offer_statuses)
        for changed in (
            self.fields.changed,
            self.status.changed,
            self.since.changed,
            self.register.changed,
            self.emso.changed,
        ):
            changed.connect(self._on_changed)

    def begin(self, words: str, born: date | None) -> None:
        """Begin with what was searched for, or go on with the draft that is kept."""
        family, _, given = words.partition(" ")
        self._fill(
            _Typed(
                family=family[:1].upper() + family[1:],
                given=given[:1].upper() + given[1:],
                birth=self._kit.words.date(born) if born else "",
                sex=None,
                kind=PersonKind.CUSTODY.value,
                status=None,
                since=self._kit.words.date(self._kit.clock.today()),
                register="",
                emso="",
            )
        )
        self._touched = False
        self.fields.family.setFocus(Qt.FocusReason.OtherFocusReason)
        self._kit.jobs.run(
            self,
            lambda: self._notes.draft(PAGE, ENTITY),
            done=self._go_on,
            lane="reader",
        )

    def keep_draft(self) -> None:
        """Keep what is typed, if anything was typed since the last time."""
        self._keep.stop()
        if not self._touched:
            return
        self._touched = False
        payload = json.dumps(self._typed())

        def keep() -> Changed[None]:
            self._notes.keep_draft(PAGE, ENTITY, payload, 0)
            return Changed(None, frozenset({"drafts"}))

        self._kit.jobs.run(self, keep)

    def _lay_out(self) -> None:
        form = Card()
        form.body.addWidget(self.fields)
        form.body.addWidget(self.error)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        row.addStretch(1)
        form.body.addSpacing(8)
        form.body.addLayout(row)
        form.body.addStretch(1)
        form.setMinimumWidth(420)
        self.similar.setMinimumWidth(280)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Beside(form, self.similar, shares=(3, 2)))

    def _timer(self, pause: int, do: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(do)
        return timer

    def _typed(self) -> _Typed:
        return _Typed(
            family=self.fields.family.text(),
            given=self.fields.given.text(),
            birth=self.fields.birth.text(),
            sex=self.fields.sex.value(),
            kind=self.fields.kind.value(),
            status=self.status.value(),
            since=self.since.text(),
            register=self.register.text(),
            emso=self.emso.text(),
        )

    def _fill(self, typed: _Typed) -> None:
        self.fields.family.set_value(typed["family"])
        self.fields.given.set_value(typed["given"])
        self.fields.birth.setText(typed["birth"])
        self.fields.sex.set_value(typed["sex"])
        self.fields.kind.set_value(typed["kind"])
        self.status.set_value(typed["status"])
        self.since.setText(typed["since"])
        self.register.set_value(typed.get("register", ""))
        self.emso.set_value(typed.get("emso", ""))
        self.fields.set_errors({})
        self.error.hide()

    def _go_on(self, draft: Draft | None) -> None:
        if draft is None or self._touched:
            return
        self._fill(cast("_Typed", json.loads(draft.payload)))
        self._touched = False
        words = self._kit.words
        self.said.emit(
            Message(
                text=words("people-new-restored"),
                action=words("people-new-discard"),
                act=self._discard,
            )
        )

    def _discard(self) -> None:
        self._forget()
        self.begin("", None)

    def _leave(self) -> None:
        """Leave without a new file; what was typed can be brought back."""
        typed, blank = self._typed(), not (self.fields.family.value() or self.fields.given.value())
        self._forget()
        self.leftAsked.emit()
        if blank:
            return
        words = self._kit.words

        def bring_back() -> None:
            self._fill(typed)
            self._touched = True
            self.keep_draft()

        self.said.emit(
            Message(text=words("people-new-left"), action=words("people-new-keep"), act=bring_back)
        )

    def _forget(self) -> None:
        self._keep.stop()
        self._touched = False

        def drop() -> Changed[None]:
            self._notes.drop_draft(PAGE, ENTITY)
            return Changed(None, frozenset({"drafts"}))

        self._kit.jobs.run(self, drop)

    def _on_changed(self) -> None:
        self._touched = True
        self.error.hide()
        self._look.start()
        self._keep.start()

    def _offer_statuses(self) -> None:
        sex = Sex(self.fields.sex.value() or Sex.MALE)
        self.status.set_choices(status_choices(self._kit, sex))
        custody = self.fields.kind.value() == PersonKind.CUSTODY.value
        self.fields.set_shown(self.status, shown=custody)
        self.fields.set_shown(self.since, shown=custody)
        self.fields.set_shown(self.register, shown=custody)
        self.fields.set_shown(self.emso, shown=self.fields.asks_birth)

    def _look_for_similar(self) -> None:
        new = self._new()
        if new is None:
            self._show_similar(())
            return
        self._kit.jobs.run(
            self, lambda: self._people.similar(new), done=self._show_similar, lane="reader"
        )

    def _new(self) -> NewPerson | None:
        """Give what can be looked for or created; None while something is missing."""
        fields, birth = self.fields, self.fields.birth.value()
        if not fields.family.value() or not fields.given.value():
            return None
        if birth is None and fields.asks_birth:
            return None
        custody = fields.kind.value() == PersonKind.CUSTODY.value
        status = self.status.value() if custody else None
        return NewPerson(
            given_name=fields.given.value(),
            family_name=fields.family.value(),
            birth_date=birth if fields.asks_birth else None,
            sex=Sex(fields.sex.value() or Sex.MALE),
            kind=PersonKind(fields.kind.value() or PersonKind.CUSTODY),
            status=LegalStatus(status) if status else None,
            status_from=self.since.value() if status else None,
            numbers=[(kind, field.value()) for kind, field in self._numbers() if field.value()],
        )

    def _numbers(self) -> Sequence[tuple[IdentifierKind, LineField]]:
        """Give the numbers that the chosen kind of file asks for."""
        numbers = ((IdentifierKind.REGISTER, self.register), (IdentifierKind.EMSO, self.emso))
        return [(kind, field) for kind, field in numbers if not field.isHidden()]

    def _show_similar(self, people: Sequence[Similar]) -> None:
        self._similar = people
        words = self._kit.words
        clear(self.similar.body)
        if people:
            text = words("people-new-similar-found", count=len(people))
            self.similar.body.addWidget(label(text, wrap=True))
        else:
            for text in (words("people-new-similar-none"), words("people-new-similar-none.next")):
                self.similar.body.addWidget(label(text, "muted", wrap=True))
        for person in people:
            self.similar.body.addWidget(self._one_similar(person))
        self.similar.body.addStretch(1)
        self.save.setText(words("people-new-save.other" if people else "people-new-save"))

    def _one_similar(self, similar: Similar) -> QWidget:
        kit, words, person = self._kit, self._kit.words, similar.person
        name = button(kit.privacy.name(person.full_name, person.code), "link")
        born = kit.privacy.fact(born_word(words, person.birth_date, kit.clock.today()))
        name.setAccessibleDescription(f"{person.code}, {born}")
        name.clicked.connect(lambda: self.openAsked.emit(person.id))
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        column.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
        told = label(words("finding-born", code=person.code, day=born), "small")
        told.setContentsMargins(5, 0, 0, 0)
        column.addWidget(told)
        why = label(words(f"similar-{similar.why.value}"), "small", wrap=True)
        why.setContentsMargins(5, 0, 0, 0)
        column.addWidget(why)
        return made

    def _create(self) -> None:
        errors = dict(self.fields.wrong())
        custody = self.fields.kind.value() == PersonKind.CUSTODY.value
        if custody:
            errors |= self._wrong_status()
        new = self._new()
        if new is not None:
            errors |= self._wrong_numbers(new)
        if not self.fields.set_errors(errors) or new is None:
            return
        shown = {one.person.id for one in self._similar}

        def create() -> Changed[Person | None]:
            """Create unless somebody similar was not on the screen when the button was pressed."""
            if {one.person.id for one in self._people.similar(new)} - shown:
                return Changed(None, frozenset())
            person = self._people.create(new)
            self._notes.drop_draft(PAGE, ENTITY)
            return Changed(person, frozenset({"people", "drafts"}))

        self.save.setEnabled(False)
        self._kit.jobs.run(self, create, done=self._created, failed=self._failed)

    def _wrong_status(self) -> Mapping[QWidget, str]:
        """Say what is wrong with the legal status; who is in custody has one."""
        words, since, born = self._kit.words, self.since.value(), self.fields.birth.value()
        errors: dict[QWidget, str] = {}
        if not self.status.value():
            errors[self.status] = words("field-missing")
        if error := day_error(self._kit, self.since, latest=self._kit.clock.today()):
            errors[self.since] = error
        elif since is not None and born is not None and since < born:
            errors[self.since] = words("rule-status-before-birth")
        return errors

    def _wrong_numbers(self, new: NewPerson) -> Mapping[QWidget, str]:
        """Say what is wrong with the numbers typed."""
        errors: dict[QWidget, str] = {}
        for kind, field in self._numbers():
            if field.value():
                try:
                    check_identifier(kind, field.value(), new.birth_date, new.sex)
                except RuleBrokenError as error:
                    errors[field] = " ".join(self._kit.trouble.tell(error))
        return errors

    def _created(self, person: Person | None) -> None:
        self.save.setEnabled(True)
        if person is None:
            self._look_for_similar()
            return
        self._keep.stop()
        self._touched = False
        self.created.emit(person.id)
        words, sex = self._kit.words, person.sex.value.lower()
        self.said.emit(
            Message(
                text=words("people-new-saved", code=person.code, sex=sex),
                next_step=words("people-new-saved.next", sex=sex),
                tone=Tone.SUCCESS,
            )
        )

    def _failed(self, error: Exception) -> None:
        self.save.setEnabled(True)
        self.error.setText(" ".join(self._kit.trouble.tell(error)))
        self.error.show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            press_or(self._create)
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
