"""Keys on paper and handed-over passphrases, by hand: clicks and keys in the real windows."""

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from tests.conftest import PASSPHRASE, PASSPHRASES, setup
from tests.ui import walk

from tcdesk import app
from tcdesk.crypto.sealing import Identity
from tcdesk.domain.staff import Role
from tcdesk.services.access import Installation, NewAccount
from tcdesk.services.accounts import Accounts
from tcdesk.services.key_ring import KeyKind
from tcdesk.services.paper_key import groups_of
from tcdesk.services.recovery import AskNew, AskNewBack, AskPaper, AskWho, ShowNew
from tcdesk.services.vault_keys import AskKey, ShowKey
from tcdesk.ui.fields import ChoiceField, LineField
from tcdesk.ui.message import MessageLine
from tcdesk.ui.passphrase import NewPassphrase, PassphraseField
from tcdesk.ui.settings_keys import KeysSection
from tcdesk.ui.start import Start
from tcdesk.ui.wizard import Wizard
from tcdesk.vault.key_errors import WrongPassphraseError

WAIT = 30_000  # ms
HANDED = "zelena skleda hrib oblak vrtnica"


class RecordingRelaunch:
    """Keeps what the fresh process would be told, instead of ending this one."""

    def __init__(self):
        self.restarts = []

    def restart(self, arguments):
        self.restarts.append(dict(arguments))


@pytest.fixture
def paper():
    return Identity.generate()


@pytest.fixture
def vault(access, tmp_path, paper):
    """A vault of a unit with a second account whose passphrase was handed over; closed."""
    desk = access.create(tmp_path / "vault", setup(Installation.UNIT, "DOB", Role.HEAD), paper)
    Accounts(desk, PASSPHRASES).add(
        NewAccount(
            login="zupan",
            passphrase=HANDED,
            role=Role.THERAPIST,
            given_name="Anja",
            family_name="Zupan",
        ),
        must_change=True,
    )
    access.lock(desk)
    return tmp_path / "vault"


@pytest.fixture
def start(qapp, kit, access, vault, clock, tmp_path):
    home = {"XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path)}
    place = app.workplace(home, language="sl", clock=clock, relaunch=RecordingRelaunch())
    hook = sys.excepthook
    made = Start(qapp, kit, replace(place, access=access), folder=vault)
    yield made
    if made.sitting is not None:
        made.sitting._health.stop()
        made.sitting._backups.stop()
    sys.excepthook = hook
    kit.jobs.close()
    for window in (
        made.window, made.recovery, made.change, made.sitting and made.sitting.frame,
    ):  # fmt: skip
        if window is not None:
            window.deleteLater()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def press(qtbot, window, text):
    def found():
        buttons = window.findChildren(QAbstractButton)
        return [one for one in buttons if one.text() == text and one.isVisible()]

    qtbot.waitUntil(lambda: bool(found()) and found()[0].isEnabled(), timeout=WAIT)
    QTest.mouseClick(found()[0], Qt.MouseButton.LeftButton)


def said(window):
    line = window.findChild(MessageLine)
    return line.message.text if line and line.message else ""


def sits(start):
    return start.sitting is not None


def fields(window, kind=LineField):
    return [one for one in window.findChildren(kind) if one.isVisible() and one.isEnabled()]


def reach(qtbot, wizard, kind):
    qtbot.waitUntil(
        lambda: (isinstance(wizard.state, kind) and not wizard.working) or bool(said(wizard)),
        timeout=WAIT,
    )
    assert isinstance(wizard.state, kind), said(wizard)
    walk.activate(wizard)
    qtbot.waitUntil(lambda: walk.problems(wizard) == [], timeout=WAIT)  # the step is laid out
    return wizard.state


def log_in(qtbot, start, login, passphrase):
    window = start.window
    (who,) = fields(window, ChoiceField)
    who.set_value(login)
    field = window.findChild(PassphraseField)
    field.set_text(passphrase)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)


def set_new(qtbot, wizard, words):
    """Take the offered passphrase and type it once more; gives it."""
    typed = wizard.findChild(NewPassphrase)
    press(qtbot, wizard, words("shell-passphrase-offer"))
    passphrase = typed.first.text()
    assert len(passphrase.split()) == 5
    typed.second.set_text(passphrase)
    return passphrase


def test_a_key_on_paper_lets_in_at_the_log_in_window_and_a_new_one_takes_its_place(
    qtbot, start, words, paper, access, vault
):
    start.begin()
    press(qtbot, start.window, words("recovery-link"))
    wizard = start.recovery
    reach(qtbot, wizard, AskPaper)
    key = paper.text.reveal().decode()
    slip = key[:-1] + ("Q" if key[-1] != "Q" else "P")
    (typed,) = fields(wizard)
    typed.set_value(slip)
    press(qtbot, wizard, words("shell-step-forward"))
    qtbot.waitUntil(lambda: bool(said(wizard)), timeout=WAIT)
    assert isinstance(wizard.state, AskPaper)
    assert typed.value() == slip  # what is typed stays, to be mended
    typed.set_value(" ".join(groups_of(key)).lower())
    press(qtbot, wizard, words("shell-step-forward"))
    state = reach(qtbot, wizard, AskWho)
    assert {one.login for one in state.accounts} == {"novak", "zupan"}
    press(qtbot, wizard, words("shell-step-forward"))
    reach(qtbot, wizard, AskNew)
    press(qtbot, wizard, words("shell-step-forward"))
    qtbot.waitUntil(lambda: said(wizard) == words("rule-passphrase-not-ready"), timeout=WAIT)
    passphrase = set_new(qtbot, wizard, words)
    press(qtbot, wizard, words("shell-step-forward"))
    shown = reach(qtbot, wizard, ShowNew)
    press(qtbot, wizard, words("first-run-have-sheet"))
    asked = reach(qtbot, wizard, AskNewBack)
    for field in fields(wizard):
        field.set_value("qqqq")
    press(qtbot, wizard, words("recovery-renew"))
    qtbot.waitUntil(lambda: bool(said(wizard)), timeout=WAIT)  # the sheet is not at hand
    for field, one in zip(fields(wizard), asked.asked, strict=True):
        field.set_value(groups_of(shown.sheet.key)[one.group].lower())
    press(qtbot, wizard, words("recovery-renew"))
    qtbot.waitUntil(lambda: said(start.window) == words("recovery-done"), timeout=WAIT)

    login = state.accounts[0].login
    log_in(qtbot, start, login, passphrase)
    qtbot.waitUntil(lambda: start.sitting is not None or start.change is not None, timeout=WAIT)
    assert start.sitting is not None
    assert {one.kind for one in start.sitting.desk.vault.keys.all()} == {
        KeyKind.PASSPHRASE, KeyKind.PAPER,
    }  # fmt: skip
    (sheet,) = [one for one in start.sitting.desk.vault.keys.all() if one.kind is KeyKind.PAPER]
    assert sheet.recipient != paper.recipient


def test_leaving_the_recovery_shows_the_log_in_window_and_changes_nothing(
    qtbot, start, words, paper, vault
):
    before = (vault / "vault.json").read_bytes()
    start.begin()
    press(qtbot, start.window, words("recovery-link"))
    wizard = start.recovery
    (typed,) = fields(wizard)
    typed.set_value(paper.text.reveal().decode())
    press(qtbot, wizard, words("shell-step-forward"))
    reach(qtbot, wizard, AskWho)
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: said(start.window) == words("recovery-left"), timeout=WAIT)
    assert (vault / "vault.json").read_bytes() == before
    log_in(qtbot, start, "novak", PASSPHRASE)
    qtbot.waitUntil(lambda: start.sitting is not None, timeout=WAIT)


@pytest.mark.parametrize("kind", [KeyKind.PAPER, KeyKind.SHARES])
def test_a_new_recovery_key_is_shown_typed_back_and_only_then_added(
    qtbot, start, words, kind, access, vault
):
    start.begin()
    log_in(qtbot, start, "novak", PASSPHRASE)
    qtbot.waitUntil(lambda: start.sitting is not None, timeout=WAIT)
    frame, keys = start.sitting.frame, start.sitting.desk.vault.keys
    frame.open_page("settings", "keys")
    section = frame.findChild(KeysSection)
    before = len(keys.all())
    press(qtbot, section, words(f"keys-new-{kind.value}"))
    qtbot.waitUntil(lambda: bool(frame.findChildren(Wizard)), timeout=WAIT)
    (wizard,) = frame.findChildren(Wizard)
    shown = reach(qtbot, wizard, ShowKey)
    assert len(keys.all()) == before
    press(qtbot, wizard, words("first-run-have-sheet"))
    asked = reach(qtbot, wizard, AskKey)
    for field in fields(wizard):
        field.set_value("qqqq")
    press(qtbot, wizard, words("keys-add"))
    qtbot.waitUntil(lambda: bool(said(wizard)), timeout=WAIT)
    assert len(keys.all()) == before
    wanted = [
        groups_of(text)[one.group]
        for text, groups in zip(shown.texts, asked.asked, strict=True)
        for one in groups
    ]
    for field, group in zip(fields(wizard), wanted, strict=True):
        field.set_value(group.lower())
    press(qtbot, wizard, words("keys-add"))
    qtbot.waitUntil(lambda: said(frame) == words("keys-added"), timeout=WAIT)
    assert len(keys.all()) == before + 1
    assert kind in {one.kind for one in keys.all()}


def test_a_handed_over_passphrase_must_be_changed_before_anything_is_shown(
    qtbot, start, words, access, vault
):
    start.begin()
    log_in(qtbot, start, "zupan", HANDED)
    qtbot.waitUntil(lambda: start.change is not None or bool(said(start.window)), timeout=WAIT)
    assert start.change is not None, (said(start.window), start.window._login.value())
    wizard = start.change
    qtbot.waitUntil(lambda: walk.problems(wizard) == [], timeout=WAIT)
    typed = wizard.findChild(NewPassphrase)
    typed.first.set_text(HANDED)
    typed.second.set_text(HANDED)
    press(qtbot, wizard, words("settings-change-passphrase"))
    qtbot.waitUntil(lambda: not start._kit.jobs.busy, timeout=WAIT)
    assert not sits(start)  # the one that somebody else knows is no new one
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: said(start.window) == words("first-change-left"), timeout=WAIT)

    start.change = None
    log_in(qtbot, start, "zupan", HANDED)
    qtbot.waitUntil(lambda: start.change is not None, timeout=WAIT)
    wizard = start.change
    passphrase = set_new(qtbot, wizard, words)
    press(qtbot, wizard, words("settings-change-passphrase"))
    qtbot.waitUntil(lambda: start.sitting is not None, timeout=WAIT)
    frame = start.sitting.frame
    assert frame.isVisible()
    frame.lockAsked.emit()
    qtbot.waitUntil(lambda: bool(start._place.relaunch.restarts), timeout=WAIT)
    start.sitting = None
    with pytest.raises(WrongPassphraseError):
        access.unlock(vault, "zupan", HANDED)
    access.lock(access.unlock(vault, "zupan", passphrase))
