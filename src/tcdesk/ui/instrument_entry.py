"""Filling in one questionnaire: its questions, or its scores, then locking the result.

What is answered is kept as a draft at once, so that one can be called away and go on later.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tcdesk.domain.instrument_scoring import missing, scores_of
from tcdesk.domain.instruments import Mode, Response, text_of
from tcdesk.domain.people import Person
from tcdesk.domain.safety import SafetyFlow
from tcdesk.services.assessments import Assessments, NewResponse, Result
from tcdesk.services.instruments import Known
from tcdesk.services.notes import Notes
from tcdesk.ui.card import Card
from tcdesk.ui.decision import decide
from tcdesk.ui.fields import Choice, ChoiceField, DayField, LineField
from tcdesk.ui.forms import NARROW_LABELS, Form
from tcdesk.ui.instrument_items import ItemList
from tcdesk.ui.instrument_words import instrument_name, score_name, source_word, value_word
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label

PAGE = "response"  # of drafts; their entity is the person
TOPICS = frozenset({"assessments", "drafts"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """What stands in a questionnaire that is not locked yet."""

    day: date
    mode: Mode
    answers: Mapping[str, int] = field(default_factory=dict, repr=False)
    entered: Mapping[str, str] = field(default_factory=dict, repr=False)
    supersedes: str | None = None
    reason: str = field(default="", repr=False)


def drafts_of(payload: str) -> Mapping[str, Begun]:
    """Read the unfinished questionnaires of a person, by code."""
    told = cast("dict[str, dict[str, object]]", json.loads(payload))
    return {
        code: Begun(
            day=date.fromisoformat(str(one["day"])),
            mode=Mode(str(one["mode"])),
            answers=cast("dict[str, int]", one["answers"]),
            entered=cast("dict[str, str]", one["entered"]),
            supersedes=cast("str | None", one["supersedes"]),
            reason=str(one["reason"]),
        )
        for code, one in told.items()
    }


def payload_of(drafts: Mapping[str, Begun]) -> str:
    """Write unfinished questionnaires."""
    return json.dumps(
        {
            code: {
                "day": one.day.isoformat(),
                "mode": one.mode.value,
                "answers": dict(one.answers),
                "entered": dict(one.entered),
                "supersedes": one.supersedes,
                "reason": one.reason,
            }
            for code, one in drafts.items()
        },
        ensure_ascii=False,
    )


class EntryPanel(QWidget):
    """The questionnaire on the screen; it takes the place of the list of results."""

    locked = Signal(object, object)  # Response, SafetyFlow or None
    left = Signal(str)  # what is said: kept for later, or thrown away

    def __init__(
        self,
        kit: Kit,
        assessments: Assessments,
        person: Person,
        known: Known,
        begun: Begun,
        others: Mapping[str, Begun],
        *,
        corrects: Result | None = None,
    ) -> None:
        """Make the panel.

        Args:
            kit: What the window is built with.
            assessments: Records it.
            person: Who answers.
            known: The questionnaire; for a correction the edition that was answered.
            begun: What was answered already.
            others: Other unfinished questionnaires of the person, kept in the same draft.
            corrects: The result that is corrected.
        """
        super().__init__()
        self._kit = kit
        self._assessments = assessments
        self._notes = Notes(assessments.desk)
        self._person = person
        self._known = known
        self._begun = begun
        self._others = {key: one for key, one in others.items() if key != known.definition.code}
        self._corrects = corrects
        self._done = False
        words = kit.words
        self.day = DayField(kit, begun.day)
        self.mode = ChoiceField(
            [Choice(code=one.value, label=words(f"response-mode-{one.value}")) for one in Mode]
        )
        self.mode.set_value(begun.mode.value)
        self.reason = LineField(begun.reason)
        self.items: ItemList | None = None
        self.scores: dict[str, LineField] = {}
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.told = label("", "strong", wrap=True)
        self.lock = button(words("instrument-lock"), "primary")
        self.later = button(words("instrument-later"), help_text=words("instrument-later.help"))
        self.drop = button(words("instrument-drop"), "quiet")
        self._lay_out()
        self.lock.clicked.connect(self.ask_lock)
        self.later.clicked.connect(self._leave)
        self.drop.clicked.connect(self._throw_away)
        for one in (self.day, self.mode, self.reason):
            one.changed.connect(self.keep)
        self._tell()

    def begin(self) -> None:
        """Let the keyboard be at the first question without an answer."""
        if self.items is not None:
            self.items.go(self.items.first_open())
        else:
            next(iter(self.scores.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep what is answered as a draft."""
        self._keep(lambda _none: None)

    def _keep(self, then: Callable[[None], None]) -> None:
        if self._done:
            return
        drafts = {**self._others, self._known.definition.code: self._now()}
        payload, person = payload_of(drafts), self._person.id
        self._kit.jobs.run(
            self,
            lambda: self._notes.keep_draft(PAGE, person, payload, 0),
            done=then,
            failed=self._refused,
        )

    def ask_lock(self) -> None:
        """Ask once before the result is locked; what is missing is said."""
        words, definition = self._kit.words, self._known.definition
        self.error.hide()
        lacking = 0 if definition.entered else len(missing(definition, self._now().answers))
        told = [self.told.text()]
        if lacking:
            told.append(words("instrument-lacking", count=lacking))
        told.append(words("instrument-lock-ask.why"))
        decide(
            self._kit,
            self,
            self._record,
            question=words("instrument-lock-ask", name=definition.short),
            explanation="\n\n".join(one for one in told if one),
            yes=words("instrument-lock"),
        )

    def _lay_out(self) -> None:
        words, definition = self._kit.words, self._known.definition
        language = words.language
        title = instrument_name(words, definition)
        if self._corrects is not None:
            title = words("instrument-correcting", name=title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        card = Card(title)
        card.body.addWidget(label(source_word(words, definition), "small", wrap=True))
        form = Form(labels=NARROW_LABELS)
        form.add_row(
            words("instrument-day"),
            ((words("instrument-day"), self.day), (words("instrument-mode"), self.mode)),
        )
        if self._corrects is not None:
            form.add(words("instrument-reason"), self.reason)
        card.body.addWidget(form)
        for text, role in (
            (text_of(definition.guidance, language), "muted"),
            (text_of(definition.instruction, language), "strong"),
        ):
            if text:
                card.body.addWidget(label(text, role, wrap=True))
        column.addWidget(card)
        column.addWidget(self._questions(), 1)
        column.addWidget(self.error)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.told, 1)
        for press in (self.drop, self.later, self.lock):
            foot.addWidget(press)
        column.addLayout(foot)
        keys = words("instrument-keys") if definition.items else ""
        licence = definition.licence
        for text in (keys, words("instrument-credit", text=licence.attribution)):
            if text:
                column.addWidget(label(text, "small", wrap=True))

    def _questions(self) -> QWidget:
        definition = self._known.definition
        if not definition.entered:
            self.items = ItemList(self._kit, definition, self._begun.answers)
            self.items.answered.connect(self._answered)
            self.items.finished.connect(self.ask_lock)
            return self.items
        form, card = Form(), Card()
        for score in definition.scores:
            typed = LineField(self._begun.entered.get(score.id, ""), longest=8)
            typed.setFixedWidth(100)
            typed.changed.connect(self._answered)
            typed.returnPressed.connect(self.ask_lock)
            self.scores[score.id] = typed
            hint = self._kit.words(
                "instrument-score-range",
                least=value_word(self._kit.words, score.least),
                most=value_word(self._kit.words, score.most),
            )
            form.add(score_name(self._kit.words, score), typed, hint=hint, wide=False)
        holder = QScrollArea()
        holder.setWidgetResizable(True)
        holder.setFrameShape(QScrollArea.Shape.NoFrame)
        holder.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        card.body.addWidget(form)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        holder.setWidget(inner)
        return holder

    def _answered(self) -> None:
        self._tell()
        self.keep()

    def _now(self) -> Begun:
        return Begun(
            day=self.day.value() or self._begun.day,
            mode=Mode(self.mode.value() or Mode.INTERVIEW.value),
            answers=dict(self.items.answers) if self.items else {},
            entered={key: one.value() for key, one in self.scores.items()},
            supersedes=self._corrects.response.id if self._corrects else None,
            reason=self.reason.value(),
        )

    def _tell(self) -> None:
        """Say how much is answered and what the score would be."""
        words, definition = self._kit.words, self._known.definition
        if self.items is None:
            self.told.setText("")
            return
        told = words(
            "instrument-progress", count=len(self.items.answers), all=len(definition.items)
        )
        value = scores_of(definition, self.items.answers).get(definition.main.id)
        if value is not None:
            score = score_name(words, definition.main)
            told += f" · {score} {value_word(words, value)}"
        self.told.setText(told)

    def _record(self) -> None:
        now, day = self._now(), self.day.value()
        entered = {key: _number(text) for key, text in now.entered.items()}
        if day is None or any(value is None and now.entered[key] for key, value in entered.items()):
            self._say(self._kit.words("instrument-unreadable"))
            return
        new = NewResponse(
            person=self._person.id,
            instrument=self._known.definition.code,
            day=day,
            mode=now.mode,
            answers=now.answers,
            entered={key: value for key, value in entered.items() if value is not None},
            supersedes=now.supersedes,
            reason=now.reason,
        )

        def record() -> Changed[tuple[Response, SafetyFlow | None]]:
            told = self._assessments.record(new)
            self._drop_draft()
            return Changed(told, TOPICS)

        self.lock.setEnabled(False)
        self._kit.jobs.run(self, record, done=self._recorded, failed=self._refused)

    def _recorded(self, told: tuple[Response, SafetyFlow | None]) -> None:
        self._done = True
        self.locked.emit(*told)

    def _leave(self) -> None:
        """Leave once it is kept, so that the list shows what was begun."""
        self._keep(lambda _none: self.left.emit(self._kit.words("instrument-kept")))

    def _throw_away(self) -> None:
        words = self._kit.words

        def drop() -> None:
            self._done = True

            def forget() -> Changed[None]:
                self._drop_draft()
                return Changed(None, TOPICS)

            self._kit.jobs.run(
                self,
                forget,
                done=lambda _none: self.left.emit(words("instrument-dropped")),
                failed=self._refused,
            )

        decide(
            self._kit,
            self,
            drop,
            question=words("instrument-drop-ask"),
            explanation=words("instrument-drop-ask.why"),
            yes=words("instrument-drop"),
            danger=True,
        )

    def _drop_draft(self) -> None:
        """Forget this questionnaire's draft; the person's other ones stay."""
        if self._others:
            self._notes.keep_draft(PAGE, self._person.id, payload_of(self._others), 0)
        else:
            self._notes.drop_draft(PAGE, self._person.id)

    def _refused(self, error: Exception) -> None:
        self.lock.setEnabled(True)
        self._say(" ".join(self._kit.trouble.tell(error)))

    def _say(self, text: str) -> None:
        self.error.setText(text)
        self.error.show()


def _number(text: str) -> Decimal | None:
    """Read a score as people here type it."""
    plain = text.strip().replace(",", ".")
    whole, _, rest = plain.partition(".")
    return Decimal(plain) if whole.isdecimal() and (rest.isdecimal() or not rest) else None
