"""Beside the list of participants: the chosen person in short, and the way into the file."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from tcdesk.domain.ids import PersonId
from tcdesk.services.desk import Desk
from tcdesk.services.enrolments import Enrolments, EpisodeFile
from tcdesk.services.lines import PersonLine, PersonSummary
from tcdesk.services.participants import Participants, PersonFile
from tcdesk.ui.card import Card, clear
from tcdesk.ui.flag_words import risk_chip
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.people_words import (
    born_word,
    kind_word,
    next_session_word,
    period_word,
    phase_word,
    status_word,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """What is read of a person for the area beside the list: no events, no notes."""

    file: PersonFile = field(repr=False)
    episodes: Sequence[EpisodeFile]
    summary: PersonSummary


class PersonBeside(Card):
    """Follows the list; an empty choice says what to do."""

    openAsked = Signal(object)  # PersonId

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__()
        self._kit = kit
        self._people = Participants(desk)
        self._enrolments = Enrolments(desk)
        self._line: PersonLine | None = None
        self.setMinimumWidth(300)
        self._show_nobody()

    def show_line(self, line: PersonLine | None) -> None:
        """Show a person of the list, first what the list knows, then the rest."""
        self._line = line
        if line is None:
            self._show_nobody()
            return
        self._show_line(line, None)
        person, day = line.id, self._kit.clock.today()

        def show(short: Short) -> None:
            if self._line is not None and self._line.id == person:
                self._show_line(self._line, short)

        self._kit.jobs.run(self, lambda: self._read(person, day), done=show, lane="reader")

    def _read(self, person: PersonId, day: date) -> Short:
        return Short(
            file=self._people.glance(person, day=day),
            episodes=self._enrolments.of(person),
            summary=self._people.summary(person, day=day),
        )

    def _show_nobody(self) -> None:
        clear(self.body)
        self.set_title("")
        words = self._kit.words
        self.body.addStretch(1)
        for text, role in ((words("people-choose"), "strong"), (words("people-choose.next"), "")):
            self.body.addWidget(label(text, role or "muted", wrap=True))
        self.body.addStretch(2)

    def _show_line(self, line: PersonLine, short: Short | None) -> None:
        clear(self.body)
        kit, words = self._kit, self._kit.words
        self.set_title(kit.privacy.name(line.name, line.code))
        if line.marks:
            self.body.addWidget(risk_chip(words, line.marks))
        facts = [
            (words("people-code"), line.code),
            (
                words("people-birth"),
                kit.privacy.fact(born_word(words, line.birth_date, kit.clock.today())),
            ),
        ]
        if line.status is None:
            facts.append((words("people-status"), kind_word(words, line.kind, line.sex)))
        if short:
            facts += self._facts(line, short)
        grid_of = QWidget()
        grid = QGridLayout(grid_of)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(facts):
            grid.addWidget(label(name, "small"), row, 0)
            grid.addWidget(label(value, wrap=True), row, 1)
        self.body.addWidget(grid_of)
        opens = button(words("people-open"), "primary")
        opens.clicked.connect(lambda: self.openAsked.emit(line.id))
        row_of = QHBoxLayout()
        row_of.addWidget(opens)
        row_of.addStretch(1)
        holder = QWidget()
        holder.setLayout(row_of)
        row_of.setContentsMargins(0, 4, 0, 0)
        self.body.addWidget(holder)
        self.body.addStretch(1)

    def _facts(self, line: PersonLine, short: Short) -> list[tuple[str, str]]:
        words = self._kit.words
        facts = []
        if short.file.status:
            stay = short.file.status
            status = status_word(words, stay.status, line.sex)
            since = period_word(words, stay.from_date, None)
            facts.append((words("people-status"), f"{status}, {since}"))
        for file in short.episodes[:2]:
            phase = phase_word(words, file, self._kit.clock.today())
            when = period_word(words, file.episode.from_date, file.episode.to_date)
            name = file.programme.code
            facts.append((words("people-programme"), f"{name}, {phase or when}"))
        following = short.summary.next
        if following:
            facts.append((words("person-summary-next"), next_session_word(words, following)))
        return facts
