"""A list with details beside it; below it when there is no room for both."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

STACKED_BELOW = 640  # logical pixels
GAP = 16


class Beside(QSplitter):
    """Two areas that share the room; the person may move the border between them."""

    def __init__(
        self, first: QWidget, second: QWidget, *, shares: tuple[int, int] = (3, 2)
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(GAP)
        for place, part in enumerate((first, second)):
            self.addWidget(part)
            self.setStretchFactor(place, shares[place])
        self.setSizes([share * 200 for share in shares])

    @override
    def minimumSizeHint(self) -> QSize:
        least = self._least()
        width = max(part.width() for part in least)
        if self.orientation() == Qt.Orientation.Vertical:
            return QSize(width, sum(part.height() for part in least) + GAP)
        return QSize(width, max(part.height() for part in least))

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a part has grown, or needs less
            self._turn(self.width())
            self.updateGeometry()
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._turn(event.size().width())
        super().resizeEvent(event)

    def _turn(self, width: int) -> None:
        """Stack the parts, or put them side by side, as the room allows."""
        needed = sum(part.width() for part in self._least()) + GAP
        narrow = width < max(STACKED_BELOW, needed)
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if wanted != self.orientation():
            self.setOrientation(wanted)
            self.updateGeometry()

    def _least(self) -> list[QSize]:
        parts = (self.widget(place) for place in range(self.count()))
        return [part.minimumSizeHint().expandedTo(part.minimumSize()) for part in parts if part]
