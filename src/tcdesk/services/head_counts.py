"""Recording how many were at an event, with a family or at a training."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tcdesk.domain.errors import RuleBrokenError, StaleRowError
from tcdesk.domain.head_counts import Band, HeadCount, check_numbers
from tcdesk.domain.ids import SessionId
from tcdesk.domain.programmes import Activity
from tcdesk.domain.sessions import Session, SessionState
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.store import Reading


@dataclass(frozen=True, slots=True)
class HeadCounts:
    """Numbers of people, never names."""

    desk: Desk

    def of(self, session: SessionId) -> Mapping[Band, int]:
        """Give the numbers of a session; what was not counted is not in it."""
        with self.desk.reading(Action.SEE_SCHEDULE) as facts:
            return numbers_of(facts, session)

    def record(
        self, session: SessionId, numbers: Mapping[Band, int], seen: Mapping[Band, int]
    ) -> Mapping[Band, int]:
        """Record numbers; the session was then held. Gives all numbers as they are now.

        Args:
            session: The session.
            numbers: What was typed; the others stay as they are.
            seen: What stood there when it was typed.

        Raises:
            StaleRowError: Another number stands there meanwhile.
            RuleBrokenError: ``session-cancelled``, or see ``check_numbers``.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            found = work.get(Session, session)
            if found.state is SessionState.CANCELLED:
                raise RuleBrokenError("session-cancelled")
            rows = {one.band: one for one in work.find(HeadCount, session=session)}
            now = {band: row.number for band, row in rows.items()}
            if any(now.get(band) != seen.get(band) for band in numbers):
                raise StaleRowError(table="head_count")
            check_numbers(work.get(Activity, found.activity), {**now, **numbers})
            for band, number in numbers.items():
                row = rows.get(band)
                if row is None:
                    key = self.desk.ids.new()
                    work.add(HeadCount(id=key, session=session, band=band, number=number))
                elif row.number != number:
                    changed = replace(row, number=number)
                    work.change(changed, expected=work.version(HeadCount, row.id))
            if numbers and found.state is SessionState.PLANNED:
                held = replace(found, state=SessionState.HELD)
                work.change(held, expected=work.version(Session, session))
            return {**now, **numbers}


def numbers_of(facts: Reading, session: SessionId) -> Mapping[Band, int]:
    """Give the numbers of a session."""
    return {one.band: one.number for one in facts.find(HeadCount, session=session)}
