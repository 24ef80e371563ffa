"""A column of cards with room beside it for the form that changes one of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from tcdesk.ui.beside import Beside
from tcdesk.ui.card import clear, let_go
from tcdesk.ui.small_form import SmallForm

LEAST = 360  # logical pixels, of the column
FORM = 400


class FormBeside(QWidget):
    """Cards scroll at the left; a form opens at the right, or below where there is no room."""

    saved = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.form: SmallForm | None = None
        self.cards = QVBoxLayout()
        self.cards.setContentsMargins(0, 0, 4, 0)
        self.cards.setSpacing(12)
        self._side = QVBoxLayout()
        self._side.setContentsMargins(0, 0, 4, 0)
        self._side_of = _scrolled(self._side, FORM)
        self._side_of.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Beside(_scrolled(self.cards, LEAST), self._side_of, shares=(3, 2)))

    def open_form(self, form: SmallForm) -> None:
        """Show a form beside the cards, in the place of another."""
        self.close_form()
        self.form = form
        clear(self._side)
        self._side.addWidget(form)
        self._side.addStretch(1)
        self._side_of.show()
        form.saved.connect(self._saved)
        form.leftAsked.connect(self.close_form)
        form.form.focus_first()

    def close_form(self) -> None:
        """Put the form away."""
        if self.form is not None:
            let_go(self.form, focus_to=self)
            self.form = None
        self._side_of.hide()

    def _saved(self, text: str) -> None:
        self.close_form()
        self.saved.emit(text)


def _scrolled(column: QVBoxLayout, least: int) -> QScrollArea:
    inner = QWidget()
    inner.setLayout(column)
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setWidget(inner)
    made.setMinimumSize(least, 160)
    return made
