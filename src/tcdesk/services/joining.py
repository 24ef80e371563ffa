"""How a unit joins: the office's card, the digits from paper, our own keys, the roster.

    read_card ─▶ Card ─ confirm(digits) ─▶ office believed
    ask ─▶ enrolment on the stick, our digits on paper … Replies.take(roster) ─▶ listed

Nothing is believed because a file says so: the digits come on paper, another way than the stick.
"""

from dataclasses import dataclass, field
from pathlib import Path

from tcdesk.bundle import limits, succession, writing
from tcdesk.bundle.contents import ENROLMENT, Applicant
from tcdesk.bundle.manifest import AuditHead, Kind, Profile
from tcdesk.bundle.roster import PartyKind as RosterKind
from tcdesk.bundle.roster import written
from tcdesk.bundle.succession import SignedRoster, UnconfirmedRoster
from tcdesk.crypto.fingerprint import digits
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.exchange_errors import CardMissingError
from tcdesk.services.exchange_rows import BundleOut, OutState, Party, PartyKind
from tcdesk.services.own_party import (
    OwnParty,
    believe_roster,
    believed_roster,
    office_of,
    own_party,
    party_row,
)
from tcdesk.services.ports import Stick
from tcdesk.services.sending import Parcel, Sending, Sent

CARD = "roster.json"
CARD_SIGNATURE = "roster.json.minisig"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The office's card as it was read: consistent in itself, believed by nobody yet."""

    signed: SignedRoster = field(repr=False)
    unconfirmed: UnconfirmedRoster = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far a unit has come with joining."""

    office: Party | None
    asked_at: str | None
    listed: bool
    roster_version: int | None
    digits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Joining:
    """The unit's side of the ceremony."""

    desk: Desk
    stick: Stick

    def standing(self) -> Standing:
        """Tell how far this unit has come."""
        with self.desk.reading(Action.MANAGE_UNIT) as facts:
            own, roster = own_party(facts), believed_roster(facts)
            offices = facts.find(Party, kind=PartyKind.OFFICE)
            asked = [one.at for one in facts.find(BundleOut, kind="enrol", state=OutState.WRITTEN)]
            return Standing(
                office=offices[0] if offices else None,
                asked_at=max(asked, default=None),
                listed=roster is not None and roster.party(own.id) is not None,
                roster_version=roster.version if roster else None,
                digits=own_digits(own),
            )

    def read_card(self, folder: Path) -> Card:
        """Read the office's card from a folder on a stick.

        Raises:
            CardMissingError: There is none.
            BundleRefusedError: It is damaged or not signed by its own root.
        """
        self.desk.check(Action.MANAGE_UNIT)
        signed = SignedRoster(
            data=_read(folder / CARD, limits.ROSTER),
            minisig=_read(folder / CARD_SIGNATURE, limits.SIGNATURE),
        )
        return Card(signed=signed, unconfirmed=succession.first(signed))

    def confirm(self, card: Card, typed: str) -> Party:
        """Believe the office, because a person typed the digits from its paper.

        Raises:
            BundleRefusedError: ``wrong-digits``.
            RuleBrokenError: ``office-confirmed``: this unit has an office already.
        """
        with self.desk.writing(Action.MANAGE_UNIT) as work:
            if believed_roster(work) is not None:
                raise RuleBrokenError("office-confirmed")
            roster = card.unconfirmed.confirm(typed)
            believe_roster(work, roster, card.signed)
            listed = next(one for one in roster.parties if one.kind is RosterKind.OFFICE)
            office = party_row(listed, code=listed.code, name="", at=self.desk.moment())
            work.add(office)
            work.audit("office.confirm", entity="party", key=office.id)
        return office

    def ask(self, folder: Path) -> Sent:
        """Write our keys, sealed to the office, to a stick; the digits go on paper.

        Raises:
            OfficeNotConfirmedError: The office's card comes first.
            TcdeskError: The stick refuses or fails.
        """
        with self.desk.reading(Action.MANAGE_UNIT) as facts:
            own, office, head = own_party(facts), office_of(facts), facts.audit_head()
        applicant = Applicant(
            id=own.id,
            kind=RosterKind.UNIT,
            code=own.tag,
            sign_pub=written(own.signing.public),
            recipient=own.identity.recipient,
        )
        parcel = Parcel(
            kind=Kind.ENROL,
            profile=Profile.STAT,
            to=office,
            parts=writing.Parts(tables={ENROLMENT: lambda: iter((applicant,))}),
            head=AuditHead(seq=head.seq, sha256=head.sha256),
        )
        return Sending(self.desk, self.stick).send(parcel, folder, Action.MANAGE_UNIT)


def own_digits(own: OwnParty) -> tuple[str, ...]:
    """Give the six groups of digits of our own keys, for the slip."""
    return tuple(digits(own.signing.public, own.identity.recipient).split())


def _read(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError:
        raise CardMissingError from None
