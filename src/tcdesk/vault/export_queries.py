"""What leaves a unit at level B: one question a table, each with exactly the columns that leave.

The version of an exported row must grow whenever anything told in it changes. It is therefore the
greatest version of all rows it is made from; all come from one counter of the vault. Facts that are
only added have a fixed version, and a superseded one travels as a tombstone; those of a person who
was given another pseudonym have the version of that act. What was removed or erased travels as a
tombstone for good. ``exit_date`` is the last day in (the day before the first day out); ``to_date``
is the first day no longer.
"""

from collections.abc import Iterator, Mapping
from heapq import merge
from types import MappingProxyType

from sqlalchemy import Connection, RowMapping, select, text

from tcdesk.bundle.records import RECORDS, Row, Tombstone
from tcdesk.vault import removal_tables

FACT = (1 << 32) + 1
SUPERSEDED = FACT + 1

_QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "activity": """
            SELECT a.id, v.version AS row_version, a.programme, a.code, a.form AS kind
            FROM activity a JOIN row_state v ON v.tbl = 'activity' AND v.id = a.id
            ORDER BY a.id""",
        "attendance": """
            SELECT a.id, coalesce(e.version, :fact) AS row_version, a.session,
                   p.pseudonym AS person, a.status AS status_code, a.minutes,
                   a.participation AS participation_level, later.id IS NOT NULL AS deleted
            FROM attendance a JOIN person p ON p.id = a.person
            LEFT JOIN anonymous e ON e.person = p.id
            LEFT JOIN attendance later ON later.supersedes = a.id
            ORDER BY a.id""",
        "audit": """
            SELECT printf('%016d', seq) AS id, :fact AS row_version, seq, entry,
                   lower(hex(hash)) AS hash
            FROM audit WHERE seq > :audit_after ORDER BY seq""",
        "episode": """
            SELECT e.id, v.version AS row_version, p.pseudonym AS person, e.participation,
                   e.programme, e.from_date AS entry_date,
                   date(e.to_date, '-1 day') AS exit_date, e.exit_code
            FROM episode e JOIN person p ON p.id = e.person
            JOIN row_state v ON v.tbl = 'episode' AND v.id = e.id
            ORDER BY e.id""",
        "legal_status": """
            SELECT s.id, v.version AS row_version, p.pseudonym AS person,
                   s.status AS status_code, s.from_date, s.to_date
            FROM status_stay s JOIN person p ON p.id = s.person
            JOIN row_state v ON v.tbl = 'status_stay' AND v.id = s.id
            ORDER BY s.id""",
        "participation": """
            SELECT t.id, max(v.version, vp.version, vo.version) AS row_version,
                   p.pseudonym AS person, o.code AS operation_code, t.from_date AS entry_date,
                   date(t.to_date, '-1 day') AS exit_date,
                   max(0, substr(t.from_date, 1, 4) - substr(p.birth_date, 1, 4)
                       - (substr(t.from_date, 6) < substr(p.birth_date, 6))) AS age_at_entry
            FROM participation t JOIN person p ON p.id = t.person
            JOIN operation o ON o.id = t.operation
            JOIN row_state v ON v.tbl = 'participation' AND v.id = t.id
            JOIN row_state vp ON vp.tbl = 'person' AND vp.id = p.id
            JOIN row_state vo ON vo.tbl = 'operation' AND vo.id = o.id
            ORDER BY t.id""",
        "person": """
            SELECT p.pseudonym AS id, v.version AS row_version, p.kind, p.sex, p.region,
                   NULL AS link
            FROM person p JOIN row_state v ON v.tbl = 'person' AND v.id = p.id
            ORDER BY p.pseudonym""",
        "phase_stay": """
            SELECT s.id, max(v.version, vp.version) AS row_version, s.episode,
                   CAST(h.number AS TEXT) AS phase_code, s.from_date, s.to_date
            FROM phase_stay s JOIN phase h ON h.id = s.phase
            JOIN row_state v ON v.tbl = 'phase_stay' AND v.id = s.id
            JOIN row_state vp ON vp.tbl = 'phase' AND vp.id = h.id
            ORDER BY s.id""",
        "programme": """
            SELECT g.id, max(v.version, vo.version, vf.version) AS row_version, g.code,
                   o.code AS operation_code, f.code AS funder_code,
                   nullif(o.profile, 'none') AS indicator_profile
            FROM programme g JOIN operation o ON o.id = g.operation
            JOIN funder f ON f.id = o.funder
            JOIN row_state v ON v.tbl = 'programme' AND v.id = g.id
            JOIN row_state vo ON vo.tbl = 'operation' AND vo.id = o.id
            JOIN row_state vf ON vf.tbl = 'funder' AND vf.id = f.id
            ORDER BY g.id""",
        "session": """
            SELECT s.id, max(v.version, va.version, coalesce(n.version, 0)) AS row_version,
                   s.programme, a.code AS activity_code, s.day AS date,
                   s.minutes AS minutes_planned,
                   CASE s.state WHEN 'held' THEN s.minutes END AS minutes_held,
                   s.state, a.form, coalesce(n.unsigned, 0) AS unsigned
            FROM session s JOIN activity a ON a.id = s.activity
            JOIN row_state v ON v.tbl = 'session' AND v.id = s.id
            JOIN row_state va ON va.tbl = 'activity' AND va.id = a.id
            LEFT JOIN (
                SELECT note.session, count(*) - count(note_signature.id) AS unsigned,
                       max(max(vn.version, coalesce(vs.version, 0))) AS version
                FROM note JOIN row_state vn ON vn.tbl = 'note' AND vn.id = note.id
                LEFT JOIN note_signature ON note_signature.id = note.id
                LEFT JOIN row_state vs ON vs.tbl = 'note_signature' AND vs.id = note.id
                GROUP BY note.session
            ) n ON n.session = s.id
            ORDER BY s.id""",
        "staff": """
            SELECT s.id, max(v.version, coalesce(va.version, 0)) AS row_version, s.code,
                   coalesce(a.role, 'none') AS role
            FROM staff s LEFT JOIN account a ON a.id = s.account
            JOIN row_state v ON v.tbl = 'staff' AND v.id = s.id
            LEFT JOIN row_state va ON va.tbl = 'account' AND va.id = a.id
            ORDER BY s.id""",
        "unit": """
            SELECT id.value AS id, :fact AS row_version, code.value AS code,
                   tag.value AS name_code, kind.value AS kind
            FROM meta id, meta code, meta tag, meta kind
            WHERE id.name = 'unit-id' AND code.name = 'unit-code' AND tag.name = 'unit-tag'
              AND kind.name = 'installation'""",
    }
)


class LeavingRows:
    """What leaves, from the snapshot of a connection (services.exchange_store.Exporting).

    Args:
        connection: It holds the snapshot.
        owner: The unit's id.
        audit_after: The audit line up to which the receiver has confirmed the chain.
    """

    def __init__(self, connection: Connection, owner: str, audit_after: int) -> None:
        self._connection = connection
        self._owner = owner
        self._audit_after = audit_after

    def rows(self, table: str) -> Iterator[Row]:
        """Stream the rows of a table of the bundle, ascending by id."""
        rows = self._connection.execute(
            text(_QUESTIONS[table]), {"fact": FACT, "audit_after": self._audit_after}
        )
        return merge(
            (self._row(table, row) for row in rows.mappings()),
            self._gone(table),
            key=lambda row: row.id,
        )

    def counts(self) -> Mapping[str, int]:
        """Count the rows of every table of the bundle."""
        return {name: self._count(name) for name in _QUESTIONS}

    def _count(self, name: str) -> int:
        question = f"SELECT count(*) FROM ({_QUESTIONS[name]})"  # noqa: S608 - our own texts
        return int(
            self._connection.scalar(
                text(question), {"fact": FACT, "audit_after": self._audit_after}
            )
            or 0
        )

    def _gone(self, table: str) -> Iterator[Row]:
        """Stream what an office may still have and the unit no more."""
        gone = removal_tables.tombstone
        rows = self._connection.execute(
            select(gone.c.id, gone.c.version).where(gone.c.tbl == table).order_by(gone.c.id)
        )
        return (Tombstone(id=row[0], owner=self._owner, row_version=row[1]) for row in rows)

    def _row(self, table: str, cells: RowMapping) -> Row:
        values = dict(cells)
        if values.pop("deleted", 0):
            return Tombstone(id=values["id"], owner=self._owner, row_version=SUPERSEDED)
        return RECORDS[table](owner=self._owner, **values)
