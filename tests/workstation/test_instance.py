"""One process at a time has a vault; its death gives the vault back."""

import os
import signal
import subprocess
import sys
from datetime import UTC, date, datetime

import pytest

from tcdesk.workstation.clock import SystemClock
from tcdesk.workstation.errors import FolderNotWritableError, VaultOpenElsewhereError
from tcdesk.workstation.instance import LOCK_NAME, VaultLock

_HOLD = """
import sys
from pathlib import Path
from tcdesk.workstation.clock import SystemClock
from tcdesk.workstation.errors import VaultOpenElsewhereError
from tcdesk.workstation.instance import VaultLock
lock = VaultLock(SystemClock())
try:
    lock.acquire(Path(sys.argv[1]), "prvi")
except VaultOpenElsewhereError as error:
    print("refused", error.facts["login"], flush=True)
    sys.exit(3)
print("held", flush=True)
sys.stdin.read()
"""


class _FixedClock:
    def now(self) -> datetime:
        return datetime(2026, 11, 24, 8, 5, tzinfo=UTC)

    def today(self) -> date:
        return date(2026, 11, 24)

    def monotonic(self) -> float:
        return 0.0


def _holder(folder):
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLD, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    return process


def test_a_second_process_is_refused_and_told_who_and_since_when(tmp_path):
    lock = VaultLock(_FixedClock())
    lock.acquire(tmp_path, "prvi")
    with pytest.raises(VaultOpenElsewhereError) as refused:
        VaultLock(SystemClock()).acquire(tmp_path, "drugi")
    assert refused.value.facts == {"login": "prvi", "since": "2026-11-24T08:05:00Z"}
    second = subprocess.run(
        [sys.executable, "-c", _HOLD, tmp_path],
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )
    assert (second.returncode, second.stdout) == (3, b"refused prvi\n")
    lock.release()


def test_a_killed_process_gives_the_vault_back_at_once(tmp_path):
    with _holder(tmp_path) as first:
        lock = VaultLock(SystemClock())
        with pytest.raises(VaultOpenElsewhereError):
            lock.acquire(tmp_path, "drugi")
        first.send_signal(signal.SIGKILL)
        first.wait()
        lock.acquire(tmp_path, "drugi")
        lock.release()


def test_somebody_else_reading_the_file_in_the_same_process_does_not_drop_the_lock(tmp_path):
    lock = VaultLock(SystemClock())
    lock.acquire(tmp_path, "prvi")
    assert b"prvi" in (tmp_path / LOCK_NAME).read_bytes()
    with pytest.raises(VaultOpenElsewhereError):
        VaultLock(SystemClock()).acquire(tmp_path, "drugi")
    lock.release()


def test_a_left_over_file_of_a_dead_process_locks_nobody_out(tmp_path):
    (tmp_path / LOCK_NAME).write_text(f'{{"login": "prvi", "pid": {os.getpid()}}}')
    lock = VaultLock(SystemClock())
    lock.acquire(tmp_path, "drugi")
    assert b"drugi" in (tmp_path / LOCK_NAME).read_bytes()
    lock.release()
    assert (tmp_path / LOCK_NAME).read_bytes() == b""


def test_a_lock_file_with_nonsense_in_it_still_says_that_the_vault_is_open(tmp_path):
    lock = VaultLock(SystemClock())
    lock.acquire(tmp_path, "prvi")
    (tmp_path / LOCK_NAME).write_bytes(b"[\xff nonsense")
    with pytest.raises(VaultOpenElsewhereError):
        VaultLock(SystemClock()).acquire(tmp_path, "drugi")
    lock.release()


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(FolderNotWritableError):
        VaultLock(SystemClock()).acquire(tmp_path / "missing", "prvi")
