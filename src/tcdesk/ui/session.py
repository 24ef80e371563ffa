"""The page of one session: roster left, notes right; everything typed is kept and nothing is lost.

typed ──≤ 3 s, other field, other row, lock──> draft ──page left, signed, Ctrl+S──> settled
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from tcdesk.domain.caseload import OutOfScopeError
from tcdesk.domain.closed import closes_first
from tcdesk.domain.errors import StaleRowError
from tcdesk.domain.ids import PersonId, SessionId
from tcdesk.domain.programmes import ActivityForm
from tcdesk.domain.sessions import SessionState
from tcdesk.domain.staff import Action as Right
from tcdesk.services.desk import Desk
from tcdesk.services.keying import KeyedSession, Keying, NoteEntry
from tcdesk.services.note_views import NoteView
from tcdesk.services.removals import Removals
from tcdesk.services.sessions import Sessions
from tcdesk.services.workplace import Workplace
from tcdesk.ui.beside import Beside
from tcdesk.ui.date_doubt import confirm_date
from tcdesk.ui.head_counts_card import HeadCountsCard
from tcdesk.ui.icons import Icon
from tcdesk.ui.jobs import Changed, JobsClosedError
from tcdesk.ui.keyed import Keyed
from tcdesk.ui.kit import Kit
from tcdesk.ui.move_note import ask_to_move
from tcdesk.ui.page import Action, Page
from tcdesk.ui.roster_panel import RosterPanel
from tcdesk.ui.session_acts import Numbers, change_roster, count_heads, one_above_other
from tcdesk.ui.session_head import SessionHead
from tcdesk.ui.session_notes import (
    CHANGED,
    NotesColumn,
    ask_to_countersign,
    ask_to_sign,
    insertions,
)
from tcdesk.ui.session_papers import SessionPapers
from tcdesk.ui.session_sayings import say_locked_draft, say_restored, say_stale
from tcdesk.ui.undoing import remove

NAMED = frozenset({ActivityForm.GROUP, ActivityForm.INDIVIDUAL})
KEEP_WITHIN = 2500  # ms from the first change to the draft; with the writing itself below 3 s


class SessionPage(Page):
    """One session as it is run and recorded."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(
            kit,
            key="session",
            title=kit.words("session-title"),
            icon=Icon.NOTE,
            topics=frozenset({"sessions", "notes", "people", "groups"}),
        )
        self._desk = desk
        self._keying = Keying(desk)
        self._papers = SessionPapers(self, desk, place)
        self._session: SessionId | None = None
        self._looked = False
        self._keyed: Keyed | None = None
        self._told: list[str] = []
        self._head = SessionHead(kit, counts=not desk.may(Right.SEE_PEOPLE))
        self._panel = RosterPanel(kit, desk)
        self._heads = HeadCountsCard(kit)
        self._notes = NotesColumn(kit)
        self._shared, self._member = self._notes.shared, self._notes.member
        self._lay_out()
        self._keeper = QTimer(self, singleShot=True, interval=KEEP_WITHIN)
        self._keeper.timeout.connect(self.save_draft)
        self._connect()

    # What the window asks of a page

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, str) and target != self._session:
            self._settle()
            self._session = SessionId(target)
            self._keyed = None
            self._told = []  # the window has been told of none for this one
            self._panel.give_up()
            self._head.kept.clear()
        self._looked = False  # another visit is another look, and on record

    @override
    def refresh(self) -> None:
        session = self._session
        if session is not None:
            if not self._looked:
                self._looked = True
                look = Sessions(self._desk).look
                self.kit.jobs.run(self, lambda: look(session), failed=self.tell)
            self.kit.jobs.run(
                self,
                lambda: self._keying.open(session),
                done=partial(self._opened, session),
                failed=partial(self._refused, session),
                lane="reader",
            )

    @override
    def actions_shown(self) -> tuple[Action, ...]:
        if self._keyed is None:
            return ()
        words, actions = self.kit.words, []
        held = self._keyed.opened.file.session.state is SessionState.HELD
        if self._desk.may(Right.EDIT_SCHEDULE) and not held:
            actions.append(
                Action(text=words("remove-session"), do=self._remove_session, icon=Icon.DELETE)
            )
        if self._desk.may(Right.PRINT_SHEETS):
            actions.append(
                Action(
                    text=words("session-print"), do=self._print, icon=Icon.PRINT, shortcut="Ctrl+P"
                )
            )
        waiting = self._keyed.to_countersign()
        if waiting:
            text = words("session-countersign", count=len(waiting))
            actions.append(Action(text=text, do=self._countersign, icon=Icon.SIGN))
        if self._writes:
            several = self._panel.roster.several()
            actions.append(
                Action(
                    text=words("session-sign-chosen", count=len(several))
                    if several
                    else words("session-sign-all"),
                    do=self._sign_main,
                    icon=Icon.SIGN,
                    primary=True,
                    shortcut="Ctrl+Return",
                    help_text=words("session-sign-all.help"),
                )
            )
        return tuple(actions)

    @override
    def save_draft(self) -> None:
        self._keeper.stop()
        keyed, session = self._keyed, self._session
        if keyed is None or session is None or not self._writes:
            return
        place, cursor = self._notes.where()
        draft = keyed.draft(self._member.person, place)
        if not keyed.worth_keeping(draft, cursor):
            return

        def keep() -> Changed[str]:
            return Changed(self._keying.keep(session, draft, cursor), frozenset({"drafts"}))

        def done(moment: str) -> None:
            if not draft.empty:
                self._head.say_kept(moment)

        def failed(error: Exception) -> None:
            keyed.not_kept()
            self.tell(error)

        self.kit.jobs.run(self, keep, done=done, failed=failed)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # Another page was opened. When the whole window goes (lock, end), the draft is enough: the
        # page comes back from it with its cursor.
        if self.window().isVisible() and not event.spontaneous():
            self._settle()

    def _refused(self, session: SessionId, error: Exception) -> None:
        """Say why a session is not shown; what is not in one's care any more goes out of sight."""
        if isinstance(error, OutOfScopeError) and session == self._session:
            self.save_draft()
            self._leave()
        self.tell(error)

    # Building

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(self._head)
        left = one_above_other(self._panel, self._heads)
        whole.addWidget(Beside(left, self._notes, shares=(1, 1)), 1)

    def _connect(self) -> None:
        panel, roster = self._panel, self._panel.roster
        panel.changed.connect(self._marks_changed)
        panel.guestAsked.connect(partial(self._change_roster, added=True))
        panel.failed.connect(self.tell)
        panel.leaveOutAsked.connect(partial(self._change_roster, added=False))
        roster.chosen.connect(self._on_chosen)
        roster.noteAsked.connect(self._to_note)
        roster.selectionModel().selectionChanged.connect(lambda *_: self._tell_actions())
        offered = insertions(self, self._desk, lambda: self._keyed, self.refresh)
        for card in (self._shared, self._member):
            card.typed.connect(self._on_typed)
            card.left.connect(self.save_draft)
            card.rosterAsked.connect(roster.setFocus)
            card.signAsked.connect(lambda person: self._sign([person]))
            card.addAsked.connect(self._begin_addendum)
            card.addDropped.connect(self._drop_addendum)
            card.removeAsked.connect(self._remove_note)
            card.moveAsked.connect(self._move_note)
            card.set_insertions(offered)
            card.reformed.connect(self._order_tabs)
        self._shared.stepAsked.connect(lambda _by: self._to_note())
        self._member.stepAsked.connect(self._step)
        self._heads.counted.connect(self._count_heads)
        self.kit.privacy.changed.connect(lambda _on: self._show())
        save = QShortcut(QKeySequence.StandardKey.Save, self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self._settle)

    # Showing

    @property
    def _writes(self) -> bool:
        file = self._keyed.opened.file if self._keyed else None
        return (
            file is not None
            and file.session.state is not SessionState.CANCELLED
            and self._desk.may(Right.WRITE_NOTES)
        )

    def _opened(self, session: SessionId, opened: KeyedSession) -> None:
        if session != self._session:
            return
        if self._keyed is None:
            actor = self._desk.actor
            closes = closes_first(actor.role)
            self._keyed = Keyed(opened, actor.account, self.kit.words, closes=closes)
            self._show()
            self._restore(opened)
        else:
            self._keyed.reload(opened)
            self._show()

    def _restore(self, opened: KeyedSession) -> None:
        if opened.locked_draft:
            say_locked_draft(self)
        kept = opened.kept
        roster = self._panel.roster
        roster.choose(kept.draft.chosen if kept else None)
        roster.setFocus()
        if kept is None:
            return
        card, _, field = kept.draft.place.partition(".")
        if field:
            (self._shared if card == "shared" else self._member).go_to(field, kept.cursor)
        self._head.say_kept(kept.saved_at)
        say_restored(self, self._forget)

    def _show(self) -> None:
        keyed = self._keyed
        if keyed is None:
            return
        file = keyed.opened.file
        session = file.session
        self.set_title(self._head.title(file))
        self._head.show_file(file)
        may_plan = self._desk.may(Right.EDIT_SCHEDULE) and session.person is None
        self._panel.show_keyed(
            keyed,
            editable=self._writes,
            plan_editable=may_plan and session.state is not SessionState.CANCELLED,
        )
        self._heads.show_numbers(file, keyed.opened.numbers, editable=self._writes)
        self._panel.setVisible(file.activity.form in NAMED or bool(file.roster))
        self._shared.setVisible(session.person is None and self._desk.may(Right.SEE_NOTES))
        self._show_cards()
        self._tell_actions()

    def _tell_actions(self) -> None:
        """Let the window draw the actions anew, only when they are others: not at every key."""
        told = [action.text for action in self.actions_shown()]
        if told != self._told:
            self._told = told
            self.actionsChanged.emit()

    def _show_cards(self) -> None:
        keyed, row = self._keyed, self._panel.roster.current
        if keyed is None:
            return
        words = self.kit.words
        self._shared.show_note(keyed, None, words("session-shared-note"), editable=self._writes)
        shown = row is not None and self._desk.may(Right.SEE_NOTES)
        self._member.setVisible(shown)
        if row is not None and shown:
            name = self.kit.privacy.name(row.person.short_name, row.person.code)
            title = words("session-note-for", name=name)
            self._member.show_note(keyed, row.person.id, title, editable=self._writes)
        self._order_tabs()

    def _order_tabs(self) -> None:
        self._notes.order_tabs(self._panel, self._heads.stops())

    # Typing

    def _on_chosen(self, _person: object) -> None:
        self.save_draft()
        self._show_cards()

    def _on_typed(self, entry: NoteEntry) -> None:
        if self._keyed is not None:
            before = self._keyed.note_state(entry.person)
            self._keyed.write(entry)
            if self._keyed.note_state(entry.person) is not before:  # not at every letter
                self._panel.roster.rows.show(self._keyed.rows())
            self._begin_keeping()

    def _marks_changed(self) -> None:
        self._show()
        self._begin_keeping()

    def _begin_keeping(self) -> None:
        if not self._keeper.isActive():
            self._keeper.start()

    def _step(self, by: int) -> None:
        self._panel.roster.step(by)
        self._to_note()

    def _to_note(self) -> None:
        if not self._member.go_to():
            self._panel.roster.setFocus()

    def _begin_addendum(self, view: NoteView, correction: bool = False) -> None:  # noqa: FBT001, FBT002 - as the signal tells
        if self._keyed is not None:
            self._keyed.begin_addendum(view, correction=correction)
            self._show()
            (self._shared if view.note.person is None else self._member).go_to("add.reason")

    def _drop_addendum(self, view: NoteView) -> None:
        if self._keyed is not None:
            self._keyed.drop_addendum(view)
            self._show()
            self._begin_keeping()

    def _forget(self) -> None:
        if self._keyed is not None:
            self._keyed.forget()
            self._show()
            self.save_draft()

    # Settling and signing

    def _settle(self) -> None:
        if self._keyed is not None and self._keyed.typed and self._writes:
            self._settle_then(lambda: None)

    def _settle_then(self, then: Callable[[], None]) -> None:
        """Settle what is typed and go on; what has changed meanwhile is said in place."""
        keyed, session = self._keyed, self._session
        if keyed is None or session is None:
            return
        self._keeper.stop()
        marks, entries = keyed.marks, keyed.entries
        keyed.not_kept()  # settling ends the vault's draft; what is typed meanwhile is a new one

        def settle() -> Changed[KeyedSession]:
            self._keying.settle(session, marks, entries)
            return Changed(self._keying.open(session), CHANGED)

        def done(opened: KeyedSession) -> None:
            keyed.settled(marks, entries, opened)
            if keyed is self._keyed:
                self._show()
                self._head.kept.setText(self.kit.words("session-settled"))
                self.save_draft()
                then()

        try:
            self.kit.jobs.run(self, settle, done=done, failed=partial(self._not_settled, keyed))
        except JobsClosedError:
            return  # the program ends; the draft is in the vault

    def _not_settled(self, keyed: Keyed, error: Exception) -> None:
        self.tell(error)
        if isinstance(error, StaleRowError) and keyed is self._keyed:
            say_stale(self, error, self._insist)
            self.refresh()

    def _insist(self) -> None:
        """Settle on top of the new state, which the person has seen."""
        if self._keyed is not None:
            self._keyed.see()
            self._settle()

    def _sign_main(self) -> None:
        self._sign(self._panel.roster.several() or None)

    def _sign(self, people: Sequence[PersonId | None] | None) -> None:
        if self._writes:
            sure = partial(confirm_date, self, self._desk, lambda: self._ask_to_sign(people))
            self._settle_then(sure)

    def _countersign(self) -> None:
        if self._keyed is not None:
            ask_to_countersign(self, self._desk, self._keyed.to_countersign())

    def _move_note(self, view: NoteView) -> None:
        """Save what is typed, then ask where the note belongs."""
        self._settle_then(lambda: ask_to_move(self, self._desk, view))

    def _ask_to_sign(self, people: Sequence[PersonId | None] | None) -> None:
        ask_to_sign(self, self._desk, self._keyed.mine_unsigned(people) if self._keyed else ())

    # Roster and paper

    def _change_roster(self, person: PersonId, *, added: bool) -> None:
        if self._session is not None:
            change_roster(self, self._desk, self._session, person, added=added)

    def _count_heads(self, numbers: Numbers, seen: Numbers) -> None:
        if self._session is not None:
            count_heads(self, self._desk, self._session, numbers, seen)

    def _remove_session(self) -> None:
        session = self._session
        if session is not None:
            self._keyed = None  # what is typed goes into the bin with it
            self._keeper.stop()
            remove(self, self._desk, lambda: Removals(self._desk).session(session), self._leave)

    def _remove_note(self, view: NoteView) -> None:
        """Move the own note into the bin; what is typed over it goes with it."""
        if self._keyed is not None:
            self._keyed.unwrite(view.note.person)
            self.save_draft()
            note = view.note.id
            remove(self, self._desk, lambda: Removals(self._desk).note(note))

    def _leave(self) -> None:
        self._session = self._keyed = None
        self.wanted.emit("sessions", None)

    def _print(self) -> None:
        if self._session is not None:
            self._papers.print(self._session, self._keyed)
