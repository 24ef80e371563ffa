"""What a drug test says in the end, and the run of clean ones with all it is counted from."""

from datetime import date

import pytest

from tcdesk.domain.drug_tests import (
    DrugTest,
    Finding,
    Outcome,
    Sample,
    Substance,
    TestPurpose,
    TestReason,
    Validity,
    abstinence,
    check_test,
    decisive,
    for_discipline,
    judged,
    outcome_of,
    read_findings,
    write_findings,
)
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import AccountId, PersonId

BORN, TODAY = date(1984, 11, 5), date(2026, 11, 24)


def made(
    day: int = 1,
    screening: str = "AMP:negative THC:negative",
    *,
    confirmation: str = "",
    explained: str = "",
    validity: Validity = Validity.VALID,
    purpose: TestPurpose = TestPurpose.THERAPEUTIC,
    confirmed_on: date | None = None,
    temperature: int | None = None,
    creatinine: int | None = None,
    told_on: date | None = None,
) -> DrugTest:
    return DrugTest(
        id=f"t{day:02}",
        person=PersonId("p"),
        day=date(2026, 11, day),
        purpose=purpose,
        reason=TestReason.RANDOM,
        sample=Sample.URINE,
        seal="",
        collected_by=None,
        witness="",
        temperature=temperature,
        creatinine=creatinine,
        validity=validity,
        refusal="",
        screening=screening,
        explained=explained,
        medicine="",
        laboratory="",
        method="",
        confirmed_on=confirmed_on,
        confirmation=confirmation,
        told_on=told_on,
        account=AccountId("a"),
        at="",
    )


@pytest.mark.parametrize(
    ("test", "outcome"),
    [
        (made(), Outcome.NEGATIVE),
        (made(screening="THC:positive"), Outcome.POSITIVE),
        (made(screening="THC:positive", confirmation="THC:negative"), Outcome.NEGATIVE),
        (made(screening="THC:negative", confirmation="THC:positive"), Outcome.POSITIVE),
        (made(screening="BZD:positive", explained="BZD"), Outcome.EXPLAINED),
        (made(screening="BZD:positive THC:positive", explained="BZD"), Outcome.POSITIVE),
        (made(screening="THC:unclear"), Outcome.INVALID),
        (made(screening="THC:unclear", confirmation="THC:negative"), Outcome.NEGATIVE),
        (made(validity=Validity.DILUTED), Outcome.INVALID),
        (made(screening="", validity=Validity.NOT_GIVEN), Outcome.INVALID),
        (made(screening="", validity=Validity.REFUSED), Outcome.REFUSED),
    ],
)
def test_the_confirmation_decides_and_a_refusal_is_never_negative(
    test: DrugTest, outcome: Outcome
) -> None:
    assert outcome_of(test) is outcome


def test_screening_and_confirmation_stay_apart() -> None:
    test = made(screening="THC:positive AMP:negative", confirmation="THC:negative")
    assert read_findings(test.screening)[Substance.THC] is Finding.POSITIVE
    assert decisive(test)[Substance.THC] is Finding.NEGATIVE
    assert write_findings(read_findings(test.screening)) == "AMP:negative THC:positive"


def test_the_run_begins_after_the_last_use_or_refusal_and_tells_all_it_is_counted_from() -> None:
    tests = [
        made(1),
        made(3, "THC:positive"),
        made(5),
        made(8, validity=Validity.DILUTED),
        made(11, "BZD:positive", explained="BZD"),
        made(20),
    ]
    told = abstinence(tests[::-1])
    assert (told.run, told.run_from, told.run_to) == (3, date(2026, 11, 5), date(2026, 11, 20))
    assert told.days == 15
    assert (told.tests, told.valid, told.clean, told.explained) == (6, 5, 3, 1)
    assert (told.positive, told.invalid, told.refused) == (1, 1, 0)
    refused = abstinence([*tests, made(22, "", validity=Validity.REFUSED)])
    assert (refused.run, refused.days, refused.clean, refused.refused) == (0, 0, 3, 1)
    assert abstinence([]).days == 0


def test_nothing_of_the_therapeutic_programme_is_for_discipline() -> None:
    tests = [made(1), made(2, purpose=TestPurpose.PRISON)]
    assert for_discipline(tests) == [tests[1]]


def test_temperature_and_creatinine_are_judged() -> None:
    assert judged(Sample.URINE, 365, 90) is Validity.VALID
    assert judged(Sample.URINE, 250, 90) is Validity.INVALID
    assert judged(Sample.URINE, 365, 12) is Validity.DILUTED
    assert judged(Sample.URINE, 365, 1) is Validity.ADULTERATED
    assert judged(Sample.SALIVA, 250, 1) is Validity.VALID


@pytest.mark.parametrize(
    ("test", "rule"),
    [
        (made(25), "test-day"),
        (made(screening=""), "test-nothing-found"),
        (made(validity=Validity.REFUSED), "test-found-anyway"),
        (made(creatinine=5), "test-validity"),
        (made(temperature=200), "test-validity"),
        (made(explained="THC"), "test-explained"),
        (made(confirmation="THC:negative"), "test-confirmation"),
        (
            made(9, confirmation="THC:negative", confirmed_on=date(2026, 11, 8)),
            "test-confirmation",
        ),
        (made(9, told_on=date(2026, 11, 8)), "test-told-before"),
    ],
)
def test_what_cannot_be_is_refused(test: DrugTest, rule: str) -> None:
    with pytest.raises(RuleBrokenError) as refusal:
        check_test(test, BORN, TODAY)
    assert refusal.value.rule == rule
