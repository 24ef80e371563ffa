"""What a failure says and what is kept of it."""

import sys

from tcdesk.domain.errors import MissingRowError, NotAllowedError


def _fail(text):
    raise ValueError(text)


def _caught(text):
    try:
        _fail(text)
    except ValueError as error:
        return error


def test_a_known_error_is_told_in_the_words_of_the_catalogue_and_not_logged(kit, crash_file):
    told = kit.trouble.tell(NotAllowedError())
    assert told == kit.words.error(NotAllowedError())
    assert not crash_file.exists()


def test_an_unforeseen_error_is_told_with_a_code_that_the_log_has_too(kit, crash_file):
    sentence, next_step = kit.trouble.tell(_caught("Đurić Stanko"))
    code = sentence.split("(")[1].split(")")[0]
    log = crash_file.read_text(encoding="utf-8")
    assert code in log
    assert "ValueError" in log
    assert "_fail" in log
    assert next_step


def test_the_crash_log_holds_neither_messages_nor_values(kit, crash_file):
    kit.trouble.tell(_caught("Đurić Stanko"))
    assert "Stanko" not in crash_file.read_text(encoding="utf-8")


def test_one_fault_has_one_code_whatever_the_data(kit):
    assert kit.trouble.tell(_caught("one"))[0] == kit.trouble.tell(_caught("other"))[0]


def test_our_own_mistakes_are_logged_too(kit, crash_file):
    kit.trouble.tell(MissingRowError())
    assert "MissingRowError" in crash_file.read_text(encoding="utf-8")


def test_a_crash_loop_does_not_fill_the_disk(kit, crash_file):
    crash_file.write_text("x" * 300_000, encoding="utf-8")
    kit.trouble.tell(_caught("again"))
    assert crash_file.stat().st_size < 2000


def test_a_log_that_cannot_be_written_does_not_hide_the_error(kit, crash_file):
    crash_file.mkdir()
    assert kit.trouble.tell(_caught("x"))[0]


def test_what_nobody_caught_is_told_by_the_window(kit):
    before, said = sys.excepthook, []
    try:
        kit.trouble.catch_all(lambda *told: said.append(told))
        error = _caught("x")
        sys.excepthook(type(error), error, error.__traceback__)
    finally:
        sys.excepthook = before
    assert len(said) == 1
