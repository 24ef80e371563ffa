"""Reading XLSX (openpyxl, read-only) and CSV (standard library) row by row.

A formula is told as one and not read: its shown value may be old. Excel's dates come as dates;
numbers in columns of dates are left to whoever knows what a column holds.
"""

import csv
import io
import warnings
import zipfile  # noqa: TID251 - asks a workbook how large it is before anything is unpacked
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as BookCell
from openpyxl.cell.cell import MergedCell
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.utils.exceptions import InvalidFileException

from tcdesk.domain.people_import import MOST_ROWS
from tcdesk.domain.sheet_cells import Cell, Formula
from tcdesk.services.spreadsheet_rows import (
    LARGEST_FILE,
    Encoding,
    RawSheet,
    SheetEncodingError,
    SheetOldError,
    SheetTooLargeError,
    SheetUnreadableError,
    Tell,
)

_OLD = b"\xd0\xcf\x11\xe0"  # an OLE container: .xls, or a workbook with a password
_ZIP = b"PK\x03\x04"
_UNPACKED = 1_500_000_000  # bytes; a hundred thousand wide rows stay far below
_STEP = 200  # rows between two reports
_EXTRA_ROWS = 100  # titles and remarks above and below the table
_WIDEST = 200  # columns
_DELIMITERS = (";", ",", "\t")
_BROKEN = (
    InvalidFileException,
    zipfile.BadZipFile,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
)


class DiskSheets:
    """Reads files (services.spreadsheet_rows.SheetReader)."""

    def read(
        self,
        path: Path,
        tell: Tell,
        *,
        encoding: Encoding | None = None,
        sheet: str | None = None,
    ) -> RawSheet:
        """Read one sheet of a workbook, or a text file."""
        try:
            size = path.stat().st_size
            content = path.read_bytes() if size <= LARGEST_FILE else b""
        except OSError as error:
            raise SheetUnreadableError from error
        if size > LARGEST_FILE:
            raise SheetTooLargeError(most=MOST_ROWS)
        if content.startswith(_OLD):
            raise SheetOldError
        if content.startswith(_ZIP):
            return _workbook(content, tell, sheet)
        return _text(content, tell, encoding)


def _workbook(content: bytes, tell: Tell, wanted: str | None) -> RawSheet:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
    except zipfile.BadZipFile as error:
        raise SheetUnreadableError from error
    if unpacked > _UNPACKED:
        raise SheetTooLargeError(most=MOST_ROWS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # extensions of Excel that hold no cells
        try:
            book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
            name = wanted if wanted in book.sheetnames else book.sheetnames[0]
            page = book[name]
            page.reset_dimensions()  # other programs write wrong ones
        except _BROKEN as error:
            raise SheetUnreadableError from error
        try:
            rows = list(_rows(page.iter_rows(), tell))
        except _BROKEN as error:
            raise SheetUnreadableError from error
        return RawSheet(
            name=name,
            sheets=tuple(book.sheetnames),
            rows=rows,
            since_1904=book.epoch.year == 1904,  # noqa: PLR2004 - the name of the epoch
        )


BookCells = tuple[BookCell | MergedCell | ReadOnlyCell | EmptyCell, ...]


def _rows(rows: Iterator[BookCells], tell: Tell) -> Iterator[Sequence[Cell]]:
    for number, row in enumerate(rows):
        if number > MOST_ROWS + _EXTRA_ROWS:
            raise SheetTooLargeError(most=MOST_ROWS)
        if number % _STEP == 0:
            tell(min(0.95, number / (number + 20_000)))  # how many there are is known at the end
        yield tuple(_cell(one) for one in row[:_WIDEST])


def _cell(cell: BookCell | MergedCell | ReadOnlyCell | EmptyCell) -> Cell:
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "f":
        return Formula()
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, str | int | float | date):
        return value
    return str(value)


def _text(content: bytes, tell: Tell, wanted: Encoding | None) -> RawSheet:
    encoding = wanted or _guess(content)
    try:
        text = content.decode("utf-8-sig" if encoding is Encoding.UTF8 else encoding.value)
    except UnicodeError as error:
        raise SheetEncodingError from error
    if "\x00" in text:
        raise SheetUnreadableError
    lines = text.splitlines()
    delimiter = _delimiter(lines[:50])
    rows: list[Sequence[Cell]] = []
    try:
        for number, row in enumerate(
            csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        ):
            if number > MOST_ROWS + _EXTRA_ROWS:
                raise SheetTooLargeError(most=MOST_ROWS)
            if number % _STEP == 0:
                tell(number / max(len(lines), 1))
            rows.append(tuple(_plain(one) for one in row[:_WIDEST]))
    except csv.Error as error:
        raise SheetUnreadableError from error
    return RawSheet(name="", sheets=(), rows=rows, encoding=encoding, delimiter=delimiter)


def _plain(text: str) -> Cell:
    """Read a cell of a text file; one that a spreadsheet would count is a formula here too."""
    bare = text.strip()
    if bare.startswith("=") and len(bare) > 1:
        return Formula()
    return bare or None


def _guess(content: bytes) -> Encoding:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Encoding.UTF16
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return Encoding.CP1250
    return Encoding.UTF8


def _delimiter(lines: Sequence[str]) -> str:
    """Take what parts most lines into the same number of cells; a comma inside names loses."""

    def parts(delimiter: str) -> tuple[int, int]:
        counts = [row.count(delimiter) for row in lines if row.strip()]
        usual = max(set(counts), key=counts.count) if counts else 0
        return (counts.count(usual) if usual else 0, usual)

    return max(_DELIMITERS, key=parts)
