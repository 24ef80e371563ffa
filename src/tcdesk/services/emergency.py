"""Opening a file beyond one's own caseload in an emergency: with a reason, for an hour, on record.

    look_for ─ open (reason) ─> open ─ end, an hour, a jump of the clock ─> ended ─ review ─> done

While it is open every line of the audit log about that person and account bears its id
(``detail.emergency``), so that the review tells what was looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from math import ceil

from tcdesk.domain.caseload import EMERGENCY_TIME, EmergencyAccess, check_reason
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.folding import fold
from tcdesk.domain.ids import PersonId
from tcdesk.domain.staff import Account, Action, Scope, Staff
from tcdesk.services.audit_lines import AuditLine, AuditQuestion
from tcdesk.services.desk import Desk
from tcdesk.services.store import Reading, Work

MOST_LOOKS = 500
_FORM = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beyond:
    """Somebody who is not in the account's care, found by code or whole name."""

    person: PersonId
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFile:
    """A file that is open in an emergency, and for how long still."""

    id: str
    person: PersonId
    code: str
    minutes_left: int


@dataclass(frozen=True, slots=True)
class Emergency:
    """For accounts of scope ``own``: a file that is not in their care."""

    desk: Desk

    def look_for(self, typed: str) -> Sequence[Beyond]:
        """Find people beyond the caseload by their exact code or whole name, and nobody else."""
        words = typed.split()
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            if self.desk.actor.scope is not Scope.OWN:
                return ()
            coded = facts.coded(typed.strip().upper())
            turned = " ".join([*words[1:], *words[:1]])
            named = [one for name in (typed, turned) for one in facts.named(fold(name.strip()))]
            found = dict.fromkeys([*([coded] if coded else []), *named])
            return [
                Beyond(person=one, code=facts.person_code(one))
                for one in found
                if not facts.sees(one)
            ]

    def open_found(self, typed: str, reason: str) -> OpenFile:
        """Open the file of whoever is found by an exact code or whole name.

        Raises:
            RuleBrokenError: ``emergency-nobody``, ``emergency-many``; see ``open``.
        """
        found = self.look_for(typed)
        if not found:
            raise RuleBrokenError("emergency-nobody")
        if len(found) > 1:
            raise RuleBrokenError("emergency-many", codes=", ".join(one.code for one in found))
        return self.open(found[0].person, reason)

    def open(self, person: PersonId, reason: str) -> OpenFile:
        """Open a file for an hour.

        Raises:
            RuleBrokenError: ``emergency-reason`` or ``emergency-not-needed``.
        """
        with self.desk.writing(Action.SEE_PEOPLE) as work:
            told = check_reason(reason)
            if self.desk.actor.scope is not Scope.OWN or work.sees(person):
                raise RuleBrokenError("emergency-not-needed")
            access = EmergencyAccess(
                id=self.desk.ids.new(),
                account=self.desk.actor.account,
                person=person,
                reason=told,
                opened_at=self.desk.moment(),
                until=(self.desk.clock.now() + EMERGENCY_TIME).strftime(_FORM),
            )
            work.add(access)
            work.audit("emergency.open", entity="emergency_access", key=access.id, person=person)
            return self._open_file(access, work)

    def open_now(self) -> Sequence[OpenFile]:
        """List the files that are open at this desk in an emergency."""
        now = self.desk.moment()
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            mine = facts.find(EmergencyAccess, account=self.desk.actor.account, ended_at=None)
            return [self._open_file(one, facts) for one in mine if one.until > now]

    def end(self, key: str) -> None:
        """Close the file before its time.

        Raises:
            RuleBrokenError: ``emergency-ended``, or it is another account's.
        """
        with self.desk.writing(Action.SEE_PEOPLE) as work:
            access = work.get(EmergencyAccess, key)
            if access.account != self.desk.actor.account or access.ended_at is not None:
                raise RuleBrokenError("emergency-ended")
            _end(work, access, min(self.desk.moment(), access.until))

    def settle(self) -> None:
        """Put on record that the time of files is over."""
        with self.desk.writing(Action.SEE_PEOPLE) as work:
            settle_emergencies(work, self.desk.moment())

    def _open_file(self, access: EmergencyAccess, facts: Reading) -> OpenFile:
        left = _moment(access.until) - self.desk.clock.now()
        return OpenFile(
            id=access.id,
            person=access.person,
            code=facts.person_code(access.person),
            minutes_left=max(1, ceil(left.total_seconds() / 60)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyLine:
    """An emergency as its review shows it: whose, and the person by code only."""

    access: EmergencyAccess
    login: str
    worker: str = field(repr=False)
    code: str
    reviewer: str = field(repr=False)

    @property
    def opened(self) -> datetime:
        """When it was opened."""
        return _moment(self.access.opened_at)


@dataclass(frozen=True, slots=True)
class EmergencyReview:
    """For the head, who looks at every emergency afterwards, and for the auditor, who reads."""

    desk: Desk

    def waiting(self) -> int:
        """Count those that nobody has reviewed."""
        with self.desk.reading(Action.SEE_EMERGENCIES) as facts:
            return len(facts.find(EmergencyAccess, reviewed_at=None))

    def all(self) -> Sequence[EmergencyLine]:
        """List them, newest first."""
        with self.desk.reading(Action.SEE_EMERGENCIES) as facts:
            logins = {one.id: one.login for one in facts.find(Account)}
            names = {one.account: one.short_name for one in facts.find(Staff) if one.account}
            return [
                EmergencyLine(
                    access=one,
                    login=logins.get(one.account, ""),
                    worker=names.get(one.account, ""),
                    code=facts.person_code(one.person),
                    reviewer=names.get(one.reviewed_by, "") if one.reviewed_by else "",
                )
                for one in reversed(facts.find(EmergencyAccess))
            ]

    def looks(self, key: str) -> Sequence[AuditLine]:
        """List what was looked at and done in one, in order."""
        with self.desk.reading(Action.SEE_EMERGENCIES) as facts:
            access = facts.get(EmergencyAccess, key)
            question = AuditQuestion(
                person=access.person, account=access.account, since=access.opened_at
            )
            lines = facts.audit_page(question, limit=MOST_LOOKS, before=None)
            return [one for one in reversed(lines) if one.detail.get("emergency") == key]

    def review(self, key: str, remark: str) -> None:
        """Put on record that one was reviewed, and what was found.

        Raises:
            RuleBrokenError: ``emergency-open``, ``emergency-reviewed``, ``emergency-own`` or
                ``emergency-remark`` (nothing is written).
        """
        with self.desk.writing(Action.REVIEW_EMERGENCIES) as work:
            settle_emergencies(work, self.desk.moment())
            access = work.get(EmergencyAccess, key)
            if not remark.strip():
                raise RuleBrokenError("emergency-remark")
            if access.ended_at is None:
                raise RuleBrokenError("emergency-open")
            if access.reviewed_at is not None:
                raise RuleBrokenError("emergency-reviewed")
            if access.account == self.desk.actor.account:
                raise RuleBrokenError("emergency-own")
            reviewed = replace(
                access,
                reviewed_by=self.desk.actor.account,
                reviewed_at=self.desk.moment(),
                remark=remark.strip(),
            )
            work.change(reviewed, expected=work.version(EmergencyAccess, key))
            work.audit("emergency.review", entity="emergency_access", key=key, person=access.person)


def settle_emergencies(work: Work, now: str) -> None:
    """Put on record the end of every emergency whose time is over."""
    for one in work.find(EmergencyAccess, ended_at=None):
        if one.until <= now:
            _end(work, one, one.until)


def end_emergencies(work: Work, at: str) -> None:
    """End every emergency that is open."""
    for one in work.find(EmergencyAccess, ended_at=None):
        _end(work, one, max(one.opened_at, min(at, one.until)))


def _end(work: Work, access: EmergencyAccess, at: str) -> None:
    ended = replace(access, ended_at=at)
    work.change(ended, expected=work.version(EmergencyAccess, access.id))
    work.audit("emergency.end", entity="emergency_access", key=access.id, person=access.person)


def _moment(stored: str) -> datetime:
    return datetime.strptime(stored, _FORM).replace(tzinfo=UTC)
