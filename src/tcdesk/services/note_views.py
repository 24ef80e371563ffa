"""A note as every view shows it: text, signatures, what amends it, where it was moved.

What was written of the wrong person and moved has no text here any more: views, prints and records
of the wrong file tell only that, when and why. The stored bytes stay, so its signature can be
verified for ever.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tcdesk.domain.countersigning import Countersignature
from tcdesk.domain.ids import AccountId, NoteId, SessionId
from tcdesk.domain.notes import Note, NoteKind, NoteSignature
from tcdesk.services.closed_text import Opener
from tcdesk.services.mentors import mentor_of
from tcdesk.services.signed_note import MovedFrom, amended_sha256, body_of, verify
from tcdesk.services.signers import Signers
from tcdesk.services.store import Reading
from tcdesk.services.vaults import OpenVault


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """A note as every view shows it: text, signature, and what amends it.

    ``readable`` is False for a closed note whose key the account was not given; it has no fields.
    ``moved``: it was written of the wrong person; its text stands in the right file only.
    ``moved_from``: it is such a text, in the right file. ``mentor`` has to countersign it, or has.
    """

    note: Note
    fields: Mapping[str, str] = field(repr=False)
    version: int
    signature: NoteSignature | None
    genuine: bool | None
    addenda: Sequence["NoteView"]
    readable: bool = True
    moved: bool = False
    moved_from: MovedFrom | None = None
    mentor: AccountId | None = None
    countersignature: Countersignature | None = None

    @property
    def closed(self) -> bool:
        """Whether the text is sealed."""
        return self.note.compartment is not None

    @property
    def awaits(self) -> AccountId | None:
        """Whose second signature it waits for."""
        return None if self.countersignature else self.mentor


def views_of(vault: OpenVault, facts: Reading, session: SessionId) -> Sequence[NoteView]:
    """List the notes of a session as they are shown; each signature is verified as it is read.

    What adds to a note that may not be read (any more) stands by itself.
    """
    stored, opener, signers = facts.notes(session), Opener(vault, facts), Signers(facts)
    views = {note.id: _view(note, signature, signers, facts, opener) for note, signature in stored}
    for note, _ in stored:
        if note.amends in views:
            amended, own = views[note.amends], views[note.id]
            if note.kind is NoteKind.MOVED:
                amended = replace(amended, fields={}, moved=True)
            views[note.amends] = replace(amended, addenda=(*amended.addenda, own))
    return [views[note.id] for note, _ in stored if note.amends not in views]


def fields_of(note: Note, opener: Opener) -> Mapping[str, str] | None:
    """Give the fields of a note; None if it is closed to this account."""
    return body_of(note)["fields"] if note.compartment is None else opener.fields(note)


def moved_away(facts: Reading, note: NoteId) -> bool:
    """Say whether a note was written of the wrong person and stands elsewhere now."""
    return bool(facts.find(Note, amends=note, kind=NoteKind.MOVED))


def _view(
    note: Note,
    signature: NoteSignature | None,
    signers: Signers,
    facts: Reading,
    opener: Opener,
) -> NoteView:
    fields = fields_of(note, opener)
    view = NoteView(
        note=note,
        fields=fields or {},
        version=facts.version(Note, note.id),
        signature=signature,
        genuine=None,
        addenda=(),
        readable=fields is not None,
        moved_from=body_of(note).get("moved_from"),
    )
    if signature is None:
        return view
    amended = amended_sha256(facts, note)
    second = next(iter(facts.find(Countersignature, id=note.id)), None)
    genuine = signers.fits(note, signature) and verify(note, signature, amended)
    if second is not None:
        genuine = genuine and signers.countersigned(second) and verify(note, second, amended)
    return replace(
        view,
        genuine=genuine,
        countersignature=second,
        mentor=second.account if second else mentor_of(facts, signature),
    )
