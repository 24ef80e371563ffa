"""Handing over the caseload of somebody who leaves: their people, groups and planned sessions."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from tcdesk.domain.caseload import KeyWorker
from tcdesk.domain.dated import holds_on
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import StaffId
from tcdesk.domain.people import Person
from tcdesk.domain.programmes import Activity
from tcdesk.domain.sessions import Group, Session, SessionState
from tcdesk.domain.staff import Action, Staff
from tcdesk.services.desk import Desk
from tcdesk.services.key_workers import put_in_charge, workers
from tcdesk.services.store import Reading


class Handed(StrEnum):
    """What can be handed over."""

    CASE = "case"
    GROUP = "group"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing in somebody's charge; ``key`` is the id of its row.

    ``name`` is the person's, the group's, or whom the session is with; ``code`` stands for a
    person's name where names are hidden. ``session`` is set for a session, with its activity.
    """

    kind: Handed
    key: str
    name: str = field(repr=False)
    code: str = ""
    session: Session | None = None
    activity: Activity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Caseload:
    """Everything in somebody's charge, and who could take it."""

    items: Sequence[Item]
    successors: Sequence[Staff]


@dataclass(frozen=True, slots=True)
class HandingOver:
    """One step for what would otherwise be many changes, all or none."""

    desk: Desk

    def caseload(self, staff: StaffId) -> Caseload:
        """List what is in somebody's charge from today on."""
        with self.desk.reading(Action.HAND_OVER) as facts:
            return Caseload(
                items=[*self._people(facts, staff), *self._led(facts, staff)],
                successors=[one for one in workers(facts) if one.id != staff],
            )

    def hand_over(self, staff: StaffId, successor: StaffId, keys: Collection[str]) -> int:
        """Give chosen things to a successor; gives how many.

        Raises:
            RuleBrokenError: ``successor-account`` (nobody with an open account that writes notes)
                or ``nothing-chosen``.
        """
        with self.desk.writing(Action.HAND_OVER) as work:
            if successor == staff or successor not in {one.id for one in workers(work)}:
                raise RuleBrokenError("successor-account")
            items = [*self._people(work, staff), *self._led(work, staff)]
            chosen = [one for one in items if one.key in keys]
            if not chosen:
                raise RuleBrokenError("nothing-chosen")
            for one in chosen:
                if one.kind is Handed.CASE:
                    stay = work.get(KeyWorker, one.key)
                    since = max(self.desk.clock.today(), stay.from_date)
                    put_in_charge(work, self.desk.ids.new(), stay.person, successor, since)
                elif one.kind is Handed.GROUP:
                    group = work.get(Group, one.key)
                    work.change(
                        replace(group, leader=successor), expected=work.version(Group, group.id)
                    )
                elif one.session is not None:
                    work.change(
                        _led_by(one.session, staff, successor),
                        expected=work.version(Session, one.session.id),
                    )
            work.audit(
                "caseload.hand_over", entity="staff", key=staff, detail={"things": len(chosen)}
            )
            return len(chosen)

    def _people(self, facts: Reading, staff: StaffId) -> Sequence[Item]:
        items = []
        for stay in facts.find(KeyWorker, staff=staff):
            if stay.to_date is None or stay.to_date > self.desk.clock.today():
                person = facts.get(Person, stay.person)
                items.append(
                    Item(kind=Handed.CASE, key=stay.id, name=person.full_name, code=person.code)
                )
        return items

    def _led(self, facts: Reading, staff: StaffId) -> Sequence[Item]:
        today = self.desk.clock.today()
        groups = [
            Item(kind=Handed.GROUP, key=one.id, name=one.name)
            for one in facts.find(Group, leader=staff)
            if one.to_date is None or holds_on(one, today) or one.from_date > today
        ]
        led = {
            one.id: one
            for place in ("leader", "co_leader")
            for one in facts.find(Session, **{place: staff})
            if one.state is SessionState.PLANNED and one.day >= today
        }
        ordered = sorted(led.values(), key=lambda one: (one.day, one.start, one.id))
        return [*groups, *(self._session(facts, one) for one in ordered)]

    def _session(self, facts: Reading, session: Session) -> Item:
        person = facts.get(Person, session.person) if session.person else None
        group = facts.get(Group, session.group).name if session.group else ""
        return Item(
            kind=Handed.MEETING,
            key=session.id,
            name=person.full_name if person else group,
            code=person.code if person else group,
            session=session,
            activity=facts.get(Activity, session.activity),
        )


def _led_by(session: Session, staff: StaffId, successor: StaffId) -> Session:
    """Put a successor in somebody's place; who was beside them already takes the place alone."""
    leader = successor if session.leader == staff else session.leader
    beside = successor if session.co_leader == staff else session.co_leader
    return replace(session, leader=leader, co_leader=None if beside == leader else beside)
