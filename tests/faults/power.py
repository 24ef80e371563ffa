"""A file system in memory that writes down every change and every flush, to cut the power in it.

It is mounted by FUSE in a process of its own. When it is unmounted it leaves its journal, from
which ``images`` makes what a disk may hold after a power cut. A look at the name ``ACKNOWLEDGED``
puts a mark into the journal: what the program under test told a person, in order with its writes.
"""

import errno
import json
import os
import stat
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

import mfusepy

ACKNOWLEDGED = ".acknowledged"
_ROOT = "/"
_BLOCK = 4096
_PLENTY = 1 << 20


class _Node:
    """A file (with content) or a folder (without)."""

    def __init__(self, number: int, mode: int) -> None:
        self.number = number
        self.mode = mode
        self.content = bytearray()
        self.handles = 0


class JournalFileSystem(mfusepy.Operations):  # type: ignore[misc]  # the library has no types
    """Files in memory, and the journal of what was done to them."""

    use_ns = True

    def __init__(self, template: Path) -> None:
        """Begin with the files of a folder, all of them safely on the disk."""
        self.journal: list[list[object]] = []
        self._paths: dict[str, _Node] = {_ROOT: _Node(0, stat.S_IFDIR | 0o700)}
        self._handles: dict[int, _Node] = {}
        self._next = 1
        for path in sorted(template.rglob("*")):
            place = f"/{path.relative_to(template)}"
            if path.is_dir():
                self._new(place, stat.S_IFDIR | 0o700)
            else:
                self._new(place, stat.S_IFREG | 0o600).content[:] = path.read_bytes()
        self.start = self._state()

    def _state(self) -> list[list[object]]:
        return [
            [path, node.number, None if stat.S_ISDIR(node.mode) else node.content.hex()]
            for path, node in self._paths.items()
        ]

    def _new(self, path: str, mode: int) -> _Node:
        node = _Node(self._next, mode)
        self._next += 1
        self._paths[path] = node
        return node

    def _node(self, path: str) -> _Node:
        if path not in self._paths:
            raise mfusepy.FuseOSError(errno.ENOENT)
        return self._paths[path]

    def _children(self, path: str) -> list[str]:
        return [
            one for one in self._paths if one != _ROOT and str(PurePosixPath(one).parent) == path
        ]

    def getattr(self, path, fh=None):
        if path == f"/{ACKNOWLEDGED}":
            self.journal.append(["acknowledged"])
        node = self._handles[fh] if fh in self._handles else self._node(path)
        return {
            "st_mode": node.mode,
            "st_nlink": 1,
            "st_size": len(node.content),
            "st_ino": node.number,
            "st_uid": os.getuid(),
            "st_gid": os.getgid(),
            "st_blocks": -(-len(node.content) // 512),
        }

    def readdir(self, path, fh):
        # An entry without its number is passed over by the C library.
        return [
            (PurePosixPath(one).name, {"st_ino": node.number, "st_mode": node.mode}, 0)
            for one in self._children(path)
            for node in (self._paths[one],)
        ]

    def statfs(self, path):
        free = {"f_bavail": _PLENTY, "f_bfree": _PLENTY, "f_blocks": _PLENTY}
        return {"f_bsize": _BLOCK, "f_frsize": _BLOCK, "f_namemax": 255, **free}

    def create(self, path, mode, fi=None):
        node = self._new(path, stat.S_IFREG | stat.S_IMODE(mode))
        self.journal.append(["create", path, node.number])
        return self._hold(node)

    def open(self, path, flags):
        return self._hold(self._node(path))

    def opendir(self, path):
        return self._hold(self._node(path))

    def release(self, path, fh):
        self._handles.pop(fh, None)

    def releasedir(self, path, fh):
        self._handles.pop(fh, None)

    def _hold(self, node: _Node) -> int:
        handle = self._next
        self._next += 1
        self._handles[handle] = node
        return handle

    def read(self, path, size, offset, fh):
        return bytes(self._handles[fh].content[offset : offset + size])

    def write(self, path, data, offset, fh):
        node = self._handles[fh]
        _put(node.content, offset, data)
        self.journal.append(["write", node.number, offset, bytes(data).hex()])
        return len(data)

    def truncate(self, path, length, fh=None):
        node = self._handles[fh] if fh in self._handles else self._node(path)
        _cut(node.content, length)
        self.journal.append(["truncate", node.number, length])

    def chmod(self, path, mode):
        node = self._node(path)
        node.mode = stat.S_IFMT(node.mode) | stat.S_IMODE(mode)

    def chown(self, path, uid, gid):
        pass

    def utimens(self, path, times=None):
        pass

    def mkdir(self, path, mode):
        node = self._new(path, stat.S_IFDIR | stat.S_IMODE(mode))
        self.journal.append(["mkdir", path, node.number])

    def rmdir(self, path):
        if self._children(path):
            raise mfusepy.FuseOSError(errno.ENOTEMPTY)
        self._node(path)
        del self._paths[path]
        self.journal.append(["unlink", path])

    def unlink(self, path):
        self._node(path)
        del self._paths[path]
        self.journal.append(["unlink", path])

    def rename(self, old, new):
        self._node(old)
        move(self._paths, old, new)
        self.journal.append(["rename", old, new])

    def fsync(self, path, datasync, fh):
        self.journal.append(["flush", self._handles[fh].number])

    def fsyncdir(self, path, datasync, fh):
        self.journal.append(["flush-folder", path])

    def flush(self, path, fh):
        pass


def move(paths: dict[str, _Node], old: str, new: str) -> None:
    """Rename a file or a folder with everything in it."""
    for path in [one for one in paths if one == old or one.startswith(f"{old}/")]:
        paths[new + path[len(old) :]] = paths.pop(path)


def _put(content: bytearray, offset: int, data: bytes) -> None:
    if offset > len(content):
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data


def _cut(content: bytearray, length: int) -> None:
    del content[length:]
    content.extend(bytes(length - len(content)))


@contextmanager
def mounted(template: Path, place: Path, journal: Path) -> Generator[None]:
    """Mount the file system on a folder; at the end the journal is written.

    Raises:
        RuntimeError: It does not mount.
    """
    place.mkdir(parents=True)
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.power", template, place, journal],
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        while not os.path.ismount(place):
            if server.poll() is not None:
                raise RuntimeError(server.communicate()[1])
            os.sched_yield()
        yield
    finally:
        with suppress(OSError):
            subprocess.run(["fusermount", "-u", "-z", place], check=True)
        server.communicate()


def main() -> None:
    """Serve one mount: TEMPLATE PLACE JOURNAL."""
    template, place, journal = map(Path, sys.argv[1:])
    files = JournalFileSystem(template)
    mfusepy.FUSE(files, str(place), foreground=True, nothreads=True, use_ino=True)
    journal.write_text(json.dumps({"start": files.start, "journal": files.journal}))


if __name__ == "__main__":
    main()
