"""The schedule as an iCalendar file (RFC 5545) for those who want it elsewhere.

It says what, when and where, and nobody's name: whoever asks for it gets codes besides. Times are
UTC, so that no reader needs our time zone; cancelled sessions are told as cancelled.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.recurrence import LONGEST_PERIOD, begins
from tcdesk.domain.sessions import Session, SessionState
from tcdesk.domain.staff import Action, Staff
from tcdesk.services.desk import Desk
from tcdesk.services.lines import SessionLine
from tcdesk.services.ports import Words
from tcdesk.services.store import Reading

LINE = 75  # octets, without the line break (RFC 5545, 3.1)
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """Makes the file; nothing touches a disk."""

    desk: Desk
    words: Words

    def make(self, first: date, last: date, *, own: bool = True, codes: bool = False) -> bytes:
        """Give the sessions of a period.

        Args:
            first: The first day.
            last: The last.
            own: Only those that the one at the desk leads or co-leads.
            codes: Tell the group's name or the person's code besides the activity.

        Raises:
            RuleBrokenError: ``plan-period``.
        """
        if not first <= last <= first + LONGEST_PERIOD:
            raise RuleBrokenError("plan-period", most=LONGEST_PERIOD.days)
        with self.desk.reading(Action.SEE_SCHEDULE) as facts:
            lines = facts.sessions(first, last)
            led = self._led(facts, lines) if own else {line.id for line in lines}
            stamp = self.desk.clock.now()
            events = [self._event(line, stamp, codes=codes) for line in lines if line.id in led]
        return _written(
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//tcdesk//tcdesk//SL",
                "CALSCALE:GREGORIAN",
                *(line for event in events for line in event),
                "END:VCALENDAR",
            ]
        )

    def left(self) -> None:
        """Put on record that the schedule was saved as a file."""
        with self.desk.writing(Action.SEE_SCHEDULE) as work:
            work.audit("calendar.file")

    def _led(self, facts: Reading, lines: Iterable[SessionLine]) -> set[str]:
        staff = {one.id for one in facts.find(Staff, account=self.desk.actor.account)}
        sessions = [facts.get(Session, line.id) for line in lines]
        return {one.id for one in sessions if staff & {one.leader, one.co_leader}}

    def _event(self, line: SessionLine, stamp: datetime, *, codes: bool) -> Sequence[str]:
        name = line.activity_sl if self.words.language == "sl" else line.activity_en
        start = begins(line.day, line.start)
        summary = f"{name} – {line.who_code}" if codes and line.who_code else name
        cancelled = line.state is SessionState.CANCELLED
        return [
            "BEGIN:VEVENT",
            f"UID:{line.id}@tcdesk",
            f"DTSTAMP:{_moment(stamp)}",
            f"DTSTART:{_moment(start)}",
            f"DTEND:{_moment(start + timedelta(minutes=line.minutes))}",
            f"SUMMARY:{_escaped(summary[:1].upper() + summary[1:])}",
            *([f"LOCATION:{_escaped(line.room)}"] if line.room else []),
            f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}",
            "END:VEVENT",
        ]


def _moment(moment: datetime) -> str:
    return moment.strftime("%Y%m%dT%H%M%SZ")


def _escaped(text: str) -> str:
    """Give a text as a TEXT value (RFC 5545, 3.3.11); control characters are no part of one."""
    kept = "".join(one for one in text if one == "\n" or one.isprintable())
    return kept.translate(_ESCAPES)


def _written(lines: Iterable[str]) -> bytes:
    return b"".join(_folded(line) for line in lines)


def _folded(line: str) -> bytes:
    """Break a line after 75 octets at most, never within a character (RFC 5545, 3.1)."""
    parts, room, part = [], LINE, b""
    for one in line:
        octets = one.encode()
        if len(part) + len(octets) > room:
            parts.append(part)
            part, room = b"", LINE - 1  # a folded line begins with a blank
        part += octets
    return b"\r\n ".join([*parts, part]) + b"\r\n"
