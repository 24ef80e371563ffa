"""On Danes: plans that are to be made or reviewed, releases for which something is missing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QHBoxLayout, QWidget

from tcdesk.services.plan_files import PlanDue
from tcdesk.services.plans import Plans
from tcdesk.services.releases import ReleaseDue, Releases
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
    releases: Sequence[ReleaseDue] = field(default=(), repr=False)


def read_care(plans: Plans, releases: Releases) -> Care:
    """Read what the card shows; in the reader lane."""
    return Care(plans=plans.waiting(), releases=releases.waiting())


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


def of_releases(kit: Kit, lines: Sequence[ReleaseDue]) -> Sequence[Waiting]:
    """Say for whose release something is missing."""
    words = kit.words
    return [
        Waiting(
            day=line.release_on,
            when=words("release-on", day=line.release_on),
            what=words(f"reminder-{line.missing.value}"),
            who=kit.privacy.name(line.name, line.code),
            page="person",
            target=PersonAt(person=line.person, tab="release"),
        )
        for line in lines
    ]


class CareCard(Card):
    """How many plans and releases wait; each number opens its list."""

    def __init__(self, kit: Kit, open_list: Callable[[Behind], None]) -> None:
        super().__init__(kit.words("today-care"))
        self._kit = kit
        self._open = open_list
        self.hide()

    def show_care(self, care: Care) -> None:
        """Show what waits; nothing when nothing does."""
        clear(self.body)
        words, today = self._kit.words, self._kit.clock.today()
        self.setVisible(bool(care.plans or care.releases))
        if care.plans:
            late = sum(1 for one in care.plans if one.by < today)
            said = words("today-due-late", count=late) if late else ""
            self._add(Behind.PLANS, words("today-plans", count=len(care.plans)), said)
        if care.releases:
            self._add(Behind.RELEASES, words("today-releases", count=len(care.releases)), "")

    def _add(self, behind: Behind, text: str, said: str) -> None:
        press = button(text, "link")
        press.clicked.connect(lambda: self._open(behind))
        press.setAccessibleDescription(said)
        row_of = QWidget()
        row = QHBoxLayout(row_of)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(press)
        row.addWidget(label(said, "small"))
        row.addStretch(1)
        self.body.addWidget(row_of)
