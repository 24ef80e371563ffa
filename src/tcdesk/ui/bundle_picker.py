"""Files that came on a stick, to choose one from; the list follows the drives."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.services.arrivals import Arrival, Arrivals
from tcdesk.services.desk import Desk
from tcdesk.services.exchange_rows import PartyKind
from tcdesk.services.ports import Drives
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.stick_picker import LOOK_AGAIN, AskFolder, ask_folder
from tcdesk.ui.table import Table

KILOBYTE = 1000


def whatever(_arrival: Arrival) -> bool:
    """Show every file."""
    return True


class BundlePicker(QWidget):
    """A table of files; ``chosen`` tells the current one, ``openAsked`` the one to go on with."""

    chosen = Signal(object)  # Arrival or None
    openAsked = Signal(object)  # Arrival

    def __init__(
        self,
        kit: Kit,
        desk: Desk,
        drives: Drives,
        *,
        fits: Callable[[Arrival], bool] = whatever,
        state: Callable[[Arrival], str] | None = None,
        ask: AskFolder = ask_folder,
    ) -> None:
        """Make the table.

        Args:
            kit: What the window is built with.
            desk: The open vault, for who is known and what was taken.
            drives: The removable drives.
            fits: Which files are shown.
            state: Says what became of a file here; without it whether it was taken before.
            ask: Lets the person choose another folder.
        """
        super().__init__()
        self._kit = kit
        self._arrivals = Arrivals(desk)
        self._drives = drives
        self._fits = fits
        self._state = state or self._taken
        self._ask = ask
        self._folder: Path | None = None
        self._places: tuple[Path, ...] = ()
        words = kit.words
        self._rows: Rows[Arrival] = Rows(self._columns(), words, self)
        self.table = Table(
            self._rows,
            name=words("bundles-list"),
            empty=words("bundles-none"),
            empty_next=words("bundles-none.next"),
        )
        self.table.setMinimumHeight(190)
        again = button(words("stick-again"))
        other = button(words("stick-other"))
        again.clicked.connect(self.look)
        other.clicked.connect(self._choose_folder)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(again)
        row.addWidget(other)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        self.setFocusProxy(self.table)
        self.table.chosen.connect(self.chosen)
        self.table.openAsked.connect(self.openAsked)
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_AGAIN)
        self._looking.timeout.connect(self._look_if_changed)
        self._looking.start()
        self.look()

    @property
    def current(self) -> Arrival | None:
        """Give the chosen file."""
        return self.table.current

    @property
    def shown(self) -> Sequence[Arrival]:
        """Give the files in the order shown."""
        return self._rows.values()

    def path(self) -> Path:
        """Give the path of the chosen file.

        Raises:
            RuleBrokenError: ``file-not-chosen``.
        """
        if self.current is None:
            raise RuleBrokenError("file-not-chosen")
        return self.current.path

    def look(self) -> None:
        """Look for files anew."""
        drives = tuple(drive.folder for drive in self._drives.removable())
        self._places = drives
        folders = (*drives, self._folder) if self._folder else drives
        self._kit.jobs.run(
            self, lambda: self._arrivals.within(folders), done=self._show, lane="reader"
        )

    def set_folder(self, folder: Path) -> None:
        """Look into a folder besides the drives."""
        self._folder = folder
        self.look()

    def select(self, path: Path) -> None:
        """Choose a file."""
        self.table.select_value(lambda one: one.path == path)

    def redraw(self) -> None:
        """Say again what became of the files."""
        self._show(self._rows.values())

    def _look_if_changed(self) -> None:
        now = tuple(drive.folder for drive in self._drives.removable()) if self.isVisible() else ()
        if self.isVisible() and now != self._places:
            self.look()

    def _choose_folder(self) -> None:
        folder = self._ask(self, self._kit.words("stick-other-title"))
        if folder is not None:
            self.set_folder(folder)

    def _show(self, found: Sequence[Arrival]) -> None:
        before = self.current
        self._rows.show([one for one in found if self._fits(one)])
        if before is not None:
            self.select(before.path)
        elif len(self._rows.values()) == 1:
            self.table.selectRow(0)

    def _columns(self) -> list[Column[Arrival]]:
        words = self._kit.words
        return [
            Column(key="sender", title=words("bundles-sender"), text=self._sender),
            Column(
                key="seq",
                title=words("bundles-seq"),
                text=lambda one: str(one.seq) if one.seq else "–",
                order=lambda one: one.seq,
                number=True,
            ),
            Column(
                key="file",
                title=words("bundles-file"),
                text=lambda one: one.path.name,
                tooltip=lambda one: str(one.path),
                width=28,
                stretch=True,
            ),
            Column(
                key="size",
                title=words("bundles-size"),
                text=lambda one: words(
                    "bundles-kilobytes", size=words.number(max(1, one.size / KILOBYTE))
                ),
                order=lambda one: one.size,
                number=True,
            ),
            Column(key="state", title=words("bundles-state"), text=self._state),
        ]

    def _sender(self, arrival: Arrival) -> str:
        if arrival.sender is None:
            return self._kit.words("bundles-unknown")
        if arrival.sender.kind is PartyKind.OFFICE:
            return self._kit.words("party-office")
        return arrival.sender.code

    def _taken(self, arrival: Arrival) -> str:
        return self._kit.words("bundles-taken" if arrival.taken else "bundles-new")
