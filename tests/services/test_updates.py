"""Updates from a stick: only what was signed, newer and for this computer; a backup comes first."""

import importlib.util
from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import ROOT
from typing_extensions import override

from tcdesk.bundle.updates import UpdateDamagedError, UpdateForgedError
from tcdesk.crypto.digests import sha256_hasher
from tcdesk.crypto.secret import Secret
from tcdesk.crypto.signing import SigningKey
from tcdesk.domain.errors import NotAllowedError, TcdeskError
from tcdesk.domain.staff import Role
from tcdesk.services.backup_made import Why
from tcdesk.services.updates import (
    NoPreviousVersionError,
    UpdateElsewhereError,
    UpdateOlderError,
    Updates,
)
from tcdesk.workstation.files import DiskFiles
from tcdesk.workstation.intake import DiskIntake

KEY = SigningKey(Secret(bytes(range(32))))
INTAKE = DiskIntake(sha256_hasher)
BODY = b"the next version" * 5000


def _tool():
    spec = importlib.util.spec_from_file_location(
        "sign_update", ROOT / "packaging" / "sign_update.py"
    )
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


class Recording:
    """An installer that only remembers what it was given (the port Installer)."""

    version = "1.2.0"
    platform = "linux"
    system = "Linux 6.1"

    def __init__(self, *, previous=False):
        self.ready = False
        self.has_previous = previous
        self.given = None
        self.went_back = False

    def prepare(self, payload: Path, version: str) -> None:
        self.given = (payload.read_bytes(), version)
        self.ready = True

    def prepare_back(self) -> None:
        self.went_back = True


def quiet(_part):
    pass


def put(drive, version, ending="-linux.tar.xz", key=KEY, body=BODY):
    payload = drive / f"tcdesk-{version}{ending}"
    payload.write_bytes(body)
    package = _tool().sign(key, payload, version, drive)
    payload.unlink()
    return package


@pytest.fixture
def drive(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def updates(unit_desk, tmp_path):
    return Updates(unit_desk, Recording(), KEY.public, tmp_path / "updates")


def refusal(updates, drive):
    (offer,) = updates.within(drive)
    return type(offer.refused)


def test_the_newest_package_is_offered_first(updates, drive):
    for version in ("1.9.0", "1.10.0"):
        put(drive, version)
    assert [offer.version for offer in updates.within(drive)] == ["1.10.0", "1.9.0"]
    assert [offer.refused for offer in updates.within(drive)] == [None, None]


def test_an_update_is_verified_backed_up_handed_over_and_remembered(updates, drive, unit_desk):
    package = put(drive, "1.3.0")
    updates.prepare(package, INTAKE, DiskFiles(), quiet)
    assert updates.installer.given == (BODY, "1.3.0")
    (backup,) = unit_desk.vault.backups()
    assert backup.why is Why.MIGRATION
    last = updates.last()
    assert (last.before, last.after, last.backup) == ("1.2.0", "1.3.0", backup.path.name)
    assert not last.taken
    updates.installer.version = "1.3.0"
    assert updates.last().taken
    with unit_desk.vault.store.audit_lines(0) as lines:
        assert any("program.update" in str(line) for line in lines)


@pytest.mark.parametrize(
    ("version", "ending", "expected"),
    [
        ("1.2.0", "-linux.tar.xz", UpdateOlderError),
        ("1.1.9", "-linux.tar.xz", UpdateOlderError),
        ("1.3.0", "-setup.exe", UpdateElsewhereError),
    ],
)
def test_an_older_version_and_another_platform_are_refused(
    updates, drive, version, ending, expected
):
    package = put(drive, version, ending)
    assert refusal(updates, drive) is expected
    with pytest.raises(expected):
        updates.prepare(package, INTAKE, DiskFiles(), quiet)
    assert not updates.installer.ready


def test_another_signer_is_refused(updates, drive):
    put(drive, "1.3.0", key=SigningKey(Secret(bytes(32))))
    assert refusal(updates, drive) is UpdateForgedError


@pytest.mark.parametrize(
    "spoil", [lambda data: data[:-1], lambda data: data + b"\0"], ids=["cut", "longer"]
)
def test_a_cut_or_longer_file_is_refused(updates, drive, spoil):
    package = put(drive, "1.3.0")
    package.write_bytes(spoil(package.read_bytes()))
    assert refusal(updates, drive) is UpdateDamagedError


def test_a_changed_payload_is_refused_before_anything_is_touched(updates, drive, unit_desk):
    package = put(drive, "1.3.0")
    data = bytearray(package.read_bytes())
    data[len(data) // 2] ^= 1
    package.write_bytes(data)
    with pytest.raises(UpdateDamagedError):
        updates.prepare(package, INTAKE, DiskFiles(), quiet)
    assert updates.installer.given is None
    assert list(unit_desk.vault.backups()) == []
    assert list(updates.folder.iterdir()) == []


def test_a_refused_installation_leaves_nothing_behind(updates, drive):
    class Refusing(Recording):
        @override
        def prepare(self, payload, version):
            raise UpdateDamagedError

    refusing = Updates(updates.desk, Refusing(), updates.key, updates.folder)
    with pytest.raises(TcdeskError):
        refusing.prepare(put(drive, "1.3.0"), INTAKE, DiskFiles(), quiet)
    assert list(updates.folder.iterdir()) == []
    assert refusing.last() is None


def test_the_previous_version_comes_back_only_if_it_is_there(updates):
    with pytest.raises(NoPreviousVersionError):
        updates.back()
    installer = Recording(previous=True)
    Updates(updates.desk, installer, updates.key, updates.folder).back()
    assert installer.went_back


def test_whoever_does_not_look_after_the_unit_updates_nothing(updates, drive):
    desk = updates.desk
    other = replace(desk, actor=replace(desk.actor, role=Role.THERAPIST))
    with pytest.raises(NotAllowedError):
        replace(updates, desk=other).within(drive)
    with pytest.raises(NotAllowedError):
        replace(updates, desk=other).prepare(drive / "one.tcu", INTAKE, DiskFiles(), quiet)
