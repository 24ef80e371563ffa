"""Unlocking: every wrong thing has its own answer, and nothing is changed by asking."""

import json
import shutil
import subprocess
import sys
import unicodedata
from base64 import b64decode, b64encode
from dataclasses import replace
from pathlib import Path

import pytest
from tests.vault.conftest import ANNA, BOR, LEAST_COST, ROWS, Vault, contents, rows

from tcdesk.bundle.canonical import encode
from tcdesk.crypto.digests import random_bytes
from tcdesk.crypto.errors import CostRefusedError, IdentityTextError
from tcdesk.crypto.passphrase import COST, Cost
from tcdesk.crypto.sealing import Identity
from tcdesk.crypto.secret import Secret
from tcdesk.vault.connection import connect_raw, create_database, open_connection
from tcdesk.vault.dek import Dek, seal_dek
from tcdesk.vault.header import SealedDek, parse, serialize, with_mac
from tcdesk.vault.key_changes import change_passphrase
from tcdesk.vault.key_errors import (
    DatabaseBusyError,
    DatabaseDamagedError,
    DatabaseMissingError,
    DatabaseUnreachableError,
    ForeignVaultError,
    KeyFileReplacedError,
    NewerVaultError,
    OlderKeyFileError,
    PaperKeyForeignError,
    RawKeyError,
    WrongPassphraseError,
)
from tcdesk.vault.keys import unlock, unlock_with_paper, verify_passphrase
from tcdesk.vault.opening import check_fully, open_vault, store_generation
from tcdesk.vault.tables import SCHEMA_VERSION

PAGE = 4096


def test_each_account_unlocks_with_its_own_passphrase(vault: Vault):
    anna, bor = vault.unlock(), vault.unlock("bor", BOR)
    assert anna.dek.key.matches(bor.dek.key)
    assert anna.account is not None
    assert bor.account is not None
    assert anna.account.identity.recipient != bor.account.identity.recipient
    connection = vault.open(bor)
    assert rows(connection) == ROWS
    connection.close()


@pytest.mark.parametrize(
    ("login", "passphrase"),
    [
        ("anna", BOR),
        ("anna", ANNA + " "),
        ("anna", " " + ANNA),
        ("anna", ANNA.upper()),
        ("anna", ""),
        ("anna", "ž" * 256),
        ("Anna", ANNA),
        ("nobody", ANNA),
        ("paper-1", ANNA),
    ],
)
def test_a_wrong_passphrase_is_refused_and_nothing_changes(vault: Vault, login, passphrase):
    before = contents(vault.folder)
    with pytest.raises(WrongPassphraseError):
        vault.unlock(login, passphrase)
    assert contents(vault.folder) == before


def test_composed_and_decomposed_letters_are_the_same_passphrase(vault: Vault):
    decomposed = unicodedata.normalize("NFD", BOR)
    assert decomposed != BOR
    assert vault.unlock("bor", decomposed).account is not None


@pytest.mark.parametrize(
    ("name", "value"),
    [("m_kib", 8), ("m_kib", 4 << 20), ("t", 1), ("t", 10**9), ("p", 0), ("p", 9)],
)
def test_a_cost_outside_the_bounds_is_refused_before_it_runs(vault: Vault, name, value):
    header = json.loads(vault.header.read_bytes())
    header["slots"][0]["kdf"][name] = value
    vault.write_header(encode(header) + b"\n")
    with pytest.raises(CostRefusedError, match=name):
        vault.unlock()


def test_a_weak_slot_says_so_and_is_wrapped_again_with_the_same_passphrase(vault: Vault):
    anna = vault.unlock()
    assert anna.needs_rewrap(COST)
    assert not anna.needs_rewrap(LEAST_COST)
    stronger = Cost(m_kib=65_536, t=3, p=1)
    assert anna.needs_rewrap(stronger)
    assert not change_passphrase(anna, vault.files, ANNA, stronger).needs_rewrap(stronger)
    assert not vault.unlock().needs_rewrap(stronger)


def test_a_key_sealed_by_an_outsider_is_found_by_the_pin(vault: Vault):
    header = parse(vault.header.read_bytes())
    theirs = Dek(number=header.dek.id, key=Secret(random_bytes(32)), pin=Secret(random_bytes(32)))
    sealed = b64encode(seal_dek(header.vault_id, theirs, header.recipients)).decode()
    forged = with_mac(replace(header, dek=SealedDek(id=header.dek.id, sealed=sealed)), theirs)
    vault.write_header(serialize(forged))
    (vault.folder / forged.db_file).unlink()
    create_database(vault.folder / forged.db_file, theirs.key).close()
    with pytest.raises(KeyFileReplacedError):
        vault.unlock()


def test_the_paper_key_unlocks_without_an_account(vault: Vault):
    text = vault.paper.text.reveal().decode()
    grouped = " ".join(text[at : at + 4] for at in range(0, len(text), 4)).lower()
    found = unlock_with_paper(vault.folder, grouped)
    assert found.dek.key.matches(unlock_with_paper(vault.folder, text).dek.key)
    assert found.account is None
    assert found.slot is None
    assert not found.needs_rewrap()
    connection = vault.open(found)
    assert rows(connection) == ROWS
    connection.close()


def test_a_mistyped_paper_key_and_that_of_another_vault_are_told_apart(
    vault: Vault, other_vault: Vault
):
    text = vault.paper.text.reveal().decode()
    wrong = text[:30] + ("Q" if text[30] != "Q" else "P") + text[31:]
    with pytest.raises(IdentityTextError):
        unlock_with_paper(vault.folder, wrong)
    with pytest.raises(PaperKeyForeignError):
        unlock_with_paper(vault.folder, other_vault.paper.text.reveal().decode())


def test_an_accounts_own_identity_is_no_recovery_key(vault: Vault):
    account = vault.unlock().account
    assert account is not None
    with pytest.raises(PaperKeyForeignError):
        unlock_with_paper(vault.folder, account.identity.text.reveal().decode())


def test_signing_asks_for_the_passphrase_again(vault: Vault):
    anna = vault.unlock()
    keys = verify_passphrase(anna.header, "anna", ANNA)
    assert anna.account is not None
    assert keys.signing.public == anna.account.signing.public
    for login, passphrase in (("anna", BOR), ("nobody", ANNA)):
        with pytest.raises(WrongPassphraseError):
            verify_passphrase(anna.header, login, passphrase)


def test_an_older_key_file_put_back_is_refused(vault: Vault):
    old = vault.header.read_bytes()
    changed = change_passphrase(vault.unlock(), vault.files, "nova repa v starem vrtu", LEAST_COST)
    connection = vault.open(changed)
    connection.close()
    vault.write_header(old)
    with pytest.raises(OlderKeyFileError):
        vault.open()


def test_the_database_remembers_a_change_of_keys_at_once(vault: Vault):
    old = vault.header.read_bytes()
    anna = vault.unlock()
    connection = vault.open(anna)
    changed = change_passphrase(anna, vault.files, "nova repa v starem vrtu", LEAST_COST)
    store_generation(connection, changed.header)
    connection.close()
    vault.write_header(old)
    with pytest.raises(OlderKeyFileError):
        vault.open()


def _empty(database: Path) -> None:
    database.write_bytes(b"")


def _plain(database: Path) -> None:
    database.write_bytes(b"SQLite format 3\0" + bytes(2 * PAGE))


def _folder(database: Path) -> None:
    database.unlink()
    database.mkdir()


def _link(database: Path) -> None:
    database.rename(database.with_suffix(".moved"))
    database.symlink_to(database.with_suffix(".moved"))


def _cut_to_a_page_but_one(database: Path) -> None:
    database.write_bytes(database.read_bytes()[: PAGE - 1])


def _salt_flipped(database: Path) -> None:
    _flip(database, 3)


def _first_page_flipped(database: Path) -> None:
    _flip(database, 1000)


def _flip(database: Path, at: int) -> None:
    data = bytearray(database.read_bytes())
    data[at] ^= 0x10
    database.write_bytes(data)


@pytest.mark.parametrize(
    "spoil",
    [_empty, _plain, _folder, _link, _cut_to_a_page_but_one, _salt_flipped, _first_page_flipped],
)
def test_what_is_not_the_database_is_called_damaged_and_left_alone(vault: Vault, spoil):
    anna = vault.unlock()
    spoil(anna.database)
    before = contents(vault.folder)
    with pytest.raises(DatabaseDamagedError):
        vault.open(anna)
    assert contents(vault.folder) == before


def test_a_missing_database_is_not_made_anew(vault: Vault):
    anna = vault.unlock()
    anna.database.unlink()
    with pytest.raises(DatabaseMissingError):
        vault.open(anna)
    assert not anna.database.exists()


def test_another_vaults_database_does_not_open(vault: Vault, other_vault: Vault):
    anna = vault.unlock()
    shutil.copy(other_vault.unlock().database, anna.database)
    with pytest.raises(DatabaseDamagedError):
        vault.open(anna)


def test_a_database_that_names_another_vault_is_foreign(vault: Vault):
    anna = vault.unlock()
    for statement in (
        "UPDATE meta SET value = '018f3a10-0000-4000-8000-00000000ffff' WHERE name = 'vault-id'",
        "DELETE FROM meta WHERE name = 'vault-id'",
        "PRAGMA application_id = 1",
    ):
        connection = open_connection(anna.database, anna.dek.key)
        connection.execute(statement)
        connection.close()
        with pytest.raises(ForeignVaultError):
            vault.open(anna)


def test_a_newer_schema_is_refused_and_nothing_changes(vault: Vault):
    anna = vault.unlock()
    connection = open_connection(anna.database, anna.dek.key)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    before = contents(vault.folder)
    with pytest.raises(NewerVaultError):
        vault.open(anna)
    after = contents(vault.folder)
    assert after[anna.header.db_file] == before[anna.header.db_file]
    assert after["vault.json"] == before["vault.json"]


@pytest.mark.parametrize("at", [4090, 5 * PAGE + 7, 5 * PAGE + 4030, -1, -70, -100])
def test_a_flipped_bit_anywhere_is_found_by_the_full_check(vault: Vault, at):
    anna = vault.unlock()
    check_fully(anna.database, anna.dek.key)
    _flip(anna.database, at)
    with pytest.raises(DatabaseDamagedError):
        check_fully(anna.database, anna.dek.key)


@pytest.mark.parametrize("cut", [1, 1000, PAGE, 10 * PAGE])
def test_a_cut_database_is_found_by_the_full_check(vault: Vault, cut):
    anna = vault.unlock()
    anna.database.write_bytes(anna.database.read_bytes()[:-cut])
    with pytest.raises(DatabaseDamagedError):
        check_fully(anna.database, anna.dek.key)


def _log_of(vault: Vault, statement: str) -> bytes:
    """Give the write-ahead log that a crash after a statement would leave."""
    connection = vault.open()
    connection.execute(statement)
    log = Path(f"{vault.unlock().database}-wal").read_bytes()
    connection.close()
    assert log
    return log


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM meta WHERE name = 'row-1'", "DELETE FROM meta WHERE name = 'row-299'"],
)
def test_a_write_ahead_log_of_another_key_is_refused_and_not_folded_in(
    vault: Vault, other_vault: Vault, statement: str
):
    anna = vault.unlock()
    log = Path(f"{anna.database}-wal")
    before = anna.database.read_bytes()
    log.write_bytes(_log_of(other_vault, statement))
    with pytest.raises(DatabaseDamagedError):
        vault.open(anna)
    assert anna.database.read_bytes() == before
    for ending in ("-wal", "-shm"):
        Path(f"{anna.database}{ending}").unlink(missing_ok=True)
    connection = vault.open(anna)
    assert rows(connection) == ROWS
    connection.close()


def test_what_a_crash_left_in_the_write_ahead_log_is_not_lost(vault: Vault):
    anna = vault.unlock()
    crashed = anna.database.read_bytes()
    log = _log_of(vault, "DELETE FROM meta WHERE name = 'row-1'")
    anna.database.write_bytes(crashed)
    Path(f"{anna.database}-wal").write_bytes(log)
    connection = vault.open(anna)
    assert rows(connection) == ROWS - 1
    connection.close()


def test_a_database_held_by_another_program_is_called_busy(vault: Vault):
    anna = vault.unlock()
    holder = connect_raw(anna.database, anna.dek.key, mode="rw")
    holder.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DatabaseBusyError):
        vault.open(anna)
    holder.execute("ROLLBACK")
    holder.close()


def test_a_key_of_another_length_never_reaches_the_library(vault: Vault):
    database = vault.unlock().database
    for length in (31, 33):
        with pytest.raises(RawKeyError):
            open_connection(database, Secret(bytes(length)))
        with pytest.raises(RawKeyError):
            create_database(vault.folder / "new.db", Secret(bytes(length)))
    assert not (vault.folder / "new.db").exists()


def test_a_database_is_never_made_over_another_file(vault: Vault):
    with pytest.raises(DatabaseUnreachableError):
        create_database(vault.header, Secret(random_bytes(32)))


def test_unlocking_deletes_what_a_rotation_left_behind_and_nothing_else(vault: Vault):
    connection = vault.open()
    connection.close()
    older, newer = vault.folder / "tcdesk-000000.db", vault.folder / "tcdesk-000002.db"
    for path in (older, newer, Path(f"{older}-wal"), vault.folder / "tcdesk-000000.db.txt"):
        path.write_bytes(b"x")
    connection = vault.open()
    connection.close()
    assert not older.exists()
    assert not Path(f"{older}-wal").exists()
    assert newer.exists()
    assert (vault.folder / "tcdesk-000000.db.txt").exists()


def test_two_vaults_share_no_key(vault: Vault, other_vault: Vault):
    anna, theirs = vault.unlock(), other_vault.unlock()
    assert not anna.dek.key.matches(theirs.dek.key)
    assert not anna.dek.pin.matches(theirs.dek.pin)
    with pytest.raises(DatabaseDamagedError):
        open_vault(replace(anna, dek=theirs.dek), vault.files, newest_schema=SCHEMA_VERSION)


def test_stock_age_and_the_paper_key_give_the_database_key_back(vault: Vault, tmp_path: Path):
    age = shutil.which("age")
    assert age, "NOT RUN: install age"
    header = json.loads(vault.header.read_bytes())
    (tmp_path / "paper.txt").write_bytes(vault.paper.text.reveal() + b"\n")
    (tmp_path / "dek.age").write_bytes(b64decode(header["dek"]["sealed"]))
    opened = subprocess.run(
        [age, "-d", "-i", tmp_path / "paper.txt", tmp_path / "dek.age"],
        capture_output=True,
        text=True,
        check=True,
    )
    label, vault_id, number, key, _pin = opened.stdout.split()
    assert (label, vault_id, number) == ("tcdesk-dek-v1", header["vault_id"], "1")
    connection = open_connection(vault.folder / header["db_file"], Secret(bytes.fromhex(key)))
    assert rows(connection) == ROWS
    connection.close()


def test_a_stranger_opens_the_vault_with_the_script_of_the_format(vault: Vault, tmp_path: Path):
    text = (Path(sys.modules[unlock.__module__].__file__ or "").parent / "FORMAT.md").read_text(
        "utf-8"
    )
    script = tmp_path / "open_vault.py"
    script.write_text(text.split("```python\n")[1].split("```")[0], "utf-8")
    assert "tcdesk." not in script.read_text("utf-8").replace("tcdesk.db", "")
    decomposed = unicodedata.normalize("NFD", BOR).encode()
    opened = subprocess.run(
        [sys.executable, "-I", script, vault.folder, "bor"],
        input=decomposed + b"\n",
        capture_output=True,
        check=True,
    )
    counted = dict(line.split() for line in opened.stdout.decode().splitlines())
    assert counted["meta"] == str(ROWS + 2)
    wrong = subprocess.run(
        [sys.executable, "-I", script, vault.folder, "bor"],
        input=b"something else\n",
        capture_output=True,
        check=False,
    )
    assert wrong.returncode != 0


def test_an_identity_typed_with_a_wrong_length_is_no_key(vault: Vault):
    with pytest.raises(IdentityTextError):
        unlock_with_paper(vault.folder, Identity.generate().text.reveal().decode()[:-1])
