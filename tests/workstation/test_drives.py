"""Removable drives are found by what the system says of them."""

import shutil
from pathlib import Path

import pytest

from tcdesk.services.ports import Drive
from tcdesk.workstation.drives import SystemDrives
from tcdesk.workstation.errors import StickBusyError


@pytest.fixture
def system(tmp_path):
    """Build a system with one fixed disk, one removable stick and one USB disk."""
    mounts = []
    for disk, partition, bus, removable in (
        ("sda", "sda1", "pci0000:00/ata1", "0"),
        ("sdb", "sdb1", "pci0000:00/card-reader", "1"),
        ("sdc", "sdc1", "pci0000:00/usb1/1-2", "0"),
    ):
        block = tmp_path / "sys/devices" / bus / disk
        (block / partition).mkdir(parents=True)
        (block / "removable").write_text(f"{removable}\n")
        (tmp_path / "sys/class/block").mkdir(parents=True, exist_ok=True)
        (tmp_path / "sys/class/block" / partition).symlink_to(block / partition)
        folder = tmp_path / "mnt" / f"{disk} of mine"
        folder.mkdir(parents=True)
        escaped = str(folder).replace(" ", "\\040")
        mode = "ro" if disk == "sdc" else "rw"
        mounts.append(f"/dev/{partition} {escaped} fuseblk.exfat {mode},nosuid 0 0")
    mounts.append("proc /proc proc rw 0 0")
    mounts.append("/dev/sdz1 /gone vfat rw 0 0")
    labels = tmp_path / "dev/disk/by-label"
    labels.mkdir(parents=True)
    (labels / "KINGSTON\\x20A").symlink_to("../../sdb1")
    (tmp_path / "proc/self").mkdir(parents=True)
    (tmp_path / "proc/self/mounts").write_text("\n".join(mounts) + "\n")
    return tmp_path


def test_only_removable_and_usb_drives_are_given_with_their_facts(system):
    stick, usb = SystemDrives(system).removable()
    assert stick.folder == system / "mnt/sdb of mine"
    assert (stick.label, stick.read_only) == ("KINGSTON A", False)
    assert stick.free_bytes == pytest.approx(shutil.disk_usage(system).free, rel=0.1)
    assert (usb.label, usb.read_only) == ("sdc of mine", True)


def test_what_the_desktop_mounts_as_media_counts_and_a_pulled_one_is_left_out(system):
    table = system / "proc/self/mounts"
    table.write_text("/dev/sdz1 /media/somebody/GONE vfat rw 0 0\n")
    assert SystemDrives(system).removable() == ()


def test_the_drives_of_this_computer_can_be_listed():
    for drive in SystemDrives().removable():
        assert drive.folder.is_absolute()


def test_a_stick_in_use_is_not_ejected_and_a_free_one_is(stick):
    drive = Drive(
        folder=stick.folder, label="A", file_system="exfat", free_bytes=0, read_only=False
    )
    with (stick.folder / "open.txt").open("wb"), pytest.raises(StickBusyError):
        SystemDrives().eject(drive)
    SystemDrives().eject(drive)
    assert not Path(stick.folder).is_mount()
