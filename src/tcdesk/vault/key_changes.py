"""Changes of keys that leave the database as it is: create, add, change.

Every change gives a new ``Unlocked``; the commit point is ``vault.json`` written whole-or-absent.
After it the database should remember the new generation: ``opening.store_generation``.
"""

import itertools
from base64 import b64encode
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from sqlcipher3 import dbapi2

from tcdesk.crypto.passphrase import COST, Cost
from tcdesk.services.ports import Files
from tcdesk.vault.connection import Connection, create_database, translated
from tcdesk.vault.dek import Dek, seal_dek
from tcdesk.vault.header import (
    BACKUP_NAME,
    MOST_SLOTS,
    NAME,
    NO_MAC,
    Header,
    SealedDek,
    read_header,
    with_mac,
    write_header,
)
from tcdesk.vault.key_errors import (
    DatabaseUnreachableError,
    KeysStaleError,
    LastPasswordSlotError,
    LoginTakenError,
    SlotsFullError,
    VaultExistsError,
)
from tcdesk.vault.keys import Unlocked
from tcdesk.vault.opening import forget, store_identity
from tcdesk.vault.slots import (
    AccountKeys,
    EscrowSlot,
    NewAccount,
    PaperSlot,
    PasswordSlot,
    Slot,
    make_password_slot,
)

QUARANTINE = "quarantine"


def create_vault_keys(
    folder: Path,
    files: Files,
    *,
    vault_id: str,
    first: NewAccount,
    recoveries: Sequence[PaperSlot | EscrowSlot],
    lay_down: Callable[[Connection], None],
    begin: Callable[[Connection, PasswordSlot], None] | None = None,
) -> Unlocked:
    """Make a new vault: database first, key file last, so that there is all of it or none.

    Args:
        folder: An existing folder.
        files: Writes the key file.
        vault_id: UUID of the vault.
        first: The first account.
        recoveries: Paper and escrow slots; at least one paper by the rules of set-up.
        lay_down: Makes the schema, among it the table ``meta(name, value)``, and ``user_version``.
        begin: Writes what the vault begins with; may close the connection.

    Raises:
        VaultExistsError: The folder has a vault.
        DatabaseUnreachableError: The system refuses the new database.
        WorldFailedError: Nothing was written that a second try would trip over.
    """
    if (folder / NAME).exists() or (folder / BACKUP_NAME).exists():
        raise VaultExistsError
    _set_aside_databases(folder)
    dek = Dek.generate()
    account = AccountKeys.generate(dek.pin)
    slot = make_password_slot(vault_id, first, account)
    header = sealed_header(vault_id, dek, (slot, *recoveries), generation=1)
    database = folder / dek.file_name
    try:
        connection = create_database(database, dek.key)
        try:
            lay_down(connection)
            store_identity(connection, header)
            if begin is not None:
                begin(connection, slot)
        except dbapi2.Error as failure:
            raise translated(failure) from failure
        finally:
            connection.close()
        files.sync_file(database)
    except BaseException:
        forget(database)
        raise
    write_header(folder, header, files)  # if this fails the database stays: it may be committed
    return Unlocked(folder=folder, header=header, dek=dek, slot=slot, account=account)


def add_password_slot(
    unlocked: Unlocked, files: Files, account: NewAccount, *, unfinished: Collection[Slot] = ()
) -> Unlocked:
    """Add an account; the database key stays, sealed to one more.

    Args:
        unlocked: The keys as they are.
        files: Writes the key file.
        account: Who is added.
        unfinished: Slots of accounts that the database never got: adding them was interrupted
            after the key file was written. They make room.

    Raises:
        LoginTakenError: The login or the account has a slot already.
        SlotsFullError: There are 32 slots.
        KeysStaleError: The key file on the disk is another one.
    """
    kept = tuple(slot for slot in unlocked.header.slots if slot not in unfinished)
    accounts = [slot for slot in kept if isinstance(slot, PasswordSlot)]
    taken = {slot.login for slot in accounts} | {slot.user_id for slot in accounts}
    if {account.login, account.user_id} & taken:
        raise LoginTakenError
    keys = AccountKeys.generate(unlocked.dek.pin)
    slot = make_password_slot(unlocked.header.vault_id, account, keys)
    return _commit(unlocked, files, (*kept, slot))


def add_recovery_slot(unlocked: Unlocked, files: Files, slot: PaperSlot | EscrowSlot) -> Unlocked:
    """Add a recovery key; only its public half is known here.

    Raises:
        SlotsFullError: There are 32 slots.
        KeysStaleError: The key file on the disk is another one.
    """
    return _commit(unlocked, files, (*unlocked.header.slots, slot))


def change_passphrase(
    unlocked: Unlocked, files: Files, passphrase: str, cost: Cost = COST
) -> Unlocked:
    """Wrap the own account's keys under a new passphrase; the key pairs stay the same.

    Also the way to bring a weak slot up to the present cost, with the passphrase just used.

    Raises:
        KeysStaleError: The key file on the disk is another one, or no account is logged in.
    """
    old, keys = unlocked.slot, unlocked.account
    if old is None or keys is None:
        raise KeysStaleError
    slot = make_password_slot(
        unlocked.header.vault_id,
        NewAccount(
            slot_id=old.slot_id,
            user_id=old.user_id,
            login=old.login,
            passphrase=passphrase,
            cost=cost,
        ),
        keys,
    )
    slots = tuple(slot if other == old else other for other in unlocked.header.slots)
    changed = _commit(unlocked, files, slots)
    return replace(changed, slot=slot, account=keys)


def reset_slots(unlocked: Unlocked, slot: PasswordSlot) -> tuple[Slot, ...]:
    """Put a new slot in the place of the same account's old one, for a rotation to write.

    What was signed with the old key stays valid by the old public key; what was sealed to the old
    pair (closed notes) needs its own recovery. Nobody resets the account they are logged in with.

    Raises:
        LoginTakenError: Another account has the login.
        KeysStaleError: The account has no slot, or is the own one.
    """
    accounts = unlocked.header.accounts
    old = next((one for one in accounts if one.user_id == slot.user_id), None)
    if old is None or old == unlocked.slot:
        raise KeysStaleError
    if slot.login in {one.login for one in accounts if one != old}:
        raise LoginTakenError
    return (*(other for other in unlocked.header.slots if other != old), slot)


def sealed_header(vault_id: str, dek: Dek, slots: tuple[Slot, ...], *, generation: int) -> Header:
    """Give a key file that seals the key to all slots, with its mac.

    Raises:
        SlotsFullError: More than 32 slots.
        LastPasswordSlotError: None of them logs in.
    """
    if len(slots) > MOST_SLOTS:
        raise SlotsFullError
    if not any(isinstance(slot, PasswordSlot) for slot in slots):
        raise LastPasswordSlotError
    sealed = seal_dek(vault_id, dek, [slot.recipient for slot in slots])
    header = Header(
        vault_id=vault_id,
        generation=generation,
        db_file=dek.file_name,
        dek=SealedDek(id=dek.number, sealed=b64encode(sealed).decode()),
        slots=slots,
        mac=NO_MAC,
    )
    return with_mac(header, dek)


def check_present(unlocked: Unlocked) -> None:
    """Return if the key file on the disk is still the one that was unlocked.

    Raises:
        KeysStaleError: Somebody changed it meanwhile; going on would undo their change.
    """
    if read_header(unlocked.folder) != unlocked.header:
        raise KeysStaleError


def _commit(unlocked: Unlocked, files: Files, slots: tuple[Slot, ...]) -> Unlocked:
    check_present(unlocked)
    old = unlocked.header
    header = sealed_header(old.vault_id, unlocked.dek, slots, generation=old.generation + 1)
    write_header(unlocked.folder, header, files)
    return replace(unlocked, header=header)


def _set_aside_databases(folder: Path) -> None:
    """Move databases without a key file out of the way; nothing is deleted."""
    left = sorted(folder.glob("tcdesk-*.db*"))
    numbers = (f"{number:03d}" for number in itertools.count(1))
    aside = next(folder / QUARANTINE / name for name in numbers if not _is_taken(folder, name))
    try:
        for path in left:
            aside.mkdir(parents=True, exist_ok=True)
            path.rename(aside / path.name)
    except OSError as failure:
        raise DatabaseUnreachableError(reason=type(failure).__name__) from failure


def _is_taken(folder: Path, name: str) -> bool:
    return (folder / QUARANTINE / name).exists()
