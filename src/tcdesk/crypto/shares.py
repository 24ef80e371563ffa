"""A recovery key in three parts, any two of which give it back (security.md §4.8).

For each pair of parts the secret is the exclusive or of two halves, one of them random; each part
holds its half for either of the other two. One part alone is random bytes and tells nothing.

    part 1: r12 r13    part 2: s⊕r12 r23    part 3: s⊕r13 s⊕r23
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from tcdesk.crypto import bech32
from tcdesk.crypto.digests import random_bytes
from tcdesk.crypto.errors import IdentityTextError
from tcdesk.crypto.sealing import IDENTITY_BYTES, Identity
from tcdesk.crypto.secret import Secret

PARTS = (1, 2, 3)


def prefix(part: int, other: int) -> str:
    """Give how the half of one part for another begins, as people read it."""
    return f"tcdesk-share-{part}{other}-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Half:
    """What one part holds for one other."""

    part: int
    other: int
    raw: Secret = field(repr=False)

    @property
    def text(self) -> Secret:
        """Give it as it stands on paper, as ASCII bytes."""
        text = bech32.encode(prefix(self.part, self.other), self.raw.reveal())
        return Secret(text.upper().encode("ascii"))

    @classmethod
    def from_text(cls, text: str) -> "Half":
        """Read what was typed from paper; spaces and case do not matter.

        Raises:
            IdentityTextError: A character is wrong, missing or too many.
        """
        plain = "".join(text.split()).lower()
        for part in PARTS:
            for other in PARTS:
                if part != other and plain.startswith(prefix(part, other)):
                    try:
                        raw = bech32.decode(prefix(part, other), plain)
                    except ValueError:
                        raise IdentityTextError from None
                    return cls(part=part, other=other, raw=Secret(raw))
        raise IdentityTextError


def split(identity: Identity) -> Sequence[Sequence[Half]]:
    """Give the three parts: each the halves for the other two, in their order."""
    secret = identity.raw.reveal()
    halves: dict[tuple[int, int], bytes] = {}
    for one, other in combinations(PARTS, 2):
        halves[one, other] = random_bytes(IDENTITY_BYTES)
        halves[other, one] = _xor(secret, halves[one, other])
    return [
        [
            Half(part=part, other=other, raw=Secret(halves[part, other]))
            for other in PARTS
            if other != part
        ]
        for part in PARTS
    ]


def join(one: Half, other: Half) -> Identity:
    """Give the key back from two halves that belong together.

    Raises:
        IdentityTextError: They are not for each other.
    """
    if (one.part, one.other) != (other.other, other.part):
        raise IdentityTextError
    return Identity(Secret(_xor(one.raw.reveal(), other.raw.reveal())))


def _xor(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))
