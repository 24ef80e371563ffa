"""The tables of questionnaires: definitions, responses, what is due, the safety procedure."""

from sqlalchemy import Index, text

from tcdesk.vault.columns import int_cell, ref, table, text_cell

instrument = table(
    "instrument",
    text_cell("code"),
    int_cell("version"),
    text_cell("sha256"),
    text_cell("text"),
    text_cell("at"),
    ref("account", "account"),
    Index("instrument_edition", "code", "version", unique=True),
)
response = table(
    "response",
    ref("person", "person"),
    ref("edition", "instrument"),
    text_cell("day"),
    text_cell("mode"),
    text_cell("answers"),
    text_cell("scores"),
    ref("account", "account"),
    text_cell("at"),
    ref("supersedes", "response", null=True),
    text_cell("reason", null=True),
    Index("response_of", "person", "day"),
    Index("response_superseded", "supersedes", unique=True),
)
due_rule = table(
    "due_rule",
    ref("programme", "programme"),
    text_cell("instrument"),
    text_cell("occasion"),
    int_cell("weeks"),
    text_cell("ended_at", null=True),
    Index("due_rule_of", "programme"),
)
safety_flow = table(
    "safety_flow",
    ref("person", "person"),
    ref("response", "response", null=True),
    text_cell("item", null=True),
    text_cell("opened_at"),
    ref("opened_by", "account"),
    text_cell("told_whom"),
    text_cell("told_at"),
    text_cell("agreed"),
    text_cell("plan"),
    text_cell("review", null=True),
    text_cell("outcome"),
    text_cell("closed_at", null=True),
    ref("closed_by", "account", null=True),
    Index("safety_flow_of", "person"),
    Index("safety_flow_open", "opened_at", sqlite_where=text("closed_at IS NULL")),
)
