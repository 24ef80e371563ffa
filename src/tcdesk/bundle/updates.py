"""Update packages (``.tcu``): one tar of three entries, believed by the release key's signature.

    update.json           canonical JSON: version, platform, and the payload's name, size, SHA-256
    update.json.minisig   over update.json, by the release key (pre-hashed, as for bundles)
    <payload>             the installer or the archive of the program's folder

Headers, padding and the end are those of bundles, so nothing is left to interpret, and the length
of the whole file follows from the manifest. With stock tools: ``tar xf``, ``minisign -V``,
``sha256sum``.
"""

import re
from dataclasses import dataclass
from typing import Annotated, Literal

from tcdesk.bundle import minisig, tar
from tcdesk.bundle.canonical import NotCanonicalError, decode, encode
from tcdesk.bundle.errors import BundleRefusedError
from tcdesk.bundle.shapes import ShapeError, read, spelled, within, write
from tcdesk.crypto.signing import PublicKey, SigningKey
from tcdesk.domain.errors import PersonCanMendError

MANIFEST, SIGNATURE = "update.json", "update.json.minisig"
UNTRUSTED = "tcdesk update signature"
LARGEST_ENTRY = 4096
HEAD = 16 * 1024  # more than manifest, signature and three headers can have
LARGEST = 512 * 1024 * 1024

Version = tuple[int, ...]


class UpdateDamagedError(PersonCanMendError):
    """The file is no update package, or it was cut or changed on the way."""

    code = "update-damaged"


class UpdateForgedError(PersonCanMendError):
    """The release key has not signed it."""

    code = "update-forged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """The file that installs."""

    name: Annotated[str, spelled(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")]
    size: Annotated[int, within(1, LARGEST)]
    sha256: Annotated[str, spelled(r"[0-9a-f]{64}")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """What the release key has signed."""

    format: Literal["tcdesk-update"] = "tcdesk-update"
    format_version: Annotated[int, within(1, 1)] = 1
    version: Annotated[str, spelled(r"\d{1,4}(\.\d{1,4}){2}")]
    platform: Annotated[str, spelled(r"[a-z][a-z-]{0,19}")]
    payload: Payload

    @property
    def number(self) -> Version:
        """Give the version as numbers, to be compared."""
        return version_number(self.version)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A believed beginning: the manifest, where the payload begins, how long the file must be."""

    update: Update
    offset: int
    length: int


def version_number(version: str) -> Version:
    """Give a version as numbers, to be compared."""
    return tuple(int(part) for part in re.findall(r"\d+", version))


def head_bytes(update: Update, key: SigningKey) -> bytes:
    """Give everything before the payload, signed."""
    manifest = encode(write(update))
    signature = minisig.sign(key, manifest, untrusted=UNTRUSTED, trusted=_stated(update))
    return (
        _entry(MANIFEST, manifest)
        + _entry(SIGNATURE, signature)
        + tar.tar_header(update.payload.name, update.payload.size)
    )


def tail_bytes(head_size: int, update: Update) -> bytes:
    """Give the zeros after the payload."""
    size = update.payload.size
    used = head_size + size + len(tar.padding(size))
    return tar.padding(size) + bytes(_whole(used) - used)


def read_head(data: bytes, key: PublicKey) -> Head:
    """Believe the beginning of a file.

    Args:
        data: The first bytes, up to ``HEAD``.
        key: The release key that the program ships.

    Raises:
        UpdateDamagedError: Not an update package, or cut.
        UpdateForgedError: Another key has signed it, or none.
    """
    manifest, at = _read_entry(data, 0, MANIFEST)
    signature, at = _read_entry(data, at, SIGNATURE)
    try:
        (signed,) = minisig.parse(signature, untrusted=UNTRUSTED)
        if signed.key_id != key.key_id:
            raise UpdateForgedError
        signed.verify(key, manifest)
    except BundleRefusedError as error:
        raise UpdateForgedError from error
    try:
        update = read(Update, decode(manifest))
        signed.expect_comment(_stated(update))
    except (NotCanonicalError, ShapeError, BundleRefusedError) as error:
        raise UpdateDamagedError from error
    header = tar.tar_header(update.payload.name, update.payload.size)
    if data[at : at + tar.BLOCK] != header:
        raise UpdateDamagedError
    at += tar.BLOCK
    size = update.payload.size
    return Head(update=update, offset=at, length=_whole(at + size + len(tar.padding(size))))


def _stated(update: Update) -> str:
    return f"tcdesk-update version={update.version} platform={update.platform}"


def _whole(used: int) -> int:
    used += tar.END
    return used + -used % tar.WHOLE


def _entry(name: str, data: bytes) -> bytes:
    return tar.tar_header(name, len(data)) + data + tar.padding(len(data))


def _read_entry(data: bytes, at: int, name: str) -> tuple[bytes, int]:
    header = data[at : at + tar.BLOCK]
    size = tar.stated_size(header) if len(header) == tar.BLOCK else None
    if size is None or size > LARGEST_ENTRY or header != tar.tar_header(name, size):
        raise UpdateDamagedError
    at += tar.BLOCK
    end = at + size + len(tar.padding(size))
    if len(data) < end or any(data[at + size : end]):
        raise UpdateDamagedError
    return data[at : at + size], end
