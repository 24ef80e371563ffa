"""The schedule: the week as a calendar, beside it the chosen session, a plan, or the groups."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.domain.ids import ProgrammeId, SessionId
from tcdesk.domain.sessions import CancelReason
from tcdesk.domain.staff import Action as Right
from tcdesk.services.clashes import Clash
from tcdesk.services.desk import Desk
from tcdesk.services.lines import SessionLine
from tcdesk.services.programmes import Programmes
from tcdesk.services.removals import Removals
from tcdesk.services.schedule import NewSession, Schedule
from tcdesk.services.sessions import SessionFile, Sessions
from tcdesk.services.workplace import Workplace
from tcdesk.ui.beside import Beside
from tcdesk.ui.fields import Choice, ChoiceField
from tcdesk.ui.groups import Groups
from tcdesk.ui.icons import Icon
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import IconButton, button, label
from tcdesk.ui.page import Action, Page
from tcdesk.ui.plan_session import Offer, PlanSession
from tcdesk.ui.slot_details import SlotDetails
from tcdesk.ui.undoing import remove, say_saved
from tcdesk.ui.week import WeekView

WEEK = timedelta(days=7)
SESSIONS = frozenset({"sessions"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    lines: Sequence[SessionLine]
    offer: Offer


class SchedulePage(Page):
    """A week of the unit."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        del place  # every page is made alike
        super().__init__(
            kit,
            key="schedule",
            title=kit.words("schedule-title"),
            icon=Icon.SCHEDULE,
            topics=frozenset({"sessions", "groups", "programmes", "accounts", "people"}),
        )
        words = kit.words
        self._schedule, self._sessions = Schedule(desk), Sessions(desk)
        self._desk, self._removals = desk, Removals(desk)
        self._programmes = Programmes(desk)
        self._may_plan = desk.may(Right.EDIT_SCHEDULE)
        self._offer = Offer(programmes=(), groups=(), staff=())
        self._monday = _monday(kit.clock.today())
        self._chosen: SessionId | None = None
        self._week = WeekView(kit, movable=self._may_plan)
        self._when = label("", "section")
        self._programme = ChoiceField(blank=words("schedule-all-programmes"))
        self._programme.setAccessibleName(words("schedule-programme"))
        self._details = SlotDetails(kit, may_plan=self._may_plan)
        self._plan = PlanSession(kit, desk)
        self._groups = Groups(kit, desk)
        self._side = QStackedWidget()
        self._card = QFrame()
        for part in (self._groups, self._details, self._plan):
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
        column.addWidget(Beside(self._week, self._card, shares=(2, 1)), 1)
        self._connect()

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, date):
            self._monday = _monday(target)

    @override
    def refresh(self) -> None:
        monday, chosen = self._monday, self._programme.value()
        programme = ProgrammeId(chosen) if chosen else None

        def ask() -> _Shown:
            return _Shown(
                lines=self._schedule.week(monday, programme=programme),
                offer=Offer(
                    programmes=self._programmes.all(),
                    groups=self._schedule.groups(self.kit.clock.today()),
                    staff=self._schedule.staff(),
                ),
            )

        def done(shown: _Shown) -> None:
            if monday == self._monday:
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
        if not self._may_plan:
            return (groups,)
        plan = Action(
            text=words("schedule-plan"),
            do=self._plan_new,
            icon=Icon.ADD,
            primary=True,
            shortcut="Ctrl+N",
        )
        return (groups, plan)

    def _bar(self) -> QHBoxLayout:
        words, icons = self.kit.words, self.kit.icons
        before = IconButton(icons, Icon.PREVIOUS, words("schedule-previous"))
        after = IconButton(icons, Icon.NEXT, words("schedule-next"))
        today = button(words("schedule-today"))
        before.setShortcut("Alt+PgUp")
        after.setShortcut("Alt+PgDown")
        before.clicked.connect(lambda: self._go(self._monday - WEEK))
        after.clicked.connect(lambda: self._go(self._monday + WEEK))
        today.clicked.connect(lambda: self._go(_monday(self.kit.clock.today())))
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (before, today, after, self._when):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._programme)
        return row

    def _connect(self) -> None:
        self._programme.changed.connect(self.refresh)
        self._week.chosen.connect(self._choose)
        self._week.opened.connect(self._open)
        self._week.dropped.connect(self._dropped)
        self._details.openAsked.connect(self._open)
        self._details.changeAsked.connect(lambda line: self._change(line, None, None))
        self._details.cancelAsked.connect(self._cancel)
        self._details.removeAsked.connect(
            lambda line: remove(self, self._desk, lambda: self._removals.session(line.id))
        )
        self._groups.removeAsked.connect(partial(remove, self, self._desk))
        self._plan.saved.connect(self._saved)
        self._plan.cancelled.connect(lambda: self._side.setCurrentWidget(self._groups))
        self._plan.failed.connect(self.tell)
        self._plan.reloadAsked.connect(self._see_again)
        self._groups.failed.connect(self.tell)
        self._groups.done.connect(self._said)
        self._groups.personAsked.connect(lambda person: self.wanted.emit("person", person))
        self.kit.privacy.changed.connect(lambda _on: self.refresh())

    def _go(self, monday: date) -> None:
        self._monday = monday
        self.refresh()

    def _show(self, shown: _Shown) -> None:
        words, last = self.kit.words, self._monday + timedelta(days=6)
        self._when.setText(f"{words.date(self._monday)} – {words.date(last)}")
        self._offer = shown.offer
        self._groups.set_offer(shown.offer)
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
        self._week.show_week(self._monday, shown.lines)
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
        self._show_side(self._plan)
        self._plan.plan_new(self._offer, today if inside else self._monday)

    def _change(self, line: SessionLine, day: date | None, start: int | None) -> None:
        def done(file: SessionFile) -> None:
            self._show_side(self._plan)
            self._plan.change(self._offer, file, day=day, start=start)

        self.kit.jobs.run(
            self,
            lambda: self._sessions.open(line.id),
            done=done,
            failed=self.tell,
            lane="reader",
        )

    def _dropped(self, line: SessionLine, day: date, start: int) -> None:
        """Move a dragged session at once if nothing clashes; else show the clash in the form."""

        def look() -> tuple[SessionFile, Sequence[Clash]]:
            file = self._sessions.open(line.id)
            return file, self._schedule.clashes(
                _as_plan(file, day, start), leave_out=file.session.id
            )

        def done(found: tuple[SessionFile, Sequence[Clash]]) -> None:
            file, clashes = found
            if clashes:
                self._change(line, day, start)
            else:
                self._move(file, day, start)

        self.kit.jobs.run(self, look, done=done, failed=self.tell, lane="reader")

    def _move(self, file: SessionFile, day: date, start: int) -> None:
        words, session = self.kit.words, file.session
        moved = replace(session, day=day, start=start)

        def move() -> Changed[int]:
            return Changed(self._schedule.change(moved, expected=file.version), SESSIONS)

        text = words("schedule-moved", day=day, time=words.time(start))
        self.kit.jobs.run(self, move, done=lambda _version: self._said(text), failed=self.tell)

    def _cancel(self, line: SessionLine, reason: CancelReason | None) -> None:
        def cancel() -> Changed[None]:
            self._schedule.cancel(line.id, reason)
            return Changed(None, SESSIONS)

        words = self.kit.words
        text = words("schedule-restored" if reason is None else "schedule-cancelled")
        self.kit.jobs.run(self, cancel, done=lambda _none: self._said(text), failed=self.tell)

    def _saved(self, day: date) -> None:
        self._side.setCurrentWidget(self._groups)
        self._said(self.kit.words("schedule-saved"))
        if _monday(day) != self._monday:
            self._go(_monday(day))

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

    def _said(self, text: str) -> None:
        say_saved(self, self._desk, text)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _as_plan(file: SessionFile, day: date, start: int) -> NewSession:
    session = file.session
    return NewSession(
        activity=session.activity,
        group=session.group,
        person=session.person,
        day=day,
        start=start,
        minutes=session.minutes,
        room=session.room,
        leader=session.leader,
        co_leader=session.co_leader,
    )
