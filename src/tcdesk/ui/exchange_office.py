"""Exchange in the office: founding, the card for new units, who is in, rosters and receipts."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.services.backups import moment
from tcdesk.services.board import Board, UnitLine
from tcdesk.services.desk import Desk
from tcdesk.services.exchange_errors import OfficeNotFoundedError
from tcdesk.services.office import Office
from tcdesk.services.receipts import Receipts
from tcdesk.services.slips import Slips
from tcdesk.services.workplace import Workplace
from tcdesk.ui.admit_wizard import admit_wizard
from tcdesk.ui.card import Card
from tcdesk.ui.errands import card_errand, digits_paper, receipt_errand, roster_errand
from tcdesk.ui.founding_wizard import founding_wizard
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.page import Action, Page
from tcdesk.ui.paper_preview import show_paper
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.sending_wizard import Errand, sending_wizard
from tcdesk.ui.table import Table
from tcdesk.ui.wizard import S, Wizard

TOPICS = frozenset({"exchange"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    digits: tuple[str, ...] | None  # None: not founded yet
    units: Sequence[UnitLine]


class OfficeExchangePage(Page):
    """The office's side of the exchange."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        words = kit.words
        super().__init__(
            kit,
            key="exchange",
            title=words("exchange-title"),
            icon=Icon.EXCHANGE,
            topics=TOPICS,
        )
        self._desk = desk
        self._place = place
        self._office = Office(desk, place.files, place.stick)
        self._receipts = Receipts(desk, place.stick)
        self._slips = Slips(desk, words)
        self._board = Board(desk)
        self._digits: tuple[str, ...] | None = None
        self._before = self._founding_card()
        self._card = self._office_card()
        self._members = self._units_card()
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self._before)
        column.addWidget(self._card)
        column.addWidget(self._members, 1)
        column.addStretch(0)
        for part in (self._before, self._card, self._members):
            part.hide()

    @override
    def actions_shown(self) -> tuple[Action, ...]:
        if self._digits is None:
            return ()  # founding stands in the page itself
        return (
            Action(text=self.kit.words("admit-title"), do=self.admit, icon=Icon.ADD, primary=True),
        )

    @override
    def refresh(self) -> None:
        def look() -> _Seen:
            try:
                digits = self._office.digits()
            except OfficeNotFoundedError:
                return _Seen(digits=None, units=())
            return _Seen(digits=digits, units=self._board.units())

        self.kit.jobs.run(self, look, done=self._show, failed=self.tell, lane="reader")

    def found(self) -> None:
        """Open the wizard that makes the root key."""
        self._open(founding_wizard(self.kit, self.window(), self._place, self._office, self._slips))

    def admit(self) -> None:
        """Open the wizard that takes a unit in."""
        self._open(admit_wizard(self.kit, self.window(), self._desk, self._place, self._office))

    def send_card(self) -> None:
        """Open the wizard that writes the office's card to a stick."""
        self._errand(card_errand(self.kit, self._place, self._office, self._slips))

    def send_roster(self) -> None:
        """Open the wizard that writes the newest roster for the chosen unit."""
        line = self.table.current
        if line is not None:
            self._errand(roster_errand(self.kit, self._office, line.unit))

    def send_receipt(self) -> None:
        """Open the wizard that writes a receipt for the chosen unit."""
        line = self.table.current
        if line is not None:
            self._errand(
                receipt_errand(self.kit, self._place, self._receipts, self._slips, line.unit)
            )

    def _founding_card(self) -> Card:
        words = self.kit.words
        card = Card(words("office-found-title"))
        for line in ("key", "reserve", "card"):
            card.body.addWidget(label(words(f"office-found-{line}"), wrap=True))
        self.begin = button(words("office-found"), "primary")
        self.begin.clicked.connect(self.found)
        card.body.addSpacing(8)
        card.body.addLayout(_row(self.begin))
        return card

    def _office_card(self) -> Card:
        words = self.kit.words
        card = Card(words("office-card"))
        card.body.addWidget(label(words("office-card.why"), "muted", wrap=True))
        self._shown_digits = label("")
        self._shown_digits.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        card.body.addWidget(self._shown_digits)
        write, slip = button(words("office-write-card")), button(words("office-print-digits"))
        write.clicked.connect(self.send_card)
        slip.clicked.connect(self._print_digits)
        card.body.addLayout(_row(write, slip))
        return card

    def _units_card(self) -> Card:
        words = self.kit.words
        self._rows: Rows[UnitLine] = Rows(
            (
                Column(key="code", title=words("units-unit"), text=lambda one: one.unit.code),
                Column(
                    key="name",
                    title=words("office-unit-name"),
                    text=lambda one: one.unit.name,
                    width=20,
                    stretch=True,
                ),
                Column(
                    key="at",
                    title=words("office-unit-confirmed"),
                    text=lambda one: words.moment(moment(one.unit.confirmed_at)),
                    order=lambda one: one.unit.confirmed_at,
                ),
                Column(
                    key="due",
                    title=words("units-act"),
                    text=lambda one: words("units-receipt-due") if one.receipt_due else "",
                ),
            ),
            words,
            self,
        )
        self.table = Table(
            self._rows,
            name=words("office-units"),
            empty=words("office-units-none"),
            empty_next=words("office-units-none.next"),
            empty_action=words("admit-title"),
            act=self.admit,
        )
        self.table.setMinimumHeight(200)
        self._roster = button(words("office-send-roster"))
        self._receipt = button(words("units-receipt"))
        self._roster.clicked.connect(self.send_roster)
        self._receipt.clicked.connect(self.send_receipt)
        self.table.chosen.connect(lambda _line: self._offer())
        card = Card(words("office-units"))
        card.body.addWidget(self.table, 1)
        card.body.addLayout(_row(self._receipt, self._roster))
        return card

    def _show(self, seen: _Seen) -> None:
        founded = seen.digits is not None
        self._digits = seen.digits
        self._before.setVisible(not founded)
        self._card.setVisible(founded)
        self._members.setVisible(founded)
        self._shown_digits.setText("  ".join(seen.digits or ()))
        before = self.table.current
        self._rows.show(seen.units)
        if before is None or not self.table.select_value(lambda one: one.unit.id == before.unit.id):
            self.table.select_value(lambda _one: True)
        self._offer()
        self.actionsChanged.emit()

    def _offer(self) -> None:
        line = self.table.current
        self._roster.setEnabled(line is not None)
        self._receipt.setEnabled(line is not None and line.last is not None)

    def _print_digits(self) -> None:
        if self._digits is not None:
            paper = digits_paper(self.kit, self._place, self._slips, self._digits)
            show_paper(self.kit, self, paper.draw, title=paper.title, failed=self.tell)

    def _errand(self, errand: Errand) -> None:
        self._open(sending_wizard(self.kit, self.window(), self._place.drives, errand))

    def _open(self, wizard: Wizard[S]) -> None:
        wizard.finished.connect(lambda _code: self.kit.jobs.changed.emit(TOPICS))
        wizard.finished.connect(wizard.deleteLater)
        wizard.open()


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
