"""The folder of a demo world: a world whose building was broken off is begun anew."""

import shutil
from pathlib import Path

UNFINISHED = "demo.unfinished"  # there from the first moment of building to the last
PLACES = ("stick", "documents", "keys", "safe", "office", "dob", "ig")


def begin_world(folder: Path) -> None:
    """Make a folder ready; an unfinished world of before goes away, anything else stays.

    Raises:
        OSError: The folder cannot be written.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    mark = folder / UNFINISHED
    if mark.exists():
        for name in PLACES:
            if (folder / name).exists():
                shutil.rmtree(folder / name)
    mark.touch(mode=0o600)


def finish_world(folder: Path) -> None:
    """Say that the world is whole."""
    (folder / UNFINISHED).unlink()
