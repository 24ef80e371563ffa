"""What can be read on a widget: its words, the cells of a list."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QListView, QTableView, QWidget


def cells(view: QAbstractItemView) -> Iterator[QModelIndex]:
    """Give every cell of a list."""
    model = view.model()
    columns = 1 if isinstance(view, QListView) else model.columnCount()
    for row in range(model.rowCount()):
        for column in range(columns):
            yield model.index(row, column)


def read_table(view: QTableView) -> list[list[str]]:
    """Read a table with its heads."""
    model = view.model()
    columns = range(model.columnCount())
    head = [str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in columns]
    rows = range(model.rowCount())
    return [
        head,
        *([str(model.index(row, column).data() or "") for column in columns] for row in rows),
    ]


def called(widget: QWidget, text: str) -> bool:
    """Tell whether these are the words on a widget, or its accessible name."""
    shown = widget.text() if isinstance(widget, QAbstractButton) else ""
    names = {plain(shown), plain(widget.accessibleName())}
    return plain(text) in names


def plain(text: str) -> str:
    """Drop the marks of mnemonics and the space around."""
    return re.sub(r"&(\S)", r"\1", text).strip()
