"""Writing a file to a stick so that it is there whole, or not at all (security.md §6.8).

    absent ─▶ name.part ─▶ fsync, close ─▶ dropped from the cache ─▶ read back, SHA-256 equal
                                                            ─▶ name ─▶ fsync folder ─▶ Written

On any failure the state is named by the type of the error, ``.part`` is removed if that is still
possible, and nothing else on the stick is touched.
"""

import contextlib
import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tcdesk.domain.errors import TcdeskError
from tcdesk.services.ports import Digest, StickContent, StickProgress, StickStep, Written
from tcdesk.workstation.errors import (
    NO_SPACE,
    NOT_WRITABLE,
    FileExistsOnStickError,
    StickDamagedError,
    StickFullError,
    StickMissingError,
    StickReadBackError,
    StickVanishedError,
    StickWriteProtectedError,
)
from tcdesk.workstation.files import sync_folder, write_whole

if sys.platform == "win32":
    from tcdesk.workstation import windows

BLOCK = 1 << 20
SPARE = 1 << 20  # what must stay free on the stick
_GONE = frozenset({errno.ENODEV, errno.ENXIO, errno.ENOTCONN, errno.ESTALE, errno.ENOENT})


def read_uncached(path: Path) -> Iterator[bytes]:
    """Read a file from the medium, not from the cache of the system.

    Raises:
        OSError: As the system reports it.
    """
    if sys.platform == "win32":
        yield from windows.uncached_blocks(path)
    else:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
        try:
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
            while block := os.read(handle, BLOCK):
                yield block
        finally:
            os.close(handle)


class StickWriter:
    """Writes to removable drives; the port ``Stick``."""

    def __init__(
        self,
        sha256: Callable[[], Digest],
        read_back: Callable[[Path], Iterator[bytes]] = read_uncached,
    ) -> None:
        """Take the hash function and the way to read back.

        Args:
            sha256: Makes a fresh SHA-256 (hashing itself is the business of ``crypto``).
            read_back: Gives the blocks of a written file from the medium.
        """
        self._sha256 = sha256
        self._read_back = read_back

    def check(self, folder: Path, *, at_most: int) -> None:
        """Return if the folder is there, may be written to and has room.

        Raises:
            StickMissingError: The folder is not there.
            StickWriteProtectedError: The stick refuses writing.
            StickFullError: No room.
        """
        _volume(folder)
        if not os.access(folder, os.W_OK):
            raise StickWriteProtectedError
        _check_room(folder, at_most)

    def write(
        self,
        folder: Path,
        name: str,
        content: StickContent,
        *,
        at_most: int,
        progress: StickProgress,
    ) -> Written:
        """Write one new file by the stick procedure.

        Args:
            folder: The folder on the stick.
            name: The file's final name.
            content: Called once with a function that takes the bytes piece by piece.
            at_most: Upper bound of the file's size, for the check of free space.
            progress: Told the step and the bytes done; what it raises cancels the writing.

        Returns:
            Where the file is, its size and SHA-256, all read back from the stick.

        Raises:
            StickMissingError: The folder is not there.
            FileExistsOnStickError: The name is taken.
            StickFullError: No room.
            StickWriteProtectedError: The stick refuses writing.
            StickVanishedError: The stick was removed or changed for another.
            StickDamagedError: The stick reports failures.
            StickReadBackError: The stick gives back other bytes.
        """
        final, part = folder / name, folder / f"{name}.part"
        volume = _look(final, at_most)
        try:
            size, digest = self._write_part(part, content, progress)
            self._compare(part, size, digest, progress)
            progress(StickStep.NAMING, size)
            _same_volume(folder, volume)
            _rename(part, final)
            sync_folder(folder)
        except OSError as error:
            _forget(part)
            raise _state(error, folder, volume) from error
        except BaseException:
            _forget(part)
            raise
        progress(StickStep.DONE, size)
        return Written(path=final, size=size, sha256=digest)

    def _write_part(
        self, part: Path, content: StickContent, progress: StickProgress
    ) -> tuple[int, str]:
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        flags |= getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
        digest, size = self._sha256(), 0
        handle = os.open(part, flags, 0o600)

        def put(piece: bytes) -> None:
            nonlocal size
            rest = memoryview(piece)
            while rest:
                block, rest = rest[:BLOCK], rest[BLOCK:]
                write_whole(handle, block)
                digest.update(block)
                size += len(block)
                progress(StickStep.WRITING, size)

        try:
            content(put)
            os.fsync(handle)
        finally:
            os.close(handle)
        return size, digest.hexdigest()

    def _compare(self, part: Path, size: int, expected: str, progress: StickProgress) -> None:
        digest, done = self._sha256(), 0
        for block in self._read_back(part):
            digest.update(block)
            done += len(block)
            progress(StickStep.READING_BACK, done)
        if done != size or digest.hexdigest() != expected:
            raise StickReadBackError


def _look(final: Path, at_most: int) -> int:
    """Check before anything is written; give the volume's number."""
    volume = _volume(final.parent)
    if os.path.lexists(final):
        raise FileExistsOnStickError
    _check_room(final.parent, at_most)
    return volume


def _check_room(folder: Path, at_most: int) -> None:
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise StickMissingError from error
    if free < at_most + SPARE:
        raise StickFullError


def _volume(folder: Path) -> int:
    """Give the number of the mounted volume; another one later means another stick."""
    try:
        if folder.is_dir():
            return folder.stat().st_dev
    except OSError as error:
        raise StickMissingError from error
    raise StickMissingError


def _same_volume(folder: Path, volume: int) -> None:
    if folder.stat().st_dev != volume:
        raise StickVanishedError


def _rename(part: Path, final: Path) -> None:
    if os.path.lexists(final):  # FAT has neither links nor an atomic rename to a free name
        raise FileExistsOnStickError
    if sys.platform == "win32":
        windows.rename_through(part, final)
    else:
        part.rename(final)


def _state(error: OSError, folder: Path, volume: int) -> TcdeskError:
    """Name the state the stick is in."""
    number = error.errno or 0
    try:
        gone = folder.stat().st_dev != volume
    except OSError:
        gone = True
    if gone or number in _GONE:
        return StickVanishedError()
    if number in NO_SPACE:
        return StickFullError()
    if number in NOT_WRITABLE:
        return StickWriteProtectedError()
    return StickDamagedError(errno=number)


def _forget(part: Path) -> None:
    """Try to remove the half-written file; a stick that is gone keeps it."""
    with contextlib.suppress(OSError):
        part.unlink()
