"""The coming weeks as a list: several sessions at once are cancelled and brought back from here."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tcdesk.domain.sessions import CancelReason, SessionState
from tcdesk.services.lines import SessionLine
from tcdesk.ui.fields import Choice, ChoiceField
from tcdesk.ui.flag_words import marked
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.session_words import (
    STATE_ICONS,
    STATE_TONES,
    activity_name,
    span,
    state_text,
)
from tcdesk.ui.table import Table
from tcdesk.ui.week import day_name


class Agenda(QWidget):
    """Sessions in order of time; what may be planned has buttons for the chosen ones."""

    chosen = Signal(object)  # SessionLine
    opened = Signal(object)
    manyAsked = Signal(object, object)  # ids, CancelReason or None to take it back

    def __init__(self, kit: Kit, *, may_plan: bool) -> None:
        super().__init__()
        self._kit = kit
        words = kit.words
        self.table: Table[SessionLine] = Table(
            Rows(self._columns(), words, self),
            name=words("schedule-agenda"),
            empty=words("schedule-agenda-empty"),
        )
        self.table.allow_many()
        self._count = label("", "muted")
        self._reason = ChoiceField(
            [Choice(code=one.value, label=words(f"cancel-reason-{one}")) for one in CancelReason]
        )
        self._reason.setAccessibleName(words("schedule-cancel-why"))
        self._cancel = button(words("schedule-cancel-many"), "danger")
        self._restore = button(words("schedule-restore-many"))
        row = QHBoxLayout()
        row.addStretch(1)
        for part in (self._restore, self._reason, self._cancel):
            part.setVisible(may_plan)
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self._count)
        column.addLayout(row)
        self.table.chosen.connect(self._choose)
        self.table.openAsked.connect(self.opened)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_many())
        self._cancel.clicked.connect(
            lambda: self._ask(CancelReason(self._reason.value() or CancelReason.OTHER.value))
        )
        self._restore.clicked.connect(lambda: self._ask(None))
        self._show_many()

    def show_lines(self, lines: Sequence[SessionLine]) -> None:
        """Show sessions."""
        self.table.rows.show(lines)
        self._show_many()

    def _columns(self) -> Sequence[Column[SessionLine]]:
        kit, words = self._kit, self._kit.words
        return (
            Column(
                key="day",
                title=words("plan-day"),
                text=lambda one: day_name(words, one.day),
                order=lambda one: (one.day.isoformat(), one.start),
            ),
            Column(
                key="time",
                title=words("schedule-agenda-time"),
                text=lambda one: span(words, one.start, one.minutes),
                order=lambda one: one.start,
            ),
            Column(
                key="what",
                title=words("plan-activity"),
                text=lambda one: activity_name(words, one),
                stretch=True,
            ),
            Column(
                key="who",
                title=words("schedule-agenda-who"),
                text=lambda one: marked(kit.privacy.name(one.who, one.who_code), one.marks),
                width=12,
            ),
            Column(key="room", title=words("plan-room"), text=lambda one: one.room, width=8),
            Column(
                key="state",
                title=words("schedule-agenda-state"),
                text=lambda one: state_text(words, one),
                icon=lambda one: kit.icons(STATE_ICONS[one.state], STATE_TONES[one.state]),
            ),
        )

    def _choose(self, line: SessionLine | None) -> None:
        if line is not None:
            self.chosen.emit(line)

    def _show_many(self) -> None:
        states = [one.state for one in self.table.selected()]
        self._count.setText(self._kit.words("schedule-agenda-chosen", count=len(states)))
        self._cancel.setEnabled(SessionState.PLANNED in states)
        self._restore.setEnabled(SessionState.CANCELLED in states)

    def _ask(self, reason: CancelReason | None) -> None:
        self.manyAsked.emit([one.id for one in self.table.selected()], reason)
