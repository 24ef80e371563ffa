"""Iskanje po zapisih: words in open notes, the newest or the best first; Enter opens a session."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from tcdesk.services.desk import Desk
from tcdesk.services.note_search import NoteFound, NoteSearch, NotesFound
from tcdesk.services.workplace import Workplace
from tcdesk.ui.fields import Choice, ChoiceField, LineField
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import ICON, button, label
from tcdesk.ui.page import Page
from tcdesk.ui.people_words import activity_name
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.table import Table

NEWEST, BEST = "newest", "best"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsAsked:
    """What the page is opened at: the words to look for."""

    text: str = field(repr=False)


class NoteSearchPage(Page):
    """Searches when Enter is pressed: every search is on record."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        del place  # it needs nothing of this computer
        words = kit.words
        super().__init__(kit, key="search", title=words("note-search"), icon=Icon.SEARCH)
        self._search = NoteSearch(desk)
        self._asked = ""
        self.field = LineField()
        self.field.setPlaceholderText(words("note-search-field"))
        self.field.setAccessibleName(words("note-search-field"))
        self.field.setClearButtonEnabled(True)
        self.order = ChoiceField(
            [Choice(code=one, label=words(f"note-search-{one}")) for one in (NEWEST, BEST)]
        )
        self.order.setAccessibleName(words("note-search-order"))
        self.do = button(words("note-search-do"))
        self.do.setIcon(kit.icons(Icon.SEARCH))
        self.do.setIconSize(ICON)
        self.count = label("", "muted")
        self._rows: Rows[NoteFound] = Rows(self._columns(), words, self)
        self.table: Table[NoteFound] = Table(
            self._rows,
            name=words("note-search"),
            empty=words("note-search-none"),
            empty_next=words("note-search-none.next"),
        )
        bar = QHBoxLayout()
        bar.setSpacing(12)
        bar.addWidget(self.field, 1)
        bar.addWidget(self.order)
        bar.addWidget(self.do)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(bar)
        column.addWidget(label(words("note-search-why"), "small", wrap=True))
        column.addWidget(self.count)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.field)
        self.field.returnPressed.connect(self._look)
        self.do.clicked.connect(self._look)
        self.order.changed.connect(lambda: self._look() if self._asked else None)
        self.table.openAsked.connect(lambda one: self.wanted.emit("session", one.hit.session))
        kit.privacy.changed.connect(self.table.viewport().update)

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, WordsAsked):
            self.field.set_value(target.text)
            self._look()

    def _look(self) -> None:
        typed = self.field.value()
        if not typed:
            return
        self._asked = typed
        search, ranked = self._search, self.order.value() == BEST
        self.kit.jobs.run(
            self, lambda: search.search(typed, ranked=ranked), done=self._show, failed=self.tell
        )

    def _show(self, found: NotesFound) -> None:
        words, many = self.kit.words, len(found.notes)
        told = "note-search-more" if found.more else "note-search-count"
        self.count.setText(words(told, count=many))
        self._rows.show(found.notes)
        if found.notes:
            self.table.selectRow(0)
            self.table.setFocus()

    def _columns(self) -> Sequence[Column[NoteFound]]:
        kit, words = self.kit, self.kit.words
        return (
            Column[NoteFound](
                key="day",
                title=words("note-search-day"),
                text=lambda one: words.date(one.hit.day),
                order=lambda one: one.hit.day,
            ),
            Column[NoteFound](
                key="who",
                title=words("note-search-who"),
                text=lambda one: kit.privacy.name(one.hit.who, one.hit.who_code),
                width=18,
            ),
            Column[NoteFound](
                key="activity",
                title=words("note-search-activity"),
                text=lambda one: activity_name(words, one.hit.activity_sl, one.hit.activity_en),
                width=20,
            ),
            Column[NoteFound](
                key="author", title=words("note-search-author"), text=lambda one: one.hit.author
            ),
            Column[NoteFound](
                key="text",
                title=words("note-search-text"),
                text=lambda one: kit.privacy.fact(one.excerpt),
                tooltip=lambda one: kit.privacy.fact(one.excerpt),
                stretch=True,
            ),
        )
