"""The log-in window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from tests.ui import walk

from tcdesk.domain.errors import PersonCanMendError
from tcdesk.ui.unlock_window import DemoAccount, Door, UnlockWindow
from tcdesk.vault.key_errors import NewerVaultError


class WrongError(PersonCanMendError):
    code = "not-allowed"


class Vault:
    """Stands behind the door; counts tries and makes the person wait after the second."""

    def __init__(self):
        self.tries = []

    def unlock(self, login, passphrase):
        self.tries.append((login, passphrase))
        if passphrase != "pravo geslo":
            raise WrongError
        return "desk"

    def wait(self, login):
        return 2.0 if len(self.tries) >= 2 and login == "m.novak" else 0.0


@pytest.fixture
def vault():
    return Vault()


@pytest.fixture
def door(vault):
    return Door(
        unit="DOB Terapevtska skupnost",
        logins=["m.novak", "p.zupan"],
        unlock=vault.unlock,
        wait=vault.wait,
        demo=[DemoAccount(login="p.zupan", passphrase="pravo geslo")],
    )


@pytest.fixture
def window(qtbot, kit, door):
    made = UnlockWindow(kit, door, last_login="m.novak")
    qtbot.addWidget(made)
    walk.activate(made)
    return made


def _settle(qtbot, window):
    qtbot.waitUntil(lambda: not window._working)


def test_the_right_passphrase_opens(qtbot, window, vault):
    assert window._passphrase.edit.hasFocus()
    qtbot.keyClicks(window._passphrase.edit, "pravo geslo")
    with qtbot.waitSignal(window.unlocked) as told:
        qtbot.keyClick(window._passphrase.edit, Qt.Key.Key_Return)
    assert told.args == ["desk"]
    assert vault.tries == [("m.novak", "pravo geslo")]
    assert window._passphrase.text() == ""


def test_a_wrong_passphrase_is_told_in_place_and_selected_for_the_next_try(qtbot, window, kit):
    window._passphrase.set_text("napačno")
    window._open.click()
    assert not window._login.isEnabled()
    assert not window._passphrase.isEnabled()
    _settle(qtbot, window)
    assert window._message.message.text == kit.words.error(WrongError())[0]
    assert window._passphrase.edit.selectedText() == "napačno"
    assert window._login.value() == "m.novak"


def test_after_wrong_tries_one_has_to_wait_and_sees_how_long(qtbot, window, vault):
    for _ in range(2):
        window._passphrase.set_text("napačno")
        window._open.click()
        _settle(qtbot, window)
    assert not window._open.isEnabled()
    assert window._open.text() == "Počakajte 2 sekundi"
    qtbot.keyClick(window._passphrase.edit, Qt.Key.Key_Return)
    assert len(vault.tries) == 2
    window._login.set_value("p.zupan")
    assert window._open.isEnabled()
    window._login.set_value("m.novak")
    qtbot.waitUntil(window._open.isEnabled, timeout=5000)


def test_nothing_is_tried_with_an_empty_passphrase(qtbot, window, vault):
    qtbot.keyClick(window._passphrase.edit, Qt.Key.Key_Return)
    assert vault.tries == []


def test_work_shows_demo_passphrases_to_nobody(window):
    assert not any("pravo geslo" in text for text in walk.shown_texts(window))


@pytest.mark.parametrize("training", [True])
def test_training_shows_them_and_fills_them_in(qtbot, window):
    buttons = window.findChildren(QPushButton)
    (use,) = [one for one in buttons if "pravo geslo" in one.text()]
    use.click()
    assert window._login.value() == "p.zupan"
    with qtbot.waitSignal(window.unlocked):
        qtbot.keyClick(window._passphrase.edit, Qt.Key.Key_Return)


@pytest.mark.parametrize("training", [False, True])
@pytest.mark.parametrize("words", ["sl", "en"], indirect=True)
@pytest.mark.parametrize("size", [(720, 560), (683, 336)])
def test_the_window_can_be_worked_by_keyboard(window, size):
    window.resize(*size)
    window._passphrase.set_text("x")
    assert walk.problems(window) == []


def test_where_there_is_no_vault_one_can_begin_or_look_elsewhere(qtbot, kit):
    window = UnlockWindow[str](kit, None)
    qtbot.addWidget(window)
    walk.activate(window)
    assert walk.problems(window) == []
    with qtbot.waitSignal(window.newAsked):
        qtbot.keyClick(window._new, Qt.Key.Key_Space)
    with qtbot.waitSignal(window.folderAsked):
        qtbot.keyClick(window._folder, Qt.Key.Key_Space)


def test_closing_is_told(qtbot, window):
    with qtbot.waitSignal(window.closed):
        window.close()


def test_after_going_back_to_an_earlier_version_a_restore_is_offered(qtbot, window):
    assert not window._restore.isVisible()
    window.tell(NewerVaultError())
    assert window._restore.isVisible()
    with qtbot.waitSignal(window.restoreAsked):
        window._restore.click()
