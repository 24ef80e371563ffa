"""A spreadsheet as it lies on the disk: rows of cells, and what had to be guessed to read them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from tcdesk.domain.errors import PersonCanMendError
from tcdesk.domain.sheet_cells import Cell

Tell = Callable[[float], None]
LARGEST_FILE = 50_000_000  # bytes


class Encoding(StrEnum):
    """How the letters of a text file are written."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    CP1250 = "cp1250"


class SheetUnreadableError(PersonCanMendError):
    """The file is no spreadsheet, or is damaged."""

    code = "sheet-unreadable"


class SheetOldError(PersonCanMendError):
    """The file is of an old format, or is locked by a password."""

    code = "sheet-old"


class SheetTooLargeError(PersonCanMendError):
    """The file has more rows than an import takes."""

    code = "sheet-too-large"


class SheetEncodingError(PersonCanMendError):
    """The letters are not written the way that was chosen."""

    code = "sheet-encoding"


@dataclass(frozen=True, slots=True, kw_only=True)
class RawSheet:
    """Rows of one sheet from its first line; ``encoding`` and ``delimiter`` only of a text file."""

    name: str
    sheets: Sequence[str]
    rows: Sequence[Sequence[Cell]] = field(repr=False)
    encoding: Encoding | None = None
    delimiter: str = ""
    since_1904: bool = False


class SheetReader(Protocol):
    """Reads XLSX and CSV; never changes or copies the file."""

    def read(
        self,
        path: Path,
        tell: Tell,
        *,
        encoding: Encoding | None = None,
        sheet: str | None = None,
    ) -> RawSheet:
        """Read one sheet.

        Args:
            path: The file.
            tell: Told how much is read, 0 to 1; what it raises cancels the reading.
            encoding: How the letters of a text file are written; guessed without.
            sheet: Which sheet of a workbook; the first without.

        Raises:
            PersonCanMendError: ``sheet-unreadable``, ``sheet-old``, ``sheet-too-large``,
                ``sheet-encoding``.
        """
        ...
