"""One operation in a process of its own, traced by strace, killed or refused at a chosen call.

The world is joined once in this process; a child is forked from it, sits down at the vault, and
waits for a signal. Then strace is attached, so that its counting begins with the operation itself.

    child    sit down ─ ready ─ wait ─ act ─▶ done
                                        └─▶ failed ─ wait (the folder is copied) ─ act again ─ lock
"""

import json
import os
import re
import shutil
import signal
import subprocess
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults.operations import Operation
from tests.faults.world import Known, Scene

from tcdesk.domain.errors import TcdeskError

CALLS = (
    "access,chmod,close,creat,fadvise64,fallocate,fchmod,fcntl,fdatasync,flock,fstat,fsync,"
    "ftruncate,getdents64,link,linkat,lseek,lstat,mkdir,mkdirat,newfstatat,open,openat,pread64,"
    "pwrite64,read,readlink,rename,renameat,renameat2,rmdir,stat,statfs,fstatfs,statx,"
    "sync_file_range,truncate,unlink,unlinkat,utimensat,write,writev"
)
_CALL = re.compile(r"^\d+ +(\w+)\(")
_GO = signal.SIGUSR1

Tell = Callable[..., None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A system call of an operation: the ``number``-th of its name."""

    name: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one run.

    ``acknowledged``: the operation returned. ``code``: the error it gave. ``escaped``: what left it
    and is none of our errors. ``between``: a copy of the folder at the moment of the error.
    ``again``: what repeating it in the same process came to, "" if well. ``struck``: the fault did.
    """

    acknowledged: bool
    code: str | None
    escaped: str | None
    between: Path | None
    again: str
    struck: bool


class Tracer:
    """Runs operations on folders, each in a child that strace watches."""

    def __init__(self, scratch: Path) -> None:
        """Take a folder outside the faulty one."""
        self._log = scratch / "strace.log"
        self._copy = scratch / "between"

    def calls(self, folder: Path, operation: Operation, known: Known) -> Sequence[Call]:
        """List the calls of an operation that touch the folder.

        Giving back a lock is left out: no file system refuses that, and nobody could mend it.
        """
        told = self._run(folder, operation, known, ["-e", f"trace={CALLS}"])
        ended = outcome(told, self._copy, struck=False)
        if not ended.acknowledged:
            raise RuntimeError(f"{operation.name} fails without a fault: {ended}")
        return list(_calls(self._log.read_text(errors="replace"), str(folder)))

    def strike(
        self, folder: Path, operation: Operation, known: Known, call: Call, fault: str
    ) -> Outcome:
        """Run an operation and let a fault (``signal=KILL``, ``error=EIO`` …) strike at a call."""
        rule = f"inject={call.name}:{fault}:when={call.number}"
        told = self._run(folder, operation, known, ["-e", f"trace={call.name}", "-e", rule])
        log = self._log.read_text(errors="replace")
        return outcome(told, self._copy, struck="INJECTED" in log or "killed by SIGKILL" in log)

    def _run(
        self, folder: Path, operation: Operation, known: Known, rules: Sequence[str]
    ) -> list[dict[str, str]]:
        def attach(child: int) -> subprocess.Popen[str]:
            tracer = subprocess.Popen(
                ["strace", "-f", "-y", "-s", "400", *rules, "-o", self._log, "-p", str(child)],
                stderr=subprocess.PIPE,
                text=True,
            )
            if tracer.stderr is None or "attached" not in tracer.stderr.readline():
                raise RuntimeError("strace did not attach")
            return tracer

        return in_child(folder, operation, known, self._copy, attach)


def in_child(
    folder: Path,
    operation: Operation,
    known: Known,
    copy: Path,
    attach: Callable[[int], subprocess.Popen[str] | None],
    acknowledge: Callable[[], object] = lambda: None,
) -> list[dict[str, str]]:
    """Run an operation in a forked child; give what the child told, line by line.

    Args:
        folder: The faulty folder.
        operation: What is done.
        known: What the ground holds.
        copy: Where the folder is copied to when the operation fails.
        attach: Called with the child's number while it waits.
        acknowledge: Called in the child as soon as the operation has returned.
    """
    shutil.rmtree(copy, ignore_errors=True)
    signal.pthread_sigmask(signal.SIG_BLOCK, {_GO})
    source, sink = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(source)
        _live(folder, operation, known, sink, acknowledge)
    os.close(sink)
    told: list[dict[str, str]] = []
    tracer = None
    with os.fdopen(source) as lines:
        for line in lines:
            told.append(json.loads(line))
            if told[-1]["said"] == "ready":
                tracer = attach(child)
                os.kill(child, _GO)
            elif told[-1]["said"] in {"failed", "escaped"}:
                copy.mkdir()
                subprocess.run(["cp", "-r", f"{folder}/.", copy], check=True)
                os.kill(child, _GO)
    os.waitpid(child, 0)
    if tracer is not None:
        tracer.communicate()
    return told


def outcome(told: Sequence[dict[str, str]], copy: Path, *, struck: bool) -> Outcome:
    """Sum up what a child told."""
    said = {line["said"]: line for line in told}
    if "ready" not in said:
        raise RuntimeError(f"the child did not sit down: {said}")
    return Outcome(
        acknowledged="done" in said,
        code=said["failed"]["code"] if "failed" in said else None,
        escaped=said["escaped"]["what"] if "escaped" in said else None,
        between=copy if {"failed", "escaped"} & set(said) else None,
        again=said["again"]["what"] if "again" in said else "",
        struck=struck,
    )


def _live(
    folder: Path, operation: Operation, known: Known, sink: int, acknowledge: Callable[[], object]
) -> None:
    def tell(said: str, **facts: str) -> None:
        os.write(sink, json.dumps({"said": said, **facts}).encode() + b"\n")

    try:
        scene = Scene(folder, known)
        with operation.program():
            if operation.sitting:
                scene.open()
            tell("ready")
            signal.sigwait({_GO})
            _act(scene, operation, tell, acknowledge)
    except BaseException as error:  # noqa: BLE001 - told to the parent, which judges
        tell("again", what=_where(error))
    finally:
        os._exit(0)


def _act(scene: Scene, operation: Operation, tell: Tell, acknowledge: Callable[[], object]) -> None:
    try:
        operation.act(scene)
    except TcdeskError as error:
        tell("failed", code=error.code)
    except Exception as error:  # noqa: BLE001 - that it escaped is the finding
        tell("escaped", what=_where(error))
    else:
        acknowledge()
        tell("done")
        return
    signal.sigwait({_GO})
    if operation.last:
        return
    if operation.sitting and scene.seat is None:
        scene.open()
    if operation.empty and scene.access.vaults.exists(scene.folder):
        scene.open()  # whole, as the judge will see; it only could not be opened at once
    elif not operation.sitting or not operation.made(scene):
        operation.act(scene)
    scene.close()
    tell("again", what="")


def _where(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "tcdesk" in frame.filename] or frames
    last = own[-1]
    return f"{type(error).__name__}({error}) at {Path(last.filename).name}:{last.lineno}"


def _calls(log: str, folder: str) -> Iterator[Call]:
    counted: Counter[str] = Counter()
    for line in log.splitlines():
        if found := _CALL.match(line):
            counted[found[1]] += 1
            if folder in line and "F_UNLCK" not in line:
                yield Call(name=found[1], number=counted[found[1]])
