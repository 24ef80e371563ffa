"""Canonical JSON: the same value, the same bytes, and nothing else is read."""

import json
from collections.abc import Mapping
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tcdesk.bundle.canonical import LARGEST, Flaw, Json, NotCanonicalError, decode, encode

keys = st.from_regex(r"[a-z][a-z0-9_]{0,63}", fullmatch=True)
leaves = (
    st.none()
    | st.booleans()
    | st.integers(-LARGEST, LARGEST)
    | st.text(st.characters(codec="utf-8"))
)
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=7,  # one leaf a level at most: never deeper than 8
)


def rfc8785(value) -> str:
    """Write by the letter of RFC 8785 §3.2, one character at a time."""
    short = {8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}
    if isinstance(value, str):
        body = (short.get(ord(c)) or (f"\\u{ord(c):04x}" if c < " " else c) for c in value)
        return '"' + "".join(body) + '"'
    if isinstance(value, list):
        return "[" + ",".join(map(rfc8785, value)) + "]"
    if isinstance(value, dict):
        ordered = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(f"{rfc8785(k)}:{rfc8785(value[k])}" for k in ordered) + "}"
    return (
        {None: "null", True: "true", False: "false"}.get(value, str(value))
        if (value is None or isinstance(value, bool))
        else str(value)
    )


@given(values)
def test_what_is_written_is_read_back_and_is_rfc_8785(value):
    data = encode(value)
    assert decode(data) == value
    assert data.decode() == rfc8785(value)


@given(values, st.integers(0), st.integers(0, 255))
def test_another_spelling_of_a_value_is_never_read(value, at, byte):
    data = bytearray(encode(value))
    data[at % len(data)] = byte
    try:
        read = decode(bytes(data))
    except NotCanonicalError:
        return
    assert encode(read) == bytes(data)


@pytest.mark.parametrize(
    ("data", "flaw"),
    [
        (b"", Flaw.NOT_JSON),
        (b"{", Flaw.NOT_JSON),
        (b'{"a":1}\n', Flaw.SPELLING),
        (b'{"a":1} x', Flaw.NOT_JSON),
        (b'{"a":1,"a":1}', Flaw.SPELLING),
        (b'{"a":1,"a":2}', Flaw.SPELLING),
        (b'{"b":1,"a":2}', Flaw.SPELLING),
        (b'{"a": 1}', Flaw.SPELLING),
        (b'{"\\u0061":1}', Flaw.SPELLING),
        (b'["\\/"]', Flaw.SPELLING),
        (b'["\\u001F"]', Flaw.SPELLING),
        (b"-0", Flaw.SPELLING),
        (b"1.0", Flaw.NOT_JSON),
        (b"1e2", Flaw.NOT_JSON),
        (b"1e999", Flaw.NOT_JSON),
        (b"NaN", Flaw.NOT_JSON),
        (b"-Infinity", Flaw.NOT_JSON),
        (b"1" + b"0" * 30, Flaw.NUMBER),
        (b"9007199254740992", Flaw.NUMBER),
        (b"-9007199254740992", Flaw.NUMBER),
        (b"9" * 5000, Flaw.NOT_JSON),
        (b"\xef\xbb\xbf{}", Flaw.NOT_JSON),
        ("{}".encode("utf-16"), Flaw.NOT_TEXT),
        (b'["\xff"]', Flaw.NOT_TEXT),
        (b'["\xc3\x28"]', Flaw.NOT_TEXT),
        (b'["\xed\xa0\x80"]', Flaw.NOT_TEXT),
        (b'["\\ud800"]', Flaw.NOT_TEXT),
        (b'["\x00"]', Flaw.NOT_JSON),
        (b'{"A":1}', Flaw.KEY),
        (b'{"":1}', Flaw.KEY),
        (b'{"__proto__":1}', Flaw.KEY),
        (b'{"' + b"a" * 65 + b'":1}', Flaw.KEY),
        ('{"č":1}'.encode(), Flaw.KEY),
        (b"[" * 9 + b"]" * 9, Flaw.DEPTH),
        (b"[" * 20 + b"]" * 20, Flaw.DEPTH),
        (b"[" * 100_000 + b"]" * 100_000, Flaw.DEPTH),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, Flaw.DEPTH),
    ],
)
def test_bytes_outside_the_profile_are_refused_with_their_flaw(data, flaw):
    with pytest.raises(NotCanonicalError) as told:
        decode(data)
    assert told.value.reason is flaw


@pytest.mark.parametrize(
    ("value", "flaw"),
    [
        (1.5, Flaw.NOT_IN_PROFILE),
        ({"a": {1, 2}}, Flaw.NOT_IN_PROFILE),
        (b"bytes", Flaw.NOT_IN_PROFILE),
        ({1: "a"}, Flaw.KEY),
        ("\ud800", Flaw.NOT_TEXT),
    ],
)
def test_a_value_outside_the_profile_is_not_written(value, flaw):
    with pytest.raises(NotCanonicalError) as told:
        encode(value)
    assert told.value.reason is flaw


def test_eight_levels_are_read_and_written():
    data = b"[" * 8 + b"]" * 8
    assert encode(decode(data)) == data


def test_any_mapping_is_written_like_a_dict():
    inner: Mapping[str, Json] = MappingProxyType({"b": 1, "a": (1, 2)})
    assert encode({"x": inner}) == b'{"x":{"a":[1,2],"b":1}}'
    assert json.loads(encode(inner)) == {"a": [1, 2], "b": 1}
