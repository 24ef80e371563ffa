"""From whom somebody is kept apart: what holds, a new one, ending and removing it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tcdesk.domain.ids import PersonId
from tcdesk.domain.staff import Action
from tcdesk.services.aparts import ApartLine, Aparts
from tcdesk.services.desk import Desk
from tcdesk.services.lines import PersonLine
from tcdesk.services.removals import Removals
from tcdesk.ui.card import clear
from tcdesk.ui.fields import DayField, LineField
from tcdesk.ui.forms import Form
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.people_words import period_word
from tcdesk.ui.person_picker import PersonPicker

TOPICS = frozenset({"people", "sessions", "bin"})


class ApartDialog(QDialog):
    """In front of the file; the schedule names these two before it brings them together."""

    said = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget, desk: Desk, person: PersonId) -> None:
        super().__init__(parent)
        self._kit = kit
        self._desk = desk
        self._person = person
        self._aparts, self._removals = Aparts(desk), Removals(desk)
        self._other: PersonId | None = None
        words = kit.words
        self.setWindowTitle(words("shell-program"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(words("apart-title"))
        self.setMinimumSize(520, 420)
        self._list = QVBoxLayout()
        self.picker = PersonPicker(kit, desk, name=words("apart-who"))
        self.reason = LineField(longest=200)
        self.since = DayField(kit, kit.clock.today())
        self._error = label("", "error", wrap=True)
        self._error.hide()
        self._form = Form()
        self._form.add(words("apart-who"), self.picker)
        self._form.add(words("apart-reason"), self.reason, hint=words("apart-reason.help"))
        self._form.add(words("apart-since"), self.since, wide=False)
        self.save = button(words("apart-save"), "primary")
        self.close_it = button(words("apart-close"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(label(words("apart-title"), "section"))
        column.addWidget(label(words("apart-why"), "muted", wrap=True))
        column.addLayout(self._list)
        column.addWidget(self._form)
        column.addWidget(self._error)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_it)
        row.addWidget(self.save)
        column.addLayout(row)
        for press in (self.save, self.close_it):
            press.setAutoDefault(False)
        edits = desk.may(Action.EDIT_PEOPLE)
        self._form.setVisible(edits)
        self.save.setVisible(edits)
        self.picker.picked.connect(self._picked)
        self.save.clicked.connect(self._save)
        self.close_it.clicked.connect(self.accept)
        self.refresh()

    def refresh(self) -> None:
        """Ask for what is kept."""
        self._kit.jobs.run(
            self,
            lambda: self._aparts.of(self._person),
            done=self._show,
            failed=self._refused,
            lane="reader",
        )

    def _show(self, lines: Sequence[ApartLine]) -> None:
        clear(self._list)
        for line in lines:
            self._list.addWidget(self._line(line))
        if not lines:
            self._list.addWidget(label(self._kit.words("apart-none"), "muted", wrap=True))

    def _line(self, line: ApartLine) -> QWidget:
        words, apart = self._kit.words, line.apart
        who = self._kit.privacy.name(line.name, line.code) or line.code
        period = period_word(words, apart.from_date, apart.to_date)
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(f"{who} · {period} · {apart.reason}", wrap=True), 1)
        if self._desk.may(Action.EDIT_PEOPLE):
            today = self._kit.clock.today()
            if apart.to_date is None and apart.from_date < today:
                end = self._link(words("apart-end"), words("apart-end-who", name=who))
                end.clicked.connect(partial(self._do, lambda: self._aparts.end(apart.id, today)))
                row.addWidget(end)
            gone = self._link(words("remove"), words("apart-remove-who", name=who))
            gone.clicked.connect(partial(self._do, lambda: self._removals.apart(apart.id)))
            row.addWidget(gone)
        return part

    @staticmethod
    def _link(text: str, name: str) -> QPushButton:
        made = button(text, "link")
        made.setAccessibleName(name)
        made.setAutoDefault(False)
        return made

    def _picked(self, person: PersonLine) -> None:
        self._other = person.id
        self.picker.show_name(self._kit.privacy.name(person.name, person.code))
        self.reason.setFocus()

    def _save(self) -> None:
        words, other, since = self._kit.words, self._other, self.since.value()
        reason = self.reason.value()
        right = self._form.set_errors(
            {
                self.picker: "" if other else words("plan-person-missing"),
                self.reason: "" if reason.strip() else words("field-missing"),
                self.since: "" if since else words("plan-day-missing"),
            }
        )
        if not right or other is None or since is None:
            return
        self._do(lambda: self._aparts.keep_apart(self._person, other, reason, since))

    def _do(self, job: Callable[[], object]) -> None:
        def work() -> Changed[None]:
            job()
            return Changed(None, TOPICS)

        def done(_none: None) -> None:
            self._error.hide()
            self._other = None
            self.picker.clear()
            self.reason.set_value("")
            self.refresh()
            self.said.emit(self._kit.words("apart-saved"))

        self._kit.jobs.run(self, work, done=done, failed=self._refused)

    def _refused(self, error: Exception) -> None:
        self._error.setText(" ".join(self._kit.trouble.tell(error)))
        self._error.show()
