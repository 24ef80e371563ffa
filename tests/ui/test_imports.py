"""Import in the window: dry run, take, refuse; nothing changes before a person says so."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QTableView
from tests.services.exchange_world import scalar
from tests.ui import walk
from tests.ui.daily import in_lane
from tests.ui.hall import Hall, open_hall

from tcdesk.services.export import Exports
from tcdesk.ui.imports import ImportsPage


@pytest.fixture
def hall(qtbot, kit, access, tmp_path):
    with open_hall(qtbot, kit, access, tmp_path) as made:
        made.join()
        yield made


def page_of(hall: Hall) -> ImportsPage:
    page = ImportsPage(hall.kit, hall.office, hall.place)
    hall.show(page)
    return page


def imported(hall: Hall) -> int:
    return in_lane(
        hall.bot,
        hall.kit.jobs,
        lambda: scalar(hall.office, "SELECT count(*) FROM bundle_in WHERE kind = 'export'"),
    )


def staged(hall: Hall) -> list[Path]:
    return list((hall.office.vault.folder / "staging").iterdir())


def test_a_look_changes_nothing_and_the_import_takes_what_it_counted(hall):
    sent, words, page = hall.export(), hall.kit.words, page_of(hall)
    page.picker.select(sent.path)
    hall.act(page, words("imports-look"))
    assert words("imports-dry") in walk.shown_texts(page)
    assert words("verdict-accept") in walk.shown_texts(page)
    assert imported(hall) == 0
    (view,) = page.card.findChildren(QTableView)
    people = [
        view.model().index(row, 1).data()
        for row in range(view.model().rowCount())
        if view.model().index(row, 0).data() == words("bundle-table-person")
    ]
    assert people == ["3"]
    hall.act(page, words("imports-take"))
    assert imported(hall) == 1
    assert words("imports-taken") in walk.shown_texts(page)
    assert staged(hall) == []
    assert walk.problems(page) == []


def test_the_same_file_again_says_that_nothing_is_to_be_done(hall):
    sent, words = hall.export(), hall.kit.words
    first = page_of(hall)
    first.picker.select(sent.path)
    hall.act(first, words("imports-look"))
    hall.act(first, words("imports-take"))
    again = page_of(hall)
    again.picker.select(sent.path)
    hall.act(again, words("imports-look"))
    assert words("refusal-duplicate") in walk.shown_texts(again)
    assert words("imports-nothing-to-do") in walk.shown_texts(again)
    assert imported(hall) == 1


def test_missing_numbers_are_named(hall):
    hall.export()
    sent, words, page = hall.export(), hall.kit.words, page_of(hall)
    page.picker.select(sent.path)
    hall.act(page, words("imports-look"))
    assert words("imports-missing", count=1, numbers="1") in walk.shown_texts(page)


def test_a_new_epoch_asks_a_person(hall):
    sent, words, page = hall.export(), hall.kit.words, page_of(hall)
    page.picker.select(sent.path)
    hall.act(page, words("imports-look"))
    hall.act(page, words("imports-take"))
    in_lane(hall.bot, hall.kit.jobs, Exports(hall.unit, hall.place.stick).declare_restored)
    restored = hall.export()
    page.refresh()
    hall.settle()
    page.picker.select(restored.path)
    hall.act(page, words("imports-look"))
    assert words("refusal-new-epoch") in walk.shown_texts(page)
    hall.press(page, words("agree-yes"))
    assert words("verdict-new-epoch") in walk.shown_texts(page)
    hall.act(page, words("imports-take"))
    assert imported(hall) == 2


def test_a_damaged_file_is_refused_in_place_with_the_next_step(hall):
    sent, words = hall.export(), hall.kit.words
    content = bytearray(sent.path.read_bytes())
    content[len(content) // 2] ^= 1
    sent.path.write_bytes(content)
    page = page_of(hall)
    page.picker.select(sent.path)
    hall.act(page, words("imports-look"))
    assert words("imports-refused") in walk.shown_texts(page)
    assert words("refusal-damaged.next") in walk.shown_texts(page)
    assert imported(hall) == 0
    assert staged(hall) == []


def test_leaving_a_file_drops_its_copy(hall):
    sent, words, page = hall.export(), hall.kit.words, page_of(hall)
    page.picker.select(sent.path)
    hall.act(page, words("imports-look"))
    assert len(staged(hall)) == 1
    page.picker.table.clearSelection()
    page.picker.table.setCurrentIndex(page.picker.table.model().index(-1, -1))
    hall.settle()
    assert staged(hall) == []
