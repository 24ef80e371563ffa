"""Start-up to the log-in window, and from the passphrase to Danes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from sqlcipher3 import dbapi2
from tests.benchmarks.measure import Ratio, ratio
from tests.benchmarks.world import Size, fill

from tcdesk import app
from tcdesk.crypto.passphrase import COST, derive
from tcdesk.crypto.sealing import Identity
from tcdesk.domain.staff import Role
from tcdesk.services.access import Installation, NewAccount, Setup
from tcdesk.services.desk import Desk
from tcdesk.services.home import Home
from tcdesk.services.programmes import Programmes, templates
from tcdesk.services.workplace import Workplace

PASSPHRASE = "merjenje hitrosti brez olepšav"

UNSIGNED = (
    "SELECT count(*), min(at) FROM note WHERE NOT EXISTS "
    "(SELECT 1 FROM note_signature WHERE id = note.id) AND author <> ?"
)
_BARE_WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
app = QApplication(sys.argv)
window = QWidget()
window.setWindowTitle("tcdesk")
column = QVBoxLayout(window)
for widget in (QLabel("geslo"), QLineEdit(), QPushButton("odkleni")):
    column.addWidget(widget)
window.show()
app.exec()
"""


def start_up(folder: Path) -> Sequence[Ratio]:
    """Time a process from its start until its window is on a real X screen."""
    bare = [sys.executable, "-c", _BARE_WINDOW]
    return _started("start to log-in window", folder, [sys.executable, "-m", "tcdesk"], bare)


def frozen_start_up(folder: Path, program: Path) -> Sequence[Ratio]:
    """Time the frozen program against the one that is not, on the same vault."""
    vault = ["--vault", str(folder / "start")]
    bare = [sys.executable, "-m", "tcdesk", *vault]
    return _started("frozen start to log-in window", folder, [str(program)], bare)


def _started(
    work: str, folder: Path, program: Sequence[str], bare: Sequence[str]
) -> Sequence[Ratio]:
    if shutil.which("xvfb-run") is None or shutil.which("xdotool") is None:
        sys.stdout.write("NOT RUN: start-up needs xvfb and xdotool\n")
        return []
    place = app.workplace({"XDG_DATA_HOME": str(folder / "data")})
    make_vault(place, folder / "start")
    ours = [*program, "--vault", str(folder / "start")]
    return [ratio(work, "-", lambda: _shown(ours), lambda: _shown(bare))]


def unlocking(folder: Path, name: str, size: Size) -> Sequence[Ratio]:
    """Time from the passphrase to the figures of Danes."""
    place = app.workplace({"XDG_DATA_HOME": str(folder / "data")})
    vault = folder / "unit"
    desk = make_vault(place, vault)
    file = Programmes(desk).take_over(templates(place.resources / "programmes")["TS"])
    fill(desk, file, size, place.clock.today(), lambda _part: None)
    desk.vault.store.close_reader()  # type: ignore[attr-defined]  # below the port
    place.access.lock(desk)
    unlocked = place.access.unlock(vault, "novak", PASSPHRASE)
    key = unlocked.vault._unlocked.dek.key.reveal().hex()  # type: ignore[attr-defined]  # ditto
    place.access.lock(unlocked)
    database = next(vault.glob("tcdesk-*.db"))

    def ours() -> None:
        opened = place.access.unlock(vault, "novak", PASSPHRASE)
        Home(opened).today()
        place.access.lock(opened)

    def bare() -> None:
        derive(PASSPHRASE, bytes(32), COST)
        connection = dbapi2.connect(str(database))
        connection.set_key(f"x'{key}'")
        today = "2026-11-21"
        for question in (
            "SELECT count(*) FROM session WHERE day = ?",
            UNSIGNED,
            "SELECT count(*) FROM draft WHERE account <> ?",
        ):
            connection.execute(question, (today,)).fetchall()
        connection.close()

    return [ratio("passphrase to Danes", name, ours, bare, times=3)]


def make_vault(place: Workplace, folder: Path) -> Desk:
    """Make a unit's vault at the full cost of a passphrase."""
    setup = Setup(
        installation=Installation.UNIT,
        unit_name="Merjenje",
        unit_code="DOB",
        first=NewAccount(
            login="novak",
            passphrase=PASSPHRASE,
            role=Role.HEAD,
            given_name="Maja",
            family_name="Novak",
        ),
    )
    return place.access.create(folder, setup, Identity.generate())


def _shown(command: Sequence[str]) -> None:
    """Run a program on a fresh screen until its window is visible, then end it."""
    script = (
        '"$@" & program=$!; '
        "xdotool search --sync --onlyvisible --name tcdesk >/dev/null; kill -9 $program"
    )
    subprocess.run(
        ["xvfb-run", "-a", "sh", "-c", script, "sh", *command],
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
