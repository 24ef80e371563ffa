"""Says on every tab of a person's file that a safety procedure is open, until it is closed."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from tcdesk.domain.days import HERE
from tcdesk.domain.safety import SafetyFlow
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import ICON, button, label


def opened_on(flow: SafetyFlow) -> date:
    """Give the day here on which a procedure was opened."""
    return datetime.fromisoformat(flow.opened_at).astimezone(HERE).date()


class SafetyBand(QFrame):
    """Stands above the tabs; hidden while nothing is open."""

    def __init__(self, kit: Kit, open_flow: Callable[[SafetyFlow, int], None]) -> None:
        super().__init__()
        self._kit = kit
        self._open_flow = open_flow
        self._flows: Sequence[tuple[SafetyFlow, int]] = ()
        self.setProperty("role", "message")
        self.setProperty("tone", "warn")
        self._sign = QLabel()
        self._text = label("", "strong", wrap=True)
        self.go = button(kit.words("safety-open"), "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self.go)
        self.go.clicked.connect(self._open)
        kit.theme.changed.connect(self._draw)
        self._draw()
        self.hide()

    def show_flows(self, flows: Sequence[tuple[SafetyFlow, int]]) -> None:
        """Show what of these is open, the oldest first."""
        self._flows = [one for one in flows if one[0].closed_at is None]
        self.setVisible(bool(self._flows))
        if self._flows:
            oldest = self._flows[0][0]
            told = self._kit.words("safety-band", count=len(self._flows), day=opened_on(oldest))
            review = oldest.review
            if review is not None:
                told += " " + self._kit.words("safety-band-review", day=review)
            self._text.setText(told)
            self.go.setAccessibleDescription(told)

    def _open(self) -> None:
        for flow, version in self._flows[:1]:
            self._open_flow(flow, version)

    def _draw(self) -> None:
        self._sign.setPixmap(self._kit.icons(Icon.RISK, "warn").pixmap(ICON))
