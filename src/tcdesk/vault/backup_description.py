"""What stands beside a backup: what it holds, and a code that shows a change of either.

    tcdesk-<moment>.db      the copy
    tcdesk-<moment>.json    its description; a copy without one was never verified
    tcdesk-<moment>.spoilt  the description of a copy that was later found spoilt

The code is made with a key from the vault's pin, which no rotation changes: so the backups of every
day of a vault can be told from forged ones, by every account of it, before any is opened.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Literal

from tcdesk.bundle.canonical import Json, NotCanonicalError, decode, encode
from tcdesk.bundle.shapes import Hex64, Moment, Positive, ShapeError, Uuid, Whole, spelled
from tcdesk.bundle.shapes import read as read_shape
from tcdesk.bundle.shapes import write as write_shape
from tcdesk.crypto.digests import hmac_sha256, same_bytes
from tcdesk.crypto.passphrase import hkdf
from tcdesk.crypto.secret import Secret
from tcdesk.domain.errors import TcdeskError
from tcdesk.services.backup_made import BackupMade, BackupState, Why
from tcdesk.vault.header import LARGEST, NO_MAC, Header, parse
from tcdesk.vault.key_errors import KeyFileDamagedError, NewerVaultError
from tcdesk.vault.tables import SCHEMA_VERSION

INFO = b"tcdesk/v1/backup-mac"
DESCRIBED, SPOILT = ".json", ".spoilt"
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many rows a table has."""

    name: Annotated[str, spelled(r"[a-z][a-z0-9_]{0,63}")]
    rows: Whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """The members of the description, in JSON as in FORMAT.md "Backups"."""

    format: Literal["tcdesk-backup"] = "tcdesk-backup"
    version: Literal[1] = 1
    vault_id: Uuid
    at: Moment
    why: Why
    schema: Positive
    size: Positive
    sha256: Hex64
    counts: tuple[Counted, ...]
    audit_seq: Whole
    audit_sha256: Annotated[str, spelled(r"([0-9a-f]{64})?")]
    epoch_no: Positive
    key_file: str
    mac: Hex64 = NO_MAC

    @property
    def header(self) -> Header:
        """Give the key file of its day.

        Raises:
            KeyFileDamagedError: It is none; never, if the description is genuine.
        """
        return parse(self.key_file.encode())

    @property
    def rows(self) -> dict[str, int]:
        """Give the rows of each table."""
        return {one.name: one.rows for one in self.counts}


def marked(told: Description, pin: Secret) -> Description:
    """Give the description with its code."""
    return replace(told, mac=_code(told, pin).hex())


def is_genuine(told: Description, pin: Secret) -> bool:
    """Say whether somebody who knows the vault's pin wrote the description."""
    return same_bytes(bytes.fromhex(told.mac), _code(told, pin))


def to_bytes(told: Description) -> bytes:
    """Give the bytes of the file."""
    return encode(write_shape(told)) + b"\n"


def from_file(path: Path) -> Description:
    """Read a description; whether it is genuine is another question.

    Raises:
        KeyFileDamagedError: It is not one.
        NewerVaultError: A newer tcdesk wrote it.
    """
    try:
        with path.open("rb") as file:
            value = decode(file.read(2 * LARGEST).removesuffix(b"\n"))
        _check_version(value)
        return read_shape(Description, value)
    except OSError as failure:
        raise KeyFileDamagedError(reason="backup-unreadable") from failure
    except (NotCanonicalError, ShapeError) as failure:
        raise KeyFileDamagedError(reason="backup-description") from failure


def look_at(path: Path, moment: str, vault_id: str | None, pin: Secret | None) -> BackupMade:
    """Tell of one backup what its description says, and whether it may be offered.

    Args:
        path: The description.
        moment: When it was made, by its name; for one whose description says nothing.
        vault_id: The vault it should be of; None where there is none yet.
        pin: The vault's pin; None where nobody has unlocked it, and proving it comes later.
    """
    copy = path.with_suffix(".db")
    size = _size(copy)
    spoilt = BackupMade(
        path=copy, at=moment, size=size, rows=0, audit_seq=0, state=BackupState.SPOILT
    )
    try:
        told = from_file(path)
        logins = tuple(slot.login for slot in told.header.accounts)
    except NewerVaultError:
        return replace(spoilt, state=BackupState.NEWER)
    except TcdeskError:
        return spoilt
    if vault_id not in (None, told.vault_id):
        state = BackupState.FOREIGN
    elif told.schema > SCHEMA_VERSION:
        state = BackupState.NEWER
    elif size != told.size or path.suffix == SPOILT or (pin and not is_genuine(told, pin)):
        state = BackupState.SPOILT
    else:
        state = BackupState.GOOD
    return BackupMade(
        path=copy,
        at=told.at,
        size=size,
        rows=sum(told.rows.values()),
        audit_seq=told.audit_seq,
        audit_sha256=told.audit_sha256,
        why=told.why,
        state=state,
        counts=told.rows,
        logins=logins,
    )


def _size(copy: Path) -> int:
    try:
        return copy.stat().st_size
    except OSError:
        return 0


def _check_version(value: Json) -> None:
    version = value.get("version") if isinstance(value, Mapping) else None
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        raise NewerVaultError


def _code(told: Description, pin: Secret) -> bytes:
    value = write_shape(told)
    if not isinstance(value, Mapping):
        raise TypeError(type(value))
    unmarked = {name: member for name, member in value.items() if name != "mac"}
    key = hkdf(pin, info=INFO + b"\0" + told.vault_id.encode())
    return hmac_sha256(key.reveal(), encode(unmarked))
