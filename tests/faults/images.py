"""What a disk may hold after a power cut: made from the journal of ``power``.

Changes of a file that were not flushed (fsync) may be missing, and so may names that were not
flushed (fsync of their folder). Names are kept in the order in which they were changed, as every
file system with a journal does; flushing a file does not flush its name.

lost     only what was flushed
prefix   what was flushed, and of the rest everything up to some moment
torn     what was flushed, some of the newest names, and of the other writes any blocks of 512 bytes
"""

import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from random import Random
from typing import Any

_SECTOR = 512
_HALF = 0.5


class Cut(StrEnum):
    """How unkind the disk is."""

    LOST = "lost"
    PREFIX = "prefix"
    TORN = "torn"


Event = list[Any]  # from JSON


@dataclass(frozen=True, slots=True)
class Journal:
    """The state at the beginning and every change since."""

    start: list[list[Any]]
    events: list[Event]

    @classmethod
    def read(cls, path: Path) -> "Journal":
        """Read what the file system left."""
        told = json.loads(path.read_text())
        return cls(told["start"], told["journal"])

    def moments(self) -> list[int]:
        """List the moments at which a cut makes a difference: after each event, and at once."""
        return [0, *(place + 1 for place in range(len(self.events)))]

    def acknowledged(self, moment: int) -> bool:
        """Say whether the operation was acknowledged before the cut."""
        return ["acknowledged"] in self.events[:moment]

    def write_image(self, moment: int, cut: Cut, random: Random, folder: Path) -> None:
        """Write into an empty folder what the disk holds after a cut at a moment."""
        done = self.events[:moment]
        kept = {Cut.LOST: 0, Cut.PREFIX: random.randint(0, moment), Cut.TORN: 0}[cut]
        names = random.randint(0, moment) if cut is Cut.TORN else kept
        paths = self._paths(done[: max(names, _flushed_names(done))])
        contents = self._contents(done, kept, random if cut is Cut.TORN else None)
        for path, (number, is_folder) in sorted(paths.items()):
            place = folder / path.lstrip("/")
            if is_folder:
                place.mkdir(exist_ok=True)
            else:
                place.write_bytes(contents[number])

    def _paths(self, events: list[Event]) -> dict[str, tuple[int, bool]]:
        """Give the names after some events: the file's number, and whether it is a folder."""
        paths = {path: (number, content is None) for path, number, content in self.start}
        for event in events:
            match event:
                case ["create" | "mkdir" as kind, path, number]:
                    paths[path] = (number, kind == "mkdir")
                case ["unlink", path]:
                    paths.pop(path, None)
                case ["rename", old, new]:
                    for path in [one for one in paths if one == old or one.startswith(f"{old}/")]:
                        paths[new + path[len(old) :]] = paths.pop(path)
                case _:
                    pass
        return paths

    def _contents(
        self, events: list[Event], kept: int, torn: Random | None
    ) -> dict[int, bytearray]:
        """Give the files' contents; ``torn`` says by chance what else arrived of each write."""
        contents = {number: bytearray.fromhex(content or "") for _, number, content in self.start}
        flushed = _flushed(events)
        for place, event in enumerate(events):
            match event:
                case ["create", _, number]:
                    contents[number] = bytearray()
                case ["write", number, offset, data]:
                    if place < max(kept, flushed.get(number, 0)):
                        _put(contents[number], offset, bytes.fromhex(data))
                    elif torn is not None:
                        _put_some(contents[number], offset, bytes.fromhex(data), torn)
                case ["truncate", number, length]:
                    arrived = torn is not None and torn.random() < _HALF
                    if arrived or place < max(kept, flushed.get(number, 0)):
                        del contents[number][length:]
                        contents[number].extend(bytes(length - len(contents[number])))
                case _:
                    pass
        return contents


def _flushed(events: list[Event]) -> dict[int, int]:
    """Give for each file the number of events up to its last flush."""
    return {event[1]: place for place, event in enumerate(events) if event[0] == "flush"}


def _flushed_names(events: list[Event]) -> int:
    """Count the events up to the last change of a name that was flushed with its folder."""
    flushed = 0
    for place, event in enumerate(events):
        if event[0] == "flush-folder":
            touched = (
                before + 1
                for before in range(place, flushed - 1, -1)
                if event[1] in _folders(events[before])
            )
            flushed = max(flushed, next(touched, 0))
    return flushed


def _folders(event: Event) -> set[str]:
    match event:
        case ["create" | "mkdir", path, _] | ["unlink", path]:
            return {str(PurePosixPath(path).parent)}
        case ["rename", old, new]:
            return {str(PurePosixPath(old).parent), str(PurePosixPath(new).parent)}
        case _:
            return set()


def _put(content: bytearray, offset: int, data: bytes) -> None:
    if offset > len(content):
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data


def _put_some(content: bytearray, offset: int, data: bytes, random: Random) -> None:
    for start in range(0, len(data), _SECTOR):
        if random.random() < _HALF:
            _put(content, offset + start, data[start : start + _SECTOR])
