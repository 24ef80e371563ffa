"""»Hramba«: the terms, whose file is due, proposals that wait for a second person."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.domain.retention import (
    LEAST_YEARS,
    MOST_YEARS,
    Erasure,
    ErasureKind,
    RetentionClass,
)
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.retention import DueLine, ProposalLine, Retention, RetentionBoard
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card, clear
from tcdesk.ui.fields import Choice, ChoiceField
from tcdesk.ui.forms import Form
from tcdesk.ui.jobs import Changed, Progress
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.settings_section import Section
from tcdesk.ui.sign_dialog import SignDialog
from tcdesk.ui.table import Table

CHANGED = frozenset({"retention"})
ERASED = frozenset({"retention", "people", "sessions", "notes", "groups", "backups", "bin"})


class RetentionSection(Section):
    """Proposing is for one person, confirming for another; each with their passphrase."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(kit, desk, place)
        self._retention = Retention(desk)
        self._confirms = desk.may(Action.CONFIRM_ERASURE)
        self._progress: Progress | None = None
        self._waiting = Card(kit.words("retention-waiting"))
        self._lines = QVBoxLayout()
        self._years: dict[RetentionClass, ChoiceField] = {}
        self._lay_out_waiting()
        self.column.addWidget(self._waiting)
        self.column.addWidget(self._due_card(), 1)
        self.column.addWidget(self._terms_card())
        self._done = Card(kit.words("retention-history"))
        self._done_lines = QVBoxLayout()
        self._done.body.addLayout(self._done_lines)
        self._done.hide()
        self.column.addWidget(self._done)
        kit.privacy.changed.connect(lambda _on: self.refresh())

    @override
    def refresh(self) -> None:
        self.kit.jobs.run(
            self, self._retention.board, done=self._show, failed=self.tell, lane="reader"
        )

    # Building

    def _lay_out_waiting(self) -> None:
        words = self.kit.words
        body = self._waiting.body
        body.addWidget(label(words("retention-waiting-why"), "muted", wrap=True))
        body.addLayout(self._lines)
        self._measure = QProgressBar()
        self._measure.setRange(0, 1000)
        self._measure.setTextVisible(False)
        self._measure.setAccessibleName(words("shell-progress"))
        self._working = label(words("retention-working"), "muted")
        self._stop = button(words("shell-cancel"), "quiet")
        self._stop.clicked.connect(self._cancel)
        row = QHBoxLayout()
        row.addWidget(self._working)
        row.addWidget(self._measure, 1)
        row.addWidget(self._stop)
        body.addLayout(row)
        self._renewal = QWidget()
        renewal = QHBoxLayout(self._renewal)
        renewal.setContentsMargins(0, 0, 0, 0)
        renewal.addWidget(label(words("retention-renewal"), "strong", wrap=True), 1)
        renew = button(words("retention-renew"))
        renew.clicked.connect(self._renew)
        renewal.addWidget(renew)
        body.addWidget(self._renewal)
        self._waiting.hide()
        self._at_work(None)

    def _due_card(self) -> Card:
        words = self.kit.words
        self._rows: Rows[DueLine] = Rows(
            (
                Column(key="who", title=words("retention-person"), text=self._who, stretch=True),
                Column(
                    key="class",
                    title=words("retention-class"),
                    text=lambda one: words(f"retention-class-{one.due.rule.value}"),
                ),
                Column(
                    key="last",
                    title=words("retention-last"),
                    text=lambda one: words.date(one.due.last_day),
                    order=lambda one: one.due.last_day,
                ),
                Column(
                    key="since",
                    title=words("retention-since"),
                    text=lambda one: words.date(one.due.since),
                    order=lambda one: one.due.since,
                ),
            ),
            words,
            self,
        )
        self.table: Table[DueLine] = Table(
            self._rows,
            name=words("retention-due"),
            empty=words("retention-due-none"),
            empty_next=words("retention-due-none.next"),
        )
        self.table.setMinimumHeight(180)
        self.buttons = {
            ErasureKind.ANONYMISE: button(words("retention-anonymise")),
            ErasureKind.ERASE: button(words("retention-erase")),
        }
        row = QHBoxLayout()
        row.addStretch(1)
        for kind, press in self.buttons.items():
            press.setEnabled(False)
            press.clicked.connect(partial(self._propose, kind))
            row.addWidget(press)
        self.table.chosen.connect(self._offer)
        card = Card(words("retention-due"))
        card.body.addWidget(label(words("retention-due-why"), "muted", wrap=True))
        card.body.addWidget(self.table, 1)
        card.body.addLayout(row)
        return card

    def _terms_card(self) -> Card:
        words = self.kit.words
        card = Card(words("retention-terms"))
        card.body.addWidget(label(words("retention-terms-why"), "muted", wrap=True))
        form = Form()
        for rule in RetentionClass:
            years = ChoiceField(
                [
                    Choice(code=str(count), label=words("retention-years", count=count))
                    for count in range(LEAST_YEARS, MOST_YEARS + 1)
                ]
            )
            years.setEnabled(False)
            years.changed.connect(partial(self._set_years, rule))
            self._years[rule] = years
            form.add(
                words(f"retention-class-{rule.value}"),
                years,
                hint=words(f"retention-class-{rule.value}.why"),
                wide=False,
            )
        card.body.addWidget(form)
        return card

    # Showing

    def _show(self, board: RetentionBoard) -> None:
        self._rows.show(board.due)
        self._offer(self.table.current)
        for rule, field in self._years.items():
            field.blockSignals(True)
            field.set_value(str(board.years[rule]))
            field.blockSignals(False)
            field.setEnabled(self.desk.may(Action.MANAGE_UNIT))
        clear(self._lines)
        for line in board.waiting:
            self._lines.addWidget(self._line(line))
        self._renewal.setVisible(board.renewal_due and self._confirms)
        self._waiting.setVisible(bool(board.waiting) or not self._renewal.isHidden())
        clear(self._done_lines)
        for one in board.done:
            self._done_lines.addWidget(label(self._told(one), "muted"))
        self._done.setVisible(bool(board.done))

    def _line(self, line: ProposalLine) -> QWidget:
        words, erasure = self.kit.words, line.erasure
        at = datetime.fromisoformat(erasure.proposed_at)
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 4, 0, 4)
        told = words(
            "retention-waiting-line",
            kind=words(f"retention-kind-{erasure.kind.value}").capitalize(),
            who=self._called(line.name, line.code),
            by=line.by,
            at=words.moment(at),
        )
        row.addWidget(label(told, wrap=True), 1)
        if line.own or self._confirms:
            back = button(words("retention-withdraw"), "link")
            back.clicked.connect(partial(self._withdraw, erasure.id))
            row.addWidget(back)
        if self._confirms and not line.own:
            go = button(words("retention-confirm"), "danger")
            go.clicked.connect(partial(self._ask_to_confirm, line))
            row.addWidget(go)
        return part

    def _told(self, erasure: Erasure) -> str:
        words = self.kit.words
        return words(
            "retention-history-line",
            at=words.moment(datetime.fromisoformat(erasure.done_at or "")),
            kind=words(f"retention-kind-{erasure.kind.value}"),
            **{"class": words(f"retention-class-{erasure.rule.value}")},
        )

    def _who(self, line: DueLine) -> str:
        return self._called(line.name, line.code)

    def _called(self, name: str, code: str) -> str:
        return f"{self.kit.privacy.name(name, code)} ({code})" if name else code

    def _offer(self, line: DueLine | None) -> None:
        for press in self.buttons.values():
            press.setEnabled(line is not None)

    # Doing

    def _propose(self, kind: ErasureKind) -> None:
        line = self.table.current
        if line is None:
            return
        words = self.kit.words

        def propose(passphrase: str) -> Changed[Erasure]:
            return Changed(self._retention.propose(line.person, kind, passphrase), CHANGED)

        dialog: SignDialog[Erasure] = SignDialog(
            self.kit,
            self.window(),
            question=words(f"retention-ask-{kind.value}"),
            explanation=words(f"retention-ask-{kind.value}.why"),
            sign=propose,
        )
        dialog.signed.connect(lambda _one: self._after(words("retention-proposed")))
        dialog.open()

    def _withdraw(self, erasure: str) -> None:
        def withdraw() -> Changed[None]:
            self._retention.withdraw(erasure)
            return Changed(None, CHANGED)

        self.kit.jobs.run(
            self,
            withdraw,
            done=lambda _none: self._after(self.kit.words("retention-withdrawn")),
            failed=self.tell,
        )

    def _ask_to_confirm(self, line: ProposalLine) -> None:
        """Ask for the passphrase; the work itself begins when the dialog has gone."""
        words, kind = self.kit.words, line.erasure.kind

        def check(passphrase: str) -> Changed[str]:
            self.desk.vault.signing_key(passphrase)
            return Changed(passphrase, frozenset())

        dialog: SignDialog[str] = SignDialog(
            self.kit,
            self.window(),
            question=words(
                f"retention-confirm-ask-{kind.value}", who=self._called(line.name, line.code)
            ),
            explanation=words("retention-confirm-why"),
            sign=check,
        )
        dialog.signed.connect(partial(self._carry_out, line.erasure))
        dialog.open()

    def _carry_out(self, erasure: Erasure, passphrase: str) -> None:
        retention = self._retention

        def work(progress: Progress) -> Changed[None]:
            retention.confirm(erasure.id, passphrase, lambda part: progress(0.8 * part))
            retention.renew_backups(lambda part: progress(0.8 + 0.2 * part))
            return Changed(None, ERASED)

        self._long(work, self.kit.words(f"retention-done-{erasure.kind.value}"))

    def _renew(self) -> None:
        def work(progress: Progress) -> Changed[None]:
            self._retention.renew_backups(progress)
            return Changed(None, frozenset({"backups", "retention"}))

        self._long(work, self.kit.words("retention-renewed"))

    def _long(self, work: Callable[[Progress], Changed[None]], said: str) -> None:
        def failed(error: Exception) -> None:
            self._at_work(None)
            self.tell(error)
            self.refresh()

        def done(_none: None) -> None:
            self._at_work(None)
            self._after(said)

        self._at_work(
            self.kit.jobs.run_long(
                self,
                work,
                done=done,
                failed=failed,
                measured=lambda part: self._measure.setValue(round(part * 1000)),
            )
        )

    def _at_work(self, progress: Progress | None) -> None:
        self._progress = progress
        for part in (self._working, self._measure, self._stop):
            part.setVisible(progress is not None)
        self._measure.setValue(0)

    def _cancel(self) -> None:
        if self._progress is not None:
            self._progress.cancel()

    def _set_years(self, rule: RetentionClass) -> None:
        years = int(self._years[rule].value() or LEAST_YEARS)

        def keep() -> Changed[None]:
            self._retention.set_years(rule, years)
            return Changed(None, CHANGED)

        self.kit.jobs.run(
            self,
            keep,
            done=lambda _none: self._after(self.kit.words("retention-kept")),
            failed=self.tell,
        )

    def _after(self, said: str) -> None:
        self.say_done(said)
        self.refresh()
