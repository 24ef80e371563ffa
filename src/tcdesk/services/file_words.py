"""Words of a person's file for window and paper: fields and what stands in them."""

from datetime import date
from enum import StrEnum

from tcdesk.domain.consents import Purpose
from tcdesk.domain.custody import Regime
from tcdesk.domain.enrolments import ExitCode
from tcdesk.domain.flags import FlagKind
from tcdesk.domain.identifiers import IdentifierKind
from tcdesk.domain.network import ContactRole, Leave, Support, TieKind
from tcdesk.domain.people import LegalStatus, PersonKind, Sex
from tcdesk.services.ports import Words
from tcdesk.services.undo import Change, Told

_FIELDS = {"given": "answer", "name": "contact"}  # whose words are those of another field
_LISTS: dict[type[StrEnum], str] = {
    LegalStatus: "legal-status",
    PersonKind: "person-kind",
    ExitCode: "exit-code",
    IdentifierKind: "identifier-kind",
    Regime: "regime",
    TieKind: "tie-kind",
    ContactRole: "contact-role",
    Support: "contact-support",
    Leave: "contact-leave",
    Purpose: "consent-purpose",
    FlagKind: "flag-kind",
}
"""The code lists that stand in a file, and how their words begin."""


def thing_word(words: Words, change: Change) -> str:
    """Name what was changed: the identity, a status, a stay in a programme, a phase, a group."""
    kind = type(change.value).__name__.lower()
    about = change.about if words.language == "sl" else change.about_en
    named = words(f"history-thing-{kind}")
    return f"{named}: {about}" if about else named


def field_word(words: Words, name: str) -> str:
    """Name a field."""
    return words(f"history-field-{_FIELDS.get(name, name).replace('_', '-')}")


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
        case Sex():
            return words(f"sex-{value.value.lower()}")
        case StrEnum():
            return words(f"{_LISTS[type(value)]}-{value.value.lower()}", sex=gender)
        case str():
            return value
