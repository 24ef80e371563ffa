"""Words of a person's file for window and paper: fields and what stands in them."""

from datetime import date

from tcdesk.domain.enrolments import ExitCode
from tcdesk.domain.people import LegalStatus, PersonKind, Sex
from tcdesk.services.ports import Words
from tcdesk.services.undo import Change, Told


def thing_word(words: Words, change: Change) -> str:
    """Name what was changed: the identity, a status, a stay in a programme, a phase, a group."""
    kind = type(change.value).__name__.lower()
    about = change.about if words.language == "sl" else change.about_en
    named = words(f"history-thing-{kind}")
    return f"{named}: {about}" if about else named


def field_word(words: Words, name: str) -> str:
    """Name a field."""
    return words(f"history-field-{name.replace('_', '-')}")


def told_word(words: Words, value: Told, sex: Sex, name: str) -> str:
    """Write what stands in a field; a last day is told, not the first day after it."""
    gender = sex.value.lower()
    match value:
        case None | "":
            return words("history-empty")
        case bool():
            return words("history-yes" if value else "history-no")
        case date():
            last = date.fromordinal(value.toordinal() - 1) if name == "to_date" else value
            return words.date(last)
        case LegalStatus():
            return words(f"legal-status-{value.value}", sex=gender)
        case PersonKind():
            return words(f"person-kind-{value.value}", sex=gender)
        case ExitCode():
            return words(f"exit-code-{value.value.lower()}", sex=gender)
        case Sex():
            return words(f"sex-{value.value.lower()}")
        case str():
            return value
