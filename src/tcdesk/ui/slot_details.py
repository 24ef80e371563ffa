"""The chosen session of the week: what it is, opening, changing, cancelling with a reason."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tcdesk.domain.codes import show_code
from tcdesk.domain.sessions import CancelReason, SessionState
from tcdesk.services.lines import SessionLine
from tcdesk.ui.fields import Choice, ChoiceField
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, chip, label, restyle
from tcdesk.ui.session_words import STATE_TONES, activity_name, day_text, span, state_text


class SlotDetails(QWidget):
    """Says everything of one planned time and offers what can be done with it."""

    openAsked = Signal(object)  # SessionLine
    changeAsked = Signal(object)
    removeAsked = Signal(object)  # SessionLine
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
        self._why = self._why_form()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._state, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._told)
        column.addSpacing(8)
        for press in (self._open, self._change, self._cancel, self._restore, self._gone):
            column.addWidget(press)
        column.addWidget(self._why)
        column.addStretch(1)
        self._open.clicked.connect(lambda: self.openAsked.emit(self._line))
        self._change.clicked.connect(lambda: self.changeAsked.emit(self._line))
        self._cancel.clicked.connect(self._ask_why)
        self._gone.clicked.connect(lambda: self.removeAsked.emit(self._line))
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
            self._kit.privacy.name(line.who, line.who_code),
            f"{day_text(words, line.day)}, {span(words, line.start, line.minutes)}",
            line.room,
            words("session-led-by", leaders=line.leader),
            words("session-sheet", code=show_code(line.code)),
            words("schedule-recorded", count=line.recorded) if line.recorded else "",
            words("schedule-printed", count=line.printed) if line.printed else "",
        ]
        self._told.setText("\n".join(part for part in told if part))
        planned = line.state is SessionState.PLANNED
        self._change.setVisible(self._may_plan and planned)
        self._cancel.setVisible(self._may_plan and planned)
        self._gone.setVisible(self._may_plan and line.state is not SessionState.HELD)
        self._restore.setVisible(self._may_plan and line.state is SessionState.CANCELLED)
        if other or not planned:
            self._why.hide()

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
