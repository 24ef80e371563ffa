"""What a programme's data file says of plans: areas of goals, when reviews are due."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tcdesk.domain.plans import GoalArea, ReviewRules
from tcdesk.services.programmes import templates


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRules:
    """Of one programme; areas in the order of its file."""

    areas: Sequence[GoalArea]
    reviews: ReviewRules

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
            areas=tuple(
                GoalArea(code=one["code"], name_sl=one["name"]["sl"], name_en=one["name"]["en"])
                for one in template["plan"]["areas"]
            ),
            reviews=ReviewRules(**template["plan"]["reviews"]),
        )
        for code, template in templates(folder).items()
    }
