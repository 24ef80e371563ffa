"""On Danes: plans that are to be made or reviewed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QHBoxLayout, QWidget

from tcdesk.services.plan_files import PlanDue
from tcdesk.services.plans import Plans
from tcdesk.ui.card import Card, clear
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.people_words import activity_name
from tcdesk.ui.person_target import PersonAt
from tcdesk.ui.today_cards import Behind
from tcdesk.ui.today_waiting import Waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """What the card shows."""

    plans: Sequence[PlanDue] = field(default=(), repr=False)


def read_care(plans: Plans) -> Care:
    """Read what the card shows; in the reader lane."""
    return Care(plans=plans.waiting())


def of_plans(kit: Kit, lines: Sequence[PlanDue]) -> Sequence[Waiting]:
    """Say whose plan is to be made or reviewed."""
    words = kit.words
    return [
        Waiting(
            day=line.by,
            when=words("instrument-due", day=line.by),
            what=words(
                "today-plan-first" if line.first else "today-plan-review",
                programme=activity_name(words, line.programme_sl, line.programme_en),
            ),
            who=kit.privacy.name(line.name, line.code),
            page="person",
            target=PersonAt(person=line.person, tab="plan"),
        )
        for line in lines
    ]


class CareCard(Card):
    """How many plans wait; the number opens their list."""

    def __init__(self, kit: Kit, open_list: Callable[[Behind], None]) -> None:
        super().__init__(kit.words("today-care"))
        self._kit = kit
        self._open = open_list
        self.hide()

    def show_care(self, care: Care) -> None:
        """Show what waits; nothing when nothing does."""
        clear(self.body)
        words, today = self._kit.words, self._kit.clock.today()
        self.setVisible(bool(care.plans))
        if care.plans:
            late = sum(1 for one in care.plans if one.by < today)
            press = button(words("today-plans", count=len(care.plans)), "link")
            press.clicked.connect(lambda: self._open(Behind.PLANS))
            said = words("today-due-late", count=late) if late else ""
            press.setAccessibleDescription(said)
            row_of = QWidget()
            row = QHBoxLayout(row_of)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(press)
            row.addWidget(label(said, "small"))
            row.addStretch(1)
            self.body.addWidget(row_of)
