"""Which roster may be believed: the first one by its root's digits, the next one by its signatures.

    candidate ──accept()──▶ Roster                                            when one is held
    candidate ──first()──▶ UnconfirmedRoster ──confirm(digits)──▶ Roster      when none is

A change of the root is signed by an old and a new root key, as two blocks in one signature file.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tcdesk.bundle import limits, minisig
from tcdesk.bundle.canonical import NotCanonicalError, decode, encode
from tcdesk.bundle.errors import BundleRefusedError, Refusal, UnfitForBundleError
from tcdesk.bundle.roster import RootKey, Roster, public_key
from tcdesk.bundle.shapes import ShapeError, read, write
from tcdesk.crypto.digests import sha256
from tcdesk.crypto.fingerprint import digits, same_digits
from tcdesk.crypto.signing import PublicKey, SigningKey

SIGNATURES = 2  # an old root and a new one


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedRoster:
    """A roster as it travels: ``roster.json`` and ``roster.json.minisig``."""

    data: bytes
    minisig: bytes


@dataclass(frozen=True, slots=True)
class UnconfirmedRoster:
    """A first roster: consistent in itself, believed by nobody until the digits are typed."""

    _roster: Roster
    _root: PublicKey

    def confirm(self, digits: str) -> Roster:
        """Give the roster to a person who typed the root's digits from the office's paper.

        Raises:
            BundleRefusedError: ``wrong-digits``.
        """
        if not same_digits(digits, self._root, ""):
            raise BundleRefusedError(Refusal.WRONG_DIGITS, "roster")
        return self._roster


def root_digits(root: PublicKey) -> str:
    """Give the digits that the office prints for its root; a root has no recipient of its own."""
    return digits(root, "")


def sign(roster: Roster, keys: Sequence[SigningKey]) -> SignedRoster:
    """Sign a roster with one root key, or with an old and a new one.

    Raises:
        UnfitForBundleError: The roster breaks its own rules, or there are no keys or over two.
    """
    try:
        data = encode(write(roster))
    except ShapeError as error:
        raise UnfitForBundleError(detail=f"roster-{error.flaw}", at=error.at) from error
    broken = roster.broken_rules()
    if broken or len(data) > limits.ROSTER or not 1 <= len(keys) <= SIGNATURES:
        raise UnfitForBundleError(detail=f"roster-{broken[0] if broken else 'size'}")
    comment = _comment(roster, data)
    blocks = (minisig.sign(key, data, untrusted=minisig.ROSTER, trusted=comment) for key in keys)
    return SignedRoster(data=data, minisig=b"".join(blocks))


def accept(current: Roster, candidate: SignedRoster) -> Roster:
    """Give the candidate's roster if it may follow the current one.

    Raises:
        BundleRefusedError: Not newer, not signed by a root we know, its root changed without the
            new root's signature, or misspelled.
    """
    roster, signers = _read(candidate, also=current.root_keys)
    if roster.version <= current.version:
        raise BundleRefusedError(Refusal.ROSTER_NOT_NEWER, version=roster.version)
    old = {key.key_id for key in current.root_keys}
    new = {key.key_id for key in roster.root_keys}
    if not signers & old or not signers & new:
        raise BundleRefusedError(Refusal.ROSTER_WRONG_ROOT, "roster-root")
    return roster


def first(candidate: SignedRoster) -> UnconfirmedRoster:
    """Read a roster without knowing anybody; it says of itself who its root is.

    Raises:
        BundleRefusedError: It is not signed by one of its own roots, or misspelled.
    """
    roster, signers = _read(candidate, also=())
    root = next(key for key in roster.root_keys if key.key_id in signers)
    return UnconfirmedRoster(roster, public_key(root.pub))


def _read(candidate: SignedRoster, *, also: Sequence[RootKey]) -> tuple[Roster, set[str]]:
    """Give the roster and the ids of the root keys (its own, and others) that signed it."""
    if len(candidate.data) > limits.ROSTER or len(candidate.minisig) > limits.SIGNATURE:
        raise BundleRefusedError(Refusal.TOO_LARGE, "roster-size")
    signatures = minisig.parse(candidate.minisig, untrusted=minisig.ROSTER, most=SIGNATURES)
    roster = _parse(candidate.data)
    roots = {key.key_id: public_key(key.pub) for key in (*roster.root_keys, *also)}
    signers: set[str] = set()
    for signature in signatures:
        root = roots.get(signature.key_id.hex())
        if root is None:
            raise BundleRefusedError(Refusal.ROSTER_WRONG_ROOT, "roster-root")
        signature.verify(root, candidate.data)
        signature.expect_comment(_comment(roster, candidate.data))
        signers.add(signature.key_id.hex())
    return roster, signers


def _parse(data: bytes) -> Roster:
    try:
        value = decode(data)
        roster = read(Roster, value)
    except NotCanonicalError as error:
        raise BundleRefusedError(Refusal.MALFORMED, f"roster-{error.reason.value}") from error
    except ShapeError as error:
        raise BundleRefusedError(Refusal.MALFORMED, f"roster-{error.flaw}", at=error.at) from error
    for rule in roster.broken_rules():
        raise BundleRefusedError(Refusal.MALFORMED, f"roster-{rule}")
    return roster


def _comment(roster: Roster, data: bytes) -> str:
    return f"tcdesk-roster-v1 version={roster.version} sha256={sha256(data).hex()}"
