"""What is read and typed of plans: a plan with its goals, a new goal, a review, what is due."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from tcdesk.domain.attainment import t_score
from tcdesk.domain.enrolments import Episode
from tcdesk.domain.ids import PersonId
from tcdesk.domain.people import Person
from tcdesk.domain.plans import Goal, GoalEnd, GoalRating, GoalStep, Plan
from tcdesk.domain.programmes import Programme
from tcdesk.services.plan_rules import PlanRules
from tcdesk.services.store import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalFile:
    """A goal with its steps and the ratings of all versions, the oldest first."""

    goal: Goal
    version: int
    steps: Sequence[tuple[GoalStep, int]]
    ratings: Sequence[GoalRating]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFile:
    """One version of a plan; ``score`` is the T-score of its newest ratings."""

    plan: Plan
    version: int
    goals: Sequence[GoalFile]
    score: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StayPlans:
    """The plans of one stay in a programme, the newest first; ``due``: by when something is due."""

    episode: Episode
    programme: Programme
    rules: PlanRules
    plans: Sequence[PlanFile]
    due: date | None

    @property
    def open(self) -> PlanFile | None:
        """The version that holds now."""
        return next((one for one in self.plans if one.plan.closed_on is None), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewGoal:
    """What is typed of a goal."""

    area: str
    own_words: str = field(repr=False)
    expected: str = field(repr=False)
    owner: str = field(default="", repr=False)
    due: date | None = None
    weight: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStep:
    """What is typed of a step."""

    text: str = field(repr=False)
    owner: str = field(default="", repr=False)
    due: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a review found: attainments and ends by goal; without ``next_by`` the plan is over."""

    day: date
    conclusion: str = field(repr=False)
    scores: Mapping[str, int]
    ended: Mapping[str, GoalEnd]
    next_by: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """An open goal beside a note: ``rated`` is what was said of it in that session, if anything."""

    goal: Goal
    last: GoalRating | None
    rated: GoalRating | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDue:
    """A person whose plan is to be made (``first``) or reviewed."""

    person: PersonId
    code: str
    name: str = field(repr=False)
    programme_sl: str
    programme_en: str
    first: bool
    by: date


def plan_file(facts: Reading, plan: Plan, ratings: Mapping[str, Sequence[GoalRating]]) -> PlanFile:
    """Give a version with its goals; an old one tells only what was rated until it was closed."""
    files = []
    for goal in sorted(facts.find(Goal, plan=plan.id), key=lambda one: one.number):
        known = [
            one
            for one in ratings.get(goal.root, ())
            if plan.closed_on is None or one.goal == goal.id or one.day <= plan.from_date
        ]
        steps = [
            (one, facts.version(GoalStep, one.id)) for one in facts.find(GoalStep, goal=goal.id)
        ]
        files.append(
            GoalFile(goal=goal, version=facts.version(Goal, goal.id), steps=steps, ratings=known)
        )
    rated = [(one.goal.weight, one.ratings[-1].score) for one in files if one.ratings]
    return PlanFile(
        plan=plan,
        version=facts.version(Plan, plan.id),
        goals=files,
        score=t_score(rated) if rated and len(rated) == len(files) else None,
    )


def ratings_of(facts: Reading, person: PersonId) -> Mapping[str, Sequence[GoalRating]]:
    """Give a person's ratings by the goal's root, in order of time."""
    found: dict[str, list[GoalRating]] = {}
    for one in sorted(facts.find(GoalRating, person=person), key=lambda one: (one.day, one.id)):
        found.setdefault(one.root, []).append(one)
    return found


def plan_due(person: Person, programme: Programme, by: date, plan: Plan | None) -> PlanDue:
    """Say that a plan is to be made, or reviewed."""
    return PlanDue(
        person=person.id,
        code=person.code,
        name=person.short_name,
        programme_sl=programme.name_sl,
        programme_en=programme.name_en,
        first=plan is None,
        by=by,
    )
