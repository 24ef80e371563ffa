"""Backups: the verified ones on this disk, one more now, one on a drive that is carried away."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar
from typing_extensions import override

from tcdesk.services.backup_made import BackupMade
from tcdesk.services.backups import BackupList, Backups, moment
from tcdesk.services.desk import Desk
from tcdesk.services.ports import Drive
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card
from tcdesk.ui.fields import Choice, ChoiceField
from tcdesk.ui.jobs import Changed, Progress
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.settings_section import Section
from tcdesk.ui.table import Table

MEGABYTE = 1_000_000
LOOK_AGAIN = 3000  # ms between looks for a drive, only while the section is on the screen


class BackupSection(Section):
    """Every backup in the list was opened again and counted; others do not exist for anybody."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(kit, desk, place)
        self._drives: dict[str, Drive] = {}
        self._progress: Progress | None = None
        self.column.addWidget(self._carry_card())
        self.column.addWidget(self._list_card(), 1)
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_AGAIN)
        self._looking.timeout.connect(self._look_for_drives)
        self._looking.start()

    @override
    def refresh(self) -> None:
        backups = Backups(self.desk)
        self.kit.jobs.run(self, backups.all, done=self._show, failed=self.tell, lane="reader")
        self._offer_drives(self.place.drives.removable())

    def _carry_card(self) -> Card:
        words = self.kit.words
        card = Card(words("backup-carry"))
        self._carried = label("", wrap=True)
        self._drive = ChoiceField(blank=words("backup-no-drive"))
        self._drive.setAccessibleName(words("backup-drive"))
        self._drive.setMinimumWidth(240)
        self._copy = button(words("backup-carry-now"))
        self._copy.clicked.connect(self._carry)
        row = QHBoxLayout()
        row.addWidget(self._drive)
        row.addWidget(self._copy)
        row.addStretch(1)
        card.body.addWidget(self._carried)
        card.body.addLayout(row)
        card.body.addWidget(label(words("backup-carry.hint"), "small", wrap=True))
        self._drive.changed.connect(self._offer)
        return card

    def _list_card(self) -> Card:
        words = self.kit.words
        self._rows: Rows[BackupMade] = Rows(
            (
                Column(key="at", title=words("backup-at"), text=self._when, stretch=True),
                Column(key="size", title=words("backup-size"), text=self._size, number=True),
                Column(
                    key="rows",
                    title=words("backup-rows"),
                    text=lambda one: words.number(one.rows),
                    number=True,
                ),
                Column(
                    key="state",
                    title=words("backup-state"),
                    text=lambda _one: words("backup-verified"),
                ),
            ),
            words,
            self,
        )
        table = Table(
            self._rows,
            name=words("settings-backups"),
            empty=words("backup-none"),
            empty_next=words("backup-none.next"),
        )
        table.setMinimumHeight(200)
        self._now = button(words("backup-now"), "primary")
        self._now.clicked.connect(self._make)
        self._stop = button(words("shell-cancel"), "quiet")
        self._stop.clicked.connect(self._cancel)
        self._measure = QProgressBar()
        self._measure.setRange(0, 1000)
        self._measure.setTextVisible(False)
        self._measure.setAccessibleName(words("shell-progress"))
        row = QHBoxLayout()
        row.addWidget(self._measure, 1)
        row.addWidget(self._stop)
        row.addStretch(1)
        row.addWidget(self._now)
        card = Card(words("settings-backups"))
        card.body.addWidget(label(words("backup-kept"), "muted", wrap=True))
        card.body.addWidget(table, 1)
        card.body.addLayout(row)
        self._at_work(progress=None)
        return card

    def _show(self, found: BackupList) -> None:
        self._rows.show(found.here)
        self._carried.setText(self._age(found.carried_at))

    def _age(self, carried: datetime | None) -> str:
        words = self.kit.words
        if carried is None:
            return words("backup-never-carried")
        days = max(0, (self.kit.clock.now() - carried).days)
        return words("backup-carried", at=words.moment(carried), count=days)

    def _when(self, made: BackupMade) -> str:
        return self.kit.words.moment(moment(made.at))

    def _size(self, made: BackupMade) -> str:
        return self.kit.words(
            "backup-megabytes", size=self.kit.words.number(made.size / MEGABYTE, 1)
        )

    def _look_for_drives(self) -> None:
        if self.isVisible() and self._progress is None:
            self._offer_drives(self.place.drives.removable())

    def _offer_drives(self, drives: tuple[Drive, ...]) -> None:
        words = self.kit.words
        found = {str(drive.folder): drive for drive in drives if not drive.read_only}
        if found.keys() != self._drives.keys():
            self._drives = found
            self._drive.set_choices(
                [
                    Choice(
                        code=folder,
                        label=words(
                            "backup-drive-free",
                            name=drive.label or folder,
                            size=words.number(drive.free_bytes / MEGABYTE / 1000, 1),
                        ),
                    )
                    for folder, drive in found.items()
                ]
            )
            if len(found) == 1:
                self._drive.set_value(next(iter(found)))
        self._offer()

    def _offer(self) -> None:
        self._copy.setEnabled(self._progress is None and self._drive.value() is not None)

    def _make(self) -> None:
        backups = Backups(self.desk)
        self._work(backups.make, "backup-made")

    def _carry(self) -> None:
        drive = self._drives.get(self._drive.value() or "")
        if drive is None:
            return
        backups = Backups(self.desk)
        self._work(
            lambda progress: backups.carry(drive.folder, self.place.stick, progress),
            "backup-carried-now",
        )

    def _work(self, make: Callable[[Progress], BackupMade], done: str) -> None:
        progress = self.kit.jobs.run_long(
            self,
            lambda told: Changed(make(told), frozenset({"backups"})),
            done=lambda _made: self._made(done),
            failed=self._failed,
            measured=lambda part: self._measure.setValue(round(part * 1000)),
        )
        self._at_work(progress=progress)

    def _made(self, done: str) -> None:
        self._at_work(progress=None)
        self.say_done(self.kit.words(done))

    def _failed(self, error: Exception) -> None:
        self._at_work(progress=None)
        self.tell(error)

    def _cancel(self) -> None:
        if self._progress:
            self._progress.cancel()
            self._stop.setEnabled(False)

    def _at_work(self, *, progress: Progress | None) -> None:
        self._progress = progress
        self._measure.setValue(0)
        self._measure.setVisible(progress is not None)
        self._stop.setVisible(progress is not None)
        self._stop.setEnabled(True)
        self._now.setEnabled(progress is None)
        self._offer()
