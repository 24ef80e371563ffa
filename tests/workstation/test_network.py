"""A vault is never opened on another computer's disk (V-19)."""

from pathlib import Path

import pytest

from tcdesk.workstation import network
from tcdesk.workstation.clock import SystemClock
from tcdesk.workstation.errors import FolderOnNetworkError
from tcdesk.workstation.instance import LOCK_NAME, VaultLock

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/skupni\\040disk\\040č rw,relatime - cifs //streznik/skupno rw,vers=3.0
31 22 0:41 / /home rw - nfs4 streznik:/home rw
32 31 8:2 / /home/maja/usb rw - vfat /dev/sdb1 rw
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib/tcdesk", "ext4"),
        ("/mnt/skupni disk č/vault", "cifs"),
        ("/mnt/skupni", "ext4"),
        ("/home/maja/vault", "nfs4"),
        ("/home/maja/usb/vault", "vfat"),
    ],
)
def test_the_nearest_mount_tells_the_file_system(folder: str, kind: str) -> None:
    assert network.file_system_of(Path(folder), MOUNTS) == kind


def test_a_folder_on_a_network_drive_is_refused_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = tmp_path / "mountinfo"
    there = tmp_path / "there"
    there.mkdir()
    listed.write_text(f"{MOUNTS}33 22 0:42 / {there} rw - cifs //streznik/skupno rw\n")
    monkeypatch.setattr(network, "_MOUNTS", listed)
    lock = VaultLock(SystemClock())
    with pytest.raises(FolderOnNetworkError):
        lock.acquire(there, "novak")
    assert not (there / LOCK_NAME).exists()
    here = tmp_path / "here"
    here.mkdir()
    lock.acquire(here, "novak")
    lock.release()


def test_what_cannot_be_asked_is_taken_as_local(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network, "_MOUNTS", tmp_path / "none")
    assert not network.on_network(tmp_path)
