"""Reports as XLSX, made in memory: numbers as numbers, dates as dates, heads frozen.

No cell can become a formula: text is written as text, and one that another program might take for a
formula after saving as CSV gets a leading apostrophe (OWASP, CSV injection).
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tcdesk.services.papers import Column, ColumnKind, Report, Section, Table, Value
from tcdesk.services.ports import Words

# A formula sign counts after blanks too, also after tab, line ends and no-break spaces.
_FORMULA = re.compile(r"^\s*[=+\-@＝＋－＠]|^[\t\r\n]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FORBIDDEN_IN_NAME = re.compile(r"[\[\]:*?/\\]")
_A4 = 9  # Excel's number of the paper
_NAME_LENGTH = 31
_NARROWEST, _WIDEST = 9, 60
_EPOCH = datetime(1980, 1, 1)  # noqa: DTZ001 - an XLSX carries no zone; fixed, so that bytes repeat


class ReportWorkbook:
    """Writes with XlsxWriter; implements the port ``Workbook`` of ``services.papers``."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def report(self, report: Report) -> bytes:
        """Write a report: one sheet of facts, then one sheet a section.

        Args:
            report: The same value that is drawn on paper.

        Returns:
            The bytes of the XLSX file.
        """
        content = BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with Workbook(content, options) as book:
            book.set_properties({"title": neutral(report.title), "created": _EPOCH})
            formats = _Formats(book)
            names: set[str] = set()
            facts = _add_sheet(book, _free_name(self._words("sheet-facts"), names))
            self._write_facts(facts, report, formats)
            for section in report.sections:
                sheet = _add_sheet(book, _free_name(section.title, names))
                self._write_section(sheet, section, formats)
        return content.getvalue()

    def rows(self, titles: Sequence[str], rows: Sequence[Sequence[Value]]) -> bytes:
        """Write one bare sheet: heads, then rows.

        Args:
            titles: The heads of the columns.
            rows: Cells by column.

        Returns:
            The bytes of the XLSX file.
        """
        content = BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with Workbook(content, options) as book:
            book.set_properties({"created": _EPOCH})
            formats = _Formats(book)
            sheet = book.add_worksheet()
            sheet.freeze_panes(1, 0)
            for place, title in enumerate(titles):
                sheet.write_string(0, place, neutral(title), formats.head)
                texts = [title, *(str(row[place] or "") for row in rows[:200] if place < len(row))]
                sheet.set_column(place, place, _fitting(texts))
            for number, row in enumerate(rows, start=1):
                for place, value in enumerate(row):
                    kind = ColumnKind.TEXT if isinstance(value, str) else ColumnKind.NUMBER
                    column = Column(title="", kind=kind)
                    shape = formats.plain(value)
                    _write(sheet, number, place, value, column, shape)
        return content.getvalue()

    def _write_facts(self, sheet: Worksheet, report: Report, formats: "_Formats") -> None:
        sheet.write_string(0, 0, neutral(report.title), formats.title)
        facts: list[tuple[str, Value]] = [
            *report.filters,
            (self._words("paper-report-as-of"), report.as_of),
            (self._words("paper-data-version"), report.data_version),
        ]
        if report.foot.training:
            facts.append((self._words("paper-training"), self._words("sheet-training")))
        if report.foot.confidential:
            facts.append((self._words("paper-classification"), None))
        for row, (label, value) in enumerate(facts, start=2):
            sheet.write_string(row, 0, neutral(label))
            _write(sheet, row, 1, value, Column(title=""), formats.cell(value, 0, strong=False))
        sheet.set_column(0, 0, _fitting([label for label, value in facts if value is not None]))
        sheet.set_column(1, 1, _WIDEST)

    def _write_section(self, sheet: Worksheet, section: Section, formats: "_Formats") -> None:
        widths: dict[int, int] = {}
        row = 0
        for place, table in enumerate(section.tables):
            sheet.write_string(row, 0, neutral(table.title), formats.title)
            _write_table(sheet, row + 1, table, formats)
            if not place:
                sheet.freeze_panes(2, 0)
            for column, width in enumerate(_widths(table)):
                widths[column] = max(width, widths.get(column, 0))
            row += 3 + len(table.rows) + (table.total is not None)
            for definition in table.definitions:
                sheet.write_string(row - 1, 0, neutral(definition), formats.note)
                row += 1
        for column, width in widths.items():
            sheet.set_column(column, column, width)


class _Formats:
    """The formats of one workbook, made once each."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, bool], Format] = {}
        self.title = book.add_format({"bold": True, "font_size": 13})
        self.head = book.add_format(
            {"bold": True, "bg_color": "#EDEDED", "bottom": 1, "text_wrap": True, "valign": "top"}
        )
        self.note = book.add_format({"font_color": "#595959", "font_size": 9})

    def plain(self, value: Value) -> Format:
        """Give the format of a cell that is filled in: a day as a day, the rest as it stands."""
        shape = "d. m. yyyy" if isinstance(value, date) else "General"
        if (shape, False) not in self._made:
            self._made[shape, False] = self._book.add_format({"num_format": shape})
        return self._made[shape, False]

    def cell(self, value: Value, decimals: int, *, strong: bool) -> Format:
        """Give the format of a value: its number format, and bold with a line for totals."""
        shape = "@"
        if isinstance(value, date):
            shape = "d. m. yyyy"
        elif isinstance(value, int | Decimal):
            shape = "#,##0" + ("." + "0" * decimals if decimals else "")
        if (shape, strong) not in self._made:
            facts = {"num_format": shape, "bold": strong, "top": int(strong), "align": "left"}
            if shape.startswith("#"):
                facts["align"] = "right"
            self._made[shape, strong] = self._book.add_format(facts)
        return self._made[shape, strong]


def neutral(text: str) -> str:
    """Make a text that no spreadsheet program takes for a formula.

    Args:
        text: Any text, also of a foreign bundle.

    Returns:
        The text without control characters, with an apostrophe before a formula sign.
    """
    clean = _CONTROL.sub("", text)
    return f"'{clean}" if _FORMULA.match(clean) else clean


def _add_sheet(book: Workbook, name: str) -> Worksheet:
    """Add a sheet that prints on A4 lying, as wide as one page."""
    sheet = book.add_worksheet(name)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    return sheet


def _write_table(sheet: Worksheet, row: int, table: Table, formats: _Formats) -> None:
    for place, column in enumerate(table.columns):
        sheet.write_string(row, place, neutral(column.title), formats.head)
    total = [] if table.total is None else [table.total]
    for offset, values in enumerate([*table.rows, *total], start=1):
        strong = offset > len(table.rows)
        for place, (column, value) in enumerate(zip(table.columns, values, strict=True)):
            shape = formats.cell(value, column.decimals, strong=strong)
            _write(sheet, row + offset, place, value, column, shape)


def _write(
    sheet: Worksheet, row: int, place: int, value: Value, column: Column, shape: Format
) -> None:
    if value is None:
        sheet.write_blank(row, place, None, shape)
    elif isinstance(value, date):
        sheet.write_datetime(row, place, datetime.combine(value, time.min), shape)
    elif isinstance(value, str):
        sheet.write_string(row, place, neutral(value), shape)
    elif column.kind is ColumnKind.NUMBER:
        sheet.write_number(row, place, value, shape)
    else:
        sheet.write_string(row, place, str(value), shape)


def _widths(table: Table) -> list[int]:
    rows = [*table.rows, *([table.total] if table.total else [])]
    return [
        _fitting([*column.title.split(), *(str(row[place] or "") for row in rows)])
        for place, column in enumerate(table.columns)
    ]


def _fitting(texts: list[str]) -> int:
    longest = max((len(text) for text in texts), default=0)
    return min(_WIDEST, max(_NARROWEST, longest + 2))


def _free_name(title: str, taken: set[str]) -> str:
    """Give a name that a sheet may have and no other has; Excel does not tell cases apart."""
    base = _FORBIDDEN_IN_NAME.sub(" ", neutral(title)).strip("' ")[:_NAME_LENGTH] or "–"
    name, number = base, 1
    while name.casefold() in taken:
        number += 1
        ending = f" {number}"
        name = base[: _NAME_LENGTH - len(ending)] + ending
    taken.add(name.casefold())
    return name
