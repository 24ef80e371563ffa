"""Plans for release: what is arranged, with whom, and whom Danes reminds of."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import PersonId
from tcdesk.domain.people import Person
from tcdesk.domain.release import (
    ReleaseBody,
    ReleasePlan,
    Reminder,
    check_body,
    check_release,
    check_still_open,
    reminder,
)
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.store import Reading, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseFile:
    """A plan with its bodies, each with its row version."""

    plan: ReleasePlan
    version: int
    bodies: Sequence[tuple[ReleaseBody, int]]
    missing: Reminder | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseDue:
    """A person for whose release something is missing."""

    person: PersonId
    code: str
    name: str = field(repr=False)
    release_on: date
    missing: Reminder


@dataclass(frozen=True, slots=True)
class Releases:
    """Plans for release of the people whom the one at the desk sees."""

    desk: Desk

    def of(self, person: PersonId) -> Sequence[ReleaseFile]:
        """Give a person's plans, the newest first."""
        with self.desk.reading(Action.SEE_NOTES) as facts:
            facts.get(Person, person)
            plans = sorted(
                facts.find(ReleasePlan, person=person),
                key=lambda one: (one.closed_on is None, one.release_on),
                reverse=True,
            )
            return [self._file(facts, one) for one in plans]

    def begin(self, person: PersonId, release_on: date) -> ReleasePlan:
        """Begin a plan for a day of release.

        Raises:
            RuleBrokenError: ``release-plan-exists``, ``release-in-past`` or see
                ``check_release``.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            if work.find(ReleasePlan, person=person, closed_on=None):
                raise RuleBrokenError("release-plan-exists")
            if release_on < self.desk.clock.today():
                raise RuleBrokenError("release-in-past")
            plan = ReleasePlan(
                id=self.desk.ids.new(),
                person=person,
                release_on=release_on,
                account=self.desk.actor.account,
            )
            self._check(work, plan)
            work.add(plan)
            return plan

    def change(self, plan: ReleasePlan, *, expected: int) -> int:
        """Change what is arranged; gives the new row version.

        Raises:
            RuleBrokenError: ``release-closed`` or see ``check_release``.
            StaleRowError: Somebody else changed it meanwhile.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            old = work.get(ReleasePlan, plan.id)
            check_still_open(old)
            changed = replace(plan, person=old.person, account=old.account, closed_on=None)
            self._check(work, changed)
            return work.change(changed, expected=expected)

    def keep_body(self, body: ReleaseBody, *, expected: int | None) -> None:
        """Add a body, or change one (``expected`` is its row version).

        Raises:
            RuleBrokenError: ``release-closed`` or see ``check_body``.
            StaleRowError: Somebody else changed it meanwhile.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            plan = work.get(ReleasePlan, body.plan)
            check_still_open(plan)
            kept = replace(
                body,
                id=body.id or self.desk.ids.new(),
                person=plan.person,
                name=body.name.strip(),
            )
            check_body(kept, self.desk.clock.today())
            if expected is None:
                work.add(kept)
            else:
                work.change(kept, expected=expected)

    def close(self, plan: str, *, expected: int) -> None:
        """Close a plan once the person has been released, or it is not needed any more.

        Raises:
            RuleBrokenError: ``release-closed``.
            StaleRowError: Somebody else changed it meanwhile.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            old = work.get(ReleasePlan, plan)
            check_still_open(old)
            work.change(replace(old, closed_on=self.desk.clock.today()), expected=expected)

    def waiting(self) -> Sequence[ReleaseDue]:
        """List for whose release something is missing, the nearest day first."""
        today = self.desk.clock.today()
        with self.desk.reading(Action.SEE_NOTES) as facts:
            lines = []
            for plan in facts.find(ReleasePlan, closed_on=None):
                missing = reminder(plan, facts.find(ReleaseBody, plan=plan.id), today)
                if missing is not None:
                    person = facts.get(Person, plan.person)
                    lines.append(
                        ReleaseDue(
                            person=person.id,
                            code=person.code,
                            name=person.short_name,
                            release_on=plan.release_on,
                            missing=missing,
                        )
                    )
            return sorted(lines, key=lambda one: (one.release_on, one.name))

    def _file(self, facts: Reading, plan: ReleasePlan) -> ReleaseFile:
        bodies = facts.find(ReleaseBody, plan=plan.id)
        return ReleaseFile(
            plan=plan,
            version=facts.version(ReleasePlan, plan.id),
            bodies=[(one, facts.version(ReleaseBody, one.id)) for one in bodies],
            missing=reminder(plan, bodies, self.desk.clock.today()),
        )

    def _check(self, work: Work, plan: ReleasePlan) -> None:
        person = work.get(Person, plan.person)
        check_release(plan, person.birth_date or date.min, self.desk.clock.today())
