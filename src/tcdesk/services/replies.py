"""What the office sends back to a unit: the roster, and receipts for what the unit sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tcdesk.bundle import names, succession
from tcdesk.bundle.errors import BundleRefusedError, Refusal
from tcdesk.bundle.manifest import Kind
from tcdesk.bundle.receipts import Ack, Acknowledgement, weigh
from tcdesk.bundle.records import Row
from tcdesk.bundle.roster import Roster
from tcdesk.bundle.succession import SignedRoster
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.exchange_errors import NotEnrolledError
from tcdesk.services.exchange_rows import BundleOut
from tcdesk.services.inbox import Inbox, received, trust
from tcdesk.services.own_party import believe_roster, believed_roster, own_party
from tcdesk.services.ports import Intake
from tcdesk.services.store import Reading, Work
from tcdesk.services.streams import EPOCH_NO_SEEN, known_positions


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one ack of a receipt means for one of our exports."""

    seq: int
    meaning: Acknowledgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a bundle of the office brought: a newer roster, acks, or both."""

    kind: Kind
    roster_version: int | None
    told: Sequence[Told]

    @property
    def alarms(self) -> Sequence[Told]:
        """What must be looked into: the office knows other bundles under our numbers."""
        bad = (Acknowledgement.UNKNOWN, Acknowledgement.DIFFERENT)
        return [one for one in self.told if one.meaning in bad]


@dataclass(frozen=True, slots=True)
class Replies:
    """Bundles of the office, taken into a unit."""

    desk: Desk
    intake: Intake

    def take(self, path: Path, *, agreed: bool = False) -> Reply:
        """Take in a roster or a receipt.

        Args:
            path: The file, on a stick or anywhere.
            agreed: A person has agreed that the office was restored, or to a long gap.

        Raises:
            BundleRefusedError: The first thing that is not as it must be; nothing is changed.
            OfficeNotConfirmedError: The office's card comes first.
            NotEnrolledError: The roster does not list this unit.
            TcdeskError: The file cannot be copied, or the disk refuses.
        """
        inbox = Inbox(self.desk, self.intake)
        with inbox.staged(path) as staged, self.desk.writing(Action.IMPORT) as work:
            believed = trust(work, frozenset({Kind.ROSTER, Kind.RECEIPT}))
            authentic = staged.sealed.open(believed)
            sender = authentic.manifest.from_.unit_id
            acks: list[Row] = []
            known = known_positions(work, sender)
            fresh = authentic.fresh(known, agreed=authentic.judge(known) if agreed else None)
            complete = fresh.rehearse(lambda _table, row: acks.append(row))
            reply = Reply(
                kind=authentic.manifest.kind,
                roster_version=self._roster(work, complete.others, authentic.manifest.kind),
                told=[self._acknowledge(work, row) for row in acks if isinstance(row, Ack)],
            )
            _remember_epoch(work, acks)
            taken = received(complete, staged, self.desk.moment(), {})
            work.add(taken)
            work.audit(f"{taken.kind}.import", entity="bundle_in", key=taken.id)
            inbox.archive(staged)
        return reply

    def _roster(self, work: Work, others: Mapping[str, bytes], kind: Kind) -> int | None:
        """Believe the roster that came along, if it is newer than ours."""
        current = believed_roster(work)
        if current is None or names.ROSTER not in others:
            return None
        signed = SignedRoster(data=others[names.ROSTER], minisig=others[names.ROSTER_SIGNATURE])
        try:
            roster = succession.accept(current, signed)
        except BundleRefusedError as refused:
            # a receipt carries the roster along; that it is ours already is no fault
            if kind is Kind.RECEIPT and refused.reason is Refusal.ROSTER_NOT_NEWER:
                return None
            raise
        _check_lists_us(work, roster)
        believe_roster(work, roster, signed)
        return roster.version

    def _acknowledge(self, work: Work, ack: Ack) -> Told:
        found = work.find(BundleOut, epoch=ack.epoch, seq=ack.seq, kind="export")
        own = found[0] if found else None
        meaning = weigh(ack, own.sha256 if own else None, _acknowledged(work, ack.epoch))
        agrees = meaning in (Acknowledgement.CONFIRMED, Acknowledgement.OLDER)
        if own is not None and agrees and own.confirmed_at is None:
            work.change(
                replace(own, confirmed_at=ack.centre_time, verdict=ack.verdict.value),
                expected=work.version(BundleOut, own.id),
            )
        if not agrees:
            work.audit(
                "receipt.alarm", detail={"seq": ack.seq, "epoch": ack.epoch, "why": meaning.value}
            )
        return Told(seq=ack.seq, meaning=meaning)


def _acknowledged(facts: Reading, epoch: str) -> int:
    confirmed = [one.seq for one in facts.find(BundleOut, epoch=epoch) if one.confirmed_at]
    return max(confirmed, default=0)


def _remember_epoch(work: Work, acks: Sequence[Row]) -> None:
    """Keep the greatest epoch number that the office has seen from us, for after a restore."""
    told = [ack.epoch_no_max for ack in acks if isinstance(ack, Ack)]
    seen = max([int(work.setting(EPOCH_NO_SEEN) or 0), *told])
    if seen:
        work.set_setting(EPOCH_NO_SEEN, str(seen))


def _check_lists_us(facts: Reading, roster: Roster) -> None:
    if roster.party(own_party(facts).id) is None:
        raise NotEnrolledError
