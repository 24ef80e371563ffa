"""Questionnaires: what a definition says, and scores computed from answers by nothing but that.

Definition ── items ── answers ──> scores ──> bands, alerts, reliable change
          └── no items: the scores themselves are entered, where the licence asks for it
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tcdesk.domain.ids import AccountId, PersonId
from tcdesk.domain.people import Sex

Texts = Mapping[str, str]
Answers = Mapping[str, int]
Values = Mapping[str, Decimal | None]


class Direction(StrEnum):
    """What a higher score means."""

    WORSE = "worse"
    BETTER = "better"
    NEITHER = "neither"


class Respondent(StrEnum):
    """Who answers."""

    SELF = "self"
    WORKER = "worker"


class TextStatus(StrEnum):
    """Where the text in a language comes from."""

    ORIGINAL = "original"
    OFFICIAL = "official"
    VALIDATED = "validated"
    LOCAL = "local"


class Shown(StrEnum):
    """What the licence lets a program show of the items."""

    TEXT = "text"
    NUMBERS = "numbers"
    SCORES = "scores"


class Method(StrEnum):
    """How a score comes about."""

    SUM = "sum"
    MEAN = "mean"
    COMBINED = "combined"
    ENTERED = "entered"


class Mode(StrEnum):
    """How the answers were given."""

    SELF = "self"
    INTERVIEW = "interview"
    PAPER = "paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer that can be chosen."""

    value: int
    text: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseSet:
    """What can be answered: choices, or any whole number of a range (then ``choices`` is empty)."""

    id: str
    least: int
    most: int
    choices: tuple[Choice, ...]
    least_text: Texts
    most_text: Texts

    def takes(self, value: int) -> bool:
        """Say whether a number is one of the answers."""
        if self.choices:
            return any(one.value == value for one in self.choices)
        return self.least <= value <= self.most


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question; ``text`` is empty where only its number may be shown."""

    id: str
    text: Texts
    responses: str
    reverse: bool
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One scale; ``least`` and ``most`` are its range."""

    id: str
    names: Texts
    method: Method
    items: tuple[str, ...]
    terms: tuple[tuple[str, int], ...]
    factor: int
    most_missing: int
    prorate: bool
    least: Decimal
    most: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A range of a score, from ``start`` up to the next band of the same score and sex."""

    score: str
    sex: Sex | None
    start: Decimal
    label: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """An answer from ``start`` up opens the safety procedure."""

    item: str
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliableChange:
    """A change of so many points is more than the error of measuring; ``source`` says who found."""

    score: str
    points: Decimal
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """Whose it is and on which terms it is used here; shown on screen and paper."""

    holder: str
    terms: str
    url: str
    attribution: str
    shown: Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """The text in one language and where it comes from."""

    language: str
    status: TextStatus
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A questionnaire as its file defines it; ``code`` and ``version`` name it for ever."""

    code: str
    version: int
    short: str
    names: Texts
    topic: Texts
    respondent: Respondent
    direction: Direction
    instruction: Texts
    guidance: Texts
    items: tuple[Item, ...]
    response_sets: Mapping[str, ResponseSet]
    scores: tuple[Score, ...]
    bands: tuple[Band, ...]
    alerts: tuple[Alert, ...]
    reliable_changes: tuple[ReliableChange, ...]
    licence: Licence
    translations: tuple[Translation, ...]

    @property
    def main(self) -> Score:
        """The score that lists and charts show first."""
        return self.scores[0]

    @property
    def entered(self) -> bool:
        """Whether scores are entered in the place of answers."""
        return not self.items

    def responses(self, item: Item) -> ResponseSet:
        """Give what can be answered to an item."""
        return self.response_sets[item.responses]

    def translation(self, language: str) -> Translation | None:
        """Give the text for a reader: in the language if it is there, else the first one."""
        found = (one for one in self.translations if one.language == language)
        return next(found, self.translations[0] if self.translations else None)

    def reliable_change(self, score: str) -> ReliableChange | None:
        """Give the change that is more than the error of measuring, where it is known."""
        return next((one for one in self.reliable_changes if one.score == score), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A definition as the vault keeps it: the file's own text and the digest of its bytes."""

    id: str
    code: str
    version: int
    sha256: str
    text: str = field(repr=False)
    at: str
    account: AccountId


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One filled-in questionnaire, locked as soon as it is saved.

    ``answers`` and ``scores`` are canonical JSON; scores are those of the edition it is pinned to.
    ``supersedes`` is the response that it corrects, ``reason`` why.
    """

    id: str
    person: PersonId
    edition: str
    day: date
    mode: Mode
    answers: str = field(repr=False)
    scores: str = field(repr=False)
    account: AccountId
    at: str
    supersedes: str | None
    reason: str | None = field(repr=False)


def text_of(texts: Texts, language: str) -> str:
    """Give a text in a language, else in the first one there is; empty when there is none."""
    return texts.get(language) or next(iter(texts.values()), "")
