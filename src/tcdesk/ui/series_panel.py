"""Repetitions beside the week: which run, a new one, and making their sessions after a preview."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tcdesk.domain.recurrence import Series, Why, interval_of, weekdays_of
from tcdesk.domain.sessions import Session
from tcdesk.services.desk import Desk
from tcdesk.services.week_plan import PlanLine, WeekPlan
from tcdesk.ui.card import clear
from tcdesk.ui.decision import decide
from tcdesk.ui.fields import DayField, LineField
from tcdesk.ui.forms import NARROW_LABELS, Form
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.offer import Offer, clash_text
from tcdesk.ui.people_words import activity_name
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.series_form import MONDAY, SeriesForm
from tcdesk.ui.session_words import day_text, span
from tcdesk.ui.table import Table

SESSIONS = frozenset({"sessions", "bin"})
NARROWEST = 260  # of the preview beside the week
AHEAD = timedelta(days=27)  # four weeks are offered


class SeriesPanel(QWidget):
    """Nothing is made that was not shown first."""

    failed = Signal(Exception)
    done = Signal(str)  # what to say

    def __init__(self, kit: Kit, desk: Desk, resources: Path) -> None:
        super().__init__()
        self._kit = kit
        self._week_plan = WeekPlan(desk, resources)
        self._offer = Offer(programmes=(), groups=(), staff=())
        words = kit.words
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.form = SeriesForm(kit, self._week_plan)
        self.form.hide()
        self._new = button(words("series-new"))
        self.first, self.last = DayField(kit), DayField(kit)
        self.look = button(words("series-look"))
        self.make = button("", "primary")
        self.reason = LineField(longest=200)
        self._told = label("", "muted", wrap=True)
        self._clashes = label("", "error", wrap=True)
        self.table: Table[PlanLine] = Table(
            Rows(self._columns(), words, self),
            name=words("series-preview"),
            empty=words("series-preview-empty"),
        )
        self._lay_out()
        self._forget_preview()
        self._new.clicked.connect(self._begin)
        self.form.cancelled.connect(self._end_form)
        self.form.failed.connect(self.failed)
        self.form.begun.connect(self._begun)
        self.look.clicked.connect(self._preview)
        self.make.clicked.connect(self._generate)
        for field in (self.first, self.last):
            field.changed.connect(self._forget_preview)

    def set_offer(self, offer: Offer, monday: date) -> None:
        """Take what can be chosen, and the week that is shown."""
        self._offer = offer
        if self.first.value() is None:
            self.first.set_value(max(monday, self._kit.clock.today()))
            self.last.set_value(monday + AHEAD)
        self.refresh()

    def refresh(self) -> None:
        """Ask for the repetitions that run."""
        today = self._kit.clock.today()
        self._kit.jobs.run(
            self,
            lambda: self._week_plan.running(today),
            done=self._show,
            failed=self.failed.emit,
            lane="reader",
        )

    def _lay_out(self) -> None:
        words = self._kit.words
        inner = QWidget()
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addLayout(self._list)
        column.addWidget(self._new)
        column.addWidget(self.form)
        column.addSpacing(8)
        column.addWidget(label(words("series-make-title"), "strong"))
        period = Form(labels=NARROW_LABELS)
        period.add(words("series-first"), self.first, wide=False)
        period.add(words("series-last"), self.last, wide=False)
        column.addWidget(period)
        column.addWidget(self.look)
        column.addWidget(self._told)
        column.addWidget(self.table)
        column.addWidget(self._clashes)
        self._why = label(words("series-reason"), "small", wrap=True)
        self._why.setBuddy(self.reason)
        self.reason.setAccessibleName(words("series-reason"))
        column.addWidget(self._why)
        column.addWidget(self.reason)
        column.addWidget(self.make)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(label(words("series-title"), "section"))
        whole.addWidget(scroll, 1)

    def _columns(self) -> Sequence[Column[PlanLine]]:
        words = self._kit.words
        return (
            Column(
                key="when",
                title=words("plan-day"),
                text=lambda one: (
                    f"{day_text(words, one.slot.day)} {words.time(one.slot.series.start)}"
                ),
                order=lambda one: (one.slot.day.isoformat(), one.slot.series.start),
            ),
            Column(key="what", title=words("plan-activity"), text=self._name, stretch=True),
            Column(
                key="why",
                title=words("series-outcome"),
                text=self._outcome,
                tooltip=lambda one: "\n".join(clash_text(self._kit, each) for each in one.clashes),
            ),
        )

    def _name(self, line: PlanLine) -> str:
        if line.group is not None:
            return line.group.name
        return activity_name(self._kit.words, line.activity.name_sl, line.activity.name_en)

    def _outcome(self, line: PlanLine) -> str:
        words, slot = self._kit.words, line.slot
        if slot.free is not None:
            sl = words.language == "sl"
            return slot.free.name_sl if sl else slot.free.name_en
        return words(f"series-why-{slot.why}") if slot.why else words("series-made-new")

    def _show(self, running: Sequence[Series]) -> None:
        clear(self._list)
        words = self._kit.words
        for one in running:
            self._list.addWidget(self._line(one))
        if not running:
            self._list.addWidget(label(words("series-none"), "muted", wrap=True))

    def _line(self, series: Series) -> QWidget:
        words = self._kit.words
        text = f"{self._when(series)} · {self._what(series)}"
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(text, wrap=True), 1)
        stop = button(words("series-stop"), "link")
        stop.setAccessibleName(words("series-stop-which", what=text))
        stop.clicked.connect(partial(self._ask_stop, series, text))
        row.addWidget(stop)
        return part

    def _when(self, series: Series) -> str:
        words = self._kit.words
        days = ", ".join(
            words.weekday_short(MONDAY.replace(day=1 + one)) for one in weekdays_of(series.rule)
        )
        if not days:
            days = words("series-every-month")
        elif interval_of(series.rule) > 1:
            days = f"{words('series-every-2')}: {days}"
        return f"{days} {span(words, series.start, series.minutes)}"

    def _what(self, series: Series) -> str:
        group = next((one.name for one in self._offer.groups if one.id == series.group), None)
        every = (one for file in self._offer.programmes for one in file.activities)
        activity = next((one for one in every if one.id == series.activity), None)
        if group or activity is None:
            return group or ""
        return activity_name(self._kit.words, activity.name_sl, activity.name_en)

    def _begin(self) -> None:
        self._new.hide()
        self.form.show()
        self.form.begin(self._offer, self._kit.clock.today())

    def _end_form(self) -> None:
        self.form.hide()
        self._new.show()

    def _begun(self, _series: Series) -> None:
        self._end_form()
        self.done.emit(self._kit.words("series-begun"))
        self.refresh()
        self._preview()

    def _ask_stop(self, series: Series, text: str) -> None:
        words, today = self._kit.words, self._kit.clock.today()
        decide(
            self._kit,
            self,
            lambda: self._stop(series, max(today, series.from_date)),
            question=words("series-stop-ask", what=text),
            explanation=words("series-stop-ask.why"),
            yes=words("series-stop-ask.yes"),
        )

    def _stop(self, series: Series, day: date) -> None:
        words = self._kit.words

        def done(count: int) -> None:
            self.done.emit(words("series-stopped", count=count))
            self.refresh()

        self._kit.jobs.run(
            self,
            lambda: Changed(self._week_plan.stop(series.id, day), SESSIONS),
            done=done,
            failed=self.failed.emit,
        )

    def _preview(self) -> None:
        first, last = self.first.value(), self.last.value()
        if first is None or last is None:
            self._told.setText(self._kit.words("plan-day-missing"))
            self._told.show()
            return
        self._kit.jobs.run(
            self,
            lambda: self._week_plan.preview(first, last),
            done=self._show_preview,
            failed=self.failed.emit,
            lane="reader",
        )

    def _forget_preview(self) -> None:
        for part in (self._told, self.table, self._clashes, self._why, self.reason, self.make):
            part.hide()
        self.reason.set_value("")

    def _show_preview(self, lines: Sequence[PlanLine]) -> None:
        words = self._kit.words
        self._forget_preview()
        fresh = sum(one.slot.why is None for one in lines)
        clashing = sum(one.slot.why is Why.CLASH for one in lines)
        self.table.rows.show(lines)
        self.table.setMinimumWidth(NARROWEST)
        self._told.setText(words("series-told", made=fresh, left=len(lines) - fresh))
        self._clashes.setText(words("series-clashing", count=clashing))
        self.make.setText(words("series-make", count=fresh))
        for part, shown in (
            (self._told, True),
            (self.table, bool(lines)),
            (self._clashes, bool(clashing)),
            (self._why, bool(clashing)),
            (self.reason, bool(clashing)),
            (self.make, bool(fresh or clashing)),
        ):
            part.setVisible(shown)

    def _generate(self) -> None:
        first, last, reason = self.first.value(), self.last.value(), self.reason.value()
        if first is None or last is None:
            return

        def done(made: Sequence[Session]) -> None:
            self._forget_preview()
            self.done.emit(self._kit.words("series-generated", count=len(made)))

        self._kit.jobs.run(
            self,
            lambda: Changed(self._week_plan.generate(first, last, reason=reason), SESSIONS),
            done=done,
            failed=self.failed.emit,
        )
