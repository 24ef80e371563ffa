"""The ground that every fault stands on: one vault with work in it, made once and copied."""

import shutil
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from tests.conftest import LEAST_COST, PASSPHRASE, PASSPHRASES, ROOT, SetClock, setup
from tests.services.exchange_world import found, join

from tcdesk.crypto.digests import sha256_hasher
from tcdesk.crypto.sealing import Identity
from tcdesk.domain.ids import AccountId, NoteId, PersonId, SessionId
from tcdesk.domain.notes import NoteFormat
from tcdesk.domain.people import LegalStatus, Sex
from tcdesk.domain.retention import Erasure, ErasureKind, RetentionClass
from tcdesk.domain.sessions import AttendanceStatus
from tcdesk.domain.staff import Role
from tcdesk.services.access import Access, Installation, NewAccount
from tcdesk.services.accounts import Accounts
from tcdesk.services.backups import Backups
from tcdesk.services.desk import Desk
from tcdesk.services.export import Exports
from tcdesk.services.ids import IdMaker
from tcdesk.services.notes import Notes
from tcdesk.services.participants import NewPerson, Participants
from tcdesk.services.programmes import Programmes, templates
from tcdesk.services.schedule import NewGroup, NewSession, Schedule
from tcdesk.services.sessions import Mark, Sessions
from tcdesk.services.timekeeping import Timekeeping
from tcdesk.vault.vaults import SqlVaults
from tcdesk.workstation.files import DiskFiles
from tcdesk.workstation.instance import VaultLock
from tcdesk.workstation.stick import StickWriter

UNIT, OFFICE, STICK, BACKED = "unit", "office", "stick", "backed"
LOGIN = "novak"
NEW_PASSPHRASE = "čisto druga poved za odklep"
NEW_LOGIN = "kovac"
OTHER_LOGIN = "horvat"
OTHER_PASSPHRASE = "kamniti most čez mirno vodo"
LONG_AGO = timedelta(days=800)
OLD_TEXT = "Sled starega zapisa f7a1."
NEW_TEXT = "Sled novega zapisa c03e."
OLD_DRAFT = "Sled starega osnutka 91bd."
NEW_DRAFT = "Sled novega osnutka 4e6f."
SIGNED_TEXT = "Sled podpisanega zapisa aa52."
FAMILY = "Sledimir"

CLEAR_TEXTS = tuple(
    text.encode()
    for text in (
        OLD_TEXT,
        NEW_TEXT,
        OLD_DRAFT,
        NEW_DRAFT,
        SIGNED_TEXT,
        FAMILY,
        PASSPHRASE,
        NEW_PASSPHRASE,
        OTHER_PASSPHRASE,
    )
)
"""What must not stand in clear in any file of a faulty file system."""


class BrokenError(Exception):
    """A promise was not kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the ground holds."""

    held: SessionId
    planned: SessionId
    members: tuple[PersonId, PersonId]
    signed: NoteId
    unsigned: NoteId
    other: AccountId
    due: PersonId
    erasure: str
    paper: str = field(repr=False)
    actions: dict[str, int]


@dataclass(slots=True)
class Scene:
    """One folder with a vault, and who sits at it."""

    folder: Path
    known: Known
    clock: SetClock = field(default_factory=SetClock)
    access: Access = field(init=False)
    seat: Desk | None = None

    def __post_init__(self) -> None:
        self.access = new_access(self.clock)

    @property
    def desk(self) -> Desk:
        """The open desk."""
        if self.seat is None:
            raise BrokenError("nobody sits at the vault")
        return self.seat

    def open(self, passphrase: str = PASSPHRASE, login: str = LOGIN) -> None:
        """Sit down."""
        self.seat = self.access.unlock(self.folder, login, passphrase)

    def close(self) -> None:
        """Lock, if somebody sits there."""
        if self.seat is not None:
            self.access.lock(self.seat)
            self.seat = None

    def abandon(self) -> None:
        """Let the files go without a word, as a process does that ends."""
        if self.seat is not None:
            vault, self.seat = self.seat.vault, None
            vault.store.close_reader()  # type: ignore[attr-defined]  # below the port
            vault.store.drop_writer()  # type: ignore[attr-defined]  # ditto
            vault._lock.release()  # type: ignore[attr-defined]  # ditto


def new_access(clock: SetClock) -> Access:
    """Join the real parts, at the least cost that is accepted anywhere."""
    ids = IdMaker(clock)
    vaults = SqlVaults(DiskFiles(), clock, ids, lambda: VaultLock(clock), cost=LEAST_COST)
    return Access(vaults, clock, ids)


def make_ground(folder: Path) -> Known:
    """Make the two vaults that are copied for every run, and lock them.

    ``unit`` has work in it and an empty folder ``stick``; ``office`` has enrolled it, and a bundle
    of it lies in its ``stick``; ``backed`` is the unit with a backup and later work.
    """
    clock = SetClock()
    access = new_access(clock)
    unit, office = folder / UNIT, folder / OFFICE
    paper = Identity.generate()
    clock.moment -= LONG_AGO
    desk = access.create(unit, setup(Installation.UNIT, "DOB", Role.HEAD), paper)
    due = _person(desk, FAMILY, "Davni")
    clock.pass_by(LONG_AGO)
    Timekeeping(desk).notice()
    Timekeeping(desk).confirm()  # years have passed at once; nobody is in doubt of that
    other = Accounts(desk, PASSPHRASES).add(
        NewAccount(
            login=OTHER_LOGIN,
            passphrase=OTHER_PASSPHRASE,
            role=Role.THERAPIST,
            given_name="Luka",
            family_name="Horvat",
        )
    )
    with desk.vault.store.writing(desk.actor) as work:
        erasure = Erasure(
            id=desk.ids.new(),
            subject=due,
            kind=ErasureKind.ERASE,
            rule=RetentionClass.APPLICANT,
            proposed_by=other.id,
            proposed_at=desk.moment(),
        )
        work.add(erasure)
    community = Programmes(desk).take_over(templates(ROOT / "resources" / "programmes")["TS"])
    first, second = (_person(desk, FAMILY, given) for given in ("Stanko", "Mitja"))
    schedule = Schedule(desk)
    activity = community.activity("SO")
    leader = schedule.staff()[0].id
    group = schedule.open_group(
        NewGroup(
            activity=activity.id,
            name="Soočevalna A",
            room="2",
            leader=leader,
            from_date=date(2026, 1, 1),
        )
    )
    for person in (first, second):
        schedule.join(group.id, person, date(2026, 2, 1))
    held, planned = (
        schedule.plan(
            NewSession(
                activity=activity.id,
                group=group.id,
                person=None,
                day=clock.today(),
                start=start,
                minutes=60,
                room="2",
                leader=leader,
            )
        )[0].id
        for start in (480, 600)
    )
    sessions, notes = Sessions(desk), Notes(desk)
    sessions.record(held, [Mark(person=first, status=AttendanceStatus.PRESENT, minutes=60)])
    signed = notes.write(held, first, NoteFormat.FREE, {"text": SIGNED_TEXT})
    notes.sign([signed.id], PASSPHRASE)
    unsigned = notes.write(held, None, NoteFormat.FREE, {"text": OLD_TEXT})
    notes.keep_draft("session", held, OLD_DRAFT, 3)
    _enrol(access, desk, office, folder / "ceremony")
    access.lock(desk)
    (unit / STICK).mkdir()
    (office / STICK).mkdir()
    clock.pass_by(timedelta(minutes=1))
    known = Known(
        held=held,
        planned=planned,
        members=(first, second),
        signed=signed.id,
        unsigned=unsigned.id,
        other=other.id,
        due=due,
        erasure=erasure.id,
        paper=paper.text.reveal().decode("ascii"),
        actions={},
    )
    sender = folder / "sender"
    sender.mkdir()
    lay_out(unit, sender)
    scene = Scene(sender, known, clock)
    scene.open()
    Exports(scene.desk, StickWriter(sha256_hasher)).write(office / STICK)
    scene.close()
    scene = Scene(unit, known, clock)
    scene.open()
    known.actions.update(actions(scene.desk))
    scene.close()
    known.actions["lock"] += 1
    _back(unit, folder / BACKED, known, clock)
    return known


def _back(unit: Path, folder: Path, known: Known, clock: SetClock) -> None:
    """Make a vault with a backup of the unit, and another note and draft since."""
    folder.mkdir()
    lay_out(unit, folder)
    scene = Scene(folder, known, clock)
    scene.open()
    Backups(scene.desk).make(lambda _part: None)
    clock.pass_by(timedelta(minutes=1))
    Notes(scene.desk).write(known.held, None, NoteFormat.FREE, {"text": NEW_TEXT})
    Notes(scene.desk).keep_draft("session", known.held, NEW_DRAFT, 7)
    scene.close()


def _enrol(access: Access, unit: Desk, folder: Path, ceremony: Path) -> None:
    """Let an office and the unit come to know each other."""
    desk = access.create(
        folder, setup(Installation.OFFICE, "GU", Role.ANALYST), Identity.generate()
    )
    for name in ("stick", "root"):
        (ceremony / name).mkdir(parents=True)
    found(desk, ceremony / "root" / "key")
    join(unit, desk, ceremony / "stick", ceremony / "root" / "key")
    access.lock(desk)


def lay_out(template: Path, folder: Path) -> None:
    """Copy the ground into an existing, empty folder."""
    for path in template.iterdir():
        if path.is_dir():
            shutil.copytree(path, folder / path.name)
        else:
            shutil.copyfile(path, folder / path.name)


def actions(desk: Desk) -> dict[str, int]:
    """Count the audit lines of each action."""
    from json import loads  # noqa: PLC0415 - read with a parser that is not the one under test

    counted: dict[str, int] = {}
    with desk.vault.store.audit_lines(0) as lines:
        for _, entry, _ in lines:
            action = loads(entry)["action"]
            counted[action] = counted.get(action, 0) + 1
    return counted


def _person(desk: Desk, family: str, given: str) -> PersonId:
    return (
        Participants(desk)
        .create(
            NewPerson(
                given_name=given,
                family_name=family,
                birth_date=date(1984, 11, 5),
                sex=Sex.MALE,
                status=LegalStatus.SENTENCED,
                status_from=date(2025, 1, 1),
            )
        )
        .id
    )
