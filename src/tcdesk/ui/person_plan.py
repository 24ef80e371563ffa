"""»Načrt in cilji«: the plan of a stay, its goals with steps and attainments, its versions."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.domain.attainment import LEAST_WEIGHT, sign
from tcdesk.domain.plans import MOST_GOALS, GoalStep
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.participants import PersonFile
from tcdesk.services.plan_files import GoalFile, PlanFile, StayPlans
from tcdesk.services.plan_papers import PlanPapers
from tcdesk.services.plans import Plans
from tcdesk.services.removals import Removals
from tcdesk.services.workplace import Workplace
from tcdesk.ui.attainment_trend import MOST_SHOWN, AttainmentTrend
from tcdesk.ui.card import Card, clear
from tcdesk.ui.fields import Choice, ChoiceField
from tcdesk.ui.form_beside import FormBeside
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, chip, label
from tcdesk.ui.paper_preview import Way, show_paper
from tcdesk.ui.people_words import activity_name, period_word
from tcdesk.ui.person_part import PersonPart
from tcdesk.ui.plan_forms import PLANS, GoalForm, RatingForm, ReviewForm, StepForm
from tcdesk.ui.table import EmptyState


class PlanPart(PersonPart):
    """Shows the version that is chosen; only the open one can be changed."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(kit, desk, place)
        self._plans = Plans(desk, place.resources)
        self._removals = Removals(desk)
        self._may_write = desk.may(Action.WRITE_NOTES)
        self._person: str | None = None
        self._stays: Sequence[StayPlans] = ()
        words = kit.words
        self.stay = ChoiceField()
        self.stay.setAccessibleName(words("person-programme"))
        self.stay.changed.connect(self._change_stay)
        self.version = ChoiceField()
        self.version.setAccessibleName(words("plan-version"))
        self.version.changed.connect(self._draw)
        self._told = QHBoxLayout()
        self.print = button(words("plan-print"))
        self.print.clicked.connect(self.show_sheet)
        self.review = button(words("plan-review"))
        self.review.clicked.connect(self.begin_review)
        self.add = button(words("plan-goal-add"), "primary")
        self.add.clicked.connect(self.begin_goal)
        self.beside = FormBeside()
        self.beside.saved.connect(self.saved)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.stay)
        head.addWidget(self.version)
        head.addStretch(1)
        for part in (self.print, self.review, self.add):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        told = QHBoxLayout()
        told.addLayout(self._told)
        told.addStretch(1)
        column.addLayout(head)
        column.addLayout(told)  # a row of its own: at 150 % there is no room beside the buttons
        column.addWidget(self.beside, 1)
        kit.privacy.changed.connect(self._draw)

    @property
    def shown(self) -> PlanFile | None:
        """The version on the screen."""
        stay = self._stay
        if stay is None:
            return None
        return next((one for one in stay.plans if one.plan.id == self.version.value()), None)

    @override
    def show_file(self, file: PersonFile) -> None:
        person = file.person.id
        if person != self._person:
            self.put_away()
        self._person = person

        def show(stays: Sequence[StayPlans]) -> None:
            if self._person == person:
                self._show(stays)

        self.kit.jobs.run(
            self,
            lambda: self._plans.of(person),
            done=show,
            failed=self.failed.emit,
            lane="reader",
        )

    @override
    def put_away(self) -> None:
        self.beside.close_form()
        self._person, self._stays = None, ()

    def begin_goal(self) -> None:
        """Open the form of a new goal."""
        stay, plan = self._stay, self.shown
        if stay is not None and plan is not None:
            self.beside.open_form(GoalForm(self.kit, self._plans, plan, stay.rules, None))

    def begin_review(self) -> None:
        """Open the form of a review."""
        stay, plan = self._stay, self.shown
        if stay is not None and plan is not None:
            self.beside.open_form(ReviewForm(self.kit, self._plans, plan, stay.rules))

    def show_sheet(self) -> None:
        """Preview the plan on paper."""
        plan = self.shown
        if plan is None:
            return
        key, kit = plan.plan.id, self.kit

        def papers() -> PlanPapers:
            return PlanPapers(self.desk, kit.words, self.place.paper, self.place.resources)

        def left(way: Way) -> None:
            kit.jobs.run(self, lambda: papers().left(key, way.value), failed=self.failed.emit)

        show_paper(
            kit,
            self,
            lambda: papers().draw(key),
            title=kit.words("paper-plan-title"),
            failed=self.failed.emit,
            left=left,
        )

    @property
    def _stay(self) -> StayPlans | None:
        return next((one for one in self._stays if one.episode.id == self.stay.value()), None)

    def _show(self, stays: Sequence[StayPlans]) -> None:
        before = self.shown
        looked_back = before is not None and before.plan.closed_on is not None
        self._stays = stays
        words = self.kit.words
        self.stay.set_choices(
            [
                Choice(
                    code=one.episode.id,
                    label=f"{one.programme.code}, "
                    + period_word(words, one.episode.from_date, one.episode.to_date),
                )
                for one in stays
            ]
        )
        self.stay.setVisible(len(stays) > 1)
        self._change_stay()
        if looked_back and before is not None:
            self.version.set_value(before.plan.id)

    def _change_stay(self) -> None:
        words, stay = self.kit.words, self._stay
        plans = stay.plans if stay else ()
        self.version.set_choices(
            [
                Choice(
                    code=one.plan.id,
                    label=words(
                        "plan-version-line", number=str(one.plan.number), day=one.plan.from_date
                    ),
                )
                for one in plans
            ]
        )
        self.version.setCurrentIndex(0)  # the newest
        self.version.setVisible(len(plans) > 1)
        self._draw()

    def _draw(self) -> None:
        clear(self.beside.cards)
        clear(self._told)
        plan, stay = self.shown, self._stay
        can = self._may_write and plan is not None and plan.plan.closed_on is None
        self.print.setVisible(plan is not None)
        self.add.setVisible(can and plan is not None and len(plan.goals) < MOST_GOALS)
        self.review.setVisible(can and bool(plan and plan.goals))
        if plan is None:
            self.beside.cards.addWidget(self._nothing(stay), 1)
            return
        self._tell(plan)
        for file in plan.goals:
            self.beside.cards.addWidget(self._goal(file, can=can))
        if not plan.goals:
            empty = EmptyState(
                self.kit.words("plan-no-goals"),
                self.kit.words("plan-no-goals.next"),
                self.kit.words("plan-goal-add"),
                self.begin_goal if can else None,
            )
            self.beside.cards.addWidget(empty, 1)
        if plan.plan.conclusion:
            card = Card(self.kit.words("plan-conclusion"))
            card.body.addWidget(label(plan.plan.conclusion, wrap=True))
            self.beside.cards.addWidget(card)
        self.beside.cards.addStretch(1)

    def _nothing(self, stay: StayPlans | None) -> EmptyState:
        words = self.kit.words
        if stay is None:
            return EmptyState(words("plan-no-stay"), words("plan-no-stay.next"), "", None)
        over = stay.episode.to_date is not None
        can = self._may_write and not over
        due = words("plan-none.due", day=stay.due) if stay.due and not over else ""
        return EmptyState(
            words("plan-none"), due, words("plan-begin"), self._begin if can else None
        )

    def _begin(self) -> None:
        stay = self._stay
        if stay is None:
            return
        episode = stay.episode.id

        def begin() -> Changed[None]:
            self._plans.begin(episode)
            return Changed(None, PLANS)

        self.kit.jobs.run(
            self,
            begin,
            done=lambda _none: self.saved.emit(self.kit.words("plan-begun")),
            failed=self.failed.emit,
        )

    def _tell(self, plan: PlanFile) -> None:
        """Say beside the version when it is reviewed, and its score."""
        words, stay = self.kit.words, self._stay
        if plan.plan.closed_on is not None:
            self._told.addWidget(chip(words("plan-closed", day=plan.plan.closed_on)))
        elif stay is not None and stay.due is not None:
            late = stay.due < self.kit.clock.today()
            said = words("plan-review-late" if late else "plan-review-by", day=stay.due)
            self._told.addWidget(chip(said, "warn" if late else ""))
        if plan.score is not None:
            score = chip(words("plan-score", score=words.number(plan.score, 1)), "success")
            score.setToolTip(words("plan-score.help"))
            self._told.addWidget(score)

    def _goal(self, file: GoalFile, *, can: bool) -> Card:
        words, goal = self.kit.words, file.goal
        beside = chip(words(f"goal-end-{goal.ended.value}"), "success") if goal.ended else None
        area = activity_name(words, goal.area_sl, goal.area_en)
        card = Card(f"{goal.number}. {area}", beside=beside)
        card.body.addWidget(label(f"»{goal.own_words}«", "strong", wrap=True))
        card.body.addWidget(label(words("plan-expected-told", text=goal.expected), wrap=True))
        facts = [words("plan-owner-told", name=goal.owner)] if goal.owner else []
        if goal.due is not None:
            facts.append(words("plan-by", day=goal.due))
        if goal.weight > LEAST_WEIGHT:
            facts.append(words(f"plan-weight-{goal.weight}"))
        if facts:
            card.body.addWidget(label(" · ".join(facts), "muted", wrap=True))
        if file.ratings:
            card.body.addWidget(self._trend(file))
        if file.steps:
            card.body.addWidget(self._steps(file, can=can))
        if can:
            card.body.addLayout(self._acts(file))
        return card

    def _trend(self, file: GoalFile) -> QWidget:
        words = self.kit.words
        told = " · ".join(
            f"{words.date(one.day)} {sign(one.score)}" for one in file.ratings[-MOST_SHOWN:]
        )
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(16)
        row.addWidget(AttainmentTrend(self.kit, file.ratings))
        row.addWidget(label(told, "small", wrap=True), 1)
        return made

    def _steps(self, file: GoalFile, *, can: bool) -> QWidget:
        words, made = self.kit.words, QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, (step, version) in enumerate(file.steps):
            done = step.done_on is not None
            grid.addWidget(label("✓" if done else "○", "strong"), row, 0)
            told = f"{step.text} ({step.owner})" if step.owner else step.text
            grid.addWidget(label(told, wrap=True), row, 1)
            grid.addWidget(label(self._when(step), "small"), row, 2)
            if can:
                edit = button(words("plan-edit"), "link")
                edit.setAccessibleDescription(step.text)
                edit.clicked.connect(partial(self._edit_step, file, step, version))
                grid.addWidget(edit, row, 3)
                gone = button(words("remove"), "link")
                gone.setAccessibleDescription(step.text)
                gone.clicked.connect(partial(self._remove_step, step.id))
                grid.addWidget(gone, row, 4)
        return made

    def _when(self, step: GoalStep) -> str:
        words = self.kit.words
        if step.done_on is not None:
            return words("plan-step-done-on", day=step.done_on)
        return words("plan-by", day=step.due) if step.due else ""

    def _acts(self, file: GoalFile) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        kit, plans, stay, plan = self.kit, self._plans, self._stay, self.shown
        opened = self.beside.open_form
        acts = [
            ("plan-rate", lambda: opened(RatingForm(kit, plans, file))),
            ("plan-step-add", lambda: opened(StepForm(kit, plans, file.goal, None))),
        ]
        if stay is not None and plan is not None:
            form = partial(GoalForm, kit, plans, plan, stay.rules, file)
            acts.append(("plan-edit", lambda: opened(form())))
        if not file.ratings and file.goal.root == file.goal.id:
            acts.append(("remove", partial(self._remove_goal, file.goal.id)))
        for name, act in acts:
            press: QPushButton = button(kit.words(name), "link")
            press.setAccessibleDescription(file.goal.own_words)
            press.clicked.connect(lambda _on=False, act=act: act())
            row.addWidget(press)
        row.addStretch(1)
        return row

    def _edit_step(self, file: GoalFile, step: GoalStep, version: int) -> None:
        self.beside.open_form(StepForm(self.kit, self._plans, file.goal, (step, version)))

    def _remove_goal(self, goal: str) -> None:
        self.removeAsked.emit(lambda: self._removals.goal(goal))

    def _remove_step(self, step: str) -> None:
        self.removeAsked.emit(lambda: self._removals.step(step))
