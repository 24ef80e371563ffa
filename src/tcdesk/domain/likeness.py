"""How near two people are who may be one: names and birth dates that differ by a slip."""

from datetime import date

_YEAR = 366
_DIGITS = 1  # that a mistyped date may differ by


def is_near(one: date, other: date) -> bool:
    """Say whether two birth dates may be one: within a year, a digit apart, day and month swapped.

    Acceptance criterion F4 AC1: "birth date ±1 digit".
    """
    if abs((one - other).days) <= _YEAR:
        return True
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return True
    written = zip(one.strftime("%d%m%Y"), other.strftime("%d%m%Y"), strict=True)
    return sum(a != b for a, b in written) <= _DIGITS


def distance(one: str, other: str) -> int:
    """Count the letters that must be put in, taken out or changed (Levenshtein)."""
    before = list(range(len(other) + 1))
    for row, left in enumerate(one, 1):
        now = [row]
        for place, right in enumerate(other, 1):
            now.append(min(before[place] + 1, now[-1] + 1, before[place - 1] + (left != right)))
        before = now
    return before[-1]
