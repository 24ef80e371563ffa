"""Search finds a name however it was typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tcdesk.domain.folding import fold, needles


def _finds(typed: str, name: str) -> bool:
    return any(needle in fold(name) for needle in needles(typed))


@pytest.mark.parametrize("typed", ["djuric", "duric", "Đurić", "DURIĆ", "đuri", "DJURIĆ"])
@pytest.mark.parametrize("name", ["Đurić Stanko", "ĐURIĆ"])
def test_every_usual_spelling_finds_the_name(typed, name):
    assert _finds(typed, name)


def test_a_name_written_with_dj_is_found_by_dj_and_by_the_letter():
    assert _finds("djuric", "Djurić")
    assert _finds("đurić", "Djurić")


def test_another_name_is_not_found():
    assert not _finds("djuric", "Jurić")


@given(st.text())
def test_folding_twice_changes_nothing_and_marks_are_gone(text):
    folded = fold(text)
    assert fold(folded) == folded
    assert not any(unicodedata.combining(letter) for letter in folded)


@given(st.text(alphabet="abcčćdđešžŠŽĆČĐ "))
def test_composed_and_decomposed_forms_fold_alike(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
