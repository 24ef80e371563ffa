"""A vault folder that is not as it must be: each case has its own refusal and nothing changes."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.conftest import PASSPHRASE, setup

from tcdesk.crypto.sealing import Identity
from tcdesk.domain.errors import TcdeskError
from tcdesk.domain.staff import Role
from tcdesk.services.access import Access, Installation


@pytest.fixture
def folder(access: Access, tmp_path: Path) -> Path:
    first = setup(Installation.UNIT, "DOB", Role.HEAD)
    access.lock(access.create(tmp_path / "vault", first, Identity.generate()))
    return tmp_path / "vault"


def refusal(access: Access, folder: Path, login: str = "novak") -> str:
    """Try to log in; gives the code of the refusal, or nothing."""
    before = {one: one.read_bytes() for one in folder.iterdir() if one.is_file()}
    try:
        access.lock(access.unlock(folder, login, PASSPHRASE))
    except TcdeskError as refused:
        for one, content in before.items():
            if one.name != "attempts.log":
                assert one.read_bytes() == content, one.name
        return refused.code
    return ""


def copied(folder: Path, name: str) -> Path:
    return Path(shutil.copytree(folder, folder.with_name(name)))


def test_a_renamed_slot_does_not_open_and_a_renamed_key_file_is_read_from_its_copy(
    access: Access, folder: Path
) -> None:
    renamed = copied(folder, "renamed")
    for name in ("vault.json", "vault.json.bak"):
        text = (renamed / name).read_text()
        (renamed / name).write_text(text.replace('"novak"', '"xovak"'))
    assert refusal(access, renamed, "xovak") == "wrong-passphrase"
    without = copied(folder, "without")
    (without / "vault.json").rename(without / "vault (1).json")
    assert refusal(access, without) == ""


def test_a_database_that_is_away_or_no_file_is_told_apart(access: Access, folder: Path) -> None:
    away, directory = copied(folder, "away"), copied(folder, "directory")
    next(away.glob("tcdesk-*.db")).rename(away / "kopija.db")
    assert refusal(access, away) == "database-missing"
    database = next(directory.glob("tcdesk-*.db"))
    database.unlink()
    database.mkdir()
    assert refusal(access, directory) == "database-damaged"


@contextmanager
def read_only(folder: Path) -> Iterator[Path]:
    """Show a folder a second time, on a disk that refuses every write."""
    there = folder.with_name("read-only")
    there.mkdir()
    subprocess.run(["mount", "--bind", str(folder), str(there)], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(there)], check=True)
        yield there
    finally:
        subprocess.run(["umount", str(there)], check=True)


@pytest.mark.skipif(
    os.geteuid() != 0 or shutil.which("mount") is None, reason="only root may mount a disk"
)
def test_a_folder_on_a_read_only_disk_is_refused_in_words(access: Access, folder: Path) -> None:
    """V-20."""
    with read_only(folder) as there:
        assert refusal(access, there) == "folder-not-writable"
    assert refusal(access, folder) == ""
