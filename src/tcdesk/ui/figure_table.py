"""Figures as paper has them: numbers at the right, a strong last row, definitions below."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.services.papers import ColumnKind, Value
from tcdesk.services.papers import Table as Figures
from tcdesk.services.ports import Words
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
MOST_ROWS = 14  # a longer table scrolls inside


class FigureRows(QAbstractTableModel):
    """The rows of a table in the order of the paper; its total comes last."""

    def __init__(self, figures: Figures, words: Words) -> None:
        super().__init__()
        self._figures = figures
        self._words = words
        total = [figures.total] if figures.total else []
        self._rows: Sequence[tuple[Value, ...]] = [*figures.rows, *total]

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._figures.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(index.row(), index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._side(index.column())
            case Qt.ItemDataRole.FontRole if self._is_total(index.row()):
                font = QFont()
                font.setWeight(QFont.Weight.DemiBold)
                return font
            case _:
                return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._figures.columns[section].title
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def text(self, row: int, column: int) -> str:
        """Give a cell as people read it."""
        value = self._rows[row][column]
        match value:
            case None:
                return ""
            case str():
                return value
            case int() | Decimal():
                return self._words.number(value, self._figures.columns[column].decimals)
            case date():
                return self._words.date(value)

    def _is_total(self, row: int) -> bool:
        return self._figures.total is not None and row == len(self._rows) - 1

    def _side(self, column: int) -> Qt.AlignmentFlag:
        number = self._figures.columns[column].kind is ColumnKind.NUMBER
        side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class FigureTable(QWidget):
    """One table with its title above and its definitions below."""

    def __init__(self, kit: Kit, figures: Figures, *, empty: str, name: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if figures.title:
            column.addWidget(label(figures.title, "strong", wrap=True))
        if figures.rows:
            self.rows = FigureRows(figures, kit.words)
            column.addWidget(_view(self.rows, figures.title or name))
        else:
            column.addWidget(label(empty, "muted", wrap=True))
        for definition in figures.definitions:
            column.addWidget(label(definition, "small", wrap=True))


def _view(rows: FigureRows, name: str) -> QTableView:
    view = QTableView()
    rows.setParent(view)
    view.setModel(rows)
    view.setAccessibleName(name)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().hide()
    height = view.fontMetrics().height() + 12
    view.verticalHeader().setDefaultSectionSize(height)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionsClickable(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(False)
    shown = min(rows.rowCount(), MOST_ROWS)
    view.setFixedHeight(shown * height + header.sizeHint().height() + 18)
    return view
