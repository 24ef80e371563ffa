"""The records of level B: the only columns of a unit that a pseudonymised bundle may hold.

An allow-list, apart from the tables of the vault: what is no field here does not leave the unit.
No sentence can stand in any column; ids are opaque, codes are ASCII words. Every column is told in
FORMAT.md "Records". A change of this file raises ``SCHEMA_VERSION`` in manifest.py.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Literal

from tcdesk.bundle.canonical import Json, NotCanonicalError, decode
from tcdesk.bundle.shapes import Day, Hex64, Positive, Uuid, Whole, spelled, within

LONGEST_MINUTES = 1440
LONGEST_ENTRY = 8192
ENTRY_MEMBERS = frozenset(
    {"seq", "at", "user", "session", "action", "entity", "entity_id", "person", "detail"}
)

_WORD = re.compile(r"[\w.:+/-]{0,128}")  # ids, codes, hashes, moments: no spaces, no quotes

Id = Annotated[str, spelled(r"[0-9a-z][0-9a-z-]{0,63}")]
Code = Annotated[str, spelled(r"[A-Za-z0-9][A-Za-z0-9_.+-]{0,39}")]
Minutes = Annotated[int, within(0, LONGEST_MINUTES)]


def is_audit_entry(value: object) -> bool:
    """Check an audit entry: canonical JSON of the known members, every text one opaque word.

    The chain hashes the entry, so it travels as it is; this is what keeps sentences out of it.
    """
    if not isinstance(value, str) or len(value) > LONGEST_ENTRY:
        return False
    try:
        entry = decode(value.encode("utf-8"))
    except (NotCanonicalError, UnicodeEncodeError):
        return False
    return isinstance(entry, dict) and entry.keys() <= ENTRY_MEMBERS and _opaque(entry)


def _opaque(value: Json) -> bool:
    if isinstance(value, str):
        return _WORD.fullmatch(value) is not None
    if isinstance(value, dict):
        return all(map(_opaque, value.values()))
    if isinstance(value, list):
        return all(map(_opaque, value))
    return True


Entry = Annotated[str, is_audit_entry]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What every row of every table has."""

    id: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Row):
    """What every record has: whose it is and which version of it this is."""

    owner: Uuid
    row_version: Positive
    deleted: Literal[False] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone(Row):
    """Stands for a record that was deleted: nothing but whose and which."""

    owner: Uuid
    row_version: Positive
    deleted: Literal[True] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRecord(Record):
    """The sending unit."""

    code: Code
    name_code: Code
    kind: Code


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeRecord(Record):
    """A programme the unit runs."""

    code: Code
    operation_code: Code
    funder_code: Code
    indicator_profile: Code | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRecord(Record):
    """An activity type of a programme."""

    programme: Id
    code: Code
    kind: Code


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRecord(Record):
    """A person under the unit's random pseudonym, never the row's id or the EMŠO."""

    kind: Code
    sex: Code
    region: Code | None
    link: Hex64 | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipationRecord(Record):
    """A person in an operation: first entry, last exit, age at entry."""

    person: Id
    operation_code: Code
    entry_date: Day
    exit_date: Day | None
    age_at_entry: Annotated[int, within(0, 120)]


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeRecord(Record):
    """A person in a programme, once."""

    person: Id
    participation: Id
    programme: Id
    entry_date: Day
    exit_date: Day | None
    exit_code: Code | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseStayRecord(Record):
    """The days an episode spent in a phase."""

    episode: Id
    phase_code: Code
    from_date: Day
    to_date: Day | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalStatusRecord(Record):
    """The days a person had a legal status."""

    person: Id
    status_code: Code
    from_date: Day
    to_date: Day | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRecord(Record):
    """A session: when, what, how long, and how many of its notes are not signed yet."""

    programme: Id
    activity_code: Code
    date: Day
    minutes_planned: Minutes
    minutes_held: Minutes | None
    state: Code
    form: Code
    unsigned: Whole


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceRecord(Record):
    """Who was at a session and for how long."""

    session: Id
    person: Id
    status_code: Code
    minutes: Minutes
    participation_level: Annotated[int, within(0, 10)] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRecord(Record):
    """Somebody who works here, as a code."""

    code: Code
    role: Code


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRecord(Record):
    """An entry of the audit chain, verbatim; ``id`` is ``seq`` with 16 digits.

    ``entry`` is the canonical JSON that the chain hashes (opaque ids and codes by its definition),
    so that the receiver computes the chain itself: ``audit_hash(hash of seq - 1, entry) = hash``.
    """

    seq: Positive
    entry: Entry
    hash: Hex64


RECORDS: Mapping[str, type[Record]] = MappingProxyType(
    {
        "activity": ActivityRecord,
        "attendance": AttendanceRecord,
        "audit": AuditRecord,
        "episode": EpisodeRecord,
        "legal_status": LegalStatusRecord,
        "participation": ParticipationRecord,
        "person": PersonRecord,
        "phase_stay": PhaseStayRecord,
        "programme": ProgrammeRecord,
        "session": SessionRecord,
        "staff": StaffRecord,
        "unit": UnitRecord,
    }
)
