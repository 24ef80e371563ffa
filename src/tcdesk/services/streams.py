"""Our streams to other parties, and the positions we know of theirs (security.md §6.7).

A stream is one epoch to one party: numbers without a hole, each naming the ones before. The setting
``epoch:<party>`` holds where it began. After a restore a new epoch begins whose base is the last
number that the restored vault remembers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tcdesk.bundle import limits
from tcdesk.bundle.canonical import decode, encode
from tcdesk.bundle.chain import Known
from tcdesk.bundle.manifest import NO_PREVIOUS, Base, EpochNo, Manifest, Stream
from tcdesk.bundle.shapes import Hex64, Uuid, read, write
from tcdesk.services.exchange_rows import BundleIn, BundleOut
from tcdesk.services.ids import IdMaker
from tcdesk.services.own_party import believed_roster
from tcdesk.services.store import Reading, Work

EPOCH_NO = "epoch-no"
EPOCH_NO_SEEN = "epoch-no-seen"
"""The greatest epoch number of ours that the office has told us of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Epoch:
    """Where a stream of ours began."""

    epoch: Uuid
    epoch_no: EpochNo
    base: Base | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """What a manifest tells of the positions before it."""

    base: Base | None
    ancestors: tuple[Hex64, ...]


def only_stream(ids: IdMaker) -> Stream:
    """Give a stream of a single bundle, apart from all others."""
    return Stream(epoch=ids.new(), epoch_no=1, base=None, seq=1, prev=NO_PREVIOUS, ancestors=())


def next_stream(work: Work, party: str, ids: IdMaker) -> Stream:
    """Give the next place in our stream to a party; the caller commits it with its bundle."""
    epoch = _epoch(work, party)
    if epoch is None:
        epoch = _first_epoch(work, ids)
        _keep_epoch(work, party, epoch)
    sent = _sent(work, party, epoch.epoch)
    hashes = tuple(one.sha256 for one in reversed(sent[-limits.ANCESTORS :]))
    return Stream(
        epoch=epoch.epoch,
        epoch_no=epoch.epoch_no,
        base=epoch.base,
        seq=sent[-1].seq + 1 if sent else 1,
        prev=hashes[0] if hashes else NO_PREVIOUS,
        ancestors=hashes,
    )


def _first_epoch(work: Work, ids: IdMaker) -> Epoch:
    """Give the first stream to a party that this vault remembers.

    A vault restored from before its first bundle may have sent some all the same: its number then
    is not 1, and its base a position that nobody knows, so that the receiver asks a person.
    """
    number = int(work.setting(EPOCH_NO) or 1)
    forgotten = Base(epoch=ids.new(), seq=1, sha256=NO_PREVIOUS)
    return Epoch(epoch=ids.new(), epoch_no=number, base=forgotten if number > 1 else None)


def begin_epochs(work: Work, ids: IdMaker) -> None:
    """Begin a new epoch to every party: this vault was restored from a backup.

    Rows that are changed from now on win over those of the lost time.
    """
    roster = believed_roster(work)
    own = roster.party(work.setting("unit-id") or "") if roster else None
    # the office has perhaps seen more epochs than this vault remembers
    seen = max(int(work.setting(EPOCH_NO_SEEN) or 0), own.epoch_no_max if own else 0)
    number = max(int(work.setting(EPOCH_NO) or 1), seen) + 1
    work.set_setting(EPOCH_NO, str(number))
    for party in {one.party for one in work.find(BundleOut)}:
        old = _epoch(work, party)
        if old is None:
            continue
        sent = _sent(work, party, old.epoch)
        base = old.base
        if sent:
            base = Base(epoch=old.epoch, seq=sent[-1].seq, sha256=sent[-1].sha256)
        if base is not None:
            _keep_epoch(work, party, Epoch(epoch=ids.new(), epoch_no=number, base=base))
    work.audit("epoch.begin", detail={"epoch_no": number})


def lineage(manifest: Manifest) -> str:
    """Give what is kept of a manifest's stream besides its own place."""
    stream = manifest.stream
    return encode(write(Lineage(base=stream.base, ancestors=stream.ancestors))).decode()


def known_positions(facts: Reading, party: str) -> Sequence[Known]:
    """Give every position of a party's streams that an imported bundle made known."""
    known: dict[tuple[str, int], Known] = {}
    for taken in facts.find(BundleIn, party=party):
        told = _lineage(taken)
        for back, sha256 in enumerate(told.ancestors, start=1):
            seq = taken.seq - back
            known.setdefault(
                (taken.epoch, seq),
                Known(
                    epoch=taken.epoch,
                    epoch_no=taken.epoch_no,
                    seq=seq,
                    sha256=sha256,
                    imported=False,
                ),
            )
        if told.base is not None:
            known.setdefault(
                (told.base.epoch, told.base.seq),
                Known(
                    epoch=told.base.epoch,
                    epoch_no=None,
                    seq=told.base.seq,
                    sha256=told.base.sha256,
                    imported=False,
                ),
            )
        known[taken.epoch, taken.seq] = Known(
            epoch=taken.epoch,
            epoch_no=taken.epoch_no,
            seq=taken.seq,
            sha256=taken.sha256,
            imported=True,
        )
    return list(known.values())


def anchors(facts: Reading, manifest: Manifest) -> Mapping[int, str]:
    """Give the audit heads that the sender's chain must pass.

    Those of its epoch, and of each epoch before only up to where the next one began: what a
    restored unit lost is not on its chain any more.
    """
    taken = facts.find(BundleIn, party=manifest.from_.unit_id)
    found = _heads(taken, manifest.stream.epoch, None)
    base, seen = manifest.stream.base, {manifest.stream.epoch}
    while base is not None and base.epoch not in seen:
        seen.add(base.epoch)
        found |= _heads(taken, base.epoch, base.seq)
        before = next((one for one in taken if one.epoch == base.epoch), None)
        base = _lineage(before).base if before else None
    return found


def _heads(taken: Sequence[BundleIn], epoch: str, up_to: int | None) -> dict[int, str]:
    return {
        one.audit_seq: one.audit_sha256
        for one in taken
        if one.epoch == epoch and one.audit_seq and (up_to is None or one.seq <= up_to)
    }


def _lineage(taken: BundleIn) -> Lineage:
    return read(Lineage, decode(taken.lineage.encode()))


def _sent(facts: Reading, party: str, epoch: str) -> Sequence[BundleOut]:
    return sorted(facts.find(BundleOut, party=party, epoch=epoch), key=lambda one: one.seq)


def _epoch(facts: Reading, party: str) -> Epoch | None:
    stored = facts.setting(f"epoch:{party}")
    return read(Epoch, decode(stored.encode())) if stored else None


def _keep_epoch(work: Work, party: str, epoch: Epoch) -> None:
    work.set_setting(f"epoch:{party}", encode(write(epoch)).decode())
