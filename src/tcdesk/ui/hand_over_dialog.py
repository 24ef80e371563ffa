"""Handing over a caseload: everything in somebody's charge, chosen one by one or all at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from tcdesk.domain.ids import StaffId
from tcdesk.domain.staff import Staff
from tcdesk.services.desk import Desk
from tcdesk.services.handing_over import Caseload, HandingOver, Item
from tcdesk.ui.fields import Choice, ChoiceField
from tcdesk.ui.forms import Form
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.people_words import activity_name
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.table import Table

TOPICS = frozenset({"people", "groups", "sessions", "accounts"})


class HandOverDialog(QDialog):
    """Stays open until nothing is left, so that several successors can share."""

    handed = Signal(int)

    def __init__(self, kit: Kit, parent: QWidget, desk: Desk, staff: Staff) -> None:
        super().__init__(parent)
        words = kit.words
        self._kit = kit
        self._flow = HandingOver(desk)
        self._staff = staff
        title = words("hand-over-title", name=f"{staff.family_name} {staff.given_name}")
        self.setWindowTitle(words("shell-program"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self.resize(720, 520)
        self._rows: Rows[Item] = Rows(
            (
                Column(
                    key="kind",
                    title=words("hand-over-kind"),
                    text=lambda one: words(f"handed-{one.kind.value}"),
                ),
                Column(key="what", title=words("hand-over-what"), text=self._what, stretch=True),
                Column(key="when", title=words("hand-over-when"), text=self._when),
            ),
            words,
            self,
        )
        self.table = Table(self._rows, name=title, empty=words("hand-over-none"))
        self.table.allow_many()
        self.every = button(words("hand-over-all"))
        self.every.clicked.connect(self.table.selectAll)
        self.successor = ChoiceField([], blank=words("hand-over-choose"))
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.give = button(words("hand-over-give"), "primary")
        self.give.clicked.connect(self._give)
        self.leave = button(words("shell-close"))
        self.leave.clicked.connect(self.reject)
        form = Form()
        form.add(words("hand-over-to"), self.successor)
        row = QHBoxLayout()
        row.addWidget(self.every)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.give)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(10)
        column.addWidget(label(title, "section", wrap=True))
        column.addWidget(label(words("hand-over-why"), "muted", wrap=True))
        column.addWidget(self.table, 1)
        column.addWidget(form)
        column.addWidget(self.error)
        column.addLayout(row)
        self._read()

    def _read(self) -> None:
        flow, staff = self._flow, self._staff.id
        self._kit.jobs.run(
            self,
            lambda: flow.caseload(staff),
            done=self._show,
            failed=self._refuse,
            lane="reader",
        )

    def _show(self, caseload: Caseload) -> None:
        words = self._kit.words
        kept = self.successor.value()
        ordered = sorted(caseload.successors, key=lambda one: words.sort_key(one.family_name))
        self.successor.set_choices(
            [Choice(code=one.id, label=f"{one.family_name} {one.given_name}") for one in ordered]
        )
        if kept is not None:
            self.successor.set_value(kept)
        self._rows.show(caseload.items)
        self.give.setEnabled(bool(caseload.items))
        self.every.setEnabled(bool(caseload.items))

    def _what(self, item: Item) -> str:
        name = self._kit.privacy.name(item.name, item.code) if item.code else item.name
        if item.activity is None:
            return name
        activity = activity_name(self._kit.words, item.activity.name_sl, item.activity.name_en)
        return " – ".join(part for part in (activity, name) if part)

    def _when(self, item: Item) -> str:
        words = self._kit.words
        if item.session is None:
            return ""
        return f"{words.date(item.session.day)}, {words.time(item.session.start)}"

    def _give(self) -> None:
        self.error.hide()
        flow, staff, successor = self._flow, self._staff.id, self.successor.value()
        keys = [one.key for one in self.table.selected()]
        if successor is None:
            self._say(self._kit.words("hand-over-choose"))
            self.successor.setFocus()
            return
        self.give.setEnabled(False)
        self._kit.jobs.run(
            self,
            _handing(flow, staff, StaffId(successor), keys),
            done=self._done,
            failed=self._refuse,
        )

    def _done(self, count: int) -> None:
        self.handed.emit(count)
        self._read()

    def _refuse(self, error: Exception) -> None:
        self.give.setEnabled(True)
        self._say(" ".join(self._kit.trouble.tell(error)))

    def _say(self, text: str) -> None:
        self.error.setText(text)
        self.error.show()


def _handing(
    flow: HandingOver, staff: StaffId, successor: StaffId, keys: Sequence[str]
) -> Callable[[], Changed[int]]:
    return lambda: Changed(flow.hand_over(staff, successor, keys), TOPICS)
