"""The tables of intakes: what was told, and the substances used."""

from sqlalchemy import Index

from tcdesk.vault.columns import int_cell, ref, table, text_cell

intake = table(
    "intake",
    ref("person", "person"),
    ref("episode", "episode"),
    text_cell("day"),
    ref("account", "account"),
    *(
        text_cell(name, null=True)
        for name in ("previous", "referral", "living_with", "children", "living_where")
    ),
    int_cell("isced", null=True),
    text_cell("labour", null=True),
    text_cell("injecting", null=True),
    int_cell("first_injection", null=True),
    *(
        text_cell(name, null=True)
        for name in ("polydrug", "hiv_test", "hcv_test", "sharing", "opioid")
    ),
    int_cell("opioid_year", null=True),
    *(
        int_cell(f"need_{name}", null=True)
        for name in (
            "health",
            "mind",
            "substances",
            "family",
            "housing",
            "work",
            "money",
            "law",
        )
    ),
    text_cell("told"),
    Index("intake_of", "person"),
    Index("intake_in", "episode", unique=True),
)
drug_use = table(
    "drug_use",
    ref("intake", "intake"),
    ref("person", "person"),
    int_cell("rank"),
    text_cell("drug"),
    text_cell("route", null=True),
    text_cell("before_entry", null=True),
    text_cell("before_custody", null=True),
    int_cell("first_age", null=True),
    Index("drug_use_of", "person"),
    Index("drug_use_in", "intake", "rank", unique=True),
)
