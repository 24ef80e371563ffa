"""What a page of the window is: a widget with a key, a title, actions and topics.

A page never fetches on its own thread and never calls another page. It asks ``Jobs`` for its data
in ``refresh``, is refreshed again when one of its topics has changed, and asks the window by
signals to say something or to open another page.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.message import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something a page can do, shown at its top right. One action of a page may be ``primary``.

    ``shortcut`` is written as Qt reads it (``Ctrl+N``); it works while the page is shown.
    """

    text: str
    do: Callable[[], None]
    icon: Icon | None = None
    primary: bool = False
    enabled: bool = True
    shortcut: str = ""
    help_text: str = ""


class Page(QWidget):
    """One page; subclasses build their widgets in ``__init__`` and fill them in ``refresh``."""

    titleChanged = Signal(str)
    actionsChanged = Signal()
    badgeChanged = Signal(int)  # count on the navigation; 0 shows none
    said = Signal(Message)
    failed = Signal(Exception)
    wanted = Signal(str, object)  # open the page with this key at this target

    def __init__(
        self,
        kit: Kit,
        *,
        key: str,
        title: str,
        icon: Icon,
        topics: frozenset[str] = frozenset(),
    ) -> None:
        """Make an empty page.

        Args:
            kit: What the window is built with.
            key: Fixed name: of the help file, of drafts, of links between pages.
            title: What stands above the page and on the navigation.
            icon: Its icon on the navigation.
            topics: What changes of data make it refresh itself.
        """
        super().__init__()
        self.kit = kit
        self.key = key
        self.icon = icon
        self.topics = topics
        self._title = title
        self.setProperty("role", "page")

    @property
    def title(self) -> str:
        """Give what stands above the page (it may name a person; the window's title never does)."""
        return self._title

    def set_title(self, title: str) -> None:
        """Change what stands above the page."""
        self._title = title
        self.titleChanged.emit(title)

    def actions_shown(self) -> tuple[Action, ...]:
        """Give the actions for the top right, the primary one last.

        Emit ``actionsChanged`` when they are others than before.
        """
        return ()

    def refresh(self) -> None:
        """Ask for the data again; called when the page is opened and when a topic has changed."""

    def show_target(self, target: object) -> None:
        """Show one thing of this page (a person, a session, a filter); before ``refresh``."""

    def save_draft(self) -> None:
        """Hand what is typed to ``Jobs``; called before another page opens and before a lock."""

    def say(self, message: Message) -> None:
        """Say something in the message line of the window."""
        self.said.emit(message)

    def tell(self, error: Exception) -> None:
        """Say what went wrong, in the message line; fits ``Jobs.run(failed=…)``."""
        self.failed.emit(error)
