"""The backup that closing the program makes: a real measure, a way out, a failure said in place."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.ui.jobs import JobCancelledError, Progress
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label


class ClosingBackup(QDialog):
    """Runs the backup at once; ``leave`` tells that the program may close, ``rejected`` to stay."""

    leave = Signal()

    def __init__(self, kit: Kit, parent: QWidget, *, make: Callable[[Progress], object]) -> None:
        super().__init__(parent)
        words = kit.words
        self._kit = kit
        self._make = make
        self._progress: Progress | None = None
        self._without = False
        self.setWindowTitle(words("shell-program"))
        self.setAccessibleName(words("closing-backup"))
        self.setMinimumWidth(460)
        self._measure = QProgressBar()
        self._measure.setRange(0, 1000)
        self._measure.setTextVisible(False)
        self._measure.setAccessibleName(words("shell-progress"))
        self._error = label("", "error", wrap=True)
        self._error.hide()
        self._stay = button(words("closing-stay"))
        self._skip = button(words("closing-without"))
        self._again = button(words("shell-try-again"), "primary")
        self._again.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(label(words("closing-backup"), "section", wrap=True))
        column.addWidget(label(words("closing-backup.why"), "muted", wrap=True))
        column.addWidget(self._measure)
        column.addWidget(self._error)
        column.addSpacing(12)
        row = QHBoxLayout()
        row.addWidget(self._skip)
        row.addStretch(1)
        row.addWidget(self._stay)
        row.addWidget(self._again)
        column.addLayout(row)
        self._stay.setFocus()  # Enter must not close without a copy
        self._stay.clicked.connect(self.reject)
        self._skip.clicked.connect(self._go_without)
        self._again.clicked.connect(self.begin)

    def begin(self) -> None:
        """Make the backup, or try it again."""
        self._error.hide()
        self._again.hide()
        self._measure.show()
        self._measure.setValue(0)
        self._progress = self._kit.jobs.run_long(
            self, self._make, done=lambda _made: self._end(), failed=self._failed, measured=self._at
        )

    @override
    def reject(self) -> None:
        if self._progress:
            self._progress.cancel()  # what is half made goes away in its own lane
        super().reject()

    def _go_without(self) -> None:
        self._without = True
        if self._progress and not self._progress.cancelled:
            self._progress.cancel()
            self._skip.setEnabled(False)
        else:
            self._end()

    def _end(self) -> None:
        self._progress = None
        if self.isVisible():
            self.accept()
            self.leave.emit()

    def _failed(self, error: Exception) -> None:
        self._progress = None
        if self._without:
            self._end()  # whatever stopped it: the person has chosen to leave without a copy
            return
        if isinstance(error, JobCancelledError):
            return
        self._measure.hide()
        self._error.setText(" ".join(self._kit.trouble.tell(error)))
        self._error.show()
        self._again.show()
        self._again.setFocus()

    def _at(self, fraction: float) -> None:
        self._measure.setValue(round(fraction * 1000))
