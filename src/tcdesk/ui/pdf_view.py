"""Shows PDF bytes from memory: pages, zoom; a document never has to be a file."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tcdesk.domain.errors import WeErredError

STEP = 1.25
SMALLEST, LARGEST = 0.25, 4.0


class PdfUnreadableError(WeErredError):
    """The bytes that we made are not a PDF that can be shown."""

    code = "pdf-unreadable"


class PdfView(QPdfView):
    """Every page below the other; ``pageShown`` tells which one is in sight."""

    pageShown = Signal(int, int)  # page from 1, count
    zoomShown = Signal(int)  # percent

    def __init__(self, content: bytes, *, name: str, parent: QWidget) -> None:
        """Load a document.

        Args:
            content: The PDF.
            name: What screen readers call the view.
            parent: The widget it stands in; it owns the document.

        Raises:
            PdfUnreadableError: The bytes are not a readable PDF.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        # Not a child of the view: Qt 6.12 crashes when a view takes its document with it.
        self._document = QPdfDocument(parent)
        # The document reads from the buffer as long as it lives, so the buffer is its child.
        buffer = QBuffer(self._document)
        buffer.setData(QByteArray(content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(buffer)
        if self._document.status() != QPdfDocument.Status.Ready or not self._document.pageCount():
            raise PdfUnreadableError
        self.setDocument(self._document)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pageNavigator().currentPageChanged.connect(self._tell_page)
        self.zoomFactorChanged.connect(self._tell_zoom)

    @property
    def pdf(self) -> QPdfDocument:
        """Give the loaded document, for printing."""
        return self._document

    @property
    def page(self) -> int:
        """Give the page in sight, from 1."""
        return self.pageNavigator().currentPage() + 1

    def go(self, page: int) -> None:
        """Show the top of a page, from 1."""
        bounded = max(1, min(page, self._document.pageCount()))
        self.pageNavigator().jump(bounded - 1, QPointF(), self.zoomFactor())

    def zoom(self, factor: float) -> None:
        """Make everything larger or smaller by a factor."""
        now = self.shown_zoom()
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(max(SMALLEST, min(LARGEST, now * factor)))

    def fit_width(self) -> None:
        """Let a page be as wide as the view."""
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def fit_page(self) -> None:
        """Let a whole page be seen."""
        self.setZoomMode(QPdfView.ZoomMode.FitInView)

    def shown_zoom(self) -> float:
        """Give the factor at which pages are drawn now, whatever the mode."""
        size = self._document.pagePointSize(self.page - 1)
        dots = self.logicalDpiX() / 72
        room = self.viewport().size()
        margins = self.documentMargins()
        wide = (room.width() - margins.left() - margins.right()) / (size.width() * dots)
        tall = (room.height() - self.pageSpacing()) / (size.height() * dots)
        match self.zoomMode():
            case QPdfView.ZoomMode.FitToWidth:
                return wide
            case QPdfView.ZoomMode.FitInView:
                return min(wide, tall)
            case _:
                return self.zoomFactor()

    def _tell_page(self, page: int) -> None:
        self.pageShown.emit(page + 1, self._document.pageCount())

    def _tell_zoom(self, factor: float) -> None:
        self.zoomShown.emit(round(factor * 100))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_PageDown:
                self.go(self.page + 1)
            case Qt.Key.Key_PageUp:
                self.go(self.page - 1)
            case Qt.Key.Key_Home:
                self.go(1)
            case Qt.Key.Key_End:
                self.go(self._document.pageCount())
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                step = 48 if event.key() == Qt.Key.Key_Down else -48
                bar.setValue(bar.value() + step)
            case _:
                super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.zoom(STEP if event.angleDelta().y() > 0 else 1 / STEP)
            event.accept()
        else:
            super().wheelEvent(event)
