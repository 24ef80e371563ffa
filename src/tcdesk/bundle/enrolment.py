"""Enrolment: a party shows its keys; a person compares them with digits that came another way.

    open_enrolment() ──▶ Unconfirmed ──confirm(digits from the paper)──▶ Applicant

The bundle of kind ``enrol`` has one row with the keys. A first one is signed by the very key it
shows, which proves only that the sender holds it; the digits prove the rest. When a party changes
its key, the bundle with the new one is signed by the old one.
"""

from dataclasses import dataclass, field

from tcdesk.bundle import manifest, names, parcel
from tcdesk.bundle.authenticity import Senders, believe, check_for_us, check_sender
from tcdesk.bundle.contents import ENROLMENT, Applicant
from tcdesk.bundle.errors import BundleRefusedError, Refusal
from tcdesk.bundle.manifest import FileEntry, Kind, Manifest
from tcdesk.bundle.reading import RowsSink
from tcdesk.bundle.records import Row
from tcdesk.bundle.roster import KeyStatus, Signer, public_key
from tcdesk.bundle.unsealing import OpenCopy, pour
from tcdesk.crypto.digests import sha256
from tcdesk.crypto.fingerprint import same_digits
from tcdesk.crypto.sealing import Identity

LARGEST = 64 * 1024  # one row; nobody unknown is given more room than that


@dataclass(frozen=True, slots=True, kw_only=True)
class Unconfirmed:
    """Consistent in itself and nothing more.

    ``by_old_key`` tells that a key of the roster signed it: the party changes its key.
    """

    manifest: Manifest
    manifest_sha256: str
    by_old_key: bool
    applicant: Applicant = field(repr=False)

    def confirm(self, digits: str) -> Applicant:
        """Give the applicant to a person who typed the digits from the enrolment slip.

        Raises:
            BundleRefusedError: ``wrong-digits``.
        """
        key = public_key(self.applicant.sign_pub)
        if not same_digits(digits, key, self.applicant.recipient):
            raise BundleRefusedError(Refusal.WRONG_DIGITS, "enrolment")
        return self.applicant


def open_enrolment(
    open_copy: OpenCopy, *, me: str, identities: tuple[Identity, ...], senders: Senders
) -> Unconfirmed:
    """Open a bundle of kind ``enrol``.

    Args:
        open_copy: Opens the staged copy.
        me: Our party id.
        identities: Our keys.
        senders: The roster, for a party that changes its key.

    Raises:
        BundleRefusedError: Not an enrolment for us, or not consistent in itself.
    """
    visitor = _Visitor(me)
    identity = pour(open_copy, identities, lambda: parcel.parse(visitor))
    (applicant,) = visitor.applicants
    if identity.recipient not in manifest.from_bytes(visitor.data).to.recipients:
        raise BundleRefusedError(Refusal.FORWARDED, "manifest-recipient")
    both = _OwnKeyFirst(applicant, senders)
    believed, signer = believe(visitor.data, visitor.signature, both)
    digest = sha256(visitor.data).hex()
    check_sender(believed, digest, signer, imported=())
    if believed.from_.unit_id != applicant.id:
        raise BundleRefusedError(Refusal.WRONG_SENDER, "enrolment-party")
    return Unconfirmed(
        manifest=believed,
        manifest_sha256=digest,
        by_old_key=signer.key != public_key(applicant.sign_pub),
        applicant=applicant,
    )


class _OwnKeyFirst:
    """Finds the key that the enrolment itself shows, then those of the roster."""

    def __init__(self, applicant: Applicant, senders: Senders) -> None:
        self._applicant = applicant
        self._senders = senders

    def find(self, key_id: bytes) -> Signer | None:
        listed = self._senders.find(key_id)
        if listed is not None and listed.status is not KeyStatus.ACTIVE:
            # neither shown anew nor to announce a successor: that is for a person to sort out
            raise BundleRefusedError(Refusal.KEY_REVOKED, "enrolment-key")
        own = public_key(self._applicant.sign_pub)
        if own.key_id == key_id:
            return Signer(party_id=self._applicant.id, key=own)
        return listed


class _Visitor:
    """Reads the one row before anything can be verified; the key to verify with is in it."""

    def __init__(self, me: str) -> None:
        self._me = me
        self.data = b""
        self.signature = b""
        self.applicants: list[Applicant] = []

    def manifest(self, data: bytes, signature: bytes) -> Manifest:
        shown = manifest.from_bytes(data)
        check_for_us(shown, self._me, {Kind.ENROL})
        if [(entry.path, entry.rows) for entry in shown.files] != [(names.data_path(ENROLMENT), 1)]:
            raise BundleRefusedError(Refusal.MALFORMED, "enrolment-files")
        if shown.files[0].usize > LARGEST or shown.files[0].size > LARGEST:
            raise BundleRefusedError(Refusal.TOO_LARGE, "enrolment-files")
        self.data, self.signature = data, signature
        return shown

    def file(self, entry: FileEntry) -> parcel.Sink:
        return RowsSink(ENROLMENT, Applicant, entry, self._keep)

    def _keep(self, _: str, row: Row) -> None:
        if isinstance(row, Applicant):
            self.applicants.append(row)
