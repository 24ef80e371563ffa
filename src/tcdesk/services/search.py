"""The search box: people by name or code, sessions by sheet code or by what they are called."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from tcdesk.domain.codes import read_code
from tcdesk.domain.folding import fold, needles
from tcdesk.domain.ids import SessionId
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.lines import PersonLine, SessionLine
from tcdesk.services.participants import Participants

AROUND = timedelta(days=14)  # sessions are looked for so far back and ahead
MOST = 8  # of each kind; whoever wants more opens the list


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """What was found, of each kind only what the role may see."""

    people: Sequence[PersonLine] = ()
    sessions: Sequence[SessionLine] = ()
    sheet: SessionId | None = None  # the session of a sheet code that was typed whole


@dataclass(frozen=True, slots=True)
class Search:
    """Looks everywhere at once."""

    desk: Desk

    def find(self, text: str) -> Hits:
        """Find what the words or the code typed may mean."""
        may = self.desk.may
        return Hits(
            people=self._people(text) if may(Action.SEE_PEOPLE) else (),
            sessions=self._sessions(text) if may(Action.SEE_SCHEDULE) else (),
            sheet=self._sheet(text) if may(Action.SEE_SCHEDULE) else None,
        )

    def _people(self, text: str) -> Sequence[PersonLine]:
        return Participants(self.desk).search(text, day=self.desk.clock.today(), limit=MOST)

    def _sessions(self, text: str) -> Sequence[SessionLine]:
        today = self.desk.clock.today()
        words = [needles(word) for word in text.split()]
        with self.desk.reading(Action.SEE_SCHEDULE) as facts:
            near = facts.sessions(today - AROUND, today + AROUND)
        found = [
            line
            for line in near
            if all(any(one in _called(line) for one in spellings) for spellings in words)
        ]
        return sorted(found, key=lambda line: abs(line.day - today))[:MOST]

    def _sheet(self, text: str) -> SessionId | None:
        code = read_code(text)
        if code is None:
            return None
        with self.desk.reading(Action.SEE_SCHEDULE) as facts:
            session = facts.session_by_code(code)
        return session.id if session else None


def _called(line: SessionLine) -> str:
    return fold(f"{line.activity_sl} {line.activity_en} {line.activity_code} {line.who}")
