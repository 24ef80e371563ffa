"""Passphrases of random words: 55 bits from five words of a list of 2 048 or more."""

import secrets
from collections.abc import Sequence

COUNT = 5
FEWEST_WORDS = 2048


def generate(words: Sequence[str], count: int = COUNT) -> str:
    """Draw words with the system's generator, each anew, and join them with spaces.

    Raises:
        ValueError: The list has fewer than 2 048 different words.
    """
    if len(set(words)) != len(words) or len(words) < FEWEST_WORDS:
        raise ValueError("the list of words is too short or has a word twice")
    return " ".join(secrets.choice(words) for _ in range(count))
