"""The audit chain, verified at every unlock from where it was last found whole.

What is found broken stays so: it is kept in the setting ``audit-broken``, put on record, shown on
Danes and never repaired.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from tcdesk.bundle.chain import audit_hash
from tcdesk.services.store import Reading, Store, Work

NO_HASH = bytes(32)
_VERIFIED, _BROKEN = "audit-verified", "audit-broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The newest line that was read, and the first one that does not follow; None if all do."""

    seq: int
    sha256: str
    broken_at: int | None


def follow(
    lines: Iterable[tuple[int, str, str]], previous: bytes = NO_HASH, expected: int | None = None
) -> Chain:
    """Walk along audit lines until one does not follow from the one before.

    Args:
        lines: (seq, entry, hash hex) in order.
        previous: The hash before the first of them.
        expected: The number that the first of them must have; any if None.
    """
    seq = (expected or 1) - 1
    for seq, entry, told in lines:
        previous = audit_hash(previous, entry.encode())
        if previous.hex() != told or (expected is not None and seq != expected):
            return Chain(seq=seq, sha256=told, broken_at=seq)
        expected = seq + 1
    return Chain(seq=seq, sha256=previous.hex(), broken_at=None)


def verify_new_lines(store: Store) -> Chain:
    """Verify what was written since the last time, the line where that ended included."""
    with store.reading() as facts:
        seq, sha256 = _verified(facts)
    with store.audit_lines(max(0, seq - 1)) as lines:
        if seq:
            first = next(lines, None)
            if first is None or (first[0], first[2]) != (seq, sha256):
                return Chain(seq=seq, sha256=sha256, broken_at=seq)
        return follow(lines, bytes.fromhex(sha256) or NO_HASH, seq + 1)


def keep_verified(work: Work, chain: Chain) -> None:
    """Remember how far the chain is whole; a break goes on record once."""
    if chain.broken_at is None:
        work.set_setting(_VERIFIED, f"{chain.seq} {chain.sha256}" if chain.seq else "")
    else:
        keep_broken(work, chain.broken_at)


def keep_broken(work: Work, seq: int) -> None:
    """Put a break on record, unless it is already."""
    if broken_at(work) is None:
        work.set_setting(_BROKEN, str(seq))
        work.audit("audit.broken", detail={"seq": seq})


def broken_at(facts: Reading) -> int | None:
    """Give the first line that was found broken, at any time."""
    told = facts.setting(_BROKEN)
    return int(told) if told else None


def _verified(facts: Reading) -> tuple[int, str]:
    told = facts.setting(_VERIFIED)
    seq, _, sha256 = (told or "0 ").partition(" ")
    return int(seq), sha256
