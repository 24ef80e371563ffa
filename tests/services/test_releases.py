"""Plans for release: what is missing when, who is told what, what cannot be."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import SetClock

from tcdesk.domain.errors import RuleBrokenError, StaleRowError
from tcdesk.domain.ids import AccountId, PersonId
from tcdesk.domain.people import Person, Sex
from tcdesk.domain.release import (
    Answer,
    BodyKind,
    ReleaseBody,
    ReleasePlan,
    Reminder,
    reminder,
)
from tcdesk.services.bin import Bin
from tcdesk.services.desk import Desk
from tcdesk.services.participants import NewPerson, Participants
from tcdesk.services.releases import ReleaseFile, Releases
from tcdesk.services.removals import Removals

TODAY = date(2026, 11, 24)
GO = TODAY + timedelta(days=121)


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
def releases(unit_desk: Desk) -> Releases:
    return Releases(unit_desk)


def body(plan: ReleasePlan, answer: Answer = Answer.NOT_ASKED) -> ReleaseBody:
    return ReleaseBody(
        id="",
        plan=plan.id,
        person=plan.person,
        kind=BodyKind.SOCIAL_WORK,
        name="CSD Celje",
        answer=answer,
    )


def only(releases: Releases, person: Person) -> ReleaseFile:
    (file,) = releases.of(person.id)
    return file


def refused(rule: str, do: Callable[[], object]) -> None:
    with pytest.raises(RuleBrokenError) as error:
        do()
    assert error.value.rule == rule


def test_danes_reminds_120_90_and_30_days_before_of_what_is_missing(
    releases: Releases, person: Person, clock: SetClock
) -> None:
    plan = releases.begin(person.id, GO)
    assert releases.waiting() == []
    clock.pass_by(timedelta(days=1))
    assert [one.missing for one in releases.waiting()] == [Reminder.BODIES]
    releases.keep_body(body(plan), expected=None)
    assert releases.waiting() == []
    clock.pass_by(timedelta(days=30))
    assert [one.missing for one in releases.waiting()] == [Reminder.ASKING]
    ((known, version),) = only(releases, person).bodies
    releases.keep_body(replace(known, answer=Answer.ASKED), expected=version)
    assert releases.waiting() == []
    clock.pass_by(timedelta(days=60))
    assert [one.missing for one in releases.waiting()] == [Reminder.ANSWERS]
    ((known, version),) = only(releases, person).bodies
    kept = replace(known, answer=Answer.ACCEPTED, appointment=GO + timedelta(days=1), start=540)
    releases.keep_body(kept, expected=version)
    assert releases.waiting() == []
    clock.pass_by(timedelta(days=31))
    assert [one.missing for one in releases.waiting()] == [Reminder.OVER]
    releases.close(plan.id, expected=only(releases, person).version)
    assert releases.waiting() == []


def test_what_cannot_be_is_refused(releases: Releases, person: Person) -> None:
    plan = releases.begin(person.id, GO)
    ahead = TODAY + timedelta(days=1)
    version = only(releases, person).version
    refused("release-plan-exists", lambda: releases.begin(person.id, GO))
    for rule, wrong in (
        ("release-before-birth", replace(plan, release_on=date(1980, 1, 1))),
        ("release-told-in-future", replace(plan, told_overdose=ahead)),
        ("release-text-too-long", replace(plan, housing="x" * 601)),
    ):
        refused(rule, lambda wrong=wrong: releases.change(wrong, expected=version))  # type: ignore[misc]  # bound now
    for rule, typed in (
        ("release-body-name", replace(body(plan), name=" ")),
        ("release-answer-in-future", replace(body(plan), answered_on=ahead)),
        ("release-hour-without-day", replace(body(plan), start=540)),
    ):
        refused(rule, lambda typed=typed: releases.keep_body(typed, expected=None))  # type: ignore[misc]  # bound now
    assert only(releases, person).bodies == []
    releases.close(plan.id, expected=version)
    refused("release-closed", lambda: releases.keep_body(body(plan), expected=None))
    refused("release-closed", lambda: releases.change(plan, expected=version))
    refused("release-in-past", lambda: releases.begin(person.id, TODAY - timedelta(days=1)))


def test_two_windows_do_not_overwrite_each_other(releases: Releases, person: Person) -> None:
    plan = releases.begin(person.id, GO)
    version = only(releases, person).version
    releases.change(replace(plan, housing="pri sestri"), expected=version)
    with pytest.raises(StaleRowError):
        releases.change(replace(plan, housing="ni znano"), expected=version)
    assert only(releases, person).plan.housing == "pri sestri"


def test_a_body_goes_into_the_bin_and_back(
    releases: Releases, person: Person, unit_desk: Desk
) -> None:
    plan = releases.begin(person.id, GO)
    releases.keep_body(body(plan), expected=None)
    before = [one for one, _version in only(releases, person).bodies]
    removal = Removals(unit_desk).body(before[0].id)
    assert only(releases, person).bodies == []
    Bin(unit_desk).put_back(removal.id)
    assert [one for one, _version in only(releases, person).bodies] == before


@given(
    st.lists(st.tuples(st.sampled_from(Answer), st.booleans()), max_size=4),
    st.integers(-40, 200),
    st.integers(0, 60),
)
def test_what_is_missing_stays_missing_as_the_day_comes_near(
    told: list[tuple[Answer, bool]], left: int, later: int
) -> None:
    plan = ReleasePlan(id="1", person=PersonId("p"), release_on=GO, account=AccountId("a"))
    bodies = [
        replace(body(plan, answer), appointment=GO if booked else None) for answer, booked in told
    ]
    first = reminder(plan, bodies, GO - timedelta(days=left))
    second = reminder(plan, bodies, GO - timedelta(days=left - later))
    assert first is None or second is not None
