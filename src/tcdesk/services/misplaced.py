"""A note that was written of the wrong person: its text goes where it belongs, with a trace.

unsigned   the note itself changes its person; the history keeps whose it was taken for
signed     a new note in the right file, signed again, that says whence it comes; and a signed
stub on the old one, after which no view of the wrong file shows its text
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import cast

from tcdesk.bundle.canonical import Json
from tcdesk.domain.closed import ClosedNoteError
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import NoteId, PersonId, SessionId
from tcdesk.domain.notes import AlreadySignedError, Note, NoteFormat, NoteKind, NoteSignature, clean
from tcdesk.domain.people import Person
from tcdesk.domain.sessions import Session, SessionState
from tcdesk.domain.staff import Action
from tcdesk.services import signed_note
from tcdesk.services.closed_text import Opener, seal_fields
from tcdesk.services.compartments import for_writing, seal_for_recovery
from tcdesk.services.desk import Desk
from tcdesk.services.note_views import fields_of, moved_away
from tcdesk.services.sessions import session_file
from tcdesk.services.signed_note import MovedFrom, with_attendance, written_body
from tcdesk.services.store import Work
from tcdesk.services.timekeeping import check_clock

NEAR = timedelta(days=31)


@dataclass(frozen=True, slots=True, kw_only=True)
class RightPlace:
    """Where a note may belong: a person in a session."""

    session: SessionId
    person: PersonId
    day: date
    activity_sl: str
    activity_en: str
    name: str = field(repr=False)
    code: str


@dataclass(frozen=True, slots=True)
class Misplaced:
    """Moves the own notes of the one at the desk."""

    desk: Desk

    def places(self, note: NoteId) -> Sequence[RightPlace]:
        """List where a note may belong: others of its session, individual sessions of near days."""
        with self.desk.reading(Action.WRITE_NOTES) as facts:
            found = facts.get(Note, note)
            here = session_file(facts, found.session)
            session = here.session
            places = [
                RightPlace(
                    session=session.id,
                    person=line.person.id,
                    day=session.day,
                    activity_sl=here.activity.name_sl,
                    activity_en=here.activity.name_en,
                    name=line.person.full_name,
                    code=line.person.code,
                )
                for line in here.roster
                if line.person.id != found.person
            ]
            for other in facts.sessions(session.day - NEAR, session.day + NEAR):
                if other.person is None or other.person == found.person:
                    continue
                if other.state is SessionState.CANCELLED or other.id == session.id:
                    continue
                person = facts.get(Person, other.person)
                places.append(
                    RightPlace(
                        session=other.id,
                        person=person.id,
                        day=other.day,
                        activity_sl=other.activity_sl,
                        activity_en=other.activity_en,
                        name=person.full_name,
                        code=person.code,
                    )
                )
            return [one for one in places if facts.runs(one.session)]

    def move(
        self, note: NoteId, session: SessionId, person: PersonId, reason: str, passphrase: str
    ) -> NoteId:
        """Move a note to the person and session to which it belongs; gives the note there.

        Args:
            note: The own note, signed or not.
            session: The right session.
            person: The right person; somebody on its roster.
            reason: How it came about; stays in the wrong file, so it must name nobody.
            passphrase: Signs, if the note is signed.

        Raises:
            RuleBrokenError: ``reason-missing``, ``not-the-author``, ``not-on-roster``,
                ``right-place`` (it stands there already), ``note-moved``, ``note-there`` (an
                unsigned own note stands there) or ``not-movable`` (an addendum, a shared note).
            PersonCanMendError: ``wrong-passphrase``, ``ClockDoubtError``, ``ClosedNoteError``.
        """
        self.desk.check(Action.WRITE_NOTES)
        with self.desk.reading(Action.WRITE_NOTES) as facts:
            signed = bool(facts.find(NoteSignature, id=note))
        key = self.desk.vault.signing_key(passphrase) if signed else None
        with self.desk.writing(Action.WRITE_NOTES) as work:
            old = work.get(Note, note)
            self._check(work, old, session, person, reason)
            right = work.get(Session, session)
            kind = NoteKind.INDIVIDUAL if right.person == person else NoteKind.MEMBER
            signature = next(iter(work.find(NoteSignature, id=note)), None)
            if signature is None:
                moved = replace(old, session=session, person=person, kind=kind)
                text = signed_note.text_of(signed_note.body_of(old))
                moved = replace(moved, body=written_body(moved, text))
                work.change(moved, expected=work.version(Note, note))
                work.audit("note.move", entity="note", key=note, person=person)
                return note
            if key is None:
                raise AlreadySignedError
            check_clock(work)
            now, origin = self.desk.clock.now(), signature
            new = self._written_again(
                work,
                replace(old, session=session, person=person, kind=kind),
                MovedFrom(note=note, sha256=origin.sha256, signed_at=origin.at),
            )
            stub = self._stub(old, reason)
            for one in (new, stub):
                work.add(one)
                of = work.get(Session, one.session)
                work.add(signed_note.sign(one, work, key, now, of))
                work.audit("note.sign", entity="note", key=one.id, person=one.person)
            work.audit("note.move", entity="note", key=note, person=old.person)
            return new.id

    def _check(
        self, work: Work, old: Note, session: SessionId, person: PersonId, reason: str
    ) -> None:
        if not reason.strip():
            raise RuleBrokenError("reason-missing")
        if old.author != self.desk.actor.account:
            raise RuleBrokenError("not-the-author")
        if old.amends is not None or old.person is None:
            raise RuleBrokenError("not-movable")
        if (old.session, old.person) == (session, person):
            raise RuleBrokenError("right-place")
        if moved_away(work, old.id):
            raise RuleBrokenError("note-moved")
        if person not in {line.person.id for line in session_file(work, session).roster}:
            raise RuleBrokenError("not-on-roster")
        for there, signature in work.notes(session):
            own = there.author == old.author and there.amends is None
            if own and there.person == person and signature is None:
                raise RuleBrokenError("note-there")

    def _written_again(self, work: Work, old: Note, origin: MovedFrom) -> Note:
        """Give the note as it stands in the right file."""
        opener = Opener(self.desk.vault, work)
        fields = fields_of(old, opener)
        if fields is None:
            raise ClosedNoteError
        told = cast("Json", origin)
        note = replace(old, id=NoteId(self.desk.ids.new()))
        if old.compartment is None:
            note = replace(
                note, body=written_body(note, {"fields": dict(fields), "moved_from": told})
            )
        else:
            seal_for_recovery(self.desk, work)
            compartment, key = for_writing(self.desk, work)
            note = replace(note, compartment=compartment)
            sealed = seal_fields(key, note, fields)
            note = replace(note, body=written_body(note, {"sealed": sealed, "moved_from": told}))
        return replace(note, body=with_attendance(work, note))

    def _stub(self, old: Note, reason: str) -> Note:
        """Give what stands in the wrong file instead of the text."""
        stub = replace(
            old,
            id=NoteId(self.desk.ids.new()),
            at=self.desk.moment(),
            kind=NoteKind.MOVED,
            format=NoteFormat.MOVED,
            amends=old.id,
            compartment=None,
        )
        text: dict[str, Json] = {"fields": {"reason": clean(reason).strip()}}
        return replace(stub, body=written_body(stub, text))
