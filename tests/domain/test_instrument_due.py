"""Questionnaires are due at entry, every so many weeks, at exit and after it; then they lapse."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from tcdesk.domain.enrolments import Episode
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import EpisodeId, ParticipationId, PersonId, ProgrammeId
from tcdesk.domain.instrument_due import DueRule, Occasion, check_rule, due_of

ENTRY = date(2026, 1, 5)
LAST = date(2026, 6, 30)


def stay(*, ended: bool = False) -> Episode:
    return Episode(
        id=EpisodeId("e"), person=PersonId("p"), participation=ParticipationId("s"),
        programme=ProgrammeId("t"), from_date=ENTRY,
        to_date=LAST + timedelta(days=1) if ended else None, exit_code=None,
    )  # fmt: skip


def rule(occasion: Occasion, weeks: int) -> DueRule:
    return DueRule(
        id=occasion.value, programme=ProgrammeId("t"), instrument="phq-9", occasion=occasion,
        weeks=weeks,
    )  # fmt: skip


def due(
    day: date, *rules: DueRule, answered: Sequence[date] = (), ended: bool = False
) -> list[tuple[str, date]]:
    found = due_of(stay(ended=ended), rules, [("phq-9", when) for when in answered], day)
    return [(one.occasion.value, one.by) for one in found]


def weeks(count: int, since: date = ENTRY) -> date:
    return since + timedelta(weeks=count)


def test_at_entry_it_waits_until_it_is_answered_also_shortly_before() -> None:
    entry = rule(Occasion.ENTRY, 4)
    assert due(ENTRY - timedelta(days=1), entry) == []
    assert due(ENTRY, entry) == [("entry", weeks(4))]
    assert due(weeks(30), entry) == [("entry", weeks(4))]
    assert due(weeks(1), entry, answered=[ENTRY - timedelta(days=10)]) == []
    assert due(weeks(1), entry, answered=[ENTRY - timedelta(days=20)]) == [("entry", weeks(4))]
    assert due(LAST, entry, ended=True) == []


def test_every_so_many_weeks_counts_from_the_last_answer() -> None:
    every = rule(Occasion.EVERY, 13)
    assert due(weeks(12), every, answered=[ENTRY]) == []
    assert due(weeks(13), every, answered=[ENTRY]) == [("every", weeks(15))]
    assert due(weeks(13), every, answered=[ENTRY, weeks(10)]) == []
    assert due(weeks(23), every, answered=[ENTRY, weeks(10)]) == [("every", weeks(25))]


def test_at_exit_it_waits_for_its_weeks_and_lapses() -> None:
    leaving = rule(Occasion.EXIT, 4)
    assert due(LAST, leaving) == []
    assert due(LAST, leaving, ended=True) == [("exit", weeks(4, LAST))]
    assert due(LAST, leaving, answered=[LAST - timedelta(days=3)], ended=True) == []
    assert due(weeks(4, LAST) + timedelta(days=1), leaving, ended=True) == []


def test_after_the_exit_it_waits_for_two_months_from_its_week_on() -> None:
    after = rule(Occasion.FOLLOW_UP, 26)
    assert due(weeks(25, LAST), after, ended=True) == []
    assert due(weeks(26, LAST), after, ended=True) == [("follow-up", weeks(28, LAST))]
    assert due(weeks(26, LAST), after, answered=[weeks(25, LAST)], ended=True) == []
    assert due(weeks(35, LAST), after, ended=True) == []


def test_two_occasions_at_once_ask_once_for_the_one_that_waits_longest() -> None:
    both = (rule(Occasion.ENTRY, 4), rule(Occasion.EVERY, 13))
    assert due(weeks(20), *both) == [("entry", weeks(4))]


@pytest.mark.parametrize("count", [0, 105])
def test_weeks_that_make_no_sense_are_refused(count: int) -> None:
    with pytest.raises(RuleBrokenError):
        check_rule(rule(Occasion.EVERY, count))
