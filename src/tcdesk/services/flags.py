"""Risk flags of people: raised with a reason, for a time, seen wherever the person is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.flags import Flag, FlagKind, check_flag
from tcdesk.domain.ids import PersonId
from tcdesk.domain.people import Person
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Flags:
    """Raises, lengthens and ends; ``Removals.entry`` removes what was typed by mistake."""

    desk: Desk

    def of(self, person: PersonId) -> Sequence[Flag]:
        """List every flag of a person, the newest first."""
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            facts.get(Person, person)
            return sorted(
                facts.find(Flag, person=person), key=lambda one: one.from_date, reverse=True
            )

    def raise_flag(
        self, person: PersonId, kind: FlagKind, reason: str, since: date, last: date | None
    ) -> Flag:
        """Raise a flag; ``last`` is the last day on which it holds, None if it has no end.

        Raises:
            RuleBrokenError: See ``check_flag``; ``flag-known`` when one of the kind holds then.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            new = Flag(
                id=self.desk.ids.new(),
                person=work.get(Person, person).id,
                kind=kind,
                reason=reason.strip(),
                from_date=since,
                to_date=_after(last),
            )
            check_flag(new)
            if any(
                one.kind is kind and (one.to_date is None or one.to_date > since)
                for one in work.find(Flag, person=person)
            ):
                raise RuleBrokenError("flag-known")
            work.add(new)
            return new

    def set_last(self, key: str, last: date | None) -> None:
        """Say anew until when a flag holds, the day included; None if it has no end.

        Raises:
            RuleBrokenError: ``end-before-start``.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            known = work.get(Flag, key)
            changed = replace(known, to_date=_after(last))
            if changed.to_date is not None and changed.to_date <= known.from_date:
                raise RuleBrokenError("end-before-start")
            work.change(changed, expected=work.version(Flag, key))


def _after(last: date | None) -> date | None:
    return date.fromordinal(last.toordinal() + 1) if last else None
