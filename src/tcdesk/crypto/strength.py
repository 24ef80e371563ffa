"""How strong a chosen passphrase is, honestly, and what is not accepted at all.

The estimate counts what a patient guesser would try first: known words, common passphrases, runs,
sequences, years, repetitions; what is left counts little, for people choose words and not letters.
It errs on the low side. Only the five generated words have a strength that is known.
"""

import math
import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from tcdesk.crypto.errors import (
    PassphraseCommonError,
    PassphraseHoldsNameError,
    PassphraseTooLongError,
    PassphraseTooShortError,
)

SHORTEST = 14
LONGEST = 256
LEAST_BITS = 28
SHORTEST_NAME = 3

LETTER_BITS = 2.0  # running text has about this much a letter, also in words that no list has
MIXED_LETTER_BITS = 3.0  # letters among digits or capitals are seldom a word
DIGIT_BITS = 3.0
MARK_BITS = 4.0
CAPITAL_BITS = 1.0
SEPARATOR_BITS = 2.0
REPEAT_BITS = 2.0
SEQUENCE_BITS = 5.0
YEAR_BITS = 7.0
LONGEST_WORD = 24
SHORTEST_PATTERN = 3

_ROWS = (
    "qwertzuiop",
    "qwertyuiop",
    "asdfghjkl",
    "yxcvbnm",
    "zxcvbnm",
    "1234567890",
    "abcdefghijklmnopqrstuvwxyz",
)
_SEQUENCES = tuple(text for row in _ROWS for text in (row * 2, row[::-1] * 2))
_YEAR = re.compile(r"(19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a guesser knows: the words of the generator and the passphrases everybody uses."""

    words: frozenset[str]
    common: frozenset[str]

    @classmethod
    def of(cls, words: Iterable[str], common: Iterable[str]) -> "Vocabulary":
        """Take the two lists as they are in the resources."""
        return cls(frozenset(map(folded, words)), frozenset(map(folded, common)))


def folded(text: str) -> str:
    """Give the text in small letters without accents, one character for each."""
    letters = (unicodedata.normalize("NFKD", letter)[:1] for letter in text)
    return "".join(letters).lower().replace("đ", "d")


def estimate_bits(passphrase: str, vocabulary: Vocabulary) -> int:
    """Estimate from below how many bits a guesser has to find."""
    text = unicodedata.normalize("NFC", passphrase)
    bits, seen = 0.0, set[str]()
    for token in re.findall(r"[^\W_]+", text):
        plain = folded(token)
        bits += (
            REPEAT_BITS if plain in seen else _token_bits(plain, vocabulary, _letter_bits(token))
        )
        bits += CAPITAL_BITS if token != token.lower() else 0
        seen.add(plain)
    marks = re.findall(r"[\W_]", text)
    separators = {mark for mark in marks if mark != " "}
    # one kind of mark between words is a habit; several marks in a row are chosen
    bits += SEPARATOR_BITS * len(separators)
    bits += MARK_BITS * sum(1 for run in re.findall(r"[^\w ]{2,}", text) if len(set(run)) > 1)
    return math.floor(bits)


def check_policy(passphrase: str, vocabulary: Vocabulary, names: Collection[str]) -> None:
    """Return if the passphrase may be used; nothing is said about kinds of characters.

    Args:
        passphrase: As typed; it is judged as it will be hashed.
        vocabulary: What a guesser knows.
        names: The login and the names of the unit, which it must not contain.

    Raises:
        PassphraseTooShortError: Fewer than 14 characters (five generated words have more).
        PassphraseTooLongError: More than 256.
        PassphraseCommonError: One that everybody uses, also with digits or marks added or said
            several times, or another pattern with almost nothing to guess.
        PassphraseHoldsNameError: It contains the login or a name of the unit.
    """
    text = unicodedata.normalize("NFC", passphrase)
    if len(text) < SHORTEST:
        raise PassphraseTooShortError(least=SHORTEST)
    if len(text) > LONGEST:
        raise PassphraseTooLongError(most=LONGEST)
    plain = _joined(text)
    if any(len(_joined(name)) >= SHORTEST_NAME and _joined(name) in plain for name in names):
        raise PassphraseHoldsNameError
    weak = estimate_bits(text, vocabulary) < LEAST_BITS
    if weak or plain.strip("0123456789") in vocabulary.common:
        raise PassphraseCommonError


def _letter_bits(token: str) -> float:
    mixed = re.search(r"[0-9][^0-9]|.[A-ZČŠŽ][^A-ZČŠŽ]", token)
    return MIXED_LETTER_BITS if mixed else LETTER_BITS


def _token_bits(token: str, vocabulary: Vocabulary, letter_bits: float) -> float:
    """Find the cheapest way to put a token together; a word of the list costs its draw."""
    word_bits = math.log2(max(2, len(vocabulary.words)))
    if token in vocabulary.words:
        return word_bits
    common_bits = math.log2(max(2, len(vocabulary.common)))
    cheapest = [0.0] + [math.inf] * len(token)
    for start, so_far in enumerate(cheapest[:-1]):
        so_far = cheapest[start]  # noqa: PLW2901 - the row grows while it is walked
        for length, bits in _pieces(token, start, letter_bits):
            cheapest[start + length] = min(cheapest[start + length], so_far + bits)
        for end in range(start + SHORTEST_PATTERN, min(len(token), start + LONGEST_WORD) + 1):
            piece = token[start:end]
            if piece in vocabulary.common:
                cheapest[end] = min(cheapest[end], so_far + common_bits)
            if piece in vocabulary.words:
                cheapest[end] = min(cheapest[end], so_far + word_bits)
    return cheapest[-1]


def _pieces(token: str, start: int, letter_bits: float) -> Iterable[tuple[int, float]]:
    """Give the patterns that begin at a place: (length, bits)."""
    letter, rest = token[start], token[start:]
    yield 1, DIGIT_BITS if letter.isdigit() else letter_bits
    if _YEAR.match(rest):
        yield 4, YEAR_BITS
    run = len(rest) - len(rest.lstrip(letter))
    if run >= SHORTEST_PATTERN:
        yield run, SEQUENCE_BITS
    length = _longest(rest, _SEQUENCES)
    if length >= SHORTEST_PATTERN:
        yield length, SEQUENCE_BITS
    length = _longest(rest, (token[:start],))
    if length >= SHORTEST_PATTERN:
        yield length, REPEAT_BITS


def _longest(text: str, places: Collection[str]) -> int:
    """Give the length of the longest beginning of a text that lies in one of the places."""
    length = 0
    while length < len(text) and any(text[: length + 1] in place for place in places):
        length += 1
    return length


def _joined(text: str) -> str:
    return "".join(re.findall(r"[^\W_]+", folded(text)))
