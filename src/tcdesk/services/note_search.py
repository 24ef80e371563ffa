"""Full text of the notes that the one at the desk may read: asked on purpose, put on record.

Closed notes are not in the index: they are neither found nor counted here (``services.closed``
looks in them, by their key).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.folding import fold, needles
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.excerpt import excerpt
from tcdesk.services.lines import NoteHit

MOST = 100
SHORTEST = 2  # letters
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFound:
    """A note in which the words stand, and the line of the first of them."""

    hit: NoteHit
    excerpt: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesFound:
    """What was found; ``more`` tells that there are others."""

    notes: Sequence[NoteFound] = field(repr=False)
    more: bool


@dataclass(frozen=True, slots=True)
class NoteSearch:
    """Looks for words in open notes."""

    desk: Desk

    def search(self, typed: str, *, ranked: bool = False) -> NotesFound:
        """Find the notes that hold every word; the search is on record, its words are not.

        Args:
            typed: Words; each is found at the beginning of a word, marks and case aside.
            ranked: The best first; without it the newest.

        Raises:
            RuleBrokenError: ``search-too-short``.
        """
        words = spelled(typed)
        with self.desk.writing(Action.SEE_NOTES) as work:
            if not words:
                raise RuleBrokenError("search-too-short", least=SHORTEST)
            hits = work.note_hits(words, ranked=ranked, limit=MOST + 1)
            work.audit("note.search", detail={"hits": min(len(hits), MOST)})
        found = [
            NoteFound(hit=hit, excerpt=excerpt("\n".join(hit.fields.values()), words[0]))
            for hit in hits[:MOST]
        ]
        return NotesFound(notes=found, more=len(hits) > MOST)


def spelled(typed: str) -> Sequence[Sequence[str]]:
    """Give the folded spellings of every word that is long enough to be looked for."""
    words = [word for word in _WORD.findall(typed) if len(fold(word)) >= SHORTEST]
    return [needles(word) for word in words]
