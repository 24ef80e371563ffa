"""The board of units: numbers, gaps, months told by sign and by words, receipts due."""

from datetime import date

import pytest
from tests.services.exchange_world import Pair
from tests.ui import walk
from tests.ui.daily import in_lane
from tests.ui.hall import Hall, open_hall

from tcdesk.services.sending import Sent
from tcdesk.ui.units import UnitsPage, months_back


@pytest.fixture
def hall(qtbot, kit, access, tmp_path):
    with open_hall(qtbot, kit, access, tmp_path) as made:
        made.join()
        yield made


def take(hall: Hall, sent: Sent) -> None:
    pair = Pair(unit=hall.unit, office=hall.office, stick=hall.stick, root=hall.safe)
    in_lane(hall.bot, hall.kit.jobs, lambda: pair.import_(sent.path))


def page_of(hall: Hall) -> UnitsPage:
    page = UnitsPage(hall.kit, hall.office, hall.place)
    hall.show(page)
    return page


def cells(page: UnitsPage) -> dict[str, str]:
    (line,) = page.rows.values()
    return {column.key: column.text(line) for column in page.rows.columns}


def test_the_board_shows_the_last_number_the_gap_and_the_month(hall):
    hall.export()
    take(hall, hall.export())
    page = page_of(hall)
    told = cells(page)
    assert (told["unit"], told["last"], told["gaps"]) == ("DOB", "2", "#1")
    assert told["2026-11"] == "◐"  # the month is not over
    assert told["2026-10"] == "·"  # the unit was not in the exchange yet
    words = hall.kit.words
    assert words("units-gaps-told", count=1, numbers="1") in walk.shown_texts(page)
    assert walk.problems(page) == []


def test_months_are_said_in_words_too(hall):
    take(hall, hall.export())
    page = page_of(hall)
    (line,) = page.rows.values()
    november = next(one for one in page.rows.columns if one.key == "2026-11")
    assert november.spoken is not None
    assert november.spoken(line) == "november 2026: delno"


def test_a_receipt_is_due_after_an_import_until_it_is_written(hall):
    take(hall, hall.export())
    words, page = hall.kit.words, page_of(hall)
    assert cells(page)["act"] == words("units-receipt-due")
    hall.act(page, words("units-receipt"))
    wizard = hall.wizard(page)
    hall.choose(wizard, hall.stick)
    hall.press(wizard, words("sending-write"))
    hall.press(wizard, words("shell-close"))
    assert cells(page)["act"] == ""


def test_the_last_twelve_months_end_with_this_one():
    months = months_back(date(2026, 2, 28), 12)
    assert (months[0], months[-1], len(months)) == (date(2025, 3, 1), date(2026, 2, 1), 12)
