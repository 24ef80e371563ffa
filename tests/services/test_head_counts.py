"""How many were there: events, families and trainings, by number and never by name."""

from datetime import date

import pytest
from tests.conftest import ROOT
from tests.services.test_bin_and_undo import raw
from tests.services.test_daily_work import new_person

from tcdesk.domain.errors import RuleBrokenError, StaleRowError
from tcdesk.domain.head_counts import Band
from tcdesk.domain.ids import PersonId
from tcdesk.domain.programmes import Activity
from tcdesk.domain.quarters import Quarter
from tcdesk.domain.sessions import CancelReason, Session, SessionState
from tcdesk.services.desk import Desk
from tcdesk.services.head_counts import HeadCounts
from tcdesk.services.participants import Participants
from tcdesk.services.programmes import ProgrammeFile, Programmes, templates
from tcdesk.services.removals import Removals
from tcdesk.services.reports import Reports
from tcdesk.services.schedule import NewSession, Schedule
from tcdesk.services.sessions import Sessions
from tcdesk.workstation.words import Catalogue

TODAY = date(2026, 11, 24)


@pytest.fixture
def steps(unit_desk: Desk) -> ProgrammeFile:
    return Programmes(unit_desk).take_over(templates(ROOT / "resources" / "programmes")["SVS"])


def planned(desk: Desk, activity: Activity, person: PersonId | None = None) -> Session:
    schedule = Schedule(desk)
    made = NewSession(
        activity=activity.id,
        group=None,
        person=person,
        day=TODAY,
        start=540,
        minutes=activity.minutes,
        room="",
        leader=schedule.staff()[0].id,
    )
    return schedule.plan(made)[0]


def tables(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    quarter = Quarter(2026, 4)
    report = Reports(desk, Catalogue(ROOT / "translations", "sl")).make(quarter, quarter)
    return {table.title: list(table.rows) for part in report.sections for table in part.tables}


def test_a_family_day_is_counted_by_age_and_told_in_the_report(
    unit_desk: Desk, steps: ProgrammeFile
) -> None:
    day = planned(unit_desk, steps.activity("MD"))
    counts = HeadCounts(unit_desk)
    counts.record(day.id, {Band.WOMEN: 7, Band.CHILDREN_3_6: 4}, {})
    counts.record(day.id, {Band.CHILDREN_3_6: 5, Band.RELATIVES: 6}, {Band.CHILDREN_3_6: 4})
    assert counts.of(day.id) == {Band.WOMEN: 7, Band.CHILDREN_3_6: 5, Band.RELATIVES: 6}
    assert Sessions(unit_desk).open(day.id).session.state is SessionState.HELD
    (row,) = tables(unit_desk)["Udeležba po dejavnostih in četrtletjih"]
    assert row[3:] == (1, 7, 0, 5, 6, 0, 0)


def test_a_training_tells_hours_marks_and_certificates_and_stays_out_of_treatment(
    unit_desk: Desk, steps: ProgrammeFile
) -> None:
    training = planned(unit_desk, steps.activity("IZ"))
    HeadCounts(unit_desk).record(
        training.id,
        {
            Band.TRAINED_TREATMENT: 6,
            Band.TRAINED_OFFICERS: 4,
            Band.MARK_4: 3,
            Band.MARK_5: 3,
            Band.CERTIFICATES: 10,
        },
        {},
    )
    told = tables(unit_desk)
    (row,) = told["Zaposleni po dejavnostih in četrtletjih"]
    assert [str(one) for one in row[3:]] == ["1", "10", "40.0", "4.5", "10"]
    volume = told["Srečanja in udeleženske ure po enotah, programih in četrtletjih"]
    assert [one[3] for one in volume] == [0]


def test_relatives_of_a_family_session_are_counted_beside_the_person(
    unit_desk: Desk, community: ProgrammeFile
) -> None:
    person = Participants(unit_desk).create(new_person())
    talk = planned(unit_desk, community.activity("DR"), person.id)
    HeadCounts(unit_desk).record(talk.id, {Band.RELATIVES: 2, Band.CHILDREN_7_12: 1}, {})
    with pytest.raises(RuleBrokenError, match="head-count-band"):
        HeadCounts(unit_desk).record(talk.id, {Band.VOLUNTEERS: 1}, {})


def test_what_cannot_be_is_refused_and_nothing_is_changed(
    unit_desk: Desk, steps: ProgrammeFile
) -> None:
    counts, training = HeadCounts(unit_desk), planned(unit_desk, steps.activity("IZ"))
    counts.record(training.id, {Band.TRAINED_OFFICERS: 3}, {})
    before = raw(unit_desk, "SELECT * FROM head_count")
    seen = {Band.TRAINED_OFFICERS: 3}
    for numbers, error in (
        ({Band.TRAINED_OFFICERS: -1}, "head-count-number"),
        ({Band.TRAINED_OFFICERS: 10_000}, "head-count-number"),
        ({Band.MARK_5: 4}, "head-count-marks"),
        ({Band.CERTIFICATES: 4}, "head-count-certificates"),
    ):
        with pytest.raises(RuleBrokenError, match=error):
            counts.record(training.id, numbers, seen)
    with pytest.raises(StaleRowError):
        counts.record(training.id, {Band.TRAINED_OFFICERS: 5}, {Band.TRAINED_OFFICERS: 2})
    with pytest.raises(RuleBrokenError, match="remove-recorded"):
        Removals(unit_desk).session(training.id)
    with pytest.raises(Exception, match="rows of this table stay"):
        raw(unit_desk, "DELETE FROM head_count")
    assert raw(unit_desk, "SELECT * FROM head_count") == before
    other = planned(unit_desk, steps.activity("MD"))
    Schedule(unit_desk).cancel(other.id, CancelReason.ROOM)
    with pytest.raises(RuleBrokenError, match="session-cancelled"):
        counts.record(other.id, {Band.WOMEN: 1}, {})
