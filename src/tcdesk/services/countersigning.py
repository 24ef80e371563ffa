"""The mentor's list of what trainees have signed, and the second signature."""

from collections.abc import Sequence
from dataclasses import dataclass

from tcdesk.domain.countersigning import AlreadyCountersignedError, Countersignature
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import NoteId
from tcdesk.domain.notes import Note, NoteSignature
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.lines import NoteLine
from tcdesk.services.mentors import mentor_of
from tcdesk.services.signed_note import countersign
from tcdesk.services.timekeeping import check_clock


@dataclass(frozen=True, slots=True)
class Countersigning:
    """The work of a mentor."""

    desk: Desk

    def waiting(self) -> Sequence[NoteLine]:
        """List the notes that wait for the second signature of the one at the desk."""
        with self.desk.reading(Action.WRITE_NOTES) as facts:
            return facts.waiting_notes(self.desk.actor.account, mentor=True)

    def sign(self, notes: Sequence[NoteId], passphrase: str) -> Sequence[Countersignature]:
        """Countersign notes with the passphrase, all or none.

        Raises:
            PersonCanMendError: ``wrong-passphrase``; ``AlreadyCountersignedError``;
                ``ClockDoubtError``; the author has not signed it (``RuleBrokenError
                not-signed-yet``), or another is the mentor (``not-the-mentor``).
        """
        self.desk.check(Action.WRITE_NOTES)
        key = self.desk.vault.signing_key(passphrase)
        with self.desk.writing(Action.WRITE_NOTES) as work:
            check_clock(work)
            made = []
            for note_id in notes:
                note = work.get(Note, note_id)
                signature = next(iter(work.find(NoteSignature, id=note_id)), None)
                if signature is None:
                    raise RuleBrokenError("not-signed-yet")
                if work.find(Countersignature, id=note_id):
                    raise AlreadyCountersignedError
                if mentor_of(work, signature) != self.desk.actor.account:
                    raise RuleBrokenError("not-the-mentor")
                now = self.desk.clock.now()
                second = countersign(note, work, key, self.desk.actor.account, now)
                work.add(second)
                work.audit("note.countersign", entity="note", key=note_id, person=note.person)
                made.append(second)
        return made
