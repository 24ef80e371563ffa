"""What would become of every row of a spreadsheet: the dry run. Nothing is written here.

new      opens a file
known    the same name and birth date, or the same code: joins that file
doubt    somebody may be the same: the person at the desk decides
refused  cannot be taken; every reason is told
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from tcdesk.domain.codes import read_code
from tcdesk.domain.folding import fold
from tcdesk.domain.ids import PersonId
from tcdesk.domain.people import NAME_LENGTH, OLDEST, Person, PersonKind, age_on
from tcdesk.domain.people_import import (
    ImportField,
    ReadPerson,
    exit_of,
    kind_of,
    sex_of,
    status_of,
)
from tcdesk.domain.programmes import Operation
from tcdesk.domain.sheet_cells import Cell, Formula, Trouble, read_day, text_of
from tcdesk.services.import_layout import Layout
from tcdesk.services.spreadsheet_rows import RawSheet, Tell

_NEAR = timedelta(days=366)
_TWO = 2
_STEP = 500

T = TypeVar("T")


class Standing(StrEnum):
    """What a row is; its words are ``import-standing-<value>``."""

    NEW = "new"
    KNOWN = "known"
    DOUBT = "doubt"
    REFUSED = "refused"


class Taken(StrEnum):
    """What becomes of a row; its words are ``import-taken-<value>``."""

    ADD = "add"
    JOIN = "join"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """Why a row is refused: the trouble, the column it is in, and what stands there."""

    trouble: Trouble
    column: str = field(default="", repr=False)
    cell: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """One row; ``line`` is its number in the spreadsheet. ``join`` is the file it would join."""

    line: int
    cells: Sequence[Cell] = field(repr=False)
    name: str = field(repr=False)
    standing: Standing
    taken: Taken
    person: ReadPerson | None = field(default=None, repr=False)
    complaints: Sequence[Complaint] = field(default=(), repr=False)
    alike: Sequence[Person] = field(default=(), repr=False)
    join: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Every row that holds anything; ``empty`` rows were passed over."""

    layout: Layout
    rows: Sequence[PlannedRow] = field(repr=False)
    empty: int

    def count(self, standing: Standing) -> int:
        """Count the rows of a standing."""
        return sum(1 for row in self.rows if row.standing is standing)


class Known:
    """Everybody who has a file already, found as duplicates are found."""

    def __init__(self, people: Sequence[Person]) -> None:
        self.by_code = {one.code: one for one in people}
        self.by_name: dict[str, list[Person]] = defaultdict(list)
        self.by_family: dict[str, list[Person]] = defaultdict(list)
        for one in people:
            self.by_name[fold(f"{one.family_name} {one.given_name}")].append(one)
            self.by_family[fold(one.family_name)].append(one)

    def same(self, read: ReadPerson) -> Sequence[Person]:
        """Give people of the same name and birth date."""
        return [one for one in self.by_name[read.folded] if one.birth_date == read.birth_date]

    def alike(self, read: ReadPerson) -> Sequence[Person]:
        """Give people who may be the same: same name, or same family name born within a year."""
        near = (
            one
            for one in self.by_family[fold(read.family_name)]
            if one.birth_date is not None and abs(one.birth_date - read.birth_date) <= _NEAR
        )
        found = {one.id: one for one in (*self.by_name[read.folded], *near)}
        return list(found.values())


def plan_rows(
    sheet: RawSheet,
    layout: Layout,
    known: Known,
    *,
    operation: Operation | None,
    today: date,
    tell: Tell,
) -> Plan:
    """Read every row below the heads and say what would become of it."""
    reader = _RowReader(layout, operation, today, since_1904=sheet.since_1904)
    rows: list[PlannedRow] = []
    seen: dict[tuple[str, date], int] = {}
    empty = 0
    body = sheet.rows[layout.head + 1 :]
    for number, cells in enumerate(body):
        if number % _STEP == 0:
            tell(number / max(len(body), 1))
        if all(cell is None for cell in cells):
            empty += 1
            continue
        line = layout.head + 2 + number
        rows.append(_planned(reader, known, seen, line, cells))
    return Plan(layout=layout, rows=rows, empty=empty)


def _planned(
    reader: "_RowReader",
    known: Known,
    seen: dict[tuple[str, date], int],
    line: int,
    cells: Sequence[Cell],
) -> PlannedRow:
    read, complaints = reader.read(cells)
    name = reader.name_told(cells)
    if read is not None:
        key = (read.folded, read.birth_date)
        if key in seen:
            complaints = [Complaint(trouble=Trouble.TWICE, cell=str(seen[key]))]
        seen.setdefault(key, line)
    by_code = known.by_code.get(read.code) if read is not None and read.code else None
    if read is not None and by_code is not None and not _fits(by_code, read):
        complaints = [
            *complaints,
            reader.complaint(Trouble.CODE_OF_ANOTHER, ImportField.CODE, cells),
        ]
    if read is not None and read.code and by_code is None:
        complaints = [*complaints, reader.complaint(Trouble.CODE_UNKNOWN, ImportField.CODE, cells)]
    if read is None or complaints:
        return PlannedRow(
            line=line,
            cells=cells,
            name=name,
            standing=Standing.REFUSED,
            taken=Taken.LEAVE,
            complaints=complaints,
        )
    same = [by_code] if by_code is not None else known.same(read)
    alike = same if len(same) == 1 else known.alike(read)
    standing = Standing.KNOWN if len(same) == 1 else Standing.DOUBT if alike else Standing.NEW
    taken = {Standing.KNOWN: Taken.JOIN, Standing.NEW: Taken.ADD}.get(standing, Taken.LEAVE)
    return PlannedRow(
        line=line,
        cells=cells,
        name=name,
        standing=standing,
        taken=taken,
        person=read,
        alike=alike,
        join=same[0].id if standing is Standing.KNOWN else None,
    )


def _fits(person: Person, read: ReadPerson) -> bool:
    """Say whether a code's file is of the person in the row: one of name and birth date agrees."""
    named = fold(f"{person.family_name} {person.given_name}") == read.folded
    return named or person.birth_date == read.birth_date


class _RowReader:
    """Reads the cells of one row by the layout."""

    def __init__(
        self, layout: Layout, operation: Operation | None, today: date, *, since_1904: bool
    ) -> None:
        self._layout = layout
        self._operation = operation
        self._today = today
        self._since_1904 = since_1904

    def cell(self, wanted: ImportField, cells: Sequence[Cell]) -> Cell:
        place = self._layout.columns.get(wanted)
        return cells[place] if place is not None and place < len(cells) else None

    def complaint(self, trouble: Trouble, wanted: ImportField, cells: Sequence[Cell]) -> Complaint:
        place = self._layout.columns.get(wanted)
        title = self._layout.titles[place] if place is not None else ""
        return Complaint(trouble=trouble, column=title, cell=text_of(self.cell(wanted, cells))[:60])

    def name_told(self, cells: Sequence[Cell]) -> str:
        """Give the name as it stands in the row, however wrong the rest is."""
        parts = (ImportField.FAMILY, ImportField.GIVEN, ImportField.NAME)
        return " ".join(filter(None, (text_of(self.cell(one, cells)) for one in parts)))[:80]

    def read(self, cells: Sequence[Cell]) -> tuple[ReadPerson | None, Sequence[Complaint]]:
        """Read a row; gives None with everything that is wrong with it."""
        wrong: list[Complaint] = []

        def complain(trouble: Trouble, wanted: ImportField) -> None:
            wrong.append(self.complaint(trouble, wanted, cells))

        filled = [one for one in cells if one is not None]
        if len(filled) < _TWO:
            return None, [Complaint(trouble=Trouble.SHORT_ROW, cell=text_of(filled[0])[:60])]
        for one in ImportField:
            if isinstance(self.cell(one, cells), Formula):
                complain(Trouble.FORMULA, one)
        family, given = self._name(cells, complain)
        birth = self._day(ImportField.BIRTH, cells, self._oldest, self._today, complain)
        if birth is None and self.cell(ImportField.BIRTH, cells) is None:
            complain(Trouble.BIRTH_MISSING, ImportField.BIRTH)
        if birth is not None and not 0 <= age_on(birth, self._today) <= OLDEST:
            complain(Trouble.BIRTH_IMPOSSIBLE, ImportField.BIRTH)
        sex = self._coded(ImportField.SEX, cells, sex_of, Trouble.SEX_UNKNOWN, complain)
        if sex is None and not text_of(self.cell(ImportField.SEX, cells)):
            complain(Trouble.SEX_MISSING, ImportField.SEX)
        kind = self._coded(ImportField.KIND, cells, kind_of, Trouble.KIND_UNKNOWN, complain)
        status = self._coded(ImportField.STATUS, cells, status_of, Trouble.STATUS_UNKNOWN, complain)
        latest = self._today + timedelta(days=366)
        since = self._day(ImportField.STATUS_FROM, cells, birth or self._oldest, latest, complain)
        entry = self._day(ImportField.ENTRY, cells, birth or self._oldest, latest, complain)
        left = self._day(ImportField.EXIT, cells, entry or self._oldest, latest, complain)
        reason = self._coded(ImportField.EXIT_CODE, cells, exit_of, Trouble.EXIT_UNKNOWN, complain)
        code = self._code(cells, complain)
        self._check_days(cells, (birth, since, entry, left), complain)
        if wrong or birth is None or sex is None:
            return None, wrong
        return ReadPerson(
            family_name=family,
            given_name=given,
            birth_date=birth,
            sex=sex,
            kind=kind or PersonKind.CUSTODY,
            status=status,
            status_from=since or entry,
            code=code,
            entry=entry,
            exit=left,
            exit_code=reason,
        ), ()

    @property
    def _oldest(self) -> date:
        return self._today.replace(year=self._today.year - OLDEST, day=1)

    def _name(
        self, cells: Sequence[Cell], complain: Callable[[Trouble, ImportField], None]
    ) -> tuple[str, str]:
        family = text_of(self.cell(ImportField.FAMILY, cells))
        given = text_of(self.cell(ImportField.GIVEN, cells))
        whole = text_of(self.cell(ImportField.NAME, cells))
        if whole and not (family and given):
            parts = [part.strip() for part in whole.split(",")]
            if len(parts) != _TWO:
                parts = whole.split()
            if len(parts) != _TWO or not all(parts):
                complain(Trouble.NAME_UNCERTAIN, ImportField.NAME)
                return "", ""
            family, given = parts
        for text, place in ((family, ImportField.FAMILY), (given, ImportField.GIVEN)):
            if not text:
                complain(Trouble.NAME_MISSING, place)
            elif len(text) > NAME_LENGTH:
                complain(Trouble.NAME_TOO_LONG, place)
        return family, given

    def _day(
        self,
        wanted: ImportField,
        cells: Sequence[Cell],
        earliest: date,
        latest: date,
        complain: Callable[[Trouble, ImportField], None],
    ) -> date | None:
        cell = self.cell(wanted, cells)
        if cell is None or isinstance(cell, Formula):
            return None
        read = read_day(cell, earliest, latest, since_1904=self._since_1904)
        if isinstance(read, Trouble):
            complain(read, wanted)
            return None
        return read

    def _coded(
        self,
        wanted: ImportField,
        cells: Sequence[Cell],
        read: Callable[[str], T | None],
        trouble: Trouble,
        complain: Callable[[Trouble, ImportField], None],
    ) -> T | None:
        text = text_of(self.cell(wanted, cells))
        found = read(text) if text else None
        if text and found is None:
            complain(trouble, wanted)
        return found

    def _code(self, cells: Sequence[Cell], complain: Callable[[Trouble, ImportField], None]) -> str:
        """Read a person's code as the unit writes it: ``DOB-7K4Q2M`` or with its dashes."""
        text = text_of(self.cell(ImportField.CODE, cells)).upper()
        unit, _, rest = text.partition("-")
        if not text:
            return ""
        body = read_code(rest)
        if body is None:
            complain(Trouble.CODE_UNKNOWN, ImportField.CODE)
            return ""
        return f"{unit}-{body}"

    def _check_days(
        self,
        cells: Sequence[Cell],
        days: tuple[date | None, date | None, date | None, date | None],
        complain: Callable[[Trouble, ImportField], None],
    ) -> None:
        birth, since, entry, left = days
        if birth is not None and since is not None and since < birth:
            complain(Trouble.STATUS_BEFORE_BIRTH, ImportField.STATUS_FROM)
        if birth is not None and entry is not None and entry <= birth:
            complain(Trouble.ENTRY_BEFORE_BIRTH, ImportField.ENTRY)
        if left is not None and entry is None and self.cell(ImportField.ENTRY, cells) is None:
            complain(Trouble.ENTRY_MISSING, ImportField.EXIT)
        if left is not None and entry is not None and left < entry:
            complain(Trouble.EXIT_BEFORE_ENTRY, ImportField.EXIT)
        operation = self._operation
        if (
            operation is not None
            and entry is not None
            and not operation.from_date <= entry <= (operation.to_date or date.max)
        ):
            complain(Trouble.OUTSIDE_OPERATION, ImportField.ENTRY)


def chosen(
    plan: Plan, choices: Mapping[int, tuple[Taken, PersonId | None]]
) -> Sequence[PlannedRow]:
    """Give the rows with what was decided for each line; refused ones stay refused."""
    rows = []
    for row in plan.rows:
        choice = choices.get(row.line)
        if choice is None or row.standing is Standing.REFUSED:
            rows.append(row)
        else:
            rows.append(
                PlannedRow(
                    line=row.line,
                    cells=row.cells,
                    name=row.name,
                    standing=row.standing,
                    taken=choice[0],
                    person=row.person,
                    alike=row.alike,
                    join=choice[1] if choice[0] is Taken.JOIN else None,
                )
            )
    return rows
