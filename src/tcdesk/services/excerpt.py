"""The line of a text in which a word stands, cut around it."""

from collections.abc import Sequence

from tcdesk.domain.folding import fold

LENGTH = 90  # characters


def excerpt(text: str, spellings: Sequence[str]) -> str:
    """Give the line in which a word stands first, cut around it.

    Args:
        text: The whole text.
        spellings: The folded spellings of the word.
    """
    lines = [" ".join(line.split()) for line in text.splitlines()]
    line = next((one for one in lines if any(word in fold(one) for word in spellings)), "")
    place = max(0, max(fold(line).find(word) for word in spellings) - LENGTH // 3)
    cut = line[place : place + LENGTH]
    return f"{'…' if place else ''}{cut}{'…' if place + LENGTH < len(line) else ''}"
