"""The office's side of the ceremony: its root key, its card, and who is in the roster.

found ─▶ root key file, reserve key on paper, roster 1 ─ write_card ─▶ card on a stick
read_enrolment ─▶ Unconfirmed ─ admit(digits, root key) ─▶ roster n+1 ─ send_roster ─▶ the unit
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tcdesk.bundle import names, succession, writing
from tcdesk.bundle.contents import Applicant
from tcdesk.bundle.enrolment import Unconfirmed, open_enrolment
from tcdesk.bundle.manifest import AuditHead, Kind, Profile
from tcdesk.bundle.roster import (
    KeyStatus,
    Party,
    PartyKind,
    RecipientStatus,
    RootKey,
    Roster,
    SealKey,
    SignKey,
    public_key,
    written,
)
from tcdesk.crypto.fingerprint import digits
from tcdesk.crypto.passphrase import COST, Cost
from tcdesk.crypto.sealing import Identity
from tcdesk.crypto.secret import Secret
from tcdesk.crypto.signing import PublicKey, SigningKey
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.staff import Action
from tcdesk.services.access import unit_code
from tcdesk.services.desk import Desk
from tcdesk.services.exchange_errors import OfficeNotFoundedError, RootKeyForeignError
from tcdesk.services.exchange_rows import BundleIn
from tcdesk.services.exchange_rows import Party as PartyRow
from tcdesk.services.inbox import Inbox
from tcdesk.services.joining import CARD, CARD_SIGNATURE
from tcdesk.services.own_party import (
    OwnParty,
    believe_roster,
    believed_roster,
    newest_roster,
    own_party,
    party_row,
    signed_roster,
)
from tcdesk.services.ports import Files, Intake, Stick
from tcdesk.services.root_key import make_root_key, open_root_key
from tcdesk.services.sending import Parcel, Sending, Sent
from tcdesk.services.store import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Founded:
    """What an office has on paper after its founding; the reserve key is nowhere else."""

    digits: tuple[str, ...]
    reserve: Secret = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUnit:
    """How the office calls a unit: a short code for tables, a name for people."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Office:
    """The keeper of the roster."""

    desk: Desk
    files: Files
    stick: Stick

    def found(self, folder: Path, passphrase: str, cost: Cost = COST) -> Founded:
        """Make the root key, the reserve key and the first roster.

        The root key is written to the folder, sealed by its own passphrase; the private half of
        the reserve key is given back once, for paper, and kept nowhere.

        Raises:
            RuleBrokenError: ``office-founded`` already.
            RootKeyDamagedError: The folder holds a root key.
            TcdeskError: The folder refuses writing.
        """
        with self.desk.writing(Action.MANAGE_UNIT) as work:
            if believed_roster(work) is not None:
                raise RuleBrokenError("office-founded")
            own, reserve = own_party(work), Identity.generate()
            root = make_root_key(folder, passphrase, self.files, cost)
            roster = Roster(
                version=1,
                issued_at=self.desk.moment(),
                root_keys=(RootKey(key_id=root.public.key_id.hex(), pub=written(root.public)),),
                parties=(self._own_entry(own, reserve.recipient),),
            )
            believe_roster(work, roster, succession.sign(roster, [root]))
            work.set_setting("office-reserve", reserve.recipient)
            work.audit("office.found")
        return Founded(digits=_groups(root.public, ""), reserve=reserve.text)

    def digits(self) -> tuple[str, ...]:
        """Give the digits of the root key, for the office's slip.

        Raises:
            OfficeNotFoundedError: There is no root key yet.
        """
        with self.desk.reading(Action.MANAGE_UNIT) as facts:
            return _groups(public_key(_roster(facts).root_keys[0].pub), "")

    def write_card(self, folder: Path) -> None:
        """Write the card (the roster and its signature, in clear) into a folder on a stick.

        Raises:
            OfficeNotFoundedError: There is no roster yet.
            TcdeskError: The folder refuses writing.
        """
        with self.desk.reading(Action.MANAGE_UNIT) as facts:
            signed = signed_roster(facts)
        if signed is None:
            raise OfficeNotFoundedError
        self.files.write_atomic(folder / CARD, signed.data)
        self.files.write_atomic(folder / CARD_SIGNATURE, signed.minisig)

    def units(self) -> Sequence[PartyRow]:
        """List the units of the roster."""
        with self.desk.reading(Action.SEE_REPORTS) as facts:
            return facts.find(PartyRow, kind=PartyKind.UNIT.value)

    def read_enrolment(self, path: Path, intake: Intake) -> Unconfirmed:
        """Open what a unit wrote to join.

        Raises:
            OfficeNotFoundedError: There is no roster yet.
            BundleRefusedError: No enrolment, for somebody else, or damaged.
        """
        with self.desk.reading(Action.MANAGE_UNIT) as facts:
            own, roster = own_party(facts), _roster(facts)
        with Inbox(self.desk, intake).staged(path) as copy:
            return open_enrolment(copy.open, me=own.id, identities=(own.identity,), senders=roster)

    def admit(
        self, unconfirmed: Unconfirmed, typed: str, new: NewUnit, root: Path, passphrase: str
    ) -> PartyRow:
        """Take a unit in, because a person typed the digits from its slip.

        Raises:
            BundleRefusedError: ``wrong-digits``.
            RuleBrokenError: ``unit-enrolled`` already, ``unit-name-missing``, ``unit-code`` or
                ``unit-code-taken``.
            RootPassphraseError: The passphrase does not open the root key.
            RootKeyForeignError: It opens, but is another office's.
        """
        self.desk.check(Action.MANAGE_UNIT)
        applicant = unconfirmed.confirm(typed)
        code, name = unit_code(new.code), new.name.strip()
        if not name:
            raise RuleBrokenError("unit-name-missing")
        key = open_root_key(root, passphrase)
        with self.desk.writing(Action.MANAGE_UNIT) as work:
            if work.find(PartyRow, code=code):
                raise RuleBrokenError("unit-code-taken")
            roster = self._next(work, _roster(work), applicant, key)
            believe_roster(work, roster, succession.sign(roster, [key]))
            listed = roster.party(applicant.id)
            if listed is None:
                raise RuleBrokenError("unit-enrolled")
            party = party_row(listed, code=code, name=name, at=self.desk.moment())
            work.add(party)
            work.audit("unit.admit", entity="party", key=party.id)
        return party

    def send_roster(self, unit: str, folder: Path) -> Sent:
        """Write the newest roster, sealed to one unit, to a stick.

        Raises:
            OfficeNotFoundedError: There is no roster yet.
            TcdeskError: The stick refuses or fails.
        """
        with self.desk.reading(Action.MANAGE_UNIT) as facts:
            parcel = Parcel(
                kind=Kind.ROSTER,
                profile=Profile.STAT,
                to=unit_of(facts, unit),
                parts=writing.Parts(tables={}, others=roster_files(facts)),
                head=head_of(facts),
            )
        return Sending(self.desk, self.stick).send(parcel, folder, Action.MANAGE_UNIT)

    def _own_entry(self, own: OwnParty, reserve: str) -> Party:
        return Party(
            party_id=own.id,
            kind=PartyKind.OFFICE,
            code=own.tag,
            sign_keys=(_sign_key(own.signing.public, self.desk.moment()),),
            recipients=(_seal_key(own.identity.recipient), _seal_key(reserve)),
            epoch_no_max=1,
        )

    def _next(
        self, facts: Reading, roster: Roster, applicant: Applicant, key: SigningKey
    ) -> Roster:
        """Give the next roster: one party more, and the newest epochs seen."""
        if key.public.key_id.hex() not in {one.key_id for one in roster.root_keys}:
            raise RootKeyForeignError
        if roster.party(applicant.id) is not None:
            raise RuleBrokenError("unit-enrolled")
        newcomer = Party(
            party_id=applicant.id,
            kind=applicant.kind,
            code=applicant.code,
            sign_keys=(_sign_key(public_key(applicant.sign_pub), self.desk.moment()),),
            recipients=(_seal_key(applicant.recipient),),
            epoch_no_max=0,
        )
        known = [
            replace(one, epoch_no_max=max(one.epoch_no_max, newest_epoch_no(facts, one.party_id)))
            for one in roster.parties
        ]
        return replace(
            roster,
            version=newest_roster(facts) + 1,
            issued_at=self.desk.moment(),
            parties=tuple(sorted((*known, newcomer), key=lambda one: one.party_id)),
        )


def newest_epoch_no(facts: Reading, party: str) -> int:
    """Give the largest epoch number that was imported from a party; 0 if none."""
    return max((one.epoch_no for one in facts.find(BundleIn, party=party)), default=0)


def unit_of(facts: Reading, unit: str) -> Party:
    """Give a unit of the roster.

    Raises:
        OfficeNotFoundedError: There is no roster yet.
        RuleBrokenError: ``unit-unknown``.
    """
    party = _roster(facts).party(unit)
    if party is None:
        raise RuleBrokenError("unit-unknown")
    return party


def roster_files(facts: Reading) -> dict[str, bytes]:
    """Give the believed roster as files of a bundle.

    Raises:
        OfficeNotFoundedError: There is no roster yet.
    """
    signed = signed_roster(facts)
    if signed is None:
        raise OfficeNotFoundedError
    return {names.ROSTER: signed.data, names.ROSTER_SIGNATURE: signed.minisig}


def head_of(facts: Reading) -> AuditHead:
    """Give the newest audit line, as manifests anchor it."""
    head = facts.audit_head()
    return AuditHead(seq=head.seq, sha256=head.sha256)


def _roster(facts: Reading) -> Roster:
    roster = believed_roster(facts)
    if roster is None:
        raise OfficeNotFoundedError
    return roster


def _groups(key: PublicKey, recipient: str) -> tuple[str, ...]:
    return tuple(digits(key, recipient).split())


def _sign_key(key: PublicKey, moment: str) -> SignKey:
    return SignKey(
        key_id=key.key_id.hex(),
        pub=written(key),
        status=KeyStatus.ACTIVE,
        from_=moment,
        last_good=None,
    )


def _seal_key(recipient: str) -> SealKey:
    return SealKey(recipient=recipient, status=RecipientStatus.ACTIVE)
