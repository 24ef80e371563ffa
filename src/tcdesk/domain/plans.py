"""A member's individual plan: goals in the member's words, steps, ratings, reviews.

    Plan (a version) ──< Goal ──< GoalStep
                           └───< GoalRating        −2 … +2, at a review or beside a session

A review closes a version for good and begins the next one with the goals that go on; ``root`` is
the same goal through all versions, so that its ratings can be followed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from tcdesk.domain.attainment import check_weight
from tcdesk.domain.dated import Dated
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import AccountId, EpisodeId, PersonId, SessionId

LONGEST = 400
LONGEST_CONCLUSION = 2000
MOST_GOALS = 9


class GoalEnd(StrEnum):
    """Why a goal does not go on after a review."""

    REACHED = "reached"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalArea:
    """An area in which a programme sets goals; programmes say their own."""

    code: str
    name_sl: str
    name_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRules:
    """When a programme wants plans: days from entry, between reviews, after a change of phase."""

    first_days: int
    every_days: int
    phase_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One version of a plan; a review closes it."""

    id: str
    person: PersonId
    episode: EpisodeId
    number: int
    from_date: date
    review_by: date
    account: AccountId
    closed_on: date | None = None
    conclusion: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A goal of one version; the area is kept in the words in which it was printed and signed."""

    id: str
    plan: str
    person: PersonId
    root: str
    number: int
    area: str
    area_sl: str
    area_en: str
    own_words: str = field(repr=False)
    expected: str = field(repr=False)  # what 0 on the scale means
    owner: str = field(repr=False)
    due: date | None
    weight: int = 1
    ended: GoalEnd | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalStep:
    """What somebody does towards a goal."""

    id: str
    goal: str
    person: PersonId
    text: str = field(repr=False)
    owner: str = field(repr=False)
    due: date | None
    done_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRating:
    """How far a goal was reached on a day; ``session`` is where it was talked about."""

    id: str
    goal: str
    person: PersonId
    root: str
    day: date
    score: int
    account: AccountId
    at: str
    session: SessionId | None = None


def check_goal(goal: Goal) -> None:
    """Refuse a goal that says nothing, or too much.

    Raises:
        RuleBrokenError: ``goal-words-missing``, ``goal-expected-missing``, ``plan-text-too-long``
            or ``weight-off-scale``.
    """
    if not goal.own_words.strip():
        raise RuleBrokenError("goal-words-missing")
    if not goal.expected.strip():
        raise RuleBrokenError("goal-expected-missing")
    check_lengths(goal.own_words, goal.expected, goal.owner)
    check_weight(goal.weight)


def check_step(step: GoalStep, plan: Plan) -> None:
    """Refuse a step that says nothing or was done before the plan stood.

    Raises:
        RuleBrokenError: ``step-missing``, ``plan-text-too-long`` or ``done-before-plan``.
    """
    if not step.text.strip():
        raise RuleBrokenError("step-missing")
    check_lengths(step.text, step.owner)
    if step.done_on is not None and step.done_on < plan.from_date:
        raise RuleBrokenError("done-before-plan")


def check_lengths(*texts: str, most: int = LONGEST) -> None:
    """Refuse a text that would not fit on paper.

    Raises:
        RuleBrokenError: ``plan-text-too-long``.
    """
    if any(len(text) > most for text in texts):
        raise RuleBrokenError("plan-text-too-long", most=most)


def check_open(plan: Plan) -> None:
    """Refuse a change of a version that a review has closed.

    Raises:
        RuleBrokenError: ``plan-closed``.
    """
    if plan.closed_on is not None:
        raise RuleBrokenError("plan-closed")


def check_review(plan: Plan, day: date, next_by: date | None, today: date) -> None:
    """Refuse an impossible day of review, or a next one that is not after it.

    Raises:
        RuleBrokenError: ``plan-closed``, ``review-before-plan``, ``review-in-future`` or
            ``next-review-before``.
    """
    check_open(plan)
    if day < plan.from_date:
        raise RuleBrokenError("review-before-plan")
    if day > today:
        raise RuleBrokenError("review-in-future")
    if next_by is not None and next_by <= day:
        raise RuleBrokenError("next-review-before")


def review_due(
    rules: ReviewRules, stay: Dated, plan: Plan | None, phases: Sequence[Dated]
) -> date | None:
    """Say by when a plan must be made or reviewed; None when nothing more is due.

    Args:
        rules: The programme's.
        stay: The stay in the programme.
        plan: Its open version; None when there is none.
        phases: The phases of the stay.
    """
    if stay.to_date is not None:
        return None
    if plan is None:
        return stay.from_date + timedelta(days=rules.first_days)
    moved = [one.from_date for one in phases if one.from_date > plan.from_date]
    if not moved:
        return plan.review_by
    return min(plan.review_by, min(moved) + timedelta(days=rules.phase_days))
