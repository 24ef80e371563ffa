"""Taking a file in: opened once, copied privately, hashed on the way (the port ``Intake``).

Whatever is judged later is judged on the copy: a stick may give other bytes the second time, and
what a person picks may be a link, a device or a file without end.
"""

import contextlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

from tcdesk.services.ports import Digest, Written
from tcdesk.workstation.errors import (
    NOT_THERE,
    FileGoneError,
    FileNotOrdinaryError,
    FileTooLargeError,
    SourceFailedError,
    disk_error,
)
from tcdesk.workstation.files import sync_folder, write_whole

BLOCK = 1 << 20
_READ = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe without a writer would wait for ever
    | getattr(os, "O_NOFOLLOW", 0)
)
_WRITE = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
)


class DiskIntake:
    """Copies to the local disk.

    Args:
        sha256: Makes a fresh SHA-256 (hashing itself is the business of ``crypto``).
    """

    def __init__(self, sha256: Callable[[], Digest]) -> None:
        self._sha256 = sha256

    def copy(self, source: Path, target: Path, *, at_most: int) -> Written:
        """Copy a file once.

        Raises:
            FileGoneError: It is not there, or may not be read.
            FileNotOrdinaryError: A folder, a link or a device.
            FileTooLargeError: Larger than ``at_most``, or it grows beyond it.
            SourceFailedError: The medium it is on failed.
            DiskFullError: No room for the copy.
            FolderNotWritableError: The vault's folder refuses writing.
        """
        handle = _open(source)
        try:
            if os.fstat(handle).st_size > at_most:
                raise FileTooLargeError
            try:
                target.parent.mkdir(mode=0o700, exist_ok=True)
                target.unlink(missing_ok=True)
                out = os.open(target, _WRITE, 0o600)
            except OSError as error:
                raise disk_error(error) from error
            try:
                return self._pour(handle, out, target, at_most)
            except BaseException:
                self.drop(target)
                raise
        finally:
            with contextlib.suppress(OSError):  # it was only read
                os.close(handle)

    def keep(self, path: Path, place: Path) -> None:
        """Move a copied file to where it stays.

        Raises:
            FolderNotWritableError: The folder refuses it.
            DiskFailedError: The disk reported a failure.
        """
        try:
            place.parent.mkdir(mode=0o700, exist_ok=True)
            path.replace(place)
            sync_folder(place.parent)
        except OSError as error:
            raise disk_error(error) from error

    def drop(self, path: Path) -> None:
        """Delete a copied file, if it is there; failing to is no second failure."""
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)

    def _pour(self, handle: int, out: int, target: Path, at_most: int) -> Written:
        digest, size = self._sha256(), 0
        try:
            try:
                while block := _block(handle):
                    size += len(block)
                    if size > at_most:
                        raise FileTooLargeError
                    digest.update(block)
                    write_whole(out, block)
                os.fsync(out)
            finally:
                os.close(out)
        except OSError as error:
            raise disk_error(error) from error
        return Written(path=target, size=size, sha256=digest.hexdigest())


def _open(source: Path) -> int:
    try:
        if source.is_symlink():  # Windows has no O_NOFOLLOW
            raise FileNotOrdinaryError
        handle = os.open(source, _READ)
    except OSError as error:
        if source.is_dir():
            raise FileNotOrdinaryError from error
        raise FileGoneError from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise FileNotOrdinaryError
    return handle


def _block(handle: int) -> bytes:
    try:
        return os.read(handle, BLOCK)
    except OSError as error:
        if error.errno in NOT_THERE:
            raise FileGoneError from error
        raise SourceFailedError(errno=error.errno or 0) from error
