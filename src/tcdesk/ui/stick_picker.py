"""Where a file goes or comes from: the removable drives as they are now, or another folder."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.services.export_flow import Goal
from tcdesk.services.ports import Drive, Drives
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import ICON, button, label

GIGABYTE = 1_000_000_000
LOOK_AGAIN = 2000  # ms between looks, only while the picker is on the screen
AskFolder = Callable[[QWidget, str], Path | None]


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """Let the person choose a folder with the system's dialog."""
    chosen = QFileDialog.getExistingDirectory(parent, title)
    return Path(chosen) if chosen else None


class StickPicker(QWidget):
    """A list of drives; the only usable one is chosen by itself. ``changed`` when they change."""

    changed = Signal()

    def __init__(
        self, kit: Kit, drives: Drives, *, writing: bool = True, ask: AskFolder = ask_folder
    ) -> None:
        """Make the list.

        Args:
            kit: What the window is built with.
            drives: The removable drives.
            writing: Whether something will be written; write-protected drives cannot be chosen.
            ask: Lets the person choose another folder.
        """
        super().__init__()
        self._kit = kit
        self._drives = drives
        self._writing = writing
        self._ask = ask
        self._shown: tuple[Drive, ...] = ()
        self._goals: list[Goal | None] = []
        self._folder: Path | None = None
        words = kit.words
        self._list = QListWidget()
        self._list.setAccessibleName(words("stick-list"))
        self._list.setIconSize(ICON)
        self._list.setMinimumHeight(132)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._none = label(words("stick-none"), "muted", wrap=True)
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
        column.addWidget(self._list)
        column.addWidget(self._none)
        column.addLayout(row)
        self.setFocusProxy(self._list)
        self._list.currentRowChanged.connect(lambda _row: self.changed.emit())
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_AGAIN)
        self._looking.timeout.connect(self._look_if_shown)
        self._looking.start()
        self.look()

    def goal(self) -> Goal | None:
        """Give what is chosen."""
        row = self._list.currentRow()
        return self._goals[row] if 0 <= row < len(self._goals) else None

    def chosen(self) -> Goal:
        """Give what is chosen.

        Raises:
            RuleBrokenError: ``stick-not-chosen``.
        """
        goal = self.goal()
        if goal is None:
            raise RuleBrokenError("stick-not-chosen")
        return goal

    def folders(self) -> list[Path]:
        """Give every folder that is shown."""
        chosen = [self._folder] if self._folder else []
        return [*(drive.folder for drive in self._shown), *chosen]

    def look(self) -> None:
        """Look for drives anew."""
        self._shown = self._drives.removable()
        self._draw()

    def set_folder(self, folder: Path) -> None:
        """Offer a folder besides the drives, and choose it."""
        self._folder = folder
        self._draw()
        self._list.setCurrentRow(len(self._goals) - 1)

    def _look_if_shown(self) -> None:
        if self.isVisible() and self._drives.removable() != self._shown:
            self.look()

    def _choose_folder(self) -> None:
        folder = self._ask(self, self._kit.words("stick-other-title"))
        if folder is not None:
            self.set_folder(folder)

    def _draw(self) -> None:
        before = self.goal()
        self._list.blockSignals(True)
        self._list.clear()
        self._goals = []
        for drive in self._shown:
            usable = not (self._writing and drive.read_only)
            self._add(
                self._told(drive), Icon.STICK, Goal(folder=drive.folder, drive=drive), usable=usable
            )
        if self._folder:
            text = self._kit.words("stick-folder", folder=str(self._folder))
            self._add(text, Icon.FOLDER, Goal(folder=self._folder, drive=None), usable=True)
        self._none.setVisible(not self._shown)
        rows = [row for row, goal in enumerate(self._goals) if goal is not None]
        same = [row for row in rows if before and _place(self._goals[row]) == before.folder]
        if same or len(rows) == 1:
            self._list.setCurrentRow((same or rows)[0])
        self._list.blockSignals(False)
        self.changed.emit()

    def _add(self, text: str, icon: Icon, goal: Goal, *, usable: bool) -> None:
        item = QListWidgetItem(self._kit.icons(icon, "text" if usable else "faint"), text)
        item.setToolTip(str(goal.folder))
        if not usable:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._list.addItem(item)
        self._goals.append(goal if usable else None)

    def _told(self, drive: Drive) -> str:
        words = self._kit.words
        name = f"{drive.label} ({drive.folder})" if drive.label else str(drive.folder)
        free = words.number(drive.free_bytes / GIGABYTE, 1)
        told = words("stick-drive", name=name, size=free)
        return f"{told} · {words('stick-read-only')}" if drive.read_only else told


def _place(goal: Goal | None) -> Path | None:
    return goal.folder if goal else None
