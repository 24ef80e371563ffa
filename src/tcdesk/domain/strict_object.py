"""An object of a definition file: what is asked of it is checked, a refusal names its line."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from tcdesk.domain.errors import PersonCanMendError
from tcdesk.domain.instruments import Texts
from tcdesk.domain.located_json import Node

LONGEST_TEXT = 2_000
LANGUAGES = ("sl", "en")

_CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")
_TOLD = re.compile(r"[^A-Za-z0-9_.:-]")
_LONGEST_TOLD = 32

T = TypeVar("T")
V = TypeVar("V", bound=StrEnum)


class InstrumentRefusedError(PersonCanMendError):
    """A definition file is wrong: ``line`` says where, ``reason`` what, ``what`` which name."""

    code = "instrument-refused"

    def __init__(self, line: int, reason: str, what: str = "") -> None:
        told = _TOLD.sub("?", what[:_LONGEST_TOLD])
        super().__init__(line=line, reason=reason, what=told)
        self.line = line
        self.reason = reason


_OPTIONAL: Mapping[str, frozenset[str]] = {
    "item": frozenset({"reverse", "required", "text"}),
    "responses": frozenset({"choices", "least", "most", "least_text", "most_text"}),
    "score": frozenset({"items", "terms", "factor", "missing", "least", "most"}),
    "band": frozenset({"sex"}),
    "change": frozenset({"points", "deviation", "reliability"}),
}


@dataclass(frozen=True, slots=True)
class StrictObject:
    """An object of the file; what is asked of it is checked and told by line."""

    node: Node

    def __post_init__(self) -> None:
        if not isinstance(self.node.value, Mapping):
            raise InstrumentRefusedError(self.node.line, "not-object")

    @property
    def members(self) -> Mapping[str, Node]:
        """Give what the object holds."""
        return self.node.value if isinstance(self.node.value, Mapping) else {}

    @property
    def line(self) -> int:
        """Give the line on which it begins."""
        return self.node.line

    def only(self, kind: str, *names: str) -> None:
        """Refuse members that are not known, and missing ones that are not optional."""
        for name, node in self.members.items():
            if name not in names:
                raise InstrumentRefusedError(node.line, "unknown-key", name)
        for name in names:
            if name not in self.members and name not in _OPTIONAL.get(kind, frozenset()):
                raise InstrumentRefusedError(self.line, "missing-key", name)

    def text(self, name: str, *, empty: bool = False) -> str:
        """Give a text, without white space around it."""
        node = self.members[name]
        if not isinstance(node.value, str) or len(node.value) > LONGEST_TEXT:
            raise InstrumentRefusedError(node.line, "not-text", name)
        if not node.value.strip() and not empty:
            raise InstrumentRefusedError(node.line, "empty", name)
        return node.value.strip()

    def code(self, name: str) -> str:
        """Give a name of lower-case letters, digits and dashes."""
        told = self.text(name)
        if not _CODE.fullmatch(told):
            raise InstrumentRefusedError(self.members[name].line, "not-code", name)
        return told

    def one_of(self, name: str, vocabulary: type[V]) -> V:
        """Give a word of a vocabulary."""
        told = self.text(name)
        try:
            return vocabulary(told)
        except ValueError:
            raise InstrumentRefusedError(self.members[name].line, "unknown-word", told) from None

    def whole(self, name: str, default: int, *, least: int, most: int) -> int:
        """Give a whole number within bounds, both included."""
        node = self.members.get(name)
        if node is None:
            return default
        value = node.value
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise InstrumentRefusedError(node.line, "not-number", name)
        return value

    def number(self, name: str) -> Decimal:
        """Give a number."""
        node = self.members[name]
        if not isinstance(node.value, int | Decimal) or isinstance(node.value, bool):
            raise InstrumentRefusedError(node.line, "not-number", name)
        return Decimal(node.value)

    def yes(self, name: str, *, default: bool) -> bool:
        """Give true or false."""
        node = self.members.get(name)
        if node is None:
            return default
        if not isinstance(node.value, bool):
            raise InstrumentRefusedError(node.line, "not-yes-no", name)
        return node.value

    def texts(self, name: str) -> Texts:
        """Give a text by language; ``{}`` is no text at all."""
        inner = StrictObject(self.members[name])
        for language, node in inner.members.items():
            if language not in LANGUAGES:
                raise InstrumentRefusedError(node.line, "unknown-language", language)
        return {language: inner.text(language) for language in inner.members}

    def nodes(self, name: str, most: int) -> Sequence[Node]:
        """Give the values of a list of at most so many."""
        node = self.members[name]
        if not isinstance(node.value, tuple):
            raise InstrumentRefusedError(node.line, "not-list", name)
        if len(node.value) > most:
            raise InstrumentRefusedError(node.value[most].line, "too-many", name)
        return node.value

    def objects(self, name: str, most: int) -> Iterator["StrictObject"]:
        """Give the objects of a list of at most so many."""
        return (StrictObject(node) for node in self.nodes(name, most))


def unique(
    objects: Iterator[StrictObject], make: Callable[[StrictObject], T], key: Callable[[T], str]
) -> dict[str, T]:
    """Make values that must not have the same id twice."""
    made: dict[str, T] = {}
    for one in objects:
        value = make(one)
        if key(value) in made:
            raise InstrumentRefusedError(one.line, "twice", key(value))
        made[key(value)] = value
    return made
