"""Udeleženci: the list with search as you type and the chosen one beside it; a new participant."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.domain.ids import PersonId
from tcdesk.domain.staff import Action as Deed
from tcdesk.domain.staff import Scope
from tcdesk.services.desk import Desk
from tcdesk.services.lines import PeopleOrder, PeopleQuestion, PersonLine
from tcdesk.services.participants import Participants, question
from tcdesk.services.people_import import BatchLine, PeopleImport
from tcdesk.services.workplace import Workplace
from tcdesk.ui.asked import asked
from tcdesk.ui.beside import Beside
from tcdesk.ui.emergency import EmergencyDialog
from tcdesk.ui.fields import LineField
from tcdesk.ui.flag_words import marked, marks_told
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.page import Action, Page
from tcdesk.ui.people_import import import_wizard
from tcdesk.ui.people_target import PeopleTarget
from tcdesk.ui.people_words import line_status, programme_word
from tcdesk.ui.person_beside import PersonBeside
from tcdesk.ui.person_new import NewPersonForm
from tcdesk.ui.rows import PAGE, Column, Order, Portion, Rows
from tcdesk.ui.table import Table

PAUSE = 120  # ms of silence before the list is asked for again


class PeoplePage(Page):
    """People whom the unit's programmes serve."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        self._place = place
        words = kit.words
        super().__init__(
            kit,
            key="people",
            title=words("people-title"),
            icon=Icon.PARTICIPANTS,
            topics=frozenset({"people"}),
        )
        self._people = Participants(desk)
        self._kept: PersonId | None = None
        self._awaited: PeopleQuestion | None = None  # asked; the list still answers an older one
        self._then: Callable[[], None] | None = None  # a key that waits for the answer
        self._may_edit = desk.may(Deed.EDIT_PEOPLE)
        self.search = LineField()
        self.search.setPlaceholderText(words("people-search"))
        self.search.setAccessibleName(words("people-search"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.in_programme = button(
            words("people-in-programme"), "chip", help_text=words("people-in-programme.help")
        )
        self.in_programme.setCheckable(True)
        self._desk = desk
        self._own_only = desk.actor.scope is Scope.OWN
        self.mine = button(words("people-mine"), "chip", help_text=words("people-mine.help"))
        self.mine.setCheckable(True)
        self.mine.setVisible(not self._own_only)  # for whom sees nobody else it says nothing
        self.count = label("", "muted")
        self._rows = Rows(self._columns(), words, self)
        self.table: Table[PersonLine] = Table(
            self._rows,
            name=words("people-list"),
            empty=words("people-none"),
            empty_next=words("people-none.next"),
            empty_action=words("people-new"),
            act=self.begin_new if self._may_edit else None,
        )
        self.beside = PersonBeside(kit, desk)
        self.form = NewPersonForm(kit, desk)
        self._stack = QStackedWidget()
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._connect()

    @override
    def actions_shown(self) -> tuple[Action, ...]:
        if self._stack.currentWidget() is self.form:
            return ()
        emergency = Action(
            text=self.kit.words("emergency-ask"), do=self.ask_emergency, icon=Icon.WARN
        )
        beyond = (emergency,) if self._own_only else ()
        if not self._may_edit:
            return beyond
        imports = Action(
            text=self.kit.words("people-import"), do=self.begin_import, icon=Icon.IMPORT
        )
        return (
            *beyond,
            *(() if self._own_only else (imports,)),
            Action(
                text=self.kit.words("people-new"),
                do=self.begin_new,
                icon=Icon.ADD_PERSON,
                primary=True,
                shortcut="Ctrl+N",
            ),
        )

    @override
    def show_target(self, target: object) -> None:
        if not isinstance(target, PeopleTarget):
            return
        if target.new and self._may_edit:
            self.begin_new()
            return
        self._end_new()
        if target.emergency:
            self.ask_emergency(target.emergency)
            return
        self.search.set_value(target.text)
        self.in_programme.setChecked(target.in_programme)

    @override
    def refresh(self) -> None:
        self._ask()

    @override
    def save_draft(self) -> None:
        self.form.keep_draft()

    def begin_new(self) -> None:
        """Show the form for a new participant, with what was searched for in it."""
        words, born = asked(self.search.value())
        self.form.begin(words, born)
        self._show_part(self.form, self.kit.words("people-new"))

    def begin_import(self) -> None:
        """Open the wizard that takes people out of a spreadsheet."""
        people = PeopleImport(self._desk, self.kit.words)

        def show(earlier: Sequence[BatchLine]) -> None:
            import_wizard(self.kit, self.window(), self._desk, self._place, earlier).open()

        self.kit.jobs.run(self, people.batches, done=show, failed=self.tell, lane="reader")

    def ask_emergency(self, typed: str = "") -> None:
        """Ask for the file of somebody who is not in one's care."""
        dialog = EmergencyDialog(self.kit, self.window(), self._desk, typed)
        dialog.opened.connect(lambda person: self._open(PersonId(person)))
        dialog.open()

    def _end_new(self) -> None:
        self._show_part(self._list, self.kit.words("people-title"))

    def _show_part(self, part: QWidget, title: str) -> None:
        self._stack.setCurrentWidget(part)
        self.set_title(title)
        self.actionsChanged.emit()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(12)
        self.search.setMinimumWidth(240)
        bar.addWidget(self.search, 1)
        bar.addWidget(self.mine)
        bar.addWidget(self.in_programme)
        bar.addWidget(self.count)
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(bar)
        self.table.setMinimumSize(600, 240)  # every column in full
        column.addWidget(Beside(self.table, self.beside, shares=(3, 1)), 1)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self.form)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._ask)
        self.search.textEdited.connect(lambda _text: self._typed())
        self.search.textChanged.connect(lambda text: None if text else self._typed())
        self.in_programme.toggled.connect(lambda _on: self._ask())
        self.mine.toggled.connect(lambda _on: self._ask())
        self.table.openAsked.connect(lambda line: self._open(line.id))
        self.table.chosen.connect(self.beside.show_line)
        self.beside.openAsked.connect(self._open)
        self.form.leftAsked.connect(self._end_new)
        self.form.openAsked.connect(self._open_from_form)
        self.form.created.connect(self._open_from_form)
        self.form.said.connect(self.said)
        self.kit.privacy.changed.connect(self._redraw)

    def _columns(self) -> tuple[Column[PersonLine], ...]:
        kit, words = self.kit, self.kit.words
        return (
            Column(
                key=PeopleOrder.NAME.value,
                title=words("people-name"),
                text=lambda line: marked(kit.privacy.name(line.name, line.code), line.marks),
                icon=lambda line: kit.icons(Icon.RISK, "warn") if line.marks else None,
                tooltip=lambda line: marks_told(words, line.marks),
                spoken=lambda line: ", ".join(
                    [
                        kit.privacy.name(line.name, line.code),
                        *([marks_told(words, line.marks)] if line.marks else []),
                    ]
                ),
                stretch=True,
            ),
            Column(
                key=PeopleOrder.STATUS.value,
                title=words("people-status"),
                text=lambda line: line_status(words, line),
            ),
            Column(
                key=PeopleOrder.PROGRAMME.value,
                title=words("people-programme"),
                text=lambda line: programme_word(words, line.programme, line.phase),
            ),
            Column(
                key=PeopleOrder.BIRTH.value,
                title=words("people-birth"),
                text=lambda line: kit.privacy.fact(
                    words.date(line.birth_date) if line.birth_date else "–"
                ),
            ),
            Column(
                key=PeopleOrder.CODE.value,
                title=words("people-code"),
                text=lambda line: kit.privacy.fact(line.code),  # it stands for the name then
            ),
        )

    def _question(self, order: Order | None = None) -> PeopleQuestion:
        text, born = asked(self.search.value())
        return question(
            text,
            born=born,
            day=self.kit.clock.today(),
            active_only=self.in_programme.isChecked(),
            caseload_of=self._desk.actor.account if self.mine.isChecked() else None,
            order=PeopleOrder(order.key) if order else PeopleOrder.NAME,
            descending=order.descending if order else False,
        )

    def _typed(self) -> None:
        self._then = None
        self._pause.start()

    def _ask(self) -> None:
        self._pause.stop()
        wanted = self._question()
        self._kept = self.table.current.id if self.table.current else None
        self._rows.page_through(self._fetch)
        self.kit.jobs.run(
            self,
            lambda: self._people.count(wanted),
            done=lambda count: self.count.setText(self.kit.words("people-count", count=count)),
            failed=self.tell,
            lane="reader",
        )

    def _fetch(
        self, offset: int, order: Order | None, deliver: Callable[[Portion[PersonLine]], None]
    ) -> None:
        wanted = self._question(order)
        if offset == 0:
            self._awaited = wanted

        def show(lines: Sequence[PersonLine]) -> None:
            deliver(Portion(values=lines[:PAGE], more=len(lines) > PAGE))
            if offset == 0:
                self._choose_again()
                self._answered(wanted)

        def fail(error: Exception) -> None:
            self._awaited = self._then = None
            self.tell(error)

        self.kit.jobs.run(
            self,
            lambda: self._people.people(wanted, PAGE + 1, offset),
            done=show,
            failed=fail,
            lane="reader",
        )

    def _answered(self, question: PeopleQuestion) -> None:
        if question == self._awaited:
            self._awaited = None
            then, self._then = self._then, None
            if then is not None:
                then()

    def _choose_again(self) -> None:
        """Let the person who was chosen stay so; a list that no longer has them chooses nobody."""
        if self._kept is None or not self.table.select_value(lambda one: one.id == self._kept):
            self.beside.show_line(None)

    def _redraw(self) -> None:
        self.table.viewport().update()
        self.beside.show_line(self.table.current)

    def _open(self, person: PersonId) -> None:
        self.wanted.emit("person", person)

    def _open_from_form(self, person: PersonId) -> None:
        self._end_new()
        self._open(person)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if watched is self.search and key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
                self._to_table(open_only=key == Qt.Key.Key_Return)
                return True
        return super().eventFilter(watched, event)

    def _to_table(self, *, open_only: bool) -> None:
        """Go from the search to the list; Enter opens the person when one alone is found.

        The list may still answer what was typed before: then the key waits, so that nobody else's
        file opens.
        """
        if self._pause.isActive():
            self._ask()
        if self._awaited is not None:
            self._then = partial(self._to_table, open_only=open_only)
            return
        values = self._rows.values()
        if open_only and len(values) == 1:
            self._open(values[0].id)
        elif values:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            if self.table.current is None:
                self.table.selectRow(0)
