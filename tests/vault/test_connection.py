"""The connection: profile, guard, and what others see of the file."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2
from tests.vault.conftest import MARKER, ROWS, Vault, rows

from tcdesk.crypto.digests import random_bytes
from tcdesk.crypto.secret import Secret
from tcdesk.vault.connection import (
    APPLICATION_ID,
    PROFILE,
    Connection,
    create_database,
    open_connection,
    pragma,
)
from tcdesk.vault.guard import guard, unguard


@pytest.fixture
def connection(vault: Vault):
    opened = vault.open()
    yield opened
    opened.close()


def test_every_setting_of_the_profile_is_kept(connection: Connection, vault: Vault):
    assert {name: pragma(connection, name) for name in PROFILE} == {
        name: kept for name, (_, kept) in PROFILE.items()
    }
    assert pragma(connection, "application_id") == APPLICATION_ID
    assert pragma(connection, "cipher_page_size") == "4096"
    anna = vault.unlock()
    reader = open_connection(anna.database, anna.dek.key, read_only=True)
    assert pragma(reader, "journal_mode") == "wal"
    assert pragma(reader, "temp_store") == 2
    with pytest.raises(dbapi2.OperationalError, match="readonly"):
        reader.execute("DELETE FROM meta")
    reader.close()


def test_a_reader_sees_a_snapshot_beside_the_writer(connection: Connection, vault: Vault):
    anna = vault.unlock()
    reader = open_connection(anna.database, anna.dek.key, read_only=True)
    reader.execute("BEGIN")
    assert rows(reader) == ROWS
    connection.execute("DELETE FROM meta WHERE name = 'row-1'")
    assert rows(reader) == ROWS
    reader.execute("COMMIT")
    assert rows(reader) == ROWS - 1
    reader.close()


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE meta",
        "DROP TRIGGER audit_update_refused",
        "ALTER TABLE meta ADD COLUMN more TEXT",
        "ALTER TABLE meta RENAME TO other",
        "ATTACH DATABASE ':memory:' AS other",
        "DETACH DATABASE main",
        "CREATE TRIGGER x AFTER INSERT ON meta BEGIN SELECT 1; END",
        "CREATE TEMP TRIGGER x AFTER INSERT ON meta BEGIN SELECT 1; END",
        "PRAGMA recursive_triggers = OFF",
        "PRAGMA Foreign_Keys = 0",
        "PRAGMA temp_store(1)",
        "PRAGMA trusted_schema = ON",
        "PRAGMA writable_schema = ON",
        "PRAGMA rekey = 'x'",
        "PRAGMA key = 'x'",
    ],
)
def test_the_guard_refuses_to_loosen_the_vault(connection: Connection, statement: str):
    guard(connection)
    with pytest.raises(dbapi2.DatabaseError, match="authorized"):
        connection.execute(statement)


def test_the_guard_lets_daily_work_and_migrations_pass(connection: Connection):
    guard(connection)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO meta (name, value) VALUES ('a', 'b')")
    connection.execute("DELETE FROM meta WHERE name = 'a'")
    connection.execute("COMMIT")
    assert pragma(connection, "foreign_keys") == 1
    assert pragma(connection, "user_version") is not None
    assert connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone() is not None
    unguard(connection)
    connection.execute("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT")
    connection.execute("DROP TABLE later")


def test_plain_sqlite_sees_noise_and_no_text_lies_in_clear(vault: Vault):
    connection = vault.open()
    connection.execute("UPDATE meta SET value = value || 'x' WHERE name LIKE 'row-%'")
    files = [path for path in vault.folder.iterdir() if path.is_file()]
    assert any(path.name.endswith("-wal") for path in files)
    for path in files:
        assert MARKER.encode() not in path.read_bytes()
    connection.close()
    database = vault.unlock().database
    assert not database.read_bytes().startswith(b"SQLite format 3")
    stranger = sqlite3.connect(database)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        stranger.execute("SELECT * FROM sqlite_schema")
    stranger.close()


@pytest.mark.skipif(sys.platform == "win32", reason="rights are ACLs there")
def test_database_and_side_files_are_for_this_account_only(tmp_path: Path):
    key, database = Secret(random_bytes(32)), tmp_path / "tcdesk-000001.db"
    connection = create_database(database, key)
    connection.execute("CREATE TABLE t (a)")
    made = list(tmp_path.iterdir())
    assert len(made) == 3
    assert [path.name for path in made if path.stat().st_mode & 0o077] == []
    connection.close()


def test_a_wrong_key_writes_nothing_to_the_error_stream(vault: Vault):
    program = """
import sys
from pathlib import Path
from tcdesk.crypto.secret import Secret
from tcdesk.vault.connection import open_connection
from tcdesk.vault.key_errors import DatabaseDamagedError
try:
    open_connection(Path(sys.argv[1]), Secret(bytes(32)))
except DatabaseDamagedError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", program, vault.unlock().database],
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("database-damaged()\n", "")
