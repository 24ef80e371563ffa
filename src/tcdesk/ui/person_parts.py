"""The parts of a person's file that the page shows as tabs, in their order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.workplace import Workplace
from tcdesk.ui.kit import Kit
from tcdesk.ui.person_community import CommunityPart
from tcdesk.ui.person_consents import ConsentsPart
from tcdesk.ui.person_intake import IntakePart
from tcdesk.ui.person_network import NetworkPart
from tcdesk.ui.person_part import PersonPart
from tcdesk.ui.person_plan import PlanPart
from tcdesk.ui.person_release import ReleasePart
from tcdesk.ui.person_tests import TestsPart


@dataclass(frozen=True, slots=True, kw_only=True)
class PartEntry:
    """A tab: its words are ``person-tab-<key>``; ``topics`` are those after which it is stale."""

    key: str
    make: Callable[[Kit, Desk, Workplace], PersonPart]
    topics: frozenset[str]
    allowed: Action = Action.SEE_PEOPLE


PARTS: Sequence[PartEntry] = (
    PartEntry(
        key="intake",
        make=IntakePart,
        topics=frozenset({"plans", "people", "notes"}),
        allowed=Action.SEE_NOTES,
    ),
    PartEntry(
        key="plan",
        make=PlanPart,
        topics=frozenset({"plans", "notes"}),
        allowed=Action.SEE_NOTES,
    ),
    PartEntry(
        key="community",
        make=CommunityPart,
        topics=frozenset({"plans", "people", "notes"}),
        allowed=Action.SEE_NOTES,
    ),
    PartEntry(
        key="release",
        make=ReleasePart,
        topics=frozenset({"plans", "notes"}),
        allowed=Action.SEE_NOTES,
    ),
    PartEntry(
        key="tests",
        make=TestsPart,
        topics=frozenset({"tests"}),
        allowed=Action.SEE_NOTES,
    ),
    PartEntry(key="network", make=NetworkPart, topics=frozenset({"people"})),
    PartEntry(key="consents", make=ConsentsPart, topics=frozenset({"people"})),
)
