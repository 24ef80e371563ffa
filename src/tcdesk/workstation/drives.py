"""Removable drives of this computer; the port ``Drives``.

Linux: a mount counts if its disk says ``removable``, hangs on USB, or is mounted where desktops
mount sticks. Windows: ``DRIVE_REMOVABLE``. A USB hard disk that Windows calls fixed is not offered;
its folder can still be chosen by hand.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tcdesk.services.ports import Drive
from tcdesk.workstation.errors import StickBusyError

if sys.platform == "win32":
    from tcdesk.workstation import windows

_DESKTOP_MOUNTS = ("/media/", "/run/media/")
_ESCAPED = re.compile(r"\\([0-7]{3})")
_EJECT_SECONDS = 60


class SystemDrives:
    """Looks at the drives anew at every question."""

    def __init__(self, root: Path = Path("/")) -> None:
        """Take the folder that holds ``proc``, ``sys`` and ``dev`` (Linux)."""
        self._root = root

    def removable(self) -> tuple[Drive, ...]:
        """Give the removable drives that have a medium, by path."""
        if sys.platform == "win32":
            found = _windows_drives()
        else:
            found = self._linux_drives()
        return tuple(sorted(found, key=lambda drive: drive.folder))

    def eject(self, drive: Drive) -> None:
        """Write out what is left and let the system release the drive.

        Raises:
            StickBusyError: Another program has a file open on it, or the system refuses.
        """
        try:
            if sys.platform == "win32":
                windows.eject(drive.folder)
            else:
                _unmount(drive.folder)
        except (OSError, subprocess.SubprocessError) as error:
            raise StickBusyError from error

    def _linux_drives(self) -> Iterator[Drive]:
        table = (self._root / "proc/self/mounts").read_text(encoding="utf-8", errors="replace")
        for line in table.splitlines():
            device, mount, system, options, *_ = (*line.split(" "), "", "", "", "")
            folder = _unescaped(mount)
            if not (device.startswith("/dev/") and self._is_removable(device, folder)):
                continue
            try:
                free = shutil.disk_usage(folder).free
            except OSError:
                continue  # pulled between the two looks
            yield Drive(
                folder=Path(folder),
                label=self._label(device) or Path(folder).name,
                file_system=system.removeprefix("fuse."),
                free_bytes=free,
                read_only="ro" in options.split(","),
            )

    def _is_removable(self, device: str, folder: str) -> bool:
        if folder.startswith(_DESKTOP_MOUNTS):
            return True
        block = (self._root / "sys/class/block" / Path(device).name).resolve()
        if "/usb" in str(block):
            return True
        for disk in (block, block.parent):  # a partition's folder is within its disk's
            flag = disk / "removable"
            if flag.is_file() and flag.read_text(encoding="ascii").strip() == "1":
                return True
        return False

    def _label(self, device: str) -> str:
        folder = self._root / "dev/disk/by-label"
        if folder.is_dir():
            for link in folder.iterdir():
                if link.readlink().name == Path(device).name:
                    return link.name.replace("\\x20", " ")
        return ""


if sys.platform == "win32":

    def _windows_drives() -> Iterator[Drive]:
        for root in windows.removable_roots():
            volume = windows.volume(root)
            if volume is not None:
                label, system, read_only = volume
                yield Drive(
                    folder=root,
                    label=label or str(root)[:2],
                    file_system=system,
                    free_bytes=shutil.disk_usage(root).free,
                    read_only=read_only,
                )


def _unescaped(mount: str) -> str:
    """Read the octal escapes of the mount table (space, tab, newline, backslash)."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 8)), mount)


def _unmount(folder: Path) -> None:
    tool = shutil.which("umount")
    if tool is None:
        raise FileNotFoundError("umount")
    subprocess.run(  # noqa: S603 - the system's own tool, by its full path
        [tool, "--", str(folder)], check=True, capture_output=True, timeout=_EJECT_SECONDS
    )
