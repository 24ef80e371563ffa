"""Restoring a backup, as a step machine without widgets (security.md §4.11).

    Choose ─ choose ─┬───────────────────▶ Proved ─ weigh ─▶ Weighed ─ agree ─▶ Agreed
                     └▶ AskWho ─ prove ─▶ ─┘ └ rehearse ─▶ Drilled ─ leave ─▶ Left
    Agreed ─ restore ─▶ Restored ─ leave ─▶ Left

Until ``restore`` nothing has changed. It keeps the present first; then there is one commit point.
The restored vault begins new epochs of the exchange, says in its audit log what it came from, and
holds nobody who was erased since the backup (``erased_again``). States: ``restore_states``.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from tcdesk.domain.errors import RuleBrokenError, TcdeskError, WorldFailedError
from tcdesk.domain.staff import Account, Action, Role, Staff, check_may
from tcdesk.services.backup_made import BackupMade, BackupState
from tcdesk.services.backups import DRILLED_AT, ON_DRIVE, keep_trouble
from tcdesk.services.checks import check_store
from tcdesk.services.desk import Desk
from tcdesk.services.difference import difference
from tcdesk.services.erased_again import erased_again
from tcdesk.services.ids import IdMaker
from tcdesk.services.key_ring import Progress
from tcdesk.services.own_party import newest_roster
from tcdesk.services.ports import Clock, Intake
from tcdesk.services.restore_record import RestoreRecord
from tcdesk.services.restore_states import (
    Agreed,
    AskWho,
    Choose,
    Drilled,
    Left,
    Proved,
    Restored,
    State,
    Weighed,
)
from tcdesk.services.restorer import STAGING, BackupLoginNeededError, Kept, Proven, Restorer
from tcdesk.services.store import Actor

LARGEST = 1 << 36  # a description says how large its copy is; nothing larger is ever brought in


class BackupUnsoundError(WorldFailedError):
    """The backup opens, but its audit log or its signatures do not hold."""

    code = "backup-unsound"


@dataclass(frozen=True, slots=True)
class Restores:
    """The way in for somebody who sits at the open vault."""

    desk: Desk

    def begin(self, intake: Intake) -> "Restoring":
        """Begin a restore or a drill.

        Raises:
            NotAllowedError: The role does not include it.
        """
        with self.desk.reading(Action.RESTORE):
            pass
        desk = self.desk
        return Restoring(
            restorer=desk.vault.restorer(),
            intake=intake,
            clock=desk.clock,
            ids=desk.ids,
            actor=desk.actor,
        )

    def keep_drill(self, drilled: Drilled) -> None:
        """Put a drill on record."""
        with self.desk.writing(Action.RESTORE) as work:
            work.set_setting(DRILLED_AT, self.desk.moment())
            made = drilled.proved.proven.made
            work.audit(
                "vault.drill",
                detail={
                    "at": made.at,
                    "audit_seq": made.audit_seq,
                    "wrong": list(drilled.findings.wrong),
                },
            )
            keep_trouble(self.desk, work)


@dataclass(frozen=True, slots=True, kw_only=True)
class Restoring:
    """Makes the states; every method gives the next one or says in place what must be mended.

    ``actor``: who sits at the open vault; None at the log-in window.
    """

    restorer: Restorer
    intake: Intake
    clock: Clock
    ids: IdMaker
    actor: Actor | None = None

    def begin(self) -> Choose:
        """List the backups on this disk."""
        return Choose(copies=self.restorer.copies())

    def look_in(self, folder: Path) -> Choose:
        """List the backups of another folder, or of a drive that was carried.

        Raises:
            RuleBrokenError: ``no-backups-there``.
        """
        for place in (folder / ON_DRIVE, folder / "backups", folder):
            copies = self.restorer.copies(place)
            if copies:
                return Choose(copies=copies, folder=place)
        raise RuleBrokenError("no-backups-there")

    def choose(self, state: Choose, made: BackupMade, progress: Progress) -> AskWho | Proved:
        """Take a backup; one from elsewhere is copied to this disk first, and read from there.

        Raises:
            RuleBrokenError: ``backup-<state>``: it is no good one of this vault.
            TcdeskError: As ``Restorer.prove``.
        """
        match made.state:
            case BackupState.SPOILT:
                raise RuleBrokenError("backup-spoilt")
            case BackupState.FOREIGN:
                raise RuleBrokenError("backup-foreign")
            case BackupState.NEWER:
                raise RuleBrokenError("backup-newer")
            case BackupState.GOOD:
                pass
        if state.folder is not None:
            made = self._bring(made)
            progress(0.3)
        if self.restorer.needs_login:
            return AskWho(made=made, before=state)
        try:
            proven = self.restorer.prove(made, "", "", lambda part: progress(0.3 + 0.5 * part))
        except BackupLoginNeededError:
            return AskWho(made=made, before=state)
        return self._proved(proven, state, progress)

    def prove(self, state: AskWho, login: str, passphrase: str, progress: Progress) -> Proved:
        """Open a backup with an account of its day.

        Raises:
            NotAllowedError: The account's role of that day does not include restoring.
            TcdeskError: As ``Restorer.prove``.
        """
        proven = self.restorer.prove(
            state.made, login, passphrase, lambda part: progress(0.8 * part)
        )
        return self._proved(proven, state.before, progress)

    def weigh(self, state: Proved, progress: Progress) -> Weighed:
        """Count what would be lost, and find who was erased since."""
        proven = state.proven
        with self.restorer.present() as present:
            if present is not None:
                try:
                    found = difference(present, proven.store, proven.made.at)
                    with present.reading() as now, proven.store.reading() as then:
                        again = erased_again(now, then)
                except TcdeskError:  # it was let in and is damaged further on
                    return Weighed(proved=state, difference=None, lines=None, again=None)
                progress(1.0)
                return Weighed(proved=state, difference=found, lines=found.lines, again=again)
        last = self.restorer.present_audit_seq()
        lines = max(0, last - proven.made.audit_seq) if last is not None else None
        return Weighed(proved=state, difference=None, lines=lines, again=None)

    def agree(self, state: Weighed) -> Agreed:
        """Go on, knowing what would be lost."""
        return Agreed(weighed=state)

    def restore(self, state: Agreed, passphrase: str, progress: Progress) -> Restored:
        """Keep the present, then put the backup in its place.

        Raises:
            PersonCanMendError: The passphrase is wrong; no room; nobody could log in afterwards.
            WorldFailedError: The disk failed; what was there still holds.
        """
        weighed = state.weighed
        proven = weighed.proved.proven
        self.restorer.confirm(proven, passphrase)
        if not proven.logins:
            raise RuleBrokenError("nobody-could-log-in")
        record = self._record()
        kept = self.restorer.keep_present(lambda part: progress(0.4 * part))
        self.restorer.restore(
            proven,
            lambda store: record.write(store, weighed, kept),
            lambda part: progress(0.4 + 0.6 * part),
            weighed.again.omissions if weighed.again else (),
        )
        self.restorer.release(proven)
        login = proven.login if proven.login in proven.logins else proven.logins[0]
        return Restored(login=login, kept=kept, again=weighed.again)

    def rehearse(self, state: Proved, progress: Progress) -> Drilled:
        """Do all of it in a throw-away folder, and read what comes out.

        Raises:
            WorldFailedError: It does not work; the report then says so by not being there.
        """
        begun = self.clock.monotonic()
        weighed, record = self.weigh(state, lambda _part: None), self._record()
        rehearsal = self.restorer.rehearse(
            state.proven,
            lambda store: record.write(store, weighed, Kept()),
            lambda part: progress(0.8 * part),
            weighed.again.omissions if weighed.again else (),
        )
        with rehearsal as store:
            findings = check_store(store, pages_sound=True, progress=lambda _part: None)
        progress(1.0)
        return Drilled(
            proved=state,
            seconds=max(1, round(self.clock.monotonic() - begun)),
            findings=findings,
            counts=state.proven.made.counts,
            gone=not self.restorer.left_over(),
        )

    def leave(self, state: State) -> Left:
        """Leave: what was opened is closed, what was copied is deleted, the vault is let go."""
        self.forget(state)
        self.restorer.leave()
        return Left()

    def forget(self, state: State) -> None:
        """Let the backup at hand go, to choose another."""
        match state:
            case Proved():
                self.restorer.release(state.proven)
            case Weighed() | Drilled():
                self.restorer.release(state.proved.proven)
            case Agreed():
                self.restorer.release(state.weighed.proved.proven)
            case _:
                self.restorer.release(None)

    def _bring(self, made: BackupMade) -> BackupMade:
        staged = self.restorer.folder / STAGING / made.path.name
        for suffix in (".json", ".db"):
            self.intake.copy(
                made.path.with_suffix(suffix), staged.with_suffix(suffix), at_most=LARGEST
            )
        return replace(made, path=staged)

    def _proved(self, proven: Proven, before: Choose, progress: Progress) -> Proved:
        """Follow the backup's own audit log and signatures, and say who will get in."""
        try:
            findings = check_store(
                proven.store, pages_sound=True, progress=lambda part: progress(0.8 + 0.2 * part)
            )
            if not findings.sound:
                raise BackupUnsoundError
            with proven.store.reading() as facts:
                account = facts.get(Account, proven.account)
                if self.actor is None:
                    check_may(account.role, Action.RESTORE)
                return Proved(
                    proven=proven,
                    before=before,
                    findings=findings,
                    unit=facts.setting("unit-name") or "",
                    people=_people(facts.find(Account), facts.find(Staff), proven),
                )
        except BaseException:
            self.restorer.release(proven)
            raise

    def _record(self) -> RestoreRecord:
        """Ask what the present vault, or anything beside it, remembers of the exchange."""
        epoch, roster = self.restorer.epoch_seen(), None
        with self.restorer.present() as present:
            if present is not None:
                with suppress(TcdeskError), present.reading() as facts:
                    epoch = max(epoch, int(facts.setting("epoch-no") or 1))
                    roster = newest_roster(facts)
        return RestoreRecord(
            ids=self.ids,
            clock=self.clock,
            actor=self.actor,
            epoch_seen=epoch,
            roster_seen=roster,
        )


def _people(
    accounts: Sequence[Account], staff: Sequence[Staff], proven: Proven
) -> Sequence[tuple[str, str, Role]]:
    names = {one.account: one.short_name for one in staff if one.account}
    return [
        (one.login, names.get(one.id, ""), one.role)
        for one in accounts
        if one.to_date is None and one.id in proven.returning
    ]
