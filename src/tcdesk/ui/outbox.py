"""What was sent: number, day, file, where it stands, and whether the office has confirmed it."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QIcon

from tcdesk.domain.days import days_ago
from tcdesk.services.backups import moment
from tcdesk.services.exchange_rows import BundleOut, OutState
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.table import Table

OVERDUE_DAYS = 30  # without a receipt; peers.md F8
_ICONS = {
    OutState.PLANNED: (Icon.CLOCK, "warn"),
    OutState.WRITTEN: (Icon.SUCCESS, "success"),
    OutState.ABORTED: (Icon.ERROR, "error"),
}


class Outbox(Table[BundleOut]):
    """Every export, the newest first; burnt numbers too."""

    def __init__(self, kit: Kit, *, export: Callable[[], None]) -> None:
        self._kit = kit
        words = kit.words
        self.sent: Rows[BundleOut] = Rows(self._columns(), words)
        super().__init__(
            self.sent,
            name=words("outbox-title"),
            empty=words("outbox-none"),
            empty_next=words("outbox-none.next"),
            empty_action=words("exchange-export"),
            act=export,
        )
        self.sent.setParent(self)
        self.setMinimumHeight(200)

    @property
    def overdue(self) -> int:
        """Count what the office should have confirmed by now."""
        return sum(self._is_overdue(one) for one in self.sent.values())

    def show_sent(self, sent: Sequence[BundleOut]) -> None:
        """Show the list; the chosen one stays chosen."""
        before = self.current
        self.sent.show(sent)
        if before is None or not self.select_value(lambda one: one.id == before.id):
            self.select_value(lambda _one: True)

    def _columns(self) -> list[Column[BundleOut]]:
        words = self._kit.words
        return [
            Column(
                key="seq",
                title=words("outbox-seq"),
                text=self._number,
                order=lambda one: (one.epoch_no, one.seq),
                number=True,
            ),
            Column(
                key="at",
                title=words("outbox-at"),
                text=lambda one: words.moment(moment(one.at)),
                order=lambda one: one.at,
            ),
            Column(
                key="file",
                title=words("outbox-file"),
                text=lambda one: one.file_name,
                tooltip=lambda one: one.file_name,
                width=28,
                stretch=True,
            ),
            Column(
                key="state",
                title=words("outbox-state"),
                text=lambda one: words(f"out-state-{one.state.value}"),
                icon=self._state_icon,
            ),
            Column(
                key="receipt",
                title=words("outbox-receipt"),
                text=self._receipt,
                order=lambda one: one.confirmed_at or "",
                icon=self._receipt_icon,
            ),
        ]

    def _number(self, one: BundleOut) -> str:
        if one.epoch_no == 1:
            return str(one.seq)
        return self._kit.words("outbox-epoch", seq=str(one.seq), epoch=str(one.epoch_no))

    def _receipt(self, one: BundleOut) -> str:
        words = self._kit.words
        if one.confirmed_at is not None:
            return words("outbox-confirmed", at=words.moment(moment(one.confirmed_at)))
        if one.state is not OutState.WRITTEN:
            return "–"
        name = "outbox-overdue" if self._is_overdue(one) else "outbox-waits"
        return words(name, count=self._days(one))

    def _days(self, one: BundleOut) -> int:
        return days_ago(moment(one.at), self._kit.clock.today())

    def _is_overdue(self, one: BundleOut) -> bool:
        waits = one.state is OutState.WRITTEN and one.confirmed_at is None
        return waits and self._days(one) > OVERDUE_DAYS

    def _state_icon(self, one: BundleOut) -> QIcon:
        return self._kit.icons(*_ICONS[one.state])

    def _receipt_icon(self, one: BundleOut) -> QIcon | None:
        if one.confirmed_at is not None:
            return self._kit.icons(Icon.SUCCESS, "success")
        if self._is_overdue(one):
            return self._kit.icons(Icon.WARN, "error")
        return self._kit.icons(Icon.CLOCK, "muted") if one.state is OutState.WRITTEN else None
