"""Sealing a text into a compartment, and opening it again with the account's own key.

    text = base64( nonce(12) ‖ AES-256-GCM(compartment key, nonce, plain, aad) )
    aad  = "note" ‖ 00 ‖ note id ‖ 00 ‖ compartment
           "draft" ‖ 00 ‖ account ‖ 00 ‖ page ‖ 00 ‖ entity ‖ 00 ‖ compartment

The row version is no part of it (decisions 13). Nothing that is kept in clear is made from the
text, not even a digest: a short text could be guessed from one.
"""

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from typing import cast

from tcdesk.bundle.canonical import Json, decode, encode
from tcdesk.crypto.digests import random_bytes
from tcdesk.crypto.errors import SealBrokenError, WrongKeyError
from tcdesk.crypto.secret import Secret
from tcdesk.crypto.wrapping import NONCE_BYTES, unwrap, wrap
from tcdesk.domain.closed import CompartmentKey
from tcdesk.domain.notes import Draft, Note
from tcdesk.services.store import Reading
from tcdesk.services.vaults import OpenVault

KEY_BYTES = 32
_LABEL = b"tcdesk-compartment-key-v1"


def key_plain(vault_id: str, compartment: str, key: Secret) -> bytes:
    """Give what is sealed to a reader: the key, and whose it is, so that rows cannot be swapped."""
    told = (_LABEL, vault_id.encode(), compartment.encode(), key.reveal().hex().encode())
    return b" ".join(told) + b"\n"


def read_key(vault_id: str, compartment: str, plain: bytes) -> Secret | None:
    """Read what ``key_plain`` wrote; None if it is another compartment's."""
    head, _, told = plain.rstrip(b"\n").rpartition(b" ")
    if head != b" ".join((_LABEL, vault_id.encode(), compartment.encode())):
        return None
    try:
        raw = bytes.fromhex(told.decode("ascii"))
    except ValueError:
        return None
    return Secret(raw) if len(raw) == KEY_BYTES else None


class Opener:
    """Opens what is closed, for one account in one snapshot; each key is unsealed once."""

    def __init__(self, vault: OpenVault, facts: Reading) -> None:
        """Take the vault whose account reads."""
        self._vault = vault
        self._facts = facts
        self._keys: dict[str, Secret | None] = {}

    def key(self, compartment: str) -> Secret | None:
        """Give the key of a compartment; None if it was not given to this account."""
        if compartment not in self._keys:
            self._keys[compartment] = self._unseal(compartment)
        return self._keys[compartment]

    def fields(self, note: Note) -> Mapping[str, str] | None:
        """Give the fields of a closed note; None if the account cannot open it."""
        body = cast("dict[str, str]", decode(note.body.encode()))
        plain = self._open(note.compartment, body["sealed"], note_aad(note))
        return None if plain is None else cast("dict[str, str]", decode(plain))

    def draft(self, draft: Draft) -> str | None:
        """Give the payload of a sealed draft; None if the account cannot open it."""
        plain = self._open(draft.compartment, draft.payload, draft_aad(draft))
        return None if plain is None else plain.decode()

    def _open(self, compartment: str | None, sealed: str, aad: bytes) -> bytes | None:
        key = None if compartment is None else self.key(compartment)
        if key is None:
            return None
        raw = b64decode(sealed)
        try:
            return unwrap(key, raw[:NONCE_BYTES], raw[NONCE_BYTES:], aad).reveal()
        except WrongKeyError:
            return None  # changed behind the program's back: as unreadable as any other

    def _unseal(self, compartment: str) -> Secret | None:
        vault = self._vault
        given = self._facts.find(CompartmentKey, compartment=compartment, recipient=vault.recipient)
        return unseal_key(vault.vault_id, given, vault.open_sealed)


def unseal_key(
    vault_id: str, given: Sequence[CompartmentKey], unseal: Callable[[bytes], bytes]
) -> Secret | None:
    """Give the key that the first row opens to; None if none does."""
    for one in given:
        try:
            plain = unseal(b64decode(one.sealed))
        except (SealBrokenError, ValueError):
            continue
        key = read_key(vault_id, one.compartment, plain)
        if key is not None:
            return key
    return None


def seal_fields(key: Secret, note: Note, fields: Mapping[str, str]) -> str:
    """Seal the fields of a note whose id and compartment are set."""
    content: dict[str, Json] = dict(fields)
    return _seal(key, encode(content), note_aad(note))


def seal_payload(key: Secret, draft: Draft) -> str:
    """Seal the payload of a draft whose compartment is set."""
    return _seal(key, draft.payload.encode(), draft_aad(draft))


def note_aad(note: Note) -> bytes:
    """Give what binds a sealed text to its note and compartment."""
    return _bound("note", note.id, note.compartment)


def draft_aad(draft: Draft) -> bytes:
    """Give what binds a sealed draft to its account, form and compartment."""
    return _bound("draft", draft.account, draft.page, draft.entity, draft.compartment)


def _bound(*parts: str | None) -> bytes:
    return b"\x00".join((part or "").encode() for part in parts)


def _seal(key: Secret, plain: bytes, aad: bytes) -> str:
    nonce = random_bytes(NONCE_BYTES)
    return b64encode(nonce + wrap(key, nonce, Secret(plain), aad)).decode()
