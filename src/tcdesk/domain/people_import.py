"""What a spreadsheet can tell of people, and what an import left behind.

A column holds one ``ImportField``. A row becomes a new file, joins one that is there, is left out,
or is refused with its reasons. ``ImportBatch`` and ``ImportedFile`` are what undoing goes by.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar

from tcdesk.domain.enrolments import ExitCode
from tcdesk.domain.folding import fold
from tcdesk.domain.ids import AccountId, PersonId
from tcdesk.domain.people import LegalStatus, PersonKind, Sex

MOST_ROWS = 100_000

C = TypeVar("C", bound=StrEnum)


class ImportField(StrEnum):
    """What a column holds; its words are ``sheet-field-<value>``."""

    FAMILY = "family"
    GIVEN = "given"
    NAME = "name"
    BIRTH = "birth-date"
    SEX = "sex"
    KIND = "kind"
    STATUS = "status"
    STATUS_FROM = "status-from"
    CODE = "own-code"
    ENTRY = "entry"
    EXIT = "exit"
    EXIT_CODE = "exit-code"


# Heads of columns as they are met, folded; the label of the catalogue is known besides.
HEADS: dict[ImportField, tuple[str, ...]] = {
    ImportField.FAMILY: ("priimek", "prezime", "family name", "surname", "last name"),
    ImportField.GIVEN: ("ime", "given name", "first name"),
    ImportField.NAME: ("priimek in ime", "ime in priimek", "oseba", "name"),
    ImportField.BIRTH: (
        "datum rojstva",
        "rojen",
        "rojena",
        "rojen/a",
        "roj.",
        "rojstvo",
        "birth date",
        "date of birth",
        "born",
    ),
    ImportField.SEX: ("spol", "sex", "gender"),
    ImportField.KIND: ("vrsta osebe", "vrsta", "kind"),
    ImportField.STATUS: ("status", "pravni status", "legal status"),
    ImportField.STATUS_FROM: ("status od", "v statusu od", "status since"),
    ImportField.CODE: ("sifra", "sifra osebe", "code", "participant code"),
    ImportField.ENTRY: (
        "vstop",
        "datum vstopa",
        "datum vkljucitve",
        "vkljucen",
        "entry",
        "entered",
    ),
    ImportField.EXIT: ("izstop", "datum izstopa", "datum izkljucitve", "exit", "left"),
    ImportField.EXIT_CODE: ("razlog izstopa", "sifra izstopa", "exit reason", "exit code"),
}
SEXES: dict[str, Sex] = {
    **dict.fromkeys(("f", "z", "zenska", "zenski", "female", "woman"), Sex.FEMALE),
    **dict.fromkeys(("m", "moski", "male", "man"), Sex.MALE),
}
STATUSES: dict[str, LegalStatus] = {
    **dict.fromkeys(
        ("o", "obsojen", "obsojena", "obsojenec", "obsojenka", "zapor", "kazen zapora"),
        LegalStatus.SENTENCED,
    ),
    **dict.fromkeys(
        ("p", "pripor", "pripornik", "pripornica", "priprta", "priprt"), LegalStatus.REMAND
    ),
    **dict.fromkeys(("mladoletniski zapor",), LegalStatus.JUVENILE_PRISON),
    **dict.fromkeys(("prevzgojni dom",), LegalStatus.JUVENILE_HOME),
    **dict.fromkeys(("nadomestni zapor",), LegalStatus.SUBSTITUTE),
    **dict.fromkeys(("uklonilni zapor",), LegalStatus.COERCIVE),
    **dict.fromkeys(("odpuscen", "odpuscena", "odpust", "na prostosti"), LegalStatus.RELEASED),
}
KINDS: dict[str, PersonKind] = {
    **dict.fromkeys(("zaprta oseba", "zapornik", "zapornica"), PersonKind.CUSTODY),
    **dict.fromkeys(("otrok",), PersonKind.CHILD),
    **dict.fromkeys(("svojec", "partner", "partnerka", "druzina"), PersonKind.RELATIVE),
    **dict.fromkeys(("zunanji", "zunanja"), PersonKind.EXTERNAL),
}


def sex_of(text: str) -> Sex | None:
    """Read a sex as people write it, or its code."""
    return SEXES.get(fold(text)) or _coded(Sex, text)


def status_of(text: str) -> LegalStatus | None:
    """Read a legal status as people write it, or its code."""
    return STATUSES.get(fold(text)) or _coded(LegalStatus, text)


def kind_of(text: str) -> PersonKind | None:
    """Read what a person is to the programme, or its code."""
    return KINDS.get(fold(text)) or _coded(PersonKind, text)


def exit_of(text: str) -> ExitCode | None:
    """Read the code of a reason for leaving."""
    return _coded(ExitCode, text.upper())


def _coded(codes: type[C], text: str) -> C | None:
    return next((one for one in codes if one.value in (text, text.lower())), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPerson:
    """One row, read."""

    family_name: str = field(repr=False)
    given_name: str = field(repr=False)
    birth_date: date = field(repr=False)
    sex: Sex
    kind: PersonKind
    status: LegalStatus | None
    status_from: date | None
    code: str
    entry: date | None
    exit: date | None
    exit_code: ExitCode | None

    @property
    def folded(self) -> str:
        """The name as duplicates are found by."""
        return fold(f"{self.family_name} {self.given_name}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportBatch:
    """One import: how many rows the file had and what became of them."""

    id: str
    at: str
    account: AccountId
    rows: int
    added: int
    joined: int
    left_out: int
    refused: int
    undone_at: str | None = None
    undone_by: AccountId | None = None
    stayed: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedFile:
    """What an import wrote about one person: table and id of each row, as JSON pairs."""

    id: str
    batch: str
    person: PersonId
    is_new: bool
    rows: str
