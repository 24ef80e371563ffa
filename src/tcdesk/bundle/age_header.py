"""A strict look at the beginning of an age file, before any key is used.

    age-encryption.org/v1
    -> X25519 <43 characters>            1 to 32 stanzas, at least one of this type;
    <43 characters>                      any other type must be a grease (``…-grease``)
    --- <43 characters>

Libraries differ in what they let pass here; what passes this is read alike by all (C2SP age.md).
"""

import base64
import binascii
import re

from tcdesk.bundle import limits
from tcdesk.bundle.errors import BundleRefusedError, Refusal

_MAGIC = b"age-encryption.org/v1"
_ARGUMENT = re.compile(rb"[\x21-\x7e]+")
_END = re.compile(rb"--- [A-Za-z0-9+/]{43}")
_FULL_LINE = 64
_KEY_BYTES = 32


def check_age_header(head: bytes) -> int:
    """Check the first 64 KiB (or all, if shorter) of a sealed file; give the header's length.

    Raises:
        BundleRefusedError: Not age version 1, sealed to other than X25519 keys, or misspelled.
    """
    lines = head[: limits.AGE_HEADER].split(b"\n")
    if lines.pop(0) != _MAGIC:
        raise _refused("magic")
    types: list[bytes] = []
    while lines:
        line = lines.pop(0)
        if line.startswith(b"---"):
            if not lines or not _END.fullmatch(line) or _bytes_of(line[4:]) is None:
                raise _refused("mac")
            if b"X25519" not in types:
                raise _refused("recipient")
            return len(head[: limits.AGE_HEADER]) - sum(map(len, lines)) - len(lines) + 1
        if len(types) == limits.STANZAS:
            raise BundleRefusedError(Refusal.TOO_LARGE, "age-stanzas")
        types.append(_stanza(line, _body(lines)))
    raise _refused("end")


def _stanza(line: bytes, body: bytes) -> bytes:
    """Give the type of a stanza that may stand in a bundle."""
    arrow, *arguments = line.split(b" ")
    if arrow != b"->" or not arguments or not all(map(_ARGUMENT.fullmatch, arguments)):
        raise _refused("stanza")
    kind = arguments[0]
    if kind == b"X25519":
        shares = [_bytes_of(argument) for argument in arguments[1:]]
        if [len(share or b"") for share in shares] != [_KEY_BYTES] or len(body) != _KEY_BYTES:
            raise _refused("stanza")
    elif not kind.endswith(b"-grease"):
        raise _refused("recipient")
    return kind


def _body(lines: list[bytes]) -> bytes:
    """Take a stanza's body: full lines of 64 characters, then a shorter one, maybe empty."""
    text = b""
    while lines:
        line = lines.pop(0)
        text += line
        if len(line) < _FULL_LINE:
            body = _bytes_of(text)
            if body is None:
                break
            return body
        if len(line) > _FULL_LINE:
            break
    raise _refused("body")


def _bytes_of(text: bytes) -> bytes | None:
    """Decode canonical base64 without padding."""
    try:
        data = base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except binascii.Error:
        return None
    return data if base64.b64encode(data).rstrip(b"=") == text else None


def _refused(detail: str) -> BundleRefusedError:
    return BundleRefusedError(Refusal.NOT_A_BUNDLE, f"age-{detail}")
