"""Backups as people ask for them: now, at closing, onto a drive that is carried away.

Each was opened again and counted before it is called good; after each the older ones are thinned.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.staff import Action
from tcdesk.services.backup_made import RENEWAL_DUE, BackupMade, BackupState, Why
from tcdesk.services.desk import Desk
from tcdesk.services.key_ring import Progress
from tcdesk.services.ports import Stick, StickStep
from tcdesk.services.store import Reading, Work
from tcdesk.services.thinning import surplus

AT_CLOSING_AFTER = timedelta(hours=24)
SPARED_FOR = timedelta(days=30)
FOLDER = "backups"
ON_DRIVE = "tcdesk-backups"
GIGABYTE = 1_000_000_000
USUAL_BUDGET, LEAST_BUDGET, MOST_BUDGET = 10, 1, 10_000
LAST_COPY = "backup-copy-at"
RESTORED_AT = "restored-at"
DRILLED_AT = "drill-at"
TROUBLE = "backup-trouble"
_BUDGET = "backup-budget"
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupList:
    """The backups on this disk, newest first, and what is done with them.

    ``here`` are the good ones; ``budget`` is in gigabytes; ``carried_at``: when one was last
    carried away; ``drilled_at``: when a restore was last tried.
    """

    here: Sequence[BackupMade]
    spoilt: Sequence[BackupMade]
    carried_at: datetime | None
    drilled_at: datetime | None
    budget: int

    @property
    def used(self) -> int:
        """How many bytes all of them take."""
        return sum(one.size for one in (*self.here, *self.spoilt))

    @property
    def over_budget(self) -> bool:
        """Whether they take more than they may, because none of them may go."""
        return sum(one.size for one in self.here) > self.budget * GIGABYTE


@dataclass(frozen=True, slots=True)
class Backups:
    """Backups of the open vault."""

    desk: Desk

    def all(self) -> BackupList:
        """List them."""
        with self.desk.reading(Action.BACKUP) as facts:
            carried, drilled = facts.setting(LAST_COPY), facts.setting(DRILLED_AT)
            budget = _budget(facts)
        lying = self.desk.vault.backups()
        return BackupList(
            here=good(lying),
            spoilt=[one for one in lying if one.state is BackupState.SPOILT],
            carried_at=moment(carried) if carried else None,
            drilled_at=moment(drilled) if drilled else None,
            budget=budget,
        )

    def make(self, progress: Progress) -> BackupMade:
        """Make one on this disk now.

        Raises:
            WorldFailedError: The disk is full or failed, or the copy differs; nothing is left.
        """
        with self.desk.reading(Action.BACKUP):
            pass
        return self._make(Why.ASKED, progress)

    def carry(self, drive: Path, stick: Stick, progress: Progress) -> BackupMade:
        """Make one on this disk and carry it to a removable drive, read back from there.

        Raises:
            TcdeskError: As for ``make``; or the drive is full, write-protected, failing or gone.
        """
        with self.desk.reading(Action.BACKUP):
            pass
        lying = good(self.desk.vault.backups())
        stick.check(drive, at_most=lying[0].size if lying else 0)
        made = self._make(Why.ASKED, lambda part: progress(0.4 * part))
        folder = drive / ON_DRIVE
        with suppress(OSError):  # what keeps it from being made, the check then says in words
            folder.mkdir(exist_ok=True)
        stick.check(folder if folder.is_dir() else drive, at_most=made.size)
        for path in (made.path, made.path.with_suffix(".json")):  # one without the other is nothing
            stick.write(
                folder,
                path.name,
                _content(path),
                at_most=path.stat().st_size,
                progress=_measure(path.stat().st_size, progress),
            )
        with self.desk.writing(Action.BACKUP) as work:
            work.set_setting(LAST_COPY, made.at)
            work.audit("backup.carry", detail={"audit_seq": made.audit_seq, "rows": made.rows})
        return made

    def due_at_closing(self) -> bool:
        """Say whether the newest good one is older than a day; asked for every role."""
        return is_old(self.desk)

    def make_at_closing(self, progress: Progress) -> BackupMade:
        """Make one because the program is being closed; the program does it, whoever closes."""
        return self._make(Why.CLOSING, progress)

    def make_before_import(self, progress: Progress) -> BackupMade:
        """Make one before content of others comes in.

        Raises:
            WorldFailedError: The disk is full or failed; then nothing is taken in either.
        """
        with self.desk.reading(Action.IMPORT):
            pass
        return self._make(Why.IMPORT, progress)

    def make_before_update(self, progress: Progress) -> BackupMade:
        """Make one before another version of the program comes in the place of this one.

        Raises:
            WorldFailedError: The disk is full or failed; then the program stays as it is.
        """
        with self.desk.reading(Action.MANAGE_UNIT):
            pass
        return self._make(Why.MIGRATION, progress)

    def set_budget(self, gigabytes: int) -> None:
        """Say how much room the backups on this disk may take.

        Raises:
            RuleBrokenError: ``backup-budget``.
        """
        with self.desk.writing(Action.MANAGE_UNIT) as work:
            if not LEAST_BUDGET <= gigabytes <= MOST_BUDGET:
                raise RuleBrokenError("backup-budget", least=LEAST_BUDGET, most=MOST_BUDGET)
            work.set_setting(_BUDGET, str(gigabytes))

    def drop_spoilt(self) -> None:
        """Delete the spoilt ones: they only take room."""
        with self.desk.writing(Action.BACKUP) as work:
            for one in self.desk.vault.backups():
                if one.state is BackupState.SPOILT:
                    self.desk.vault.drop_backup(one)
                    work.audit("backup.drop")
            keep_trouble(self.desk, work)

    def _make(self, why: Why, progress: Progress) -> BackupMade:
        made = self.desk.vault.back_up(why, progress)
        put_on_record(self.desk, made)
        return made


def put_on_record(desk: Desk, made: BackupMade) -> None:
    """Write the audit line of a backup that was made, and let older ones go."""
    with desk.writing(None) as work:
        thin(desk, work, made.path)
        keep_trouble(desk, work)
        detail = {"audit_seq": made.audit_seq, "rows": made.rows, "why": made.why.value}
        work.audit("backup", detail=detail)


def thin(desk: Desk, facts: Reading, made: Path) -> None:
    """Delete what is surplus; for a month after a restore nothing that is older than it."""
    restored = facts.setting(RESTORED_AT)
    recent = restored and desk.clock.now() - moment(restored) < SPARED_FOR
    spared = restored if restored and recent else ""
    here = good(desk.vault.backups())
    budget = _budget(facts) * GIGABYTE
    for one in surplus(here, budget=budget, spared=spared, made=made):
        desk.vault.drop_backup(one)


def keep_trouble(desk: Desk, work: Work) -> None:
    """Keep what people must know of the backups; words are ``backup-trouble-<name>``."""
    lying = desk.vault.backups()
    size = sum(one.size for one in good(lying))
    names = [
        name
        for name, is_so in (
            ("spoilt", any(one.state is BackupState.SPOILT for one in lying)),
            ("budget", size > _budget(work) * GIGABYTE),
        )
        if is_so
    ]
    if tuple(names) != trouble(work):
        work.set_setting(TROUBLE, ",".join(names))


def trouble(facts: Reading) -> tuple[str, ...]:
    """Name what is wrong with the backups."""
    kept = facts.setting(TROUBLE)
    return tuple(kept.split(",")) if kept else ()


def good(lying: Sequence[BackupMade]) -> Sequence[BackupMade]:
    """Give those that may be offered and counted."""
    return [one for one in lying if one.state is BackupState.GOOD]


def is_old(desk: Desk) -> bool:
    """Say whether the newest good one is older than a day, or there is none."""
    here = good(desk.vault.backups())
    if not here:
        return True
    age = desk.clock.now() - moment(here[0].at)
    return not timedelta() <= age <= AT_CLOSING_AFTER  # one from the future says nothing


def renewal_due(facts: Reading) -> bool:
    """Say whether backups still open with keys that a rotation has taken away."""
    return bool(facts.setting(RENEWAL_DUE))


def settle_renewal(work: Work) -> None:
    """Keep that the backups were made anew."""
    work.set_setting(RENEWAL_DUE, "")
    work.audit("backup.renew")


def moment(stored: str) -> datetime:
    """Read a stored moment."""
    return datetime.strptime(stored, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def _budget(facts: Reading) -> int:
    return int(facts.setting(_BUDGET) or USUAL_BUDGET)


def _content(path: Path) -> Callable[[Callable[[bytes], None]], None]:
    def pour(put: Callable[[bytes], None]) -> None:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                put(block)

    return pour


def _measure(size: int, progress: Progress) -> Callable[[StickStep, int], None]:
    """Tell how far a file is: written is two thirds of the way, read back all of it."""

    def measured(step: StickStep, done: int) -> None:
        part = done / max(1, size)
        if step is StickStep.WRITING:
            progress(0.4 + 0.4 * part)
        elif step is StickStep.READING_BACK:
            progress(0.8 + 0.2 * part)

    return measured
