"""Unlocking: from a passphrase or a recovery key to the database key (unlock, steps 2 to 7).

    vault.json → slot → account keys → unseal → pin → mac → Unlocked

Each failure is its own error. ``vault.lock`` (step 1) is taken by the caller before.
"""

from dataclasses import dataclass, field
from pathlib import Path

from tcdesk.crypto.passphrase import COST, Cost
from tcdesk.crypto.sealing import Identity
from tcdesk.vault.dek import Dek, unseal_dek
from tcdesk.vault.header import Header, check_mac, read_header
from tcdesk.vault.key_errors import (
    KeyFileReplacedError,
    PaperKeyForeignError,
    WrongPassphraseError,
)
from tcdesk.vault.slots import AccountKeys, PasswordSlot, open_password_slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlocked:
    """An authentic key file and the keys it opened to; lives until the lock."""

    folder: Path
    header: Header
    dek: Dek
    slot: PasswordSlot | None
    account: AccountKeys | None = field(repr=False)

    @property
    def database(self) -> Path:
        """Give the path of the database."""
        return self.folder / self.header.db_file

    def needs_rewrap(self, cost: Cost = COST) -> bool:
        """Tell whether the slot is weaker than new ones are; then its passphrase wraps it anew."""
        return self.slot is not None and self.slot.kdf.cost.is_weaker_than(cost)


def unlock(folder: Path, login: str, passphrase: str) -> Unlocked:
    """Unlock the keys of a vault with an account's passphrase.

    Raises:
        VaultMissingError: The folder has no key file.
        KeyFileDamagedError: The key file is not as it was written.
        NewerVaultError: A newer tcdesk wrote it.
        WrongPassphraseError: Wrong passphrase or unknown login.
        CostRefusedError: The slot asks for a cost outside the bounds; nothing was run.
        NotEnoughMemoryError: The memory for the derivation could not be had.
        KeyFileReplacedError: The sealed key was made by somebody else.
    """
    header = read_header(folder)
    slot = header.account(login)
    if slot is None:
        raise WrongPassphraseError
    account = open_password_slot(header.vault_id, slot, passphrase)
    dek = unseal_dek(header.dek.content, account.identity, header.vault_id, header.dek.id)
    if not account.pin.matches(dek.pin):
        raise KeyFileReplacedError
    check_mac(header, dek)
    return Unlocked(folder=folder, header=header, dek=dek, slot=slot, account=account)


def unlock_with_paper(folder: Path, identity_text: str) -> Unlocked:
    """Unlock the keys of a vault with a recovery key, typed from paper or held by the office.

    There is no pin to compare here: that nobody has put another vault in this one's place is for
    the people who open the envelope to see.

    Raises:
        IdentityTextError: The key is mistyped.
        VaultMissingError: The folder has no key file.
        KeyFileDamagedError: The key file is not as it was written.
        NewerVaultError: A newer tcdesk wrote it.
        PaperKeyForeignError: The key opens no slot of this vault.
        KeyFileReplacedError: The sealed key is another vault's.
    """
    identity = Identity.from_text(identity_text)
    header = read_header(folder)
    recoveries = [slot for slot in header.slots if not isinstance(slot, PasswordSlot)]
    if identity.recipient not in [slot.recipient for slot in recoveries]:
        raise PaperKeyForeignError
    dek = unseal_dek(header.dek.content, identity, header.vault_id, header.dek.id)
    check_mac(header, dek)
    return Unlocked(folder=folder, header=header, dek=dek, slot=None, account=None)


def verify_passphrase(header: Header, login: str, passphrase: str) -> AccountKeys:
    """Open an account's keys again, for the deliberate act of signing.

    Raises:
        WrongPassphraseError: Wrong passphrase or unknown login.
        CostRefusedError: The slot asks for a cost outside the bounds; nothing was run.
        NotEnoughMemoryError: The memory for the derivation could not be had.
    """
    slot = header.account(login)
    if slot is None:
        raise WrongPassphraseError
    return open_password_slot(header.vault_id, slot, passphrase)
