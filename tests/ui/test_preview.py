"""Preview and printing without a file."""

import io

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from reportlab.pdfgen.canvas import Canvas
from tests.ui import walk
from typing_extensions import override

from tcdesk.ui.decision import Decision
from tcdesk.ui.message import Tone
from tcdesk.ui.pdf_view import PdfUnreadableError
from tcdesk.ui.preview import Preview
from tcdesk.ui.printing import Target, target_of

A4 = (595, 842)


def _pdf(sizes):
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=sizes[0])
    for number, size in enumerate(sizes):
        canvas.setPageSize(size)
        canvas.setFont("Helvetica-Bold", 60)
        canvas.drawString(60, size[1] / 2, f"LIST {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


@pytest.fixture
def preview(kit, parent, tmp_path):
    def printer_to_file(printer, _parent):
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return True

    made = Preview(
        kit,
        parent,
        content=_pdf([A4, A4, (842, 595)]),
        title="List srečanja",
        ask_printer=printer_to_file,
        ask_path=lambda _parent, name: str(tmp_path / name),
    )
    made.open()
    walk.activate(made)
    yield made
    made.close()


def _answer(preview, *, yes):
    dialog = preview.findChild(Decision)
    assert dialog is not None
    (dialog.yes if yes else dialog.no).click()


def test_pages_and_zoom_work_by_keyboard(qtbot, preview):
    assert preview._page.text() == "Stran 1 od 3"
    qtbot.keyClick(preview.view, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: preview._page.text() == "Stran 2 od 3")
    qtbot.keyClick(preview.view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: preview._page.text() == "Stran 3 od 3")
    assert not preview._next.isEnabled()
    before = preview.view.shown_zoom()
    preview._larger.click()
    assert preview.view.zoomFactor() > before


def test_the_preview_can_be_worked_by_keyboard_alone(preview):
    assert walk.problems(preview) == []


def test_a_file_is_printed_only_after_a_question_and_then_told(qtbot, preview, tmp_path):
    preview.print()
    assert not (tmp_path / "printed.pdf").exists()
    with qtbot.waitSignal(preview.printed) as told:
        _answer(preview, yes=True)
    assert (told.args[0].copies, told.args[0].pages, told.args[0].target) == (1, 3, Target.FILE)
    assert preview._message.message.text == "Poslane 3 strani v tiskanje, 1 izvod."


def test_no_means_that_nothing_is_printed(qtbot, preview, tmp_path):
    preview.print()
    with qtbot.assertNotEmitted(preview.printed):
        _answer(preview, yes=False)
    assert not (tmp_path / "printed.pdf").exists()


def test_what_is_printed_looks_like_what_was_previewed(qtbot, preview, tmp_path):
    preview.print()
    with qtbot.waitSignal(preview.printed):
        _answer(preview, yes=True)
    printed = QPdfDocument()
    printed.load(str(tmp_path / "printed.pdf"))
    assert printed.pageCount() == 3
    for page in range(3):
        wanted, got = preview.view.pdf.pagePointSize(page), printed.pagePointSize(page)
        assert abs(wanted.width() - got.width()) < 2
        assert abs(wanted.height() - got.height()) < 2
        assert _ink(preview.view.pdf, page) == pytest.approx(_ink(printed, page), rel=0.15)


def _ink(document, page):
    """Measure where the ink is: the share of dark pixels and the middle of them."""
    size = document.pagePointSize(page)
    image = document.render(page, QSize(round(size.width() / 4), round(size.height() / 4)))
    dark = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).alpha() > 128 and image.pixelColor(x, y).lightness() < 128
    ]
    assert dark
    return (
        len(dark),
        sum(x for x, _y in dark) / len(dark),
        sum(y for _x, y in dark) / len(dark),
    )


def test_the_print_job_has_a_neutral_name(preview, tmp_path):
    names = []

    def look(printer, _parent):
        names.append(printer.docName())
        return False

    preview._ask_printer = look
    preview.print()
    assert names == ["List srečanja"]


def test_some_pages_can_be_chosen(qtbot, preview, tmp_path):
    def two_to_three(printer, _parent):
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(2, 3)
        return True

    preview._ask_printer = two_to_three
    preview.print()
    with qtbot.waitSignal(preview.printed) as told:
        _answer(preview, yes=True)
    assert told.args[0].pages == 2


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_refuses_is_told_in_place(qtbot, preview, tmp_path):
    def nowhere(printer, _parent):
        printer.setOutputFileName(str(tmp_path / "no-such-folder" / "printed.pdf"))
        return True

    preview._ask_printer = nowhere
    preview.print()
    with qtbot.assertNotEmitted(preview.printed):
        _answer(preview, yes=True)
    assert preview._message.message.tone is Tone.ERROR


def test_saving_asks_first_and_saves_the_same_bytes(qtbot, preview, tmp_path):
    preview.save()
    assert not (tmp_path / "List srečanja.pdf").exists()
    with qtbot.waitSignal(preview.saved):
        _answer(preview, yes=True)
    made = tmp_path / "List srečanja.pdf"
    assert made.read_bytes() == preview._content
    assert made.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_left(qtbot, preview, tmp_path):
    preview._ask_path = lambda _parent, name: str(tmp_path / "none" / name)
    preview.save()
    with qtbot.assertNotEmitted(preview.saved):
        _answer(preview, yes=True)
    assert preview._message.message.tone is Tone.ERROR
    assert list(tmp_path.rglob("*.pdf")) == []


@pytest.mark.parametrize("content", [b"", b"not a document", b"%PDF-1.7\n"])
def test_what_is_not_a_pdf_is_refused(qtbot, kit, parent, content):
    with pytest.raises(PdfUnreadableError):
        Preview(kit, parent, content=content, title="List")


def test_a_queue_that_makes_files_is_known_by_its_name(qapp):
    class Named(QPrinter):
        def __init__(self, name):
            super().__init__()
            self._name = name

        @override
        def printerName(self):
            return self._name

        @override
        def outputFormat(self):
            return QPrinter.OutputFormat.NativeFormat

    assert target_of(Named("Microsoft Print to PDF")) is Target.FILE
    assert target_of(Named("HP LaserJet 1020")) is Target.PRINTER


def test_the_preview_may_be_closed_while_it_is_being_drawn(qtbot, kit, parent):
    for _ in range(3):
        made = Preview(kit, parent, content=_pdf([A4] * 5), title="List")
        made.open()
        with qtbot.waitSignal(made.destroyed):
            made.close()


def test_nothing_but_memory_holds_the_document(qapp):
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(_pdf([A4])))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    assert document.status() == QPdfDocument.Status.Ready


def test_enter_presses_the_answer_that_has_the_focus(preview, qtbot):
    preview.save()
    dialog = preview.findChild(Decision)
    walk.activate(dialog)
    assert dialog.no.hasFocus()
    qtbot.keyClick(dialog.no, Qt.Key.Key_Tab)
    assert dialog.yes.hasFocus()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.yes, Qt.Key.Key_Return)
