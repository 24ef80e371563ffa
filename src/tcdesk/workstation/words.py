"""The one catalogue of words (Project Fluent): plural, dual, gender; no Qt.

Messages are in ``translations/<language>/*.ftl``. A text is made when it is shown, never at import.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from tcdesk.domain.errors import PersonCanMendError, RuleBrokenError, TcdeskError, WorldFailedError
from tcdesk.domain.folding import alphabetical
from tcdesk.services.ports import Argument
from tcdesk.workstation.clock import LOCAL_ZONE

LANGUAGES = ("sl", "en")

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


class Catalogue:
    """The words of one language; implements the port ``Words``.

    A whole number given to a message is grouped (``1.234``); give years, codes and other numbers
    that are names as text. Dates are written as people here write them.
    """

    def __init__(self, folder: Path, language: str) -> None:
        """Load every ``*.ftl`` of a language.

        Args:
            folder: The folder that holds one folder a language.
            language: ``sl`` or ``en``.

        Raises:
            ValueError: The language is not one of ``LANGUAGES``.
        """
        if language not in LANGUAGES:
            raise ValueError(language)
        self._language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        for path in sorted((folder / language).glob("*.ftl")):
            self._bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))

    @property
    def language(self) -> str:
        """Give ``sl`` or ``en``."""
        return self._language

    def __call__(self, message: str, /, **arguments: Argument) -> str:
        """Give the text of a message id (``id`` or ``id.attribute``), filled in.

        Raises:
            KeyError: There is no such message, or it wants a variable that was not given.
        """
        name, _, attribute = message.partition(".")
        if not self._bundle.has_message(name):
            raise KeyError(message)
        found = self._bundle.get_message(name)
        pattern = found.attributes.get(attribute) if attribute else found.value
        if pattern is None:
            raise KeyError(message)
        shown = {key: self._shown(value) for key, value in arguments.items()}
        text, faults = self._bundle.format_pattern(pattern, shown)
        if faults:
            raise KeyError(f"{message}: {faults[0]}")
        return str(text)

    def error(self, error: TcdeskError) -> tuple[str, str]:
        """Give the sentence of an error and its next step, in the reader's language.

        Looked up in this order: the rule that was broken, the reason of a refused bundle, the
        error's code, the sentence of its family. Never fails: an error must always be told.
        """
        facts = {key: _as_moment(value) for key, value in error.facts.items()}
        family = _family(error)
        sentence = next_step = ""
        for name in (*_names(error), family):
            sentence = sentence or self._told(name, facts)
            next_step = next_step or self._told(f"{name}.next", facts)
        return sentence, next_step

    def weekday(self, day: date) -> str:
        """Give the name of a day of the week; lower case in Slovenian, as its spelling has it."""
        return self(f"weekday-{day.isoweekday()}")

    def weekday_short(self, day: date) -> str:
        """Give the three-letter name of a day of the week."""
        return self(f"weekday-{day.isoweekday()}.short")

    def date(self, day: date) -> str:
        """Give a day as people here write it: ``24. 11. 2026`` / ``24 Nov 2026``."""
        if self._language == "sl":
            return f"{day.day}. {day.month}. {day.year}"
        return f"{day.day} {self.month(day.month)[:3]} {day.year}"

    def time(self, minutes: int) -> str:
        """Give a time of day from minutes after midnight: ``8.05`` / ``08:05``."""
        hour, minute = divmod(minutes, 60)
        return f"{hour}.{minute:02}" if self._language == "sl" else f"{hour:02}:{minute:02}"

    def moment(self, moment: datetime) -> str:
        """Give a moment as day and time of day in Slovenia: ``24. 11. 2026 ob 8.05``."""
        local = moment.astimezone(LOCAL_ZONE)
        return self(
            "moment", day=self.date(local.date()), time=self.time(local.hour * 60 + local.minute)
        )

    def month(self, number: int) -> str:
        """Give the name of a month, 1 to 12, as it stands alone."""
        return self(f"month-{number}")

    def quarter(self, year: int, quarter: int) -> str:
        """Give the name of a quarter of a year: ``4. četrtletje 2026`` / ``Q4 2026``."""
        return self("quarter", quarter=str(quarter), year=str(year))

    def number(self, value: Decimal | float, decimals: int = 0) -> str:
        """Give a number grouped by thousands: ``1.234,5`` / ``1,234.5``."""
        text = f"{value:,.{decimals}f}"
        return text.translate(str.maketrans(",.", ".,")) if self._language == "sl" else text

    def sort_key(self, text: str) -> str:
        """Give the key that sorts by Slovenian rules (c č ć d đ … s š … z ž), case aside.

        Letters of other alphabets with marks sort as their base letter; equal keys are told apart
        by the text itself, so that an order is always the same.
        """
        return alphabetical(text) + "\0" + text

    def _shown(self, value: Argument) -> str | int:
        if isinstance(value, datetime):
            return self.moment(value)
        if isinstance(value, date):
            return self.date(value)
        return value

    def _told(self, message: str, facts: dict[str, Argument]) -> str:
        try:
            return self(message, **facts)
        except KeyError:
            return ""


def _names(error: TcdeskError) -> list[str]:
    """Name the messages of an error, the most exact first."""
    names = [f"error-{error.code}"]
    if error.code == "bundle-refused" and "reason" in error.facts:
        names.insert(0, f"refusal-{error.facts['reason']}")
    if isinstance(error, RuleBrokenError):
        names.insert(0, f"rule-{error.rule}")
    return names


def _family(error: TcdeskError) -> str:
    if isinstance(error, PersonCanMendError):
        return "error-person"
    if isinstance(error, WorldFailedError):
        return "error-world"
    return "error-we"


def _as_moment(fact: str | int) -> Argument:
    """Read a fact in the form of our stored times back as a moment, so that it is shown as one."""
    if isinstance(fact, str) and _MOMENT.fullmatch(fact):
        try:
            return datetime.fromisoformat(fact)
        except ValueError:
            return fact
    return fact
