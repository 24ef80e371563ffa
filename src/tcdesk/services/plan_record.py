"""Plans in the record of everything held about a person."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tcdesk.domain.attainment import sign
from tcdesk.domain.people import Person
from tcdesk.domain.plans import Goal, GoalRating, GoalStep, Plan
from tcdesk.domain.release import ReleaseBody, ReleasePlan
from tcdesk.services.masking import Mask
from tcdesk.services.papers import Column, ColumnKind, Section, Table, Value
from tcdesk.services.ports import Words
from tcdesk.services.store import Reading

_TEXT, _DATE, _NUMBER = ColumnKind.TEXT, ColumnKind.DATE, ColumnKind.NUMBER


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPart:
    """Tells the goals, steps, ratings and reviews of a person.

    ``name`` says who an account is; ``mask`` gives what hides the names of others.
    """

    facts: Reading
    words: Words
    person: Person
    name: Callable[[str], str]
    mask: Callable[[], Mask]

    def section(self) -> Section:
        """Give the tables of all versions."""
        plans = sorted(
            self.facts.find(Plan, person=self.person.id),
            key=lambda one: (one.from_date, one.number),
        )
        over = self.mask().over if plans else str
        return Section(
            title=self.words("person-tab-plan"),
            tables=(
                self._plans(plans, over),
                self._goals(plans, over),
                self._ratings(plans),
                *self._releases(),
            ),
        )

    def _releases(self) -> tuple[Table, Table]:
        """Tell the plans for release and the bodies of each."""
        words, key = self.words, self.person.id
        plans = self.facts.find(ReleasePlan, person=key)
        over = self.mask().over if plans else str
        rows = [
            (
                one.release_on,
                *(over(text) for text in (one.housing, one.income, one.papers)),
                over(one.health),
                over(one.crisis),
                one.told_overdose,
            )
            for one in plans
        ]
        bodies = [
            (
                words(f"body-kind-{one.kind.value}"),
                one.name,
                over(one.asked_for),
                words(f"answer-{one.answer.value}"),
                one.appointment,
            )
            for one in self.facts.find(ReleaseBody, person=key)
        ]
        texts = (*((name, _TEXT) for name in ("housing", "income", "papers", "health", "crisis")),)
        return (
            self._table("release-plans", (("release", _DATE), *texts, ("overdose", _DATE)), rows),
            self._table(
                "release-bodies",
                (
                    ("kind", _TEXT),
                    ("name", _TEXT),
                    ("asked", _TEXT),
                    ("answer", _TEXT),
                    ("appointment", _DATE),
                ),
                bodies,
            ),
        )

    def _plans(self, plans: Sequence[Plan], over: Callable[[str], str]) -> Table:
        rows = [
            (one.number, one.from_date, one.closed_on, over(one.conclusion), self.name(one.account))
            for one in plans
        ]
        columns = (
            ("number", _NUMBER),
            ("from", _DATE),
            ("closed", _DATE),
            ("conclusion", _TEXT),
            ("by", _TEXT),
        )
        return self._table("plan-versions", columns, rows)

    def _goals(self, plans: Sequence[Plan], over: Callable[[str], str]) -> Table:
        rows: list[tuple[Value, ...]] = []
        for plan in plans:
            for goal in sorted(self.facts.find(Goal, plan=plan.id), key=lambda one: one.number):
                steps = "; ".join(over(one.text) for one in self.facts.find(GoalStep, goal=goal.id))
                rows.append(
                    (
                        plan.number,
                        self._area(goal),
                        over(goal.own_words),
                        over(goal.expected),
                        steps,
                        goal.due,
                    )
                )
        columns = (
            ("number", _NUMBER),
            ("area", _TEXT),
            ("words", _TEXT),
            ("expected", _TEXT),
            ("steps", _TEXT),
            ("due", _DATE),
        )
        return self._table("plan-goals", columns, rows)

    def _ratings(self, plans: Sequence[Plan]) -> Table:
        areas = {
            goal.root: self._area(goal)
            for plan in plans
            for goal in self.facts.find(Goal, plan=plan.id)
        }
        found = self.facts.find(GoalRating, person=self.person.id)
        rows = [
            (one.day, areas.get(one.root, ""), sign(one.score))
            for one in sorted(found, key=lambda rating: (rating.day, rating.id))
        ]
        columns = (("day", _DATE), ("area", _TEXT), ("score", _TEXT))
        return self._table("plan-ratings", columns, rows)

    def _area(self, goal: Goal) -> str:
        return goal.area_sl if self.words.language == "sl" else goal.area_en

    def _table(
        self,
        title: str,
        columns: Sequence[tuple[str, ColumnKind]],
        rows: Sequence[tuple[Value, ...]],
    ) -> Table:
        return Table(
            title=self.words(title),
            columns=tuple(
                Column(title=self.words(f"paper-plan-column-{name}"), kind=kind)
                for name, kind in columns
            ),
            rows=tuple(rows),
        )
