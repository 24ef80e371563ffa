"""Who runs the program from a folder: while anybody does, nothing takes that folder's place.

Every process holds one small file of its program's folder open: with a shared lock of the system,
which is let go however the process ends; on Windows the folder of an open file cannot be renamed.
"""

import contextlib
import os
import sys
import time
from pathlib import Path
from threading import Event

if sys.platform != "win32":
    import fcntl

HELD = Path("_internal") / "package"
_PATIENCE, _AGAIN = 30.0, 0.1  # seconds; whoever asked for the update is still ending


def hold(folder: Path | None) -> None:
    """Hold the program's folder until this process ends; None: it is not frozen."""
    if folder is None:
        return
    with contextlib.suppress(OSError):  # a disk without locks: as if nobody asked
        handle = os.open(folder / HELD, os.O_RDONLY)
        if sys.platform != "win32":
            fcntl.flock(handle, fcntl.LOCK_SH)


def left_alone(folder: Path, patience: float = _PATIENCE) -> bool:
    """Wait until nobody runs the program from a folder; says whether that has come.

    Args:
        folder: The folder of a frozen program.
        patience: How many seconds to wait.
    """
    if sys.platform == "win32":
        return True  # the installer itself finds out
    try:
        handle = os.open(folder / HELD, os.O_RDONLY)
    except OSError:
        return True  # nothing can run from there
    until, pause = time.monotonic() + patience, Event()
    try:
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > until:
                    return False
                pause.wait(_AGAIN)
            except OSError:
                return True
            else:
                return True
    finally:
        os.close(handle)
