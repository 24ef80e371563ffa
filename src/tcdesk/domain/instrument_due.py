"""When a questionnaire is due: at entry, every N weeks, at exit, some weeks after it.

    entry ──weeks── every ──weeks── … ── exit ──weeks── follow-up
    │ENTRY: by entry + weeks         │EXIT: by exit + weeks
            EVERY: last + weeks                 FOLLOW_UP: from exit + weeks, open for two months

An answer given up to two weeks early counts; what was not asked in time lapses, it is not owed for
ever. Rules belong to a programme and hold for every stay in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tcdesk.domain.enrolments import Episode
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import PersonId, ProgrammeId

EARLY = timedelta(weeks=2)
FOLLOW_UP_OPEN = timedelta(weeks=8)
MOST_WEEKS = 104


class Occasion(StrEnum):
    """What makes a questionnaire due."""

    ENTRY = "entry"
    EVERY = "every"
    EXIT = "exit"
    FOLLOW_UP = "follow-up"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRule:
    """A questionnaire of a programme; ``weeks`` as drawn above. It holds until ``ended_at``."""

    id: str
    programme: ProgrammeId
    instrument: str
    occasion: Occasion
    weeks: int
    ended_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A questionnaire that waits; ``by`` is the last day on which it is in time."""

    person: PersonId
    instrument: str
    occasion: Occasion
    since: date
    by: date

    def late(self, day: date) -> bool:
        """Say whether it should have been filled in already."""
        return day > self.by


def check_rule(rule: DueRule) -> None:
    """Refuse a rule with weeks that make no sense.

    Raises:
        RuleBrokenError: ``due-weeks``.
    """
    if not 1 <= rule.weeks <= MOST_WEEKS:
        raise RuleBrokenError("due-weeks", most=MOST_WEEKS)


def due_of(
    episode: Episode, rules: Sequence[DueRule], answered: Sequence[tuple[str, date]], day: date
) -> Sequence[Due]:
    """List what is due on a day in one stay.

    Args:
        episode: The stay.
        rules: The rules of its programme.
        answered: Instrument and day of every answer of the person that counts.
        day: The day of the list.
    """
    found = []
    for rule in rules:
        days = sorted(when for code, when in answered if code == rule.instrument and when <= day)
        window = _window(episode, rule, days)
        if window is None:
            continue
        since, by, lapses = window
        if since <= day and (lapses is None or day <= lapses):
            found.append(
                Due(
                    person=episode.person,
                    instrument=rule.instrument,
                    occasion=rule.occasion,
                    since=since,
                    by=by,
                )
            )
    return _once(found)


def _window(
    episode: Episode, rule: DueRule, days: Sequence[date]
) -> tuple[date, date, date | None] | None:
    """Give from when it waits, until when it is in time and when it lapses; None if it is done."""
    begun, weeks = episode.from_date, timedelta(weeks=rule.weeks)
    out = None if episode.to_date is None else episode.to_date - timedelta(days=1)
    match rule.occasion:
        case Occasion.ENTRY:
            if out is not None or any(when >= begun - EARLY for when in days):
                return None
            return begun, begun + weeks, None
        case Occasion.EVERY:
            if out is not None:
                return None
            last = max((when for when in days if when >= begun - EARLY), default=begun)
            return last + weeks, last + weeks + EARLY, None
        case Occasion.EXIT:
            if out is None or any(when >= out - EARLY for when in days):
                return None
            return out, out + weeks, out + weeks
        case Occasion.FOLLOW_UP:
            if out is None or any(when >= out + weeks - EARLY for when in days):
                return None
            return out + weeks, out + weeks + EARLY, out + weeks + FOLLOW_UP_OPEN


def _once(found: Sequence[Due]) -> Sequence[Due]:
    """Ask for a questionnaire once, for the occasion that waits longest."""
    first: dict[str, Due] = {}
    for one in sorted(found, key=lambda due: (due.by, due.instrument)):
        first.setdefault(one.instrument, one)
    return list(first.values())
