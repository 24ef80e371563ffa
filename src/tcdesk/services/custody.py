"""Under which regime and where a person is held, over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tcdesk.domain.custody import HousingStay, Regime, RegimeStay, check_place
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import PersonId
from tcdesk.domain.people import Person
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.fitting import succeed
from tcdesk.services.store import Reading

SUGGESTED = 40


@dataclass(frozen=True, slots=True)
class Custody:
    """Regimes and places of people; ``Removals`` removes what was typed by mistake."""

    desk: Desk

    def set_regime(self, person: PersonId, regime: Regime, since: date) -> None:
        """Record a new regime; the open one ends on the day the new one begins.

        Raises:
            RuleBrokenError: ``overlap``, ``end-before-start`` or ``stay-before-birth``.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            _check_born(work, person, since)
            new = RegimeStay(
                id=self.desk.ids.new(), person=person, regime=regime, from_date=since, to_date=None
            )
            succeed(work, RegimeStay, new, work.find(RegimeStay, person=person))

    def set_housing(self, person: PersonId, place: str, wing: str, since: date) -> None:
        """Record a move; the place before ends on the day of the move.

        Raises:
            RuleBrokenError: ``place-missing``, ``place-too-long``, ``overlap``,
                ``end-before-start`` or ``stay-before-birth``.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            _check_born(work, person, since)
            new = HousingStay(
                id=self.desk.ids.new(),
                person=person,
                place=" ".join(place.split()),
                wing=" ".join(wing.split()),
                from_date=since,
                to_date=None,
            )
            check_place(new)
            succeed(work, HousingStay, new, work.find(HousingStay, person=person))

    def places(self) -> Sequence[str]:
        """List places that were typed before, the most used first."""
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            return facts.places(SUGGESTED)


def _check_born(facts: Reading, person: PersonId, since: date) -> None:
    born = facts.get(Person, person).birth_date
    if born is not None and since < born:
        raise RuleBrokenError("stay-before-birth")
