"""»Zgodovina sprememb«: who changed what in a file, before and after, and one step back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tcdesk.domain.ids import PersonId
from tcdesk.domain.people import Person, Sex
from tcdesk.services.desk import Desk
from tcdesk.services.file_words import field_word, thing_word, told_word
from tcdesk.services.undo import Change, FieldChange, Undo
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.table import Table

PRIVATE = ("family_name", "given_name", "birth_date", "value", "name", "reached_at")
"""Fields that tell who somebody is: privacy mode hides them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    change: Change
    field: FieldChange


class HistoryTab(QWidget):
    """One row a changed field, newest first."""

    backAsked = Signal(object)  # Change
    failed = Signal(Exception)

    def __init__(self, kit: Kit, desk: Desk, *, may_edit: bool) -> None:
        super().__init__()
        self._kit = kit
        self._desk = desk
        self._person: PersonId | None = None
        self._may_edit = may_edit
        self._sex = Sex.MALE
        words = kit.words
        self._rows: Rows[_Line] = Rows(
            (
                Column(
                    key="at",
                    title=words("history-at"),
                    text=lambda one: words.moment(datetime.fromisoformat(one.change.at)),
                    order=lambda one: one.change.at,
                ),
                Column(
                    key="what",
                    title=words("history-what"),
                    text=lambda one: thing_word(words, one.change),
                    stretch=True,
                ),
                Column(
                    key="field",
                    title=words("history-field"),
                    text=lambda one: field_word(words, one.field.name),
                ),
                Column(
                    key="before",
                    title=words("history-before"),
                    text=lambda one: self._told(one, before=True),
                ),
                Column(
                    key="after",
                    title=words("history-after"),
                    text=lambda one: self._told(one, before=False),
                ),
                Column(key="by", title=words("history-by"), text=lambda one: one.change.by),
            ),
            words,
            self,
        )
        self.table: Table[_Line] = Table(
            self._rows,
            name=words("person-tab-history"),
            empty=words("history-none"),
            empty_next=words("history-none.next"),
        )
        self.back = button(words("history-undo"))
        self.back.setEnabled(False)
        self.back.setVisible(may_edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignRight)
        self.table.chosen.connect(self._offer)
        self.back.clicked.connect(self._ask)

    def show_person(self, person: Person) -> None:
        """Show every change of a person's file; called while the tab is on the screen."""
        self._person, sex = person.id, person.sex

        def show(changes: Sequence[Change]) -> None:
            if self._person == person.id:
                self.show_changes(changes, sex)

        self._kit.jobs.run(
            self,
            lambda: Undo(self._desk).changes(person.id),
            done=show,
            failed=self.failed.emit,
            lane="reader",
        )

    def show_changes(self, changes: Sequence[Change], sex: Sex) -> None:
        """Show every change of a file."""
        self._sex = sex
        self._rows.show(
            [_Line(change=change, field=one) for change in changes for one in change.fields]
        )
        self._offer(self.table.current)

    def _told(self, line: _Line, *, before: bool) -> str:
        value = line.field.before if before else line.field.after
        told = told_word(self._kit.words, value, self._sex, line.field.name)
        private = line.field.name in PRIVATE
        return self._kit.privacy.fact(told) if private else told

    def _offer(self, line: _Line | None) -> None:
        self.back.setEnabled(self._may_edit and line is not None and line.change.can_undo)

    def _ask(self) -> None:
        line = self.table.current
        if line is not None:
            self.backAsked.emit(line.change)
