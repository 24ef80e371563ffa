"""Plain texts and buttons in the program's type scale."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from tcdesk.ui.icons import Icon, Icons

ICON = QSize(18, 18)


def label(text: str, role: str = "", *, wrap: bool = False) -> QLabel:
    """Make a text that never reads mark-up (a person's name may hold any character).

    Args:
        text: What it says.
        role: ``title``, ``section``, ``small``, ``muted``, ``strong``, ``error`` or none.
        wrap: Break long text into lines.
    """
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def chip(text: str, tone: str = "") -> QLabel:
    """Make a small state label; the text says the state, the colour only repeats it."""
    made = label(text, "chip")
    made.setProperty("tone", tone)
    made.setSizePolicy(made.sizePolicy().Policy.Maximum, made.sizePolicy().Policy.Maximum)
    return made


def button(text: str, kind: str = "", *, help_text: str = "") -> QPushButton:
    """Make a button with words; a mnemonic is written with ``&`` in the words.

    Args:
        text: What it does.
        kind: ``primary``, ``quiet``, ``danger``, ``link``, ``chip`` or none.
        help_text: Longer explanation, as tooltip and accessible description.
    """
    made = QPushButton(text)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    if help_text:
        made.setToolTip(help_text)
        made.setAccessibleDescription(help_text)
    return made


class IconButton(QToolButton):
    """A button that shows only an icon; its name is said to screen readers and as tooltip."""

    def __init__(self, icons: Icons, icon: Icon, name: str) -> None:
        super().__init__()
        self._icons = icons
        self._icon = icon
        self.setIconSize(ICON)
        self.setProperty("kind", "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_as(icon, name)
        icons.theme.changed.connect(self._draw)

    def show_as(self, icon: Icon, name: str) -> None:
        """Change what it shows and is called."""
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._draw()

    def _draw(self) -> None:
        self.setIcon(self._icons(self._icon))


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again at a widget whose property has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
