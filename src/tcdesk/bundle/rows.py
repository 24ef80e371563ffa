"""Rows as they travel: one canonical object a line, strictly ascending by id, counted."""

from tcdesk.bundle import limits
from tcdesk.bundle.canonical import Json, NotCanonicalError, decode, encode
from tcdesk.bundle.errors import BundleRefusedError, Refusal, UnfitForBundleError
from tcdesk.bundle.records import Record, Row, Tombstone
from tcdesk.bundle.shapes import ShapeError, read, write


class RowWriter:
    """Turns the rows of one table into lines, held to the rules of the reader."""

    def __init__(self, table: str, shape: type[Row]) -> None:
        self._table = table
        self._shape = shape
        self._last = ""
        self.rows = 0
        self.size = 0

    def line(self, row: Row) -> bytes:
        """Give the line of the next row.

        Raises:
            UnfitForBundleError: Another table's row, out of order, or a value that may not travel.
        """
        fits = isinstance(row, self._shape) or (
            _can_be_deleted(self._shape) and isinstance(row, Tombstone)
        )
        if not fits:
            raise self._unfit("shape")
        if row.id <= self._last:
            raise self._unfit("order")
        self._last = row.id
        self.rows += 1
        try:
            line = encode(write(row)) + b"\n"
        except ShapeError as error:
            raise self._unfit(error.flaw, error.at) from error
        if len(line) > limits.LINE:
            raise self._unfit("line")
        self.size += len(line)
        return line

    def _unfit(self, flaw: str, at: str = "") -> UnfitForBundleError:
        row = self.rows
        return UnfitForBundleError(detail=f"row-{flaw}", table=self._table, row=row, at=at)


class RowReader:
    """Turns pieces of content back into rows and refuses everything that is not as agreed.

    Args:
        table: The table's name, for the error.
        shape: The record of the table.
        rows: How many rows were promised.
    """

    def __init__(self, table: str, shape: type[Row], rows: int) -> None:
        self._table = table
        self._shape = shape
        self._promised = rows
        self._rows = 0
        self._rest = b""
        self._last = ""

    def take(self, piece: bytes) -> list[Row]:
        """Give the rows that a piece completes.

        Raises:
            BundleRefusedError: A row is not as agreed.
        """
        *lines, self._rest = (self._rest + piece).split(b"\n")
        if len(self._rest) >= limits.LINE:
            raise self._refused(Refusal.TOO_LARGE, "row-line")
        return [self._row(line) for line in lines]

    def finish(self) -> None:
        """Return if the last line has ended and the count is right.

        Raises:
            BundleRefusedError: It has not or is not.
        """
        if self._rest:
            raise self._refused(Refusal.MALFORMED, "row-unended")
        if self._rows != self._promised:
            raise self._refused(Refusal.MALFORMED, "row-count")

    def _row(self, line: bytes) -> Row:
        self._rows += 1
        if len(line) >= limits.LINE:
            raise self._refused(Refusal.TOO_LARGE, "row-line")
        try:
            value = decode(line)
            row = read(self._shape_of(value), value)
        except NotCanonicalError as error:
            raise self._refused(Refusal.MALFORMED, f"row-{error.reason.value}") from error
        except ShapeError as error:
            raise self._refused(Refusal.MALFORMED, f"row-{error.flaw}", error.at) from error
        if row.id <= self._last:
            raise self._refused(Refusal.MALFORMED, "row-order")
        self._last = row.id
        return row

    def _shape_of(self, value: Json) -> type[Row]:
        if (
            isinstance(value, dict)
            and value.get("deleted") is True
            and _can_be_deleted(self._shape)
        ):
            return Tombstone
        return self._shape

    def _refused(self, reason: Refusal, detail: str, at: str = "") -> BundleRefusedError:
        return BundleRefusedError(reason, detail, table=self._table, row=self._rows, at=at)


def _can_be_deleted(shape: type[Row]) -> bool:
    return issubclass(shape, Record)
