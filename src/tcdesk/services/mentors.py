"""Who is in training under whom: set by who keeps the accounts, asked when notes are shown."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from tcdesk.domain.countersigning import Traineeship, check_traineeship
from tcdesk.domain.dated import as_of, check_no_overlap
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import AccountId, StaffId
from tcdesk.domain.notes import NoteSignature
from tcdesk.domain.staff import Action, Staff
from tcdesk.services.desk import Desk
from tcdesk.services.key_workers import workers
from tcdesk.services.store import Reading


@dataclass(frozen=True, slots=True)
class Mentors:
    """Traineeships of the unit's staff."""

    desk: Desk

    def all(self) -> Sequence[Traineeship]:
        """List every traineeship, ended ones included."""
        with self.desk.reading(Action.MANAGE_ACCOUNTS) as facts:
            return facts.find(Traineeship)

    def choices(self, staff: StaffId) -> Sequence[Staff]:
        """List who can be somebody's mentor: people who write notes and are not in training."""
        today = self.desk.clock.today()
        with self.desk.reading(Action.MANAGE_ACCOUNTS) as facts:
            return [
                one
                for one in workers(facts)
                if one.id != staff and as_of(facts.find(Traineeship, staff=one.id), today) is None
            ]

    def set(self, staff: StaffId, mentor: StaffId | None, since: date) -> None:
        """Put somebody under a mentor from a day on, or end the training (None).

        Raises:
            RuleBrokenError: ``own-mentor``, ``mentor-in-training``, ``mentor-account``,
                ``overlap`` or ``end-before-start``.
        """
        with self.desk.writing(Action.MANAGE_ACCOUNTS) as work:
            stays = list(work.find(Traineeship, staff=staff))
            now = next((one for one in stays if one.to_date is None), None)
            if now is not None and now.mentor == mentor:
                return
            if mentor is not None:
                if mentor not in {one.id for one in workers(work)}:
                    raise RuleBrokenError("mentor-account")
                trains = as_of(work.find(Traineeship, staff=mentor), since) is not None
                check_traineeship(staff, mentor, mentor_trains=trains)
            if now is not None and now.from_date == since and mentor is not None:
                put_right = replace(now, mentor=mentor)
                work.change(put_right, expected=work.version(Traineeship, now.id))
                return
            rest = [one for one in stays if one is not now]
            if now is not None:
                ended = replace(now, to_date=since)
                check_no_overlap(ended, rest)
                work.change(ended, expected=work.version(Traineeship, now.id))
                rest.append(ended)
            if mentor is not None:
                new = Traineeship(
                    id=self.desk.ids.new(),
                    staff=staff,
                    mentor=mentor,
                    from_date=since,
                    to_date=None,
                )
                check_no_overlap(new, rest)
                work.add(new)


def mentor_of(facts: Reading, signature: NoteSignature) -> AccountId | None:
    """Give whose second signature a note needs: the mentor's on the day on which it was signed."""
    trainee = next(iter(facts.find(Staff, account=signature.account)), None)
    if trainee is None:
        return None
    day = datetime.fromisoformat(signature.at).date()
    stay = as_of(facts.find(Traineeship, staff=trainee.id), day)
    return facts.get(Staff, stay.mentor).account if stay else None
