"""Shows a session's sheet ready to be printed, and puts every print on record."""

from functools import partial

from tcdesk.domain.ids import SessionId
from tcdesk.domain.sheets import PrintTarget
from tcdesk.services.sheets import Sheet, Sheets
from tcdesk.ui.jobs import Changed
from tcdesk.ui.page import Page
from tcdesk.ui.preview import Preview
from tcdesk.ui.printing import Printed, Target

_TOPICS = frozenset({"sessions"})


def print_sheet(page: Page, sheets: Sheets, session: SessionId) -> None:
    """Draw the sheet of a session and open its preview over the page.

    Args:
        page: Where it was asked for; trouble is told there.
        sheets: Draws the sheet and keeps the log of prints.
        session: Whose sheet.
    """
    page.kit.jobs.run(
        page,
        lambda: sheets.draw(session),
        done=partial(_preview, page, sheets),
        failed=page.tell,
        lane="reader",
    )


def _preview(page: Page, sheets: Sheets, sheet: Sheet) -> None:
    try:
        preview = Preview(
            page.kit, page, content=sheet.pdf, title=page.kit.words("today-sheet-title")
        )
    except Exception as error:  # noqa: BLE001 - whatever the drawn document lacks is told in place
        page.tell(error)
        return

    def log(target: PrintTarget) -> Changed[None]:
        sheets.printed(sheet, target)
        return Changed(None, _TOPICS)

    def record(target: PrintTarget) -> None:
        page.kit.jobs.run(page, lambda: log(target), failed=page.tell)

    def on_printed(done: Printed) -> None:
        record(PrintTarget.FILE if done.target is Target.FILE else PrintTarget.PRINTER)

    preview.printed.connect(on_printed)
    preview.saved.connect(lambda: record(PrintTarget.FILE))
    preview.open()
    page.kit.jobs.run(page, lambda: sheets.seen(sheet), failed=page.tell)
