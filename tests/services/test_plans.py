"""Plans through their versions: goals, steps, ratings, reviews, what is due, what is left of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlcipher3 import dbapi2 as sqlcipher
from tests.conftest import ROOT, SetClock

from tcdesk.domain.enrolments import Episode
from tcdesk.domain.errors import NotAllowedError, RuleBrokenError, StaleRowError
from tcdesk.domain.people import Person, Sex
from tcdesk.domain.plans import Goal, GoalEnd, GoalRating, Plan
from tcdesk.domain.programmes import Phase
from tcdesk.domain.staff import Role
from tcdesk.services.bin import Bin
from tcdesk.services.desk import Desk
from tcdesk.services.enrolments import Enrolments
from tcdesk.services.participants import NewPerson, Participants
from tcdesk.services.plan_files import NewGoal, NewStep, Review
from tcdesk.services.plans import Plans
from tcdesk.services.programmes import ProgrammeFile
from tcdesk.services.removals import Removals
from tcdesk.services.store import Record
from tcdesk.vault.store import SqlStore

TODAY = date(2026, 11, 24)
ENTRY = date(2026, 11, 2)
NEXT = date(2027, 2, 22)


@pytest.fixture
def plans(unit_desk: Desk) -> Plans:
    return Plans(unit_desk, ROOT / "resources")


@pytest.fixture
def stay(unit_desk: Desk, community: ProgrammeFile) -> Episode:
    person = Participants(unit_desk).create(
        NewPerson(
            given_name="Stanko",
            family_name="Đurić",
            birth_date=date(1984, 5, 11),
            sex=Sex.MALE,
        )
    )
    return Enrolments(unit_desk).enter(person.id, community.programme.id, ENTRY)


def goal(plans: Plans, plan: Plan, words: str = "Rad bi vedel, kdaj me zanese.") -> Goal:
    return plans.add_goal(
        plan.id, NewGoal(area="patterns", own_words=words, expected="Prepozna tri sprožilce.")
    )


def refused(rule: str, do: Callable[[], object]) -> None:
    with pytest.raises(RuleBrokenError) as error:
        do()
    assert error.value.rule == rule


def stored(desk: Desk, kind: type[Record], key: str) -> Record:
    with desk.vault.store.reading() as facts:
        return facts.get(kind, key)


def test_the_nine_areas_of_the_community_are_offered_each_by_name(
    plans: Plans, stay: Episode
) -> None:
    (found,) = plans.of(stay.person)
    assert [one.code for one in found.rules.areas] == [
        "abstinence",
        "critical-attitude",
        "patterns",
        "problem-solving",
        "work-habits",
        "responsibility",
        "social-skills",
        "social-network",
        "after-release",
    ]


def test_a_review_closes_the_version_and_goals_go_on_with_what_is_not_done(
    plans: Plans, stay: Episode, clock: SetClock
) -> None:
    first = plans.begin(stay.id)
    kept, reached = goal(plans, first), goal(plans, first, "Rad bi delal.")
    done = plans.add_step(kept.id, NewStep(text="dnevnik"))
    plans.add_step(kept.id, NewStep(text="pogovor z mentorjem"))
    plans.change_step(
        done.id,
        NewStep(text="dnevnik", done_on=TODAY),
        expected=plans.of(stay.person)[0].plans[0].goals[0].steps[0][1],
    )
    plans.rate(kept.id, -1, TODAY)
    clock.pass_by(timedelta(days=90))
    day = clock.today()
    (file,) = plans.of(stay.person)[0].plans
    second = plans.review(
        first.id,
        Review(
            day=day,
            conclusion="Dobro napreduje.",
            scores={kept.id: 0, reached.id: 1},
            ended={reached.id: GoalEnd.REACHED},
            next_by=day + timedelta(days=90),
        ),
        expected=file.version,
    )
    assert second is not None
    new, old = plans.of(stay.person)[0].plans
    assert (old.plan.closed_on, old.plan.conclusion) == (day, "Dobro napreduje.")
    assert old.score == Decimal("56.2")
    assert [one.goal.ended for one in old.goals] == [None, GoalEnd.REACHED]
    (carried,) = new.goals
    assert (new.plan.number, carried.goal.own_words) == (2, kept.own_words)
    assert [step.text for step, _version in carried.steps] == ["pogovor z mentorjem"]
    assert [one.score for one in carried.ratings] == [-1, 0]
    plans.rate(carried.goal.id, 2, day)
    assert [one.score for one in plans.of(stay.person)[0].plans[1].goals[0].ratings][-1] == 0


def test_a_closed_version_is_changed_by_nobody(
    plans: Plans, stay: Episode, unit_desk: Desk
) -> None:
    plan = plans.begin(stay.id)
    found = goal(plans, plan)
    version = plans.of(stay.person)[0].plans[0].version
    review = Review(day=TODAY, conclusion="", scores={found.id: 0}, ended={}, next_by=None)
    assert plans.review(plan.id, review, expected=version) is None
    new = NewGoal(area="patterns", own_words="x", expected="y")
    refused("plan-closed", lambda: plans.add_goal(plan.id, new))
    refused("plan-closed", lambda: plans.change_goal(found.id, new, expected=1))
    refused("plan-closed", lambda: plans.add_step(found.id, NewStep(text="x")))
    refused("plan-closed", lambda: plans.rate(found.id, 1, TODAY))
    refused("plan-closed", lambda: plans.review(plan.id, review, expected=version))
    refused("plan-closed", lambda: Removals(unit_desk).goal(found.id))
    store = unit_desk.vault.store
    assert isinstance(store, SqlStore)
    with pytest.raises(sqlcipher.IntegrityError, match="it is closed"):
        store.writer().connection.cursor().execute("UPDATE plan SET conclusion = 'drugo'")


def test_what_cannot_be_is_refused_at_once(plans: Plans, stay: Episode) -> None:
    plan = plans.begin(stay.id)
    found = goal(plans, plan)
    ahead, before = TODAY + timedelta(days=1), plan.from_date - timedelta(days=1)
    version = plans.of(stay.person)[0].plans[0].version
    review = Review(day=TODAY, conclusion="", scores={found.id: 0}, ended={}, next_by=NEXT)

    def reviewed(**changed: object) -> Callable[[], object]:
        other = replace(review, **changed)  # type: ignore[arg-type]  # named by the test
        return lambda: plans.review(plan.id, other, expected=version)

    refused("plan-exists", lambda: plans.begin(stay.id))
    refused("attainment-off-scale", lambda: plans.rate(found.id, 3, TODAY))
    refused("rated-in-future", lambda: plans.rate(found.id, 1, ahead))
    refused("rated-before-plan", lambda: plans.rate(found.id, 1, before))
    refused("review-in-future", reviewed(day=ahead))
    refused("review-before-plan", reviewed(day=before))
    refused("next-review-before", reviewed(next_by=TODAY))
    refused("review-without-scores", reviewed(scores={}))
    refused("plan-text-too-long", reviewed(conclusion="x" * 2001))
    refused("done-in-future", lambda: plans.add_step(found.id, NewStep(text="x", done_on=ahead)))
    refused("done-before-plan", lambda: plans.add_step(found.id, NewStep(text="x", done_on=before)))
    refused("step-missing", lambda: plans.add_step(found.id, NewStep(text=" ")))
    for rule, new in (
        ("goal-words-missing", NewGoal(area="patterns", own_words=" ", expected="x")),
        ("goal-expected-missing", NewGoal(area="patterns", own_words="x", expected="")),
        ("plan-text-too-long", NewGoal(area="patterns", own_words="x" * 401, expected="x")),
        ("area-unknown", NewGoal(area="distress", own_words="x", expected="x")),
        ("weight-off-scale", NewGoal(area="patterns", own_words="x", expected="x", weight=4)),
    ):
        refused(rule, lambda new=new: plans.add_goal(plan.id, new))  # type: ignore[misc]  # bound now
    assert len(plans.of(stay.person)[0].plans[0].goals) == 1


def test_a_goal_changed_by_another_window_is_not_overwritten(plans: Plans, stay: Episode) -> None:
    found = goal(plans, plans.begin(stay.id))
    version = plans.of(stay.person)[0].plans[0].goals[0].version
    new = NewGoal(area="patterns", own_words="prvi", expected="x")
    plans.change_goal(found.id, new, expected=version)
    with pytest.raises(StaleRowError):
        plans.change_goal(found.id, replace(new, own_words="drugi"), expected=version)
    assert plans.of(stay.person)[0].plans[0].goals[0].goal.own_words == "prvi"


def test_beside_a_note_every_open_goal_is_rated_once_a_session(
    plans: Plans, stay: Episode, unit_desk: Desk
) -> None:
    found = goal(plans, plans.begin(stay.id))
    plans.rate(found.id, -1, TODAY)
    plans.rate(found.id, 1, TODAY)
    (line,) = plans.goals_for(stay.person)
    assert line.last is not None
    assert (line.goal.id, line.last.score, line.rated) == (found.id, 1, None)
    with unit_desk.vault.store.reading() as facts:
        (rating,) = facts.find(GoalRating, goal=found.id)
        assert [one.score for one, _when in facts.superseded(GoalRating, rating.id)] == [-1]


def test_a_goal_typed_by_mistake_goes_into_the_bin_and_back_a_rated_one_stays(
    plans: Plans, stay: Episode, unit_desk: Desk
) -> None:
    plan = plans.begin(stay.id)
    wrong, rated = goal(plans, plan), goal(plans, plan, "drugi")
    plans.add_step(wrong.id, NewStep(text="korak"))
    plans.rate(rated.id, 0, TODAY)
    removal = Removals(unit_desk).goal(wrong.id)
    assert [one.goal.id for one in plans.of(stay.person)[0].plans[0].goals] == [rated.id]
    Bin(unit_desk).put_back(removal.id)
    back = plans.of(stay.person)[0].plans[0].goals[0]
    assert (back.goal, len(back.steps)) == (wrong, 1)
    refused("remove-goal-rated", lambda: Removals(unit_desk).goal(rated.id))


def test_plans_wait_on_danes_when_they_are_due(
    plans: Plans, stay: Episode, clock: SetClock, unit_desk: Desk, community: ProgrammeFile
) -> None:
    assert plans.waiting() == []  # thirty days from 2 November have not passed
    clock.pass_by(timedelta(days=2))
    (line,) = plans.waiting()
    assert (line.first, line.by) == (True, date(2026, 12, 2))
    plans.begin(stay.id, date(2027, 3, 1))
    assert plans.waiting() == []
    clock.pass_by(timedelta(days=4))
    core: Phase = community.phases[2]
    Enrolments(unit_desk).move(stay.id, core.id, clock.today())
    clock.pass_by(timedelta(days=8))
    (line,) = plans.waiting()
    assert (line.first, line.by) == (False, date(2026, 12, 14))


def test_an_officer_and_an_auditor_see_no_plan(
    plans: Plans, stay: Episode, unit_desk: Desk
) -> None:
    plans.begin(stay.id)
    for role in (Role.OFFICER, Role.AUDITOR, Role.ADMINISTRATOR):
        other = replace(unit_desk, actor=replace(unit_desk.actor, role=role))
        with pytest.raises(NotAllowedError):
            Plans(other, ROOT / "resources").of(stay.person)


def test_a_person_opened_by_mistake_goes_with_the_plan(
    plans: Plans, stay: Episode, unit_desk: Desk
) -> None:
    found = goal(plans, plans.begin(stay.id))
    removal = Removals(unit_desk).person(stay.person)
    Bin(unit_desk).put_back(removal.id)
    assert stored(unit_desk, Goal, found.id) == found
    assert isinstance(stored(unit_desk, Person, stay.person), Person)
