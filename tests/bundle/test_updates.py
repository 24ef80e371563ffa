"""Update packages: what the release key signed, and nothing else."""

import hashlib
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tcdesk.bundle import minisig
from tcdesk.bundle.updates import (
    HEAD,
    Payload,
    Update,
    UpdateDamagedError,
    UpdateForgedError,
    head_bytes,
    read_head,
    tail_bytes,
)
from tcdesk.crypto.secret import Secret
from tcdesk.crypto.signing import SigningKey

KEY = SigningKey(Secret(bytes(range(32))))
BODY = b"an installer" * 1000
UPDATE = Update(
    version="1.2.3",
    platform="linux",
    payload=Payload(
        name="tcdesk-1.2.3-linux.tar.xz", size=len(BODY), sha256=hashlib.sha256(BODY).hexdigest()
    ),
)


def package():
    head = head_bytes(UPDATE, KEY)
    return head + BODY + tail_bytes(len(head), UPDATE)


def test_a_package_reads_back_as_it_was_signed():
    data = package()
    head = read_head(data[:HEAD], KEY.public)
    assert head.update == UPDATE
    assert data[head.offset : head.offset + len(BODY)] == BODY
    assert head.length == len(data)


def test_another_key_is_refused():
    other = SigningKey(Secret(bytes(32)))
    with pytest.raises(UpdateForgedError):
        read_head(package()[:HEAD], other.public)


@given(at=st.integers(0, len(head_bytes(UPDATE, KEY)) - 1), bit=st.integers(0, 7))
def test_no_bit_of_the_beginning_can_be_changed(at, bit):
    data = bytearray(package()[:HEAD])
    data[at] ^= 1 << bit
    with pytest.raises((UpdateDamagedError, UpdateForgedError)):
        read_head(bytes(data), KEY.public)


@given(length=st.integers(0, len(head_bytes(UPDATE, KEY)) - 1))
def test_a_cut_beginning_is_refused(length):
    with pytest.raises(UpdateDamagedError):
        read_head(package()[:length], KEY.public)


def test_a_signature_of_another_kind_of_file_is_refused():
    manifest = package()[512:]
    manifest = manifest[: manifest.index(b"\0")]
    forged = minisig.sign(KEY, manifest, untrusted=minisig.BUNDLE, trusted="tcdesk")
    data = package()
    at = data.index(b"untrusted comment")
    with pytest.raises(UpdateForgedError):
        read_head((data[:at] + forged + data[at + len(forged) :])[:HEAD], KEY.public)


def test_stock_tools_open_and_verify_a_package(tmp_path):
    (tmp_path / "one.tcu").write_bytes(package())
    (tmp_path / "key.pub").write_bytes(minisig.public_key_file(KEY.public, "tcdesk release key"))
    subprocess.run(["tar", "-xf", "one.tcu"], cwd=tmp_path, check=True)
    subprocess.run(
        ["minisign", "-V", "-p", "key.pub", "-m", "update.json"], cwd=tmp_path, check=True
    )
    assert (tmp_path / UPDATE.payload.name).read_bytes() == BODY
