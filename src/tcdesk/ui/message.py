"""The message line: what happened, what to do next, and one thing to press (often Undo)."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import ICON, IconButton, button, label, restyle


class Tone(StrEnum):
    """How a message is meant; told by icon and words, the colour only repeats it."""

    INFO = "info"
    SUCCESS = "success"
    WARN = "warn"
    ERROR = "error"


_NATIVE = QKeySequence.SequenceFormat.NativeText
_ICONS = {
    Tone.INFO: Icon.INFO,
    Tone.SUCCESS: Icon.SUCCESS,
    Tone.WARN: Icon.WARN,
    Tone.ERROR: Icon.ERROR,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One thing to say in place. ``act`` is what the button with the words ``action`` does.

    ``shortcut`` does the same while the message is shown (as Qt reads it).
    """

    text: str
    next_step: str = ""
    tone: Tone = Tone.INFO
    action: str = ""
    act: Callable[[], None] | None = None
    shortcut: str = ""


class MessageLine(QFrame):
    """Shows one message at a time; hidden when there is nothing to say."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._message: Message | None = None
        self.setProperty("role", "message")
        self._icon = QLabel()
        self._text = label("", "strong", wrap=True)
        self._next = label("", wrap=True)
        self._act = button("", "link")
        self._close = IconButton(kit.icons, Icon.CLOSE, kit.words("shell-message-close"))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._text)
        texts.addWidget(self._next)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addLayout(texts, 1)
        row.addWidget(self._act)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._key = QShortcut(self)
        self._key.setContext(Qt.ShortcutContext.WindowShortcut)
        self._key.activated.connect(self._pressed)
        self._act.clicked.connect(self._pressed)
        self._close.clicked.connect(self.clear)
        kit.theme.changed.connect(self._draw_icon)
        self.hide()

    @property
    def message(self) -> Message | None:
        """Give what is said now."""
        return self._message

    def say(self, message: Message) -> None:
        """Say one thing; the one before it goes."""
        self._message = message
        self._text.setText(message.text)
        self._next.setText(message.next_step)
        self._next.setVisible(bool(message.next_step))
        beside = Qt.AlignmentFlag.AlignTop if message.next_step else Qt.AlignmentFlag.AlignVCenter
        self._row.setAlignment(self._icon, beside)
        self._act.setText(message.action)
        self._act.setVisible(message.act is not None)
        self._act.setToolTip(QKeySequence(message.shortcut).toString(_NATIVE))
        self._key.setKey(QKeySequence(message.shortcut))
        self.setProperty("tone", message.tone.value)
        self.setAccessibleName(f"{message.text} {message.next_step}".strip())
        self._draw_icon()
        restyle(self)
        self.show()

    def tell(self, error: Exception) -> None:
        """Say what went wrong and what to do next."""
        text, next_step = self._kit.trouble.tell(error)
        self.say(Message(text=text, next_step=next_step, tone=Tone.ERROR))

    def clear(self) -> None:
        """Say nothing."""
        self._message = None
        self._key.setKey(QKeySequence())
        self.hide()

    def _draw_icon(self) -> None:
        if self._message:
            tone = self._message.tone
            self._icon.setPixmap(self._kit.icons(_ICONS[tone], tone.value).pixmap(ICON))

    def _pressed(self) -> None:
        message = self._message
        self.clear()
        if message and message.act:
            message.act()
