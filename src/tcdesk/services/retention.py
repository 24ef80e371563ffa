"""Whose file is due, who proposed to erase it, and the second person who confirms (»Hramba«).

    DueLine ─ propose (A, passphrase) ─> ProposalLine ─ confirm (B, passphrase) ─> done
                                                      └ withdraw (either) ─> withdrawn

Proposing is for whoever may see what is due; confirming for the head or the administrator, and
never for the one who proposed. Whoever may not see people is told codes only. The confirmation and
the erasure are one: a rotation with omission (decisions.md 3), whose commit point is the key file.
Afterwards the backups of earlier days are made anew.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from tcdesk.domain.enrolments import Episode
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.folding import fold
from tcdesk.domain.ids import AccountId, PersonId, made_at
from tcdesk.domain.notes import Note, NoteSignature
from tcdesk.domain.people import Person
from tcdesk.domain.programmes import Operation, Programme
from tcdesk.domain.retention import (
    USUAL_YEARS,
    Due,
    Erasure,
    ErasureKind,
    RetentionClass,
    Stay,
    check_years,
    due,
)
from tcdesk.domain.sessions import Attendance, Session
from tcdesk.domain.staff import Account, Action, Staff
from tcdesk.services.backups import renewal_due, settle_renewal
from tcdesk.services.desk import Desk
from tcdesk.services.key_ring import Omission, Progress
from tcdesk.services.store import Reading, Store

_YEARS = "retention-{}"
_MILLISECONDS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """A file that is no longer needed; ``name`` is empty for whoever may not see people."""

    person: PersonId
    code: str
    name: str = field(repr=False)
    due: Due


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalLine:
    """A proposal that waits for the second person; ``own`` ones another must confirm."""

    erasure: Erasure
    code: str
    name: str = field(repr=False)
    by: str = field(repr=False)
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionBoard:
    """Everything that »Hramba« shows; ``renewal_due``: old backups still hold what was erased."""

    years: dict[RetentionClass, int]
    due: Sequence[DueLine]
    waiting: Sequence[ProposalLine]
    done: Sequence[Erasure]
    renewal_due: bool


@dataclass(frozen=True, slots=True)
class Retention:
    """Keeps files no longer than they are needed."""

    desk: Desk

    def board(self) -> RetentionBoard:
        """List what is due and what waits for a second person."""
        with self.desk.reading(Action.RETENTION):
            pass
        sees = self.desk.may(Action.SEE_PEOPLE)
        with self.desk.vault.store.reading() as facts, self.desk.reading(None) as own:
            years, today = _years(facts), self.desk.clock.today()
            erasures = facts.find(Erasure)
            waiting = [one for one in erasures if one.waiting]
            asked = {one.subject for one in waiting}
            people = {one.id: one for one in facts.find(Person)}
            by = {one.account: one.short_name for one in facts.find(Staff)}
            return RetentionBoard(
                years=years,
                due=[
                    DueLine(
                        person=person.id,
                        code=person.code,
                        name=person.full_name if sees else "",
                        due=found,
                    )
                    for person, found in _all_due(
                        facts, people.values(), facts.find(Episode), years, today
                    )
                    if person.id not in asked and (not sees or own.sees(person.id))
                ],
                waiting=[
                    ProposalLine(
                        erasure=one,
                        code=people[one.subject].code,
                        name=people[one.subject].full_name if sees else "",
                        by=by.get(one.proposed_by, ""),
                        own=one.proposed_by == self.desk.actor.account,
                    )
                    for one in waiting
                    if one.subject in people
                ],
                done=[one for one in erasures if one.done_at is not None][::-1],
                renewal_due=renewal_due(facts),
            )

    def to_confirm(self) -> int:
        """Count the proposals of others that the one at the desk may confirm."""
        if not self.desk.may(Action.CONFIRM_ERASURE):
            return 0
        with self.desk.reading(Action.CONFIRM_ERASURE) as facts:
            own = self.desk.actor.account
            return sum(
                one.waiting and one.proposed_by != own for one in facts.find(Erasure, done_at=None)
            )

    def set_years(self, rule: RetentionClass, years: int) -> None:
        """Set the term of a class.

        Raises:
            RuleBrokenError: ``retention-years``.
        """
        with self.desk.writing(Action.MANAGE_UNIT) as work:
            check_years(years)
            work.set_setting(_YEARS.format(rule.value), str(years))
            work.audit("retention.set", detail={"rule": rule.value, "years": years})

    def propose(self, person: PersonId, kind: ErasureKind, passphrase: str) -> Erasure:
        """Propose, as the first person.

        Raises:
            PersonCanMendError: The passphrase is wrong.
            RuleBrokenError: ``erasure-not-due``, ``erasure-proposed`` or ``erasure-unsigned``.
        """
        with self.desk.reading(Action.RETENTION) as own:
            if self.desk.may(Action.SEE_PEOPLE):
                own.get(Person, person)
        self.desk.vault.signing_key(passphrase)
        with self.desk.vault.store.reading() as facts:
            if any(one.waiting for one in facts.find(Erasure, subject=person)):
                raise RuleBrokenError("erasure-proposed")
            found = _check(facts, person, kind, self.desk.clock.today())
        with self.desk.writing(Action.RETENTION) as work:
            erasure = Erasure(
                id=self.desk.ids.new(),
                subject=person,
                kind=kind,
                rule=found.rule,
                proposed_by=self.desk.actor.account,
                proposed_at=self.desk.moment(),
            )
            work.add(erasure)
            work.audit(
                "erasure.propose",
                entity="erasure",
                key=erasure.id,
                person=person,
                detail={"kind": kind.value, "rule": found.rule.value},
            )
            return erasure

    def withdraw(self, erasure: str) -> None:
        """Withdraw a proposal, one's own or as the second person.

        Raises:
            RuleBrokenError: ``erasure-settled`` or ``erasure-not-yours``.
        """
        with self.desk.writing(Action.RETENTION) as work:
            found = work.get(Erasure, erasure)
            own = found.proposed_by == self.desk.actor.account
            if not found.waiting:
                raise RuleBrokenError("erasure-settled")
            if not own and not self.desk.may(Action.CONFIRM_ERASURE):
                raise RuleBrokenError("erasure-not-yours")
            withdrawn = replace(
                found, withdrawn_by=self.desk.actor.account, withdrawn_at=self.desk.moment()
            )
            work.change(withdrawn, expected=work.version(Erasure, erasure))
            work.audit("erasure.withdraw", entity="erasure", key=erasure, person=found.subject)

    def confirm(self, erasure: str, passphrase: str, progress: Progress) -> None:
        """Confirm as the second person, and leave the person out of the vault.

        Until its commit point what ``progress`` raises cancels and nothing has changed.

        Raises:
            PersonCanMendError: The passphrase is wrong, or there is no room for a second copy.
            RuleBrokenError: ``erasure-settled``, ``erasure-second-person``, or see ``propose``.
            WorldFailedError: The disk failed; nothing is changed.
        """
        desk, own = self.desk, self.desk.actor.account
        with desk.reading(Action.CONFIRM_ERASURE):
            pass
        with desk.vault.store.reading() as facts:
            found = facts.get(Erasure, erasure)
            if not found.waiting:
                raise RuleBrokenError("erasure-settled")
            if _one_person(facts, own, found.proposed_by):
                raise RuleBrokenError("erasure-second-person")
            _check(facts, found.subject, found.kind, desk.clock.today())
            unit = facts.setting("unit-code") or ""
        desk.vault.signing_key(passphrase)

        def record(store: Store) -> None:
            with store.writing(desk.actor) as work:
                done = replace(found, confirmed_by=own, done_at=desk.moment())
                work.change(done, expected=work.version(Erasure, erasure))
                work.audit(
                    f"erasure.{found.kind.value}",
                    entity="erasure",
                    key=erasure,
                    person=found.subject,
                    detail={"rule": found.rule.value, "proposed_by": found.proposed_by},
                )

        desk.vault.keys.leave_out(
            Omission(
                person=found.subject,
                kind=found.kind,
                erasure=erasure,
                code=f"{unit}-{desk.ids.code()}",
                pseudonym=desk.ids.pseudonym(),
            ),
            record,
            progress,
        )

    def renew_backups(self, progress: Progress) -> None:
        """Make a backup without those who were erased, and delete the older ones on this disk.

        Raises:
            WorldFailedError: The disk failed; the older ones stay, and it is done another time.
        """
        with self.desk.reading(Action.CONFIRM_ERASURE):
            pass
        self.desk.vault.keys.renew_backups(progress)
        with self.desk.writing(Action.CONFIRM_ERASURE) as work:
            settle_renewal(work)


def _years(facts: Reading) -> dict[RetentionClass, int]:
    return {
        rule: int(facts.setting(_YEARS.format(rule.value)) or usual)
        for rule, usual in USUAL_YEARS.items()
    }


def _all_due(
    facts: Reading,
    people: Iterable[Person],
    episodes: Iterable[Episode],
    years: dict[RetentionClass, int],
    today: date,
) -> Sequence[tuple[Person, Due]]:
    """List who is due, longest due first; who is anonymous has nothing left to lose."""
    operations = {one.id: one for one in facts.find(Operation)}
    programmes = {one.id: operations[one.operation] for one in facts.find(Programme)}
    merged = facts.merged()
    stays: dict[PersonId, list[Stay]] = defaultdict(list)
    for episode in episodes:
        stays[merged.get(episode.person, episode.person)].append(
            _stay(episode, programmes[episode.programme])
        )
    found = []
    for person in people:
        if person.anonymous or person.id in merged:  # a merged file goes with its main one
            continue
        mine = stays.get(person.id, [])
        opened = _begun(person)
        one = due(mine, opened, years, today, person.kind)
        if one is not None and not mine:
            one = due(mine, max(opened, _last_seen(facts, person.id)), years, today, person.kind)
        if one is not None:
            found.append((person, one))
    return sorted(found, key=lambda pair: (pair[1].since, pair[0].code))


def _stay(episode: Episode, operation: Operation) -> Stay:
    return Stay(episode=episode, profile=operation.profile, operation_end=operation.to_date)


def _begun(person: Person) -> date:
    return datetime.fromtimestamp(made_at(person.id) / _MILLISECONDS, UTC).date()


def _last_seen(facts: Reading, person: PersonId) -> date:
    """Give the day of the last session at which something was recorded of a person."""
    sessions = {one.session for one in facts.find(Attendance, person=person)}
    return max((facts.get(Session, key).day for key in sessions), default=date.min)


def _check(facts: Reading, person: PersonId, kind: ErasureKind, today: date) -> Due:
    """Refuse what is not due, and anonymising while a note is unsigned: figures would change."""
    subject = facts.get(Person, person)
    episodes = facts.find(Episode, person=person)
    found = [one for _person, one in _all_due(facts, [subject], episodes, _years(facts), today)]
    if not found:
        raise RuleBrokenError("erasure-not-due")
    if kind is ErasureKind.ANONYMISE:
        notes = [
            *facts.find(Note, person=person),
            *(
                note
                for session in facts.find(Session, person=person)
                for note in facts.find(Note, session=session.id, person=None)
            ),
        ]
        if any(not facts.find(NoteSignature, id=note.id) for note in notes):
            raise RuleBrokenError("erasure-unsigned")
    return found[0]


def _one_person(facts: Reading, one: AccountId, other: AccountId) -> bool:
    """Say whether two accounts are one person's: by the account, and by the name behind it."""
    names = {
        fold(f"{staff.family_name} {staff.given_name}")
        for account in (one, other)
        for staff in facts.find(Staff, account=facts.get(Account, account).id)
    }
    return one == other or len(names) < 2  # noqa: PLR2004 - two people have two names
