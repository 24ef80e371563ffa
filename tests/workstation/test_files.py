"""A file is the old one or the new one, whatever fails."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tcdesk.workstation.errors import DiskFailedError, FolderNotWritableError, disk_error
from tcdesk.workstation.files import DiskFiles

_WRITE = """
import resource, sys
from pathlib import Path
from tcdesk.domain.errors import TcdeskError
from tcdesk.workstation.files import DiskFiles
path, size, limit = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    DiskFiles().write_atomic(path, b"n" * size)
except TcdeskError as error:
    print(error.code)
else:
    print("written")
"""


@pytest.fixture
def mounting():
    """Give a function that runs a shell script where it may mount what it likes."""
    own_user = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    unshare = ["unshare", *own_user, "--mount"]
    if subprocess.run([*unshare, "true"], check=False, capture_output=True).returncode:
        pytest.skip("NOT RUN: this machine lets nobody make a mount namespace")

    def run(script: str) -> list[str]:
        told = subprocess.run(
            [*unshare, "sh", "-ec", script, _WRITE], capture_output=True, text=True, check=True
        )
        return told.stdout.split()

    return run


def test_a_new_file_is_whole_private_and_leaves_nothing_beside_it(tmp_path):
    DiskFiles().write_atomic(tmp_path / "a.json", b"content")
    assert (tmp_path / "a.json").read_bytes() == b"content"
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
    if sys.platform != "win32":
        assert (tmp_path / "a.json").stat().st_mode & 0o777 == 0o600


def test_an_old_file_is_replaced_and_a_left_over_part_does_not_matter(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(b"the old one, which is longer")
    left_over = tmp_path / "a.json.tmp"
    left_over.write_bytes(b"x" * 1000)
    left_over.chmod(0o644)
    DiskFiles().write_atomic(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600
    assert not left_over.exists()


def test_a_file_size_limit_is_told_as_a_full_disk_and_the_old_file_stays(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    told = subprocess.run(
        [sys.executable, "-c", _WRITE, path, "100000", "4096"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout.strip() == "disk-full"
    assert path.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_a_full_disk_leaves_the_old_file_and_no_part(tmp_path, mounting):
    script = (
        f"mount -t tmpfs -o size=64k none {tmp_path}; printf old > {tmp_path}/a; "
        f'"{sys.executable}" -c "$0" {tmp_path}/a 200000 0; cat {tmp_path}/a; echo; ls {tmp_path}'
    )
    assert mounting(script) == ["disk-full", "old", "a"]


def test_a_read_only_disk_is_named_as_such(tmp_path, mounting):
    script = (
        f"mount -t tmpfs none {tmp_path}; printf old > {tmp_path}/a; "
        f'mount -o remount,ro {tmp_path}; "{sys.executable}" -c "$0" {tmp_path}/a 10 0; '
        f"cat {tmp_path}/a"
    )
    assert mounting(script) == ["folder-not-writable", "old"]


@pytest.mark.parametrize("where", ["missing/a.json", "file/a.json", "folder"])
def test_a_place_that_cannot_hold_the_file_is_named(tmp_path, where):
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    with pytest.raises(FolderNotWritableError):
        DiskFiles().write_atomic(tmp_path / where, b"x")
    assert not (tmp_path / "folder.tmp").exists()


def test_a_link_in_place_of_the_part_is_never_followed(tmp_path):
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    (tmp_path / "a.tmp").symlink_to(victim)
    with pytest.raises(FolderNotWritableError):
        DiskFiles().write_atomic(tmp_path / "a", b"x")
    assert victim.read_bytes() == b"mine"


def test_a_finished_file_is_flushed_and_a_missing_one_is_named(tmp_path):
    (tmp_path / "a").write_bytes(b"x")
    DiskFiles().sync_file(tmp_path / "a")
    with pytest.raises(FolderNotWritableError):
        DiskFiles().sync_file(tmp_path / "b")


@pytest.mark.parametrize("call", ["write", "fsync", "rename"])
def test_a_failing_disk_is_named_with_its_number_and_the_old_file_stays(tmp_path, call):
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    told = subprocess.run(
        ["strace", "-f", "-qq", "-o", tmp_path / "trace", "-P", tmp_path / "a.json.tmp",
         "-e", f"inject={call}:error=EIO", sys.executable, "-c", _WRITE, path, "10", "0"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout.strip() == "disk-failed"
    assert path.read_bytes() == b"old"
    assert not Path(f"{path}.tmp").exists()


def test_the_number_of_an_unknown_failure_is_kept_for_the_report():
    error = disk_error(OSError(5, "Input/output error"))
    assert isinstance(error, DiskFailedError)
    assert error.facts == {"errno": 5}
