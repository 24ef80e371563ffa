"""What was counted at events, family sessions and trainings, by activity and month."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, func, select

from tcdesk.domain.head_counts import Band
from tcdesk.domain.programmes import ActivityForm
from tcdesk.domain.sessions import SessionState
from tcdesk.services.lines import Counted
from tcdesk.vault import tables
from tcdesk.vault.head_count_tables import head_count


def counted(connection: Connection, first: date, last: date) -> Sequence[Counted]:
    """Give every number of the held sessions of a period, both days included."""
    session, activity, programme = tables.session, tables.activity, tables.programme
    rows = connection.execute(
        select(
            programme.c.code.label("programme"),
            activity.c.form,
            activity.c.name_sl,
            activity.c.name_en,
            session.c.id,
            session.c.day,
            session.c.minutes,
            head_count.c.band,
            func.sum(head_count.c.number).label("number"),
        )
        .join(session, session.c.id == head_count.c.session)
        .join(activity, activity.c.id == session.c.activity)
        .join(programme, programme.c.id == session.c.programme)
        .where(
            session.c.day.between(first.isoformat(), last.isoformat()),
            session.c.state == SessionState.HELD.value,
        )
        .group_by(session.c.id, head_count.c.band)
        .order_by(programme.c.code, activity.c.name_sl, session.c.day, session.c.id)
    )
    return [
        Counted(
            programme=row["programme"],
            form=ActivityForm(row["form"]),
            activity_sl=row["name_sl"],
            activity_en=row["name_en"],
            session=row["id"],
            day=date.fromisoformat(row["day"]),
            minutes=row["minutes"],
            band=Band(row["band"]),
            number=row["number"],
        )
        for row in rows.mappings()
    ]
