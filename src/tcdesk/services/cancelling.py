"""When a session does not take place as planned: cancelled, made up for, led by somebody else."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import SessionId, StaffId
from tcdesk.domain.sessions import CancelReason, Session, SessionState, check_session
from tcdesk.domain.staff import Action, Staff
from tcdesk.services.clashes import check_insisted, find_clashes, put_on_record
from tcdesk.services.desk import Desk
from tcdesk.services.store import Reading, Work


@dataclass(frozen=True, slots=True)
class Cancelling:
    """What happens to planned sessions."""

    desk: Desk

    def many(self, sessions: Sequence[SessionId], reason: CancelReason | None) -> int:
        """Cancel sessions with one reason, or un-cancel them with None.

        What is recorded, and what is so already, is left alone.

        Returns:
            How many were changed.

        Raises:
            RuleBrokenError: ``session-made-up``: another takes the place of one of them.
        """
        changed = 0
        with self.desk.writing(Action.EDIT_SCHEDULE) as work:
            for key in sessions:
                session = work.get(Session, key)
                same = (session.state is SessionState.CANCELLED) is (reason is not None)
                if session.state is not SessionState.HELD and not same:
                    cancel(work, session, reason)
                    changed += 1
        return changed

    def make_up(
        self, missed: SessionId, day: date, start: int, *, room: str, reason: str = ""
    ) -> Session:
        """Plan a session in place of a cancelled one; the two count once.

        Args:
            missed: The cancelled session.
            day: When it is made up for.
            start: Minutes after midnight.
            room: Where.
            reason: Why it is planned so in spite of clashes.

        Raises:
            RuleBrokenError: ``make-up-not-cancelled``, ``session-made-up``, ``clash-reason``, or
                the day or time is impossible.
        """
        with self.desk.writing(Action.EDIT_SCHEDULE) as work:
            old = work.get(Session, missed)
            if old.state is not SessionState.CANCELLED:
                raise RuleBrokenError("make-up-not-cancelled")
            _check_not_made_up(work, missed)
            new = replace(
                old,
                id=SessionId(self.desk.ids.new()),
                day=day,
                start=start,
                room=room.strip(),
                state=SessionState.PLANNED,
                cancel_reason=None,
                code=self.desk.ids.free_code(work.session_by_code),
                slot_day=None,
                makes_up=missed,
                clash_reason="",
            )
            check_session(new)
            clashes = find_clashes(work, [new])
            new = replace(new, clash_reason=check_insisted(clashes, reason))
            work.add(new)
            put_on_record(work, clashes)
        return new

    def stand_in(self, key: SessionId, leader: StaffId | None, *, reason: str = "") -> None:
        """Let somebody lead in place of the leader; None gives the session back to them.

        Raises:
            RuleBrokenError: ``session-recorded``, ``stand-in-same`` or ``clash-reason``.
        """
        with self.desk.writing(Action.EDIT_SCHEDULE) as work:
            session = work.get(Session, key)
            if session.state is SessionState.HELD:
                raise RuleBrokenError("session-recorded")
            regular = session.stands_in_for or session.leader
            if leader is None or leader == regular:
                if session.stands_in_for is None:
                    raise RuleBrokenError("stand-in-same")
                changed = replace(session, leader=regular, stands_in_for=None)
            else:
                work.get(Staff, leader)
                if leader == session.co_leader:
                    raise RuleBrokenError("stand-in-same")
                changed = replace(session, leader=leader, stands_in_for=regular)
            clashes = [one for one in find_clashes(work, [changed]) if one.shared.value == "leader"]
            if clashes:
                changed = replace(changed, clash_reason=check_insisted(clashes, reason))
            work.change(changed, expected=work.version(Session, key))
            put_on_record(work, clashes)


def cancel(
    work: Work, session: Session, reason: CancelReason | None, *, expected: int | None = None
) -> None:
    """Cancel a session with a reason, or un-cancel it with None.

    Raises:
        RuleBrokenError: ``session-recorded`` or ``session-made-up``.
        StaleRowError: Its row version is not the expected one.
    """
    if session.state is SessionState.HELD:
        raise RuleBrokenError("session-recorded")
    if reason is None:
        _check_not_made_up(work, session.id)
    state = SessionState.PLANNED if reason is None else SessionState.CANCELLED
    work.change(
        replace(session, state=state, cancel_reason=reason),
        expected=work.version(Session, session.id) if expected is None else expected,
    )


def _check_not_made_up(facts: Reading, session: SessionId) -> None:
    """Refuse bringing back, or making up for once more, what another session stands for."""
    others = facts.find(Session, makes_up=session)
    if any(one.state is not SessionState.CANCELLED for one in others):
        raise RuleBrokenError("session-made-up")
