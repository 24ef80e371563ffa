"""The treatment demand indicator: one row of codes a treatment start (EMCDDA TDI 3.0, T01 to T30).

Who starts treatment in prison lives in detention (T07 5, T09 3); how they lived before custody goes
with it as T07B and T09B, use in the thirty days before custody as T14B.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date

from tcdesk.domain.intake import (
    Before,
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
from tcdesk.domain.people import Person, Sex, age_on

UNKNOWN = "99"
IN_PRISON = "3"  # T01: treatment unit in prison
CENTRE = "2"  # T30: double counting is controlled within the centre
_AGES = (15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65)
_AGE_BANDS = ("<15", "15-19", "20-24", "25-29", "30-34", "35-39", "40-44", "45-49", "50-54",
              "55-59", "60-64", ">=65")  # fmt: skip
_INJECTING = (2, 5, 10)
_INJECTING_BANDS = ("<2", "2-4", "5-9", ">=10")
_OPIOID = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 16)
_OPIOID_BANDS = ("<1", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11-15", ">15")
_HIGHER, _SECONDARY, _PRIMARY = 4, 2, 1
_EVER = {
    Ever.NEVER: "1",
    Ever.EVER: "2",
    Ever.EARLIER: "2.1",
    Ever.YEAR: "2.2",
    Ever.MONTH: "2.3",
    Ever.NO_ANSWER: "3",
}
_OPIOID_CODES = {Opioid.NEVER: "1", Opioid.FORMER: "2", Opioid.NOW: "3"}
_YES_NO = {YesNo.YES: "1", YesNo.NO: "2"}
_CHILDREN = {YesNo.NO: "1", YesNo.YES: "2"}


def tdi_row(
    person: Person, start: date, intake: Intake | None, uses: Sequence[DrugUse]
) -> Mapping[str, str]:
    """Give the row of a treatment start; what is not known is 99.

    Args:
        person: Who starts.
        start: The first day of the stay.
        intake: What was told; None when there was no intake.
        uses: The substances of the intake.
    """
    age = age_on(person.born, start)
    by_rank = {one.rank: one for one in uses}
    first = by_rank.get(0)
    told = _told(intake, age, start.year)
    return {
        "T01": IN_PRISON,
        "T02": str(start.year),
        "T04": person.sex.value if person.sex in (Sex.FEMALE, Sex.MALE) else UNKNOWN,
        "T05": _band(age, _AGES, _AGE_BANDS),
        "T07": "5",
        "T09": "3",
        "T12": first.drug.value if first else UNKNOWN,
        "T13": _place(Route, first.route if first else None),
        "T14": _place(Frequency, first.before_entry if first else None),
        "T14B": _place(Frequency, first.before_custody if first else None),
        "T15": str(first.first_age) if first and first.first_age is not None else UNKNOWN,
        "T16": str(age - first.first_age) if first and first.first_age is not None else UNKNOWN,
        **{
            f"T2{rank - 1}": _secondary(by_rank, rank, known=first is not None)
            for rank in (1, 2, 3)
        },
        **told,
        "T29": str(person.born.year),
        "T30": CENTRE,
    }


def _told(intake: Intake | None, age: int, year: int) -> Mapping[str, str]:
    """Give what only an intake tells."""
    names = ("T03", "T06", "T07B", "T08", "T09B", "T10", "T11", "T17", "T18", "T19", "T23", "T24",
             "T25", "T26", "T27")  # fmt: skip
    if intake is None:
        return dict.fromkeys(names, UNKNOWN)
    injected = None if intake.first_injection is None else age - intake.first_injection
    treated = None if intake.opioid_year is None else year - intake.opioid_year
    codes = (
        _place(Before, intake.previous),
        _place(Referral, intake.referral),
        _place(LivingWith, intake.living_with),
        _CHILDREN.get(intake.children, UNKNOWN) if intake.children else UNKNOWN,
        _place(LivingWhere, intake.living_where),
        _education(intake.isced),
        _place(Labour, intake.labour),
        _ever(intake.injecting),
        _band(injected, _INJECTING, _INJECTING_BANDS),
        _YES_NO[intake.polydrug] if intake.polydrug else UNKNOWN,
        _ever(intake.hiv_test),
        _ever(intake.hcv_test),
        _ever(intake.sharing),
        _OPIOID_CODES[intake.opioid] if intake.opioid else UNKNOWN,
        _band(treated, _OPIOID, _OPIOID_BANDS),
    )
    return dict(zip(names, codes, strict=True))


def _place(
    kind: type[Before]
    | type[Referral]
    | type[LivingWith]
    | type[LivingWhere]
    | type[Labour]
    | type[Route]
    | type[Frequency],
    value: object,
) -> str:
    """Give the number of a value in its list, which is the protocol's."""
    return UNKNOWN if value is None else str([*kind].index(value) + 1)


def _ever(value: Ever | None) -> str:
    return UNKNOWN if value is None else _EVER[value]


def _education(isced: int | None) -> str:
    """Turn ISCED 2011 into the protocol's four levels."""
    if isced is None:
        return UNKNOWN
    return str(1 + (isced >= _PRIMARY) + (isced >= _SECONDARY) + (isced >= _HIGHER))


def _secondary(by_rank: Mapping[int, DrugUse], rank: int, *, known: bool) -> str:
    use = by_rank.get(rank)
    if use is not None:
        return use.drug.value
    return "none" if known else UNKNOWN


def _band(value: int | None, starts: Sequence[int], names: Sequence[str]) -> str:
    return UNKNOWN if value is None else names[bisect_right(starts, value)]
