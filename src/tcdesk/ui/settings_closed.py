"""Closed notes: who can open whose, naming readers, handing over, search, recovery."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from tcdesk.domain.closed import KeyReason
from tcdesk.domain.ids import AccountId
from tcdesk.domain.staff import Action
from tcdesk.services.closed import Closed, ClosedFile, Colleague, Reader
from tcdesk.services.closed_recovery import ClosedRecovery, Given, Standing
from tcdesk.services.desk import Desk
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card
from tcdesk.ui.closed_search import ClosedSearchCard
from tcdesk.ui.closed_wizards import making_wizard, using_wizard
from tcdesk.ui.colleague_dialog import ColleagueDialog
from tcdesk.ui.decision import decide
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.message import Message, Tone
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.settings_section import Section
from tcdesk.ui.table import Table

CHANGED = frozenset({"notes"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One reader of one author; None where nobody else reads."""

    file: ClosedFile
    reader: Reader | None


class ClosedSection(Section):
    """Everybody sees who can open what; authors act on their own, the head on the recovery."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(kit, desk, place)
        self._closed = Closed(desk)
        self._recovery = ClosedRecovery(desk)
        self._writes = desk.may(Action.WRITE_NOTES)
        self._manages = desk.may(Action.MANAGE_CLOSED)
        self.column.addWidget(self._readers_card(), 1)
        if self._writes:
            self.search = ClosedSearchCard(kit, self._closed)
            self.search.sessionAsked.connect(lambda session: self.wanted.emit("session", session))
            self.search.failed.connect(self.tell)
            self.column.addWidget(self.search)
        self.column.addWidget(self._recovery_card())
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)

    @override
    def refresh(self) -> None:
        closed, recovery = self._closed, self._recovery
        self.kit.jobs.run(
            self,
            lambda: (closed.files(), recovery.standing()),
            done=lambda found: self._show(*found),
            failed=self.tell,
            lane="reader",
        )

    def _readers_card(self) -> Card:
        words = self.kit.words
        self._rows: Rows[_Line] = Rows(
            (
                Column(key="author", title=words("closed-author"), text=lambda one: one.file.name),
                Column(key="reader", title=words("closed-reader"), text=self._reader),
                Column(key="reason", title=words("closed-reason"), text=self._reason, stretch=True),
                Column(
                    key="count",
                    title=words("closed-count"),
                    text=lambda one: str(_count(one)),
                    order=_count,
                    number=True,
                ),
                Column(key="since", title=words("closed-since"), text=self._since),
            ),
            words,
            self,
        )
        self.table = Table(
            self._rows,
            name=words("closed-title"),
            empty=words("closed-none"),
            empty_next=words("closed-none-next"),
        )
        self.table.setMinimumHeight(150)
        self.table.chosen.connect(self._choose)
        card = Card(words("closed-title"))
        card.body.addWidget(label(words("closed-why"), "muted", wrap=True))
        card.body.addWidget(self.table, 1)
        self.name = button(words("closed-name-button"), "primary")
        self.stop = button(words("closed-stop-button"))
        self.over = button(words("closed-hand-over-button"))
        self.name.clicked.connect(partial(self._ask_whom, self._name_whom))
        self.over.clicked.connect(partial(self._ask_whom, self._hand_over_to))
        self.stop.clicked.connect(self._ask_stop)
        row = QHBoxLayout()
        row.addWidget(self.over)
        row.addWidget(self.stop)
        row.addStretch(1)
        row.addWidget(self.name)
        for press in (self.name, self.stop, self.over):
            press.setVisible(self._writes)
        card.body.addLayout(row)
        self._choose(None)
        return card

    def _recovery_card(self) -> Card:
        words = self.kit.words
        card = Card(words("closed-recovery"))
        self._standing = label("", "strong", wrap=True)
        self.make = button(words("closed-recovery-make"))
        self.use = button(words("closed-recovery-use"))
        self.make.clicked.connect(self._make)
        self.use.clicked.connect(self._use)
        row = QHBoxLayout()
        row.addWidget(self.make)
        row.addWidget(self.use)
        row.addStretch(1)
        for press in (self.make, self.use):
            press.setVisible(self._manages)
        card.body.addWidget(label(words("closed-recovery-why"), "muted", wrap=True))
        card.body.addWidget(self._standing)
        card.body.addLayout(row)
        return card

    # Showing

    def _show(self, files: Sequence[ClosedFile], standing: Standing) -> None:
        words = self.kit.words
        self._rows.show(
            [
                _Line(file=file, reader=reader)
                for file in files
                for reader in (file.readers or (None,))
            ]
        )
        there = bool(standing.made_at)
        self._standing.setText(
            words(
                "closed-recovery-there",
                day=words.date(datetime.fromisoformat(standing.made_at).date()),
                name=standing.made_by,
            )
            if there
            else words("closed-recovery-missing")
        )
        self.make.setText(words("closed-recovery-again" if there else "closed-recovery-make"))

    def _reader(self, line: _Line) -> str:
        words, reader = self.kit.words, line.reader
        if reader is None:
            return words("closed-nobody")
        return reader.name if reader.account else words("closed-parts")

    def _reason(self, line: _Line) -> str:
        words, reader = self.kit.words, line.reader
        if reader is None:
            return ""
        told = words(f"closed-reason-{reader.reason.value}")
        if reader.lost and reader.account is not None:
            return words("closed-reader-lost", reason=told)
        return told if reader.goes_on else words("closed-reader-past", reason=told)

    def _since(self, line: _Line) -> str:
        if line.reader is None:
            return ""
        return self.kit.words.date(datetime.fromisoformat(line.reader.since).date())

    def _choose(self, line: _Line | None) -> None:
        reader = line.reader if line else None
        own = line is not None and line.file.author == self.desk.actor.account
        self.stop.setEnabled(
            own
            and reader is not None
            and reader.account is not None
            and reader.reason is not KeyReason.AUTHOR
            and reader.goes_on
            and not reader.lost
        )

    # What an author does

    def _ask_whom(self, ask: Callable[[Sequence[Colleague]], None]) -> None:
        self.kit.jobs.run(self, self._closed.colleagues, done=ask, failed=self.tell, lane="reader")

    def _name_whom(self, colleagues: Sequence[Colleague]) -> None:
        words = self.kit.words
        ColleagueDialog(
            self.kit,
            self.window(),
            title=words("closed-name-title"),
            why=words("closed-name-why"),
            do=words("closed-name-do"),
            colleagues=colleagues,
            then=lambda who: self._do(partial(self._closed.name, who), words("closed-named")),
        ).open()

    def _hand_over_to(self, colleagues: Sequence[Colleague]) -> None:
        words = self.kit.words
        ColleagueDialog(
            self.kit,
            self.window(),
            title=words("closed-hand-over-title"),
            why=words("closed-hand-over-why"),
            do=words("closed-hand-over-do"),
            colleagues=colleagues,
            then=self._hand_over,
        ).open()

    def _hand_over(self, successor: AccountId) -> None:
        words, closed = self.kit.words, self._closed

        def give() -> Changed[int]:
            return Changed(closed.hand_over(successor), CHANGED)

        def done(count: int) -> None:
            self.say_done(words("closed-handed-over", count=count))
            self.refresh()

        self.kit.jobs.run(self, give, done=done, failed=self.tell)

    def _ask_stop(self) -> None:
        line = self.table.current
        reader = line.reader if line else None
        if reader is None or reader.account is None:
            return
        words = self.kit.words
        stop = partial(self._closed.stop, reader.account)
        decide(
            self.kit,
            self.window(),
            lambda: self._do(stop, words("closed-stopped")),
            question=words("closed-stop-ask", name=reader.name),
            explanation=words("closed-stop-ask.why"),
            yes=words("closed-stop-do"),
        )

    def _do(self, deed: Callable[[], None], said: str) -> None:
        def work() -> Changed[None]:
            deed()
            return Changed(None, CHANGED)

        def done(_none: None) -> None:
            self.say_done(said)
            self.refresh()

        self.kit.jobs.run(self, work, done=done, failed=self.tell)

    # What the head does

    def _make(self) -> None:
        wizard = making_wizard(self.kit, self.window(), self.place, self._recovery)
        wizard.ended.connect(lambda _state: self.say_done(self.kit.words("closed-made")))
        wizard.finished.connect(lambda _code: self.refresh())
        wizard.open()

    def _use(self) -> None:
        wizard = using_wizard(self.kit, self.window(), self._recovery)
        wizard.ended.connect(self._used)
        wizard.finished.connect(lambda _code: self.refresh())
        wizard.open()

    def _used(self, state: object) -> None:
        if isinstance(state, Given):
            words = self.kit.words
            self.said.emit(
                Message(
                    text=words("closed-given", count=state.notes),
                    next_step=words("closed-given.next"),
                    tone=Tone.WARN,
                    action=words("closed-recovery-make"),
                    act=self._make,
                )
            )


def _count(line: _Line) -> int:
    return line.reader.notes if line.reader else line.file.notes
