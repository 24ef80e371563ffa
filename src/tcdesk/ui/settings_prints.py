"""»Natisi«: the register of prints and saved files, and how many sheets wait to be keyed in."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from tcdesk.domain.staff import Action
from tcdesk.services.audit_actions import action_words
from tcdesk.services.desk import Desk
from tcdesk.services.home import Home
from tcdesk.services.lines import SessionFilter
from tcdesk.services.print_log import PrintLine, PrintLog
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.settings_section import Section
from tcdesk.ui.table import Table


class PrintsSection(Section):
    """One's own prints, or those of the whole unit."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(kit, desk, place)
        words = kit.words
        self._log, self._home = PrintLog(desk), Home(desk)
        self.waiting = label("", "", wrap=True)
        self.open_waiting = button(words("prints-waiting-open"), "link")
        self.open_waiting.clicked.connect(
            lambda: self.wanted.emit("sessions", SessionFilter.NOT_KEYED)
        )
        self.rows: Rows[PrintLine] = Rows(self._columns(), words, self)
        self.table: Table[PrintLine] = Table(
            self.rows,
            name=words("prints-title"),
            empty=words("prints-none"),
            empty_next=words("prints-none-next"),
        )
        self.table.setMinimumHeight(360)
        card = Card(words("prints-title"))
        why = "prints-why-all" if self._log.whole_unit else "prints-why-own"
        card.body.addWidget(label(words(why), "muted", wrap=True))
        row = QHBoxLayout()
        row.addWidget(self.waiting)
        row.addWidget(self.open_waiting)
        row.addStretch(1)
        card.body.addLayout(row)
        card.body.addWidget(self.table, 1)
        self.column.addWidget(card, 1)
        self._show_waiting(0)

    @override
    def refresh(self) -> None:
        sees = self.desk.may(Action.SEE_NOTES)
        self.kit.jobs.run(
            self,
            lambda: (self._log.newest(), len(self._home.printed_not_keyed()) if sees else 0),
            done=lambda found: self._show(*found),
            failed=self.tell,
            lane="reader",
        )

    def _show(self, lines: Sequence[PrintLine], waiting: int) -> None:
        self.rows.show(lines)
        self._show_waiting(waiting)

    def _show_waiting(self, count: int) -> None:
        self.waiting.setText(self.kit.words("prints-waiting", count=count))
        self.waiting.setVisible(count > 0)
        self.open_waiting.setVisible(count > 0)

    def _columns(self) -> Sequence[Column[PrintLine]]:
        words = self.kit.words
        return (
            Column[PrintLine](
                key="at",
                title=words("prints-at"),
                text=lambda one: words.moment(datetime.fromisoformat(one.at)),
                order=lambda one: one.at,
            ),
            Column[PrintLine](
                key="what",
                title=words("prints-what"),
                text=lambda one: action_words(words, one.action),
                stretch=True,
            ),
            Column[PrintLine](
                key="about",
                title=words("prints-about"),
                text=lambda one: (
                    one.code or (words("prints-people", count=one.people) if one.people else "")
                ),
            ),
            Column[PrintLine](key="who", title=words("prints-who"), text=lambda one: one.by),
        )
