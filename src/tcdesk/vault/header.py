"""``vault.json``: who may open the vault, and which database it is (FORMAT.md "The key file").

One canonical JSON object and one LF. It is the single commit point of every change of keys: it is
only ever written whole-or-absent, and then copied to ``vault.json.bak``.
"""

import binascii
import contextlib
import stat
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Literal

from tcdesk.bundle.canonical import Json, NotCanonicalError, decode, encode
from tcdesk.bundle.shapes import Hex64, Positive, ShapeError, Uuid, read, spelled, within, write
from tcdesk.crypto.digests import hmac_sha256, same_bytes
from tcdesk.crypto.passphrase import hkdf
from tcdesk.crypto.secret import Secret
from tcdesk.domain.errors import PersonCanMendError, WorldFailedError
from tcdesk.services.ports import Files
from tcdesk.vault.dek import Dek
from tcdesk.vault.key_errors import KeyFileDamagedError, NewerVaultError, VaultMissingError
from tcdesk.vault.slots import EscrowSlot, PaperSlot, PasswordSlot, Slot

NAME = "vault.json"
BACKUP_NAME = "vault.json.bak"
FORMAT = "tcdesk-vault"
VERSION = 1
LARGEST = 1 << 20
MOST_SLOTS = 32
LAST_DEK = 999_999
NO_MAC = "0" * 64


def is_base64(value: object) -> bool:
    """Check base64 with padding, in its one canonical spelling."""
    if not isinstance(value, str):
        return False
    try:
        raw = b64decode(value, validate=True)
    except ValueError:
        return False
    return binascii.b2a_base64(raw, newline=False) == value.encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedDek:
    """The database key's number and the age file (base64) that holds it."""

    id: Annotated[int, within(1, LAST_DEK)]
    sealed: Annotated[str, is_base64]

    @property
    def content(self) -> bytes:
        """Give the age file."""
        return b64decode(self.sealed)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """The members of the object besides the slots, which come in three shapes."""

    format: Literal["tcdesk-vault"] = "tcdesk-vault"
    version: Literal[1] = 1
    vault_id: Uuid
    generation: Positive
    db_file: Annotated[str, spelled(r"tcdesk-[0-9]{6}\.db")]
    dek: SealedDek
    mac: Hex64


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The key file, parsed; authentic only after ``check_mac``."""

    vault_id: str
    generation: int
    db_file: str
    dek: SealedDek
    slots: tuple[Slot, ...]
    mac: str

    @property
    def recipients(self) -> tuple[str, ...]:
        """Give whom the database key is sealed to: every slot."""
        return tuple(slot.recipient for slot in self.slots)

    @property
    def accounts(self) -> tuple[PasswordSlot, ...]:
        """Give the slots that log in by passphrase."""
        return tuple(slot for slot in self.slots if isinstance(slot, PasswordSlot))

    def account(self, login: str) -> PasswordSlot | None:
        """Give the slot of a login."""
        return next((slot for slot in self.accounts if slot.login == login), None)


def parse(data: bytes) -> Header:
    """Read a key file strictly.

    Raises:
        KeyFileDamagedError: It is anything but a well-formed key file; ``reason`` says where.
        NewerVaultError: A later version of the format.
    """
    if len(data) > LARGEST:
        raise KeyFileDamagedError(reason="size")
    if not data.endswith(b"\n"):
        raise KeyFileDamagedError(reason="end")
    try:
        value = decode(data[:-1])
        if not isinstance(value, Mapping):
            raise KeyFileDamagedError(reason="no-object")
        _check_version(value)
        frame = read(_Frame, {name: told for name, told in value.items() if name != "slots"})
        slots = _read_slots(value.get("slots"))
    except NotCanonicalError as failure:
        raise KeyFileDamagedError(reason=failure.reason.value) from failure
    except ShapeError as failure:
        raise KeyFileDamagedError(reason=failure.at or failure.flaw) from failure
    if frame.db_file != f"tcdesk-{frame.dek.id:06d}.db":
        raise KeyFileDamagedError(reason="db_file")
    return Header(
        vault_id=frame.vault_id,
        generation=frame.generation,
        db_file=frame.db_file,
        dek=frame.dek,
        slots=slots,
        mac=frame.mac,
    )


def serialize(header: Header) -> bytes:
    """Give the bytes of the key file.

    Raises:
        ShapeError: A value would not be read back.
    """
    return encode(_value(header)) + b"\n"


def canonical_without_mac(header: Header) -> bytes:
    """Give the bytes that the mac is over."""
    value = _value(header)
    del value["mac"]
    return encode(value)


def mac_key(dek: Dek) -> Secret:
    """Derive the key of the header's mac from the database key and the vault's pin."""
    return hkdf(dek.key, salt=dek.pin.reveal(), info=b"tcdesk/v1/header-mac")


def with_mac(header: Header, dek: Dek) -> Header:
    """Give the header with its mac."""
    code = hmac_sha256(mac_key(dek).reveal(), canonical_without_mac(header))
    return replace(header, mac=code.hex())


def check_mac(header: Header, dek: Dek) -> None:
    """Return if the header is as somebody with the database key wrote it (unlock, step 7).

    Raises:
        KeyFileDamagedError: It was changed.
    """
    if not same_bytes(bytes.fromhex(header.mac), bytes.fromhex(with_mac(header, dek).mac)):
        raise KeyFileDamagedError(reason="mac")


def read_header(folder: Path) -> Header:
    """Read the key file of a folder (unlock, step 2).

    The copy is read only if the file is missing or does not parse; never because a mac failed,
    or an outsider could bring back an older state by spoiling a newer one.

    Raises:
        VaultMissingError: There is neither the file nor its copy.
        KeyFileDamagedError: Neither of them parses.
        NewerVaultError: A later version of the format.
    """
    try:
        return parse(_bytes(folder / NAME))
    except (FileNotFoundError, KeyFileDamagedError) as failure:
        try:
            return parse(_bytes(folder / BACKUP_NAME))
        except FileNotFoundError:
            if isinstance(failure, KeyFileDamagedError):
                raise failure from None
            raise VaultMissingError from None


def write_header(folder: Path, header: Header, files: Files) -> None:
    """Write the key file (the commit point), then its copy.

    Raises:
        WorldFailedError: The file was not written; the old one stands.
        PersonCanMendError: The folder refuses writing; the old one stands.
    """
    data = serialize(header)
    try:
        files.write_atomic(folder / NAME, data)
    except (WorldFailedError, PersonCanMendError):
        if not _holds(folder / NAME, data):
            raise
        files.write_atomic(folder / NAME, data)  # it stands there; only its flush has failed
    equalise_backup(folder, header, files)


def equalise_backup(folder: Path, header: Header, files: Files) -> None:
    """Bring the file and its copy to the header that was unlocked (unlock, step 16).

    A failure is passed over: the change of keys is already done, and the next unlock tries again.
    """
    data = serialize(header)
    for name in (NAME, BACKUP_NAME):
        with contextlib.suppress(WorldFailedError, PersonCanMendError):
            if not _holds(folder / name, data):
                files.write_atomic(folder / name, data)


def _bytes(path: Path) -> bytes:
    """Read a regular file, of which at most one byte more than is accepted."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise KeyFileDamagedError(reason="no-file")
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        raise
    except OSError as failure:
        raise KeyFileDamagedError(reason="unreadable") from failure


def _holds(path: Path, data: bytes) -> bool:
    try:
        return _bytes(path) == data
    except (FileNotFoundError, KeyFileDamagedError):
        return False


def _check_version(value: Mapping[str, Json]) -> None:
    if value.get("format") != FORMAT:
        raise KeyFileDamagedError(reason="format")
    version = value.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        raise NewerVaultError


def _read_slots(value: Json) -> tuple[Slot, ...]:
    if not isinstance(value, list) or not 1 <= len(value) <= MOST_SLOTS:
        raise KeyFileDamagedError(reason="slots")
    slots = tuple(_read_slot(slot) for slot in value)
    accounts = [slot for slot in slots if isinstance(slot, PasswordSlot)]
    for names in (
        [slot.slot_id for slot in slots],
        [slot.recipient for slot in slots],
        [slot.login for slot in accounts],
        [slot.user_id for slot in accounts],
    ):
        if len(set(names)) != len(names):
            raise KeyFileDamagedError(reason="slots-twice")
    return slots


def _read_slot(value: Json) -> Slot:
    kind = value.get("kind") if isinstance(value, Mapping) else None
    match kind:
        case "password":
            return read(PasswordSlot, value)
        case "paper":
            return read(PaperSlot, value)
        case "escrow":
            return read(EscrowSlot, value)
        case _:
            raise KeyFileDamagedError(reason="slots.kind")


def _value(header: Header) -> dict[str, Json]:
    told = write(
        _Frame(
            vault_id=header.vault_id,
            generation=header.generation,
            db_file=header.db_file,
            dek=header.dek,
            mac=header.mac,
        )
    )
    if not isinstance(told, Mapping):
        raise TypeError(type(told))
    return {**told, "slots": [write(slot) for slot in header.slots]}
