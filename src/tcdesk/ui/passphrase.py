"""A field for passphrases: show or hide, an honest strength meter, a generated offer."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import IconButton, button, label, restyle

FULL = 100.0  # bits at which the meter is full; what is enough is said by the caller's advice


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """How hard a passphrase is to guess, and one sentence of advice in the reader's language."""

    bits: float
    advice: str
    enough: bool


class PassphraseField(QWidget):
    """One passphrase to type; ``take`` gives it once and clears the field."""

    changed = Signal()
    entered = Signal()  # Enter was pressed

    def __init__(self, kit: Kit, *, name: str) -> None:
        super().__init__()
        self._kit = kit
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.edit.setMaxLength(1024)
        self.edit.setMinimumWidth(200)
        self._look = IconButton(kit.icons, Icon.SHOW, kit.words("shell-passphrase-show"))
        self._look.clicked.connect(self._toggle)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.edit, 1)
        row.addWidget(self._look)
        self.setFocusProxy(self.edit)
        self.setAccessibleName(name)
        self.edit.setAccessibleName(name)
        self.edit.textChanged.connect(self.changed)
        self.edit.returnPressed.connect(self.entered)

    def text(self) -> str:
        """Give what is typed."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Fill in a passphrase (a generated one)."""
        self.edit.setText(text)

    def take(self) -> str:
        """Give what is typed, clear the field and hide what is typed next."""
        text = self.edit.text()
        self.edit.clear()
        self.hide_text()
        return text

    def hide_text(self) -> None:
        """Show dots instead of the passphrase."""
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._look.show_as(Icon.SHOW, self._kit.words("shell-passphrase-show"))

    def show_text(self) -> None:
        """Show the passphrase itself."""
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal)
        self._look.show_as(Icon.HIDE, self._kit.words("shell-passphrase-hide"))

    def ask_again(self) -> None:
        """Select what was typed, so that typing replaces it."""
        self.edit.setFocus()
        self.edit.selectAll()

    def _toggle(self) -> None:
        if self.edit.echoMode() == QLineEdit.EchoMode.Password:
            self.show_text()
        else:
            self.hide_text()


class NewPassphrase(QWidget):
    """A new passphrase: typed twice or taken from an offer, with its strength as it is typed."""

    changed = Signal()

    def __init__(
        self,
        kit: Kit,
        *,
        strength: Callable[[str], Strength],
        offer: Callable[[], str],
    ) -> None:
        """Make the fields.

        Args:
            kit: What the window is built with.
            strength: Judges what is typed; quick, asked at every key.
            offer: Makes a passphrase of random words.
        """
        super().__init__()
        self._kit = kit
        self._strength = strength
        self._offer = offer
        words = kit.words
        self.first = PassphraseField(kit, name=words("shell-passphrase-new"))
        self.second = PassphraseField(kit, name=words("shell-passphrase-again"))
        self._meter = QProgressBar()
        self._meter.setRange(0, int(FULL))
        self._meter.setTextVisible(False)
        self._meter.setAccessibleName(words("shell-passphrase-strength"))
        self._advice = label("", "small", wrap=True)
        self._differs = label(words("shell-passphrase-differs"), "error")
        suggest = button(words("shell-passphrase-offer"), "link")
        suggest.clicked.connect(self._take_offer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        first_label = label(words("shell-passphrase-new"))
        first_label.setBuddy(self.first)
        second_label = label(words("shell-passphrase-again"))
        second_label.setBuddy(self.second)
        for part in (first_label, self.first, self._meter, self._advice):
            column.addWidget(part)
        column.addWidget(suggest, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(4)
        for part in (second_label, self.second, self._differs):
            column.addWidget(part)
        self.setFocusProxy(self.first)
        self.first.changed.connect(self._judge)
        self.second.changed.connect(self._judge)
        self._judge()

    def ready(self) -> bool:
        """Tell whether the passphrase is strong enough and typed twice alike."""
        text = self.first.text()
        return text == self.second.text() and self._strength(text).enough

    def take(self) -> str:
        """Give the passphrase once and clear both fields."""
        self.second.take()
        return self.first.take()

    def _take_offer(self) -> None:
        self.first.set_text(self._offer())
        self.first.show_text()
        self.second.set_text("")
        self.second.setFocus()

    def _judge(self) -> None:
        text = self.first.text()
        judged = self._strength(text)
        self._meter.setValue(int(min(FULL, judged.bits)))
        self._meter.setProperty("tone", "success" if judged.enough else "warn")
        restyle(self._meter)
        self._advice.setText(judged.advice)
        self._meter.setAccessibleDescription(judged.advice)
        self._differs.setVisible(bool(self.second.text()) and text != self.second.text())
        self.changed.emit()
