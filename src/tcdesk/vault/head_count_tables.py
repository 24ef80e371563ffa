"""The table of how many were at a session where no names are kept."""

from sqlalchemy import Index

from tcdesk.vault.columns import int_cell, ref, table, text_cell

head_count = table(
    "head_count",
    ref("session", "session"),
    text_cell("band"),
    int_cell("number"),
    Index("head_count_of", "session", "band", unique=True),
)
