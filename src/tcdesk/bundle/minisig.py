"""Signatures in the form of minisign (pre-hashed, ``ED``), written and strictly read.

    untrusted comment: <fixed for each kind of file>
    base64( "ED" ‖ key id (8) ‖ Ed25519(BLAKE2b-512(file)) )
    trusted comment: <states what is signed>
    base64( Ed25519(signature ‖ trusted comment) )

Line feeds only, canonical base64, ASCII. A roster may carry two such blocks, one after the other.
"""

import base64
import binascii
from dataclasses import dataclass

from tcdesk.bundle.errors import BundleRefusedError, Refusal
from tcdesk.crypto.digests import blake2b_512
from tcdesk.crypto.errors import SignatureRefusedError
from tcdesk.crypto.signing import KEY_ID_BYTES, SIGNATURE_BYTES, PublicKey, SigningKey

BUNDLE = "tcdesk bundle signature"
ROSTER = "tcdesk roster signature"

_ALGORITHM = b"ED"
_UNTRUSTED = "untrusted comment: "
_TRUSTED = "trusted comment: "
_LINES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Minisig:
    """One signature as it was read; nothing of it is believed yet."""

    key_id: bytes
    signature: bytes
    trusted_comment: str
    over_comment: bytes

    def verify(self, key: PublicKey, message: bytes) -> None:
        """Return if this is the key's signature over the message and over its own comment.

        Raises:
            BundleRefusedError: It is not.
        """
        try:
            key.verify(self.signature, blake2b_512(message))
            key.verify(self.over_comment, self.signature + self.trusted_comment.encode("ascii"))
        except SignatureRefusedError as error:
            raise BundleRefusedError(Refusal.WRONG_SIGNATURE, "minisig-signature") from error

    def expect_comment(self, trusted_comment: str) -> None:
        """Return if the comment says what the signed bytes say.

        Raises:
            BundleRefusedError: It says something else.
        """
        if self.trusted_comment != trusted_comment:
            raise BundleRefusedError(Refusal.WRONG_SIGNATURE, "minisig-comment")


def sign(key: SigningKey, message: bytes, *, untrusted: str, trusted: str) -> bytes:
    """Give the four lines for a message."""
    signature = key.sign(blake2b_512(message))
    head = base64.b64encode(_ALGORITHM + key.public.key_id + signature).decode("ascii")
    tail = base64.b64encode(key.sign(signature + trusted.encode("ascii"))).decode("ascii")
    return f"{_UNTRUSTED}{untrusted}\n{head}\n{_TRUSTED}{trusted}\n{tail}\n".encode("ascii")


def parse(data: bytes, *, untrusted: str, most: int = 1) -> tuple[Minisig, ...]:
    """Read one signature, or up to ``most`` of them, by the exact grammar.

    Raises:
        BundleRefusedError: A byte is not as we would have written it.
    """
    try:
        lines = data.decode("ascii").split("\n")
    except UnicodeDecodeError:
        raise BundleRefusedError(Refusal.WRONG_SIGNATURE, "minisig-grammar") from None
    count, rest = divmod(len(lines) - 1, _LINES)
    if lines[-1] or rest or not 1 <= count <= most:
        raise BundleRefusedError(Refusal.WRONG_SIGNATURE, "minisig-grammar")
    return tuple(_block(lines[_LINES * at : _LINES * (at + 1)], untrusted) for at in range(count))


def public_key_file(key: PublicKey, comment: str) -> bytes:
    """Give a public key as the stock ``minisign -p`` takes it."""
    body = base64.b64encode(b"Ed" + key.key_id + key.raw).decode("ascii")
    return f"{_UNTRUSTED}{comment}\n{body}\n".encode("ascii")


def _block(lines: list[str], untrusted: str) -> Minisig:
    first, head, comment, tail = lines
    packed = _unpack(head, len(_ALGORITHM) + KEY_ID_BYTES + SIGNATURE_BYTES)
    if first != _UNTRUSTED + untrusted or not comment.startswith(_TRUSTED):
        raise BundleRefusedError(Refusal.WRONG_SIGNATURE, "minisig-grammar")
    if not packed.startswith(_ALGORITHM):  # the legacy "Ed" is not pre-hashed
        raise BundleRefusedError(Refusal.WRONG_SIGNATURE, "minisig-algorithm")
    at = len(_ALGORITHM) + KEY_ID_BYTES
    return Minisig(
        key_id=packed[len(_ALGORITHM) : at],
        signature=packed[at:],
        trusted_comment=comment.removeprefix(_TRUSTED),
        over_comment=_unpack(tail, SIGNATURE_BYTES),
    )


def _unpack(text: str, length: int) -> bytes:
    try:
        data = base64.b64decode(text, validate=True)
    except binascii.Error:
        raise BundleRefusedError(Refusal.WRONG_SIGNATURE, "minisig-base64") from None
    if len(data) != length or base64.b64encode(data).decode("ascii") != text:
        raise BundleRefusedError(Refusal.WRONG_SIGNATURE, "minisig-base64")
    return data
