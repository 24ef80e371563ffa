"""Strict passage between JSON and frozen dataclasses: exactly the members, exactly the types.

A dataclass says its own shape by its annotations: ``int``, ``str``, ``bool``, ``None``, a
``StrEnum``, a ``Literal``, another dataclass, ``tuple[X, ...]`` for an array, ``X | None``, and
``Annotated[X, check]`` with any number of checks (callables that tell whether a value will do).
A trailing underscore of a field name (``from_``) is not part of the member's name.
"""

import dataclasses
import functools
import re
import types
import typing
from collections.abc import Callable, Mapping, Sized
from datetime import date, datetime
from enum import EnumType
from typing import Annotated, Literal, TypeVar, Union, get_args, get_origin

from tcdesk.bundle.canonical import LARGEST, Json
from tcdesk.domain.errors import PersonCanMendError

T = TypeVar("T")
Check = Callable[[object], bool]
_Reader = Callable[[object], object]


class ShapeError(PersonCanMendError):
    """A value has not the agreed shape; ``at`` names the member, never its content."""

    code = "wrong-shape"

    def __init__(self, flaw: str, at: str = "") -> None:
        super().__init__(flaw=flaw, at=at)
        self.flaw = flaw
        self.at = at

    def inside(self, member: str) -> "ShapeError":
        """Give the same error seen from one level further out."""
        return ShapeError(self.flaw, f"{member}.{self.at}" if self.at else member)


def spelled(pattern: str) -> Check:
    """Check that a text matches a pattern from end to end."""
    compiled = re.compile(pattern)
    return lambda value: isinstance(value, str) and compiled.fullmatch(value) is not None


def within(lowest: int, highest: int) -> Check:
    """Check that a number lies within bounds, both included."""
    return lambda value: isinstance(value, int) and lowest <= value <= highest


def counting(fewest: int, most: int) -> Check:
    """Check how many members an array has."""
    return lambda value: isinstance(value, Sized) and fewest <= len(value) <= most


@functools.lru_cache(maxsize=4096)  # a table repeats few days in many rows
def is_day(value: object) -> bool:
    """Check a calendar day ``YYYY-MM-DD`` of the years 1900 to 2199."""
    if not isinstance(value, str) or not re.fullmatch(r"(19|20|21)\d\d-\d\d-\d\d", value, re.ASCII):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def is_moment(value: object) -> bool:
    """Check a moment in UTC ``YYYY-MM-DDThh:mm:ssZ`` of the years 1970 to 2199."""
    pattern = r"(19[7-9]|20\d|21\d)\d-\d\d-\d\dT\d\d:\d\d:\d\dZ"
    if not isinstance(value, str) or not re.fullmatch(pattern, value, re.ASCII):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"

Uuid = Annotated[str, spelled(UUID)]
Hex64 = Annotated[str, spelled(r"[0-9a-f]{64}")]
KeyId = Annotated[str, spelled(r"[0-9a-f]{16}")]
Recipient = Annotated[str, spelled(r"age1[02-9ac-hj-np-z]{58}")]
Raw32 = Annotated[str, spelled(r"[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=")]  # base64 of 32 bytes
Day = Annotated[str, is_day]
Moment = Annotated[str, is_moment]
Whole = Annotated[int, within(0, LARGEST)]
Positive = Annotated[int, within(1, LARGEST)]


def read(shape: type[T], value: Json) -> T:
    """Make a dataclass from a decoded value.

    Raises:
        ShapeError: A member is missing, unknown, of another type or refused by its check.
    """
    made = _of_dataclass(shape)(value)
    if not isinstance(made, shape):
        raise TypeError(shape)
    return made


def write(value: object) -> Json:
    """Give the JSON of a dataclass, held to the same rules as when read.

    Raises:
        ShapeError: A field does not fit its own annotation.
    """
    plain = _plain(value)
    _of_dataclass(type(value))(plain)
    return plain


def members(shape: type) -> tuple[str, ...]:
    """Give the names of the members that a dataclass has in JSON."""
    return tuple(field.name.rstrip("_") for field in dataclasses.fields(shape))


def _plain(value: object) -> Json:
    if isinstance(value, str):
        return str(value)  # a StrEnum becomes its text
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, tuple):
        return [_plain(member) for member in value]
    if dataclasses.is_dataclass(value):
        kind = type(value)
        if kind not in _NAMES:
            names = (field.name for field in dataclasses.fields(value))
            _NAMES[kind] = tuple((name.rstrip("_"), name) for name in names)
        return {member: _plain(getattr(value, name)) for member, name in _NAMES[kind]}
    raise ShapeError("type")


# A shape is worked out once, not once a row.
_NAMES: dict[type, tuple[tuple[str, str], ...]] = {}
_READERS: dict[type, _Reader] = {}


def _of_dataclass(shape: type) -> _Reader:
    if shape not in _READERS:
        _READERS[shape] = _work_out(shape)
    return _READERS[shape]


def _work_out(shape: type) -> _Reader:
    hints = typing.get_type_hints(shape, include_extras=True)
    readers = {
        field.name.rstrip("_"): (field.name, _of(hints[field.name]))
        for field in dataclasses.fields(shape)
    }

    def take(value: object) -> object:
        if not isinstance(value, Mapping):
            raise ShapeError("type")
        if value.keys() != readers.keys():
            raise ShapeError("members")
        fields: dict[str, object] = {}
        for member, (name, reader) in readers.items():
            try:
                fields[name] = reader(value[member])
            except ShapeError as error:
                raise error.inside(member) from None
        return shape(**fields)

    return take


def _of(hint: object) -> _Reader:
    origin = get_origin(hint)
    if origin is Annotated:
        inner, *checks = get_args(hint)
        return _checked(_of(inner), tuple(checks))
    if origin is Union or origin is types.UnionType:
        (inner,) = (choice for choice in get_args(hint) if choice is not type(None))
        return _or_none(_of(inner))
    if origin is tuple:
        return _array(_of(get_args(hint)[0]))
    if origin is Literal:
        return _one_of(get_args(hint))
    if isinstance(hint, EnumType):
        return _member_of(hint)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _of_dataclass(hint)
    if isinstance(hint, type) and hint in (int, str, bool):
        return _exactly(hint)
    raise TypeError(hint)


def _checked(reader: _Reader, checks: tuple[Check, ...]) -> _Reader:
    def take(value: object) -> object:
        made = reader(value)
        for check in checks:
            if not check(made):
                raise ShapeError("value")
        return made

    return take


def _or_none(reader: _Reader) -> _Reader:
    return lambda value: None if value is None else reader(value)


def _array(reader: _Reader) -> _Reader:
    def take(value: object) -> object:
        if not isinstance(value, list):
            raise ShapeError("type")
        return tuple(reader(member) for member in value)

    return take


def _one_of(choices: tuple[object, ...]) -> _Reader:
    def take(value: object) -> object:
        if not any(type(value) is type(choice) and value == choice for choice in choices):
            raise ShapeError("value")
        return value

    return take


def _member_of(vocabulary: EnumType) -> _Reader:
    def take(value: object) -> object:
        if not isinstance(value, str):
            raise ShapeError("type")
        try:
            return vocabulary(value)
        except ValueError:
            raise ShapeError("value") from None

    return take


def _exactly(kind: type) -> _Reader:
    def take(value: object) -> object:
        if type(value) is not kind:  # True is an int to Python, not to JSON
            raise ShapeError("type")
        return value

    return take
