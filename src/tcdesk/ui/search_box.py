"""The search box at the top (Ctrl+K): people, sessions, sheet codes, pages and commands."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)
from typing_extensions import override

from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label
from tcdesk.ui.theme import Theme

PAUSE = 150  # ms of silence before the vault is asked
_DETAIL = Qt.ItemDataRole.UserRole
_BY_HAND = str.maketrans("đłøß", "dlos")  # letters that Unicode does not take apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One thing that was found; ``do`` opens it on the main thread."""

    text: str = field(repr=False)
    detail: str = field(default="", repr=False)
    icon: Icon
    do: Callable[[], None]


def folded(text: str) -> str:
    """Fold case and marks, so that *djuric*, *duric* and *Đurić* meet.

    *dj* is read as *đ*, as the letter is written on keyboards that lack it.
    """
    plain = unicodedata.normalize("NFKD", text.casefold().replace("dj", "đ").translate(_BY_HAND))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


class _TwoSided(QStyledItemDelegate):
    """Draws what was found on the left and the detail, muted, on the right."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        detail = str(index.data(_DETAIL) or "")
        room = option.rect.adjusted(option.rect.width() // 2, 0, -12, 0)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(self._theme.colour("on_selected" if chosen else "muted"))
        short = option.fontMetrics.elidedText(detail, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, short)
        painter.restore()


class SearchBox(QLineEdit):
    """Looks in the pages at once, in the vault after a pause; arrows choose, Enter opens."""

    def __init__(
        self,
        kit: Kit,
        *,
        find: Callable[[str], Sequence[Found]],
        commands: Callable[[], Sequence[Found]],
    ) -> None:
        """Make the box.

        Args:
            kit: What the window is built with.
            find: Looks in the vault; runs in the reader lane.
            commands: Pages and actions that can be opened by name; asked on the main thread.
        """
        super().__init__()
        self._kit = kit
        self._find = find
        self._commands = commands
        self._found: list[Found] = []
        self._panel: QFrame | None = None
        self._list = QListWidget()
        self._none = label(kit.words("shell-search-none"), "muted")
        self.setPlaceholderText(kit.words("shell-search"))
        self.setAccessibleName(kit.words("shell-search"))
        self.setToolTip(kit.words("shell-search.help"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(self._typed)

    @property
    def found(self) -> Sequence[Found]:
        """Give what is listed now."""
        return tuple(self._found)

    def _typed(self, text: str) -> None:
        self._pause.stop()
        if not text.strip():
            self._close()
            return
        self._list_found(self._matching_commands(text))
        self._pause.start()

    def _matching_commands(self, text: str) -> list[Found]:
        wanted = folded(text.strip())
        return [command for command in self._commands() if wanted in folded(command.text)]

    def _ask(self) -> None:
        text = self.text().strip()

        def show(results: Sequence[Found]) -> None:
            if text == self.text().strip() and self.hasFocus():
                self._list_found([*results, *self._matching_commands(text)], complete=True)

        self._kit.jobs.run(
            self, lambda: self._find(text), done=show, failed=self._fail, lane="reader"
        )

    def _fail(self, error: Exception) -> None:
        self._close()
        self._kit.jobs.troubled.emit(self, error)

    def _list_found(self, results: list[Found], *, complete: bool = False) -> None:
        panel = self._open_panel()
        self._found = results
        self._list.clear()
        for one in results:
            item = QListWidgetItem(self._kit.icons(one.icon, "muted"), one.text)
            item.setData(_DETAIL, one.detail)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.setVisible(bool(results))
        self._none.setVisible(complete and not results)
        rows = min(len(results), 10)
        self._list.setFixedHeight(rows * (self._list.sizeHintForRow(0) if rows else 0) + 2)
        panel.setVisible(bool(results) or complete)
        corner = self.mapTo(self.window(), self.rect().bottomLeft())
        panel.setFixedWidth(max(self.width(), 360))
        panel.adjustSize()
        panel.move(corner.x(), corner.y() + 4)
        panel.raise_()

    def _open_panel(self) -> QFrame:
        if self._panel is None:
            self._panel = QFrame(self.window())
            self._panel.setObjectName("found")
            self._list.setFrameShape(QFrame.Shape.NoFrame)
            self._list.setStyleSheet("border: 0;")
            self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._list.setAccessibleName(self._kit.words("shell-search-results"))
            self._list.setItemDelegate(_TwoSided(self._kit.theme, self._list))
            self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._list.itemClicked.connect(self._choose)
            column = QVBoxLayout(self._panel)
            column.setContentsMargins(4, 4, 4, 4)
            column.addWidget(self._list)
            column.addWidget(self._none)
            self.window().installEventFilter(self)
        return self._panel

    def _choose(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._found):
            chosen = self._found[row]
            self.clear()
            self._close()
            chosen.do()

    def _close(self) -> None:
        self._pause.stop()
        self._found = []
        if self._panel:
            self._panel.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up if self._found:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self._list.setCurrentRow((self._list.currentRow() + step) % len(self._found))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._choose()
            case Qt.Key.Key_Escape:
                self.clear()
                self._close()
                self.window().setFocus()
            case _:
                super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QEvent) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]  # Qt gives a QFocusEvent here
        if self._panel and not self._panel.underMouse():
            self._close()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._close()
        return super().eventFilter(watched, event)
