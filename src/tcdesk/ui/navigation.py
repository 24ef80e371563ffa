"""The left column: icon, word and count of every page; only icons when the window is narrow."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import restyle
from tcdesk.ui.theme import SMALL

WIDE, NARROW = 192, 60


class PlaceButton(QPushButton):
    """One page on the navigation, with the count of what waits there."""

    def __init__(self, kit: Kit, icon: Icon, title: str, number: int) -> None:
        super().__init__()
        self._kit = kit
        self._icon = icon
        self._title = title
        self._count = 0
        self.setCheckable(True)
        self.setIconSize(QSize(20, 20))
        self.setProperty("role", "place")
        self.setShortcut(f"Ctrl+{number}" if number <= 9 else "")
        self._hint = f"{title} (Ctrl+{number})" if number <= 9 else title
        self.toggled.connect(self._draw)
        kit.theme.changed.connect(self._draw)
        self.set_narrow(narrow=False)
        self._draw()

    def set_narrow(self, *, narrow: bool) -> None:
        """Show only the icon, or icon and word."""
        shortcut = self.shortcut()
        self.setText("" if narrow else f"  {self._title}")
        self.setShortcut(shortcut)  # setText drops it
        self.setProperty("narrow", narrow)
        restyle(self)

    def set_count(self, count: int) -> None:
        """Show how many things wait; 0 shows none."""
        self._count = count
        self._draw()

    def _draw(self) -> None:
        count = self._count
        words = self._kit.words
        name = words("shell-place-count", title=self._title, count=count) if count else self._title
        self.setAccessibleName(name)
        self.setToolTip(f"{self._hint}\n{name}" if count else self._hint)
        self.setIcon(self._kit.icons(self._icon, "on_selected" if self.isChecked() else "text"))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._count:
            return
        narrow = not self.text()
        font = QFont(self.font())
        font.setPointSizeF(SMALL - 1 if narrow else SMALL)
        font.setWeight(QFont.Weight.DemiBold)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        text = str(self._count) if self._count < 100 else "99+"
        measure = painter.fontMetrics()
        height = measure.height() + 2
        width = max(height, measure.horizontalAdvance(text) + 10)
        right = self.width() - (4 if narrow else 10)
        top = 3.0 if narrow else (self.height() - height) / 2
        box = QRectF(right - width, top, width, height)
        colours = self._kit.theme.palette
        on_selected = self.isChecked() and colours.selected == colours.accent
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.on_accent if on_selected else colours.accent))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(QColor(colours.accent if on_selected else colours.on_accent))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()


class Navigation(QFrame):
    """The pages of the window, one below the other."""

    chosen = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._places: dict[str, PlaceButton] = {}
        self.setObjectName("navigation")
        self.setAccessibleName(kit.words("shell-navigation"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 12, 8, 12)
        self._column.setSpacing(4)
        self._column.addStretch(1)
        self.setFixedWidth(WIDE)

    def add(self, key: str, title: str, icon: Icon) -> None:
        """Add a page below the others."""
        place = PlaceButton(self._kit, icon, title, len(self._places) + 1)
        place.clicked.connect(lambda: self._press(key))
        self._column.insertWidget(len(self._places), place)
        self._places[key] = place

    def mark(self, key: str) -> None:
        """Show which page is open; a page that is not on the navigation leaves the mark."""
        if key in self._places:
            for other, place in self._places.items():
                place.setChecked(other == key)

    def set_count(self, key: str, count: int) -> None:
        """Show how many things wait on a page."""
        if key in self._places:
            self._places[key].set_count(count)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show only icons, or icons and words."""
        self.setFixedWidth(NARROW if narrow else WIDE)
        for place in self._places.values():
            place.set_narrow(narrow=narrow)

    def _press(self, key: str) -> None:
        for other, place in self._places.items():
            place.setChecked(other == key)
        self.chosen.emit(key)
