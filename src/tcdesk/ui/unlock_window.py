"""The log-in window of a fresh process; it knows no vault, only a callable that unlocks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.domain.errors import TcdeskError
from tcdesk.ui.fields import Choice, ChoiceField
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import ICON, button, label
from tcdesk.ui.message import Message, MessageLine, Tone
from tcdesk.ui.passphrase import PassphraseField
from tcdesk.ui.sizes import fit
from tcdesk.ui.throttle import Countdown
from tcdesk.ui.top_bar import training_band

T = TypeVar("T")
RESTORED_AFTER = frozenset(
    {
        "database-damaged",
        "database-missing",
        "database-unreachable",
        "damaged-page",
        "foreign-vault",
        "key-file-damaged",
        "key-file-replaced",
        "newer-vault",
        "older-database",
        "older-key-file",
        "vault-missing",
    }
)
"""Codes of errors after which a restore from a backup is a next step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoAccount:
    """An account of the training world whose passphrase may be shown."""

    login: str
    passphrase: str = field(repr=False)


@dataclass(frozen=True, kw_only=True)  # no slots: Generic and frozen and slots fail on Python 3.11
class Door(Generic[T]):
    """What the window opens.

    ``unlock`` runs in the writer lane and gives what the program goes on with. ``wait`` tells for a
    login how many seconds of waiting are left; it is asked on the main thread and must be quick.
    """

    unit: str
    logins: Sequence[str]
    unlock: Callable[[str, str], T]
    wait: Callable[[str], float]
    demo: Sequence[DemoAccount] = ()


class UnlockWindow(QWidget, Generic[T]):
    """Choose the login, type the passphrase; without a door only a new installation or a folder."""

    unlocked = Signal(object)
    newAsked = Signal()
    folderAsked = Signal()
    recoveryAsked = Signal()
    restoreAsked = Signal()
    helpAsked = Signal()
    closed = Signal()

    def __init__(self, kit: Kit, door: Door[T] | None, *, last_login: str = "") -> None:
        """Make the window.

        Args:
            kit: What the window is built with.
            door: What it opens; None where there is no vault yet.
            last_login: The login to choose first.
        """
        super().__init__()
        self._kit = kit
        self._door = door
        words = kit.words
        self.setProperty("role", "window")
        self.setWindowTitle(words("shell-program"))
        fit(self, 720, 680 if door and door.demo else 560)
        self.setMinimumWidth(420)
        self._login = ChoiceField([Choice(code=name, label=name) for name in self._logins()])
        self._passphrase = PassphraseField(kit, name=words("shell-passphrase"))
        self._open = button(words("shell-unlock"), "primary")
        self._open.setDefault(True)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._message = MessageLine(kit)
        self._new = button(words("shell-new-installation"), "quiet" if door else "primary")
        self._folder = button(words("shell-other-folder"), "quiet" if door else "")
        self._recover = button(words("recovery-link"), "link")
        self._restore = button(words("restore-from-backup"), "" if door else "quiet")
        self._restore.setVisible(door is None)
        self._help = button(words("restore-help"), "link")
        self._help.setVisible(door is None)
        self._countdown = Countdown(self)
        self._working = False
        self._lay_out()
        self._login.set_value(last_login)
        self._login.changed.connect(self._on_login)
        self._passphrase.changed.connect(self._offer)
        self._passphrase.entered.connect(self._try)
        self._open.clicked.connect(self._try)
        self._new.clicked.connect(self.newAsked)
        self._folder.clicked.connect(self.folderAsked)
        self._recover.clicked.connect(self.recoveryAsked)
        self._restore.clicked.connect(self.restoreAsked)
        self._help.clicked.connect(self.helpAsked)
        self._countdown.ticked.connect(self._on_tick)
        self._on_login()
        (self._passphrase if door else self._new).setFocus()

    def say(self, message: Message) -> None:
        """Say something in the window (why it was locked, what was wrong with a folder)."""
        self._message.say(message)

    def tell(self, error: Exception) -> None:
        """Say what went wrong, and what to do next; a restore is offered where it is a way."""
        self._message.tell(error)
        self._offer_restore(error)

    def _logins(self) -> Sequence[str]:
        return self._door.logins if self._door else ()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        if self._kit.theme.training:
            whole.addWidget(training_band(self._kit))
        card = QFrame()
        card.setProperty("role", "card")
        card.setMaximumWidth(440)
        card.setMinimumWidth(360)
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(6)
        self._fill(column)
        middle = QHBoxLayout()
        middle.setContentsMargins(16, 16, 16, 16)
        middle.addStretch(1)
        middle.addWidget(card, 4)
        middle.addStretch(1)
        content = QWidget()
        content.setProperty("role", "page")
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addStretch(1)
        inside.addLayout(middle)
        inside.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 16, 16)
        foot.addStretch(1)
        if self._door:
            foot.addWidget(self._new)
            foot.addWidget(self._folder)
        foot.addStretch(1)
        inside.addLayout(foot)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        whole.addWidget(scroll, 1)

    def _fill(self, column: QVBoxLayout) -> None:
        words = self._kit.words
        column.addWidget(label(words("shell-program"), "title"))
        if self._door is None:
            column.addWidget(label(words("shell-first-run"), wrap=True))
            column.addWidget(self._message)
            column.addSpacing(14)
            column.addWidget(self._new)
            column.addWidget(self._folder)
            column.addWidget(self._restore)
            column.addWidget(self._help, 0, Qt.AlignmentFlag.AlignHCenter)
            return
        if self._door.unit:
            column.addWidget(label(self._door.unit, "muted", wrap=True))
        column.addSpacing(14)
        for name, field_ in (
            (words("shell-login"), self._login),
            (words("shell-passphrase"), self._passphrase),
        ):
            named = label(name)
            named.setBuddy(field_)
            field_.setAccessibleName(name)
            column.addWidget(named)
            column.addWidget(field_)
            column.addSpacing(6)
        column.addWidget(self._busy)
        column.addWidget(self._message)
        column.addSpacing(4)
        column.addWidget(self._open)
        column.addWidget(self._restore)
        column.addWidget(self._help, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._recover, 0, Qt.AlignmentFlag.AlignLeft)
        kept = self._busy.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._busy.setSizePolicy(kept)
        self._busy.hide()
        if self._kit.theme.training and self._door.demo:
            column.addSpacing(10)
            column.addWidget(label(words("shell-demo-accounts"), "small", wrap=True))
            for account in self._door.demo:
                text = words("shell-demo-account", login=account.login, phrase=account.passphrase)
                use = button(text, "link", help_text=words("shell-demo-account.help"))
                use.setIcon(self._kit.icons(Icon.KEY, "accent"))
                use.setIconSize(ICON)
                use.clicked.connect(lambda _on=False, chosen=account: self._use(chosen))
                column.addWidget(use, 0, Qt.AlignmentFlag.AlignLeft)

    def _use(self, account: DemoAccount) -> None:
        self._login.set_value(account.login)
        self._passphrase.set_text(account.passphrase)
        self._passphrase.setFocus()

    def _offer_restore(self, error: Exception) -> None:
        if isinstance(error, TcdeskError) and error.code in RESTORED_AFTER:
            self._restore.show()
            self._help.show()

    def _on_login(self) -> None:
        if self._door:
            self._countdown.begin(ceil(self._door.wait(self._login.value() or "")))

    def _offer(self) -> None:
        free = not self._working and not self._countdown.left
        self._open.setEnabled(free and bool(self._passphrase.text()))

    def _on_tick(self, left: int) -> None:
        if left:
            text = self._kit.words("shell-wait", count=left)
            self._open.setText(text)
        else:
            self._open.setText(self._kit.words("shell-unlock"))
        self._offer()

    def _lock_inputs(self, *, working: bool) -> None:
        self._working = working
        for part in (
            self._login,
            self._passphrase,
            self._new,
            self._folder,
            self._recover,
            self._restore,
        ):
            part.setEnabled(not working)
        self._busy.setVisible(working)
        self._offer()

    def _try(self) -> None:
        if not self._open.isEnabled() or self._door is None:
            return
        door, login, passphrase = self._door, self._login.value() or "", self._passphrase.text()
        self._message.clear()
        self._passphrase.hide_text()
        self._lock_inputs(working=True)
        self._kit.jobs.run(
            self,
            lambda: door.unlock(login, passphrase),
            done=self._done,
            failed=self._failed,
        )

    def _done(self, value: T) -> None:
        self._passphrase.take()
        self.unlocked.emit(value)

    def _failed(self, error: Exception) -> None:
        self._lock_inputs(working=False)
        text, next_step = self._kit.trouble.tell(error)
        self._message.say(Message(text=text, next_step=next_step, tone=Tone.ERROR))
        self._offer_restore(error)
        self._on_login()
        self._passphrase.ask_again()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._working:
            event.ignore()
        else:
            super().closeEvent(event)
            self.closed.emit()
