"""Days are counted by the calendar of Slovenia."""

from datetime import UTC, date, datetime

import pytest

from tcdesk.domain.days import days_ago


@pytest.mark.parametrize(
    ("moment", "days"),
    [
        (datetime(2026, 11, 21, 23, 30, tzinfo=UTC), 0),  # half past midnight in Slovenia
        (datetime(2026, 11, 21, 22, 30, tzinfo=UTC), 1),
        (datetime(2026, 11, 20, 23, 0, tzinfo=UTC), 1),
        (datetime(2026, 7, 21, 22, 0, tzinfo=UTC), 123),  # summer time: already the 22nd
        (datetime(2026, 11, 23, 9, 0, tzinfo=UTC), 0),  # a clock that was ahead
    ],
)
def test_days_ago_are_midnights_of_slovenia(moment, days):
    assert days_ago(moment, date(2026, 11, 22)) == days
