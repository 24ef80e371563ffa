"""The tables of life in a community: waiting, gates, pauses, roles, events, how a stay ended."""

from sqlalchemy import Index

from tcdesk.vault.columns import ref, table, text_cell

waiting_stay = table(
    "waiting_stay",
    ref("person", "person"),
    ref("programme", "programme"),
    text_cell("status"),
    text_cell("from_date"),
    text_cell("to_date", null=True),
    text_cell("reason"),
    Index("waiting_stay_of", "person", "from_date"),
)
phase_decision = table(
    "phase_decision",
    ref("stay", "phase_stay"),
    ref("person", "person"),
    text_cell("direction"),
    text_cell("team"),
    text_cell("reason"),
    text_cell("met"),
    text_cell("unmet"),
    Index("phase_decision_of", "person"),
    Index("phase_decision_for", "stay"),
)
suspension = table(
    "suspension",
    ref("episode", "episode"),
    ref("person", "person"),
    text_cell("reason"),
    text_cell("note"),
    text_cell("from_date"),
    text_cell("to_date", null=True),
    Index("suspension_of", "person"),
    Index("suspension_in", "episode", "from_date"),
)
role_stay = table(
    "role_stay",
    ref("episode", "episode"),
    ref("person", "person"),
    text_cell("role"),
    text_cell("role_sl"),
    text_cell("role_en"),
    text_cell("sector"),
    text_cell("reason"),
    text_cell("from_date"),
    text_cell("to_date", null=True),
    Index("role_stay_of", "person"),
    Index("role_stay_in", "episode", "from_date"),
)
community_event = table(
    "community_event",
    ref("episode", "episode"),
    ref("person", "person"),
    text_cell("kind"),
    text_cell("day"),
    text_cell("text"),
    text_cell("due", null=True),
    text_cell("done_on", null=True),
    Index("community_event_of", "person", "day"),
    Index("community_event_in", "episode"),
)
exit_decision = table(
    "exit_decision",
    ref("episode", "episode"),
    ref("person", "person"),
    ref("phase", "phase", null=True),
    text_cell("decided_by"),
    text_cell("remark"),
    text_cell("without_release"),
    Index("exit_decision_of", "person"),
    Index("exit_decision_in", "episode"),
)
