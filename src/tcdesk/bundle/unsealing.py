"""From a sealed copy to the bytes inside, piece by piece into a parser."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager

from tcdesk.bundle import limits
from tcdesk.bundle.age_header import check_age_header
from tcdesk.bundle.errors import BundleRefusedError, Refusal
from tcdesk.bundle.parcel import Parser, Push
from tcdesk.crypto.errors import SealBrokenError
from tcdesk.crypto.sealing import Identity, Reader, open_stream

_SHORTEST = 16 + 16  # the payload's nonce, and the tag of an empty last chunk

OpenCopy = Callable[[], AbstractContextManager[Reader]]


def pour(
    open_copy: OpenCopy, identities: Iterable[Identity], parser: Callable[[], Parser]
) -> Identity:
    """Unseal a copy into a fresh parser; give the identity that opened it.

    The identities are tried one at a time, so that it is known which of them the sender sealed to.

    Raises:
        BundleRefusedError: Not a bundle, not for these identities, damaged, or the parser refused.
    """
    with open_copy() as source:
        head = _head(source)
    if len(head) < min(check_age_header(head) + _SHORTEST, limits.AGE_HEADER):
        raise BundleRefusedError(Refusal.DAMAGED, "age-payload")
    for identity in identities:
        push = Push(parser())
        try:
            with open_copy() as source:
                open_stream(_Bounded(source), push, [identity])
        except SealBrokenError as error:
            # a broken payload is an OSError to the library; a header that does not open is not
            if push.touched or isinstance(error.__cause__, OSError):
                raise BundleRefusedError(Refusal.DAMAGED, "age-payload") from error
            continue
        push.close()
        return identity
    raise BundleRefusedError(Refusal.NOT_FOR_US, "age-identity")


def _head(source: Reader) -> bytes:
    """Give the first 64 KiB, however small the pieces come."""
    head = b""
    while len(head) < limits.AGE_HEADER:
        piece = source.read(limits.AGE_HEADER - len(head))
        if not piece:
            break
        head += piece
    return head


class _Bounded:
    """A reader that refuses to give more than a bundle may have."""

    def __init__(self, source: Reader) -> None:
        self._source = source
        self._left = limits.FILE

    def read(self, size: int = -1, /) -> bytes:
        piece = self._source.read(size)
        self._left -= len(piece)
        if self._left < 0:
            raise BundleRefusedError(Refusal.TOO_LARGE, "file-size")
        return piece
