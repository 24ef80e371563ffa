"""The manifest: what a bundle is, from whom, for whom, where in its stream, and what it holds.

One canonical JSON object without a line feed at the end; FORMAT.md "Manifest" tells every member.
Level A is the profile ``stat``, level B ``pseudonym``, level C ``full``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Final, Literal

from tcdesk.bundle import limits, names
from tcdesk.bundle.canonical import Json, NotCanonicalError, decode, encode
from tcdesk.bundle.errors import BundleRefusedError, Refusal, UnfitForBundleError
from tcdesk.bundle.shapes import (
    Day,
    Hex64,
    KeyId,
    Moment,
    Positive,
    Recipient,
    ShapeError,
    Uuid,
    Whole,
    counting,
    read,
    spelled,
    within,
    write,
)

FORMAT: Final = "tcdesk-bundle"
VERSION: Final = 1
SCHEMA_VERSION = 1  # of the records; see records.py
NO_PREVIOUS = "0" * 64
LAST_EPOCH_NO = 8191  # 13 bits of a row's version

_UUID7 = r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"

EpochNo = Annotated[int, within(1, LAST_EPOCH_NO)]


class Kind(StrEnum):
    """What a bundle is for."""

    EXPORT = "export"
    TRANSFER = "transfer"
    RECEIPT = "receipt"
    ENROL = "enrol"
    ROSTER = "roster"


class Profile(StrEnum):
    """How much of a person a bundle shows."""

    STAT = "stat"
    PSEUDONYM = "pseudonym"
    FULL = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who signed."""

    unit_id: Uuid
    sign_key: KeyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiver:
    """For whom it was signed, and the keys it was sealed to."""

    party_id: Uuid
    recipients: Annotated[tuple[Recipient, ...], counting(1, limits.RECIPIENTS)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The last position before an epoch began, as far as the sender knew."""

    epoch: Uuid
    seq: Positive
    sha256: Hex64


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """Where the bundle stands in the sender's stream to this receiver."""

    epoch: Uuid
    epoch_no: EpochNo
    base: Base | None
    seq: Positive
    prev: Hex64
    ancestors: Annotated[tuple[Hex64, ...], counting(0, limits.ANCESTORS)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """The version of the records."""

    name: Literal["tcdesk"] = "tcdesk"
    version: Positive = SCHEMA_VERSION
    min_reader: Positive = SCHEMA_VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days the figures are for: ``from_`` is in, ``to`` is the first day no longer in."""

    from_: Day
    to: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditHead:
    """The end of the sender's audit chain when the bundle was made."""

    seq: Whole
    sha256: Hex64


@dataclass(frozen=True, slots=True, kw_only=True)
class FileEntry:
    """One file: ``size`` and ``sha256`` of the stored bytes, ``usize`` of the content."""

    path: Annotated[str, names.is_name]
    rows: Whole
    size: Annotated[int, within(0, limits.FILE)]
    sha256: Hex64
    usize: Annotated[int, within(0, limits.CONTENT)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The whole manifest."""

    format: Literal["tcdesk-bundle"] = FORMAT
    version: Literal[1] = VERSION
    kind: Kind
    bundle_id: Annotated[str, spelled(_UUID7)]
    created_at: Moment
    from_: Sender
    to: Receiver
    stream: Stream
    schema: Schema
    profile: Profile
    period: Period | None
    snapshot: Literal["full"] = "full"
    audit_head: AuditHead
    files: Annotated[tuple[FileEntry, ...], counting(0, limits.FILES)]


def to_bytes(manifest: Manifest) -> bytes:
    """Give the bytes to sign.

    Raises:
        UnfitForBundleError: Our own reader would refuse this manifest.
    """
    try:
        data = encode(write(manifest))
        _agree(manifest)
    except ShapeError as error:
        raise UnfitForBundleError(detail=f"manifest-{error.flaw}", at=error.at) from error
    except BundleRefusedError as error:
        raise UnfitForBundleError(detail=error.detail) from error
    if len(data) > limits.MANIFEST:
        raise UnfitForBundleError(detail="manifest-size")
    return data


def from_bytes(data: bytes) -> Manifest:
    """Read a manifest strictly and hold it to every rule of its own.

    Raises:
        BundleRefusedError: It breaks one; ``detail`` tells which.
    """
    try:
        value = decode(data)
        _refuse_other_versions(value)
        manifest = read(Manifest, value)
    except NotCanonicalError as error:
        raise BundleRefusedError(Refusal.MALFORMED, f"manifest-{error.reason.value}") from error
    except ShapeError as error:
        raise BundleRefusedError(
            Refusal.MALFORMED, f"manifest-{error.flaw}", at=error.at
        ) from error
    _agree(manifest)
    return manifest


def _refuse_other_versions(value: Json) -> None:
    """Tell a newer format from a broken one before asking for the members of this one."""
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise BundleRefusedError(Refusal.MALFORMED, "manifest-format")
    version = value.get("version")
    if type(version) is int and version > VERSION:
        raise BundleRefusedError(Refusal.NEWER_PROGRAM, "manifest-version")


def _agree(manifest: Manifest) -> None:
    """Check what more than one member has to say."""
    stream = manifest.stream
    before = min(stream.seq - 1, limits.ANCESTORS)
    period = manifest.period
    rules = {
        "ancestors": len(stream.ancestors) == before,
        "prev": stream.prev == (stream.ancestors[0] if stream.ancestors else NO_PREVIOUS),
        "base": (stream.base is None) == (stream.epoch_no == 1),
        "base-epoch": stream.base is None or stream.base.epoch != stream.epoch,
        "recipients-order": _ascending(manifest.to.recipients),
        "schema": manifest.schema.min_reader <= manifest.schema.version,
        "period": period is None or period.from_ < period.to,
        "files-order": _ascending([entry.path for entry in manifest.files]),
    }
    for rule, held in rules.items():
        if not held:
            raise BundleRefusedError(Refusal.MALFORMED, f"manifest-{rule}")
    _agree_files(manifest.files)


def _agree_files(files: Sequence[FileEntry]) -> None:
    for entry in files:
        blob = names.blob_of(entry.path)
        if blob is not None and blob != entry.sha256:
            raise BundleRefusedError(Refusal.MALFORMED, "manifest-blob")
        if names.table_of(entry.path) is None and (entry.rows or entry.usize != entry.size):
            raise BundleRefusedError(Refusal.MALFORMED, "manifest-plain-file")
        if entry.usize > max(limits.RATIO_FREE, limits.RATIO * entry.size):
            raise BundleRefusedError(Refusal.TOO_LARGE, "manifest-ratio")
    if sum(entry.usize for entry in files) > limits.CONTENTS:
        raise BundleRefusedError(Refusal.TOO_LARGE, "manifest-contents")


def _ascending(texts: Sequence[str]) -> bool:
    """Tell whether ASCII texts strictly ascend by their bytes."""
    return all(one < other for one, other in pairwise(texts))
