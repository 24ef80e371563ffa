"""What is done to sessions from the schedule: moved, copied, made up for, cancelled.

What is dragged is saved at once if nothing clashes; else the form beside it names the clash.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tcdesk.domain.ids import SessionId, StaffId
from tcdesk.domain.sessions import CancelReason
from tcdesk.services.cancelling import Cancelling
from tcdesk.services.clashes import Clash
from tcdesk.services.desk import Desk
from tcdesk.services.lines import SessionLine
from tcdesk.services.schedule import NewSession, Schedule
from tcdesk.services.sessions import SessionFile, Sessions
from tcdesk.ui.jobs import Changed
from tcdesk.ui.offer import Offer
from tcdesk.ui.page import Page
from tcdesk.ui.plan_session import PlanSession
from tcdesk.ui.undoing import say_saved

WEEK = timedelta(days=7)
SESSIONS = frozenset({"sessions"})


class ScheduleActs:
    """The acts of one page.

    ``beside`` shows the form beside the schedule and gives what can be chosen in it.
    """

    def __init__(
        self, page: Page, desk: Desk, plan: PlanSession, beside: Callable[[], Offer]
    ) -> None:
        self._page = page
        self._desk = desk
        self._plan = plan
        self._beside = beside
        self._schedule, self._sessions = Schedule(desk), Sessions(desk)
        self._cancelling = Cancelling(desk)

    def change(
        self, line: SessionLine, day: date | None, start: int | None, minutes: int | None
    ) -> None:
        """Open the form to change a session, perhaps already at another day or hour."""

        def done(file: SessionFile) -> None:
            self._plan.change(self._beside(), file, day=day, start=start, minutes=minutes)

        self._with_file(line, done)

    def _with_file(self, line: SessionLine, done: Callable[[SessionFile], None]) -> None:
        self._page.kit.jobs.run(
            self._page,
            lambda: self._sessions.open(line.id),
            done=done,
            failed=self._page.tell,
            lane="reader",
        )

    def place(self, line: SessionLine, day: date, start: int, minutes: int) -> None:
        """Move a dragged session at once if nothing clashes; else show the clash in the form."""

        def look() -> tuple[SessionFile, Sequence[Clash]]:
            file = self._sessions.open(line.id)
            return file, self._schedule.clashes(
                _as_plan(file, day, start, minutes), leave_out=file.session.id
            )

        def done(found: tuple[SessionFile, Sequence[Clash]]) -> None:
            file, clashes = found
            if clashes:
                self.change(line, day, start, minutes)
            else:
                self._move(file, day, start, minutes)

        self._page.kit.jobs.run(self._page, look, done=done, failed=self._page.tell, lane="reader")

    def _move(self, file: SessionFile, day: date, start: int, minutes: int) -> None:
        words, session = self._page.kit.words, file.session
        moved = replace(session, day=day, start=start, minutes=minutes)

        def move() -> Changed[int]:
            return Changed(self._schedule.change(moved, expected=file.version, reason=""), SESSIONS)

        text = words("schedule-moved", day=day, time=words.time(start))
        self._page.kit.jobs.run(
            self._page, move, done=lambda _version: self.say(text), failed=self._page.tell
        )

    def put_copy(self, line: SessionLine, day: date, start: int) -> None:
        """Put a copy where it was dropped at once if nothing clashes; else show the clash."""

        def look() -> tuple[SessionFile, Sequence[Clash]]:
            file = self._sessions.open(line.id)
            return file, self._schedule.clashes(_as_plan(file, day, start, line.minutes))

        def done(found: tuple[SessionFile, Sequence[Clash]]) -> None:
            file, clashes = found
            if clashes:
                self.begin_copy(line, day, start)
                return
            plan = _as_plan(file, day, start, line.minutes)
            text = self._page.kit.words(
                "schedule-copied", day=day, time=self._page.kit.words.time(start)
            )
            self._page.kit.jobs.run(
                self._page,
                lambda: Changed(self._schedule.plan(plan, reason=""), SESSIONS),
                done=lambda _made: self.say(text),
                failed=self._page.tell,
            )

        self._page.kit.jobs.run(self._page, look, done=done, failed=self._page.tell, lane="reader")

    def begin_copy(self, line: SessionLine, day: date | None, start: int | None) -> None:
        """Open the form with a copy of a session."""

        def done(file: SessionFile) -> None:
            self._plan.copy(self._beside(), file, day=day, start=start)

        self._with_file(line, done)

    def make_up(self, line: SessionLine) -> None:
        """Open the form with a session that makes up for a cancelled one."""

        def done(file: SessionFile) -> None:
            self._plan.make_up(
                self._beside(), file, max(line.day, self._page.kit.clock.today()) + WEEK
            )

        self._with_file(line, done)

    def stand_in(self, line: SessionLine, leader: StaffId | None) -> None:
        """Let somebody else lead one session, or give it back."""

        def lead() -> Changed[None]:
            self._cancelling.stand_in(line.id, leader)
            return Changed(None, SESSIONS)

        text = self._page.kit.words("schedule-stood-in" if leader else "schedule-given-back")
        self._page.kit.jobs.run(
            self._page, lead, done=lambda _none: self.say(text), failed=self._page.tell
        )

    def cancel_many(self, keys: Sequence[SessionId], reason: CancelReason | None) -> None:
        """Cancel sessions for a reason; without one they are planned again."""
        words = self._page.kit.words
        name = "schedule-restored-many" if reason is None else "schedule-cancelled-many"
        self._page.kit.jobs.run(
            self._page,
            lambda: Changed(self._cancelling.many(keys, reason), SESSIONS),
            done=lambda count: self.say(words(name, count=count)),
            failed=self._page.tell,
        )

    def cancel(self, line: SessionLine, reason: CancelReason | None) -> None:
        """Cancel a session for a reason; without one it is planned again."""

        def cancel() -> Changed[None]:
            self._schedule.cancel(line.id, reason)
            return Changed(None, SESSIONS)

        words = self._page.kit.words
        text = words("schedule-restored" if reason is None else "schedule-cancelled")
        self._page.kit.jobs.run(
            self._page, cancel, done=lambda _none: self.say(text), failed=self._page.tell
        )

    def say(self, text: str) -> None:
        """Tell what was saved, with a way back."""
        say_saved(self._page, self._desk, text)


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
