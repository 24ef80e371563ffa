"""One locked result in full: its scores, its answers, who recorded it, and its definition."""

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tcdesk.domain.instruments import Item, text_of
from tcdesk.services.assessments import Result
from tcdesk.ui.instrument_words import instrument_name, result_word, score_name
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label


class AnswersDialog(QDialog):
    """Can only be read."""

    def __init__(self, kit: Kit, parent: QWidget, result: Result) -> None:
        super().__init__(parent)
        words, definition = kit.words, result.definition
        self._kit = kit
        self._result = result
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words("shell-program"))
        title = instrument_name(words, definition)
        self.setAccessibleName(title)
        self.resize(640, 560)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(label(title, "section", wrap=True))
        for text, role in self._told():
            column.addWidget(label(text, role, wrap=True))
        holder = QScrollArea()
        holder.setWidgetResizable(True)
        holder.setFrameShape(QFrame.Shape.NoFrame)
        holder.setAccessibleName(words("instrument-answers"))
        holder.setWidget(self._grid())
        column.addWidget(holder, 1)
        close = button(words("instrument-close"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)
        close.setFocus()

    def _told(self) -> Iterator[tuple[str, str]]:
        words, response = self._kit.words, self._result.response
        yield (
            words(
                "instrument-recorded",
                day=response.day,
                mode=words(f"response-mode-{response.mode.value}"),
                author=self._result.author,
                moment=words.moment(datetime.fromisoformat(response.at)),
            ),
            "muted",
        )
        if response.reason:
            yield words("instrument-corrected-why", reason=response.reason), ""
        if self._result.superseded:
            yield words("instrument-superseded-told"), "strong"

    def _grid(self) -> QWidget:
        words, definition, language = (
            self._kit.words,
            self._result.definition,
            self._kit.words.language,
        )
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        rows = [
            (score_name(words, score), result_word(words, self._result, score.id), "strong")
            for score in definition.scores
        ]
        for number, item in enumerate(definition.items, 1):
            text = text_of(item.text, language) or words("instrument-item", number=number)
            rows.append((f"{number}.  {text}", self._answer(item), ""))
        top = Qt.AlignmentFlag.AlignTop
        for row, (left, right, role) in enumerate(rows):
            grid.addWidget(label(left, role, wrap=True), row, 0, top)
            told = label(right, role, wrap=True)
            told.setMinimumWidth(180)
            grid.addWidget(told, row, 1, top)
        grid.setRowStretch(len(rows), 1)
        return inner

    def _answer(self, item: Item) -> str:
        value = self._result.answers.get(item.id)
        if value is None:
            return self._kit.words("instrument-no-answer")
        choices = self._result.definition.responses(item).choices
        found = next((one for one in choices if one.value == value), None)
        text = text_of(found.text, self._kit.words.language) if found else ""
        return f"{value}  {text}".rstrip()
