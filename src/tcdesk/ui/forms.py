"""Aligned forms: label, field, help and the error of the field in place, under it."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from tcdesk.ui.fields import ChoiceField, DayField, LineField, LongText, TimeField
from tcdesk.ui.labels import label, restyle

LABEL_WIDTH = 160
NARROW_LABELS = 104  # for a form beside a calendar or a list


class Form(QWidget):
    """Fields below each other; every field has a label that names it to screen readers too."""

    def __init__(self, *, labels: int = LABEL_WIDTH) -> None:
        """Make an empty form; ``labels`` is the least width of the labels."""
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnMinimumWidth(0, labels)
        self._grid.setColumnStretch(1, 1)
        self._errors: dict[QWidget, QLabel] = {}
        self._hints: dict[QWidget, str] = {}
        self._rows: dict[QWidget, tuple[QWidget, ...]] = {}

    def add(self, text: str, field: QWidget, *, hint: str = "", wide: bool = True) -> None:
        """Add a labelled field.

        Args:
            text: The label; also the accessible name of the field.
            field: What is filled in.
            hint: A line of help under the field.
            wide: Take all the room there is, or only what the field needs.
        """
        self._name(field, text)
        named = label(text, wrap=True)
        named.setBuddy(field)
        cell = QVBoxLayout()
        cell.setSpacing(2)
        cell.addWidget(field, 0, Qt.AlignmentFlag(0) if wide else Qt.AlignmentFlag.AlignLeft)
        if hint:
            cell.addWidget(label(hint, "small", wrap=True))
            field.setAccessibleDescription(hint)
            self._hints[field] = hint
        self._finish(named, cell, field)

    def add_row(self, text: str, fields: Sequence[tuple[str, QWidget]]) -> None:
        """Add several short fields in one row, each with its own accessible name.

        Args:
            text: The label of the row.
            fields: Accessible name and field; the error of the row belongs to the first field.
        """
        named = label(text, wrap=True)
        named.setBuddy(fields[0][1])
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, field in fields:
            self._name(field, name)
            row.addWidget(field)
        row.addStretch(1)
        cell = QVBoxLayout()
        cell.setSpacing(2)
        cell.addLayout(row)
        self._finish(named, cell, *(field for _name, field in fields))

    def add_whole(self, widget: QWidget) -> None:
        """Add something as wide as the form: a heading, a check box, a table."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    def set_error(self, field: QWidget, text: str) -> None:
        """Say under a field what is wrong with it; an empty text says that it is right."""
        shown = self._errors[field]
        shown.setText(text)
        shown.setVisible(bool(text))
        field.setProperty("wrong", "true" if text else "false")
        field.setAccessibleDescription(text or self._hints.get(field, ""))
        restyle(field)

    def set_errors(self, errors: Mapping[QWidget, str]) -> bool:
        """Say what is wrong everywhere, and go to the first wrong field.

        Returns:
            Whether the whole form is right.
        """
        for field in self._errors:
            self.set_error(field, "")
        for field, text in errors.items():  # after the others: fields of a row share one line
            self.set_error(field, text)
        wrong = [field for field in self._errors if errors.get(field)]
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def set_shown(self, field: QWidget, *, shown: bool) -> None:
        """Show or hide a field together with its label and error."""
        for part in self._rows[field]:
            part.setVisible(shown)

    def focus_first(self) -> None:
        """Go to the first field that is shown."""
        first = next((field for field in self._errors if not field.isHidden()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self, field: QWidget, text: str) -> None:
        if not field.accessibleName():
            field.setAccessibleName(text.replace("&", ""))

    def _finish(self, named: QLabel, cell: QVBoxLayout, *fields: QWidget) -> None:
        error = label("", "error", wrap=True)
        error.hide()
        cell.addWidget(error)
        holder = QWidget()
        cell.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(cell)
        holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        named.setContentsMargins(0, 6, 0, 0)
        row = self._grid.rowCount()
        self._grid.addWidget(named, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(holder, row, 1)
        for field in fields:
            self._errors[field] = error
            self._rows[field] = (named, holder)
            if isinstance(field, ChoiceField | DayField | LineField | LongText | TimeField):
                field.changed.connect(partial(self._changed, field))

    def _changed(self, field: QWidget) -> None:
        """Take back what was said of a field once it is typed in again."""
        if field.property("wrong") == "true":
            self.set_error(field, "")
