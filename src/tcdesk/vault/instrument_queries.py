"""Questions about questionnaires: who answered which and when, and whose stay may ask for one."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, exists, func, or_, select

from tcdesk.domain.enrolments import Episode
from tcdesk.domain.ids import PersonId
from tcdesk.services.lines import Answered
from tcdesk.vault import instrument_tables, tables
from tcdesk.vault.mapper import to_value
from tcdesk.vault.sight import Sight


def answered(connection: Connection, day: date, sight: Sight | None) -> Sequence[Answered]:
    """Give the newest day up to a day on which each person answered each questionnaire."""
    response, edition = instrument_tables.response, instrument_tables.instrument
    later = instrument_tables.response.alias("later")
    question = (
        select(response.c.person, edition.c.code, func.max(response.c.day).label("day"))
        .join(edition, edition.c.id == response.c.edition)
        .where(
            response.c.day <= day.isoformat(),
            ~exists().where(later.c.supersedes == response.c.id),
        )
        .group_by(response.c.person, edition.c.code)
    )
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
