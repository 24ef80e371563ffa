"""The tables of a person's file beside identity and legal status."""

from sqlalchemy import Index, Table, text

from tcdesk.domain.consents import Consent
from tcdesk.domain.custody import HousingStay, RegimeStay
from tcdesk.domain.flags import Flag
from tcdesk.domain.identifiers import Identifier
from tcdesk.domain.merging import Alias
from tcdesk.domain.network import Contact, Tie
from tcdesk.vault.columns import int_cell, ref, table, text_cell

identifier = table(
    "identifier",
    ref("person", "person"),
    text_cell("kind"),
    text_cell("value"),
    text_cell("plain"),
    Index("identifier_of", "person"),
    Index("identifier_by_plain", "plain"),
    Index(
        "identifier_once",
        "kind",
        "plain",
        unique=True,
        sqlite_where=text("kind IN ('register', 'emso')"),
    ),
)
regime_stay = table(
    "regime_stay",
    ref("person", "person"),
    text_cell("regime"),
    text_cell("from_date"),
    text_cell("to_date", null=True),
    Index("regime_stay_of", "person", "from_date"),
)
housing_stay = table(
    "housing_stay",
    ref("person", "person"),
    text_cell("place"),
    text_cell("wing"),
    text_cell("from_date"),
    text_cell("to_date", null=True),
    Index("housing_stay_of", "person", "from_date"),
)
tie = table(
    "tie",
    ref("person", "person"),
    ref("other", "person"),
    text_cell("kind"),
    text_cell("remark"),
    text_cell("from_date", null=True),
    text_cell("to_date", null=True),
    Index("tie_of_person", "person"),
    Index("tie_of_other", "other"),
)
contact = table(
    "contact",
    ref("person", "person"),
    text_cell("name"),
    text_cell("role"),
    text_cell("reached_at"),
    text_cell("support"),
    text_cell("leave"),
    text_cell("leave_on", null=True),
    text_cell("remark"),
    text_cell("from_date"),
    text_cell("to_date", null=True),
    Index("contact_of", "person", "from_date"),
)
consent = table(
    "consent",
    ref("person", "person"),
    text_cell("purpose"),
    text_cell("recipient"),
    int_cell("given"),
    text_cell("from_date"),
    text_cell("to_date", null=True),
    text_cell("remark"),
    Index("consent_of", "person", "purpose", "from_date"),
)
flag = table(
    "flag",
    ref("person", "person"),
    text_cell("kind"),
    text_cell("reason"),
    text_cell("from_date"),
    text_cell("to_date", null=True),
    Index("flag_of", "person", "from_date"),
)
alias = table(
    "alias",
    ref("person", "person"),
    ref("main", "person"),
    text_cell("reason"),
    text_cell("at"),
    ref("account", "account"),
    text_cell("separated_at", null=True),
    ref("separated_by", "account", null=True),
    Index("alias_once", "person", unique=True, sqlite_where=text("separated_at IS NULL")),
    Index("alias_of", "main", sqlite_where=text("separated_at IS NULL")),
)
VALUES: dict[type, Table] = {
    Identifier: identifier,
    RegimeStay: regime_stay,
    HousingStay: housing_stay,
    Tie: tie,
    Contact: contact,
    Consent: consent,
    Flag: flag,
    Alias: alias,
}
