"""Numbers of people: register number, EMŠO, passport and others."""

from dataclasses import dataclass, replace

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.identifiers import Identifier, IdentifierKind, check_identifier, plain_number
from tcdesk.domain.ids import PersonId
from tcdesk.domain.people import Person
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.store import Work


@dataclass(frozen=True, slots=True)
class Identifiers:
    """Adds and corrects; ``Removals.entry`` removes."""

    desk: Desk

    def add(self, person: PersonId, kind: IdentifierKind, number: str) -> Identifier:
        """Add a number to a file.

        Raises:
            RuleBrokenError: See ``add_number``.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            return add_number(work, self.desk.ids.new(), work.get(Person, person), kind, number)

    def correct(self, key: str, number: str, *, expected: int) -> int:
        """Correct a number; gives the new row version.

        Raises:
            StaleRowError: Another window saved meanwhile.
            RuleBrokenError: See ``add_number``.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            known = work.get(Identifier, key)
            right = replace(known, value=number.strip(), plain=plain_number(number))
            _check(work, right, work.get(Person, known.person))
            return work.change(right, expected=expected)


def add_number(
    work: Work, key: str, person: Person, kind: IdentifierKind, number: str
) -> Identifier:
    """Add a number to a person's file.

    Raises:
        RuleBrokenError: See ``check_identifier``; ``identifier-twice`` or ``identifier-known``.
    """
    new = Identifier(
        id=key, person=person.id, kind=kind, value=number.strip(), plain=plain_number(number)
    )
    _check(work, new, person)
    work.add(new)
    return new


def _check(work: Work, new: Identifier, person: Person) -> None:
    check_identifier(new.kind, new.value, person.birth_date, person.sex)
    mine = [one for one in work.find(Identifier, person=person.id) if one.id != new.id]
    if any((one.kind, one.plain) == (new.kind, new.plain) for one in mine):
        raise RuleBrokenError("identifier-twice")
    if new.kind.unique:
        if any(one.kind is new.kind for one in mine if one.kind is IdentifierKind.EMSO):
            raise RuleBrokenError("emso-second")
        whose = work.numbered(new.kind, new.plain)
        if whose is not None and whose != new.id:
            raise RuleBrokenError("identifier-known")
