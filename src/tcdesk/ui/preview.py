"""The preview window: look, print, and (after a question) save as PDF; nothing is a file by itself.

What leaves is told to the caller, who logs it: ``printed(Printed)`` and ``saved()``.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tcdesk.ui.decision import decide
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import ICON, IconButton, button, label
from tcdesk.ui.message import Message, MessageLine, Tone
from tcdesk.ui.pdf_view import STEP, PdfView
from tcdesk.ui.printing import Printed, PrintFailedError, Target, prepare, print_pages, target_of
from tcdesk.ui.saved_file import SaveFailedError, ask_path, save_whole
from tcdesk.ui.sizes import fit


class Preview(QDialog):
    """One document on the screen, ready to be printed."""

    printed = Signal(Printed)
    saved = Signal()

    def __init__(
        self,
        kit: Kit,
        parent: QWidget | None,
        *,
        content: bytes,
        title: str,
        ask_printer: Callable[[QPrinter, QWidget], bool] | None = None,
        ask_path: Callable[[QWidget, str], str] | None = None,
    ) -> None:
        """Load the document; ``open`` or ``show`` shows it.

        Args:
            kit: What the window is built with.
            parent: The window it belongs to.
            content: The PDF.
            title: What it is, in neutral words: it is the window's title and the print job's name.
            ask_printer: Lets the person choose a printer; by default the system's print dialog.
            ask_path: Lets the person choose a file; by default the system's file dialog.

        Raises:
            PdfUnreadableError: The bytes are not a readable PDF.
        """
        super().__init__(parent)
        self._kit = kit
        self._content = content
        self._job_name = title
        self._ask_printer = ask_printer or _print_dialog
        self._ask_path = ask_path or self._file_dialog
        words = kit.words
        self.setWindowTitle(f"{title} – {words('shell-program')}")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.view = PdfView(content, name=title, parent=self)
        behind = self.view.palette()
        behind.setColor(QPalette.ColorRole.Dark, kit.theme.colour("navigation"))
        self.view.setPalette(behind)
        self._message = MessageLine(kit)
        self._page = label("")
        self._previous = IconButton(kit.icons, Icon.UP, words("shell-page-previous"))
        self._next = IconButton(kit.icons, Icon.DOWN, words("shell-page-next"))
        self._smaller = IconButton(kit.icons, Icon.ZOOM_OUT, words("shell-zoom-out"))
        self._larger = IconButton(kit.icons, Icon.ZOOM_IN, words("shell-zoom-in"))
        self._width = IconButton(kit.icons, Icon.FIT_WIDTH, words("shell-zoom-width"))
        self._whole = IconButton(kit.icons, Icon.FIT_PAGE, words("shell-zoom-page"))
        self._save = button(words("shell-save-pdf"))
        self._print = button(words("shell-print"), "primary")
        self._print.setIcon(kit.icons(Icon.PRINT, "on_accent"))
        self._print.setIconSize(ICON)
        self._close = button(words("shell-close"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(0)
        column.addWidget(self._bar())
        body = QVBoxLayout()
        body.setContentsMargins(12, 8, 12, 0)
        body.setSpacing(8)
        body.addWidget(self.view, 1)
        body.addWidget(self._message)
        column.addLayout(body, 1)
        self._connect()
        self._show_page(1, self.view.pdf.pageCount())
        fit(self, 960, 1040, near=parent)
        self.view.setFocus()

    def print(self) -> None:
        """Let the person choose a printer; a file or a queue elsewhere is asked about first."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare(printer, self.view.pdf, self._job_name)
        if not self._ask_printer(printer, self):
            return
        target = target_of(printer)
        if target is Target.PRINTER:
            self._print_on(printer)
            return
        words = self._kit.words
        asked = "shell-print-file" if target is Target.FILE else "shell-print-remote"
        decide(
            self._kit,
            self,
            lambda: self._print_on(printer),
            question=words(asked),
            explanation=words(f"{asked}.why"),
            yes=words("shell-print-anyway"),
            danger=True,
        )

    def save(self) -> None:
        """Save as PDF after a question: the file is readable by anyone who gets it."""
        words = self._kit.words
        decide(
            self._kit,
            self,
            self._save_chosen,
            question=words("shell-save-ask"),
            explanation=words("shell-save-ask.why"),
            yes=words("shell-save-ask.yes"),
            danger=True,
        )

    def _bar(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("topBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(4)
        row.addWidget(self._previous)
        row.addWidget(self._next)
        row.addWidget(self._page)
        row.addSpacing(16)
        for look in (self._smaller, self._larger, self._width, self._whole):
            row.addWidget(look)
        row.addStretch(1)
        for leave in (self._save, self._print, self._close):
            row.addWidget(leave)
        return bar

    def _connect(self) -> None:
        self._previous.clicked.connect(lambda: self.view.go(self.view.page - 1))
        self._next.clicked.connect(lambda: self.view.go(self.view.page + 1))
        self._smaller.clicked.connect(lambda: self.view.zoom(1 / STEP))
        self._larger.clicked.connect(lambda: self.view.zoom(STEP))
        self._width.clicked.connect(self.view.fit_width)
        self._whole.clicked.connect(self.view.fit_page)
        self._save.clicked.connect(self.save)
        self._print.clicked.connect(self.print)
        self._close.clicked.connect(self.close)
        self.view.pageShown.connect(self._show_page)
        for keys, do in (
            (QKeySequence.StandardKey.Print, self.print),
            (QKeySequence.StandardKey.ZoomIn, lambda: self.view.zoom(STEP)),
            (QKeySequence.StandardKey.ZoomOut, lambda: self.view.zoom(1 / STEP)),
            (QKeySequence("Ctrl+0"), self.view.fit_width),
        ):
            QShortcut(keys, self).activated.connect(do)

    def _show_page(self, page: int, count: int) -> None:
        self._page.setText(self._kit.words("shell-page-of", page=page, count=count))
        self._previous.setEnabled(page > 1)
        self._next.setEnabled(page < count)

    def _print_on(self, printer: QPrinter) -> None:
        try:
            done = print_pages(printer, self.view.pdf)
        except PrintFailedError as error:
            self._message.tell(error)
            return
        text = self._kit.words("shell-printed", pages=done.pages, copies=done.copies)
        self._message.say(Message(text=text, tone=Tone.SUCCESS))
        self.printed.emit(done)

    def _save_chosen(self) -> None:
        path = self._ask_path(self, f"{self._job_name}.pdf")
        if not path:
            return
        try:
            save_whole(path, self._content)
        except SaveFailedError as error:
            self._message.tell(error)
            return
        self._message.say(Message(text=self._kit.words("shell-saved"), tone=Tone.SUCCESS))
        self.saved.emit()

    def _file_dialog(self, parent: QWidget, name: str) -> str:
        words = self._kit.words
        kind = f"{words('shell-pdf-files')} (*.pdf)"
        return ask_path(parent, words("shell-save-pdf"), name, kind)


def _print_dialog(printer: QPrinter, parent: QWidget) -> bool:
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
    return dialog.exec() == QDialog.DialogCode.Accepted
