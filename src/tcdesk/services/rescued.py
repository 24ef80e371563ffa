"""What a rescue of a damaged vault has saved, and what it could not."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescued:
    """How many rows of each table were saved, could not be read, or refer to a lost one.

    The last kind is kept whole in the table ``history`` of the new vault.
    """

    saved: Mapping[str, int]
    lost: Mapping[str, int]
    loose: Mapping[str, int]

    @property
    def whole(self) -> bool:
        """Whether nothing is missing."""
        return not self.lost and not self.loose
