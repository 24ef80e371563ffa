"""Life in the community: waiting, pauses, roles, what is said and agreed, days in each phase."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tcdesk.domain.community import (
    CommunityEvent,
    ExitDecision,
    PauseReason,
    PhaseDecision,
    RoleStay,
    Suspension,
    WaitingStatus,
    WaitingStay,
    check_event,
    check_inside,
    check_texts,
    days_in_phases,
    returns,
)
from tcdesk.domain.dated import check_no_overlap, check_period
from tcdesk.domain.enrolments import Episode, PhaseStay
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import EpisodeId, PersonId, PhaseId, ProgrammeId
from tcdesk.domain.people import Person
from tcdesk.domain.plans import GoalArea
from tcdesk.domain.programmes import Phase, Programme
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.plan_rules import plan_rules
from tcdesk.services.store import Reading, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class StayCommunity:
    """One stay: its roles, pauses and events with their row versions, and days in each phase."""

    episode: Episode
    programme: Programme
    roles_offered: Sequence[GoalArea]
    roles: Sequence[RoleStay]
    pauses: Sequence[Suspension]
    events: Sequence[tuple[CommunityEvent, int]]
    decisions: Sequence[tuple[PhaseDecision, Phase, date]]  # with the phase and its first day
    days: Sequence[tuple[Phase, int]]
    returns: int
    ended: ExitDecision | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityFile:
    """Everything of one person; stays that go on come first."""

    stays: Sequence[StayCommunity]
    waiting: Sequence[tuple[WaitingStay, Programme]]


@dataclass(frozen=True, slots=True)
class Community:
    """What happens in and around a community; ``resources`` holds the programmes."""

    desk: Desk
    resources: Path

    def of(self, person: PersonId, *, day: date) -> CommunityFile:
        """Give a person's life in communities as of a day."""
        with self.desk.reading(Action.SEE_NOTES) as facts:
            facts.get(Person, person)
            stays = sorted(
                (one for one in facts.find(Episode, person=person) if one.from_date <= day),
                key=lambda one: (one.to_date is None, one.from_date),
                reverse=True,
            )
            waiting = sorted(
                (one for one in facts.find(WaitingStay, person=person) if one.from_date <= day),
                key=lambda one: (one.from_date, one.id),
                reverse=True,
            )
            return CommunityFile(
                stays=[self._stay(facts, one, day) for one in stays],
                waiting=[(one, facts.get(Programme, one.programme)) for one in waiting],
            )

    def set_waiting(
        self,
        person: PersonId,
        programme: ProgrammeId,
        status: WaitingStatus,
        since: date,
        *,
        why: str = "",
    ) -> WaitingStay:
        """Say where somebody stands before entry; the status before ends on that day.

        Raises:
            RuleBrokenError: ``begins-in-future``, ``waiting-unchanged``, ``end-before-start``,
                ``overlap`` or ``community-text-too-long``.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            work.get(Person, person)
            if since > self.desk.clock.today():
                raise RuleBrokenError("begins-in-future")
            check_texts(why)
            new = WaitingStay(
                id=self.desk.ids.new(),
                person=person,
                programme=programme,
                status=status,
                from_date=since,
                to_date=None,
                reason=why.strip(),
            )
            put_waiting(work, new)
            return new

    def suspend(
        self, episode: EpisodeId, why: PauseReason, since: date, *, note: str = ""
    ) -> Suspension:
        """Let a stay rest from a day on.

        Raises:
            RuleBrokenError: ``already-left``, ``overlap`` or see ``check_inside``.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            stay = _open_stay(work, episode)
            new = Suspension(
                id=self.desk.ids.new(),
                episode=episode,
                person=stay.person,
                reason=why,
                note=note.strip(),
                from_date=since,
                to_date=None,
            )
            check_texts(new.note)
            check_inside(new, stay, self.desk.clock.today())
            check_no_overlap(new, work.find(Suspension, episode=episode))
            work.add(new)
            return new

    def resume(self, pause: str, day: date) -> None:
        """End a pause; ``day`` is the first day back.

        Raises:
            RuleBrokenError: ``end-before-start`` or ``already-resumed``.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            old = work.get(Suspension, pause)
            if old.to_date is not None:
                raise RuleBrokenError("already-resumed")
            check_period(old.from_date, day)
            work.change(replace(old, to_date=day), expected=work.version(Suspension, pause))

    def give_role(
        self, episode: EpisodeId, role: str, since: date, *, sector: str = ""
    ) -> RoleStay:
        """Give a role from a day on; several may be held at once, the same only once.

        Raises:
            RuleBrokenError: ``role-unknown``, ``already-left``, ``overlap`` or see
                ``check_inside``.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            stay = _open_stay(work, episode)
            known = self._roles(work, stay)
            named = next((one for one in known if one.code == role), None)
            if named is None:
                raise RuleBrokenError("role-unknown")
            new = RoleStay(
                id=self.desk.ids.new(),
                episode=episode,
                person=stay.person,
                role=role,
                role_sl=named.name_sl,
                role_en=named.name_en,
                sector=sector.strip(),
                reason="",
                from_date=since,
                to_date=None,
            )
            check_texts(new.sector)
            check_inside(new, stay, self.desk.clock.today())
            check_no_overlap(new, work.find(RoleStay, episode=episode, role=role))
            work.add(new)
            return new

    def end_role(self, role: str, day: date, *, why: str = "") -> None:
        """End a role; ``day`` is the first day without it.

        Raises:
            RuleBrokenError: ``role-ended`` or ``end-before-start``.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            old = work.get(RoleStay, role)
            if old.to_date is not None:
                raise RuleBrokenError("role-ended")
            check_period(old.from_date, day)
            check_texts(why)
            ended = replace(old, to_date=day, reason=why.strip())
            work.change(ended, expected=work.version(RoleStay, role))

    def keep_event(self, event: CommunityEvent, *, expected: int | None) -> None:
        """Add an event, or change one (``expected`` is its row version).

        Raises:
            RuleBrokenError: See ``check_event``.
            StaleRowError: Somebody else changed it meanwhile.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            stay = work.get(Episode, event.episode)
            kept = replace(
                event,
                id=event.id or self.desk.ids.new(),
                person=stay.person,
                text=event.text.strip(),
            )
            check_event(kept, stay, self.desk.clock.today())
            if expected is None:
                work.add(kept)
            else:
                work.change(kept, expected=expected)

    def _roles(self, facts: Reading, stay: Episode) -> Sequence[GoalArea]:
        code = facts.get(Programme, stay.programme).code
        known = plan_rules(self.resources / "programmes").get(code)
        return known.roles if known else ()

    def _stay(self, facts: Reading, stay: Episode, day: date) -> StayCommunity:
        phases = [one for one in facts.find(PhaseStay, episode=stay.id) if one.from_date <= day]
        pauses = facts.find(Suspension, episode=stay.id)
        of = {one.id: one for one in facts.find(Phase, programme=stay.programme)}
        until = min(day, date.fromordinal(stay.to_date.toordinal() - 1)) if stay.to_date else day
        days = days_in_phases(phases, pauses, until)
        numbers: Mapping[PhaseId, int] = {key: one.number for key, one in of.items()}
        events = sorted(
            (one for one in facts.find(CommunityEvent, episode=stay.id) if one.day <= day),
            key=lambda one: (one.day, one.id),
            reverse=True,
        )
        decided = {one.stay: one for one in facts.find(PhaseDecision, person=stay.person)}
        ordered = sorted(phases, key=lambda one: one.from_date)
        return StayCommunity(
            episode=stay,
            programme=facts.get(Programme, stay.programme),
            roles_offered=self._roles(facts, stay),
            roles=_newest(facts.find(RoleStay, episode=stay.id), day),
            pauses=_newest_pauses(pauses, day),
            events=[(one, facts.version(CommunityEvent, one.id)) for one in events],
            decisions=[
                (decided[one.id], of[one.phase], one.from_date)
                for one in ordered
                if one.id in decided
            ],
            days=sorted(
                ((of[key], number) for key, number in days.items()), key=lambda one: one[0].number
            ),
            returns=returns(phases, numbers),
            ended=next(iter(facts.find(ExitDecision, episode=stay.id)), None),
        )


def put_waiting(work: Work, new: WaitingStay) -> None:
    """End the present status of the waiting and begin another.

    Raises:
        RuleBrokenError: ``waiting-unchanged``, ``end-before-start`` or ``overlap``.
    """
    stays = work.find(WaitingStay, person=new.person, programme=new.programme)
    current = next((one for one in stays if one.to_date is None), None)
    if current is not None:
        if current.status is new.status:
            raise RuleBrokenError("waiting-unchanged")
        ended = replace(current, to_date=new.from_date)
        check_period(ended.from_date, ended.to_date)
        work.change(ended, expected=work.version(WaitingStay, current.id))
    check_no_overlap(new, [one for one in stays if one is not current])
    work.add(new)


def _open_stay(facts: Reading, episode: EpisodeId) -> Episode:
    stay = facts.get(Episode, episode)
    if stay.to_date is not None:
        raise RuleBrokenError("already-left")
    return stay


def _newest(stays: Sequence[RoleStay], day: date) -> Sequence[RoleStay]:
    found = [one for one in stays if one.from_date <= day]
    return sorted(found, key=lambda one: (one.to_date is None, one.from_date), reverse=True)


def _newest_pauses(stays: Sequence[Suspension], day: date) -> Sequence[Suspension]:
    found = [one for one in stays if one.from_date <= day]
    return sorted(found, key=lambda one: one.from_date, reverse=True)
