"""The tables of what was removed: the bin, tombstones for exports, erasures by two people."""

from sqlalchemy import Column, ForeignKey, Index, Table, Text

from tcdesk.vault.columns import int_cell, metadata, ref, table, text_cell

removal = table(
    "removal",
    text_cell("thing"),
    text_cell("row"),
    text_cell("person", null=True),
    text_cell("at"),
    ref("account", "account"),
    text_cell("until"),
    Index("removal_until", "until"),
)
# A removed row waits here as it was, beside the act that removed it.
binned = Table(
    "binned",
    metadata,
    Column("tbl", Text, primary_key=True),
    Column("row", Text, primary_key=True),
    ref("removal", "removal"),
    int_cell("place"),
    int_cell("version", null=True),
    text_cell("payload"),
    Index("binned_by", "removal", "place"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
# What an office may know and the unit has no more; told in every export.
tombstone = Table(
    "tombstone",
    metadata,
    Column("tbl", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    int_cell("version"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
erasure = table(
    "erasure",
    text_cell("subject"),
    text_cell("kind"),
    text_cell("rule"),
    ref("proposed_by", "account"),
    text_cell("proposed_at"),
    ref("confirmed_by", "account", null=True),
    text_cell("done_at", null=True),
    ref("withdrawn_by", "account", null=True),
    text_cell("withdrawn_at", null=True),
    Index("erasure_of", "subject"),
)
erased_note = table(
    "erased_note",
    text_cell("sha256"),
    text_cell("signed_at"),
    ref("erasure", "erasure"),
)
# Who was made anonymous, and the version under which their facts are told since.
anonymous = Table(
    "anonymous",
    metadata,
    Column("person", Text, ForeignKey("person.id"), primary_key=True),
    int_cell("version"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
