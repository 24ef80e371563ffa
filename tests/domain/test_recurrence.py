"""Rules of repetition over holidays and clock changes."""

from datetime import UTC, date, datetime, timedelta

import pytest
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import ROOT

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.free_days import OwnDay, check_own_day, free_days, read_rules
from tcdesk.domain.ids import ActivityId, ProgrammeId, SeriesId, StaffId
from tcdesk.domain.recurrence import (
    Series,
    Why,
    begins,
    check_series,
    has_hour,
    monthly,
    occurrences,
    shifted,
    slots,
    weekdays_of,
    weekly,
)

RULES = read_rules((ROOT / "resources" / "calendar" / "si.json").read_text(encoding="utf-8"))
MONDAY = date(2026, 11, 23)
YEAR = (date(2027, 1, 1), date(2027, 12, 31))


def series(rule: str, *, start: int = 600, meetings: int | None = None, themes: str = "") -> Series:
    return Series(
        id=SeriesId("s"),
        programme=ProgrammeId("p"),
        activity=ActivityId("a"),
        group=None,
        person=None,
        rule=rule,
        from_date=MONDAY,
        to_date=None,
        start=start,
        minutes=60,
        room="",
        leader=StaffId("l"),
        co_leader=None,
        meetings=meetings,
        themes=themes,
        on_free_days=False,
    )


def made_on(one: Series, last: date) -> list[date]:
    free = free_days(RULES, (), MONDAY, last)
    found = slots(one, MONDAY, last, today=MONDAY, taken=set(), made=0, free=free)
    return [slot.day for slot in found if slot.why is None]


def test_the_work_free_days_of_2027_are_those_of_the_law():
    # Official Gazette: ZPDPD; Easter 2027 is on 28 March.
    expected = {
        (1, 1), (1, 2), (2, 8), (3, 28), (3, 29), (4, 27), (5, 1), (5, 2), (5, 16), (6, 25),
        (8, 15), (10, 31), (11, 1), (12, 25), (12, 26),
    }  # fmt: skip
    assert {(day.month, day.day) for day in free_days(RULES, (), *YEAR)} == expected


@pytest.mark.parametrize(
    ("year", "sunday"), [(2025, (4, 20)), (2026, (4, 5)), (2028, (4, 16)), (2038, (4, 25))]
)
def test_easter_monday_follows_easter_also_when_it_is_late(year, sunday):
    days = free_days(RULES, (), date(year, 1, 1), date(year, 12, 31))
    assert date(year, *sunday) == easter(year)
    assert date(year, *sunday) + timedelta(days=1) in days


def test_the_second_of_january_was_no_holiday_for_some_years():
    assert date(2016, 1, 2) not in free_days(RULES, (), date(2016, 1, 1), date(2016, 1, 5))
    assert date(2017, 1, 2) in free_days(RULES, (), date(2017, 1, 1), date(2017, 1, 5))


def test_what_the_unit_sets_by_hand_holds_over_the_table():
    own = (
        OwnDay(day=date(2027, 2, 8), name="delovni praznik", works=True),
        OwnDay(day=date(2027, 2, 9), name="dan zavoda", works=False),
    )
    days = free_days(RULES, own, *YEAR)
    assert date(2027, 2, 8) not in days
    assert days[date(2027, 2, 9)].name_sl == "dan zavoda"
    with pytest.raises(RuleBrokenError, match="free-day-known"):
        check_own_day(own[0], own)
    with pytest.raises(RuleBrokenError, match="free-day-name"):
        check_own_day(OwnDay(day=MONDAY, name=" ", works=False), ())


def test_twenty_four_meetings_take_place_however_many_holidays_are_left_out():
    one = series(weekly([4, 5]), meetings=24, themes="Modul 1\nModul 2")
    free = free_days(RULES, (), MONDAY, date(2027, 5, 1))
    found = slots(one, MONDAY, date(2027, 5, 1), today=MONDAY, taken=set(), made=0, free=free)
    made = [slot for slot in found if slot.why is None]
    left = [slot for slot in found if slot.why is Why.FREE_DAY]
    assert len(made) == 24
    assert [slot.theme for slot in made[:3]] == ["Modul 1", "Modul 2", ""]
    assert {slot.day for slot in left} == {
        date(2026, 12, 25), date(2026, 12, 26), date(2027, 1, 1), date(2027, 1, 2)
    }  # fmt: skip
    assert not {slot.day for slot in made} & free.keys()


def test_the_third_tuesday_and_the_last_friday_of_every_month():
    third = series(monthly(date(2026, 11, 17)))
    last = series(monthly(date(2026, 11, 30)))
    end = date(2027, 2, 28)
    assert list(occurrences(third, end)) == [
        date(2026, 12, 15), date(2027, 1, 19), date(2027, 2, 16)
    ]  # fmt: skip
    assert [day.month for day in occurrences(last, end)] == [11, 12, 1, 2]
    assert all((day + timedelta(days=7)).month != day.month for day in occurrences(last, end))


BAD_RULES = (
    "", "abc", "FREQ=SECONDLY", "FREQ=WEEKLY;COUNT=3", "FREQ=WEEKLY;BYDAY=XX",
    "FREQ=WEEKLY;INTERVAL=x", "FREQ=WEEKLY\nEXDATE:20270101",
)  # fmt: skip


@pytest.mark.parametrize("rule", BAD_RULES)
def test_a_rule_that_cannot_be_read_or_ends_by_itself_is_refused(rule):
    with pytest.raises(RuleBrokenError, match="series-rule"):
        check_series(series(rule))


@given(st.sets(st.integers(0, 6), min_size=1), st.integers(-20, 20), st.integers(1, 4))
def test_a_shifted_week_has_every_day_moved(days, by, interval):
    rule = shifted(weekly(sorted(days), interval=interval), by)
    assert set(weekdays_of(rule)) == {(day + by) % 7 for day in days}


def test_a_monthly_rule_cannot_be_shifted():
    with pytest.raises(RuleBrokenError, match="series-shift"):
        shifted(monthly(MONDAY), 1)


def test_the_hour_that_summer_time_leaves_out_is_not_planned():
    night = date(2027, 3, 28)
    assert not has_hour(night, 150)
    assert has_hour(night, 180)
    assert has_hour(date(2027, 10, 31), 150)  # there it comes twice
    one = series("FREQ=WEEKLY;BYDAY=SU", start=150)
    found = slots(one, night, night, today=MONDAY, taken=set(), made=0, free={})
    assert [slot.why for slot in found] == [Why.NO_SUCH_HOUR]


def test_a_time_of_day_stays_the_same_over_the_change_of_clocks():
    assert begins(date(2027, 3, 27), 600) == datetime(2027, 3, 27, 9, tzinfo=UTC)
    assert begins(date(2027, 3, 28), 600) == datetime(2027, 3, 28, 8, tzinfo=UTC)
    assert begins(date(2027, 10, 31), 150) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
