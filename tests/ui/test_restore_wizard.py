"""The restore wizard and the drill in the real window, on real vaults."""

import shutil
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QTextBrowser
from tests.conftest import PASSPHRASE, setup
from tests.ui import walk

from tcdesk import app
from tcdesk.crypto.sealing import Identity
from tcdesk.domain.errors import TcdeskError
from tcdesk.domain.staff import Role
from tcdesk.services.access import Installation
from tcdesk.services.backup_made import BackupState, Why
from tcdesk.services.backups import Backups
from tcdesk.services.restore_states import (
    Agreed,
    AskWho,
    Choose,
    Drilled,
    Proved,
    Restored,
    Weighed,
)
from tcdesk.services.unit_settings import UnitSettings
from tcdesk.ui.backup_section import BackupSection
from tcdesk.ui.help_panel import HelpPanel
from tcdesk.ui.message import MessageLine
from tcdesk.ui.passphrase import PassphraseField
from tcdesk.ui.preview import Preview
from tcdesk.ui.restore_steps import CopyList
from tcdesk.ui.start import Start
from tcdesk.ui.wizard import Wizard

WAIT = 30_000  # ms


class RecordingRelaunch:
    """Keeps what the fresh process would be told, instead of ending this one."""

    def __init__(self):
        self.restarts = []

    def restart(self, arguments):
        self.restarts.append(dict(arguments))


def quiet(_part):
    """Tell nobody how far it is."""


@pytest.fixture
def relaunch():
    return RecordingRelaunch()


@pytest.fixture
def place(tmp_path, access, clock, relaunch):
    home = {"XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path)}
    made = app.workplace(home, language="sl", clock=clock, relaunch=relaunch)
    return replace(made, access=access)


@pytest.fixture
def vault(access, tmp_path, clock):
    """A closed vault: 3 minutes in its backup, 9 since."""
    first = setup(Installation.UNIT, "DOB", Role.HEAD)
    desk = access.create(tmp_path / "vault", first, Identity.generate())
    UnitSettings(desk).set_lock_minutes(3)
    Backups(desk).make(quiet)
    clock.pass_by(timedelta(hours=1).total_seconds())
    UnitSettings(desk).set_lock_minutes(9)
    access.lock(desk)
    return tmp_path / "vault"


@pytest.fixture
def chosen_folder():
    return []


@pytest.fixture
def start(qapp, kit, place, tmp_path, chosen_folder):
    hook = sys.excepthook
    made = Start(
        qapp,
        kit,
        place,
        folder=tmp_path / "vault",
        ask_folder=lambda _parent, _title: chosen_folder[0],
    )
    yield made
    sys.excepthook = hook
    kit.jobs.close()
    for window in (made.window, made.sitting and made.sitting.frame):
        if window is not None:
            window.deleteLater()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def press(qtbot, widget, text):
    def found():
        buttons = widget.findChildren(QAbstractButton)
        return [one for one in buttons if one.text() == text and one.isVisible()]

    qtbot.waitUntil(lambda: bool(found()) and found()[0].isEnabled(), timeout=WAIT)
    QTest.mouseClick(found()[0], Qt.MouseButton.LeftButton)


def until(qtbot, wizard, kind):
    qtbot.waitUntil(
        lambda: (isinstance(wizard.state, kind) and not wizard.working) or bool(said(wizard)),
        timeout=WAIT,
    )
    assert isinstance(wizard.state, kind), said(wizard)
    return wizard.state


def said(window):
    line = window.findChild(MessageLine)
    return line.message.text if line.message else ""


def texts(widget):
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def unlock(qtbot, start, passphrase=PASSPHRASE):
    field = start.window.findChild(PassphraseField)
    field.set_text(passphrase)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)


def sit(qtbot, start):
    start.begin()
    unlock(qtbot, start)
    qtbot.waitUntil(lambda: start.sitting is not None, timeout=WAIT)
    frame = start.sitting.frame
    frame.open_page("settings", "backups")
    section = frame.findChild(BackupSection)
    qtbot.waitUntil(lambda: section._rows.rowCount() == 1, timeout=WAIT)
    return section


def wizard_of(qtbot, holder):
    qtbot.waitUntil(lambda: holder.wizard is not None, timeout=WAIT)
    walk.activate(holder.wizard)
    return holder.wizard


def opened(access, vault):
    """Open the vault and give its minutes."""
    desk = access.unlock(vault, "novak", PASSPHRASE)
    try:
        return UnitSettings(desk).lock_minutes(), desk.vault.backups()
    finally:
        access.lock(desk)


def test_a_restore_from_the_settings_ends_at_a_fresh_log_in_window(
    qtbot, start, vault, access, words, relaunch
):
    section = sit(qtbot, start)
    press(qtbot, section, words("restore-begin"))
    wizard = wizard_of(qtbot, section.restore)
    assert isinstance(wizard.state, Choose)
    qtbot.waitUntil(lambda: walk.problems(wizard) == [], timeout=WAIT)  # laid out
    press(qtbot, wizard, words("shell-step-forward"))
    until(qtbot, wizard, Proved)
    assert "novak – M. Novak" in texts(wizard)
    qtbot.waitUntil(lambda: walk.problems(wizard) == [], timeout=WAIT)  # laid out
    press(qtbot, wizard, words("shell-step-forward"))
    seen = until(qtbot, wizard, Weighed)
    assert seen.difference is not None
    press(qtbot, wizard, words("shell-step-forward"))
    until(qtbot, wizard, Agreed)
    field = wizard.findChild(PassphraseField)
    field.set_text("napačno geslo za obnovo")
    press(qtbot, wizard, words("restore-now"))
    qtbot.waitUntil(lambda: said(wizard) == words("error-wrong-passphrase"), timeout=WAIT)
    field.set_text(PASSPHRASE)
    qtbot.waitUntil(lambda: walk.problems(wizard) == [], timeout=WAIT)  # laid out
    press(qtbot, wizard, words("restore-now"))
    done = until(qtbot, wizard, Restored)
    assert done.kept.backup is not None
    press(qtbot, wizard, words("restore-to-log-in"))
    qtbot.waitUntil(lambda: bool(relaunch.restarts), timeout=WAIT)
    assert relaunch.restarts == [{"vault": str(vault), "login": "novak"}]
    start.sitting = None
    minutes, backups = opened(access, vault)
    assert minutes == 3
    assert Why.RESTORE in {one.why for one in backups}


def test_a_drill_changes_nothing_and_its_report_can_be_printed(
    qtbot, start, vault, words, tmp_path
):
    section = sit(qtbot, start)
    before = (vault / "vault.json").read_bytes()
    assert words("restore-drilled-never") in texts(section)
    press(qtbot, section, words("restore-drill"))
    wizard = wizard_of(qtbot, section.restore)
    press(qtbot, wizard, words("shell-step-forward"))
    until(qtbot, wizard, Proved)
    press(qtbot, wizard, words("drill-now"))
    drilled = until(qtbot, wizard, Drilled)
    assert drilled.findings.sound
    assert drilled.gone
    qtbot.waitUntil(lambda: walk.problems(wizard) == [], timeout=WAIT)  # laid out
    press(qtbot, wizard, words("drill-report"))
    qtbot.waitUntil(lambda: bool(wizard.findChildren(Preview)), timeout=WAIT)
    preview = wizard.findChildren(Preview)[0]
    assert preview._content.startswith(b"%PDF")
    preview.close()
    press(qtbot, wizard, words("drill-end"))
    qtbot.waitUntil(lambda: words("restore-drilled-never") not in texts(section), timeout=WAIT)
    assert (vault / "vault.json").read_bytes() == before
    assert not (vault / "drill").exists()
    start.sitting._leave()
    qtbot.waitUntil(lambda: not start.sitting.frame.isVisible(), timeout=WAIT)
    qtbot.waitUntil(lambda: not start._kit.jobs.busy, timeout=WAIT)


def damage(vault, kind):
    database = next(vault.glob("tcdesk-*.db"))
    if kind == "damaged":
        content = bytearray(database.read_bytes())
        content[20] ^= 0xFF
        database.write_bytes(content)
    elif kind == "missing":
        database.unlink()
    else:
        for name in ("vault.json", "vault.json.bak"):
            (vault / name).write_bytes(b"{}\n")


@pytest.mark.parametrize("kind", ["damaged", "missing", "key files"])
def test_the_log_in_window_offers_a_restore_when_the_vault_does_not_open(
    qtbot, start, vault, access, words, kind
):
    damage(vault, kind)
    start.begin()
    walk.activate(start.window)
    if kind != "key files":
        assert not start.window._restore.isVisible()
        unlock(qtbot, start)
    qtbot.waitUntil(start.window._restore.isVisible, timeout=WAIT)
    qtbot.waitUntil(lambda: not walk.cut(start.window), timeout=WAIT)  # laid out anew
    assert walk.problems(start.window) == []
    press(qtbot, start.window, words("restore-from-backup"))
    qtbot.waitUntil(lambda: start.restore is not None, timeout=WAIT)
    wizard = wizard_of(qtbot, start.restore)
    press(qtbot, wizard, words("shell-step-forward"))
    until(qtbot, wizard, AskWho)
    qtbot.waitUntil(lambda: walk.problems(wizard) == [], timeout=WAIT)  # laid out
    wizard.findChild(PassphraseField).set_text(PASSPHRASE)
    press(qtbot, wizard, words("shell-step-forward"))
    until(qtbot, wizard, Proved)
    press(qtbot, wizard, words("shell-step-forward"))
    seen = until(qtbot, wizard, Weighed)
    assert seen.difference is None
    press(qtbot, wizard, words("shell-step-forward"))
    until(qtbot, wizard, Agreed)
    wizard.findChild(PassphraseField).set_text(PASSPHRASE)
    press(qtbot, wizard, words("restore-now"))
    done = until(qtbot, wizard, Restored)
    assert done.kept.aside is not None
    press(qtbot, wizard, words("restore-to-log-in"))
    qtbot.waitUntil(lambda: start.window is not None and start.window.isVisible(), timeout=WAIT)
    assert said(start.window) == words("restore-done", login="novak")
    assert opened(access, vault)[0] == 3


def test_a_stick_makes_a_vault_on_a_new_computer_and_leaving_changes_nothing(
    qtbot, start, vault, access, words, tmp_path, chosen_folder
):
    shutil.move(vault / "backups", tmp_path / "stick")
    shutil.rmtree(vault)
    chosen_folder.append(tmp_path / "stick")
    start.begin()
    walk.activate(start.window)
    press(qtbot, start.window, words("restore-from-backup"))
    qtbot.waitUntil(lambda: start.restore is not None, timeout=WAIT)
    wizard = wizard_of(qtbot, start.restore)
    press(qtbot, wizard, words("shell-step-forward"))  # nothing is chosen
    assert said(wizard) == words("rule-restore-none-chosen")
    press(qtbot, wizard, words("restore-other-folder"))
    listed = wizard.findChild(CopyList)
    qtbot.waitUntil(lambda: len(listed.shown) == 1, timeout=WAIT)
    press(qtbot, wizard, words("shell-step-forward"))
    until(qtbot, wizard, AskWho)
    wizard.reject()
    qtbot.waitUntil(lambda: start.window is not None and start.window.isVisible(), timeout=WAIT)
    assert said(start.window) == words("restore-left")
    assert not access.vaults.exists(vault)
    with suppress(TcdeskError):
        access.vaults.restorer(vault).leave()  # its lock was let go


def test_a_spoilt_backup_is_said_and_shown_as_spoilt(qtbot, start, vault, words):
    copy = next((vault / "backups").glob("*.db"))
    content = bytearray(copy.read_bytes())
    content[len(content) // 2] ^= 1
    copy.write_bytes(content)
    section = sit(qtbot, start)
    press(qtbot, section, words("restore-begin"))
    wizard = wizard_of(qtbot, section.restore)
    press(qtbot, wizard, words("shell-step-forward"))
    qtbot.waitUntil(lambda: said(wizard) == words("error-backup-spoilt"), timeout=WAIT)
    listed = wizard.findChild(CopyList)
    qtbot.waitUntil(
        lambda: [one.state for one in listed.shown] == [BackupState.SPOILT], timeout=WAIT
    )
    assert isinstance(wizard, Wizard)
    wizard.reject()
    qtbot.waitUntil(lambda: not start._kit.jobs.busy, timeout=WAIT)
    start.sitting._leave()
    qtbot.waitUntil(lambda: not start._kit.jobs.busy, timeout=WAIT)


def test_help_with_restoring_opens_from_the_settings(qtbot, start, vault, words):
    section = sit(qtbot, start)
    press(qtbot, section, words("restore-help"))
    panels = [one for one in section.window().findChildren(HelpPanel) if one.isVisible()]
    assert "age -d -i paper.txt" in panels[0].findChild(QTextBrowser).toPlainText()
    panels[0].closed.emit()
    start.sitting._leave()
    qtbot.waitUntil(lambda: not start._kit.jobs.busy, timeout=WAIT)
