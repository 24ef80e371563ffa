"""The office's root key: it signs rosters and nothing else, and never lies in the vault.

    format "tcdesk-root-key" | version 1 | sign_pub base64(32)
    kdf { alg "argon2id", v 19, m_kib, t, p, salt base64(32) }
    nonce base64(12) | ct base64(48)

These are the members of ``tcdesk-root-key.json``, canonical JSON with one line feed. KEK =
HKDF-SHA256(Argon2id(passphrase, salt), info = "tcdesk/v1/root-key" ‖ 00 ‖ sign_pub); ct =
AES-256-GCM(KEK, nonce, seed, aad = the object without ct). See bundle/FORMAT.md "Root key".
"""

from base64 import b64decode, b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final, Literal

from tcdesk.bundle.canonical import NotCanonicalError, decode, encode
from tcdesk.bundle.shapes import Raw32, ShapeError, read, spelled, within, write
from tcdesk.crypto.digests import random_bytes
from tcdesk.crypto.errors import CostRefusedError, WrongKeyError
from tcdesk.crypto.passphrase import (
    COST,
    M_KIB_BOUNDS,
    P_BOUNDS,
    SALT_BYTES,
    T_BOUNDS,
    Cost,
    derive,
    hkdf,
)
from tcdesk.crypto.secret import Secret
from tcdesk.crypto.signing import SigningKey
from tcdesk.crypto.wrapping import NONCE_BYTES, unwrap, wrap
from tcdesk.services.exchange_errors import (
    RootKeyDamagedError,
    RootKeyMissingError,
    RootPassphraseError,
)
from tcdesk.services.ports import Files

NAME = "tcdesk-root-key.json"
LARGEST = 4096

_INFO = b"tcdesk/v1/root-key\x00"
_FORMAT: Final = "tcdesk-root-key"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kdf:
    alg: Literal["argon2id"] = "argon2id"
    v: Literal[19] = 19
    m_kib: Annotated[int, within(*M_KIB_BOUNDS)]
    t: Annotated[int, within(*T_BOUNDS)]
    p: Annotated[int, within(*P_BOUNDS)]
    salt: Raw32


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """Everything but the wrapped seed: what is authenticated with it."""

    format: Literal["tcdesk-root-key"] = _FORMAT
    version: Literal[1] = 1
    sign_pub: Raw32
    kdf: _Kdf
    nonce: Annotated[str, spelled(r"[A-Za-z0-9+/]{16}")]


@dataclass(frozen=True, slots=True, kw_only=True)
class _File(_Head):
    ct: Annotated[str, spelled(r"[A-Za-z0-9+/]{64}")]


def make_root_key(folder: Path, passphrase: str, files: Files, cost: Cost = COST) -> SigningKey:
    """Make a root key and write it, sealed by its own passphrase, into a folder.

    Raises:
        RootKeyDamagedError: A root key lies there already; it is never overwritten.
        TcdeskError: The folder refuses it.
    """
    path = folder / NAME
    if path.exists():
        raise RootKeyDamagedError(reason="exists")
    key = SigningKey.generate()
    salt = random_bytes(SALT_BYTES)
    head = _Head(
        sign_pub=b64encode(key.public.raw).decode(),
        kdf=_Kdf(m_kib=cost.m_kib, t=cost.t, p=cost.p, salt=b64encode(salt).decode()),
        nonce=b64encode(random_bytes(NONCE_BYTES)).decode(),
    )
    wrapped = wrap(_kek(passphrase, head), b64decode(head.nonce), key.seed, encode(write(head)))
    whole = _File(
        sign_pub=head.sign_pub,
        kdf=head.kdf,
        nonce=head.nonce,
        ct=b64encode(wrapped).decode(),
    )
    files.write_atomic(path, encode(write(whole)) + b"\n")
    return key


def open_root_key(path: Path, passphrase: str) -> SigningKey:
    """Open a root key file; ``path`` may also be the folder in which it lies.

    Raises:
        RootKeyMissingError: There is none.
        RootKeyDamagedError: It is none, or a damaged one.
        RootPassphraseError: The passphrase does not open it.
    """
    stored = _read(path / NAME if path.is_dir() else path)
    head = _Head(sign_pub=stored.sign_pub, kdf=stored.kdf, nonce=stored.nonce)
    try:
        seed = unwrap(
            _kek(passphrase, head),
            b64decode(head.nonce),
            b64decode(stored.ct),
            encode(write(head)),
        )
    except (WrongKeyError, CostRefusedError):
        raise RootPassphraseError from None
    key = SigningKey(seed)
    if key.public.raw != b64decode(head.sign_pub):
        raise RootKeyDamagedError(reason="public-half")
    return key


def _read(path: Path) -> _File:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError:
        raise RootKeyMissingError from None
    try:
        return read(_File, decode(data.removesuffix(b"\n")))
    except (NotCanonicalError, ShapeError):
        raise RootKeyDamagedError(reason="shape") from None


def _kek(passphrase: str, head: _Head) -> Secret:
    cost = Cost(m_kib=head.kdf.m_kib, t=head.kdf.t, p=head.kdf.p)
    material = derive(passphrase, b64decode(head.kdf.salt), cost)
    return hkdf(material, info=_INFO + b64decode(head.sign_pub))
