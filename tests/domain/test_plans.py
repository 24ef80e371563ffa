"""Goal attainment adds up as published; reviews come due by the programme's rules."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tcdesk.domain.attainment import HIGHEST, LOWEST, sign, t_score
from tcdesk.domain.ids import AccountId, EpisodeId, PersonId
from tcdesk.domain.plans import Plan, ReviewRules, review_due

RULES = ReviewRules(first_days=30, every_days=90, phase_days=14)


@dataclass(frozen=True)
class Stay:
    from_date: date
    to_date: date | None = None


def plan(since: date, review_by: date) -> Plan:
    return Plan(
        id="1",
        person=PersonId("p"),
        episode=EpisodeId("e"),
        number=1,
        from_date=since,
        review_by=review_by,
        account=AccountId("a"),
    )


# Kiresuk, Smith, Cardillo (1994): conversion of the sum of equally weighted scales.
@pytest.mark.parametrize(
    ("goals", "total", "score"),
    [(1, 1, "60.0"), (2, 1, "56.2"), (3, 1, "54.6"), (4, 1, "53.6"), (5, 1, "53.0")],
)
def test_equal_weights_give_the_published_conversion(goals: int, total: int, score: str) -> None:
    scales = [(1, total), *((1, 0) for _ in range(goals - 1))]
    assert t_score(scales) == Decimal(score)


def test_weights_count_as_the_formula_says() -> None:
    # 3·(+1) + 1·(−1) + 2·0 = 2; √(0,7·14 + 0,3·36) = √20,6 = 4,5387; 50 + 20 / 4,5387 = 54,4
    assert t_score([(3, 1), (1, -1), (2, 0)]) == Decimal("54.4")


def test_without_goals_there_is_no_score() -> None:
    assert t_score([]) is None


attained = st.lists(
    st.tuples(st.integers(1, 3), st.integers(LOWEST, HIGHEST)), min_size=1, max_size=9
)


@given(attained)
def test_the_mirror_of_what_was_reached_mirrors_the_score(goals: list[tuple[int, int]]) -> None:
    score, mirrored = t_score(goals), t_score([(weight, -at) for weight, at in goals])
    assert score is not None
    assert mirrored is not None
    assert score + mirrored == 100


@given(attained, st.integers(0, 8))
def test_reaching_more_never_lowers_the_score(goals: list[tuple[int, int]], which: int) -> None:
    place = which % len(goals)
    weight, at = goals[place]
    more = [*goals[:place], (weight, min(HIGHEST, at + 1)), *goals[place + 1 :]]
    before, after = t_score(goals), t_score(more)
    assert before is not None
    assert after is not None
    assert after >= before


def test_a_score_is_written_with_its_sign() -> None:
    assert [sign(one) for one in range(-2, 3)] == ["−2", "−1", "0", "+1", "+2"]


ENTRY = date(2026, 1, 5)


def test_the_first_plan_is_due_thirty_days_after_entry() -> None:
    assert review_due(RULES, Stay(ENTRY), None, []) == date(2026, 2, 4)


def test_a_change_of_phase_brings_the_review_forward() -> None:
    made = plan(date(2026, 2, 1), date(2026, 5, 2))
    phases = [Stay(ENTRY, date(2026, 3, 1)), Stay(date(2026, 3, 1))]
    assert review_due(RULES, Stay(ENTRY), made, []) == date(2026, 5, 2)
    assert review_due(RULES, Stay(ENTRY), made, phases) == date(2026, 3, 15)


def test_nothing_is_due_of_who_has_left() -> None:
    assert review_due(RULES, Stay(ENTRY, ENTRY + timedelta(days=60)), None, []) is None
