"""A report as a spreadsheet, read back by two other programs."""

import csv
import io
import subprocess
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tcdesk.services.papers import Column, ColumnKind, Foot, Report, Section, Table
from tcdesk.spreadsheets.workbook import ReportWorkbook, neutral
from tcdesk.workstation import places
from tcdesk.workstation.words import Catalogue

EVIL = [
    "=1+1",
    "+1",
    "-1+2",
    "@SUM(A1)",
    " =1",
    "\u00a0=1",
    "\t=1",
    "\r=1",
    "\tx",
    '=HYPERLINK("http://x")',
    "＝1",
]


def _report(name: str = "Đurić", sections: tuple[str, ...] = ("Udeleženci",)) -> Report:
    table = Table(
        title="Po enotah",
        columns=(
            Column(title="Enota"),
            Column(title="Dan", kind=ColumnKind.DATE),
            Column(title="Osebe", kind=ColumnKind.NUMBER),
            Column(title="Ure", kind=ColumnKind.NUMBER, decimals=1),
        ),
        rows=((name, date(2026, 11, 24), 1234, Decimal("2345.5")), ("Čž", None, 0, None)),
        total=("Skupaj", None, 1234, Decimal("2345.5")),
        definitions=("Ure so vsota minut.",),
    )
    return Report(
        title="Konsolidirano poročilo",
        filters=(("Obdobje", "2026"),),
        sections=tuple(Section(title=title, tables=(table, table)) for title in sections),
        as_of=date(2026, 11, 24),
        data_version="uvoz 14",
        foot=Foot(printed_by="M. N.", printed_at=datetime(2026, 11, 24, tzinfo=UTC)),
    )


@pytest.fixture(scope="module")
def workbook():
    return ReportWorkbook(Catalogue(places.translations(), "sl"))


def _opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content))


def test_numbers_are_numbers_dates_are_dates_and_heads_are_frozen(workbook):
    book = _opened(workbook.report(_report()))
    assert book.sheetnames == ["Podatki o poročilu", "Udeleženci"]
    sheet = book["Udeleženci"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=1, max_row=6)]
    assert rows == [
        ["Po enotah", None, None, None],
        ["Enota", "Dan", "Osebe", "Ure"],
        ["Đurić", datetime(2026, 11, 24), 1234, 2345.5],  # noqa: DTZ001 - XLSX has no zones
        ["Čž", None, 0, None],
        ["Skupaj", None, 1234, 2345.5],
        ["Ure so vsota minut.", None, None, None],
    ]
    assert sheet["C3"].number_format == "#,##0"
    assert sheet["D3"].number_format == "#,##0.0"
    assert sheet["B3"].is_date
    assert sheet.freeze_panes == "A3"
    assert sheet["C5"].font.bold
    assert sheet["A8"].value == "Po enotah"
    facts = {row[0].value: row[1].value for row in book.worksheets[0].iter_rows()}
    assert facts["Obdobje"] == "2026"
    assert facts["Stanje na dan"] == datetime(2026, 11, 24)  # noqa: DTZ001 - XLSX has no zones


@pytest.mark.parametrize("text", EVIL)
def test_a_formula_sign_stays_text_in_every_cell_title_and_name(workbook, text):
    book = _opened(workbook.report(_report(name=text, sections=(text,))))
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert not str(cell.value or "").lstrip().startswith(("=", "+", "-", "@"))


@given(st.text())
def test_a_neutral_text_never_starts_like_a_formula(text):
    told = neutral(text)
    assert not told.strip().startswith(("=", "+", "-", "@"))
    assert not told.startswith(("\t", "\r", "\n"))
    assert neutral(told) == told


def test_names_of_sheets_are_cut_cleaned_and_never_twice_the_same(workbook):
    long = "Zelo dolg naslov poglavja, ki ga preglednica ne sprejme"
    book = _opened(workbook.report(_report(sections=(long, long.upper(), "a/b:c[d]*?", "'", ""))))
    assert len({name.casefold() for name in book.sheetnames}) == 6
    assert all(len(name) <= 31 for name in book.sheetnames)


def test_the_same_report_gives_the_same_bytes(workbook):
    assert workbook.report(_report()) == workbook.report(_report())


@pytest.mark.slow
def test_libreoffice_reads_the_numbers_the_dates_and_no_formula(workbook, tmp_path):
    path = tmp_path / "report.xlsx"
    path.write_bytes(workbook.report(_report(name="=1+1")))
    options = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,2"
    _convert(path, options)
    made = path.with_name("report-Udeleženci.csv").read_text(encoding="utf-8")
    rows = list(csv.reader(io.StringIO(made), delimiter=";"))
    assert rows[1] == ["Enota", "Dan", "Osebe", "Ure"]
    assert (rows[2][0], rows[2][2], rows[2][3]) == ("'=1+1", "1234", "2345.5")
    _convert(path, "pdf")
    text = subprocess.run(
        ["pdftotext", "-layout", path.with_suffix(".pdf"), "-"],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    assert "'=1+1 24. 11. 2026 1,234 2,345.5" in " ".join(text.split())


def _convert(path: Path, target: str) -> None:
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", target, "--outdir", path.parent, path],
        check=True, capture_output=True,
    )  # fmt: skip
