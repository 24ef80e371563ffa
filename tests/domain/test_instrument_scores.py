"""Scores of the questionnaires that ship equal what their publications say, worked out by hand.

Sources of the scoring rules: PHQ-9, GAD-7 (Instruction Manual, phqscreeners.com), WHO-5 (WHO 2024),
AUDIT (WHO/MSD/MSB/01.6a), DUDIT (Berman et al. 2003), SOCRATES 8 (scoring form, CASAA), RSES
(Rosenberg 1965), K6/K10 (Kessler et al. 2003), DASS-21 (Lovibond & Lovibond 1995), PCL-5 (National
Center for PTSD), SDS (Gossop et al. 1995).
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import ROOT

from tcdesk.domain.instrument_file import read_definition
from tcdesk.domain.instrument_scoring import (
    Change,
    alerts_of,
    band_of,
    change_of,
    missing,
    reliable_points,
    scores_of,
)
from tcdesk.domain.instruments import Definition, Shown
from tcdesk.domain.people import Sex

FOLDER = ROOT / "resources" / "instruments"
SHIPPED = {
    read_definition(path.read_bytes()).code: read_definition(path.read_bytes())
    for path in FOLDER.rglob("*.json")
}


def answered(code: str, values: Sequence[int]) -> Mapping[str, Decimal | None]:
    """Score the first items with these answers, in order."""
    items = SHIPPED[code].items
    return scores_of(
        SHIPPED[code], {item.id: value for item, value in zip(items, values, strict=False)}
    )


def band(code: str, value: int, *, score: str = "total", sex: Sex = Sex.MALE) -> str:
    found = band_of(SHIPPED[code], score, Decimal(value), sex)
    return found.label["en"] if found else ""


# Columns of the PHQ-9 form are added up: 2 x 1 + 5 x 2 + 1 x 3 = »2 + 10 + 3«, total 15.
@pytest.mark.parametrize(
    ("code", "answers", "expected"),
    [
        ("phq-9", [2, 3, 2, 2, 1, 2, 2, 0, 1], {"total": 15}),
        ("gad-7", [1, 2, 2, 1, 0, 3, 1], {"total": 10}),
        ("who-5", [3, 2, 2, 1, 3], {"total": 44, "raw": 11}),
        ("audit", [2, 2, 2, 1, 0, 0, 1, 1, 0, 4], {"total": 13, "consumption": 6}),
        ("dudit", [4, 2, 1, 3, 3, 2, 2, 1, 2, 2, 4], {"total": 26}),
        (
            "socrates-8d",
            [5, 4, 4, 3, 2, 3, 5, 4, 2, 5, 3, 4, 4, 5, 5, 3, 4, 4, 5],
            {"recognition": 32, "ambivalence": 13, "taking-steps": 29},
        ),
        # Items 2, 5, 6, 8 and 9 are reversed: 2 + 2 + 3 + 2 + 3 + 1 + 2 + 0 + 2 + 2.
        ("rses", [2, 1, 3, 2, 0, 2, 2, 3, 1, 2], {"total": 19}),
        ("k6", [4, 3, 2, 3, 2, 1], {"total": 15}),
        ("k10", [5, 4, 2, 3, 3, 1, 4, 4, 3, 2], {"total": 31}),
        (
            "dass-21",
            # S  A  D  A  D  S  A  S  A  D  S  S  D  S  A  D  D  S  A  A  D
            [1, 0, 2, 1, 3, 1, 0, 2, 1, 2, 0, 1, 2, 1, 0, 1, 3, 1, 0, 1, 0],
            {"depression": 26, "anxiety": 6, "stress": 14},
        ),
        (
            "pcl-5",
            [3, 2, 1, 3, 2, 3, 4, 0, 2, 1, 3, 2, 2, 1, 2, 0, 3, 3, 2, 3],
            {"total": 42, "intrusion": 11, "avoidance": 7, "mood": 11, "arousal": 13},
        ),
        ("sds", [3, 2, 2, 1, 2], {"total": 10}),
    ],
)
def test_scores_equal_the_sums_worked_out_by_hand_from_the_published_rules(
    code: str, answers: Sequence[int], expected: Mapping[str, int]
) -> None:
    assert answered(code, answers) == {key: Decimal(value) for key, value in expected.items()}


@pytest.mark.parametrize(
    ("code", "score", "least", "most"),
    [
        ("phq-9", "total", 0, 27),
        ("gad-7", "total", 0, 21),
        ("who-5", "total", 0, 100),
        ("who-5", "raw", 0, 25),
        ("audit", "total", 0, 40),
        ("audit", "consumption", 0, 12),
        ("dudit", "total", 0, 44),
        ("socrates-8d", "recognition", 7, 35),
        ("socrates-8d", "ambivalence", 4, 20),
        ("socrates-8d", "taking-steps", 8, 40),
        ("rses", "total", 0, 30),
        ("k6", "total", 0, 24),
        ("k10", "total", 10, 50),
        ("dass-21", "stress", 0, 42),
        ("pcl-5", "total", 0, 80),
        ("sds", "total", 0, 15),
        ("bdi-ii", "total", 0, 63),
        ("bai", "total", 0, 63),
        ("bhs", "total", 0, 20),
    ],
)
def test_ranges_are_the_published_ones(code: str, score: str, least: int, most: int) -> None:
    found = next(one for one in SHIPPED[code].scores if one.id == score)
    assert (int(found.least), int(found.most)) == (least, most)


@pytest.mark.parametrize(
    ("code", "starts"),
    [
        ("phq-9", [0, 5, 10, 15, 20]),
        ("gad-7", [0, 5, 10, 15]),
        ("audit", [0, 8, 16, 20]),
        ("who-5", [0, 29, 51]),
        ("k6", [0, 13]),
        ("rses", [0, 15]),
        ("bhs", [0, 4, 9, 15]),
    ],
)
def test_bands_begin_at_the_published_scores(code: str, starts: Sequence[int]) -> None:
    assert [int(band.start) for band in SHIPPED[code].bands] == starts
    for low, high in pairwise(starts):
        assert band(code, high - 1) == band(code, low) != band(code, high)


def test_the_drug_screen_has_another_cut_off_for_women() -> None:
    assert band("dudit", 5) == "no signs of problems"
    assert band("dudit", 6) == "drug-related problems likely"
    assert band("dudit", 1, sex=Sex.FEMALE) == "no signs of problems"
    assert band("dudit", 2, sex=Sex.FEMALE) == "drug-related problems likely"
    assert band("dudit", 25, sex=Sex.FEMALE) == band("dudit", 25) == "dependence likely"


def test_up_to_two_missing_answers_take_the_mean_of_the_others_and_three_give_no_score() -> None:
    # Instruction Manual of the PHQ: the mean stands in for one or two missing values.
    items = [str(number) for number in range(1, 10)]
    seven = dict.fromkeys(items[:7], 2)
    assert scores_of(SHIPPED["phq-9"], seven) == {"total": Decimal(18)}
    eight = {**dict.fromkeys(items[:7], 1), "8": 2}
    assert scores_of(SHIPPED["phq-9"], eight) == {"total": Decimal(10)}  # 9 x 9/8 = 10.125
    assert scores_of(SHIPPED["phq-9"], dict.fromkeys(items[:6], 3)) == {"total": None}
    assert [item.id for item in missing(SHIPPED["phq-9"], seven)] == ["8", "9"]


def test_any_answer_but_none_to_the_ninth_item_raises_the_alert() -> None:
    definition = SHIPPED["phq-9"]
    assert alerts_of(definition, {"9": 0}) == []
    assert alerts_of(definition, {}) == []
    for answer in (1, 2, 3):
        assert [alert.item for alert in alerts_of(definition, {"9": answer})] == ["9"]


def test_a_reliable_change_equals_the_worked_example_of_jacobson_and_truax() -> None:
    # J. Consult. Clin. Psychol. 59 (1991), p. 14: SD 7.5, reliability 0.80, S_diff = 4.74; a change
    # from 32.5 to 47.5 gives RC = 3.16, which is more than 1.96.
    points = reliable_points(Decimal("7.5"), Decimal("0.80"))
    assert points == Decimal("9.30")  # 1.96 x 4.743
    assert round(Decimal(15) / (points / Decimal("1.96")), 2) == Decimal("3.16")


def test_a_change_is_told_only_where_its_size_is_known() -> None:
    def told(code: str, first: int, last: int) -> Change | None:
        return change_of(SHIPPED[code], "total", Decimal(first), Decimal(last))

    assert told("phq-9", 14, 9) is Change.WITHIN
    assert told("phq-9", 14, 8) is Change.IMPROVED
    assert told("phq-9", 8, 14) is Change.WORSENED
    assert told("who-5", 40, 50) is Change.IMPROVED
    assert told("audit", 30, 3) is None


@settings(deadline=None)  # a slow machine is no fault
@given(st.data())
def test_every_complete_answer_gives_scores_within_their_range(data: st.DataObject) -> None:
    definition = data.draw(
        st.sampled_from([one for one in SHIPPED.values() if not one.entered]), label="definition"
    )
    answers = {}
    for item in definition.items:
        responses = definition.responses(item)
        values = [choice.value for choice in responses.choices] or range(
            responses.least, responses.most + 1
        )
        answers[item.id] = data.draw(st.sampled_from(list(values)))
    for score in definition.scores:
        value = scores_of(definition, answers)[score.id]
        assert value is not None
        assert score.least <= value <= score.most


def languages(definition: Definition) -> set[str]:
    return {language for item in definition.items for language in item.text}


def test_no_questionnaire_of_others_has_a_slovenian_text_of_ours() -> None:
    for definition in SHIPPED.values():
        if definition.licence.holder != "tcdesk":
            assert languages(definition) <= {"en"}, definition.code
            told = [
                choice.text for one in definition.response_sets.values() for choice in one.choices
            ]
            assert all(set(text) <= {"en"} for text in told), definition.code


def test_what_ships_names_its_holder_terms_and_source() -> None:
    for definition in SHIPPED.values():
        licence = definition.licence
        assert licence.holder, definition.code
        assert licence.attribution, definition.code
        assert bool(definition.items) is (licence.shown is not Shown.SCORES)
        assert bool(languages(definition)) is (licence.shown is Shown.TEXT)


def test_names_and_bands_are_told_in_both_languages() -> None:
    for definition in SHIPPED.values():
        for texts in (
            definition.topic,
            *(band.label for band in definition.bands),
            *(score.names for score in definition.scores),
        ):
            assert set(texts) == {"sl", "en"}, definition.code
