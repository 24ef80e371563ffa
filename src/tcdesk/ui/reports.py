"""Reports: choose quarters, read the figures with their definitions, print them, save them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.domain.quarters import Quarter, quarter_of
from tcdesk.services.desk import Desk
from tcdesk.services.papers import Report
from tcdesk.services.reports import ReportLeft, Reports
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card, clear
from tcdesk.ui.decision import decide
from tcdesk.ui.fields import Choice, ChoiceField
from tcdesk.ui.figure_table import FigureTable
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label
from tcdesk.ui.message import Message, Tone
from tcdesk.ui.page import Action, Page
from tcdesk.ui.paper_preview import Way, show_paper
from tcdesk.ui.saved_file import SaveFailedError, ask_path, save_whole

YEARS = 4  # how far back quarters are offered
AskPath = Callable[[QWidget, str, str], str]


def ask_workbook(parent: QWidget, title: str, name: str) -> str:
    """Let the person choose where the workbook goes."""
    return ask_path(parent, title, name, "XLSX (*.xlsx)")


class ReportsPage(Page):
    """An office's figures of all units, or a unit's own; the same on screen, paper and sheet."""

    def __init__(
        self, kit: Kit, desk: Desk, place: Workplace, *, ask: AskPath = ask_workbook
    ) -> None:
        words = kit.words
        super().__init__(
            kit,
            key="reports",
            title=words("reports-title"),
            icon=Icon.REPORTS,
            topics=frozenset({"people", "sessions", "notes", "exchange", "programmes"}),
        )
        self._place = place
        self._reports = Reports(desk, words)
        self._ask = ask
        self._report: Report | None = None
        now = quarter_of(kit.clock.today())
        self._quarters = {_code(one): one for one in _back(now, YEARS * 4)}
        choices = [
            Choice(code=code, label=words.quarter(one.year, one.number))
            for code, one in self._quarters.items()
        ]
        self.first, self.last = ChoiceField(choices), ChoiceField(choices)
        self.first.setAccessibleName(words("reports-from"))
        self.last.setAccessibleName(words("reports-to"))
        self.first.set_value(_code(Quarter(now.year, 1)))
        self.last.set_value(_code(now))
        self._facts = label("", "muted", wrap=True)
        self._sections = QVBoxLayout()
        self._sections.setSpacing(12)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addLayout(self._bar())
        column.addWidget(self._facts)
        column.addLayout(self._sections)
        column.addStretch(1)
        self.setFocusProxy(self.first)
        self.first.changed.connect(lambda: self._chosen(self.first))
        self.last.changed.connect(lambda: self._chosen(self.last))

    @override
    def actions_shown(self) -> tuple[Action, ...]:
        words, ready = self.kit.words, self._report is not None
        return (
            Action(
                text=words("reports-save"),
                do=self._save,
                icon=Icon.SAVE,
                enabled=ready,
                help_text=words("reports-save.help"),
            ),
            Action(
                text=words("reports-print"),
                do=self._print,
                icon=Icon.PRINT,
                primary=True,
                enabled=ready,
                shortcut="Ctrl+P",
            ),
        )

    @override
    def refresh(self) -> None:
        first, last = self._period()
        self.kit.jobs.run(
            self,
            lambda: self._reports.make(first, last),
            done=lambda made: self._show(made, (first, last)),
            failed=self.tell,
            lane="reader",
        )

    def _bar(self) -> QHBoxLayout:
        words = self.kit.words
        row = QHBoxLayout()
        row.setSpacing(8)
        for text, field in ((words("reports-from"), self.first), (words("reports-to"), self.last)):
            named = label(text)
            named.setBuddy(field)
            row.addWidget(named)
            row.addWidget(field)
            row.addSpacing(8)
        row.addStretch(1)
        return row

    def _period(self) -> tuple[Quarter, Quarter]:
        return (
            self._quarters[self.first.value() or ""],
            self._quarters[self.last.value() or ""],
        )

    def _chosen(self, changed: ChoiceField) -> None:
        """Keep the period in order: the other end follows the one that was chosen."""
        first, last = self._period()
        if first > last:
            other = self.last if changed is self.first else self.first
            other.set_value(changed.value())  # its own signal asks for the report
        else:
            self.refresh()

    def _show(self, report: Report, period: tuple[Quarter, Quarter]) -> None:
        if period != self._period():
            return  # another period was chosen meanwhile
        words = self.kit.words
        self._report = report
        told = [f"{name}: {value}" for name, value in report.filters]
        told.append(words("reports-as-of", day=words.date(report.as_of)))
        if report.data_version:
            told.append(words("reports-data", version=report.data_version))
        self._facts.setText("  ·  ".join(told))
        clear(self._sections)
        for section in report.sections:
            card = Card(section.title)
            for table in section.tables:
                card.body.addWidget(FigureTable(self.kit, table, empty=words("reports-no-rows")))
            self._sections.addWidget(card)
            card.show()  # now, so that the room for it is asked for in one go
        self.updateGeometry()
        self.actionsChanged.emit()

    def _print(self) -> None:
        report = self._report
        if report is None:
            return
        show_paper(
            self.kit,
            self,
            partial(self._place.paper.report, report),
            title=report.title,
            failed=self.tell,
            left=lambda way: self._record(ReportLeft.PRINT if way is Way.PRINT else ReportLeft.PDF),
        )

    def _save(self) -> None:
        words = self.kit.words
        decide(
            self.kit,
            self,
            self._choose_place,
            question=words("reports-save-ask"),
            explanation=words("reports-save-ask.why"),
            yes=words("reports-save-ask.yes"),
            danger=True,
        )

    def _choose_place(self) -> None:
        report = self._report
        first, last = self._period()
        name = f"tcdesk-{_code(first)}-{_code(last)}.xlsx"
        path = self._ask(self, self.kit.words("reports-save"), name) if report else ""
        if report and path:
            self.kit.jobs.run(
                self,
                partial(self._place.workbook.report, report),
                done=partial(self._write, path),
                failed=self.tell,
                lane="reader",
            )

    def _write(self, path: str, content: bytes) -> None:
        try:
            save_whole(path, content)
        except SaveFailedError as error:
            self.tell(error)
            return
        self._record(ReportLeft.XLSX)
        self.say(Message(text=self.kit.words("shell-saved"), tone=Tone.SUCCESS))

    def _record(self, way: ReportLeft) -> None:
        self.kit.jobs.run(self, lambda: self._reports.left(way), failed=self.tell)


def _code(quarter: Quarter) -> str:
    return f"{quarter.year}-Q{quarter.number}"


def _back(last: Quarter, count: int) -> list[Quarter]:
    """List quarters, the newest first."""
    whole = last.year * 4 + last.number - 1
    return [Quarter((whole - back) // 4, (whole - back) % 4 + 1) for back in range(count)]
