"""The phrases of the one at the desk, and the unit's: a small list with a form beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from tcdesk.domain.phrases import LONGEST_SHORT, Phrase
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.phrases import Phrases
from tcdesk.ui.fields import LineField, LongText
from tcdesk.ui.forms import Form
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.table import Table

CHANGED = frozenset({"notes"})
WIDTH, HEIGHT = 760, 580  # logical pixels


class PhrasesDialog(QDialog):
    """Keeps phrases; each is saved as it is typed and pressed, nothing waits for an end."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        words = kit.words
        self._kit, self._phrases = kit, Phrases(desk)
        self._known: Phrase | None = None
        self._manages = desk.may(Action.MANAGE_UNIT)
        self.setWindowTitle(words("shell-program"))
        self.setAccessibleName(words("phrases-title"))
        self.resize(WIDTH, HEIGHT)
        rows: Rows[Phrase] = Rows(
            (
                Column(key="short", title=words("phrases-short"), text=lambda one: one.short),
                Column(
                    key="text",
                    title=words("phrases-text"),
                    text=lambda one: " ".join(one.text.split()),
                    tooltip=lambda one: one.text,
                    stretch=True,
                ),
                Column(key="whose", title=words("phrases-whose"), text=self._whose),
            ),
            words,
            self,
        )
        self._rows = rows
        self._table = Table(
            rows,
            name=words("phrases-title"),
            empty=words("phrases-none"),
            empty_next=words("phrases-none.next"),
        )
        self._short = LineField(longest=LONGEST_SHORT)
        self._text = LongText(lines=3)
        self._unit = QCheckBox(words("phrases-unit"))
        self._unit.setVisible(self._manages)
        self._form = Form()
        self._form.add(words("phrases-short"), self._short, hint=words("phrases-short.hint"))
        self._form.add(words("phrases-text"), self._text)
        self._form.add_whole(self._unit)
        self._error = label("", "error", wrap=True)
        self._error.hide()
        self._save = button(words("form-save"), "primary")
        self._new = button(words("phrases-new"))
        self._drop = button(words("phrases-drop"))
        leave = button(words("shell-close"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(label(words("phrases-title"), "section"))
        column.addWidget(label(words("phrases-why"), "muted", wrap=True))
        column.addWidget(self._table, 1)
        column.addWidget(self._form)
        column.addWidget(self._error)
        row = QHBoxLayout()
        for press in (self._save, self._new, self._drop):
            row.addWidget(press)
        row.addStretch(1)
        row.addWidget(leave)
        column.addLayout(row)
        self._table.chosen.connect(self._choose)
        self._save.clicked.connect(self._write)
        self._new.clicked.connect(self._begin)
        self._drop.clicked.connect(self._forget)
        leave.clicked.connect(self.accept)
        self._begin()
        self._refresh()

    def _whose(self, one: Phrase) -> str:
        return self._kit.words("phrases-units" if one.account is None else "phrases-own")

    def _refresh(self) -> None:
        self._kit.jobs.run(
            self, self._phrases.all, done=self._show, failed=self._refused, lane="reader"
        )

    def _show(self, phrases: Sequence[Phrase]) -> None:
        self._rows.show(phrases)

    def _choose(self, one: Phrase | None) -> None:
        if one is None:
            return
        self._known = one
        self._short.set_value(one.short)
        self._text.set_value(one.text)
        self._unit.setChecked(one.account is None)
        may = one.account is not None or self._manages
        self._save.setEnabled(may)
        self._drop.setEnabled(may)
        self._error.hide()

    def _begin(self) -> None:
        self._known = None
        self._table.clearSelection()
        self._short.set_value("")
        self._text.set_value("")
        self._unit.setChecked(False)
        self._save.setEnabled(True)
        self._drop.setEnabled(False)
        self._error.hide()
        self._short.setFocus()

    def _write(self) -> None:
        key = self._known.id if self._known else None
        short, text, unit = self._short.value(), self._text.value(), self._unit.isChecked()

        def save() -> Changed[None]:
            self._phrases.save(key, short, text, unit=unit)
            return Changed(None, CHANGED)

        self._kit.jobs.run(self, save, done=self._done, failed=self._refused)

    def _forget(self) -> None:
        known = self._known
        if known is None:
            return

        def drop() -> Changed[None]:
            self._phrases.drop(known.id)
            return Changed(None, CHANGED)

        self._kit.jobs.run(self, drop, done=self._done, failed=self._refused)

    def _done(self, _none: None) -> None:
        self._begin()
        self._refresh()
        self.changed.emit()

    def _refused(self, error: Exception) -> None:
        self._error.setText(" ".join(self._kit.trouble.tell(error)))
        self._error.show()
