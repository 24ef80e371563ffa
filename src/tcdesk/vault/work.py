"""The unit of work: values in and out, with audit line, history and row version in one transaction.

Snapshot   questions (services.store.Reading)
└── Unit   questions and changes (services.store.Work)
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from sqlalchemy import (
    Connection,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert as upsert

from tcdesk.bundle.canonical import Json, encode
from tcdesk.bundle.chain import audit_hash
from tcdesk.domain.caseload import EmergencyAccess
from tcdesk.domain.countersigning import Countersignature
from tcdesk.domain.errors import StaleRowError
from tcdesk.domain.ids import AccountId
from tcdesk.domain.notes import Draft, Note, NoteSignature
from tcdesk.domain.removal import Removal, Thing
from tcdesk.services.exchange_store import Receiving
from tcdesk.services.ports import Clock
from tcdesk.services.store import (
    Actor,
    Added,
    Deed,
    Record,
    Removed,
    Replaced,
    Step,
)
from tcdesk.vault import bin as bin_
from tcdesk.vault import (
    bookkeeping,
    removal_tables,
    tables,
)
from tcdesk.vault.mapper import columns, to_row
from tcdesk.vault.reach import check_change, check_new, emergency_of, person_of
from tcdesk.vault.received import Origin, ReceivedRows
from tcdesk.vault.sight import sight_of
from tcdesk.vault.snapshot import Snapshot

R = TypeVar("R", bound=Record)

NO_HASH = bytes(32)
LASTING = (NoteSignature, Countersignature, EmergencyAccess)  # evidence: nobody takes it back
EPOCH_SHIFT = 32


class Unit(Snapshot):
    """A unit of work on the writing connection; the store commits it or rolls it back."""

    def __init__(self, connection: Connection, actor: Actor, clock: Clock) -> None:
        """Begin where the last one ended."""
        super().__init__(connection, sight_of(actor, clock.today(), moment(clock)))
        self.actor = actor
        self._clock = clock
        head = self.audit_head()
        self._seq = head.seq
        self._previous = bytes.fromhex(head.sha256) or NO_HASH
        self._counter = int(self.setting("row-counter") or 0)
        self._epoch_no = int(self.setting("epoch-no") or 1)
        self._steps: list[Step] = []
        self._lasting = False  # it left what is never taken back
        self._asked = False  # it was to change something, be it to what it was before
        self._begun: set[str] = set()  # people whose file was begun in this unit of work
        self._sealed = False  # it wrote what is closed
        self._cleared = False  # it overwrote or dropped a draft that stood open

    def add(self, value: Record) -> None:
        """Store a new value."""
        self.add_all((value,))

    def add_all(self, values: Sequence[Record]) -> None:
        """Store many new values of one kind."""
        if not values:
            return
        kind = type(values[0])
        table = tables.TABLES[kind]
        if self.sight is not None:
            for value in values:
                check_new(self, self.sight, value, self._begun)
        self.connection.execute(insert(table), [to_row(value) for value in values])
        self._sealed = self._sealed or any(_is_closed(value) for value in values)
        if kind in tables.APPEND_ONLY or kind in LASTING:
            self._lasting = True
        if kind not in tables.APPEND_ONLY:
            versions = [self._next_version() for _value in values]
            self.connection.execute(
                insert(bookkeeping.row_state),
                [
                    {"tbl": table.name, "id": value.id, "version": version}
                    for value, version in zip(values, versions, strict=True)
                ],
            )
            self._steps += [
                Added(value=value, version=version)
                for value, version in zip(values, versions, strict=True)
            ]
        for value in values:
            self.audit(
                f"{table.name}.add", entity=table.name, key=value.id, person=person_of(value)
            )

    def change(self, value: Record, *, expected: int) -> int:
        """Replace a value, checking its row version."""
        kind = type(value)
        table = tables.TABLES[kind]
        old = self.get(kind, value.id)
        self._lasting = self._lasting or kind in LASTING
        self._sealed = self._sealed or _is_closed(value)
        if self.sight is not None:
            check_change(self, self.sight, old, value, self._begun)
        names = [name for name in columns(kind) if getattr(old, name) != getattr(value, name)]
        self._asked = True
        state = bookkeeping.row_state
        version = self._next_version()
        changed = self.connection.execute(
            update(state)
            .where(state.c.tbl == table.name, state.c.id == value.id, state.c.version == expected)
            .values(version=version)
        )
        if changed.rowcount != 1:
            raise StaleRowError(table=table.name)
        if names:
            self.connection.execute(
                insert(bookkeeping.history).values(
                    tbl=table.name,
                    id=value.id,
                    version=expected,
                    payload=encode(
                        {name: cell for name, cell in to_row(old).items() if cell is not None}
                    ).decode(),
                    at=moment(self._clock),
                    account=self.actor.account,
                )
            )
            self._steps.append(Replaced(former=old, version=version))
            row = to_row(value)
            self.connection.execute(update(table).where(table.c.id == value.id).values(**row))
            self.audit(
                f"{table.name}.change",
                entity=table.name,
                key=value.id,
                person=person_of(value),
                detail={"fields": names},
            )
        return version

    def remove(self, removal: Removal, values: Sequence[Record]) -> None:
        """Move values into the bin; what depends on others comes first."""
        if self.sight is not None:
            for value in values:
                check_change(self, self.sight, value, value, self._begun)
        bin_.throw_in(self.connection, removal, values, self._next_version)
        for value in values:
            table = tables.TABLES[type(value)].name
            self.audit(f"{table}.remove", entity=table, key=value.id, person=person_of(value))
            self._told_elsewhere(value)
        self._steps.append(Removed(removal=removal))

    def put_back(self, removal: str) -> Sequence[Record]:
        """Put everything that an act removed back, with greater versions."""
        values = bin_.take_out(self.connection, removal, self._next_version)
        for value in values:
            if self.sight is not None:
                check_new(self, self.sight, value, self._begun)
            table = tables.TABLES[type(value)].name
            self.audit(f"{table}.restore", entity=table, key=value.id, person=person_of(value))
            self._told_elsewhere(value)
        return values

    def empty_bin(self, before: date) -> int:
        """Delete what was removed long ago for good."""
        due = self.connection.execute(
            select(
                removal_tables.removal.c.id,
                removal_tables.removal.c.thing,
                removal_tables.removal.c.row,
            )
            .where(removal_tables.removal.c.until < before.isoformat())
            .order_by(removal_tables.removal.c.id)
        ).all()
        for key, thing, row in due:
            bin_.empty(self.connection, key)
            self.audit("bin.empty", entity=Thing(thing).table, key=row)
        return len(due)

    def set_setting(self, name: str, value: str) -> None:
        """Keep a setting of the unit."""
        statement = upsert(bookkeeping.meta).values(name=name, value=value)
        self.connection.execute(
            statement.on_conflict_do_update(index_elements=["name"], set_={"value": value})
        )

    def set_secret(self, name: str, value: bytes) -> None:
        """Keep a key of the unit."""
        statement = upsert(bookkeeping.secret).values(name=name, value=value)
        self.connection.execute(
            statement.on_conflict_do_update(index_elements=["name"], set_={"value": value})
        )
        self.audit("secret.set", detail={"name": name})

    @property
    def leaves_traces(self) -> bool:
        """Whether the write-ahead log may still hold, open, what this unit of work has closed."""
        return self._sealed and self._cleared

    def save_draft(self, draft: Draft) -> None:
        """Keep or replace a draft."""
        self._note_open_draft(draft.account, draft.page, draft.entity)
        self._sealed = self._sealed or draft.compartment is not None
        row = to_row(draft)
        statement = upsert(tables.draft).values(**row)
        self.connection.execute(
            statement.on_conflict_do_update(
                index_elements=["account", "page", "entity"],
                set_={name: row[name] for name in row if name != "id"},
            )
        )

    def drop_draft(self, account: AccountId, page: str, entity: str) -> None:
        """Forget a draft whose content has been saved."""
        self._note_open_draft(account, page, entity)
        table = tables.draft
        self.connection.execute(
            delete(table).where(
                table.c.account == account, table.c.page == page, table.c.entity == entity
            )
        )

    def _note_open_draft(self, account: AccountId, page: str, entity: str) -> None:
        known = self.draft(account, page, entity)
        self._cleared = self._cleared or (known is not None and known.compartment is None)

    def receiving(
        self, unit: str, bundle: str, new_id: Callable[[], str], *, restored: bool
    ) -> Receiving:
        """Merge the rows of a unit's bundle into what was received before."""
        origin = Origin(unit=unit, bundle=bundle, at=moment(self._clock), restored=restored)
        return ReceivedRows(self.connection, origin, new_id)

    def audit(
        self,
        action: str,
        *,
        entity: str | None = None,
        key: str | None = None,
        person: str | None = None,
        detail: Mapping[str, str | int | list[str]] | None = None,
    ) -> None:
        """Write an audit line, chained to the one before."""
        self._seq += 1
        emergency = emergency_of(self, self.sight, person) if self.sight and person else None
        if emergency is not None:
            detail = {**(detail or {}), "emergency": emergency}
        told: dict[str, Json | None] = {
            "seq": self._seq,
            "at": moment(self._clock),
            "user": self.actor.account,
            "session": self.actor.login_id,
            "action": action,
            "entity": entity,
            "entity_id": key,
            "person": person,
            "detail": dict(detail) if detail else None,
        }
        entry = encode({name: fact for name, fact in told.items() if fact is not None})
        self._previous = audit_hash(self._previous, entry)
        self.connection.execute(
            insert(bookkeeping.audit).values(
                seq=self._seq, entry=entry.decode(), hash=self._previous
            )
        )

    @property
    def changed(self) -> bool:
        """Whether values were added, replaced or removed; looks and drafts change none."""
        return bool(self._steps) or self._lasting or self._asked

    def deed(self) -> Deed | None:
        """Give what can be undone of this unit; None if nothing, or if it left evidence."""
        return Deed(steps=tuple(self._steps)) if self._steps and not self._lasting else None

    def _told_elsewhere(self, value: Record) -> None:
        """Let the version of a session grow when what is told of its notes has changed."""
        if isinstance(value, Note):
            state = bookkeeping.row_state
            self.connection.execute(
                update(state)
                .where(state.c.tbl == "session", state.c.id == value.session)
                .values(version=self._next_version())
            )

    def finish(self) -> None:
        """Keep the counter; the store calls this just before COMMIT."""
        self.set_setting("row-counter", str(self._counter))

    def _next_version(self) -> int:
        self._counter += 1
        return self._epoch_no << EPOCH_SHIFT | self._counter


def moment(clock: Clock) -> str:
    """Give the present moment as it is stored: ``YYYY-MM-DDThh:mm:ssZ``."""
    return clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")


def _is_closed(value: Record) -> bool:
    return isinstance(value, Note) and value.compartment is not None
