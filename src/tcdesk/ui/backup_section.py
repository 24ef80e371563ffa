"""Backups: the verified ones on this disk, one more now, one on a drive that is carried away."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget
from typing_extensions import override

from tcdesk.domain.days import days_ago
from tcdesk.domain.staff import Action
from tcdesk.services.backup_made import BackupMade
from tcdesk.services.backups import GIGABYTE, BackupList, Backups
from tcdesk.services.desk import Desk
from tcdesk.services.ports import Drive
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card
from tcdesk.ui.fields import Choice, ChoiceField
from tcdesk.ui.jobs import Changed, Progress
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.restore_card import RestoreCard
from tcdesk.ui.restore_steps import backup_columns, bytes_words
from tcdesk.ui.rows import Rows
from tcdesk.ui.settings_section import Section
from tcdesk.ui.table import Table

LOOK_AGAIN = 3000  # ms between looks for a drive, only while the section is on the screen
BUDGETS = (1, 2, 5, 10, 20, 50, 100, 200, 500)  # gigabytes


class BackupSection(Section):
    """Every backup in the list was opened again and counted; spoilt ones are told apart."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(kit, desk, place)
        self._drives: dict[str, Drive] = {}
        self._progress: Progress | None = None
        self._allowed = 0
        self.restore = RestoreCard(kit, desk, place)
        self.restore.setVisible(desk.may(Action.RESTORE))
        self.restore.failed.connect(self.tell)
        self.restore.said.connect(self.say_done)
        self.column.addWidget(self._carry_card())
        self.column.addWidget(self._list_card(), 1)
        self.column.addWidget(self.restore)
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
        self._rows: Rows[BackupMade] = Rows(backup_columns(words), words, self)
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
        card.body.addWidget(self._spoilt_row())
        card.body.addWidget(table, 1)
        self._over = label(words("backup-over"), "error", wrap=True)
        self._over.hide()
        card.body.addWidget(self._over)
        card.body.addLayout(self._room_row())
        card.body.addWidget(self._over)
        card.body.addLayout(row)
        self._at_work(progress=None)
        return card

    def _spoilt_row(self) -> QWidget:
        self._spoilt = QWidget()
        self._spoilt_text = label("", "error", wrap=True)
        drop = button(self.kit.words("backup-drop-spoilt"))
        drop.clicked.connect(self._drop_spoilt)
        row = QHBoxLayout(self._spoilt)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._spoilt_text, 1)
        row.addWidget(drop)
        self._spoilt.hide()
        return self._spoilt

    def _room_row(self) -> QHBoxLayout:
        words = self.kit.words
        self._over = label(words("backup-over"), "error", wrap=True)
        self._over.hide()
        self._room = label("")
        self._budget = ChoiceField()
        self._budget.setAccessibleName(words("backup-budget"))
        self._budget.setEnabled(self.desk.may(Action.MANAGE_UNIT))
        self._budget.activated.connect(self._set_budget)  # by a person, not by showing it
        row = QHBoxLayout()
        row.addWidget(self._room)
        row.addWidget(self._budget)
        row.addStretch(1)
        return row

    def _show(self, found: BackupList) -> None:
        words = self.kit.words
        self._rows.show([*found.here, *found.spoilt])
        self._carried.setText(self._age(found.carried_at))
        self._spoilt_text.setText(words("backup-spoilt-here", count=len(found.spoilt)))
        self._spoilt.setVisible(bool(found.spoilt))
        self._room.setText(words("backup-room", used=bytes_words(words, found.used)))
        self._over.setVisible(found.over_budget)
        self._show_budget(found.budget)
        self.restore.show_drilled(found.drilled_at)

    def _show_budget(self, budget: int) -> None:
        words = self.kit.words
        self._allowed = budget
        self._budget.set_choices(
            [
                Choice(code=str(one), label=words("backup-gigabytes", size=words.number(one)))
                for one in sorted({*BUDGETS, budget})
            ]
        )
        self._budget.set_value(str(budget))

    def _set_budget(self) -> None:
        chosen, backups = int(self._budget.value() or 0), Backups(self.desk)
        if chosen in (0, self._allowed):
            return

        def keep() -> Changed[None]:
            backups.set_budget(chosen)
            return Changed(None, frozenset({"backups", "health"}))

        self.kit.jobs.run(
            self,
            keep,
            done=lambda _none: self.say_done(self.kit.words("backup-budget-kept")),
            failed=self.tell,
        )

    def _drop_spoilt(self) -> None:
        backups = Backups(self.desk)

        def drop() -> Changed[None]:
            backups.drop_spoilt()
            return Changed(None, frozenset({"backups", "health"}))

        self.kit.jobs.run(
            self,
            drop,
            done=lambda _none: self.say_done(self.kit.words("backup-dropped")),
            failed=self.tell,
        )

    def _age(self, carried: datetime | None) -> str:
        words = self.kit.words
        if carried is None:
            return words("backup-never-carried")
        days = days_ago(carried, self.kit.clock.today())
        return words("backup-carried", at=words.moment(carried), count=days)

    def _look_for_drives(self) -> None:
        if self.isVisible() and self._progress is None:
            self._offer_drives(self.place.drives.removable())

    def _offer_drives(self, drives: tuple[Drive, ...]) -> None:
        found = {str(drive.folder): drive for drive in drives}
        if found != self._drives:
            self._drives = found
            self._drive.set_choices(
                [Choice(code=folder, label=self._told(drive)) for folder, drive in found.items()]
            )
            if len(found) == 1:
                self._drive.set_value(next(iter(found)))
        self._offer()

    def _told(self, drive: Drive) -> str:
        words, name = self.kit.words, drive.label or str(drive.folder)
        if drive.read_only:
            return words("backup-drive-protected", name=name)
        size = words.number(drive.free_bytes / GIGABYTE, 1)
        return words("backup-drive-free", name=name, size=size)

    def _offer(self) -> None:
        self._copy.setEnabled(self._progress is None and self._drive.value() is not None)

    def _make(self) -> None:
        backups = Backups(self.desk)
        self._work(backups.make, "backup-made")

    def _carry(self) -> None:
        drive = self._drives.get(self._drive.value() or "")
        if drive is None:
            return
        backups, stick = Backups(self.desk), self.place.stick
        self._work(
            lambda progress: backups.carry(drive.folder, stick, progress), "backup-carried-now"
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
