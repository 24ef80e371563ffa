"""The results of one questionnaire: a chart of change, and the table that says the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from tcdesk.domain.instruments import text_of
from tcdesk.services.assessments import Result
from tcdesk.ui.card import Card
from tcdesk.ui.change_chart import ChangeChart, Curve
from tcdesk.ui.fields import Choice, ChoiceField
from tcdesk.ui.instrument_words import (
    change_word,
    instrument_name,
    result_word,
    score_name,
    source_word,
    value_word,
)
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One result in the table, with what it is compared to."""

    result: Result
    first: Result
    score: str


class ResultsCard(Card):
    """Follows the list of questionnaires."""

    correctAsked = Signal(object)  # Result
    showAsked = Signal(object)  # Result

    def __init__(self, kit: Kit, *, may_write: bool) -> None:
        super().__init__()
        words = kit.words
        self._kit = kit
        self._results: Sequence[Result] = ()
        self.setMinimumWidth(380)
        self.scale = ChoiceField()
        self.scale.setAccessibleName(words("instrument-scale"))
        self.chart = ChangeChart(kit)
        self._rows: Rows[_Line] = Rows(self._columns(), words, self)
        self.table: Table[_Line] = Table(
            self._rows,
            name=words("instrument-results"),
            empty=words("instrument-results-none"),
            empty_next=words("instrument-results-none.next"),
        )
        self.correct = button(words("instrument-correct"))
        self.answers = button(words("instrument-answers"))
        self._source = label("", "small", wrap=True)
        self.body.addWidget(self.scale)
        self.body.addWidget(self.chart)
        self.body.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addWidget(self.answers)
        row.addWidget(self.correct)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self._source)
        if not may_write:
            self.correct.hide()
        self.scale.changed.connect(self._draw)
        self.table.chosen.connect(lambda _line: self._offer())
        self.table.openAsked.connect(lambda line: self.showAsked.emit(line.result))
        self.correct.clicked.connect(lambda: self._tell(self.correctAsked.emit))
        self.answers.clicked.connect(lambda: self._tell(self.showAsked.emit))
        self.show_results(())

    def show_results(self, results: Sequence[Result]) -> None:
        """Show results of one questionnaire, oldest first; corrected ones stand in the table."""
        self._results = results
        words = self._kit.words
        newest = results[-1].definition if results else None
        self.set_title(instrument_name(words, newest) if newest else words("instrument-results"))
        self._source.setText(
            words(
                "instrument-credit-source",
                credit=newest.licence.attribution,
                source=source_word(words, newest),
                version=str(newest.version),
                digest=results[-1].sha256[:12],
            )
            if newest
            else ""
        )
        scores = newest.scores if newest else ()
        self.scale.set_choices(
            [Choice(code=one.id, label=score_name(words, one)) for one in scores]
        )
        self.scale.setVisible(len(scores) > 1)
        self._draw()

    def _draw(self) -> None:
        score = self.scale.value()
        standing = [
            one
            for one in self._results
            if not one.superseded and one.values.get(score or "") is not None
        ]
        self.chart.show_curve(self._curve(standing, score) if standing and score else None)
        first = standing[0] if standing else None
        self._rows.show(
            [
                _Line(result=one, first=first or one, score=score or "")
                for one in reversed(self._results)
            ]
        )
        if self._results:
            self.table.selectRow(0)
        self._offer()

    def _curve(self, standing: Sequence[Result], score: str) -> Curve | None:
        words, newest = self._kit.words, standing[-1]
        scale = next((one for one in newest.definition.scores if one.id == score), None)
        if scale is None:
            return None
        points = [
            (one.response.day, float(value), value_word(words, value))
            for one in standing
            if (value := one.values[score]) is not None
        ]
        known = newest.definition.reliable_change(score)
        band = newest.bands.get(score)
        bands = [
            one
            for one in newest.definition.bands
            if one.score == score and (band is None or one.sex is band.sex)
        ]
        return Curve(
            title=words("instrument-chart", score=score_name(words, scale)),
            least=float(scale.least),
            most=float(scale.most),
            points=points,
            bands=[(float(one.start), text_of(one.label, words.language)) for one in bands],
            reliable=float(known.points) if known and len(points) > 1 else None,
            told=words(
                "instrument-chart-told",
                first=points[0][2],
                begun=points[0][0],
                last=points[-1][2],
                day=points[-1][0],
                change=change_word(words, newest, standing[0], score) or "±0",
            ),
        )

    def _columns(self) -> Sequence[Column[_Line]]:
        words = self._kit.words
        return (
            Column[_Line](
                key="day",
                title=words("instrument-column-day"),
                text=lambda one: words.date(one.result.response.day),
                order=lambda one: one.result.response.day,
            ),
            Column[_Line](
                key="score",
                title=words("instrument-column-score"),
                text=self._score,
                order=lambda one: float(one.result.values.get(one.score) or 0),
                stretch=True,
            ),
            Column[_Line](
                key="change",
                title=words("instrument-column-change"),
                text=lambda one: (
                    ""
                    if one.result.superseded
                    else change_word(words, one.result, one.first, one.score)
                ),
            ),
            Column[_Line](
                key="author",
                title=words("instrument-column-author"),
                text=lambda one: one.result.author,
            ),
        )

    def _score(self, line: _Line) -> str:
        told = result_word(self._kit.words, line.result, line.score)
        return (
            self._kit.words("instrument-superseded", score=told) if line.result.superseded else told
        )

    def _offer(self) -> None:
        line = self._current()
        self.answers.setEnabled(line is not None)
        self.correct.setEnabled(line is not None and not line.result.superseded)

    def _current(self) -> _Line | None:
        index = self.table.currentIndex()
        return self._rows.value(index) if index.isValid() else None

    def _tell(self, tell: Callable[[Result], None]) -> None:
        line = self._current()
        if line is not None:
            tell(line.result)
