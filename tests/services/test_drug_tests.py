"""Drug tests on file: recorded, confirmed later, kept as they were."""

from datetime import date
from typing import Any

import pytest
from tests.services.test_bin_and_undo import raw
from tests.services.test_daily_work import new_person

from tcdesk.domain.drug_tests import (
    DrugTest,
    Finding,
    Outcome,
    Sample,
    Substance,
    TestPurpose,
    TestReason,
)
from tcdesk.domain.errors import RuleBrokenError, StaleRowError
from tcdesk.services.desk import Desk
from tcdesk.services.drug_tests import DrugTests, NewTest
from tcdesk.services.participants import Participants
from tcdesk.services.store import Superseded

TODAY = date(2026, 11, 24)


def new(**changed: Any) -> NewTest:
    told: dict[str, Any] = {
        "day": date(2026, 11, 20),
        "purpose": TestPurpose.THERAPEUTIC,
        "reason": TestReason.RANDOM,
        "sample": Sample.URINE,
        "screening": {Substance.THC: Finding.POSITIVE, Substance.AMP: Finding.NEGATIVE},
    }
    return NewTest(**{**told, **changed})


def test_a_confirmation_is_added_later_and_the_screening_stays_on_record(unit_desk: Desk) -> None:
    person = Participants(unit_desk).create(new_person("Čeh")).id
    tests = DrugTests(unit_desk)
    test = tests.record(person, new(seal="A-17", medicine="brez pojasnila ni zdravila"))
    (line,) = tests.of(person, day=TODAY).lines
    assert line.outcome is Outcome.POSITIVE
    assert not line.test.medicine  # nothing is explained by it
    confirmed = new(
        seal="A-17",
        confirmation={Substance.THC: Finding.NEGATIVE},
        confirmed_on=date(2026, 11, 23),
    )
    tests.change(test.id, confirmed, expected=line.version)
    (line,) = tests.of(person, day=TODAY).lines
    assert line.outcome is Outcome.NEGATIVE
    assert line.test.screening == "AMP:negative THC:positive"
    with unit_desk.vault.store.reading() as facts:
        ((before, when),) = facts.superseded(DrugTest, test.id)
    assert (before, isinstance(when, Superseded)) == (test, True)
    with pytest.raises(StaleRowError):
        tests.change(test.id, confirmed, expected=line.version - 1)


def test_a_test_is_told_as_of_a_day_and_never_goes(unit_desk: Desk) -> None:
    person = Participants(unit_desk).create(new_person("Čeh")).id
    tests = DrugTests(unit_desk)
    tests.record(person, new())
    assert not tests.of(person, day=date(2026, 11, 19)).lines
    with pytest.raises(Exception, match="rows of this table stay"):
        raw(unit_desk, "DELETE FROM drug_test")
    with pytest.raises(RuleBrokenError):
        tests.record(person, new(screening={}))
