"""Keying in a session: what its page shows, its draft, and settling what was typed.

    typed ──≤ 3 s──> draft in the vault ──settle──> attendance facts + unsigned notes, draft gone

Settling is one transaction: facts, notes and the draft's end are saved together or not at all.
Every typed thing names the person it is about and what was seen when it was typed (the fact's id,
the note's row version); what has changed meanwhile is refused, and the draft stays.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NotRequired, TypedDict

from tcdesk.domain.errors import RuleBrokenError, StaleRowError
from tcdesk.domain.head_counts import Band
from tcdesk.domain.ids import AccountId, NoteId, PersonId, SessionId
from tcdesk.domain.notes import Draft, NoteFormat
from tcdesk.domain.people import Person
from tcdesk.domain.phrases import Phrase
from tcdesk.domain.sessions import Attendance, AttendanceStatus
from tcdesk.domain.sheets import Print
from tcdesk.domain.staff import Action, Staff
from tcdesk.services.closed_text import Opener
from tcdesk.services.compartments import reading_now
from tcdesk.services.desk import Desk
from tcdesk.services.head_counts import numbers_of
from tcdesk.services.note_views import NoteView
from tcdesk.services.notes import Notes
from tcdesk.services.phrases import known_phrases
from tcdesk.services.sessions import Mark, SessionFile, Sessions, session_file

PAGE = "session"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenMark:
    """A mark and the id of the fact that was on the screen when it was made."""

    mark: Mark
    seen: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteEntry:
    """What stands in the form of one note; ``base`` is the row version seen, 0 when there was none.

    ``person`` is None for the note of the whole group; ``amends`` is the signed note that an
    addendum adds to, and ``correction`` says that it puts it right. ``closed``: the text is only
    ever kept sealed.
    """

    person: PersonId | None
    format: NoteFormat
    fields: Mapping[str, str] = field(repr=False)
    base: int = 0
    amends: NoteId | None = None
    closed: bool = False
    correction: bool = False

    @property
    def ready(self) -> bool:
        """Whether it can be written: an addendum needs its reason and its text.

        A note that is still empty waits, so that the choice of closing it is not forgotten.
        """
        if self.amends is None:
            return bool(self.base) or not self.blank
        return all(text.strip() for text in self.fields.values())

    @property
    def blank(self) -> bool:
        """Whether nothing is written."""
        return not any(text.strip() for text in self.fields.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionDraft:
    """Everything typed on a session's page that is not settled, and where the hand was.

    ``place`` names what had the focus: ``roster``, ``shared.<field>`` or ``member.<field>``.
    """

    marks: Sequence[SeenMark] = ()
    entries: Sequence[NoteEntry] = ()
    chosen: PersonId | None = None
    place: str = "roster"

    @property
    def empty(self) -> bool:
        """Whether there is nothing to keep."""
        return not self.marks and not self.entries

    @property
    def closed(self) -> bool:
        """Whether any of it may only be kept sealed."""
        return any(entry.closed for entry in self.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDraft:
    """A draft as it was kept, opened if it was sealed."""

    draft: SessionDraft
    cursor: int
    saved_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyedSession:
    """Everything the page of a session shows.

    ``names`` are the short names of the people behind accounts; ``printed`` is the roster of the
    newest printed sheet in its order, empty when none was printed; ``gone`` are those on it who
    are not expected any more. ``locked_draft``: there is a
    draft, but it is sealed with a key that this account has lost. ``closed_for``: who reads the
    account's closed notes besides itself;
    ``closed_recovery``: two of three parts on paper do. ``phrases`` can be inserted.
    ``numbers`` of heads, where no names are kept.
    """

    file: SessionFile
    notes: Sequence[NoteView]
    history: Sequence[Attendance]
    names: Mapping[AccountId, str] = field(repr=False)
    printed: Sequence[PersonId]
    gone: Sequence[Person]
    prints: Sequence[Print]
    kept: KeptDraft | None
    locked_draft: bool = False
    closed_for: Sequence[AccountId] = ()
    phrases: Sequence[Phrase] = ()
    numbers: Mapping[Band, int] = field(default_factory=dict)
    closed_recovery: bool = False


class _Mark(TypedDict):
    person: str
    status: str
    minutes: int
    participation: int | None
    reason: str | None
    seen: str | None


class _Entry(TypedDict):
    person: str | None
    format: str
    fields: dict[str, str]
    base: int
    amends: str | None
    closed: bool
    correction: NotRequired[bool]


class _Payload(TypedDict):
    marks: list[_Mark]
    entries: list[_Entry]
    chosen: str | None
    place: str


def to_payload(draft: SessionDraft) -> str:
    """Write a draft as the JSON that the vault keeps."""
    content: _Payload = {
        "marks": [
            {
                "person": one.mark.person,
                "status": one.mark.status.value,
                "minutes": one.mark.minutes,
                "participation": one.mark.participation,
                "reason": one.mark.reason,
                "seen": one.seen,
            }
            for one in draft.marks
        ],
        "entries": [
            {
                "person": one.person,
                "format": one.format.value,
                "fields": dict(one.fields),
                "base": one.base,
                "amends": one.amends,
                "closed": one.closed,
                "correction": one.correction,
            }
            for one in draft.entries
        ],
        "chosen": draft.chosen,
        "place": draft.place,
    }
    return json.dumps(content, ensure_ascii=False)


def from_payload(payload: str) -> SessionDraft:
    """Read a draft that ``to_payload`` wrote."""
    content: _Payload = json.loads(payload)
    return SessionDraft(
        marks=[
            SeenMark(
                mark=Mark(
                    person=PersonId(one["person"]),
                    status=AttendanceStatus(one["status"]),
                    minutes=one["minutes"],
                    participation=one["participation"],
                    reason=one["reason"],
                ),
                seen=one["seen"],
            )
            for one in content["marks"]
        ],
        entries=[
            NoteEntry(
                person=PersonId(one["person"]) if one["person"] else None,
                format=NoteFormat(one["format"]),
                fields=one["fields"],
                base=one["base"],
                amends=NoteId(one["amends"]) if one["amends"] else None,
                closed=one["closed"],
                correction=one.get("correction", False),
            )
            for one in content["entries"]
        ],
        chosen=PersonId(content["chosen"]) if content["chosen"] else None,
        place=content["place"],
    )


@dataclass(frozen=True, slots=True)
class Keying:
    """The work of a session's page."""

    desk: Desk

    def open(self, session: SessionId) -> KeyedSession:
        """Give a session with its roster, notes, attendance history, prints and the own draft.

        Whoever may not see notes (a prison officer) is given the roster alone.
        """
        sees = self.desk.may(Action.SEE_NOTES)
        with self.desk.reading(Action.SEE_SCHEDULE) as facts:
            prints = facts.find(Print, session=session) if sees else ()
            draft = facts.draft(self.desk.actor.account, PAGE, session) if sees else None
            payload = _payload(Opener(self.desk.vault, facts), draft)
            writes = self.desk.may(Action.WRITE_NOTES)
            readers, recovery = reading_now(self.desk, facts) if writes else ((), False)
            printed: list[PersonId] = json.loads(prints[-1].roster) if prints else []
            file = session_file(facts, session)
            here = {line.person.id for line in file.roster}
            return KeyedSession(
                file=file,
                notes=Notes(self.desk).of_session(session) if sees else (),
                history=facts.attendance(session) if sees else (),
                names={
                    staff.account: staff.short_name
                    for staff in facts.find(Staff)
                    if staff.account is not None
                },
                printed=printed,
                gone=[
                    one for key in printed if key not in here for one in facts.find(Person, id=key)
                ],
                prints=prints,
                kept=KeptDraft(
                    draft=from_payload(payload), cursor=draft.cursor, saved_at=draft.saved_at
                )
                if draft and payload is not None
                else None,
                locked_draft=draft is not None and payload is None,
                closed_for=readers,
                numbers=numbers_of(facts, session),
                phrases=known_phrases(facts, self.desk.actor.account) if writes else (),
                closed_recovery=recovery,
            )

    def keep(self, session: SessionId, draft: SessionDraft, cursor: int) -> str:
        """Keep what is typed; a draft with nothing in it is dropped. Gives the moment."""
        notes = Notes(self.desk)
        if draft.empty:
            notes.drop_draft(PAGE, session)
        else:
            payload = to_payload(draft)
            notes.keep_draft(PAGE, session, payload, cursor, closed=draft.closed)
        return self.desk.moment()

    def settle(
        self, session: SessionId, marks: Sequence[SeenMark], entries: Sequence[NoteEntry]
    ) -> None:
        """Record attendance, write the notes and forget the draft, together or not at all.

        An addendum without its reason or text stays a draft, and so does a note without text.

        Raises:
            StaleRowError: Something that was on the screen has changed meanwhile.
            RuleBrokenError: Somebody is not on the roster, or see ``Sessions.record`` and
                ``Notes.write``.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            facts = {one.person.id: one.fact for one in session_file(work, session).roster}
            for one in marks:
                known = facts.get(one.mark.person)
                if (known.id if known else None) != one.seen:
                    raise StaleRowError(table="attendance")
            Sessions(self.desk).record(session, [one.mark for one in marks])
            for entry in entries:
                if entry.person is not None and entry.person not in facts:
                    raise RuleBrokenError("not-on-roster")
                if entry.ready:
                    self._write(session, entry)
            left = [entry for entry in entries if not entry.ready]
            self.keep(session, SessionDraft(entries=left), 0)

    def _write(self, session: SessionId, entry: NoteEntry) -> None:
        notes = Notes(self.desk)
        if entry.amends is None:
            notes.write(
                session,
                entry.person,
                entry.format,
                entry.fields,
                expected=entry.base,
                closed=entry.closed,
            )
        else:
            notes.add_to(
                entry.amends,
                entry.fields["text"],
                entry.fields["reason"],
                expected=entry.base,
                closed=entry.closed,
                correction=entry.correction,
            )


def _payload(opener: Opener, draft: Draft | None) -> str | None:
    if draft is None or draft.compartment is None:
        return draft.payload if draft else None
    return opener.draft(draft)
