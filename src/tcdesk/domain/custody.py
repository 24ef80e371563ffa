"""Where and under which regime somebody is held, over time (domain dossier §3.7).

Each history stands by itself: nobody is in two regimes, or in two places, on one day.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import PersonId

LONGEST_PLACE = 60


class Regime(StrEnum):
    """How freely somebody moves: the kind of department, or the stricter regime."""

    CLOSED = "closed"
    SEMI_OPEN = "semi-open"
    OPEN = "open"
    STRICTER = "stricter"
    REMAND = "remand-ward"
    RECEPTION = "reception"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegimeStay:
    """One regime of one person for a time."""

    id: str
    person: PersonId
    regime: Regime
    from_date: date
    to_date: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HousingStay:
    """Where one person lives for a time: the prison or department, and the wing or room."""

    id: str
    person: PersonId
    place: str = field(repr=False)
    wing: str = field(repr=False)
    from_date: date
    to_date: date | None


def check_place(stay: HousingStay) -> None:
    """Refuse a place without a name, or with too long a one.

    Raises:
        RuleBrokenError: ``place-missing`` or ``place-too-long``.
    """
    if not stay.place:
        raise RuleBrokenError("place-missing")
    if max(len(stay.place), len(stay.wing)) > LONGEST_PLACE:
        raise RuleBrokenError("place-too-long", most=LONGEST_PLACE)
