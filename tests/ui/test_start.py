"""From the first window to an open vault and out again: real vaults, windows and processes."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QRadioButton
from tests.conftest import PASSPHRASE, setup
from tests.ui import walk

from tcdesk import app
from tcdesk.crypto.sealing import Identity
from tcdesk.domain.people import LegalStatus, Sex
from tcdesk.domain.staff import Role
from tcdesk.services.access import Installation
from tcdesk.services.first_run import AskSheet
from tcdesk.services.paper_key import groups_of
from tcdesk.services.participants import NewPerson, Participants
from tcdesk.ui.backup_closing import ClosingBackup
from tcdesk.ui.fields import LineField
from tcdesk.ui.message import MessageLine
from tcdesk.ui.passphrase import NewPassphrase, PassphraseField
from tcdesk.ui.start import Start

WAIT = 20_000  # ms
FAMILY = "Markoprest"


class RecordingRelaunch:
    """Keeps what the fresh process would be told, instead of ending this one."""

    def __init__(self):
        self.restarts = []

    def restart(self, arguments):
        self.restarts.append(dict(arguments))


@pytest.fixture
def relaunch():
    return RecordingRelaunch()


@pytest.fixture
def place(tmp_path, access, clock, relaunch):
    home = {"XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path)}
    made = app.workplace(home, language="sl", clock=clock, relaunch=relaunch)
    return replace(made, access=access)  # new slots at the least cost that is accepted


@pytest.fixture
def start(qapp, kit, place, tmp_path):
    hook = sys.excepthook
    made = Start(qapp, kit, place, folder=tmp_path / "vault")
    yield made
    if made.sitting is not None:
        made.sitting._health.stop()
        made.sitting._backups.stop()
    sys.excepthook = hook
    kit.jobs.close()
    for window in (made.window, made.wizard, made.sitting and made.sitting.frame):
        if window is not None:
            window.deleteLater()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def vault(access, tmp_path):
    """A vault of a unit in the usual folder, closed."""
    desk = access.create(
        tmp_path / "vault", setup(Installation.UNIT, "DOB", Role.HEAD), Identity.generate()
    )
    access.lock(desk)
    return tmp_path / "vault"


def press(window, text):
    found = [
        one
        for one in window.findChildren(QAbstractButton)
        if one.text() == text and one.isVisible()
    ]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def unlock(qtbot, start, passphrase):
    field = start.window.findChild(PassphraseField)
    field.set_text(passphrase)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)


def sit(qtbot, start):
    start.begin()
    unlock(qtbot, start, PASSPHRASE)
    qtbot.waitUntil(lambda: start.sitting is not None, timeout=WAIT)
    return start.sitting


def said(window):
    line = window.findChild(MessageLine)
    return line.message.text if line.message else ""


def test_a_first_run_by_hand_ends_at_the_log_in_window_and_opens(qtbot, start, place, words):
    start.begin()
    press(start.window, words("shell-new-installation"))
    wizard = start.wizard

    def forward(text="shell-step-forward"):
        before = wizard.state
        press(wizard, words(text))
        qtbot.waitUntil(lambda: wizard.state is not before or bool(said(wizard)), timeout=WAIT)

    assert [one.isChecked() for one in wizard.findChildren(QRadioButton)] == [True, False]
    forward()
    name, code = wizard.findChildren(LineField)
    name.set_value("Dob, terapevtska skupnost")
    code.set_value("dob")
    forward()
    for field, text in zip(wizard.findChildren(LineField), ("Maja", "Novak", "novak"), strict=True):
        field.set_value(text)
    forward()
    fields = wizard.findChild(NewPassphrase)
    fields.first.set_text("prekratko")
    forward("first-run-create")
    assert said(wizard) == words("rule-passphrase-not-ready")
    press(wizard, words("shell-passphrase-offer"))
    passphrase = fields.first.text()
    assert len(passphrase.split()) == 5
    fields.second.set_text(passphrase)
    forward("first-run-create")
    qtbot.waitUntil(lambda: not wizard.working, timeout=WAIT)
    qtbot.waitUntil(lambda: walk.problems(wizard) == [], timeout=WAIT)  # the new step is laid out
    forward("first-run-have-sheet")
    state = wizard.state
    assert isinstance(state, AskSheet)
    assert not place.access.vaults.exists(start._folder)
    for field, asked in zip(wizard.findChildren(LineField), state.asked, strict=True):
        field.set_value(groups_of(state.shown.sheet.key)[asked.group].lower())
    press(wizard, words("first-run-try"))
    qtbot.waitUntil(lambda: said(start.window) == words("start-made"), timeout=WAIT)
    unlock(qtbot, start, passphrase)
    qtbot.waitUntil(lambda: start.sitting is not None, timeout=WAIT)
    assert start.sitting.frame.shown.key != ""
    start.sitting.frame.lockAsked.emit()
    qtbot.waitUntil(lambda: bool(place.relaunch.restarts), timeout=WAIT)


def test_leaving_a_first_run_shows_the_first_window_again_and_keeps_nothing(
    qtbot, start, words, tmp_path
):
    start.begin()
    press(start.window, words("shell-new-installation"))
    press(start.wizard, words("first-run-leave"))
    qtbot.waitUntil(lambda: said(start.window) == words("start-left"), timeout=WAIT)
    assert not (tmp_path / "vault").exists()


def test_a_wrong_passphrase_is_told_in_place_and_the_window_stays(qtbot, start, vault, words):
    start.begin()
    unlock(qtbot, start, "nekaj čisto drugega")
    qtbot.waitUntil(lambda: bool(said(start.window)), timeout=WAIT)
    assert said(start.window) == words("error-wrong-passphrase")
    assert start.sitting is None


def test_a_vault_that_is_open_elsewhere_is_told_in_place(qtbot, start, access, vault):
    other = access.unlock(vault, "novak", PASSPHRASE)
    start.begin()
    unlock(qtbot, start, PASSPHRASE)
    qtbot.waitUntil(lambda: "novak" in said(start.window), timeout=WAIT)
    assert start.sitting is None
    access.lock(other)


def test_a_damaged_key_file_is_told_before_anything_is_typed(qtbot, start, vault):
    for name in ("vault.json", "vault.json.bak"):
        (vault / name).write_text("{")
    start.begin()
    assert said(start.window)


def test_the_lock_hides_everything_and_starts_afresh_for_the_same_account(
    qtbot, start, vault, relaunch, access
):
    sitting = sit(qtbot, start)
    sitting.frame.open_page("settings", "about")
    walk.activate(sitting.frame)
    QTest.keyClick(sitting.frame, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not sitting.frame.isVisible()
    qtbot.waitUntil(lambda: bool(relaunch.restarts), timeout=WAIT)
    assert relaunch.restarts == [{"vault": str(vault), "login": "novak"}]
    access.lock(access.unlock(vault, "novak", PASSPHRASE))  # nobody holds it any more


def test_silence_locks_after_the_minutes_of_the_unit(qtbot, start, vault, relaunch, clock):
    sitting = sit(qtbot, start)
    clock.pass_by(301)
    sitting._idle.check()
    qtbot.waitUntil(lambda: bool(relaunch.restarts), timeout=WAIT)


def test_closing_makes_a_backup_first_and_then_lets_the_vault_go(qtbot, start, vault, access):
    sitting = sit(qtbot, start)
    with qtbot.waitSignal(sitting.finished, timeout=WAIT):
        sitting.frame.close()
    assert len(list((vault / "backups").glob("tcdesk-*.db"))) == 1
    access.lock(access.unlock(vault, "novak", PASSPHRASE))


def test_closing_can_be_called_off_and_the_work_goes_on(qtbot, start, vault, words):
    sitting = sit(qtbot, start)
    (vault / "backups").write_text("a file where the folder should be")
    sitting.frame.close()
    qtbot.waitUntil(lambda: sitting.frame.findChild(ClosingBackup) is not None, timeout=WAIT)
    dialog = sitting.frame.findChild(ClosingBackup)
    qtbot.waitUntil(
        lambda: any(
            one.text() == words("shell-try-again") and one.isVisible()
            for one in dialog.findChildren(QAbstractButton)
        ),
        timeout=WAIT,
    )
    press(dialog, words("closing-stay"))
    assert sitting.frame.isVisible()
    sitting.frame.close()
    qtbot.waitUntil(lambda: sitting.frame.findChild(ClosingBackup).isVisible(), timeout=WAIT)
    with qtbot.waitSignal(sitting.finished, timeout=WAIT):
        press(sitting.frame.findChild(ClosingBackup), words("closing-without"))


def memory_holds(pid, *texts):
    """Say which texts stand in the memory of a process; None if we may not look."""
    needles = [(text, text.encode(code)) for text in texts for code in ("utf-8", "utf-16-le")]
    found = set()
    try:
        with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
            for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
                span, rights, *_ = line.split()
                if rights.startswith("rw"):
                    held = pages(memory, *(int(part, 16) for part in span.split("-")))
                    found |= {text for text, needle in needles if needle in held}
    except PermissionError:
        return None
    return found


def pages(memory, begin, end):
    try:
        memory.seek(begin)
        return memory.read(end - begin)
    except (OSError, ValueError):
        return b""  # the kernel's own


@pytest.mark.slow
def test_locking_ends_the_process_and_a_fresh_one_is_where_this_one_was(access, vault, tmp_path):
    desk = access.unlock(vault, "novak", PASSPHRASE)
    Participants(desk).create(
        NewPerson(
            given_name="Miha",
            family_name=FAMILY,
            birth_date=date(1984, 11, 5),
            sex=Sex.MALE,
            status=LegalStatus.SENTENCED,
            status_from=date(2025, 1, 1),
        )
    )
    key = desk.vault._unlocked.dek.key.reveal()
    access.lock(desk)
    script = Path(__file__).parent / "locking_process.py"
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    first = subprocess.Popen(
        [sys.executable, str(script), str(tmp_path), PASSPHRASE],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    secrets = (FAMILY, key.hex())

    def told():
        assert first.stdout is not None
        return json.loads(first.stdout.readline())

    assert told() == {"pid": first.pid, "open": True}
    open_holds = memory_holds(first.pid, *secrets)
    (tmp_path / "seen-open").touch()
    assert told() == {"pid": first.pid, "locking": True}
    shown = told()
    locked_holds = memory_holds(shown["pid"], *secrets)
    (tmp_path / "seen-locked").touch()
    where = told()
    if os.geteuid() == 0:
        assert FAMILY in open_holds  # what is open can be found, so the test would see a rest
        assert not locked_holds
    else:
        assert open_holds is locked_holds is None  # nobody else may look
    first.communicate(timeout=60)  # until the last process has let go of the pipe
    assert first.returncode == 0
    assert shown["pid"] == where["pid"] != first.pid
    assert (shown["shown"], shown["login"]) == ("UnlockWindow", "novak")
    assert shown["options"] == ["login", "vault"]
    assert where["where"] == ["settings", "about"]
