"""The decision to sign: what is signed, and the passphrase as a deliberate act, once per batch."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.passphrase import PassphraseField

T = TypeVar("T")


class SignDialog(QDialog, Generic[T]):
    """Signs in the writer lane; a wrong passphrase is told in place and can be tried again."""

    signed = Signal(object)  # what ``sign`` gave

    def __init__(
        self,
        kit: Kit,
        parent: QWidget,
        *,
        question: str,
        explanation: str,
        sign: Callable[[str], Changed[T]],
    ) -> None:
        """Make the dialog; ``open`` shows it.

        Args:
            kit: What the window is built with.
            parent: The window it belongs to.
            question: What is signed, with the number of notes.
            explanation: What signing means (it can then only be added to).
            sign: Signs with the passphrase; runs in the writer lane.
        """
        super().__init__(parent)
        words = kit.words
        self._kit = kit
        self._sign = sign
        self.setWindowTitle(words("shell-program"))
        self.setAccessibleName(question)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(440)
        self._field = PassphraseField(kit, name=words("shell-passphrase"))
        named = label(words("shell-passphrase"))
        named.setBuddy(self._field)
        self._error = label("", "error", wrap=True)
        self._error.hide()
        self._yes = button(words("shell-sign"), "primary")
        self._yes.setDefault(True)
        self._no = button(words("shell-cancel"))
        self._no.setAutoDefault(True)  # Enter presses it when it has the focus
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(label(question, "section", wrap=True))
        column.addWidget(label(explanation, "muted", wrap=True))
        column.addSpacing(8)
        column.addWidget(named)
        column.addWidget(self._field)
        column.addWidget(self._error)
        column.addSpacing(12)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._no)
        row.addWidget(self._yes)
        column.addLayout(row)
        self._yes.clicked.connect(self._try)
        self._no.clicked.connect(self.reject)
        self._field.changed.connect(self._offer)
        self._working = False
        self._offer()
        self._field.setFocus()

    @override
    def reject(self) -> None:
        if not self._working:
            self._field.take()
            super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._working:
            event.ignore()
        else:
            super().closeEvent(event)

    def _offer(self) -> None:
        self._yes.setEnabled(bool(self._field.text()) and not self._working)

    def _lock_inputs(self, *, working: bool) -> None:
        self._working = working
        self._field.setEnabled(not working)
        self._no.setEnabled(not working)
        self._yes.setText(self._kit.words("shell-signing" if working else "shell-sign"))
        self._offer()

    def _try(self) -> None:
        self._error.hide()
        passphrase = self._field.text()
        self._lock_inputs(working=True)
        self._kit.jobs.run(
            self, lambda: self._sign(passphrase), done=self._done, failed=self._failed
        )

    def _done(self, value: T) -> None:
        self._lock_inputs(working=False)
        self._field.take()
        self.signed.emit(value)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._lock_inputs(working=False)
        self._error.setText(" ".join(self._kit.trouble.tell(error)))
        self._error.show()
        self._field.ask_again()
