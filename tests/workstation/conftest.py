"""A real exFAT stick: an image on a loop device, mounted by the exFAT driver (FUSE).

Needs root, ``/dev/fuse`` and a loop device. Where the machine cannot have them the tests say
NOT RUN; where it can and only a tool is missing they fail.
"""

import os
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

_MIB = 1 << 20
_SECONDS = 20


class ExfatStick:
    """A stick of 12 MiB that can be write-protected, pulled and put back."""

    def __init__(self, place: Path) -> None:
        self.folder = place / "stick"
        self.folder.mkdir()
        image = place / "stick.img"
        with image.open("wb") as file:
            file.truncate(12 * _MIB)
        _run("mkfs.exfat", image)
        self._device = _run("losetup", "--find", "--show", image).strip()
        self._driver: subprocess.Popen[bytes] | None = None

    def insert(self, *, read_only: bool = False) -> None:
        """Mount it; the driver stays our child, so that it can be killed like a pulled stick."""
        options = ["-o", "ro"] if read_only else []
        self._driver = subprocess.Popen(
            ["mount.exfat-fuse", "-d", *options, self._device, self.folder],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        pause = threading.Event()
        for _ in range(_SECONDS * 50):
            if os.path.ismount(self.folder):
                return
            pause.wait(0.02)
        pytest.fail("the exFAT driver did not mount")

    def pull(self) -> None:
        """Kill the driver in the middle of whatever it does."""
        if self._driver is not None:
            self._driver.kill()
            self._driver.wait(_SECONDS)
            self._driver = None

    def take_out(self) -> None:
        """Take the mount off the folder, dead or alive; what was written stays on the stick."""
        subprocess.run(["umount", self.folder], check=False, capture_output=True)
        if self._driver is not None:
            self._driver.wait(_SECONDS)
            self._driver = None

    def throw_away(self) -> None:
        """Give everything back to the system."""
        self.pull()
        subprocess.run(["umount", "--lazy", self.folder], check=False, capture_output=True)
        _run("losetup", "--detach", self._device)


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[ExfatStick]:
    """Give a stick that is inserted."""
    if os.geteuid() != 0 or not Path("/dev/fuse").exists() or not Path("/dev/loop0").exists():
        pytest.skip("NOT RUN: a real stick needs root, /dev/fuse and loop devices")
    stick = ExfatStick(tmp_path)
    try:
        stick.insert()
        yield stick
    finally:
        stick.throw_away()


def _run(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
