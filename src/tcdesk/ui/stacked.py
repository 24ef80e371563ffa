"""Widgets below each other at the top of what room there is; what is left stays empty."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


def stacked(*widgets: QWidget, focus: QWidget | None = None, spacing: int = 12) -> QWidget:
    """Put widgets below each other.

    Args:
        widgets: From top to bottom.
        focus: What gets the keyboard when the whole gets it.
        spacing: Logical pixels between them.
    """
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    if focus is not None:
        holder.setFocusProxy(focus)
    return holder
