"""The tables of individual plans: versions, goals, steps, ratings."""

from sqlalchemy import Index, text

from tcdesk.vault.columns import int_cell, ref, table, text_cell

plan = table(
    "plan",
    ref("person", "person"),
    ref("episode", "episode"),
    int_cell("number"),
    text_cell("from_date"),
    text_cell("review_by"),
    ref("account", "account"),
    text_cell("closed_on", null=True),
    text_cell("conclusion"),
    Index("plan_of", "person"),
    Index("plan_version", "episode", "number", unique=True),
    Index("plan_open", "review_by", sqlite_where=text("closed_on IS NULL")),
)
goal = table(
    "goal",
    ref("plan", "plan"),
    ref("person", "person"),
    text_cell("root"),
    int_cell("number"),
    text_cell("area"),
    text_cell("area_sl"),
    text_cell("area_en"),
    text_cell("own_words"),
    text_cell("expected"),
    text_cell("owner"),
    text_cell("due", null=True),
    int_cell("weight"),
    text_cell("ended", null=True),
    Index("goal_of_plan", "plan"),
    Index("goal_of", "person"),
)
goal_step = table(
    "goal_step",
    ref("goal", "goal"),
    ref("person", "person"),
    text_cell("text"),
    text_cell("owner"),
    text_cell("due", null=True),
    text_cell("done_on", null=True),
    Index("goal_step_of_goal", "goal"),
    Index("goal_step_of", "person"),
)
goal_rating = table(
    "goal_rating",
    ref("goal", "goal"),
    ref("person", "person"),
    text_cell("root"),
    text_cell("day"),
    int_cell("score"),
    ref("account", "account"),
    text_cell("at"),
    ref("session", "session", null=True),
    Index("goal_rating_of", "person", "day"),
    Index("goal_rating_of_goal", "goal"),
    Index("goal_rating_at", "session", sqlite_where=text("session IS NOT NULL")),
)
