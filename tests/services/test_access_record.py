"""One person's record: everything about them, nothing about others."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import PASSPHRASE

from tcdesk.documents.paper import DrawnPaper
from tcdesk.domain.errors import NotAllowedError
from tcdesk.domain.notes import NoteFormat
from tcdesk.domain.people import LegalStatus, Person, Sex
from tcdesk.domain.sessions import AttendanceStatus
from tcdesk.domain.sheets import PrintTarget
from tcdesk.domain.staff import Action, Role
from tcdesk.services.access_record import AccessRecords
from tcdesk.services.desk import Desk
from tcdesk.services.enrolments import Enrolments
from tcdesk.services.masking import mask
from tcdesk.services.notes import Notes
from tcdesk.services.papers import Paper
from tcdesk.services.participants import NewPerson, Participants
from tcdesk.services.ports import Words
from tcdesk.services.programmes import ProgrammeFile
from tcdesk.services.schedule import NewGroup, NewSession, Schedule
from tcdesk.services.sessions import Mark, Sessions
from tcdesk.services.sheets import Sheets
from tcdesk.workstation import places
from tcdesk.workstation.words import Catalogue

DAY = date(2026, 3, 4)


@pytest.fixture
def words() -> Words:
    return Catalogue(places.translations(), "sl")


@pytest.fixture
def paper(words: Words) -> Paper:
    return DrawnPaper(places.resources() / "fonts", words)


def read(pdf: bytes, folder: Path) -> str:
    (folder / "record.pdf").write_bytes(pdf)
    told = subprocess.run(
        ["pdftotext", "-layout", folder / "record.pdf", "-"],
        check=True,
        capture_output=True,
        text=True,
    )
    return told.stdout


@pytest.fixture
def people(unit_desk: Desk, community: ProgrammeFile, words: Words, paper: Paper) -> list[Person]:
    """Two who met in a group; the notes of each name the other."""
    make = Participants(unit_desk)
    made = [
        make.create(
            NewPerson(
                given_name=given,
                family_name=family,
                birth_date=date(1990, 7, 3),
                sex=Sex.MALE,
                status=LegalStatus.SENTENCED,
                status_from=date(2026, 1, 1),
            )
        )
        for given, family in (("Stanko", "Đurić"), ("Peter", "Kopec"))
    ]
    with unit_desk.reading(Action.SEE_PEOPLE) as facts:
        version = facts.version(Person, made[0].id)
    make.edit(replace(made[0], region="SI037"), expected=version)
    schedule, leader = Schedule(unit_desk), Schedule(unit_desk).staff()[0].id
    activity = community.activities[0].id
    group = schedule.open_group(
        NewGroup(activity=activity, name="Jutro", room="1", leader=leader, from_date=DAY)
    )
    for one in made:
        Enrolments(unit_desk).enter(one.id, community.programme.id, DAY)
        schedule.join(group.id, one.id, DAY)
    (session,) = schedule.plan(
        NewSession(
            activity=activity,
            group=group.id,
            person=None,
            day=DAY,
            start=600,
            minutes=90,
            room="1",
            leader=leader,
        )
    )
    sheets = Sheets(unit_desk, words, paper)
    sheets.printed(sheets.draw(session.id), PrintTarget.PRINTER)
    Sessions(unit_desk).record(
        session.id,
        [Mark(person=one.id, status=AttendanceStatus.PRESENT, minutes=90) for one in made],
    )
    notes = Notes(unit_desk)
    notes.write(session.id, None, NoteFormat.GROUP, {"theme": "skupno"})
    first = notes.write(
        session.id,
        made[0].id,
        NoteFormat.FREE,
        {"text": "Stanko se je sprl s Petrom Kopcem, potem je Kopec odšel k Novakovi."},
    )
    notes.write(session.id, made[1].id, NoteFormat.FREE, {"text": "tuje besedilo"})
    notes.sign([first.id], PASSPHRASE)
    return made


def test_everything_about_the_person_is_told_and_nobody_else_is_named(
    unit_desk: Desk, people: list[Person], words: Words, paper: Paper, tmp_path: Path
) -> None:
    records = AccessRecords(unit_desk, words, paper)
    told = read(records.draw(people[0].id), tmp_path)
    for there in (
        "Đurić Stanko",
        people[0].code,
        "3. 7. 1990",
        "obsojenec",
        "Jutro",
        "prisoten",
        "podpisan",
        "Stanko se je sprl s [druga oseba]",
        "vodja enote",
        "SI037",
    ):
        assert there in told, there
    flat = told.casefold()
    for other in (
        "kopec",
        "kopc",
        "peter",
        "petr",
        "novak",
        "tuje besedilo",
        people[1].code.casefold(),
    ):
        assert other not in flat, other


def test_making_and_giving_it_is_on_record_and_only_the_heads(
    unit_desk: Desk, people: list[Person], words: Words, paper: Paper
) -> None:
    records = AccessRecords(unit_desk, words, paper)
    records.made(people[0].id)
    records.left(people[0].id, "print")
    with unit_desk.vault.store.audit_lines(0) as lines:
        log = " ".join(entry for _seq, entry, _hash in lines)
    assert "access.make" in log
    assert "access.print" in log
    therapist = replace(unit_desk, actor=replace(unit_desk.actor, role=Role.THERAPIST))
    with pytest.raises(NotAllowedError):
        AccessRecords(therapist, words, paper).draw(people[0].id)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Govoril je z Miho Zajcem.", "Govoril je z [*]."),
        ("Miha in Ana sta prišla.", "[*] in [*] sta prišla."),
        ("Stanko je prišel sam.", "Stanko je prišel sam."),
        ("Prosil je za kos kruha.", "Prosil je za kos kruha."),
        ("S Kosovo mamo in Kosom.", "S [*] mamo in [*]."),
        ("Ankaran ni ime.", "Ankaran ni ime."),
        ("Čopiču je dal, Čopiča ni.", "[*] je dal, [*] ni."),
    ],
)
def test_names_of_others_are_hidden_in_every_case(text: str, masked: str) -> None:
    hide: Callable[[str], str] = mask(
        ["Miha Zajec", "Ana", "Kos", "Čopič"], ["Stanko", "Đurić"], "[*]"
    ).over
    assert hide(text) == masked
