"""The program's own folder, and what puts another version in its place (the port ``Installer``).

The frozen program says in the file ``package`` what kind of installation it is:

    windows            by the installer    the installer again, silently
    windows-portable   a folder            the installer, program files only
    linux              a folder            unpacked beside it and tried; takes the place by itself
    linux-deb          by dpkg             dpkg, after an administrator has consented

Nothing is replaced while this process runs: what replaces it is started by its very end. The
version before stays on the computer, as ``<folder>.previous`` or, on Windows, ``previous`` within.
"""

import contextlib
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

SETTLE, SELF_TEST = "settle", "self-test"
PROGRAM = "tcdesk"
_PREVIOUS, _NEW, _LEAVING = ".previous", ".new", ".leaving"
_PLATFORMS = {"windows-portable": "windows"}  # one package serves both
_SECONDS = 600


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
        folder = self._own()
        if self.platform == "windows":
            return folder / _PREVIOUS.removeprefix(".")
        return folder.with_name(folder.name + _PREVIOUS)

    def prepare(self, payload: Path, version: str) -> None:
        """Make ready what takes this program's place.

        Raises:
            UpdateFailedError: It cannot be unpacked here, or fails its own test.
        """
        match self.platform:
            case "windows":
                self._prepare_windows([str(payload)])
            case "linux":
                self._start(self._unpacked(payload, version))
            case "linux-deb":
                shell = 'pkexec dpkg --install "$0"; exec "$1"'
                self._start(["/bin/sh", "-c", shell, str(payload), str(self._own() / PROGRAM)])
            case _:
                raise UpdateFailedError(step="platform")

    def prepare_back(self) -> None:
        """Make ready that the previous version takes this one's place."""
        if self.platform == "windows":
            self._prepare_windows([str(self._own() / "uninstall.exe"), "/BACK"])
        else:
            self._start([str(self._previous / PROGRAM), SETTLE, str(self._own())])

    def _unpacked(self, payload: Path, version: str) -> Sequence[str]:
        folder = self._own()
        new = folder.with_name(folder.name + _NEW)
        try:
            shutil.rmtree(new, ignore_errors=True)
            new.mkdir()
            tar = shutil.which("tar") or "/bin/tar"
            _run([tar, "-xf", str(payload), "-C", str(new), "--strip-components=1"])
            told = _run([str(new / PROGRAM), "--version"])
            if version not in told.split():
                raise UpdateFailedError(step="version")
            _run([str(new / PROGRAM), SELF_TEST])
        except (OSError, subprocess.SubprocessError) as error:
            shutil.rmtree(new, ignore_errors=True)
            raise UpdateFailedError(step="self-test") from error
        return [str(new / PROGRAM), SETTLE, str(folder)]

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
            self._ready(lambda: subprocess.Popen(f'"{command[0]}" {told}'))  # noqa: S603 - verified

    def _start(self, command: Sequence[str]) -> None:
        self._ready(lambda: subprocess.Popen(command, close_fds=True))  # noqa: S603 - verified

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

    Args:
        own: The folder of this program.
        folder: The folder that it is to have.

    Raises:
        UpdateFailedError: The folders cannot be renamed; both are where they were.
    """
    previous, leaving = (folder.with_name(folder.name + end) for end in (_PREVIOUS, _LEAVING))
    try:
        shutil.rmtree(leaving, ignore_errors=True)
        folder.rename(leaving)
        try:
            own.rename(folder)
        except OSError:
            leaving.rename(folder)
            raise
        shutil.rmtree(previous, ignore_errors=True)
        leaving.rename(previous)
    except OSError as error:
        raise UpdateFailedError(step="rename") from error


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


def _run(command: Sequence[str]) -> str:
    return subprocess.run(  # noqa: S603 - the system's tar, and the verified program
        command, check=True, capture_output=True, text=True, timeout=_SECONDS
    ).stdout
