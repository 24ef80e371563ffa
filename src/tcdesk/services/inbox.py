"""What comes in on a stick: copied privately first, judged on the copy, kept for ever if taken.

    stick ── stage ──▶ staging/<sha256> ── taken ──▶ archive/<sha256>.tcb
                                        └─ refused ─▶ deleted

The archive holds the sealed files as they came, so that everything can be rebuilt from it.
"""

import json
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from tcdesk.bundle import limits
from tcdesk.bundle.errors import BundleRefusedError, Refusal
from tcdesk.bundle.manifest import Kind
from tcdesk.bundle.reading import Complete, Sealed, Trust
from tcdesk.crypto.sealing import Reader
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.exchange_errors import (
    CopyUnreadableError,
    OfficeNotConfirmedError,
    OfficeNotFoundedError,
)
from tcdesk.services.exchange_rows import BundleIn, PartyKind
from tcdesk.services.exchange_store import Tally
from tcdesk.services.own_party import believed_roster, own_party
from tcdesk.services.ports import Intake
from tcdesk.services.sending import LEVELS
from tcdesk.services.store import Reading
from tcdesk.services.streams import lineage

STAGING = "staging"
ARCHIVE = "archive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """The private copy of a file that somebody says is a bundle."""

    path: Path
    sha256: str

    @contextmanager
    def open(self) -> Generator[Reader]:
        """Open the copy for one reading.

        Raises:
            CopyUnreadableError: The disk does not give it back.
        """
        try:
            with self.path.open("rb") as copy:
                yield copy
        except OSError as failure:
            raise CopyUnreadableError from failure

    @property
    def sealed(self) -> Sealed:
        """Give the first rung of the ladder."""
        return Sealed(open_copy=self.open)


@dataclass(frozen=True, slots=True)
class Inbox:
    """The folders beside the database in which received files lie."""

    desk: Desk
    intake: Intake

    @contextmanager
    def staged(self, source: Path) -> Generator[Staged]:
        """Copy a file in; it is deleted again unless it was archived meanwhile.

        Raises:
            BundleRefusedError: ``duplicate``: this very file was taken before.
            TcdeskError: It cannot be copied.
        """
        copy = self.stage(source)
        try:
            yield copy
        finally:
            self.drop(copy)

    def stage(self, source: Path) -> Staged:
        """Copy a file in; whoever asks must drop or archive it.

        Raises:
            BundleRefusedError: ``duplicate``: this very file was taken before.
            TcdeskError: It cannot be copied.
        """
        self.desk.check(Action.IMPORT)
        target = self.desk.vault.folder / STAGING / f"{self.desk.ids.new()}.tcb"
        written = self.intake.copy(source, target, at_most=limits.FILE)
        copy = Staged(path=target, sha256=written.sha256)
        with self.desk.reading(Action.IMPORT) as facts:
            known = facts.find(BundleIn, file_sha256=written.sha256)
        if known:
            self.drop(copy)
            raise BundleRefusedError(Refusal.DUPLICATE, "file")
        return copy

    def sweep(self) -> None:
        """Delete copies that an earlier sitting neither took nor refused."""
        self.desk.check(Action.IMPORT)
        for left in (self.desk.vault.folder / STAGING).glob("*.tcb"):
            self.intake.drop(left)

    def archive(self, copy: Staged) -> Path:
        """Keep a taken file for ever, under its hash."""
        self.desk.check(Action.IMPORT)
        place = self.desk.vault.folder / ARCHIVE / f"{copy.sha256}.tcb"
        self.intake.keep(copy.path, place)
        return place

    def drop(self, copy: Staged) -> None:
        """Delete the copy, if it still lies there."""
        self.desk.check(Action.IMPORT)
        self.intake.drop(copy.path)


def trust(facts: Reading, kinds: frozenset[Kind]) -> Trust:
    """Say whom to believe: the parties of our roster.

    Raises:
        OfficeNotConfirmedError: A unit that has not confirmed the office.
        OfficeNotFoundedError: An office without a roster.
    """
    own, roster = own_party(facts), believed_roster(facts)
    if roster is None:
        if own.kind is PartyKind.OFFICE:
            raise OfficeNotFoundedError
        raise OfficeNotConfirmedError
    return Trust(
        me=own.id,
        identities=(own.identity,),
        senders=roster,
        kinds=kinds,
        imported=frozenset(one.sha256 for one in facts.find(BundleIn)),
    )


def received(
    complete: Complete, staged: Staged, moment: str, tallies: Mapping[str, Tally]
) -> BundleIn:
    """Give what the vault keeps about a bundle that was taken in."""
    manifest = complete.authentic.manifest
    return BundleIn(
        id=manifest.bundle_id,
        party=manifest.from_.unit_id,
        kind=manifest.kind.value,
        level=LEVELS[manifest.profile],
        epoch=manifest.stream.epoch,
        epoch_no=manifest.stream.epoch_no,
        seq=manifest.stream.seq,
        sha256=complete.authentic.manifest_sha256,
        file_sha256=staged.sha256,
        lineage=lineage(manifest),
        audit_seq=manifest.audit_head.seq,
        audit_sha256=manifest.audit_head.sha256,
        created_at=manifest.created_at,
        imported_at=moment,
        verdict=complete.verdict.code.value,
        counts=json.dumps({name: asdict(one) for name, one in tallies.items()}),
    )
