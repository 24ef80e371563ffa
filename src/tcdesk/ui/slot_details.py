"""The chosen session of the week: what it is, opening, changing, cancelling with a reason."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tcdesk.domain.codes import show_code
from tcdesk.domain.ids import StaffId
from tcdesk.domain.sessions import CancelReason, SessionState
from tcdesk.domain.staff import Staff
from tcdesk.services.lines import SessionLine
from tcdesk.ui.fields import Choice, ChoiceField
from tcdesk.ui.flag_words import marked, marks_told
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, chip, label, restyle
from tcdesk.ui.session_words import STATE_TONES, activity_name, day_text, span, state_text


class SlotDetails(QWidget):
    """Says everything of one planned time and offers what can be done with it."""

    openAsked = Signal(object)  # SessionLine
    changeAsked = Signal(object)
    removeAsked = Signal(object)  # SessionLine
    copyAsked = Signal(object)
    makeUpAsked = Signal(object)
    standInAsked = Signal(object, object)  # SessionLine, StaffId or None to give it back
    cancelAsked = Signal(object, object)  # SessionLine, CancelReason or None to take it back

    def __init__(self, kit: Kit, *, may_plan: bool) -> None:
        super().__init__()
        self._kit = kit
        self._may_plan = may_plan
        self._line: SessionLine | None = None
        words = kit.words
        self._title = label("", "section", wrap=True)
        self._state = chip("")
        self._told = label("", wrap=True)
        self._open = button(words("schedule-open"), "primary")
        self._change = button(words("schedule-change"))
        self._cancel = button(words("schedule-cancel"))
        self._restore = button(words("schedule-restore"))
        self._gone = button(words("remove-session"), "link")
        self._copy = button(words("schedule-copy"))
        self._make_up = button(words("schedule-make-up"))
        self._why = self._why_form()
        self._stand_in = ChoiceField(blank=words("schedule-stand-in-none"))
        self._stand_in.setAccessibleName(words("schedule-stand-in"))
        self._stand_in_row = self._stand_in_part()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._state, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._told)
        column.addSpacing(8)
        for press in (
            self._open,
            self._change,
            self._copy,
            self._cancel,
            self._make_up,
            self._restore,
            self._gone,
        ):
            column.addWidget(press)
        column.addWidget(self._why)
        column.addWidget(self._stand_in_row)
        column.addStretch(1)
        self._open.clicked.connect(lambda: self.openAsked.emit(self._line))
        self._change.clicked.connect(lambda: self.changeAsked.emit(self._line))
        self._cancel.clicked.connect(self._ask_why)
        self._gone.clicked.connect(lambda: self.removeAsked.emit(self._line))
        self._copy.clicked.connect(lambda: self.copyAsked.emit(self._line))
        self._make_up.clicked.connect(lambda: self.makeUpAsked.emit(self._line))
        self._restore.clicked.connect(lambda: self.cancelAsked.emit(self._line, None))

    def show_line(self, line: SessionLine) -> None:
        """Show a session."""
        other = self._line is None or self._line.id != line.id
        self._line = line
        words = self._kit.words
        self._title.setText(activity_name(words, line))
        self._state.setText(state_text(words, line))
        self._state.setProperty("tone", STATE_TONES[line.state])
        restyle(self._state)
        told = [
            marked(self._kit.privacy.name(line.who, line.who_code), line.marks),
            f"{day_text(words, line.day)}, {span(words, line.start, line.minutes)}",
            line.room,
            words("session-led-by", leaders=line.leader),
            words("session-sheet", code=show_code(line.code)),
            words("schedule-recorded", count=line.recorded) if line.recorded else "",
            words("schedule-printed", count=line.printed) if line.printed else "",
        ]
        self._told.setText("\n".join(part for part in told if part))
        self._told.setToolTip(marks_told(words, line.marks))
        planned = line.state is SessionState.PLANNED
        self._change.setVisible(self._may_plan and planned)
        self._cancel.setVisible(self._may_plan and planned)
        self._gone.setVisible(self._may_plan and line.state is not SessionState.HELD)
        cancelled = line.state is SessionState.CANCELLED
        self._restore.setVisible(self._may_plan and cancelled)
        self._make_up.setVisible(self._may_plan and cancelled)
        self._copy.setVisible(self._may_plan and line.opens)
        self._stand_in_row.setVisible(self._may_plan and planned)
        if other or not planned:
            self._why.hide()

    def set_staff(self, staff: Sequence[Staff]) -> None:
        """Take who may stand in for a leader."""
        self._stand_in.set_choices([Choice(code=one.id, label=one.short_name) for one in staff])

    def begin_cancelling(self) -> None:
        """Ask for the reason, if the session can be cancelled."""
        if self._cancel.isVisible():
            self._ask_why()

    def _stand_in_part(self) -> QWidget:
        words = self._kit.words
        part = QWidget()
        named = label(words("schedule-stand-in"), "small")
        named.setBuddy(self._stand_in)
        save = button(words("schedule-stand-in-save"))
        save.clicked.connect(
            lambda: self.standInAsked.emit(
                self._line, StaffId(chosen) if (chosen := self._stand_in.value()) else None
            )
        )
        row = QHBoxLayout()
        row.addWidget(self._stand_in, 1)
        row.addWidget(save)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(named)
        column.addLayout(row)
        return part

    def _why_form(self) -> QFrame:
        words = self._kit.words
        part = QFrame()
        part.setProperty("role", "card")
        self._reason = ChoiceField(
            [Choice(code=one.value, label=words(f"cancel-reason-{one}")) for one in CancelReason]
        )
        self._reason.setAccessibleName(words("schedule-cancel-why"))
        named = label(words("schedule-cancel-why"))
        named.setBuddy(self._reason)
        yes = button(words("schedule-cancel-yes"), "danger")
        no = button(words("schedule-cancel-no"), "quiet")
        row = QHBoxLayout()
        row.addWidget(yes)
        row.addWidget(no)
        row.addStretch(1)
        column = QVBoxLayout(part)
        column.addWidget(named)
        column.addWidget(self._reason)
        column.addLayout(row)
        yes.clicked.connect(
            lambda: self.cancelAsked.emit(self._line, CancelReason(self._reason.value() or "other"))
        )
        no.clicked.connect(part.hide)
        part.hide()
        return part

    def _ask_why(self) -> None:
        self._why.show()
        self._reason.setFocus()
