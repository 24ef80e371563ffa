"""The safety procedure after a worrying answer: kept step by step, closed when all is written."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tcdesk.domain.ids import PersonId
from tcdesk.domain.people import Person
from tcdesk.domain.safety import SafetyFlow, check_closing, check_open, check_texts
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyLine:
    """A person with an open safety procedure."""

    flow: SafetyFlow
    code: str
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Safety:
    """Safety procedures of the people whom the one at the desk sees."""

    desk: Desk

    def open(self) -> Sequence[SafetyLine]:
        """List what is open, oldest first."""
        with self.desk.reading(Action.SEE_NOTES) as facts:
            lines = []
            for flow in facts.find(SafetyFlow, closed_at=None):
                person = facts.get(Person, flow.person)
                lines.append(SafetyLine(flow=flow, code=person.code, name=person.short_name))
            return lines

    def begin(self, person: PersonId) -> SafetyFlow:
        """Open one by hand, for what somebody said or did."""
        with self.desk.writing(Action.WRITE_NOTES) as work:
            flow = SafetyFlow(
                id=self.desk.ids.new(),
                person=work.get(Person, person).id,
                response=None,
                item=None,
                opened_at=self.desk.moment(),
                opened_by=self.desk.actor.account,
            )
            work.add(flow)
            return flow

    def keep(self, flow: SafetyFlow, *, expected: int) -> int:
        """Save what is written so far; gives the new row version.

        Raises:
            RuleBrokenError: ``safety-closed`` or ``note-too-long``.
            StaleRowError: Somebody else saved meanwhile.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            return work.change(
                self._changed(work.get(SafetyFlow, flow.id), flow), expected=expected
            )

    def close(self, flow: SafetyFlow, *, expected: int) -> None:
        """Close it for good.

        Raises:
            RuleBrokenError: Something is not written yet (see ``check_closing``), or
                ``safety-closed`` or ``note-too-long``.
            StaleRowError: Somebody else saved meanwhile.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            written = self._changed(work.get(SafetyFlow, flow.id), flow)
            check_closing(written)
            closed = replace(
                written, closed_at=self.desk.moment(), closed_by=self.desk.actor.account
            )
            work.change(closed, expected=expected)

    def put_off(self, flow: SafetyFlow) -> None:
        """Put on record that somebody left it open and went on."""
        with self.desk.writing(Action.WRITE_NOTES) as work:
            known = work.get(SafetyFlow, flow.id)
            work.audit("safety.put-off", entity="safety_flow", key=known.id, person=known.person)

    def _changed(self, old: SafetyFlow, new: SafetyFlow) -> SafetyFlow:
        """Take over the texts; who and when it was opened stays as it is."""
        check_open(old)
        written = replace(
            old,
            told_whom=new.told_whom.strip(),
            told_at=new.told_at,
            agreed=new.agreed.strip(),
            plan=new.plan.strip(),
            review=new.review,
            outcome=new.outcome.strip(),
        )
        check_texts(written)
        return written
