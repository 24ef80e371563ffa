"""Writing, signing and adding to notes; drafts while typing.

What a note's body holds and what its signature covers is in ``services.signed_note``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tcdesk.domain.closed import ClosedNoteError
from tcdesk.domain.errors import RuleBrokenError, StaleRowError
from tcdesk.domain.ids import AccountId, NoteId, PersonId, SessionId
from tcdesk.domain.notes import (
    FIELDS,
    AlreadySignedError,
    Draft,
    Note,
    NoteFormat,
    NoteKind,
    NoteSignature,
    check_text,
    clean,
)
from tcdesk.domain.sessions import Session
from tcdesk.domain.staff import Action
from tcdesk.services import signed_note
from tcdesk.services.closed_text import Opener, seal_fields, seal_payload
from tcdesk.services.compartments import for_adding, for_writing, seal_for_recovery
from tcdesk.services.desk import Desk
from tcdesk.services.lines import NoteLine
from tcdesk.services.note_views import NoteView, fields_of, moved_away, views_of
from tcdesk.services.signed_note import (
    with_attendance,
    written_body,
)
from tcdesk.services.store import Work
from tcdesk.services.timekeeping import check_clock


@dataclass(frozen=True, slots=True)
class Notes:
    """Session notes of the person at the desk, and what they may read."""

    desk: Desk

    def of_session(self, session: SessionId) -> Sequence[NoteView]:
        """List the notes of a session; each signature is verified as it is read."""
        with self.desk.reading(Action.SEE_NOTES) as facts:
            return views_of(self.desk.vault, facts, session)

    def write(
        self,
        session_id: SessionId,
        person: PersonId | None,
        format_: NoteFormat,
        texts: Mapping[str, str],
        *,
        expected: int | None = None,
        closed: bool = False,
    ) -> Note:
        """Save the author's note of a session, or of one member in it; replaces an unsigned one.

        Args:
            session_id: The session.
            person: The member; None for the note of the whole group.
            format_: Which fields it has.
            texts: The fields.
            expected: The row version that the form was opened at, 0 when there was no note yet;
                without it whatever is there is replaced.
            closed: Seal the text, so that only the author and whom the author has named read it.

        Raises:
            AlreadySignedError: It is signed; add to it instead.
            StaleRowError: It is not the note that the form was opened at.
            RuleBrokenError: ``note-too-long``, ``note-format``, ``closed-shared`` (a note of the
                whole group), ``saved-open`` or ``saved-closed`` (it was saved the other way).
            ClosedNoteError: It is closed, and its key is not this account's any more.
        """
        account = self.desk.actor.account
        with self.desk.writing(Action.WRITE_NOTES) as work:
            session = work.get(Session, session_id)
            if closed and person is None:
                raise RuleBrokenError("closed-shared")
            stored = work.notes(session_id)
            moved = {note.amends for note, _ in stored if note.kind is NoteKind.MOVED}
            own = [
                one
                for one in stored
                if one[0].person == person and one[0].author == account and one[0].amends is None
            ]
            # An unsigned one first: beside it there may be one that was moved here from elsewhere.
            standing = [one for one in own if one[0].id not in moved]
            known = min(standing, key=lambda one: one[1] is not None, default=None)
            if known is not None:
                if known[1] is not None:
                    raise AlreadySignedError
                self._check_way(work, known[0], closed=closed)
                note = self._filled(work, replace(known[0], format=format_), texts, closed=closed)
                version = work.version(Note, note.id)
                work.change(note, expected=version if expected is None else expected)
                return note
            if expected:
                raise StaleRowError(table="note")
            empty = Note(
                id=NoteId(self.desk.ids.new()),
                session=session_id,
                person=person,
                author=account,
                at=self.desk.moment(),
                kind=_kind(session, person),
                format=format_,
                body="",
                amends=None,
            )
            note = self._filled(work, empty, texts, closed=closed)
            work.add(note)
        return note

    def add_to(
        self,
        amended: NoteId,
        text: str,
        reason: str,
        *,
        expected: int | None = None,
        closed: bool = False,
        correction: bool = False,
    ) -> Note:
        """Write an addendum to a signed note, or a correction; replaces the own unsigned one.

        Args:
            amended: The signed note.
            text: What is added.
            reason: Why it is added.
            expected: As in ``write``.
            closed: As in ``write``; what is added to a closed note is always closed.
            correction: It says what is wrong in the note and what is right instead.

        Raises:
            RuleBrokenError: ``not-signed-yet``, ``reason-missing``, ``note-moved``, or as
                ``write``.
            StaleRowError: It is not the addendum that the form was opened at.
            ClosedNoteError: The note is closed and not this account's to read.
        """
        if not reason.strip():
            raise RuleBrokenError("reason-missing")
        account = self.desk.actor.account
        with self.desk.writing(Action.WRITE_NOTES) as work:
            original = work.get(Note, amended)
            if not work.find(NoteSignature, id=amended):
                raise RuleBrokenError("not-signed-yet")
            if moved_away(work, amended):
                raise RuleBrokenError("note-moved")
            kind = NoteKind.CORRECTION if correction else NoteKind.ADDENDUM
            closed = closed or original.compartment is not None
            if closed and original.person is None:
                raise RuleBrokenError("closed-shared")
            self._check_way(work, original, closed=original.compartment is not None)
            texts = {"reason": reason, "text": text}
            for known in work.find(Note, amends=amended, author=account):
                if not work.find(NoteSignature, id=known.id):
                    self._check_way(work, known, closed=closed)
                    begun = replace(known, kind=kind, format=NoteFormat(kind.value))
                    note = self._filled(work, begun, texts, closed=closed, of=original.author)
                    version = work.version(Note, known.id)
                    work.change(note, expected=version if expected is None else expected)
                    return note
            if expected:
                raise StaleRowError(table="note")
            empty = Note(
                id=NoteId(self.desk.ids.new()),
                session=original.session,
                person=original.person,
                author=account,
                at=self.desk.moment(),
                kind=kind,
                format=NoteFormat(kind.value),
                body="",
                amends=amended,
            )
            note = self._filled(work, empty, texts, closed=closed, of=original.author)
            work.add(note)
        return note

    def unsigned(self, *, own: bool = True) -> Sequence[NoteLine]:
        """List unsigned notes, oldest first."""
        with self.desk.reading(Action.SEE_NOTES) as facts:
            return facts.waiting_notes(self.desk.actor.account if own else None)

    def sign(self, notes: Sequence[NoteId], passphrase: str) -> Sequence[NoteSignature]:
        """Sign some of the author's notes with the passphrase, all or none.

        Raises:
            PersonCanMendError: ``wrong-passphrase``; ``AlreadySignedError``; ``ClockDoubtError``;
                a note is another's (``RuleBrokenError not-the-author``) or empty
                (``note-empty``); ``ClosedNoteError``.
        """
        self.desk.check(Action.WRITE_NOTES)
        key = self.desk.vault.signing_key(passphrase)
        with self.desk.writing(Action.WRITE_NOTES) as work:
            check_clock(work)
            signatures, opener = [], Opener(self.desk.vault, work)
            for note_id in notes:
                note = work.get(Note, note_id)
                if note.author != self.desk.actor.account:
                    raise RuleBrokenError("not-the-author")
                if work.find(NoteSignature, id=note_id):
                    raise AlreadySignedError
                fields = fields_of(note, opener)
                if fields is None:
                    raise ClosedNoteError
                if not any(text.strip() for text in fields.values()):
                    raise RuleBrokenError("note-empty")
                final = replace(note, body=with_attendance(work, note))
                if final.body != note.body:
                    work.change(final, expected=work.version(Note, note_id))
                session = work.get(Session, note.session)
                signature = signed_note.sign(final, work, key, self.desk.clock.now(), session)
                work.add(signature)
                work.audit("note.sign", entity="note", key=note_id)
                signatures.append(signature)
        return signatures

    def keep_draft(
        self, page: str, entity: str, payload: str, cursor: int, *, closed: bool = False
    ) -> None:
        """Keep what stands in an open form, for this account only; sealed if any of it is closed.

        It takes the place of what was kept of the form before, in clear or sealed.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            known = work.draft(self.desk.actor.account, page, entity)
            draft = Draft(
                id=known.id if known else self.desk.ids.new(),
                account=self.desk.actor.account,
                page=page,
                entity=entity,
                base_version=0,
                payload=payload,
                cursor=cursor,
                saved_at=self.desk.moment(),
            )
            if closed:
                compartment, key = for_writing(self.desk, work)
                draft = replace(draft, compartment=compartment)
                draft = replace(draft, payload=seal_payload(key, draft))
            work.save_draft(draft)

    def draft(self, page: str, entity: str) -> Draft | None:
        """Give this account's draft of a form, as it is stored."""
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

    def _check_way(self, work: Work, known: Note, *, closed: bool) -> None:
        """Refuse to turn a saved note round, and to touch a closed one without its key.

        What was saved open stands in the history, so closing it now would promise too much.
        """
        if known.compartment is None:
            if closed:
                raise RuleBrokenError("saved-open")
            return
        if not closed:
            raise RuleBrokenError("saved-closed")
        if Opener(self.desk.vault, work).key(known.compartment) is None:
            raise ClosedNoteError

    def _filled(
        self,
        work: Work,
        note: Note,
        texts: Mapping[str, str],
        *,
        closed: bool,
        of: AccountId | None = None,
    ) -> Note:
        """Give a note with its text, in clear or sealed; ``of``: the author of what it adds to."""
        fields = _checked(note.format, texts)
        if not closed:
            return replace(note, body=written_body(note, {"fields": fields}))
        seal_for_recovery(self.desk, work)
        compartment, key = for_adding(self.desk, work, of or note.author)
        note = replace(note, compartment=compartment)
        return replace(note, body=written_body(note, {"sealed": seal_fields(key, note, fields)}))


def _kind(session: Session, person: PersonId | None) -> NoteKind:
    if person is None:
        return NoteKind.SHARED
    return NoteKind.INDIVIDUAL if session.person == person else NoteKind.MEMBER


def _checked(format_: NoteFormat, texts: Mapping[str, str]) -> dict[str, str]:
    """Give the fields of a format as they are stored.

    Raises:
        RuleBrokenError: ``note-format`` or ``note-too-long``.
    """
    if set(texts) - set(FIELDS[format_]):
        raise RuleBrokenError("note-format")
    for text in texts.values():
        check_text(text)
    return {name: clean(texts.get(name, "")) for name in FIELDS[format_]}
