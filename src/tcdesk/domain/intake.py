"""What is told at intake: treatment before, living, work, needs, substances (EMCDDA TDI 3.0).

Every answer may be missing; that is the protocol's 99. Of HIV and HCV only whether a test was taken
is kept, never its result.
"""

from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import AccountId, EpisodeId, PersonId

LONGEST = 2000
MOST_DRUGS = 4  # the primary one and three others
MOST_NEED = 4
HIGHEST_ISCED = 8


class Before(StrEnum):
    """Treated for drug use before (T03)."""

    NEVER = "never"
    BEFORE = "before"


class Referral(StrEnum):
    """Who referred (T06)."""

    JUSTICE = "justice"
    PHYSICIAN = "physician"
    DRUG_CENTRE = "drug-centre"
    OTHER_SERVICE = "other-service"
    EDUCATION = "education"
    SELF = "self"
    OTHER = "other"


class LivingWith(StrEnum):
    """With whom, before custody (T07)."""

    ALONE = "alone"
    PARENTS = "parents"
    PARTNER = "partner"
    FRIENDS = "friends"
    DETENTION = "detention"
    INSTITUTION = "institution"
    OTHER = "other"


class LivingWhere(StrEnum):
    """Where, before custody (T09)."""

    STABLE = "stable"
    UNSTABLE = "unstable"
    DETENTION = "detention"
    OTHER = "other"


class Labour(StrEnum):
    """Work before custody (T11)."""

    OCCASIONAL = "occasional"
    REGULAR = "regular"
    STUDENT = "student"
    UNEMPLOYED = "unemployed"
    BENEFITS = "benefits"
    OTHER = "other"


class Ever(StrEnum):
    """Whether and when (T17, T23 to T25); tests know no last month."""

    NEVER = "never"
    EVER = "ever"
    EARLIER = "earlier"
    YEAR = "year"
    MONTH = "month"
    NO_ANSWER = "no-answer"


class Opioid(StrEnum):
    """Opioid agonist treatment (T26)."""

    NEVER = "never"
    FORMER = "former"
    NOW = "now"


class YesNo(StrEnum):
    """Yes or no, where neither may be known."""

    NO = "no"
    YES = "yes"


class Drug(StrEnum):
    """The drug list of the protocol; values are its codes."""

    HEROIN = "1.1"
    METHADONE = "1.2"
    BUPRENORPHINE = "1.3"
    FENTANYL = "1.4"
    OPIOID = "1.5"
    COCAINE = "2.1"
    CRACK = "2.2"
    COCAINE_OTHER = "2.3"
    AMPHETAMINE = "3.1"
    METHAMPHETAMINE = "3.2"
    MDMA = "3.3"
    CATHINONE = "3.4"
    STIMULANT = "3.5"
    BARBITURATE = "4.1"
    BENZODIAZEPINE = "4.2"
    GHB = "4.3"
    SEDATIVE = "4.4"
    LSD = "5.1"
    KETAMINE = "5.2"
    HALLUCINOGEN = "5.3"
    INHALANT = "6"
    CANNABIS = "7.1"
    SYNTHETIC_CANNABINOID = "7.2"
    CANNABIS_OTHER = "7.3"
    ALCOHOL = "8"
    OTHER = "9"


class Route(StrEnum):
    """Usual route (T13)."""

    INJECT = "inject"
    SMOKE = "smoke"
    EAT = "eat"
    SNIFF = "sniff"
    OTHER = "other"


class Frequency(StrEnum):
    """How often in thirty days (T14)."""

    DAILY = "daily"
    MOST_DAYS = "most-days"
    SOME_DAYS = "some-days"
    WEEKLY = "weekly"
    NOT = "not"


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """The intake of one stay; needs are 0 (none) to 4 (very great) by domain."""

    id: str
    person: PersonId
    episode: EpisodeId
    day: date
    account: AccountId
    previous: Before | None = None
    referral: Referral | None = None
    living_with: LivingWith | None = None
    children: YesNo | None = None
    living_where: LivingWhere | None = None
    isced: int | None = None
    labour: Labour | None = None
    injecting: Ever | None = None
    first_injection: int | None = None
    polydrug: YesNo | None = None
    hiv_test: Ever | None = None
    hcv_test: Ever | None = None
    sharing: Ever | None = None
    opioid: Opioid | None = None
    opioid_year: int | None = None
    need_health: int | None = None
    need_mind: int | None = None
    need_substances: int | None = None
    need_family: int | None = None
    need_housing: int | None = None
    need_work: int | None = None
    need_money: int | None = None
    need_law: int | None = None
    told: str = field(default="", repr=False)


NEEDS = tuple(one.name for one in fields(Intake) if one.name.startswith("need_"))
TOLD = tuple(one.name for one in fields(Intake) if one.default is None)  # every answer


@dataclass(frozen=True, slots=True, kw_only=True)
class DrugUse:
    """One substance of an intake; rank 0 is the primary one."""

    id: str
    intake: str
    person: PersonId
    rank: int
    drug: Drug
    route: Route | None = None
    before_entry: Frequency | None = None
    before_custody: Frequency | None = None
    first_age: int | None = None


def check_intake(intake: Intake, birth: date, today: date) -> None:
    """Refuse what cannot be.

    Raises:
        RuleBrokenError: ``begins-in-future``, ``intake-age``, ``intake-year``, ``intake-scale`` or
            ``intake-too-long``.
    """
    if intake.day > today:
        raise RuleBrokenError("begins-in-future")
    _check_age(intake.first_injection, birth, intake.day)
    if intake.opioid_year is not None and not birth.year <= intake.opioid_year <= intake.day.year:
        raise RuleBrokenError("intake-year")
    scales = [(getattr(intake, name), MOST_NEED) for name in NEEDS]
    for value, most in (*scales, (intake.isced, HIGHEST_ISCED)):
        if value is not None and not 0 <= value <= most:
            raise RuleBrokenError("intake-scale")
    if len(intake.told) > LONGEST:
        raise RuleBrokenError("intake-too-long", most=LONGEST)


def check_use(use: DrugUse, others: list[DrugUse], intake: Intake, birth: date) -> None:
    """Refuse a substance or a place twice, and an impossible age.

    Raises:
        RuleBrokenError: ``drug-twice``, ``drug-rank``, ``drug-alcohol-first`` or ``intake-age``.
    """
    if any(one.drug is use.drug for one in others):
        raise RuleBrokenError("drug-twice")
    if not 0 <= use.rank < MOST_DRUGS or any(one.rank == use.rank for one in others):
        raise RuleBrokenError("drug-rank")
    if use.rank == 0 and use.drug is Drug.ALCOHOL:
        raise RuleBrokenError("drug-alcohol-first")
    _check_age(use.first_age, birth, intake.day)


def _check_age(age: int | None, birth: date, day: date) -> None:
    if age is not None and not 0 < age <= day.year - birth.year:
        raise RuleBrokenError("intake-age")
