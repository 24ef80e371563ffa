"""Where a bundle stands in its sender's stream, told from what is known of the stream.

A stream is one epoch of one sender to one receiver. Each manifest names the hashes of up to 256
predecessors, so gaps can be bridged and a second history (a cloned or secretly restored computer)
shows as two hashes for one position. All functions are pure; the keeper of positions is elsewhere.

Verdicts and what follows:

    Duplicate                          nothing to do
    Accept, Late                       take it
    NewEpoch, GapUnverifiable          take it if a person agrees to this very verdict
    LateUnverifiable                   hold it until a neighbour arrives
    Fork, HistoryRewritten             refuse and alarm
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from tcdesk.bundle import limits
from tcdesk.bundle.manifest import NO_PREVIOUS, AuditHead, Manifest
from tcdesk.bundle.records import AuditRecord
from tcdesk.crypto.digests import sha256

_AUDIT_DOMAIN = b"tcdesk-audit-v1\x00"


class VerdictCode(StrEnum):
    """The verdicts by name, as stored and as written in receipts; words: ``verdict-<value>``."""

    ACCEPT = "accept"
    LATE = "late"
    DUPLICATE = "duplicate"
    GAP_UNVERIFIABLE = "gap-unverifiable"
    LATE_UNVERIFIABLE = "late-unverifiable"
    NEW_EPOCH = "new-epoch"
    FORK = "fork"
    HISTORY_REWRITTEN = "history-rewritten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A position known from an imported bundle, or only from what an imported bundle names.

    ``epoch_no`` is None where only a later epoch's base named the position.
    """

    epoch: str
    epoch_no: int | None
    seq: int
    sha256: str
    imported: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """This very bundle has been imported."""

    code: ClassVar[VerdictCode] = VerdictCode.DUPLICATE


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept:
    """The next of its stream; the numbers in ``missing`` never arrived."""

    code: ClassVar[VerdictCode] = VerdictCode.ACCEPT
    missing: range


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """An older one that a newer one named; its older rows lose against newer ones."""

    code: ClassVar[VerdictCode] = VerdictCode.LATE


@dataclass(frozen=True, slots=True, kw_only=True)
class GapUnverifiable:
    """So far ahead that it no longer names what is known; a person decides."""

    code: ClassVar[VerdictCode] = VerdictCode.GAP_UNVERIFIABLE
    missing: range


@dataclass(frozen=True, slots=True, kw_only=True)
class LateUnverifiable:
    """An older one that nothing known names; held."""

    code: ClassVar[VerdictCode] = VerdictCode.LATE_UNVERIFIABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEpoch:
    """The sender was restored or set up anew; a person decides."""

    code: ClassVar[VerdictCode] = VerdictCode.NEW_EPOCH
    base_known: bool
    missing: range


@dataclass(frozen=True, slots=True, kw_only=True)
class Fork:
    """Two histories: this position is known with another hash, or the epoch's number is taken."""

    code: ClassVar[VerdictCode] = VerdictCode.FORK
    epoch: str
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRewritten:
    """The audit chain no longer passes an anchor that was signed earlier."""

    code: ClassVar[VerdictCode] = VerdictCode.HISTORY_REWRITTEN
    seq: int


Verdict = Duplicate | Accept | Late | GapUnverifiable | LateUnverifiable | NewEpoch | Fork


def learn(manifest: Manifest, sha256: str) -> tuple[Known, ...]:
    """Give every position that an imported bundle makes known: its own, ancestors, base."""
    stream = manifest.stream
    own = Known(
        epoch=stream.epoch,
        epoch_no=stream.epoch_no,
        seq=stream.seq,
        sha256=sha256,
        imported=True,
    )
    named = [
        Known(
            epoch=stream.epoch,
            epoch_no=stream.epoch_no,
            seq=stream.seq - back,
            sha256=hash_,
            imported=False,
        )
        for back, hash_ in enumerate(stream.ancestors, start=1)
    ]
    if stream.base is not None:
        base = stream.base
        named.append(
            Known(epoch=base.epoch, epoch_no=None, seq=base.seq, sha256=base.sha256, imported=False)
        )
    return (own, *named)


def judge(manifest: Manifest, sha256: str, known: Iterable[Known]) -> Verdict:
    """Tell where a bundle stands among the known positions of its sender's streams to us."""
    known = tuple(known)
    fork = _fork(manifest, sha256, known)
    if fork is not None:
        return fork
    stream = manifest.stream
    ours = {position.seq: position for position in known if position.epoch == stream.epoch}
    same = [position for position in known if _place(position) == (stream.epoch, stream.seq)]
    if any(position.imported for position in same):
        return Duplicate()
    newest_epoch = max((position.epoch_no or 0 for position in known), default=0)
    if stream.epoch_no > max(newest_epoch, 1):
        return NewEpoch(base_known=_base_known(manifest, known), missing=range(1, stream.seq))
    newest = max(ours, default=0)
    if stream.seq <= newest:
        return Late() if same else LateUnverifiable()
    bridged = stream.seq - newest <= limits.ANCESTORS + (newest == 0)
    if stream.epoch_no < newest_epoch:
        return Late() if bridged and newest else LateUnverifiable()
    missing = range(newest + 1, stream.seq)
    return Accept(missing=missing) if bridged else GapUnverifiable(missing=missing)


def _fork(manifest: Manifest, sha256: str, known: tuple[Known, ...]) -> Fork | None:
    """Find the earliest known position that contradicts what the bundle states."""
    stream = manifest.stream
    hashes = {_place(position): position.sha256 for position in known}
    for stated in reversed(learn(manifest, sha256)):
        if hashes.get(_place(stated), stated.sha256) != stated.sha256:
            return Fork(epoch=stated.epoch, seq=stated.seq)
    for position in known:
        same_epoch = position.epoch == stream.epoch
        same_number = position.epoch_no in (stream.epoch_no, None)
        if same_epoch != same_number and position.epoch_no is not None:
            return Fork(epoch=position.epoch, seq=position.seq)
    return None


def _place(position: Known) -> tuple[str, int]:
    return position.epoch, position.seq


def _base_known(manifest: Manifest, known: tuple[Known, ...]) -> bool:
    base = manifest.stream.base
    return base is not None and any(_place(one) == (base.epoch, base.seq) for one in known)


class HistoryCheck:
    """Follows a sender's audit entries from an anchor known earlier to the head in the manifest.

    An anchor is an audit head of an earlier signed manifest. Every hash is computed here from the
    entry and the one before, so the chain holds or it does not, whatever the sender states.

    Args:
        anchors: Known heads: the hash by sequence number.
        entries_travel: Whether the bundle must lead to its head by entries (level B); without
            them (level A) a head can only contradict an anchor.
    """

    def __init__(self, anchors: Mapping[int, str], *, entries_travel: bool) -> None:
        self._anchors = {0: NO_PREVIOUS, **anchors}
        self._entries_travel = entries_travel
        self._end: tuple[int, str] | None = None
        self._broken: int | None = None

    def link(self, entry: AuditRecord) -> None:
        """Take the next entry, in the order of the chain."""
        before = entry.seq - 1
        at, previous = self._end or (before, self._anchors.get(before))
        follows = at == before and previous is not None
        if not follows or _next_hash(previous or NO_PREVIOUS, entry) != entry.hash:
            self._broken = self._broken or entry.seq
        if self._anchors.get(entry.seq, entry.hash) != entry.hash:
            self._broken = self._broken or entry.seq
        self._end = (entry.seq, entry.hash)

    def end(self, head: AuditHead) -> HistoryRewritten | None:
        """Tell whether the entries led to the head that was signed with them."""
        anchored = self._anchors.get(head.seq)
        led = self._end == (head.seq, head.sha256)
        if self._broken is not None:
            return HistoryRewritten(seq=self._broken)
        if anchored not in (None, head.sha256):
            return HistoryRewritten(seq=head.seq)
        if not led and (self._end is not None or (self._entries_travel and anchored is None)):
            return HistoryRewritten(seq=head.seq)
        return None


def audit_hash(previous: bytes, entry: bytes) -> bytes:
    """Chain an audit entry to the hash of the one before; the first follows 32 zeros."""
    return sha256(_AUDIT_DOMAIN + previous + entry)


def _next_hash(previous: str, entry: AuditRecord) -> str:
    return audit_hash(bytes.fromhex(previous), entry.entry.encode()).hex()
