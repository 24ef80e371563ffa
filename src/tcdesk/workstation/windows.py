"""What only Windows can do, by ctypes: write-through renames, uncached reading, volumes.

The module is empty elsewhere. Numbers are those of the Windows SDK headers.
"""

import sys

if sys.platform == "win32":
    import ctypes
    import threading
    from collections.abc import Iterator
    from ctypes import wintypes
    from pathlib import Path

    _KERNEL = ctypes.WinDLL("kernel32", use_last_error=True)
    _KERNEL.CreateFileW.restype = wintypes.HANDLE
    _KERNEL.VirtualAlloc.restype = ctypes.c_void_p
    _KERNEL.VirtualAlloc.argtypes = [
        ctypes.c_void_p,
        ctypes.c_size_t,
        wintypes.DWORD,
        wintypes.DWORD,
    ]
    _KERNEL.VirtualFree.argtypes = [ctypes.c_void_p, ctypes.c_size_t, wintypes.DWORD]
    _KERNEL.CloseHandle.argtypes = [wintypes.HANDLE]
    _KERNEL.ReadFile.argtypes = [
        wintypes.HANDLE,
        ctypes.c_void_p,
        wintypes.DWORD,
        ctypes.POINTER(wintypes.DWORD),
        ctypes.c_void_p,
    ]
    _KERNEL.DeviceIoControl.argtypes = [
        wintypes.HANDLE,
        wintypes.DWORD,
        ctypes.c_void_p,
        wintypes.DWORD,
        ctypes.c_void_p,
        wintypes.DWORD,
        ctypes.POINTER(wintypes.DWORD),
        ctypes.c_void_p,
    ]

    _INVALID = wintypes.HANDLE(-1).value
    _BLOCK = 1 << 20
    _HELD_BY_ANOTHER = frozenset({5, 32, 33})  # access denied, sharing and lock violation
    _TRIES = 10
    _PAUSE_SECONDS = 0.1
    _REMOVABLE = 2
    _REMOTE = 4
    _READ_ONLY_VOLUME = 0x0008_0000

    def replace_through(part: Path, path: Path) -> None:
        """Rename over a file and return when it is on the disk.

        Antivirus programs open a new file for a moment; so a sharing violation is tried again.

        Raises:
            OSError: The rename failed.
        """
        replace_existing, write_through = 0x1, 0x8
        for _ in range(_TRIES):
            if _KERNEL.MoveFileExW(str(part), str(path), replace_existing | write_through):
                return
            if ctypes.get_last_error() not in _HELD_BY_ANOTHER:
                break
            threading.Event().wait(_PAUSE_SECONDS)
        raise ctypes.WinError(ctypes.get_last_error())

    def rename_through(part: Path, path: Path) -> None:
        """Rename to a free name and return when it is on the disk.

        Raises:
            OSError: The name is taken, or the rename failed.
        """
        if not _KERNEL.MoveFileExW(str(part), str(path), 0x8):
            raise ctypes.WinError(ctypes.get_last_error())

    def uncached_blocks(path: Path) -> Iterator[bytes]:
        """Read a file from the medium itself, past the cache of the system.

        Raises:
            OSError: The file cannot be read.
        """
        read, share_read, open_existing, no_buffering = 0x8000_0000, 0x1, 3, 0x2000_0000
        handle = _KERNEL.CreateFileW(
            str(path), read, share_read, None, open_existing, no_buffering, None
        )
        if handle == _INVALID:
            raise ctypes.WinError(ctypes.get_last_error())
        # Unbuffered reading wants memory aligned to sectors; whole pages always are.
        memory = _KERNEL.VirtualAlloc(None, _BLOCK, 0x3000, 0x04)
        try:
            if not memory:
                raise ctypes.WinError(ctypes.get_last_error())
            count = wintypes.DWORD()
            while True:
                if not _KERNEL.ReadFile(handle, memory, _BLOCK, ctypes.byref(count), None):
                    raise ctypes.WinError(ctypes.get_last_error())
                if not count.value:
                    return
                yield ctypes.string_at(memory, count.value)
        finally:
            if memory:
                _KERNEL.VirtualFree(memory, 0, 0x8000)
            _KERNEL.CloseHandle(handle)

    def removable_roots() -> Iterator[Path]:
        r"""Give the roots (``E:\``) of removable volumes that have a medium."""
        letters = _KERNEL.GetLogicalDrives()
        for place in range(26):
            root = f"{chr(ord('A') + place)}:\\"
            if letters >> place & 1 and _KERNEL.GetDriveTypeW(root) == _REMOVABLE:
                yield Path(root)

    def is_remote(folder: Path) -> bool:
        r"""Say whether a folder lies on a mapped drive or under ``\\\\computer\\share``."""
        root = folder.drive
        return root.startswith("\\\\") or _KERNEL.GetDriveTypeW(f"{root}\\") == _REMOTE

    def volume(root: Path) -> tuple[str, str, bool] | None:
        """Give label, file system and write protection; None without a medium."""
        label = ctypes.create_unicode_buffer(261)
        system = ctypes.create_unicode_buffer(261)
        flags = wintypes.DWORD()
        known = _KERNEL.GetVolumeInformationW(
            str(root), label, 261, None, None, ctypes.byref(flags), system, 261
        )
        if not known:
            return None
        return label.value, system.value, bool(flags.value & _READ_ONLY_VOLUME)

    def eject(root: Path) -> None:
        """Lock, dismount and eject a volume.

        Raises:
            OSError: Another program has a file open on it.
        """
        read_write, share_both, open_existing = 0xC000_0000, 0x3, 3
        name = f"\\\\.\\{str(root)[:2]}"
        handle = _KERNEL.CreateFileW(name, read_write, share_both, None, open_existing, 0, None)
        if handle == _INVALID:
            raise ctypes.WinError(ctypes.get_last_error())
        try:
            lock_volume, dismount_volume, eject_media = 0x90018, 0x90020, 0x2D4808
            count = wintypes.DWORD()
            for control in (lock_volume, dismount_volume, eject_media):
                if not _KERNEL.DeviceIoControl(
                    handle, control, None, 0, None, 0, ctypes.byref(count), None
                ):
                    raise ctypes.WinError(ctypes.get_last_error())
        finally:
            _KERNEL.CloseHandle(handle)

    def quiet_crashes() -> None:
        """Show no crash box and look for libraries in known folders only (security.md §4.9)."""
        fail_critical_errors, no_fault_box, default_dirs = 0x1, 0x2, 0x1000
        _KERNEL.SetErrorMode(fail_critical_errors | no_fault_box)
        _KERNEL.SetDefaultDllDirectories(default_dirs)
        reporting = ctypes.WinDLL("wer")
        reporting.WerAddExcludedApplication(sys.executable, False)
