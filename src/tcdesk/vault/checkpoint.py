"""``checkpoint.json``: the head of the audit log when the vault was last closed, beside the vault.

A database that does not hold this head is an older copy that somebody has put back, or one that an
old write-ahead log has turned back. This stops accidents; whoever puts both files back together is
found at the office by the anchors in bundles (FORMAT.md "Checkpoint").
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tcdesk.bundle.canonical import NotCanonicalError, decode, encode
from tcdesk.bundle.shapes import Hex64, Positive, ShapeError, Uuid, read, write
from tcdesk.crypto.digests import hmac_sha256, same_bytes
from tcdesk.crypto.passphrase import hkdf
from tcdesk.domain.errors import WorldFailedError
from tcdesk.services.ports import Files
from tcdesk.vault.connection import Connection
from tcdesk.vault.dek import Dek
from tcdesk.vault.header import NO_MAC
from tcdesk.vault.keys import Unlocked

NAME = "checkpoint.json"
LARGEST = 4096
INFO = b"tcdesk/v1/checkpoint-mac"


class OlderDatabaseError(WorldFailedError):
    """The database is older than the vault was when it was last closed; nothing was changed."""

    code = "older-database"


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    vault_id: Uuid
    audit_seq: Positive
    audit_hash: Hex64
    epoch_no: Positive
    mac: Hex64 = NO_MAC


def write_checkpoint(unlocked: Unlocked, connection: Connection, files: Files) -> None:
    """Remember the newest audit line outside the database.

    Raises:
        WorldFailedError: The disk refused; the one before stands.
    """
    row = connection.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    if row is None or not isinstance(row[1], bytes):
        return
    epoch = connection.execute("SELECT value FROM meta WHERE name = 'epoch-no'").fetchone()
    told = _File(
        vault_id=unlocked.header.vault_id,
        audit_seq=int(str(row[0])),
        audit_hash=row[1].hex(),
        epoch_no=int(str(epoch[0])) if epoch else 1,
    )
    whole = replace(told, mac=_mac(told, unlocked.dek).hex())
    files.write_atomic(unlocked.folder / NAME, encode(write(whole)) + b"\n")


def remembered(unlocked: Unlocked) -> tuple[int, int] | None:
    """Give the audit line and the epoch of the last closing, if they are still told."""
    told = _read(unlocked)
    return (told.audit_seq, told.epoch_no) if told else None


def check_not_older(connection: Connection, unlocked: Unlocked) -> None:
    """Return if the database holds the audit line that the last closing has left outside.

    A file that is missing, spoilt or of another key says nothing, and stops nobody.

    Raises:
        OlderDatabaseError: The line is not there, or another one is in its place.
    """
    told = _read(unlocked)
    if told is None:
        return
    row = connection.execute("SELECT hash FROM audit WHERE seq = ?", (told.audit_seq,)).fetchone()
    if row is None or row[0] != bytes.fromhex(told.audit_hash):
        raise OlderDatabaseError(seq=told.audit_seq)


def _read(unlocked: Unlocked) -> _File | None:
    try:
        with (unlocked.folder / NAME).open("rb") as file:
            told = read(_File, decode(file.read(LARGEST).removesuffix(b"\n")))
    except (OSError, NotCanonicalError, ShapeError):
        return None
    genuine = same_bytes(bytes.fromhex(told.mac), _mac(told, unlocked.dek))
    return told if genuine and told.vault_id == unlocked.header.vault_id else None


def _mac(told: _File, dek: Dek) -> bytes:
    value = write(told)
    if not isinstance(value, Mapping):
        raise TypeError(type(value))
    unmarked = {name: member for name, member in value.items() if name != "mac"}
    key = hkdf(dek.key, salt=dek.pin.reveal(), info=INFO)
    return hmac_sha256(key.reveal(), encode(unmarked))
