"""Goal attainment scaling: how far goals were reached, each −2 … +2, and one score for all of them.

T. J. Kiresuk, R. E. Sherman: Goal attainment scaling, Community Mental Health Journal 4 (1968):

    T = 50 + 10 Σ w·x / √( (1 − ρ) Σ w² + ρ (Σ w)² )        ρ = 0,3

50 is what was expected; ten points are one standard deviation.
"""

from collections.abc import Sequence
from decimal import Decimal

from tcdesk.domain.errors import RuleBrokenError

LOWEST, EXPECTED, HIGHEST = -2, 0, 2
LEAST_WEIGHT, MOST_WEIGHT = 1, 3
_CORRELATION = Decimal("0.3")  # between goals, as the authors assume
_TENTH = Decimal("0.1")


def t_score(goals: Sequence[tuple[int, int]]) -> Decimal | None:
    """Give the score of goals as (weight, attainment), to a tenth; None without goals."""
    if not goals:
        return None
    weights = [Decimal(weight) for weight, _reached in goals]
    reached = sum((Decimal(weight) * at for weight, at in goals), Decimal(0))
    squares = sum((weight * weight for weight in weights), Decimal(0))
    spread = (1 - _CORRELATION) * squares + _CORRELATION * sum(weights, Decimal(0)) ** 2
    return (50 + 10 * reached / spread.sqrt()).quantize(_TENTH)


def sign(score: int) -> str:
    """Write an attainment as it stands on paper: −2, −1, 0, +1, +2."""
    return f"{score:+d}".replace("-", "−") if score else "0"


def check_attainment(score: int) -> None:
    """Refuse what is not on the scale.

    Raises:
        RuleBrokenError: ``attainment-off-scale``.
    """
    if not LOWEST <= score <= HIGHEST:
        raise RuleBrokenError("attainment-off-scale")


def check_weight(weight: int) -> None:
    """Refuse a weight that is not 1, 2 or 3.

    Raises:
        RuleBrokenError: ``weight-off-scale``.
    """
    if not LEAST_WEIGHT <= weight <= MOST_WEIGHT:
        raise RuleBrokenError("weight-off-scale")
