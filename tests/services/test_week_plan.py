"""Series and what is made of them: over holidays, around clashes, and never into what is past."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import PASSPHRASES, ROOT

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.notes import NoteFormat
from tcdesk.domain.people import LegalStatus, Person, Sex
from tcdesk.domain.recurrence import Why, weekly
from tcdesk.domain.sessions import AttendanceStatus, CancelReason, Group, Session, SessionState
from tcdesk.domain.staff import Action, Role
from tcdesk.services.access import NewAccount
from tcdesk.services.accounts import Accounts
from tcdesk.services.aparts import Aparts
from tcdesk.services.cancelling import Cancelling
from tcdesk.services.clashes import Shared
from tcdesk.services.desk import Desk
from tcdesk.services.free_days import FreeDays
from tcdesk.services.notes import Notes
from tcdesk.services.participants import NewPerson, Participants
from tcdesk.services.programmes import templates
from tcdesk.services.removals import Removals
from tcdesk.services.schedule import NewGroup, NewSession, Schedule
from tcdesk.services.sessions import Mark, Sessions
from tcdesk.services.store import Reading
from tcdesk.services.template_week import TemplateWeek
from tcdesk.services.undo import Undo
from tcdesk.services.week_plan import NewSeries, WeekPlan
from tcdesk.workstation import places
from tcdesk.workstation.words import Catalogue

TODAY = date(2026, 11, 24)  # a Tuesday
RESOURCES = ROOT / "resources"


@pytest.fixture
def group(unit_desk, community) -> Group:
    made = Schedule(unit_desk).open_group(
        NewGroup(
            activity=community.activity("SO").id,
            name="Soočevalna A",
            room="Prostor 2",
            leader=Schedule(unit_desk).staff()[0].id,
            from_date=TODAY,
        )
    )
    for number in range(3):
        Schedule(unit_desk).join(made.id, person(unit_desk, number).id, TODAY)
    return made


def person(desk: Desk, number: int) -> Person:
    return Participants(desk).create(
        NewPerson(
            given_name="Stanko",
            family_name=f"Oseba{number}",
            birth_date=date(1980 + number, 1, 1),
            sex=Sex.MALE,
            status=LegalStatus.SENTENCED,
            status_from=date(2025, 1, 1),
        )
    )


def a_series(desk: Desk, group: Group, rule: str = "", **told) -> NewSeries:
    new = NewSeries(
        activity=group.activity,
        group=group.id,
        person=None,
        rule=rule or weekly([1]),
        from_date=TODAY,
        to_date=None,
        start=600,
        minutes=90,
        room="Prostor 2",
        leader=Schedule(desk).staff()[0].id,
    )
    return replace(new, **told)


def all_sessions(desk: Desk) -> list[Session]:
    with desk.reading(Action.SEE_SCHEDULE) as facts:
        return sorted(facts.find(Session), key=lambda one: (one.day, one.start))


def version(facts: Desk, session: Session) -> int:
    with facts.reading(Action.SEE_SCHEDULE) as read:
        return read.version(Session, session.id)


def plan(desk: Desk) -> WeekPlan:
    return WeekPlan(desk, RESOURCES)


def test_what_is_shown_is_made_and_nothing_twice(unit_desk, group):
    plan(unit_desk).begin(a_series(unit_desk, group, weekly([1, 4])))
    period = (TODAY, date(2027, 1, 10))
    shown = plan(unit_desk).preview(*period)
    made = plan(unit_desk).generate(*period)
    assert [one.day for one in made] == [line.slot.day for line in shown if line.slot.why is None]
    assert {line.slot.day: line.slot.free.name_sl for line in shown if line.slot.free} == {
        date(2026, 12, 25): "božič",
        date(2027, 1, 1): "novo leto",
    }
    again = plan(unit_desk).preview(*period)
    assert {line.slot.why for line in again} == {Why.EXISTS, Why.FREE_DAY}
    assert plan(unit_desk).generate(*period) == []


def test_a_day_of_six_slots_goes_on_until_it_is_stopped(unit_desk, group):
    for hour in range(6):
        plan(unit_desk).begin(
            a_series(unit_desk, group, "FREQ=DAILY", start=420 + hour * 100, minutes=60)
        )
    made = plan(unit_desk).generate(TODAY, TODAY + timedelta(days=20))
    assert len(made) == 6 * 21
    first = plan(unit_desk).running(TODAY)[0]
    assert plan(unit_desk).stop(first.id, TODAY + timedelta(days=1)) == 20
    assert len(plan(unit_desk).running(TODAY + timedelta(days=5))) == 5
    assert len(all_sessions(unit_desk)) == 6 * 21 - 20


def test_a_clash_is_left_out_until_there_is_a_reason_which_is_kept_and_audited(unit_desk, group):
    schedule = Schedule(unit_desk)
    schedule.plan(
        NewSession(
            activity=group.activity, group=None, person=None, day=TODAY, start=630, minutes=30,
            room="Prostor 2", leader=group.leader,
        )
    )  # fmt: skip
    plan(unit_desk).begin(a_series(unit_desk, group))
    week = (TODAY, TODAY + timedelta(days=6))
    (line,) = plan(unit_desk).preview(*week)
    assert line.slot.why is Why.CLASH
    assert [clash.shared for clash in line.clashes] == [Shared.LEADER, Shared.ROOM]
    assert plan(unit_desk).generate(*week) == []
    with pytest.raises(RuleBrokenError, match="clash-reason"):
        plan(unit_desk).generate(*week, reason="a")
    (made,) = plan(unit_desk).generate(*week, reason="supervizija v istem prostoru")
    assert made.clash_reason == "supervizija v istem prostoru"
    with unit_desk.vault.store.audit_lines(0) as lines:
        entries = [entry for _seq, entry, _hash in lines]
    told = [entry for entry in entries if '"session.insist"' in entry]
    assert len(told) == 1
    assert '["leader","room"]' in told[0]
    assert "supervizija" not in "".join(entries)


def test_series_made_together_are_compared_with_one_another(unit_desk, group):
    plan(unit_desk).begin(a_series(unit_desk, group))
    plan(unit_desk).begin(a_series(unit_desk, group, start=660))
    first, second = plan(unit_desk).preview(TODAY, TODAY)
    assert first.slot.why is None
    assert second.slot.why is Why.CLASH
    assert second.clashes[0].session is None


def test_this_and_following_moves_only_what_is_still_to_come(unit_desk, group, clock):
    plan(unit_desk).begin(a_series(unit_desk, group))
    made = plan(unit_desk).generate(TODAY, TODAY + timedelta(days=60))
    people = Sessions(unit_desk).open(made[3].id).roster
    Sessions(unit_desk).record(
        made[3].id,
        [Mark(person=people[0].person.id, status=AttendanceStatus.PRESENT, minutes=90)],
    )
    Schedule(unit_desk).cancel(made[4].id, CancelReason.STAFF)
    clock.pass_by(timedelta(days=8))
    before = {one.id: one for one in all_sessions(unit_desk)}
    chosen = before[made[2].id]
    moved = replace(chosen, day=chosen.day + timedelta(days=1), start=540)
    count = plan(unit_desk).change_following(moved, expected=version(unit_desk, chosen))
    after = {one.id: one for one in all_sessions(unit_desk)}
    for place in (0, 1, 3, 4):
        assert after[made[place].id] == before[made[place].id]
    rest = [one.id for one in made[5:]]
    assert count == 1 + len(rest)
    for key in (made[2].id, *rest):
        assert after[key].day == before[key].day + timedelta(days=1)
        assert after[key].start == 540
    lines = plan(unit_desk).preview(TODAY, TODAY + timedelta(days=60))
    assert {line.slot.why for line in lines if line.slot.day >= moved.day} <= {Why.EXISTS, None}
    deed = Undo(unit_desk).latest()
    assert deed is not None
    Undo(unit_desk).undo(deed)
    assert {one.id: one for one in all_sessions(unit_desk)} == before


DEEDS = st.lists(
    st.tuples(st.sampled_from(["record", "note", "cancel", "move", "following", "day", "stop"]),
              st.integers(0, 30), st.integers(-3, 3)),
    min_size=3, max_size=8,
)  # fmt: skip


class Back(Exception):  # noqa: N818 - it is no error, it ends the example
    """Rolls an example back."""


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(DEEDS)
def test_whatever_is_done_to_series_what_is_past_or_recorded_stays(unit_desk, group, clock, deeds):
    began = clock.moment
    try:
        with unit_desk.writing(Action.WRITE_NOTES) as work:
            plan(unit_desk).begin(a_series(unit_desk, group, weekly([1, 3])))
            plan(unit_desk).generate(TODAY, TODAY + timedelta(days=70))
            for deed, place, by in deeds:
                live_through(unit_desk, work, clock, deed, place, by)
            raise Back
    except Back:
        clock.moment = began


def live_through(desk: Desk, facts: Reading, clock, deed: str, place: int, by: int) -> None:
    """Do something, and look whether what is not to be touched has stayed as it was."""
    if deed == "day":
        clock.pass_by(timedelta(days=abs(by)))
        return
    sessions = sorted(facts.find(Session), key=lambda one: one.id)
    if not sessions:
        return
    one = sessions[place % len(sessions)]
    people = [line.person.id for line in Sessions(desk).open(one.id).roster]
    try:
        match deed:
            case "record" if people:
                present = Mark(person=people[0], status=AttendanceStatus.PRESENT, minutes=10)
                Sessions(desk).record(one.id, [present])
            case "note":
                Notes(desk).write(one.id, None, NoteFormat.GROUP, {"theme": "pravila"})
            case "cancel":
                Schedule(desk).cancel(one.id, CancelReason.ROOM)
            case "move":
                elsewhere = replace(one, start=540 + 10 * abs(by))
                Schedule(desk).change(elsewhere, expected=facts.version(Session, one.id))
            case "following" | "stop":
                check_following(desk, facts, deed, one, by)
            case _:
                pass
    except RuleBrokenError:
        pass


def check_following(desk: Desk, facts: Reading, deed: str, one: Session, by: int) -> None:
    today = desk.clock.today()
    holy = {
        other.id: other
        for other in facts.find(Session)
        if other.day < today
        or other.state is not SessionState.PLANNED
        or facts.notes(other.id)
        or facts.attendance(other.id)
    }
    try:
        if deed == "stop" and one.series:
            plan(desk).stop(one.series, one.day)
        else:
            moved = replace(one, day=one.day + timedelta(days=by), start=one.start + 15)
            seen = facts.version(Session, one.id)
            plan(desk).change_following(moved, expected=seen, reason="v vsakem primeru")
    finally:
        now = {other.id: other for other in facts.find(Session)}
        for key, was in holy.items():
            assert now[key] == was
        assert all(other.day >= today for key, other in now.items() if key not in holy)


def test_many_are_cancelled_with_one_reason_and_brought_back(unit_desk, group):
    plan(unit_desk).begin(a_series(unit_desk, group))
    made = plan(unit_desk).generate(TODAY, TODAY + timedelta(days=30))
    keys = [one.id for one in made]
    assert Cancelling(unit_desk).many(keys, CancelReason.STAFF) == len(made)
    assert {one.cancel_reason for one in all_sessions(unit_desk)} == {CancelReason.STAFF}
    assert Cancelling(unit_desk).many(keys, CancelReason.STAFF) == 0
    assert Cancelling(unit_desk).many(keys, None) == len(made)
    assert plan(unit_desk).generate(TODAY, TODAY + timedelta(days=30)) == []


def test_a_missed_session_is_made_up_for_once_and_counts_once(unit_desk, group):
    plan(unit_desk).begin(a_series(unit_desk, group, meetings=3))
    made = plan(unit_desk).generate(TODAY, TODAY + timedelta(days=60))
    assert len(made) == 3
    cancelling, day = Cancelling(unit_desk), TODAY + timedelta(days=2)
    with pytest.raises(RuleBrokenError, match="make-up-not-cancelled"):
        cancelling.make_up(made[0].id, day, 600, room="Prostor 1")
    Schedule(unit_desk).cancel(made[0].id, CancelReason.STAFF)
    new = cancelling.make_up(made[0].id, day, 600, room="Prostor 1")
    assert (new.makes_up, new.state, new.theme) == (made[0].id, SessionState.PLANNED, "")
    assert plan(unit_desk).generate(TODAY, TODAY + timedelta(days=60)) == []
    with pytest.raises(RuleBrokenError, match="session-made-up"):
        cancelling.make_up(made[0].id, day, 700, room="Prostor 1")
    with pytest.raises(RuleBrokenError, match="session-made-up"):
        Schedule(unit_desk).cancel(made[0].id, None)
    Removals(unit_desk).session(new.id)
    Schedule(unit_desk).cancel(made[0].id, None)


def test_somebody_stands_in_and_gives_the_session_back(unit_desk, group):
    Accounts(unit_desk, PASSPHRASES).add(
        NewAccount(
            login="kralj", passphrase="kaluža gotovost slovnica ležati spona", role=Role.THERAPIST,
            given_name="Ana", family_name="Kralj",
        )
    )  # fmt: skip
    own, other = (one.id for one in Schedule(unit_desk).staff())
    plan(unit_desk).begin(a_series(unit_desk, group))
    (made,) = plan(unit_desk).generate(TODAY, TODAY)
    Cancelling(unit_desk).stand_in(made.id, other)
    (led,) = all_sessions(unit_desk)
    assert (led.leader, led.stands_in_for) == (other, own)
    Cancelling(unit_desk).stand_in(made.id, None)
    (led,) = all_sessions(unit_desk)
    assert (led.leader, led.stands_in_for) == (own, None)
    with pytest.raises(RuleBrokenError, match="stand-in-same"):
        Cancelling(unit_desk).stand_in(made.id, None)


def test_people_who_are_kept_apart_are_named_before_they_meet(unit_desk, group):
    schedule = Schedule(unit_desk)
    one, two = schedule.members(group.id, TODAY)[:2]
    outsider = person(unit_desk, 9)
    Aparts(unit_desk).keep_apart(one.id, two.id, "grožnje v oddelku", TODAY)
    Aparts(unit_desk).keep_apart(outsider.id, two.id, "ista zadeva", TODAY)
    with pytest.raises(RuleBrokenError, match="overlap"):
        Aparts(unit_desk).keep_apart(two.id, one.id, "še enkrat", TODAY)
    with pytest.raises(RuleBrokenError, match="apart-same"):
        Aparts(unit_desk).keep_apart(two.id, two.id, "še enkrat", TODAY)
    assert [who.id for who in Aparts(unit_desk).in_group(group.id, outsider.id, TODAY)] == [two.id]
    new = NewSession(
        activity=group.activity, group=group.id, person=None, day=TODAY, start=600, minutes=60,
        room="", leader=group.leader,
    )  # fmt: skip
    (clash,) = schedule.clashes(new)
    assert clash.shared is Shared.APART
    assert clash.codes == f"{one.code} – {two.code}"
    with pytest.raises(RuleBrokenError, match="clash-reason"):
        schedule.plan(new, reason="")
    (known,) = Aparts(unit_desk).of(one.id)
    assert (known.code, known.apart.reason) == (two.code, "grožnje v oddelku")
    Aparts(unit_desk).end(known.apart.id, TODAY + timedelta(days=1))
    assert schedule.clashes(replace(new, day=TODAY + timedelta(days=1))) == []


def test_a_full_group_takes_nobody_more(unit_desk, group):
    schedule = Schedule(unit_desk)
    schedule.set_capacity(group.id, 3)
    with pytest.raises(RuleBrokenError, match="group-full"):
        schedule.join(group.id, person(unit_desk, 5).id, TODAY)
    schedule.set_capacity(group.id, 4)
    schedule.join(group.id, person(unit_desk, 6).id, TODAY)
    with pytest.raises(RuleBrokenError, match="group-capacity"):
        schedule.set_capacity(group.id, 0)


def test_a_day_set_by_hand_is_left_out_and_can_be_taken_back(unit_desk, group):
    days = FreeDays(unit_desk, RESOURCES)
    plan(unit_desk).begin(a_series(unit_desk, group))
    days.add(TODAY, "dan zavoda")
    (line,) = plan(unit_desk).preview(TODAY, TODAY)
    assert line.slot.why is Why.FREE_DAY
    assert [one.name for one in days.own()] == ["dan zavoda"]
    days.drop(TODAY)
    (line,) = plan(unit_desk).preview(TODAY, TODAY)
    assert line.slot.why is None


def test_a_period_turned_round_is_refused(unit_desk, group):
    with pytest.raises(RuleBrokenError, match="plan-period"):
        plan(unit_desk).preview(TODAY, TODAY - timedelta(days=1))


def test_a_templates_week_begins_once_and_its_modules_become_sessions(unit_desk, community, group):
    own = group  # of the encounter group there is one already, of another name
    week = TemplateWeek(unit_desk, RESOURCES, Catalogue(places.translations(), "sl"))
    leader = Schedule(unit_desk).staff()[0].id
    programme = community.programme.id
    slots = week.missing(programme)
    monday = date(2026, 11, 30)
    assert week.begin(programme, leader, monday) == len(slots) == 11
    assert week.missing(programme) == []
    assert week.begin(programme, leader, monday) == 0
    names = [one.name for one in Schedule(unit_desk).groups(monday)]
    assert len(names) == len(set(names)) == 9
    assert own.name in names
    plan = WeekPlan(unit_desk, RESOURCES)
    plan.generate(monday, monday + timedelta(days=6))
    days = Counter(line.day for line in Schedule(unit_desk).week(monday))
    assert min(days[monday + timedelta(days=one)] for one in range(5)) >= 4
    plan.generate(monday + timedelta(days=7), monday + timedelta(days=300))
    prevention = community.activity("PR").id
    with unit_desk.reading(None) as facts:
        made = sorted(facts.find(Session, activity=prevention), key=lambda one: one.day)
    assert len(made) == 24
    assert made[0].theme == "Modul 1, 1. srečanje: Zakaj smo tu in kaj želimo"
    assert made[-1].theme == "Modul 2, 12. srečanje: Moj načrt"
    assert date(2026, 12, 25) not in {one.day for one in made}  # a holiday is left out


@pytest.mark.parametrize("code", ["TS", "SVS"])
def test_a_templates_week_names_activities_that_it_has_and_hours_that_do_not_meet(code):
    template = templates(RESOURCES / "programmes")[code]
    known = {one["code"] for one in template["activities"]}
    assert {slot["activity"] for slot in template["week"]} <= known
    for day in range(7):
        hours = sorted(
            (slot["start"], slot["start"] + slot["minutes"])
            for slot in template["week"]
            if day in slot["days"]
        )
        assert all(one[1] <= other[0] for one, other in pairwise(hours))
    for slot in template["week"]:
        for themes in (slot["themes"]["sl"], slot["themes"]["en"]):
            assert len(themes) in (0, slot["meetings"])
