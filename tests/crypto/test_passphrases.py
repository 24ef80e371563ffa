"""Generated and chosen passphrases, judged with the lists that the program ships."""

import math
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tcdesk.crypto.errors import (
    PassphraseCommonError,
    PassphraseHoldsNameError,
    PassphraseTooLongError,
    PassphraseTooShortError,
)
from tcdesk.crypto.passphrase_words import FEWEST_WORDS, generate
from tcdesk.crypto.strength import Vocabulary, check_policy, estimate_bits, folded
from tcdesk.workstation import places

FOLDER = places.resources() / "passphrase"
WORDS = (FOLDER / "words.sl.txt").read_text("utf-8").split("\n")[:-1]
COMMON = (FOLDER / "common.txt").read_text("utf-8").split("\n")[:-1]
VOCABULARY = Vocabulary.of(WORDS, COMMON)
LETTERS = set("abcčdefghijklmnoprsštuvzž")


def test_the_list_of_words_is_long_enough_and_easy_to_type():
    assert len(WORDS) >= FEWEST_WORDS
    assert len({folded(word) for word in WORDS}) == len(WORDS)
    assert [word for word in WORDS if not 4 <= len(word) <= 8] == []
    assert [word for word in WORDS if not set(word) <= LETTERS] == []
    assert unicodedata.normalize("NFC", "".join(WORDS)) == "".join(WORDS)


def test_no_word_is_one_letter_away_from_another_long_one():
    long = [word for word in WORDS if len(word) >= 5]
    holes = [(word[:at] + "?" + word[at + 1 :]) for word in long for at in range(len(word))]
    assert sorted(hole for hole in set(holes) if holes.count(hole) > 1) == []


def test_the_list_of_common_passphrases_is_folded_and_has_ours():
    assert len(COMMON) >= 1000
    assert [entry for entry in COMMON if folded(entry) != entry or " " in entry] == []
    assert {"geslo", "slovenija", "ljubljana", "password", "qwertz", "123456"} <= set(COMMON)


def test_five_generated_words_have_55_bits_and_are_accepted():
    made = generate(WORDS)
    assert len(made.split(" ")) == 5
    assert set(made.split(" ")) <= set(WORDS)
    assert 5 * math.log2(len(WORDS)) >= 55
    assert generate(WORDS) != made
    distinct = " ".join(WORDS[at * 400] for at in range(5))
    assert estimate_bits(distinct, VOCABULARY) == 55
    check_policy(distinct, VOCABULARY, ["novak"])


@pytest.mark.parametrize("words", [WORDS[:2047], [*WORDS, WORDS[0]]])
def test_a_list_that_is_too_short_or_repeats_makes_no_passphrase(words):
    with pytest.raises(ValueError, match="list of words"):
        generate(words)


@pytest.mark.parametrize(
    "chosen",
    [
        "geslogeslogeslo",
        "Geslo123456789!",
        "Slovenija-2026!!",
        "12345678901234",
        "98765432109876",
        "abcdefghijklmn",
        "qwertzuiopasdfg",
        "aaaaaaaaaaaaaa",
        "zzzzzzzzzzzzzzzzzz",
        "ljubezenljubezen",
        "LJUBEZEN 12345678",
        "hiša hiša hiša hiša",
        "passwordpassword",
        "slovenija7391856204",
        "GesloGesloGeslo GesloGeslo",
        "1985 1985 1985 1985",
    ],
)
def test_what_everybody_tries_first_is_refused(chosen):
    with pytest.raises(PassphraseCommonError):
        check_policy(chosen, VOCABULARY, ["novak"])


@pytest.mark.parametrize(
    "chosen",
    [
        "pravilna konjska sponka baterija",
        "Ob petkih hodim v hribe nad Bohinjem",
        "x7Kq!2bnP$wz4r",
        "ž" * 3 + "repa pod snegom spi do marca",
    ],
)
def test_a_long_and_own_passphrase_is_accepted_whatever_its_characters(chosen):
    check_policy(chosen, VOCABULARY, ["novak", "Dob"])


def test_the_bounds_are_14_and_256_characters_as_they_are_hashed():
    with pytest.raises(PassphraseTooShortError):
        check_policy("repa pod sneg", VOCABULARY, [])
    decomposed = unicodedata.normalize("NFD", "čšžčšžčšž")
    assert len(decomposed) > 14
    with pytest.raises(PassphraseTooShortError):
        check_policy(decomposed, VOCABULARY, [])
    sentence = "repa pod snegom spi do marca " * 9
    check_policy(sentence[:256], VOCABULARY, [])
    with pytest.raises(PassphraseTooLongError):
        check_policy(sentence[:257], VOCABULARY, [])


@pytest.mark.parametrize("name", ["novak", "NOVAK", "Zavod Dob", "žagar"])
def test_the_login_and_the_unit_are_not_part_of_a_passphrase(name):
    with pytest.raises(PassphraseHoldsNameError):
        check_policy(f"zjutraj {name.lower()} pije čaj z medom", VOCABULARY, [name])


def test_a_very_short_name_does_not_forbid_half_the_language():
    check_policy("zjutraj pijem čaj z medom in ingverjem", VOCABULARY, ["in", ""])


@given(st.text(max_size=80))
def test_every_text_has_an_estimate_and_more_text_never_costs_less(text):
    bits = estimate_bits(text, VOCABULARY)
    assert 0 <= bits <= 6 * len(text) + 1
    assert estimate_bits(text + " hruška", VOCABULARY) >= bits


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        ("aaaaaaaaaa", "hgjdksleuw"),
        ("qwertzuiop", "hgjdksleuw"),
        ("1985", "7391856204"),
        ("hruška hruška", "hruška jelka"),
        ("geslo", "bdrhvjwq"),
    ],
)
def test_patterns_count_less_than_what_is_not_known(weaker, stronger):
    assert estimate_bits(weaker, VOCABULARY) < estimate_bits(stronger, VOCABULARY)
