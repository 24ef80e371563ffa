"""Two units and an office that exchange real files in folders, for tests of the exchange."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from tests.conftest import LEAST_COST, ROOT

from tcdesk.bundle.errors import BundleRefusedError, Refusal
from tcdesk.crypto.digests import sha256_hasher
from tcdesk.domain.enrolments import ExitCode
from tcdesk.domain.notes import NoteFormat
from tcdesk.domain.people import LegalStatus, Person, PersonKind, Sex
from tcdesk.domain.sessions import AttendanceStatus, Session
from tcdesk.services.desk import Desk
from tcdesk.services.enrolments import Enrolments
from tcdesk.services.exchange_rows import BundleIn, Party
from tcdesk.services.export import Exports
from tcdesk.services.imports import Finding, Imports
from tcdesk.services.joining import Joining
from tcdesk.services.notes import Notes
from tcdesk.services.office import NewUnit, Office
from tcdesk.services.participants import NewPerson, Participants
from tcdesk.services.programmes import ProgrammeFile, Programmes, templates
from tcdesk.services.receipts import Receipts
from tcdesk.services.replies import Replies, Reply
from tcdesk.services.schedule import NewGroup, NewSession, Schedule
from tcdesk.services.sending import Sent
from tcdesk.services.sessions import Mark, Sessions
from tcdesk.vault.store import SqlStore
from tcdesk.workstation.files import DiskFiles
from tcdesk.workstation.intake import DiskIntake
from tcdesk.workstation.stick import StickWriter

ROOT_PASSPHRASE = "korenina trave in kamen"
SECRET_TEXT = "Skrivno povedano o Kekcu"
THEME = "Strah pred odpustom"

INTAKE = DiskIntake(sha256_hasher)
STICK = StickWriter(sha256_hasher)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A unit and an office that know each other, the stick between them, the root key's place."""

    unit: Desk
    office: Desk
    stick: Path
    root: Path

    @property
    def exports(self) -> Exports:
        return Exports(self.unit, STICK)

    @property
    def imports(self) -> Imports:
        return Imports(self.office, INTAKE)

    @property
    def keeper(self) -> Office:
        return Office(self.office, DiskFiles(), STICK)

    def export(self) -> Sent:
        return self.exports.write(self.stick)

    def import_(self, path: Path, *, agreed: bool = False) -> tuple[Finding, BundleIn]:
        finding = self.imports.look(path, agreed=agreed)
        return finding, self.imports.take(finding)

    def receipt(self) -> Reply:
        with self.unit.vault.store.reading() as facts:
            me = facts.setting("unit-id") or ""
        sent = Receipts(self.office, STICK).write(me, self.stick)
        return Replies(self.unit, INTAKE).take(sent.path)


def found(office: Desk, folder: Path) -> tuple[str, ...]:
    folder.mkdir()
    return Office(office, DiskFiles(), STICK).found(folder, ROOT_PASSPHRASE, LEAST_COST).digits


def join(
    unit: Desk,
    office: Desk,
    stick: Path,
    root: Path,
    code: str = "DOB",
    *,
    agreed: bool = False,
) -> Party:
    """Enrol a unit by the real files, the digits typed from paper.

    ``agreed``: the unit is told that the office was restored, and agrees.
    """
    keeper, joining = Office(office, DiskFiles(), STICK), Joining(unit, STICK)
    keeper.write_card(stick)
    joining.confirm(joining.read_card(stick), " ".join(keeper.digits()))
    asked = joining.ask(stick)
    unconfirmed = keeper.read_enrolment(asked.path, INTAKE)
    party = keeper.admit(
        unconfirmed,
        " ".join(joining.standing().digits),
        NewUnit(code=code, name=f"Zavod {code}"),
        root,
        ROOT_PASSPHRASE,
    )
    Replies(unit, INTAKE).take(keeper.send_roster(party.id, stick).path, agreed=agreed)
    return party


def programme(desk: Desk, code: str = "TS") -> ProgrammeFile:
    return Programmes(desk).take_over(templates(ROOT / "resources" / "programmes")[code])


def person(desk: Desk, family: str, born: date, sex: Sex = Sex.MALE) -> Person:
    return Participants(desk).create(
        NewPerson(
            given_name="Kekec",
            family_name=family,
            birth_date=born,
            sex=sex,
            kind=PersonKind.CUSTODY,
            status=LegalStatus.SENTENCED,
            status_from=date(2025, 1, 1),
        )
    )


def session(desk: Desk, file: ProgrammeFile, day: date, members: list[Person]) -> Session:
    """Hold a group session for some people, 90 minutes each, and write a note about one."""
    schedule = Schedule(desk)
    activity = next(one for one in file.activities if one.form.value == "group")
    leader = schedule.staff()[0].id
    group = schedule.open_group(
        NewGroup(
            activity=activity.id,
            name="Soočevalna",
            room="Prostor 2",
            leader=leader,
            from_date=date(2025, 1, 1),
        )
    )
    for member in members:
        schedule.join(group.id, member.id, date(2025, 10, 1))
    held = schedule.plan(
        NewSession(
            activity=activity.id,
            group=group.id,
            person=None,
            day=day,
            start=600,
            minutes=90,
            room="Prostor 2",
            leader=leader,
            theme=THEME,
        )
    )[0]
    Sessions(desk).record(
        held.id,
        [
            Mark(person=member.id, status=AttendanceStatus.PRESENT, minutes=90, participation=2)
            for member in members
        ],
    )
    Notes(desk).write(held.id, members[0].id, NoteFormat.FREE, {"text": SECRET_TEXT})
    return held


def fill(desk: Desk, file: ProgrammeFile) -> list[Person]:
    """Give a unit three people, one of whom leaves and comes back, and sessions in two quarters."""
    people = [
        person(desk, "Zagorjan", date(1984, 11, 5)),
        person(desk, "Brincelj", date(2000, 1, 10)),
        person(desk, "Pehta", date(1960, 6, 1), Sex.FEMALE),
    ]
    enrolments = Enrolments(desk)
    for one in people[1:]:
        enrolments.enter(one.id, file.programme.id, date(2026, 1, 15))
    first = enrolments.enter(people[0].id, file.programme.id, date(2026, 2, 1))
    enrolments.leave(first.id, date(2026, 3, 31), ExitCode.LOST_MOTIVATION)
    enrolments.enter(people[0].id, file.programme.id, date(2026, 5, 4))
    session(desk, file, date(2026, 2, 10), people)
    session(desk, file, date(2026, 6, 30), people[:2])
    return people


def connection(desk: Desk) -> Connection:
    store = desk.vault.store
    assert isinstance(store, SqlStore)
    return store.reader()


def scalar(desk: Desk, question: str) -> int:
    return int(connection(desk).scalar(text(question)) or 0)


def dump(desk: Desk) -> list[tuple[object, ...]]:
    """Give every row of every table, to see that nothing changed."""
    names = [
        row[0]
        for row in connection(desk).execute(
            text("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        )
    ]
    return [
        (name, *row)
        for name in names
        for row in connection(desk).execute(text(f'SELECT * FROM "{name}"'))  # noqa: S608 - names of tables
    ]


def reason(path: Path, imports: Imports) -> Refusal:
    with pytest.raises(BundleRefusedError) as refused:
        imports.look(path)
    return refused.value.reason


def snapshot_of(desk: Desk, folder: Path) -> Path:
    """Copy a vault's folder as it stands, as a backup of the whole disk would."""
    store = desk.vault.store
    assert isinstance(store, SqlStore)
    store.writer().exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    folder.mkdir()
    for path in desk.vault.folder.iterdir():
        if path.is_file() and path.suffix != ".lock" and not path.name.endswith(("-wal", "-shm")):
            shutil.copyfile(path, folder / path.name)
    return folder
