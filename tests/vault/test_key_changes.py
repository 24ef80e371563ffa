"""Creating a vault, adding, changing and resetting accounts; what happens when the disk fails."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.vault.conftest import (
    ANNA,
    BOR,
    LEAST_COST,
    ROWS,
    Vault,
    account,
    contents,
    lay_down,
    new_id,
    paper_slot,
    rows,
)

from tcdesk.crypto.sealing import Identity
from tcdesk.domain.errors import WorldFailedError
from tcdesk.vault.header import MOST_SLOTS, read_header
from tcdesk.vault.key_changes import (
    add_password_slot,
    add_recovery_slot,
    change_passphrase,
    create_vault_keys,
    reset_slots,
)
from tcdesk.vault.key_errors import (
    KeysStaleError,
    LastPasswordSlotError,
    LoginTakenError,
    SlotsFullError,
    VaultExistsError,
    VaultMissingError,
    WrongPassphraseError,
)
from tcdesk.vault.key_ring import new_slot
from tcdesk.vault.keys import Unlocked, unlock, unlock_with_paper
from tcdesk.vault.rotation import Rotation, rotate
from tcdesk.vault.slots import EscrowSlot, NewAccount, PasswordSlot
from tcdesk.workstation.files import DiskFiles

CILKA = "jež v travi bere knjigo"


class FullDiskError(WorldFailedError):
    code = "test-disk-full"


class FailingFiles:
    """Real files whose n-th call fails before or after it did its work."""

    def __init__(self, call: int, *, after: bool) -> None:
        self.real, self.call, self.after, self.calls = DiskFiles(), call, after, 0

    def _due(self, *, done: bool) -> None:
        if self.calls == self.call and done == self.after:
            raise FullDiskError

    def write_atomic(self, path: Path, content: bytes) -> None:
        self.calls += 1
        self._due(done=False)
        self.real.write_atomic(path, content)
        self._due(done=True)

    def sync_file(self, path: Path) -> None:
        self.calls += 1
        self._due(done=False)
        self.real.sync_file(path)
        self._due(done=True)


def reset(vault: Vault, unlocked: Unlocked, who: NewAccount) -> Unlocked:
    """Reset an account as the program does: a rotation to a slot with new keys."""
    connection = vault.open(unlocked)
    try:
        return rotate(
            unlocked,
            vault.files,
            connection,
            Rotation(
                slots=reset_slots(unlocked, new_slot(unlocked, who)),
                progress=lambda _step: None,
                release=connection.close,
            ),
        )
    finally:
        connection.close()


def create(folder: Path, files: DiskFiles | FailingFiles) -> Unlocked:
    return create_vault_keys(
        folder,
        files,
        vault_id=new_id(),
        first=account("anna", ANNA),
        recoveries=[paper_slot(Identity.generate())],
        lay_down=lay_down,
    )


def test_a_new_vault_unlocks_and_has_its_copy(tmp_path: Path):
    made = create(tmp_path, DiskFiles())
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "tcdesk-000001.db",
        "vault.json",
        "vault.json.bak",
    ]
    assert made.header.generation == 1
    vault = Vault(tmp_path, Identity.generate(), DiskFiles())
    connection = vault.open()
    assert rows(connection) == ROWS
    connection.close()


def test_no_vault_is_made_over_another(vault: Vault):
    before = contents(vault.folder)
    with pytest.raises(VaultExistsError):
        create(vault.folder, vault.files)
    vault.header.unlink()
    with pytest.raises(VaultExistsError):  # its copy still stands
        create(vault.folder, vault.files)
    vault.header.write_bytes(before["vault.json"])
    assert contents(vault.folder) == before


def test_a_database_without_a_key_file_is_set_aside_and_not_deleted(vault: Vault):
    left = vault.unlock().database.read_bytes()
    for number in ("001", "002"):
        vault.header.unlink()
        vault.backup.unlink()
        create(vault.folder, vault.files)
        aside = vault.folder / "quarantine" / number / "tcdesk-000001.db"
        assert (aside.read_bytes() == left) is (number == "001")
        connection = vault.open()
        connection.close()


def test_a_creation_that_fails_leaves_room_for_a_second_try(tmp_path: Path):
    def fails(_connection):
        raise FullDiskError

    with pytest.raises(FullDiskError):
        create_vault_keys(
            tmp_path,
            DiskFiles(),
            vault_id=new_id(),
            first=account("anna", ANNA),
            recoveries=[],
            lay_down=fails,
        )
    assert list(tmp_path.iterdir()) == []
    create(tmp_path, DiskFiles())
    assert unlock(tmp_path, "anna", ANNA).header.generation == 1


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("call", [1, 2, 3])
def test_a_disk_that_fails_during_creation_leaves_a_vault_or_none(
    tmp_path: Path, call: int, *, after: bool
):
    try:
        create(tmp_path, FailingFiles(call, after=after))
    except FullDiskError:
        assert call < 3  # the copy of the key file comes after the commit point
    try:
        unlock(tmp_path, "anna", ANNA)
    except VaultMissingError:
        create(tmp_path, DiskFiles())
    vault = Vault(tmp_path, Identity.generate(), DiskFiles())
    connection = vault.open()
    assert rows(connection) == ROWS
    connection.close()


def test_an_added_account_gets_in_and_the_others_still_do(vault: Vault):
    anna = vault.unlock()
    changed = add_password_slot(anna, vault.files, account("cilka", CILKA))
    assert changed.header.generation == anna.header.generation + 1
    assert [slot.login for slot in changed.header.accounts] == ["anna", "bor", "cilka"]
    for login, passphrase in (("anna", ANNA), ("bor", BOR), ("cilka", CILKA)):
        assert vault.unlock(login, passphrase).header == changed.header
    assert unlock_with_paper(vault.folder, vault.paper.text.reveal().decode()).account is None
    assert vault.backup.read_bytes() == vault.header.read_bytes()


def test_a_login_or_an_account_has_one_slot(vault: Vault):
    anna = vault.unlock()
    assert anna.slot is not None
    for new in (account("bor", CILKA), account("dana", CILKA, anna.slot.user_id)):
        with pytest.raises(LoginTakenError):
            add_password_slot(anna, vault.files, new)


def test_a_changed_passphrase_keeps_the_keys_and_closes_the_old_way(vault: Vault):
    anna = vault.unlock()
    changed = change_passphrase(anna, vault.files, CILKA, LEAST_COST)
    with pytest.raises(WrongPassphraseError):
        vault.unlock()
    again = vault.unlock("anna", CILKA)
    assert again.account is not None
    assert anna.account is not None
    assert anna.slot is not None
    assert again.slot == changed.slot
    assert again.account.signing.public == anna.account.signing.public
    assert again.account.identity.recipient == anna.account.identity.recipient
    assert again.slot is not None
    assert (again.slot.slot_id, again.slot.user_id) == (anna.slot.slot_id, anna.slot.user_id)
    assert again.slot.kdf.salt != anna.slot.kdf.salt
    assert again.slot.nonce != anna.slot.nonce
    assert vault.unlock("bor", BOR).header == changed.header


def test_a_reset_gives_new_keys_to_the_same_account(vault: Vault):
    anna, bor = vault.unlock(), vault.unlock("bor", BOR)
    assert bor.slot is not None
    changed = reset(vault, anna, account("bor", CILKA, bor.slot.user_id))
    with pytest.raises(WrongPassphraseError):
        vault.unlock("bor", BOR)
    again = vault.unlock("bor", CILKA)
    assert again.slot is not None
    assert again.slot.user_id == bor.slot.user_id
    assert again.slot.sign_pub != bor.slot.sign_pub
    assert again.slot.recipient != bor.slot.recipient
    assert bor.slot.recipient not in changed.header.recipients


def test_a_reset_with_the_paper_key_lets_the_last_account_in_again(vault: Vault):
    anna = vault.unlock()
    assert anna.slot is not None
    paper = unlock_with_paper(vault.folder, vault.paper.text.reveal().decode())
    reset(vault, paper, account("anna", CILKA, anna.slot.user_id))
    connection = vault.open(vault.unlock("anna", CILKA))
    assert rows(connection) == ROWS
    connection.close()


def test_a_reset_needs_an_account_that_is_not_the_own_one(vault: Vault):
    anna, bor = vault.unlock(), vault.unlock("bor", BOR)
    assert anna.slot is not None
    assert bor.slot is not None
    with pytest.raises(KeysStaleError):
        reset(vault, anna, account("anna", CILKA, anna.slot.user_id))
    with pytest.raises(KeysStaleError):
        reset(vault, anna, account("nobody", CILKA))
    with pytest.raises(LoginTakenError):
        reset(vault, anna, account("anna", CILKA, bor.slot.user_id))


def test_a_recovery_key_of_the_office_opens_too(vault: Vault):
    office = Identity.generate()
    slot = EscrowSlot(slot_id=new_id(), recipient=office.recipient, label="office")
    changed = add_recovery_slot(vault.unlock(), vault.files, slot)
    found = unlock_with_paper(vault.folder, office.text.reveal().decode())
    assert found.dek.key.matches(changed.dek.key)


def test_no_more_than_32_slots(vault: Vault):
    anna = vault.unlock()
    while len(anna.header.slots) < MOST_SLOTS:
        anna = add_recovery_slot(anna, vault.files, paper_slot(Identity.generate()))
    with pytest.raises(SlotsFullError):
        add_recovery_slot(anna, vault.files, paper_slot(Identity.generate()))
    assert vault.unlock().header == anna.header


def test_keys_that_were_changed_meanwhile_are_not_written_over(vault: Vault):
    anna = vault.unlock()
    add_password_slot(anna, vault.files, account("cilka", CILKA))
    before = contents(vault.folder)
    with pytest.raises(KeysStaleError):
        change_passphrase(anna, vault.files, CILKA, LEAST_COST)
    assert contents(vault.folder) == before
    with pytest.raises(KeysStaleError):
        change_passphrase(replace(vault.unlock(), slot=None), vault.files, CILKA, LEAST_COST)


def test_a_vault_without_an_account_is_not_made(tmp_path: Path, vault: Vault):
    from tcdesk.vault.key_changes import sealed_header  # noqa: PLC0415 - the rule itself

    header = vault.unlock().header
    papers = tuple(slot for slot in header.slots if not isinstance(slot, PasswordSlot))
    with pytest.raises(LastPasswordSlotError):
        sealed_header(header.vault_id, vault.unlock().dek, papers, generation=2)
    assert list((tmp_path / "vault").glob("*.tmp")) == []


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("call", [1, 2])
def test_a_disk_that_fails_during_a_change_leaves_the_old_or_the_new_passphrase(
    vault: Vault, call: int, *, after: bool
):
    old = read_header(vault.folder)
    files = FailingFiles(call, after=after)
    try:
        change_passphrase(vault.unlock(), files, CILKA, LEAST_COST)
    except FullDiskError:
        assert call == 1
    new = read_header(vault.folder) != old
    assert new is (call == 2 or after)
    connection = vault.open(vault.unlock("anna", CILKA if new else ANNA))
    assert rows(connection) == ROWS
    connection.close()
    assert vault.backup.read_bytes() == vault.header.read_bytes()
