"""One program a vault: ``vault.lock``, locked by the operating system (security.md §4.9).

The file stays; what counts is the lock, which the system releases when the process dies, however
it dies. So there is no guessing about stale locks. The content (pid, login, time) only tells the
person who has the vault open. One byte far behind the content is locked, since Windows lets nobody
read locked bytes.
"""

import contextlib
import json
import os
import struct
import sys
from pathlib import Path

from tcdesk.services.ports import Clock
from tcdesk.workstation.errors import FolderOnNetworkError, VaultOpenElsewhereError, disk_error
from tcdesk.workstation.files import write_whole
from tcdesk.workstation.network import on_network

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK_NAME = "vault.lock"
_LOCKED_BYTE = 1 << 30
_CONTENT_LIMIT = 4096


class VaultLock:
    """Holds the lock of one vault folder; the port ``InstanceLock``."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._handle: int | None = None

    def acquire(self, folder: Path, login: str) -> None:
        """Take the vault for this process.

        Args:
            folder: The vault's folder.
            login: The neutral log-in name, shown to whoever comes second.

        Raises:
            FolderOnNetworkError: The folder lies on another computer.
            VaultOpenElsewhereError: Another process, or another lock of this one, has it.
            FolderNotWritableError: The folder is missing or refuses writing.
            DiskFullError: No room for the lock file.
            DiskFailedError: The disk reported a failure.
        """
        self.release()
        if on_network(folder):
            raise FolderOnNetworkError
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
        try:
            handle = os.open(folder / LOCK_NAME, flags, 0o600)
        except OSError as error:
            raise disk_error(error) from error
        try:
            if not _try_lock(handle):
                raise _open_elsewhere(handle)
            self._tell(handle, login)
        except OSError as error:
            os.close(handle)
            raise disk_error(error) from error
        except VaultOpenElsewhereError:
            os.close(handle)
            raise
        self._handle = handle

    def release(self) -> None:
        """Let the vault go; closing the file drops the lock."""
        if self._handle is not None:
            handle, self._handle = self._handle, None
            with contextlib.suppress(OSError):
                os.ftruncate(handle, 0)
            os.close(handle)

    def _tell(self, handle: int, login: str) -> None:
        since = self._clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")
        content = json.dumps({"login": login, "pid": os.getpid(), "since": since})
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        write_whole(handle, content.encode())


def _try_lock(handle: int) -> bool:
    """Try the exclusive lock without waiting.

    On Linux the lock belongs to the open file, not to the process (``F_OFD_SETLK``): a process-wide
    one would be lost as soon as anything in this process opened and closed the file.
    """
    try:
        if sys.platform == "win32":
            os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            # struct flock: l_type, l_whence, l_start, l_len, l_pid
            wanted = struct.pack("hhqqi", fcntl.F_WRLCK, os.SEEK_SET, _LOCKED_BYTE, 1, 0)
            fcntl.fcntl(handle, fcntl.F_OFD_SETLK, wanted)
    except OSError:
        return False
    return True


def _open_elsewhere(handle: int) -> VaultOpenElsewhereError:
    """Say who has it; a content that cannot be read says only that somebody has."""
    login = since = "?"
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.lseek(handle, 0, os.SEEK_SET)
        told = json.loads(os.read(handle, _CONTENT_LIMIT))
        login, since = str(told.get("login", "?")), str(told.get("since", "?"))
    return VaultOpenElsewhereError(login=login, since=since)
