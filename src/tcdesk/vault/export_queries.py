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

# Whose rows leave, and under which pseudonym. Files of one person leave as one (domain.merging):
# ``id`` is the file that a row stands in, ``main`` the one it leaves with. The law asks for
# everybody of an operation with indicators; others leave unless they have refused or taken back
# their consent (domain.consents): then what the office has of them is withdrawn.
# ``act`` is the version of the newest merge, answer or erasure: what it changes is told anew.
_FILES = """
    WITH file AS MATERIALIZED (
        SELECT f.id, f.pseudonym AS own, m.id AS main, m.pseudonym, m.birth_date,
               f.id <> m.id AS merged,
               max(coalesce((SELECT max(w.version) FROM alias a
                             JOIN row_state w ON w.tbl = 'alias' AND w.id = a.id
                             WHERE m.id IN (a.main, a.person) OR f.id IN (a.main, a.person)), 0),
                   coalesce((SELECT max(w.version) FROM consent c
                             JOIN row_state w ON w.tbl = 'consent' AND w.id = c.id
                             WHERE c.purpose = 'export' AND c.person IN (
                                 SELECT m.id UNION ALL SELECT o.person FROM alias o
                                 WHERE o.main = m.id AND o.separated_at IS NULL)), 0),
                   coalesce((SELECT version FROM anonymous WHERE person = m.id), 0)) AS act,
               EXISTS (SELECT 1 FROM participation t JOIN operation r ON r.id = t.operation
                       WHERE r.profile <> 'none' AND t.person IN (
                           SELECT m.id UNION ALL SELECT o.person FROM alias o
                           WHERE o.main = m.id AND o.separated_at IS NULL))
               OR coalesce((SELECT c.given = 1 AND c.to_date IS NULL FROM consent c
                            WHERE c.purpose = 'export' AND c.person IN (
                                SELECT m.id UNION ALL SELECT o.person FROM alias o
                                WHERE o.main = m.id AND o.separated_at IS NULL)
                            ORDER BY c.from_date DESC, c.id DESC LIMIT 1), 1) AS leaves,
               EXISTS (SELECT 1 FROM consent c WHERE c.purpose = 'export' AND c.person IN (
                           SELECT m.id UNION ALL SELECT o.person FROM alias o
                           WHERE o.main = m.id AND o.separated_at IS NULL)) AS asked
        FROM person f
        JOIN person m ON m.id = coalesce(
            (SELECT o.main FROM alias o WHERE o.person = f.id AND o.separated_at IS NULL), f.id)
    )"""

_QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "activity": """
            SELECT a.id, v.version AS row_version, a.programme, a.code, a.form AS kind
            FROM activity a JOIN row_state v ON v.tbl = 'activity' AND v.id = a.id
            ORDER BY a.id""",
        "attendance": """
            SELECT a.id, max(:fact, p.act) + (later.id IS NOT NULL) AS row_version, a.session,
                   p.pseudonym AS person, a.status AS status_code, a.minutes,
                   a.participation AS participation_level,
                   later.id IS NOT NULL OR NOT p.leaves AS deleted
            FROM attendance a JOIN file p ON p.id = a.person
            LEFT JOIN attendance later ON later.supersedes = a.id
            WHERE p.leaves OR p.asked
            ORDER BY a.id""",
        "audit": """
            SELECT printf('%016d', seq) AS id, :fact AS row_version, seq, entry,
                   lower(hex(hash)) AS hash
            FROM audit WHERE seq > :audit_after ORDER BY seq""",
        "episode": """
            SELECT e.id, max(v.version, p.act) AS row_version, p.pseudonym AS person,
                   (SELECT min(k.id) FROM participation k WHERE k.operation = t.operation
                    AND k.person IN (SELECT p.main UNION ALL SELECT o.person FROM alias o
                                     WHERE o.main = p.main AND o.separated_at IS NULL)
                   ) AS participation,
                   e.programme, e.from_date AS entry_date,
                   date(e.to_date, '-1 day') AS exit_date, e.exit_code,
                   NOT p.leaves AS deleted
            FROM episode e JOIN file p ON p.id = e.person
            JOIN participation t ON t.id = e.participation
            JOIN row_state v ON v.tbl = 'episode' AND v.id = e.id
            WHERE p.leaves OR p.asked
            ORDER BY e.id""",
        "legal_status": """
            SELECT s.id, max(v.version, p.act) AS row_version, p.pseudonym AS person,
                   s.status AS status_code, s.from_date, s.to_date, NOT p.leaves AS deleted
            FROM status_stay s JOIN file p ON p.id = s.person
            JOIN row_state v ON v.tbl = 'status_stay' AND v.id = s.id
            WHERE p.leaves OR p.asked
            ORDER BY s.id""",
        "participation": """
            , whole AS MATERIALIZED (
                SELECT p.main, t.operation, min(t.id) AS id, min(t.from_date) AS from_date,
                       CASE WHEN count(t.to_date) = count(*) THEN max(t.to_date) END AS to_date,
                       max(v.version) AS version
                FROM participation t JOIN file p ON p.id = t.person
                JOIN row_state v ON v.tbl = 'participation' AND v.id = t.id
                GROUP BY p.main, t.operation
            )
            SELECT t.id, max(w.version, vp.version, vo.version, p.act) AS row_version,
                   p.pseudonym AS person, o.code AS operation_code, w.from_date AS entry_date,
                   date(w.to_date, '-1 day') AS exit_date,
                   max(0, substr(w.from_date, 1, 4) - substr(p.birth_date, 1, 4)
                       - (substr(w.from_date, 6) < substr(p.birth_date, 6))) AS age_at_entry,
                   w.id <> t.id OR NOT p.leaves AS deleted
            FROM participation t JOIN file p ON p.id = t.person
            JOIN whole w ON w.main = p.main AND w.operation = t.operation
            JOIN operation o ON o.id = t.operation
            JOIN row_state vp ON vp.tbl = 'person' AND vp.id = p.main
            JOIN row_state vo ON vo.tbl = 'operation' AND vo.id = o.id
            WHERE p.leaves OR p.asked
            ORDER BY t.id""",
        "person": """
            SELECT p.own AS id, max(v.version, p.act) AS row_version, f.kind, f.sex, f.region,
                   NULL AS link, p.merged OR NOT p.leaves AS deleted
            FROM file p JOIN person f ON f.id = p.id
            JOIN row_state v ON v.tbl = 'person' AND v.id = p.id
            WHERE p.leaves OR p.asked
            ORDER BY p.own""",
        "phase_stay": """
            SELECT s.id, max(v.version, vp.version, p.act) AS row_version, s.episode,
                   CAST(h.number AS TEXT) AS phase_code, s.from_date, s.to_date,
                   NOT p.leaves AS deleted
            FROM phase_stay s JOIN phase h ON h.id = s.phase
            JOIN episode e ON e.id = s.episode
            JOIN file p ON p.id = e.person
            JOIN row_state v ON v.tbl = 'phase_stay' AND v.id = s.id
            JOIN row_state vp ON vp.tbl = 'phase' AND vp.id = h.id
            WHERE p.leaves OR p.asked
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
            text(_question(table)), {"fact": FACT, "audit_after": self._audit_after}
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
        gone = "WHERE NOT deleted" if " AS deleted" in _QUESTIONS[name] else ""
        question = f"SELECT count(*) FROM ({_question(name)}) {gone}"  # noqa: S608 - our own texts
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
            return Tombstone(id=values["id"], owner=self._owner, row_version=values["row_version"])
        return RECORDS[table](owner=self._owner, **values)


def _question(table: str) -> str:
    """Give the question of a table; those about people begin with whose rows leave."""
    question = _QUESTIONS[table]
    return _FILES + question if " file p" in question else question
