"""Secrets, passphrases, wrapping and signatures: what holds besides the vectors."""

import copy
import subprocess
import sys
import time
import unicodedata

import pytest

from tcdesk.crypto.digests import (
    blake2b_512,
    blake2b_512_hasher,
    random_bytes,
    same_bytes,
    sha256,
    sha256_hasher,
)
from tcdesk.crypto.errors import CostRefusedError, SignatureRefusedError, WrongKeyError
from tcdesk.crypto.passphrase import COST, Cost, derive
from tcdesk.crypto.secret import Secret
from tcdesk.crypto.signing import PublicKey, SigningKey, audit_checkpoint_message
from tcdesk.crypto.wrapping import unwrap, wrap

CHEAPEST = Cost(m_kib=65_536, t=2, p=1)
SALT = bytes(range(32))


def test_a_secret_shows_itself_only_when_asked():
    secret = Secret(b"marker")
    assert "marker" not in repr(secret)
    assert "marker" not in str([secret])
    assert secret.reveal() == b"marker"
    with pytest.raises(TypeError):
        copy.copy(secret)


def test_a_wiped_secret_is_gone():
    data = bytearray(b"marker")
    secret = Secret(data)
    secret.wipe()
    assert len(secret) == 0
    with pytest.raises(ValueError, match="wiped"):
        secret.reveal()
    assert data == b"marker"  # the caller's own copy is the caller's to wipe


def test_secrets_are_compared_by_their_bytes():
    assert Secret(b"one").matches(Secret(b"one"))
    assert not Secret(b"one").matches(Secret(b"two"))


def test_composed_and_decomposed_letters_give_the_same_key():
    text = "čez šest žab skače krt"
    assert unicodedata.normalize("NFD", text) != text
    one = derive(text, SALT, CHEAPEST)
    other = derive(unicodedata.normalize("NFD", text), SALT, CHEAPEST)
    assert one.matches(other)


@pytest.mark.parametrize(
    "changed", ["geslo geslo geslo ", "Geslo geslo geslo", " geslo geslo geslo"]
)
def test_a_space_or_a_capital_makes_another_key(changed):
    assert not derive("geslo geslo geslo", SALT, CHEAPEST).matches(derive(changed, SALT, CHEAPEST))


def test_256_characters_are_hashed_whole():
    text = "ž" * 256
    assert not derive(text, SALT, CHEAPEST).matches(derive(text[:-1], SALT, CHEAPEST))


@pytest.mark.parametrize(
    "cost",
    [
        Cost(m_kib=8, t=3, p=1),
        Cost(m_kib=65_535, t=3, p=1),
        Cost(m_kib=4_194_304, t=3, p=1),
        Cost(m_kib=262_144, t=1, p=1),
        Cost(m_kib=262_144, t=10**9, p=1),
        Cost(m_kib=262_144, t=3, p=0),
        Cost(m_kib=262_144, t=3, p=9),
        Cost(m_kib=-1, t=-1, p=-1),
    ],
)
def test_a_cost_outside_the_bounds_is_refused_before_anything_runs(cost):
    before = time.process_time()
    with pytest.raises(CostRefusedError):
        derive("geslo geslo geslo", SALT, cost)
    assert time.process_time() - before < 0.05


def test_weaker_means_less_memory_or_fewer_passes():
    assert CHEAPEST.is_weaker_than(COST)
    assert Cost(m_kib=COST.m_kib, t=2, p=1).is_weaker_than(COST)
    assert not COST.is_weaker_than(COST)
    assert not Cost(m_kib=COST.m_kib * 2, t=4, p=4).is_weaker_than(COST)


@pytest.mark.skipif(sys.platform == "win32", reason="limits memory by RLIMIT_AS")
def test_too_little_memory_is_told_in_words_and_not_by_a_crash():
    program = """
import resource
from tcdesk.crypto.errors import NotEnoughMemoryError
from tcdesk.crypto.passphrase import Cost, derive
resource.setrlimit(resource.RLIMIT_AS, (700 << 20, 700 << 20))
try:
    derive("geslo geslo geslo", bytes(32), Cost(m_kib=1_048_576, t=2, p=1))
except NotEnoughMemoryError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "kdf-memory(mib=1024)\n"


def test_a_wrapped_key_opens_only_with_everything_as_it_was():
    key, nonce, plain = Secret(random_bytes(32)), random_bytes(12), Secret(b"inside")
    wrapped = wrap(key, nonce, plain, b"beside")
    assert unwrap(key, nonce, wrapped, b"beside").matches(plain)
    flipped = bytes([wrapped[0] ^ 1]) + wrapped[1:]
    for attempt in (
        (Secret(random_bytes(32)), nonce, wrapped, b"beside"),
        (key, random_bytes(12), wrapped, b"beside"),
        (key, nonce, flipped, b"beside"),
        (key, nonce, wrapped[:-1], b"beside"),
        (key, nonce, b"", b"beside"),
        (key, nonce, wrapped, b"besides"),
    ):
        with pytest.raises(WrongKeyError):
            unwrap(*attempt)


def test_a_signature_belongs_to_one_key_and_one_message():
    key, other = SigningKey.generate(), SigningKey.generate()
    signature = key.sign(b"message")
    key.public.verify(signature, b"message")
    for public, signed, message in (
        (other.public, signature, b"message"),
        (key.public, signature, b"messages"),
        (key.public, signature[:-1], b"message"),
        (key.public, bytes(64), b"message"),
        (PublicKey(b"\xff" * 32), signature, b"message"),
    ):
        with pytest.raises(SignatureRefusedError):
            public.verify(signed, message)
    with pytest.raises(ValueError, match="32 bytes"):
        PublicKey(b"short")


def test_a_signing_key_comes_back_from_its_seed():
    key = SigningKey.generate()
    assert SigningKey(Secret(key.seed.reveal())).public == key.public


def test_the_audit_checkpoint_names_vault_sequence_and_hash():
    vault_id = "018f3a10-0000-4000-8000-00000000aaaa"
    message = audit_checkpoint_message(vault_id, 258, b"\xab" * 32)
    expected = b"tcdesk-auditcp-v1\0" + vault_id.encode() + bytes(6) + b"\x01\x02" + b"\xab" * 32
    assert message == expected


def test_digests_are_the_same_in_one_piece_or_many():
    pieces = [b"one", b"", b"two" * 1000]
    for whole, hasher in ((sha256, sha256_hasher()), (blake2b_512, blake2b_512_hasher())):
        for piece in pieces:
            hasher.update(piece)
        assert hasher.digest() == whole(b"".join(pieces))
        assert hasher.hexdigest() == whole(b"".join(pieces)).hex()


def test_random_bytes_differ_and_comparison_is_exact():
    one, other = random_bytes(32), random_bytes(32)
    assert len(one) == 32
    assert not same_bytes(one, other)
    assert same_bytes(one, bytes(one))
    assert not same_bytes(one, one[:-1])
