"""The right column of Danes: what waits, alerts, age of backup and export."""

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from tcdesk.services.home import Age, Today
from tcdesk.services.lines import AlertLine, Alerts
from tcdesk.ui.card import Card, clear
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import ICON, button, label


class Behind(StrEnum):
    """Which list stands behind a number."""

    UNSIGNED = "unsigned"
    DRAFTS = "drafts"
    KEYING = "keying"
    ALERTS = "alerts"
    DUE = "due"
    PLANS = "plans"
    RELEASES = "releases"


class WaitingCard(Card):
    """What waits: each number is a button that opens the list behind it."""

    def __init__(self, kit: Kit, open_list: Callable[[Behind], None]) -> None:
        super().__init__(kit.words("today-waiting"))
        self._kit = kit
        self._open = open_list
        self.buttons: dict[Behind, QPushButton] = {}

    def show_today(self, today: Today) -> None:
        """Show the numbers of a board."""
        clear(self.body)
        self.buttons = {}
        words, counts = self._kit.words, today.counts
        if counts.unsigned:
            oldest = counts.unsigned_oldest
            ago = words("today-oldest", ago=self._ago(oldest, today.day)) if oldest else ""
            self._add(Behind.UNSIGNED, words("today-unsigned", count=counts.unsigned), ago)
        if counts.drafts:
            newest = counts.draft_newest
            said = words.moment(datetime.fromisoformat(newest)) if newest else ""
            ago = words("today-newest", ago=said)
            self._add(Behind.DRAFTS, words("today-drafts", count=counts.drafts), ago)
        if counts.printed_not_keyed:
            self._add(Behind.KEYING, words("today-keying", count=counts.printed_not_keyed), "")
        if not self.buttons:
            self.body.addWidget(label(words("today-waiting-none"), "muted"))

    def _add(self, behind: Behind, text: str, detail: str) -> None:
        press = button(text, "link")
        press.clicked.connect(lambda: self._open(behind))
        press.setAccessibleDescription(detail)
        self.buttons[behind] = press
        self.body.addWidget(_row(press, label(detail, "small")))

    def _ago(self, day: date, today: date) -> str:
        return self._kit.words("today-ago", days=max(0, (today - day).days))


class EmergenciesCard(Card):
    """Files opened in an emergency that wait for the head's review."""

    def __init__(self, kit: Kit, go: Callable[[], None]) -> None:
        super().__init__(kit.words("settings-emergencies"))
        self._kit = kit
        self.waiting = button("", "link")
        self.waiting.clicked.connect(go)
        sign = QLabel()
        sign.setPixmap(kit.icons(Icon.WARN, "warn").pixmap(ICON))
        self.body.addWidget(_row(sign, self.waiting))

    def show_today(self, today: Today) -> None:
        """Show how many wait; nothing when none does."""
        self.setVisible(today.emergencies > 0)
        self.waiting.setText(self._kit.words("today-emergencies", count=today.emergencies))


class ErasuresCard(Card):
    """Proposals of erasure that wait for a second person."""

    def __init__(self, kit: Kit, go: Callable[[], None]) -> None:
        super().__init__(kit.words("settings-retention"))
        self._kit = kit
        self.waiting = button("", "link")
        self.waiting.clicked.connect(go)
        self.body.addWidget(_row(self.waiting))

    def show_today(self, today: Today) -> None:
        """Show how many wait; nothing when none does."""
        self.setVisible(today.erasures > 0)
        self.waiting.setText(self._kit.words("today-erasures", count=today.erasures))


class AlertsCard(Card):
    """People who need a look; the first of them at once, all of them in their list."""

    def __init__(
        self,
        kit: Kit,
        open_person: Callable[[AlertLine], None],
        open_list: Callable[[Behind], None],
    ) -> None:
        super().__init__(kit.words("today-alerts"))
        self._kit = kit
        self._open_person = open_person
        self._open_list = open_list

    def show_alerts(self, alerts: Alerts) -> None:
        """Show who needs a look."""
        clear(self.body)
        words = self._kit.words
        if not alerts.lines:
            self.body.addWidget(label(words("today-alerts-none"), "muted"))
        for line in alerts.lines:
            self.body.addWidget(self._line(line))
        if alerts.count > len(alerts.lines):
            every = button(words("today-alerts-all", count=alerts.count), "link")
            every.clicked.connect(lambda: self._open_list(Behind.ALERTS))
            self.body.addWidget(_row(every))

    def _line(self, line: AlertLine) -> QWidget:
        sign = QLabel()
        icon = Icon.RISK if line.kind.value == "risk" else Icon.WARN
        sign.setPixmap(self._kit.icons(icon, "warn").pixmap(ICON))
        name = button(self._kit.privacy.name(line.name, line.code), "link")
        what = self._kit.words(f"today-alert-{line.kind.value}", sex=line.sex.value.lower())
        name.setAccessibleDescription(what)
        name.clicked.connect(lambda: self._open_person(line))
        return _row(sign, name, label(what, "small", wrap=True))


class StateCard(Card):
    """How old backup and export are, with a plain warning when it is time."""

    def __init__(self, kit: Kit, go: Callable[[str, object], None]) -> None:
        super().__init__(kit.words("today-state"))
        self._kit = kit
        self._go = go

    def show_today(self, today: Today) -> None:
        """Show the ages of a board."""
        clear(self.body)
        for name, page, target, age in (
            ("backup", "settings", "backups", today.backup),
            ("carried", "settings", "backups", today.carried),
            ("export", "exchange", None, today.export),
        ):
            if age is not None:
                self._add(name, page, target, age)

    def _add(self, name: str, page: str, target: object, age: Age) -> None:
        words = self._kit.words
        ago = words("today-never") if age.days is None else words("today-ago", days=age.days)
        sign = QLabel()
        sign.setPixmap(
            self._kit.icons(
                Icon.WARN if age.late else Icon.SUCCESS, "warn" if age.late else "success"
            ).pixmap(ICON)
        )
        self.body.addWidget(_row(sign, label(words(f"today-{name}"), "strong"), label(ago)))
        if age.late:
            go = button(words(f"today-go-{name}"), "link")
            go.clicked.connect(lambda: self._go(page, target))
            self.body.addWidget(_row(label(words(f"today-{name}-late"), "small"), go))


def _row(*parts: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    *first, last = parts
    for part in first:
        row.addWidget(part)
    wraps = isinstance(last, QLabel) and last.wordWrap()
    row.addWidget(last, 1 if wraps else 0)
    if not wraps:
        row.addStretch(1)
    return made
