"""Bringing an older vault to the present schema: backup, one transaction, checks (decisions 31).

    user_version < newest ─▶ verified backup ─▶ BEGIN ─▶ revisions ─▶ both checks ─▶ COMMIT
                                                            └─ anything else ─▶ ROLLBACK

Runs on a connection of its own, before the guard is set and with foreign keys off; a kill anywhere
leaves the old schema or the new one.
"""

from collections.abc import Sequence
from pathlib import Path

from alembic.config import Config
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import Script, ScriptDirectory
from sqlalchemy import StaticPool, create_engine
from sqlcipher3 import dbapi2

from tcdesk.crypto.secret import Secret
from tcdesk.domain.errors import WorldFailedError
from tcdesk.vault import migrations
from tcdesk.vault.connection import open_connection, pragma


class MigrationFailedError(WorldFailedError):
    """The vault could not be brought to the present schema; it is as it was before."""

    code = "migration-failed"


def revisions() -> Sequence[Script]:
    """List the steps that the program ships, the oldest first."""
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    return list(ScriptDirectory.from_config(config).walk_revisions())[::-1]


def migrate(path: Path, key: Secret, *, steps: Sequence[Script] | None = None) -> int:
    """Take every step after the database's own number; gives the number it ends with.

    Args:
        path: The database; nobody else has it open.
        key: Its key.
        steps: Other steps than the shipped ones; for tests of steps themselves.

    Raises:
        MigrationFailedError: A step or a check failed; nothing was changed.
    """
    driver = open_connection(path, key)
    driver.execute("PRAGMA foreign_keys = OFF")
    engine = create_engine(
        "sqlite://",
        creator=lambda: driver,
        module=dbapi2,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    try:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                number = int(str(pragma(driver, "user_version")))
                context = MigrationContext.configure(connection)
                with Operations.context(context):
                    for step in revisions() if steps is None else steps:
                        if int(step.revision) > number:
                            step.module.upgrade()
                            number = int(step.revision)
                            connection.exec_driver_sql(f"PRAGMA user_version = {number}")
                if driver.execute("PRAGMA foreign_key_check").fetchall():
                    raise MigrationFailedError
                if driver.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                    raise MigrationFailedError
                connection.exec_driver_sql("COMMIT")
            except BaseException as error:
                connection.exec_driver_sql("ROLLBACK")
                if isinstance(error, Exception):
                    raise MigrationFailedError from error
                raise
        return number
    finally:
        engine.dispose()
        driver.close()
