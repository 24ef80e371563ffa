"""The one window: training band, top bar, navigation, pages, message line, help beside the page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.ui.help_panel import HelpPanel
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.message import Message, MessageLine, Tone
from tcdesk.ui.navigation import Navigation
from tcdesk.ui.page import Page
from tcdesk.ui.search_box import Found, SearchBox
from tcdesk.ui.stage import Stage
from tcdesk.ui.top_bar import MenuEntry, TopBar, training_band

NARROW_BELOW = 1000  # logical pixels: 1366 at 150 % is 911, at 200 % 683


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """Who is signed in where, as the top bar shows it."""

    unit: str
    login: str
    menu: Sequence[MenuEntry] = ()


class Frame(QMainWindow):
    """Shows one page at a time and carries what pages say to each other by signals."""

    lockAsked = Signal()
    closeAsked = Signal()
    opened = Signal(str)  # key of the page that is now shown

    def __init__(
        self,
        kit: Kit,
        *,
        signed: Signed,
        help_folder: Path,
        find: Callable[[str], Sequence[Found]],
    ) -> None:
        """Make the window without pages.

        Args:
            kit: What the window is built with.
            signed: Unit and account for the top bar.
            help_folder: ``resources/help``.
            find: Looks in the vault for the search box; runs in the reader lane.
        """
        super().__init__()
        self._kit = kit
        self._pages: dict[str, Page] = {}
        self._named: set[str] = set()  # pages that can be opened by name
        self._stale: set[str] = set()
        self._trail: list[tuple[str, object]] = []
        self._may_close = False
        words = kit.words
        self.setWindowTitle(f"{words('shell-program')} · {signed.unit}")
        self.setMinimumSize(560, 360)
        self.resize(1280, 720)
        self._search = SearchBox(kit, find=find, commands=self._commands)
        top = TopBar(kit, unit=signed.unit, login=signed.login, search=self._search)
        top.fill_menu(
            [*signed.menu, MenuEntry(text=words("shell-quit"), do=self.close, icon=Icon.LEAVE)]
        )
        top.lockAsked.connect(self.lockAsked)
        self._navigation = Navigation(kit)
        self._navigation.chosen.connect(self.open_page)
        self._message = MessageLine(kit)
        self._stage = Stage(kit)
        self._stage.backAsked.connect(self.back)
        self._help = HelpPanel(kit, help_folder)
        self._help.closed.connect(self._close_help)
        self._help.hide()
        self.setCentralWidget(self._laid_out(top))
        for keys, do in (
            ("Ctrl+K", self._to_search),
            ("Ctrl+L", self.lockAsked.emit),
            ("F1", self.toggle_help),
            ("Alt+Left", self.back),
            ("F5", self._refresh_shown),
            ("F9", kit.privacy.toggle),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)
        kit.jobs.changed.connect(self._on_changed)
        kit.jobs.troubled.connect(self._on_trouble)

    @property
    def shown(self) -> Page | None:
        """Give the page that is shown."""
        return self._pages.get(self._trail[-1][0]) if self._trail else None

    @property
    def where(self) -> tuple[str, object] | None:
        """Give the key of the page that is shown, and what it was opened at."""
        return self._trail[-1] if self._trail else None

    @property
    def keys(self) -> frozenset[str]:
        """Give the keys of all pages."""
        return frozenset(self._pages)

    def add_page(self, page: Page, *, navigation: bool = True) -> None:
        """Add a page; one without ``navigation`` is opened from others (a file, a session)."""
        self._pages[page.key] = page
        self._stale.add(page.key)
        self._stage.add(page)
        if navigation:
            self._named.add(page.key)
            self._navigation.add(page.key, page.title, page.icon)
        page.badgeChanged.connect(lambda count: self._navigation.set_count(page.key, count))
        page.said.connect(self._message.say)
        page.failed.connect(self._message.tell)
        page.wanted.connect(self.open_page)

    def add_band(self, band: QWidget) -> None:
        """Show something above every page, below the top bar."""
        self._whole.insertWidget(self._whole.count() - 1, band)

    def open_page(self, key: str, target: object = None) -> None:
        """Open a page, at a target if one is given; the page before it saves its draft first.

        A page that this role does not have is not opened.
        """
        if key not in self._pages:
            return
        if self.shown:
            self.shown.save_draft()
        self._trail = [*self._trail[-19:], (key, target)]
        self._show()

    def back(self) -> None:
        """Go to the page that was shown before."""
        if len(self._trail) > 1:
            self._pages[self._trail.pop()[0]].save_draft()
            self._show()

    def say(self, message: Message) -> None:
        """Say something in the message line."""
        self._message.say(message)

    def tell(self, sentence: str, next_step: str) -> None:
        """Say what went wrong; fits ``Trouble.catch_all``."""
        self._message.say(Message(text=sentence, next_step=next_step, tone=Tone.ERROR))

    def save_drafts(self) -> None:
        """Let every page hand over what is typed; for the lock and for closing."""
        for page in self._pages.values():
            page.save_draft()

    def close_now(self) -> None:
        """Close without asking again; the program has done what closing needs."""
        self._may_close = True
        self.close()

    def toggle_help(self) -> None:
        """Open the help of the shown page, or close it."""
        if self._help.isVisible() or not self.shown:
            self._close_help()
        else:
            self._help.show()
            self._help.show_help(self.shown.key)

    def _laid_out(self, top: TopBar) -> QWidget:
        main = QWidget()
        main.setProperty("role", "window")
        content = QVBoxLayout(main)
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(0)
        content.addWidget(self._stage, 1)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(24, 8, 24, 8)
        bottom.addWidget(self._message)
        content.addLayout(bottom)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(main)
        split.addWidget(self._help)
        split.setSizes([900, 320])
        split.setStretchFactor(0, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._navigation)
        middle.addWidget(split, 1)
        whole = QWidget()
        column = self._whole = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self._kit.theme.training:
            column.addWidget(training_band(self._kit))
        column.addWidget(top)
        column.addLayout(middle, 1)
        return whole

    def _show(self) -> None:
        key, target = self._trail[-1]
        page = self._pages[key]
        self._message.clear()
        if target is not None:
            page.show_target(target)
        if target is not None or key in self._stale:
            self._stale.discard(key)
            page.refresh()
        self._navigation.mark(key)
        self._stage.show_page(page, may_go_back=len(self._trail) > 1)
        if self._help.isVisible():
            self._help.show_help(key)
        self.opened.emit(key)

    def _on_changed(self, topics: frozenset[str]) -> None:
        for key, page in self._pages.items():
            if page.topics & topics:
                if page is self.shown:
                    page.refresh()
                else:
                    self._stale.add(key)

    def _on_trouble(self, owner: QObject, error: Exception) -> None:
        del owner  # one message line serves the whole window
        self._message.tell(error)

    def _refresh_shown(self) -> None:
        if self.shown:
            self.shown.refresh()

    def _to_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _close_help(self) -> None:
        self._help.hide()
        if self.shown:
            self.shown.setFocus()

    def _commands(self) -> list[Found]:
        places = [
            Found(text=page.title, icon=page.icon, do=partial(self.open_page, key))
            for key, page in self._pages.items()
            if key in self._named
        ]
        actions = [
            Found(text=action.text.replace("&", ""), icon=action.icon or Icon.COMMAND, do=action.do)
            for action in (self.shown.actions_shown() if self.shown else ())
            if action.enabled
        ]
        return places + actions

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._navigation.set_narrow(narrow=event.size().width() < NARROW_BELOW)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
        else:
            event.ignore()
            self.closeAsked.emit()
