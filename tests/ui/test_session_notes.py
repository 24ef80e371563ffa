"""Writing notes in real windows: two at once, phrases and people at the cursor, what is pasted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.conftest import ROOT
from tests.ui import walk
from tests.ui.daily import TODAY, Unit, close_unit, open_unit
from tests.ui.test_session import KeyCounter, framed

from tcdesk.domain.head_counts import Band
from tcdesk.domain.notes import NoteFormat
from tcdesk.services.access import Access
from tcdesk.services.head_counts import HeadCounts
from tcdesk.services.keying import Keying
from tcdesk.services.notes import Notes
from tcdesk.services.phrases import Phrases
from tcdesk.services.programmes import Programmes, templates
from tcdesk.services.schedule import NewSession, Schedule
from tcdesk.ui.insert_list import InsertList
from tcdesk.ui.kit import Kit
from tcdesk.ui.session import SessionPage

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def unit(qtbot: QtBot, kit: Kit, access: Access, tmp_path: Path) -> Iterator[Unit]:
    made = open_unit(qtbot, kit, access, tmp_path)
    yield made
    close_unit(made)


def window(unit: Unit, session: str) -> SessionPage:
    page = SessionPage(unit.kit, unit.desk, unit.place)
    framed(unit, page).open_page("session", session)
    unit.settle()
    return page


def popup() -> InsertList:
    found = QApplication.activePopupWidget()
    assert isinstance(found, InsertList)
    return found


def texts(unit: Unit, session: str) -> dict[str | None, str]:
    views = unit.work(lambda: Notes(unit.desk).of_session(session))  # type: ignore[arg-type]  # a string is enough here
    return {view.note.person: view.fields.get("text", "") for view in views}


def test_two_windows_at_once_never_mix_persons(unit: Unit) -> None:
    alone = unit.individual()
    first, second = window(unit, unit.session.id), window(unit, alone)
    rows = [row.person.id for row in first._keyed.rows()] if first._keyed else []
    for turn, person in enumerate(rows[:4]):
        first.window().activateWindow()
        first._panel.roster.choose(person)
        first._to_note()
        first._member._form.fields["text"].insertPlainText(f"skupina {turn}")
        second._member._form.fields["text"].insertPlainText(f" posamezno {turn}")
    second._settle()
    first._settle()
    unit.settle()
    assert texts(unit, unit.session.id) == {
        person: f"skupina {turn}" for turn, person in enumerate(rows[:4])
    }
    assert texts(unit, alone) == {
        unit.people[0].id: " posamezno 0 posamezno 1 posamezno 2 posamezno 3"
    }


def test_the_same_note_in_two_windows_is_told_and_both_texts_are_kept(unit: Unit) -> None:
    alone = unit.individual()
    first, second = window(unit, alone), window(unit, alone)
    first._member._form.fields["text"].insertPlainText("iz prvega okna")
    second._member._form.fields["text"].insertPlainText("iz drugega okna")
    first._settle()
    unit.settle()
    second._settle()
    unit.settle()
    assert texts(unit, alone) == {unit.people[0].id: "iz prvega okna"}
    assert second._member._form.texts()["text"] == "iz drugega okna"
    assert second._keyed is not None
    assert second._keyed.typed


def test_a_phrase_is_inserted_with_three_keys_and_a_person_as_initials(unit: Unit) -> None:
    unit.work(lambda: Phrases(unit.desk).save(None, "dn", "Domača naloga je narejena.", unit=True))
    page, keys = window(unit, unit.session.id), KeyCounter()
    page._panel.roster.setFocus()
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Space, CTRL)
    QTest.keyClicks(popup()._field, "dn")
    QTest.keyClick(popup()._field, Qt.Key.Key_Return)
    keys.write(" ")
    QTest.keyClicks(QApplication.focusWidget(), "@")  # type: ignore[arg-type]  # it is a field
    assert unit.people[2].full_name in [
        popup()._list.item(row).text() for row in range(popup()._list.count())
    ]
    QTest.keyClicks(popup()._field, "djur")
    QTest.keyClick(popup()._field, Qt.Key.Key_Return)
    typed = page._member._form.texts()["text"]
    assert typed == "Domača naloga je narejena. S. Đ."
    assert unit.people[2].family_name not in typed


def test_an_address_keeps_its_sign_and_a_list_that_is_left_writes_it(unit: Unit) -> None:
    page, keys = window(unit, unit.session.id), KeyCounter()
    page._panel.roster.setFocus()
    keys.press(Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "info@zavod ")  # type: ignore[arg-type]  # it is a field
    QTest.keyClicks(QApplication.focusWidget(), "@")  # type: ignore[arg-type]  # ditto
    QTest.keyClick(popup()._field, Qt.Key.Key_Escape)
    assert page._member._form.texts()["text"] == "info@zavod @"


def test_pasted_rich_text_comes_in_plain_and_without_control_characters(unit: Unit) -> None:
    page = window(unit, unit.session.id)
    page._to_note()
    pasted = QMimeData()
    pasted.setHtml("<b>krepko</b><script>x</script>")
    pasted.setText("krepko\x00\x07\r\nin \x1bnavadno")
    field = page._member._form.fields["text"]
    field.insertFromMimeData(pasted)
    assert field.toPlainText() == "krepko\nin navadno"
    assert "font-weight" not in field.document().toHtml().split("krepko")[0][-80:]


def test_a_house_meeting_begins_with_minutes(unit: Unit) -> None:
    schedule = Schedule(unit.desk)
    planned = unit.work(
        lambda: schedule.plan(
            NewSession(
                activity=unit.programme.activity("SS").id,
                group=unit.group.id,
                person=None,
                day=TODAY,
                start=480,
                minutes=45,
                room="",
                leader=schedule.staff()[0].id,
            )
        )
    )[0]
    page = window(unit, planned.id)
    assert list(page._shared._form.fields) == ["theme", "course", "decisions", "tasks"]
    page._shared._form.fields["decisions"].insertPlainText("Kuhinjo prevzame druga skupina.")
    page._settle()
    unit.settle()
    (view,) = unit.work(lambda: Notes(unit.desk).of_session(planned.id))
    assert view.note.format is NoteFormat.MINUTES
    assert view.fields["decisions"] == "Kuhinjo prevzame druga skupina."


def test_an_event_is_counted_by_keyboard_and_kept_at_once(unit: Unit) -> None:
    schedule = Schedule(unit.desk)
    template = templates(ROOT / "resources" / "programmes")["SVS"]
    steps = unit.work(lambda: Programmes(unit.desk).take_over(template))
    event = unit.work(
        lambda: schedule.plan(
            NewSession(
                activity=steps.activity("MD").id,
                group=None,
                person=None,
                day=TODAY,
                start=600,
                minutes=180,
                room="",
                leader=schedule.staff()[0].id,
            )
        )
    )[0]
    page = window(unit, event.id)
    assert not page._panel.isVisible()
    page._heads._fields[Band.WOMEN].setFocus()
    for number in "7", "0", "4":
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClicks(field, number)
        QTest.keyClick(field, Qt.Key.Key_Tab)
    unit.settle()
    assert unit.work(lambda: HeadCounts(unit.desk).of(event.id)) == {
        Band.WOMEN: 7,
        Band.MEN: 0,
        Band.CHILDREN_0_2: 4,
    }
    assert unit.work(lambda: Keying(unit.desk).open(event.id)).numbers[Band.CHILDREN_0_2] == 4
    assert walk.problems(page.window()) == []
