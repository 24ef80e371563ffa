"""The schedule: a day, a week or a list; beside it the chosen session, a plan, groups, series."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import partial

from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from tcdesk.domain.ids import ProgrammeId, SessionId
from tcdesk.domain.sessions import SessionState
from tcdesk.domain.staff import Action as Right
from tcdesk.services.desk import Desk
from tcdesk.services.free_days import FreeDays
from tcdesk.services.lines import SessionLine
from tcdesk.services.programmes import Programmes
from tcdesk.services.removals import Removals
from tcdesk.services.schedule import Schedule
from tcdesk.services.sessions import Sessions
from tcdesk.services.workplace import Workplace
from tcdesk.ui.agenda import Agenda
from tcdesk.ui.beside import Beside
from tcdesk.ui.fields import Choice, ChoiceField
from tcdesk.ui.group_papers import GroupPapers
from tcdesk.ui.groups import Groups
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import IconButton, button, label
from tcdesk.ui.offer import Offer
from tcdesk.ui.page import Action, Page
from tcdesk.ui.plan_session import PlanSession
from tcdesk.ui.schedule_acts import WEEK, ScheduleActs
from tcdesk.ui.schedule_leaving import Part, ScheduleLeaving
from tcdesk.ui.series_panel import SeriesPanel
from tcdesk.ui.session_words import day_text
from tcdesk.ui.slot_details import SlotDetails
from tcdesk.ui.undoing import remove
from tcdesk.ui.week import WeekView


class Mode(StrEnum):
    """How the schedule is looked at."""

    DAY = "day"
    WEEK = "week"
    AGENDA = "agenda"


AGENDA = timedelta(days=27)
STEPS = {Mode.DAY: timedelta(days=1), Mode.WEEK: WEEK, Mode.AGENDA: WEEK}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    lines: Sequence[SessionLine]
    free: Mapping[date, str]
    offer: Offer


class SchedulePage(Page):
    """A week of the unit."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        words = kit.words
        super().__init__(
            kit,
            key="schedule",
            title=words("schedule-title"),
            icon=Icon.SCHEDULE,
            topics=frozenset({"sessions", "groups", "programmes", "accounts", "people"}),
        )
        self._desk = desk
        self._schedule, self._sessions = Schedule(desk), Sessions(desk)
        self._may_plan = desk.may(Right.EDIT_SCHEDULE)
        self._offer = Offer(programmes=(), groups=(), staff=())
        self._details = SlotDetails(kit, may_plan=self._may_plan)
        self._plan = PlanSession(kit, desk, place.resources)
        self._acts = ScheduleActs(self, desk, self._plan, self._form_beside)
        self._removals = Removals(desk)
        self._free_days = FreeDays(desk, place.resources)
        self._leaving = ScheduleLeaving(self, desk, place, self._part)
        self._papers = GroupPapers(self, desk, place)
        self._programmes = Programmes(desk)
        self._mode = Mode.WEEK
        self._monday = _monday(kit.clock.today())
        self._day = kit.clock.today()
        self._chosen: SessionId | None = None
        self._week = WeekView(kit, movable=self._may_plan)
        self._agenda = Agenda(kit, may_plan=self._may_plan)
        self._main = QStackedWidget()
        self._main.addWidget(self._week)
        self._main.addWidget(self._agenda)
        self._when = label("", "section")
        self._programme = ChoiceField(blank=words("schedule-all-programmes"))
        self._programme.setAccessibleName(words("schedule-programme"))
        self._series = SeriesPanel(kit, desk, place.resources) if self._may_plan else None
        self._groups = Groups(kit, desk)
        self._side = QStackedWidget()
        self._card = QFrame()
        for part in (self._groups, self._details, self._plan, self._series):
            if part is not None:
                self._side.addWidget(part)
        self._card.setProperty("role", "card")
        self._card.setMinimumWidth(360)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(16, 12, 12, 12)
        inside.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._bar())
        column.addWidget(Beside(self._main, self._card, shares=(2, 1)), 1)
        self._connect()

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, date):
            self._monday, self._day = _monday(target), target

    @override
    def refresh(self) -> None:
        mode, chosen = self._mode, self._programme.value()
        first, last = self._period()
        programme = ProgrammeId(chosen) if chosen else None
        sl = self.kit.words.language == "sl"

        def ask() -> _Shown:
            free = self._free_days.between(first, last)
            return _Shown(
                lines=self._schedule.between(first, last, programme=programme),
                free={day: one.name_sl if sl else one.name_en for day, one in free.items()},
                offer=Offer(
                    programmes=self._programmes.all(),
                    groups=self._schedule.groups(self.kit.clock.today()),
                    staff=self._schedule.staff(),
                ),
            )

        def done(shown: _Shown) -> None:
            if (mode, first, last) == (self._mode, *self._period()):
                self._show(shown)

        self.kit.jobs.run(self, ask, done=done, failed=self.tell, lane="reader")
        self._groups.refresh()

    @override
    def actions_shown(self) -> tuple[Action, ...]:
        words = self.kit.words
        groups = Action(
            text=words("groups-title"),
            do=lambda: self._show_side(self._groups),
            icon=Icon.PARTICIPANTS,
        )
        papers = Action(
            text=words("schedule-papers"),
            do=self._leaving.offer,
            icon=Icon.PRINT,
            shortcut="Ctrl+P",
        )
        if self._series is None:
            return (papers, groups)
        series = self._series
        repeat = Action(
            text=words("series-title"), do=lambda: self._show_side(series), icon=Icon.SCHEDULE
        )
        plan = Action(
            text=words("schedule-plan"),
            do=self._plan_new,
            icon=Icon.ADD,
            primary=True,
            shortcut="Ctrl+N",
        )
        return (papers, groups, repeat, plan)

    def _part(self) -> Part:
        chosen = self._programme.value()
        return Part(
            monday=self._monday,
            day=self._period()[0],
            programme=ProgrammeId(chosen) if chosen else None,
        )

    def _form_beside(self) -> Offer:
        self._show_side(self._plan)
        return self._offer

    def _period(self) -> tuple[date, date]:
        """Give the first and the last day shown."""
        match self._mode:
            case Mode.DAY:
                return self._day, self._day
            case Mode.WEEK:
                return self._monday, self._monday + timedelta(days=6)
            case Mode.AGENDA:
                return self._monday, self._monday + AGENDA

    def _set_mode(self, mode: Mode) -> None:
        if mode is Mode.DAY and not self._monday <= self._day < self._monday + WEEK:
            self._day = self._monday
        self._mode = mode
        self._monday = _monday(self._day) if mode is not Mode.DAY else self._monday
        self._main.setCurrentWidget(self._agenda if mode is Mode.AGENDA else self._week)
        self.refresh()

    def _turn(self, by: int) -> None:
        self._go((self._day if self._mode is Mode.DAY else self._monday) + by * STEPS[self._mode])

    def _bar(self) -> QHBoxLayout:
        words, icons = self.kit.words, self.kit.icons
        before = IconButton(icons, Icon.PREVIOUS, words("schedule-previous"))
        after = IconButton(icons, Icon.NEXT, words("schedule-next"))
        today = button(words("schedule-today"))
        before.setShortcut("Alt+PgUp")
        after.setShortcut("Alt+PgDown")
        before.clicked.connect(lambda: self._turn(-1))
        after.clicked.connect(lambda: self._turn(1))
        today.clicked.connect(lambda: self._go(self.kit.clock.today()))
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (before, today, after, self._when):
            row.addWidget(part)
        row.addStretch(1)
        modes = QButtonGroup(self)
        for place, mode in enumerate(Mode, 1):
            chip = button(words(f"schedule-mode-{mode.value}"), "chip")
            chip.setCheckable(True)
            chip.setChecked(mode is self._mode)
            chip.setShortcut(f"Alt+{place}")
            chip.clicked.connect(lambda _on=False, chosen=mode: self._set_mode(chosen))
            modes.addButton(chip)
            row.addWidget(chip)
        row.addWidget(self._programme)
        return row

    def _connect(self) -> None:
        self._programme.changed.connect(self.refresh)
        self._week.chosen.connect(self._choose)
        self._week.opened.connect(self._open)
        self._week.placed.connect(self._acts.place)
        self._week.copied.connect(self._acts.put_copy)
        self._week.asked.connect(self._asked)
        self._agenda.chosen.connect(self._choose)
        self._agenda.opened.connect(self._open)
        self._agenda.manyAsked.connect(self._acts.cancel_many)
        self._details.copyAsked.connect(lambda line: self._acts.begin_copy(line, None, None))
        self._details.makeUpAsked.connect(self._acts.make_up)
        self._details.standInAsked.connect(self._acts.stand_in)
        if self._series is not None:
            self._series.failed.connect(self.tell)
            self._series.done.connect(self._acts.say)
        self._details.openAsked.connect(self._open)
        self._details.changeAsked.connect(lambda line: self._acts.change(line, None, None, None))
        self._details.cancelAsked.connect(self._acts.cancel)
        self._details.removeAsked.connect(
            lambda line: remove(self, self._desk, lambda: self._removals.session(line.id))
        )
        self._groups.removeAsked.connect(partial(remove, self, self._desk))
        self._plan.saved.connect(self._saved)
        self._plan.cancelled.connect(lambda: self._side.setCurrentWidget(self._groups))
        self._plan.failed.connect(self.tell)
        self._plan.reloadAsked.connect(self._see_again)
        self._groups.listAsked.connect(self._papers.attendance)
        self._groups.certificatesAsked.connect(self._papers.certificates)
        self._groups.failed.connect(self.tell)
        self._groups.done.connect(self._acts.say)
        self._groups.personAsked.connect(lambda person: self.wanted.emit("person", person))
        self.kit.privacy.changed.connect(lambda _on: self.refresh())

    def _go(self, day: date) -> None:
        self._day, self._monday = day, _monday(day)
        self.refresh()

    def _show(self, shown: _Shown) -> None:
        words, (first, last) = self.kit.words, self._period()
        one_day = first == last
        self._when.setText(
            day_text(words, first) if one_day else f"{words.date(first)} – {words.date(last)}"
        )
        self._offer = shown.offer
        self._groups.set_offer(shown.offer)
        self._details.set_staff(shown.offer.staff)
        if self._series is not None:
            self._series.set_offer(shown.offer, self._monday)
        self._programme.set_choices(
            [
                Choice(
                    code=one.programme.id,
                    label=one.programme.name_sl
                    if words.language == "sl"
                    else one.programme.name_en,
                )
                for one in shown.offer.programmes
            ]
        )
        if self._mode is Mode.AGENDA:
            self._agenda.show_lines(shown.lines)
        else:
            days = (last - first).days + 1
            self._week.show_days(first, shown.lines, days=days, free=shown.free)
        line = next((one for one in shown.lines if one.id == self._chosen), None)
        if line is not None:
            self._details.show_line(line)
        elif self._side.currentWidget() is self._details:
            self._side.setCurrentWidget(self._groups)

    def _show_side(self, part: QWidget) -> None:
        """Show something beside the week; below it, where there is no room, scroll to it."""
        self._side.setCurrentWidget(part)
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(self._card)

    def _choose(self, line: SessionLine) -> None:
        self._chosen = line.id
        self._details.show_line(line)
        self._side.setCurrentWidget(self._details)

    def _open(self, line: SessionLine) -> None:
        self.wanted.emit("session", line.id)

    def _plan_new(self) -> None:
        today = self.kit.clock.today()
        inside = self._monday <= today < self._monday + WEEK
        self._plan.plan_new(self._form_beside(), today if inside else self._monday)

    def _asked(self, line: SessionLine, what: str) -> None:
        """Do what a letter on a block asks for."""
        match what:
            case "new":
                if self._may_plan:
                    self._plan_new()
            case "cancel":
                self._choose(line)
                self._details.begin_cancelling()
            case "copy":
                if self._may_plan:
                    self._acts.begin_copy(line, None, None)
            case _:
                if self._may_plan and line.state is SessionState.PLANNED:
                    self._acts.change(line, None, None, None)

    def _saved(self, day: date) -> None:
        self._side.setCurrentWidget(self._groups)
        self._acts.say(self.kit.words("schedule-saved"))
        first, last = self._period()
        if not first <= day <= last:
            self._go(day)

    def _see_again(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            self.kit.jobs.run(
                self,
                lambda: self._sessions.open(chosen),
                done=self._plan.seen_again,
                failed=self.tell,
                lane="reader",
            )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
