"""The part of a definition file that says how scores come about and what they mean."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.instrument_scoring import in_order, reliable_points
from tcdesk.domain.instruments import (
    Alert,
    Band,
    Item,
    Method,
    ReliableChange,
    ResponseSet,
    Score,
)
from tcdesk.domain.people import Sex
from tcdesk.domain.strict_object import InstrumentRefusedError, StrictObject, unique

MOST_SCORES = 60
MOST_BANDS = 300
MOST_USED = 300
_SCORE = ("id", "names", "method", "items", "terms", "factor", "missing", "least", "most")


def read_scores(
    top: StrictObject, items: Mapping[str, Item], sets: Mapping[str, ResponseSet]
) -> dict[str, Score]:
    """Read the scores: unique, made of what there is, and of nothing in a circle."""
    lines: dict[str, int] = {}

    def make(one: StrictObject) -> Score:
        score = _score(one, items, sets)
        lines[score.id] = one.line
        return score

    scores = unique(top.objects("scores", MOST_SCORES), make, lambda one: one.id)
    if not scores:
        raise InstrumentRefusedError(top.members["scores"].line, "empty", "scores")
    for score in scores.values():
        for key, _weight in score.terms:
            if key not in scores:
                raise InstrumentRefusedError(lines[score.id], "unknown-score", key)
    try:
        ordered = in_order(list(scores.values()))
    except RuleBrokenError as cycle:
        key = str(cycle.facts["score"])
        raise InstrumentRefusedError(lines[key], "cycle", key) from None
    ranged: dict[str, Score] = {}
    for score in ordered:
        ranged[score.id] = _with_range(score, ranged)
    return {key: ranged[key] for key in scores}


def _score(one: StrictObject, items: Mapping[str, Item], sets: Mapping[str, ResponseSet]) -> Score:
    one.only("score", *_SCORE)
    method = one.one_of("method", Method)
    wanted = {
        Method.SUM: {"items"},
        Method.MEAN: {"items"},
        Method.COMBINED: {"terms"},
        Method.ENTERED: {"least", "most"},
    }[method]
    for name in ("items", "terms", "least", "most"):
        if (name in one.members) is not (name in wanted):
            raise InstrumentRefusedError(one.line, "method-members", name)
    if (method is Method.ENTERED) is bool(items):
        raise InstrumentRefusedError(one.line, "method-entered")
    used = _used(one, items) if "items" in wanted else ()
    least, most = (
        (one.number("least"), one.number("most")) if method is Method.ENTERED else (Decimal(0),) * 2
    )
    if method is Method.ENTERED and least >= most:
        raise InstrumentRefusedError(one.line, "not-number", "most")
    if used:
        least = Decimal(sum(sets[items[key].responses].least for key in used))
        most = Decimal(sum(sets[items[key].responses].most for key in used))
        if method is Method.MEAN:
            least, most = least / len(used), most / len(used)
    factor = one.whole("factor", 1, least=1, most=1000)
    lacking, prorate = _missing(one, len(used))
    return Score(
        id=one.code("id"),
        names=one.texts("names"),
        method=method,
        items=used,
        terms=_terms(one) if "terms" in wanted else (),
        factor=factor,
        most_missing=lacking,
        prorate=prorate,
        least=least * factor,
        most=most * factor,
    )


def _used(one: StrictObject, items: Mapping[str, Item]) -> tuple[str, ...]:
    used: list[str] = []
    for node in one.nodes("items", MOST_USED):
        if not isinstance(node.value, str) or node.value not in items:
            raise InstrumentRefusedError(node.line, "unknown-item", str(node.value))
        if node.value in used:
            raise InstrumentRefusedError(node.line, "twice", node.value)
        used.append(node.value)
    if not used:
        raise InstrumentRefusedError(one.line, "empty", "items")
    return tuple(used)


def _terms(one: StrictObject) -> tuple[tuple[str, int], ...]:
    terms = []
    for term in one.objects("terms", MOST_SCORES):
        term.only("term", "score", "weight")
        terms.append((term.text("score"), term.whole("weight", 1, least=-1000, most=1000)))
    if not terms:
        raise InstrumentRefusedError(one.line, "empty", "terms")
    return tuple(terms)


def _missing(one: StrictObject, count: int) -> tuple[int, bool]:
    if "missing" not in one.members:
        return 0, False
    rule = StrictObject(one.members["missing"])
    rule.only("missing", "most", "prorate")
    most = rule.whole("most", 0, least=0, most=max(0, count - 1))
    return most, rule.yes("prorate", default=False)


def _with_range(score: Score, known: Mapping[str, Score]) -> Score:
    """Work out the range of a combined score from those it is made of."""
    if score.method is not Method.COMBINED:
        return score
    ends = [
        sorted((known[key].least * weight, known[key].most * weight)) for key, weight in score.terms
    ]
    return replace(
        score,
        least=sum((low for low, _ in ends), Decimal(0)) * score.factor,
        most=sum((high for _, high in ends), Decimal(0)) * score.factor,
    )


def read_bands(top: StrictObject, scores: Mapping[str, Score]) -> Iterator[Band]:
    """Read the bands of scores."""
    seen: set[tuple[str, Sex | None, Decimal]] = set()
    for one in top.objects("bands", MOST_BANDS):
        one.only("band", "score", "sex", "from", "label")
        score, start = _known_score(one, scores), one.number("from")
        if not scores[score].least <= start <= scores[score].most:
            raise InstrumentRefusedError(one.line, "out-of-range", "from")
        sex = one.one_of("sex", Sex) if "sex" in one.members else None
        if (score, sex, start) in seen:
            raise InstrumentRefusedError(one.line, "twice", "from")
        seen.add((score, sex, start))
        yield Band(score=score, sex=sex, start=start, label=one.texts("label"))


def read_alert(
    one: StrictObject, items: Mapping[str, Item], sets: Mapping[str, ResponseSet]
) -> Alert:
    """Read an answer that opens the safety procedure."""
    one.only("alert", "item", "from")
    item = one.text("item")
    if item not in items:
        raise InstrumentRefusedError(one.line, "unknown-item", item)
    responses = sets[items[item].responses]
    start = one.whole("from", 0, least=responses.least, most=responses.most)
    return Alert(item=item, start=start)


def read_reliable(one: StrictObject, scores: Mapping[str, Score]) -> ReliableChange:
    """Read a reliable change: points as published, or worked out from SD and reliability."""
    one.only("change", "score", "points", "deviation", "reliability", "source")
    score = _known_score(one, scores)
    if "points" in one.members:
        points = one.number("points")
    elif {"deviation", "reliability"} <= one.members.keys():
        reliability = one.number("reliability")
        if not 0 < reliability < 1:
            raise InstrumentRefusedError(one.line, "not-number", "reliability")
        points = reliable_points(one.number("deviation"), reliability)
    else:
        raise InstrumentRefusedError(one.line, "missing-key", "points")
    if points <= 0:
        raise InstrumentRefusedError(one.line, "not-number", "points")
    return ReliableChange(score=score, points=points, source=one.text("source"))


def _known_score(one: StrictObject, scores: Mapping[str, Score]) -> str:
    score = one.text("score")
    if score not in scores:
        raise InstrumentRefusedError(one.line, "unknown-score", score)
    return score
