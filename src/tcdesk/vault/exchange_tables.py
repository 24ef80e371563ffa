"""The tables of the exchange: who is known, what was sent, taken in and set aside."""

from sqlalchemy import Index

from tcdesk.vault.columns import int_cell, table, text_cell

party = table(
    "party",
    text_cell("kind"),
    text_cell("code"),
    text_cell("name"),
    text_cell("sign_pub"),
    text_cell("recipients"),
    text_cell("confirmed_at"),
    text_cell("status"),
)
bundle_out = table(
    "bundle_out",
    text_cell("party"),
    text_cell("kind"),
    text_cell("level"),
    text_cell("epoch"),
    int_cell("epoch_no"),
    int_cell("seq"),
    text_cell("sha256"),
    text_cell("file_name"),
    text_cell("state"),
    text_cell("at"),
    text_cell("counts"),
    int_cell("audit_seq"),
    text_cell("confirmed_at", null=True),
    text_cell("verdict", null=True),
    Index("bundle_out_of", "party", "epoch", "seq", unique=True),
)
bundle_in = table(
    "bundle_in",
    text_cell("party"),
    text_cell("kind"),
    text_cell("level"),
    text_cell("epoch"),
    int_cell("epoch_no"),
    int_cell("seq"),
    text_cell("sha256"),
    text_cell("file_sha256"),
    text_cell("lineage"),
    int_cell("audit_seq"),
    text_cell("audit_sha256"),
    text_cell("created_at"),
    text_cell("imported_at"),
    text_cell("verdict"),
    text_cell("counts"),
    Index("bundle_in_of", "party", "epoch", "seq"),
    Index("bundle_in_by_hash", "sha256", unique=True),
)
quarantined = table(
    "quarantined",
    text_cell("bundle"),
    text_cell("party"),
    text_cell("tbl"),
    text_cell("row"),
    text_cell("reason"),
    text_cell("payload"),
    text_cell("at"),
    Index("quarantined_of", "party", "tbl", "row"),
)
