"""What is asked before a paper is drawn: a short form in front of the page, then the preview."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from tcdesk.ui.forms import Form
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.paper_preview import Way, show_paper

WIDTH = 520  # logical pixels
PRINTS = frozenset({"prints"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """A paper that was asked for: how it is drawn, and what puts it on record.

    ``left`` is called with ``show``, ``print`` or ``pdf``; ``title`` is neutral.
    """

    title: str
    draw: Callable[[], bytes]
    left: Callable[[str], None]


def show_leaving(
    kit: Kit, owner: QWidget, leaving: Leaving, failed: Callable[[Exception], None]
) -> None:
    """Draw a paper, show it ready to be printed, and put on record what happens to it."""

    def record(way: str) -> None:
        def put() -> Changed[None]:
            leaving.left(way)
            return Changed(None, PRINTS)

        kit.jobs.run(owner, put, failed=failed)

    def left(way: Way) -> None:
        record(way.value)

    show_paper(
        kit,
        owner,
        leaving.draw,
        title=leaving.title,
        failed=failed,
        left=left,
        shown=lambda: record("show"),
    )


class PaperDialog(QDialog):
    """Asks what a paper is to hold; what is wrong is told in place."""

    def __init__(
        self,
        kit: Kit,
        parent: QWidget,
        *,
        title: str,
        form: Form,
        ready: Callable[[], Leaving | None],
        why: str = "",
    ) -> None:
        """Show a form.

        Args:
            kit: What the window is built with.
            parent: The window it belongs to.
            title: Which paper.
            form: What is asked.
            ready: Gives what is to be drawn; None when a field is wrong (told there).
            why: A sentence below the title.
        """
        super().__init__(parent)
        self._kit = kit
        self._ready = ready
        words = kit.words
        self.setWindowTitle(words("shell-program"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self.setMinimumWidth(WIDTH)
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.preview = button(words("paper-preview"), "primary")
        close = button(words("shell-close"))
        for press in (self.preview, close):
            press.setAutoDefault(press is self.preview)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(title, "section"))
        if why:
            column.addWidget(label(why, "muted", wrap=True))
        column.addWidget(form)
        column.addWidget(self.error)
        column.addLayout(row)
        self.preview.clicked.connect(self._show)
        close.clicked.connect(self.reject)
        form.focus_first()

    def _show(self) -> None:
        self.error.hide()
        leaving = self._ready()
        if leaving is not None:
            show_leaving(self._kit, self, leaving, self._tell)

    def _tell(self, error: Exception) -> None:
        self.error.setText(" ".join(self._kit.trouble.tell(error)))
        self.error.show()
