"""The key file: the vectors, strict reading, every leaf, and the copy."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.vault.conftest import ANNA, LEAST_COST, Vault, contents

from tcdesk.bundle.canonical import encode
from tcdesk.crypto.passphrase import COST
from tcdesk.crypto.sealing import Identity, seal
from tcdesk.crypto.secret import Secret
from tcdesk.domain.errors import TcdeskError, WorldFailedError
from tcdesk.vault.dek import Dek, key_text, seal_dek, sealed_plaintext, unseal_dek
from tcdesk.vault.header import (
    NO_MAC,
    Header,
    SealedDek,
    canonical_without_mac,
    check_mac,
    equalise_backup,
    mac_key,
    parse,
    read_header,
    serialize,
    with_mac,
)
from tcdesk.vault.key_errors import (
    KeyFileDamagedError,
    KeyFileReplacedError,
    NewerVaultError,
    RawKeyError,
    VaultMissingError,
    WrongPassphraseError,
)
from tcdesk.vault.keys import unlock
from tcdesk.vault.slots import (
    AccountKeys,
    Kdf,
    NewAccount,
    PasswordSlot,
    make_password_slot,
    open_password_slot,
    slot_aad,
)

VECTORS = json.loads(
    (Path(__file__).parent.parent / "vectors" / "security-vectors.json").read_text("utf-8")
)
VAULT_ID = VECTORS["slot"]["vault_id"]
SLOT = PasswordSlot(**{**VECTORS["slot"]["slot"], "kdf": Kdf(**VECTORS["slot"]["slot"]["kdf"])})
DEK = Dek(
    number=1,
    key=Secret(bytes.fromhex(VECTORS["dek"]["dek_hex"])),
    pin=Secret(bytes.fromhex(VECTORS["dek"]["pin_hex"])),
)
HEADER = Header(
    vault_id=VAULT_ID,
    generation=1,
    db_file="tcdesk-000001.db",
    dek=SealedDek(id=1, sealed="QUJD"),
    slots=(SLOT,),
    mac=NO_MAC,
)


def leaves(value, path=()):
    """Give the path of every value that holds no other."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, (*path, name))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from leaves(inner, (*path, place))
    else:
        yield path


def mutated(value, path):
    """Give a copy with one leaf changed to a near neighbour of the same type."""
    copy = json.loads(json.dumps(value))
    inner = copy
    for name in path[:-1]:
        inner = inner[name]
    leaf = inner[path[-1]]
    if isinstance(leaf, int):
        inner[path[-1]] = leaf + 1
    else:
        at = len(leaf) // 2
        inner[path[-1]] = leaf[:at] + ("2" if leaf[at] != "2" else "3") + leaf[at + 1 :]
    return copy


def test_the_slot_of_the_vectors_opens_to_their_keys():
    assert slot_aad(VAULT_ID, SLOT) == VECTORS["slot"]["aad"].encode()
    keys = open_password_slot(VAULT_ID, SLOT, VECTORS["slot"]["password"])
    secret96 = keys.identity.raw.reveal() + keys.signing.seed.reveal() + keys.pin.reveal()
    assert secret96.hex() == VECTORS["slot"]["secret96_hex"]
    assert keys.identity.text.reveal().decode() == VECTORS["slot"]["identity"]
    assert keys.pin.matches(DEK.pin)


def test_the_sealed_line_and_the_raw_key_follow_the_vectors():
    line = VECTORS["dek"]["sealed_plaintext"].encode()
    assert sealed_plaintext(VAULT_ID, DEK) == line
    assert key_text(DEK.key) == VECTORS["dek"]["sqlcipher_key"]
    paper = Identity.generate()
    found = unseal_dek(seal_dek(VAULT_ID, DEK, [paper.recipient]), paper, VAULT_ID, 1)
    assert sealed_plaintext(VAULT_ID, found) == line


def test_the_header_follows_the_vectors():
    assert canonical_without_mac(HEADER) == VECTORS["header"]["canonical_without_mac"].encode()
    assert mac_key(DEK).reveal().hex() == VECTORS["dek"]["header_mac_key_hex"]
    made = with_mac(HEADER, DEK)
    assert made.mac == VECTORS["header"]["mac"]
    check_mac(made, DEK)
    assert parse(serialize(made)) == made


def test_a_slot_says_nothing_of_its_keys_when_it_is_printed():
    keys = AccountKeys.generate(DEK.pin)
    account = NewAccount(slot_id="s", user_id="u", login="anna", passphrase="skrivnost")
    printed = repr(keys) + repr(account) + repr(DEK)
    assert "skrivnost" not in printed
    assert DEK.key.reveal().hex() not in printed


def test_salt_and_nonce_are_new_at_every_wrap_and_new_slots_have_the_full_cost():
    keys = AccountKeys.generate(DEK.pin)
    account = NewAccount(
        slot_id=SLOT.slot_id, user_id=SLOT.user_id, login="anna", passphrase=ANNA, cost=LEAST_COST
    )
    one, other = (make_password_slot(VAULT_ID, account, keys) for _ in range(2))
    assert one.kdf.salt != other.kdf.salt
    assert one.nonce != other.nonce
    assert one.ct != other.ct
    assert NewAccount(slot_id="s", user_id="u", login="a", passphrase="p").cost == COST


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_a_raw_key_of_another_length_is_refused(length):
    with pytest.raises((RawKeyError, ValueError)):
        key_text(Secret(bytes(length)))


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"tcdesk-dek-v2 x",
        sealed_plaintext(VAULT_ID, DEK)[:-1],
        sealed_plaintext(VAULT_ID, DEK) + b"\n",
        sealed_plaintext(VAULT_ID, DEK).upper(),
        "tcdesk-dek-v1 č".encode(),
    ],
)
def test_only_the_exact_line_is_a_sealed_key(line):
    paper = Identity.generate()
    with pytest.raises(KeyFileDamagedError):
        unseal_dek(seal(line, [paper.recipient]), paper, VAULT_ID, 1)


def test_a_sealed_key_of_another_vault_or_number_is_refused():
    paper = Identity.generate()
    sealed = seal_dek(VAULT_ID, DEK, [paper.recipient])
    for vault_id, number in ((VAULT_ID.replace("f", "e"), 1), (VAULT_ID, 2)):
        with pytest.raises(KeyFileReplacedError):
            unseal_dek(sealed, paper, vault_id, number)
    with pytest.raises(KeyFileDamagedError):
        unseal_dek(sealed, Identity.generate(), VAULT_ID, 1)


@pytest.mark.slow
def test_any_change_of_any_leaf_is_refused_and_nothing_is_written(vault: Vault):
    value = json.loads(vault.header.read_bytes())
    paths = list(leaves(value))
    assert len(paths) >= 34
    for path in paths:
        vault.write_header(encode(mutated(value, path)) + b"\n")
        before = contents(vault.folder)
        with pytest.raises(TcdeskError) as caught:
            vault.unlock()
        assert isinstance(caught.value, WorldFailedError | WrongPassphraseError | NewerVaultError)
        assert contents(vault.folder) == before, path


def test_the_members_of_one_slot_in_another_do_not_open(vault: Vault):
    value = json.loads(vault.header.read_bytes())
    anna, bor = value["slots"][0], value["slots"][2]
    for name in ("slot_id", "user_id", "recipient", "sign_pub", "kdf", "nonce", "ct"):
        anna[name], bor[name] = bor[name], anna[name]
        vault.write_header(encode(value) + b"\n")
        with pytest.raises((WrongPassphraseError, KeyFileDamagedError)):
            vault.unlock()
        anna[name], bor[name] = bor[name], anna[name]
    value["slots"].reverse()
    vault.write_header(encode(value) + b"\n")
    with pytest.raises(KeyFileDamagedError, match="mac"):
        vault.unlock()


def test_a_slot_of_another_vault_does_not_open(vault: Vault, other_vault: Vault):
    value = json.loads(vault.header.read_bytes())
    value["slots"][0] = json.loads(other_vault.header.read_bytes())["slots"][0]
    vault.write_header(encode(value) + b"\n")
    with pytest.raises(WrongPassphraseError):
        vault.unlock()


GOOD = serialize(with_mac(HEADER, DEK))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"null\n",
        b"[]\n",
        b"{}\n",
        GOOD[:-1],
        GOOD + b"\n",
        GOOD[:-1] + b"\r\n",
        b"\xef\xbb\xbf" + GOOD,
        b" " + GOOD,
        GOOD[: len(GOOD) // 2],
        GOOD.replace(b'"version":1', b'"version":1,"version":1'),
        GOOD.replace(b'"version":1', b'"version":0'),
        GOOD.replace(b'"version":1', b'"version":true'),
        GOOD.replace(b'"version":1', b'"version":"1"'),
        GOOD.replace(b"tcdesk-vault", b"tcdesk-bundle"),
        GOOD.replace(b'"generation":1', b'"generation":0'),
        GOOD.replace(b'"generation":1', b'"generation":1.0'),
        GOOD.replace(b"tcdesk-000001.db", b"tcdesk-000002.db"),
        GOOD.replace(b"tcdesk-000001.db", b"../../../1.db"),
        GOOD.replace(b"QUJD", b"QUJE="),
        GOOD.replace(b"QUJD", b"QQ"),
        GOOD.replace(b"QUJD", b"QR=="),
        GOOD.replace(b"QUJD", "č".encode()),
        GOOD.replace(b'"kind":"password"', b'"kind":"magic"'),
        GOOD.replace(b'"alg":"argon2id"', b'"alg":"scrypt"'),
        GOOD.replace(b'"login":"anna"', b'"login":""'),
        GOOD.replace(b'"login":"anna"', b'"login":" anna"'),
        GOOD.replace(b'"login":"anna"', b'"login":"an\\u0007na"'),
        GOOD.replace(b'"login":"anna"', b'"login":7'),
        GOOD.replace(b'"nonce"', b'"nonces"'),
        serialize(replace(HEADER, slots=())),
        serialize(replace(HEADER, slots=(SLOT, SLOT))),
        serialize(replace(HEADER, slots=(SLOT,) * 33)),
        b" " * ((1 << 20) + 1),
        b"[" * 100_000 + b"\n",
    ],
)
def test_what_is_not_exactly_a_key_file_is_refused(data):
    with pytest.raises(KeyFileDamagedError):
        parse(data)


def test_a_later_version_asks_for_an_update():
    with pytest.raises(NewerVaultError):
        parse(GOOD.replace(b'"version":1', b'"version":2'))


def test_the_copy_is_read_when_the_file_is_missing_or_does_not_parse(vault: Vault):
    good = vault.header.read_bytes()
    for spoil in (vault.header.unlink, lambda: vault.header.write_bytes(good[:-20])):
        spoil()
        assert serialize(read_header(vault.folder)) == good
        vault.open().close()
        assert vault.header.read_bytes() == good  # unlocking mends it
    vault.header.unlink()
    vault.header.mkdir()
    assert serialize(read_header(vault.folder)) == good


def test_the_copy_is_not_read_because_a_mac_does_not_agree(vault: Vault):
    value = json.loads(vault.header.read_bytes())
    value["generation"] += 1
    vault.header.write_bytes(encode(value) + b"\n")
    with pytest.raises(KeyFileDamagedError, match="mac"):
        vault.unlock()


def test_a_newer_file_is_not_passed_over_for_its_copy(vault: Vault):
    newer = vault.header.read_bytes().replace(b'"version":1', b'"version":2')
    vault.header.write_bytes(newer)
    with pytest.raises(NewerVaultError):
        vault.unlock()


def test_without_file_and_copy_there_is_no_vault(vault: Vault):
    vault.header.unlink()
    vault.backup.unlink()
    with pytest.raises(VaultMissingError):
        unlock(vault.folder, "anna", ANNA)
    vault.header.write_bytes(b"spoilt")
    with pytest.raises(KeyFileDamagedError):
        unlock(vault.folder, "anna", ANNA)


def test_a_copy_that_cannot_be_written_does_not_keep_anybody_out(vault: Vault):
    class Refuses:
        def write_atomic(self, path, content):
            raise WorldFailedError

        def sync_file(self, path):
            raise WorldFailedError

    vault.backup.unlink()
    equalise_backup(vault.folder, read_header(vault.folder), Refuses())
    assert not vault.backup.exists()
