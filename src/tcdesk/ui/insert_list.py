"""A list that is opened at the cursor of a text: letters narrow it, Enter inserts, Esc leaves."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.domain.folding import fold, needles
from tcdesk.ui.fields import LineField
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label

WIDTH = 340  # logical pixels
MOST_SHOWN = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Insertion:
    """What can be inserted: how it is shown, and the text."""

    shown: str = field(repr=False)
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Insertions:
    """What a note's field offers.

    ``phrases`` with Ctrl+Space, ``people`` with @; ``manage`` opens the phrases themselves.
    """

    phrases: Callable[[], Sequence[Insertion]]
    people: Callable[[], Sequence[Insertion]]
    manage: Callable[[], None]


class InsertList(QFrame):
    """Chooses one of some insertions."""

    chosen = Signal(str)
    left = Signal()
    manageAsked = Signal()

    def __init__(
        self,
        kit: Kit,
        parent: QWidget,
        offered: Sequence[Insertion],
        *,
        title: str,
        empty: str,
        manage: str = "",
    ) -> None:
        """Make the list.

        Args:
            kit: What the window is built with.
            parent: The field it belongs to.
            offered: What can be chosen.
            title: What it is.
            empty: What is said when there is nothing.
            manage: The line that opens what keeps the insertions; none without.
        """
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self.setFixedWidth(WIDTH)
        self._offered, self._manage, self._taken = offered, manage, False
        self._field = LineField()
        self._field.setAccessibleName(title)
        self._field.setPlaceholderText(kit.words("insert-search"))
        self._list = QListWidget()
        self._list.setAccessibleName(title)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._empty = label(empty, "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(label(title, "strong"))
        column.addWidget(self._field)
        column.addWidget(self._list)
        column.addWidget(self._empty)
        self._field.installEventFilter(self)
        self._field.textEdited.connect(lambda _text: self._narrow())
        self._list.itemClicked.connect(self._take)
        self._narrow()

    def open_at(self, place: QPoint) -> None:
        """Show the list below a place of the screen, or above where there is no room."""
        room = self.screen().availableGeometry()
        self.adjustSize()
        x = max(room.left(), min(place.x(), room.right() - self.width()))
        below = place.y() + self.height() <= room.bottom()
        self.move(x, place.y() if below else max(room.top(), place.y() - self.height() - 24))
        self.show()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if key == Qt.Key.Key_Down else -1
                row = max(0, min(self._list.count() - 1, self._list.currentRow() + step))
                self._list.setCurrentRow(row)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
                item = self._list.currentItem()
                if item is not None:
                    self._take(item)
                return True
        return super().eventFilter(watched, event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not self._taken:
            self._taken = True
            self.left.emit()

    def _narrow(self) -> None:
        typed = needles(self._field.value())
        self._list.clear()
        for one in self._offered:
            if any(spelling in fold(one.shown) for spelling in typed):
                item = QListWidgetItem(one.shown)
                item.setData(Qt.ItemDataRole.UserRole, one.text)
                item.setToolTip(one.text)
                self._list.addItem(item)
        found = self._list.count()
        if self._manage:
            self._list.addItem(QListWidgetItem(self._manage))
        self._list.setCurrentRow(0)
        self._empty.setVisible(found == 0)
        rows = max(1, min(MOST_SHOWN, self._list.count()))
        self._list.setFixedHeight(rows * max(24, self._list.sizeHintForRow(0)) + 8)
        self._list.setVisible(self._list.count() > 0)

    def _take(self, item: QListWidgetItem) -> None:
        self._taken = True
        text: str | None = item.data(Qt.ItemDataRole.UserRole)
        self.close()
        if text is None:
            self.manageAsked.emit()
        else:
            self.chosen.emit(text)
