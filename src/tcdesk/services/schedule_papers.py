"""The schedule on paper: the plan of a week for the wall, the list of who goes where for officers.

The plan holds no participant. The list holds who is expected where and when, and nothing of what
happens there: no activity, no programme, no risk.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from tcdesk.domain.ids import ProgrammeId
from tcdesk.domain.programmes import Programme
from tcdesk.domain.sessions import SessionState
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.free_days import free_between, holiday_rules
from tcdesk.services.lines import SessionLine
from tcdesk.services.own_party import own_party
from tcdesk.services.papers import (
    Column,
    Paper,
    PlannedDay,
    PlannedSlot,
    Report,
    Section,
    Table,
    Value,
    WeekSheet,
)
from tcdesk.services.ports import Words
from tcdesk.services.sessions import session_file
from tcdesk.services.slips import foot_of
from tcdesk.services.store import Reading

WEEK = 7


class SchedulePaper(StrEnum):
    """What of the schedule goes on paper."""

    PLAN = "plan"
    MOVEMENT = "movement"


@dataclass(frozen=True, slots=True)
class SchedulePapers:
    """Draws; nothing touches a disk."""

    desk: Desk
    words: Words
    paper: Paper
    resources: Path

    def week(self, monday: date, *, programme: ProgrammeId | None = None) -> bytes:
        """Draw the plan of a week, of one programme or of all."""
        last = monday + timedelta(days=WEEK - 1)
        with self.desk.reading(Action.SEE_SCHEDULE) as facts:
            own = own_party(facts)
            lines = facts.sessions(monday, last, programme=programme)
            free = free_between(facts, holiday_rules(self.resources), monday, last)
            sl = self.words.language == "sl"
            sheet = WeekSheet(
                unit=own.name,
                programme=self._named(facts.get(Programme, programme)) if programme else "",
                days=tuple(
                    PlannedDay(
                        day=day,
                        free=(free[day].name_sl if sl else free[day].name_en)
                        if day in free
                        else "",
                        slots=tuple(self._slot(line) for line in lines if line.day == day),
                    )
                    for day in (monday + timedelta(days=step) for step in range(WEEK))
                ),
                foot=replace(foot_of(self.desk, facts, own), confidential=False),
            )
        return self.paper.week(sheet)

    def movement(self, day: date) -> bytes:
        """Draw who is expected where on a day, by time and room."""
        words = self.words
        with self.desk.reading(Action.PRINT_SHEETS) as facts:
            own = own_party(facts)
            lines = [
                line
                for line in facts.sessions(day, day)
                if line.state is not SessionState.CANCELLED
            ]
            rows = [row for line in lines for row in self._people(facts, line)]
            report = Report(
                title=words("paper-movement-title"),
                filters=(
                    (words("paper-movement-unit"), own.name),
                    (words("paper-movement-day"), words.date(day)),
                ),
                sections=(
                    Section(
                        title=f"{words.weekday_short(day)} {words.date(day)}",
                        tables=(self._movements(rows),),
                    ),
                ),
                as_of=self.desk.clock.today(),
                data_version=facts.audit_head().sha256[:10],
                foot=foot_of(self.desk, facts, own),
            )
        return self.paper.report(report)

    def left(self, what: SchedulePaper, way: str) -> None:
        """Put on record that it was printed or saved (``print`` or ``pdf``)."""
        asked = Action.SEE_SCHEDULE if what is SchedulePaper.PLAN else Action.PRINT_SHEETS
        with self.desk.writing(asked) as work:
            work.audit(f"{what.value}.{way}")

    def _slot(self, line: SessionLine) -> PlannedSlot:
        words = self.words
        name = line.activity_sl if words.language == "sl" else line.activity_en
        title = line.who if line.group else name
        why = f"cancel-reason-{line.cancel_reason}" if line.cancel_reason else ""
        return PlannedSlot(
            start=line.start,
            minutes=line.minutes,
            title=title[:1].upper() + title[1:],
            room=line.room,
            leader=line.leader,
            cancelled=words("paper-week-cancelled", reason=words(why)) if why else "",
        )

    def _people(self, facts: Reading, line: SessionLine) -> Sequence[tuple[Value, ...]]:
        words = self.words
        roster = session_file(facts, line.id).roster if line.opens else ()
        end = words.time((line.start + line.minutes) % (24 * 60))
        span, room = f"{words.time(line.start)}–{end}", line.room or words("paper-movement-no-room")
        rows: list[tuple[Value, ...]] = [
            (span, room, one.person.full_name, one.person.code, line.leader, None, None)
            for one in roster
        ]
        hidden = facts.expected(line.id) - len(roster)
        if hidden > 0:
            told = words("paper-movement-more", count=hidden)
            rows.append((span, room, told, None, line.leader, None, None))
        return rows

    def _movements(self, rows: Sequence[tuple[Value, ...]]) -> Table:
        words = self.words
        names = ("time", "room", "person", "code", "leader", "left", "back")
        return Table(
            title=words("paper-movement-table"),
            columns=tuple(Column(title=words(f"paper-movement-{name}")) for name in names),
            rows=tuple(rows),
            definitions=(words("paper-movement-defined"),),
        )

    def _named(self, programme: Programme) -> str:
        return programme.name_sl if self.words.language == "sl" else programme.name_en
