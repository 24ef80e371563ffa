"""Row ↔ value: one mapper for every frozen value whose fields are the columns of its table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from sqlalchemy import RowMapping

from tcdesk.domain.folding import alphabetical, fold
from tcdesk.domain.people import Person

V = TypeVar("V")
Cell = str | int | bytes | None


def _same(cell: Any) -> Any:  # noqa: ANN401 - a cell is whatever SQLite gives
    return cell


def _plain(hint: Any) -> Any:  # noqa: ANN401 - a type hint has no narrower type
    """Strip ``| None`` and the NewType from a field's hint."""
    if get_origin(hint) in (Union, UnionType):
        hint = next(part for part in get_args(hint) if part is not NoneType)
    return getattr(hint, "__supertype__", hint)


def _reader(hint: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - ditto
    plain = _plain(hint)
    if plain is date:
        return _day
    if plain is bool:
        return bool
    if isinstance(plain, type) and issubclass(plain, StrEnum):
        return plain
    return _same


def _day(cell: str) -> date | None:
    """Read a day; a column that may not be empty holds an empty text for none."""
    return date.fromisoformat(cell) if cell else None


def to_cell(value: object) -> Cell:
    """Turn one field into what SQLite stores."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return int(value)
    if value is None or isinstance(value, (str, int, bytes)):
        return value
    raise TypeError(f"no column holds a {type(value).__name__}")


@dataclass(frozen=True, slots=True)
class _Mapping:
    names: tuple[str, ...]
    readers: tuple[Callable[[Any], Any], ...]


_MAPPINGS: dict[type, _Mapping] = {}


def _mapping(kind: type) -> _Mapping:
    """Work a kind out once; a cache of what never changes."""
    known = _MAPPINGS.get(kind)
    if known is None:
        hints = get_type_hints(kind)
        names = tuple(one.name for one in fields(kind))
        known = _Mapping(names, tuple(_reader(hints[name]) for name in names))
        _MAPPINGS[kind] = known
    return known


def columns(kind: type) -> tuple[str, ...]:
    """Name the columns of a value, in the order of its fields."""
    return _mapping(kind).names


def to_row(value: object) -> dict[str, Cell]:
    """Turn a value into a row; a person gets the names that lists search in and sort by."""
    row = {name: to_cell(getattr(value, name)) for name in _mapping(type(value)).names}
    if isinstance(value, Person):
        row["birth_date"] = row["birth_date"] or ""  # the column of the first schema is never null
        row["folded"] = folded_name(value)
        row["alphabetical"] = alphabetical(value.full_name)
    return row


def folded_name(person: Person) -> str:
    """Fold »family given« for search and for finding duplicates."""
    return fold(f"{person.family_name} {person.given_name}")


def to_value(kind: type[V], row: RowMapping | Mapping[str, Cell]) -> V:
    """Turn a row into a value."""
    mapping = _mapping(kind)
    return kind(
        **{
            name: None if (cell := row[name]) is None else read(cell)
            for name, read in zip(mapping.names, mapping.readers, strict=True)
        }
    )
