"""The office's board of units: last number, gaps, months, what was set aside, age, receipt due."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from tcdesk.domain.days import days_ago
from tcdesk.services.backups import moment
from tcdesk.services.board import Board, MonthState, UnitLine
from tcdesk.services.desk import Desk
from tcdesk.services.exchange_rows import Quarantined
from tcdesk.services.receipts import Receipts
from tcdesk.services.slips import Slips
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card
from tcdesk.ui.errands import receipt_errand
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label
from tcdesk.ui.page import Action, Page
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.sending_wizard import sending_wizard
from tcdesk.ui.table import Table

MONTHS = 12
OLD_DAYS = 35  # a month and some days: another export is due
SIGNS = {
    MonthState.COMPLETE: "●",
    MonthState.PARTLY: "◐",
    MonthState.MISSING: "○",
    MonthState.BEFORE: "·",
}


class UnitsPage(Page):
    """One row a unit; what is behind the chosen one stands below."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        words = kit.words
        super().__init__(
            kit,
            key="units",
            title=words("units-title"),
            icon=Icon.UNITS,
            topics=frozenset({"exchange"}),
        )
        self._place = place
        self._board = Board(desk)
        self._receipts = Receipts(desk, place.stick)
        self._slips = Slips(desk, words)
        self._months = months_back(kit.clock.today(), MONTHS)
        self.rows: Rows[UnitLine] = Rows(self._columns(), words, self)
        self.table = Table(
            self.rows,
            name=words("units-title"),
            empty=words("units-none"),
            empty_next=words("units-none.next"),
            empty_action=words("units-to-exchange"),
            act=lambda: self.wanted.emit("exchange", None),
        )
        self._legend = label(words("units-legend"), "small", wrap=True)
        self._card = Card()
        self._gaps = label("", wrap=True)
        self._epoch = label("", wrap=True)
        self.set_aside: Rows[Quarantined] = Rows(self._aside_columns(), words, self)
        self._aside = Table(
            self.set_aside,
            name=words("units-aside"),
            empty=words("units-aside-none"),
        )
        self._card.body.addWidget(self._gaps)
        self._card.body.addWidget(self._epoch)
        self._aside_title = label("", "strong", wrap=True)
        self._card.body.addWidget(self._aside_title)
        self._card.body.addWidget(self._aside, 1)
        self._card.body.addStretch(0)
        self._card.hide()
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self.table, 3)
        column.addWidget(self._legend)
        column.addWidget(self._card, 2)
        self.setFocusProxy(self.table)
        self.table.chosen.connect(self._choose)

    @override
    def actions_shown(self) -> tuple[Action, ...]:
        line = self.table.current
        return (
            Action(
                text=self.kit.words("units-receipt"),
                do=self._send_receipt,
                icon=Icon.EXPORT,
                primary=True,
                enabled=line is not None and line.last is not None,
                help_text=self.kit.words("units-receipt.help"),
            ),
        )

    @override
    def refresh(self) -> None:
        self.kit.jobs.run(self, self._board.units, done=self._show, failed=self.tell, lane="reader")

    def _show(self, lines: Sequence[UnitLine]) -> None:
        before = self.table.current
        self.rows.show(lines)
        if before is not None:
            self.table.select_value(lambda one: one.unit.id == before.unit.id)
        elif lines:
            self.table.selectRow(0)
        self.badgeChanged.emit(sum(line.receipt_due for line in lines))
        self.actionsChanged.emit()

    def _columns(self) -> list[Column[UnitLine]]:
        words = self.kit.words
        return [
            Column(
                key="unit",
                title=words("units-unit"),
                text=lambda line: line.unit.code,
                tooltip=lambda line: line.unit.name,
                spoken=lambda line: f"{line.unit.code}, {line.unit.name}",
            ),
            Column(
                key="last",
                title=words("units-last"),
                width=6,
                text=lambda line: str(line.last.seq) if line.last else "–",
                order=lambda line: line.last.seq if line.last else 0,
                number=True,
            ),
            Column(
                key="gaps",
                title=words("units-gaps"),
                width=8,
                text=gaps_text,
                order=lambda line: len(line.gaps),
                spoken=lambda line: words("units-gaps-count", count=len(line.gaps)),
            ),
            *(self._month(month) for month in self._months),
            Column(
                key="aside",
                title=words("units-quarantine"),
                width=9,
                text=lambda line: f"{line.quarantined} ▸" if line.quarantined else "0",
                order=lambda line: line.quarantined,
                spoken=lambda line: words("units-aside-count", count=line.quarantined),
                number=True,
            ),
            Column(
                key="age",
                title=words("units-age"),
                text=self._age,
                order=self._days,
                number=True,
                width=8,
            ),
            Column(key="act", title=words("units-act"), text=self._due, stretch=True, width=14),
        ]

    def _month(self, month: date) -> Column[UnitLine]:
        words = self.kit.words
        name = f"{words.month(month.month)} {month.year}"

        def spoken(line: UnitLine) -> str:
            state = words(f"month-state-{line.month(month).value}")
            return words("units-month", month=name, state=state)

        return Column(
            key=month.isoformat()[:7],
            title=words.month(month.month)[:3],
            text=lambda line: SIGNS[line.month(month)],
            order=lambda line: list(MonthState).index(line.month(month)),
            tooltip=spoken,
            spoken=spoken,
            width=3,
        )

    def _aside_columns(self) -> list[Column[Quarantined]]:
        words = self.kit.words
        return [
            Column(
                key="at",
                title=words("units-aside-at"),
                text=lambda one: words.moment(moment(one.at)),
                order=lambda one: one.at,
            ),
            Column(
                key="kind",
                title=words("units-aside-kind"),
                text=lambda one: words(f"bundle-table-{one.tbl}"),
            ),
            Column(key="row", title=words("units-aside-row"), text=lambda one: one.row),
            Column(
                key="reason",
                title=words("units-aside-reason"),
                text=lambda one: words(f"aside-{one.reason}"),
                stretch=True,
            ),
        ]

    def _days(self, line: UnitLine) -> int:
        if line.last is None:
            return 0
        return days_ago(moment(line.last.created_at), self.kit.clock.today())

    def _age(self, line: UnitLine) -> str:
        words = self.kit.words
        if line.last is None:
            return words("units-never")
        days = self._days(line)
        told = words("units-days", count=days)
        return f"▲ {told}" if days > OLD_DAYS else told

    def _due(self, line: UnitLine) -> str:
        return self.kit.words("units-receipt-due") if line.receipt_due else ""

    def _choose(self, line: UnitLine | None) -> None:
        self.actionsChanged.emit()
        self._card.setVisible(line is not None)
        if line is None:
            return
        words = self.kit.words
        self._card.set_title(f"{line.unit.code} · {line.unit.name}")
        numbers = ", ".join(str(seq) for seq in line.gaps)
        self._gaps.setText(
            words("units-gaps-told", count=len(line.gaps), numbers=numbers)
            if line.gaps
            else words("units-gaps-none")
        )
        restored = line.epoch_no > 1
        self._epoch.setVisible(restored)
        if restored:
            self._epoch.setText(words("units-epoch", epoch=str(line.epoch_no)))
        self.kit.jobs.run(
            self,
            lambda: self._board.set_aside(line.unit.id),
            done=partial(self._show_aside, line),
            failed=self.tell,
            lane="reader",
        )

    def _show_aside(self, line: UnitLine, found: Sequence[Quarantined]) -> None:
        now = self.table.current
        if now is not None and now.unit.id == line.unit.id:
            self.set_aside.show(found)
            self._aside.setVisible(bool(found))
            name = "units-aside" if found else "units-aside-none"
            self._aside_title.setText(self.kit.words(name))

    def _send_receipt(self) -> None:
        line = self.table.current
        if line is None:
            return
        errand = receipt_errand(self.kit, self._place, self._receipts, self._slips, line.unit)
        wizard = sending_wizard(self.kit, self.window(), self._place.drives, errand)
        wizard.finished.connect(lambda _code: self.kit.jobs.changed.emit(frozenset({"exchange"})))
        wizard.finished.connect(wizard.deleteLater)
        wizard.open()


def gaps_text(line: UnitLine) -> str:
    """Say which numbers never arrived, short."""
    if not line.gaps:
        return "–"
    few = ", ".join(f"#{seq}" for seq in line.gaps[:2])
    return few if len(line.gaps) <= 2 else f"{few} …"


def months_back(day: date, count: int) -> list[date]:
    """List the first days of the last months, the oldest first."""
    whole = day.year * 12 + day.month - 1
    return [date((whole - back) // 12, (whole - back) % 12 + 1, 1) for back in range(count)][::-1]
