"""The tables of release: the plan and the bodies that help afterwards."""

from sqlalchemy import Index, text

from tcdesk.vault.columns import int_cell, ref, table, text_cell

release_plan = table(
    "release_plan",
    ref("person", "person"),
    text_cell("release_on"),
    text_cell("housing"),
    text_cell("income"),
    text_cell("papers"),
    text_cell("health"),
    text_cell("crisis"),
    text_cell("told_overdose", null=True),
    ref("account", "account"),
    text_cell("closed_on", null=True),
    Index("release_plan_of", "person"),
    Index("release_plan_open", "release_on", sqlite_where=text("closed_on IS NULL")),
)
release_body = table(
    "release_body",
    ref("plan", "release_plan"),
    ref("person", "person"),
    text_cell("kind"),
    text_cell("name"),
    text_cell("contact"),
    text_cell("asked_for"),
    text_cell("answer"),
    text_cell("answered_on", null=True),
    text_cell("appointment", null=True),
    int_cell("start", null=True),
    text_cell("place"),
    Index("release_body_in", "plan"),
    Index("release_body_of", "person"),
)
