"""The keys of an open vault: listed, added, reset, taken away (services.key_ring)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from tcdesk.crypto.passphrase import Cost
from tcdesk.domain.errors import MissingRowError
from tcdesk.domain.ids import AccountId, made_at
from tcdesk.services.backup_made import RENEWAL_DUE, Why
from tcdesk.services.key_ring import KeyKind, Login, Omission, Progress, Record, VaultKey
from tcdesk.services.ports import Clock, Files, InstanceLock
from tcdesk.services.store import Store
from tcdesk.vault import backup, key_changes
from tcdesk.vault.connection import Connection, open_connection
from tcdesk.vault.keys import Unlocked
from tcdesk.vault.omission import omit
from tcdesk.vault.rotation import Rotation, RotationStep, rotate
from tcdesk.vault.slots import (
    AccountKeys,
    EscrowSlot,
    NewAccount,
    PaperSlot,
    PasswordSlot,
    Slot,
    make_password_slot,
)
from tcdesk.vault.store import SqlStore

# How much of the work is behind when a step begins; copying and reading back take the time.
_DONE = {
    RotationStep.COPY: 0.05,
    RotationStep.AMEND: 0.45,
    RotationStep.VERIFY: 0.5,
    RotationStep.FLUSH: 0.9,
    RotationStep.COMMIT: 0.95,
}
_BACKED_UP = 0.4  # of a change of keys, when the backup before it is made


class Parts(Protocol):
    """What belongs to this computer (``SqlVaults`` has it)."""

    files: Files
    clock: Clock
    cost: Cost

    def moment(self) -> str:
        """Give the present moment as it is stored."""
        ...

    def new_id(self) -> str:
        """Make an id."""
        ...

    def new_account(self, login: Login) -> NewAccount:
        """Say what a new slot needs."""
        ...


class Holder(Protocol):
    """Who holds the keys of an open vault; told when they change."""

    store: SqlStore

    @property
    def unlocked(self) -> Unlocked:
        """The keys as they are."""
        ...

    def become(self, changed: Unlocked) -> None:
        """Go on with changed keys."""
        ...


@dataclass(frozen=True, slots=True)
class SqlKeyRing:
    """The keys of a vault that an account has unlocked."""

    holder: Holder
    parts: Parts

    def all(self) -> Sequence[VaultKey]:
        """List the keys."""
        return [vault_key(slot) for slot in self.holder.unlocked.header.slots]

    def set_passphrase(self, passphrase: str) -> None:
        """Wrap the own keys under a new passphrase."""
        unlocked, parts = self.holder.unlocked, self.parts
        self.holder.become(
            key_changes.change_passphrase(unlocked, parts.files, passphrase, parts.cost)
        )

    def add(self, kind: KeyKind, recipient: str) -> VaultKey:
        """Add a recovery key."""
        slot = recovery_slot(self.holder.unlocked, self.parts.new_id(), kind, recipient)
        self.holder.become(
            key_changes.add_recovery_slot(self.holder.unlocked, self.parts.files, slot)
        )
        return vault_key(slot)

    def reset(self, login: Login, record: Callable[[Store, str], None], progress: Progress) -> None:
        """Give another account new keys."""
        unlocked = self.holder.unlocked
        slot = new_slot(unlocked, self.parts.new_account(login))
        self._turn(
            key_changes.reset_slots(unlocked, slot),
            lambda store: record(store, slot.sign_pub),
            progress,
        )

    def remove(self, key: str, record: Record, progress: Progress) -> None:
        """Take a key away."""
        slots = self.holder.unlocked.header.slots
        kept = tuple(slot for slot in slots if slot.slot_id != key)
        if kept == slots:
            raise MissingRowError(table="slots", id=key)
        self._turn(kept, record, progress)

    def leave_out(self, omission: Omission, record: Record, progress: Progress) -> None:
        """Leave a person out of the new database."""
        holder = self.holder
        slots = holder.unlocked.header.slots
        holder.become(
            turn(
                holder.unlocked,
                holder.store,
                self.parts,
                slots,
                record,
                progress,
                first=lambda copy: omit(copy, omission),
            )
        )

    def renew_backups(self, progress: Progress) -> None:
        """Make a backup and delete the older ones."""
        renew_backups(self.holder.unlocked, self.parts, progress)

    def _turn(self, slots: tuple[Slot, ...], record: Record, progress: Progress) -> None:
        self.holder.become(
            turn(self.holder.unlocked, self.holder.store, self.parts, slots, record, progress)
        )


class PaperVault:
    """A vault that a recovery key has opened (services.key_ring.RecoveringVault)."""

    def __init__(
        self,
        unlocked: Unlocked,
        recipient: str,
        writer: Connection,
        parts: Parts,
        lock: InstanceLock,
    ) -> None:
        """Take over an unlocked vault; ``recipient`` is that of the key used."""
        self._unlocked = unlocked
        self._first: Connection | None = writer
        self._recipient = recipient
        self._parts = parts
        self._lock = lock
        self.store = SqlStore(self._connect_writer, self._connect_reader, parts.clock)

    @property
    def vault_id(self) -> str:
        """The vault's id."""
        return self._unlocked.header.vault_id

    @property
    def used(self) -> VaultKey:
        """The key that opened it."""
        slots = self._unlocked.header.slots
        return vault_key(next(slot for slot in slots if slot.recipient == self._recipient))

    def renew(
        self,
        login: Login,
        paper: str,
        record: Callable[[Store, str], None],
        progress: Progress,
    ) -> None:
        """Let an account in and replace the used key."""
        unlocked, parts = self._unlocked, self._parts
        password = new_slot(unlocked, parts.new_account(login))
        recovery = recovery_slot(unlocked, parts.new_id(), KeyKind.PAPER, paper)
        known = any(slot.user_id == login.account for slot in unlocked.header.accounts)
        slots = (
            key_changes.reset_slots(unlocked, password)
            if known
            else (*unlocked.header.slots, password)
        )
        kept = (slot for slot in slots if slot.recipient != self._recipient)
        self._unlocked = turn(
            unlocked,
            self.store,
            parts,
            (*kept, recovery),
            lambda store: record(store, password.sign_pub),
            progress,
        )

    def renew_backups(self, progress: Progress) -> None:
        """Make a backup and delete the older ones."""
        renew_backups(self._unlocked, self._parts, progress)

    def close(self) -> None:
        """Fold the log into the file, close, let the vault go."""
        try:
            self.store.close_reader()
            self.store.close_writer()
        finally:
            self.store.drop_writer()
            self._lock.release()

    def _connect_writer(self) -> Connection:
        """Give the connection that opening it made; after a rotation, one to the new database."""
        first, self._first = self._first, None
        return first or open_connection(self._unlocked.database, self._unlocked.dek.key)

    def _connect_reader(self) -> Connection:
        return open_connection(self._unlocked.database, self._unlocked.dek.key, read_only=True)


def turn(
    unlocked: Unlocked,
    store: SqlStore,
    parts: Parts,
    slots: tuple[Slot, ...],
    record: Record,
    progress: Progress,
    first: Callable[[Connection], None] = lambda _copy: None,
) -> Unlocked:
    """Back up, then rotate to other slots; what ``record`` writes is only in the new database.

    What ``first`` does to the new database comes before it.
    With it stands there that the backups must be made anew, so that whoever unlocks next does it.
    """

    def amend(copy: Connection) -> None:
        first(copy)
        written = SqlStore(lambda: copy, lambda: copy, parts.clock)
        record(written)
        copy.execute(
            "INSERT INTO meta (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (RENEWAL_DUE, parts.moment()),
        )
        written.close_writer()

    backup.make_backup(
        unlocked,
        unlocked.folder / backup.FOLDER,
        at=parts.moment(),
        why=Why.ROTATION,
        files=parts.files,
        progress=lambda part: progress(part * _BACKED_UP),
    )
    store.close_reader()
    with store.driving() as source:
        return rotate(
            unlocked,
            parts.files,
            source,
            Rotation(
                slots=slots,
                progress=lambda step: progress(_BACKED_UP + (1 - _BACKED_UP) * _DONE[step]),
                release=store.turn_over,
                amend=amend,
            ),
        )


def renew_backups(unlocked: Unlocked, parts: Parts, progress: Progress) -> None:
    """Make a backup that only the present keys open, and only then delete all others."""
    made = backup.make_backup(
        unlocked,
        unlocked.folder / backup.FOLDER,
        at=parts.moment(),
        why=Why.RENEWAL,
        files=parts.files,
        progress=progress,
    )
    backup.keep_only(made.path.parent, made)


def new_slot(unlocked: Unlocked, account: NewAccount) -> PasswordSlot:
    """Make new key pairs for an account, under its passphrase."""
    keys = AccountKeys.generate(unlocked.dek.pin)
    return make_password_slot(unlocked.header.vault_id, account, keys)


def recovery_slot(
    unlocked: Unlocked, slot_id: str, kind: KeyKind, recipient: str
) -> PaperSlot | EscrowSlot:
    """Make the slot of a recovery key; paper is numbered so that sheets can be told apart."""
    if kind is KeyKind.OFFICE:
        return EscrowSlot(slot_id=slot_id, recipient=recipient, label=kind.value)
    labels = {slot.label for slot in unlocked.header.slots if not isinstance(slot, PasswordSlot)}
    number = next(n for n in range(1, len(labels) + 2) if f"{kind.value}-{n}" not in labels)
    return PaperSlot(slot_id=slot_id, recipient=recipient, label=f"{kind.value}-{number}")


def vault_key(slot: Slot) -> VaultKey:
    """Tell of a slot what people may know."""
    made = datetime.fromtimestamp(made_at(slot.slot_id) / 1000, UTC)
    if isinstance(slot, PasswordSlot):
        kind, label, account = KeyKind.PASSPHRASE, slot.login, AccountId(slot.user_id)
    else:
        kind, label, account = _kind(slot), slot.label, None
    return VaultKey(
        id=slot.slot_id,
        kind=kind,
        label=label,
        recipient=slot.recipient,
        account=account,
        made_at=made,
    )


def _kind(slot: PaperSlot | EscrowSlot) -> KeyKind:
    if isinstance(slot, EscrowSlot):
        return KeyKind.OFFICE
    shared = slot.label.startswith(f"{KeyKind.SHARES.value}-")
    return KeyKind.SHARES if shared else KeyKind.PAPER
