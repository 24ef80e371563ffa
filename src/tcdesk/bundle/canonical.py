"""Canonical JSON: one value has one sequence of bytes (RFC 8785, restricted; FORMAT.md "JSON").

Objects with keys ``[a-z][a-z0-9_]{0,63}``, arrays, strings of Unicode scalar values, integers up to
2^53-1 either way, booleans and null; no floats; at most 8 levels. The reader parses, encodes again
and asks for equal bytes, which leaves no room for duplicate keys, other escapes, order, spaces or
parsers that differ.
"""

import json
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import lru_cache

from tcdesk.domain.errors import PersonCanMendError

Json = None | bool | int | str | Sequence["Json"] | Mapping[str, "Json"]

LARGEST = 2**53 - 1
DEEPEST = 8

_KEY = re.compile(r"[a-z][a-z0-9_]{0,63}")


class Flaw(StrEnum):
    """What keeps a value or its bytes from being canonical."""

    NOT_TEXT = "not-text"  # not UTF-8, or a surrogate
    NOT_JSON = "not-json"  # the grammar, a float, NaN, a number of thousands of digits
    NOT_IN_PROFILE = "not-in-profile"  # a value of another type
    KEY = "key"
    NUMBER = "number"  # beyond 2^53-1
    DEPTH = "depth"
    SPELLING = "spelling"  # right value, other bytes


class NotCanonicalError(PersonCanMendError):
    """Bytes or a value outside canonical JSON; ``reason`` is a ``Flaw``."""

    code = "not-canonical"

    def __init__(self, reason: Flaw) -> None:
        super().__init__(reason=reason.value)
        self.reason = reason


def encode(value: Json) -> bytes:
    """Give the canonical bytes of a value.

    Raises:
        NotCanonicalError: The value is outside the profile.
    """
    _check(value, DEEPEST)
    try:
        return _ENCODER.encode(value).encode("utf-8")
    except UnicodeEncodeError:
        raise NotCanonicalError(Flaw.NOT_TEXT) from None


def decode(data: bytes) -> Json:
    """Read canonical bytes; objects come as ``dict``, arrays as ``list``.

    Raises:
        NotCanonicalError: The bytes are anything but the canonical bytes of a value.
    """
    try:
        value: Json = _DECODER.decode(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise NotCanonicalError(Flaw.NOT_TEXT) from None
    except RecursionError:
        raise NotCanonicalError(Flaw.DEPTH) from None
    except ValueError:
        raise NotCanonicalError(Flaw.NOT_JSON) from None
    if encode(value) != data:
        raise NotCanonicalError(Flaw.SPELLING)
    return value


def _check(value: Json, levels: int) -> None:
    """Refuse what the profile does not have; ``levels`` is how much deeper one may go."""
    if value is None or isinstance(value, str) or value is True or value is False:
        return
    if isinstance(value, int):
        if not -LARGEST <= value <= LARGEST:
            raise NotCanonicalError(Flaw.NUMBER)
        return
    if levels == 0:
        raise NotCanonicalError(Flaw.DEPTH)
    if isinstance(value, Mapping):
        for key, member in value.items():
            if not _is_key(key):
                raise NotCanonicalError(Flaw.KEY)
            _check(member, levels - 1)
    elif isinstance(value, list | tuple):
        for member in value:
            _check(member, levels - 1)
    else:
        raise NotCanonicalError(Flaw.NOT_IN_PROFILE)


@lru_cache(maxsize=1024)  # the same few keys come in every row
def _is_key(key: object) -> bool:
    return isinstance(key, str) and _KEY.fullmatch(key) is not None


def _spread(value: Mapping[str, Json]) -> dict[str, Json]:
    """Give the encoder a plain dict where a value has another mapping; ``_check`` let it pass."""
    return dict(value)


def _no_float(_: str) -> None:
    raise ValueError


_ENCODER = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False, default=_spread
)
_DECODER = json.JSONDecoder(parse_float=_no_float, parse_constant=_no_float)
