"""The table of drug and alcohol tests."""

from sqlalchemy import Index

from tcdesk.vault.columns import int_cell, ref, table, text_cell

drug_test = table(
    "drug_test",
    ref("person", "person"),
    text_cell("day"),
    text_cell("purpose"),
    text_cell("reason"),
    text_cell("sample"),
    text_cell("seal"),
    ref("collected_by", "staff", null=True),
    text_cell("witness"),
    int_cell("temperature", null=True),
    int_cell("creatinine", null=True),
    text_cell("validity"),
    text_cell("refusal"),
    text_cell("screening"),
    text_cell("explained"),
    text_cell("medicine"),
    text_cell("laboratory"),
    text_cell("method"),
    text_cell("confirmed_on", null=True),
    text_cell("confirmation"),
    text_cell("told_on", null=True),
    ref("account", "account"),
    text_cell("at"),
    Index("drug_test_of", "person", "day"),
)
