"""The catalogue says what people read: plural, dates, errors, order."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tcdesk.domain.errors import MissingRowError, PersonCanMendError, RuleBrokenError
from tcdesk.workstation import places
from tcdesk.workstation.errors import DiskFullError, VaultOpenElsewhereError
from tcdesk.workstation.words import Catalogue

SL = Catalogue(places.translations(), "sl")
EN = Catalogue(places.translations(), "en")


class _UnknownError(PersonCanMendError):
    code = "made-up-for-this-test"


class _RefusedError(PersonCanMendError):
    code = "bundle-refused"


def _catalogue(folder: Path, text: str) -> Catalogue:
    (folder / "sl").mkdir()
    (folder / "sl" / "test.ftl").write_text(text, encoding="utf-8")
    return Catalogue(folder, "sl")


def test_slovenian_counts_have_one_two_few_and_many(tmp_path):
    words = _catalogue(
        tmp_path,
        "people = { $count ->\n    [one] { $count } oseba\n    [two] { $count } osebi\n"
        "    [few] { $count } osebe\n   *[other] { $count } oseb\n}\n",
    )
    told = [words("people", count=count) for count in (0, 1, 2, 3, 4, 5, 101, 1002)]
    assert told == [
        "0 oseb", "1 oseba", "2 osebi", "3 osebe", "4 osebe", "5 oseb", "101 oseba", "1.002 osebi",
    ]  # fmt: skip


def test_gender_is_chosen_by_a_variable_and_values_are_not_wrapped_in_invisible_marks(tmp_path):
    words = _catalogue(
        tmp_path, "who = { $sex ->\n    [f] obsojenka\n   *[m] obsojenec\n} { $name }\n"
    )
    assert words("who", sex="f", name="Đurić") == "obsojenka Đurić"
    assert words("who", sex="m", name="Đurić") == "obsojenec Đurić"


@pytest.mark.parametrize("message", ["no-such-message", "error-person.no-such", "quarter"])
def test_a_message_or_variable_that_is_missing_is_a_key_error(message):
    with pytest.raises(KeyError):
        SL(message)


def test_dates_times_and_numbers_are_written_as_people_here_write_them():
    day = date(2026, 11, 24)
    assert (SL.date(day), EN.date(day)) == ("24. 11. 2026", "24 Nov 2026")
    assert (SL.time(485), EN.time(485)) == ("8.05", "08:05")
    assert (SL.weekday(day), EN.weekday(day)) == ("torek", "Tuesday")
    assert (SL.weekday_short(day), EN.weekday_short(day)) == ("tor", "Tue")
    assert (SL.month(11), EN.month(11)) == ("november", "November")
    assert (SL.quarter(2026, 4), EN.quarter(2026, 4)) == ("4. četrtletje 2026", "Q4 2026")
    assert (SL.number(12345.5, 1), EN.number(12345.5, 1)) == ("12.345,5", "12,345.5")


def test_a_moment_is_told_in_the_time_of_slovenia_in_winter_and_in_summer():
    assert SL.moment(datetime(2026, 1, 5, 23, 30, tzinfo=UTC)) == "6. 1. 2026 ob 0.30"
    assert EN.moment(datetime(2026, 7, 5, 7, 5, tzinfo=UTC)) == "5 Jul 2026 at 09:05"


def test_a_date_given_to_a_message_is_written_like_every_other_date(tmp_path):
    words = _catalogue(tmp_path, "since = od { $day }\n")
    assert words("since", day=date(2026, 2, 1)) == "od 1. 2. 2026"


def test_an_error_is_told_by_its_code_with_its_facts_and_next_step():
    error = VaultOpenElsewhereError(login="skrb1", since="2026-11-24T08:05:00Z")
    sentence, next_step = SL.error(error)
    assert "skrb1" in sentence
    assert "24. 11. 2026 ob 9.05" in sentence
    assert next_step.startswith("Zaprite tcdesk")


def test_a_broken_rule_a_refused_bundle_and_an_unknown_error_find_their_words(tmp_path):
    words = _catalogue(
        tmp_path,
        "rule-late = Prepozno.\n    .next = Prej.\nrefusal-forged = Ponarejeno.\n"
        "error-bundle-refused = Zavrnjeno.\n    .next = Pokličite.\n"
        "error-person = Ne gre.\n    .next = Preverite.\nerror-we = Naša napaka.\n"
        "    .next = Povejte.\nerror-rule-broken = Pravilo.\n    .next = Popravite.\n",
    )
    assert words.error(RuleBrokenError("late")) == ("Prepozno.", "Prej.")
    assert words.error(RuleBrokenError("other")) == ("Pravilo.", "Popravite.")
    assert words.error(_RefusedError(reason="forged")) == ("Ponarejeno.", "Pokličite.")
    assert words.error(_RefusedError(reason="unheard-of")) == ("Zavrnjeno.", "Pokličite.")
    assert words.error(_UnknownError()) == ("Ne gre.", "Preverite.")
    assert words.error(MissingRowError()) == ("Naša napaka.", "Povejte.")


def test_an_error_that_lacks_a_fact_is_told_in_general_words_instead_of_failing():
    general = SL("error-person")
    assert SL.error(VaultOpenElsewhereError())[0] == general
    assert SL.error(DiskFullError())[0] != general


def test_names_sort_by_the_slovenian_alphabet():
    names = ["Žan", "čuk", "Đurić", "Cvet", "Ćosić", "Dolenc", "Zupan", "Šuštar", "Sever", "Česen"]
    assert sorted(names, key=SL.sort_key) == [
        "Cvet", "Česen", "čuk", "Ćosić", "Dolenc", "Đurić", "Sever", "Šuštar", "Zupan", "Žan",
    ]  # fmt: skip


def test_a_space_sorts_before_letters_and_foreign_marks_as_their_base_letter():
    names = ["Novakar", "Novak Žiga", "Novak Ana", "Müller", "Muller A", "Mullerjev"]
    assert sorted(names, key=SL.sort_key) == [
        "Müller", "Muller A", "Mullerjev", "Novak Ana", "Novak Žiga", "Novakar",
    ]  # fmt: skip


def test_an_unknown_language_is_refused():
    with pytest.raises(ValueError, match="de"):
        Catalogue(places.translations(), "de")
