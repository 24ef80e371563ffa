"""The one kind of dialog: a decision, in our own words, with the safe answer preselected."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label


class Decision(QDialog):
    """Asks one question and closes; Escape and the window's close button mean No."""

    def __init__(
        self,
        kit: Kit,
        parent: QWidget,
        *,
        question: str,
        explanation: str,
        yes: str,
        no: str = "",
        danger: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(kit.words("shell-program"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(question)
        self.setMinimumWidth(420)
        self.setMaximumWidth(560)
        self.yes = button(yes, "danger" if danger else "primary")
        self.no = button(no or kit.words("shell-cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(label(question, "section", wrap=True))
        column.addWidget(label(explanation, wrap=True))
        column.addSpacing(16)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        column.addLayout(row)
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        for answer in (self.no, self.yes):
            answer.setAutoDefault(True)  # Enter presses the answer that has the focus
        safe = self.no if danger else self.yes
        safe.setDefault(True)
        safe.setFocus()


def decide(
    kit: Kit,
    parent: QWidget,
    then: Callable[[], None],
    *,
    question: str,
    explanation: str,
    yes: str,
    no: str = "",
    danger: bool = False,
) -> Decision:
    """Ask without stopping the program; ``then`` runs only after Yes."""
    dialog = Decision(
        kit,
        parent,
        question=question,
        explanation=explanation,
        yes=yes,
        no=no,
        danger=danger,
    )
    dialog.accepted.connect(then)
    dialog.open()
    return dialog
