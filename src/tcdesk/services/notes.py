"""Writing, signing and adding to notes; drafts while typing.

What is signed: Ed25519 over "tcdesk-note-v1" ‖ 00 ‖ SHA-256(canon(note)), where canon(note) =
{id, client_id, author, at, kind, body, amends}. ``body`` is canonical JSON {attendance, fields,
format, session}, so the signature binds the session and what was recorded of the member.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TypedDict, cast

from tcdesk.bundle.canonical import Json, decode, encode
from tcdesk.crypto.digests import sha256
from tcdesk.crypto.errors import SignatureRefusedError
from tcdesk.crypto.signing import PublicKey, SigningKey, note_message
from tcdesk.domain.errors import RuleBrokenError, StaleRowError
from tcdesk.domain.ids import AccountId, NoteId, PersonId, SessionId
from tcdesk.domain.notes import (
    FIELDS,
    LATE_AFTER_HOURS,
    AlreadySignedError,
    Draft,
    Note,
    NoteFormat,
    NoteKind,
    NoteSignature,
    check_text,
    clean,
)
from tcdesk.domain.sessions import Session, current
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.lines import NoteLine
from tcdesk.services.store import Reading
from tcdesk.services.timekeeping import check_clock


class NoteBody(TypedDict):
    """What the body of a note holds, as JSON."""

    attendance: dict[str, str | int | None] | None
    fields: dict[str, str]
    format: str
    session: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """A note as every view, print and export shows it: text, signature, and what amends it."""

    note: Note
    fields: Mapping[str, str] = field(repr=False)
    version: int
    signature: NoteSignature | None
    genuine: bool | None
    addenda: Sequence["NoteView"]


@dataclass(frozen=True, slots=True)
class Notes:
    """Session notes of the person at the desk, and what they may read."""

    desk: Desk

    def of_session(self, session: SessionId) -> Sequence[NoteView]:
        """List the notes of a session; each signature is verified as it is read."""
        with self.desk.reading(Action.SEE_NOTES) as facts:
            stored = facts.notes(session)
            views = {note.id: _view(note, signature, facts, ()) for note, signature in stored}
        for note, _ in stored:
            if note.amends is not None:
                amended = views[note.amends]
                views[note.amends] = replace(amended, addenda=(*amended.addenda, views[note.id]))
        return [views[note.id] for note, _ in stored if note.amends is None]

    def write(
        self,
        session_id: SessionId,
        person: PersonId | None,
        format_: NoteFormat,
        texts: Mapping[str, str],
        *,
        expected: int | None = None,
    ) -> Note:
        """Save the author's note of a session, or of one member in it; replaces an unsigned one.

        Args:
            session_id: The session.
            person: The member; None for the note of the whole group.
            format_: Which fields it has.
            texts: The fields.
            expected: The row version that the form was opened at, 0 when there was no note yet;
                without it whatever is there is replaced.

        Raises:
            AlreadySignedError: It is signed; add to it instead.
            StaleRowError: It is not the note that the form was opened at.
            RuleBrokenError: ``note-too-long`` or ``note-format``.
        """
        account = self.desk.actor.account
        with self.desk.writing(Action.WRITE_NOTES) as work:
            session = work.get(Session, session_id)
            body = _body(session_id, format_, texts, None)
            known = next(
                (
                    (note, signature)
                    for note, signature in work.notes(session_id)
                    if note.person == person and note.author == account and note.amends is None
                ),
                None,
            )
            if known is not None:
                if known[1] is not None:
                    raise AlreadySignedError
                note = replace(known[0], format=format_, body=body)
                version = work.version(Note, note.id)
                work.change(note, expected=version if expected is None else expected)
                return note
            if expected:
                raise StaleRowError(table="note")
            note = Note(
                id=NoteId(self.desk.ids.new()),
                session=session_id,
                person=person,
                author=account,
                at=self.desk.moment(),
                kind=_kind(session, person),
                format=format_,
                body=body,
                amends=None,
            )
            work.add(note)
        return note

    def add_to(
        self, amended: NoteId, text: str, reason: str, *, expected: int | None = None
    ) -> Note:
        """Write an addendum to a signed note; replaces the author's own unsigned one.

        Args:
            amended: The signed note.
            text: What is added.
            reason: Why it is added.
            expected: As in ``write``.

        Raises:
            RuleBrokenError: ``not-signed-yet``, ``reason-missing`` or ``note-too-long``.
            StaleRowError: It is not the addendum that the form was opened at.
        """
        if not reason.strip():
            raise RuleBrokenError("reason-missing")
        account = self.desk.actor.account
        with self.desk.writing(Action.WRITE_NOTES) as work:
            original = work.get(Note, amended)
            if not work.find(NoteSignature, id=amended):
                raise RuleBrokenError("not-signed-yet")
            body = _body(
                original.session, NoteFormat.ADDENDUM, {"reason": reason, "text": text}, None
            )
            for known in work.find(Note, amends=amended, author=account):
                if not work.find(NoteSignature, id=known.id):
                    note = replace(known, body=body)
                    version = work.version(Note, known.id)
                    work.change(note, expected=version if expected is None else expected)
                    return note
            if expected:
                raise StaleRowError(table="note")
            note = Note(
                id=NoteId(self.desk.ids.new()),
                session=original.session,
                person=original.person,
                author=account,
                at=self.desk.moment(),
                kind=NoteKind.ADDENDUM,
                format=NoteFormat.ADDENDUM,
                body=body,
                amends=amended,
            )
            work.add(note)
        return note

    def unsigned(self, *, own: bool = True) -> Sequence[NoteLine]:
        """List unsigned notes, oldest first."""
        with self.desk.reading(Action.SEE_NOTES) as facts:
            return facts.unsigned_notes(self.desk.actor.account if own else None)

    def sign(self, notes: Sequence[NoteId], passphrase: str) -> Sequence[NoteSignature]:
        """Sign some of the author's notes with the passphrase, all or none.

        Raises:
            PersonCanMendError: ``wrong-passphrase``; ``AlreadySignedError``; ``ClockDoubtError``;
                a note is another's (``RuleBrokenError not-the-author``) or empty
                (``note-empty``).
        """
        key = self.desk.vault.signing_key(passphrase)
        with self.desk.writing(Action.WRITE_NOTES) as work:
            check_clock(work)
            signatures = []
            for note_id in notes:
                note = work.get(Note, note_id)
                if note.author != self.desk.actor.account:
                    raise RuleBrokenError("not-the-author")
                if work.find(NoteSignature, id=note_id):
                    raise AlreadySignedError
                fields = body_of(note)["fields"]
                if not any(text.strip() for text in fields.values()):
                    raise RuleBrokenError("note-empty")
                final = replace(note, body=_with_attendance(work, note))
                if final.body != note.body:
                    work.change(final, expected=work.version(Note, note_id))
                session = work.get(Session, note.session)
                signature = _signature(final, work, key, self.desk.clock.now(), session)
                work.add(signature)
                work.audit("note.sign", entity="note", key=note_id)
                signatures.append(signature)
        return signatures

    def keep_draft(self, page: str, entity: str, payload: str, cursor: int) -> None:
        """Keep what stands in an open form, for this account only."""
        with self.desk.writing(Action.WRITE_NOTES) as work:
            known = work.draft(self.desk.actor.account, page, entity)
            work.save_draft(
                Draft(
                    id=known.id if known else self.desk.ids.new(),
                    account=self.desk.actor.account,
                    page=page,
                    entity=entity,
                    base_version=0,
                    payload=payload,
                    cursor=cursor,
                    saved_at=self.desk.moment(),
                )
            )

    def draft(self, page: str, entity: str) -> Draft | None:
        """Give this account's draft of a form."""
        with self.desk.reading(Action.WRITE_NOTES) as facts:
            return facts.draft(self.desk.actor.account, page, entity)

    def drafts(self) -> Sequence[Draft]:
        """List this account's drafts, newest first."""
        with self.desk.reading(Action.WRITE_NOTES) as facts:
            return facts.drafts(self.desk.actor.account)

    def drop_draft(self, page: str, entity: str) -> None:
        """Forget a draft whose content was saved or thrown away on purpose."""
        with self.desk.writing(Action.WRITE_NOTES) as work:
            work.drop_draft(self.desk.actor.account, page, entity)


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


def verify(note: Note, signature: NoteSignature, amended_sha256: str | None) -> bool:
    """Say whether a signature is genuine for a note as it is stored."""
    content = canonical_note(note, amended_sha256)
    if sha256(content).hex() != signature.sha256:
        return False
    try:
        PublicKey(b64decode(signature.sign_pub)).verify(
            b64decode(signature.signature), note_message(content)
        )
    except (SignatureRefusedError, ValueError):
        return False
    return True


def _kind(session: Session, person: PersonId | None) -> NoteKind:
    if person is None:
        return NoteKind.SHARED
    return NoteKind.INDIVIDUAL if session.person == person else NoteKind.MEMBER


def _body(
    session: SessionId,
    format_: NoteFormat,
    texts: Mapping[str, str],
    attendance: dict[str, str | int | None] | None,
) -> str:
    if set(texts) - set(FIELDS[format_]):
        raise RuleBrokenError("note-format")
    fields: dict[str, Json] = {name: clean(texts.get(name, "")) for name in FIELDS[format_]}
    for text in texts.values():
        check_text(text)
    content: dict[str, Json] = {
        "attendance": attendance,
        "fields": fields,
        "format": format_.value,
        "session": session,
    }
    return encode(content).decode()


def _with_attendance(facts: Reading, note: Note) -> str:
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
    return _body(note.session, note.format, body_of(note)["fields"], recorded)


def _signature(
    note: Note, facts: Reading, key: SigningKey, now: datetime, session: Session
) -> NoteSignature:
    content = canonical_note(note, _amended_sha256(facts, note))
    held = datetime(session.day.year, session.day.month, session.day.day, tzinfo=UTC)
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


def _amended_sha256(facts: Reading, note: Note) -> str | None:
    if note.amends is None:
        return None
    return facts.get(NoteSignature, note.amends).sha256


def _view(
    note: Note,
    signature: NoteSignature | None,
    facts: Reading,
    addenda: Sequence[NoteView],
) -> NoteView:
    return NoteView(
        note=note,
        fields=body_of(note)["fields"],
        version=facts.version(Note, note.id),
        signature=signature,
        genuine=None
        if signature is None
        else verify(note, signature, _amended_sha256(facts, note)),
        addenda=addenda,
    )
