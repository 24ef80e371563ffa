"""Checking bundles without importing: signature, hashes, rows, chain across the files given.

For somebody with the office's identity and a unit's public key, and no vault: an auditor, a court.
"""

from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from tcdesk.bundle import chain
from tcdesk.bundle.chain import Known, VerdictCode
from tcdesk.bundle.manifest import Kind, Manifest
from tcdesk.bundle.reading import Sealed, Trust
from tcdesk.bundle.records import Row
from tcdesk.bundle.roster import KeyStatus, Signer
from tcdesk.crypto.errors import IdentityTextError
from tcdesk.crypto.sealing import Identity
from tcdesk.crypto.signing import KEY_ID_BYTES, PublicKey
from tcdesk.domain.errors import PersonCanMendError

ALGORITHM = b"Ed"
LARGEST_KEY_FILE = 4096


class KeyFileUnreadableError(PersonCanMendError):
    """The file is no age identity or no minisign public key."""

    code = "key-file-unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """One bundle that is authentic and whole; ``verdict`` is its place among the files given."""

    manifest: Manifest
    sha256: str
    rows: Mapping[str, int]
    verdict: VerdictCode
    missing: Sequence[int]


@dataclass(frozen=True, slots=True)
class _Keyring:
    """Public keys from files; no roster says whose they are."""

    keys: Sequence[PublicKey]

    def find(self, key_id: bytes) -> Signer | None:
        """Give the key with this id."""
        for key in self.keys:
            if key.key_id == key_id:
                return Signer(party_id=None, key=key, status=KeyStatus.ACTIVE, last_good=None)
        return None


def read_identity(path: Path) -> Identity:
    """Read an age identity file: the line that begins with ``AGE-SECRET-KEY-``.

    Raises:
        KeyFileUnreadableError: There is no such line.
    """
    lines = [line for line in _lines(path) if line.startswith("AGE-SECRET-KEY-")]
    try:
        return Identity.from_text(lines[0])
    except (IndexError, IdentityTextError):
        raise KeyFileUnreadableError(file=path.name) from None


def read_public_key(path: Path) -> PublicKey:
    """Read a minisign public key file.

    Raises:
        KeyFileUnreadableError: It is none.
    """
    try:
        packed = b64decode(_lines(path)[-1], validate=True)
        algorithm, rest = packed[:2], packed[2:]
        key = PublicKey(rest[KEY_ID_BYTES:])
    except (IndexError, Base64Error, ValueError):
        raise KeyFileUnreadableError(file=path.name) from None
    if algorithm != ALGORITHM:
        raise KeyFileUnreadableError(file=path.name)
    return key


def verify_files(
    paths: Sequence[Path], identities: Sequence[Identity], senders: Sequence[PublicKey]
) -> Sequence[Verified]:
    """Verify bundles in the order given, each against those before it.

    Args:
        paths: Files of one or more units.
        identities: Age identities that may open them.
        senders: Signing keys that are believed.

    Raises:
        BundleRefusedError: The first thing that is not as it must be.
    """
    trust = Trust(
        me=None,
        identities=tuple(identities),
        senders=_Keyring(senders),
        kinds=frozenset({Kind.EXPORT, Kind.RECEIPT, Kind.ROSTER, Kind.TRANSFER}),
    )
    known: dict[str, list[Known]] = {}
    return [_verify(path, trust, known) for path in paths]


def _verify(path: Path, trust: Trust, known: dict[str, list[Known]]) -> Verified:
    authentic = Sealed(open_copy=partial(_opened, path)).open(trust)
    manifest = authentic.manifest
    before = known.setdefault(manifest.from_.unit_id, [])
    # Nobody decides here: what a person would have to agree to is told, not refused.
    verdict = authentic.judge(before)
    rows: dict[str, int] = {}

    def count(table: str, _row: Row) -> None:
        rows[table] = rows.get(table, 0) + 1

    complete = authentic.fresh(before, agreed=verdict).rehearse(count)
    # Of the first file of a unit nothing is known that came before it: no gap can be told.
    missing = getattr(complete.verdict, "missing", ()) if before else ()
    before.extend(chain.learn(manifest, authentic.manifest_sha256))
    return Verified(
        manifest=manifest,
        sha256=authentic.manifest_sha256,
        rows=rows,
        verdict=verdict.code,
        missing=tuple(missing),
    )


def _opened(path: Path) -> AbstractContextManager[BinaryIO]:
    try:
        return path.open("rb")
    except OSError:
        raise KeyFileUnreadableError(file=path.name) from None


def _lines(path: Path) -> Sequence[str]:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_KEY_FILE).decode("ascii", "replace").split("\n")[:-1]
    except OSError:
        raise KeyFileUnreadableError(file=path.name) from None
