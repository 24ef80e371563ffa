"""The full check of a vault: pages, audit chain, checkpoints of accounts, signatures of notes.

Runs on reading connections, changes nothing, never repairs. A page put back from an older copy
passes the page check; the audit chain and the signatures find it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tcdesk.bundle.chain import audit_hash
from tcdesk.domain.errors import WorldFailedError
from tcdesk.domain.notes import Note, NoteSignature
from tcdesk.services.desk import Desk
from tcdesk.services.notes import verify

Progress = Callable[[float], None]

NO_HASH = bytes(32)


class AuditBrokenError(WorldFailedError):
    """The audit log is not the chain that was written; ``seq`` is the first line that differs."""

    code = "audit-broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a full check found; ``sound`` only if nothing was wrong."""

    pages_sound: bool
    audit_lines: int
    audit_broken_at: int | None
    notes: int
    signatures: int
    forged: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether everything is as it was written."""
        return self.pages_sound and self.audit_broken_at is None and not self.forged


def broken_line(lines: Iterable[tuple[int, str, str]], previous: bytes = NO_HASH) -> int | None:
    """Find the first audit line that does not follow from the one before; None if all do.

    Args:
        lines: (seq, entry, hash hex) in order.
        previous: The hash before the first of them.
    """
    expected: int | None = None
    for seq, entry, told in lines:
        previous = audit_hash(previous, entry.encode())
        if previous.hex() != told or (expected is not None and seq != expected):
            return seq
        expected = seq + 1
    return None


def check_vault(desk: Desk, progress: Progress) -> Findings:
    """Check everything that can be checked without another installation.

    Args:
        desk: An open vault.
        progress: Told parts of one.
    """
    pages_sound = desk.vault.pages_sound()
    progress(0.4)
    with desk.vault.store.audit_lines(0) as lines:
        audit_broken_at = broken_line(lines)
    progress(0.6)
    with desk.vault.store.reading() as facts:
        audit_lines = facts.audit_head().seq
        signatures = {one.id: one for one in facts.find(NoteSignature)}
        notes = 0
        forged = []
        for note in facts.find(Note):
            notes += 1
            signature = signatures.get(note.id)
            amended = signatures.get(note.amends) if note.amends else None
            if signature is not None and not verify(
                note, signature, amended.sha256 if amended else None
            ):
                forged.append(note.id)
    progress(1.0)
    return Findings(
        pages_sound=pages_sound,
        audit_lines=audit_lines,
        audit_broken_at=audit_broken_at,
        notes=notes,
        signatures=len(signatures),
        forged=tuple(forged),
    )
