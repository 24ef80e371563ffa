"""Digests, message codes, randomness and comparison in constant time."""

import hashlib
import hmac
import secrets
from typing import Protocol


class Hasher(Protocol):
    """A digest that is fed piece by piece."""

    def update(self, data: bytes | memoryview, /) -> None:
        """Take the next piece."""
        ...

    def digest(self) -> bytes:
        """Give the digest of all pieces so far."""
        ...

    def hexdigest(self) -> str:
        """Give the digest as lower-case hexadecimal text."""
        ...


def sha256(data: bytes) -> bytes:
    """Give the SHA-256 digest, 32 bytes."""
    return hashlib.sha256(data).digest()


def sha256_hasher() -> Hasher:
    """Give an empty SHA-256 to be fed."""
    return hashlib.sha256()


def blake2b_512(data: bytes) -> bytes:
    """Give the BLAKE2b-512 digest, 64 bytes (what minisign signs)."""
    return hashlib.blake2b(data, digest_size=64).digest()


def blake2b_512_hasher() -> Hasher:
    """Give an empty BLAKE2b-512 to be fed."""
    return hashlib.blake2b(digest_size=64)


def hmac_sha256(key: bytes, data: bytes) -> bytes:
    """Give the HMAC-SHA-256 of data, 32 bytes."""
    return hmac.digest(key, data, "sha256")


def random_bytes(count: int) -> bytes:
    """Give bytes from the operating system's generator for keys."""
    return secrets.token_bytes(count)


def same_bytes(one: bytes, other: bytes) -> bool:
    """Tell in constant time whether both are equal."""
    return hmac.compare_digest(one, other)
