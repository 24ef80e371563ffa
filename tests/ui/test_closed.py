"""Closed notes in the window: the choice before typing, what others see, settings."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from tests.conftest import PASSPHRASES
from tests.ui import walk
from tests.ui.daily import close_unit, open_unit
from tests.ui.test_session import KeyCounter, framed

from tcdesk.domain.notes import Draft, Note
from tcdesk.domain.staff import Role
from tcdesk.services.access import NewAccount
from tcdesk.services.accounts import Accounts
from tcdesk.services.closed import Closed
from tcdesk.services.closed_recovery import ClosedRecovery
from tcdesk.services.keying import Keying
from tcdesk.ui.closed_wizards import making_wizard, using_wizard
from tcdesk.ui.note_reading import NoteReading
from tcdesk.ui.person import PersonPage
from tcdesk.ui.session import SessionPage
from tcdesk.ui.settings import SettingsPage
from tcdesk.ui.settings_closed import ClosedSection

MARK = "kraguljcek"


@pytest.fixture
def unit(qtbot, kit, access, tmp_path):
    made = open_unit(qtbot, kit, access, tmp_path)
    yield made
    close_unit(made)


@pytest.fixture
def page(unit):
    made = SessionPage(unit.kit, unit.desk, unit.place)
    framed(unit, made).open_page("session", unit.individual())
    unit.settle()
    return made


def stored(unit, kind):
    def read():
        with unit.desk.vault.store.reading() as facts:
            return facts.find(kind)

    return unit.work(read)


def test_a_note_is_closed_before_it_is_typed_and_kept_only_sealed(unit, page):
    card = page._member
    assert card._closed.isVisible()
    card._closed.box.setFocus()
    QTest.keyClick(card._closed.box, Qt.Key.Key_Space)
    unit.settle()
    (draft,) = stored(unit, Draft)  # the choice is kept at once, though nothing is typed
    assert draft.compartment is not None
    card.go_to("text")
    KeyCounter().write(MARK)
    page.save_draft()
    unit.settle()
    (draft,) = stored(unit, Draft)
    assert draft.compartment is not None
    assert MARK not in draft.payload
    page._settle()
    unit.settle()
    (note,) = stored(unit, Note)
    assert note.compartment is not None
    assert MARK not in note.body
    assert not card._closed.box.isVisible()  # it stays closed
    assert card._form.texts() == {"text": MARK}


def test_turning_the_switch_replaces_an_open_draft_at_once(unit, page):
    page._member.go_to("text")
    KeyCounter().write(MARK)
    page.save_draft()
    unit.settle()
    assert MARK in stored(unit, Draft)[0].payload
    page._member._closed.box.click()
    unit.settle()
    (draft,) = stored(unit, Draft)
    assert MARK not in draft.payload
    assert draft.compartment is not None


def test_others_see_the_line_of_a_closed_note_and_no_text(unit, page, access):
    page._member._closed.box.click()
    page._member.go_to("text")
    KeyCounter().write(MARK)
    page._settle()
    unit.settle()
    person = unit.people[0].id

    opened = unit.work(lambda: Keying(unit.desk).open(page._session))
    assert page._member._closed._who.text() == unit.kit.words("closed-who-me")
    locked = replace(opened.notes[0], fields={}, readable=False)
    reading = NoteReading(unit.kit, locked, opened.names, may_add=True)
    unit.bot.addWidget(reading)
    told = [one.text() for one in reading.findChildren(QLabel)]
    assert any(text.startswith("Zaprti zapis · M. Novak · ") for text in told)
    assert any("ni podpisano" in text for text in told)
    assert reading.findChildren(QPushButton) == []
    timeline = PersonPage(unit.kit, unit.desk, unit.place)
    unit.bot.addWidget(timeline)
    timeline.resize(1120, 640)
    walk.activate(timeline)
    timeline.show_target(person)
    timeline.refresh()
    unit.settle()
    rows = timeline.timeline._rows
    texts = [str(rows.data(rows.index(row, 1))) for row in range(rows.rowCount())]
    assert any(text.startswith("zaprti zapis") and "M. Novak" in text for text in texts)


def test_the_section_tells_who_reads_and_works_by_keyboard(unit, page):
    def colleague():
        new = NewAccount(
            login="zupan",
            passphrase="kaluža gotovost slovnica ležati spona",
            role=Role.THERAPIST,
            given_name="Peter",
            family_name="Zupan",
        )
        account = Accounts(unit.desk, PASSPHRASES).add(new)
        Closed(unit.desk).name(account.id)

    unit.work(colleague)
    settings = SettingsPage(unit.kit, unit.desk, unit.place)
    unit.bot.addWidget(settings)
    settings.resize(1100, 700)
    walk.activate(settings)
    settings.show_target("closed")
    settings.refresh()
    unit.settle()
    section = settings._section()
    assert isinstance(section, ClosedSection)
    section.table.select_value(lambda _line: True)
    assert section._rows.rowCount() == 1
    assert section.stop.isEnabled()
    assert walk.problems(settings) == []


def test_both_wizards_can_be_worked_by_keyboard(unit, page):
    recovery = ClosedRecovery(unit.desk)
    for wizard in (
        making_wizard(unit.kit, page, unit.place, recovery),
        using_wizard(unit.kit, page, recovery),
    ):
        wizard.open()
        unit.settle()
        assert walk.problems(wizard) == []
        wizard.reject()
