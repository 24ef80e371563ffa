"""Intakes give the TDI rows that were computed by hand; what cannot be is refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tcdesk.domain.enrolments import Episode
from tcdesk.domain.errors import RuleBrokenError, StaleRowError
from tcdesk.domain.ids import AccountId
from tcdesk.domain.intake import (
    Before,
    Drug,
    DrugUse,
    Ever,
    Frequency,
    Intake,
    Labour,
    LivingWhere,
    LivingWith,
    Opioid,
    Referral,
    Route,
    YesNo,
)
from tcdesk.domain.people import Sex
from tcdesk.services.bin import Bin
from tcdesk.services.desk import Desk
from tcdesk.services.enrolments import Enrolments
from tcdesk.services.intakes import IntakeFile, Intakes
from tcdesk.services.participants import NewPerson, Participants
from tcdesk.services.programmes import ProgrammeFile
from tcdesk.services.removals import Removals

TODAY = date(2026, 11, 24)
ENTRY = date(2026, 9, 1)


@pytest.fixture
def stay(unit_desk: Desk, community: ProgrammeFile) -> Episode:
    person = Participants(unit_desk).create(
        NewPerson(
            given_name="Stanko",
            family_name="Đurić",
            birth_date=date(1991, 9, 2),
            sex=Sex.MALE,
        )
    )
    return Enrolments(unit_desk).enter(person.id, community.programme.id, ENTRY)


@pytest.fixture
def intakes(unit_desk: Desk) -> Intakes:
    return Intakes(unit_desk)


def blank(stay: Episode) -> Intake:
    return Intake(
        id="", person=stay.person, episode=stay.id, day=ENTRY, account=AccountId("nobody")
    )


def only(intakes: Intakes, stay: Episode) -> IntakeFile:
    (file,) = intakes.of(stay.person)
    return file


def refused(rule: str, do: Callable[[], object]) -> None:
    with pytest.raises(RuleBrokenError) as error:
        do()
    assert error.value.rule == rule


def use(intake: Intake, rank: int, drug: Drug) -> DrugUse:
    return DrugUse(id="", intake=intake.id, person=intake.person, rank=rank, drug=drug)


def test_a_whole_intake_gives_the_row_that_was_computed_by_hand(
    intakes: Intakes, stay: Episode
) -> None:
    kept = intakes.keep(
        replace(
            blank(stay),
            previous=Before.BEFORE,
            referral=Referral.OTHER,
            living_with=LivingWith.PARENTS,
            children=YesNo.NO,
            living_where=LivingWhere.UNSTABLE,
            isced=3,
            labour=Labour.UNEMPLOYED,
            injecting=Ever.YEAR,
            first_injection=25,
            polydrug=YesNo.NO,
            hiv_test=Ever.EARLIER,
            hcv_test=Ever.NO_ANSWER,
            sharing=Ever.NEVER,
            opioid=Opioid.NOW,
            opioid_year=2014,
        ),
        expected=None,
    )
    heroin = use(kept, 0, Drug.HEROIN)
    intakes.keep_use(
        replace(
            heroin,
            route=Route.INJECT,
            before_entry=Frequency.NOT,
            before_custody=Frequency.DAILY,
            first_age=17,
        ),
        expected=None,
    )
    intakes.keep_use(use(kept, 1, Drug.BENZODIAZEPINE), expected=None)
    intakes.keep_use(use(kept, 2, Drug.ALCOHOL), expected=None)
    # Born 2 September 1991, entered 1 September 2026: 34 years; first used at 17, 17 years ago;
    # first injected at 25, nine years ago; first OAT in 2014, twelve years ago.
    assert dict(only(intakes, stay).row) == {
        "T01": "3", "T02": "2026", "T03": "2", "T04": "M", "T05": "30-34", "T06": "7",
        "T07": "5", "T07B": "2", "T08": "1", "T09": "3", "T09B": "2", "T10": "3", "T11": "4",
        "T12": "1.1", "T13": "1", "T14": "5", "T14B": "1", "T15": "17", "T16": "17",
        "T17": "2.2", "T18": "5-9", "T19": "2", "T20": "4.2", "T21": "8", "T22": "none",
        "T23": "2.1", "T24": "3", "T25": "1", "T26": "3", "T27": "11-15", "T29": "1991",
        "T30": "2",
    }  # fmt: skip


def test_what_nobody_told_is_99(intakes: Intakes, stay: Episode) -> None:
    row = only(intakes, stay).row
    known = {"T01", "T02", "T04", "T05", "T07", "T09", "T29", "T30"}
    assert {name for name, code in row.items() if code != "99"} == known


@pytest.mark.parametrize(
    ("isced", "code"), [(0, "1"), (1, "2"), (2, "3"), (3, "3"), (4, "4"), (8, "4")]
)
def test_education_follows_the_protocols_levels(
    intakes: Intakes, stay: Episode, isced: int, code: str
) -> None:
    intakes.keep(replace(blank(stay), isced=isced), expected=None)
    assert only(intakes, stay).row["T10"] == code


def test_what_cannot_be_is_refused(intakes: Intakes, stay: Episode) -> None:
    for rule, wrong in (
        ("begins-in-future", replace(blank(stay), day=date(2026, 12, 1))),
        ("intake-age", replace(blank(stay), first_injection=60)),
        ("intake-year", replace(blank(stay), opioid_year=1980)),
        ("intake-scale", replace(blank(stay), need_work=5)),
        ("intake-scale", replace(blank(stay), isced=9)),
        ("intake-too-long", replace(blank(stay), told="x" * 2001)),
    ):
        refused(rule, lambda wrong=wrong: intakes.keep(wrong, expected=None))  # type: ignore[misc]  # bound now
    kept = intakes.keep(blank(stay), expected=None)
    intakes.keep_use(use(kept, 0, Drug.HEROIN), expected=None)
    for rule, other in (
        ("drug-twice", use(kept, 1, Drug.HEROIN)),
        ("drug-rank", use(kept, 0, Drug.CRACK)),
        ("drug-rank", use(kept, 4, Drug.CRACK)),
        ("intake-age", replace(use(kept, 1, Drug.CRACK), first_age=70)),
    ):
        refused(rule, lambda other=other: intakes.keep_use(other, expected=None))  # type: ignore[misc]  # bound now
    assert len(only(intakes, stay).uses) == 1


def test_alcohol_is_no_primary_drug_and_two_windows_do_not_overwrite_each_other(
    intakes: Intakes, stay: Episode, unit_desk: Desk
) -> None:
    kept = intakes.keep(blank(stay), expected=None)
    refused(
        "drug-alcohol-first",
        lambda: intakes.keep_use(use(kept, 0, Drug.ALCOHOL), expected=None),
    )
    version = only(intakes, stay).version
    intakes.keep(replace(kept, need_work=3), expected=version)
    with pytest.raises(StaleRowError):
        intakes.keep(replace(kept, need_work=1), expected=version)
    intakes.keep_use(use(kept, 1, Drug.ALCOHOL), expected=None)
    ((known, _version),) = only(intakes, stay).uses
    removal = Removals(unit_desk).drug(known.id)
    assert only(intakes, stay).uses == []
    Bin(unit_desk).put_back(removal.id)
    assert [one for one, _number in only(intakes, stay).uses] == [known]
