"""Passphrases and the decision to sign."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from tests.ui import walk

from tcdesk.domain.errors import PersonCanMendError
from tcdesk.ui.jobs import Changed
from tcdesk.ui.passphrase import NewPassphrase, PassphraseField, Strength
from tcdesk.ui.sign_dialog import SignDialog

GOOD = "jablana most vrana tiho list"


class RefusedError(PersonCanMendError):
    code = "stale-row"


def _strength(text):
    enough = len(text) > 20
    return Strength(
        bits=len(text) * 4, advice="Dobro." if enough else "Dodajte besedo.", enough=enough
    )


@pytest.fixture
def new(qtbot, kit):
    made = NewPassphrase(kit, strength=_strength, offer=lambda: GOOD)
    qtbot.addWidget(made)
    made.resize(420, 320)
    walk.activate(made)
    return made


def test_a_passphrase_is_dots_until_the_person_wants_to_see_it(qtbot, kit):
    field = PassphraseField(kit, name="Geslo")
    qtbot.addWidget(field)
    assert field.edit.echoMode() == QLineEdit.EchoMode.Password
    qtbot.mouseClick(field._look, Qt.MouseButton.LeftButton)
    assert field.edit.echoMode() == QLineEdit.EchoMode.Normal
    assert walk.accessible_name(field._look) == kit.words("shell-passphrase-hide")


def test_taking_a_passphrase_empties_the_field_and_hides_the_next(qtbot, kit):
    field = PassphraseField(kit, name="Geslo")
    qtbot.addWidget(field)
    field.set_text(GOOD)
    field.show_text()
    assert field.take() == GOOD
    assert field.text() == ""
    assert field.edit.echoMode() == QLineEdit.EchoMode.Password


def test_the_meter_says_honestly_how_strong_it_is(qtbot, new):
    qtbot.keyClicks(new.first.edit, "kratko")
    assert new._advice.text() == "Dodajte besedo."
    assert new._meter.value() == 24
    assert not new.ready()


def test_an_offer_is_shown_and_must_still_be_typed_once(qtbot, new):
    new._take_offer()
    assert new.first.text() == GOOD
    assert new.first.edit.echoMode() == QLineEdit.EchoMode.Normal
    assert not new.ready()
    qtbot.keyClicks(new.second.edit, GOOD)
    assert new.ready()
    assert new.take() == GOOD
    assert not new.ready()


def test_two_different_passphrases_are_told_apart(qtbot, new):
    new.first.set_text(GOOD)
    new.second.set_text(GOOD.upper())
    assert new._differs.isVisible()
    assert not new.ready()


def test_new_passphrases_can_be_worked_by_keyboard(new):
    assert walk.problems(new) == []


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def _dialog(kit, parent, sign):
    made = SignDialog(
        kit, parent, question="Podpisujete 3 zapise", explanation="Za vedno.", sign=sign
    )
    made.open()
    walk.activate(made)
    return made


def test_signing_hands_over_the_passphrase_once_and_closes(qtbot, kit, parent):
    got = []

    def sign(passphrase):
        got.append(passphrase)
        return Changed(3, frozenset({"notes"}))

    dialog = _dialog(kit, parent, sign)
    assert not dialog._yes.isEnabled()
    qtbot.keyClicks(dialog._field.edit, GOOD)
    with qtbot.waitSignals([dialog.signed, dialog.accepted, kit.jobs.changed]):
        qtbot.keyClick(dialog._field.edit, Qt.Key.Key_Return)
    assert got == [GOOD]


def test_a_wrong_passphrase_is_told_in_place_and_can_be_typed_again(qtbot, kit, parent):
    def sign(_passphrase):
        raise RefusedError

    dialog = _dialog(kit, parent, sign)
    dialog._field.set_text("napačno")
    with qtbot.waitSignal(kit.jobs.busyChanged, check_params_cb=lambda busy: not busy):
        dialog._yes.click()
        assert not dialog._field.isEnabled()
        dialog.reject()
        assert dialog.isVisible()
    assert dialog._error.text() == " ".join(kit.words.error(RefusedError()))
    assert dialog._field.isEnabled()
    assert dialog._field.edit.selectedText() == "napačno"
    dialog.reject()


def test_the_decision_to_sign_can_be_worked_by_keyboard(kit, parent):
    dialog = _dialog(kit, parent, lambda _passphrase: Changed(0, frozenset()))
    dialog._field.set_text("x")
    assert walk.problems(dialog) == []
    dialog.reject()
