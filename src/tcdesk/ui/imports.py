"""The office takes bundles in: choose a file, look at the dry run, take it or leave it."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from tcdesk.services.arrivals import Arrival
from tcdesk.services.desk import Desk
from tcdesk.services.exchange_rows import BundleIn
from tcdesk.services.imports import Finding, Imports
from tcdesk.services.workplace import Workplace
from tcdesk.ui.bundle_picker import BundlePicker
from tcdesk.ui.icons import Icon
from tcdesk.ui.import_finding import FindingCard
from tcdesk.ui.jobs import Changed, JobCancelledError, Progress
from tcdesk.ui.kit import Kit
from tcdesk.ui.page import Action, Page

Outcome = Finding | Exception


class ImportsPage(Page):
    """Files above, what becomes of the chosen one below."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(kit, key="imports", title=kit.words("imports-title"), icon=Icon.IMPORT)
        self._imports = Imports(desk, place.intake)
        self._finding: Finding | None = None  # looked at, not taken yet
        self._outcomes: dict[Path, Outcome] = {}  # of this sitting: taken, or refused
        self._progress: Progress | None = None
        self.picker = BundlePicker(kit, desk, place.drives, state=self._state)
        self.card = FindingCard(kit)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self.picker, 2)
        column.addWidget(self.card, 3)
        self.setFocusProxy(self.picker)
        self.picker.chosen.connect(self._choose)
        self.picker.openAsked.connect(lambda _arrival: self.go_on())
        self.card.agreed.connect(lambda: self._look(agreed=True))
        self.card.stopAsked.connect(self._stop)
        kit.jobs.run(self, self._imports.tidy, failed=self.tell)

    @override
    def actions_shown(self) -> tuple[Action, ...]:
        words, current = self.kit.words, self.picker.current
        idle = self._progress is None
        done = current is not None and isinstance(self._outcomes.get(current.path), Finding)
        name = "take" if self._finding else "next" if done else "look"
        ready = idle and (self._next() is not None if name == "next" else current is not None)
        return (
            Action(
                text=words(f"imports-{name}"),
                do=self.go_on,
                icon=Icon.IMPORT if name == "take" else Icon.SEARCH,
                primary=True,
                enabled=ready,
            ),
        )

    @override
    def refresh(self) -> None:
        self.picker.look()

    def go_on(self) -> None:
        """Do what comes next: look, take, or go to the next file."""
        current = self.picker.current
        if current is None or self._progress is not None:
            return
        if self._finding is not None:
            self._take(self._finding, current.path)
        elif isinstance(self._outcomes.get(current.path), Finding):
            following = self._next()
            if following is not None:
                self.picker.select(following.path)
                self._look()
        else:
            self._look()

    def _next(self) -> Arrival | None:
        """Give the next file that was neither taken nor refused."""
        waiting = (one for one in self.picker.shown if not one.taken)
        return next((one for one in waiting if one.path not in self._outcomes), None)

    def _choose(self, arrival: Arrival | None) -> None:
        if self._progress is not None:
            return
        self._drop()
        outcome = self._outcomes.get(arrival.path) if arrival else None
        match outcome:
            case Finding():
                self.card.show_taken(outcome)
            case Exception():
                self.card.show_refused(outcome)
            case None:
                self.card.show_nothing(chosen=arrival is not None)
        self.actionsChanged.emit()

    def _look(self, *, agreed: bool = False) -> None:
        current = self.picker.current
        if current is None:
            return
        path, imports = current.path, self._imports

        def look(progress: Progress) -> Finding:
            rows = _Rows(progress)
            return imports.look(path, agreed=agreed, progress=rows.read, expect=rows.expect)

        self.card.show_work(self.kit.words("imports-looking", file=path.name))
        self._progress = self.kit.jobs.run_long(
            self,
            look,
            done=partial(self._found, path),
            failed=partial(self._refused, path),
            measured=self.card.measured,
        )
        self.picker.setEnabled(False)
        self.actionsChanged.emit()

    def _found(self, path: Path, finding: Finding) -> None:
        self._outcomes.pop(path, None)
        self._finding = finding
        self._end_work()
        self.card.show_finding(finding)

    def _refused(self, path: Path, error: Exception) -> None:
        self._end_work()
        if isinstance(error, JobCancelledError):
            self.card.show_nothing(chosen=True)
            return
        self._outcomes[path] = error
        self.card.show_refused(error)
        self.picker.redraw()

    def _take(self, finding: Finding, path: Path) -> None:
        imports = self._imports

        def take(progress: Progress) -> Changed[BundleIn]:
            rows = _Rows(progress)
            rows.expect(sum(entry.rows for entry in finding.manifest.files))
            return Changed(imports.take(finding, rows.read), frozenset({"exchange"}))

        self._finding = None  # taken or refused: the service drops its copy either way
        self.card.show_work(self.kit.words("imports-taking", file=path.name))
        self._progress = self.kit.jobs.run_long(
            self,
            take,
            done=lambda _taken: self._taken(path, finding),
            failed=partial(self._refused, path),
            measured=self.card.measured,
        )
        self.picker.setEnabled(False)
        self.actionsChanged.emit()

    def _taken(self, path: Path, finding: Finding) -> None:
        self._outcomes[path] = finding
        self._end_work()
        self.card.show_taken(finding)
        self.picker.look()

    def _end_work(self) -> None:
        self._progress = None
        self.picker.setEnabled(True)
        self.picker.setFocus()
        self.actionsChanged.emit()

    def _stop(self) -> None:
        if self._progress is not None:
            self._progress.cancel()

    def _drop(self) -> None:
        if self._finding is not None:
            finding, self._finding = self._finding, None
            self.kit.jobs.run(self, lambda: self._imports.leave(finding), failed=self.tell)

    def _state(self, arrival: Arrival) -> str:
        words = self.kit.words
        outcome = self._outcomes.get(arrival.path)
        if isinstance(outcome, Finding) or arrival.taken:
            return f"✓ {words('imports-state-taken')}"
        if outcome is not None:
            return f"✕ {words('imports-state-refused')}"
        return words("imports-state-new")


class _Rows:
    """Turns rows read into a part of one."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._total = 0

    def expect(self, rows: int) -> None:
        self._total = rows

    def read(self, rows: int) -> None:
        self._progress(rows / self._total if self._total else 0.0)
