"""Časovnica: what happened to a person, newest first, and the summary beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tcdesk.domain.people import Sex
from tcdesk.services.lines import PersonSummary, TimelineLine
from tcdesk.ui.beside import Beside
from tcdesk.ui.card import Card, clear
from tcdesk.ui.fields import LineField
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.people_words import is_closed, next_session_word, timeline_text
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.search_box import folded
from tcdesk.ui.table import Table

_ICONS = {
    "status": Icon.PERSON,
    "entry": Icon.ADD_PERSON,
    "exit": Icon.LEAVE,
    "phase": Icon.UP,
    "attendance": Icon.TALK,
    "note": Icon.NOTE,
    "response": Icon.REPORTS,
    "safety": Icon.RISK,
}
_FILTERS: dict[str, frozenset[str]] = {
    "all": frozenset(_ICONS),
    "sessions": frozenset({"attendance"}),
    "notes": frozenset({"note"}),
    "responses": frozenset({"response", "safety"}),
    "legal": frozenset({"status", "entry", "exit", "phase"}),
}


class TimelineTab(QWidget):
    """Filters and searches what is loaded; Enter opens the session of a line."""

    sessionAsked = Signal(object)  # SessionId

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        words = kit.words
        self._kit = kit
        self._sex = Sex.MALE
        self._lines: Sequence[TimelineLine] = ()
        self._kinds = _FILTERS["all"]
        self._chips: dict[str, QPushButton] = {}
        self.search = LineField()
        self.search.setPlaceholderText(words("person-timeline-search"))
        self.search.setAccessibleName(words("person-timeline-search"))
        self.search.setClearButtonEnabled(True)
        self.search.changed.connect(self._filter)
        self._rows = Rows(self._columns(), words, self)
        self.table: Table[TimelineLine] = Table(
            self._rows,
            name=words("person-tab-timeline"),
            empty=words("person-timeline-none"),
            empty_next=words("person-timeline-none.next"),
        )
        self.table.openAsked.connect(self._open)
        self.table.setMinimumWidth(380)
        self.summary = Card(words("person-summary"))
        self.summary.setMinimumWidth(240)
        self._lay_out()

    def show_file(self, lines: Sequence[TimelineLine], summary: PersonSummary, sex: Sex) -> None:
        """Show what happened."""
        self._lines, self._sex = lines, sex
        self._filter()
        self._show_summary(summary)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for name in _FILTERS:
            press = button(self._kit.words(f"person-filter-{name}"), "chip")
            press.setCheckable(True)
            press.setAutoExclusive(True)
            press.setChecked(name == "all")
            press.toggled.connect(lambda on, name=name: self._choose(name) if on else None)
            self._chips[name] = press
            bar.addWidget(press)
        bar.addWidget(self.search, 1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(bar)
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
        self._filter()

    def _filter(self) -> None:
        wanted = folded(self.search.value())
        words = self._kit.words
        self._rows.show(
            [
                line
                for line in self._lines
                if line.kind in self._kinds
                and wanted in folded(timeline_text(words, line, self._sex))
            ]
        )

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
