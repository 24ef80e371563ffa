"""The card of updates and the card of the installation's state, as a person sees them."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialog
from tests.services.test_updates import Recording, put
from tests.ui import walk
from tests.ui.test_settings import WAIT, OneDrive, desk, installation, press, read, role

from tcdesk import app
from tcdesk.crypto.secret import Secret
from tcdesk.crypto.signing import SigningKey
from tcdesk.services.diagnosis import Diagnosis
from tcdesk.services.updates import Updates
from tcdesk.ui.decision import Decision
from tcdesk.ui.settings_section import Section
from tcdesk.ui.settings_standing import StandingCard
from tcdesk.ui.settings_update import UpdateCard

__all__ = ["desk", "installation", "read", "role"]  # fixtures of the settings page

KEY = SigningKey(Secret(bytes(range(32))))


@pytest.fixture
def place(tmp_path, access, clock):
    home = {"XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path)}
    made = app.workplace(home, language="sl", clock=clock)
    (tmp_path / "stick").mkdir()
    made.data.mkdir(exist_ok=True)
    return replace(
        made,
        access=access,
        drives=OneDrive(tmp_path / "stick"),
        installer=Recording(previous=True),
    )


@pytest.fixture
def section(qtbot, kit, desk, place):
    made = Section(kit, desk, place)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    updates = Updates(desk, place.installer, KEY.public, place.data / "updates")
    made.column.addWidget(UpdateCard(kit, made, updates, place))
    diagnosis = Diagnosis(desk, place.installer, place.data)
    made.column.addWidget(StandingCard(kit, made, diagnosis))
    walk.activate(made)
    return made


def refreshed(qtbot, section):
    for kind in (UpdateCard, StandingCard):
        section.findChild(kind).refresh()
    qtbot.waitUntil(lambda: not section.kit.jobs.busy, timeout=WAIT)
    return section.findChild(UpdateCard)


def test_a_signed_package_is_offered_and_installed_after_a_question(
    qtbot, section, place, words, tmp_path
):
    put(tmp_path / "stick", "1.3.0")
    card = refreshed(qtbot, section)
    assert card.found.text() == words("update-found", version="1.3.0")
    press(qtbot, section, words("update-install", version="1.3.0"))
    question = section.findChild(QDialog)
    assert isinstance(question, Decision)
    question.yes.click()
    qtbot.waitUntil(lambda: place.installer.ready, timeout=WAIT)
    qtbot.waitUntil(lambda: not section.kit.jobs.busy, timeout=WAIT)
    assert place.installer.given[1] == "1.3.0"
    refreshed(qtbot, section)
    assert "1.3.0" in card.last.text()


def test_a_refused_package_is_told_in_words_and_cannot_be_installed(
    qtbot, section, words, tmp_path
):
    put(tmp_path / "stick", "1.3.0", key=SigningKey(Secret(bytes(32))))
    card = refreshed(qtbot, section)
    assert words("error-update-forged") in card.found.text()
    assert not card.install.isVisible()


def test_nothing_on_the_stick_is_said(qtbot, section, words):
    card = refreshed(qtbot, section)
    assert card.found.text() == words("update-none")
    assert card.back.isVisible()


def test_the_state_of_the_installation_is_shown(qtbot, section, words):
    refreshed(qtbot, section)
    facts = section.findChild(StandingCard).facts
    assert facts["system"].text() == "Linux 6.1"
    assert facts["errors"].text() == words("standing-no-errors")
    assert facts["carried"].text() == words("standing-never")


def test_both_cards_can_be_used_by_keyboard_and_screen_reader(qtbot, section, tmp_path):
    put(tmp_path / "stick", "1.3.0")
    refreshed(qtbot, section)
    assert walk.problems(section) == []
    section.grab().save(str(tmp_path / "cards.png"))
