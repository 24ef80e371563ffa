"""What is done to sessions from the schedule: moved, copied, made up for, cancelled.

What is dragged is saved at once if nothing clashes; else the form beside it names the clash.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from tcdesk.domain.ids import SessionId, StaffId
from tcdesk.domain.sessions import CancelReason, SessionState
from tcdesk.domain.staff import Action as Right
from tcdesk.services.cancelling import Cancelling
from tcdesk.services.clashes import Clash
from tcdesk.services.desk import Desk
from tcdesk.services.lines import SessionLine
from tcdesk.services.schedule import NewSession, Schedule
from tcdesk.services.sessions import SessionFile, Sessions
from tcdesk.services.workplace import Workplace
from tcdesk.ui.icons import Icon
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.offer import Offer
from tcdesk.ui.plan_session import PlanSession
from tcdesk.ui.schedule_leaving import ShownSchedule
from tcdesk.ui.slot_details import SlotDetails
from tcdesk.ui.undoing import say_saved

WEEK = timedelta(days=7)
SESSIONS = frozenset({"sessions"})


class ScheduleActs(ShownSchedule):
    """The acts; what is shown and where is the page's own matter."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(
            kit,
            key="schedule",
            title=kit.words("schedule-title"),
            icon=Icon.SCHEDULE,
            topics=frozenset({"sessions", "groups", "programmes", "accounts", "people"}),
        )
        self._desk = desk
        self._schedule, self._sessions = Schedule(desk), Sessions(desk)
        self._cancelling = Cancelling(desk)
        self._may_plan = desk.may(Right.EDIT_SCHEDULE)
        self._offer = Offer(programmes=(), groups=(), staff=())
        self._details = SlotDetails(kit, may_plan=self._may_plan)
        self._plan = PlanSession(kit, desk, place.resources)

    def _show_side(self, part: QWidget) -> None:
        raise NotImplementedError

    def _choose(self, line: SessionLine) -> None:
        raise NotImplementedError

    def _plan_new(self) -> None:
        raise NotImplementedError

    def _change(
        self, line: SessionLine, day: date | None, start: int | None, minutes: int | None
    ) -> None:
        def done(file: SessionFile) -> None:
            self._show_side(self._plan)
            self._plan.change(self._offer, file, day=day, start=start, minutes=minutes)

        self._with_file(line, done)

    def _with_file(self, line: SessionLine, done: Callable[[SessionFile], None]) -> None:
        self.kit.jobs.run(
            self,
            lambda: self._sessions.open(line.id),
            done=done,
            failed=self.tell,
            lane="reader",
        )

    def _placed(self, line: SessionLine, day: date, start: int, minutes: int) -> None:
        """Move a dragged session at once if nothing clashes; else show the clash in the form."""

        def look() -> tuple[SessionFile, Sequence[Clash]]:
            file = self._sessions.open(line.id)
            return file, self._schedule.clashes(
                _as_plan(file, day, start, minutes), leave_out=file.session.id
            )

        def done(found: tuple[SessionFile, Sequence[Clash]]) -> None:
            file, clashes = found
            if clashes:
                self._change(line, day, start, minutes)
            else:
                self._move(file, day, start, minutes)

        self.kit.jobs.run(self, look, done=done, failed=self.tell, lane="reader")

    def _move(self, file: SessionFile, day: date, start: int, minutes: int) -> None:
        words, session = self.kit.words, file.session
        moved = replace(session, day=day, start=start, minutes=minutes)

        def move() -> Changed[int]:
            return Changed(self._schedule.change(moved, expected=file.version, reason=""), SESSIONS)

        text = words("schedule-moved", day=day, time=words.time(start))
        self.kit.jobs.run(self, move, done=lambda _version: self._said(text), failed=self.tell)

    def _copied(self, line: SessionLine, day: date, start: int) -> None:
        """Put a copy where it was dropped at once if nothing clashes; else show the clash."""

        def look() -> tuple[SessionFile, Sequence[Clash]]:
            file = self._sessions.open(line.id)
            return file, self._schedule.clashes(_as_plan(file, day, start, line.minutes))

        def done(found: tuple[SessionFile, Sequence[Clash]]) -> None:
            file, clashes = found
            if clashes:
                self._begin_copy(line, day, start)
                return
            plan = _as_plan(file, day, start, line.minutes)
            text = self.kit.words("schedule-copied", day=day, time=self.kit.words.time(start))
            self.kit.jobs.run(
                self,
                lambda: Changed(self._schedule.plan(plan, reason=""), SESSIONS),
                done=lambda _made: self._said(text),
                failed=self.tell,
            )

        self.kit.jobs.run(self, look, done=done, failed=self.tell, lane="reader")

    def _begin_copy(self, line: SessionLine, day: date | None, start: int | None) -> None:
        def done(file: SessionFile) -> None:
            self._show_side(self._plan)
            self._plan.copy(self._offer, file, day=day, start=start)

        self._with_file(line, done)

    def _make_up(self, line: SessionLine) -> None:
        def done(file: SessionFile) -> None:
            self._show_side(self._plan)
            self._plan.make_up(self._offer, file, max(line.day, self.kit.clock.today()) + WEEK)

        self._with_file(line, done)

    def _stand_in(self, line: SessionLine, leader: StaffId | None) -> None:
        def lead() -> Changed[None]:
            self._cancelling.stand_in(line.id, leader)
            return Changed(None, SESSIONS)

        text = self.kit.words("schedule-stood-in" if leader else "schedule-given-back")
        self.kit.jobs.run(self, lead, done=lambda _none: self._said(text), failed=self.tell)

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
                    self._begin_copy(line, None, None)
            case _:
                if self._may_plan and line.state is SessionState.PLANNED:
                    self._change(line, None, None, None)

    def _cancel_many(self, keys: Sequence[SessionId], reason: CancelReason | None) -> None:
        words = self.kit.words
        name = "schedule-restored-many" if reason is None else "schedule-cancelled-many"
        self.kit.jobs.run(
            self,
            lambda: Changed(self._cancelling.many(keys, reason), SESSIONS),
            done=lambda count: self._said(words(name, count=count)),
            failed=self.tell,
        )

    def _cancel(self, line: SessionLine, reason: CancelReason | None) -> None:
        def cancel() -> Changed[None]:
            self._schedule.cancel(line.id, reason)
            return Changed(None, SESSIONS)

        words = self.kit.words
        text = words("schedule-restored" if reason is None else "schedule-cancelled")
        self.kit.jobs.run(self, cancel, done=lambda _none: self._said(text), failed=self.tell)

    def _said(self, text: str) -> None:
        say_saved(self, self._desk, text)


def _as_plan(file: SessionFile, day: date, start: int, minutes: int) -> NewSession:
    session = file.session
    return NewSession(
        activity=session.activity,
        group=session.group,
        person=session.person,
        day=day,
        start=start,
        minutes=minutes,
        room=session.room,
        leader=session.leader,
        co_leader=session.co_leader,
    )
