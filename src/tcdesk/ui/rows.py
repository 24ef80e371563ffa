"""A table of frozen values for any list: columns say how a value is shown and sorted.

A list either stands whole in memory (``show``; sorted here) or comes page by page
(``page_through``; sorted where it comes from). Nothing loads a whole table of the vault.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon
from typing_extensions import override

from tcdesk.services.ports import Words

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
SortKey = str | float | date | tuple[str | float, ...]  # one kind in a column
PAGE = 200  # rows asked for at once


@dataclass(frozen=True, kw_only=True)  # no slots: Generic and frozen and slots fail on Python 3.11
class Column(Generic[T]):
    """One column. ``order`` gives what to sort by; without it the text by Slovenian rules."""

    key: str
    title: str
    text: Callable[[T], str]
    order: Callable[[T], SortKey] | None = None
    number: bool = False  # right-aligned
    tooltip: Callable[[T], str] | None = None
    icon: Callable[[T], QIcon | None] | None = None
    spoken: Callable[[T], str] | None = None  # for screen readers, where the text is a sign
    width: int = 0  # characters; 0 fits the content
    stretch: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """The column that a list is sorted by."""

    key: str
    descending: bool = False


@dataclass(frozen=True, kw_only=True)  # no slots: Generic and frozen and slots fail on Python 3.11
class Portion(Generic[T]):
    """Some rows of a long list; ``more`` tells that others follow."""

    values: Sequence[T]
    more: bool


# fetch(offset, order, deliver): asks for a portion (through Jobs) and delivers it when it is there.
Fetch = Callable[[int, Order | None, Callable[[Portion[T]], None]], None]


class Rows(QAbstractTableModel, Generic[T]):
    """Shows values; never fetches by itself from anywhere but the ``Fetch`` it was given."""

    filled = Signal()

    def __init__(
        self, columns: Sequence[Column[T]], words: Words, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._words = words
        self._values: list[T] = []
        self._fetch: Fetch[T] | None = None
        self._order: Order | None = None
        self._more = False
        self._asked = 0  # number of the last question; answers to older ones are dropped

    def show(self, values: Sequence[T]) -> None:
        """Show a whole list."""
        self._fetch = None
        self._begin(list(values), more=False)
        if self._order:
            self._sort_here(self._order)

    def page_through(self, fetch: Fetch[T]) -> None:
        """Show a long list page by page, from its beginning."""
        self._fetch = fetch
        self._ask(0)

    def value(self, index: Index) -> T:
        """Give the value of a row."""
        return self._values[index.row()]

    def values(self) -> tuple[T, ...]:
        """Give what is loaded, in the order shown."""
        return tuple(self._values)

    def row_where(self, test: Callable[[T], bool]) -> int | None:
        """Find the first loaded row whose value passes a test."""
        return next((row for row, value in enumerate(self._values) if test(value)), None)

    @property
    def order(self) -> Order | None:
        """Give the order shown."""
        return self._order

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._values)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        value, column = self._values[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(value)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ToolTipRole if column.tooltip:
                return column.tooltip(value)
            case Qt.ItemDataRole.DecorationRole if column.icon:
                return column.icon(value)
            case Qt.ItemDataRole.AccessibleTextRole:
                return (column.spoken or column.text)(value)
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
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = self.columns[section].number
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns):
            return
        self._order = Order(
            key=self.columns[column].key, descending=order == Qt.SortOrder.DescendingOrder
        )
        if self._fetch:
            self._ask(0)
        else:
            self._sort_here(self._order)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more

    @override
    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._ask(len(self._values))

    def _ask(self, offset: int) -> None:
        if not self._fetch:
            return
        self._asked += 1
        number = self._asked
        self._more = False  # until the answer is here nothing more is asked

        def deliver(portion: Portion[T]) -> None:
            if number != self._asked:
                return
            if offset:
                self._append(portion)
            else:
                self._begin(list(portion.values), more=portion.more)

        self._fetch(offset, self._order, deliver)

    def _begin(self, values: list[T], *, more: bool) -> None:
        self.beginResetModel()
        self._values = values
        self._more = more
        self.endResetModel()
        self.filled.emit()

    def _append(self, portion: Portion[T]) -> None:
        self._more = portion.more
        if portion.values:
            first = len(self._values)
            self.beginInsertRows(_ROOT, first, first + len(portion.values) - 1)
            self._values.extend(portion.values)
            self.endInsertRows()
        self.filled.emit()

    def _sort_here(self, order: Order) -> None:
        column = next(column for column in self.columns if column.key == order.key)
        self.layoutAboutToBeChanged.emit()
        before = self._values
        places = sorted(
            range(len(before)),
            key=lambda row: self._key(column, before[row]),
            reverse=order.descending,
        )
        self._values = [before[row] for row in places]
        moved = {old: new for new, old in enumerate(places)}
        for index in self.persistentIndexList():
            self.changePersistentIndex(index, self.index(moved[index.row()], index.column()))
        self.layoutChanged.emit()

    def _key(self, column: Column[T], value: T) -> SortKey:
        return column.order(value) if column.order else self._words.sort_key(column.text(value))
