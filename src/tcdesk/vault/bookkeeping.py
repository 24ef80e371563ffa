"""The tables of no value: settings, keys, audit log, row versions, history, what is unsigned."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, Text, text

from tcdesk.vault.columns import int_cell, metadata, ref, text_cell, told

meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    text_cell("value"),
    sqlite_strict=True,
)
secret = Table(
    "secret",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
    sqlite_strict=True,
)
audit = Table(
    "audit",
    metadata,
    Column("seq", Integer, primary_key=True),
    text_cell("entry"),
    Column("hash", LargeBinary, nullable=False, unique=True),
    told("at"),
    told("account", "user"),
    told("person"),
    told("action"),
    Index("audit_by_day", "at"),
    Index("audit_of_person", "person", "at", sqlite_where=text("person IS NOT NULL")),
    Index("audit_of_account", "account", "at"),
    Index("audit_of_action", "action", "at"),
    Index("audit_of_account_action", "account", "action", "at"),
    sqlite_strict=True,
)
audit_checkpoint = Table(
    "audit_checkpoint",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("hash", LargeBinary, nullable=False),
    text_cell("account"),
    Column("signature", LargeBinary, nullable=False),
    sqlite_strict=True,
)
row_state = Table(
    "row_state",
    metadata,
    Column("tbl", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    int_cell("version"),
    text_cell("owner", null=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
history = Table(
    "history",
    metadata,
    Column("seq", Integer, primary_key=True),
    text_cell("tbl"),
    text_cell("id"),
    int_cell("version"),
    text_cell("payload"),
    text_cell("at"),
    text_cell("account"),
    Index("history_of", "tbl", "id"),
    sqlite_strict=True,
)
unsigned_note = Table(  # derived: triggers keep it, see ``vault.unsigned``
    "unsigned_note",
    metadata,
    Column("id", Text, ForeignKey("note.id"), primary_key=True),
    text_cell("session"),
    text_cell("author"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
note_place = Table(  # derived likewise, see ``vault.note_index``; the newest notes come first
    "note_place",
    metadata,
    Column("n", Integer, primary_key=True),
    ref("note", "note"),
    Index("note_place_of", "note", unique=True),
    sqlite_strict=True,
)
