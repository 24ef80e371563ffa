"""The roster by keyboard: Space everybody present, 1–9 attendance, digits for minutes and 0–3.

↑ ↓ go to another person, ← → to another column, Enter to the person's note, Ctrl+Z takes back.
Where the mouse is used, a double click on a cell offers its values.
"""

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from tcdesk.domain.ids import PersonId
from tcdesk.domain.sessions import AttendanceStatus
from tcdesk.ui.keyed import RosterRow
from tcdesk.ui.kit import Kit
from tcdesk.ui.roster_rows import Col, RosterRows
from tcdesk.ui.session_words import KEYS, attendance_icon, attendance_text, participation_text

MOST_PARTICIPATION = 3
TYPING_PAUSE = 1200  # ms after which a digit begins a new number of minutes


class _Cells(QStyledItemDelegate):
    """Draws a line around the cell that the keys are for, while the roster has the focus."""

    def __init__(self, kit: Kit, view: QTableView) -> None:
        super().__init__(view)
        self._kit = kit
        self._view = view

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.save()
            painter.setPen(QPen(self._kit.theme.colour("accent"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
            painter.restore()


class Roster(QTableView):
    """The table of a session's people; says by signals what is keyed in."""

    chosen = Signal(object)  # PersonId or None
    statusKeyed = Signal(object, object)  # PersonId, AttendanceStatus
    minutesKeyed = Signal(object, int)
    participationKeyed = Signal(object, int)
    cleared = Signal(object)
    allPresentAsked = Signal()
    undoAsked = Signal()
    noteAsked = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.rows = RosterRows(kit)
        self.setModel(self.rows)
        self.setAccessibleName(kit.words("session-roster"))
        self.setAccessibleDescription(kit.words("session-keys"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setItemDelegate(_Cells(kit, self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(28)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in Col:
            mode = QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(
                column, QHeaderView.ResizeMode.Stretch if column is Col.NAME else mode
            )
        self.setMinimumWidth(452)
        self._typed = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE)
        self._pause.timeout.connect(self._forget_typed)
        self._editable = True
        self.selectionModel().currentChanged.connect(self._moved)
        self.doubleClicked.connect(self._offer_at)

    @property
    def current(self) -> RosterRow | None:
        """Give the row that the keys are for."""
        index = self.currentIndex()
        return self.rows.rows[index.row()] if index.isValid() else None

    def several(self) -> list[PersonId]:
        """Give the people of the chosen rows when there are several, else nobody."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        people = [self.rows.rows[place].person.id for place in places]
        return people if len(people) > 1 else []

    def choose(self, person: PersonId | None) -> None:
        """Choose a person's row, in the column of attendance if none is current."""
        place = next(
            (place for place, row in enumerate(self.rows.rows) if row.person.id == person), None
        )
        if place is None and self.rows.rows:
            place = 0
        if place is not None:
            column = self.currentIndex().column() if self.currentIndex().isValid() else Col.STATUS
            # Said outright: with Ctrl held (Ctrl+↓ in a note) a view would add to the selection.
            flag = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(
                self.rows.index(place, column), flag.ClearAndSelect | flag.Rows
            )

    def step(self, by: int) -> None:
        """Choose the next or the previous person."""
        place = self.currentIndex().row() + by
        if 0 <= place < len(self.rows.rows):
            self.choose(self.rows.rows[place].person.id)

    def set_editable(self, *, editable: bool) -> None:
        """Take keys that change attendance, or only those that move."""
        self._editable = editable

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.noteAsked.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and plain and self.rows.rows:
            self.step((0 if key == Qt.Key.Key_Home else len(self.rows.rows) - 1) - self._place())
        elif not (self._editable and self._keyed(event, key, plain=plain)):
            super().keyPressEvent(event)

    def _place(self) -> int:
        return self.currentIndex().row()

    def _keyed(self, event: QKeyEvent, key: Qt.Key, *, plain: bool) -> bool:
        """Take a key that changes attendance; says whether it was one."""
        row = self.current
        if key == Qt.Key.Key_Z and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.undoAsked.emit()
        elif key == Qt.Key.Key_Space and plain:
            self.allPresentAsked.emit()
        elif row is not None and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and plain:
            self.cleared.emit(row.person.id)
        elif row is not None and key == Qt.Key.Key_F2:
            self._offer_at(self.currentIndex())
        elif row is not None and plain and event.text().isdecimal():
            self._digit(row, int(event.text()))
        else:
            return False
        return True

    def _digit(self, row: RosterRow, digit: int) -> None:
        column = Col(self.currentIndex().column())
        if column is Col.MINUTES:
            self._typed = (self._typed + str(digit))[-3:]
            self._pause.start()
            self.minutesKeyed.emit(row.person.id, int(self._typed))
        elif column is Col.PARTICIPATION:
            if digit <= MOST_PARTICIPATION:
                self.participationKeyed.emit(row.person.id, digit)
        elif digit == 0:
            self._offer_status(row, self.visualRect(self.currentIndex()).bottomLeft())
        else:
            self.statusKeyed.emit(row.person.id, KEYS[digit - 1])

    def _offer_at(self, index: QModelIndex) -> None:
        row = self.current
        if row is None or not self._editable:
            return
        corner = self.visualRect(index).bottomLeft()
        if index.column() == Col.PARTICIPATION:
            self._offer_participation(row, corner)
        elif index.column() in (Col.NAME, Col.NOTE):
            self.noteAsked.emit()
        elif index.column() != Col.MINUTES:
            self._offer_status(row, corner)

    def _offer_status(self, row: RosterRow, corner: QPoint) -> None:
        words, menu = self._kit.words, self._menu()
        person = row.person.id
        rest = [status for status in AttendanceStatus if status not in KEYS]
        for number, status in enumerate((*KEYS, *rest), 1):
            text = attendance_text(words, status, row.person.sex)
            shown = f"&{number}  {text}" if number <= len(KEYS) else text
            action = menu.addAction(self._kit.icons(*attendance_icon(status)), shown)
            action.triggered.connect(
                lambda _checked=False, chosen=status: self.statusKeyed.emit(person, chosen)
            )
        menu.popup(self.viewport().mapToGlobal(corner))

    def _offer_participation(self, row: RosterRow, corner: QPoint) -> None:
        menu, person = self._menu(), row.person.id
        for value in range(MOST_PARTICIPATION + 1):
            text = participation_text(self._kit.words, value, row.person.sex)
            menu.addAction(f"&{value}  {text}").triggered.connect(
                lambda _checked=False, chosen=value: self.participationKeyed.emit(person, chosen)
            )
        menu.popup(self.viewport().mapToGlobal(corner))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _moved(self, now: QModelIndex, before: QModelIndex) -> None:
        self._forget_typed()
        if now.row() != before.row() or not before.isValid():
            row = self.current
            self.chosen.emit(row.person.id if row else None)

    def _forget_typed(self) -> None:
        self._typed = ""
        self._pause.stop()
