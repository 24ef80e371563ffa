"""A short form in place, beside what it is about: some fields, Save, Cancel, what is wrong."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton
from typing_extensions import override

from tcdesk.ui.card import Card
from tcdesk.ui.forms import Form
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label

Write = Callable[[], Changed[None]]


class SmallForm(Card):
    """Subclasses fill ``form`` and say in ``write`` what is saved. Enter saves, Escape leaves."""

    saved = Signal(str)  # the sentence that says what was saved
    leftAsked = Signal()

    def __init__(self, kit: Kit, title: str, *, done: str, form: Form | None = None) -> None:
        """Make the form.

        Args:
            kit: What the window is built with.
            title: What it is for.
            done: What is said once it is saved.
            form: Fields that are built already.
        """
        super().__init__(title)
        self.kit = kit
        self.form = form or Form()
        self._done = done
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.save = button(kit.words("form-save"), "primary")
        self.cancel = button(kit.words("shell-cancel"))
        self.body.addWidget(self.form)
        self.body.addWidget(self.error)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.body.addSpacing(4)
        self.body.addLayout(row)
        self.save.clicked.connect(self.try_save)
        self.cancel.clicked.connect(self.leftAsked)

    def write(self) -> Write | None:
        """Give what writes the typed in the writer lane; None when a field is wrong (told there).

        Raises:
            NotImplementedError: A subclass must say it.
        """
        raise NotImplementedError

    def try_save(self) -> None:
        """Save, if every field is right."""
        self.error.hide()
        job = self.write()
        if job is None or not self.save.isEnabled():
            return
        self.save.setEnabled(False)
        self.kit.jobs.run(self, job, done=self._saved, failed=self.refused)

    def refused(self, error: Exception) -> None:
        """Say in place why it was not saved."""
        self.save.setEnabled(True)
        self.error.setText(" ".join(self.kit.trouble.tell(error)))
        self.error.show()

    def _saved(self, _value: None) -> None:
        self.save.setEnabled(True)
        self.saved.emit(self._done)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            press_or(self.try_save)
        elif event.key() == Qt.Key.Key_Escape:
            self.leftAsked.emit()
        else:
            super().keyPressEvent(event)


def press_or(do: Callable[[], None]) -> None:
    """Press the button that has the focus; do something else when none has it (Enter in a form)."""
    focused = QApplication.focusWidget()
    if isinstance(focused, QPushButton):
        focused.click()
    else:
        do()
