"""The audit log at five million real lines: pages by person, account, day and action.

Run by hand: ``python -m tests.benchmarks.audit [--lines N] [--keep FOLDER]``. The lines are chained
and encrypted like all others; each question is timed with a cold connection and with a warm one.
"""

import argparse
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection as SqlConnection
from sqlalchemy import StaticPool, create_engine
from sqlcipher3 import dbapi2

from tcdesk.bundle.canonical import Json, encode
from tcdesk.bundle.chain import audit_hash
from tcdesk.crypto.secret import Secret
from tcdesk.services.audit_lines import AuditLine, AuditPlace, AuditQuestion
from tcdesk.services.chain_watch import follow
from tcdesk.vault import audit_queries
from tcdesk.vault.connection import Connection, create_database, open_connection
from tcdesk.vault.schema import create_schema

KEY = Secret(bytes(range(32)))
PAGE, PAGES = 200, 49
ACCOUNTS, PEOPLE = 12, 3000
ACTIONS = ("person.open", "person.leave", "session.open", "attendance.add", "note.add", "login")
RARE = "note.sign"
BEGIN = datetime(2020, 1, 1, tzinfo=UTC)
BATCH = 100_000


def _id(kind: int, number: int) -> str:
    return f"018f3a10-{kind:04x}-7000-8000-{number:012x}"


def lines(count: int) -> Iterator[tuple[int, str, bytes]]:
    """Make chained lines over six years."""
    chance = random.Random(1)
    previous = bytes(32)
    step = timedelta(days=365 * 6) / count
    for seq in range(1, count + 1):
        person = chance.randrange(PEOPLE)
        action = RARE if seq % 1000 == 0 else ACTIONS[chance.randrange(len(ACTIONS))]
        told: dict[str, Json] = {
            "seq": seq,
            "at": (BEGIN + step * seq).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "user": _id(1, chance.randrange(ACCOUNTS)),
            "session": _id(2, seq // 200),
            "action": action,
            "entity": action.partition(".")[0],
            "entity_id": _id(3, seq),
        }
        if action != "login":
            told["person"] = _id(4, person)
        entry = encode(told)
        previous = audit_hash(previous, entry)
        yield seq, entry.decode(), previous


def fill(connection: Connection, count: int) -> None:
    """Write the lines in large transactions; the indexes are made after, all at once."""
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -600000")
    indexes = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE tbl_name = 'audit' AND type = 'index' AND sql"
        " IS NOT NULL"
    ).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name!s}")
    connection.execute("DROP TRIGGER audit_insert_refused")  # it looks up the head for every line
    made = lines(count)
    while batch := list(islice(made, BATCH)):
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT INTO audit (seq, entry, hash) VALUES (?, ?, ?)", batch)  # type: ignore[attr-defined]  # the driver's own
        connection.execute("COMMIT")
        sys.stderr.write(f"\r{batch[-1][0]:>10,}")
    sys.stderr.write("\n")
    for _, sql in indexes:
        connection.execute(str(sql))


def questions() -> dict[str, AuditQuestion]:
    """Give the questions that people ask."""
    first, last = "2023-05-10T22:00:00Z", "2023-05-17T22:00:00Z"
    person, account = _id(4, 77), _id(1, 3)
    return {
        "everything": AuditQuestion(),
        "person": AuditQuestion(person=person),
        "account": AuditQuestion(account=account),
        "week": AuditQuestion(since=first, until=last),
        "action, common": AuditQuestion(action="person.open"),
        "action, rare": AuditQuestion(action=RARE),
        "person + action": AuditQuestion(person=person, action="note.add"),
        "person + account": AuditQuestion(person=person, account=account),
        "person + week": AuditQuestion(person=person, since=first, until=last),
        "account + action, rare": AuditQuestion(account=account, action=RARE),
        "account + action + week": AuditQuestion(
            account=account, action=RARE, since=first, until=last
        ),
        "nobody": AuditQuestion(person=_id(4, PEOPLE + 1)),
        "action that never was": AuditQuestion(account=account, action="vault.rescue"),
    }


def _page(
    connection: SqlConnection, question: AuditQuestion, before: AuditPlace | None = None
) -> Sequence[AuditLine]:
    return audit_queries.lines(connection, question, limit=PAGE, before=before)


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def measure(path: Path) -> None:
    """Time the first page, cold and warm, and the hundredth page of each question."""
    sys.stdout.write(f"{'question':<26}{'cold ms':>9}{'warm ms':>9}{'page 50 ms':>11}{'rows':>6}\n")
    for name, question in questions().items():
        driver = open_connection(path, KEY, read_only=True)
        engine = create_engine(
            "sqlite://", creator=lambda driver=driver: driver, module=dbapi2, poolclass=StaticPool
        )
        with engine.connect() as connection:
            page = partial(_page, connection, question)
            cold = _timed(page)
            warm = statistics.median(_timed(page) for _ in range(5))
            found = page()
            rows, before = len(found), None
            for _ in range(PAGES):
                if len(found) == PAGE:
                    before = found[-1].place
                    found = page(before)
            deep = _timed(partial(page, before)) if len(found) == PAGE else float("nan")
        engine.dispose()
        sys.stdout.write(f"{name:<26}{cold:>9.1f}{warm:>9.1f}{deep:>11.1f}{rows:>6}\n")


def verify(path: Path) -> None:
    """Time the whole chain."""
    connection = open_connection(path, KEY, read_only=True)
    begun = time.perf_counter()
    rows = connection.execute("SELECT seq, entry, hash FROM audit ORDER BY seq")
    chain = follow(((row[0], row[1], row[2].hex()) for row in rows), expected=1)  # type: ignore[attr-defined]  # the driver's cursor iterates
    took = time.perf_counter() - begun
    sys.stdout.write(f"whole chain: {chain.seq:,} lines in {took:.1f} s, {chain.broken_at}\n")
    connection.close()


def main() -> None:
    """Make the log, measure it, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--lines", type=int, default=5_000_000)
    parser.add_argument("--keep", type=Path, help="a folder that keeps the log for another run")
    options = parser.parse_args()
    folder = options.keep or Path(tempfile.mkdtemp())
    folder.mkdir(exist_ok=True)
    path = folder / f"audit-{options.lines}.db"
    try:
        if not path.exists():
            connection = create_database(path, KEY)
            create_schema(connection)
            sys.stdout.write(
                f"made in {_timed(lambda: fill(connection, options.lines)) / 1000:.0f} s\n"
            )
            connection.close()
        sys.stdout.write(f"{options.lines:,} lines, {path.stat().st_size / 2**20:,.0f} MiB\n")
        measure(path)
        verify(path)
    finally:
        if options.keep is None:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
