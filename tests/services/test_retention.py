"""A file that is no longer needed is erased or made anonymous by two people; nothing is left."""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.conftest import PASSPHRASE, PASSPHRASES, ROOT, SetClock, setup
from tests.services.exchange_world import Pair, found, join

from tcdesk.bundle.records import RECORDS, Record
from tcdesk.crypto.digests import sha256_hasher
from tcdesk.crypto.sealing import Identity
from tcdesk.domain.enrolments import Episode, ExitCode
from tcdesk.domain.errors import NotAllowedError, PersonCanMendError, RuleBrokenError
from tcdesk.domain.ids import NoteId, PersonId
from tcdesk.domain.notes import Note, NoteFormat
from tcdesk.domain.people import LegalStatus, Person, Sex, StatusStay, age_on
from tcdesk.domain.quarters import quarter_of
from tcdesk.domain.retention import (
    ErasedNote,
    Erasure,
    ErasureKind,
    RetentionClass,
    blurred_birth,
)
from tcdesk.domain.safety import SafetyFlow
from tcdesk.domain.sessions import Attendance, AttendanceStatus, Session
from tcdesk.domain.staff import Account, Action, Role
from tcdesk.services.access import Access, Installation, NewAccount
from tcdesk.services.accounts import Accounts
from tcdesk.services.backups import Backups
from tcdesk.services.bin import Bin
from tcdesk.services.checks import check_vault
from tcdesk.services.desk import Desk
from tcdesk.services.enrolments import Enrolments
from tcdesk.services.figures import Figures
from tcdesk.services.notes import Notes
from tcdesk.services.participants import NewPerson, Participants
from tcdesk.services.programmes import Programmes, templates
from tcdesk.services.removals import Removals
from tcdesk.services.restore_states import AskWho, Proved, Restored, Weighed
from tcdesk.services.restoring import Restores, Restoring
from tcdesk.services.retention import Retention
from tcdesk.services.safety import Safety
from tcdesk.services.schedule import NewGroup, NewSession, Schedule
from tcdesk.services.sessions import Mark, Sessions
from tcdesk.vault.connection import open_connection
from tcdesk.workstation.intake import DiskIntake

MARKER = "Skrivnostnik"
TEXT = "besedilo z oznako KRESNICA"
OTHER = "Ostanek"
GO = date(2025, 10, 6)
LONG_AGO = timedelta(days=3660)
SECOND = "zelena skleda hrib oblak vrtnica"


def quiet(_part: float) -> None:
    """Hear no progress."""


@dataclass(frozen=True)
class World:
    """A unit with somebody whose file is due, and somebody who stays."""

    desk: Desk
    gone: Person
    stays: Person
    single: Session
    group: Session


class Seat:
    """The one place at the vault; whoever sits down has it, whoever sat there has left."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def take(self, sit_down: Callable[[], Desk]) -> Desk:
        self.desk.vault.close()
        self.desk = sit_down()
        return self.desk


@pytest.fixture
def seat(access: Access, tmp_path: Path) -> Iterator[Seat]:
    made = Seat(
        access.create(
            tmp_path / "unit", setup(Installation.UNIT, "DOB", Role.HEAD), Identity.generate()
        )
    )
    yield made
    made.desk.vault.close()


@pytest.fixture
def world(seat: Seat, clock: SetClock) -> World:
    unit_desk = seat.desk
    community = Programmes(unit_desk).take_over(templates(ROOT / "resources" / "programmes")["TS"])
    people = Participants(unit_desk)
    gone, stays = (
        people.create(
            NewPerson(
                given_name="Prikrit",
                family_name=name,
                birth_date=date(1990, 7, 3),
                sex=Sex.MALE,
                status=LegalStatus.SENTENCED,
                status_from=date(2025, 9, 1),
            )
        )
        for name in (MARKER, OTHER)
    )
    people.edit(replace(gone, region="SI03"), expected=_version(unit_desk, gone.id))
    episodes = [
        Enrolments(unit_desk).enter(one.id, community.programme.id, GO) for one in (gone, stays)
    ]
    schedule, leader = Schedule(unit_desk), Schedule(unit_desk).staff()[0].id
    activity = community.activities[0].id
    group = schedule.open_group(
        NewGroup(activity=activity, name="Jutro", room="1", leader=leader, from_date=GO)
    )
    for one in (gone, stays):
        schedule.join(group.id, one.id, GO)
    plan = NewSession(
        activity=activity,
        group=group.id,
        person=None,
        day=GO,
        start=600,
        minutes=90,
        room="1",
        leader=leader,
    )
    (together,) = schedule.plan(plan)
    (single,) = schedule.plan(
        replace(plan, group=None, person=gone.id, theme=f"tema {TEXT}", start=800)
    )
    sessions, notes = Sessions(unit_desk), Notes(unit_desk)
    for session, who in ((together, (gone, stays)), (single, (gone,))):
        sessions.record(
            session.id,
            [
                Mark(person=one.id, status=AttendanceStatus.PRESENT, minutes=90, participation=2)
                for one in who
            ],
        )
        written = [
            notes.write(session.id, one.id, NoteFormat.FREE, {"text": f"{TEXT} {one.family_name}"})
            for one in who
        ]
        notes.sign([one.id for one in written], PASSPHRASE)
    sessions.record(
        single.id,
        [
            Mark(
                person=gone.id,
                status=AttendanceStatus.LATE,
                minutes=70,
                participation=1,
                reason=f"razlog {TEXT} {MARKER}",
            )
        ],
    )
    notes.keep_draft(
        "session",
        together.id,
        json.dumps(
            {
                "marks": [],
                "entries": [
                    {"person": gone.id, "fields": {"text": f"{TEXT} {MARKER}"}},
                    {"person": stays.id, "fields": {"text": "to ostane"}},
                ],
                "chosen": gone.id,
                "place": "roster",
            }
        ),
        0,
    )
    mistake = schedule.plan(replace(plan, group=None, person=gone.id, theme=TEXT, start=1000))[0]
    Removals(unit_desk).session(mistake.id)
    Enrolments(unit_desk).leave(episodes[0].id, date(2026, 1, 31), ExitCode.RELEASED)
    clock.pass_by(LONG_AGO)
    return World(desk=unit_desk, gone=gone, stays=stays, single=single, group=together)


@pytest.fixture
def second(world: World, seat: Seat, access: Access) -> Callable[[Role], Desk]:
    """Log in as somebody else; only one may sit at the vault at a time."""
    accounts = Accounts(world.desk, PASSPHRASES)
    for login, role in (
        ("kos", Role.HEAD),
        ("ribic", Role.ADMINISTRATOR),
        ("zupan", Role.THERAPIST),
    ):
        accounts.add(
            NewAccount(
                login=login,
                passphrase=SECOND,
                role=role,
                given_name=login.title(),
                family_name="Drugi",
            )
        )

    def log_in(role: Role) -> Desk:
        login = {Role.HEAD: "kos", Role.ADMINISTRATOR: "ribic", Role.THERAPIST: "zupan"}[role]
        folder = world.desk.vault.folder
        return seat.take(lambda: access.unlock(folder, login, SECOND))

    return log_in


def _version(desk: Desk, person: PersonId) -> int:
    with desk.reading(Action.SEE_PEOPLE) as facts:
        return facts.version(Person, person)


def dump(desk: Desk) -> str:
    """Give every cell of every table, decrypted."""
    with desk.vault.store.driving() as connection:  # type: ignore[attr-defined]  # the real store
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type='table'").fetchall()
        return "\n".join(
            str(row)
            for (name,) in names
            for row in connection.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608 - the schema's own names
        )


def figures(desk: Desk) -> Sequence[object]:
    """Give every figure of the unit, and what is exported without the keys of rows."""
    with desk.vault.store.reading() as facts:
        own = facts.own_figures()
        quarter = quarter_of(GO)
        first, last = date(2025, 1, 1), date(2035, 12, 31)
        leaving = facts.exporting("01234567-89ab-7def-8123-456789abcdef", 10**9)
        told = [
            sorted(
                (name, *(str(getattr(row, one, "")) for one in _plain(name)))
                for row in leaving.rows(name)
                if isinstance(row, Record)
            )
            for name in RECORDS
        ]
        return [
            own.movements(quarter),
            own.movements(quarter.following),
            own.volumes(first, last),
            own.by_sex(first, last),
            own.indicators(last),
            told,
        ]


def _plain(table: str) -> Sequence[str]:
    """Name the columns that aggregates are made of: neither keys nor versions nor links."""
    left_out = {"id", "owner", "row_version", "person", "participation", "episode", "session"}
    return [one for one in RECORDS[table].__dataclass_fields__ if one not in left_out]


def erase(world: World, log_in: Callable[[Role], Desk], kind: ErasureKind) -> Desk:
    erasure = Retention(world.desk).propose(world.gone.id, kind, PASSPHRASE)
    desk = log_in(Role.HEAD)
    Retention(desk).confirm(erasure.id, SECOND, quiet)
    Retention(desk).renew_backups(quiet)
    return desk


def test_who_has_left_long_ago_is_due_and_who_is_still_in_never(world: World) -> None:
    board = Retention(world.desk).board()
    (line,) = board.due
    assert line.name == f"{MARKER} Prikrit"
    assert line.due.rule is RetentionClass.ESF
    assert line.due.since == date(2035, 12, 31)


def test_one_person_alone_cannot_erase(
    world: World, second: Callable[[Role], Desk], access: Access
) -> None:
    retention = Retention(world.desk)
    with pytest.raises(PersonCanMendError):
        retention.propose(world.gone.id, ErasureKind.ERASE, "napačno geslo tukaj")
    with pytest.raises(RuleBrokenError, match="erasure-not-due"):
        retention.propose(world.stays.id, ErasureKind.ERASE, PASSPHRASE)
    erasure = retention.propose(world.gone.id, ErasureKind.ERASE, PASSPHRASE)
    with pytest.raises(RuleBrokenError, match="erasure-second-person"):
        retention.confirm(erasure.id, PASSPHRASE, quiet)
    with pytest.raises(RuleBrokenError, match="erasure-proposed"):
        retention.propose(world.gone.id, ErasureKind.ERASE, PASSPHRASE)
    assert retention.to_confirm() == 0
    with pytest.raises(NotAllowedError):
        Retention(second(Role.THERAPIST)).confirm(erasure.id, SECOND, quiet)
    admin = second(Role.ADMINISTRATOR)
    assert Retention(admin).to_confirm() == 1
    (waiting,) = Retention(admin).board().waiting
    assert (waiting.name, waiting.code) == ("", world.gone.code)
    with pytest.raises(PersonCanMendError):
        Retention(admin).confirm(erasure.id, "napačno geslo tukaj", quiet)
    assert MARKER in dump(admin)
    Retention(admin).withdraw(erasure.id)
    with pytest.raises(RuleBrokenError, match="erasure-settled"):
        Retention(admin).confirm(erasure.id, SECOND, quiet)


def test_of_an_erased_person_nothing_is_left_but_hashes_and_the_log(
    world: World, second: Callable[[Role], Desk]
) -> None:
    Backups(world.desk).make(quiet)
    desk = erase(world, second, ErasureKind.ERASE)

    told = dump(desk)
    for gone in (MARKER, f"razlog {TEXT}", f"tema {TEXT}", world.gone.code):
        assert gone not in told
    assert f"{TEXT} {OTHER}" in told.replace("\\", "")
    assert "to ostane" in told
    with desk.vault.store.reading() as facts:
        assert facts.find(Person, id=world.gone.id) == []
        assert facts.find(Attendance, person=world.gone.id) == []
        assert [one.person for one in facts.attendance(world.group.id)] == [world.stays.id]
        assert facts.find(Session, id=world.single.id) == []
        erased = facts.find(ErasedNote)
        assert len(erased) == 2
        (erasure,) = facts.find(Erasure)
        assert {one.erasure for one in erased} == {erasure.id}
        assert erasure.confirmed_by == desk.actor.account
    assert check_vault(desk, quiet).sound
    assert _backups_with(desk, world.gone.code) == 0


def test_the_backups_of_earlier_days_hold_the_erased_person_no_more(
    world: World, second: Callable[[Role], Desk]
) -> None:
    Backups(world.desk).make(quiet)
    old = set((world.desk.vault.folder / "backups").iterdir())
    desk = erase(world, second, ErasureKind.ERASE)
    assert not old & set((desk.vault.folder / "backups").iterdir())
    assert len(Backups(desk).all().here) == 1
    assert not Retention(desk).board().renewal_due


def _backups_with(desk: Desk, marker: str) -> int:
    """Count the files of the vault's folder that hold a marker when opened with today's key."""
    found = 0
    for path in Path(desk.vault.folder).rglob("*.db"):
        key = desk.vault._unlocked.dek.key  # type: ignore[attr-defined]  # only this vault has one
        connection = open_connection(path, key, read_only=True)
        rows = connection.execute("SELECT code || family_name FROM person").fetchall()
        found += any(marker in str(row) for row in rows)
        connection.close()
    return found


def test_after_anonymising_every_figure_is_what_it_was_and_nobody_is_named(
    world: World, second: Callable[[Role], Desk]
) -> None:
    before = figures(world.desk)
    pseudonym = world.gone.pseudonym
    desk = erase(world, second, ErasureKind.ANONYMISE)
    assert figures(desk) == before
    told = dump(desk)
    for gone in (MARKER, "Prikrit " + MARKER, f"razlog {TEXT}", f"tema {TEXT}", world.gone.code):
        assert gone not in told
    with desk.vault.store.reading() as facts:
        person = facts.get(Person, world.gone.id)
        assert person.anonymous
        assert person.full_name == person.code != world.gone.code
        assert person.pseudonym != pseudonym
        assert person.birth_date is not None
        assert (person.birth_date.year, person.birth_date) != (1990, date(1990, 7, 3))
        assert facts.find(Note, person=person.id) == []
        assert len(facts.find(StatusStay, person=person.id)) == 1
        assert len(facts.find(Episode, person=person.id)) == 1
    assert check_vault(desk, quiet).sound
    assert Retention(desk).board().due == []


@pytest.mark.parametrize("kind", list(ErasureKind))
def test_texts_of_safety_procedures_and_begun_questionnaires_go_with_the_person(
    world: World, second: Callable[[Role], Desk], kind: ErasureKind
) -> None:
    safety, marker = Safety(world.desk), "varen kraj in telefon"
    flow = safety.begin(world.gone.id)
    safety.keep(replace(flow, plan=marker), expected=_flow_version(world.desk, flow.id))
    Notes(world.desk).keep_draft("response", world.gone.id, json.dumps({"plan": marker}), 0)
    assert marker in dump(world.desk)
    desk = erase(world, second, kind)
    assert marker not in dump(desk)
    with desk.vault.store.reading() as facts:
        assert len(facts.find(SafetyFlow)) == (kind is ErasureKind.ANONYMISE)


def _flow_version(desk: Desk, key: str) -> int:
    with desk.vault.store.reading() as facts:
        return facts.version(SafetyFlow, key)


def test_while_a_note_is_unsigned_nobody_is_made_anonymous(world: World) -> None:
    Notes(world.desk).add_to(
        _signed_note(world), text="dopolnitev brez podpisa", reason="pozabljeno"
    )
    with pytest.raises(RuleBrokenError, match="erasure-unsigned"):
        Retention(world.desk).propose(world.gone.id, ErasureKind.ANONYMISE, PASSPHRASE)


def _signed_note(world: World) -> NoteId:
    with world.desk.vault.store.reading() as facts:
        return facts.find(Note, session=world.single.id)[0].id


def test_the_terms_are_the_units_own(world: World) -> None:
    retention = Retention(world.desk)
    retention.set_years(RetentionClass.ESF, 30)
    assert retention.board().due == []
    with pytest.raises(RuleBrokenError, match="retention-years"):
        retention.set_years(RetentionClass.ESF, 31)


@pytest.mark.parametrize(
    ("birth", "entries", "blurred"),
    [
        (date(1990, 7, 3), [], date(1990, 1, 1)),
        (date(1990, 7, 3), [date(2025, 10, 6)], date(1990, 1, 1)),
        (date(1990, 7, 3), [date(2025, 3, 6)], date(1990, 12, 31)),
        (date(1990, 7, 3), [date(2025, 3, 6), date(2026, 9, 1)], date(1990, 9, 1)),
        (date(1991, 2, 20), [date(2024, 2, 29), date(2024, 1, 9)], date(1991, 2, 28)),
    ],
)
def test_a_birth_date_moves_as_far_as_ages_at_entry_allow(
    birth: date, entries: list[date], blurred: date
) -> None:
    assert blurred_birth(birth, entries) == blurred
    assert [age_on(birth, one) for one in entries] == [age_on(blurred, one) for one in entries]


def test_an_office_follows_what_is_removed_put_back_and_erased(
    seat: Seat,
    world: World,
    office_desk: Desk,
    stick: Path,
    tmp_path: Path,
    clock: SetClock,
    second: Callable[[Role], Desk],
) -> None:
    root = tmp_path / "root"
    found(office_desk, root)
    join(world.desk, office_desk, stick, root)
    pair = Pair(unit=world.desk, office=office_desk, stick=stick, root=root)
    assert _told_by_the_office(pair) == _told_by_the_unit(pair)

    who = Participants(world.desk).create(
        NewPerson(
            given_name="Pomota", family_name="Zmota", birth_date=date(1980, 1, 1), sex=Sex.FEMALE
        )
    )
    with world.desk.vault.store.reading() as facts:
        programme = facts.find(Episode)[0].programme
    Enrolments(world.desk).enter(who.id, programme, date(2026, 10, 1))
    with_her = _told_by_the_unit(pair)
    assert _told_by_the_office(pair) == with_her
    removal = Removals(world.desk).person(who.id)
    assert _told_by_the_office(pair) == _told_by_the_unit(pair) != with_her
    Bin(world.desk).put_back(removal.id)
    assert _told_by_the_office(pair) == _told_by_the_unit(pair) == with_her

    erasure = Retention(world.desk).propose(world.gone.id, ErasureKind.ANONYMISE, PASSPHRASE)
    desk = second(Role.HEAD)
    Retention(desk).confirm(erasure.id, SECOND, quiet)
    pair = replace(pair, unit=desk)
    assert _told_by_the_office(pair) == _told_by_the_unit(pair) == with_her


def _told_by_the_office(pair: Pair) -> Sequence[object]:
    """Export, import, and give the figures that the office counts; nothing may be set aside."""
    for old in pair.stick.iterdir():
        old.unlink()
    finding, _taken = pair.import_(pair.export().path)
    tallies = finding.tallies.values()
    assert not any(tally.conflicts or tally.quarantined or tally.stale for tally in tallies)
    with pair.office.vault.store.reading() as facts:
        return _counted(facts.received_figures())


def _told_by_the_unit(pair: Pair) -> Sequence[object]:
    with pair.unit.vault.store.reading() as facts:
        return _counted(facts.own_figures())


def _counted(figures: Figures) -> Sequence[object]:
    first, last = date(2025, 1, 1), date(2036, 12, 31)
    quarter = quarter_of(GO)
    return [
        figures.movements(quarter),
        figures.movements(quarter.following),
        figures.volumes(first, last),
        figures.by_sex(first, last),
        figures.indicators(last),
    ]


def restore_from(desk: Desk, folder: Path) -> tuple[Weighed, Restored]:
    """Restore the newest backup of a folder, and leave the wizard."""
    flow = Restores(desk).begin(DiskIntake(sha256_hasher))
    start = flow.look_in(folder)
    state = flow.choose(start, start.copies[0], quiet)
    if isinstance(state, AskWho):
        state = flow.prove(state, "novak", PASSPHRASE, quiet)
    assert isinstance(state, Proved)
    weighed = flow.weigh(state, quiet)
    done = flow.restore(flow.agree(weighed), SECOND, quiet)
    flow.leave(done)
    return weighed, done


@pytest.mark.parametrize("kind", ErasureKind)
def test_a_restore_from_before_an_erasure_does_not_bring_the_person_back(
    world: World, second: Callable[[Role], Desk], tmp_path: Path, kind: ErasureKind
) -> None:
    desk, stick = world.desk, tmp_path / "stick"
    Backups(desk).make(quiet)
    shutil.copytree(desk.vault.folder / "backups", stick)
    erased = erase(world, second, kind)
    with erased.vault.store.reading() as facts:
        named = facts.find(Person, id=world.gone.id)

    weighed, done = restore_from(erased, stick)

    assert weighed.again is not None
    assert {one: weighed.again.count(one) for one in ErasureKind} == {
        one: int(one is kind) for one in ErasureKind
    }
    assert done.again == weighed.again
    told = dump(erased)
    for gone in (MARKER, f"razlog {TEXT}", f"tema {TEXT}", world.gone.code):
        assert gone not in told
    assert OTHER in told
    with erased.vault.store.reading() as facts:
        now = facts.find(Person, id=world.gone.id)
        assert [(one.code, one.pseudonym) for one in now] == [
            (one.code, one.pseudonym) for one in named
        ]
        (erasure,) = facts.find(Erasure)
        assert erasure.done_at is not None
        assert {one.erasure for one in facts.find(ErasedNote)} == {erasure.id}
    assert check_vault(erased, quiet).sound
    with erased.vault.store.audit_lines(0) as lines:
        (line,) = [entry for _, entry, _ in lines if '"action":"vault.restore"' in entry]
    assert json.loads(line)["detail"]["erased_again"] == 1


def test_who_decided_on_an_erasure_stays_known_where_the_backup_is_older_than_the_account(
    world: World, second: Callable[[Role], Desk], seat: Seat, access: Access, tmp_path: Path
) -> None:
    older = tmp_path / "older"
    with world.desk.vault.store.reading() as facts:
        assert {one.login for one in facts.find(Account)} == {"novak", "kos", "ribic", "zupan"}
    accounts = Accounts(world.desk, PASSPHRASES)
    Backups(world.desk).make(quiet)
    shutil.copytree(world.desk.vault.folder / "backups", older)
    late = accounts.add(
        NewAccount(
            login="pozni",
            passphrase=SECOND,
            role=Role.HEAD,
            given_name="Pozni",
            family_name="Vodja",
        )
    )
    erasure = Retention(world.desk).propose(world.gone.id, ErasureKind.ERASE, PASSPHRASE)
    folder = world.desk.vault.folder
    desk = seat.take(lambda: access.unlock(folder, "pozni", SECOND))
    Retention(desk).confirm(erasure.id, SECOND, quiet)

    restore_from(desk, older)

    desk = seat.take(lambda: access.unlock(folder, "kos", SECOND))
    with desk.vault.store.reading() as facts:
        assert facts.find(Person, id=world.gone.id) == []
        assert facts.get(Erasure, erasure.id).confirmed_by == late.id
        assert facts.get(Account, late.id).to_date is not None
    assert check_vault(desk, quiet).sound


def test_at_the_log_in_the_erasures_of_a_vault_that_can_be_read_are_known(
    world: World, second: Callable[[Role], Desk], access: Access, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    Backups(world.desk).make(quiet)
    shutil.copytree(world.desk.vault.folder / "backups", stick)
    desk = erase(world, second, ErasureKind.ERASE)
    folder = desk.vault.folder
    desk.vault.close()

    def weighed_at_log_in(folder: Path) -> Weighed:
        flow = Restoring(
            restorer=access.vaults.restorer(folder),
            intake=DiskIntake(sha256_hasher),
            clock=access.clock,
            ids=access.ids,
        )
        start = flow.look_in(stick)
        asked = flow.choose(start, start.copies[0], quiet)
        assert isinstance(asked, AskWho)
        state = flow.prove(asked, "novak", PASSPHRASE, quiet)
        try:
            return flow.weigh(state, quiet)
        finally:
            flow.leave(state)

    readable = weighed_at_log_in(folder)
    assert readable.again is not None
    assert readable.again.count(ErasureKind.ERASE) == 1
    assert readable.difference is not None
    damaged = tmp_path / "damaged"
    shutil.copytree(folder, damaged)
    database = next(damaged.glob("tcdesk-*.db"))
    content = bytearray(database.read_bytes())
    content[100] ^= 1
    database.write_bytes(content)
    assert weighed_at_log_in(damaged).again is None
