"""What is not signed: every list and count equals a direct question, whatever was done before."""

import random
from collections.abc import Sequence
from datetime import date

from tests.services.test_bin_and_undo import raw
from tests.services.test_daily_work import new_person

from tcdesk.domain.sessions import Session
from tcdesk.domain.staff import Account
from tcdesk.services.desk import Desk
from tcdesk.services.home import Home
from tcdesk.services.lines import SessionFilter
from tcdesk.services.notes import Notes
from tcdesk.services.participants import Participants
from tcdesk.services.programmes import ProgrammeFile
from tcdesk.services.schedule import NewSession, Schedule
from tcdesk.services.sessions import Sessions

SCENARIOS = 1000
UNSIGNED = (
    "SELECT id, author, session, person FROM note WHERE id NOT IN (SELECT id FROM note_signature)"
)


def individual_sessions(desk: Desk, programme: ProgrammeFile) -> Sequence[Session]:
    schedule = Schedule(desk)
    sessions: list[Session] = []
    for number, family in enumerate(("Čeh", "Žagar", "Đurić")):
        person = Participants(desk).create(new_person(family))
        sessions += schedule.plan(
            NewSession(
                activity=programme.activity("IS").id,
                group=None,
                person=person.id,
                day=date(2026, 11, 20 + number),
                start=600,
                minutes=50,
                room="Soba 4",
                leader=schedule.staff()[0].id,
            )
        )
    return sessions


class Chance:
    """Writes, signs and throws away notes by raw SQL, as chance will."""

    def __init__(self, desk: Desk, sessions: Sequence[Session], seed: int) -> None:
        self._connection = desk
        self._sessions = sessions
        self._random = random.Random(seed)
        self._number = 0
        with desk.vault.store.reading() as facts:
            self._accounts = [one.id for one in facts.find(Account)]

    def act(self) -> None:
        """Do a few things in one transaction; sometimes take them back."""
        chance, desk = self._random, self._connection
        raw(desk, "BEGIN IMMEDIATE")
        for _ in range(chance.randint(1, 6)):
            chance.choice((self._write, self._write, self._sign, self._sign, self._bin))()
        raw(desk, chance.choice(("COMMIT", "COMMIT", "COMMIT", "ROLLBACK")))

    def _write(self) -> None:
        self._number += 1
        session = self._random.choice(self._sessions)
        raw(
            self._connection,
            "INSERT INTO note VALUES (?, ?, ?, ?, '2026-11-24T08:00:00Z', 'individual', 'free', "
            "'{}', NULL, NULL)",
            f"note-{self._number:06}",
            session.id,
            str(session.person),
            self._random.choice(self._accounts),
        )

    def _sign(self) -> None:
        found = self._any()
        if found:
            raw(
                self._connection,
                "INSERT INTO note_signature VALUES (?, ?, '', '', '', '2026-11-24T09:00:00Z', 0)",
                *found[:2],
            )

    def _bin(self) -> None:
        found = self._any()
        if found:
            raw(
                self._connection,
                "INSERT INTO removal VALUES (?, 'note', ?, NULL, '', ?, '2099-01-01')",
                f"removal-{found[0]}",
                *found[:2],
            )
            raw(
                self._connection,
                "INSERT INTO binned VALUES ('note', ?, ?, 0, NULL, '{}')",
                found[0],
                f"removal-{found[0]}",
            )
            raw(self._connection, "DELETE FROM note WHERE id = ?", found[0])

    def _any(self) -> tuple[str, str] | None:
        rows = raw(self._connection, UNSIGNED)
        if not rows:
            return None
        row = self._random.choice(rows)
        return str(row[0]), str(row[1])


def test_lists_and_counts_of_unsigned_notes_equal_a_direct_question(
    unit_desk: Desk, community: ProgrammeFile
) -> None:
    sessions = individual_sessions(unit_desk, community)
    raw(
        unit_desk,
        "INSERT INTO account SELECT 'another', 'drugi', 'therapist', sign_pub, from_date, NULL, "
        "0, 'unit' FROM account",
    )
    notes, home, listed = Notes(unit_desk), Home(unit_desk), Sessions(unit_desk)
    own = unit_desk.actor.account
    chance = Chance(unit_desk, sessions, seed=20261122)
    for number in range(SCENARIOS):
        chance.act()
        direct = raw(unit_desk, UNSIGNED)
        ids = {row[0] for row in direct}
        assert {row[0] for row in raw(unit_desk, "SELECT id FROM unsigned_note")} == ids
        assert {one.id for one in notes.unsigned(own=False)} == ids
        assert {one.id for one in notes.unsigned()} == {row[0] for row in direct if row[1] == own}
        if number % 10 == 0:
            assert home.today().counts.unsigned == len(ids)
            waiting = {row[2] for row in direct}
            assert {one.id for one in listed.listed(SessionFilter.UNSIGNED)} == waiting
            for session in sessions:
                mine = sum(row[3] == session.person for row in direct)
                assert session.person is not None
                summary = Participants(unit_desk).summary(session.person, day=session.day)
                assert summary.unsigned == mine
