"""What waits for a mentor's signature."""

from sqlalchemy import Select, func, or_, select

from tcdesk.domain.ids import AccountId
from tcdesk.vault import note_tables, tables


def awaiting(mentor: AccountId) -> Select[tuple[str]]:
    """Select the notes that wait for the signature of whoever was mentor when they were signed."""
    signature, second = tables.note_signature.alias(), note_tables.countersignature
    stay = note_tables.traineeship
    trainee, over = tables.staff.alias(), tables.staff.alias()
    day = func.substr(signature.c.at, 1, 10)
    return (
        select(signature.c.id)
        .join(trainee, trainee.c.account == signature.c.account)
        .join(stay, stay.c.staff == trainee.c.id)
        .join(over, over.c.id == stay.c.mentor)
        .outerjoin(second, second.c.id == signature.c.id)
        .where(
            over.c.account == mentor,
            stay.c.from_date <= day,
            or_(stay.c.to_date.is_(None), stay.c.to_date > day),
            second.c.id.is_(None),
        )
    )
