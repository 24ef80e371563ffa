"""One note on the session's page: a frame that says whose it is, and the form or the signed text.

The card holds the person it writes about; what is typed leaves it as an entry that names that
person, whatever row is chosen meanwhile.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from tcdesk.domain.ids import PersonId
from tcdesk.domain.notes import FIELDS, NoteFormat
from tcdesk.services.keying import NoteEntry
from tcdesk.services.note_views import NoteView
from tcdesk.ui.closed_switch import ClosedSwitch, who_reads
from tcdesk.ui.fields import Choice, ChoiceField
from tcdesk.ui.insert_list import Insertions
from tcdesk.ui.keyed import Keyed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.note_fields import NoteFields
from tcdesk.ui.note_reading import NoteReading
from tcdesk.ui.session_words import MEMBER_FORMATS, SHARED_FORMATS


class NoteCard(QFrame):
    """The note of the whole group, or of one person."""

    typed = Signal(object)  # NoteEntry
    entered = Signal(QWidget)
    left = Signal()
    stepAsked = Signal(int)
    rosterAsked = Signal()
    signAsked = Signal(object)  # PersonId, or None for the group's note
    addAsked = Signal(object, bool)  # NoteView to add to; whether to correct it
    moveAsked = Signal(object)  # NoteView of an own note that belongs elsewhere
    addDropped = Signal(object)
    removeAsked = Signal(object)  # NoteView of the own, unsigned note
    reformed = Signal()  # the fields are others than before

    def __init__(self, kit: Kit, *, shared: bool) -> None:
        super().__init__()
        self._kit = kit
        self._shared = shared
        self._person: PersonId | None = None
        self._base = 0
        self._amended: NoteView | None = None
        self._add_base = 0
        self._corrects = False
        self._parts: tuple[NoteReading, ...] = ()
        self.setProperty("role", "card" if shared else "chosen")
        words = kit.words
        self._title = label("", "strong" if shared else "chosen", wrap=True)
        self._format = ChoiceField(
            [
                Choice(code=one.value, label=words(f"note-format-{one}"))
                for one in (SHARED_FORMATS if shared else MEMBER_FORMATS)
            ]
        )
        self._format.setAccessibleName(words("note-format"))
        self._format.setToolTip(words("note-format"))
        self._sign = button(words("note-sign-this"), "link")
        self._more = button(words("note-more"), "link", help_text=words("note-more.help"))
        self._own: NoteView | None = None
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        self._phrases = button(words("insert-phrases-link"), "link", help_text=words("insert-keys"))
        foot.addWidget(self._format)
        foot.addWidget(self._phrases)
        foot.addStretch(1)
        head.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._closed, self._add_closed = ClosedSwitch(kit), ClosedSwitch(kit)
        self._form = NoteFields(kit)
        self._addendum = self._addendum_form()
        self._readings = QVBoxLayout()
        self._readings.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._readings)
        column.addWidget(self._closed)
        column.addWidget(self._form, 1)
        column.addLayout(foot)
        column.addWidget(self._addendum)
        self._rest = QWidget()  # the room below a text that is only read
        column.addWidget(self._rest, 1)
        self._connect()

    @property
    def person(self) -> PersonId | None:
        """Give whom the card writes about; None for the group."""
        return self._person

    def set_insertions(self, insertions: Insertions) -> None:
        """Take what can be inserted at the cursor of every field."""
        self._form.set_insertions(insertions)
        self._add_fields.set_insertions(insertions)

    def show_note(
        self, keyed: Keyed, person: PersonId | None, title: str, *, editable: bool
    ) -> None:
        """Show the notes about a person (None: the group): others' and the own one."""
        self._person = person
        self._title.setText(title)
        self.setAccessibleName(title)
        own, names = keyed.own(person), keyed.opened.names
        signed = own is not None and (own.signature is not None or not own.readable)
        self._show_readings(
            [
                NoteReading(self._kit, view, names, may_add=editable, account=keyed.account)
                for view in (*([own] if own and signed else []), *keyed.others(person))
            ]
        )
        shown = editable and not signed
        self._form.setVisible(shown)
        self._closed.hide()
        self._rest.setVisible(not shown)
        self._format.setVisible(shown)
        self._phrases.setVisible(shown)
        self._sign.setVisible(shown or (editable and bool(keyed.mine_unsigned([person]))))
        self._own = own if shown else None
        self._more.setVisible(self._own is not None)
        if shown:
            entry = keyed.entry(person)
            self._base = entry.base
            self._form.set_about(title)
            self._set_format(entry.format)
            self._form.set_texts(entry.fields)
            if not self._shared:
                self._closed.show_choice(
                    closed=entry.closed, fixed=entry.base > 0, closed_for=self._readers(keyed)
                )
        self._show_addendum(keyed, [view for view in (own, *keyed.others(person)) if view])

    def go_to(self, place: str = "", cursor: int | None = None) -> bool:
        """Put the focus in a field of the form that is open; says whether there is one."""
        if not self._addendum.isHidden() and (place.startswith("add.") or self._form.isHidden()):
            self._add_fields.set_focus(place.removeprefix("add."), cursor)
        elif not self._form.isHidden():
            self._form.set_focus(place, cursor)
        else:
            return False
        return True

    def focused(self) -> tuple[str, int] | None:
        """Give the field with the focus and its cursor, if it is in this card."""
        inside = self._add_fields.focused()
        return (f"add.{inside[0]}", inside[1]) if inside else self._form.focused()

    def texts(self) -> list[QWidget]:
        """List the fields that Tab stops at in this card."""
        return [*self._form.fields.values(), *self._add_fields.fields.values()]

    def buttons(self) -> list[QWidget]:
        """List what Tab stops at after the fields."""
        return [
            self._closed.box,
            self._add_closed.box,
            *self._addendum.findChildren(QPushButton),
            *(stop for part in self._parts for stop in part.findChildren(QPushButton)),
            self._format,
            self._phrases,
            self._more,
            self._sign,
        ]

    def _connect(self) -> None:
        self._format.changed.connect(self._reformat)
        self._sign.clicked.connect(lambda: self.signAsked.emit(self._person))
        self._more.clicked.connect(self._offer_more)
        self._phrases.clicked.connect(self._form.offer_phrases)
        for fields in (self._form, self._add_fields):
            fields.stepAsked.connect(self.stepAsked)
            fields.rosterAsked.connect(self.rosterAsked)
            fields.left.connect(self.left)
            fields.entered.connect(self.entered)
        self._form.changed.connect(self._tell)
        self._add_fields.changed.connect(self._tell_addendum)
        self._closed.turned.connect(self._turned)
        self._add_closed.turned.connect(self._turned_addendum)

    def _addendum_form(self) -> QWidget:
        words = self._kit.words
        part = QFrame()
        self._add_fields = NoteFields(self._kit)
        self._add_fields.show_format(NoteFormat.ADDENDUM)
        sign = button(words("note-addendum-sign"), "primary")
        drop = button(words("note-addendum-drop"))
        sign.clicked.connect(lambda: self.signAsked.emit(self._person))
        drop.clicked.connect(lambda: self.addDropped.emit(self._amended))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(drop)
        row.addWidget(sign)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        self._add_title = label("", "strong")
        self._add_why = label("", "small", wrap=True)
        column.addWidget(self._add_title)
        column.addWidget(self._add_why)
        column.addWidget(self._add_closed)
        column.addWidget(self._add_fields)
        column.addLayout(row)
        part.hide()
        return part

    def _offer_more(self) -> None:
        """Offer what is seldom done with a saved note."""
        words, menu = self._kit.words, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not self._shared:
            move = menu.addAction(words("note-move"))
            move.triggered.connect(lambda: self.moveAsked.emit(self._own))
        gone = menu.addAction(words("remove-note"))
        gone.triggered.connect(lambda: self.removeAsked.emit(self._own))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _show_readings(self, readings: Sequence[NoteReading]) -> None:
        while (item := self._readings.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._parts = tuple(readings)
        for reading in readings:
            reading.addAsked.connect(self.addAsked)
            reading.moveAsked.connect(self.moveAsked)
            self._readings.addWidget(reading)

    def _show_addendum(self, keyed: Keyed, views: Sequence[NoteView]) -> None:
        open_one = next(
            ((view, keyed.addendum(view)) for view in views if keyed.addendum(view)), None
        )
        self._addendum.setVisible(open_one is not None)
        self._amended = None
        if open_one is not None and open_one[1] is not None:
            self._add_fields.set_about(self._title.text())
            self._add_fields.set_texts(open_one[1].fields)
            self._amended, self._add_base = open_one[0], open_one[1].base
            self._corrects = open_one[1].correction
            what = "correction" if self._corrects else "addendum"
            self._add_title.setText(self._kit.words(f"note-{what}-new"))
            self._add_why.setText(self._kit.words(f"note-{what}-why"))
            if self._shared:
                self._add_closed.hide()
                return
            adds_to_closed = self._amended.closed
            self._add_closed.show_choice(
                closed=open_one[1].closed,
                fixed=adds_to_closed or self._add_base > 0,
                closed_for=self._kit.words("closed-addendum")
                if adds_to_closed
                else self._readers(keyed),
            )

    def _set_format(self, format_: NoteFormat) -> None:
        self._form.show_format(format_)
        self._format.blockSignals(True)
        self._format.set_value(format_.value)
        self._format.blockSignals(False)

    def _reformat(self) -> None:
        """Change the format; what is written moves to the new fields and none of it is lost."""
        chosen = self._chosen()
        before = self._form.texts()
        self._form.show_format(chosen)
        names = FIELDS[chosen]
        texts = {name: before.get(name, "") for name in names}
        rest = [text for name, text in before.items() if name not in names and text.strip()]
        texts[names[0]] = "\n".join([*([texts[names[0]]] if texts[names[0]] else []), *rest])
        self._form.set_texts(texts)
        self.reformed.emit()
        self._form.set_focus()
        self._tell()

    def _chosen(self) -> NoteFormat:
        first = SHARED_FORMATS[0] if self._shared else NoteFormat.FREE
        return NoteFormat(self._format.value() or first)

    def _readers(self, keyed: Keyed) -> str:
        opened = keyed.opened
        names = [opened.names[one] for one in opened.closed_for if one in opened.names]
        return who_reads(self._kit.words, names, recovery=opened.closed_recovery)

    def _turned(self) -> None:
        """Keep the choice at once: a draft in clear gives way to a sealed one."""
        self._tell()
        self.left.emit()

    def _turned_addendum(self) -> None:
        self._tell_addendum()
        self.left.emit()

    def _tell(self) -> None:
        self.typed.emit(
            NoteEntry(
                person=self._person,
                format=self._chosen(),
                fields=self._form.texts(),
                base=self._base,
                closed=not self._shared and self._closed.closed,
            )
        )

    def _tell_addendum(self) -> None:
        if self._amended is not None:
            self.typed.emit(
                NoteEntry(
                    person=self._person,
                    format=NoteFormat.CORRECTION if self._corrects else NoteFormat.ADDENDUM,
                    fields=self._add_fields.texts(),
                    base=self._add_base,
                    amends=self._amended.note.id,
                    closed=not self._shared and self._add_closed.closed,
                    correction=self._corrects,
                )
            )
