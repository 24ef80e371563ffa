"""The bundle part of the published vectors, byte for byte."""

import json
from pathlib import Path

import pytest

from tcdesk.bundle import authenticity, manifest, minisig, tar
from tcdesk.bundle.canonical import decode, encode
from tcdesk.bundle.gz import HEADER, Gunzip, Gzip
from tcdesk.crypto.digests import sha256
from tcdesk.crypto.fingerprint import digits
from tcdesk.crypto.secret import Secret
from tcdesk.crypto.signing import PublicKey, SigningKey

VECTORS = Path(__file__).parents[1] / "vectors" / "security-vectors.json"


@pytest.fixture(scope="module")
def vectors():
    return json.loads(VECTORS.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def bundle(vectors):
    return vectors["bundle"]


@pytest.fixture(scope="module")
def key(bundle):
    return SigningKey(Secret(bytes.fromhex(bundle["unit_sign_seed_hex"])))


def test_the_key_and_its_id_are_those_of_the_vector(bundle, key):
    assert key.public.raw.hex() == bundle["unit_sign_pub_hex"]
    assert key.public.key_id.hex() == bundle["key_id_hex"]


def test_the_public_key_file_is_that_of_the_vector(bundle, key):
    assert minisig.public_key_file(key.public, "unit K3M9").decode() == bundle["minisign_pub"]


def test_a_row_is_written_as_in_the_vector(bundle):
    line = bytes.fromhex(bundle["row_ndjson_hex"])
    assert encode(decode(line[:-1])) + b"\n" == line


def test_the_gzip_header_is_that_of_the_vector_and_its_content_comes_back(bundle):
    stored = bytes.fromhex(bundle["row_gz_hex"])
    line = bytes.fromhex(bundle["row_ndjson_hex"])
    assert stored[:10] == HEADER
    gunzip = Gunzip(len(line))
    assert b"".join(gunzip.unpack(stored)) == line
    gunzip.finish()
    ours = Gzip()
    again = ours.pack(line) + ours.finish()
    assert again[:10] == stored[:10]
    assert again[-8:] == stored[-8:]  # checksum and size


def test_the_manifest_is_read_and_written_as_in_the_vector(bundle):
    data = bundle["manifest"].encode()
    assert manifest.to_bytes(manifest.from_bytes(data)) == data
    assert sha256(data).hex() == bundle["manifest_sha256"]


def test_the_signature_is_that_of_the_vector_and_verifies(bundle, key):
    data = bundle["manifest"].encode()
    signature = authenticity.sign(manifest.from_bytes(data), data, key)
    assert signature.decode() == bundle["minisig"]
    (read,) = minisig.parse(signature, untrusted=minisig.BUNDLE)
    read.verify(key.public, data)


def test_the_tar_header_and_the_padded_length_are_those_of_the_vector(bundle):
    size = len(bundle["manifest"].encode())
    header = tar.tar_header("manifest.json", size)
    assert header.hex() == bundle["tar_header_manifest_hex"]
    assert tar.stated_size(header) == size
    row = len(bytes.fromhex(bundle["row_gz_hex"]))
    assert tar.total_length([size, len(bundle["minisig"]), row]) == bundle["tar_len"]


def test_the_fingerprint_is_that_of_the_vector(vectors):
    told = vectors["fingerprint"]
    public = PublicKey(bytes.fromhex(told["sign_pub_hex"]))
    assert digits(public, told["recipient"]) == told["digits"]
