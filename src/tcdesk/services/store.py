"""The vault as the services see it: plain values in, plain values out, one unit of work.

    with store.reading() as facts: …          a snapshot, read-only
    with store.writing(actor) as work: …      leaving cleanly commits, anything else rolls back

``Work`` writes the audit line, the history of what it replaces and the row version in the same
transaction. A ``writing`` inside a ``writing`` joins it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, TypeVar

from tcdesk.domain.enrolments import Episode
from tcdesk.domain.ids import AccountId, GroupId, PersonId, ProgrammeId, SessionId
from tcdesk.domain.notes import Draft, Note, NoteSignature
from tcdesk.domain.people import Person
from tcdesk.domain.removal import Removal
from tcdesk.domain.sessions import Attendance, Session
from tcdesk.domain.staff import Role, Scope
from tcdesk.services.audit_lines import AuditLine, AuditPlace, AuditQuestion, Checkpoint
from tcdesk.services.exchange_store import Exporting, Receiving
from tcdesk.services.figures import Figures
from tcdesk.services.finds_notes import FindsNotes
from tcdesk.services.lines import (
    Answered,
    DraftLine,
    GroupLine,
    HomeCounts,
    NoteLine,
    SessionFilter,
    SessionLine,
)
from tcdesk.services.people_store import AboutPeople

Scalar = str | int | bool | date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts: the account, its role and scope, and the log-in (one id a log-in) for the audit."""

    account: AccountId
    role: Role
    login_id: str
    scope: Scope = Scope.UNIT


class Record(Protocol):
    """Any value of the domain that is stored under an id."""

    @property
    def id(self) -> str:
        """The row's id."""
        ...


R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Superseded:
    """When a value ceased to be as it was: its row version until then, and who changed it."""

    version: int
    at: str
    account: AccountId


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A unit of work added a value."""

    value: Record
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """A unit of work replaced a value; ``version`` is the new one's."""

    former: Record
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A unit of work moved values into the bin."""

    removal: Removal


Step = Added | Replaced | Removed


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What a unit of work did, in order; nothing of it is evidence, so it can be undone."""

    steps: tuple[Step, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditHead:
    """The newest audit line: what is anchored on paper and in bundles."""

    seq: int
    sha256: str


class Reading(AboutPeople, FindsNotes, Protocol):
    """Questions to a snapshot of the vault."""

    def get(self, kind: type[R], key: str) -> R:
        """Read one value.

        Raises:
            MissingRowError: There is none.
            OutOfScopeError: It is about somebody whom the one at the desk may not see.
        """
        ...

    def find(self, kind: type[R], /, **equal: Scalar) -> Sequence[R]:
        """Read all values whose columns equal the given ones, ordered by id.

        What is asked of a person is answered of all their files (domain.merging).

        What is about people whom the one at the desk may not see is left out; a session is told
        without its person and theme.
        """
        ...

    def version(self, kind: type[R], key: str) -> int:
        """Give the row version that a later ``change`` must name."""
        ...

    def dependants(self, kind: type[Record], key: str) -> frozenset[str]:
        """Give the ids of the rows, of any kind, that could not stand without a row."""
        ...

    def superseded(self, kind: type[R], key: str) -> Sequence[tuple[R, Superseded]]:
        """List what a value was before, oldest first, with when and by whom it was changed."""
        ...

    def in_bin(self, removal: str) -> Sequence[Record]:
        """Give what an act removed, the thing itself last."""
        ...

    def setting(self, name: str) -> str | None:
        """Read a setting of the unit."""
        ...

    def secret(self, name: str) -> bytes | None:
        """Read a key of the unit."""
        ...

    def audit_head(self) -> AuditHead:
        """Give the newest audit line."""
        ...

    def audit_page(
        self, question: AuditQuestion, *, limit: int, before: AuditPlace | None
    ) -> Sequence[AuditLine]:
        """List audit lines, newest first, after the place where the page before ended."""
        ...

    def checkpoints(self) -> Sequence[Checkpoint]:
        """List the heads of the audit log that accounts have signed, oldest first."""
        ...

    # Scope
    def sees(self, person: PersonId) -> bool:
        """Say whether the one at the desk may see a person's file."""
        ...

    def opens(self, session: SessionId) -> bool:
        """Say whether the one at the desk may open a session: somebody on it may be seen."""
        ...

    def runs(self, session: SessionId) -> bool:
        """Say whether a session is for the one at the desk to run, change and record."""
        ...

    def noted(self, session: SessionId) -> Sequence[Person]:
        """List people about whom the one at the desk has signed a note in a session.

        Only for an account of scope ``own``: its signed notes stay readable to it.
        """
        ...

    # Groups and sessions
    def expected(self, session: SessionId) -> int:
        """Count the people whom a session expects, whoever may see them."""
        ...

    def groups(self, day: date) -> Sequence[GroupLine]:
        """List groups that run on a day, with the number of members."""
        ...

    def members(self, group: GroupId, day: date) -> Sequence[Person]:
        """List members of a group on a day, sorted by name."""
        ...

    def sessions(
        self, first: date, last: date, *, programme: ProgrammeId | None = None
    ) -> Sequence[SessionLine]:
        """List sessions from the first to the last day, both included, in order of time."""
        ...

    def waiting_sessions(
        self, what: SessionFilter, account: AccountId | None
    ) -> Sequence[SessionLine]:
        """List sessions with unsigned notes, or with drafts; of one account or of all."""
        ...

    def session_by_code(self, code: str) -> Session | None:
        """Find the session of a sheet code."""
        ...

    def attendance(self, session: SessionId) -> Sequence[Attendance]:
        """List all facts of a session, superseded ones included, in order of recording."""
        ...

    def notes(self, session: SessionId) -> Sequence[tuple[Note, NoteSignature | None]]:
        """List the notes of a session with their signatures, in order of writing."""
        ...

    def waiting_notes(self, of: AccountId | None, *, mentor: bool = False) -> Sequence[NoteLine]:
        """List unsigned notes of an author or of all, or what waits for a mentor; oldest first."""
        ...

    def closed_counts(self) -> Mapping[str, int]:
        """Count the notes that lie in each compartment, whoever may read them."""
        ...

    def drafts(self, account: AccountId) -> Sequence[Draft]:
        """List one account's drafts, newest first."""
        ...

    def draft(self, account: AccountId, page: str, entity: str) -> Draft | None:
        """Read one account's draft of a form."""
        ...

    def draft_lines(self, account: AccountId) -> Sequence[DraftLine]:
        """List one account's drafts, newest first, with the session of those that are notes."""
        ...

    def printed_not_keyed(self, day: date) -> Sequence[SessionLine]:
        """List sessions up to a day whose sheet was printed and nothing is recorded."""
        ...

    def home(self, day: date, account: AccountId, *, whole_unit: bool) -> HomeCounts:
        """Count what waits; every count equals the list behind it.

        Args:
            day: The day of the board.
            account: Whose drafts, and whose unsigned notes.
            whole_unit: Count unsigned notes of all authors.
        """
        ...

    # Questionnaires
    def answered(self, day: date, person: PersonId | None = None) -> Sequence[Answered]:
        """Give the newest day up to a day on which each questionnaire was answered.

        Args:
            day: The last day that counts.
            person: Only by this one; by everybody without.
        """
        ...

    def stays_near(self, day: date, since: date) -> Sequence[Episode]:
        """List stays in programmes that hold on a day or have ended since another."""
        ...

    # Exchange and reports
    def exporting(self, owner: str, audit_after: int) -> Exporting:
        """Give what leaves this unit at level B.

        Args:
            owner: The unit's id.
            audit_after: The audit line up to which the receiver has confirmed the chain.
        """
        ...

    def own_figures(self) -> Figures:
        """Count in the unit's own tables."""
        ...

    def received_figures(self) -> Figures:
        """Count in what an office has received."""
        ...


class Work(Reading, Protocol):
    """A unit of work: everything in it is saved together or not at all."""

    def add(self, value: Record) -> None:
        """Store a new value; audited as ``<kind>.add``."""
        ...

    def add_all(self, values: Sequence[Record]) -> None:
        """Store many new values of one kind; audited line by line."""
        ...

    def change(self, value: Record, *, expected: int) -> int:
        """Replace a value; the old one goes to history. Audited as ``<kind>.change``.

        Returns:
            The new row version.

        Raises:
            StaleRowError: The row version is not the expected one; nothing is changed.
        """
        ...

    def remove(self, removal: Removal, values: Sequence[Record]) -> None:
        """Move values into the bin; what depends on others comes first. Audited each.

        Raises:
            DependedOnError: Something that stays needs one of them.
        """
        ...

    def put_back(self, removal: str) -> Sequence[Record]:
        """Put everything that an act removed back, with greater row versions. Audited each.

        Raises:
            DependedOnError: What it belongs to is gone, or something else has its place.
        """
        ...

    def empty_bin(self, before: date) -> int:
        """Delete for good what could be put back until a day before; gives the number of acts."""
        ...

    def set_setting(self, name: str, value: str) -> None:
        """Keep a setting of the unit."""
        ...

    def set_secret(self, name: str, value: bytes) -> None:
        """Keep a key of the unit."""
        ...

    def save_draft(self, draft: Draft) -> None:
        """Keep or replace a draft; not audited, it happens every few seconds."""
        ...

    def drop_draft(self, account: AccountId, page: str, entity: str) -> None:
        """Forget a draft whose content has been saved."""
        ...

    def receiving(
        self, unit: str, bundle: str, new_id: Callable[[], str], *, restored: bool
    ) -> Receiving:
        """Merge the rows of a unit's bundle into what was received before.

        Args:
            unit: The sending unit's id.
            bundle: The id of the bundle's own row.
            new_id: Makes ids for rows that are set aside.
            restored: The unit has begun a new epoch; tell what it no longer sends.
        """
        ...

    def audit(
        self,
        action: str,
        *,
        entity: str | None = None,
        key: str | None = None,
        person: str | None = None,
        detail: Mapping[str, str | int | list[str]] | None = None,
    ) -> None:
        """Write an audit line; codes and ids only. ``person``: whose file it is about."""
        ...


class Store(Protocol):
    """The open vault."""

    def reading(self, actor: Actor | None = None) -> AbstractContextManager[Reading]:
        """Open a snapshot on the reading connection, of what an actor may see.

        Without one it is the whole vault: for checks and for what tells nobody anything.
        """
        ...

    def writing(self, actor: Actor) -> AbstractContextManager[Work]:
        """Open a unit of work on the writing connection (BEGIN IMMEDIATE).

        It sees what the actor may see, and changes only that.
        """
        ...

    @property
    def latest(self) -> Deed | None:
        """What the newest unit of work that changed something did; None if it stays done."""
        ...

    def audit_lines(self, after: int) -> AbstractContextManager[Iterator[tuple[int, str, str]]]:
        """Stream audit lines with a greater number: (seq, entry, hash hex)."""
        ...
