"""The database key: random, sealed to every slot at once, given to SQLCipher raw."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tcdesk.crypto.digests import random_bytes
from tcdesk.crypto.errors import SealBrokenError
from tcdesk.crypto.sealing import Identity, open_sealed, seal
from tcdesk.crypto.secret import Secret
from tcdesk.vault.key_errors import KeyFileDamagedError, KeyFileReplacedError, RawKeyError

DEK_BYTES = 32
PIN_BYTES = 32
KEY_TEXT_LENGTH = len("x''") + 2 * DEK_BYTES

_SEALED = re.compile(
    r"tcdesk-dek-v1 ([0-9a-f-]{36}) ([1-9][0-9]{0,5}) ([0-9a-f]{64}) ([0-9a-f]{64})\n", re.ASCII
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dek:
    """A database key, its number (which is the number of the database file) and the vault's pin."""

    number: int
    key: Secret = field(repr=False)
    pin: Secret = field(repr=False)

    @classmethod
    def generate(cls) -> "Dek":
        """Make the first key and the pin of a new vault."""
        key, pin = Secret(random_bytes(DEK_BYTES)), Secret(random_bytes(PIN_BYTES))
        return cls(number=1, key=key, pin=pin)

    def successor(self) -> "Dek":
        """Make the next key of the same vault."""
        return Dek(number=self.number + 1, key=Secret(random_bytes(DEK_BYTES)), pin=self.pin)

    @property
    def file_name(self) -> str:
        """Give the name of the database file that this key opens."""
        return f"tcdesk-{self.number:06d}.db"


def sealed_plaintext(vault_id: str, dek: Dek) -> bytes:
    """Give the line that is sealed; stock ``age -d`` with a paper key shows it."""
    key, pin = dek.key.reveal().hex(), dek.pin.reveal().hex()
    return f"tcdesk-dek-v1 {vault_id} {dek.number} {key} {pin}\n".encode("ascii")


def seal_dek(vault_id: str, dek: Dek, recipients: Sequence[str]) -> bytes:
    """Seal the key to all slots of the vault."""
    return seal(sealed_plaintext(vault_id, dek), recipients)


def unseal_dek(sealed: bytes, identity: Identity, vault_id: str, number: int) -> Dek:
    """Open the sealed key (unlock, step 5).

    Raises:
        KeyFileDamagedError: It does not open with this identity, or is no such line.
        KeyFileReplacedError: It is a key of another vault or number.
    """
    try:
        line = open_sealed(sealed, [identity])
    except SealBrokenError as failure:
        raise KeyFileDamagedError(reason="sealed-key") from failure
    found = _SEALED.fullmatch(line.decode("ascii", "replace"))
    if found is None:
        raise KeyFileDamagedError(reason="sealed-key")
    if (found[1], int(found[2])) != (vault_id, number):
        raise KeyFileReplacedError
    return Dek(
        number=number,
        key=Secret(bytes.fromhex(found[3])),
        pin=Secret(bytes.fromhex(found[4])),
    )


def key_text(key: Secret) -> str:
    """Give the raw key as SQLCipher wants it: ``x'`` 64 hex ``'``.

    Raises:
        RawKeyError: It has another length; SQLCipher would take it for a passphrase (V-09).
    """
    text = f"x'{key.reveal().hex()}'"
    if len(text) != KEY_TEXT_LENGTH:
        raise RawKeyError
    return text
