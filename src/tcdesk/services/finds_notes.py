"""What a snapshot of the vault tells of words in open notes."""

from collections.abc import Sequence
from typing import Protocol

from tcdesk.services.lines import NoteHit


class FindsNotes(Protocol):
    """The index of open notes."""

    def note_hits(
        self, words: Sequence[Sequence[str]], *, ranked: bool, limit: int
    ) -> Sequence[NoteHit]:
        """Find open notes that hold every word; closed ones are never among them.

        Args:
            words: Folded spellings of each word; one of them must be found, as a beginning.
            ranked: The best first; without it the newest.
            limit: How many at most.
        """
        ...
