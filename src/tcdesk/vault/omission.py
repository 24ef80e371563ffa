"""Leaving one person out of a new copy of the database (decisions.md 3; FORMAT.md "Erasure").

    erase       every row that names the person goes: found along the foreign keys, so that no table
                can be forgotten; a session of the person alone that others attended stays, nameless
    anonymise   the facts stay under a new code and pseudonym without name, day of birth and texts

Of a signed note its hash stays (``erased_note``), of what an office knows a tombstone, of the audit
log everything: it holds ids and codes only. This runs on the copy that a rotation makes, never on
the live file: the triggers that protect evidence are taken out of the copy and put back into it.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from tcdesk.bundle.canonical import encode
from tcdesk.domain.folding import alphabetical, fold
from tcdesk.domain.ids import PersonId
from tcdesk.domain.retention import ErasureKind, blurred_birth
from tcdesk.services.key_ring import Omission
from tcdesk.vault import note_index, tables
from tcdesk.vault.bin import TOLD
from tcdesk.vault.connection import Connection
from tcdesk.vault.key_errors import DatabaseDamagedError

EPOCH_SHIFT = 32
_MANY = 500  # ids in one question
# Free texts that may name somebody; they are taken away when a person is made anonymous.
TEXTS: Mapping[str, tuple[str, ...]] = {
    "drug_test": ("witness", "refusal", "medicine", "laboratory"),
    "plan": ("conclusion",),
    "goal": ("own_words", "expected", "owner"),
    "goal_step": ("text", "owner"),
    "release_plan": ("housing", "income", "papers", "health", "crisis"),
    "release_body": ("name", "contact", "asked_for", "place"),
    "waiting_stay": ("reason",),
    "phase_decision": ("team", "reason"),
    "suspension": ("note",),
    "role_stay": ("sector", "reason"),
    "community_event": ("text",),
    "intake": ("told",),
    "exit_decision": ("remark", "without_release"),
}


def omit(connection: Connection, omission: Omission) -> None:
    """Leave a person out of a database that nobody uses yet.

    Raises:
        DatabaseDamagedError: What is left does not hold together; the copy is of no use.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA secure_delete = ON").fetchall()
    connection.execute("PRAGMA temp_store = MEMORY")
    triggers = [
        (str(name), str(sql))
        for name, sql in connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"
        ).fetchall()
    ]
    connection.execute("BEGIN IMMEDIATE")
    for name, _sql in triggers:
        connection.execute(f'DROP TRIGGER "{name}"')
    for file in _files(connection, omission):
        _Copy(connection, file).leave_out()
    for _name, sql in triggers:
        connection.execute(sql)
    connection.execute("COMMIT")
    if connection.execute("PRAGMA foreign_key_check").fetchall():
        raise DatabaseDamagedError


def _files(connection: Connection, omission: Omission) -> Sequence[Omission]:
    """Leave out the files that were merged into the person's too, each under a code of its own."""
    others = connection.execute(
        "SELECT person FROM alias WHERE main = ? AND separated_at IS NULL ORDER BY person",
        (omission.person,),
    ).fetchall()
    return [
        *(
            replace(
                omission,
                person=PersonId(str(other)),
                code=f"{omission.code}-{number}",
                pseudonym=f"{omission.pseudonym}-{number}",
            )
            for number, (other,) in enumerate(others, 1)
        ),
        omission,
    ]


class _Copy:
    """The copy, while somebody is left out of it."""

    def __init__(self, connection: Connection, omission: Omission) -> None:
        self._connection = connection
        self._omission = omission
        self._counter = int(self._setting("row-counter") or 0)
        self._epoch_no = int(self._setting("epoch-no") or 1)

    def leave_out(self) -> None:
        """Do what the omission says."""
        person = self._omission.person
        notes = self._of("note", "person", [person])
        sessions = self._of("session", "person", [person])
        notes |= self._ids("SELECT id FROM note WHERE person IS NULL AND session IN ({})", sessions)
        if self._omission.kind is ErasureKind.ERASE:
            shared = {one for one in sessions if self._others(one)}
            self._make_nameless(shared)
            gone = self._closure({"person": {person}, "note": notes})
        else:
            gone = self._closure({"note": notes})
        self._forget_traces(gone, sessions)
        touched = self._ids("SELECT session FROM note WHERE id IN ({})", gone["note"])
        self._delete(gone, notes=gone["note"])
        if self._omission.kind is ErasureKind.ANONYMISE:
            self._make_anonymous(sessions)
        self._grow("session", touched - gone["session"])
        self._set("row-counter", str(self._counter))

    # Finding

    def _closure(self, begun: dict[str, set[str]]) -> dict[str, set[str]]:
        """Follow the foreign keys backwards: every row that cannot be without one of these."""
        gone: dict[str, set[str]] = defaultdict(set)
        fresh = begun
        while fresh:
            for name, keys in fresh.items():
                gone[name] |= keys
            found: dict[str, set[str]] = defaultdict(set)
            for table in tables.metadata.sorted_tables:
                for foreign in table.foreign_keys:
                    target = foreign.column.table.name
                    if target in fresh:
                        here = self._of(table.name, foreign.parent.name, fresh[target])
                        found[table.name] |= here - gone[table.name]
            fresh = {name: keys for name, keys in found.items() if keys}
        return gone

    def _of(self, table: str, column: str, values: Iterable[str]) -> set[str]:
        """Give the keys of the rows whose column is one of some values."""
        key = _key(table)
        return self._ids(f'SELECT "{key}" FROM "{table}" WHERE "{column}" IN ({{}})', values)  # noqa: S608 - own names

    def _ids(self, question: str, values: Iterable[str]) -> set[str]:
        found: set[str] = set()
        for some in _parts(sorted(values)):
            rows = self._connection.execute(question.format(_marks(some)), some)
            found.update(str(row[0]) for row in rows.fetchall())
        return found

    def _others(self, session: str) -> bool:
        """Say whether something is recorded or written of others in a session of the person."""
        person = self._omission.person
        return any(
            self._connection.execute(
                f"SELECT 1 FROM {table} WHERE session = ? AND person <> ? LIMIT 1",  # noqa: S608 - own names
                (session, person),
            ).fetchone()
            for table in ("attendance", "note", "guest")
        )

    # Changing

    def _make_nameless(self, sessions: Iterable[str]) -> None:
        for session in sessions:
            self._connection.execute(
                "UPDATE session SET person = NULL, theme = '', clash_reason = '', series = NULL "
                "WHERE id = ?",
                (session,),
            )
            self._connection.execute(
                "DELETE FROM history WHERE tbl = 'session' AND id = ?", (session,)
            )
            self._grow("session", [session])

    def _delete(self, gone: dict[str, set[str]], *, notes: Iterable[str]) -> None:
        """Delete rows with their versions and history, and leave what must stay of signed notes."""
        for key in sorted(notes):
            self._connection.execute(note_index.FORGET, (key,))
            self._connection.execute(
                "INSERT INTO erased_note (id, sha256, signed_at, erasure) "
                "SELECT id, sha256, at, ? FROM note_signature WHERE id = ?",
                (self._omission.erasure, key),
            )
        for name, keys in gone.items():
            for key in sorted(keys) if name in TOLD else ():
                told = self._told_id(name, key)
                self._connection.execute(
                    "INSERT OR REPLACE INTO tombstone VALUES (?, ?, ?)",
                    (TOLD[name], told, self._next_version()),
                )
            for some in _parts(sorted(keys)):
                for statement in (
                    f'DELETE FROM "{name}" WHERE "{_key(name)}" IN ({_marks(some)})',  # noqa: S608 - own names
                    f"DELETE FROM row_state WHERE tbl = '{name}' AND id IN ({_marks(some)})",  # noqa: S608 - ditto
                    f"DELETE FROM history WHERE tbl = '{name}' AND id IN ({_marks(some)})",  # noqa: S608 - ditto
                ):
                    self._connection.execute(statement, some)

    def _told_id(self, table: str, key: str) -> str:
        if table != "person":
            return key
        row = self._connection.execute(
            "SELECT pseudonym FROM person WHERE id = ?", (key,)
        ).fetchone()
        return str(row[0]) if row else key

    def _make_anonymous(self, sessions: set[str]) -> None:
        """Give the person a new code and pseudonym, and take name, day of birth and texts away."""
        person, omission, execute = self._omission.person, self._omission, self._connection.execute
        born = execute("SELECT birth_date FROM person WHERE id = ?", (person,)).fetchone()
        if born is None:
            raise DatabaseDamagedError
        execute(
            "INSERT INTO tombstone VALUES ('person', ?, ?)",
            (self._told_id("person", person), self._next_version()),
        )
        entries = execute(
            "SELECT from_date FROM participation WHERE person = ?", (person,)
        ).fetchall()
        days = [date.fromisoformat(str(row[0])) for row in entries]
        birth = blurred_birth(date.fromisoformat(str(born[0])), days) if born[0] else None
        execute(
            "UPDATE person SET code = ?, pseudonym = ?, given_name = '', family_name = ?, "
            "birth_date = ?, risk = 0, folded = ?, alphabetical = ? WHERE id = ?",
            (
                omission.code,
                omission.pseudonym,
                omission.code,
                birth.isoformat() if birth else "",
                fold(omission.code),
                alphabetical(omission.code),
                person,
            ),
        )
        version = self._next_version()
        execute("INSERT OR REPLACE INTO anonymous VALUES (?, ?)", (person, version))
        self._grow("person", [person])
        for table in ("status_stay", "participation", "episode"):
            self._grow(table, self._of(table, "person", [person]))
        for table, columns in (("attendance", "reason"), ("emergency_access", "remark")):
            execute(
                f"UPDATE {table} SET {columns} = NULL WHERE person = ?",  # noqa: S608 - own names
                (person,),
            )
        execute("UPDATE emergency_access SET reason = '' WHERE person = ?", (person,))
        execute("UPDATE session SET theme = '', clash_reason = '' WHERE person = ?", (person,))
        execute("UPDATE series SET themes = '' WHERE person = ?", (person,))
        execute("UPDATE apart SET reason = '' WHERE ? IN (person, other)", (person,))
        execute("UPDATE response SET reason = NULL WHERE person = ?", (person,))
        execute(
            "UPDATE safety_flow SET told_whom = '', agreed = '', plan = '', outcome = '' "
            "WHERE person = ?",
            (person,),
        )
        for table, texts in TEXTS.items():
            emptied = ", ".join(f"{column} = ''" for column in texts)
            execute(f"UPDATE {table} SET {emptied} WHERE person = ?", (person,))  # noqa: S608 - own names
        self._forget_around(person)
        kept = self._closure({"person": {person}, "session": sessions})
        for name, keys in kept.items():
            for some in _parts(sorted(keys)):
                execute(
                    f"DELETE FROM history WHERE tbl = '{name}' AND id IN ({_marks(some)})",  # noqa: S608 - own names
                    some,
                )

    def _forget_around(self, person: str) -> None:
        """Take numbers, contacts and ties away, and the texts of what stays as a bare fact."""
        execute = self._connection.execute
        self._delete(
            {
                "identifier": self._of("identifier", "person", [person]),
                "contact": self._of("contact", "person", [person]),
                "flag": self._of("flag", "person", [person]),
                "tie": self._of("tie", "person", [person]) | self._of("tie", "other", [person]),
            },
            notes=(),
        )
        execute("UPDATE housing_stay SET wing = '' WHERE person = ?", (person,))
        execute("UPDATE consent SET recipient = '', remark = '' WHERE person = ?", (person,))
        execute("UPDATE alias SET reason = '' WHERE ? IN (person, main)", (person,))

    def _forget_traces(self, gone: dict[str, set[str]], sessions: set[str]) -> None:
        """Take the person out of what is no row of theirs: history, bin, drafts, old rosters."""
        person, execute = self._omission.person, self._connection.execute
        like = f"%{person}%"
        attended = self._ids("SELECT session FROM attendance WHERE person IN ({})", [person])
        self._forget_drafts(gone["session"] | sessions, attended)
        self._forget_binned()
        execute("DELETE FROM imported_file WHERE person = ?", (person,))
        if self._omission.kind is ErasureKind.ERASE:
            execute("DELETE FROM history WHERE payload LIKE ?", (like,))
            for key, roster in execute(
                "SELECT id, roster FROM sheet_print WHERE roster LIKE ?", (like,)
            ).fetchall():
                left = [one for one in json.loads(str(roster)) if one != person]
                execute(
                    "UPDATE sheet_print SET roster = ? WHERE id = ?",
                    (encode(left).decode(), str(key)),
                )

    def _forget_binned(self) -> None:
        """Empty the bin of acts about the person; of others' acts only the person's rows go."""
        person, execute = self._omission.person, self._connection.execute
        own = self._of("removal", "person", [person])
        rows = execute(
            "SELECT tbl, row, removal FROM binned WHERE payload LIKE ?", (f"%{person}%",)
        ).fetchall()
        erase = self._omission.kind is ErasureKind.ERASE
        for table, row, removal in rows if erase else ():
            main = execute(
                "SELECT 1 FROM removal WHERE id = ? AND row = ?", (str(removal), str(row))
            ).fetchone()
            if main:
                own.add(str(removal))
            self._forget_binned_row(str(table), str(row))
        for removal in sorted(own):
            for table, row in execute(
                "SELECT tbl, row FROM binned WHERE removal = ?", (removal,)
            ).fetchall():
                self._forget_binned_row(str(table), str(row))
            execute("DELETE FROM removal WHERE id = ?", (removal,))

    def _forget_binned_row(self, table: str, row: str) -> None:
        self._connection.execute("DELETE FROM history WHERE tbl = ? AND id = ?", (table, row))
        self._connection.execute("DELETE FROM binned WHERE tbl = ? AND row = ?", (table, row))

    def _forget_drafts(self, own: set[str], attended: set[str]) -> None:
        """Take the person out of what others have typed; what is sealed is unreadable, and goes."""
        person, execute = self._omission.person, self._connection.execute
        rows = execute("SELECT id, entity, payload, compartment FROM draft").fetchall()
        for key, entity, payload, compartment in rows:
            sealed = compartment is not None and entity in attended
            if entity in own or entity == person or sealed:
                execute("DELETE FROM draft WHERE id = ?", (str(key),))
            elif person in str(payload):
                left = _without(json.loads(str(payload)), person)
                execute(
                    "UPDATE draft SET payload = ? WHERE id = ?",
                    (json.dumps(left, ensure_ascii=False), str(key)),
                )

    # Versions and settings

    def _grow(self, table: str, keys: Iterable[str]) -> None:
        for key in sorted(keys):
            self._connection.execute(
                "UPDATE row_state SET version = ? WHERE tbl = ? AND id = ?",
                (self._next_version(), table, key),
            )

    def _next_version(self) -> int:
        self._counter += 1
        return self._epoch_no << EPOCH_SHIFT | self._counter

    def _setting(self, name: str) -> str | None:
        row = self._connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def _set(self, name: str, value: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))


def _key(table: str) -> str:
    """Name the column that tells the rows of a table apart."""
    return next(iter(tables.metadata.tables[table].primary_key)).name


def _marks(values: Sequence[str]) -> str:
    return ",".join("?" * len(values))


def _without(content: object, person: str) -> object:
    """Leave a person out of a draft: what is about them goes, a mention becomes nothing."""
    if isinstance(content, dict):
        return {name: _without(value, person) for name, value in content.items()}
    if isinstance(content, list):
        return [_without(one, person) for one in content if not _about(one, person)]
    return None if content == person else content


def _about(content: object, person: str) -> bool:
    return content == person or (isinstance(content, dict) and content.get("person") == person)


def _parts(values: Sequence[str]) -> Iterator[Sequence[str]]:
    yield from (values[at : at + _MANY] for at in range(0, len(values), _MANY))
