"""Questions about questionnaires: who answered which and when, and whose stay may ask for one."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, Select, case, exists, func, literal, or_, select

from tcdesk.domain.enrolments import Episode
from tcdesk.domain.ids import PersonId
from tcdesk.services.lines import Answered
from tcdesk.vault import instrument_tables, tables
from tcdesk.vault.mapper import to_value
from tcdesk.vault.same import root, same
from tcdesk.vault.sight import Sight


def answered(
    connection: Connection, day: date, person: PersonId | None, sight: Sight | None
) -> Sequence[Answered]:
    """Give the newest day up to a day on which each questionnaire was answered."""
    response, edition = instrument_tables.response, instrument_tables.instrument
    later = instrument_tables.response.alias("later")
    question = (
        select(
            root(response.c.person).label("person"),
            edition.c.code,
            func.max(response.c.day).label("day"),
        )
        .join(edition, edition.c.id == response.c.edition)
        .where(
            response.c.day <= day.isoformat(),
            ~exists().where(later.c.supersedes == response.c.id),
        )
        .group_by(root(response.c.person), edition.c.code)
    )
    if person is not None:
        question = question.where(response.c.person.in_(same(person)))
    if sight is not None:
        question = question.where(sight.reaches(response.c.person))
    return [
        Answered(
            person=PersonId(row["person"]),
            instrument=row["code"],
            day=date.fromisoformat(row["day"]),
        )
        for row in connection.execute(question).mappings()
    ]


def stays_near(
    connection: Connection, day: date, since: date, sight: Sight | None
) -> Sequence[Episode]:
    """List stays in programmes that hold on a day or have ended since another."""
    episode = tables.episode
    question = (
        select(episode)
        .where(
            episode.c.from_date <= day.isoformat(),
            or_(episode.c.to_date.is_(None), episode.c.to_date > since.isoformat()),
        )
        .order_by(episode.c.from_date, episode.c.id)
    )
    if sight is not None:
        question = question.where(sight.reaches(episode.c.person))
    return [to_value(Episode, row) for row in connection.execute(question).mappings()]


def timeline(person: PersonId) -> Sequence[Select[tuple[str, ...]]]:
    """Select a person's results and safety procedures as lines of the timeline.

    ``what`` is the short name, ``detail`` the main score; of a procedure whether it is open.
    """
    response, edition, flow = (
        instrument_tables.response,
        instrument_tables.instrument,
        instrument_tables.safety_flow,
    )
    later, nothing = instrument_tables.response.alias("later"), literal(None)
    results = (
        select(
            response.c.day.label("day"),
            literal("response").label("kind"),
            func.json_extract(edition.c.text, "$.short").label("what"),
            func.coalesce(func.json_extract(response.c.scores, "$[0][1]"), "").label("detail"),
            nothing.label("session"),
            nothing.label("signed"),
            response.c.account.label("author"),
            response.c.id.label("row"),
        )
        .join(edition, edition.c.id == response.c.edition)
        .where(
            response.c.person.in_(same(person)),
            ~exists().where(later.c.supersedes == response.c.id),
        )
    )
    flows = select(
        func.substr(flow.c.opened_at, 1, 10).label("day"),
        literal("safety").label("kind"),
        literal("").label("what"),
        case((flow.c.closed_at.is_(None), "open"), else_="closed").label("detail"),
        nothing.label("session"),
        nothing.label("signed"),
        flow.c.opened_by.label("author"),
        flow.c.id.label("row"),
    ).where(flow.c.person.in_(same(person)))
    return results, flows
