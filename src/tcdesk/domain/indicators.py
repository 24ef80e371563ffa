"""Common output indicators of ESF+ (Regulation (EU) 2021/1057, Annex I, 1.1).

For operations under Article 4(1), point (l), only four of the indicators apply; each by gender,
the age taken on the entry date.
"""

from enum import StrEnum


class Indicator(StrEnum):
    """EECO codes that the profile ``ESO4.12-minimal`` reports."""

    TOTAL = "EECO01"
    CHILDREN = "EECO06"
    YOUNG = "EECO07"
    OLDER = "EECO08"


ADULT = 18
YOUNG_UNTIL = 29
OLDER_FROM = 55


def indicators_of(age_at_entry: int) -> tuple[Indicator, ...]:
    """Name the indicators in which one participation counts."""
    if age_at_entry < ADULT:
        return (Indicator.TOTAL, Indicator.CHILDREN)
    if age_at_entry <= YOUNG_UNTIL:
        return (Indicator.TOTAL, Indicator.YOUNG)
    if age_at_entry >= OLDER_FROM:
        return (Indicator.TOTAL, Indicator.OLDER)
    return (Indicator.TOTAL,)
