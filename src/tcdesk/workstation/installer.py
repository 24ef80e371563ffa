"""The program's own folder, and what puts another version in its place (the port ``Installer``).

The frozen program says in the file ``package`` what kind of installation it is:

    windows            by the installer    the installer again, silently
    windows-portable   a folder            the installer, program files only
    linux              a folder            unpacked beside it and tried; takes the place by itself
    linux-deb          by dpkg             tried, then dpkg, after an administrator has consented

Nothing is replaced while anybody runs the program: what replaces it is started by the very end of
this process. The version before stays on the computer, as ``<folder>.previous`` or, on Windows,
``previous`` within; dpkg keeps none.
"""

import contextlib
import ctypes
import errno
import lzma
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from tcdesk.domain.errors import WorldFailedError
from tcdesk.workstation import process
from tcdesk.workstation.running import left_alone

SETTLE, SELF_TEST = "settle", "self-test"
PROGRAM = "tcdesk"
_PREVIOUS, _NEW, _LEAVING = ".previous", ".new", ".leaving"
_PLATFORMS = {"windows-portable": "windows"}  # one package serves both
_SECONDS = 600
_BLOCK = 1 << 20
_HERE, _EXCHANGE = -100, 2  # linux/fcntl.h AT_FDCWD, linux/fs.h RENAME_EXCHANGE
# Root needs nobody's consent; without one the present version is started again.
_DPKG = """
if [ -w /var/lib/dpkg ]; then dpkg --install "$0"; else pkexec dpkg --install "$0"; fi
rm -f "$0"
exec "$1"
"""


class UpdateFailedError(WorldFailedError):
    """The new version cannot be put in place, or does not pass its own test: fact ``step``."""

    code = "update-failed"


class Ending(Protocol):
    """The end of this process."""

    def instead(self, start: Callable[[], object]) -> None:
        """Let it start something else than the same program."""
        ...


class SystemInstaller:
    """Updates the folder that this program was started from.

    Args:
        version: The version that runs.
        folder: The folder of the frozen program; None when it is not frozen.
        ending: The end of this process.
    """

    def __init__(self, version: str, folder: Path | None, ending: Ending) -> None:
        self.version = version
        self.ready = False
        self._folder = folder
        self._ending = ending
        self._kind = _kind(folder) if folder else ""

    @property
    def platform(self) -> str | None:
        """Give the kind of package that fits; None where a package manager or nobody updates."""
        return _PLATFORMS.get(self._kind, self._kind) or None

    @property
    def system(self) -> str:
        """Name the operating system with its version; never the computer's own name."""
        return f"{platform.system()} {platform.release()}"

    @property
    def has_previous(self) -> bool:
        """Say whether the version before the last update is still here."""
        return self._folder is not None and (self._previous / _name(self._kind)).is_file()

    @property
    def _previous(self) -> Path:
        if self.platform == "windows":
            return self._own() / _PREVIOUS.removeprefix(".")
        return self._beside(_PREVIOUS)

    def _beside(self, ending: str) -> Path:
        folder = self._own()
        return folder.with_name(folder.name + ending)

    def prepare(self, payload: Path, version: str) -> None:
        """Make ready what takes this program's place.

        Raises:
            UpdateFailedError: It cannot be unpacked here, or fails its own test.
        """
        match self.platform:
            case "windows":
                self._prepare_windows([str(payload)])
            case "linux":
                new = self._beside(_NEW)
                self._try(new, lambda: _untar(payload, new), new, version)
                payload.unlink(missing_ok=True)
                self._start([str(new / PROGRAM), SETTLE, str(self._own())])
            case "linux-deb":
                new = payload.with_name(f"{PROGRAM}{_NEW}")
                unpack = [_tool("dpkg-deb"), "--extract", str(payload), str(new)]
                self._try(new, lambda: _run(unpack), new / "opt" / PROGRAM, version)
                shutil.rmtree(new, ignore_errors=True)
                program = str(self._own() / PROGRAM)
                self._start(["/bin/sh", "-c", _DPKG, str(payload), program])
            case _:
                raise UpdateFailedError(step="platform")

    def prepare_back(self) -> None:
        """Make ready that the previous version takes this one's place."""
        if self.platform == "windows":
            self._prepare_windows([str(self._own() / "uninstall.exe"), "/BACK"])
        else:
            self._start([str(self._previous / PROGRAM), SETTLE, str(self._own())])

    def _try(self, new: Path, unpack: Callable[[], object], program: Path, version: str) -> None:
        """Unpack a version into a new folder and let it try itself; else the folder is gone."""
        step = "unpack"
        try:
            shutil.rmtree(new, ignore_errors=True)
            new.mkdir()
            unpack()
            step = SELF_TEST
            if version not in _run([str(program / PROGRAM), "--version"]).split():
                raise UpdateFailedError(step="version")
            _run([str(program / PROGRAM), SELF_TEST])
        except (OSError, lzma.LZMAError, subprocess.SubprocessError, UpdateFailedError) as error:
            shutil.rmtree(new, ignore_errors=True)
            if isinstance(error, UpdateFailedError):
                raise
            raise UpdateFailedError(step=step) from error

    def _prepare_windows(self, command: list[str]) -> None:
        folder, everybody = self._own(), not _writable(self._own())
        switches = [*command[1:], "/S", "/RELAUNCH"]
        if self._kind == "windows-portable":
            switches.append("/PORTABLE")
        elif everybody:
            switches.append("/ALLUSERS")
        if len(command) == 1:
            switches.append(f"/D={folder}")  # NSIS wants it last, and never quoted
        told = " ".join(switches)
        if everybody and sys.platform == "win32":
            self._ready(lambda: os.startfile(command[0], "runas", told))  # noqa: S606 - verified
        else:
            self._ready(lambda: process.start(f'"{command[0]}" {told}'))

    def _start(self, command: Sequence[str]) -> None:
        self._ready(lambda: process.start(command))

    def _ready(self, start: Callable[[], object]) -> None:
        self._ending.instead(start)
        self.ready = True

    def _own(self) -> Path:
        if self._folder is None:
            raise UpdateFailedError(step="platform")
        return self._folder


def program_folder() -> Path | None:
    """Give the folder of the frozen program; None when it is not frozen."""
    return Path(sys.executable).parent if getattr(sys, "frozen", False) else None


def settle(own: Path, folder: Path) -> None:
    """Let this program's folder take the place of another, which stays as the previous one.

    Both change their names in one step of the file system, so that at any moment one of the two
    whole versions is in the place; the version before the other one is dropped after that.

    Args:
        own: The folder of this program.
        folder: The folder that it is to have.

    Raises:
        UpdateFailedError: Somebody runs the other, or the folders cannot be renamed; both are
            where they were.
    """
    if not left_alone(folder):
        raise UpdateFailedError(step="running")
    previous = folder.with_name(folder.name + _PREVIOUS)
    try:
        _exchange(own, folder)
    except OSError as error:
        raise UpdateFailedError(step="rename") from error
    if own != previous:
        with contextlib.suppress(OSError):  # the new version is in its place all the same
            shutil.rmtree(previous, ignore_errors=True)
            own.rename(previous)


def _exchange(one: Path, other: Path) -> None:
    """Let two folders change their names, both or neither."""
    library = ctypes.CDLL(None, use_errno=True)
    if library.renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return
    number = ctypes.get_errno()
    if number not in (errno.EINVAL, errno.ENOSYS):
        raise OSError(number, os.strerror(number))
    aside = other.with_name(other.name + _LEAVING)  # a file system that has not that step
    other.rename(aside)
    try:
        one.rename(other)
    except OSError:
        aside.rename(other)
        raise
    aside.rename(one)


def _kind(folder: Path) -> str:
    with contextlib.suppress(OSError):
        return (folder / "_internal" / "package").read_text(encoding="ascii").strip()
    return ""


def _name(kind: str) -> str:
    return f"{PROGRAM}.exe" if kind.startswith("windows") else PROGRAM


def _writable(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _tool(name: str) -> str:
    return shutil.which(name) or f"/bin/{name}"


def _untar(payload: Path, folder: Path) -> None:
    """Unpack an archive; the tar of a small system has no xz of its own."""
    command = [_tool("tar"), "-x", "-C", str(folder), "--strip-components=1"]
    with (
        lzma.open(payload) as source,
        subprocess.Popen(  # noqa: S603 - the system's tar
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=process.outside(),
        ) as running,
    ):
        if running.stdin is not None:
            shutil.copyfileobj(source, running.stdin, _BLOCK)
            running.stdin.close()
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)


def _run(command: Sequence[str]) -> str:
    return subprocess.run(  # noqa: S603 - the system's tar, and the verified program
        command,
        check=True,
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        env=process.outside(),
    ).stdout
