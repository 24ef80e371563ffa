"""People from spreadsheets: read whole, refused with reasons, matched, taken at once, undone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from tests.conftest import ROOT

from tcdesk.domain.enrolments import Episode, Participation
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.people import LegalStatus, Person, Sex, StatusStay
from tcdesk.domain.people_import import ImportBatch, ImportedFile, ImportField
from tcdesk.domain.programmes import Programme
from tcdesk.domain.sheet_cells import Trouble, read_day
from tcdesk.services.desk import Desk
from tcdesk.services.import_plan import Plan, Standing, Taken
from tcdesk.services.participants import NewPerson, Participants
from tcdesk.services.people_import import PeopleImport
from tcdesk.services.programmes import ProgrammeFile
from tcdesk.services.spreadsheet_rows import Encoding, RawSheet, SheetOldError, SheetUnreadableError
from tcdesk.spreadsheets.reading import DiskSheets
from tcdesk.workstation.words import Catalogue

WORDS = Catalogue(ROOT / "translations", "sl")
TODAY = date(2026, 11, 24)
HEADS = ("Priimek", "Ime", "Datum rojstva", "Spol", "Pravni status", "Vstop")


def quiet(_fraction: float) -> None:
    """Tell nobody."""


class CancelledError(Exception):
    """Raised by whoever cancels."""


def cancel_at(limit: float):
    def tell(fraction: float) -> None:
        if fraction > limit:
            raise CancelledError

    return tell


def book(path: Path, rows: Sequence[Sequence[object]], *, merge: str = "") -> Path:
    made = Workbook()
    page = made.active
    assert page is not None
    for row in rows:
        page.append(list(row))
    if merge:
        page.merge_cells(merge)
    content = BytesIO()
    made.save(content)
    path.write_bytes(content.getvalue())
    return path


def read(path: Path, **wanted) -> RawSheet:
    return DiskSheets().read(path, quiet, **wanted)


def planned(desk: Desk, sheet: RawSheet, *, programme: bool = True) -> Plan:
    people = PeopleImport(desk, WORDS)
    layout = people.layout(sheet)
    if programme:
        layout = replace(layout, programme=people.programmes()[0].id)
    return people.plan(sheet, layout, quiet)


def every(desk: Desk, kind: type) -> Sequence[Any]:
    with desk.vault.store.reading() as facts:
        return facts.find(kind)


@pytest.mark.parametrize(
    ("cell", "read_as"),
    [
        ("1. 2. 1984", date(1984, 2, 1)),
        ("01.02.1984", date(1984, 2, 1)),
        ("5.11.84", date(1984, 11, 5)),
        ("1984-11-05", date(1984, 11, 5)),
        ("1984-11-05 00:00:00", date(1984, 11, 5)),
        ("13/2/1984", date(1984, 2, 13)),
        ("2/13/1984", date(1984, 2, 13)),
        ("3/3/1984", date(1984, 3, 3)),
        (30991, date(1984, 11, 5)),
        ("30991", date(1984, 11, 5)),
        (30991.0, date(1984, 11, 5)),
        (date(1984, 11, 5), date(1984, 11, 5)),
        ("01.02.26", Trouble.DAY_AMBIGUOUS),
        ("1/2/1984", Trouble.DAY_AMBIGUOUS),
        ("31. 2. 1984", Trouble.DAY_UNREADABLE),
        ("5. nov 84", Trouble.DAY_UNREADABLE),
        ("7", Trouble.DAY_UNREADABLE),
        (-3, Trouble.DAY_UNREADABLE),
    ],
)
def test_days_are_read_as_people_and_spreadsheets_write_them(
    cell: str | float | date, read_as: date | Trouble
) -> None:
    assert read_day(cell, date(1906, 11, 1), TODAY, since_1904=False) == read_as


def test_a_serial_number_of_an_old_macintosh_counts_from_1904() -> None:
    assert read_day(29529, date(1906, 11, 1), TODAY, since_1904=True) == date(1984, 11, 5)


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250", "utf-16"])
def test_a_text_file_is_read_however_it_was_saved(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    lines = [delimiter.join(HEADS), delimiter.join(("Šušteršič", "Žan", "5.11.1984", "M", "", ""))]
    (tmp_path / "a.csv").write_bytes("\r\n".join(lines).encode(encoding))
    sheet = read(tmp_path / "a.csv")
    assert sheet.rows[1][:2] == ("Šušteršič", "Žan")
    assert sheet.delimiter == delimiter
    assert sheet.encoding is Encoding({"utf-8-sig": "utf-8"}.get(encoding, encoding))


def test_what_is_no_spreadsheet_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    with pytest.raises(SheetOldError):
        read(tmp_path / "a.xls")
    for content in (b"PK\x03\x04 no zip at all", b"\x00\x01\x02\x00", b"PK\x03\x04"):
        (tmp_path / "b.xlsx").write_bytes(content)
        with pytest.raises(SheetUnreadableError):
            read(tmp_path / "b.xlsx")


def test_a_sheet_below_a_merged_title_is_read_and_its_rows_are_told_apart(
    unit_desk: Desk, community: ProgrammeFile, tmp_path: Path
) -> None:
    path = book(
        tmp_path / "a.xlsx",
        [
            ("Seznam 2026", None, None, None, None, None),
            HEADS,
            ("Đurić", "Stanko", date(1984, 11, 5), "M", "obsojenec", date(2026, 9, 1)),
            ("Kovač", "Ana", 30991, "ž", "pripor", None),
            (),
            ("Oddelek A", None, None, None, None, None),
            ("Zupan", "Peter", "1.2.26", "M", None, None),
            ("Hribar", "Eva", "=TODAY()", "x", "čaka", date(1900, 1, 1)),
            ("Đurić", "Stanko", date(1984, 11, 5), "M", None, None),
        ],
        merge="A1:F1",
    )
    sheet = read(path)
    plan = planned(unit_desk, sheet)
    assert plan.layout.head == 1
    assert plan.empty == 1
    standings = {row.line: row.standing for row in plan.rows}
    assert standings == {
        3: Standing.NEW,
        4: Standing.NEW,
        6: Standing.REFUSED,
        7: Standing.REFUSED,
        8: Standing.REFUSED,
        9: Standing.REFUSED,
    }
    reasons = {row.line: [one.trouble for one in row.complaints] for row in plan.rows}
    assert reasons[6] == [Trouble.SHORT_ROW]
    assert reasons[7] == [Trouble.DAY_AMBIGUOUS]
    assert reasons[8] == [
        Trouble.FORMULA,
        Trouble.SEX_UNKNOWN,
        Trouble.STATUS_UNKNOWN,
        Trouble.OUTSIDE_OPERATION,
    ]
    assert reasons[9] == [Trouble.TWICE]
    assert not every(unit_desk, Person)  # a dry run


def test_a_batch_is_taken_whole_and_its_undo_leaves_what_was_there_before(
    unit_desk: Desk, community: ProgrammeFile, tmp_path: Path
) -> None:
    known = Participants(unit_desk).create(
        NewPerson(
            given_name="Maja", family_name="Novak", birth_date=date(1990, 3, 2), sex=Sex.FEMALE
        )
    )
    other = Participants(unit_desk).create(
        NewPerson(given_name="Ana", family_name="Kos", birth_date=date(1991, 1, 1), sex=Sex.FEMALE)
    )
    rows = [
        HEADS,
        ("Đurić", "Stanko", date(1984, 11, 5), "M", "obsojenec", date(2026, 9, 1)),
        ("NOVAK", "Maja", date(1990, 3, 2), "Ž", "obsojenka", date(2026, 9, 1)),
        ("Kos", "Ana", date(1991, 1, 11), "Ž", "", None),
    ]
    plan = planned(unit_desk, read(book(tmp_path / "a.xlsx", rows)))
    assert [row.standing for row in plan.rows] == [Standing.NEW, Standing.KNOWN, Standing.DOUBT]
    assert [one.id for one in plan.rows[2].alike] == [other.id]
    people = PeopleImport(unit_desk, WORDS)
    before = {kind: every(unit_desk, kind) for kind in (Person, StatusStay, Episode, Participation)}
    batch = people.take(plan, {4: (Taken.ADD, None)}, quiet)
    assert (batch.rows, batch.added, batch.joined, batch.left_out, batch.refused) == (3, 2, 1, 0, 0)
    assert len(every(unit_desk, Person)) == 4
    assert [one.person for one in every(unit_desk, Episode) if one.person == known.id]
    assert every(unit_desk, StatusStay)[0].status is LegalStatus.SENTENCED
    undone = people.undo(batch.id, quiet)
    assert undone.stayed == 0
    assert {kind: every(unit_desk, kind) for kind in before} == before
    with pytest.raises(RuleBrokenError) as refusal:
        people.undo(batch.id, quiet)
    assert refusal.value.rule == "import-undone"


def test_what_was_changed_or_built_on_since_stays_and_is_counted(
    unit_desk: Desk, community: ProgrammeFile, tmp_path: Path
) -> None:
    rows = [HEADS, *((f"Oseba{n}", "Ena", date(1980, 1, n), "M", "O", None) for n in (1, 2, 3))]
    people = PeopleImport(unit_desk, WORDS)
    batch = people.take(planned(unit_desk, read(book(tmp_path / "a.xlsx", rows))), {}, quiet)
    first, second, third = sorted(every(unit_desk, Person), key=lambda one: one.birth_date)
    with unit_desk.vault.store.reading() as facts:
        version = facts.version(Person, first.id)
    Participants(unit_desk).edit(replace(first, region="SI031"), expected=version)
    Participants(unit_desk).set_status(second.id, LegalStatus.RELEASED, date(2026, 12, 1))
    assert people.undo(batch.id, quiet).stayed == 2
    assert {one.id for one in every(unit_desk, Person)} == {first.id, second.id}
    assert third.id not in {one.person for one in every(unit_desk, StatusStay)}


def test_cancelling_a_batch_in_the_middle_writes_nothing(
    unit_desk: Desk, community: ProgrammeFile, tmp_path: Path
) -> None:
    rows = [HEADS, *((f"Oseba{n}", "Ena", date(1980, 1, 1), "M", "O", None) for n in range(450))]
    plan = planned(unit_desk, read(book(tmp_path / "a.xlsx", rows)))
    with pytest.raises(CancelledError):
        PeopleImport(unit_desk, WORDS).take(plan, {}, cancel_at(0.5))
    assert not every(unit_desk, Person)
    assert not every(unit_desk, ImportBatch)
    assert not every(unit_desk, ImportedFile)


def test_the_layout_is_remembered_for_files_of_the_same_kind(
    unit_desk: Desk, community: ProgrammeFile, tmp_path: Path
) -> None:
    people = PeopleImport(unit_desk, WORDS)
    rows = [("A", "B", "C", "D"), ("Kos", "Ana", "1. 1. 1991", "Ž")]
    sheet = read(book(tmp_path / "a.xlsx", rows))
    layout = people.layout(sheet)
    assert not layout.columns
    with pytest.raises(RuleBrokenError) as refusal:
        people.plan(sheet, layout, quiet)
    assert refusal.value.rule == "import-columns"
    columns = {
        ImportField.FAMILY: 0,
        ImportField.GIVEN: 1,
        ImportField.BIRTH: 2,
        ImportField.SEX: 3,
    }
    plan = people.plan(sheet, replace(layout, columns=columns), quiet)
    people.take(plan, {}, quiet)
    again = people.layout(read(book(tmp_path / "b.xlsx", [*rows, ("Vrh", "Jan", 30991, "M")])))
    assert again.remembered
    assert again.columns == columns


def test_entry_dates_need_a_programme_and_lie_within_its_operation(
    unit_desk: Desk, community: ProgrammeFile, tmp_path: Path
) -> None:
    rows = [HEADS, ("Kos", "Ana", date(1991, 1, 1), "Ž", "", date(2020, 1, 1))]
    sheet = read(book(tmp_path / "a.xlsx", rows))
    with pytest.raises(RuleBrokenError) as refusal:
        planned(unit_desk, sheet, programme=False)
    assert refusal.value.rule == "import-programme"
    (row,) = planned(unit_desk, sheet).rows
    assert [one.trouble for one in row.complaints] == [Trouble.OUTSIDE_OPERATION]
    assert every(unit_desk, Programme)
