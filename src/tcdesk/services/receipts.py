"""The office tells a unit what it has got from it, and sends the newest roster along."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tcdesk.bundle import receipts, writing
from tcdesk.bundle.chain import VerdictCode
from tcdesk.bundle.manifest import Kind, Profile
from tcdesk.bundle.receipts import Ack, Counts, ack_id
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.exchange_rows import BundleIn
from tcdesk.services.office import head_of, newest_epoch_no, roster_files, unit_of
from tcdesk.services.ports import Stick
from tcdesk.services.sending import Parcel, Sending, Sent


@dataclass(frozen=True, slots=True)
class Receipts:
    """Receipts of this office."""

    desk: Desk
    stick: Stick

    def write(self, unit: str, folder: Path) -> Sent:
        """Write a receipt for everything that was imported from a unit.

        Raises:
            OfficeNotFoundedError: There is no roster yet.
            RuleBrokenError: ``unit-unknown``.
            TcdeskError: The stick refuses or fails.
        """
        with self.desk.reading(Action.EXPORT) as facts:
            taken = facts.find(BundleIn, party=unit, kind="export")
            acks = self._acks(taken, newest_epoch_no(facts, unit))
            parcel = Parcel(
                kind=Kind.RECEIPT,
                profile=Profile.STAT,
                to=unit_of(facts, unit),
                parts=writing.Parts(
                    tables={receipts.TABLE: lambda: iter(acks)}, others=roster_files(facts)
                ),
                head=head_of(facts),
            )
        return Sending(self.desk, self.stick).send(parcel, folder, Action.EXPORT)

    def _acks(self, taken: Sequence[BundleIn], epoch_no_max: int) -> Sequence[Ack]:
        acks = [
            Ack(
                id=ack_id(one.epoch, one.seq),
                epoch=one.epoch,
                seq=one.seq,
                manifest_sha256=one.sha256,
                verdict=VerdictCode(one.verdict),
                counts=_counts(one),
                reasons=(),
                epoch_no_max=epoch_no_max,
                centre_time=self.desk.moment(),
            )
            for one in taken
        ]
        return sorted(acks, key=lambda one: one.id)


def _counts(taken: BundleIn) -> Counts:
    total: Counter[str] = Counter()
    stored: dict[str, dict[str, int]] = json.loads(taken.counts)
    for tally in stored.values():
        total.update(tally)
    return Counts(
        new=total["new"],
        changed=total["changed"],
        same=total["same"],
        stale=total["stale"],
        conflicts=total["conflicts"],
        lost_in_unit=total["lost"],
    )
