"""A card: a titled area of a page, on its own ground."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tcdesk.ui.labels import label


class Card(QFrame):
    """Shows a title, things at its right, and ``body`` below."""

    def __init__(self, title: str = "", *, beside: QWidget | None = None) -> None:
        """Make a card.

        Args:
            title: Its heading; none when empty.
            beside: Something at the right of the heading: a count, a button.
        """
        super().__init__()
        self.setProperty("role", "card")
        self._title = label(title, "section", wrap=True)
        if not title:  # showing what has no parent yet would flash as a window of its own
            self._title.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        if beside:
            head.addWidget(beside)
        column.addLayout(head)
        column.addLayout(self.body, 1)
        self.setAccessibleName(title)

    def set_title(self, title: str) -> None:
        """Change the heading."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.setAccessibleName(title)


def clear(layout: QBoxLayout) -> None:
    """Take everything out of a row or column and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            let_go(widget)


def let_go(widget: QWidget, *, focus_to: QWidget | None = None) -> None:
    """Take a widget away; the keyboard stays near, not at whatever Tab would find next.

    Args:
        widget: What goes.
        focus_to: What gets the keyboard if the widget had it; its parent by default.
    """
    heir, focused = focus_to or widget.parentWidget(), widget.window().focusWidget()
    if heir is not None and (focused is widget or widget.isAncestorOf(focused)):
        heir.setFocus(Qt.FocusReason.OtherFocusReason)
    widget.hide()
    widget.deleteLater()
