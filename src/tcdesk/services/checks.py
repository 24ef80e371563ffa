"""The full check of a vault: pages, audit chain, checkpoints of accounts, signatures of notes.

Runs on reading connections, changes nothing, never repairs. A page put back from an older copy
passes the page check; the audit chain and the signatures find it.
"""

from base64 import b64decode
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tcdesk.crypto.errors import SignatureRefusedError
from tcdesk.crypto.signing import PublicKey, audit_checkpoint_message
from tcdesk.domain.countersigning import Countersignature
from tcdesk.domain.notes import Note, NoteSignature
from tcdesk.services.audit_lines import Checkpoint
from tcdesk.services.chain_watch import Chain, follow
from tcdesk.services.desk import Desk
from tcdesk.services.signed_note import verify
from tcdesk.services.signers import Signers
from tcdesk.services.store import Store

Progress = Callable[[float], None]

STRIDE = 5000  # audit lines between two words of progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a full check found; ``sound`` only if nothing was wrong.

    ``forged`` are notes whose signature does not hold, or was made with a key that was never the
    author's; ``forged_heads`` are numbers of audit lines
    at which an account has signed another log than this one.
    """

    pages_sound: bool
    audit_lines: int
    audit_broken_at: int | None
    forged_heads: tuple[int, ...]
    notes: int
    signatures: int
    forged: tuple[str, ...]

    @property
    def wrong(self) -> tuple[str, ...]:
        """Name what is wrong: ``pages``, ``audit``, ``heads``, ``signatures``."""
        return tuple(
            name
            for name, is_wrong in (
                ("pages", not self.pages_sound),
                ("audit", self.audit_broken_at is not None),
                ("heads", bool(self.forged_heads)),
                ("signatures", bool(self.forged)),
            )
            if is_wrong
        )

    @property
    def sound(self) -> bool:
        """Whether everything is as it was written."""
        return not self.wrong


def check_vault(desk: Desk, progress: Progress) -> Findings:
    """Check everything that can be checked without another installation.

    Args:
        desk: An open vault.
        progress: Told parts of one.
    """
    pages_sound = desk.vault.pages_sound()
    progress(0.4)
    return check_store(
        desk.vault.store,
        pages_sound=pages_sound,
        progress=lambda part: progress(0.4 + 0.6 * part),
    )


def check_store(store: Store, *, pages_sound: bool, progress: Progress) -> Findings:
    """Check the content of a vault or of a backup; its pages were read by who has the file.

    Args:
        store: The content.
        pages_sound: What was found of the pages.
        progress: Told parts of one.
    """
    with store.reading() as facts:
        audit_lines = facts.audit_head().seq
        chain = follow_all(store, lambda part: progress(0.5 * part))
        vault_id = facts.setting("vault-id") or ""
        signers = Signers(facts)
        forged_heads = tuple(
            head.seq for head in facts.checkpoints() if not _holds(head, signers, vault_id)
        )
        progress(0.6)
        signatures = {one.id: one for one in facts.find(NoteSignature)}
        seconds = {one.id: one for one in facts.find(Countersignature)}
        notes = 0
        forged = []
        for note in facts.find(Note):
            notes += 1
            signature = signatures.get(note.id)
            amended = signatures.get(note.amends) if note.amends else None
            if signature is not None and not (
                signers.fits(note, signature)
                and verify(note, signature, amended.sha256 if amended else None)
            ):
                forged.append(note.id)
            second = seconds.get(note.id)
            if second is not None and not (
                signers.countersigned(second)
                and verify(note, second, amended.sha256 if amended else None)
            ):
                forged.append(note.id)
    progress(1.0)
    return Findings(
        pages_sound=pages_sound,
        audit_lines=audit_lines,
        audit_broken_at=chain.broken_at,
        forged_heads=forged_heads,
        notes=notes,
        signatures=len(signatures) + len(seconds),
        forged=tuple(forged),
    )


def follow_all(store: Store, progress: Progress) -> Chain:
    """Verify the whole audit chain from its first line."""
    with store.reading() as facts:
        head = facts.audit_head().seq

    def measured(lines: Iterator[tuple[int, str, str]]) -> Iterator[tuple[int, str, str]]:
        for line in lines:
            if line[0] % STRIDE == 0:
                progress(min(1.0, line[0] / max(1, head)))
            yield line

    with store.audit_lines(0) as lines:
        chain = follow(measured(lines), expected=1)
    progress(1.0)
    return chain


def _holds(head: Checkpoint, signers: Signers, vault_id: str) -> bool:
    """Say whether an account has signed the very line that lies at this number."""
    if head.lies != head.sha256:
        return False
    message = audit_checkpoint_message(vault_id, head.seq, bytes.fromhex(head.sha256))
    return any(_signed(key, head.signature, message) for key in signers.keys(head.account))


def _signed(key: str, signature: bytes, message: bytes) -> bool:
    try:
        PublicKey(b64decode(key)).verify(signature, message)
    except SignatureRefusedError:
        return False
    return True
