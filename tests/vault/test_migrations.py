"""Older vaults: brought to the present schema, or left exactly as they were."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from alembic import op
from tests.conftest import PASSPHRASE

from tcdesk.crypto.secret import Secret
from tcdesk.services.access import Access
from tcdesk.services.desk import Desk
from tcdesk.vault import migrating, vaults
from tcdesk.vault.connection import Connection, create_database, open_connection, pragma
from tcdesk.vault.key_errors import NewerVaultError
from tcdesk.vault.migrating import MigrationFailedError, migrate, revisions
from tcdesk.vault.schema import create_schema
from tcdesk.vault.tables import SCHEMA_VERSION

KEY = Secret(bytes(range(32)))


def schema_of(connection: Connection) -> set[tuple[object, ...]]:
    return {
        tuple(" ".join(str(part).split()) for part in row)
        for row in connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
        ).fetchall()
    }


def fresh(path: Path) -> set[tuple[object, ...]]:
    connection = create_database(path, KEY)
    create_schema(connection)
    found = schema_of(connection)
    connection.close()
    return found


def test_the_newest_revision_is_the_schema_that_the_tables_declare() -> None:
    assert int(revisions()[-1].revision) == SCHEMA_VERSION


def test_a_database_brought_from_nothing_equals_a_fresh_one(tmp_path: Path) -> None:
    create_database(tmp_path / "old.db", KEY).close()
    assert migrate(tmp_path / "old.db", KEY) == SCHEMA_VERSION
    migrated = open_connection(tmp_path / "old.db", KEY)
    try:
        assert schema_of(migrated) == fresh(tmp_path / "new.db")
        assert pragma(migrated, "user_version") == SCHEMA_VERSION
    finally:
        migrated.close()


def test_a_step_that_fails_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    before = fresh(tmp_path / "vault.db")

    def half() -> None:
        op.execute("CREATE TABLE half_done (id TEXT)")
        op.execute("INSERT INTO no_such_table VALUES (1)")

    step = SimpleNamespace(
        revision=f"{SCHEMA_VERSION + 1:04d}", module=SimpleNamespace(upgrade=half)
    )
    with pytest.raises(MigrationFailedError):
        migrate(tmp_path / "vault.db", KEY, steps=[step])  # type: ignore[list-item]  # a made-up step
    connection = open_connection(tmp_path / "vault.db", KEY)
    try:
        assert schema_of(connection) == before
        assert pragma(connection, "user_version") == SCHEMA_VERSION
    finally:
        connection.close()


def test_an_older_vault_is_backed_up_and_brought_to_the_present_at_unlock(
    unit_desk: Desk, access: Access, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = unit_desk.vault.folder
    access.lock(unit_desk)
    newer = SCHEMA_VERSION + 1
    steps = [
        *revisions(),
        SimpleNamespace(
            revision=f"{newer:04d}",
            module=SimpleNamespace(upgrade=lambda: op.execute("CREATE TABLE later (id TEXT)")),
        ),
    ]
    monkeypatch.setattr(vaults, "SCHEMA_VERSION", newer)
    monkeypatch.setattr(migrating, "revisions", lambda: steps)
    desk = access.unlock(folder, "novak", PASSPHRASE)
    try:
        assert len(desk.vault.backups()) == 1
        with desk.vault.store.driving() as writer:  # type: ignore[attr-defined]  # below the port
            assert pragma(writer, "user_version") == newer
            assert writer.execute("SELECT count(*) FROM later").fetchone() == (0,)
    finally:
        access.lock(desk)
    monkeypatch.undo()
    with pytest.raises(NewerVaultError):
        access.unlock(folder, "novak", PASSPHRASE)
