"""This process: what it must not leave behind, and how it ends and starts afresh (D7)."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence

if sys.platform == "win32":
    from tcdesk.workstation import windows
else:
    import resource

_PR_SET_DUMPABLE = 4  # linux/prctl.h


def harden() -> None:
    """Leave no core dump and let no other process of this person read our memory.

    Does what the system allows; nothing here may stop the program from starting.
    """
    if sys.platform == "win32":
        windows.quiet_crashes()
    else:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def this_program() -> tuple[str, ...]:
    """Give the command that starts this same program again."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    return (sys.executable, "-m", "tcdesk")


def start(command: Sequence[str] | str) -> "subprocess.Popen[bytes]":
    """Start another program, as if somebody else had: no stream of ours and no group goes with it.

    Raises:
        OSError: It could not be started.
    """
    quiet = None if sys.platform == "win32" else subprocess.DEVNULL
    return subprocess.Popen(  # noqa: S603 - our own program, or a verified one
        command,
        stdin=quiet,
        stdout=quiet,
        stderr=quiet,
        close_fds=True,
        env=outside(),
        start_new_session=True,  # Windows has none of it and takes no notice
    )


def outside() -> dict[str, str]:
    """Give the environment without what the starter of the frozen program has put into it."""
    given = dict(os.environ)  # noqa: TID251 - handed on, not read
    if getattr(sys, "frozen", False):
        before = given.pop("LD_LIBRARY_PATH_ORIG", None)
        given.pop("LD_LIBRARY_PATH", None)  # ours would be other libraries for the system's tools
        if before is not None:
            given["LD_LIBRARY_PATH"] = before
        given["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
    return given


class SystemRelaunch:
    """Ends this process and starts a fresh one; the port ``Relaunch``."""

    def __init__(self, program: Sequence[str]) -> None:
        self._program = tuple(program)
        self._start: Callable[[], object] | None = None

    def instead(self, start: Callable[[], object]) -> None:
        """Let the end of this process start something else: what updates the program."""
        self._start = start

    def restart(self, arguments: Mapping[str, str]) -> None:
        """Start the fresh process and end this one at once, without any clean-up of Python's.

        Args:
            arguments: Options by name without dashes; an empty value makes a bare switch. Never
                a secret: other programs can see the arguments of a process.

        Raises:
            OSError: The fresh process could not be started; this one goes on.
        """
        if self._start is None:
            options = [
                f"--{name}={value}" if value else f"--{name}" for name, value in arguments.items()
            ]
            subprocess.Popen([*self._program, *options], close_fds=True)  # noqa: S603 - our own program
        else:
            self._start()
        os._exit(0)
