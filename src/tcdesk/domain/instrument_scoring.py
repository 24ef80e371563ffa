"""Scores computed from answers by nothing but a definition; bands, alerts, reliable change.

A reversed item counts least + most - answer. A score is a sum or a mean of items, a weighted sum of
other scores, or entered. With missing answers it is None unless the definition allows so many;
``prorate`` then stands in the mean of what was answered, rounded half up to a whole number.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.instruments import (
    Alert,
    Answers,
    Band,
    Definition,
    Direction,
    Item,
    Method,
    Score,
    Values,
)
from tcdesk.domain.people import Sex

CONFIDENCE = Decimal("1.96")  # of 95 %
_HUNDREDTH = Decimal("0.01")


class Change(StrEnum):
    """What became of a score since the first time."""

    IMPROVED = "improved"
    WORSENED = "worsened"
    WITHIN = "within"


def check_answers(definition: Definition, answers: Answers) -> None:
    """Refuse answers to items that are not there, or that cannot be given.

    Raises:
        RuleBrokenError: ``answer-unknown`` or ``answer-out-of-range``.
    """
    items = {item.id: item for item in definition.items}
    for key, value in answers.items():
        if key not in items:
            raise RuleBrokenError("answer-unknown", item=key)
        if not definition.responses(items[key]).takes(value):
            raise RuleBrokenError("answer-out-of-range", item=key)


def check_entered(definition: Definition, entered: Values) -> None:
    """Refuse entered scores that are not there or outside their range.

    Raises:
        RuleBrokenError: ``answer-unknown`` or ``score-out-of-range``.
    """
    scores = {score.id: score for score in definition.scores}
    for key, value in entered.items():
        if key not in scores or scores[key].method is not Method.ENTERED:
            raise RuleBrokenError("answer-unknown", item=key)
        if value is not None and not scores[key].least <= value <= scores[key].most:
            raise RuleBrokenError("score-out-of-range", least=_whole(scores[key].least),
                                  most=_whole(scores[key].most))  # fmt: skip


def scores_of(definition: Definition, answers: Answers) -> Values:
    """Compute every score from answers; None where too much is missing."""
    found: dict[str, Decimal | None] = {}
    for score in in_order(definition.scores):
        found[score.id] = (
            _combined(score, found)
            if score.method is Method.COMBINED
            else _of_items(definition, score, answers)
        )
    return {score.id: found[score.id] for score in definition.scores}


def in_order(scores: Sequence[Score]) -> Sequence[Score]:
    """Put scores after those they are made of.

    Raises:
        RuleBrokenError: ``score-cycle``: a score is made of itself, also by way of others.
    """
    known = {score.id: score for score in scores}
    ordered: list[Score] = []
    waiting = list(scores)
    while waiting:
        placed = {score.id for score in ordered}
        ready = [
            score
            for score in waiting
            if all(key in placed for key, _ in score.terms if key in known)
        ]
        if not ready:
            raise RuleBrokenError("score-cycle", score=waiting[0].id)
        ordered += ready
        waiting = [score for score in waiting if score not in ready]
    return ordered


def band_of(definition: Definition, score: str, value: Decimal | None, sex: Sex) -> Band | None:
    """Find the band of a score; bands for a sex come before those for everybody."""
    if value is None:
        return None
    own = [one for one in definition.bands if one.score == score and one.sex is sex]
    every = [one for one in definition.bands if one.score == score and one.sex is None]
    below = [one for one in own or every if one.start <= value]
    return max(below, key=lambda one: one.start, default=None)


def alerts_of(definition: Definition, answers: Answers) -> Sequence[Alert]:
    """List the alerts that answers raise."""
    return [one for one in definition.alerts if answers.get(one.item, one.start - 1) >= one.start]


def missing(definition: Definition, answers: Answers) -> Sequence[Item]:
    """List required items without an answer."""
    return [item for item in definition.items if item.required and item.id not in answers]


def reliable_points(deviation: Decimal, reliability: Decimal) -> Decimal:
    """Give the change that is reliable at 95 %: 1.96 × SD × √2 × √(1 - r).

    Source: N. S. Jacobson and P. Truax, J. Consult. Clin. Psychol. 59 (1991) 12-19.
    """
    error = deviation * (1 - reliability).sqrt() * Decimal(2).sqrt()
    return (CONFIDENCE * error).quantize(_HUNDREDTH, ROUND_HALF_UP)


def change_of(definition: Definition, score: str, first: Decimal, last: Decimal) -> Change | None:
    """Say whether a change is reliable; None where the definition does not know."""
    known = definition.reliable_change(score)
    if known is None or definition.direction is Direction.NEITHER:
        return None
    if abs(last - first) < known.points:
        return Change.WITHIN
    up = last > first
    return Change.IMPROVED if up is (definition.direction is Direction.BETTER) else Change.WORSENED


def _of_items(definition: Definition, score: Score, answers: Answers) -> Decimal | None:
    items = {item.id: item for item in definition.items}
    values = [_counted(definition, items[key], answers) for key in score.items]
    given = [value for value in values if value is not None]
    lacking = len(values) - len(given)
    if not given or lacking > score.most_missing:
        return None
    total = Decimal(sum(given))
    if score.method is Method.MEAN:
        return (total / len(given) * score.factor).quantize(_HUNDREDTH, ROUND_HALF_UP)
    if lacking and score.prorate:
        total = (total * len(values) / len(given)).quantize(Decimal(1), ROUND_HALF_UP)
    return total * score.factor


def _counted(definition: Definition, item: Item, answers: Answers) -> int | None:
    value = answers.get(item.id)
    if value is None or not item.reverse:
        return value
    responses = definition.responses(item)
    return responses.least + responses.most - value


def _combined(score: Score, found: Values) -> Decimal | None:
    total = Decimal(0)
    for key, weight in score.terms:
        part = found[key]
        if part is None:
            return None
        total += part * weight
    return total * score.factor


def _whole(value: Decimal) -> str:
    return format(value.normalize(), "f")
