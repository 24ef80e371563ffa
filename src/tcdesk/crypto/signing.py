"""Ed25519: keys, signatures, key ids, and the exact messages that people's keys sign."""

from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from tcdesk.crypto.digests import random_bytes, sha256
from tcdesk.crypto.errors import SignatureRefusedError
from tcdesk.crypto.secret import Secret

SEED_BYTES = 32
PUBLIC_BYTES = 32
SIGNATURE_BYTES = 64
KEY_ID_BYTES = 8


@dataclass(frozen=True, slots=True)
class PublicKey:
    """The public half: 32 bytes."""

    raw: bytes

    def __post_init__(self) -> None:
        """Refuse another length.

        Raises:
            ValueError: There are not 32 bytes.
        """
        if len(self.raw) != PUBLIC_BYTES:
            raise ValueError("an Ed25519 public key has 32 bytes")

    @property
    def key_id(self) -> bytes:
        """Give the 8 bytes by which rosters and minisign files name the key."""
        return sha256(b"tcdesk-keyid-v1\x00" + self.raw)[:KEY_ID_BYTES]

    def verify(self, signature: bytes, message: bytes) -> None:
        """Return if the signature is this key's over this message.

        Raises:
            SignatureRefusedError: It is not.
        """
        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, message)
        except (InvalidSignature, ValueError) as failure:  # ValueError: the bytes are no key
            raise SignatureRefusedError from failure


class SigningKey:
    """The private half, kept as its seed of 32 bytes."""

    __slots__ = ("_seed", "public")

    def __init__(self, seed: Secret) -> None:
        self._seed = seed
        self.public = PublicKey(self._key().public_key().public_bytes_raw())

    @classmethod
    def generate(cls) -> "SigningKey":
        """Make a new key."""
        return cls(Secret(random_bytes(SEED_BYTES)))

    @property
    def seed(self) -> Secret:
        """Give the seed, to be wrapped."""
        return self._seed

    def sign(self, message: bytes) -> bytes:
        """Give the signature, 64 bytes; the same for the same message."""
        return self._key().sign(message)

    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self._seed.reveal())


def note_message(canonical: bytes) -> bytes:
    """Give what an author's key signs for a note: a label and the canonical bytes' digest."""
    return b"tcdesk-note-v1\x00" + sha256(canonical)


def countersign_message(canonical: bytes) -> bytes:
    """Give what a mentor's key signs for a note; no author's signature can pass for it."""
    return b"tcdesk-countersign-v1\x00" + sha256(canonical)


def reader_message(row: bytes, key: Secret) -> bytes:
    """Give what is signed when a key of closed notes is given: the row, and which key it was."""
    return b"tcdesk-compartment-v1\x00" + sha256(row) + sha256(key.reveal())


def audit_checkpoint_message(vault_id: str, seq: int, entry_hash: bytes) -> bytes:
    """Give what the account's key signs at lock: the head of the audit chain of this vault.

    The vault's id goes in as its 36 ASCII characters, the sequence as 8 bytes big-endian.
    """
    return b"tcdesk-auditcp-v1\x00" + vault_id.encode("ascii") + seq.to_bytes(8, "big") + entry_hash
