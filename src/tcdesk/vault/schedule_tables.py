"""The tables of what repeats, and of people who must be kept apart."""

from sqlalchemy import Column, ForeignKey, Index, Text

from tcdesk.vault.columns import int_cell, ref, table, text_cell

series = table(
    "series",
    ref("programme", "programme"),
    ref("activity", "activity"),
    Column("group", Text, ForeignKey("grp.id"), nullable=True),
    ref("person", "person", null=True),
    text_cell("rule"),
    text_cell("from_date"),
    text_cell("to_date", null=True),
    int_cell("start"),
    int_cell("minutes"),
    text_cell("room"),
    ref("leader", "staff"),
    ref("co_leader", "staff", null=True),
    int_cell("meetings", null=True),
    text_cell("themes"),
    int_cell("on_free_days"),
    ref("follows", "series", null=True),
    Index("series_of_group", "group"),
    Index("series_of_person", "person"),
)
apart = table(
    "apart",
    ref("person", "person"),
    ref("other", "person"),
    text_cell("reason"),
    text_cell("from_date"),
    text_cell("to_date", null=True),
    Index("apart_of_person", "person", "from_date"),
    Index("apart_of_other", "other", "from_date"),
)
