"""Digits by which two people compare keys over the telephone or from paper."""

from tcdesk.crypto.digests import sha256
from tcdesk.crypto.signing import PublicKey

GROUPS = 6
BYTES_A_GROUP = 5
DIGITS_A_GROUP = 5


def digits(sign_pub: PublicKey, recipient: str) -> str:
    """Give six groups of five digits for a signing key and a recipient (99.7 bits)."""
    digest = sha256(b"tcdesk-fingerprint-v1\x00" + sign_pub.raw + recipient.encode("ascii"))
    starts = range(0, GROUPS * BYTES_A_GROUP, BYTES_A_GROUP)
    groups = (int.from_bytes(digest[at : at + BYTES_A_GROUP], "big") for at in starts)
    return " ".join(f"{group % 10**DIGITS_A_GROUP:0{DIGITS_A_GROUP}d}" for group in groups)


def same_digits(typed: str, sign_pub: PublicKey, recipient: str) -> bool:
    """Tell whether typed digits are the fingerprint; spaces and other marks do not matter."""
    only = "".join(letter for letter in typed if letter in "0123456789")
    return only == digits(sign_pub, recipient).replace(" ", "")
