"""Read models: what a list shows in one line. Plain values; names are redacted in reprs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tcdesk.domain.head_counts import Band
from tcdesk.domain.identifiers import IdentifierKind
from tcdesk.domain.ids import (
    AccountId,
    GroupId,
    NoteId,
    PersonId,
    ProgrammeId,
    SessionId,
)
from tcdesk.domain.notes import NoteKind
from tcdesk.domain.people import LegalStatus, Person, PersonKind, Sex
from tcdesk.domain.programmes import ActivityForm
from tcdesk.domain.sessions import CancelReason, SessionState


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """A person in a list, as of a day; ``phase`` and ``programme`` are codes or None.

    ``marks`` are the codes of the risk flags that hold, empty if none does.
    """

    id: PersonId
    code: str
    name: str = field(repr=False)
    birth_date: date | None = field(repr=False)
    sex: Sex
    kind: PersonKind
    status: LegalStatus | None
    programme: str | None
    phase: int | None
    marks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Who is looked for before a new file is opened: folded name, birth date, numbers as plain.

    ``family`` and ``given`` are folded; ``numbers`` are identifiers by kind.
    """

    family: str = field(repr=False)
    given: str = field(repr=False)
    birth: date | None = field(repr=False)
    numbers: Sequence[tuple[IdentifierKind, str]] = field(default=(), repr=False)


class Why(StrEnum):
    """Why somebody may be the same person, the surest first."""

    NUMBER = "number"
    NAME_AND_BIRTH = "name-and-birth"
    NAME = "name"
    BIRTH_NEAR = "birth-near"
    SOUNDS = "sounds"


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """Somebody who may be the same, and why."""

    person: Person
    why: Why


class PeopleOrder(StrEnum):
    """What a list of people is sorted by."""

    NAME = "name"
    CODE = "code"
    BIRTH = "birth"
    STATUS = "status"
    PROGRAMME = "programme"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleQuestion:
    """Which people a list shows, as of ``day``, and in which order.

    ``words``: every word must be found, in any of its folded spellings. ``born``: only people born
    on that day. ``active_only``: only people in a programme on ``day``. ``caseload_of``: only
    people in an account's own caseload on ``day`` (domain.caseload).
    """

    day: date
    words: Sequence[Sequence[str]] = field(default=(), repr=False)
    born: date | None = field(default=None, repr=False)
    active_only: bool = False
    caseload_of: AccountId | None = None
    order: PeopleOrder = PeopleOrder.NAME
    descending: bool = False


class AlertKind(StrEnum):
    """What about a person in a programme needs a look today."""

    RISK = "risk"
    RELEASED = "released"
    NO_STATUS = "no-status"


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertLine:
    """One person in a programme who needs a look, and why."""

    kind: AlertKind
    person: PersonId
    code: str
    name: str = field(repr=False)
    sex: Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class Alerts:
    """How many alerts there are, and the first of them."""

    count: int
    lines: Sequence[AlertLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLine:
    """A group in a list, as of a day."""

    id: GroupId
    name: str
    programme: str
    activity: str
    room: str
    leader: str = field(repr=False)
    members: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One number of heads of one held session."""

    programme: str
    form: ActivityForm
    activity_sl: str
    activity_en: str
    session: SessionId
    day: date
    minutes: int
    band: Band
    number: int


class SessionFilter(StrEnum):
    """Which sessions a list shows; also what a page says when it opens that list."""

    TODAY = "today"
    WEEK = "week"
    NOT_KEYED = "not-keyed"
    UNSIGNED = "unsigned"
    DRAFTED = "drafted"
    TO_COUNTERSIGN = "to-countersign"


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLine:
    """A member of a group on a day, and since when; ``membership`` is its row."""

    membership: str
    person: PersonId
    code: str
    name: str = field(repr=False)
    from_date: date
    to_date: date | None
    marks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """A session in a list or a week view.

    ``who`` is the group's or the person's name; ``who_code`` has the person's code in its place.
    Both are empty and ``person`` is None where the person may not be seen; ``opens``: whether the
    page of the session may be opened; ``marks``: the person's risk flags.
    """

    id: SessionId
    day: date
    start: int
    minutes: int
    programme: ProgrammeId
    programme_code: str
    activity_code: str
    activity_sl: str
    activity_en: str
    form: ActivityForm
    group: GroupId | None
    person: PersonId | None
    who: str = field(repr=False)
    room: str
    who_code: str = ""
    leader: str = field(repr=False)
    state: SessionState
    cancel_reason: CancelReason | None
    marks: str = ""
    code: str
    recorded: int
    notes: int
    unsigned: int
    printed: int
    opens: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLine:
    """An unsigned note in a work list; ``who_code`` has a code where ``who`` has a name."""

    id: NoteId
    session: SessionId
    person: PersonId | None
    author: AccountId
    kind: NoteKind
    at: str
    day: date
    activity_sl: str
    activity_en: str
    who: str = field(repr=False)
    who_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteHit:
    """An open note in which words were found; ``fields`` is its text by field."""

    id: NoteId
    session: SessionId
    person: PersonId | None
    kind: NoteKind
    day: date
    activity_sl: str
    activity_en: str
    author: str = field(repr=False)
    fields: Mapping[str, str] = field(repr=False)
    who: str = field(repr=False)
    who_code: str = ""
    risk: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLine:
    """A draft in a work list: the form it stands in; ``session`` if it is a note of one."""

    page: str
    entity: str
    saved_at: str
    session: SessionId | None
    day: date | None
    activity_sl: str
    activity_en: str
    who: str = field(repr=False)
    who_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineLine:
    """One event in a person's file: ``kind`` is a code, ``what`` a code or a label of that kind.

    ``author``: whose account wrote it, where a note, an answer or a record has one.
    """

    day: date
    kind: str
    what: str = field(repr=False)
    detail: str = field(repr=False)
    session: SessionId | None
    signed: bool | None
    author: AccountId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineQuestion:
    """What of a person's timeline is asked for; ``kinds`` empty means all of them.

    ``until`` is the last day told: the day as of which the file is shown.
    """

    person: PersonId
    until: date
    since: date | None = None
    kinds: frozenset[str] = frozenset()
    author: AccountId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSummary:
    """A person's attendance, work and next session up to and from a day.

    ``expected`` leaves out absences that others ordered (court, transfer, security): the share
    attended / expected is what reports call attendance (domain dossier §6.3).
    """

    attended: int
    expected: int
    minutes: int
    unsigned: int
    next: SessionLine | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeCounts:
    """What waits for a person on Danes."""

    sessions: int
    unsigned: int
    unsigned_oldest: date | None
    drafts: int
    draft_newest: str | None
    printed_not_keyed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The newest day on which a person answered a questionnaire; a corrected answer is none."""

    person: PersonId
    instrument: str
    day: date
