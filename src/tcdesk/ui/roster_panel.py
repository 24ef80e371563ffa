"""The left half of the session's page: the roster, its sums, guests, corrections and history."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tcdesk.domain.ids import PersonId
from tcdesk.domain.sessions import Attendance, AttendanceStatus
from tcdesk.services.aparts import Aparts
from tcdesk.services.desk import Desk
from tcdesk.services.lines import PersonLine
from tcdesk.ui.apart_asked import ask_about_apart
from tcdesk.ui.fields import LineField
from tcdesk.ui.keyed import Keyed, RosterRow
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.note_reading import NO_NAME
from tcdesk.ui.person_picker import PersonPicker
from tcdesk.ui.roster import Roster
from tcdesk.ui.session_words import attendance_text
from tcdesk.ui.since_print import since_print

Change = Callable[[RosterRow, str | None], object]


class RosterPanel(QWidget):
    """Turns what is keyed in into marks; a correction of a signed entry asks its reason here."""

    changed = Signal()  # marks have changed
    guestAsked = Signal(object)  # PersonId to add for this session only
    failed = Signal(Exception)
    leaveOutAsked = Signal(object)  # PersonId to leave out of this session only

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__()
        self._kit = kit
        self._aparts = Aparts(desk)
        self._keyed: Keyed | None = None
        self._waiting: tuple[PersonId, Change] | None = None
        words = kit.words
        self.roster = Roster(kit)
        self._sums = label("", "muted")
        self._all = button(words("session-all-present"), help_text=words("session-keys"))
        self._guest = button(words("session-guest-add"), "link")
        self._leave_out = button(words("session-leave-out"), "link")
        self._picker = PersonPicker(kit, desk, name=words("session-guest-who"))
        self._picker.hide()
        self.since_print = label("", "strong", wrap=True)
        self._history = label("", "small", wrap=True)
        self._history.hide()
        self._keys = label(words("session-keys"), "small", wrap=True)
        self._bar = self._reason_bar()
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label(words("session-roster"), "section"))
        head.addWidget(self._sums, 1)
        head.addWidget(self._all)
        below = QHBoxLayout()
        below.addWidget(self._guest)
        below.addWidget(self._leave_out)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.since_print)
        column.addWidget(self.roster, 1)
        column.addWidget(self._bar)
        column.addWidget(self._history)
        column.addWidget(self._picker)
        column.addLayout(below)
        column.addWidget(self._keys)
        self._connect()

    def show_keyed(self, keyed: Keyed, *, editable: bool, plan_editable: bool) -> None:
        """Show the roster; what is chosen stays chosen."""
        self._keyed = keyed
        person = self.roster.current.person.id if self.roster.current else None
        rows = keyed.rows()
        self.roster.rows.show(rows)
        self.roster.set_editable(editable=editable)
        if person is None or self.roster.current is None:
            self.roster.choose(person)
        for widget in (self._all, self._keys):
            widget.setVisible(editable)
        self._guest.setVisible(plan_editable)
        self._leave_out.setVisible(plan_editable and bool(rows))
        there = [row for row in rows if row.status and row.status.attended]
        self._sums.setText(
            self._kit.words(
                "session-sums",
                present=len(there),
                count=len(rows),
                minutes=sum(row.minutes or 0 for row in there),
            )
        )
        told = since_print(self._kit, keyed)
        self.since_print.setText(told)
        self.since_print.setVisible(bool(told))
        self._show_history()

    def tab_stops_after(self) -> list[QWidget]:
        """List what Tab stops at when the notes have been passed."""
        return [self._guest, self._leave_out, self._all]

    def give_up(self) -> None:
        """Close what is open for a moment: the correction's reason, the search for a guest."""
        self._waiting = None
        self._bar.hide()
        self._picker.clear()
        self._picker.hide()

    def _connect(self) -> None:
        roster = self.roster
        roster.statusKeyed.connect(self._key_status)
        roster.minutesKeyed.connect(self._key_minutes)
        roster.participationKeyed.connect(self._key_participation)
        roster.cleared.connect(self._clear)
        roster.allPresentAsked.connect(self._all_present)
        roster.undoAsked.connect(self._undo)
        roster.chosen.connect(self._on_chosen)
        self._all.clicked.connect(self._all_present)
        self._guest.clicked.connect(self._open_picker)
        self._leave_out.clicked.connect(self._ask_leave_out)
        self._picker.picked.connect(self._take_guest)
        self._picker.cancelled.connect(self._close_picker)

    def _reason_bar(self) -> QFrame:
        words = self._kit.words
        bar = QFrame()
        bar.setProperty("role", "message")
        bar.setProperty("tone", "warn")
        self._reason = LineField()
        self._reason.setAccessibleName(words("session-reason"))
        self._reason.setPlaceholderText(words("session-reason-example"))
        take = button(words("session-reason-take"))
        drop = button(words("shell-cancel"), "quiet")
        row = QHBoxLayout()
        row.addWidget(self._reason, 1)
        row.addWidget(take)
        row.addWidget(drop)
        column = QVBoxLayout(bar)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(label(words("session-reason-why"), wrap=True))
        column.addLayout(row)
        self._reason.returnPressed.connect(self._take_reason)
        take.clicked.connect(self._take_reason)
        drop.clicked.connect(self._drop_reason)
        bar.hide()
        return bar

    def _key_status(self, person: PersonId, status: AttendanceStatus) -> None:
        self._change(person, lambda row, reason: self._need().set_status(row, status, reason))

    def _key_minutes(self, person: PersonId, minutes: int) -> None:
        self._change(person, lambda row, reason: self._need().set_minutes(row, minutes, reason))

    def _key_participation(self, person: PersonId, value: int) -> None:
        self._change(person, lambda row, reason: self._need().set_participation(row, value, reason))

    def _change(self, person: PersonId, change: Change) -> None:
        """Change one person's entry; a signed one waits for its reason."""
        keyed = self._need()
        row = self._row(person)
        if row is None:
            return
        if keyed.signed(person) and row.fact is not None:
            known = row.mark.reason if row.mark else None
            if not known:
                self._waiting = (person, change)
                self._reason.clear()
                self._bar.show()
                self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            change(row, known)
        else:
            change(row, None)
        self.changed.emit()

    def _take_reason(self) -> None:
        if self._waiting is None or not self._reason.value():
            self._reason.setFocus()
            return
        person, change = self._waiting
        reason, row = self._reason.value(), self._row(person)
        self._drop_reason()
        if row is not None:
            change(row, reason)
            self.changed.emit()

    def _drop_reason(self) -> None:
        self._waiting = None
        self._bar.hide()
        self.roster.setFocus()

    def _clear(self, person: PersonId) -> None:
        self._need().clear(person)
        self.changed.emit()

    def _all_present(self) -> None:
        self._need().all_present()
        self.changed.emit()
        self.roster.setFocus()

    def _undo(self) -> None:
        if self._need().undo():
            self.changed.emit()

    def _on_chosen(self, _person: object) -> None:
        self._waiting = None
        self._bar.hide()
        self._show_history()

    def _open_picker(self) -> None:
        self._picker.clear()
        self._picker.show()
        self._picker.setFocus()

    def _close_picker(self) -> None:
        self._picker.hide()
        self.roster.setFocus()

    def _take_guest(self, person: PersonLine) -> None:
        self._close_picker()
        session = self._need().opened.file.session.id
        ask_about_apart(
            self._kit,
            self,
            lambda: self._aparts.at_session(session, person.id),
            name=self._kit.privacy.name(person.name, person.code),
            then=lambda: self.guestAsked.emit(person.id),
            failed=self.failed.emit,
        )

    def _ask_leave_out(self) -> None:
        if self.roster.current is not None:
            self.leaveOutAsked.emit(self.roster.current.person.id)

    def _need(self) -> Keyed:
        if self._keyed is None:
            raise RuntimeError("keys were taken before a session was shown")
        return self._keyed

    def _row(self, person: PersonId) -> RosterRow | None:
        return next((row for row in self._need().rows() if row.person.id == person), None)

    def _show_history(self) -> None:
        row = self.roster.current
        facts = (
            [one for one in self._keyed.opened.history if one.person == row.person.id]
            if row is not None and self._keyed is not None
            else []
        )
        self._history.setVisible(len(facts) > 1)
        if row is not None and len(facts) > 1:
            self._history.setText(self._told(row, facts))

    def _told(self, row: RosterRow, facts: Sequence[Attendance]) -> str:
        words, names = self._kit.words, self._need().opened.names
        lines = [
            words(
                "session-history",
                name=self._kit.privacy.name(row.person.short_name, row.person.code),
            )
        ]
        for fact in facts:
            told = words(
                "session-history-fact",
                moment=words.moment(datetime.fromisoformat(fact.recorded_at)),
                status=attendance_text(words, fact.status, row.person.sex),
                minutes=fact.minutes,
                author=names.get(fact.account, NO_NAME),
            )
            reason = words("session-history-reason", reason=fact.reason) if fact.reason else ""
            lines.append(f"{told}{reason}")
        return "\n".join(lines)
