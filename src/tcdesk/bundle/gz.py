"""gzip as it travels: one member, level 1, no time, no name; unpacked within a stated size.

The header is always the same ten bytes. The packed bytes behind it may differ from one build of
zlib to another; what was written is what is hashed and signed. A reader takes any one member
without optional header fields.
"""

import zlib

from tcdesk.bundle import limits
from tcdesk.bundle.errors import BundleRefusedError, Refusal

HEADER = bytes.fromhex("1f8b08000000000000ff")
LEVEL = 1

_ZLIB_GZIP = 31
_ZLIB_RAW = -15


class Gzip:
    """Packs piece by piece."""

    def __init__(self) -> None:
        self._packer = zlib.compressobj(LEVEL, zlib.DEFLATED, _ZLIB_RAW)
        self._crc = 0
        self._size = 0
        self._head = HEADER

    def pack(self, data: bytes) -> bytes:
        """Give what is ready of the packed bytes, maybe nothing."""
        self._crc = zlib.crc32(data, self._crc)
        self._size += len(data)
        head, self._head = self._head, b""
        return head + self._packer.compress(data)

    def finish(self) -> bytes:
        """Give the rest, with the checksum and the size."""
        tail = self._crc.to_bytes(4, "little") + (self._size % 2**32).to_bytes(4, "little")
        return self._head + self._packer.flush() + tail


class Gunzip:
    """Unpacks piece by piece, never more than the size that was promised.

    Args:
        usize: The size that the content must have.
    """

    def __init__(self, usize: int) -> None:
        self._left = usize
        self._unpacker = zlib.decompressobj(_ZLIB_GZIP)
        self._head = b""

    def unpack(self, data: bytes) -> list[bytes]:
        """Give what is ready of the content, in pieces of at most 1 MiB.

        Raises:
            BundleRefusedError: Not gzip, damaged, longer than promised, or something follows.
        """
        if len(self._head) < len(HEADER):
            taken = len(HEADER) - len(self._head)
            self._head += data[:taken]
            if len(self._head) < len(HEADER):
                return []
            if self._head[:8] != HEADER[:8]:
                raise BundleRefusedError(Refusal.MALFORMED, "gzip-header")
            data = self._head + data[taken:]
        pieces: list[bytes] = []
        while data:
            if self._unpacker.eof:
                raise BundleRefusedError(Refusal.MALFORMED, "gzip-trailing")
            try:
                piece = self._unpacker.decompress(data, min(limits.MIB, self._left + 1))
            except zlib.error:
                raise BundleRefusedError(Refusal.MALFORMED, "gzip-damaged") from None
            self._left -= len(piece)
            if self._left < 0:
                raise BundleRefusedError(Refusal.MALFORMED, "gzip-longer")
            if piece:
                pieces.append(piece)
            data = self._unpacker.unconsumed_tail or self._unpacker.unused_data
        return pieces

    def finish(self) -> None:
        """Return if the member has ended and had the promised size.

        Raises:
            BundleRefusedError: It was cut or is shorter.
        """
        if not self._unpacker.eof:
            raise BundleRefusedError(Refusal.MALFORMED, "gzip-cut")
        if self._left:
            raise BundleRefusedError(Refusal.MALFORMED, "gzip-shorter")
