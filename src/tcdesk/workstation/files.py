"""Whole-or-absent writing on this computer's own disk (security.md §4.7); the port ``Files``.

    p.tmp (truncated, 0600) → fsync → close → read back, compare → replace → fsync folder

After any failure the file is the old one or the new one, never something between.
"""

import contextlib
import errno
import os
import sys
from pathlib import Path

from tcdesk.workstation.errors import ReadBackDiffersError, disk_error

if sys.platform == "win32":
    from tcdesk.workstation import windows

_CREATE = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_TRUNC
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
)


class DiskFiles:
    """Writes to the local disk."""

    def write_atomic(self, path: Path, content: bytes) -> None:
        """Write a file so that after any failure it is the old or the new one.

        Raises:
            DiskFullError: No room.
            FolderNotWritableError: The folder is missing or refuses writing.
            ReadBackDiffersError: The disk gave back other bytes.
            DiskFailedError: The disk reported another failure.
        """
        part = path.with_name(path.name + ".tmp")
        try:
            _write_part(part, content)
            _compare(part, content)
            _replace(part, path)
            sync_folder(path.parent)
        except OSError as error:
            _forget(part)
            raise disk_error(error) from error
        except ReadBackDiffersError:
            _forget(part)
            raise

    def sync_file(self, path: Path) -> None:
        """Flush a finished file and its folder to the disk.

        Raises:
            DiskFullError: No room.
            FolderNotWritableError: The file or its folder is missing or refuses it.
            DiskFailedError: The disk reported another failure.
        """
        try:
            # Windows flushes only what was opened for writing.
            handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
            sync_folder(path.parent)
        except OSError as error:
            raise disk_error(error) from error


def write_whole(handle: int, content: bytes | memoryview) -> None:
    """Write all bytes; the system may take fewer at a time.

    Raises:
        OSError: As the system reports it.
    """
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]


def sync_folder(folder: Path) -> None:
    """Flush a folder's entries, so that a rename lasts.

    Windows has no such call: there ``MOVEFILE_WRITE_THROUGH`` does it. Some file systems of
    sticks answer EINVAL, which says only that they have nothing to flush.

    Raises:
        OSError: As the system reports it.
    """
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno != errno.EINVAL:
                raise
        finally:
            os.close(handle)


def _write_part(part: Path, content: bytes) -> None:
    handle = os.open(part, _CREATE, 0o600)
    try:
        if sys.platform != "win32":
            os.fchmod(handle, 0o600)  # a left-over of another mode keeps its mode otherwise
        write_whole(handle, content)
        os.fsync(handle)
    finally:
        os.close(handle)


def _compare(part: Path, content: bytes) -> None:
    if part.read_bytes() != content:
        raise ReadBackDiffersError


def _replace(part: Path, path: Path) -> None:
    if sys.platform == "win32":
        windows.replace_through(part, path)
    else:
        part.replace(path)


def _forget(part: Path) -> None:
    """Try to remove a half-made file; failing to is no second failure."""
    with contextlib.suppress(OSError):
        part.unlink()
