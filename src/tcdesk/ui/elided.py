"""A button whose text gives way to a narrow window; its whole text stays in name and tooltip."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy
from typing_extensions import override

PADDING = 28  # what the style sheet leaves at both sides of a chip, and its border


class ElidedButton(QPushButton):
    """Shows as much of its text as there is room for."""

    def __init__(self, text: str, role: str) -> None:
        super().__init__(text)
        self._whole = text
        self.setProperty("kind", role)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() - PADDING
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, room))
