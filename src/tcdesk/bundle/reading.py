"""Reading a bundle: a ladder of trust in types; records come only from the last rung.

    Sealed ──open()──▶ Authentic ──fresh()──▶ Fresh ──rehearse()──▶ Complete ──deliver()──▶ rows
           pass 1                   chain            pass 2                    pass 2 again

Pass 1 believes nothing inside until the manifest's signature by a key of the roster holds; it
hashes every file and unpacks none. Pass 2 unpacks and reads every row. What a rehearsal is given
must be rolled back: it is the dry run, and only when it has reached the end is there a
``Complete``, whose rows may take effect once ``deliver`` has returned. A reader is given a way to
open the staged copy of the file, never a path: the copy is made, and removed, by the caller.
"""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field

from tcdesk.bundle import chain, manifest, names, parcel
from tcdesk.bundle.authenticity import Senders, believe, check_for_us, check_sender
from tcdesk.bundle.contents import Contents, contents_of
from tcdesk.bundle.errors import BundleRefusedError, Refusal
from tcdesk.bundle.gz import Gunzip
from tcdesk.bundle.manifest import FileEntry, Kind, Manifest
from tcdesk.bundle.records import Row
from tcdesk.bundle.rows import RowReader
from tcdesk.bundle.unsealing import OpenCopy, pour
from tcdesk.crypto.digests import sha256
from tcdesk.crypto.sealing import Identity

TakeRow = Callable[[str, Row], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """Whom and what to expect.

    Args:
        me: Our party id; None only where somebody else's bundle is looked at, not imported.
        identities: Our keys, present and earlier ones.
        senders: The roster.
        kinds: The kinds of bundle that belong here.
        imported: Hashes of manifests that were imported before: what a revoked key may still show.
    """

    me: str | None
    identities: tuple[Identity, ...]
    senders: Senders
    kinds: frozenset[Kind]
    imported: Container[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A file that somebody says is a bundle."""

    open_copy: OpenCopy

    def open(self, trust: Trust) -> "Authentic":
        """Pass 1: open the seal, believe the manifest, hash every file; unpack nothing.

        Raises:
            BundleRefusedError: The first thing that is not as it must be.
        """
        first = _FirstPass(trust)
        identity = pour(self.open_copy, trust.identities, lambda: parcel.parse(first))
        believed = manifest.from_bytes(first.data)
        if identity.recipient not in believed.to.recipients:
            raise BundleRefusedError(Refusal.FORWARDED, "manifest-recipient")
        return Authentic(
            manifest=believed,
            manifest_bytes=first.data,
            manifest_sha256=sha256(first.data).hex(),
            signature=first.signature,
            copy=self.open_copy,
            identity=identity,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Authentic:
    """From the party it names, for us, whole; whether it is the right one in time is open."""

    manifest: Manifest
    manifest_bytes: bytes = field(repr=False)
    manifest_sha256: str
    signature: bytes = field(repr=False)
    copy: OpenCopy = field(repr=False)
    identity: Identity = field(repr=False)

    def judge(self, known: Iterable[chain.Known]) -> chain.Verdict:
        """Tell where it stands in its sender's stream."""
        return chain.judge(self.manifest, self.manifest_sha256, known)

    def fresh(
        self, known: Iterable[chain.Known], *, agreed: chain.Verdict | None = None
    ) -> "Fresh":
        """Go on if its place in the stream allows it.

        Args:
            known: What is known of the sender's streams to us.
            agreed: The verdict that a person has seen and agreed to, where one must.

        Raises:
            BundleRefusedError: The reason is the verdict.
        """
        verdict = self.judge(known)
        if not _may_follow(verdict, agreed):
            raise BundleRefusedError(Refusal(verdict.code.value), "chain")
        return Fresh(verdict=verdict, authentic=self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """Authentic, and its place in the stream is accepted; its rows have not been read."""

    verdict: chain.Verdict
    authentic: Authentic

    def rehearse(self, take: TakeRow) -> "Complete":
        """Pass 2 as a dry run: read every row; whatever ``take`` does must be rolled back.

        Raises:
            BundleRefusedError: A file or a row is not as agreed.
            Exception: Whatever ``take`` raises.
        """
        others = _second_pass(self.authentic, take)
        return Complete(verdict=self.verdict, authentic=self.authentic, others=others)


@dataclass(frozen=True, slots=True, kw_only=True)
class Complete:
    """Everything has been read once and held; ``others`` has the files that are not rows."""

    verdict: chain.Verdict
    authentic: Authentic
    others: Mapping[str, bytes] = field(repr=False)

    def deliver(self, take: TakeRow) -> None:
        """Give every row, table by table; they may take effect once this has returned.

        Raises:
            BundleRefusedError: The copy is no longer what it was.
            Exception: Whatever ``take`` raises.
        """
        _second_pass(self.authentic, take)


def _may_follow(verdict: chain.Verdict, agreed: chain.Verdict | None) -> bool:
    match verdict:
        case chain.Accept() | chain.Late():
            return True
        case chain.NewEpoch() | chain.GapUnverifiable():
            return agreed == verdict
        case chain.Duplicate() | chain.LateUnverifiable() | chain.Fork():
            return False


class _FirstPass:
    """Believes the manifest, or not; keeps its bytes; wants no file."""

    def __init__(self, trust: Trust) -> None:
        self._trust = trust
        self.data = b""
        self.signature = b""

    def manifest(self, data: bytes, signature: bytes) -> Manifest:
        trust = self._trust
        believed, signer = believe(data, signature, trust.senders)
        check_sender(believed, sha256(data).hex(), signer, trust.imported)
        check_for_us(believed, trust.me, trust.kinds)
        self.data, self.signature = data, signature
        return believed

    def file(self, entry: FileEntry) -> None:
        """Want no file: its hash is checked by the parser."""


class _SecondPass:
    """Knows the manifest from the first pass; sends every file where it belongs."""

    def __init__(self, authentic: Authentic, take: TakeRow) -> None:
        self._authentic = authentic
        self._take = take
        self._contents: Contents = contents_of(authentic.manifest)
        self.others: dict[str, bytes] = {}

    def manifest(self, data: bytes, signature: bytes) -> Manifest:
        authentic = self._authentic
        if (data, signature) != (authentic.manifest_bytes, authentic.signature):
            raise BundleRefusedError(Refusal.CHANGED_MEANWHILE, "second-pass")
        return authentic.manifest

    def file(self, entry: FileEntry) -> parcel.Sink:
        table = names.table_of(entry.path)
        if table is None:
            return _Whole(entry, self.others)
        return RowsSink(table, self._contents.tables[table], entry, self._take)


class RowsSink:
    """Unpacks a file of rows and hands them on one by one."""

    def __init__(self, table: str, shape: type[Row], entry: FileEntry, take: TakeRow) -> None:
        self._table = table
        self._take_row = take
        self._gunzip = Gunzip(entry.usize)
        self._reader = RowReader(table, shape, entry.rows)

    def take(self, piece: bytes) -> None:
        """Take stored bytes and hand on the rows that they complete."""
        for plain in self._gunzip.unpack(piece):
            for row in self._reader.take(plain):
                self._take_row(self._table, row)

    def finish(self) -> None:
        """Check that everything promised was there."""
        self._gunzip.finish()
        self._reader.finish()


class _Whole:
    """Keeps a small file that is no table."""

    def __init__(self, entry: FileEntry, kept: dict[str, bytes]) -> None:
        self._entry = entry
        self._kept = kept
        self._pieces: list[bytes] = []

    def take(self, piece: bytes) -> None:
        self._pieces.append(piece)

    def finish(self) -> None:
        self._kept[self._entry.path] = b"".join(self._pieces)


def _second_pass(authentic: Authentic, take: TakeRow) -> Mapping[str, bytes]:
    second = _SecondPass(authentic, take)
    pour(authentic.copy, (authentic.identity,), lambda: parcel.parse(second))
    return second.others
