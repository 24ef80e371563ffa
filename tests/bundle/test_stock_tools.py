"""Stock age, minisign, tar, gzip and sha256sum open our bundles, and we open theirs.

The tools are required: a machine without one fails here and says which.
"""

import json
import subprocess
from pathlib import Path
from shutil import which

import pytest
from tests.bundle.world import (
    EPOCH,
    OFFICE,
    ROOT_KEY,
    STRANGER_KEY,
    UNIT,
    UNIT_KEY,
    WORKING,
    bundle,
    file_entry,
    lines,
    loom,
    read,
    roster,
    some_parts,
    staff_row,
    tar_of,
)

from tcdesk.bundle import minisig
from tcdesk.bundle.gz import Gunzip
from tcdesk.bundle.succession import sign
from tcdesk.crypto.digests import sha256

TOOLS = ("age", "minisign", "tar", "gzip", "sha256sum")


@pytest.fixture(autouse=True)
def tools():
    missing = [tool for tool in TOOLS if which(tool) is None]
    if missing:
        pytest.fail(f"NOT RUN: install {', '.join(missing)} (apt: age minisign tar gzip coreutils)")


def run(*command: str, cwd: Path, given: bytes = b"") -> bytes:
    done = subprocess.run(command, cwd=cwd, input=given, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.fixture
def opened(tmp_path):
    (tmp_path / "office.key").write_bytes(WORKING.text.reveal() + b"\n")
    (tmp_path / "unit.pub").write_bytes(minisig.public_key_file(UNIT_KEY.public, "unit K3M9"))
    (tmp_path / "x.tcb").write_bytes(bundle(some_parts(50)))
    run("age", "-d", "-i", "office.key", "-o", "b.tar", "x.tcb", cwd=tmp_path)
    run("tar", "xf", "b.tar", cwd=tmp_path)
    return tmp_path


def test_stock_tools_open_verify_and_unpack_our_bundle(opened):
    run("minisign", "-V", "-p", "unit.pub", "-m", "manifest.json", cwd=opened)
    listed = json.loads((opened / "manifest.json").read_bytes())["files"]
    sums = "".join(f"{entry['sha256']}  {entry['path']}\n" for entry in listed)
    run("sha256sum", "-c", cwd=opened, given=sums.encode())
    for entry in listed:
        content = run("gzip", "-dc", entry["path"], cwd=opened)
        assert len(content) == entry["usize"]
        assert content.count(b"\n") == entry["rows"] == 50
    names = run("tar", "tf", "b.tar", cwd=opened).decode().split()
    assert names == ["manifest.json", "manifest.json.minisig", *(entry["path"] for entry in listed)]


def test_stock_minisign_refuses_our_bundle_with_another_key(opened):
    (opened / "other.pub").write_bytes(minisig.public_key_file(STRANGER_KEY.public, "other"))
    done = subprocess.run(
        ["minisign", "-V", "-p", "other.pub", "-m", "manifest.json"],
        cwd=opened,
        capture_output=True,
        check=False,
    )
    assert done.returncode != 0


def test_a_bundle_made_with_stock_tools_is_read(tmp_path):
    """gzip, tar and age are the stock ones; the signature needs our key and stays ours."""
    content = lines(staff_row(1), staff_row(2))
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "staff.ndjson").write_bytes(content)
    run("gzip", "-1", "-n", "data/staff.ndjson", cwd=tmp_path)
    path = "data/staff.ndjson.gz"
    stored = (tmp_path / path).read_bytes()
    woven = loom(files=[file_entry(path, stored, content, 2)])
    data = woven.manifest_bytes()
    (tmp_path / "manifest.json").write_bytes(data)
    comment = f"tcdesk-bundle-v1 unit={UNIT} epoch={EPOCH} seq=1 sha256={sha256(data).hex()}"
    signature = minisig.sign(UNIT_KEY, data, untrusted=minisig.BUNDLE, trusted=comment)
    (tmp_path / "manifest.json.minisig").write_bytes(signature)
    names = ["manifest.json", "manifest.json.minisig", path]
    run(
        "tar",
        "--format=ustar",
        "--owner=:0",
        "--group=:0",
        "--numeric-owner",
        "--mtime=@0",
        "--mode=0644",
        "--blocking-factor=128",
        "-cf",
        "b.tar",
        *names,
        cwd=tmp_path,
    )
    made = (tmp_path / "b.tar").read_bytes()
    assert made == tar_of((name, (tmp_path / name).read_bytes()) for name in names)
    run("age", "-r", WORKING.recipient, "-o", "x.tcb", "b.tar", cwd=tmp_path)
    complete, rows = read((tmp_path / "x.tcb").read_bytes())
    assert complete.authentic.manifest.to.party_id == OFFICE
    assert [row.id for _, row in rows] == ["staff-0001", "staff-0002"]


def test_stock_minisign_verifies_a_roster(tmp_path):
    signed = sign(roster(), [ROOT_KEY])
    (tmp_path / "roster.json").write_bytes(signed.data)
    (tmp_path / "roster.json.minisig").write_bytes(signed.minisig)
    (tmp_path / "root.pub").write_bytes(minisig.public_key_file(ROOT_KEY.public, "root"))
    run("minisign", "-V", "-p", "root.pub", "-m", "roster.json", cwd=tmp_path)


def test_a_roster_of_two_roots_is_verified_by_stock_minisign_with_the_first(tmp_path):
    signed = sign(roster(), [ROOT_KEY, STRANGER_KEY])
    (tmp_path / "roster.json").write_bytes(signed.data)
    (tmp_path / "roster.json.minisig").write_bytes(signed.minisig)
    (tmp_path / "root.pub").write_bytes(minisig.public_key_file(ROOT_KEY.public, "root"))
    run("minisign", "-V", "-p", "root.pub", "-m", "roster.json", cwd=tmp_path)


def test_stock_minisigns_own_signatures_are_read(tmp_path):
    run("minisign", "-G", "-W", "-p", "k.pub", "-s", "k.sec", cwd=tmp_path)
    (tmp_path / "m").write_bytes(b"message")
    run("minisign", "-S", "-s", "k.sec", "-m", "m", "-c", minisig.BUNDLE, "-t", "t", cwd=tmp_path)
    (made,) = minisig.parse((tmp_path / "m.minisig").read_bytes(), untrusted=minisig.BUNDLE)
    assert made.trusted_comment == "t"
    assert len(made.signature) == 64


@pytest.mark.parametrize("level", ["-1", "-6", "-9"])
def test_any_level_of_stock_gzip_is_unpacked(tmp_path, level):
    content = lines(*(staff_row(at) for at in range(1, 2000)))
    stored = run("gzip", level, "-n", "-c", cwd=tmp_path, given=content)
    gunzip = Gunzip(len(content))
    assert b"".join(gunzip.unpack(stored)) == content
    gunzip.finish()
