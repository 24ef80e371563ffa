"""The band above Danes while something is wrong with the vault or with the clock."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from tcdesk.services.health import Health
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import ICON, label, restyle


class HealthBand(QFrame):
    """Says what is wrong and what to do; it cannot be waved away."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.setProperty("role", "message")
        self._sign = QLabel()
        self._text = label("", "strong", wrap=True)
        self._next = label("", wrap=True)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._text)
        column.addWidget(self._next)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addLayout(column, 1)
        self.hide()

    @property
    def text(self) -> str:
        """Give what it says; nothing while all is well."""
        return "" if self.isHidden() else f"{self._text.text()} {self._next.text()}"

    def show_health(self, health: Health) -> None:
        """Show what is wrong, the worst only with its next step; nothing while all is well."""
        said, next_step, bad = health_words(self._kit, health)
        self.setVisible(bool(said))
        self._text.setText(said)
        self._next.setText(next_step)
        self.setAccessibleName(f"{said} {next_step}".strip())
        tone = "error" if bad else "warn"
        self._sign.setPixmap(self._kit.icons(Icon.ERROR if bad else Icon.WARN, tone).pixmap(ICON))
        self.setProperty("tone", tone)
        restyle(self)


def health_words(kit: Kit, health: Health) -> tuple[str, str, bool]:
    """Give the sentence, its next step, and whether it is worse than a warning."""
    words = kit.words
    if health.wrong:
        told = " ".join(words(f"about-wrong-{name}") for name in health.wrong)
        return told, words("about-wrong-next"), True
    if health.clock_in_doubt:
        return words("clock-jumped"), words("clock-jumped.next"), False
    for name in health.backups:
        return words(f"backup-trouble-{name}"), words(f"backup-trouble-{name}.next"), False
    return "", "", False
