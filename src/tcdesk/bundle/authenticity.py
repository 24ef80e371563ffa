"""Whether a manifest may be believed: who signed, whether they may, whether it is meant for us."""

from collections.abc import Container
from typing import Protocol

from tcdesk.bundle import manifest, minisig
from tcdesk.bundle.contents import contents_of
from tcdesk.bundle.errors import BundleRefusedError, Refusal
from tcdesk.bundle.manifest import SCHEMA_VERSION, Kind, Manifest
from tcdesk.bundle.roster import KeyStatus, Signer
from tcdesk.crypto.digests import sha256
from tcdesk.crypto.signing import SigningKey


class Senders(Protocol):
    """Where signing keys are looked up; a roster, as a rule."""

    def find(self, key_id: bytes) -> Signer | None:
        """Give the key with this id, None if nobody here has it."""
        ...


def sign(signed: Manifest, data: bytes, key: SigningKey) -> bytes:
    """Give ``manifest.json.minisig`` for a manifest and its bytes."""
    return minisig.sign(key, data, untrusted=minisig.BUNDLE, trusted=_trusted_comment(signed, data))


def believe(data: bytes, signature: bytes, senders: Senders) -> tuple[Manifest, Signer]:
    """Give the manifest and its signer; the manifest is not parsed before the signature holds.

    Raises:
        BundleRefusedError: Unknown key, wrong signature, or a manifest against the rules.
    """
    (stated,) = minisig.parse(signature, untrusted=minisig.BUNDLE)
    signer = senders.find(stated.key_id)
    if signer is None:
        raise BundleRefusedError(Refusal.UNKNOWN_SENDER, "sender-key")
    stated.verify(signer.key, data)
    believed = manifest.from_bytes(data)
    stated.expect_comment(_trusted_comment(believed, data))
    return believed, signer


def check_sender(
    believed: Manifest, sha256_hex: str, signer: Signer, imported: Container[str]
) -> None:
    """Return if the signer is the sender and its key was still good for this position.

    Raises:
        BundleRefusedError: Another party's key, or a retired or revoked one.
    """
    stated = believed.from_
    if stated.sign_key != signer.key.key_id.hex() or signer.party_id not in (None, stated.unit_id):
        raise BundleRefusedError(Refusal.WRONG_SENDER, "manifest-sender")
    if sha256_hex in imported:
        return  # the archive stays readable whatever became of the key
    if signer.status is KeyStatus.REVOKED:
        raise BundleRefusedError(Refusal.KEY_REVOKED, "sender-key")
    last = signer.last_good
    position = (believed.stream.epoch_no, believed.stream.seq)
    if last is not None and position > (last.epoch_no, last.seq):
        raise BundleRefusedError(Refusal.KEY_RETIRED, "sender-key")


def check_for_us(believed: Manifest, me: str | None, kinds: Container[Kind]) -> None:
    """Return if the manifest says that it is for us and for this place, and we can read it.

    Raises:
        BundleRefusedError: For somebody else, for another place, from a newer program, or it
            lists what its kind may not hold.
    """
    if me is not None and believed.to.party_id != me:
        raise BundleRefusedError(Refusal.FORWARDED, "manifest-party")
    if believed.kind not in kinds:
        raise BundleRefusedError(Refusal.ANOTHER_KIND, "manifest-kind", kind=believed.kind.value)
    if believed.schema.min_reader > SCHEMA_VERSION:
        raise BundleRefusedError(Refusal.NEWER_PROGRAM, "manifest-schema")
    contents_of(believed)


def _trusted_comment(signed: Manifest, data: bytes) -> str:
    stream = signed.stream
    return (
        f"tcdesk-bundle-v1 unit={signed.from_.unit_id} epoch={stream.epoch} seq={stream.seq} "
        f"sha256={sha256(data).hex()}"
    )
