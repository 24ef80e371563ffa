"""Drug and alcohol tests (domain dossier §3.6).

    sample ── validity ──> screening ── confirmation ──> outcome

Screening and confirmation stand apart; where a substance was confirmed, the confirmation decides
and both are shown. A refusal is an outcome of its own and never counts as negative. A test of the
therapeutic programme is no matter of discipline: ``for_discipline`` lets only those of the prison
through.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import AccountId, PersonId, StaffId

COOLEST, WARMEST = 320, 380  # tenths of a degree, within four minutes of giving urine
DILUTED_BELOW = 20  # creatinine, mg/dL (SAMHSA mandatory guidelines)
NO_URINE_BELOW = 2


class TestPurpose(StrEnum):
    """Whose test it is."""

    __test__ = False

    THERAPEUTIC = "therapeutic"
    PRISON = "prison"


class TestReason(StrEnum):
    """Why it was made."""

    __test__ = False

    ENTRY = "entry"
    RANDOM = "random"
    SUSPICION = "suspicion"
    AFTER_LEAVE = "after-leave"
    PHASE = "phase"
    OWN_WISH = "own-wish"
    BEFORE_RELEASE = "before-release"


class Sample(StrEnum):
    """What was tested."""

    URINE = "urine"
    SALIVA = "saliva"
    BREATH = "breath"
    OTHER = "other"


class Validity(StrEnum):
    """Whether the sample can tell anything."""

    VALID = "valid"
    DILUTED = "diluted"
    ADULTERATED = "adulterated"
    INVALID = "invalid"
    NOT_GIVEN = "not-given"
    REFUSED = "refused"


class Substance(StrEnum):
    """What a panel looks for."""

    AMP = "AMP"
    MET = "MET"
    MDMA = "MDMA"
    COC = "COC"
    OPI = "OPI"
    MTD = "MTD"
    BUP = "BUP"
    FEN = "FEN"
    BZD = "BZD"
    BAR = "BAR"
    THC = "THC"
    SC = "SC"
    KET = "KET"
    PGB = "PGB"
    ALC = "ALC"
    OTHER = "OTHER"


class Finding(StrEnum):
    """What a test found of one substance."""

    NEGATIVE = "negative"
    POSITIVE = "positive"
    UNCLEAR = "unclear"


class Outcome(StrEnum):
    """What counts in the end."""

    NEGATIVE = "clean"
    EXPLAINED = "explained"
    POSITIVE = "unexplained"
    INVALID = "invalid"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class DrugTest:
    """One test; ``screening`` and ``confirmation`` are written as ``AMP:negative THC:positive``.

    ``temperature`` in tenths of a degree, ``creatinine`` in mg/dL. ``explained``: the substances
    that a prescription explains, in the same order; ``medicine`` is the class of medicine only.
    """

    id: str
    person: PersonId
    day: date
    purpose: TestPurpose
    reason: TestReason
    sample: Sample
    seal: str
    collected_by: StaffId | None
    witness: str = field(repr=False)
    temperature: int | None
    creatinine: int | None
    validity: Validity
    refusal: str = field(repr=False)
    screening: str
    explained: str
    medicine: str = field(repr=False)
    laboratory: str = field(repr=False)
    method: str
    confirmed_on: date | None
    confirmation: str
    told_on: date | None
    account: AccountId
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Abstinence:
    """A run of clean tests with everything it is counted from; rates are never without them."""

    tests: int
    valid: int
    clean: int
    explained: int
    positive: int
    invalid: int
    refused: int
    run: int
    run_from: date | None
    run_to: date | None

    @property
    def days(self) -> int:
        """Days from the first to the last test of the run: nothing is known of those after it."""
        if self.run_from is None or self.run_to is None:
            return 0
        return (self.run_to - self.run_from).days


def read_findings(written: str) -> Mapping[Substance, Finding]:
    """Read what a panel found."""
    pairs = (one.split(":") for one in written.split())
    return {Substance(substance): Finding(found) for substance, found in pairs}


def write_findings(found: Mapping[Substance, Finding]) -> str:
    """Write what a panel found, in the order of the list."""
    return " ".join(f"{one.value}:{found[one].value}" for one in Substance if one in found)


def judged(sample: Sample, temperature: int | None, creatinine: int | None) -> Validity:
    """Say what temperature and creatinine tell of a sample of urine."""
    if sample is not Sample.URINE:
        return Validity.VALID
    if creatinine is not None and creatinine < NO_URINE_BELOW:
        return Validity.ADULTERATED
    if temperature is not None and not COOLEST <= temperature <= WARMEST:
        return Validity.INVALID
    if creatinine is not None and creatinine < DILUTED_BELOW:
        return Validity.DILUTED
    return Validity.VALID


def decisive(test: DrugTest) -> Mapping[Substance, Finding]:
    """Give what counts of each substance: the confirmation, where there is one."""
    return {**read_findings(test.screening), **read_findings(test.confirmation)}


def outcome_of(test: DrugTest) -> Outcome:
    """Say what counts in the end."""
    if test.validity is Validity.REFUSED:
        return Outcome.REFUSED
    if test.validity is not Validity.VALID:
        return Outcome.INVALID
    found = decisive(test)
    explained = set(test.explained.split())
    positive = {one.value for one, told in found.items() if told is Finding.POSITIVE}
    if positive - explained:
        return Outcome.POSITIVE
    if not found or Finding.UNCLEAR in found.values():
        return Outcome.INVALID
    return Outcome.EXPLAINED if positive else Outcome.NEGATIVE


def abstinence(tests: Sequence[DrugTest]) -> Abstinence:
    """Count tests, and the run of clean ones up to the newest.

    An unexplained positive and a refusal end the run; an invalid sample neither ends nor counts.
    """
    told = [(one.day, outcome_of(one)) for one in sorted(tests, key=lambda one: (one.day, one.id))]
    count = {outcome: sum(1 for _day, one in told if one is outcome) for outcome in Outcome}
    run: list[date] = []
    for day, outcome in reversed(told):
        if outcome in (Outcome.POSITIVE, Outcome.REFUSED):
            break
        if outcome is not Outcome.INVALID:
            run.append(day)
    return Abstinence(
        tests=len(told),
        valid=count[Outcome.NEGATIVE] + count[Outcome.EXPLAINED] + count[Outcome.POSITIVE],
        clean=count[Outcome.NEGATIVE],
        explained=count[Outcome.EXPLAINED],
        positive=count[Outcome.POSITIVE],
        invalid=count[Outcome.INVALID],
        refused=count[Outcome.REFUSED],
        run=len(run),
        run_from=run[-1] if run else None,
        run_to=run[0] if run else None,
    )


def for_discipline(tests: Sequence[DrugTest]) -> Sequence[DrugTest]:
    """Give the tests that may stand in anything meant for discipline: those of the prison."""
    return [one for one in tests if one.purpose is TestPurpose.PRISON]


def check_test(test: DrugTest, born: date, today: date) -> None:
    """Refuse a test that cannot be.

    Raises:
        RuleBrokenError: ``test-day``, ``test-nothing-found``, ``test-found-anyway``,
            ``test-validity``, ``test-explained``, ``test-confirmation`` or ``test-told-before``.
    """
    if not born <= test.day <= today:
        raise RuleBrokenError("test-day")
    screened, confirmed = read_findings(test.screening), read_findings(test.confirmation)
    given = test.validity not in (Validity.REFUSED, Validity.NOT_GIVEN)
    if given and not screened and test.validity is Validity.VALID:
        raise RuleBrokenError("test-nothing-found")
    if not given and (screened or confirmed):
        raise RuleBrokenError("test-found-anyway")
    told = judged(test.sample, test.temperature, test.creatinine)
    if test.validity is Validity.VALID and told is not Validity.VALID:
        raise RuleBrokenError("test-validity")
    positive = {one.value for one, found in decisive(test).items() if found is Finding.POSITIVE}
    if not set(test.explained.split()) <= positive:
        raise RuleBrokenError("test-explained")
    if confirmed and (test.confirmed_on is None or not test.day <= test.confirmed_on <= today):
        raise RuleBrokenError("test-confirmation")
    if test.told_on is not None and not test.day <= test.told_on <= today:
        raise RuleBrokenError("test-told-before")
