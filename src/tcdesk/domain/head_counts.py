"""How many were there, where no names are kept: events, families, staff training (dossier §3.2).

A number of each kind of people at a session. Children are counted by age, staff by their work; a
training also tells how many gave it which mark and how many certificates were given.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import SessionId
from tcdesk.domain.programmes import Activity, ActivityForm

MOST_HEADS = 9_999
FAMILY_SESSIONS = frozenset({"DR"})  # individual sessions to which relatives come


class Band(StrEnum):
    """Whom or what a number counts."""

    WOMEN = "women"
    MEN = "men"
    CHILDREN_0_2 = "children-0-2"
    CHILDREN_3_6 = "children-3-6"
    CHILDREN_7_12 = "children-7-12"
    CHILDREN_13_17 = "children-13-17"
    RELATIVES = "relatives"
    VOLUNTEERS = "volunteers"
    STAFF = "staff"
    OTHERS = "others"
    TRAINED_TREATMENT = "trained-treatment"
    TRAINED_OFFICERS = "trained-officers"
    TRAINED_INSTRUCTORS = "trained-instructors"
    TRAINED_HEALTH = "trained-health"
    TRAINED_LEADERS = "trained-leaders"
    TRAINED_OTHERS = "trained-others"
    MARK_1 = "mark-1"
    MARK_2 = "mark-2"
    MARK_3 = "mark-3"
    MARK_4 = "mark-4"
    MARK_5 = "mark-5"
    CERTIFICATES = "certificates"


CHILDREN = (Band.CHILDREN_0_2, Band.CHILDREN_3_6, Band.CHILDREN_7_12, Band.CHILDREN_13_17)
FAMILY = (Band.RELATIVES, *CHILDREN)
EVENT = (Band.WOMEN, Band.MEN, *CHILDREN, Band.RELATIVES, Band.VOLUNTEERS, Band.STAFF, Band.OTHERS)
TRAINED = (
    Band.TRAINED_TREATMENT,
    Band.TRAINED_OFFICERS,
    Band.TRAINED_INSTRUCTORS,
    Band.TRAINED_HEALTH,
    Band.TRAINED_LEADERS,
    Band.TRAINED_OTHERS,
)
MARKS = (Band.MARK_1, Band.MARK_2, Band.MARK_3, Band.MARK_4, Band.MARK_5)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadCount:
    """One number of one session."""

    id: str
    session: SessionId
    band: Band
    number: int


def bands_of(activity: Activity) -> tuple[Band, ...]:
    """Give what is counted at a session of an activity; nothing where names are kept instead."""
    if activity.form is ActivityForm.EVENT:
        return EVENT
    if activity.form is ActivityForm.STAFF:
        return (*TRAINED, *MARKS, Band.CERTIFICATES)
    return FAMILY if activity.code in FAMILY_SESSIONS else ()


def heads(numbers: Mapping[Band, int]) -> int:
    """Count the people; marks and certificates are none."""
    apart = {*MARKS, Band.CERTIFICATES}
    return sum(number for band, number in numbers.items() if band not in apart)


def average_mark(numbers: Mapping[Band, int]) -> float | None:
    """Give the average mark of a training; None if nobody gave one."""
    given = sum(numbers.get(band, 0) for band in MARKS)
    total = sum(mark * numbers.get(band, 0) for mark, band in enumerate(MARKS, 1))
    return total / given if given else None


def check_numbers(activity: Activity, numbers: Mapping[Band, int]) -> None:
    """Refuse numbers that cannot be.

    Raises:
        RuleBrokenError: ``head-count-band``, ``head-count-number``, ``head-count-marks`` or
            ``head-count-certificates`` (more than there were people).
    """
    if set(numbers) - set(bands_of(activity)):
        raise RuleBrokenError("head-count-band")
    if not all(0 <= number <= MOST_HEADS for number in numbers.values()):
        raise RuleBrokenError("head-count-number", most=MOST_HEADS)
    people = heads(numbers)
    if sum(numbers.get(band, 0) for band in MARKS) > people:
        raise RuleBrokenError("head-count-marks")
    if numbers.get(Band.CERTIFICATES, 0) > people:
        raise RuleBrokenError("head-count-certificates")
