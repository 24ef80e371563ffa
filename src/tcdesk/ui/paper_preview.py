"""Draws a document in the reader lane and shows it ready to be printed."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from tcdesk.ui.kit import Kit
from tcdesk.ui.preview import Preview
from tcdesk.ui.printing import Printed, Target


class Way(StrEnum):
    """How a document left the preview."""

    PRINT = "print"
    PDF = "pdf"


def show_paper(
    kit: Kit,
    owner: QWidget,
    draw: Callable[[], bytes],
    *,
    title: str,
    failed: Callable[[Exception], None],
    left: Callable[[Way], None] | None = None,
    shown: Callable[[], None] | None = None,
) -> None:
    """Open the preview of a document over the window of a widget.

    Args:
        kit: What the window is built with.
        owner: Who asks.
        draw: Makes the PDF; runs in the reader lane.
        title: What it is, in neutral words.
        failed: Is told what went wrong.
        left: Is told that it was printed or saved, to put it on record.
        shown: Is told that it is on the screen, to put that on record.
    """

    def show(content: bytes) -> None:
        try:
            preview = Preview(kit, owner.window(), content=content, title=title)
        except Exception as error:  # noqa: BLE001 - whatever the drawn document lacks is told in place
            failed(error)
            return

        def on_printed(done: Printed) -> None:
            record(Way.PDF if done.target is Target.FILE else Way.PRINT)

        preview.printed.connect(on_printed)
        preview.saved.connect(lambda: record(Way.PDF))
        preview.open()
        if shown is not None:
            shown()

    def record(way: Way) -> None:
        if left is not None:
            left(way)

    kit.jobs.run(owner, draw, done=show, failed=failed, lane="reader")
