"""The way without the program: exactly the commands of the help page, with stock tools."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import ROOT, setup

from tcdesk.crypto.sealing import Identity
from tcdesk.crypto.shares import split
from tcdesk.domain.staff import Role
from tcdesk.services.access import Access, Installation
from tcdesk.services.backup_made import Why

PAGES = [ROOT / "resources" / "help" / language / "recovery.md" for language in ("sl", "en")]
KEYS, COUNTS, BACKUP, PARTS = range(4)


def commands(page: Path) -> list[str]:
    return re.findall(r"```sh\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)


def run(script: str, folder: Path) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-euc", script],
        cwd=folder,
        env={"PATH": path, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def paper() -> Identity:
    return Identity.generate()


@pytest.fixture
def folder(access: Access, paper: Identity, tmp_path: Path) -> Path:
    """A closed vault with one account and one backup."""
    desk = access.create(tmp_path / "vault", setup(Installation.UNIT, "DOB", Role.HEAD), paper)
    desk.vault.back_up(Why.ASKED, lambda _part: None)
    access.lock(desk)
    return tmp_path / "vault"


def counted(told: str) -> dict[str, int]:
    return {name: int(rows) for name, rows in (line.split() for line in told.splitlines())}


def test_both_languages_say_the_same_commands():
    first, second = (commands(page) for page in PAGES)
    assert first == second
    assert len(first) == 4


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_a_vault_and_its_backup_open_with_the_paper_key(page: Path, folder: Path, paper: Identity):
    steps = commands(page)
    (folder / "paper.txt").write_bytes(paper.text.reveal() + b"\n")
    run(steps[KEYS], folder)
    here = counted(run(steps[COUNTS], folder))
    assert here["account"] == 1
    run(steps[BACKUP], folder)
    copy = folder / "copy"
    shutil.copy(folder / "paper.txt", copy)
    run(steps[KEYS], copy)
    then = counted(run(steps[COUNTS], copy))
    assert then["account"] == 1
    assert 0 < then["audit"] < here["audit"]


def test_two_parts_of_a_key_open_it_too(folder: Path, paper: Identity):
    steps = commands(PAGES[0])
    halves = {(half.part, half.other): half for one in split(paper) for half in one}
    for pair, name in (((1, 2), "first.txt"), ((2, 1), "second.txt")):
        text = halves[pair].text.reveal().decode()
        groups = (text[start : start + 4] for start in range(0, len(text), 4))
        (folder / name).write_text(" ".join(groups) + "\n")
    run(steps[PARTS], folder)
    assert (folder / "paper.txt").read_text().strip() == paper.text.reveal().decode()
    run(steps[KEYS], folder)
    assert counted(run(steps[COUNTS], folder))["account"] == 1
