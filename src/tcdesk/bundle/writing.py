"""Writing a bundle in two passes over one snapshot, so that nothing in clear touches a disk.

    plan(parts)                  what the files will be: sizes, counts, hashes
    sign(manifest, key)          the signed manifest with these files
    write(signed, parts, …)      the same bytes again, sealed straight into the stream

The second pass must give byte for byte what the first one measured, else the writing fails. Memory
holds one row and one piece at a time.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tcdesk.bundle import authenticity, limits, manifest, names, tar
from tcdesk.bundle.contents import CONTENTS, Contents, contents_of
from tcdesk.bundle.errors import (
    BundleRefusedError,
    BundleTooLargeError,
    SnapshotChangedError,
    UnfitForBundleError,
)
from tcdesk.bundle.gz import Gzip
from tcdesk.bundle.manifest import FileEntry, Kind, Manifest, Profile
from tcdesk.bundle.records import Row
from tcdesk.bundle.rows import RowWriter
from tcdesk.crypto.digests import sha256, sha256_hasher
from tcdesk.crypto.sealing import Writer, seal_stream
from tcdesk.crypto.signing import SigningKey

Rows = Callable[[], Iterable[Row]]

_AGE_OVERHEAD = 16 * limits.KIB  # header with 32 stanzas
_CHUNK_OVERHEAD = 16  # a chunk of 64 KiB


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What goes into a bundle.

    Args:
        tables: For each table a function that gives its rows, ascending by id; called twice, it
            must give the same rows (one snapshot).
        others: Files that are no tables, by their names in the bundle.
    """

    tables: Mapping[str, Rows]
    others: Mapping[str, bytes] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedManifest:
    """A manifest with its bytes and signature."""

    manifest: Manifest
    data: bytes = field(repr=False)
    minisig: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        """Give the hash of the manifest's bytes: the bundle's identity in its stream."""
        return sha256(self.data).hex()


def plan(kind: Kind, profile: Profile, parts: Parts) -> tuple[FileEntry, ...]:
    """Give what the manifest has to list: the first pass.

    Raises:
        UnfitForBundleError: A table, file or row that this kind and profile may not hold.
        BundleTooLargeError: More than a bundle can carry.
    """
    contents = CONTENTS.get((kind, profile))
    if contents is None:
        raise UnfitForBundleError(detail="contents-profile")
    entries = [_measure(table, contents, rows) for table, rows in parts.tables.items()]
    entries += [_measure_other(path, contents, data) for path, data in parts.others.items()]
    entries.sort(key=lambda entry: entry.path)
    sealed = at_most(entries)
    unpacked = sum(entry.usize for entry in entries)
    if sealed > limits.FILE or unpacked > limits.CONTENTS:
        raise BundleTooLargeError(size=sealed)
    return tuple(entries)


def at_most(files: Iterable[FileEntry]) -> int:
    """Give what the sealed bundle of these files will have at most, in bytes."""
    # the manifest may not be written yet; its limit stands for it
    packed = tar.total_length([limits.MANIFEST, limits.SIGNATURE, *(one.size for one in files)])
    return packed + packed // limits.PIECE * _CHUNK_OVERHEAD + _AGE_OVERHEAD


def sign(unsigned: Manifest, key: SigningKey) -> SignedManifest:
    """Give the manifest signed.

    Raises:
        UnfitForBundleError: Our own reader would refuse it.
    """
    data = manifest.to_bytes(unsigned)
    try:
        contents_of(unsigned)
    except BundleRefusedError as error:
        raise UnfitForBundleError(detail=error.detail) from error
    if unsigned.from_.sign_key != key.public.key_id.hex():
        raise UnfitForBundleError(detail="manifest-sender")
    return SignedManifest(
        manifest=unsigned, data=data, minisig=authenticity.sign(unsigned, data, key)
    )


def write(signed: SignedManifest, parts: Parts, out: Writer) -> None:
    """Write the sealed bundle to the manifest's recipients: the second pass.

    Raises:
        SnapshotChangedError: The parts are no longer what was planned; what was written is useless.
        Exception: Whatever ``out`` raises.
    """
    seal_stream(_Stream(_inside(signed, parts)), out, signed.manifest.to.recipients)


def _inside(signed: SignedManifest, parts: Parts) -> Iterator[bytes]:
    """Give the inner tar."""
    yield from _entry(names.MANIFEST, signed.data)
    yield from _entry(names.SIGNATURE, signed.minisig)
    contents = contents_of(signed.manifest)
    listed = {names.data_path(table) for table in parts.tables} | parts.others.keys()
    if listed != {entry.path for entry in signed.manifest.files}:
        raise SnapshotChangedError(detail="files")
    for entry in signed.manifest.files:
        table = names.table_of(entry.path)
        yield tar.tar_header(entry.path, entry.size)
        if table is None:
            yield from _same(entry, iter([parts.others[entry.path]]))
        else:
            writer = RowWriter(table, contents.tables[table])
            yield from _same(entry, _packed(writer, parts.tables[table]()))
        yield tar.padding(entry.size)
    sizes = [len(signed.data), len(signed.minisig), *(e.size for e in signed.manifest.files)]
    used = sum(tar.BLOCK + size + len(tar.padding(size)) for size in sizes)
    yield bytes(tar.total_length(sizes) - used)


def _entry(name: str, data: bytes) -> Iterator[bytes]:
    yield tar.tar_header(name, len(data)) + data + tar.padding(len(data))


def _same(entry: FileEntry, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Pass the pieces on, and fail if they are not what the entry says."""
    hasher, size = sha256_hasher(), 0
    for piece in pieces:
        hasher.update(piece)
        size += len(piece)
        if size > entry.size:
            break
        yield piece
    if size != entry.size or hasher.hexdigest() != entry.sha256:
        raise SnapshotChangedError(detail="file", path=entry.path)


def _packed(writer: RowWriter, rows: Iterable[Row]) -> Iterator[bytes]:
    gzip = Gzip()
    for row in rows:
        piece = gzip.pack(writer.line(row))
        if piece:
            yield piece
    yield gzip.finish()


def _measure(table: str, contents: Contents, rows: Rows) -> FileEntry:
    shape = contents.tables.get(table)
    if shape is None:
        raise UnfitForBundleError(detail="contents-table", table=table)
    writer = RowWriter(table, shape)
    hasher, size = sha256_hasher(), 0
    for piece in _packed(writer, rows()):
        hasher.update(piece)
        size += len(piece)
    return FileEntry(
        path=names.data_path(table),
        rows=writer.rows,
        size=size,
        sha256=hasher.hexdigest(),
        usize=writer.size,
    )


def _measure_other(path: str, contents: Contents, data: bytes) -> FileEntry:
    if path not in contents.others or len(data) > limits.ROSTER:
        raise UnfitForBundleError(detail="contents-file")
    size = len(data)
    return FileEntry(path=path, rows=0, size=size, sha256=sha256(data).hex(), usize=size)


class _Stream:
    """Lets the sealing read what a generator yields."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._held = b""

    def read(self, size: int = -1, /) -> bytes:
        """Give at most ``size`` bytes; none at the end."""
        while not self._held:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._held = piece
        most = len(self._held) if size < 0 else size
        given, self._held = self._held[:most], self._held[most:]
        return given
