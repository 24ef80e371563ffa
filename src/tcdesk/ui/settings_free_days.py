"""»Dela prosti dnevi«: the state's holidays, and the days that the unit sets by hand."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.domain.free_days import LONGEST_NAME, FreeDay, OwnDay
from tcdesk.services.desk import Desk
from tcdesk.services.free_days import FreeDays
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card, clear
from tcdesk.ui.fields import DayField, LineField
from tcdesk.ui.forms import Form
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.settings_section import Section

CHANGED = frozenset({"settings", "sessions"})


class FreeDaysSection(Section):
    """No sessions are made on these days, unless a repetition says so."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(kit, desk, place)
        words = kit.words
        self._days = FreeDays(desk, place.resources)
        self._own = QVBoxLayout()
        self._coming = QVBoxLayout()
        self.day = DayField(kit)
        self.name = LineField(longest=LONGEST_NAME)
        self.works = QCheckBox(words("free-days-works"))
        self.add = button(words("free-days-add"), "primary")
        form = Form()
        form.add(words("plan-day"), self.day, wide=False)
        form.add(words("free-days-name"), self.name)
        form.add_whole(self.works)
        self._form = form
        own = Card(words("free-days-own"))
        own.body.addWidget(label(words("free-days-own.why"), "muted", wrap=True))
        own.body.addLayout(self._own)
        own.body.addWidget(form)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        own.body.addLayout(row)
        coming = Card(words("free-days-coming"))
        coming.body.addLayout(self._coming)
        self.column.addWidget(own)
        self.column.addWidget(coming)
        self.column.addStretch(1)
        self.add.clicked.connect(self._add)

    @override
    def refresh(self) -> None:
        today = self.kit.clock.today()
        last = date(today.year + 1, 12, 31)
        self.kit.jobs.run(
            self,
            lambda: (self._days.own(), self._days.between(today, last)),
            done=lambda found: self._show(*found),
            failed=self.tell,
            lane="reader",
        )

    def _show(self, own: Sequence[OwnDay], coming: Mapping[date, FreeDay]) -> None:
        words = self.kit.words
        clear(self._own)
        clear(self._coming)
        for one in own:
            self._own.addWidget(self._line(one))
        if not own:
            self._own.addWidget(label(words("free-days-none"), "muted", wrap=True))
        for day in sorted(coming):
            name = coming[day].name_sl if words.language == "sl" else coming[day].name_en
            self._coming.addWidget(label(f"{words.weekday_short(day)} {words.date(day)} – {name}"))

    def _line(self, one: OwnDay) -> QWidget:
        words = self.kit.words
        text = f"{words.weekday_short(one.day)} {words.date(one.day)} – {one.name}"
        if one.works:
            text += f" ({words('free-days-works-short')})"
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(text, wrap=True), 1)
        gone = button(words("remove"), "link")
        gone.setAccessibleName(words("free-days-remove", what=text))
        gone.clicked.connect(partial(self._drop, one.day))
        row.addWidget(gone)
        return part

    def _add(self) -> None:
        words, day, name = self.kit.words, self.day.value(), self.name.value()
        works = self.works.isChecked()
        right = self._form.set_errors(
            {
                self.day: "" if day else words("plan-day-missing"),
                self.name: "" if name.strip() else words("field-missing"),
            }
        )
        if not right or day is None:
            return

        def add() -> Changed[None]:
            self._days.add(day, name, works=works)
            return Changed(None, CHANGED)

        def done(_none: None) -> None:
            self.day.set_value(None)
            self.name.set_value("")
            self.say_done(words("free-days-saved"))

        self.kit.jobs.run(self, add, done=done, failed=self.tell)

    def _drop(self, day: date) -> None:
        def drop() -> Changed[None]:
            self._days.drop(day)
            return Changed(None, CHANGED)

        self.kit.jobs.run(
            self,
            drop,
            done=lambda _none: self.say_done(self.kit.words("free-days-saved")),
            failed=self.tell,
        )
