"""Who we are in the exchange: our id and keys, and the roster that we believe."""

import json
from dataclasses import dataclass

from tcdesk.bundle.canonical import decode
from tcdesk.bundle.roster import Party as RosterParty
from tcdesk.bundle.roster import PartyKind as RosterKind
from tcdesk.bundle.roster import Roster
from tcdesk.bundle.shapes import read
from tcdesk.bundle.succession import SignedRoster
from tcdesk.crypto.sealing import Identity
from tcdesk.crypto.secret import Secret
from tcdesk.crypto.signing import SigningKey
from tcdesk.domain.errors import MissingRowError
from tcdesk.services.exchange_errors import NotEnrolledError, OfficeNotConfirmedError
from tcdesk.services.exchange_rows import Party, PartyKind, PartyStatus
from tcdesk.services.store import Reading, Work

ROSTER = "roster"
ROSTER_SIGNATURE = "roster-minisig"
ROSTER_SEEN = "roster-version-seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnParty:
    """This installation as a party: ``code`` is what people say, ``tag`` is on file names."""

    id: str
    kind: PartyKind
    code: str
    tag: str
    name: str
    training: bool
    signing: SigningKey
    identity: Identity


def own_party(facts: Reading) -> OwnParty:
    """Read who we are.

    Raises:
        MissingRowError: The vault was made without it.
    """
    seed, box = facts.secret("sign"), facts.secret("box")
    if seed is None or box is None:
        raise MissingRowError(table="secret")
    return OwnParty(
        id=facts.setting("unit-id") or "",
        kind=PartyKind(facts.setting("installation") or ""),
        code=facts.setting("unit-code") or "",
        tag=facts.setting("unit-tag") or "",
        name=facts.setting("unit-name") or "",
        training=facts.setting("training") == "yes",
        signing=SigningKey(Secret(seed)),
        identity=Identity(Secret(box)),
    )


def believed_roster(facts: Reading) -> Roster | None:
    """Read the roster that we believe, if there is one."""
    stored = facts.setting(ROSTER)
    return read(Roster, decode(stored.encode())) if stored else None


def signed_roster(facts: Reading) -> SignedRoster | None:
    """Read the believed roster as it travels."""
    data, minisig = facts.setting(ROSTER), facts.setting(ROSTER_SIGNATURE)
    if data is None or minisig is None:
        return None
    return SignedRoster(data=data.encode(), minisig=minisig.encode())


def newest_roster(facts: Reading) -> int:
    """Give the largest version of the roster that this vault knows was given out; 0 if none.

    After a restore that can be larger than that of the roster it believes: units have the newer
    one, and accept only what is newer still.
    """
    believed = believed_roster(facts)
    return max(believed.version if believed else 0, int(facts.setting(ROSTER_SEEN) or 0))


def believe_roster(work: Work, roster: Roster, signed: SignedRoster) -> None:
    """Keep a roster that has passed every check; from now on it is the one we believe."""
    work.set_setting(ROSTER, signed.data.decode())
    work.set_setting(ROSTER_SIGNATURE, signed.minisig.decode())
    work.audit("roster.believe", detail={"version": roster.version})


def office_of(facts: Reading) -> RosterParty:
    """Give the office that a unit has confirmed.

    Raises:
        OfficeNotConfirmedError: None yet.
    """
    roster = believed_roster(facts)
    if roster is None:
        raise OfficeNotConfirmedError
    return next(party for party in roster.parties if party.kind is RosterKind.OFFICE)


def check_listed(facts: Reading, party: str) -> None:
    """Refuse what only a party of the roster can do.

    Raises:
        OfficeNotConfirmedError: There is no roster.
        NotEnrolledError: The party is not in it.
    """
    roster = believed_roster(facts)
    if roster is None:
        raise OfficeNotConfirmedError
    if roster.party(party) is None:
        raise NotEnrolledError


def party_row(party: RosterParty, *, code: str, name: str, at: str) -> Party:
    """Give what the vault keeps about a confirmed party, with the names that people use."""
    return Party(
        id=party.party_id,
        kind=PartyKind(party.kind.value),
        code=code,
        name=name,
        sign_pub=party.sign_keys[0].pub,
        recipients=json.dumps(party.active_recipients),
        confirmed_at=at,
        status=PartyStatus.ACTIVE,
    )
