"""A screen of 1366×768 of its own, with the windows' frames if a window manager is there."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

SCREEN = "1366x768x24"


@contextmanager
def fresh_screen() -> Iterator[str]:
    """Start Xvfb on a free number; gives its name for ``DISPLAY``."""
    told, tells = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tells), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=(tells,),
        stderr=subprocess.DEVNULL,
    )
    os.close(tells)
    manager = None
    try:
        with os.fdopen(told) as pipe:
            display = f":{int(pipe.readline())}"
        if shutil.which("openbox"):
            manager = subprocess.Popen(
                ["openbox"], env={**os.environ, "DISPLAY": display}, stderr=subprocess.DEVNULL
            )
        yield display
    finally:
        for process in (manager, server):
            if process is not None:
                process.terminate()
                process.wait()
