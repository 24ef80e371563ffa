"""The tables beside notes: phrases, who is in training, and mentors' signatures."""

from sqlalchemy import Column, ForeignKey, Index, Table, Text

from tcdesk.vault.columns import int_cell, metadata, ref, table, text_cell

phrase = table(
    "phrase",
    ref("account", "account", null=True),
    text_cell("short"),
    text_cell("text"),
    int_cell("gone"),
    Index("phrase_of", "account"),
)
traineeship = table(
    "traineeship",
    ref("staff", "staff"),
    ref("mentor", "staff"),
    text_cell("from_date"),
    text_cell("to_date", null=True),
    Index("traineeship_of", "staff", "from_date"),
    Index("traineeship_under", "mentor"),
)
countersignature = Table(
    "countersignature",
    metadata,
    Column("id", Text, ForeignKey("note_signature.id"), primary_key=True),
    ref("account", "account"),
    text_cell("sha256"),
    text_cell("sign_pub"),
    text_cell("signature"),
    text_cell("at"),
    sqlite_strict=True,
)
