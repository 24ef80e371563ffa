"""Sending a bundle: its number is taken and committed before the stick is touched.

    parts ─ plan ─▶ number, manifest, signature committed ─▶ stick ─▶ written
                              (planned)                        └────▶ aborted

An aborted bundle burns its number: the receiver sees a gap, never two bundles of one number.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from tcdesk.bundle import names, writing
from tcdesk.bundle.manifest import (
    AuditHead,
    FileEntry,
    Kind,
    Manifest,
    Profile,
    Receiver,
    Schema,
    Sender,
    Stream,
)
from tcdesk.bundle.roster import Party
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.exchange_rows import BundleOut, OutState
from tcdesk.services.own_party import own_party
from tcdesk.services.ports import Stick, StickProgress, StickStep
from tcdesk.services.store import Work
from tcdesk.services.streams import next_stream, only_stream

Expect = Callable[[int], None]
LEVELS: Final = {Profile.STAT: "A", Profile.PSEUDONYM: "B", Profile.FULL: "C"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What is to be sent to whom; an enrolment stands in a stream of its own."""

    kind: Kind
    profile: Profile
    to: Party
    parts: writing.Parts
    head: AuditHead


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A bundle that is on the stick and was read back from it."""

    path: Path
    size: int
    bundle: BundleOut


def counts_of(bundle: BundleOut) -> Mapping[str, int]:
    """Give the rows of every table of a bundle that we made."""
    counts: dict[str, int] = json.loads(bundle.counts)
    return counts


def quiet(_step: StickStep, _done: int) -> None:
    """Tell nobody how far the writing is: for bundles of a moment."""


def unmeasured(_at_most: int) -> None:
    """Tell nobody how much will be written."""


@dataclass(frozen=True, slots=True)
class Sending:
    """The common way of everything that leaves in a bundle."""

    desk: Desk
    stick: Stick

    def send(
        self,
        parcel: Parcel,
        folder: Path,
        action: Action,
        progress: StickProgress = quiet,
        expect: Expect = unmeasured,
    ) -> Sent:
        """Write a bundle to a stick and read it back.

        Args:
            parcel: What and to whom.
            folder: Where to.
            action: What the role must include.
            progress: Told the step and the bytes done; what it raises cancels the writing.
            expect: Told once, before anything is written, how many bytes it will be at most.

        Raises:
            PersonCanMendError: No stick, full, write-protected: seen before a number is taken.
            TcdeskError: The stick fails meanwhile; the number is burnt, nothing else changes.
        """
        files = writing.plan(parcel.kind, parcel.profile, parcel.parts)
        at_most = writing.at_most(files)
        expect(at_most)
        self.stick.check(folder, at_most=at_most)
        with self.desk.writing(action) as work:
            signed = self._sign(work, parcel, files)
            tag = own_party(work).tag
            planned = self._planned(parcel, signed, tag)
            work.add(planned)
        try:
            written = self.stick.write(
                folder,
                planned.file_name,
                lambda put: writing.write(signed, parcel.parts, _Put(put)),
                at_most=at_most,
                progress=progress,
            )
        except BaseException:
            self._settle(planned, OutState.ABORTED, action)
            raise
        return Sent(
            path=written.path,
            size=written.size,
            bundle=self._settle(planned, OutState.WRITTEN, action),
        )

    def _sign(
        self, work: Work, parcel: Parcel, files: tuple[FileEntry, ...]
    ) -> writing.SignedManifest:
        own = own_party(work)
        manifest = Manifest(
            kind=parcel.kind,
            bundle_id=self.desk.ids.new(),
            created_at=self.desk.moment(),
            from_=Sender(unit_id=own.id, sign_key=own.signing.public.key_id.hex()),
            to=Receiver(party_id=parcel.to.party_id, recipients=parcel.to.active_recipients),
            stream=self._stream(work, parcel),
            schema=Schema(),
            profile=parcel.profile,
            period=None,
            audit_head=parcel.head,
            files=files,
        )
        return writing.sign(manifest, own.signing)

    def _stream(self, work: Work, parcel: Parcel) -> Stream:
        if parcel.kind is Kind.ENROL:
            return only_stream(self.desk.ids)
        return next_stream(work, parcel.to.party_id, self.desk.ids)

    def _planned(self, parcel: Parcel, signed: writing.SignedManifest, tag: str) -> BundleOut:
        manifest = signed.manifest
        counts = {
            table: entry.rows
            for entry in manifest.files
            if (table := names.table_of(entry.path)) is not None
        }
        return BundleOut(
            id=manifest.bundle_id,
            party=parcel.to.party_id,
            kind=parcel.kind.value,
            level=LEVELS[parcel.profile],
            epoch=manifest.stream.epoch,
            epoch_no=manifest.stream.epoch_no,
            seq=manifest.stream.seq,
            sha256=signed.sha256,
            file_name=names.file_name(tag, manifest.stream.seq, signed.sha256),
            state=OutState.PLANNED,
            at=manifest.created_at,
            counts=json.dumps(counts),
            audit_seq=parcel.head.seq,
        )

    def _settle(self, planned: BundleOut, state: OutState, action: Action) -> BundleOut:
        settled = replace(planned, state=state)
        with self.desk.writing(action) as work:
            work.change(settled, expected=work.version(BundleOut, planned.id))
            work.audit(
                f"{planned.kind}.{state.value}",
                entity="bundle_out",
                key=planned.id,
                detail={"seq": planned.seq, "sha256": planned.sha256},
            )
        return settled


class _Put:
    """Lets the sealing write into the function that a stick gives."""

    def __init__(self, put: Callable[[bytes], None]) -> None:
        self._put = put

    def write(self, data: bytes, /) -> int:
        """Pass the bytes on."""
        self._put(data)
        return len(data)
