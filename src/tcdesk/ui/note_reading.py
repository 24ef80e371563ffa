"""A note that is only read: its text, who wrote it when, its signature, and what was added."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tcdesk.domain.ids import AccountId
from tcdesk.domain.notes import ASSESSMENT_FIELDS, FIELDS, NoteKind
from tcdesk.services.note_views import NoteView
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import ICON, button, label


class NoteReading(QWidget):
    """One stored note with its addenda below it."""

    addAsked = Signal(object, bool)  # the NoteView to add to; whether to correct it
    moveAsked = Signal(object)  # the own NoteView, which belongs elsewhere

    def __init__(
        self,
        kit: Kit,
        view: NoteView,
        names: Mapping[AccountId, str],
        *,
        may_add: bool,
        account: AccountId | None = None,
    ) -> None:
        super().__init__()
        self._kit = kit
        self._names = names
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._head(view))
        if not view.readable:
            column.addWidget(label(kit.words("closed-locked"), "small", wrap=True))
        for told in self._told(view):
            column.addWidget(label(told, "small", wrap=True))
        for name in FIELDS[view.note.format]:
            text = view.fields.get(name, "")
            if text.strip():
                column.addWidget(self._field(name, text, alone=len(view.fields) == 1))
        for addendum in view.addenda:
            column.addSpacing(4)
            column.addWidget(self._addendum(addendum))
        if may_add and view.signature is not None and view.readable and not view.moved:
            column.addLayout(self._acts(view, own=view.note.author == account))

    def _acts(self, view: NoteView, *, own: bool) -> QHBoxLayout:
        words, row = self._kit.words, QHBoxLayout()
        row.setSpacing(8)
        add = button(words("note-add"), "link", help_text=words("note-add.help"))
        add.clicked.connect(lambda: self.addAsked.emit(view, False))
        correct = button(words("note-correct"), "link", help_text=words("note-correct.help"))
        correct.clicked.connect(lambda: self.addAsked.emit(view, True))
        row.addWidget(add)
        row.addWidget(correct)
        if own and view.note.person is not None:
            move = button(words("note-move"), "link", help_text=words("note-move.help"))
            move.clicked.connect(lambda: self.moveAsked.emit(view))
            row.addWidget(move)
        row.addStretch(1)
        return row

    def _head(self, view: NoteView) -> QHBoxLayout:
        words = self._kit.words
        author = self._names.get(view.note.author, NO_NAME)
        if view.closed:
            return self._line(Icon.LOCK, *self._closed_told(view, author))
        if view.signature is None:
            icon, tone, told = Icon.NOTE, "warn", words("note-unsigned-by", author=author)
        else:
            at = words.moment(datetime.fromisoformat(view.signature.at))
            if view.genuine:
                icon, tone = Icon.SIGN, "success"
                told = words("note-signed-by", author=author, moment=at)
            else:
                icon, tone = Icon.ERROR, "error"
                told = words("note-not-genuine", author=author, moment=at)
            if view.signature.late:
                told = f"{told} · {words('note-late')}"
        return self._line(icon, tone, told)

    def _told(self, view: NoteView) -> list[str]:
        """Say what stands beside a note: moved, corrected, its mentor's signature."""
        words, told = self._kit.words, []
        if view.moved:
            told.append(words("note-moved-away"))
        if view.moved_from is not None:
            signed = datetime.fromisoformat(view.moved_from["signed_at"])
            told.append(words("note-moved-here", moment=words.moment(signed)))
        if any(one.note.kind is NoteKind.CORRECTION for one in view.addenda):
            told.append(words("note-corrected"))
        mentor = self._names.get(view.mentor, NO_NAME) if view.mentor else ""
        if view.countersignature is not None:
            at = words.moment(datetime.fromisoformat(view.countersignature.at))
            told.append(words("note-countersigned", mentor=mentor, moment=at))
        elif mentor:
            told.append(words("note-awaits-mentor", mentor=mentor))
        return told

    def _closed_told(self, view: NoteView, author: str) -> tuple[str, str]:
        """Say of a closed note what everybody may know; gives the tone and the line."""
        words, signature = self._kit.words, view.signature
        at = datetime.fromisoformat(signature.at if signature else view.note.at)
        state = words("closed-state-signed" if signature else "closed-state-unsigned")
        line = words("closed-line", author=author, day=words.moment(at), state=state)
        if signature and signature.late:
            line = words("closed-line-late", line=line)
        if view.genuine is False:
            return "error", words("closed-line-false", line=line)
        return ("success" if signature else "warn"), line

    def _line(self, icon: Icon, tone: str, told: str) -> QHBoxLayout:
        drawn = QLabel()
        drawn.setPixmap(self._kit.icons(icon, tone).pixmap(ICON))
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(drawn, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(told, "error" if tone == "error" else "small", wrap=True), 1)
        return row

    def _field(self, name: str, text: str, *, alone: bool) -> QLabel:
        words = self._kit.words
        named = words(f"note-field-{name}")
        if name in ASSESSMENT_FIELDS:
            named = f"{named} ({words('note-assessment')})"
        shown = label(text if alone else f"{named}: {text}", wrap=True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return shown

    def _addendum(self, addendum: NoteView) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(16, 0, 0, 0)
        column.setSpacing(2)
        kind = addendum.note.kind.value
        column.addWidget(label(self._kit.words(f"note-{kind}"), "strong"))
        column.addLayout(self._head(addendum))
        for told in self._told(addendum):
            column.addWidget(label(told, "small", wrap=True))
        for name in FIELDS[addendum.note.format]:
            if addendum.readable:
                column.addWidget(self._field(name, addendum.fields.get(name, ""), alone=False))
        return part


NO_NAME = "?"  # an account without a member of staff: only in a damaged vault
