"""Danes: today's sessions, what waits, who needs a look, how old backup and export are."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.domain.ids import SessionId
from tcdesk.domain.staff import Action as Deed
from tcdesk.services.assessments import Assessments
from tcdesk.services.desk import Desk
from tcdesk.services.home import Home, Today
from tcdesk.services.lines import AlertLine
from tcdesk.services.plans import Plans
from tcdesk.services.releases import Releases
from tcdesk.services.safety import Safety
from tcdesk.services.sheets import Sheets
from tcdesk.services.workplace import Workplace
from tcdesk.ui.beside import Beside
from tcdesk.ui.card import Card
from tcdesk.ui.health_band import HealthBand
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label
from tcdesk.ui.page import Action, Page
from tcdesk.ui.sheet_print import print_sheet
from tcdesk.ui.table import EmptyState
from tcdesk.ui.today_cards import (
    AlertsCard,
    Behind,
    EmergenciesCard,
    ErasuresCard,
    StateCard,
    WaitingCard,
)
from tcdesk.ui.today_care import Care, CareCard, of_plans, of_releases, read_care
from tcdesk.ui.today_instruments import (
    DueCard,
    Pressing,
    SafetyCard,
    of_due,
    read_pressing,
)
from tcdesk.ui.today_sessions import DaySessions
from tcdesk.ui.today_waiting import (
    Waiting,
    WaitingList,
    of_alerts,
    of_drafts,
    of_notes,
    of_sessions,
)

TOPICS = frozenset(
    {
        "people",
        "sessions",
        "notes",
        "groups",
        "exchange",
        "backups",
        "drafts",
        "health",
        "emergencies",
        "retention",
        "assessments",
        "programmes",
        "plans",
    }
)


class TodayPage(Page):
    """The first page after unlocking; what the role may not see is not there."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        words = kit.words
        super().__init__(
            kit, key="today", title=words("today-title"), icon=Icon.TODAY, topics=TOPICS
        )
        self._desk = desk
        self._home = Home(desk)
        self._sheets = Sheets(desk, kit.words, place.paper)
        self._today: Today | None = None
        self._behind: Behind | None = None
        self._count = label("", "muted")
        self._day = DaySessions(
            kit,
            open_session=self._open_session if desk.may(Deed.SEE_NOTES) else None,
            print_sheet=self._print if desk.may(Deed.PRINT_SHEETS) else None,
        )
        self._none = EmptyState(
            words("today-sessions-none"),
            words("today-sessions-none.next"),
            words("today-open-schedule"),
            self._open_schedule,
        )
        self._list = WaitingList(kit)
        self._list.backAsked.connect(self._close_list)
        self._list.openAsked.connect(self._open_waiting)
        self.waiting = WaitingCard(kit, self.open_list)
        self.alerts = AlertsCard(kit, self._open_alert, self.open_list)
        self.emergencies = EmergenciesCard(kit, lambda: self.wanted.emit("settings", "emergencies"))
        self.emergencies.hide()
        self.erasures = ErasuresCard(kit, lambda: self.wanted.emit("settings", "retention"))
        self.erasures.hide()
        self._assessments = Assessments(desk, place.resources / "instruments")
        self._safety = Safety(desk)
        self._pressing = Pressing()
        self.safety = SafetyCard(kit, self._open_person)
        self.due = DueCard(kit, lambda: self.open_list(Behind.DUE))
        self._plans = Plans(desk, place.resources)
        self._releases = Releases(desk)
        self._care = Care()
        self.care = CareCard(kit, self.open_list)
        self.health = HealthBand(kit)
        self.state = StateCard(kit, self.wanted.emit)
        self._lay_out()
        kit.privacy.changed.connect(self._draw_again)
        kit.theme.changed.connect(self._draw_again)

    @property
    def listed(self) -> Sequence[Waiting]:
        """Give the list that is open; none while the sessions are shown."""
        return self._list.shown if self._behind else ()

    @override
    def actions_shown(self) -> tuple[Action, ...]:
        if not self._desk.may(Deed.SEE_SCHEDULE):
            return ()
        return (
            Action(
                text=self.kit.words("today-open-schedule"),
                do=self._open_schedule,
                icon=Icon.SCHEDULE,
            ),
        )

    @override
    def refresh(self) -> None:
        self.kit.jobs.run(self, self._home.today, done=self._show, failed=self.tell, lane="reader")
        if self._desk.may(Deed.SEE_NOTES):
            self.kit.jobs.run(
                self,
                lambda: read_pressing(self._safety, self._assessments),
                done=self._show_pressing,
                failed=self.tell,
                lane="reader",
            )
            self.kit.jobs.run(
                self,
                lambda: read_care(self._plans, self._releases),
                done=self._show_care,
                failed=self.tell,
                lane="reader",
            )

    def open_list(self, behind: Behind) -> None:
        """Open the list behind a number, in the place of the sessions."""
        kit, home = self.kit, self._home
        readers: dict[Behind, Callable[[], Sequence[Waiting]]] = {
            Behind.UNSIGNED: lambda: of_notes(kit, home.unsigned()),
            Behind.DRAFTS: lambda: of_drafts(kit, home.drafts()),
            Behind.KEYING: lambda: of_sessions(kit, home.printed_not_keyed()),
            Behind.ALERTS: lambda: of_alerts(kit, home.alerts()),
            Behind.DUE: lambda: of_due(kit, self._assessments.waiting()),
            Behind.PLANS: lambda: of_plans(kit, self._plans.waiting()),
            Behind.RELEASES: lambda: of_releases(kit, self._releases.waiting()),
        }

        def show(rows: Sequence[Waiting]) -> None:
            opened = self._behind is not behind
            self._behind = behind
            self._list.show_list(kit.words(f"today-{behind.value}.title"), rows)
            self._left.setCurrentWidget(self._list)
            if opened:
                self._list.table.setFocus(Qt.FocusReason.OtherFocusReason)
                self._list.table.selectRow(0)

        kit.jobs.run(self, readers[behind], done=show, failed=self.tell, lane="reader")

    def _lay_out(self) -> None:
        self._sessions = QStackedWidget()
        self._sessions.addWidget(self._day)
        self._sessions.addWidget(self._none)
        card = Card(self.kit.words("today-sessions"), beside=self._count)
        card.body.addWidget(self._sessions)
        self._left = QStackedWidget()
        self._left.addWidget(card)
        self._left.addWidget(self._list)
        may = self._desk.may
        self._left.setVisible(may(Deed.SEE_SCHEDULE))
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.safety)
        column.addWidget(self.emergencies)
        column.addWidget(self.erasures)
        for part, shown in (
            (self.waiting, may(Deed.SEE_NOTES)),
            (self.alerts, may(Deed.SEE_PEOPLE)),
            (self.state, may(Deed.BACKUP) or may(Deed.EXPORT)),
        ):
            part.setVisible(shown)
            column.addWidget(part)
        column.insertWidget(column.indexOf(self.alerts) + 1, self.due)
        column.insertWidget(column.indexOf(self.due) + 1, self.care)
        column.addStretch(1)
        right.setVisible(may(Deed.SEE_NOTES) or may(Deed.BACKUP) or may(Deed.EXPORT))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.health)
        whole.addWidget(Beside(self._left, right, shares=(5, 3)), 1)

    def _show(self, today: Today) -> None:
        self._today = today
        words = self.kit.words
        self.set_title(words("today-title-day", weekday=words.weekday(today.day), day=today.day))
        self._draw_again()
        counts = today.counts
        self.badgeChanged.emit(counts.unsigned + counts.drafts + counts.printed_not_keyed)

    def _show_pressing(self, pressing: Pressing) -> None:
        self._pressing = pressing
        self.safety.show_lines(pressing.safety)
        self.due.show_lines(pressing.due)

    def _show_care(self, care: Care) -> None:
        self._care = care
        self.care.show_care(care)

    def _draw_again(self) -> None:
        today = self._today
        if today is None:
            return
        self._count.setText(self.kit.words("today-sessions-count", count=len(today.sessions)))
        self._count.setVisible(bool(today.sessions))
        self._day.show_sessions(today.sessions)
        self._sessions.setCurrentWidget(self._day if today.sessions else self._none)
        self.waiting.show_today(today)
        self.alerts.show_alerts(today.alerts)
        self.state.show_today(today)
        self.emergencies.show_today(today)
        self.erasures.show_today(today)
        self._show_pressing(self._pressing)
        self._show_care(self._care)
        self.health.show_health(today.health)
        if self._behind is not None:
            self.open_list(self._behind)

    def _close_list(self) -> None:
        self._behind = None
        self._left.setCurrentIndex(0)

    def _open_waiting(self, one: Waiting) -> None:
        self.wanted.emit(one.page, one.target)

    def _open_alert(self, line: AlertLine) -> None:
        self.wanted.emit("person", line.person)

    def _open_person(self, target: object) -> None:
        self.wanted.emit("person", target)

    def _open_session(self, session: SessionId) -> None:
        self.wanted.emit("session", session)

    def _open_schedule(self) -> None:
        self.wanted.emit("schedule", None)

    def _print(self, session: SessionId) -> None:
        print_sheet(self, self._sheets, session)
