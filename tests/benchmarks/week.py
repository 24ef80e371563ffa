"""The week of a unit against the same questions asked by bare sqlcipher3."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlcipher3 import dbapi2
from tests.benchmarks.measure import Ratio, ratio
from tests.benchmarks.opening import PASSPHRASE

from tcdesk import app
from tcdesk.services.schedule import Schedule


def view(folder: Path, name: str) -> Sequence[Ratio]:
    """Time the week in a vault that ``opening.unlocking`` has filled; the busiest of last year."""
    place = app.workplace({"XDG_DATA_HOME": str(folder / "data")})
    vault = folder / "unit"
    desk = place.access.unlock(vault, "novak", PASSPHRASE)
    key = desk.vault._unlocked.dek.key.reveal().hex()  # type: ignore[attr-defined]  # below the port
    schedule = Schedule(desk)
    today = desk.clock.today()
    monday = today - timedelta(days=today.weekday() + 28)
    engine = desk.vault.store.reader().engine  # type: ignore[attr-defined]  # ditto
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        asked.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    lines = schedule.week(monday)
    event.remove(engine, "before_cursor_execute", note)
    connection = dbapi2.connect(str(next(vault.glob("tcdesk-*.db"))), isolation_level=None)
    connection.set_key(f"x'{key}'")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()

    def bare() -> None:
        for statement, parameters in asked:
            connection.execute(statement, parameters).fetchall()

    found = ratio(f"week of {len(lines)} sessions", name, lambda: schedule.week(monday), bare)
    connection.close()
    desk.vault.store.close_reader()  # type: ignore[attr-defined]  # below the port
    place.access.lock(desk)
    return [found]
