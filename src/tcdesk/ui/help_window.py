"""Help in a window of its own, where there is no page to show it beside."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from tcdesk.ui.help_panel import HelpPanel
from tcdesk.ui.kit import Kit
from tcdesk.ui.sizes import fit


def show_help(kit: Kit, parent: QWidget, resources: Path, key: str) -> QDialog:
    """Open the help of a key; other windows can be used beside it."""
    window = QDialog(parent)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.setWindowTitle(f"{kit.words('shell-help')} – {kit.words('shell-program')}")
    window.setProperty("role", "window")
    fit(window, 720, 640, near=parent)
    panel = HelpPanel(kit, resources / "help")
    panel.closed.connect(window.close)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(panel)
    panel.show_help(key)
    window.show()
    return window
