"""What is typed on a session's page and not settled yet; plain values, no widgets.

Every mark and entry names its person and what was seen when it was typed, so that what belongs to
one person can never be saved to another, and nothing overwrites what it has not seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from tcdesk.domain.ids import AccountId, NoteId, PersonId
from tcdesk.domain.notes import FIELDS, NoteFormat
from tcdesk.domain.people import Person
from tcdesk.domain.programmes import HOUSE_MEETINGS
from tcdesk.domain.sessions import LONGEST, Attendance, AttendanceStatus
from tcdesk.services.keying import KeyedSession, NoteEntry, SeenMark, SessionDraft
from tcdesk.services.note_views import NoteView
from tcdesk.services.ports import Words
from tcdesk.services.sessions import Mark

Place = tuple[PersonId | None, NoteId | None]  # whose note, and which signed note it amends


class NoteState(StrEnum):
    """How far a member's note is; of all authors together."""

    NONE = "none"
    DRAFT = "draft"
    UNSIGNED = "unsigned"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterRow:
    """One person of the roster as the table shows it."""

    number: int
    person: Person
    guest: bool
    added_later: bool  # not on the printed sheet
    fact: Attendance | None
    mark: Mark | None  # typed, not settled
    note: NoteState
    marks: str = ""  # of the risk flags that hold on the day

    @property
    def status(self) -> AttendanceStatus | None:
        """The status typed or recorded."""
        known = self.mark or self.fact
        return known.status if known else None

    @property
    def minutes(self) -> int | None:
        """Minutes typed or recorded; None for those who did not attend."""
        known = self.mark or self.fact
        return known.minutes if known and known.status.attended else None

    @property
    def participation(self) -> int | None:
        """Participation typed or recorded."""
        known = self.mark or self.fact
        return known.participation if known else None


class Keyed:
    """The typed marks and entries of one opened session."""

    def __init__(
        self, opened: KeyedSession, account: AccountId, words: Words, *, closes: bool = False
    ) -> None:
        """Take a session.

        Args:
            opened: What the vault has of it.
            account: Who types.
            words: The language; names are sorted by its rules.
            closes: Notes of individual sessions begin closed.
        """
        self.opened = opened
        self.account = account
        self._closes = closes
        self._words = words
        self._marks: dict[PersonId, SeenMark] = {}
        self._entries: dict[Place, NoteEntry] = {}
        self._undo: list[dict[PersonId, SeenMark]] = []
        self._kept: tuple[SessionDraft, int] = (SessionDraft(), 0)
        if opened.kept is not None:
            self._marks = {one.mark.person: one for one in opened.kept.draft.marks}
            self._entries = {(one.person, one.amends): one for one in opened.kept.draft.entries}
            self._kept = (opened.kept.draft, opened.kept.cursor)

    @property
    def marks(self) -> Sequence[SeenMark]:
        """Give the marks that are not settled."""
        return tuple(self._marks.values())

    @property
    def entries(self) -> Sequence[NoteEntry]:
        """Give the entries that are not settled."""
        return tuple(self._entries.values())

    @property
    def typed(self) -> bool:
        """Whether anything waits to be settled."""
        return bool(self._marks or self._entries)

    def draft(self, chosen: PersonId | None, place: str) -> SessionDraft:
        """Give what is to be kept."""
        return SessionDraft(marks=self.marks, entries=self.entries, chosen=chosen, place=place)

    def worth_keeping(self, draft: SessionDraft, cursor: int) -> bool:
        """Say whether the vault's draft is another one; from now on this one counts as kept."""
        before = self._kept
        self._kept = (draft, cursor)
        if draft.empty:
            return not before[0].empty
        return before != self._kept

    def not_kept(self) -> None:
        """Remember that the draft was not kept after all."""
        self._kept = (SessionDraft(), 0)

    def rows(self) -> list[RosterRow]:
        """List the roster: in the order of the printed sheet, else by Slovenian rules.

        The numbers are those of the sheet; whoever came later goes on after its last one.
        """
        printed = {person: place for place, person in enumerate(self.opened.printed)}
        lines = sorted(
            self.opened.file.roster,
            key=lambda line: (
                printed.get(line.person.id, len(printed)),
                self._words.sort_key(line.person.full_name),
            ),
        )
        rows = []
        after = len(printed)
        for line in lines:
            if line.person.id in printed:
                number = printed[line.person.id] + 1
            else:
                after += 1
                number = after
            seen = self._marks.get(line.person.id)
            rows.append(
                RosterRow(
                    number=number,
                    person=line.person,
                    guest=line.guest,
                    added_later=bool(printed) and line.person.id not in printed,
                    fact=line.fact,
                    mark=seen.mark if seen else None,
                    note=self.note_state(line.person.id),
                    marks=line.marks,
                )
            )
        return rows

    # Attendance

    def signed(self, person: PersonId) -> bool:
        """Whether an entry about the person is signed, so that a correction needs a reason."""
        return any(
            note.signature is not None for note in self.opened.notes if note.note.person == person
        )

    def mark(self, person: PersonId, mark: Mark) -> None:
        """Mark a person; a mark that says what is recorded already is forgotten."""
        self._remember()
        self._put(person, mark)

    def set_status(self, row: RosterRow, status: AttendanceStatus, reason: str | None) -> None:
        """Set a status; minutes and participation stay where they make sense."""
        whole = self.opened.file.session.minutes
        minutes = (row.minutes or whole) if status.attended else 0
        if status is AttendanceStatus.PRESENT:
            minutes = whole
        participation = row.participation if status.attended else None
        self.mark(
            row.person.id,
            Mark(
                person=row.person.id,
                status=status,
                minutes=minutes,
                participation=participation,
                reason=reason,
            ),
        )

    def set_minutes(self, row: RosterRow, minutes: int, reason: str | None) -> bool:
        """Set the minutes of somebody who attended; says whether it was possible."""
        if row.status is None or not row.status.attended or not 0 <= minutes <= LONGEST:
            return False
        self.mark(row.person.id, replace(_as_mark(row), minutes=minutes, reason=reason))
        return True

    def set_participation(self, row: RosterRow, value: int, reason: str | None) -> bool:
        """Set the participation of somebody who attended; says whether it was possible."""
        if row.status is None or not row.status.attended:
            return False
        self.mark(row.person.id, replace(_as_mark(row), participation=value, reason=reason))
        return True

    def all_present(self) -> int:
        """Mark everybody present of whom nothing is known; gives how many."""
        unknown = [row for row in self.rows() if row.status is None]
        if unknown:
            self._remember()
        for row in unknown:
            self._put(
                row.person.id,
                Mark(
                    person=row.person.id,
                    status=AttendanceStatus.PRESENT,
                    minutes=self.opened.file.session.minutes,
                ),
            )
        return len(unknown)

    def clear(self, person: PersonId) -> None:
        """Take back what is typed of a person."""
        if person in self._marks:
            self._remember()
            del self._marks[person]

    def undo(self) -> bool:
        """Take back the last change of attendance that is not settled."""
        if not self._undo:
            return False
        self._marks = self._undo.pop()
        return True

    # Notes

    def own(self, person: PersonId | None) -> NoteView | None:
        """Give the own note about a person, or of the group: the one that can still be written.

        What was moved away, or moved here beside it, stands with the others'.
        """
        mine = [
            view
            for view in self.opened.notes
            if (view.note.person, view.note.author) == (person, self.account) and not view.moved
        ]
        return min(mine, key=lambda view: view.signature is not None, default=None)

    def others(self, person: PersonId | None) -> Sequence[NoteView]:
        """List the notes about a person, or of the group, beside the own one."""
        own = self.own(person)
        return [
            view for view in self.opened.notes if view.note.person == person and view is not own
        ]

    def entry(self, person: PersonId | None) -> NoteEntry:
        """Give what stands in the form of the own note."""
        known = self._entries.get((person, None))
        if known is not None:
            return known
        own = self.own(person)
        if own is not None:
            return NoteEntry(
                person=person,
                format=own.note.format,
                fields=own.fields,
                base=own.version,
                closed=own.closed,
            )
        format_ = self._begins_as(person)
        return NoteEntry(
            person=person,
            format=format_,
            fields=dict.fromkeys(FIELDS[format_], ""),
            closed=self._begins_closed(person),
        )

    def addendum(self, amended: NoteView) -> NoteEntry | None:
        """Give the own addendum that is being written to a signed note."""
        return self._entries.get((amended.note.person, amended.note.id))

    def begin_addendum(self, amended: NoteView, *, correction: bool = False) -> NoteEntry:
        """Begin an addendum or a correction, or go on with the own one that is not signed."""
        own = next(
            (
                one
                for one in amended.addenda
                if one.signature is None and one.note.author == self.account
            ),
            None,
        )
        entry = self.addendum(amended) or NoteEntry(
            person=amended.note.person,
            format=NoteFormat.CORRECTION if correction else NoteFormat.ADDENDUM,
            fields=own.fields if own else dict.fromkeys(FIELDS[NoteFormat.ADDENDUM], ""),
            base=own.version if own else 0,
            amends=amended.note.id,
            closed=own.closed if own else amended.closed,
        )
        format_ = NoteFormat.CORRECTION if correction else NoteFormat.ADDENDUM
        entry = replace(entry, format=format_, correction=correction)
        self.write(entry)
        return entry

    def write(self, entry: NoteEntry) -> None:
        """Keep what stands in a form; a form as it was opened is forgotten.

        The choice of closing a note is kept also while nothing is written.
        """
        own = self.own(entry.person) if entry.amends is None else None
        same = own is not None and (own.note.format, dict(own.fields)) == (
            entry.format,
            dict(entry.fields),
        )
        untouched = entry.blank and entry.closed == self._begins_closed(entry.person)
        if same or (entry.amends is None and own is None and untouched):
            self._entries.pop((entry.person, entry.amends), None)
        else:
            self._entries[(entry.person, entry.amends)] = entry

    def drop_addendum(self, amended: NoteView) -> None:
        """Throw away an addendum that is being written."""
        self._entries.pop((amended.note.person, amended.note.id), None)

    @property
    def minutes_signed(self) -> bool:
        """Whether a signed note of the whole group can go onto paper."""
        return self.opened.file.session.person is None and any(
            view.note.person is None and view.signature is not None for view in self.opened.notes
        )

    def mine_unsigned(self, people: Sequence[PersonId | None] | None) -> Sequence[NoteId]:
        """List the own notes that can be signed: about some people (None: the group), or all."""
        wanted = [
            one
            for view in self.opened.notes
            for one in (view, *view.addenda)
            if one.note.author == self.account
            and one.signature is None
            and any(text.strip() for text in one.fields.values())
        ]
        return [one.note.id for one in wanted if people is None or one.note.person in people]

    def to_countersign(self) -> Sequence[NoteId]:
        """List the notes that wait for the second signature of the one at the desk."""
        return [
            one.note.id
            for view in self.opened.notes
            for one in (view, *view.addenda)
            if one.awaits == self.account
        ]

    # The vault

    def reload(self, opened: KeyedSession) -> None:
        """Show what the vault has now; what is typed stays, with what was seen when typed."""
        self.opened = opened

    def settled(
        self, marks: Sequence[SeenMark], entries: Sequence[NoteEntry], opened: KeyedSession
    ) -> None:
        """Forget what was settled; what was typed meanwhile has now seen the new state."""
        self.opened = opened
        self._undo.clear()
        for seen in marks:
            if self._marks.get(seen.mark.person) is seen:
                del self._marks[seen.mark.person]
        for entry in entries:
            place = (entry.person, entry.amends)
            if self._entries.get(place) is entry and entry.ready:
                del self._entries[place]
        self.see()

    def see(self) -> None:
        """Take what the vault has now as seen: the person has looked and wants theirs saved."""
        facts = {line.person.id: line.fact for line in self.opened.file.roster}
        for person, seen in self._marks.items():
            fact = facts.get(person)
            self._marks[person] = replace(seen, seen=fact.id if fact else None)
        for place, entry in self._entries.items():
            if entry.amends is None:
                own = self.own(entry.person)
                self._entries[place] = replace(entry, base=own.version if own else 0)

    def forget(self) -> None:
        """Throw away everything typed."""
        self._marks.clear()
        self._entries.clear()
        self._undo.clear()

    def unwrite(self, person: PersonId | None) -> None:
        """Throw away what is typed in the own note about a person, or of the group."""
        self._entries.pop((person, None), None)

    def note_state(self, person: PersonId | None) -> NoteState:
        """Say how far the notes about a person (None: of the group) are."""
        if any(
            place[0] == person and not (one.blank and one.amends is None)
            for place, one in self._entries.items()
        ):
            return NoteState.DRAFT
        views = [view for view in self.opened.notes if view.note.person == person]
        if not views:
            return NoteState.NONE
        whole = [one for view in views for one in (view, *view.addenda)]
        signed = all(one.signature is not None for one in whole)
        return NoteState.SIGNED if signed else NoteState.UNSIGNED

    def _begins_as(self, person: PersonId | None) -> NoteFormat:
        if person is not None:
            return NoteFormat.FREE
        meets = self.opened.file.activity.code in HOUSE_MEETINGS
        return NoteFormat.MINUTES if meets else NoteFormat.GROUP

    def _begins_closed(self, person: PersonId | None) -> bool:
        return self._closes and person is not None and self.opened.file.session.person == person

    def _remember(self) -> None:
        self._undo = [*self._undo[-49:], dict(self._marks)]

    def _put(self, person: PersonId, mark: Mark) -> None:
        fact = next(
            (line.fact for line in self.opened.file.roster if line.person.id == person), None
        )
        if fact is not None and (fact.status, fact.minutes, fact.participation) == (
            mark.status,
            mark.minutes,
            mark.participation,
        ):
            self._marks.pop(person, None)
            return
        known = self._marks.get(person)
        seen = known.seen if known else (fact.id if fact else None)
        self._marks[person] = SeenMark(mark=mark, seen=seen)


def _as_mark(row: RosterRow) -> Mark:
    if row.mark is not None:
        return row.mark
    if row.fact is None:
        raise ValueError("nothing is known of this person yet")
    return Mark(
        person=row.person.id,
        status=row.fact.status,
        minutes=row.fact.minutes,
        participation=row.fact.participation,
    )
