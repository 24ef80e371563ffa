"""What the steps of a restore show: the list of backups, what was proved, what would be lost."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.retention import ErasureKind
from tcdesk.services.audit_actions import action_words
from tcdesk.services.backup_made import BackupMade
from tcdesk.services.backups import GIGABYTE, moment
from tcdesk.services.difference import DRAFTS, Lost
from tcdesk.services.drill_paper import holds
from tcdesk.services.papers import Count
from tcdesk.services.ports import Words
from tcdesk.services.restore_states import Choose, Proved, Restored, Weighed
from tcdesk.services.restoring import Restoring
from tcdesk.ui.card import Card
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.table import Table

MEGABYTE = 1_000_000
MOST_TOTALS = 8
AskFolder = Callable[[QWidget, str], Path | None]


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """Let the person choose a folder with the system's dialog."""
    chosen = QFileDialog.getExistingDirectory(parent, title)
    return Path(chosen) if chosen else None


def backup_columns(words: Words) -> Sequence[Column[BackupMade]]:
    """Give the columns of every list of backups."""
    return (
        Column(
            key="at",
            title=words("backup-at"),
            text=lambda one: words.moment(moment(one.at)),
            order=lambda one: one.at,
        ),
        Column(
            key="why",
            title=words("backup-why"),
            text=lambda one: words(f"backup-why-{one.why.value}"),
            stretch=True,
        ),
        Column(
            key="size",
            title=words("backup-size"),
            text=lambda one: bytes_words(words, one.size),
            order=lambda one: one.size,
            number=True,
        ),
        Column(
            key="rows",
            title=words("backup-rows"),
            text=lambda one: words.number(one.rows),
            order=lambda one: one.rows,
            number=True,
        ),
        Column(
            key="state",
            title=words("backup-state"),
            text=lambda one: words(f"backup-state-{one.state.value}"),
        ),
    )


def bytes_words(words: Words, size: int) -> str:
    """Say how large something is."""
    if size >= GIGABYTE:
        return words("backup-gigabytes", size=words.number(size / GIGABYTE, 1))
    return words("backup-megabytes", size=words.number(size / MEGABYTE, 1))


class CopyList(QWidget):
    """The backups on this disk or in another folder; ``failed`` tells what a folder said."""

    failed = Signal(Exception)
    refused = Signal()  # a chosen one would not do: it may be shown otherwise from now on

    def __init__(self, kit: Kit, flow: Restoring, state: Choose, *, ask: AskFolder) -> None:
        """Show what was found."""
        super().__init__()
        self._kit = kit
        self._flow = flow
        self._state = state
        self._ask = ask
        words = kit.words
        self._rows: Rows[BackupMade] = Rows(backup_columns(words), words, self)
        self._table = Table(
            self._rows,
            name=words("restore-choose"),
            empty=words("restore-none-here"),
            empty_next=words("restore-none-here.next"),
        )
        self._table.setMinimumHeight(220)
        self._where = label("", "muted", wrap=True)
        other = button(words("restore-other-folder"))
        here = button(words("restore-this-disk"), "quiet")
        other.clicked.connect(self._choose_folder)
        here.clicked.connect(lambda: self._look(flow.begin))
        row = QHBoxLayout()
        row.addWidget(other)
        row.addWidget(here)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._where)
        column.addWidget(self._table, 1)
        column.addLayout(row)
        self.setFocusProxy(self._table)
        self.refused.connect(self._look_again)
        self._show(state)

    @property
    def shown(self) -> Sequence[BackupMade]:
        """Give what is listed."""
        return self._state.copies

    def chosen(self) -> tuple[Choose, BackupMade]:
        """Give what is chosen, and the list it was chosen from.

        Raises:
            RuleBrokenError: ``restore-none-chosen``.
        """
        made = self._table.current
        if made is None:
            raise RuleBrokenError("restore-none-chosen")
        return self._state, made

    def select(self, test: Callable[[BackupMade], bool]) -> bool:
        """Choose the first for which a test holds."""
        return self._table.select_value(test)

    def look_in(self, folder: Path) -> None:
        """List another folder."""
        self._look(lambda: self._flow.look_in(folder))

    def _choose_folder(self) -> None:
        folder = self._ask(self, self._kit.words("restore-folder-title"))
        if folder is not None:
            self.look_in(folder)

    def _look_again(self) -> None:
        folder = self._state.folder
        self._look(self._flow.begin if folder is None else lambda: self._flow.look_in(folder))

    def _look(self, find: Callable[[], Choose]) -> None:
        self._kit.jobs.run(self, find, done=self._show, failed=self.failed.emit)

    def _show(self, state: Choose) -> None:
        words = self._kit.words
        self._state = state
        self._rows.show(state.copies)
        self._where.setText(
            words("restore-here")
            if state.folder is None
            else words("restore-elsewhere", folder=str(state.folder))
        )
        self._table.selectRow(0)


def proved_view(kit: Kit, state: Proved) -> QWidget:
    """Show what was checked, what the backup holds, and who will get in."""
    words, found, proven = kit.words, state.findings, state.proven
    checks = [
        words("restore-check-pages"),
        words("restore-check-counts", count=words.number(proven.made.rows)),
        words("restore-check-audit", count=found.audit_lines),
        words("restore-check-signatures", count=found.signatures),
    ]
    people = [
        words("restore-person", login=login, name=name, role=words(f"role-{role.value}"))
        for login, name, role in state.people
    ]
    told = [
        words(
            "restore-passphrases-today"
            if proven.passphrases_of_today
            else "restore-passphrases-then"
        )
    ]
    if proven.absent:
        told.append(words("restore-absent", logins=", ".join(proven.absent)))
    if proven.gone:
        told.append(words("restore-gone", logins=", ".join(proven.gone)))
    who = Card(words("restore-people"))
    for line in people:
        who.body.addWidget(label(line, "strong", wrap=True))
    for line in told:
        who.body.addWidget(label(line, wrap=True))
    held = Card(words("restore-holds"))
    shown = [one for one in holds(proven.made.counts, words) if one.number]
    held.body.addLayout(_counted(shown, words))
    return _column(*(label(line, wrap=True) for line in checks), who, held)


def weighed_view(kit: Kit, state: Weighed) -> QWidget:
    """Show what would be lost, summed up and then by day and person; never a text."""
    words, found = kit.words, state.difference
    if found is None:
        lines = [] if state.lines is None else [words("restore-lose-lines", count=state.lines)]
        known = "restore-lose-unknown" if state.proved.proven.replaces else "restore-lose-empty"
        return _column(
            label(words(known), wrap=True),
            *(label(line, "strong", wrap=True) for line in lines),
            *_erased(kit, state),
        )
    parts: list[QWidget] = [*_erased(kit, state)]
    if found.returning:
        parts.append(label(words("restore-returning", count=found.returning), wrap=True))
    if not found.lost:
        parts.append(label(words("restore-lose-nothing"), "strong", wrap=True))
        return _column(*parts)
    totals = [
        words("restore-lose-what", what=lost_words(words, what), count=words.number(count))
        for what, count in list(found.totals.items())[:MOST_TOTALS]
    ]
    parts.append(label(" · ".join(totals), "strong", wrap=True))
    rows: Rows[Lost] = Rows(
        (
            Column(
                key="day",
                title=words("restore-lose-day"),
                text=lambda one: words.date(moment(f"{one.day}T12:00:00Z").date()),
                order=lambda one: one.day,
            ),
            Column(key="who", title=words("restore-lose-who"), text=lambda one: one.who),
            Column(
                key="what",
                title=words("restore-lose-kind"),
                text=lambda one: lost_words(words, one.what),
                stretch=True,
            ),
            Column(
                key="count",
                title=words("restore-lose-count"),
                text=lambda one: words.number(one.count),
                order=lambda one: one.count,
                number=True,
            ),
        ),
        words,
        None,
    )
    table = Table(rows, name=words("restore-lose"), empty=words("restore-lose-nothing"))
    rows.setParent(table)
    table.setMinimumHeight(220)
    rows.show(found.lost)
    parts.append(table)
    return _column(*parts)


def _erased(kit: Kit, state: Weighed) -> Sequence[QWidget]:
    """Say who was erased after the backup, and what becomes of it; or that nobody can tell."""
    words, again = kit.words, state.again
    if again is None:
        why = "restore-erased-unknown" if state.proved.proven.replaces else "restore-erased-alone"
        return [label(words(why), wrap=True)]
    told = [
        words(f"restore-{kind.value}-again", count=again.count(kind))
        for kind in ErasureKind
        if again.count(kind)
    ]
    if not told:
        return ()
    return [
        *(label(line, "strong", wrap=True) for line in told),
        label(words("restore-again-copy"), wrap=True),
    ]


def restored_view(kit: Kit, state: Restored) -> QWidget:
    """Say that it is done, and where the present went."""
    words = kit.words
    kept, again = "", len(state.again.omissions) if state.again else 0
    if state.kept.aside is not None:
        kept = words("restore-kept-aside", folder=str(state.kept.aside))
    elif state.kept.backup is not None:
        kept = words("restore-kept-backup", at=words.moment(moment(state.kept.backup.at)))
    return _column(
        label(words("restore-done", login=state.login), "strong", wrap=True),
        *([label(kept, wrap=True)] if kept else []),
        *([label(words("restore-again-done", count=again), wrap=True)] if again else []),
        label(words("restore-done.next"), wrap=True),
    )


def lost_words(words: Words, what: str) -> str:
    """Say what kind of work would be lost."""
    return words("restore-lose-draft") if what == DRAFTS else action_words(words, what)


def _counted(counts: Sequence[Count], words: Words) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    rows = -(-len(counts) // 2)
    for place, one in enumerate(counts):
        column, row = divmod(place, max(1, rows))
        grid.addWidget(label(one.label), row, 3 * column)
        number = label(words.number(one.number))
        grid.addWidget(number, row, 3 * column + 1, Qt.AlignmentFlag.AlignRight)
    grid.setColumnMinimumWidth(2, 24)
    grid.setColumnStretch(5, 1)
    return grid


def _column(*parts: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return holder
