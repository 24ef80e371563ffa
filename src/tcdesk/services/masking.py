"""Hiding who else is named in a text that is handed to the person it is about.

A name is found in every Slovenian case: a capitalised word that begins with the name's stem and is
not much longer. Family names of everybody in the unit are hidden, given names of those whom the
person met and of those who work here. What is hidden too much can be read in the file; what is
hidden too little cannot be taken back. It does not replace a look before the document is given.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tcdesk.domain.folding import fold

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 3  # letters of a name that is looked for
_STARTS = 2  # letters by which stems are put together
_LONGER = 4  # letters that an ending adds at most; fewer to a short stem
_VOWELS = "aeiou"
_COMES_AND_GOES = "ea"


@dataclass(frozen=True, slots=True)
class Mask:
    """Puts a word in the place of each name of others."""

    stems: dict[str, frozenset[str]]
    kept: frozenset[str]
    instead: str

    def over(self, text: str) -> str:
        """Give a text without names of others; several in a row become one."""
        hidden = _WORD.sub(self._hide, text)
        for between in (" ", "-"):
            while (twice := f"{self.instead}{between}{self.instead}") in hidden:
                hidden = hidden.replace(twice, self.instead)
        return hidden

    def _hide(self, found: re.Match[str]) -> str:
        word = found[0]
        if not word[0].isupper():
            return word
        folded = fold(word)
        if any(_is_form(folded, stem) for stem in self.kept):
            return word
        others = self.stems.get(folded[:_STARTS], frozenset())
        return self.instead if any(_is_form(folded, stem) for stem in others) else word


def mask(others: Iterable[str], own: Iterable[str], instead: str) -> Mask:
    """Make a mask.

    Args:
        others: Names to hide, of one or more words each.
        own: Names of the person themselves, which stay.
        instead: What stands in the place of a name.
    """
    stems: dict[str, set[str]] = {}
    for stem in _stems(others):
        stems.setdefault(stem[:_STARTS], set()).add(stem)
    return Mask(
        stems={start: frozenset(found) for start, found in stems.items()},
        kept=frozenset(_stems(own)),
        instead=instead,
    )


def _stems(names: Iterable[str]) -> set[str]:
    words = (fold(word) for name in names for word in _WORD.findall(name))
    return {stem for word in words if len(word) >= _SHORTEST for stem in _stems_of(word)}


def _stems_of(word: str) -> Sequence[str]:
    """Cut what changes from case to case: Miha → Mihe, Peter → Petra, Kopec → Kopca."""
    if word[-1] in _VOWELS:
        return (word[:-1],)
    if len(word) > _LONGER and word[-2] in _COMES_AND_GOES:
        return (word, word[:-2] + word[-1])
    return (word,)


def _is_form(word: str, stem: str) -> bool:
    return word.startswith(stem) and len(word) - len(stem) <= min(len(stem), _LONGER)
