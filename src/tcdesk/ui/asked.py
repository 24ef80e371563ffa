"""Reads what is typed to find people: words of a name or code, and perhaps a birth date."""

from datetime import date

from tcdesk.ui.typed import day_typed


def asked(text: str) -> tuple[str, date | None]:
    """Split a typed question: ``novak 5.11.1984`` asks for a name and a birth date.

    The date may be typed in any way that forms take; one with spaces is read when it stands alone.

    Returns:
        The words that are left, and the day or None.
    """
    whole = day_typed(text)
    if whole:
        return "", whole
    words, days = [], []
    for word in text.split():
        day = day_typed(word)
        if day:
            days.append(day)
        else:
            words.append(word)
    return " ".join(words), days[0] if days else None
