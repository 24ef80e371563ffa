"""Month's end in a unit: what leaves, to whom, written and read back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tcdesk.bundle import writing
from tcdesk.bundle.manifest import AuditHead, Kind, Profile
from tcdesk.bundle.records import RECORDS
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.exchange_rows import BundleOut, OutState, Party
from tcdesk.services.own_party import check_listed, office_of, own_party
from tcdesk.services.ports import Stick, StickProgress
from tcdesk.services.sending import Expect, Parcel, Sending, Sent, quiet, unmeasured
from tcdesk.services.store import Reading
from tcdesk.services.streams import begin_epochs

NEVER_LEAVES = ("names", "birth-dates", "texts", "staff-names")
"""What a person is told that stays; the words are ``stays-<value>``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What an export would carry, and to whom."""

    office: Party
    rows: Mapping[str, int]
    last: BundleOut | None
    confirmed: BundleOut | None
    stays: Sequence[str] = NEVER_LEAVES


@dataclass(frozen=True, slots=True)
class Exports:
    """Exports of this unit to the office, level B."""

    desk: Desk
    stick: Stick

    def preview(self) -> Preview:
        """Count what would leave now.

        Raises:
            OfficeNotConfirmedError: The office's card has not been confirmed.
            NotEnrolledError: The office has not taken this unit in yet.
        """
        with self.desk.reading(Action.EXPORT) as facts:
            own, office = own_party(facts), office_of(facts)
            check_listed(facts, own.id)
            sent = _exports(facts, office.party_id)
            confirmed = [one for one in sent if one.confirmed_at is not None]
            return Preview(
                office=facts.get(Party, office.party_id),
                rows=facts.exporting(own.id, _confirmed_head(sent)).counts(),
                last=sent[-1] if sent else None,
                confirmed=confirmed[-1] if confirmed else None,
            )

    def write(
        self, folder: Path, progress: StickProgress = quiet, expect: Expect = unmeasured
    ) -> Sent:
        """Export everything that may leave, as it stands at this moment.

        Raises:
            OfficeNotConfirmedError: The office's card has not been confirmed.
            NotEnrolledError: The office has not taken this unit in yet.
            TcdeskError: The stick refuses or fails; see ``Sending.send``.
        """
        with self.desk.reading(Action.EXPORT) as facts:
            own, office = own_party(facts), office_of(facts)
            check_listed(facts, own.id)
            head = facts.audit_head()
            leaving = facts.exporting(own.id, _confirmed_head(_exports(facts, office.party_id)))
            parcel = Parcel(
                kind=Kind.EXPORT,
                profile=Profile.PSEUDONYM,
                to=office,
                parts=writing.Parts(tables={name: partial(leaving.rows, name) for name in RECORDS}),
                head=AuditHead(seq=head.seq, sha256=head.sha256),
            )
            sending = Sending(self.desk, self.stick)
            return sending.send(parcel, folder, Action.EXPORT, progress, expect)

    def sent(self) -> Sequence[BundleOut]:
        """List every export, newest first, burnt numbers included."""
        with self.desk.reading(Action.EXPORT) as facts:
            return sorted(facts.find(BundleOut, kind="export"), key=lambda one: one.at)[::-1]

    def declare_restored(self) -> None:
        """Begin a new epoch, because this vault was restored from a backup.

        The office is told by the next export and asks a person there to agree.
        """
        with self.desk.writing(Action.MANAGE_UNIT) as work:
            begin_epochs(work, self.desk.ids)


def _exports(facts: Reading, office: str) -> Sequence[BundleOut]:
    written = facts.find(BundleOut, party=office, kind="export", state=OutState.WRITTEN)
    return sorted(written, key=lambda one: (one.epoch_no, one.seq))


def _confirmed_head(sent: Sequence[BundleOut]) -> int:
    """Give the audit line up to which the office has confirmed the chain; 0 if none."""
    return max((one.audit_seq for one in sent if one.confirmed_at is not None), default=0)
