"""On Danes: open safety procedures, and people whose questionnaires are due."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from tcdesk.services.assessments import Assessments
from tcdesk.services.due import WaitingLine
from tcdesk.services.safety import Safety, SafetyLine
from tcdesk.ui.card import Card, clear
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import ICON, button, label
from tcdesk.ui.person_target import PersonAt
from tcdesk.ui.safety_band import opened_on
from tcdesk.ui.today_waiting import Waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressing:
    """What both cards show."""

    safety: Sequence[SafetyLine] = field(default=(), repr=False)
    due: Sequence[WaitingLine] = field(default=(), repr=False)


def read_pressing(safety: Safety, assessments: Assessments) -> Pressing:
    """Read what both cards show; in the reader lane."""
    return Pressing(safety=safety.open(), due=assessments.waiting())


def of_due(kit: Kit, lines: Sequence[WaitingLine]) -> Sequence[Waiting]:
    """Say whose questionnaires are due."""
    return [
        Waiting(
            day=line.by,
            when=kit.words("instrument-due", day=line.by),
            what=", ".join(line.instruments),
            who=kit.privacy.name(line.name, line.code),
            page="person",
            target=PersonAt(person=line.person, tab="instruments"),
        )
        for line in lines
    ]


class SafetyCard(Card):
    """Every open safety procedure, whoever opened it; nothing hides one."""

    def __init__(self, kit: Kit, go: Callable[[object], None]) -> None:
        super().__init__(kit.words("safety-flows"))
        self._kit = kit
        self._go = go
        self.hide()

    def show_lines(self, lines: Sequence[SafetyLine]) -> None:
        """Show what is open, oldest first."""
        clear(self.body)
        self.setVisible(bool(lines))
        for line in lines:
            self.body.addWidget(self._line(line))

    def _line(self, line: SafetyLine) -> QWidget:
        words, flow = self._kit.words, line.flow
        sign = QLabel()
        sign.setPixmap(self._kit.icons(Icon.RISK, "warn").pixmap(ICON))
        name = button(self._kit.privacy.name(line.name, line.code), "link")
        told = words("safety-line-open", day=opened_on(flow))
        if flow.review is not None:
            told += ". " + words("safety-band-review", day=flow.review)
        name.setAccessibleDescription(told)
        name.clicked.connect(lambda: self._go(PersonAt(person=flow.person, tab="instruments")))
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(sign)
        row.addWidget(name)
        row.addWidget(label(told, "small", wrap=True), 1)
        return made


class DueCard(Card):
    """How many people's questionnaires are due; the number opens their list."""

    def __init__(self, kit: Kit, open_list: Callable[[], None]) -> None:
        super().__init__(kit.words("person-tab-instruments"))
        self._kit = kit
        self._press = button("", "link")
        self._press.clicked.connect(open_list)
        self._late = label("", "small")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._press)
        row.addWidget(self._late)
        row.addStretch(1)
        self.body.addLayout(row)
        self.hide()

    def show_lines(self, lines: Sequence[WaitingLine]) -> None:
        """Show how many people wait."""
        words, today = self._kit.words, self._kit.clock.today()
        self.setVisible(bool(lines))
        late = sum(1 for line in lines if line.by < today)
        self._press.setText(words("today-due", count=len(lines)))
        self._late.setText(words("today-due-late", count=late) if late else "")
        self._press.setAccessibleDescription(self._late.text())
