"""The list of sessions: today, this week, what waits; and the field for a sheet's code."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout
from typing_extensions import override

from tcdesk.domain.codes import show_code
from tcdesk.domain.ids import SessionId
from tcdesk.domain.sessions import SessionState
from tcdesk.domain.staff import Action as Right
from tcdesk.services.desk import Desk
from tcdesk.services.lines import SessionFilter, SessionLine
from tcdesk.services.sessions import Sessions
from tcdesk.services.workplace import Workplace
from tcdesk.ui.fields import LineField
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.page import Action, Page
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.session_words import (
    STATE_ICONS,
    STATE_TONES,
    activity_name,
    day_text,
    span,
    state_text,
)
from tcdesk.ui.table import Table

CODE_LETTERS = 12  # six characters with dashes and spaces, as a scanner or a person types them
NARROW_BELOW = 940  # logical pixels; below it what the opened session tells anyway is left out
SPARED = frozenset({"room", "leader", "notes"})


class SessionsPage(Page):
    """Sessions to be opened; Enter opens the chosen one."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        del place  # every page is made alike
        super().__init__(
            kit,
            key="sessions",
            title=kit.words("sessions-title"),
            icon=Icon.SESSIONS,
            topics=frozenset({"sessions", "notes", "groups", "people", "drafts"}),
        )
        self._sessions = Sessions(desk)
        self._filter = SessionFilter.TODAY
        self._plans = desk.may(Right.EDIT_SCHEDULE)
        self._chips: dict[SessionFilter, QPushButton] = {}
        self._count = label("", "muted")
        self._code = LineField(longest=CODE_LETTERS)
        self._code.setAccessibleName(kit.words("sessions-code"))
        self._code.setPlaceholderText(kit.words("sessions-code-example"))
        self._code.setMaximumWidth(140)
        self._code_error = label("", "error", wrap=True)
        self._code_error.hide()
        self._tables = {one: self._table(one) for one in SessionFilter}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._bar(desk))
        column.addWidget(self._code_error)
        for table in self._tables.values():
            column.addWidget(table, 1)
        self._code.returnPressed.connect(self._open_code)
        self._code.changed.connect(self._code_error.hide)
        self.kit.privacy.changed.connect(lambda _on: self.refresh())
        self._choose(SessionFilter.TODAY)

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, str) and target in set(SessionFilter):
            self._choose(SessionFilter(target))

    @override
    def refresh(self) -> None:
        asked = self._filter

        def done(lines: Sequence[SessionLine]) -> None:
            if asked is self._filter:
                self._show(lines)

        self.kit.jobs.run(
            self,
            lambda: self._sessions.listed(asked),
            done=done,
            failed=self.tell,
            lane="reader",
        )

    @override
    def actions_shown(self) -> tuple[Action, ...]:
        if not self._plans:
            return ()
        return (
            Action(
                text=self.kit.words("sessions-to-schedule"),
                do=lambda: self.wanted.emit("schedule", None),
                icon=Icon.SCHEDULE,
            ),
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW_BELOW
        for table in self._tables.values():
            for place, column in enumerate(table.rows.columns):
                table.setColumnHidden(place, narrow and column.key in SPARED)

    def _bar(self, desk: Desk) -> QHBoxLayout:
        words = self.kit.words
        row = QHBoxLayout()
        row.setSpacing(8)
        group = QButtonGroup(self)
        sees_notes = desk.may(Right.SEE_NOTES)
        for one in SessionFilter:
            made = button(words(f"sessions-filter-{one.value}"), "chip")
            made.setCheckable(True)
            made.setVisible(sees_notes or one in (SessionFilter.TODAY, SessionFilter.WEEK))
            made.clicked.connect(lambda _on=False, chosen=one: self._ask(chosen))
            group.addButton(made)
            row.addWidget(made)
            self._chips[one] = made
        row.addWidget(self._count)
        row.addStretch(1)
        named = label(words("sessions-code"))
        named.setBuddy(self._code)
        row.addWidget(named)
        row.addWidget(self._code)
        return row

    def _table(self, what: SessionFilter) -> Table[SessionLine]:
        words = self.kit.words
        rows = Rows(self._columns(), words, self)
        table = Table(
            rows,
            name=words("sessions-title"),
            empty=words(f"sessions-empty-{what.value}"),
            empty_next=words(f"sessions-empty-{what.value}.next"),
            empty_action=words("sessions-to-schedule"),
            act=(lambda: self.wanted.emit("schedule", None)) if self._plans else None,
        )
        table.openAsked.connect(lambda line: self._open(line.id))
        return table

    def _columns(self) -> list[Column[SessionLine]]:
        words, icons = self.kit.words, self.kit.icons

        def who(line: SessionLine) -> str:
            return self.kit.privacy.name(line.who, line.who_code)

        def unsigned(line: SessionLine) -> str:
            return words("sessions-unsigned", count=line.unsigned) if line.unsigned else ""

        return [
            Column(
                key="day",
                title=words("sessions-column-day"),
                text=lambda line: day_text(words, line.day),
                order=lambda line: (line.day.toordinal(), line.start),
            ),
            Column(
                key="time",
                title=words("sessions-column-time"),
                text=lambda line: span(words, line.start, line.minutes),
                order=lambda line: line.start,
            ),
            Column(
                key="activity",
                title=words("sessions-column-activity"),
                text=lambda line: activity_name(words, line),
                tooltip=lambda line: activity_name(words, line),
                stretch=True,
            ),
            Column(key="who", title=words("sessions-column-who"), text=who, stretch=True),
            Column(key="room", title=words("sessions-column-room"), text=lambda line: line.room),
            Column(
                key="leader", title=words("sessions-column-leader"), text=lambda line: line.leader
            ),
            Column(
                key="state",
                title=words("sessions-column-state"),
                text=lambda line: state_text(words, line),
                icon=lambda line: icons(STATE_ICONS[line.state], STATE_TONES[line.state]),
            ),
            Column(key="notes", title=words("sessions-column-notes"), text=unsigned),
            Column(
                key="code",
                title=words("sessions-column-code"),
                text=lambda line: show_code(line.code),
            ),
        ]

    def _ask(self, what: SessionFilter) -> None:
        self._choose(what)
        self.refresh()

    def _choose(self, what: SessionFilter) -> None:
        self._filter = what
        self._chips[what].setChecked(True)
        for one, table in self._tables.items():
            table.setVisible(one is what)

    def _show(self, lines: Sequence[SessionLine]) -> None:
        table = self._tables[self._filter]
        chosen = table.current
        table.rows.show(lines)
        if chosen is not None:
            table.select_value(lambda line: line.id == chosen.id)
        held = sum(line.state is SessionState.HELD for line in lines)
        self._count.setText(
            self.kit.words("sessions-count", count=len(lines), held=held) if lines else ""
        )

    def _open(self, session: SessionId) -> None:
        self.wanted.emit("session", session)

    def _open_code(self) -> None:
        typed = self._code.value()
        if typed:
            self.kit.jobs.run(
                self,
                lambda: self._sessions.by_code(typed),
                done=self._found,
                failed=self._not_found,
                lane="reader",
            )

    def _found(self, session: SessionId) -> None:
        self._code.clear()
        self._open(session)

    def _not_found(self, error: Exception) -> None:
        self._code_error.setText(" ".join(self.kit.trouble.tell(error)))
        self._code_error.show()
        self._code.selectAll()
        self._code.setFocus()
