"""The strength meter never flatters, and what it offers it also takes."""

import pytest

from tcdesk.services.passphrases import Judge, Verdict

WORDS = [
    f"{first}{second}{end}"
    for first in ("bra", "ste", "plo", "mur", "kol", "vis", "der", "gru")
    for second in "aeiou"
    for end in ("čka", "nka", "lec", "vina")
]


@pytest.fixture
def judge() -> Judge:
    return Judge(["password1234567", "geslo123geslo123"], WORDS)


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("", Verdict.EMPTY),
        ("kratko geslo", Verdict.SHORT),
        ("x" * 257, Verdict.LONG),
        ("Geslo123 Geslo123", Verdict.COMMON),
        ("novakova najljubša pesem", Verdict.PERSONAL),
        ("aaaaaaaaaaaaaaaa", Verdict.WEAK),
        ("1234567890123456", Verdict.WEAK),
        ("abababababababababab", Verdict.WEAK),
        ("braačka braačka braačka braačka", Verdict.WEAK),
        ("tr7vk2mx9wq4hz", Verdict.ENOUGH),
    ],
)
def test_a_passphrase_is_judged_by_what_it_costs_to_guess(judge, typed, verdict):
    assert judge.judge(typed, ["novak", "Zavod Dob"]).verdict is verdict


def test_an_offered_passphrase_is_five_words_worth_its_dice_and_taken(judge):
    offered = judge.offer()
    assert len(offered.split(" ")) == 5
    assert judge.offer() != offered
    five = judge.judge("braačka stenka plolec murvina kolačka brečka")
    assert five.accepted


def test_the_unit_and_the_login_are_found_without_diacritics(judge):
    assert judge.judge("moje geslo za đurić 7", ["duric"]).verdict is Verdict.PERSONAL
