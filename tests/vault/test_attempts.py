"""Failed log-ins: waiting, and a log that holds no more than it must."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tcdesk.vault.attempts import (
    MOST_LINES,
    Attempt,
    add_failure,
    delay_after,
    read_attempts,
    settle,
    wait_left,
)
from tcdesk.workstation.files import DiskFiles

NOW = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
KNOWN = ("anna", "bor")


def fail(folder: Path, login: str, at: datetime = NOW) -> None:
    add_failure(folder, DiskFiles(), login=login, known=KNOWN, at=at)


def test_waiting_grows_to_a_minute_and_no_further():
    assert [delay_after(failures) for failures in range(9)] == [0, 0, 2, 5, 15, 30, 60, 60, 60]
    assert delay_after(10_000) == 60


def test_only_the_own_failures_make_a_login_wait(tmp_path: Path):
    for _ in range(4):
        fail(tmp_path, "anna")
    attempts = read_attempts(tmp_path)
    assert wait_left(attempts, "anna", NOW) == 15
    assert wait_left(attempts, "anna", NOW + timedelta(seconds=10)) == 5
    assert wait_left(attempts, "anna", NOW + timedelta(seconds=16)) == 0
    assert wait_left(attempts, "bor", NOW) == 0


def test_a_clock_put_back_makes_nobody_wait_for_hours(tmp_path: Path):
    for _ in range(4):
        fail(tmp_path, "anna")
    assert wait_left(read_attempts(tmp_path), "anna", NOW - timedelta(days=400)) == 15


def test_what_was_typed_for_an_unknown_login_is_not_written_down(tmp_path: Path):
    fail(tmp_path, "moje skrivno geslo")
    assert (tmp_path / "attempts.log").read_text("utf-8") == "2026-11-21T20:00:00Z - new\n"


def test_getting_in_starts_the_count_anew_and_marks_the_rest_as_told(tmp_path: Path):
    for login in ("anna", "bor", "anna", "nobody"):
        fail(tmp_path, login)
    settle(tmp_path, DiskFiles(), "anna")
    assert read_attempts(tmp_path) == (Attempt(at=NOW, login="bor", audited=True),)
    fail(tmp_path, "bor")
    assert [attempt.audited for attempt in read_attempts(tmp_path)] == [True, False]
    assert len(read_attempts(tmp_path)) == 2


def test_a_folder_without_failures_gets_no_log(tmp_path: Path):
    settle(tmp_path, DiskFiles(), "anna")
    assert list(tmp_path.iterdir()) == []
    assert read_attempts(tmp_path) == ()


@pytest.mark.parametrize(
    "spoilt", [b"\xff\xfe\x00", b"x\n\n \n  new\n", b"2026-13-45T00:00:00Z a new\n"]
)
def test_a_spoilt_log_keeps_nobody_out(tmp_path: Path, spoilt: bytes):
    (tmp_path / "attempts.log").write_bytes(spoilt)
    assert read_attempts(tmp_path) == ()
    fail(tmp_path, "anna")
    assert [attempt.login for attempt in read_attempts(tmp_path)] == ["anna"]


def test_the_log_does_not_grow_for_ever(tmp_path: Path):
    line = "2026-11-21T20:00:00Z bor new\n"
    (tmp_path / "attempts.log").write_text(line * (MOST_LINES + 50), "utf-8")
    fail(tmp_path, "anna")
    attempts = read_attempts(tmp_path)
    assert len(attempts) == MOST_LINES
    assert attempts[-1].login == "anna"


def test_a_login_with_a_space_is_read_back(tmp_path: Path):
    add_failure(tmp_path, DiskFiles(), login="anna b", known=["anna b"], at=NOW)
    assert read_attempts(tmp_path) == (Attempt(at=NOW, login="anna b"),)
