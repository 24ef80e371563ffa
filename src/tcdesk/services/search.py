"""One search over everything that has a name or a code; each role finds what it may see."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from tcdesk.domain.codes import read_code
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.lines import PersonLine, SessionLine
from tcdesk.services.participants import question

MOST = 8
SHORTEST = 2  # letters; one alone would find half the unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """What was found; ``session`` by the code of its sheet, ``that_day`` by the day typed."""

    people: Sequence[PersonLine] = ()
    session: SessionLine | None = field(default=None)
    that_day: Sequence[SessionLine] = ()


@dataclass(frozen=True, slots=True)
class Search:
    """Looks for people by name, code or birth date, and for a session by its sheet code."""

    desk: Desk

    def find(self, text: str, *, born: date | None = None) -> Hits:
        """Find what was typed.

        Args:
            text: Words of a name or of a code; every one must be found.
            born: A day that was typed: a birth date, or the day of sessions.
        """
        may, today = self.desk.may, self.desk.clock.today()
        words = [word for word in text.split() if len(word) >= SHORTEST]
        typed = " ".join(words)
        code = read_code(text)
        with self.desk.reading(None) as facts:
            people: Sequence[PersonLine] = ()
            if may(Action.SEE_PEOPLE) and (words or born is not None):
                people = facts.people(question(typed, day=today, born=born), limit=MOST)
            known = (
                facts.session_by_code(code)
                if code is not None and may(Action.SEE_SCHEDULE)
                else None
            )
            session = None
            if known is not None:
                lines = facts.sessions(known.day, known.day)
                session = next((one for one in lines if one.id == known.id and one.opens), None)
            that_day: Sequence[SessionLine] = ()
            if born is not None and not words and may(Action.SEE_SCHEDULE):
                that_day = [one for one in facts.sessions(born, born) if one.opens][:MOST]
        return Hits(people=people, session=session, that_day=that_day)
