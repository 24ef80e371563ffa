"""``python -m tests.vault.keep_fixture``: keep a vault of the present schema for later ones.

Run once, when a schema is released; what was kept is never made again.
"""

import sys
from datetime import date
from pathlib import Path

from tests.conftest import LEAST_COST, PASSPHRASE, ROOT, SetClock, setup

from tcdesk.crypto.sealing import Identity
from tcdesk.domain.notes import NoteFormat
from tcdesk.domain.people import LegalStatus, Sex
from tcdesk.domain.sessions import AttendanceStatus
from tcdesk.domain.staff import Role
from tcdesk.services.access import Access, Installation
from tcdesk.services.ids import IdMaker
from tcdesk.services.notes import Notes
from tcdesk.services.participants import NewPerson, Participants
from tcdesk.services.programmes import Programmes, templates
from tcdesk.services.schedule import NewSession, Schedule
from tcdesk.services.sessions import Mark, Sessions
from tcdesk.vault.tables import SCHEMA_VERSION
from tcdesk.vault.vaults import SqlVaults
from tcdesk.workstation.files import DiskFiles
from tcdesk.workstation.instance import VaultLock

FIXTURES = Path(__file__).parent / "fixtures"
SIGNED, CLOSED, DRAFT = "Podpisan zapis.", "Zaprt zapis.", "Začet zapis."


def main() -> int:
    """Make the vault of an invented unit with a little of everything that must be read later."""
    folder = FIXTURES / f"schema-{SCHEMA_VERSION:04d}"
    if folder.exists():
        sys.stderr.write(f"{folder.name} is kept already\n")
        return 1
    clock = SetClock()
    ids = IdMaker(clock)
    vaults = SqlVaults(DiskFiles(), clock, ids, lambda: VaultLock(clock), cost=LEAST_COST)
    access = Access(vaults, clock, ids)
    desk = access.create(folder, setup(Installation.UNIT, "DOB", Role.HEAD), Identity.generate())
    programme = Programmes(desk).take_over(templates(ROOT / "resources" / "programmes")["TS"])
    person = Participants(desk).create(
        NewPerson(
            given_name="Tine",
            family_name="Čuk",
            birth_date=date(1988, 4, 2),
            sex=Sex.MALE,
            status=LegalStatus.SENTENCED,
            status_from=date(2026, 1, 12),
        )
    )
    schedule, notes = Schedule(desk), Notes(desk)
    leader = schedule.staff()[0].id
    for start, closed in ((480, False), (600, True)):
        (session, *_) = schedule.plan(
            NewSession(
                activity=programme.activity("IS").id,
                group=None,
                person=person.id,
                day=clock.today(),
                start=start,
                minutes=50,
                room="Pisarna",
                leader=leader,
            )
        )
        mark = Mark(person=person.id, status=AttendanceStatus.PRESENT, minutes=50)
        Sessions(desk).record(session.id, [mark])
        text = {"text": CLOSED if closed else SIGNED}
        note = notes.write(session.id, person.id, NoteFormat.FREE, text, closed=closed)
        notes.sign([note.id], PASSPHRASE)
        notes.keep_draft("session", session.id, DRAFT, 5)
    access.lock(desk)
    for left in ("vault.json.bak", "vault.lock", "attempts.log"):
        (folder / left).unlink(missing_ok=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
