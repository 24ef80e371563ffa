"""The inside of a bundle as it streams past: manifest, signature, then every file by its hash.

A parser is a generator that asks for an exact number of bytes and is sent them; ``Push`` feeds it
with whatever pieces the unsealing delivers. A parser knows nothing of trust: the ``Visitor`` does.
"""

from collections.abc import Generator
from typing import Protocol

from tcdesk.bundle import limits, names, tar
from tcdesk.bundle.errors import BundleRefusedError, Refusal
from tcdesk.bundle.manifest import FileEntry, Manifest
from tcdesk.crypto.digests import sha256_hasher

Parser = Generator[int, bytes, None]


class Sink(Protocol):
    """Takes the stored bytes of one file."""

    def take(self, piece: bytes) -> None:
        """Take the next piece."""
        ...

    def finish(self) -> None:
        """Learn that the file has ended with the right hash."""
        ...


class Visitor(Protocol):
    """Decides what is believed and where the files go."""

    def manifest(self, data: bytes, signature: bytes) -> Manifest:
        """Give the manifest if it may be believed."""
        ...

    def file(self, entry: FileEntry) -> Sink | None:
        """Give where a file goes; None if only its hash matters."""
        ...


class Push:
    """Feeds a parser piece by piece; stays failed after the first error.

    Args:
        parser: The parser, not started yet.
    """

    def __init__(self, parser: Parser) -> None:
        self._parser = parser
        self._wanted = next(parser)
        self._held = bytearray()
        self._finished = False
        self._failure: BundleRefusedError | None = None
        self.touched = False

    def write(self, data: bytes, /) -> int:
        """Take the next piece.

        Raises:
            BundleRefusedError: What the parser refuses, now and at every later call.
        """
        self.touched = True
        if self._failure is not None:
            raise self._failure
        try:
            self._feed(data)
        except BundleRefusedError as error:
            self._failure = error
            raise
        return len(data)

    def flush(self) -> None:
        """Do nothing: there is nothing behind."""

    def close(self) -> None:
        """Return if the parser has got everything it asked for.

        Raises:
            BundleRefusedError: The stream ended early.
        """
        if self._failure is not None:
            raise self._failure
        if not self._finished:
            raise BundleRefusedError(Refusal.DAMAGED, "tar-cut")

    def _feed(self, data: bytes) -> None:
        self._held += data
        while not self._finished and len(self._held) >= self._wanted:
            piece = bytes(self._held[: self._wanted])
            del self._held[: self._wanted]
            try:
                self._wanted = self._parser.send(piece)
            except StopIteration:
                self._finished = True
        if self._finished and self._held:
            raise BundleRefusedError(Refusal.MALFORMED, "tar-trailing")


def parse(visitor: Visitor) -> Parser:
    """Parse a whole inner tar and show it to a visitor.

    Raises:
        BundleRefusedError: Any byte is not where and what it must be.
    """
    data = yield from _whole(names.MANIFEST, limits.MANIFEST)
    signature = yield from _whole(names.SIGNATURE, limits.SIGNATURE)
    manifest = visitor.manifest(data, signature)
    for entry in manifest.files:
        header = yield tar.BLOCK
        if header != tar.tar_header(entry.path, entry.size):
            raise BundleRefusedError(Refusal.MALFORMED, "tar-header")
        yield from _file(entry, visitor.file(entry))
        yield from _zeros(len(tar.padding(entry.size)))
    sizes = [len(data), len(signature), *(entry.size for entry in manifest.files)]
    used = sum(tar.BLOCK + size + len(tar.padding(size)) for size in sizes)
    yield from _zeros(tar.total_length(sizes) - used)


def _whole(name: str, most: int) -> Generator[int, bytes, bytes]:
    """Give an entry that is small enough to be held."""
    header = yield tar.BLOCK
    size = tar.stated_size(header)
    if size is None or header != tar.tar_header(name, size):
        raise BundleRefusedError(Refusal.MALFORMED, "tar-header")
    if size > most:
        raise BundleRefusedError(Refusal.TOO_LARGE, "tar-entry")
    if size == 0:
        raise BundleRefusedError(Refusal.MALFORMED, "tar-empty")
    data = yield size
    yield from _zeros(len(tar.padding(size)))
    return data


def _file(entry: FileEntry, sink: Sink | None) -> Parser:
    hasher = sha256_hasher()
    left = entry.size
    while left:
        piece = yield min(left, limits.PIECE)
        left -= len(piece)
        hasher.update(piece)
        if sink is not None:
            sink.take(piece)
    if hasher.hexdigest() != entry.sha256:
        raise BundleRefusedError(Refusal.DAMAGED, "file-hash")
    if sink is not None:
        sink.finish()


def _zeros(count: int) -> Parser:
    while count:
        piece = yield min(count, limits.PIECE)
        count -= len(piece)
        if any(piece):
            raise BundleRefusedError(Refusal.MALFORMED, "tar-padding")
