"""Revizijska sled: search by person, account, day and action; verify the whole; print a list."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.domain.staff import Action as Deed
from tcdesk.services.audit import AuditLog, LogLine, Wanted, Who
from tcdesk.services.audit_actions import action_words, known_actions
from tcdesk.services.audit_lines import AuditPlace, AuditQuestion
from tcdesk.services.chain_watch import Chain
from tcdesk.services.desk import Desk
from tcdesk.services.papers import Report
from tcdesk.services.workplace import Workplace
from tcdesk.ui.audit_details import AuditDetails
from tcdesk.ui.beside import Beside
from tcdesk.ui.fields import Choice, ChoiceField, DayField, LineField
from tcdesk.ui.icons import Icon
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.message import Message, Tone
from tcdesk.ui.page import Action, Page
from tcdesk.ui.paper_preview import Way, show_paper
from tcdesk.ui.rows import PAGE, Column, Order, Portion, Rows
from tcdesk.ui.table import Table

PERSON_EXAMPLE = "DOB-7K4Q2M"
TYPING = 350  # ms after the last letter before the log is asked


class AuditPage(Page):
    """The audit log, newest lines first; more of it comes as one scrolls."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        words = kit.words
        super().__init__(
            kit,
            key="audit",
            title=words("audit-title"),
            icon=Icon.AUDIT,
            topics=frozenset({"health"}),
        )
        self._place = place
        self._log = AuditLog(desk)
        self._question = AuditQuestion()
        self._before: AuditPlace | None = None
        self._busy = False
        self.person = LineField(longest=60)
        self.person.setPlaceholderText(PERSON_EXAMPLE)
        self.account = ChoiceField([], blank=words("audit-account-all"))
        self.action = ChoiceField(
            sorted(
                (Choice(code=code, label=action_words(words, code)) for code in known_actions()),
                key=lambda one: words.sort_key(one.label),
            ),
            blank=words("audit-action-all"),
        )
        self.first, self.last = DayField(kit), DayField(kit)
        self._names = desk.may(Deed.SEE_PEOPLE)
        self._wrong = label("", "error", wrap=True)
        self._wrong.hide()
        self._rows: Rows[LogLine] = Rows(self._columns(), words, self)
        self.table: Table[LogLine] = Table(
            self._rows,
            name=words("audit-title"),
            empty=words("audit-empty"),
            empty_next=words("audit-empty.next"),
            empty_action=words("audit-clear"),
            act=self.clear,
        )
        self.table.setSortingEnabled(False)
        self.table.horizontalHeader().setSortIndicatorShown(False)
        self.table.horizontalHeader().setSectionsClickable(False)
        self.details = AuditDetails(kit)
        self.table.chosen.connect(self.details.show_line)
        self._measure = QProgressBar()
        self._measure.setRange(0, 1000)
        self._measure.setTextVisible(False)
        self._measure.setAccessibleName(words("shell-progress"))
        self._measure.hide()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING)
        self._lay_out()
        self._typing.timeout.connect(self.refresh)
        self.person.changed.connect(self._typing.start)
        for field in (self.first, self.last):
            field.changed.connect(self._typing.start)
        self.account.changed.connect(self.refresh)
        self.action.changed.connect(self.refresh)
        kit.privacy.changed.connect(lambda _on: self.refresh())

    @override
    def actions_shown(self) -> tuple[Action, ...]:
        words = self.kit.words
        return (
            Action(
                text=words("audit-verify"),
                do=self.verify,
                icon=Icon.CHECK,
                enabled=not self._busy,
                help_text=words("audit-verify.help"),
            ),
            Action(
                text=words("audit-print"),
                do=self._print,
                icon=Icon.PRINT,
                primary=True,
                shortcut="Ctrl+P",
            ),
        )

    @override
    def refresh(self) -> None:
        self._typing.stop()
        wanted = Wanted(
            person=self.person.value(),
            account=self.account.value(),
            action=self.action.value(),
            first=self.first.value(),
            last=self.last.value(),
        )

        def ask() -> tuple[AuditQuestion, Mapping[str, Who]]:
            return self._log.ask(wanted), self._log.accounts()

        def begin(told: tuple[AuditQuestion, Mapping[str, Who]]) -> None:
            self._begin(*told)

        self.kit.jobs.run(self, ask, done=begin, failed=self._refuse, lane="reader")

    def clear(self) -> None:
        """Ask for everything again."""
        self.person.set_value("")
        self.first.set_value(None)
        self.last.set_value(None)
        self.account.set_value(None)
        self.action.set_value(None)
        self.refresh()

    def verify(self) -> None:
        """Read the whole chain in the reader lane, with progress."""
        self._busy = True
        self._measure.setValue(0)
        self._measure.show()
        self.actionsChanged.emit()
        self.kit.jobs.run_long(
            self,
            self._log.verify,
            done=self._verified,
            failed=self._failed,
            measured=lambda part: self._measure.setValue(round(part * 1000)),
            lane="reader",
        )

    def _lay_out(self) -> None:
        words = self.kit.words
        filters = QGridLayout()
        filters.setHorizontalSpacing(12)
        filters.setVerticalSpacing(2)
        fields: Sequence[tuple[str, QWidget, int]] = (
            (words("audit-person-name" if self._names else "audit-person"), self.person, 3),
            (words("audit-account"), self.account, 3),
            (words("audit-action"), self.action, 4),
            (words("audit-from"), self.first, 2),
            (words("audit-to"), self.last, 2),
        )
        for place, (text, field, share) in enumerate(fields):
            named = label(text, "small")
            named.setBuddy(field)
            field.setAccessibleName(text)
            filters.addWidget(named, 0, place)
            filters.addWidget(field, 1, place)
            filters.setColumnStretch(place, share)
        anew = button(words("audit-clear"), "link")
        anew.clicked.connect(self.clear)
        filters.addWidget(anew, 1, len(fields))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(filters)
        column.addWidget(self._wrong)
        column.addWidget(self._measure)
        column.addWidget(Beside(self.table, self.details, shares=(5, 2)), 1)
        self.setFocusProxy(self.person)

    def _columns(self) -> list[Column[LogLine]]:
        words = self.kit.words
        return [
            Column(
                key="at",
                title=words("audit-column-at"),
                text=lambda one: words.moment(one.moment),
                width=20,
            ),
            Column(
                key="account",
                title=words("audit-column-account"),
                text=lambda one: one.who or words("audit-system"),
                width=20,
            ),
            Column(
                key="action",
                title=words("audit-column-action"),
                text=lambda one: action_words(words, one.line.action),
                stretch=True,
            ),
            Column(
                key="person",
                title=words("audit-column-person"),
                text=self._about,
                width=24,
            ),
        ]

    def _about(self, one: LogLine) -> str:
        return self.kit.privacy.name(one.name, one.code) if one.name else one.code

    def _begin(self, question: AuditQuestion, accounts: Mapping[str, Who]) -> None:
        chosen = self.account.value()
        choices = [Choice(code=key, label=who.shown) for key, who in accounts.items()]
        self.account.blockSignals(True)
        self.account.set_choices(choices)
        self.account.set_value(chosen)
        self.account.blockSignals(False)
        self._wrong.hide()
        self._question = question
        self.details.show_line(None)
        self._rows.page_through(self._fetch)

    def _fetch(
        self, offset: int, order: Order | None, deliver: Callable[[Portion[LogLine]], None]
    ) -> None:
        del order  # newest first is the only order; everything else is a filter
        before = self._before if offset else None
        question = self._question

        def show(lines: Sequence[LogLine]) -> None:
            if question is self._question:
                self._before = lines[-1].line.place if lines else before
                deliver(Portion(values=lines, more=len(lines) == PAGE))

        self.kit.jobs.run(
            self,
            lambda: self._log.page(question, limit=PAGE, before=before),
            done=show,
            failed=self.tell,
            lane="reader",
        )

    def _refuse(self, error: Exception) -> None:
        self._wrong.setText(" ".join(self.kit.trouble.tell(error)))
        self._wrong.show()
        self._question = AuditQuestion()
        self.details.show_line(None)
        self._rows.show(())

    def _verified(self, chain: Chain) -> None:
        self._end()
        words = self.kit.words

        def keep() -> Changed[None]:
            self._log.verified(chain)
            return Changed(None, frozenset({"health"}))

        self.kit.jobs.run(self, keep, failed=self.tell)
        if chain.broken_at is None:
            text = words("audit-verified", lines=words.number(chain.seq))
            self.say(Message(text=text, tone=Tone.SUCCESS))
        else:
            self.say(
                Message(
                    text=words("audit-verified-broken", seq=words.number(chain.broken_at)),
                    next_step=words("audit-verified-broken.next"),
                    tone=Tone.ERROR,
                )
            )

    def _failed(self, error: Exception) -> None:
        self._end()
        self.tell(error)

    def _end(self) -> None:
        self._busy = False
        self._measure.hide()
        self.actionsChanged.emit()

    def _print(self) -> None:
        question, words = self._question, self.kit.words

        def draw() -> bytes:
            report: Report = self._log.report(question, words)
            return self._place.paper.report(report)

        def left(way: Way) -> None:
            self.kit.jobs.run(self, lambda: self._log.left(way.value), failed=self.tell)

        show_paper(self.kit, self, draw, title=words("audit-title"), failed=self.tell, left=left)
