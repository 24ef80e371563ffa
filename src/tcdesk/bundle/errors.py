"""Why bundles, rosters and enrolments are refused, and what may go wrong in making them."""

from enum import StrEnum

from tcdesk.domain.errors import Fact, PersonCanMendError, WeErredError


class Refusal(StrEnum):
    """What a person has to know; the sentence and its next step are ``refusal-<value>``."""

    NOT_A_BUNDLE = "not-a-bundle"  # another kind of file, or its beginning is destroyed
    DAMAGED = "damaged"  # cut, changed, or not what was hashed and signed
    NOT_FOR_US = "not-for-us"  # none of our keys opens it
    FORWARDED = "forwarded"  # it opens, but was signed for somebody else
    UNKNOWN_SENDER = "unknown-sender"  # the signing key is not in the roster
    WRONG_SENDER = "wrong-sender"  # the key belongs to another party than the sender it states
    WRONG_SIGNATURE = "wrong-signature"
    KEY_REVOKED = "key-revoked"
    KEY_RETIRED = "key-retired"  # a retired key signed something newer than its last bundle
    NEWER_PROGRAM = "newer-program"
    ANOTHER_KIND = "another-kind"  # right bundle, wrong place
    MALFORMED = "malformed"  # signed, but against the format: the sender's program erred
    TOO_LARGE = "too-large"
    CHANGED_MEANWHILE = "changed-meanwhile"  # the second reading differs from the first
    WRONG_DIGITS = "wrong-digits"
    ROSTER_NOT_NEWER = "roster-not-newer"
    ROSTER_WRONG_ROOT = "roster-wrong-root"
    DUPLICATE = "duplicate"
    GAP_UNVERIFIABLE = "gap-unverifiable"
    LATE_UNVERIFIABLE = "late-unverifiable"
    NEW_EPOCH = "new-epoch"
    FORK = "fork"
    HISTORY_REWRITTEN = "history-rewritten"


class BundleRefusedError(PersonCanMendError):
    """A bundle, roster or enrolment is refused; nothing was taken from it.

    ``detail`` names the exact check for logs and tests; it never holds content.
    """

    code = "bundle-refused"

    def __init__(self, reason: Refusal, detail: str = "", **facts: Fact) -> None:
        super().__init__(reason=reason.value, detail=detail, **facts)
        self.reason = reason
        self.detail = detail


class BundleTooLargeError(PersonCanMendError):
    """What should travel does not fit the limits of a bundle."""

    code = "bundle-too-large"


class UnfitForBundleError(WeErredError):
    """We tried to write what our own reader would refuse; ``detail`` names the check."""

    code = "unfit-for-bundle"


class SnapshotChangedError(WeErredError):
    """The second pass over the snapshot gave other bytes than the first one."""

    code = "snapshot-changed"
