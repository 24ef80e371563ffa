"""A short form as a decision in front of a page that has no room for it beside."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from tcdesk.ui.small_form import SmallForm

WIDTH = 520  # logical pixels


class FormDialog(QDialog):
    """Closes when the form is saved or left."""

    def __init__(self, parent: QWidget, form: SmallForm, name: str) -> None:
        """Show a form; ``name`` is what screen readers call the dialog."""
        super().__init__(parent)
        self.form = form
        self.setWindowTitle(form.kit.words("shell-program"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(name)
        self.setMinimumWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(form)
        form.saved.connect(self.accept)
        form.leftAsked.connect(self.reject)
        form.form.focus_first()
