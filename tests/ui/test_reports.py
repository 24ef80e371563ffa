"""Reports in the window: figures with definitions, periods in order, what leaves is on record."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QScrollArea, QTableView
from tests.services.exchange_world import scalar
from tests.ui import walk
from tests.ui.daily import in_lane
from tests.ui.hall import Hall, open_hall

from tcdesk.ui.decision import Decision
from tcdesk.ui.preview import Preview
from tcdesk.ui.reports import ReportsPage


@pytest.fixture
def hall(qtbot, kit, access, tmp_path):
    with open_hall(qtbot, kit, access, tmp_path) as made:
        made.join()
        yield made


def page_of(hall: Hall, path: Path | None = None) -> ReportsPage:
    page = ReportsPage(
        hall.kit, hall.unit, hall.place, ask=lambda *_asked: str(path) if path else ""
    )
    hall.show(page)
    return page


def rows(page: ReportsPage, table: int) -> list[list[str]]:
    model = page.findChildren(QTableView)[table].model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_head_sees_the_units_own_figures_with_their_definitions(hall):
    page = page_of(hall)
    entered = [row[4] for row in rows(page, 0)]
    assert entered == ["3", "1", "0", "0", "4"]  # by quarter, then the total
    assert hall.kit.words("report-movement-defined") in walk.shown_texts(page)


def test_a_period_stays_in_order_and_the_figures_follow(hall):
    page = page_of(hall)
    page.first.set_value("2026-Q4")
    page.last.set_value("2026-Q2")
    hall.settle()
    assert page.first.value() == "2026-Q2"
    assert [row[2] for row in rows(page, 0)] == ["2. četrtletje 2026", ""]


def test_another_period_gets_the_room_that_its_tables_need(hall, qtbot):
    page = page_of(hall)
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.resize(1000, 500)
    area.show()
    page.first.set_value("2024-Q1")
    hall.settle()
    qtbot.waitUntil(lambda: page.height() >= page.minimumSizeHint().height() > 1000)
    area.takeWidget()


def test_a_spreadsheet_is_saved_after_a_question_and_put_on_record(hall, tmp_path):
    path = tmp_path / "report.xlsx"
    page = page_of(hall, path)
    hall.act(page, hall.kit.words("reports-save"))
    assert not path.exists()
    (asked,) = page.findChildren(Decision)
    asked.yes.click()
    hall.settle()
    assert load_workbook(path).sheetnames
    question = "SELECT count(*) FROM audit WHERE entry LIKE '%report.xlsx%'"
    assert in_lane(hall.bot, hall.kit.jobs, lambda: scalar(hall.unit, question)) == 1


def test_the_preview_shows_the_report_as_paper(hall):
    page = page_of(hall)
    hall.act(page, hall.kit.words("reports-print"))
    (preview,) = page.window().findChildren(Preview)
    assert preview.view.pdf.pageCount() >= 1
    preview.close()


def test_the_page_can_be_walked_with_the_keyboard_and_heard(hall):
    assert walk.problems(page_of(hall)) == []
