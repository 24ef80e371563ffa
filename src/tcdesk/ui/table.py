"""A list on the screen: rows chosen whole, Enter opens, an empty list says what to do next."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.ui.labels import button, label
from tcdesk.ui.rows import Rows

T = TypeVar("T")
FEWEST_ROWS = 4  # with the header; a page scrolls rather than squeeze a list below that
WIDEST_MINIMUM = 480  # a wider table scrolls sideways by itself


class EmptyState(QWidget):
    """What stands where rows would be: that there are none, and what to do next."""

    def __init__(
        self, text: str, next_step: str, action: str, act: Callable[[], None] | None
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.addStretch(2)
        for words, role in ((text, "section"), (next_step, "muted")):
            line = label(words, role, wrap=True)
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            line.setVisible(bool(words))
            column.addWidget(line)
        if act:
            press = button(action)
            press.clicked.connect(act)
            column.addSpacing(8)
            column.addWidget(press, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)


class Table(QTableView, Generic[T]):
    """A ``QTableView`` set well for reading and for the keyboard."""

    openAsked = Signal(object)  # the value whose row was opened (Enter or double click)
    chosen = Signal(object)  # the value of the current row, or None

    def __init__(
        self,
        rows: Rows[T],
        *,
        name: str,
        empty: str,
        empty_next: str = "",
        empty_action: str = "",
        act: Callable[[], None] | None = None,
    ) -> None:
        """Make the table.

        Args:
            rows: What it shows.
            name: What screen readers call it.
            empty: What it says without rows.
            empty_next: What to do then.
            empty_action: The words of a button that does it.
            act: What the button does.
        """
        super().__init__()
        self.rows = rows
        self.setModel(rows)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 16)
        self.setMinimumHeight(self.verticalHeader().defaultSectionSize() * FEWEST_ROWS)
        self._set_header()
        self._empty = EmptyState(empty, empty_next, empty_action, act)
        self._empty.setParent(self.viewport())
        self.viewport().installEventFilter(self)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._choose)
        for signal in (rows.filled, rows.modelReset, rows.rowsInserted, rows.rowsRemoved):
            signal.connect(self._show_empty)
        self._filled_once = rows.rowCount() > 0
        rows.filled.connect(self._on_filled)
        self._show_empty()

    @property
    def current(self) -> T | None:
        """Give the value of the current row."""
        index = self.currentIndex()
        return self.rows.value(index) if index.isValid() else None

    def select_value(self, test: Callable[[T], bool]) -> bool:
        """Choose the first loaded row whose value passes a test, and show it."""
        row = self.rows.row_where(test)
        if row is None:
            return False
        self.selectRow(row)
        self.scrollTo(self.rows.index(row, 0))
        return True

    def selected(self) -> Sequence[T]:
        """Give the values of the chosen rows, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.rows.value(self.rows.index(row, 0)) for row in rows)

    def allow_many(self) -> None:
        """Let several rows be chosen at once."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def _set_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(40)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self.rows.sort)
        letter = self.fontMetrics().averageCharWidth()
        for place, column in enumerate(self.rows.columns):
            if column.stretch:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            elif column.width:
                header.resizeSection(place, column.width * letter + 24)
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.openAsked.emit(self.rows.value(index))

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.rows.value(index) if index.isValid() else None)

    def _on_filled(self) -> None:
        self._filled_once = True
        self._keep_readable()
        self._show_empty()

    def _keep_readable(self) -> None:
        """Ask for enough room that a stretched column still shows what it is about."""
        header = self.horizontalHeader()
        letter = self.fontMetrics().averageCharWidth()
        wanted = sum(
            (column.width or 16) * letter if column.stretch else header.sectionSize(place)
            for place, column in enumerate(self.rows.columns)
        )
        self.setMinimumWidth(min(wanted + 24, WIDEST_MINIMUM))

    def _show_empty(self) -> None:
        empty = self._filled_once and self.rows.rowCount() == 0
        if not empty and self._empty.isAncestorOf(self.window().focusWidget()):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # pressed there; now it has rows
        self._empty.setVisible(empty)
        if empty:
            self._empty.setGeometry(self.viewport().rect())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.viewport():
            self._empty.setGeometry(self.viewport().rect())
        return super().eventFilter(watched, event)
