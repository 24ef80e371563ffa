"""Who is in charge of a person's case (nosilec, nosilka primera), over time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tcdesk.domain.caseload import KeyWorker
from tcdesk.domain.dated import as_of, check_no_overlap
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import PersonId, StaffId
from tcdesk.domain.people import Person
from tcdesk.domain.staff import Account, Action, Staff, may
from tcdesk.services.desk import Desk
from tcdesk.services.store import Reading, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class InCharge:
    """A key worker and the stay in which they are one."""

    stay: KeyWorker
    staff: Staff


@dataclass(frozen=True, slots=True)
class KeyWorkers:
    """The key workers of people."""

    desk: Desk

    def of(self, person: PersonId, *, day: date) -> InCharge | None:
        """Give who is in charge on a day."""
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            stay = as_of(facts.find(KeyWorker, person=person), day)
            return InCharge(stay=stay, staff=facts.get(Staff, stay.staff)) if stay else None

    def choices(self) -> Sequence[Staff]:
        """List who can be put in charge: people with an open account that writes notes."""
        with self.desk.reading(Action.EDIT_PEOPLE) as facts:
            return workers(facts)

    def assign(self, person: PersonId, staff: StaffId | None, since: date) -> None:
        """Put somebody in charge from a day on, or nobody; the one before ends on that day.

        Raises:
            RuleBrokenError: ``overlap``, ``end-before-start`` or ``key-worker-account``.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            work.get(Person, person)
            if staff is not None and staff not in {one.id for one in workers(work)}:
                raise RuleBrokenError("key-worker-account")
            put_in_charge(work, self.desk.ids.new(), person, staff, since)


def workers(facts: Reading) -> Sequence[Staff]:
    """List people with an open account that writes notes."""
    able = {
        one.id for one in facts.find(Account, to_date=None) if may(one.role, Action.WRITE_NOTES)
    }
    return [one for one in facts.find(Staff) if one.account in able]


def put_in_charge(
    work: Work, key: str, person: PersonId, staff: StaffId | None, since: date
) -> None:
    """End the present stay and begin another; one that begins on the same day is put right.

    Raises:
        RuleBrokenError: ``overlap`` or ``end-before-start``.
    """
    # The new one first: whoever hands their own person on no longer sees them afterwards.
    stays = list(work.find(KeyWorker, person=person))
    current = next((one for one in stays if one.to_date is None), None)
    if current is not None and current.staff == staff:
        return
    if current is not None and current.from_date == since and staff is not None:
        work.change(replace(current, staff=staff), expected=work.version(KeyWorker, current.id))
        return
    rest = [one for one in stays if one is not current]
    if staff is not None:
        new = KeyWorker(id=key, person=person, staff=staff, from_date=since, to_date=None)
        check_no_overlap(new, rest)
        work.add(new)
    if current is not None:
        ended = replace(current, to_date=since)
        check_no_overlap(ended, rest)
        work.change(ended, expected=work.version(KeyWorker, current.id))
