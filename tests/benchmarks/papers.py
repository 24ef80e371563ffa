"""Two hundred session sheets against bare ReportLab drawing the very same marks."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from tests.benchmarks.measure import Ratio, ratio

from tcdesk.documents import page
from tcdesk.documents.paper import DrawnPaper
from tcdesk.services.papers import Foot, FunderHead, GroupSheet, SheetHead, SheetMember
from tcdesk.workstation import places
from tcdesk.workstation.words import Catalogue

SHEETS = 200
MEMBERS = 12
MARKS = (
    "setFont", "setFillColor", "setStrokeColor", "setLineWidth", "drawString", "drawRightString",
    "drawCentredString", "line", "rect", "drawPath", "bookmarkPage", "addOutlineEntry", "setTitle",
    "setCreator", "setViewerPreference", "showPage", "saveState", "restoreState", "translate",
    "scale", "rotate",
)  # fmt: skip

Mark = tuple[str, tuple[Any, ...], dict[str, Any]]


class _Noting(Canvas):  # type: ignore[misc]  # ReportLab tells no types
    """A canvas that notes what is drawn on it, not what one drawing calls of another."""

    drawn: list[Mark]

    def __init__(self, *arguments: Any, **named: Any) -> None:
        self.drawn = []
        self._deep = 1
        super().__init__(*arguments, **named)
        self._deep = 0
        for name in MARKS:
            setattr(self, name, self._noted(name, getattr(self, name)))

    def _noted(self, name: str, draw: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*arguments: Any, **named: Any) -> Any:
            if not self._deep:
                self.drawn.append((name, arguments, named))
            self._deep += 1
            try:
                return draw(*arguments, **named)
            finally:
                self._deep -= 1

        return noted


def sheets() -> Sequence[Ratio]:
    """Time both; the bare one neither measures nor breaks a text, nor counts its pages first."""
    paper = DrawnPaper(places.resources() / "fonts", Catalogue(places.translations(), "sl"))
    sheet = _sheet()
    marks = _marks(paper, sheet)

    def ours() -> None:
        for _ in range(SHEETS):
            paper.group_sheet(sheet)

    def bare() -> None:
        for _ in range(SHEETS):
            _draw(marks)

    return [ratio(f"{SHEETS} session sheets", f"{MEMBERS} members", ours, bare, times=3)]


def _marks(paper: DrawnPaper, sheet: GroupSheet) -> Sequence[Mark]:
    """Give what one sheet is made of: of its two drawings the second, whose pages are counted."""
    canvases: list[_Noting] = []

    class Kept(_Noting):
        def __init__(self, *arguments: Any, **named: Any) -> None:
            super().__init__(*arguments, **named)
            canvases.append(self)

    vars(page)["Canvas"] = Kept  # for the length of one drawing
    try:
        paper.group_sheet(sheet)
    finally:
        vars(page)["Canvas"] = Canvas
    return canvases[-1].drawn


def _draw(marks: Sequence[Mark]) -> bytes:
    made = BytesIO()
    canvas = Canvas(made, pagesize=(595.27, 841.89), invariant=1, pageCompression=1)
    for name, arguments, named in marks:
        getattr(canvas, name)(*arguments, **named)
    canvas.save()
    return made.getvalue()


def _sheet() -> GroupSheet:
    return GroupSheet(
        head=SheetHead(
            funder=FunderHead(
                eu_emblem=True,
                statement="Sofinancira Evropska unija",
                operation="Celostna obravnava in obvladovanje odvisnosti v okviru zapora",
            ),
            title="Soočevalna skupina",
            day=date(2026, 11, 24),
            start=600,
            minutes=90,
            room="Prostor 2",
            leaders=("M. Novak", "P. Zupan"),
            code="7K4-Q2M",
            foot=Foot(
                printed_by="M. Novak",
                printed_at=datetime(2026, 11, 24, 8, tzinfo=UTC),
                anchor="3f9a0c21bd",
            ),
        ),
        as_of=date(2026, 11, 24),
        members=tuple(
            SheetMember(name=f"Kovač-Ružić Ždralka {n}", code=f"DOB-{n:04}", risk=n % 4 == 1)
            for n in range(MEMBERS)
        ),
    )
