"""JSON that remembers on which line each value stands, so that a refusal can name the line.

Stricter than JSON: no member twice, no nesting deeper than ``DEEPEST``, numbers of at most nine
digits before and six after the point. Text comes from a file that anybody may have written.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

DEEPEST = 8

_SPACE = re.compile(r"[ \t\r\n]*")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,8})(\.\d{1,6})?(?![\d.eE])")
_WORDS: Mapping[str, bool | None] = {"true": True, "false": False, "null": None}
_WORD = re.compile("true|false|null")
_STRINGS = json.JSONDecoder()


class LocatedJsonError(Exception):
    """The text is no such JSON; ``line`` counts from 1, ``flaw`` is a code, ``what`` a name."""

    def __init__(self, line: int, flaw: str, what: str = "") -> None:
        super().__init__(flaw)
        self.line = line
        self.flaw = flaw
        self.what = what


@dataclass(frozen=True, slots=True)
class Node:
    """A value and the line on which it begins."""

    value: "Mapping[str, Node] | tuple[Node, ...] | str | int | Decimal | bool | None"
    line: int


def read_located(text: str) -> Node:
    """Read a whole text.

    Raises:
        LocatedJsonError: ``not-json``, ``twice`` or ``too-deep``.
    """
    reader = _Reader(text)
    node, end = reader.value(0, 1)
    if reader.skip(end) != len(text):
        raise reader.error(end, "not-json")
    return node


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._breaks = [place.start() for place in re.finditer("\n", text)]

    def error(self, at: int, flaw: str, what: str = "") -> LocatedJsonError:
        return LocatedJsonError(self._line(at), flaw, what)

    def skip(self, at: int) -> int:
        found = _SPACE.match(self._text, at)
        return found.end() if found else at

    def value(self, at: int, depth: int) -> tuple[Node, int]:
        at = self.skip(at)
        first = self._text[at : at + 1]
        if first in ("{", "["):
            if depth > DEEPEST:
                raise self.error(at, "too-deep")
            return self._object(at, depth) if first == "{" else self._array(at, depth)
        if first == '"':
            text, end = self._string(at)
            return Node(text, self._line(at)), end
        return self._scalar(at)

    def _line(self, at: int) -> int:
        return bisect_right(self._breaks, at - 1) + 1

    def _scalar(self, at: int) -> tuple[Node, int]:
        number = _NUMBER.match(self._text, at)
        if number:
            told = number.group()
            value = Decimal(told) if number.group(1) else int(told)
            return Node(value, self._line(at)), number.end()
        word = _WORD.match(self._text, at)
        if word:
            return Node(_WORDS[word.group()], self._line(at)), word.end()
        raise self.error(at, "not-json")

    def _string(self, at: int) -> tuple[str, int]:
        try:
            text, end = _STRINGS.raw_decode(self._text, at)
        except ValueError:
            raise self.error(at, "not-json") from None
        if not isinstance(text, str):
            raise self.error(at, "not-json")
        return text, end

    def _object(self, at: int, depth: int) -> tuple[Node, int]:
        members: dict[str, Node] = {}
        start, at = at, self.skip(at + 1)
        while self._text[at : at + 1] != "}":
            if members:
                at = self._expect(at, ",")
            at = self.skip(at)
            if self._text[at : at + 1] != '"':
                raise self.error(at, "not-json")
            name, end = self._string(at)
            if name in members:
                raise self.error(at, "twice", name)
            node, at = self.value(self._expect(self.skip(end), ":"), depth + 1)
            members[name] = node
            at = self.skip(at)
        return Node(members, self._line(start)), at + 1

    def _array(self, at: int, depth: int) -> tuple[Node, int]:
        values: list[Node] = []
        start, at = at, self.skip(at + 1)
        while self._text[at : at + 1] != "]":
            if values:
                at = self._expect(at, ",")
            node, at = self.value(at, depth + 1)
            values.append(node)
            at = self.skip(at)
        return Node(tuple(values), self._line(start)), at + 1

    def _expect(self, at: int, sign: str) -> int:
        if self._text[at : at + 1] != sign:
            raise self.error(at, "not-json")
        return at + 1
