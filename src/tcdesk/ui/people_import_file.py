"""The first step of an import: the file, and the imports that were made before."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from tcdesk.services.people_import import BatchLine
from tcdesk.ui.card import Card
from tcdesk.ui.decision import decide
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import ICON, button, label

MOST_SHOWN = 5


class FileStep(QWidget):
    """Gives the path, or the batch that is to be undone."""

    def __init__(self, kit: Kit, earlier: Sequence[BatchLine], go_on: Callable[[], None]) -> None:
        super().__init__()
        words = kit.words
        self._kit = kit
        self._go_on = go_on
        self._path: Path | None = None
        self.undoing: BatchLine | None = None
        self.choose = button(words("import-file-choose"))
        self.choose.setIcon(kit.icons(Icon.FOLDER))
        self.choose.setIconSize(ICON)
        self.choose.clicked.connect(self._ask)
        self._name = label(words("import-file-none"), "muted", wrap=True)
        self._error = label("", "error", wrap=True)
        self._error.hide()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.choose)
        row.addWidget(self._name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self._error)
        column.addWidget(self._card(earlier))
        column.addStretch(1)
        self.setFocusProxy(self.choose)

    def take_file(self, path: Path) -> None:
        """Take a file that was chosen."""
        self._path = path
        self._name.setText(path.name)
        self._error.hide()

    def path(self) -> Path | None:
        """Give the chosen file; says in place that there is none."""
        if self._path is None:
            self._error.setText(self._kit.words("import-file-missing"))
            self._error.show()
        return self._path

    def _ask(self) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        told = f"{self._kit.words('import-file-kind')} (*.xlsx *.xlsm *.csv *.txt)"
        path, _kind = QFileDialog.getOpenFileName(
            self,
            self._kit.words("import-file-title"),
            QStandardPaths.writableLocation(documents),
            told,
        )
        if path:
            self.take_file(Path(path))

    def _card(self, earlier: Sequence[BatchLine]) -> Card:
        words = self._kit.words
        card = Card(words("import-earlier"))
        if not earlier:
            card.body.addWidget(label(words("import-earlier-none"), "muted", wrap=True))
        for line in earlier[:MOST_SHOWN]:
            card.body.addWidget(self._line(line))
        return card

    def _line(self, line: BatchLine) -> QWidget:
        words, batch = self._kit.words, line.batch
        at = datetime.strptime(batch.at, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
        told = words(
            "import-earlier-line",
            day=words.moment(at),
            by=line.by,
            added=batch.added,
            joined=batch.joined,
        )
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(label(told, wrap=True), 1)
        if batch.undone_at is None:
            undo = button(words("import-undo"), "link")
            undo.setAccessibleDescription(told)
            undo.clicked.connect(lambda: self._ask_undo(line))
            row.addWidget(undo)
        else:
            state = (
                words("import-earlier-undone-stayed", stayed=batch.stayed)
                if batch.stayed
                else words("import-earlier-undone")
            )
            row.addWidget(label(state, "small", wrap=True), 1 if batch.stayed else 0)
        return made

    def _ask_undo(self, line: BatchLine) -> None:
        words = self._kit.words

        def undo() -> None:
            self.undoing = line
            self._go_on()

        decide(
            self._kit,
            self.window(),
            undo,
            question=words("import-undo"),
            explanation=words("import-undo-asked"),
            yes=words("import-undo"),
            danger=True,
        )
