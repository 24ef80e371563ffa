"""Sealing to recipients: the age format, version 1, X25519 only.

Anybody who knows a recipient can seal to it: a seal says who may read, never who wrote. Whatever
must be believed carries a signature inside.
"""

from collections.abc import Sequence
from typing import Protocol

import pyrage

from tcdesk.crypto import bech32
from tcdesk.crypto.digests import random_bytes
from tcdesk.crypto.errors import IdentityTextError, RecipientTextError, SealBrokenError
from tcdesk.crypto.secret import Secret

IDENTITY_BYTES = 32
IDENTITY_PREFIX = "age-secret-key-"


class Reader(Protocol):
    """Where bytes come from."""

    def read(self, size: int = -1, /) -> bytes:
        """Give at most ``size`` bytes; none at the end."""
        ...


class Writer(Protocol):
    """Where bytes go."""

    def write(self, data: bytes, /) -> int:
        """Take bytes; give how many were taken."""
        ...


class Identity:
    """The private half of an X25519 pair, and its recipient ``age1…``."""

    __slots__ = ("_raw", "recipient")

    def __init__(self, raw: Secret) -> None:
        """Take the 32 bytes of the key.

        Raises:
            ValueError: There are not 32 bytes.
        """
        if len(raw) != IDENTITY_BYTES:
            raise ValueError("an X25519 identity has 32 bytes")
        self._raw = raw
        self.recipient: str = str(_age(self).to_public())

    @classmethod
    def generate(cls) -> "Identity":
        """Make a new pair."""
        return cls(Secret(random_bytes(IDENTITY_BYTES)))

    @classmethod
    def from_text(cls, text: str) -> "Identity":
        """Read ``AGE-SECRET-KEY-1…`` as people type it from paper: spaces and case do not matter.

        Raises:
            IdentityTextError: A character is wrong, missing or too many.
        """
        try:
            return cls(Secret(bech32.decode(IDENTITY_PREFIX, "".join(text.split()).lower())))
        except ValueError:
            # "from None": the text of the cause could quote the key
            raise IdentityTextError from None

    @property
    def raw(self) -> Secret:
        """Give the 32 bytes, to be wrapped."""
        return self._raw

    @property
    def text(self) -> Secret:
        """Give ``AGE-SECRET-KEY-1…`` as ASCII bytes, for the recovery sheet and stock age."""
        return Secret(bech32.encode(IDENTITY_PREFIX, self._raw.reveal()).upper().encode("ascii"))


def check_recipient(text: str) -> str:
    """Give the text back if it is an ``age1…`` recipient in its one written form.

    Raises:
        RecipientTextError: It is not.
    """
    _recipients([text])
    return text


def seal(plain: bytes, recipients: Sequence[str]) -> bytes:
    """Give the binary age file of a few bytes.

    Raises:
        RecipientTextError: One of the recipients is not ``age1…``.
    """
    sealed: bytes = pyrage.encrypt(plain, _recipients(recipients))
    return sealed


def open_sealed(sealed: bytes, identities: Sequence[Identity]) -> bytes:
    """Give what was sealed.

    Raises:
        SealBrokenError: Sealed to others, cut or changed.
    """
    try:
        plain: bytes = pyrage.decrypt(sealed, [_age(identity) for identity in identities])
    except pyrage.DecryptError as failure:
        raise SealBrokenError from failure
    return plain


def seal_stream(reader: Reader, writer: Writer, recipients: Sequence[str]) -> None:
    """Seal a stream without holding it in memory.

    Raises:
        RecipientTextError: One of the recipients is not ``age1…``.
        Exception: Whatever the reader or the writer raised, as it was raised.
    """
    held, kept = _Held(reader), _Kept(writer)
    try:
        pyrage.encrypt_io(held, kept, _recipients(recipients))
    except (pyrage.EncryptError, OSError) as failure:
        raise kept.failure or held.failure or failure from None
    if kept.failure is not None:
        # the library returns as if all were well when the writer fails on the last piece
        raise kept.failure


def open_stream(reader: Reader, writer: Writer, identities: Sequence[Identity]) -> None:
    """Open a sealed stream piece by piece.

    The writer sees bytes before the end is proved: nothing may take effect until this returns.

    Raises:
        SealBrokenError: Sealed to others, cut or changed.
        Exception: Whatever the reader or the writer raised, as it was raised.
    """
    held, kept = _Held(reader), _Kept(writer)
    try:
        pyrage.decrypt_io(held, kept, [_age(identity) for identity in identities])
    except (pyrage.DecryptError, OSError) as failure:
        # the library gives a broken seal and a broken stream the same types
        cause = kept.failure or held.failure
        if cause is not None:
            raise cause from None
        raise SealBrokenError from failure


class _Held:
    """A reader that remembers what it raised."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.failure: Exception | None = None

    def read(self, size: int = -1, /) -> bytes:
        try:
            return self._reader.read(size)
        except Exception as failure:
            self.failure = failure
            raise


class _Kept:
    """A writer that remembers what it raised and stays failed: the library calls once more."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self.failure: Exception | None = None

    def write(self, data: bytes, /) -> int:
        if self.failure is not None:
            raise self.failure
        try:
            return self._writer.write(data)
        except Exception as failure:
            self.failure = failure
            raise


def _age(identity: Identity) -> pyrage.x25519.Identity:
    return pyrage.x25519.Identity.from_str(identity.text.reveal().decode("ascii"))


def _recipients(texts: Sequence[str]) -> list[pyrage.x25519.Recipient]:
    try:
        parsed = [pyrage.x25519.Recipient.from_str(text) for text in texts]
    except pyrage.RecipientError as failure:
        raise RecipientTextError from failure
    if not parsed or [str(recipient) for recipient in parsed] != list(texts):
        raise RecipientTextError
    return parsed
