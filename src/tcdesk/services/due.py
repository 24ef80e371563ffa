"""Which questionnaires are due: from the rules of programmes and from what was answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tcdesk.domain.enrolments import Episode
from tcdesk.domain.ids import PersonId
from tcdesk.domain.instrument_due import (
    FOLLOW_UP_OPEN,
    MOST_WEEKS,
    Due,
    DueRule,
    due_of,
)
from tcdesk.domain.people import Person
from tcdesk.services.instruments import Known
from tcdesk.services.store import Reading

_LOOKED_BACK = timedelta(weeks=MOST_WEEKS) + FOLLOW_UP_OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLine:
    """A person whose questionnaires are due, with their short names; ``by`` is the earliest day."""

    person: PersonId
    code: str
    name: str = field(repr=False)
    instruments: Sequence[str]
    by: date


def due_for(facts: Reading, person: PersonId, day: date) -> Sequence[Due]:
    """List what is due of one person on a day, the earliest first."""
    answered = [(one.instrument, one.day) for one in facts.answered(day, person)]
    found: dict[str, Due] = {}
    for episode in facts.find(Episode, person=person):
        rules = facts.find(DueRule, programme=episode.programme, ended_at=None)
        if episode.from_date <= day:
            for one in due_of(_as_of(episode, day), rules, answered, day):
                known = found.get(one.instrument)
                if known is None or one.by < known.by:
                    found[one.instrument] = one
    return sorted(found.values(), key=lambda one: (one.by, one.instrument))


def due_everywhere(facts: Reading, day: date) -> Sequence[Due]:
    """List what is due of everybody on a day."""
    rules: dict[str, list[DueRule]] = {}
    for rule in facts.find(DueRule, ended_at=None):
        rules.setdefault(rule.programme, []).append(rule)
    if not rules:
        return ()
    answered: dict[PersonId, list[tuple[str, date]]] = {}
    for one in facts.answered(day):
        answered.setdefault(one.person, []).append((one.instrument, one.day))
    found: dict[tuple[PersonId, str], Due] = {}
    for episode in facts.stays_near(day, day - _LOOKED_BACK):
        of = rules.get(episode.programme, [])
        for due in due_of(_as_of(episode, day), of, answered.get(episode.person, []), day):
            known = found.get((due.person, due.instrument))
            if known is None or due.by < known.by:
                found[due.person, due.instrument] = due
    return list(found.values())


def _as_of(episode: Episode, day: date) -> Episode:
    """Show a stay as it was on a day: not ended before its last day has passed."""
    later = episode.to_date is not None and episode.to_date > day
    return replace(episode, to_date=None) if later else episode


def waiting_line(person: Person, waits: Sequence[Due], known: Mapping[str, Known]) -> WaitingLine:
    """Sum up what is due of one person."""
    return WaitingLine(
        person=person.id,
        code=person.code,
        name=person.short_name,
        instruments=[
            known[one.instrument].definition.short
            for one in sorted(waits, key=lambda one: (one.by, one.instrument))
        ],
        by=min(one.by for one in waits),
    )
