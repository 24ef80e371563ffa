"""Who takes part in what, and since when.

Participation  person × operation: first entry, last exit (what indicators count)
Episode        person × programme: many; a re-entry is a new one
PhaseStay      phases of an episode, in time
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tcdesk.domain.dated import check_no_overlap
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import (
    EpisodeId,
    OperationId,
    ParticipationId,
    PersonId,
    PhaseId,
    ProgrammeId,
)
from tcdesk.domain.people import Person
from tcdesk.domain.programmes import Operation


class ExitClass(StrEnum):
    """What a reason for leaving means in reports (domain dossier §6.4)."""

    COMPLETED = "completed"
    NEUTRAL = "neutral"
    DROP_OUT = "drop-out"
    DISCHARGED = "discharged"
    UNKNOWN = "unknown"


class ExitCode(StrEnum):
    """Coded reason for leaving a programme (domain dossier §6.4)."""

    COMPLETED = "Z1"
    MOVED_ON = "Z2"
    RELEASED = "N1"
    TRANSFERRED = "N2"
    CUSTODY_CHANGED = "N3"
    HEALTH = "N4"
    DEATH = "N5"
    PROGRAMME_ENDED = "N6"
    LOST_MOTIVATION = "D1"
    GROUP_RELATIONS = "D2"
    OWN_OTHER = "D3"
    UNEXCUSED = "D4"
    DRUG_USE = "I1"
    VIOLENCE = "I2"
    OTHER_BREACH = "I3"
    PRISON_MEASURE = "I4"
    UNKNOWN = "U"

    @property
    def exit_class(self) -> ExitClass:
        """The class of the reason, told by its first letter."""
        return {
            "Z": ExitClass.COMPLETED,
            "N": ExitClass.NEUTRAL,
            "D": ExitClass.DROP_OUT,
            "I": ExitClass.DISCHARGED,
            "U": ExitClass.UNKNOWN,
        }[self.value[0]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """A person in an operation: entry of the first time, exit of the last (SFC rule R5)."""

    id: ParticipationId
    person: PersonId
    operation: OperationId
    from_date: date
    to_date: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One stay of a person in a programme; ``to_date`` is the first day out."""

    id: EpisodeId
    person: PersonId
    participation: ParticipationId
    programme: ProgrammeId
    from_date: date
    to_date: date | None
    exit_code: ExitCode | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseStay:
    """One phase of an episode for a time."""

    id: str
    episode: EpisodeId
    phase: PhaseId
    from_date: date
    to_date: date | None


def check_entry(
    person: Person, operation: Operation, episode: Episode, earlier: Sequence[Episode]
) -> None:
    """Refuse an impossible entry into a programme.

    Raises:
        RuleBrokenError: ``birth-date-missing``, ``entry-before-birth``, ``outside-operation`` or
            ``overlap``.
    """
    if person.birth_date is None:
        raise RuleBrokenError("birth-date-missing")
    if episode.from_date <= person.birth_date:
        raise RuleBrokenError("entry-before-birth")
    if episode.from_date < operation.from_date or (
        operation.to_date is not None and episode.from_date > operation.to_date
    ):
        raise RuleBrokenError("outside-operation")
    check_no_overlap(episode, earlier)


def check_exit(episode: Episode, day: date) -> None:
    """Refuse leaving what has ended already, or before it began.

    Raises:
        RuleBrokenError: ``already-left`` or ``end-before-start``.
    """
    if episode.to_date is not None:
        raise RuleBrokenError("already-left")
    if day < episode.from_date:
        raise RuleBrokenError("end-before-start")
