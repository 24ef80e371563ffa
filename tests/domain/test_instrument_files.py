"""A wrong definition file is refused with its line and the reason; nothing in it is ever run."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import ROOT

from tcdesk.domain.instrument_file import LARGEST_FILE, read_definition
from tcdesk.domain.strict_object import InstrumentRefusedError

Json = dict[str, Any]
PHQ = (ROOT / "resources" / "instruments" / "phq-9.json").read_text(encoding="utf-8")


def small() -> Json:
    """Give a definition with two items and three scores, one made of the others."""
    texts = {"en": "text"}
    return {
        "id": "own", "version": 1, "short": "Own", "names": texts, "topic": texts,
        "respondent": "self", "direction": "worse", "instruction": texts, "guidance": {},
        "licence": {
            "holder": "us", "terms": "free", "url": "", "attribution": "us", "shown": "text",
        },
        "translations": [{"language": "en", "status": "original", "source": "us"}],
        "response_sets": [{"id": "range", "least": 0, "most": 10}],
        "items": [
            {"id": "1", "text": texts, "responses": "range"},
            {"id": "2", "text": texts, "responses": "range", "reverse": True},
        ],
        "scores": [
            {"id": "one", "names": texts, "method": "sum", "items": ["1"]},
            {"id": "two", "names": texts, "method": "mean", "items": ["1", "2"]},
            {"id": "all", "names": texts, "method": "combined",
             "terms": [{"score": "one", "weight": 2}, {"score": "two", "weight": -1}]},
        ],
        "bands": [{"score": "one", "from": 5, "label": texts}],
        "alerts": [{"item": "1", "from": 8}],
        "reliable_changes": [
            {"score": "one", "deviation": 7.5, "reliability": 0.8, "source": "us"}
        ],
    }  # fmt: skip


def written(definition: Json) -> bytes:
    return json.dumps(definition, indent=1).encode()


def refused(content: bytes) -> InstrumentRefusedError:
    with pytest.raises(InstrumentRefusedError) as told:
        read_definition(content)
    return told.value


def test_a_right_file_is_read_with_ranges_worked_out() -> None:
    definition = read_definition(written(small()))
    assert [(one.id, int(one.least), int(one.most)) for one in definition.scores] == [
        ("one", 0, 10),
        ("two", 0, 10),
        ("all", -10, 20),
    ]
    assert str(definition.reliable_changes[0].points) == "9.30"


def put(path: str, value: object) -> Callable[[Json], None]:
    *way, last = path.split(".")

    def do(definition: Json) -> None:
        here: Any = definition
        for step in way:
            here = here[int(step) if step.isdigit() else step]
        here[int(last) if last.isdigit() else last] = value

    return do


def drop(key: str) -> Callable[[Json], None]:
    return lambda definition: definition.pop(key)


ITEM = {"id": "1", "text": {"en": "x"}, "responses": "range"}


WRONG: list[tuple[Callable[[Json], None], str]] = [
    (put("surprise", 1), "unknown-key"),
    (put("items.0.code", "print(1)"), "unknown-key"),
    (drop("licence"), "missing-key"),
    (put("items.1.responses", "other"), "unknown-responses"),
    (put("items.1.id", "1"), "twice"),
    (put("items", [ITEM | {"id": str(one)} for one in range(10_000)]), "too-large"),
    (put("items", [ITEM | {"id": str(one)} for one in range(301)]), "too-many"),
    (put("items", []), "no-items"),
    (put("items.0.text", {"de": "x"}), "unknown-language"),
    (put("items.0.text", {}), "text-missing"),
    (put("items.0.text", {"en": "x", "sl": "x"}), "translation-missing"),
    (put("scores.0.items", ["9"]), "unknown-item"),
    (put("scores.0.items", ["1", "1"]), "twice"),
    (put("scores.1.id", "one"), "twice"),
    (put("scores.2.terms.0.score", "none"), "unknown-score"),
    (put("scores.2.terms.0.score", "all"), "cycle"),
    (put("scores.0.method", "eval"), "unknown-word"),
    (put("scores.0.terms", []), "method-members"),
    (put("bands.0.from", 99), "out-of-range"),
    (put("bands.0.score", "none"), "unknown-score"),
    (put("alerts.0.item", "9"), "unknown-item"),
    (put("alerts.0.from", 11), "not-number"),
    (put("version", True), "not-number"),
    (put("version", 0), "not-number"),
    (put("id", "Own scale"), "not-code"),
    (put("short", ""), "empty"),
    (put("short", "x" * 2001), "not-text"),
    (put("licence.shown", "numbers"), "licence-no-text"),
    (put("licence.shown", "scores"), "licence-scores-only"),
    (put("response_sets.0.choices", []), "choices-or-range"),
    (put("response_sets.0.most", 0), "not-number"),
    (put("reliable_changes.0.reliability", 1), "not-number"),
    (put("items.0", []), "not-object"),
    (put("items", {}), "not-list"),
    (put("items.0.reverse", 1), "not-yes-no"),
]


@pytest.mark.parametrize("place", range(len(WRONG)))
def test_what_is_wrong_is_named(place: int) -> None:
    spoil, reason = WRONG[place]
    definition = small()
    spoil(definition)
    assert refused(written(definition)).reason == reason


def test_scores_made_of_each_other_in_a_circle_are_refused() -> None:
    definition = small()
    definition["scores"] = [
        {"id": one, "names": {"en": one}, "method": "combined",
         "terms": [{"score": other, "weight": 1}]}
        for one, other in (("a", "b"), ("b", "c"), ("c", "a"))
    ]  # fmt: skip
    assert refused(written(definition)).reason == "cycle"


def test_the_line_is_the_one_where_the_mistake_stands() -> None:
    lines = PHQ.splitlines()
    place = next(number for number, line in enumerate(lines, 1) if '"id": "9"' in line)
    wrong = PHQ.replace('"id": "9"', '"ident": "9"')
    assert (refused(wrong.encode()).line, refused(wrong.encode()).reason) == (place, "unknown-key")
    wrong = PHQ.replace('"direction": "worse"', '"direction": "worse" "x"')
    place = next(number for number, line in enumerate(lines, 1) if '"direction"' in line)
    assert (refused(wrong.encode()).line, refused(wrong.encode()).reason) == (place, "not-json")


NO_JSON = [
    (b"", "not-json"),
    (b"[]", "not-object"),
    (b'{"id": 1e400}', "not-json"),
    (b'{"id": NaN}', "not-json"),
    (b'{"id": "a", "id": "b"}', "twice"),
    (b"{" * 100_000, "not-json"),
    (b"[" * 100_000, "too-deep"),
    (b'{"id": ' + b"9" * 5_000 + b"}", "not-json"),
    (b'{"id": "\xff"}', "not-utf8"),
    (b" " * (LARGEST_FILE + 1), "too-large"),
    (PHQ.encode() + b"x", "not-json"),
]


@pytest.mark.parametrize("place", range(len(NO_JSON)))
def test_what_is_no_such_json_is_refused(place: int) -> None:
    content, reason = NO_JSON[place]
    assert refused(content).reason == reason


@given(st.binary(max_size=400))
def test_bytes_of_any_kind_are_refused_and_nothing_worse_happens(content: bytes) -> None:
    with pytest.raises(InstrumentRefusedError):
        read_definition(content)


@given(st.integers(0, len(PHQ) - 1), st.text(max_size=3))
def test_a_file_with_a_few_characters_changed_is_read_or_refused(place: int, typed: str) -> None:
    content = (PHQ[:place] + typed + PHQ[place + 1 :]).encode("utf-8", "surrogatepass")
    line = 1
    try:
        read_definition(content)
    except InstrumentRefusedError as told:
        line = told.line
    assert 1 <= line <= content.count(b"\n") + 1
