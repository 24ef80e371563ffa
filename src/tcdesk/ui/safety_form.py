"""The safety procedure on the screen: who was told and when, what was agreed, the safety plan.

It opens by itself after a worrying answer. Leaving it unfinished is a decision that is put on
record; what is typed is saved all the same.
"""

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tcdesk.domain.safety import SafetyFlow
from tcdesk.services.safety import Safety
from tcdesk.ui.card import Card
from tcdesk.ui.decision import decide
from tcdesk.ui.fields import DayField, LineField, LongText, TimeField
from tcdesk.ui.forms import Form
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label

TOPICS = frozenset({"assessments"})


class SafetyPanel(QWidget):
    """One procedure of a person; a closed one can only be read."""

    saved = Signal(str)
    left = Signal()

    def __init__(self, kit: Kit, safety: Safety, flow: SafetyFlow, version: int) -> None:
        super().__init__()
        self._kit = kit
        self._safety = safety
        self._flow = flow
        self._version = version
        words = kit.words
        told = datetime.fromisoformat(flow.told_at) if flow.told_at else None
        self.whom = LineField(flow.told_whom)
        self.day = DayField(kit, told.date() if told else None)
        self.time = TimeField(kit, told.hour * 60 + told.minute if told else None)
        self.agreed = _text(flow.agreed, 3)
        self.plan = _text(flow.plan, 6)
        self.review = DayField(kit, flow.review)
        self.outcome = _text(flow.outcome, 2)
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.save = button(words("safety-save"), "primary")
        self.close_flow = button(words("safety-close"), help_text=words("safety-close.help"))
        self.off = button(words("safety-put-off"), "quiet")
        self._lay_out()
        self.save.clicked.connect(lambda: self._write(close=False))
        self.close_flow.clicked.connect(self._ask_close)
        self.off.clicked.connect(self._ask_put_off)

    def begin(self) -> None:
        """Let the keyboard be at the first field."""
        (self.off if self._flow.closed_at else self.whom).setFocus()

    def keep(self) -> None:
        """Save what is typed so far, without a word; nothing typed is ever lost."""
        flow = self._typed()
        if flow != self._flow and self._flow.closed_at is None:
            version = self._version
            self._kit.jobs.run(self, lambda: self._safety.keep(flow, expected=version))

    def _lay_out(self) -> None:
        words, flow = self._kit.words, self._flow
        opened = words.moment(datetime.fromisoformat(flow.opened_at))
        card = Card(words("safety-title"))
        why = (
            words("safety-why-item", item=flow.item, moment=opened)
            if flow.item
            else words("safety-why-hand", moment=opened)
        )
        card.body.addWidget(label(why, "strong", wrap=True))
        if flow.closed_at:
            closed = words.moment(datetime.fromisoformat(flow.closed_at))
            card.body.addWidget(label(words("safety-closed-at", moment=closed), wrap=True))
        else:
            card.body.addWidget(label(words("safety-advice"), "muted", wrap=True))
        form = Form()
        form.add(words("safety-whom"), self.whom, hint=words("safety-whom.hint"))
        form.add_row(
            words("safety-when"),
            ((words("safety-when-day"), self.day), (words("safety-when-time"), self.time)),
        )
        form.add(words("safety-agreed"), self.agreed)
        form.add(words("safety-plan"), self.plan, hint=words("safety-plan.hint"))
        form.add(words("safety-review"), self.review, wide=False)
        form.add(words("safety-outcome"), self.outcome, hint=words("safety-outcome.hint"))
        card.body.addWidget(form)
        holder = QScrollArea()
        holder.setWidgetResizable(True)
        holder.setFrameShape(QFrame.Shape.NoFrame)
        holder.setMinimumHeight(200)
        holder.setWidget(card)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for press in (self.off, self.close_flow, self.save):
            foot.addWidget(press)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(holder, 1)
        column.addWidget(self.error)
        column.addLayout(foot)
        if flow.closed_at:
            self._read_only()

    def _read_only(self) -> None:
        for field in (self.whom, self.day, self.time, self.review):
            field.setReadOnly(True)
        for text in (self.agreed, self.plan, self.outcome):
            text.setReadOnly(True)
        self.save.hide()
        self.close_flow.hide()
        self.off.setText(self._kit.words("safety-back"))

    def _typed(self) -> SafetyFlow:
        return replace(
            self._flow,
            told_whom=self.whom.value(),
            told_at=_moment(self.day.value(), self.time.value()),
            agreed=self.agreed.value(),
            plan=self.plan.value(),
            review=self.review.value(),
            outcome=self.outcome.value(),
        )

    def _write(self, *, close: bool) -> None:
        self.error.hide()
        flow, version, words = self._typed(), self._version, self._kit.words

        def write() -> Changed[None]:
            if close:
                self._safety.close(flow, expected=version)
            else:
                self._safety.keep(flow, expected=version)
            return Changed(None, TOPICS)

        said = words("safety-closed" if close else "safety-saved")
        self._kit.jobs.run(
            self, write, done=lambda _none: self._written(flow, said), failed=self._refused
        )

    def _written(self, flow: SafetyFlow, said: str) -> None:
        self._flow = flow
        self.saved.emit(said)
        self.left.emit()

    def _ask_close(self) -> None:
        words = self._kit.words
        decide(
            self._kit,
            self,
            lambda: self._write(close=True),
            question=words("safety-close-ask"),
            explanation=words("safety-close-ask.why"),
            yes=words("safety-close"),
            danger=True,
        )

    def _ask_put_off(self) -> None:
        words, flow = self._kit.words, self._flow
        if flow.closed_at is not None:
            self.left.emit()
            return

        def put_off() -> None:
            typed, version = self._typed(), self._version

            def write() -> Changed[None]:
                if typed != flow:
                    self._safety.keep(typed, expected=version)
                self._safety.put_off(flow)
                return Changed(None, TOPICS)

            self._kit.jobs.run(
                self, write, done=lambda _none: self.left.emit(), failed=self._refused
            )

        decide(
            self._kit,
            self,
            put_off,
            question=words("safety-put-off-ask"),
            explanation=words("safety-put-off-ask.why"),
            yes=words("safety-put-off"),
            danger=True,
        )

    def _refused(self, error: Exception) -> None:
        self.error.setText(" ".join(self._kit.trouble.tell(error)))
        self.error.show()


def _text(text: str, lines: int) -> LongText:
    made = LongText(lines=lines)
    made.set_value(text)
    made.setFixedHeight(made.minimumHeight())
    return made


def _moment(day: date | None, minutes: int | None) -> str:
    """Write local day and time of day; empty unless both are there."""
    if day is None or minutes is None:
        return ""
    return f"{day.isoformat()}T{minutes // 60:02}:{minutes % 60:02}"
