"""Another version in the place of this one: unpacked, tried, swapped; or nothing is changed."""

import ctypes
import errno
import subprocess
import sys

import pytest

from tcdesk.workstation.installer import SystemInstaller, UpdateFailedError, settle
from tcdesk.workstation.running import left_alone

RUNNING = """
import sys
from pathlib import Path
from tcdesk.workstation.running import hold
hold(Path(sys.argv[1]))
print("running", flush=True)
sys.stdin.read()
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the folders of Linux")


class Ending:
    """The end of a process that only remembers what it is to start."""

    def __init__(self):
        self._start = None

    def instead(self, start):
        self._start = start

    def start(self):
        assert self._start is not None
        return self._start()


def program(folder, version, test=0):
    """Make a folder that behaves as a frozen program; its own test ends with a given code."""
    (folder / "_internal").mkdir(parents=True)
    (folder / "_internal" / "package").write_text("linux\n", encoding="ascii")
    script = folder / "tcdesk"
    script.write_text(
        "#!/bin/sh\n"
        f'[ "$1" = --version ] && echo "tcdesk {version}"\n'
        f'[ "$1" = self-test ] && exit {test}\n'
        f'[ "$1" = settle ] && echo "$2" > "$(dirname "$0")/settled"\n'
        "exit 0\n",
        encoding="ascii",
    )
    script.chmod(0o755)
    return folder


def archive(tmp_path, version, test=0):
    made = program(tmp_path / "made" / "tcdesk", version, test)
    payload = tmp_path / f"tcdesk-{version}-linux.tar.xz"
    subprocess.run(["tar", "-cJf", payload, "-C", made.parent, "tcdesk"], check=True)
    return payload


@pytest.fixture
def installed(tmp_path):
    return program(tmp_path / "tcdesk", "1.0.0")


def files(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_a_new_version_is_unpacked_tried_and_started_at_the_end(tmp_path, installed):
    ending = Ending()
    installer = SystemInstaller("1.0.0", installed, ending)
    installer.prepare(archive(tmp_path, "1.1.0"), "1.1.0")
    assert installer.ready
    ending.start().wait()
    new = tmp_path / "tcdesk.new"
    assert (new / "settled").read_text(encoding="utf-8").strip() == str(installed)


@pytest.mark.parametrize(("version", "test"), [("1.2.0", 0), ("1.1.0", 1)])
def test_another_version_inside_or_a_failed_test_leaves_all_as_it_was(
    tmp_path, installed, version, test
):
    before = files(installed)
    installer = SystemInstaller("1.0.0", installed, Ending())
    payload = archive(tmp_path, version, test)
    with pytest.raises(UpdateFailedError):
        installer.prepare(payload, "1.1.0")
    assert not installer.ready
    assert files(installed) == before


def test_a_payload_that_is_no_archive_is_refused(tmp_path, installed):
    payload = tmp_path / "tcdesk-1.1.0-linux.tar.xz"
    payload.write_bytes(b"no archive")
    with pytest.raises(UpdateFailedError):
        SystemInstaller("1.0.0", installed, Ending()).prepare(payload, "1.1.0")
    assert not (tmp_path / "tcdesk.new").exists()


def test_two_versions_change_places_and_back_again(tmp_path, installed):
    new = program(tmp_path / "tcdesk.new", "1.1.0")
    settle(new, installed)
    previous = tmp_path / "tcdesk.previous"
    assert "1.1.0" in (installed / "tcdesk").read_text(encoding="ascii")
    assert "1.0.0" in (previous / "tcdesk").read_text(encoding="ascii")
    ending = Ending()
    installer = SystemInstaller("1.1.0", installed, ending)
    assert installer.has_previous
    installer.prepare_back()
    ending.start().wait()
    assert (previous / "settled").exists()
    settle(previous, installed)
    assert "1.0.0" in (installed / "tcdesk").read_text(encoding="ascii")
    assert "1.1.0" in (previous / "tcdesk").read_text(encoding="ascii")


def test_a_folder_that_cannot_be_had_leaves_the_other_where_it_was(tmp_path, installed):
    before = files(installed)
    with pytest.raises(UpdateFailedError):
        settle(tmp_path / "gone", installed)
    assert files(installed) == before


def test_a_program_that_is_not_frozen_is_not_updated_from_within(tmp_path):
    installer = SystemInstaller("1.0.0", None, Ending())
    assert installer.platform is None
    assert not installer.has_previous
    with pytest.raises(UpdateFailedError):
        installer.prepare(tmp_path, "1.1.0")


def test_a_portable_folder_of_windows_takes_the_same_package_as_an_installed_one(tmp_path):
    folder = program(tmp_path / "tcdesk", "1.0.0")
    (folder / "_internal" / "package").write_text("windows-portable\r\n", encoding="ascii")
    assert SystemInstaller("1.0.0", folder, Ending()).platform == "windows"


def test_nothing_takes_the_place_of_a_program_that_somebody_runs(tmp_path, installed):
    program(tmp_path / "tcdesk.new", "1.1.0")
    with subprocess.Popen(
        [sys.executable, "-c", RUNNING, str(installed)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as running:
        assert running.stdin
        assert running.stdout
        assert running.stdout.readline() == b"running\n"
        assert not left_alone(installed, 0.3)
        running.stdin.close()
    assert left_alone(installed, 0)


def test_where_the_file_system_has_no_exchange_the_folders_change_places_one_by_one(
    tmp_path, installed, monkeypatch
):
    class Old:
        @staticmethod
        def renameat2(*_arguments):
            ctypes.set_errno(errno.EINVAL)
            return -1

    monkeypatch.setattr(ctypes, "CDLL", lambda *_name, **_how: Old)
    settle(program(tmp_path / "tcdesk.new", "1.1.0"), installed)
    assert "1.1.0" in (installed / "tcdesk").read_text(encoding="ascii")
    assert "1.0.0" in (tmp_path / "tcdesk.previous" / "tcdesk").read_text(encoding="ascii")
