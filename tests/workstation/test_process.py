"""The process leaves no dump, and a lock really ends it and starts a fresh one."""

import subprocess
import sys

from tcdesk.workstation.process import SystemRelaunch, this_program

_HARDEN = """
import ctypes, resource
from tcdesk.workstation.process import harden
harden()
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""

_RESTART = """
import atexit, os, sys
from tcdesk.workstation.process import SystemRelaunch
atexit.register(print, "clean-up ran")
show = "import os, sys; print('fresh', os.getppid() != int(sys.argv[1]), sys.argv[2:], flush=True)"
print("old", flush=True)
SystemRelaunch([sys.executable, "-c", show, str(os.getpid())]).restart(
    {"dir": "/a b", "training": ""}
)
print("still here", flush=True)
"""


def test_there_is_no_core_dump_and_the_memory_is_not_dumpable():
    told = subprocess.run(
        [sys.executable, "-c", _HARDEN], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "(0, 0) 0"


def test_a_restart_starts_the_program_with_its_arguments_and_ends_the_old_process_at_once():
    told = subprocess.run(
        [sys.executable, "-c", _RESTART], capture_output=True, text=True, check=True
    )
    lines = told.stdout.splitlines()
    assert lines[0] == "old"
    assert lines[1].startswith("fresh")
    assert lines[1].endswith("['--dir=/a b', '--training']")
    assert len(lines) == 2


def test_a_program_that_cannot_be_started_leaves_this_one_running(tmp_path):
    try:
        SystemRelaunch([str(tmp_path / "missing")]).restart({})
    except OSError:
        return
    raise AssertionError("the process should have gone on with an error")


def test_this_program_is_started_again_by_its_own_interpreter():
    assert this_program() == (sys.executable, "-m", "tcdesk")
