"""Časovnica: what happened to a person, newest first, and the summary beside it.

Only the page that is looked at is read; kinds, author and first day are filtered in the vault. What
is typed into the search is looked for in the sentences, a page of answers at a time.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tcdesk.domain.ids import AccountId
from tcdesk.domain.people import Sex
from tcdesk.domain.staff import Staff
from tcdesk.services.lines import PersonSummary, TimelineLine, TimelineQuestion
from tcdesk.services.participants import Participants, PersonFile
from tcdesk.ui.beside import Beside
from tcdesk.ui.card import Card, clear
from tcdesk.ui.fields import Choice, ChoiceField, DayField, LineField
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.people_words import is_closed, next_session_word
from tcdesk.ui.rows import Column, Order, Portion, Rows
from tcdesk.ui.search_box import folded
from tcdesk.ui.table import Table
from tcdesk.ui.timeline_words import timeline_text

PAGE = 60  # lines asked for at once
SEARCHED = 500  # lines gone through at once for what was typed
PAUSE = 200  # ms of silence before the list is asked for again

_ICONS = {
    "status": Icon.PERSON,
    "regime": Icon.LOCK,
    "housing": Icon.HOME,
    "entry": Icon.ADD_PERSON,
    "exit": Icon.LEAVE,
    "phase": Icon.UP,
    "attendance": Icon.TALK,
    "note": Icon.NOTE,
    "response": Icon.REPORTS,
    "safety": Icon.RISK,
    "consent": Icon.SIGN,
    "withdrawal": Icon.SIGN,
    "flag": Icon.RISK,
}
_FILTERS: dict[str, frozenset[str]] = {
    "all": frozenset(),
    "sessions": frozenset({"attendance"}),
    "notes": frozenset({"note"}),
    "responses": frozenset({"response", "safety"}),
    "legal": frozenset(
        {"status", "regime", "housing", "entry", "exit", "phase", "consent", "withdrawal", "flag"}
    ),
}


class TimelineTab(QWidget):
    """Reads by itself, page by page; Enter opens the session of a line."""

    sessionAsked = Signal(object)  # SessionId
    failed = Signal(Exception)

    def __init__(self, kit: Kit, people: Participants) -> None:
        super().__init__()
        words = kit.words
        self._kit = kit
        self._people = people
        self._sex = Sex.MALE
        self._question: TimelineQuestion | None = None
        self._kinds = _FILTERS["all"]
        self._chips: dict[str, QPushButton] = {}
        self.search = LineField()
        self.search.setPlaceholderText(words("person-timeline-search"))
        self.search.setAccessibleName(words("person-timeline-search"))
        self.search.setClearButtonEnabled(True)
        self.author = ChoiceField(blank=words("person-timeline-anybody"))
        self.author.setAccessibleName(words("person-timeline-author"))
        self.since = DayField(kit)
        self.since.setAccessibleName(words("person-timeline-since"))
        self._rows = Rows(self._columns(), words, self)
        self.table: Table[TimelineLine] = Table(
            self._rows,
            name=words("person-tab-timeline"),
            empty=words("person-timeline-none"),
            empty_next=words("person-timeline-none.next"),
        )
        self.table.openAsked.connect(self._open)
        self.table.horizontalHeader().setSectionsClickable(False)  # the newest first, always
        self.table.setMinimumWidth(380)
        self.summary = Card(words("person-summary"))
        self.summary.setMinimumWidth(240)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)
        self._lay_out()
        self.search.changed.connect(self._pause.start)
        self.author.changed.connect(self._ask)
        self.since.changed.connect(self._pause.start)

    def show_file(self, file: PersonFile, summary: PersonSummary) -> None:
        """Show what happened by the day of the file."""
        person = file.person
        fresh = self._question is None or self._question.person != person.id
        self._sex = person.sex
        self._question = TimelineQuestion(person=person.id, until=file.day)
        self._show_summary(summary)
        if fresh:
            self._rows.show(())
            self.author.set_choices(())
        self._ask()
        self._kit.jobs.run(
            self,
            lambda: self._people.authors(person.id),
            done=lambda found: self._offer(person.id, found),
            failed=self.failed.emit,
            lane="reader",
        )

    def forget(self) -> None:
        """Begin with everything when another person's file is opened."""
        self._question = None
        self._rows.show(())
        for field in (self.search, self.since):
            field.blockSignals(True)
            field.clear()
            field.blockSignals(False)
        self._chips["all"].setChecked(True)

    def _offer(self, person: str, found: Sequence[Staff]) -> None:
        if self._question is not None and self._question.person == person:
            self.author.set_choices(
                [
                    Choice(code=one.account, label=one.short_name)
                    for one in found
                    if one.account is not None
                ]
            )

    def _ask(self) -> None:
        self._pause.stop()
        if self._question is not None:
            self._rows.page_through(self._fetch)

    def _fetch(
        self, offset: int, order: Order | None, deliver: Callable[[Portion[TimelineLine]], None]
    ) -> None:
        del order  # it is always the newest first
        if self._question is None:
            return
        author = self.author.value()
        asked = replace(
            self._question,
            kinds=self._kinds,
            since=self.since.value(),
            author=AccountId(author) if author else None,
        )
        wanted, sex = folded(self.search.value()), self._sex

        def read() -> Portion[TimelineLine]:
            if not wanted:
                found = self._people.timeline(asked, PAGE + 1, offset)
                return Portion(values=found[:PAGE], more=len(found) > PAGE)
            hits = list(islice(self._matching(asked, wanted, sex), offset, offset + PAGE + 1))
            return Portion(values=hits[:PAGE], more=len(hits) > PAGE)

        self._kit.jobs.run(self, read, done=deliver, failed=self.failed.emit, lane="reader")

    def _matching(self, asked: TimelineQuestion, wanted: str, sex: Sex) -> Iterator[TimelineLine]:
        """Go through the lines and give those whose sentence holds what was typed."""
        words, at = self._kit.words, 0
        while lines := self._people.timeline(asked, SEARCHED, at):
            yield from (one for one in lines if wanted in folded(timeline_text(words, one, sex)))
            at += len(lines)

    def _lay_out(self) -> None:
        words = self._kit.words
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for name in _FILTERS:
            press = button(words(f"person-filter-{name}"), "chip")
            press.setCheckable(True)
            press.setAutoExclusive(True)
            press.setChecked(name == "all")
            press.toggled.connect(lambda on, name=name: self._choose(name) if on else None)
            self._chips[name] = press
            bar.addWidget(press)
        bar.addStretch(1)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self.search, 1)
        second.addWidget(self.author)
        named = label(words("person-timeline-since"), "muted")
        named.setBuddy(self.since)
        second.addWidget(named)
        second.addWidget(self.since)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addLayout(second)
        column.addWidget(self.table, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 0)
        whole.addWidget(Beside(left, self.summary, shares=(3, 1)))

    def _columns(self) -> tuple[Column[TimelineLine], ...]:
        kit, words = self._kit, self._kit.words
        return (
            Column(
                key="day",
                title=words("person-timeline-day"),
                text=lambda line: words.date(line.day),
                order=lambda line: line.day,
            ),
            Column(
                key="what",
                title=words("person-timeline-what"),
                text=lambda line: timeline_text(words, line, self._sex),
                tooltip=lambda line: timeline_text(words, line, self._sex),
                icon=lambda line: kit.icons(
                    Icon.LOCK if is_closed(line) else _ICONS[line.kind], "muted"
                ),
                stretch=True,
            ),
            Column(key="state", title=words("person-timeline-state"), text=self._state),
        )

    def _state(self, line: TimelineLine) -> str:
        if line.signed is None:
            return ""
        words = self._kit.words
        return words("person-timeline-signed" if line.signed else "person-timeline-unsigned")

    def _choose(self, name: str) -> None:
        self._kinds = _FILTERS[name]
        self._ask()

    def _open(self, line: TimelineLine) -> None:
        if line.session is not None:
            self.sessionAsked.emit(line.session)

    def _show_summary(self, summary: PersonSummary) -> None:
        clear(self.summary.body)
        words = self._kit.words
        share = round(100 * summary.attended / summary.expected) if summary.expected else None
        following = summary.next
        facts = [
            (
                words("person-summary-attendance"),
                words("person-summary-attendance.none")
                if share is None
                else words("person-summary-attendance.value", share=share, count=summary.expected),
            ),
            (
                words("person-summary-minutes"),
                words("person-summary-minutes.value", hours=words.number(summary.minutes / 60, 1)),
            ),
            (
                words("person-summary-next"),
                next_session_word(words, following)
                if following
                else words("person-summary-next.none"),
            ),
            (words("person-summary-unsigned"), str(summary.unsigned)),
        ]
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        for row, (name, value) in enumerate(facts):
            grid.addWidget(label(name, "small"), row * 2, 0)
            told = label(value, "strong", wrap=True)
            told.setContentsMargins(0, 0, 0, 8)
            grid.addWidget(told, row * 2 + 1, 0)
        self.summary.body.addWidget(holder)
        self.summary.body.addStretch(1)
