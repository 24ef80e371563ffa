"""Individual plans: goals, steps, ratings, reviews that close a version and begin the next.

The page of a session works with ``goals_for`` and ``rate``; the rest is the tab »Načrt in cilji«.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from tcdesk.domain.attainment import check_attainment
from tcdesk.domain.enrolments import Episode, PhaseStay
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import EpisodeId, PersonId, SessionId
from tcdesk.domain.people import Person
from tcdesk.domain.plans import (
    LONGEST_CONCLUSION,
    MOST_GOALS,
    Goal,
    GoalRating,
    GoalStep,
    Plan,
    check_goal,
    check_lengths,
    check_open,
    check_review,
    check_step,
    review_due,
)
from tcdesk.domain.programmes import Programme
from tcdesk.domain.sessions import Session
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.plan_files import (
    GoalLine,
    NewGoal,
    NewStep,
    PlanDue,
    Review,
    StayPlans,
    plan_due,
    plan_file,
    ratings_of,
)
from tcdesk.services.plan_rules import PlanRules, plan_rules
from tcdesk.services.store import Reading, Work

SOON = timedelta(days=7)  # how long before its day a review stands on Danes


@dataclass(frozen=True, slots=True)
class Plans:
    """Plans of the people whom the one at the desk sees; ``resources`` holds the programmes."""

    desk: Desk
    resources: Path

    def of(self, person: PersonId) -> Sequence[StayPlans]:
        """Give the plans of every stay of a person, stays that go on first, then the newest."""
        with self.desk.reading(Action.SEE_NOTES) as facts:
            facts.get(Person, person)
            ratings = ratings_of(facts, person)
            stays = sorted(
                facts.find(Episode, person=person),
                key=lambda one: (one.to_date is None, one.from_date),
                reverse=True,
            )
            return [self._stay(facts, one, ratings) for one in stays]

    def begin(self, episode: EpisodeId, review_by: date | None = None) -> Plan:
        """Begin the plan of a stay.

        Args:
            episode: The stay.
            review_by: By when it is reviewed; as the programme says without.

        Raises:
            RuleBrokenError: ``already-left``, ``plan-exists`` or ``next-review-before``.
        """
        today = self.desk.clock.today()
        with self.desk.writing(Action.WRITE_NOTES) as work:
            stay = work.get(Episode, episode)
            if stay.to_date is not None:
                raise RuleBrokenError("already-left")
            known = work.find(Plan, episode=episode)
            if any(one.closed_on is None for one in known):
                raise RuleBrokenError("plan-exists")
            rules = self._rules(work, stay)
            by = review_by or today + timedelta(days=rules.reviews.every_days)
            if by <= today:
                raise RuleBrokenError("next-review-before")
            plan = self._new(stay, max((one.number for one in known), default=0) + 1, today, by)
            work.add(plan)
            return plan

    def add_goal(self, plan: str, new: NewGoal) -> Goal:
        """Add a goal to the open version.

        Raises:
            RuleBrokenError: ``plan-closed``, ``too-many-goals``, ``area-unknown`` or see
                ``check_goal``.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            whole = work.get(Plan, plan)
            check_open(whole)
            goals = work.find(Goal, plan=plan)
            if len(goals) >= MOST_GOALS:
                raise RuleBrokenError("too-many-goals", most=MOST_GOALS)
            key = self.desk.ids.new()
            number = max((one.number for one in goals), default=0) + 1
            goal = self._goal(work, whole, (key, key, number), new)
            check_goal(goal)
            work.add(goal)
            return goal

    def change_goal(self, goal: str, new: NewGoal, *, expected: int) -> int:
        """Change a goal of the open version; gives its new row version.

        Raises:
            RuleBrokenError: ``plan-closed``, ``area-unknown`` or see ``check_goal``.
            StaleRowError: Somebody else changed it meanwhile.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            old = work.get(Goal, goal)
            whole = work.get(Plan, old.plan)
            check_open(whole)
            changed = self._goal(work, whole, (old.id, old.root, old.number), new)
            check_goal(changed)
            return work.change(changed, expected=expected)

    def add_step(self, goal: str, new: NewStep) -> GoalStep:
        """Add a step towards a goal.

        Raises:
            RuleBrokenError: ``plan-closed`` or see ``check_step``.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            whole, plan = self._open_goal(work, goal)
            step = GoalStep(
                id=self.desk.ids.new(),
                goal=goal,
                person=whole.person,
                text=new.text.strip(),
                owner=new.owner.strip(),
                due=new.due,
                done_on=new.done_on,
            )
            self._check_done(step, plan)
            work.add(step)
            return step

    def change_step(self, step: str, new: NewStep, *, expected: int) -> int:
        """Change a step, or say when it was done; gives its new row version.

        Raises:
            RuleBrokenError: ``plan-closed`` or see ``check_step``.
            StaleRowError: Somebody else changed it meanwhile.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            old = work.get(GoalStep, step)
            _whole, plan = self._open_goal(work, old.goal)
            changed = replace(
                old,
                text=new.text.strip(),
                owner=new.owner.strip(),
                due=new.due,
                done_on=new.done_on,
            )
            self._check_done(changed, plan)
            return work.change(changed, expected=expected)

    def rate(
        self, goal: str, score: int, day: date, *, session: SessionId | None = None
    ) -> GoalRating:
        """Say how far a goal is reached on a day; said again of the same session it is corrected.

        Raises:
            RuleBrokenError: ``plan-closed``, ``attainment-off-scale``, ``rated-before-plan`` or
                ``rated-in-future``.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            whole, plan = self._open_goal(work, goal)
            if session is not None:
                day = work.get(Session, session).day
            return self._rate(work, whole, plan, (day, score, session))

    def review(self, plan: str, review: Review, *, expected: int) -> Plan | None:
        """Close a version and begin the next one with the goals that go on.

        Returns:
            The next version; None when the plan is over.

        Raises:
            RuleBrokenError: ``review-without-scores`` or see ``check_review`` and ``rate``.
            StaleRowError: Somebody else changed the plan meanwhile.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            old = work.get(Plan, plan)
            check_review(old, review.day, review.next_by, self.desk.clock.today())
            check_lengths(review.conclusion, most=LONGEST_CONCLUSION)
            goals = work.find(Goal, plan=plan)
            if {one.id for one in goals} - set(review.scores):
                raise RuleBrokenError("review-without-scores")
            for goal in goals:
                self._rate(work, goal, old, (review.day, review.scores[goal.id], None))
                if goal.id in review.ended:
                    ended = replace(goal, ended=review.ended[goal.id])
                    work.change(ended, expected=work.version(Goal, goal.id))
            closed = replace(old, closed_on=review.day, conclusion=review.conclusion.strip())
            work.change(closed, expected=expected)
            if review.next_by is None:
                return None
            stay = work.get(Episode, old.episode)
            following = self._new(stay, old.number + 1, review.day, review.next_by)
            work.add(following)
            self._carry(work, following, [one for one in goals if one.id not in review.ended])
            return following

    def goals_for(self, person: PersonId, session: SessionId | None = None) -> Sequence[GoalLine]:
        """List a person's open goals with their newest rating, for beside a note."""
        with self.desk.reading(Action.SEE_NOTES) as facts:
            ratings = ratings_of(facts, person)
            lines = []
            for plan in facts.find(Plan, person=person, closed_on=None):
                for goal in sorted(facts.find(Goal, plan=plan.id), key=lambda one: one.number):
                    known = ratings.get(goal.root, [])
                    here = [one for one in known if session is not None and one.session == session]
                    lines.append(
                        GoalLine(
                            goal=goal,
                            last=known[-1] if known else None,
                            rated=here[-1] if here else None,
                        )
                    )
            return lines

    def waiting(self) -> Sequence[PlanDue]:
        """List whose plan is to be made or reviewed within a week, the longest due first."""
        last = self.desk.clock.today() + SOON
        with self.desk.reading(Action.SEE_NOTES) as facts:
            plans = {one.episode: one for one in facts.find(Plan, closed_on=None)}
            programmes = {one.id: one for one in facts.find(Programme)}
            known = self._all()
            lines = []
            for stay in facts.find(Episode, to_date=None):
                programme = programmes[stay.programme]
                if programme.code not in known:
                    continue
                plan = plans.get(stay.id)
                phases = facts.find(PhaseStay, episode=stay.id) if plan else ()
                by = review_due(known[programme.code].reviews, stay, plan, phases)
                if by is not None and by <= last:
                    lines.append(plan_due(facts.get(Person, stay.person), programme, by, plan))
            return sorted(lines, key=lambda one: (one.by, one.name))

    # What the entries share

    def _all(self) -> Mapping[str, PlanRules]:
        return plan_rules(self.resources / "programmes")

    def _rules(self, facts: Reading, stay: Episode) -> PlanRules:
        known = self._all().get(facts.get(Programme, stay.programme).code)
        if known is None:
            raise RuleBrokenError("programme-without-plans")
        return known

    def _stay(
        self, facts: Reading, stay: Episode, ratings: Mapping[str, Sequence[GoalRating]]
    ) -> StayPlans:
        rules = self._rules(facts, stay)
        plans = sorted(facts.find(Plan, episode=stay.id), key=lambda one: one.number, reverse=True)
        now = next((one for one in plans if one.closed_on is None), None)
        phases = facts.find(PhaseStay, episode=stay.id)
        return StayPlans(
            episode=stay,
            programme=facts.get(Programme, stay.programme),
            rules=rules,
            plans=[plan_file(facts, one, ratings) for one in plans],
            due=review_due(rules.reviews, stay, now, phases),
        )

    def _new(self, stay: Episode, number: int, since: date, review_by: date) -> Plan:
        return Plan(
            id=self.desk.ids.new(),
            person=stay.person,
            episode=stay.id,
            number=number,
            from_date=since,
            review_by=review_by,
            account=self.desk.actor.account,
        )

    def _goal(self, facts: Reading, plan: Plan, which: tuple[str, str, int], new: NewGoal) -> Goal:
        rules = self._rules(facts, facts.get(Episode, plan.episode))
        area = next((one for one in rules.areas if one.code == new.area), None)
        if area is None:
            raise RuleBrokenError("area-unknown")
        key, root, number = which
        return Goal(
            id=key,
            plan=plan.id,
            person=plan.person,
            root=root,
            number=number,
            area=area.code,
            area_sl=area.name_sl,
            area_en=area.name_en,
            own_words=new.own_words.strip(),
            expected=new.expected.strip(),
            owner=new.owner.strip(),
            due=new.due,
            weight=new.weight,
        )

    def _open_goal(self, facts: Reading, goal: str) -> tuple[Goal, Plan]:
        found = facts.get(Goal, goal)
        plan = facts.get(Plan, found.plan)
        check_open(plan)
        return found, plan

    def _check_done(self, step: GoalStep, plan: Plan) -> None:
        check_step(step, plan)
        if step.done_on is not None and step.done_on > self.desk.clock.today():
            raise RuleBrokenError("done-in-future")

    def _rate(
        self, work: Work, goal: Goal, plan: Plan, said: tuple[date, int, SessionId | None]
    ) -> GoalRating:
        day, score, session = said
        check_attainment(score)
        if day < plan.from_date:
            raise RuleBrokenError("rated-before-plan")
        if day > self.desk.clock.today():
            raise RuleBrokenError("rated-in-future")
        known = next(iter(work.find(GoalRating, goal=goal.id, day=day, session=session)), None)
        rating = GoalRating(
            id=known.id if known else self.desk.ids.new(),
            goal=goal.id,
            person=goal.person,
            root=goal.root,
            day=day,
            score=score,
            account=self.desk.actor.account,
            at=self.desk.moment(),
            session=session,
        )
        if known is None:
            work.add(rating)
        elif known.score != score:
            work.change(rating, expected=work.version(GoalRating, known.id))
        return rating

    def _carry(self, work: Work, plan: Plan, goals: Sequence[Goal]) -> None:
        """Take goals over into the next version, with the steps that are not done."""
        for number, goal in enumerate(sorted(goals, key=lambda one: one.number), start=1):
            key = self.desk.ids.new()
            work.add(replace(goal, id=key, plan=plan.id, number=number))
            for step in work.find(GoalStep, goal=goal.id):
                if step.done_on is None:
                    work.add(replace(step, id=self.desk.ids.new(), goal=key))
