"""An office takes a bundle in: copy, ladder of trust, dry run, a person's yes, one transaction.

    look(path) ─▶ Finding (nothing changed) ─ take ─▶ BundleIn, the sealed file in the archive
                                            └ leave ─▶ nothing

The dry run is the second reading in a transaction that is rolled back; ``take`` reads again, counts
again, and keeps everything only if the counts are the same. Nothing waits for a person inside a
transaction. Every refusal leaves the vault as it was.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tcdesk.bundle import chain
from tcdesk.bundle.chain import HistoryCheck
from tcdesk.bundle.errors import BundleRefusedError, Refusal
from tcdesk.bundle.manifest import Kind, Manifest
from tcdesk.bundle.reading import Authentic, Complete
from tcdesk.bundle.records import AuditRecord, Row
from tcdesk.domain.staff import Action
from tcdesk.services.backups import Backups
from tcdesk.services.desk import Desk
from tcdesk.services.exchange_errors import DryRunDiffersError
from tcdesk.services.exchange_rows import BundleIn, Party
from tcdesk.services.exchange_store import Receiving, Tally
from tcdesk.services.inbox import Inbox, Staged, received, trust
from tcdesk.services.ports import Intake
from tcdesk.services.store import Work
from tcdesk.services.streams import anchors, known_positions

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a bundle would bring; whoever looked must take it or leave it."""

    sender: Party
    manifest: Manifest
    verdict: chain.Verdict
    tallies: Mapping[str, Tally]
    staged: Staged = field(repr=False)
    complete: Complete = field(repr=False)

    @property
    def missing(self) -> range:
        """Numbers between the newest known one and this one that never arrived."""
        match self.verdict:
            case chain.Accept() | chain.GapUnverifiable() | chain.NewEpoch():
                return self.verdict.missing
            case _:
                return range(0)

    @property
    def total(self) -> Tally:
        """The counts of all tables together."""
        counts = [asdict(tally) for tally in self.tallies.values()]
        return Tally(**{name: sum(one[name] for one in counts) for name in asdict(Tally())})


class _RehearsedError(Exception):
    """Rolls the dry run back; never seen outside this module."""


def _silent(_rows: int) -> None:
    """Tell nobody how many rows were read."""


@dataclass(frozen=True, slots=True)
class Imports:
    """Bundles of units, taken into an office."""

    desk: Desk
    intake: Intake

    def look(
        self,
        path: Path,
        *,
        agreed: bool = False,
        progress: Progress = _silent,
        expect: Progress = _silent,
    ) -> Finding:
        """Judge a file and count what it would bring; nothing is changed.

        Args:
            path: The file, on a stick or anywhere.
            agreed: A person has agreed to a new epoch or to a gap that cannot be bridged.
            progress: Told how many rows were read; what it raises cancels.
            expect: Told once how many rows there are, before any of them is read.

        Raises:
            BundleRefusedError: The first thing that is not as it must be.
            OfficeNotFoundedError: This office has no roster yet.
            TcdeskError: The file cannot be copied, or the disk refuses.
        """
        inbox = Inbox(self.desk, self.intake)
        staged = inbox.stage(path)
        try:
            return self._judge(staged, agreed=agreed, progress=progress, expect=expect)
        except BaseException:
            inbox.drop(staged)
            raise

    def take(self, finding: Finding, progress: Progress = _silent) -> BundleIn:
        """Take in what was looked at, after a backup: all of it, in one transaction, or nothing.

        Raises:
            BundleRefusedError: ``changed-meanwhile``: another import came between.
            DryRunDiffersError: Other counts than in the dry run; nothing was kept.
        """
        inbox = Inbox(self.desk, self.intake)
        authentic = finding.complete.authentic
        kept: Path | None = None
        try:
            Backups(self.desk).make_before_import(lambda _part: None)
            with self.desk.writing(Action.IMPORT) as work:
                known = known_positions(work, finding.sender.id)
                if authentic.judge(known) != finding.verdict:
                    raise BundleRefusedError(Refusal.CHANGED_MEANWHILE, "verdict")
                merge = _Merge(self.desk, work, authentic, finding.verdict, progress)
                finding.complete.deliver(merge.take)
                if merge.finish() != finding.tallies:
                    raise DryRunDiffersError
                taken = received(
                    finding.complete, finding.staged, self.desk.moment(), finding.tallies
                )
                work.add(taken)
                work.audit(
                    "import",
                    entity="bundle_in",
                    key=taken.id,
                    detail={"seq": taken.seq, "sha256": taken.sha256, "verdict": taken.verdict},
                )
                kept = inbox.archive(finding.staged)
        except BaseException:
            inbox.drop(finding.staged)
            if kept is not None:
                self.intake.drop(kept)
            raise
        return taken

    def tidy(self) -> None:
        """Delete private copies that an earlier sitting left behind; nothing may be looked at."""
        with self.desk.reading(Action.IMPORT):
            Inbox(self.desk, self.intake).sweep()

    def leave(self, finding: Finding) -> None:
        """Forget what was looked at."""
        Inbox(self.desk, self.intake).drop(finding.staged)

    def _judge(
        self, staged: Staged, *, agreed: bool, progress: Progress, expect: Progress
    ) -> Finding:
        with self.desk.reading(Action.IMPORT) as facts:
            believed = trust(facts, frozenset({Kind.EXPORT}))
            authentic = staged.sealed.open(believed)
            sender = facts.get(Party, authentic.manifest.from_.unit_id)
            known = known_positions(facts, sender.id)
        verdict = authentic.judge(known)
        fresh = authentic.fresh(known, agreed=verdict if agreed else None)
        expect(sum(entry.rows for entry in authentic.manifest.files))
        tallies: Mapping[str, Tally] = {}
        complete: Complete | None = None
        try:
            with self.desk.writing(Action.IMPORT) as work:
                merge = _Merge(self.desk, work, authentic, verdict, progress)
                complete = fresh.rehearse(merge.take)
                tallies = merge.finish()
                raise _RehearsedError
        except _RehearsedError:
            if complete is None:  # cannot be: it is set before the error is raised
                raise
        return Finding(
            sender=sender,
            manifest=authentic.manifest,
            verdict=verdict,
            tallies=tallies,
            staged=staged,
            complete=complete,
        )


class _Merge:
    """One reading of all rows: into the received tables, and along the audit chain."""

    def __init__(
        self,
        desk: Desk,
        work: Work,
        authentic: Authentic,
        verdict: chain.Verdict,
        progress: Progress,
    ) -> None:
        self._manifest = authentic.manifest
        self._receiving: Receiving = work.receiving(
            self._manifest.from_.unit_id,
            self._manifest.bundle_id,
            desk.ids.new,
            restored=isinstance(verdict, chain.NewEpoch),
        )
        self._history = HistoryCheck(anchors(work, self._manifest), entries_travel=True)
        self._progress = progress
        self._rows = 0

    def take(self, table: str, row: Row) -> None:
        """Take the next row."""
        if isinstance(row, AuditRecord):
            self._history.link(row)
        self._receiving.take(table, row)
        self._rows += 1
        if self._rows % 1000 == 0:
            self._progress(self._rows)

    def finish(self) -> Mapping[str, Tally]:
        """Tell what became of the rows.

        Raises:
            BundleRefusedError: ``history-rewritten``, or a row names one that nobody has.
        """
        rewritten = self._history.end(self._manifest.audit_head)
        if rewritten is not None:
            raise BundleRefusedError(
                Refusal.HISTORY_REWRITTEN, "audit-chain", audit_seq=rewritten.seq
            )
        return self._receiving.finish()
