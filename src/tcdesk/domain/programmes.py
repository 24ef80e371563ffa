"""Funders, operations, programmes, their activities and phases.

    Funder ── Operation ── Programme ──┬── Activity
                                       └── Phase

A programme belongs to one operation, an operation to one funder; paper takes its header from there,
indicators from the operation's profile.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tcdesk.domain.ids import ActivityId, FunderId, OperationId, PhaseId, ProgrammeId
from tcdesk.domain.people import LegalStatus


class IndicatorProfile(StrEnum):
    """Which common indicators an operation reports (Reg. (EU) 2021/1057, Annex I)."""

    ESO412_MINIMAL = "ESO4.12-minimal"
    NONE = "none"


class ActivityForm(StrEnum):
    """How an activity is recorded."""

    INDIVIDUAL = "individual"
    GROUP = "group"
    EVENT = "event"
    STAFF = "staff"


# Meetings of the whole house (domain dossier §3.2): what is said there is written as minutes.
HOUSE_MEETINGS = frozenset({"JS", "SS"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Funder:
    """Who pays; ``emblem`` is ``eu`` or None. The statement stands beside it on paper."""

    id: FunderId
    code: str
    statement_sl: str
    statement_en: str
    emblem: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """A funded operation: the unit in which indicators count a person once."""

    id: OperationId
    funder: FunderId
    code: str
    name_sl: str
    name_en: str
    profile: IndicatorProfile
    from_date: date
    to_date: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A programme of a unit, made from a template and editable."""

    id: ProgrammeId
    operation: OperationId
    code: str
    name_sl: str
    name_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """A kind of session of a programme; ``for_status`` limits who may be a member."""

    id: ActivityId
    programme: ProgrammeId
    code: str
    name_sl: str
    name_en: str
    form: ActivityForm
    minutes: int
    for_status: LegalStatus | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A phase of a therapeutic community, in its order."""

    id: PhaseId
    programme: ProgrammeId
    number: int
    name_sl: str
    name_en: str
