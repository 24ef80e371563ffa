"""Drug and alcohol tests of a person: recorded, confirmed later, told; what is changed is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tcdesk.domain.drug_tests import (
    Abstinence,
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
    outcome_of,
    write_findings,
)
from tcdesk.domain.ids import AccountId, PersonId, StaffId
from tcdesk.domain.people import Person
from tcdesk.domain.staff import Action, Staff
from tcdesk.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTest:
    """What is recorded of a test."""

    day: date
    purpose: TestPurpose
    reason: TestReason
    sample: Sample
    seal: str = ""
    collected_by: StaffId | None = None
    witness: str = field(default="", repr=False)
    temperature: int | None = None
    creatinine: int | None = None
    validity: Validity = Validity.VALID
    refusal: str = field(default="", repr=False)
    screening: Mapping[Substance, Finding] = field(default_factory=dict)
    explained: Sequence[Substance] = ()
    medicine: str = field(default="", repr=False)
    laboratory: str = field(default="", repr=False)
    method: str = ""
    confirmed_on: date | None = None
    confirmation: Mapping[Substance, Finding] = field(default_factory=dict)
    told_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TestLine:
    """A test with its row version, what counts in the end, and who took the sample."""

    __test__ = False

    test: DrugTest
    version: int
    outcome: Outcome
    by: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """A person's tests up to a day, the newest first, and the run of clean ones."""

    lines: Sequence[TestLine] = field(repr=False)
    abstinence: Abstinence
    staff: Sequence[Staff] = field(repr=False)


@dataclass(frozen=True, slots=True)
class DrugTests:
    """Tests that the programme or the prison has made."""

    desk: Desk

    def of(self, person: PersonId, *, day: date) -> Tested:
        """Read a person's tests up to a day."""
        with self.desk.reading(Action.SEE_NOTES) as facts:
            facts.get(Person, person)
            staff = facts.find(Staff)
            names = {one.id: one.short_name for one in staff}
            tests = [one for one in facts.find(DrugTest, person=person) if one.day <= day]
            lines = [
                TestLine(
                    test=one,
                    version=facts.version(DrugTest, one.id),
                    outcome=outcome_of(one),
                    by=names.get(one.collected_by, "") if one.collected_by else "",
                )
                for one in sorted(tests, key=lambda one: (one.day, one.id), reverse=True)
            ]
            return Tested(lines=lines, abstinence=abstinence(tests), staff=staff)

    def record(self, person: PersonId, new: NewTest) -> DrugTest:
        """Record a test.

        Raises:
            RuleBrokenError: See ``check_test``.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            test = _test(
                new,
                key=self.desk.ids.new(),
                person=work.get(Person, person).id,
                account=self.desk.actor.account,
                at=self.desk.moment(),
            )
            check_test(test, work.get(Person, person).born, self.desk.clock.today())
            work.add(test)
        return test

    def change(self, test: str, new: NewTest, *, expected: int) -> None:
        """Add the confirmation, or mend what was recorded; what it was before stays in history.

        Raises:
            RuleBrokenError: See ``check_test``.
            StaleRowError: Another window saved meanwhile.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            known = work.get(DrugTest, test)
            changed = _test(
                new, key=known.id, person=known.person, account=known.account, at=known.at
            )
            born = work.get(Person, known.person).born
            check_test(changed, born, self.desk.clock.today())
            work.change(changed, expected=expected)


def _test(new: NewTest, *, key: str, person: PersonId, account: str, at: str) -> DrugTest:
    made = DrugTest(
        id=key,
        person=person,
        day=new.day,
        purpose=new.purpose,
        reason=new.reason,
        sample=new.sample,
        seal=new.seal.strip(),
        collected_by=new.collected_by,
        witness=new.witness.strip(),
        temperature=new.temperature,
        creatinine=new.creatinine,
        validity=new.validity,
        refusal=new.refusal.strip() if new.validity is Validity.REFUSED else "",
        screening=write_findings(new.screening),
        explained=" ".join(one.value for one in Substance if one in new.explained),
        medicine=new.medicine.strip(),
        laboratory=new.laboratory.strip(),
        method=new.method.strip(),
        confirmed_on=new.confirmed_on,
        confirmation=write_findings(new.confirmation),
        told_on=new.told_on,
        account=AccountId(account),
        at=at,
    )
    return replace(made, medicine="") if not made.explained else made
