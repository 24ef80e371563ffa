"""Session notes: drafts while typing, then signed and never changed again.

    Draft → Note, unsigned → Note + NoteSignature, locked ─┬─> addendum, correction: a new Note
                                                           │   that amends it
                                                           └─> moved: written of the wrong person

What is signed is canon({id, client_id, author, at, kind, body, amends}), see the vault's FORMAT.md.
``body`` is canonical JSON itself and binds the session, the format, the fields and the member's
attendance. A signed note that was written of the wrong person is written and signed again where it
belongs (``moved_from`` in its body says whence), and what amends the first one as MOVED takes its
text out of every view of the wrong file. A closed note has ``sealed`` in the place of its fields,
so that its signature can be verified by everybody and its text be read by few.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tcdesk.domain.errors import PersonCanMendError, RuleBrokenError
from tcdesk.domain.ids import AccountId, NoteId, PersonId, SessionId

LONGEST_NOTE = 200_000
LATE_AFTER_HOURS = 72


class NoteKind(StrEnum):
    """Whose note it is: of the whole group (no names), of one member, or of a single session."""

    SHARED = "shared"
    MEMBER = "member"
    INDIVIDUAL = "individual"
    ADDENDUM = "addendum"
    CORRECTION = "correction"
    MOVED = "moved"


class NoteFormat(StrEnum):
    """The fields of a note (domain dossier §3.5)."""

    FREE = "free"
    SOAP = "soap"
    DAP = "dap"
    BIRP = "birp"
    GIRP = "girp"
    CRISIS = "crisis"
    GROUP = "group"
    MINUTES = "minutes"
    ADDENDUM = "addendum"
    CORRECTION = "correction"
    MOVED = "moved"


FIELDS: Mapping[NoteFormat, tuple[str, ...]] = {
    NoteFormat.FREE: ("text",),
    NoteFormat.SOAP: ("subjective", "objective", "assessment", "plan"),
    NoteFormat.DAP: ("data", "assessment", "plan"),
    NoteFormat.BIRP: ("behaviour", "intervention", "response", "plan"),
    NoteFormat.GIRP: ("goal", "intervention", "response", "plan"),
    NoteFormat.CRISIS: ("event", "statement", "assessment", "measures", "informed", "plan"),
    NoteFormat.GROUP: ("theme", "process", "agreements"),
    NoteFormat.MINUTES: ("theme", "course", "decisions", "tasks"),
    NoteFormat.ADDENDUM: ("reason", "text"),
    NoteFormat.CORRECTION: ("reason", "text"),
    NoteFormat.MOVED: ("reason",),
}

# Personal assessments are kept apart from facts (Directive 2016/680, Article 7).
ASSESSMENT_FIELDS = frozenset({"assessment"})


class AlreadySignedError(PersonCanMendError):
    """The note is signed: it can only be added to."""

    code = "already-signed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note as it stands.

    ``compartment`` is where its text is sealed; None for an open note.
    """

    id: NoteId
    session: SessionId
    person: PersonId | None
    author: AccountId
    at: str
    kind: NoteKind
    format: NoteFormat
    body: str = field(repr=False)
    amends: NoteId | None
    compartment: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSignature:
    """Proof of who signed which bytes; ``id`` is the note's."""

    id: NoteId
    account: AccountId
    sha256: str
    sign_pub: str
    signature: str
    at: str
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What stands in an open form, for one account; found by page and entity.

    ``compartment`` is where its payload is sealed; None if nothing of it is closed.
    """

    id: str
    account: AccountId
    page: str
    entity: str
    base_version: int
    payload: str = field(repr=False)
    cursor: int
    saved_at: str
    compartment: str | None = None


def check_text(text: str) -> None:
    """Refuse a text that is too long.

    Raises:
        RuleBrokenError: ``note-too-long``.
    """
    if len(text) > LONGEST_NOTE:
        raise RuleBrokenError("note-too-long", most=LONGEST_NOTE)


def clean(text: str) -> str:
    """Keep what a person wrote: line ends as LF, no control characters but tab and line end."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(char for char in unified if char >= " " or char in "\n\t")
