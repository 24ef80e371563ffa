"""Vaults for the tests of keys: real files, least accepted cost, two accounts, a paper key."""

import itertools
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tcdesk.crypto.passphrase import Cost
from tcdesk.crypto.sealing import Identity
from tcdesk.vault.connection import Connection
from tcdesk.vault.key_changes import add_password_slot, create_vault_keys
from tcdesk.vault.keys import Unlocked, unlock
from tcdesk.vault.opening import open_vault
from tcdesk.vault.schema import create_schema
from tcdesk.vault.slots import NewAccount, PaperSlot
from tcdesk.vault.tables import SCHEMA_VERSION
from tcdesk.workstation.files import DiskFiles

LEAST_COST = Cost(m_kib=65_536, t=2, p=1)
ANNA = "repa pod snegom spi"
BOR = "čez šest žab skače krt"
ROWS = 300
MARKER = "zaznamek-ki-ga-ni-nikjer"

_numbers = itertools.count(1)


def new_id() -> str:
    return f"018f3a10-0000-7000-8000-{next(_numbers):012x}"


def account(login: str, passphrase: str, user_id: str | None = None) -> NewAccount:
    return NewAccount(
        slot_id=new_id(),
        user_id=user_id or new_id(),
        login=login,
        passphrase=passphrase,
        cost=LEAST_COST,
    )


def paper_slot(paper: Identity, label: str = "paper-1") -> PaperSlot:
    return PaperSlot(slot_id=new_id(), recipient=paper.recipient, label=label)


def lay_down(connection: Connection) -> None:
    create_schema(connection)
    connection.execute("BEGIN IMMEDIATE")
    for number in range(ROWS):
        connection.execute(
            "INSERT INTO meta (name, value) VALUES (?, ?)", (f"row-{number}", MARKER * 40)
        )
    connection.execute("COMMIT")


def make(folder: Path) -> Identity:
    """Make a vault with the accounts anna and bor; give its paper key."""
    folder.mkdir()
    files, paper = DiskFiles(), Identity.generate()
    unlocked = create_vault_keys(
        folder,
        files,
        vault_id=new_id(),
        first=account("anna", ANNA),
        recoveries=[paper_slot(paper)],
        lay_down=lay_down,
    )
    add_password_slot(unlocked, files, account("bor", BOR))
    return paper


@dataclass(frozen=True)
class Vault:
    folder: Path
    paper: Identity
    files: DiskFiles

    @property
    def header(self) -> Path:
        return self.folder / "vault.json"

    @property
    def backup(self) -> Path:
        return self.folder / "vault.json.bak"

    def unlock(self, login: str = "anna", passphrase: str = ANNA) -> Unlocked:
        return unlock(self.folder, login, passphrase)

    def open(self, unlocked: Unlocked | None = None) -> Connection:
        return open_vault(unlocked or self.unlock(), self.files, newest_schema=SCHEMA_VERSION)

    def write_header(self, data: bytes) -> None:
        """Put bytes in the place of the key file and its copy."""
        self.header.write_bytes(data)
        self.backup.write_bytes(data)


def rows(connection: Connection) -> int:
    found = connection.execute("SELECT count(*) FROM meta WHERE name LIKE 'row-%'").fetchone()
    assert found is not None
    return int(str(found[0]))


def contents(folder: Path) -> dict[str, bytes]:
    """Give every file of a folder, to prove that nothing changed."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Identity, Path, Identity]:
    folder = tmp_path_factory.mktemp("vaults")
    one, other = folder / "one", folder / "other"
    return one, make(one), other, make(other)


@pytest.fixture
def vault(_made: tuple[Path, Identity, Path, Identity], tmp_path: Path) -> Vault:
    """A fresh copy of a vault."""
    shutil.copytree(_made[0], tmp_path / "vault")
    return Vault(tmp_path / "vault", _made[1], DiskFiles())


@pytest.fixture
def other_vault(_made: tuple[Path, Identity, Path, Identity], tmp_path: Path) -> Vault:
    """A fresh copy of another vault with the same logins and passphrases."""
    shutil.copytree(_made[2], tmp_path / "other")
    return Vault(tmp_path / "other", _made[3], DiskFiles())
