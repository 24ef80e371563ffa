"""Questions to the audit log; each is one walk along one index, however long the log is."""

from collections.abc import Sequence

from sqlalchemy import Connection, and_, or_, select

from tcdesk.bundle.canonical import decode
from tcdesk.services.audit_lines import AuditLine, AuditPlace, AuditQuestion, Checkpoint
from tcdesk.vault.bookkeeping import audit, audit_checkpoint


def lines(
    connection: Connection, question: AuditQuestion, *, limit: int, before: AuditPlace | None
) -> Sequence[AuditLine]:
    """List lines, newest first; a page begins where the one before ended, never by counting."""
    wanted = [
        audit.c[name] == value
        for name, value in (
            ("person", question.person),
            ("account", question.account),
            ("action", question.action),
        )
        if value is not None
    ]
    if question.since is not None:
        wanted.append(audit.c.at >= question.since)
    if question.until is not None:
        wanted.append(audit.c.at < question.until)
    if before is not None:
        # The first condition alone bounds the walk along the index.
        wanted.append(audit.c.at <= before.at)
        wanted.append(
            or_(audit.c.at < before.at, and_(audit.c.at == before.at, audit.c.seq < before.seq))
        )
    rows = connection.execute(
        select(audit.c.entry)
        .where(*wanted)
        .order_by(audit.c.at.desc(), audit.c.seq.desc())
        .limit(limit)
    )
    return [line_of(str(row[0])) for row in rows]


def line_of(entry: str) -> AuditLine:
    """Read a canonical entry."""
    told = decode(entry.encode())
    if not isinstance(told, dict):
        raise TypeError(type(told))
    detail = told.get("detail")
    return AuditLine(
        seq=int(str(told["seq"])),
        at=str(told["at"]),
        account=str(told["user"]),
        login_id=str(told["session"]),
        action=str(told["action"]),
        entity=_text(told.get("entity")),
        key=_text(told.get("entity_id")),
        person=_text(told.get("person")),
        detail=detail if isinstance(detail, dict) else {},
    )


def checkpoints(connection: Connection) -> Sequence[Checkpoint]:
    """List the heads that accounts have signed, oldest first."""
    rows = connection.execute(
        select(
            audit_checkpoint.c.seq,
            audit_checkpoint.c.hash,
            audit_checkpoint.c.account,
            audit_checkpoint.c.signature,
            audit.c.hash,
        )
        .join_from(audit_checkpoint, audit, audit.c.seq == audit_checkpoint.c.seq, isouter=True)
        .order_by(audit_checkpoint.c.seq)
    )
    return [
        Checkpoint(
            seq=row[0],
            sha256=row[1].hex(),
            account=row[2],
            signature=row[3],
            lies=row[4].hex() if row[4] is not None else None,
        )
        for row in rows
    ]


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
