"""Help beside the page (F1): Markdown files shipped with the program, one a page and language."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import IconButton, label


class HelpPanel(QFrame):
    """Shows ``<folder>/<language>/<key>.md``; links lead to other pages' help, never outside."""

    closed = Signal()

    def __init__(self, kit: Kit, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._folder = folder / kit.words.language
        self.setObjectName("helpPanel")
        self.setMinimumWidth(240)
        close = IconButton(kit.icons, Icon.CLOSE, kit.words("shell-help-close"))
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(label(kit.words("shell-help"), "section"), 1)
        head.addWidget(close)
        self._text = QTextBrowser()
        self._text.setOpenLinks(False)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(kit.words("shell-help"))
        self._text.anchorClicked.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 8, 12)
        column.addLayout(head)
        column.addWidget(self._text, 1)

    def show_help(self, key: str) -> None:
        """Show the help of a page, and put the focus in it."""
        path = self._folder / f"{key}.md"
        if path.is_file():
            self._text.setMarkdown(path.read_text(encoding="utf-8"))
        else:
            self._text.setPlainText(self._kit.words("shell-help-none"))
        self._text.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _follow(self, link: QUrl) -> None:
        name = link.path()
        if link.isRelative() and name.endswith(".md") and "/" not in name:
            self.show_help(name.removesuffix(".md"))
