"""Wrapping keys under a key: AES-256-GCM with associated data."""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tcdesk.crypto.errors import WrongKeyError
from tcdesk.crypto.secret import Secret

NONCE_BYTES = 12
TAG_BYTES = 16


def wrap(key: Secret, nonce: bytes, plain: Secret, aad: bytes) -> bytes:
    """Encrypt and authenticate; a nonce is never used twice with one key.

    Returns:
        Ciphertext followed by the tag of 16 bytes.
    """
    return AESGCM(key.reveal()).encrypt(nonce, plain.reveal(), aad)


def unwrap(key: Secret, nonce: bytes, wrapped: bytes, aad: bytes) -> Secret:
    """Open what ``wrap`` made.

    Raises:
        WrongKeyError: Other key, nonce or associated data, or the bytes were changed.
    """
    try:
        return Secret(AESGCM(key.reveal()).decrypt(nonce, wrapped, aad))
    except (InvalidTag, ValueError) as failure:  # ValueError: too short to hold a tag
        raise WrongKeyError from failure
