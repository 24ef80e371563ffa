"""The middle of the window: way back, title and actions of the page, and the page itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tcdesk.ui.card import let_go
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import ICON, IconButton, button, label
from tcdesk.ui.page import Action, Page


class Stage(QWidget):
    """Shows one page at a time; a page that needs more room than there is can be scrolled."""

    backAsked = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: Page | None = None
        self._slots: dict[str, QScrollArea] = {}
        self._back = IconButton(kit.icons, Icon.BACK, kit.words("shell-back"))
        self._back.setToolTip(kit.words("shell-back.help"))
        self._back.clicked.connect(self.backAsked)
        self._title = label("", "title", wrap=True)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 24, 8)
        head.setSpacing(8)
        head.addWidget(self._back)
        head.addWidget(self._title, 1)
        head.addLayout(self._actions)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        kit.theme.changed.connect(self._draw_actions)

    def add(self, page: Page) -> None:
        """Add a page; it is shown by ``show_page``."""
        slot = QScrollArea()
        slot.setWidgetResizable(True)
        slot.setFrameShape(QFrame.Shape.NoFrame)
        slot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setContentsMargins(24, 0, 24, 12)
        slot.setWidget(page)
        self._slots[page.key] = slot
        self._stack.addWidget(slot)
        page.titleChanged.connect(lambda title: self._retitle(page, title))
        page.actionsChanged.connect(lambda: self._redo_actions(page))

    def show_page(self, page: Page, *, may_go_back: bool) -> None:
        """Show a page with its title and actions."""
        self._shown = page
        self._title.setText(page.title)
        self._back.setVisible(may_go_back)
        self._draw_actions()
        self._stack.setCurrentWidget(self._slots[page.key])

    def _retitle(self, page: Page, title: str) -> None:
        if page is self._shown:
            self._title.setText(title)

    def _redo_actions(self, page: Page) -> None:
        if page is self._shown:
            self._draw_actions()

    def _draw_actions(self) -> None:
        """Draw the actions anew; the one with the keyboard keeps it, or the page gets it."""
        focused = self.window().focusWidget()
        had = ""
        while (item := self._actions.takeAt(0)) is not None:
            if isinstance(old := item.widget(), QPushButton):
                had = old.text() if old is focused else had
                let_go(old, focus_to=self._shown)
        for action in self._shown.actions_shown() if self._shown else ():
            made = self._made(action)
            self._actions.addWidget(made)
            if made.text() == had and made.isEnabled():
                made.show()  # at once: what is hidden takes no focus
                made.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, action: Action) -> QPushButton:
        made = button(action.text, "primary" if action.primary else "", help_text=action.help_text)
        made.setEnabled(action.enabled)
        if action.icon:
            colour = "on_accent" if action.primary else "text"
            made.setIcon(self._kit.icons(action.icon, colour))
            made.setIconSize(ICON)
            made.setText(f" {action.text}")  # the style leaves no gap after an icon
        if action.shortcut:
            made.setShortcut(action.shortcut)
            hint = made.toolTip() or action.text.replace("&", "")
            made.setToolTip(f"{hint} ({action.shortcut})")
        made.clicked.connect(action.do)
        return made
