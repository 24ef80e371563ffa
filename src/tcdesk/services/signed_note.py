"""What a note's body holds, and what its signature covers.

Signed is Ed25519 over "tcdesk-note-v1" ‖ 00 ‖ SHA-256(canon(note)), where canon(note) =
{id, client_id, author, at, kind, body, amends}. ``body`` is canonical JSON {attendance, fields,
format, session}, so the signature binds the session and what was recorded of the member. A closed
note's body has ``sealed`` in the place of ``fields`` (services.closed_text). A note that was moved
here has ``moved_from`` too. A mentor countersigns "tcdesk-countersign-v1" ‖ 00 ‖ the same hash.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import NotRequired, TypedDict, cast

from tcdesk.bundle.canonical import Json, decode, encode
from tcdesk.crypto.digests import sha256
from tcdesk.crypto.errors import SignatureRefusedError
from tcdesk.crypto.signing import PublicKey, SigningKey, countersign_message, note_message
from tcdesk.domain.countersigning import Countersignature
from tcdesk.domain.days import HERE
from tcdesk.domain.ids import AccountId
from tcdesk.domain.notes import LATE_AFTER_HOURS, Note, NoteSignature
from tcdesk.domain.sessions import Session, current
from tcdesk.services.store import Reading


class MovedFrom(TypedDict):
    """Which signed note stood in the wrong file before: its id, hash and signature's moment."""

    note: str
    sha256: str
    signed_at: str


class NoteBody(TypedDict):
    """What the body of a note holds, as JSON: ``fields``, or ``sealed`` if it is closed."""

    attendance: dict[str, str | int | None] | None
    fields: NotRequired[dict[str, str]]
    sealed: NotRequired[str]
    moved_from: NotRequired[MovedFrom]
    format: str
    session: str


def body_of(note: Note) -> NoteBody:
    """Read the body of a note."""
    return cast("NoteBody", decode(note.body.encode()))


def canonical_note(note: Note, amended_sha256: str | None) -> bytes:
    """Give the bytes that a signature of a note covers (security.md §5.4)."""
    amends: Json = (
        None
        if note.amends is None
        else {"canonical_sha256": amended_sha256, "note_id": note.amends}
    )
    content: dict[str, Json] = {
        "amends": amends,
        "at": note.at,
        "author": note.author,
        "body": note.body,
        "client_id": note.person,
        "id": note.id,
        "kind": note.kind.value,
    }
    return encode(content)


def verify(
    note: Note, signature: NoteSignature | Countersignature, amended_sha256: str | None
) -> bool:
    """Say whether a signature, the author's or a mentor's, is genuine for a note as it is."""
    content = canonical_note(note, amended_sha256)
    if sha256(content).hex() != signature.sha256:
        return False
    message = note_message if isinstance(signature, NoteSignature) else countersign_message
    try:
        PublicKey(b64decode(signature.sign_pub)).verify(
            b64decode(signature.signature), message(content)
        )
    except (SignatureRefusedError, ValueError):
        return False
    return True


def written_body(
    note: Note,
    text: Mapping[str, Json],
    attendance: dict[str, str | int | None] | None = None,
) -> str:
    """Write the body of a note: its text, in clear or sealed, and what was recorded."""
    content: dict[str, Json] = {
        **text,
        "attendance": attendance,
        "format": note.format.value,
        "session": note.session,
    }
    return encode(content).decode()


def with_attendance(facts: Reading, note: Note) -> str:
    """Bind what is recorded of the member into the body, as it is at the moment of signing."""
    fact = None
    if note.person is not None and note.amends is None:
        fact = current(facts.attendance(note.session)).get(note.person)
    recorded: dict[str, str | int | None] | None = (
        None
        if fact is None
        else {
            "minutes": fact.minutes,
            "participation": fact.participation,
            "status": fact.status.value,
        }
    )
    return written_body(note, text_of(body_of(note)), recorded)


def text_of(body: NoteBody) -> dict[str, Json]:
    """Give what was written, and whence it was moved."""
    content = cast("dict[str, Json]", body)
    return {name: content[name] for name in ("fields", "sealed", "moved_from") if name in content}


def sign(
    note: Note, facts: Reading, key: SigningKey, now: datetime, session: Session
) -> NoteSignature:
    """Sign a note whose body is final; it is late if it was begun 72 hours after its session."""
    content = canonical_note(note, amended_sha256(facts, note))
    held = datetime.combine(session.day, time(), tzinfo=HERE)
    written = datetime.fromisoformat(note.at)
    return NoteSignature(
        id=note.id,
        account=AccountId(note.author),
        sha256=sha256(content).hex(),
        sign_pub=b64encode(key.public.raw).decode(),
        signature=b64encode(key.sign(note_message(content))).decode(),
        at=now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        late=note.amends is None
        and written - (held + timedelta(minutes=session.end)) > timedelta(hours=LATE_AFTER_HOURS),
    )


def countersign(
    note: Note, facts: Reading, key: SigningKey, account: AccountId, now: datetime
) -> Countersignature:
    """Sign a signed note of somebody in training, as it stands."""
    content = canonical_note(note, amended_sha256(facts, note))
    return Countersignature(
        id=note.id,
        account=account,
        sha256=sha256(content).hex(),
        sign_pub=b64encode(key.public.raw).decode(),
        signature=b64encode(key.sign(countersign_message(content))).decode(),
        at=now.strftime("%Y-%m-%dT%H:%M:%SZ"),
    )


def amended_sha256(facts: Reading, note: Note) -> str | None:
    """Give the hash of the signed note that a note adds to; None if it adds to none."""
    if note.amends is None:
        return None
    return facts.get(NoteSignature, note.amends).sha256
