"""Removing what was typed by mistake; it waits in the bin for ninety days (``services.bin``).

What the removed thing had ended goes on: the status or phase before it, the participation of an
episode. Rules: ``domain.removal``.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from tcdesk.domain.apart import Apart
from tcdesk.domain.caseload import KeyWorker
from tcdesk.domain.community import (
    CommunityEvent,
    ExitDecision,
    PhaseDecision,
    RoleStay,
    Suspension,
    WaitingStay,
)
from tcdesk.domain.consents import Consent
from tcdesk.domain.custody import HousingStay, RegimeStay
from tcdesk.domain.dated import holds_on
from tcdesk.domain.enrolments import Episode, Participation, PhaseStay
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.flags import Flag
from tcdesk.domain.head_counts import HeadCount
from tcdesk.domain.identifiers import Identifier
from tcdesk.domain.ids import EpisodeId, GroupId, NoteId, PersonId, SessionId
from tcdesk.domain.intake import DrugUse, Intake
from tcdesk.domain.network import Contact, Tie
from tcdesk.domain.notes import Draft, Note, NoteSignature
from tcdesk.domain.people import Person, StatusStay
from tcdesk.domain.plans import Goal, GoalRating, GoalStep, Plan, check_open
from tcdesk.domain.recurrence import Series
from tcdesk.domain.release import ReleaseBody, ReleasePlan, check_still_open
from tcdesk.domain.removal import (
    Removal,
    Thing,
    check_episode_removal,
    check_goal_removal,
    check_group_removal,
    check_membership_removal,
    check_note_removal,
    check_person_removal,
    check_session_removal,
    check_stay_removal,
    last_day,
)
from tcdesk.domain.sessions import Attendance, Group, Guest, Membership, Session
from tcdesk.domain.sheets import Print
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.fitting import join_up, settle
from tcdesk.services.store import Reading, Record, Work

ASKS = {
    Thing.PERSON: Action.EDIT_PEOPLE,
    Thing.STATUS: Action.EDIT_PEOPLE,
    Thing.PARTICIPATION: Action.EDIT_PEOPLE,
    Thing.EPISODE: Action.EDIT_PEOPLE,
    Thing.PHASE: Action.EDIT_PEOPLE,
    Thing.GROUP: Action.EDIT_SCHEDULE,
    Thing.MEMBERSHIP: Action.EDIT_SCHEDULE,
    Thing.SESSION: Action.EDIT_SCHEDULE,
    Thing.GUEST: Action.EDIT_SCHEDULE,
    Thing.NOTE: Action.WRITE_NOTES,
    Thing.SERIES: Action.EDIT_SCHEDULE,
    Thing.APART: Action.EDIT_PEOPLE,
    Thing.GOAL: Action.WRITE_NOTES,
    Thing.STEP: Action.WRITE_NOTES,
    Thing.BODY: Action.WRITE_NOTES,
    Thing.ROLE: Action.WRITE_NOTES,
    Thing.DRUG: Action.WRITE_NOTES,
    Thing.EVENT: Action.WRITE_NOTES,
    Thing.IDENTIFIER: Action.EDIT_PEOPLE,
    Thing.REGIME: Action.EDIT_PEOPLE,
    Thing.HOUSING: Action.EDIT_PEOPLE,
    Thing.TIE: Action.EDIT_PEOPLE,
    Thing.CONTACT: Action.EDIT_PEOPLE,
    Thing.CONSENT: Action.EDIT_PEOPLE,
    Thing.FLAG: Action.EDIT_PEOPLE,
}
"""Who may remove a thing and put it back."""
_IN_STAY: Sequence[type[Record]] = (Suspension, RoleStay, CommunityEvent, ExitDecision)
_PLANNED: Sequence[type[Record]] = (
    GoalRating,
    GoalStep,
    Goal,
    Plan,
    ReleaseBody,
    ReleasePlan,
    PhaseDecision,
    WaitingStay,
    DrugUse,
    Intake,
    *_IN_STAY,
)  # dependants first


Entry = Identifier | Tie | Contact | Consent | Flag
ENTRIES: Mapping[Thing, type[Entry]] = MappingProxyType(
    {
        Thing.IDENTIFIER: Identifier,
        Thing.TIE: Tie,
        Thing.CONTACT: Contact,
        Thing.CONSENT: Consent,
        Thing.FLAG: Flag,
    }
)
"""What of a file stands by itself: it goes alone, and nothing has to be joined up."""


@dataclass(frozen=True, slots=True)
class Removals:
    """Removes, and puts back."""

    desk: Desk

    def session(self, session: SessionId) -> Removal:
        """Remove a planned session with its roster's changes, drafts and unsigned notes.

        Raises:
            RuleBrokenError: See ``check_session_removal``.
        """
        with self.desk.writing(Action.EDIT_SCHEDULE) as work:
            found = work.get(Session, session)
            rows = _session_rows(work, found)
            return self._remove(work, Thing.SESSION, found.person, rows)

    def group(self, group: GroupId) -> Removal:
        """Remove a group that never met, with its memberships.

        Raises:
            RuleBrokenError: See ``check_group_removal``.
        """
        with self.desk.writing(Action.EDIT_SCHEDULE) as work:
            found = work.get(Group, group)
            check_group_removal(has_sessions=bool(work.find(Session, group=group)))
            rows: list[Record] = [*work.find(Membership, group=group), found]
            return self._remove(work, Thing.GROUP, None, rows)

    def membership(self, membership: str) -> Removal:
        """Remove a membership that was typed by mistake.

        Raises:
            RuleBrokenError: See ``check_membership_removal``.
        """
        with self.desk.writing(Action.EDIT_SCHEDULE) as work:
            found = work.get(Membership, membership)
            days = _recorded_days(work, found.person, lambda one: one.group == found.group)
            check_membership_removal(attended=any(holds_on(found, day) for day in days))
            return self._remove(work, Thing.MEMBERSHIP, found.person, [found])

    def guest(self, session: SessionId, person: PersonId) -> Removal:
        """Take back that somebody was added to a session as a guest, or left out of it.

        Raises:
            RuleBrokenError: ``not-on-roster`` or ``already-recorded``.
        """
        with self.desk.writing(Action.EDIT_SCHEDULE) as work:
            found = next(iter(work.find(Guest, session=session, person=person)), None)
            if found is None:
                raise RuleBrokenError("not-on-roster")
            if work.find(Attendance, session=session, person=person):
                raise RuleBrokenError("already-recorded")
            return self._remove(work, Thing.GUEST, person, [found])

    def status(self, stay: str) -> Removal:
        """Remove a legal status; the one that it ended goes on.

        Raises:
            RuleBrokenError: See ``check_stay_removal``.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            found = work.get(StatusStay, stay)
            stays = work.find(StatusStay, person=found.person)
            check_stay_removal(stays)
            removal = self._remove(work, Thing.STATUS, found.person, [found])
            join_up(work, StatusStay, found, stays)
            return removal

    def entry(self, thing: Thing, key: str) -> Removal:
        """Remove a number, tie, contact, consent or risk flag that was typed by mistake."""
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            found = work.get(ENTRIES[thing], key)
            return self._remove(work, thing, found.person, [found])

    def regime(self, stay: str) -> Removal:
        """Remove a regime; the one that it ended goes on."""
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            found = work.get(RegimeStay, stay)
            stays = work.find(RegimeStay, person=found.person)
            removal = self._remove(work, Thing.REGIME, found.person, [found])
            join_up(work, RegimeStay, found, stays)
            return removal

    def housing(self, stay: str) -> Removal:
        """Remove where somebody lived; where they lived before goes on."""
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            found = work.get(HousingStay, stay)
            stays = work.find(HousingStay, person=found.person)
            removal = self._remove(work, Thing.HOUSING, found.person, [found])
            join_up(work, HousingStay, found, stays)
            return removal

    def phase(self, stay: str) -> Removal:
        """Remove a phase; the one that it ended goes on.

        Raises:
            RuleBrokenError: See ``check_stay_removal``.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            found = work.get(PhaseStay, stay)
            stays = work.find(PhaseStay, episode=found.episode)
            check_stay_removal(stays)
            person = work.get(Episode, found.episode).person
            decided = work.find(PhaseDecision, stay=stay)
            removal = self._remove(work, Thing.PHASE, person, [*decided, found])
            join_up(work, PhaseStay, found, stays)
            return removal

    def episode(self, episode: EpisodeId) -> Removal:
        """Remove a stay in a programme with its phases; the participation goes with its only one.

        Raises:
            RuleBrokenError: See ``check_episode_removal``.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            found = work.get(Episode, episode)
            here = found.programme
            days = _recorded_days(work, found.person, lambda one: one.programme == here)
            member = any(
                work.get(Group, one.group).programme == here and holds_on(found, one.from_date)
                for one in work.find(Membership, person=found.person)
            )
            check_episode_removal(attended=any(holds_on(found, day) for day in days), member=member)
            phases = work.find(PhaseStay, episode=episode)
            rows: list[Record] = [
                *(row for one in phases for row in work.find(PhaseDecision, stay=one.id)),
                *(row for kind in _IN_STAY for row in work.find(kind, episode=episode)),
                *phases,
                found,
            ]
            if len(work.find(Episode, participation=found.participation)) == 1:
                rows.append(work.get(Participation, found.participation))
            removal = self._remove(work, Thing.EPISODE, found.person, rows, row=episode)
            settle(work, found.participation)
            return removal

    def person(self, person: PersonId) -> Removal:
        """Remove a file that was opened by mistake, with everything planned for it.

        Raises:
            RuleBrokenError: See ``check_person_removal``.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            found = work.get(Person, person)
            if person in (merged := work.merged()) or person in merged.values():
                raise RuleBrokenError("remove-person-merged")
            sessions = work.find(Session, person=person)
            notes = work.find(Note, person=person)
            check_person_removal(
                recorded=bool(work.find(Attendance, person=person)),
                signed=any(_signed(work, note) for note in notes),
                printed=any(work.find(Print, session=one.id) for one in sessions),
            )
            episodes = work.find(Episode, person=person)
            own = {one.id for one in sessions}
            rows: list[Record] = [
                *(row for one in sessions for row in _session_rows(work, one)),
                *_last_first(note for note in notes if note.session not in own),
                *(one for one in work.find(Guest, person=person) if one.session not in own),
                *work.find(Membership, person=person),
                *(row for kind in _PLANNED for row in work.find(kind, person=person)),
                *(row for one in episodes for row in work.find(PhaseStay, episode=one.id)),
                *episodes,
                *work.find(Participation, person=person),
                *work.find(StatusStay, person=person),
                *work.find(KeyWorker, person=person),
                *work.find(Apart, person=person),
                *work.find(Apart, other=person),
                *(row for kind in ENTRIES.values() for row in work.find(kind, person=person)),
                *work.find(Tie, other=person),
                *work.find(RegimeStay, person=person),
                *work.find(HousingStay, person=person),
                *reversed(work.find(Series, person=person)),
                found,
            ]
            return self._remove(work, Thing.PERSON, person, rows)

    def apart(self, key: str) -> Removal:
        """Remove what two people were kept apart by."""
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            found = work.get(Apart, key)
            return self._remove(work, Thing.APART, found.person, [found])

    def goal(self, goal: str) -> Removal:
        """Remove a goal that nothing was said of yet, with its steps.

        Raises:
            RuleBrokenError: ``plan-closed`` or ``remove-goal-rated``.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            found = work.get(Goal, goal)
            check_open(work.get(Plan, found.plan))
            check_goal_removal(
                rated=bool(work.find(GoalRating, root=found.root)), carried=found.root != found.id
            )
            rows: list[Record] = [*work.find(GoalStep, goal=goal), found]
            return self._remove(work, Thing.GOAL, found.person, rows)

    def step(self, step: str) -> Removal:
        """Remove a step towards a goal.

        Raises:
            RuleBrokenError: ``plan-closed``.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            found = work.get(GoalStep, step)
            check_open(work.get(Plan, work.get(Goal, found.goal).plan))
            return self._remove(work, Thing.STEP, found.person, [found])

    def body(self, body: str) -> Removal:
        """Remove a body from a plan for release.

        Raises:
            RuleBrokenError: ``release-closed``.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            found = work.get(ReleaseBody, body)
            check_still_open(work.get(ReleasePlan, found.plan))
            return self._remove(work, Thing.BODY, found.person, [found])

    def role(self, role: str) -> Removal:
        """Remove a role in the community that was typed by mistake."""
        with self.desk.writing(Action.WRITE_NOTES) as work:
            found = work.get(RoleStay, role)
            return self._remove(work, Thing.ROLE, found.person, [found])

    def drug(self, drug: str) -> Removal:
        """Remove a substance from an intake."""
        with self.desk.writing(Action.WRITE_NOTES) as work:
            found = work.get(DrugUse, drug)
            return self._remove(work, Thing.DRUG, found.person, [found])

    def event(self, event: str) -> Removal:
        """Remove an event of the community that was typed by mistake."""
        with self.desk.writing(Action.WRITE_NOTES) as work:
            found = work.get(CommunityEvent, event)
            return self._remove(work, Thing.EVENT, found.person, [found])

    def note(self, note: NoteId) -> Removal:
        """Remove an own note or addendum that is not signed.

        Raises:
            RuleBrokenError: See ``check_note_removal``.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            found = work.get(Note, note)
            check_note_removal(found, self.desk.actor.account, signed=_signed(work, found))
            return self._remove(work, Thing.NOTE, found.person, [found])

    def _remove(
        self,
        work: Work,
        thing: Thing,
        person: PersonId | None,
        rows: Sequence[Record],
        *,
        row: str | None = None,
    ) -> Removal:
        removal = Removal(
            id=self.desk.ids.new(),
            thing=thing,
            row=row or rows[-1].id,
            person=person,
            at=self.desk.moment(),
            account=self.desk.actor.account,
            until=last_day(self.desk.clock.today()),
        )
        work.remove(removal, rows)
        return removal


def _session_rows(work: Work, session: Session) -> Sequence[Record]:
    """Check that a session may go, and list what goes with it, dependants first."""
    notes = work.notes(session.id)
    check_session_removal(
        recorded=bool(work.attendance(session.id) or work.find(HeadCount, session=session.id)),
        signed=any(signature is not None for _note, signature in notes),
        printed=bool(work.find(Print, session=session.id)),
    )
    return [
        *_last_first(note for note, _signature in notes),
        *work.find(Guest, session=session.id),
        *work.find(Draft, entity=session.id),
        session,
    ]


def _last_first(notes: Iterable[Note]) -> Sequence[Note]:
    return sorted(notes, key=lambda one: one.id, reverse=True)  # an addendum before its note


def _signed(facts: Reading, note: Note) -> bool:
    return bool(facts.find(NoteSignature, id=note.id))


def _recorded_days(
    facts: Reading, person: PersonId, wanted: Callable[[Session], bool]
) -> Sequence[date]:
    """List the days on which something is recorded of a person in certain sessions."""
    sessions = {one.session for one in facts.find(Attendance, person=person)}
    found = (facts.get(Session, key) for key in sessions)
    return [one.day for one in found if wanted(one)]
