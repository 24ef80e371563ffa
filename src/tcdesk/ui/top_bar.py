"""The top of the window: unit, search, who is signed in, lock; above it the training band."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy

from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import ICON, IconButton, button, label
from tcdesk.ui.search_box import SearchBox


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuEntry:
    """One line of the account's menu."""

    text: str
    do: Callable[[], object]
    icon: Icon


class TopBar(QFrame):
    """Always in sight; the search box takes what room is left."""

    lockAsked = Signal()

    def __init__(self, kit: Kit, *, unit: str, login: str, search: SearchBox) -> None:
        super().__init__()
        self._kit = kit
        words = kit.words
        self.setObjectName("topBar")
        place = label(unit, "strong")
        place.setMinimumWidth(0)
        place.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._account = button(login, "quiet", help_text=words("shell-account.help"))
        self._account.setIcon(kit.icons(Icon.ACCOUNT))
        self._account.setIconSize(ICON)
        self._account.setAccessibleName(words("shell-account", login=login))
        self._account.setProperty("menu", "true")
        self._menu = QMenu(self)
        self._account.setMenu(self._menu)
        lock = IconButton(kit.icons, Icon.LOCK, words("shell-lock"))
        lock.setToolTip(words("shell-lock.help"))
        lock.clicked.connect(self.lockAsked)
        self._hidden = button(
            words("start-names-hidden"), "quiet", help_text=words("start-names-hidden.help")
        )
        self._hidden.setIcon(kit.icons(Icon.HIDE))
        self._hidden.setIconSize(ICON)
        self._hidden.setVisible(kit.privacy.on)
        self._hidden.clicked.connect(kit.privacy.toggle)
        kit.privacy.changed.connect(self._hidden.setVisible)
        search.setMinimumWidth(160)
        search.setMaximumWidth(520)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(place)
        row.addStretch(1)
        row.addWidget(search, 3)
        row.addStretch(1)
        row.addWidget(self._hidden)
        row.addWidget(self._account)
        row.addWidget(lock)
        kit.theme.changed.connect(self._draw)

    def fill_menu(self, entries: Sequence[MenuEntry]) -> None:
        """Set the lines of the account's menu."""
        self._menu.clear()
        for entry in entries:
            line = self._menu.addAction(self._kit.icons(entry.icon), entry.text)
            line.triggered.connect(entry.do)

    def _draw(self) -> None:
        self._account.setIcon(self._kit.icons(Icon.ACCOUNT))
        self._hidden.setIcon(self._kit.icons(Icon.HIDE))


def training_band(kit: Kit) -> QFrame:
    """Make the band that tells training mode from work at a glance, on every window."""
    band = QFrame()
    band.setProperty("role", "band")
    text = label(kit.words("shell-training"))
    text.setAlignment(Qt.AlignmentFlag.AlignCenter)
    row = QHBoxLayout(band)
    row.setContentsMargins(16, 4, 16, 4)
    row.addWidget(text)
    return band
