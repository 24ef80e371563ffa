"""Choosing a passphrase: what the policy says of it, what it is worth, and one of random words."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tcdesk.crypto.passphrase_words import generate
from tcdesk.crypto.strength import Vocabulary, check_policy, estimate_bits
from tcdesk.domain.errors import PersonCanMendError

GOOD_BITS = 44  # four words of 2 048 (security.md §3.1); five generated ones have 55


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What a passphrase is worth; ``refusal`` is None when it may be taken."""

    bits: int
    refusal: PersonCanMendError | None

    @property
    def good(self) -> bool:
        """Say whether it needs no advice."""
        return self.refusal is None and self.bits >= GOOD_BITS


class Passphrases:
    """Judges and offers passphrases with the lists that the program ships."""

    def __init__(self, words: Sequence[str], common: Sequence[str]) -> None:
        """Take the words that offers are made of, and the passphrases that everybody uses."""
        self._words = words
        self._vocabulary = Vocabulary.of(words, common)

    def judge(self, typed: str, names: Collection[str]) -> Judged:
        """Judge what is typed; ``names`` are the log-in, the person's and the unit's."""
        bits = estimate_bits(typed, self._vocabulary)
        try:
            check_policy(typed, self._vocabulary, names)
        except PersonCanMendError as refusal:
            return Judged(bits=bits, refusal=refusal)
        return Judged(bits=bits, refusal=None)

    def check(self, typed: str, names: Collection[str]) -> None:
        """Return if a passphrase may be taken.

        Raises:
            PersonCanMendError: What is wrong with it.
        """
        check_policy(typed, self._vocabulary, names)

    def offer(self) -> str:
        """Make a passphrase of five random words."""
        return generate(self._words)
