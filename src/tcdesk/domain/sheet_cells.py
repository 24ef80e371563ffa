"""Cells of a spreadsheet read as what they mean; what cannot be read for certain is not guessed."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that holds a formula: what it shows is whatever another program last made of it."""


Cell = str | int | float | date | Formula | None


class Trouble(StrEnum):
    """Why a row cannot be taken as it is; its words are ``import-trouble-<value>``."""

    FORMULA = "formula"
    SHORT_ROW = "short-row"
    NAME_MISSING = "name-missing"
    NAME_UNCERTAIN = "name-uncertain"
    NAME_TOO_LONG = "name-too-long"
    BIRTH_MISSING = "birth-missing"
    BIRTH_IMPOSSIBLE = "birth-impossible"
    DAY_UNREADABLE = "day-unreadable"
    DAY_AMBIGUOUS = "day-ambiguous"
    SEX_MISSING = "sex-missing"
    SEX_UNKNOWN = "sex-unknown"
    KIND_UNKNOWN = "kind-unknown"
    STATUS_UNKNOWN = "status-unknown"
    STATUS_BEFORE_BIRTH = "status-before-birth"
    ENTRY_BEFORE_BIRTH = "entry-before-birth"
    ENTRY_MISSING = "entry-missing"
    OUTSIDE_OPERATION = "outside-operation"
    EXIT_BEFORE_ENTRY = "exit-before-entry"
    EXIT_UNKNOWN = "exit-unknown"
    CODE_UNKNOWN = "code-unknown"
    CODE_OF_ANOTHER = "code-of-another"
    TWICE = "twice"


# Excel counts days from here (with its own leap day of 1900, which is before every date we know).
_EPOCH = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)
_SERIALS = range(1_000, 110_000)  # the end of 1902 to 2201
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]0{1,2}:00(?::00(?:\.0+)?)?)?")
_DOTTED = re.compile(r"(\d{1,2})\s*\.\s*(\d{1,2})\s*\.\s*(\d{4}|\d{2})\.?")
_SLASHED = re.compile(r"(\d{1,2})\s*[/-]\s*(\d{1,2})\s*[/-]\s*(\d{4})")
_MONTHS = 12


def text_of(cell: Cell) -> str:
    """Give a cell as text; a whole number without the decimal point that spreadsheets add."""
    if cell is None or isinstance(cell, Formula):
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def read_day(cell: Cell, earliest: date, latest: date, *, since_1904: bool) -> date | Trouble:
    """Read a day that must lie between two days.

    A year of two digits is taken only where one century alone gives a possible day; days with
    slashes only where they cannot be read the American way too.

    Args:
        cell: A date, a day as people write it, or the serial number of a spreadsheet.
        earliest: The first possible day, which decides about centuries.
        latest: The last possible day, likewise.
        since_1904: Serial numbers are counted as on old Macintosh computers.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, Formula):
        return Trouble.FORMULA
    text = text_of(cell)
    if text.isdecimal():
        return _serial(int(text), since_1904=since_1904)
    return _written(text, earliest, latest)


def _written(text: str, earliest: date, latest: date) -> date | Trouble:
    """Read a day as people write it."""
    if found := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
        return _day(year, month, day)
    if found := _DOTTED.fullmatch(text):
        day, month = int(found[1]), int(found[2])
        if len(found[3]) > 2:  # noqa: PLR2004 - a year of four digits
            return _day(int(found[3]), month, day)
        return _of_century(int(found[3]), month, day, earliest, latest)
    if found := _SLASHED.fullmatch(text):
        first, second = int(found[1]), int(found[2])
        if first != second and first <= _MONTHS and second <= _MONTHS:
            return Trouble.DAY_AMBIGUOUS
        day, month = (second, first) if second > _MONTHS else (first, second)
        return _day(int(found[3]), month, day)
    return Trouble.DAY_UNREADABLE


def _serial(number: int, *, since_1904: bool) -> date | Trouble:
    if number not in _SERIALS:
        return Trouble.DAY_UNREADABLE
    return (_EPOCH_1904 if since_1904 else _EPOCH) + timedelta(days=number)


def _day(year: int, month: int, day: int) -> date | Trouble:
    try:
        return date(year, month, day)
    except ValueError:
        return Trouble.DAY_UNREADABLE


def _of_century(year: int, month: int, day: int, earliest: date, latest: date) -> date | Trouble:
    read = [_day(century + year, month, day) for century in (1900, 2000)]
    possible = [one for one in read if isinstance(one, date) and earliest <= one <= latest]
    if len(possible) == 1:
        return possible[0]
    return Trouble.DAY_AMBIGUOUS if possible else Trouble.DAY_UNREADABLE
