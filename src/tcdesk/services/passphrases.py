"""How hard a passphrase is to guess, said honestly, and passphrases made of random words.

The measure counts what an attacker who knows people must try: a word costs as much as choosing it
from a list, a run or a repetition costs next to nothing, any other character a few bits. It never
flatters; a generated passphrase of five words is worth what its dice were.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import log2

from tcdesk.crypto.digests import random_bytes
from tcdesk.domain.folding import fold

LEAST_LENGTH, MOST_LENGTH = 14, 256  # security.md §4.6
ENOUGH_BITS = 40.0
GOOD_BITS = 55.0  # five words of 2 048
WORDS_OFFERED = 5
_SHORTEST_WORD = 4
_SHORTEST_PERSONAL = 3
_LETTER, _OTHER, _FOLLOWS = 3.0, 4.0, 0.5  # bits: a letter or digit, any other sign, a run


class Verdict(StrEnum):
    """What there is to say about a passphrase; the last two may be taken."""

    EMPTY = "empty"
    SHORT = "short"
    LONG = "long"
    COMMON = "common"
    PERSONAL = "personal"
    WEAK = "weak"
    ENOUGH = "enough"
    GOOD = "good"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A passphrase's worth."""

    bits: float
    verdict: Verdict

    @property
    def accepted(self) -> bool:
        """Say whether it may be taken."""
        return self.verdict in (Verdict.ENOUGH, Verdict.GOOD)


class Judge:
    """Judges passphrases against the lists that the program ships."""

    def __init__(self, common: Sequence[str], words: Sequence[str]) -> None:
        """Take the lists.

        Args:
            common: Passphrases that everybody tries first.
            words: The words that passphrases are offered from.
        """
        self._common = frozenset(fold(one) for one in common)
        self._words = tuple(words)
        self._known = frozenset(fold(one) for one in words)
        self._word_bits = log2(max(len(self._words), 2048))
        self._longest = max((len(one) for one in self._known), default=0)

    def judge(self, passphrase: str, personal: Sequence[str] = ()) -> Judged:
        """Judge what is typed.

        Args:
            passphrase: As typed.
            personal: What an attacker knows: the log-in, names, the unit.
        """
        folded = fold(passphrase)
        bits = self._bits(folded)
        verdict = self._refused(passphrase, folded, personal)
        if verdict is None and bits < ENOUGH_BITS:
            verdict = Verdict.WEAK
        if verdict is None:
            verdict = Verdict.GOOD if bits >= GOOD_BITS else Verdict.ENOUGH
        return Judged(bits=bits, verdict=verdict)

    def offer(self) -> str:
        """Make a passphrase of five words, each drawn alike from the whole list."""
        count = len(self._words)
        return " ".join(
            self._words[int.from_bytes(random_bytes(8)) % count] for _ in range(WORDS_OFFERED)
        )

    def _refused(self, passphrase: str, folded: str, personal: Sequence[str]) -> Verdict | None:
        known = {fold(part) for one in personal for part in one.split()}
        if not passphrase:
            return Verdict.EMPTY
        if len(passphrase) < LEAST_LENGTH:
            return Verdict.SHORT
        if len(passphrase) > MOST_LENGTH:
            return Verdict.LONG
        if folded in self._common or folded.replace(" ", "") in self._common:
            return Verdict.COMMON
        if any(part in folded for part in known if len(part) >= _SHORTEST_PERSONAL):
            return Verdict.PERSONAL
        return None

    def _bits(self, folded: str) -> float:
        """Add up the cheapest reading from left to right: the longest known word, else a sign."""
        bits, place, seen = 0.0, 0, set[str]()
        while place < len(folded):
            word = self._word_at(folded, place)
            if word:
                bits += 1.0 if word in seen else self._word_bits
                seen.add(word)
                place += len(word)
                continue
            bits += _sign_bits(folded[:place], folded[place])
            place += 1
        return bits

    def _word_at(self, folded: str, place: int) -> str:
        for length in range(min(self._longest, len(folded) - place), _SHORTEST_WORD - 1, -1):
            if folded[place : place + length] in self._known:
                return folded[place : place + length]
        return ""


def _sign_bits(before: str, sign: str) -> float:
    if sign.isspace():
        return _FOLLOWS
    if before and abs(ord(before[-1]) - ord(sign)) <= 1:
        return _FOLLOWS  # aaaa, 1234, dcba
    if any(one + two == before[-1:] + sign for one, two in pairwise(before)):
        return _FOLLOWS  # a pair that was there already: abab, qwqw
    return _LETTER if sign.isalnum() else _OTHER
