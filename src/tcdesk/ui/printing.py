"""Prints PDF bytes by drawing their pages at the printer's resolution; no file on the way."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from tcdesk.domain.errors import WorldFailedError

SHARPEST = 300  # dots per inch drawn; more would need hundreds of megabytes a page
_FILE_MAKERS = ("pdf", "xps", "onenote", "fax")  # queues that make a file, by words in their names


class PrintFailedError(WorldFailedError):
    """The printer did not take the pages."""

    code = "print-failed"


class Target(StrEnum):
    """Where a print goes, as it is logged; only the first needs no question."""

    PRINTER = "printer"
    REMOTE = "remote"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What was printed, for the log: no names, neither of people nor of files."""

    copies: int
    pages: int
    target: Target


def target_of(printer: QPrinter) -> Target:
    """Tell where a chosen printer really puts the pages."""
    name = printer.printerName().casefold()
    makes_file = printer.outputFormat() == QPrinter.OutputFormat.PdfFormat
    if makes_file or printer.outputFileName() or any(word in name for word in _FILE_MAKERS):
        return Target.FILE
    if name and QPrinterInfo(printer).isRemote():
        return Target.REMOTE
    return Target.PRINTER


def prepare(printer: QPrinter, document: QPdfDocument, job_name: str) -> None:
    """Set a printer for a document before the dialog asks: paper, whole page, neutral job name."""
    printer.setDocName(job_name)
    printer.setCreator("")
    printer.setFullPage(True)
    _set_paper(printer, document.pagePointSize(0))


def print_pages(printer: QPrinter, document: QPdfDocument) -> Printed:
    """Print the pages that the print dialog chose.

    Raises:
        PrintFailedError: The printer refused to begin, a page, or could not be drawn.
    """
    chosen = _chosen_pages(printer, document.pageCount())
    ours = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    pages = [page for _copy in range(ours) for page in chosen]
    painter = QPainter()
    _set_paper(printer, document.pagePointSize(pages[0]))
    if not painter.begin(printer):
        raise PrintFailedError
    try:
        for place, page in enumerate(pages):
            if place:
                _set_paper(printer, document.pagePointSize(page))
                if not printer.newPage():
                    raise PrintFailedError
            _draw(painter, printer, document, page)
    finally:
        ended = painter.end()
    if not ended or printer.printerState() in (
        QPrinter.PrinterState.Aborted,
        QPrinter.PrinterState.Error,
    ):
        raise PrintFailedError
    return Printed(copies=printer.copyCount(), pages=len(chosen), target=target_of(printer))


def _draw(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    points = document.pagePointSize(page)
    dots = min(printer.resolution(), SHARPEST)
    image = document.render(
        page, QSize(round(points.width() / 72 * dots), round(points.height() / 72 * dots))
    )
    if image.isNull():
        raise PrintFailedError
    scale = printer.resolution() / 72
    painter.drawImage(QRectF(0, 0, points.width() * scale, points.height() * scale), image)


def _set_paper(printer: QPrinter, points: QSizeF) -> None:
    landscape = points.width() > points.height()
    upright = points.transposed() if landscape else points
    printer.setPageLayout(
        QPageLayout(
            QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch),
            QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait,
            QMarginsF(),
        )
    )
    printer.setFullPage(True)


def _chosen_pages(printer: QPrinter, count: int) -> list[int]:
    ranges = printer.pageRanges()
    if printer.printRange() == QPrinter.PrintRange.PageRange and not ranges.isEmpty():
        chosen = [page for page in range(count) if ranges.contains(page + 1)]
        return chosen or list(range(count))
    return list(range(count))
