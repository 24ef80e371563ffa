"""Key slots: how an account, a sheet of paper or the central office comes to the database key.

    passphrase → Argon2id → HKDF → AES-256-GCM( X25519 secret ‖ Ed25519 seed ‖ vault pin )

The fields are the members of the slot in ``vault.json`` (FORMAT.md "Slots"); binary values are
base64 text with padding.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Literal

from tcdesk.bundle.canonical import Json, encode
from tcdesk.bundle.shapes import Raw32, Recipient, Uuid, Whole, spelled, write
from tcdesk.crypto.digests import random_bytes
from tcdesk.crypto.errors import WrongKeyError
from tcdesk.crypto.passphrase import COST, SALT_BYTES, Cost, derive, hkdf
from tcdesk.crypto.sealing import Identity
from tcdesk.crypto.secret import Secret
from tcdesk.crypto.signing import PublicKey, SigningKey
from tcdesk.crypto.wrapping import NONCE_BYTES, unwrap, wrap
from tcdesk.vault.key_errors import KeyFileDamagedError, WrongPassphraseError

KEY_BYTES = 32
LONGEST_NAME = 64


def is_name(value: object) -> bool:
    """Check a login or label: 1 to 64 printable characters, no space at either end."""
    return (
        isinstance(value, str)
        and 0 < len(value) <= LONGEST_NAME
        and value.isprintable()
        and value == value.strip()
    )


Name = Annotated[str, is_name]
Raw12 = Annotated[str, spelled(r"[A-Za-z0-9+/]{16}")]
Raw112 = Annotated[str, spelled(r"[A-Za-z0-9+/]{149}[AQgw]==")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kdf:
    """The cost and salt of one wrap; the bounds are checked before anything runs."""

    alg: Literal["argon2id"] = "argon2id"
    v: Literal[19] = 19
    m_kib: Whole
    t: Whole
    p: Whole
    salt: Raw32

    @property
    def cost(self) -> Cost:
        """Give the three numbers."""
        return Cost(m_kib=self.m_kib, t=self.t, p=self.p)


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordSlot:
    """An account: its key pairs, wrapped under its passphrase."""

    slot_id: Uuid
    kind: Literal["password"] = "password"
    user_id: Uuid
    login: Name
    recipient: Recipient
    sign_pub: Raw32
    kdf: Kdf
    nonce: Raw12
    ct: Raw112

    @property
    def public(self) -> PublicKey:
        """Give the key that verifies what the account signs."""
        return PublicKey(b64decode(self.sign_pub))


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSlot:
    """A recovery key on paper: only its public half is here."""

    slot_id: Uuid
    kind: Literal["paper"] = "paper"
    recipient: Recipient
    label: Name


@dataclass(frozen=True, slots=True, kw_only=True)
class EscrowSlot:
    """The central office's recovery key: only its public half is here."""

    slot_id: Uuid
    kind: Literal["escrow"] = "escrow"
    recipient: Recipient
    label: Name


Slot = PasswordSlot | PaperSlot | EscrowSlot


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountKeys:
    """What a slot opens to; kept until the vault is locked."""

    identity: Identity = field(repr=False)
    signing: SigningKey = field(repr=False)
    pin: Secret = field(repr=False)

    @classmethod
    def generate(cls, pin: Secret) -> "AccountKeys":
        """Make new key pairs for a new or reset account of the vault with this pin."""
        return cls(identity=Identity.generate(), signing=SigningKey.generate(), pin=pin)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccount:
    """Whom a slot is made for; the ids come from the caller's generator."""

    slot_id: str
    user_id: str
    login: str
    passphrase: str = field(repr=False)
    cost: Cost = COST


def make_password_slot(vault_id: str, account: NewAccount, keys: AccountKeys) -> PasswordSlot:
    """Wrap an account's keys under its passphrase, with a new salt and nonce.

    Raises:
        CostRefusedError: The cost lies outside the accepted bounds.
        NotEnoughMemoryError: The memory for Argon2id could not be had.
    """
    cost = account.cost
    slot = PasswordSlot(
        slot_id=account.slot_id,
        user_id=account.user_id,
        login=account.login,
        recipient=keys.identity.recipient,
        sign_pub=b64encode(keys.signing.public.raw).decode(),
        kdf=Kdf(
            m_kib=cost.m_kib, t=cost.t, p=cost.p, salt=b64encode(random_bytes(SALT_BYTES)).decode()
        ),
        nonce=b64encode(random_bytes(NONCE_BYTES)).decode(),
        ct="A" * 150 + "==",
    )
    key = _key(vault_id, slot, account.passphrase)
    plain = Secret(keys.identity.raw.reveal() + keys.signing.seed.reveal() + keys.pin.reveal())
    wrapped = wrap(key, b64decode(slot.nonce), plain, slot_aad(vault_id, slot))
    return replace(slot, ct=b64encode(wrapped).decode())


def open_password_slot(vault_id: str, slot: PasswordSlot, passphrase: str) -> AccountKeys:
    """Open a slot (unlock, steps 3 and 4).

    Raises:
        WrongPassphraseError: The passphrase is not this slot's, or the slot was changed.
        KeyFileDamagedError: The keys inside are not those that the slot names.
        CostRefusedError: The cost lies outside the accepted bounds; nothing was run.
        NotEnoughMemoryError: The memory for Argon2id could not be had.
    """
    key = _key(vault_id, slot, passphrase)
    try:
        plain = unwrap(key, b64decode(slot.nonce), b64decode(slot.ct), slot_aad(vault_id, slot))
    except WrongKeyError as failure:
        raise WrongPassphraseError from failure
    secrets = plain.reveal()
    keys = AccountKeys(
        identity=Identity(Secret(secrets[:KEY_BYTES])),
        signing=SigningKey(Secret(secrets[KEY_BYTES : 2 * KEY_BYTES])),
        pin=Secret(secrets[2 * KEY_BYTES :]),
    )
    if keys.identity.recipient != slot.recipient or keys.signing.public != slot.public:
        raise KeyFileDamagedError(reason="slot-keys")
    return keys


def slot_aad(vault_id: str, slot: PasswordSlot) -> bytes:
    """Give what is authenticated beside the wrapped keys: everything of the slot but ``ct``."""
    told = write(slot)
    if not isinstance(told, Mapping):
        raise TypeError(type(told))
    rest: dict[str, Json] = {name: value for name, value in told.items() if name != "ct"}
    return encode({"slot": rest, "vault_id": vault_id})


def _key(vault_id: str, slot: PasswordSlot, passphrase: str) -> Secret:
    ikm = derive(passphrase, b64decode(slot.kdf.salt), slot.kdf.cost)
    info = b"\x00".join((b"tcdesk/v1/kek", vault_id.encode(), slot.slot_id.encode()))
    return hkdf(ikm, info=info)
