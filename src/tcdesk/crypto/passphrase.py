"""From a passphrase to a key: Argon2id, and HKDF for everything derived from a key."""

import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from tcdesk.crypto.errors import CostRefusedError, NotEnoughMemoryError
from tcdesk.crypto.secret import Secret

KEY_BYTES = 32
SALT_BYTES = 32

M_KIB_BOUNDS = (65_536, 1_048_576)
T_BOUNDS = (2, 16)
P_BOUNDS = (1, 8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one guess costs: memory in KiB, passes, lanes (Argon2id v1.3)."""

    m_kib: int
    t: int
    p: int

    def check(self) -> None:
        """Refuse costs outside the bounds: a hostile key file can neither weaken nor stall us.

        Raises:
            CostRefusedError: One of the three lies outside its bounds.
        """
        for name, value, (least, most) in (
            ("m_kib", self.m_kib, M_KIB_BOUNDS),
            ("t", self.t, T_BOUNDS),
            ("p", self.p, P_BOUNDS),
        ):
            if not least <= value <= most:
                raise CostRefusedError(parameter=name)

    def is_weaker_than(self, other: "Cost") -> bool:
        """Tell whether a slot with this cost must be wrapped again under ``other``."""
        return self.m_kib < other.m_kib or self.t < other.t


COST = Cost(m_kib=262_144, t=3, p=1)
"""The cost of every new slot: 256 MiB, three passes, one lane."""


def passphrase_bytes(passphrase: str) -> bytes:
    """Give the bytes that are hashed: NFC, UTF-8, nothing trimmed, no change of case."""
    return unicodedata.normalize("NFC", passphrase).encode()


def derive(passphrase: str, salt: bytes, cost: Cost) -> Secret:
    """Run Argon2id v1.3 over a passphrase.

    Args:
        passphrase: As typed; normalised here.
        salt: 32 bytes.
        cost: Checked before anything runs.

    Returns:
        32 bytes of key material.

    Raises:
        CostRefusedError: The cost lies outside the accepted bounds.
        NotEnoughMemoryError: The memory could not be had.
    """
    cost.check()
    argon2 = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.t, lanes=cost.p, memory_cost=cost.m_kib
    )
    try:
        return Secret(argon2.derive(passphrase_bytes(passphrase)))
    except MemoryError as failure:
        raise NotEnoughMemoryError(mib=cost.m_kib // 1024) from failure


def hkdf(key: Secret, *, salt: bytes = b"", info: bytes) -> Secret:
    """Derive 32 bytes for one purpose from a key (HKDF-SHA-256, RFC 5869)."""
    step = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=info)
    return Secret(step.derive(key.reveal()))
