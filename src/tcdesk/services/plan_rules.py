"""What a programme's data file says of plans and phases: areas of goals, reviews, gates, roles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tcdesk.domain.plans import GoalArea, ReviewRules
from tcdesk.services.programmes import Named, templates


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRules:
    """Of one programme; areas in the order of its file."""

    areas: Sequence[GoalArea]
    reviews: ReviewRules
    gates: Mapping[int, Sequence[GoalArea]]  # what must be met to enter a phase, by its number
    roles: Sequence[GoalArea]  # of the community

    def area(self, code: str) -> GoalArea:
        """Give an area by its code.

        Raises:
            StopIteration: The programme has none of that code.
        """
        return next(one for one in self.areas if one.code == code)


@cache  # data files of the program: they do not change while it runs
def plan_rules(folder: Path) -> Mapping[str, PlanRules]:
    """Read the rules of all programmes, by code.

    Args:
        folder: ``resources/programmes``.
    """
    return {
        code: PlanRules(
            areas=_named(template["plan"]["areas"]),
            gates={one["number"]: _named(one["gate"]) for one in template["phases"]},
            roles=_named(template["roles"]),
            reviews=ReviewRules(**template["plan"]["reviews"]),
        )
        for code, template in templates(folder).items()
    }


def _named(told: Sequence[Named]) -> Sequence[GoalArea]:
    return tuple(
        GoalArea(code=one["code"], name_sl=one["name"]["sl"], name_en=one["name"]["en"])
        for one in told
    )
