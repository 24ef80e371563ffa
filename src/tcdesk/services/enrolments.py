"""Entering and leaving programmes, and the phases between."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tcdesk.domain.community import (
    DecidedBy,
    Direction,
    ExitDecision,
    PhaseDecision,
    RoleStay,
    Suspension,
    WaitingStatus,
    WaitingStay,
    check_decision,
    check_texts,
)
from tcdesk.domain.dated import check_no_overlap, check_period, holds_on
from tcdesk.domain.enrolments import (
    Episode,
    ExitCode,
    Participation,
    PhaseStay,
    check_entry,
    check_exit,
)
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import EpisodeId, ParticipationId, PersonId, PhaseId, ProgrammeId
from tcdesk.domain.people import Person
from tcdesk.domain.programmes import Operation, Phase, Programme
from tcdesk.domain.release import ReleasePlan
from tcdesk.domain.sessions import Group, Membership
from tcdesk.domain.staff import Action
from tcdesk.services.community import put_waiting
from tcdesk.services.desk import Desk
from tcdesk.services.store import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeFile:
    """One stay in a programme, with its phases in order."""

    episode: Episode
    programme: Programme
    phases: Sequence[tuple[PhaseStay, Phase]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What a team decided on a change of phase; criteria in the words in which they were shown."""

    team: str = field(repr=False)
    reason: str = field(default="", repr=False)
    met: Sequence[str] = ()
    unmet: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """How somebody leaves; ``without_release`` is wanted where there is no plan for release."""

    decided_by: DecidedBy
    remark: str = field(default="", repr=False)
    without_release: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Enrolments:
    """Who takes part in what, and since when."""

    desk: Desk

    def of(self, person: PersonId) -> Sequence[EpisodeFile]:
        """List a person's stays, newest first."""
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            episodes = sorted(
                facts.find(Episode, person=person), key=lambda one: one.from_date, reverse=True
            )
            return [
                EpisodeFile(
                    episode=episode,
                    programme=facts.get(Programme, episode.programme),
                    phases=[
                        (stay, facts.get(Phase, stay.phase))
                        for stay in sorted(
                            facts.find(PhaseStay, episode=episode.id),
                            key=lambda one: one.from_date,
                        )
                    ],
                )
                for episode in episodes
            ]

    def enter(self, person_id: PersonId, programme_id: ProgrammeId, day: date) -> Episode:
        """Enter a person into a programme; a re-entry is a new episode of the same participation.

        Raises:
            RuleBrokenError: See ``check_entry``.
        """
        new = self.desk.ids.new
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            person = work.get(Person, person_id)
            programme = work.get(Programme, programme_id)
            operation = work.get(Operation, programme.operation)
            earlier = work.find(Episode, person=person_id, programme=programme_id)
            participation = _participation(work, person_id, operation, day, ParticipationId(new()))
            episode = Episode(
                id=EpisodeId(new()),
                person=person_id,
                participation=participation,
                programme=programme_id,
                from_date=day,
                to_date=None,
                exit_code=None,
            )
            check_entry(person, operation, episode, earlier)
            work.add(episode)
            _end_waiting(work, episode, new())
            phases = sorted(work.find(Phase, programme=programme_id), key=lambda one: one.number)
            if phases:
                work.add(
                    PhaseStay(
                        id=new(),
                        episode=episode.id,
                        phase=phases[0].id,
                        from_date=day,
                        to_date=None,
                    )
                )
        return episode

    def move(
        self,
        episode_id: EpisodeId,
        phase: PhaseId,
        day: date,
        decision: Decided | None = None,
    ) -> None:
        """Move to another phase, forward or back.

        Args:
            episode_id: The stay in the programme.
            phase: The new phase.
            day: Its first day.
            decision: Of the team; its criteria are those of the programme.

        Raises:
            RuleBrokenError: ``already-left``, ``same-phase``, ``end-before-start``, ``overlap``,
                or see ``check_decision``.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            episode = work.get(Episode, episode_id)
            if episode.to_date is not None:
                raise RuleBrokenError("already-left")
            stays = work.find(PhaseStay, episode=episode_id)
            current = next((stay for stay in stays if stay.to_date is None), None)
            others = [stay for stay in stays if stay is not current]
            if current is not None:
                if current.phase == phase:
                    raise RuleBrokenError("same-phase")
                ended = replace(current, to_date=day)
                check_period(ended.from_date, ended.to_date)
                work.change(ended, expected=work.version(PhaseStay, current.id))
            new = PhaseStay(
                id=self.desk.ids.new(),
                episode=episode_id,
                phase=phase,
                from_date=day,
                to_date=None,
            )
            check_no_overlap(new, others)
            work.add(new)
            if decision is not None:
                number = work.get(Phase, phase).number
                before = work.get(Phase, current.phase).number if current else number
                decided = PhaseDecision(
                    id=self.desk.ids.new(),
                    stay=new.id,
                    person=episode.person,
                    direction=Direction.BACK if number < before else Direction.FORWARD,
                    team=decision.team.strip(),
                    reason=decision.reason.strip(),
                    met="\n".join(decision.met),
                    unmet="\n".join(decision.unmet),
                )
                check_decision(decided)
                work.add(decided)

    def leave(
        self,
        episode_id: EpisodeId,
        day: date,
        reason: ExitCode,
        how: Leaving | None = None,
    ) -> None:
        """Leave a programme; ``day`` is the last day in it. Phases and memberships end too.

        Args:
            episode_id: The stay in the programme.
            day: The last day in it.
            reason: The coded reason.
            how: Who decided, and why there is no plan for release.

        Raises:
            RuleBrokenError: ``already-left``, ``end-before-start`` or ``exit-without-release``.
        """
        out = date.fromordinal(day.toordinal() + 1)
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            episode = work.get(Episode, episode_id)
            check_exit(episode, day)
            stays = work.find(PhaseStay, episode=episode_id)
            if how is not None:
                self._keep_exit(work, episode, stays, how)
            work.change(
                replace(episode, to_date=out, exit_code=reason),
                expected=work.version(Episode, episode_id),
            )
            for stay in stays:
                if stay.to_date is None:
                    # A phase begun after the last day never took place; it ends as it began.
                    end = max(out, date.fromordinal(stay.from_date.toordinal() + 1))
                    work.change(
                        replace(stay, to_date=end), expected=work.version(PhaseStay, stay.id)
                    )
            _end_open(work, episode, out)
            _end_memberships(work, episode, out)
            _close_participation(work, episode, out)

    def _keep_exit(
        self, work: Work, episode: Episode, stays: Sequence[PhaseStay], how: Leaving
    ) -> None:
        """Keep how somebody left, with the phase reached."""
        if not work.find(ReleasePlan, person=episode.person) and not how.without_release.strip():
            raise RuleBrokenError("exit-without-release")
        check_texts(how.remark, how.without_release)
        last = max(stays, key=lambda one: one.from_date, default=None)
        work.add(
            ExitDecision(
                id=self.desk.ids.new(),
                episode=episode.id,
                person=episode.person,
                phase=last.phase if last else None,
                decided_by=how.decided_by,
                remark=how.remark.strip(),
                without_release=how.without_release.strip(),
            )
        )


_DAY = timedelta(days=1)


def _end_waiting(work: Work, episode: Episode, key: str) -> None:
    """Say of who was waiting for the programme that they have entered."""
    known = work.find(WaitingStay, person=episode.person, programme=episode.programme, to_date=None)
    if known and not known[0].status.over and known[0].from_date < episode.from_date:
        put_waiting(
            work,
            replace(
                known[0],
                id=key,
                status=WaitingStatus.ENTERED,
                from_date=episode.from_date,
                reason="",
            ),
        )


def _end_open(work: Work, episode: Episode, out: date) -> None:
    """End roles and pauses of a stay that has ended."""
    for role in work.find(RoleStay, episode=episode.id, to_date=None):
        end = max(out, role.from_date + _DAY)
        work.change(replace(role, to_date=end), expected=work.version(RoleStay, role.id))
    for pause in work.find(Suspension, episode=episode.id, to_date=None):
        end = max(out, pause.from_date + _DAY)
        work.change(replace(pause, to_date=end), expected=work.version(Suspension, pause.id))


def _participation(
    work: Work, person: PersonId, operation: Operation, day: date, key: ParticipationId
) -> ParticipationId:
    """Find or begin the participation; a re-entry opens it again and keeps the first entry."""
    known = work.find(Participation, person=person, operation=operation.id)
    if not known:
        work.add(
            Participation(
                id=key, person=person, operation=operation.id, from_date=day, to_date=None
            )
        )
        return key
    old = known[0]
    work.change(
        replace(old, from_date=min(old.from_date, day), to_date=None),
        expected=work.version(Participation, old.id),
    )
    return old.id


def _end_memberships(work: Work, episode: Episode, out: date) -> None:
    """End memberships in groups of the programme that the person has left."""
    for member in work.find(Membership, person=episode.person):
        if not (holds_on(member, out) or member.from_date > out):
            continue
        if work.get(Group, member.group).programme == episode.programme and member.from_date < out:
            work.change(replace(member, to_date=out), expected=work.version(Membership, member.id))


def _close_participation(work: Work, episode: Episode, out: date) -> None:
    """Close the participation when no episode of it is open any more."""
    episodes = work.find(Episode, participation=episode.participation)
    if any(one.to_date is None for one in episodes):
        return
    old = work.get(Participation, episode.participation)
    last = max((one.to_date for one in episodes if one.to_date), default=out)
    work.change(replace(old, to_date=last), expected=work.version(Participation, old.id))
