"""The wizard that takes people out of a spreadsheet, and takes an import back.

Begin ─ read ─▶ Columns ─ plan ─▶ Checked ─ take ─▶ Done
  └─ undo ─▶ Undone
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import assert_never

from PySide6.QtWidgets import QWidget

from tcdesk.domain.people_import import ImportBatch
from tcdesk.services.desk import Desk
from tcdesk.services.import_layout import Layout
from tcdesk.services.import_plan import Plan
from tcdesk.services.people_import import BatchLine, PeopleImport
from tcdesk.services.spreadsheet_rows import RawSheet
from tcdesk.services.workplace import Workplace
from tcdesk.ui.forms import Form
from tcdesk.ui.jobs import Progress
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label
from tcdesk.ui.people_import_columns import ColumnsStep
from tcdesk.ui.people_import_file import FileStep
from tcdesk.ui.people_import_rows import RowsStep
from tcdesk.ui.stacked import stacked
from tcdesk.ui.wizard import Step, Wizard

TOPICS = frozenset({"people"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    """Which file; what was imported before."""

    earlier: Sequence[BatchLine] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The file is read; which column holds what."""

    path: Path = field(repr=False)
    sheet: RawSheet = field(repr=False)
    layout: Layout = field(repr=False)
    earlier: Sequence[BatchLine] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The dry run."""

    before: Columns = field(repr=False)
    plan: Plan = field(repr=False)


@dataclass(frozen=True, slots=True)
class Done:
    """Taken."""

    batch: ImportBatch


@dataclass(frozen=True, slots=True)
class Undone:
    """Taken back."""

    batch: ImportBatch


State = Begin | Columns | Checked | Done | Undone


def import_wizard(
    kit: Kit, parent: QWidget, desk: Desk, place: Workplace, earlier: Sequence[BatchLine]
) -> Wizard[State]:
    """Make the window; ``earlier`` are the imports that were made."""
    words = kit.words
    drawing = _Drawing(kit, desk, place)
    wizard = Wizard[State](
        kit,
        parent,
        title=words("people-import-title"),
        steps=[words(f"import-step-{one}") for one in ("file", "columns", "check", "done")],
        first=Begin(earlier=earlier),
        draw=drawing.draw,
    )
    drawing.belongs_to(wizard)
    return wizard


class _Drawing:
    """Chooses the widget of every state."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        self._kit = kit
        self._people = PeopleImport(desk, kit.words)
        self._place = place
        self._wizard: Wizard[State] | None = None

    def belongs_to(self, wizard: Wizard[State]) -> None:
        """Take the window, which a step with a button of its own lets go on."""
        self._wizard = wizard

    def _go_on(self) -> None:
        if self._wizard is not None:
            self._wizard.go_on()

    def draw(self, state: State) -> Step[State]:
        """Draw a state."""
        match state:
            case Begin():
                return self._begin(state)
            case Columns():
                return self._columns(state)
            case Checked():
                return self._checked(state)
            case Done():
                return self._done(state.batch)
            case Undone():
                return self._undone(state.batch)
            case _:
                assert_never(state)

    def _begin(self, state: Begin) -> Step[State]:
        words = self._kit.words
        view = FileStep(self._kit, state.earlier, self._go_on)

        def take() -> Callable[[Progress], State] | None:
            if view.undoing is not None:
                return self._undo(view.undoing.batch.id)
            path = view.path()
            if path is None:
                return None
            return self._read(path, state.earlier)

        return Step[State](
            place=0,
            title=words("import-file-title"),
            lead=words("import-file-lead"),
            widget=view,
            take=take,
            forward=words("import-file-read"),
        )

    def _read(self, path: Path, earlier: Sequence[BatchLine]) -> Callable[[Progress], State]:
        def read(progress: Progress) -> State:
            sheet = self._place.sheet_reader.read(path, progress)
            layout = self._people.layout(sheet)
            return Columns(path=path, sheet=sheet, layout=layout, earlier=earlier)

        return read

    def _undo(self, batch: str) -> Callable[[Progress], State]:
        jobs = self._kit.jobs

        def undo(progress: Progress) -> State:
            made = self._people.undo(batch, progress)
            jobs.changed.emit(TOPICS)
            return Undone(made)

        return undo

    def _columns(self, state: Columns) -> Step[State]:
        words = self._kit.words
        programmes = self._people.programmes
        reader = self._place.sheet_reader
        view = ColumnsStep(
            self._kit,
            state.sheet,
            state.layout,
            programmes=programmes,
            read=lambda encoding, sheet, progress: reader.read(
                state.path, progress, encoding=encoding, sheet=sheet
            ),
            guess=self._people.layout,
        )

        def take() -> Callable[[Progress], State]:
            sheet, layout = view.sheet, view.chosen()

            def plan(progress: Progress) -> State:
                now = Columns(path=state.path, sheet=sheet, layout=layout, earlier=state.earlier)
                return Checked(before=now, plan=self._people.plan(sheet, layout, progress))

            return plan

        return Step[State](
            place=1,
            title=words("import-columns-title"),
            lead=words("import-columns-lead"),
            widget=view,
            take=take,
            back=lambda: Begin(earlier=state.earlier),
            lane="reader",
        )

    def _checked(self, state: Checked) -> Step[State]:
        words, jobs = self._kit.words, self._kit.jobs
        view = RowsStep(self._kit, state.plan, self._place)

        def take() -> Callable[[Progress], State]:
            choices = view.choices()

            def write(progress: Progress) -> State:
                batch = self._people.take(state.plan, choices, progress)
                jobs.changed.emit(TOPICS)
                return Done(batch)

            return write

        return Step[State](
            place=2,
            title=words("import-check-title"),
            lead=words("import-check-lead"),
            widget=view,
            take=take,
            forward=words("import-take"),
            back=lambda: state.before,
        )

    def _done(self, batch: ImportBatch) -> Step[State]:
        words = self._kit.words
        form = Form(labels=220)
        for key, count in (
            ("added", batch.added),
            ("joined", batch.joined),
            ("left", batch.left_out),
            ("refused", batch.refused),
        ):
            form.add(words(f"import-done-{key}"), label(words.number(count), "strong"))
        return Step[State](
            place=3,
            title=words("import-done-title"),
            widget=stacked(form, label(words("import-done-hint"), "muted", wrap=True)),
            cancel=words("shell-close"),
        )

    def _undone(self, batch: ImportBatch) -> Step[State]:
        words = self._kit.words
        told = (
            words("import-earlier-undone-stayed", stayed=batch.stayed)
            if batch.stayed
            else words("import-undone-all")
        )
        return Step[State](
            place=3,
            title=words("import-undone-title"),
            widget=stacked(label(told[:1].upper() + told[1:], wrap=True)),
            cancel=words("shell-close"),
        )
