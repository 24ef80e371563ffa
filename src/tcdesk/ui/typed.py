"""Reads days and times as people type them; pure, so that every form reads them alike."""

import re
from datetime import date

_DOTTED = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})\.?")
_SOLID = re.compile(r"(\d{2})(\d{2})(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TIME = re.compile(r"(\d{1,2})(?:\s*[.:,h]\s*(\d{2}))?")
_SOLID_TIME = re.compile(r"(\d{1,2})(\d{2})")


def day_typed(text: str) -> date | None:
    """Read a day: ``5. 11. 1984``, ``5.11.1984``, ``05111984``, ``2024-11-05``.

    A year of two digits is not guessed: births and appointments would be guessed differently.

    Returns:
        The day, or None when it is not one.
    """
    text = text.strip()
    if found := _ISO.fullmatch(text):
        year, month, day = found.groups()
    elif found := _DOTTED.fullmatch(text) or _SOLID.fullmatch(text):
        day, month, year = found.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def time_typed(text: str) -> int | None:
    """Read a time of day: ``8.05``, ``08:05``, ``805``, ``8``.

    Returns:
        Minutes after midnight, or None when it is not a time.
    """
    text = text.strip()
    found = _TIME.fullmatch(text) or _SOLID_TIME.fullmatch(text)
    if not found:
        return None
    hour, minute = int(found.group(1)), int(found.group(2) or 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None
