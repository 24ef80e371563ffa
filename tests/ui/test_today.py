"""Danes against a real vault: its numbers are its lists, and a role sees only what it may."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui import walk
from tests.ui.daily import Unit, close_unit, open_unit

from tcdesk.domain.notes import NoteFormat
from tcdesk.domain.sheets import PrintTarget
from tcdesk.domain.staff import Role
from tcdesk.services.access import Access
from tcdesk.services.backup_made import Why
from tcdesk.services.exchange_rows import BundleOut, OutState
from tcdesk.services.notes import Notes
from tcdesk.services.sheets import Sheets
from tcdesk.ui.kit import Kit
from tcdesk.ui.today import TodayPage
from tcdesk.ui.today_cards import Behind


@pytest.fixture
def unit(qtbot: QtBot, kit: Kit, access: Access, tmp_path: Path) -> Iterator[Unit]:
    opened = open_unit(qtbot, kit, access, tmp_path)
    yield opened
    close_unit(opened)


def opened(unit: Unit, role: Role = Role.HEAD) -> TodayPage:
    desk = replace(unit.desk, actor=replace(unit.desk.actor, role=role))
    page = TodayPage(unit.kit, desk, unit.place)
    unit.bot.addWidget(page)
    page.resize(1120, 640)
    page.show()
    page.refresh()
    unit.settle()
    return page


def texts(page: TodayPage) -> str:
    QApplication.processEvents()  # what was just added to a layout is shown a moment later
    labels = [one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page)]
    buttons = [one.text() for one in page.findChildren(QPushButton) if one.isVisibleTo(page)]
    return "\n".join([*labels, *buttons])


def something_waits(unit: Unit) -> None:
    notes = Notes(unit.desk)
    sheets = Sheets(unit.desk, unit.kit.words, unit.place.paper)

    def wait() -> None:
        for person in unit.people[:3]:
            notes.write(unit.session.id, person.id, NoteFormat.FREE, {"text": "Zapis."})
        notes.keep_draft("session", unit.session.id, "{}", 0)
        notes.keep_draft("people", "new", "{}", 0)
        sheets.printed(sheets.draw(unit.session.id), PrintTarget.PRINTER)

    unit.work(wait)


def test_every_number_opens_a_list_of_as_many_lines(unit: Unit) -> None:
    something_waits(unit)
    page = opened(unit)
    assert {behind: press.text() for behind, press in page.waiting.buttons.items()} == {
        Behind.UNSIGNED: "3 nepodpisani zapisi",
        Behind.DRAFTS: "2 osnutka",
        Behind.KEYING: "1 natisnjen list ni vpisan",
    }
    lengths = {}
    for behind, press in list(page.waiting.buttons.items()):
        press.click()
        unit.settle()
        lengths[behind] = len(page.listed)
    assert lengths == {Behind.UNSIGNED: 3, Behind.DRAFTS: 2, Behind.KEYING: 1}


def test_a_line_of_a_list_opens_the_session_where_it_waits(unit: Unit) -> None:
    something_waits(unit)
    page = opened(unit)
    page.open_list(Behind.KEYING)
    unit.settle()
    with unit.bot.waitSignal(page.wanted) as wanted:
        page._list.table.openAsked.emit(page.listed[0])
    assert wanted.args == ["session", unit.session.id]


def test_an_old_backup_and_an_old_export_are_warned_of_and_young_ones_are_not(
    unit: Unit,
) -> None:
    def export(days: int) -> None:
        at = datetime(2026, 11, 24, 8, tzinfo=UTC) - timedelta(days=days)
        with unit.desk.vault.store.writing(unit.desk.actor) as work:
            work.add(
                BundleOut(
                    id=unit.desk.ids.new(),
                    party="office",
                    kind="export",
                    level="pseudonym",
                    epoch="e",
                    epoch_no=1,
                    seq=days,
                    sha256="00",
                    file_name="x.tcb",
                    state=OutState.WRITTEN,
                    at=at.strftime("%Y-%m-%dT%H:%M:%SZ"),
                    counts="{}",
                    audit_seq=0,
                )
            )

    unit.work(lambda: export(30))
    page = opened(unit)
    assert "Čas je za izvoz osrednjemu uradu." in texts(page)
    assert "Čas je za varnostno kopijo." in texts(page)
    unit.work(lambda: export(29))
    unit.work(lambda: unit.desk.vault.back_up(Why.ASKED, lambda _done: None))
    page.refresh()
    unit.settle()
    assert "Čas je" not in texts(page)
    assert "pred 29 dnevi" in texts(page)


def test_an_officer_sees_the_schedule_and_nothing_else(unit: Unit) -> None:
    something_waits(unit)
    page = opened(unit, Role.OFFICER)
    told = texts(page)
    assert "Soočevalna A" in told
    for word in ("Čaka", "Opozorila", "Stanje", "nepodpisan", "natisnjen", "Odpri\n", "List"):
        assert word not in told, word


def test_an_administrator_sees_only_the_age_of_the_backup(unit: Unit) -> None:
    told = texts(opened(unit, Role.ADMINISTRATOR))
    assert "Varnostna kopija" in told
    assert "Soočevalna" not in told
    assert "Izvoz" not in told


def test_names_give_way_to_codes_in_privacy_mode(unit: Unit) -> None:
    unit.individual()
    page = opened(unit)
    assert "Bogdan S." in texts(page)
    unit.kit.privacy.toggle()
    unit.settle()
    assert "Bogdan" not in texts(page)
    assert unit.people[0].code in texts(page)


def test_danes_can_be_walked_by_keyboard_and_read_aloud(unit: Unit) -> None:
    something_waits(unit)
    unit.individual()
    page = opened(unit)
    assert walk.problems(page) == []
