"""The roster of a session as a table model: number, name, attendance, minutes, participation, note.

Unlike a plain list its rows change one by one while a sheet is keyed in, so that the chosen row,
the cursor and the screen reader stay where they are.
"""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from tcdesk.ui.flag_words import marked, marks_told
from tcdesk.ui.icons import Icon
from tcdesk.ui.keyed import NoteState, RosterRow
from tcdesk.ui.kit import Kit
from tcdesk.ui.session_words import attendance_icon, attendance_text, participation_text

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
NOTHING = "–"

_NOTE_ICONS = {
    NoteState.DRAFT: (Icon.EDIT, "muted"),
    NoteState.UNSIGNED: (Icon.NOTE, "warn"),
    NoteState.SIGNED: (Icon.SIGN, "success"),
}


class Col(IntEnum):
    """The columns, from left to right."""

    NUMBER = 0
    NAME = 1
    STATUS = 2
    MINUTES = 3
    PARTICIPATION = 4
    NOTE = 5


class RosterRows(QAbstractTableModel):
    """Shows the rows of a session's roster."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._rows: list[RosterRow] = []
        self._titles = {
            column: kit.words(f"session-column-{column.name.lower()}") for column in Col
        }
        kit.theme.changed.connect(self._redraw)
        kit.privacy.changed.connect(self._redraw)

    def show(self, rows: Sequence[RosterRow]) -> None:
        """Show rows; the same people in the same order stay where they are."""
        before = [row.person.id for row in self._rows]
        if before == [row.person.id for row in rows]:
            self._rows = list(rows)
            self._redraw()
        else:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()

    @property
    def rows(self) -> Sequence[RosterRow]:
        """Give the rows in the order shown."""
        return tuple(self._rows)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Col)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[Col(section)]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.ToolTipRole:
            return self._kit.words(f"session-column-{Col(section).name.lower()}.help")
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Col(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.DecorationRole:
                return self._icon(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                number = column in (Col.NUMBER, Col.MINUTES, Col.PARTICIPATION)
                side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(row, column)
            case _:
                return None

    def _text(self, row: RosterRow, column: Col) -> str:
        words = self._kit.words
        match column:
            case Col.NUMBER:
                return str(row.number)
            case Col.NAME:
                name = self._kit.privacy.name(row.person.short_name, row.person.code)
                if row.guest:
                    name = words("session-name-guest", name=name)
                elif row.added_later:
                    name = words("session-name-later", name=name)
                return marked(name, row.marks)
            case Col.STATUS:
                return attendance_text(words, row.status, row.person.sex) if row.status else NOTHING
            case Col.MINUTES:
                return NOTHING if row.minutes is None else str(row.minutes)
            case Col.PARTICIPATION:
                return NOTHING if row.participation is None else str(row.participation)
            case Col.NOTE:
                return words(f"note-state-{row.note.value}") if row.note != "none" else ""

    def _icon(self, row: RosterRow, column: Col) -> object:
        icons = self._kit.icons
        if column is Col.STATUS and row.status:
            return icons(*attendance_icon(row.status))
        if column is Col.NAME and row.marks:
            return icons(Icon.RISK, "warn")
        if column is Col.NOTE and row.note in _NOTE_ICONS:
            return icons(*_NOTE_ICONS[row.note])
        return None

    def _spoken(self, row: RosterRow, column: Col) -> str:
        text = self._text(row, column)
        if column is Col.NAME and row.marks:
            text = f"{text}, {marks_told(self._kit.words, row.marks)}"
        return f"{self._titles[column]}: {text}"

    def _tip(self, row: RosterRow, column: Col) -> str | None:
        words = self._kit.words
        if column is Col.NAME:
            shown = self._kit.privacy.name(row.person.full_name, "")
            told = [f"{shown}, {row.person.code}" if shown else row.person.code]
            if row.marks:
                told.append(marks_told(words, row.marks))
            if row.added_later:
                told.append(words("session-name-later.help"))
            return "\n".join(told)
        if column is Col.PARTICIPATION and row.participation is not None:
            return participation_text(words, row.participation, row.person.sex)
        return self._text(row, column) if column is Col.STATUS else None

    def _redraw(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(Col) - 1))
