"""The tables of what came from spreadsheets: batches, and what each wrote about whom.

An imported file names its person without a foreign key: undoing removes the person, and what was
imported stays on record. The ids it holds tell nobody anything.
"""

from sqlalchemy import Index

from tcdesk.vault.columns import int_cell, ref, table, text_cell

import_batch = table(
    "import_batch",
    text_cell("at"),
    ref("account", "account"),
    int_cell("rows"),
    int_cell("added"),
    int_cell("joined"),
    int_cell("left_out"),
    int_cell("refused"),
    text_cell("undone_at", null=True),
    ref("undone_by", "account", null=True),
    int_cell("stayed", null=True),
)
imported_file = table(
    "imported_file",
    ref("batch", "import_batch"),
    text_cell("person"),
    int_cell("is_new"),
    text_cell("rows"),
    Index("imported_file_of", "batch"),
    Index("imported_file_person", "person"),
)
