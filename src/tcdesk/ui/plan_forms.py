"""The forms of a plan: a goal, a step, an attainment, a review."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from tcdesk.domain.attainment import HIGHEST, LEAST_WEIGHT, LOWEST, MOST_WEIGHT, sign
from tcdesk.domain.plans import LONGEST, Goal, GoalEnd, GoalStep
from tcdesk.services.plan_files import GoalFile, NewGoal, NewStep, PlanFile, Review
from tcdesk.services.plan_rules import PlanRules
from tcdesk.services.plans import Plans
from tcdesk.ui.fields import Choice, ChoiceField, DayField, LineField, LongText
from tcdesk.ui.forms import NARROW_LABELS, Form
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label
from tcdesk.ui.people_words import activity_name
from tcdesk.ui.person_fields import day_error
from tcdesk.ui.small_form import SmallForm, Write

PLANS = frozenset({"plans"})
GOES_ON = "goes-on"


class GoalForm(SmallForm):
    """A new goal, or a change of one."""

    def __init__(
        self, kit: Kit, plans: Plans, plan: PlanFile, rules: PlanRules, known: GoalFile | None
    ) -> None:
        words = kit.words
        title = words("plan-goal-edit" if known else "plan-goal-add")
        super().__init__(kit, title, done=words("plan-goal-saved"), form=Form(labels=NARROW_LABELS))
        self._plans = plans
        self._plan = plan.plan.id
        self._known = known
        self.area = ChoiceField(
            [
                Choice(code=one.code, label=activity_name(words, one.name_sl, one.name_en))
                for one in rules.areas
            ],
            blank=words("people-new-choose"),
        )
        self.area.keep_narrow()
        self.own_words = LongText(lines=3, fixed=True)
        self.expected = LongText(lines=3, fixed=True)
        self.owner = LineField(longest=LONGEST)
        self.due = DayField(kit)
        self.weight = ChoiceField(
            [
                Choice(code=str(one), label=words(f"plan-weight-{one}"))
                for one in range(LEAST_WEIGHT, MOST_WEIGHT + 1)
            ]
        )
        self.form.add(words("plan-area"), self.area)
        self.form.add(words("plan-own-words"), self.own_words, hint=words("plan-own-words.help"))
        self.form.add(words("plan-expected"), self.expected, hint=words("plan-expected.help"))
        self.form.add(words("plan-owner"), self.owner)
        self.form.add(words("plan-due"), self.due, wide=False)
        self.form.add(words("plan-weight"), self.weight, wide=False)
        if known is not None:
            self._show(known.goal)

    def _show(self, goal: Goal) -> None:
        self.area.set_value(goal.area)
        self.own_words.set_value(goal.own_words)
        self.expected.set_value(goal.expected)
        self.owner.set_value(goal.owner)
        self.due.set_value(goal.due)
        self.weight.set_value(str(goal.weight))

    @override
    def write(self) -> Write | None:
        words, area = self.kit.words, self.area.value()
        errors: dict[QWidget, str] = {
            self.area: "" if area else words("field-missing"),
            self.own_words: "" if self.own_words.value() else words("field-missing"),
            self.expected: "" if self.expected.value() else words("field-missing"),
            self.due: words("field-day-wrong") if self.due.unreadable() else "",
        }
        if not self.form.set_errors(errors) or area is None:
            return None
        plans, known, plan = self._plans, self._known, self._plan
        new = NewGoal(
            area=area,
            own_words=self.own_words.value(),
            expected=self.expected.value(),
            owner=self.owner.value(),
            due=self.due.value(),
            weight=int(self.weight.value() or LEAST_WEIGHT),
        )

        def save() -> Changed[None]:
            if known is None:
                plans.add_goal(plan, new)
            else:
                plans.change_goal(known.goal.id, new, expected=known.version)
            return Changed(None, PLANS)

        return save


class StepForm(SmallForm):
    """A new step, or a change of one; a day says that it is done."""

    def __init__(
        self, kit: Kit, plans: Plans, goal: Goal, known: tuple[GoalStep, int] | None
    ) -> None:
        words = kit.words
        title = words("plan-step-edit" if known else "plan-step-add")
        super().__init__(kit, title, done=words("plan-step-saved"), form=Form(labels=NARROW_LABELS))
        self._plans = plans
        self._goal = goal.id
        self._known = known
        self.text = LongText(lines=2, fixed=True)
        self.owner = LineField(longest=LONGEST)
        self.due = DayField(kit)
        self.done_on = DayField(kit)
        self.form.add(words("plan-step"), self.text)
        self.form.add(words("plan-owner"), self.owner)
        self.form.add(words("plan-due"), self.due, wide=False)
        self.form.add(words("plan-step-done"), self.done_on, wide=False)
        if known is not None:
            self.text.set_value(known[0].text)
            self.owner.set_value(known[0].owner)
            self.due.set_value(known[0].due)
            self.done_on.set_value(known[0].done_on)

    @override
    def write(self) -> Write | None:
        words = self.kit.words
        errors: dict[QWidget, str] = {
            self.text: "" if self.text.value() else words("field-missing"),
            self.due: words("field-day-wrong") if self.due.unreadable() else "",
            self.done_on: words("field-day-wrong") if self.done_on.unreadable() else "",
        }
        if not self.form.set_errors(errors):
            return None
        plans, known, goal = self._plans, self._known, self._goal
        new = NewStep(
            text=self.text.value(),
            owner=self.owner.value(),
            due=self.due.value(),
            done_on=self.done_on.value(),
        )

        def save() -> Changed[None]:
            if known is None:
                plans.add_step(goal, new)
            else:
                plans.change_step(known[0].id, new, expected=known[1])
            return Changed(None, PLANS)

        return save


class RatingForm(SmallForm):
    """How far a goal is reached on a day."""

    def __init__(self, kit: Kit, plans: Plans, file: GoalFile) -> None:
        words = kit.words
        super().__init__(
            kit,
            words("plan-rate"),
            done=words("plan-rated"),
            form=Form(labels=NARROW_LABELS),
        )
        self._plans = plans
        self._goal = file.goal.id
        self.score = score_field(kit)
        self.day = DayField(kit, kit.clock.today())
        self.form.add_whole(label(f"»{file.goal.own_words}«", "strong", wrap=True))
        self.form.add_whole(
            label(words("plan-expected-told", text=file.goal.expected), "small", wrap=True)
        )
        self.form.add(words("plan-attainment"), self.score)
        self.form.add(words("plan-rated-on"), self.day, wide=False)

    @override
    def write(self) -> Write | None:
        code, day, words = self.score.value(), self.day.value(), self.kit.words
        errors: dict[QWidget, str] = {
            self.score: "" if code else words("field-missing"),
            self.day: day_error(self.kit, self.day, latest=self.kit.clock.today()),
        }
        if not self.form.set_errors(errors) or code is None or day is None:
            return None
        plans, goal, score = self._plans, self._goal, int(code)

        def save() -> Changed[None]:
            plans.rate(goal, score, day)
            return Changed(None, PLANS)

        return save


class ReviewForm(SmallForm):
    """A review: every goal rated, what goes on, the conclusion, the next review."""

    def __init__(self, kit: Kit, plans: Plans, plan: PlanFile, rules: PlanRules) -> None:
        words = kit.words
        super().__init__(
            kit,
            words("plan-review"),
            done=words("plan-reviewed"),
            form=Form(labels=NARROW_LABELS),
        )
        self._plans = plans
        self._plan = plan
        today = kit.clock.today()
        self.day = DayField(kit, today)
        self.form.add(words("plan-review-day"), self.day, wide=False)
        self.scores: dict[str, ChoiceField] = {}
        self.ends: dict[str, ChoiceField] = {}
        for number, file in enumerate(plan.goals, start=1):
            self._add_goal(number, file)
        self.conclusion = LongText(lines=4, fixed=True)
        self.next_by = DayField(kit, today + timedelta(days=rules.reviews.every_days))
        self.over = QCheckBox(words("plan-over"))
        self.over.toggled.connect(lambda over: self.form.set_shown(self.next_by, shown=not over))
        self.form.add(words("plan-conclusion"), self.conclusion)
        self.form.add(words("plan-next-review"), self.next_by, wide=False)
        self.form.add_whole(self.over)

    def _add_goal(self, number: int, file: GoalFile) -> None:
        words, key = self.kit.words, file.goal.id
        said = label(f"{number}. »{file.goal.own_words}«", "strong", wrap=True)
        said.setContentsMargins(0, 8, 0, 0)
        self.form.add_whole(said)
        self.scores[key] = score_field(self.kit)
        self.ends[key] = ChoiceField(
            [
                Choice(code=GOES_ON, label=words("goal-goes-on")),
                *(Choice(code=end.value, label=words(f"goal-end-{end.value}")) for end in GoalEnd),
            ]
        )
        self.scores[key].setAccessibleName(words("plan-attainment-of", number=str(number)))
        self.ends[key].setAccessibleName(words("plan-ends-of", number=str(number)))
        self.form.add(words("plan-attainment"), self.scores[key])
        self.form.add(words("plan-ends"), self.ends[key], wide=False)

    @override
    def write(self) -> Write | None:
        words, today = self.kit.words, self.kit.clock.today()
        over = self.over.isChecked()
        errors: dict[QWidget, str] = {self.day: day_error(self.kit, self.day, latest=today)}
        for score in self.scores.values():
            errors[score] = "" if score.value() else words("field-missing")
        if not over:
            errors[self.next_by] = day_error(self.kit, self.next_by)
        day = self.day.value()
        if not self.form.set_errors(errors) or day is None:
            return None
        plans, plan = self._plans, self._plan
        review = Review(
            day=day,
            conclusion=self.conclusion.value(),
            scores={key: int(one.value() or 0) for key, one in self.scores.items()},
            ended={
                key: GoalEnd(code)
                for key, one in self.ends.items()
                if (code := one.value()) is not None and code != GOES_ON
            },
            next_by=None if over else self.next_by.value(),
        )

        def save() -> Changed[None]:
            plans.review(plan.plan.id, review, expected=plan.version)
            return Changed(None, PLANS)

        return save


def score_field(kit: Kit) -> ChoiceField:
    """Offer the scale, the worst first; nothing is chosen beforehand."""
    return ChoiceField(attainments(kit), blank=kit.words("people-new-choose"))


def attainments(kit: Kit) -> Sequence[Choice]:
    """Name every attainment."""
    return [
        Choice(
            code=str(score),
            label=f"{sign(score)}  {kit.words(attainment_key(score))}",
        )
        for score in range(LOWEST, HIGHEST + 1)
    ]


def attainment_key(score: int) -> str:
    """Give the message that names an attainment."""
    return f"attainment-{'minus' if score < 0 else 'plus' if score else 'expected'}" + (
        f"-{abs(score)}" if score else ""
    )
