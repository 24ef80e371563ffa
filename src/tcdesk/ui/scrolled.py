"""A part that scrolls when there is no room for it whole."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

LEAST_HEIGHT = 160


def scrolled(part: QWidget) -> QScrollArea:
    """Put a part into an area that scrolls up and down; Tab goes through it, not to it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(part)
    area.setMinimumWidth(part.minimumWidth())
    area.setMinimumHeight(LEAST_HEIGHT)
    return area
