"""``poe faults [--size N] [--operation NAME] [--kind NAME]``: strike, judge, print what broke.

``--size`` is the number of runs of each line of the table; a number larger than an operation has
system calls means every one of them. The exit code is 1 if anything is broken, or if CI is set and
a kind of fault could not be tried.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from tests.faults import damage, runs
from tests.faults.operations import OPERATIONS
from tests.faults.runs import Cell, Ground
from tests.faults.world import make_ground

DEFAULT_SIZE = 2
_LINES: list[tuple[str, str, Callable[[], Cell]]] = []  # of a worker

Line = tuple[str, str, Callable[[], Cell]]


def main() -> int:
    """Strike and judge; print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=DEFAULT_SIZE, help="runs of each line")
    parser.add_argument("--operation", default="", help="only those whose name has this")
    parser.add_argument("--kind", default="", help="only kinds of fault whose name has this")
    options = parser.parse_args()
    sys.dont_write_bytecode = True  # a child that writes one makes other calls than the next
    begun = time.monotonic()
    missing = _missing()
    cells: list[Cell] = []
    not_run = 0
    sys.stdout.write(f"{'operation':22}{'fault':20}{'places':>8}{'runs':>7}{'broken':>8}\n")
    with tempfile.TemporaryDirectory(prefix="tcdesk-faults-", dir=_memory()) as scratch:
        known = make_ground(Path(scratch) / "ground")
        ground = Ground(Path(scratch) / "ground", Path(scratch), known)
        chosen = [
            line
            for line in _lines(ground, options.size)
            if options.operation in line[0] and options.kind in line[1]
        ]
        with _workers(ground, chosen) as strike:
            running = [
                None if kind in missing else strike(place)
                for place, (_, kind, _) in enumerate(chosen)
            ]
            for (operation, kind, _), cell in zip(chosen, running, strict=True):
                if cell is None:
                    not_run += 1
                    why = missing[kind]
                    sys.stdout.write(f"{operation:22}{kind:20}{'':8}NOT RUN ({why})\n")
                else:
                    cells.append(cell.result())
                    _tell(cells[-1])
    broken = sum(len(cell.broken) for cell in cells)
    sys.stdout.write(
        f"{sum(cell.runs for cell in cells)} runs, {broken} broken, {not_run} lines not run, "
        f"{time.monotonic() - begun:.0f} s\n"
    )
    return int(broken > 0 or (not_run > 0 and bool(os.environ.get("CI"))) or not cells)


def _lines(ground: Ground, size: int) -> Iterator[Line]:
    for one in OPERATIONS:
        for kind in (runs.KILL, *runs.ERRORS):
            yield one.name, kind, partial(runs.struck, ground, one, kind, size)
        yield one.name, runs.POWER, partial(runs.power_cuts, ground, one, size)
        yield one.name, runs.FULL, partial(runs.full_disk, ground, one, size)
    for victim in damage.VICTIMS:
        for kind in damage.KINDS:
            yield victim, kind, partial(damage.spoilt, ground, victim, kind, size * 4)


@contextmanager
def _workers(ground: Ground, lines: list[Line]) -> Iterator[Callable[[int], "Future[Cell]"]]:
    """Give each processor a process of its own, forked from the ground; lines go by their place."""

    def settle() -> None:
        ground.scratch = Path(tempfile.mkdtemp(dir=ground.scratch))
        _LINES[:] = lines

    with ProcessPoolExecutor(os.cpu_count(), get_context("fork"), settle) as workers:
        yield lambda place: workers.submit(_strike, place)


def _strike(place: int) -> Cell:
    return _LINES[place][2]()


def _memory() -> str | None:
    """Give a folder in memory: thousands of flushes to a real disk would only take time."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - a fresh folder in it


def _missing() -> dict[str, str]:
    """Say which kinds of fault cannot be tried on this computer, and why."""
    missing: dict[str, str] = {}
    if shutil.which("strace") is None:
        missing |= dict.fromkeys((runs.KILL, *runs.ERRORS), "strace is not installed")
    if shutil.which("fusermount") is None or not os.access("/dev/fuse", os.R_OK | os.W_OK):
        missing[runs.POWER] = "fusermount or /dev/fuse is missing"
    if os.geteuid() != 0 or shutil.which("mount") is None:
        missing[runs.FULL] = "only root may mount a small disk"
    return missing


def _tell(cell: Cell) -> None:
    sys.stdout.write(
        f"{cell.operation:22}{cell.kind:20}{cell.of:8}{cell.runs:7}{len(cell.broken):8}\n"
    )
    for one in cell.broken:
        sys.stdout.write(f"    {one}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
