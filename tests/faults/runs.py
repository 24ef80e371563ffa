"""Many faults of one kind on one operation, each on a fresh copy of the ground, each judged."""

import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import TypeVar

from tests.conftest import ROOT
from tests.faults.images import Cut, Journal
from tests.faults.judge import judge
from tests.faults.operations import Operation
from tests.faults.power import ACKNOWLEDGED, mounted
from tests.faults.traced import Call, Outcome, Tracer, in_child, outcome
from tests.faults.world import BrokenError, Known, lay_out

from tcdesk.workstation.words import Catalogue

T = TypeVar("T")

KILL, POWER, FULL = "killed", "power cut", "disk full"
ERRORS = ("ENOSPC", "EIO", "EACCES")
_ROOMS = (*range(0, 64, 4), *range(64, 1024, 64))  # KiB left on the full disk


@dataclass(slots=True)
class Cell:
    """One line of the table: an operation, a kind of fault, how often, how often it broke."""

    operation: str
    kind: str
    of: int
    runs: int = 0
    broken: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Ground:
    """The vault that is copied for every run, and a folder for the runs."""

    template: Path
    scratch: Path
    known: Known
    words: Sequence[Catalogue] = field(
        default_factory=lambda: [
            Catalogue(ROOT / "translations", language) for language in ("sl", "en")
        ]
    )

    @contextmanager
    def fresh(self, operation: Operation, place: Path | None = None) -> Iterator[Path]:
        """Lay the ground out in a folder of its own."""
        folder = place or self.scratch / "faulty"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        if not operation.empty:
            lay_out(self.template / operation.template, folder)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def told_in_words(self, code: str) -> None:
        """Let an error pass only if it has a sentence and a next step of its own.

        Raises:
            BrokenError: It has none in one of the languages.
        """
        for words in self.words:
            try:
                words._bundle.get_message(f"error-{code}").attributes["next"]
            except (KeyError, LookupError):
                raise BrokenError(f"no words for {code} in {words.language}") from None


def struck(ground: Ground, operation: Operation, kind: str, size: int) -> Cell:
    """Kill an operation, or refuse it, at some of its calls or at all."""
    tracer = Tracer(ground.scratch)
    with ground.fresh(operation) as folder:
        calls = tracer.calls(folder, operation, ground.known)
    fault = "signal=KILL" if kind == KILL else f"error={kind}"
    cell = Cell(operation.name, kind, len(calls))

    def run(call: Call) -> None:
        with ground.fresh(operation) as folder:
            came = tracer.strike(folder, operation, ground.known, call, fault)
            if not came.struck:
                raise BrokenError("the fault did not strike; the operation is not the same twice")
            _judge_outcome(ground, operation, folder, came)

    for call in _some(calls, size, f"{operation.name} {kind}"):
        count(cell, f"{call.name} {call.number}", partial(run, call))
    return cell


def power_cuts(ground: Ground, operation: Operation, size: int) -> Cell:
    """Cut the power at some moments of an operation or at all; each on three kinds of disk."""
    place, journal = ground.scratch / "mounted", ground.scratch / "journal.json"
    between = ground.scratch / "between"
    with ground.fresh(operation) as start, mounted(start, place, journal):
        told = in_child(
            place,
            operation,
            ground.known,
            between,
            attach=lambda _child: None,
            acknowledge=(place / ACKNOWLEDGED).exists,
        )
    place.rmdir()
    came = outcome(told, between, struck=False)
    if not came.acknowledged:
        raise RuntimeError(f"{operation.name} fails on the file system itself: {came}")
    kept = Journal.read(journal)
    cuts = [(moment, cut) for moment in kept.moments() for cut in Cut]
    cell = Cell(operation.name, POWER, len(cuts))

    def run(moment: int, cut: Cut) -> None:
        image = ground.scratch / "image"
        shutil.rmtree(image, ignore_errors=True)
        image.mkdir()
        kept.write_image(moment, cut, Random(f"{operation.name} {cut} {moment}"), image)
        judge(
            image, operation, ground.known, ground.template, acknowledged=kept.acknowledged(moment)
        )

    # The last moments come after the acknowledgement: there nothing may be missing.
    for moment, cut in dict.fromkeys(
        [*_some(cuts, 3 * size, f"{operation.name} power"), *cuts[-len(Cut) :]]
    ):
        count(cell, f"event {moment}, {cut}", partial(run, moment, cut))
    return cell


def full_disk(ground: Ground, operation: Operation, size: int) -> Cell:
    """Fill the disk when somebody sits at the vault; what is on it is judged elsewhere."""
    rooms = _ROOMS if size > len(_ROOMS) else list(_some(_ROOMS, size, operation.name))
    cell = Cell(operation.name, FULL, len(_ROOMS))
    between = ground.scratch / "between"

    def run(room: int) -> None:
        disk = ground.scratch / "small"

        def fill(_child: int) -> None:
            free = shutil.disk_usage(disk).free - room * 1024
            (disk / "filler").write_bytes(bytes(max(free, 0)))

        with _small_disk(disk), ground.fresh(operation, disk / "vault") as folder:
            told = in_child(folder, operation, ground.known, between, attach=fill)
            came = outcome(told, between, struck=True)
            _judge_outcome(ground, operation, folder, came, repeated=False)

    for room in rooms:
        count(cell, f"{room} KiB left", partial(run, room))
    return cell


@contextmanager
def _small_disk(place: Path) -> Iterator[Path]:
    place.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tcdesk", place], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", place], check=True)


def _judge_outcome(
    ground: Ground, operation: Operation, folder: Path, came: Outcome, *, repeated: bool = True
) -> None:
    """Judge the moment of the error and the end; after a kill there is only the end.

    ``repeated``: the fault is over, so that the operation must succeed in the same process.
    """
    if came.escaped:
        raise BrokenError(f"escaped: {came.escaped}")
    if came.code is not None:
        ground.told_in_words(came.code)
    if came.between is not None:
        judge(came.between, operation, ground.known, ground.template, acknowledged=False)
    if came.again and repeated:
        raise BrokenError(f"{came.code}, and again in the same process: {came.again}")
    room = ground.scratch / "roomy"
    shutil.rmtree(room, ignore_errors=True)
    shutil.copytree(folder, room)
    done = came.acknowledged or (repeated and came.code is not None and not operation.last)
    judge(room, operation, ground.known, ground.template, acknowledged=done)


def _some(all_of_them: Sequence[T], size: int, seed: str) -> Iterable[T]:
    """Choose evenly, with a seeded shift; all of them if the size allows."""
    count = len(all_of_them)
    if size >= count:
        return all_of_them
    step = count / size
    shift = Random(seed).random()
    return [all_of_them[int((place + shift) * step)] for place in range(size)]


def count(cell: Cell, name: str, run: Callable[[], None]) -> None:
    cell.runs += 1
    try:
        run()
    except BrokenError as broken:
        cell.broken.append(f"{name}: {broken}")
    except Exception as escaped:  # noqa: BLE001 - one broken run must not hide the others
        cell.broken.append(f"{name}: the judge fell: {type(escaped).__name__}: {escaped}")
