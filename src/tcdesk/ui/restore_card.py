"""The way to a restore and to a drill, in the settings: when it was last tried, and how to try."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tcdesk.domain.days import days_ago
from tcdesk.services.desk import Desk
from tcdesk.services.drill_paper import DrillPaper
from tcdesk.services.restore_states import Choose, Drilled, Restored, State
from tcdesk.services.restoring import Restores, Restoring
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card
from tcdesk.ui.help_window import show_help
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.preview import Preview
from tcdesk.ui.restore_steps import AskFolder, ask_folder
from tcdesk.ui.restore_wizard import Drill, restore_wizard
from tcdesk.ui.wizard import Wizard

RESTORED = "restored"
"""The topic that says that the vault holds another day's content: whoever sits there must leave."""


class RestoreCard(Card):
    """Begins a restore or a drill; ``failed`` and ``said`` are for the page."""

    failed = Signal(Exception)
    said = Signal(str)

    def __init__(
        self, kit: Kit, desk: Desk, place: Workplace, *, ask: AskFolder = ask_folder
    ) -> None:
        super().__init__(kit.words("restore-card"))
        self._kit = kit
        self._desk = desk
        self._place = place
        self._ask = ask
        self.wizard: Wizard[State] | None = None
        words = kit.words
        self._drilled = label("", wrap=True)
        self._drill = button(words("restore-drill"))
        self._restore = button(words("restore-begin"))
        help_link = button(words("restore-help"), "link")
        self._drill.clicked.connect(lambda: self._begin(self._show_drill))
        self._restore.clicked.connect(lambda: self._begin(self._show_restore))
        help_link.clicked.connect(
            lambda: show_help(kit, self.window(), place.resources, "recovery")
        )
        row = QHBoxLayout()
        row.addWidget(self._drill)
        row.addWidget(self._restore)
        row.addStretch(1)
        row.addWidget(help_link)
        self.body.addWidget(label(words("restore-card.why"), "muted", wrap=True))
        self.body.addWidget(self._drilled)
        self.body.addLayout(row)

    def show_drilled(self, at: datetime | None) -> None:
        """Say when a restore was last tried."""
        words = self._kit.words
        if at is None:
            self._drilled.setText(words("restore-drilled-never"))
            return
        days = days_ago(at, self._kit.clock.today())
        self._drilled.setText(words("restore-drilled", at=words.moment(at), count=days))

    def _begin(self, show: Callable[[tuple[Restoring, Choose]], None]) -> None:
        """Save what is typed elsewhere first: the present is kept with it."""
        desk, intake = self._desk, self._place.intake

        def begin() -> tuple[Restoring, Choose]:
            flow = Restores(desk).begin(intake)
            return flow, flow.begin()

        self._kit.jobs.run(self, begin, done=show, failed=self.failed.emit)

    def _show_restore(self, begun: tuple[Restoring, Choose]) -> None:
        flow, first = begun
        self._show(flow, first, None)

    def _show_drill(self, begun: tuple[Restoring, Choose]) -> None:
        flow, first = begun
        drill = Drill(keep=Restores(self._desk).keep_drill, paper=self._paper)
        self._show(flow, first, drill)

    def _show(self, flow: Restoring, first: Choose, drill: Drill | None) -> None:
        wizard = restore_wizard(
            self._kit, self.window(), self._place, flow, first, drill=drill, ask=self._ask
        )

        def leave() -> None:
            """Close what is open; after a restore this sitting is over, however it was left."""
            state = wizard.state
            topics = frozenset({RESTORED if isinstance(state, Restored) else "backups"})
            self._kit.jobs.run(self, lambda: Changed(flow.leave(state), topics))

        def end() -> None:
            over = RESTORED if drill is None else "backups"
            self._kit.jobs.run(self, lambda: Changed(None, frozenset({over})))
            if drill is not None:
                self.said.emit(self._kit.words("drill-kept"))

        wizard.rejected.connect(leave)
        wizard.ended.connect(lambda _state: end())
        wizard.finished.connect(wizard.deleteLater)
        self.wizard = wizard
        wizard.open()

    def _paper(self, parent: QWidget, drilled: Drilled) -> None:
        paper, words = self._place.paper, self._kit.words
        told = DrillPaper(self._desk, words)

        def show(content: bytes) -> None:
            Preview(self._kit, parent.window(), content=content, title=words("paper-drill")).open()

        self._kit.jobs.run(
            parent, lambda: paper.drill_report(told.report(drilled)), done=show, lane="reader"
        )
