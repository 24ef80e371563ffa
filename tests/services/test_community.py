"""Waiting, gates, pauses, roles, events and exits: dated histories that hold together."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import ROOT, SetClock

from tcdesk.domain.community import (
    CommunityEvent,
    DecidedBy,
    Direction,
    EventKind,
    PauseReason,
    Suspension,
    WaitingStatus,
    WaitingStay,
    days_in_phases,
    returns,
)
from tcdesk.domain.dated import as_of, holds_on
from tcdesk.domain.enrolments import Episode, ExitCode, PhaseStay
from tcdesk.domain.errors import RuleBrokenError, StaleRowError
from tcdesk.domain.ids import EpisodeId, PersonId, PhaseId
from tcdesk.domain.people import Person, Sex
from tcdesk.services.community import Community, StayCommunity
from tcdesk.services.desk import Desk
from tcdesk.services.enrolments import Decided, Enrolments, Leaving
from tcdesk.services.participants import NewPerson, Participants
from tcdesk.services.programmes import ProgrammeFile, Programmes, templates
from tcdesk.services.removals import Removals

TODAY = date(2026, 11, 24)
ENTRY = date(2026, 9, 1)


@pytest.fixture
def community_of(unit_desk: Desk) -> Community:
    return Community(unit_desk, ROOT / "resources")


@pytest.fixture
def person(unit_desk: Desk) -> Person:
    return Participants(unit_desk).create(
        NewPerson(
            given_name="Stanko",
            family_name="Đurić",
            birth_date=date(1984, 5, 11),
            sex=Sex.MALE,
        )
    )


@pytest.fixture
def stay(unit_desk: Desk, community: ProgrammeFile, person: Person) -> Episode:
    return Enrolments(unit_desk).enter(person.id, community.programme.id, ENTRY)


def refused(rule: str, do: Callable[[], object]) -> None:
    with pytest.raises(RuleBrokenError) as error:
        do()
    assert error.value.rule == rule


def only(one: Community, person: Person, day: date = TODAY) -> StayCommunity:
    (found,) = one.of(person.id, day=day).stays
    return found


def test_waiting_keeps_its_history_and_ends_with_entry(
    community_of: Community, community: ProgrammeFile, person: Person, unit_desk: Desk
) -> None:
    programme = community.programme.id
    first, second = date(2026, 8, 1), date(2026, 8, 10)
    community_of.set_waiting(person.id, programme, WaitingStatus.REFERRED, first)
    community_of.set_waiting(person.id, programme, WaitingStatus.WAITING, second, why="ni prostora")
    refused(
        "waiting-unchanged",
        lambda: community_of.set_waiting(person.id, programme, WaitingStatus.WAITING, TODAY),
    )
    refused(
        "end-before-start",
        lambda: community_of.set_waiting(person.id, programme, WaitingStatus.REFUSED, first),
    )
    refused(
        "begins-in-future",
        lambda: community_of.set_waiting(
            person.id, programme, WaitingStatus.REFUSED, TODAY + timedelta(days=1)
        ),
    )
    Enrolments(unit_desk).enter(person.id, programme, ENTRY)
    told = [
        (one.status, one.from_date, one.to_date)
        for one, _programme in community_of.of(person.id, day=TODAY).waiting
    ]
    assert told == [
        (WaitingStatus.ENTERED, ENTRY, None),
        (WaitingStatus.WAITING, second, ENTRY),
        (WaitingStatus.REFERRED, first, second),
    ]


def test_a_phase_is_decided_with_its_criteria_and_a_return_with_a_reason(
    community_of: Community,
    community: ProgrammeFile,
    stay: Episode,
    person: Person,
    unit_desk: Desk,
) -> None:
    move = Enrolments(unit_desk).move
    first, second = community.phases[1].id, community.phases[2].id
    refused("phase-team-missing", lambda: move(stay.id, first, date(2026, 9, 20), Decided(team="")))
    refused(
        "phase-reason-missing",
        lambda: move(stay.id, first, date(2026, 9, 20), Decided(team="tim", unmet=["dogovor"])),
    )
    assert [phase.number for phase, _days in only(community_of, person).days] == [0]
    move(stay.id, first, date(2026, 9, 20), Decided(team="Novak, Zupan", met=["razgovor"]))
    move(stay.id, second, date(2026, 10, 20), Decided(team="tim"))
    refused(
        "phase-reason-missing",
        lambda: move(stay.id, first, date(2026, 11, 10), Decided(team="tim")),
    )
    move(stay.id, first, date(2026, 11, 10), Decided(team="tim", reason="kršitev dogovora"))
    found = only(community_of, person)
    assert [one.direction for one, _phase, _day in found.decisions] == [
        Direction.FORWARD,
        Direction.FORWARD,
        Direction.BACK,
    ]
    assert found.returns == 1
    assert [(phase.number, days) for phase, days in found.days] == [(0, 19), (1, 45), (2, 21)]


def test_a_pause_does_not_count_and_nothing_overlaps(
    community_of: Community, stay: Episode, person: Person
) -> None:
    hospital = PauseReason.HOSPITAL
    pause = community_of.suspend(stay.id, hospital, date(2026, 10, 1))
    refused("overlap", lambda: community_of.suspend(stay.id, hospital, date(2026, 11, 1)))
    refused("end-before-start", lambda: community_of.resume(pause.id, date(2026, 10, 1)))
    community_of.resume(pause.id, date(2026, 10, 11))
    refused("already-resumed", lambda: community_of.resume(pause.id, TODAY))
    refused("outside-stay", lambda: community_of.suspend(stay.id, hospital, date(2026, 8, 1)))
    refused(
        "begins-in-future",
        lambda: community_of.suspend(stay.id, hospital, TODAY + timedelta(days=1)),
    )
    assert [days for _phase, days in only(community_of, person).days] == [85 - 10]
    assert [days for _phase, days in only(community_of, person, date(2026, 10, 5)).days] == [30]


def test_roles_and_events_stand_for_a_time_and_end_with_the_stay(
    community_of: Community, stay: Episode, person: Person, unit_desk: Desk
) -> None:
    role = community_of.give_role(stay.id, "sector-head", date(2026, 10, 1), sector="kuhinja")
    community_of.give_role(stay.id, "buddy", date(2026, 10, 5))
    refused("role-unknown", lambda: community_of.give_role(stay.id, "guard", TODAY))
    refused("overlap", lambda: community_of.give_role(stay.id, "sector-head", TODAY))
    community_of.end_role(role.id, date(2026, 11, 1), why="zamenjava")
    refused("role-ended", lambda: community_of.end_role(role.id, TODAY))
    event = CommunityEvent(
        id="",
        episode=stay.id,
        person=stay.person,
        kind=EventKind.LEARNING,
        day=date(2026, 11, 3),
        text="pripravi predstavitev",
    )
    community_of.keep_event(event, expected=None)
    ((known, version),) = only(community_of, person).events
    for rule, day in (("outside-stay", date(2026, 8, 1)), ("begins-in-future", date(2026, 12, 1))):
        wrong = CommunityEvent(
            id="", episode=stay.id, person=stay.person, kind=event.kind, day=day, text="x"
        )
        refused(rule, lambda wrong=wrong: community_of.keep_event(wrong, expected=None))  # type: ignore[misc]  # bound now
    community_of.keep_event(known, expected=version)
    with pytest.raises(StaleRowError):
        community_of.keep_event(known, expected=version)
    Removals(unit_desk).event(known.id)
    assert only(community_of, person).events == []
    how = Leaving(decided_by=DecidedBy.MEMBER, without_release="odhod čez noč")
    Enrolments(unit_desk).leave(stay.id, date(2026, 11, 20), ExitCode.LOST_MOTIVATION, how)
    found = only(community_of, person)
    assert {one.to_date for one in found.roles} == {date(2026, 11, 1), date(2026, 11, 21)}
    assert found.ended is not None
    assert found.ended.phase is not None
    refused("already-left", lambda: community_of.give_role(stay.id, "buddy", TODAY))


def test_who_leaves_has_a_release_plan_or_a_reason_for_none(unit_desk: Desk, stay: Episode) -> None:
    how = Leaving(decided_by=DecidedBy.TEAM)
    refused(
        "exit-without-release",
        lambda: Enrolments(unit_desk).leave(stay.id, TODAY, ExitCode.COMPLETED, how),
    )
    assert only(Community(unit_desk, ROOT / "resources"), _of(unit_desk, stay)).ended is None


def _of(desk: Desk, stay: Episode) -> Person:
    with desk.vault.store.reading() as facts:
        return facts.get(Person, stay.person)


def test_two_programmes_run_at_once_and_a_return_is_a_new_stay(
    community_of: Community, stay: Episode, person: Person, unit_desk: Desk
) -> None:
    other = Programmes(unit_desk).take_over(templates(ROOT / "resources" / "programmes")["SVS"])
    Enrolments(unit_desk).enter(person.id, other.programme.id, date(2026, 10, 1))
    Enrolments(unit_desk).leave(stay.id, date(2026, 11, 1), ExitCode.UNEXCUSED)
    again = Enrolments(unit_desk).enter(person.id, stay.programme, date(2026, 11, 10))
    found = community_of.of(person.id, day=TODAY).stays
    assert len(found) == 3
    assert again.id != stay.id
    assert again.participation == stay.participation


# Dated histories

P, E = PersonId("p"), EpisodeId("e")
gaps = st.lists(st.integers(1, 40), min_size=1, max_size=5)


def _phases(lengths: Sequence[int], numbers: Sequence[int]) -> Sequence[PhaseStay]:
    day, made = ENTRY, []
    for place, (length, number) in enumerate(zip(lengths, numbers, strict=True)):
        end = day + timedelta(days=length)
        last = place == len(lengths) - 1
        made.append(
            PhaseStay(
                id=str(place),
                episode=E,
                phase=PhaseId(str(number)),
                from_date=day,
                to_date=None if last else end,
            )
        )
        day = end
    return made


@given(gaps, st.data())
def test_days_of_phases_and_pauses_add_up_to_the_days_of_the_stay(
    lengths: list[int], data: st.DataObject
) -> None:
    numbers = data.draw(st.lists(st.integers(0, 5), min_size=len(lengths), max_size=len(lengths)))
    phases = _phases(lengths, numbers)
    until = ENTRY + timedelta(days=data.draw(st.integers(0, 300)))
    cuts = sorted(set(data.draw(st.lists(st.integers(0, 300), max_size=4))))
    pauses = [
        Suspension(
            id=str(first),
            episode=E,
            person=P,
            reason=PauseReason.OTHER,
            note="",
            from_date=ENTRY + timedelta(days=first),
            to_date=ENTRY + timedelta(days=last),
        )
        for first, last in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    stayed = [ENTRY + timedelta(days=number) for number in range((until - ENTRY).days + 1)]
    active = [day for day in stayed if not any(holds_on(one, day) for one in pauses)]
    found = days_in_phases(phases, pauses, until)
    assert sum(found.values()) == len(active)
    for phase, days in found.items():
        here = [one for one in phases if one.phase == phase]
        assert days == sum(1 for day in active if as_of(here, day) is not None)


@given(gaps, st.data())
def test_returns_are_the_steps_down(lengths: list[int], data: st.DataObject) -> None:
    numbers = data.draw(st.lists(st.integers(0, 5), min_size=len(lengths), max_size=len(lengths)))
    of = {PhaseId(str(number)): number for number in range(6)}
    down = sum(1 for place in range(1, len(numbers)) if numbers[place] < numbers[place - 1])
    assert returns(_phases(lengths, numbers), of) == down


@given(st.lists(st.tuples(st.sampled_from(WaitingStatus), st.integers(0, 60)), max_size=10))
def test_whatever_is_told_of_waiting_one_status_holds_on_a_day(
    told: list[tuple[WaitingStatus, int]],
) -> None:
    from tcdesk.services.community import put_waiting  # noqa: PLC0415 - beside its only use

    work = _Waiting()
    for place, (status, after) in enumerate(told):
        new = WaitingStay(
            id=str(place),
            person=P,
            programme=None,  # type: ignore[arg-type]  # one programme
            status=status,
            from_date=ENTRY + timedelta(days=after),
            to_date=None,
        )
        try:
            put_waiting(work, new)  # type: ignore[arg-type]  # only what it asks for
        except RuleBrokenError:
            work.undo()
        else:
            work.keep()
    for number in range(61):
        day = ENTRY + timedelta(days=number)
        assert sum(1 for one in work.kept.values() if holds_on(one, day)) <= 1


class _Waiting:
    """As much of a unit of work as waiting needs."""

    def __init__(self) -> None:
        self.kept: dict[str, WaitingStay] = {}
        self.now: dict[str, WaitingStay] = {}

    def find(self, _kind: type, **_equal: object) -> Sequence[WaitingStay]:
        return list(self.now.values())

    def version(self, _kind: type, _key: str) -> int:
        return 1

    def add(self, value: WaitingStay) -> None:
        self.now[value.id] = value

    def change(self, value: WaitingStay, *, expected: int) -> int:
        self.now[value.id] = value
        return expected

    def keep(self) -> None:
        self.kept = dict(self.now)

    def undo(self) -> None:
        self.now = dict(self.kept)


def test_the_clock_of_the_desk_says_what_is_the_future(
    community_of: Community, stay: Episode, clock: SetClock
) -> None:
    clock.pass_by(timedelta(days=10))
    ahead = TODAY + timedelta(days=10)
    assert community_of.suspend(stay.id, PauseReason.COURT, ahead).from_date == ahead
