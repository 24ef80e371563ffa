"""Looking for words in closed notes: asked for on purpose, opened for it, and forgotten after."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from tcdesk.services.closed import Closed, ClosedHit
from tcdesk.ui.card import Card
from tcdesk.ui.fields import LineField
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import ICON, button, label
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.table import Table


class ClosedSearchCard(Card):
    """A field, and what was found; both are emptied when another page or section is opened."""

    sessionAsked = Signal(object)  # SessionId
    failed = Signal(Exception)

    def __init__(self, kit: Kit, closed: Closed) -> None:
        words = kit.words
        super().__init__(words("closed-search"))
        self._kit = kit
        self._closed = closed
        self.field = LineField()
        self.field.setAccessibleName(words("closed-search-field"))
        self.field.setPlaceholderText(words("closed-search-field"))
        self.field.returnPressed.connect(self._search)
        self.do = button(words("closed-search-do"))
        self.do.setIcon(kit.icons(Icon.SEARCH))
        self.do.setIconSize(ICON)
        self.do.clicked.connect(self._search)
        self._rows: Rows[ClosedHit] = Rows(
            (
                Column(
                    key="day",
                    title=words("closed-hit-day"),
                    text=lambda hit: words.date(hit.day),
                    order=lambda hit: hit.day,
                ),
                Column(
                    key="who",
                    title=words("closed-hit-who"),
                    text=lambda hit: kit.privacy.name(hit.who, hit.who_code),
                ),
                Column(key="author", title=words("closed-hit-author"), text=lambda hit: hit.author),
                Column(
                    key="text",
                    title=words("closed-hit-text"),
                    text=lambda hit: hit.excerpt,
                    stretch=True,
                ),
            ),
            words,
            self,
        )
        self.table = Table(
            self._rows,
            name=words("closed-search"),
            empty=words("closed-search-none"),
            empty_next=words("closed-search-none-next"),
        )
        self.table.setMinimumHeight(150)
        self.table.openAsked.connect(lambda hit: self.sessionAsked.emit(hit.session))
        self.table.hide()
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.do)
        self.body.addWidget(label(words("closed-search-why"), "muted", wrap=True))
        self.body.addLayout(row)
        self.body.addWidget(self.table)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.field.clear()
            self._rows.show([])
            self.table.hide()

    def _search(self) -> None:
        typed, closed = self.field.value(), self._closed
        if typed:
            self._kit.jobs.run(
                self, lambda: closed.search(typed), done=self._show, failed=self.failed.emit
            )

    def _show(self, hits: Sequence[ClosedHit]) -> None:
        self._rows.show(list(hits))
        self.table.show()
