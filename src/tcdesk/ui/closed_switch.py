"""The choice of closing a note: a box with a lock, and one sentence that says who reads it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from tcdesk.services.ports import Words
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import ICON, label


class ClosedSwitch(QWidget):
    """Stands above the fields, so that it is seen before anything is typed."""

    turned = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        words = kit.words
        self.box = QCheckBox(words("closed-switch"))
        self.box.setToolTip(words("closed-switch.help"))
        self.box.setIconSize(ICON)
        self._lock = QLabel()
        self._stays = label(words("closed-switch"), "strong")
        self._who = label("", "small", wrap=True)
        self._closed_for = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._stays, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._who, 1, Qt.AlignmentFlag.AlignVCenter)
        self.box.toggled.connect(self._turn)
        kit.theme.changed.connect(self._draw)
        self._draw()

    @property
    def closed(self) -> bool:
        """Whether the note is to be closed."""
        return self.box.isChecked()

    def show_choice(self, *, closed: bool, fixed: bool, closed_for: str) -> None:
        """Show a choice without telling that it was turned.

        Args:
            closed: Whether the note is closed.
            fixed: It was saved that way, or adds to a closed note: it cannot be turned. An open
                note then needs no words.
            closed_for: The sentence that says who reads it when it is closed.
        """
        self._closed_for = closed_for
        self.box.blockSignals(True)
        self.box.setChecked(closed)
        self.box.blockSignals(False)
        self.box.setVisible(not fixed)
        for part in (self._lock, self._stays):
            part.setVisible(fixed)
        self.setVisible(closed or not fixed)
        self._draw()

    def _turn(self) -> None:
        self._draw()
        self.turned.emit()

    def _draw(self) -> None:
        closed = self.box.isChecked()
        self.box.setIcon(self._kit.icons(Icon.LOCK, "accent" if closed else "muted"))
        self._lock.setPixmap(self._kit.icons(Icon.LOCK, "accent").pixmap(ICON))
        told = self._closed_for if closed else self._kit.words("closed-who-open")
        self._who.setText(told)
        self.box.setAccessibleDescription(told)


def who_reads(words: Words, names: Sequence[str], *, recovery: bool) -> str:
    """Say who reads what somebody closes: the author, whom the author named, and in need the parts.

    Args:
        words: The language.
        names: Those whom the author named.
        recovery: Two of three parts on paper open it too.
    """
    if names:
        told = ", ".join(names)
        return words("closed-who-others-recovery" if recovery else "closed-who-others", names=told)
    return words("closed-who-recovery" if recovery else "closed-who-me")
