"""The vault as the exchange sees it: what leaves a unit, what an office takes in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from tcdesk.bundle.records import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What became of the rows of one table of a bundle.

    ``lost`` counts rows that the office has and a restored unit no longer sends.
    """

    new: int = 0
    changed: int = 0
    same: int = 0
    stale: int = 0
    conflicts: int = 0
    quarantined: int = 0
    lost: int = 0


class Exporting(Protocol):
    """What leaves a unit at level B, from one snapshot."""

    def rows(self, table: str) -> Iterator[Row]:
        """Stream the rows of a table of the bundle, ascending by id."""
        ...

    def counts(self) -> Mapping[str, int]:
        """Count the rows of every table of the bundle."""
        ...


class Receiving(Protocol):
    """Merges the rows of one bundle into what was received before (security.md §6.11)."""

    def take(self, table: str, row: Row) -> None:
        """Take the next row; rows of a table come together, ascending by id."""
        ...

    def finish(self) -> Mapping[str, Tally]:
        """Merge what is left and tell what became of the rows.

        Raises:
            BundleRefusedError: A row names another that nobody has.
        """
        ...
