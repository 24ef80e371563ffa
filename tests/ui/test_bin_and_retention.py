"""Removing, undoing and putting back in the window; a proposal waits for the second person."""

# ruff: noqa: F811 - fixtures are taken by their names

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from tests.ui import walk
from tests.ui.test_settings import (  # noqa: F401 - fixtures
    WAIT,
    desk,
    installation,
    page,
    place,
    press,
    read,
    role,
    show,
)

from tcdesk.domain.people import Person, Sex
from tcdesk.domain.staff import Action
from tcdesk.services.bin import Bin
from tcdesk.services.participants import NewPerson, Participants
from tcdesk.services.removals import Removals
from tcdesk.services.undo import Undo
from tcdesk.ui.message import Message, MessageLine
from tcdesk.ui.settings_bin import BinSection
from tcdesk.ui.undoing import say_saved


def mistake(desk):
    return Participants(desk).create(
        NewPerson(
            given_name="Pomota", family_name="Zmota", birth_date=date(1990, 1, 1), sex=Sex.FEMALE
        )
    )


def people(desk):
    with desk.reading(Action.SEE_PEOPLE) as facts:
        return facts.find(Person)


def test_what_was_removed_is_put_back_from_the_bin_by_keyboard(qtbot, page, desk, read, words):
    who = read(lambda: mistake(desk), "writer")
    read(lambda: Removals(desk).person(who.id), "writer")
    section = show(qtbot, page, "bin")
    assert isinstance(section, BinSection)
    assert walk.problems(page) == []
    assert section.table.select_value(
        lambda line: line.person is not None and line.person.id == who.id
    )
    QTest.keyClick(section.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: read(lambda: Bin(desk).lying()) == [], timeout=WAIT)
    assert [one.id for one in read(lambda: people(desk))] == [who.id]


def test_a_saved_change_is_undone_by_ctrl_z_while_its_message_is_shown(
    qtbot, page, desk, read, kit
):
    who = read(lambda: mistake(desk), "writer")

    def edit():
        with desk.reading(Action.SEE_PEOPLE) as facts:
            version = facts.version(Person, who.id)
        Participants(desk).edit(replace(who, given_name="Druga"), expected=version)

    read(edit, "writer")
    line = MessageLine(kit)
    qtbot.addWidget(line)
    page.said.connect(line.say)
    say_saved(page, desk, "Shranjeno.")
    line.show()
    walk.activate(line)
    assert line.message is not None
    assert line.message.shortcut == "Ctrl+Z"
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: read(lambda: people(desk))[0].given_name == "Pomota", timeout=WAIT)


def test_a_message_without_a_way_back_takes_no_key(qtbot, kit):
    line = MessageLine(kit)
    qtbot.addWidget(line)
    line.say(Message(text="Shranjeno."))
    assert line._key.key().isEmpty()


def test_nothing_is_offered_to_undo_when_a_form_was_saved_unchanged(desk, read):
    who = read(lambda: mistake(desk), "writer")

    def again():
        with desk.reading(Action.SEE_PEOPLE) as facts:
            version = facts.version(Person, who.id)
        Participants(desk).edit(who, expected=version)

    read(again, "writer")
    assert Undo(desk).latest() is None


@pytest.mark.parametrize("section", ["bin", "retention"])
def test_empty_sections_say_what_to_expect(qtbot, page, section, words):
    shown = show(qtbot, page, section)
    assert walk.problems(page) == []
    texts = [one.text() for one in shown.findChildren(QPushButton) if one.isEnabled()]
    assert words("bin-put-back") not in texts
    assert words("retention-erase") not in texts
