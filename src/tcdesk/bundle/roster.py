"""The roster: who takes part, with which keys; signed by the office's offline root key.

Nobody is believed because a bundle says so: keys are looked up here by key id.
"""

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Final, Literal

from tcdesk.bundle import limits
from tcdesk.bundle.manifest import LAST_EPOCH_NO, EpochNo
from tcdesk.bundle.shapes import (
    KeyId,
    Moment,
    Positive,
    Raw32,
    Recipient,
    Uuid,
    counting,
    spelled,
    within,
)
from tcdesk.crypto.signing import PublicKey

FORMAT: Final = "tcdesk-roster"
OFFICE_RECIPIENTS = 2  # the working one and the offline reserve

PartyCode = Annotated[str, spelled(r"[A-Z0-9-]{1,20}")]


class PartyKind(StrEnum):
    """What a party is."""

    UNIT = "unit"
    OFFICE = "office"


class KeyStatus(StrEnum):
    """What a signing key is still good for."""

    ACTIVE = "active"
    RETIRED = "retired"  # verifies what it signed up to its last good position
    REVOKED = "revoked"  # verifies only what has been imported already


class RecipientStatus(StrEnum):
    """Whether new bundles are sealed to a recipient."""

    ACTIVE = "active"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class LastGood:
    """The last position that a key signed rightfully."""

    epoch_no: EpochNo
    seq: Positive


@dataclass(frozen=True, slots=True, kw_only=True)
class SignKey:
    """A signing key of a party."""

    key_id: KeyId
    pub: Raw32
    status: KeyStatus
    from_: Moment
    last_good: LastGood | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SealKey:
    """A recipient of a party."""

    recipient: Recipient
    status: RecipientStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A unit or the office."""

    party_id: Uuid
    kind: PartyKind
    code: PartyCode
    sign_keys: Annotated[tuple[SignKey, ...], counting(1, 32)]
    recipients: Annotated[tuple[SealKey, ...], counting(1, limits.RECIPIENTS)]
    epoch_no_max: Annotated[int, within(0, LAST_EPOCH_NO)]

    @property
    def active_recipients(self) -> tuple[str, ...]:
        """Give the recipients to seal to, in the order a manifest lists them."""
        active = (key.recipient for key in self.recipients if key.status is RecipientStatus.ACTIVE)
        return tuple(sorted(active))


@dataclass(frozen=True, slots=True, kw_only=True)
class RootKey:
    """A key that may sign the next roster."""

    key_id: KeyId
    pub: Raw32


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """A key that was found, with what is known of it.

    ``party_id`` is None when the key came from a person's hand and not from a roster.
    """

    party_id: str | None
    key: PublicKey
    status: KeyStatus = KeyStatus.ACTIVE
    last_good: LastGood | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """The whole roster."""

    format: Literal["tcdesk-roster"] = FORMAT
    version: Positive
    issued_at: Moment
    root_keys: Annotated[tuple[RootKey, ...], counting(1, 4)]
    parties: Annotated[tuple[Party, ...], counting(1, 4096)]

    def find(self, key_id: bytes) -> Signer | None:
        """Give the party's key that has this id."""
        for party, key in self._keys():
            if key.key_id == key_id.hex():
                return Signer(
                    party_id=party.party_id,
                    key=public_key(key.pub),
                    status=key.status,
                    last_good=key.last_good,
                )
        return None

    def party(self, party_id: str) -> Party | None:
        """Give a party by its id."""
        return next((party for party in self.parties if party.party_id == party_id), None)

    def _keys(self) -> Iterator[tuple[Party, SignKey]]:
        return ((party, key) for party in self.parties for key in party.sign_keys)

    def broken_rules(self) -> list[str]:
        """Name the rules between members that this roster breaks."""
        named = [key for _, key in self._keys()] + list(self.root_keys)
        key_ids = [key.key_id for key in named]
        rules = {
            "party-order": _ascending([party.party_id for party in self.parties]),
            "party-code": _distinct([party.code for party in self.parties]),
            "root-order": _ascending([key.key_id for key in self.root_keys]),
            "key-id": all(key.key_id == public_key(key.pub).key_id.hex() for key in named),
            "key-twice": _distinct(key_ids),
            "recipient-twice": _distinct(
                [key.recipient for party in self.parties for key in party.recipients]
            ),
            "last-good": all(
                (key.last_good is None) == (key.status is KeyStatus.ACTIVE)
                for _, key in self._keys()
            ),
            "office-recipients": all(
                len(party.active_recipients) >= OFFICE_RECIPIENTS
                for party in self.parties
                if party.kind is PartyKind.OFFICE
            ),
        }
        return [rule for rule, held in rules.items() if not held]


def public_key(pub: str) -> PublicKey:
    """Give the key that a roster or an enrolment writes as base64."""
    return PublicKey(base64.b64decode(pub))


def written(key: PublicKey) -> str:
    """Give a key as a roster or an enrolment writes it."""
    return base64.b64encode(key.raw).decode("ascii")


def _ascending(texts: Sequence[str]) -> bool:
    return list(texts) == sorted(set(texts))


def _distinct(texts: Sequence[str]) -> bool:
    return len(texts) == len(set(texts))
