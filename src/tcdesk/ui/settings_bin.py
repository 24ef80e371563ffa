"""»Koš«: what was removed, by whom, for how many days still, and the way back."""

from datetime import datetime

from PySide6.QtCore import Qt
from typing_extensions import override

from tcdesk.domain.people import StatusStay
from tcdesk.domain.removal import Removal
from tcdesk.services.bin import Bin, BinLine
from tcdesk.services.desk import Desk
from tcdesk.services.ports import Words
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.people_words import activity_name, status_word
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.settings_section import Section
from tcdesk.ui.table import Table
from tcdesk.ui.undoing import TOPICS


class BinSection(Section):
    """What one removed oneself; the head sees what anybody removed."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(kit, desk, place)
        words = kit.words
        self._rows: Rows[BinLine] = Rows(
            (
                Column(
                    key="what",
                    title=words("bin-what"),
                    text=lambda one: what_words(words, one),
                    stretch=True,
                ),
                Column(key="about", title=words("bin-about"), text=self._about),
                Column(
                    key="at",
                    title=words("bin-at"),
                    text=lambda one: words.moment(datetime.fromisoformat(one.removal.at)),
                    order=lambda one: one.removal.at,
                ),
                Column(key="by", title=words("bin-by"), text=lambda one: one.by),
                Column(
                    key="left",
                    title=words("bin-left"),
                    text=lambda one: words("bin-days", count=one.days_left),
                    order=lambda one: one.days_left,
                ),
            ),
            words,
            self,
        )
        self.table: Table[BinLine] = Table(
            self._rows,
            name=words("settings-bin"),
            empty=words("bin-empty"),
            empty_next=words("bin-empty.next"),
        )
        self.table.setMinimumHeight(260)
        self.back = button(words("bin-put-back"), "primary")
        self.back.setEnabled(False)
        card = Card(words("settings-bin"))
        card.body.addWidget(label(words("bin-why"), "muted", wrap=True))
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.back, 0, Qt.AlignmentFlag.AlignRight)
        self.column.addWidget(card, 1)
        self.table.chosen.connect(lambda one: self.back.setEnabled(one is not None))
        self.table.openAsked.connect(self._put_back)
        self.back.clicked.connect(lambda: self._put_back(self.table.current))
        kit.privacy.changed.connect(lambda _on: self.refresh())

    @override
    def refresh(self) -> None:
        lying = Bin(self.desk)
        self.kit.jobs.run(self, lying.lying, done=self._rows.show, failed=self.tell, lane="reader")

    def _about(self, line: BinLine) -> str:
        if line.person is None:
            return ""
        return self.kit.privacy.name(line.person.full_name, line.person.code)

    def _put_back(self, line: BinLine | None) -> None:
        if line is None:
            return
        removal = line.removal.id

        def back() -> Changed[Removal]:
            return Changed(Bin(self.desk).put_back(removal), TOPICS)

        def done(_removal: Removal) -> None:
            self.say_done(self.kit.words("bin-put-back-done"))
            self.refresh()

        self.kit.jobs.run(self, back, done=done, failed=self.tell)


def what_words(words: Words, line: BinLine) -> str:
    """Name what was removed."""
    what = ""
    if isinstance(line.value, StatusStay) and line.person is not None:
        what = status_word(words, line.value.status, line.person.sex)
    elif line.session is not None and line.activity is not None:
        activity = activity_name(words, line.activity.name_sl, line.activity.name_en)
        session = line.session
        what = f"{activity}, {words.date(session.day)} {words.time(session.start)}"
    elif line.group is not None:
        what = line.group.name
    elif line.programme is not None:
        what = activity_name(words, line.programme.name_sl, line.programme.name_en)
    return words(f"bin-thing-{line.removal.thing.value}", what=what)
