"""Slips of the exchange, ready to be drawn: the digits of keys, the receipt of a file."""

from collections.abc import Mapping
from dataclasses import dataclass

from tcdesk.domain.staff import Action, Staff
from tcdesk.services.desk import Desk
from tcdesk.services.exchange_rows import BundleOut, PartyKind
from tcdesk.services.exchange_rows import Party as PartyRow
from tcdesk.services.export import Preview
from tcdesk.services.key_papers import EnrolmentSlip, KeyUse, Party, RecoverySheet
from tcdesk.services.office import Founded
from tcdesk.services.own_party import OwnParty, own_party
from tcdesk.services.papers import Count, ExportSlip, Foot
from tcdesk.services.ports import Words
from tcdesk.services.sending import counts_of
from tcdesk.services.store import Reading

ANCHOR_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Slips:
    """What goes on paper beside a stick."""

    desk: Desk
    words: Words

    def digits(self, digits: tuple[str, ...]) -> EnrolmentSlip:
        """Fill the slip with the digits of our keys; the other side types them in."""
        with self.desk.reading(Action.MANAGE_UNIT) as facts:
            own = own_party(facts)
        return EnrolmentSlip(
            party=Party(own.kind.value),
            name=own.name,
            code=own.code,
            digits=digits,
            made_at=self.desk.clock.now(),
            training=own.training,
        )

    def reserve(self, founded: Founded) -> RecoverySheet:
        """Fill the sheet with the office's reserve key; it is nowhere else than on this paper."""
        with self.desk.reading(Action.MANAGE_UNIT) as facts:
            own = own_party(facts)
        return RecoverySheet(
            key=founded.reserve.reveal().decode(),
            vault_id=own.id,
            unit=own.name,
            made_on=self.desk.clock.today(),
            training=own.training,
            use=KeyUse.RESERVE,
        )

    def reserve_left(self, way: str) -> None:
        """Put on record how the reserve key left for paper: ``print`` or ``pdf``."""
        with self.desk.writing(Action.MANAGE_UNIT) as work:
            work.audit(f"reserve.{way}")

    def sent(self, bundle: BundleOut) -> ExportSlip:
        """Fill the receipt of a bundle that is on a stick."""
        with self.desk.reading(Action.EXPORT) as facts:
            own, to = own_party(facts), facts.find(PartyRow, id=bundle.party)
            return ExportSlip(
                file_name=bundle.file_name,
                sender=own.name,
                recipient=self._name(to[0]) if to else "",
                level=self.words("export-level", level=bundle.level),
                epoch=bundle.epoch_no,
                seq=bundle.seq,
                sha256=bundle.sha256,
                counts=self._counts(counts_of(bundle)),
                foot=foot_of(self.desk, facts, own),
            )

    def leaving(self, preview: Preview) -> tuple[Count, ...]:
        """Say what an export would carry."""
        return self._counts(preview.rows)

    def staying(self, preview: Preview) -> tuple[str, ...]:
        """Say what never leaves."""
        return tuple(self.words(f"stays-{what}") for what in preview.stays)

    def _counts(self, rows: Mapping[str, int]) -> tuple[Count, ...]:
        return tuple(
            Count(label=self.words(f"bundle-table-{table}"), number=number)
            for table, number in rows.items()
        )

    def _name(self, party: PartyRow) -> str:
        if party.kind is PartyKind.OFFICE and not party.name:
            return self.words("party-office")
        return party.name


def foot_of(desk: Desk, facts: Reading, own: OwnParty) -> Foot:
    """Give the foot of what is printed now, with the newest audit line as its anchor."""
    staff = facts.find(Staff, account=desk.actor.account)
    return Foot(
        printed_by=staff[0].short_name if staff else desk.vault.login,
        printed_at=desk.clock.now(),
        anchor=facts.audit_head().sha256[:ANCHOR_DIGITS],
        training=own.training,
    )
