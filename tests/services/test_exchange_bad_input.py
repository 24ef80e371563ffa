"""Everything that may come on a stick or go wrong with one: refused, and nothing changed."""

import os
import resource
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import PASSPHRASE
from tests.services.exchange_world import (
    INTAKE,
    STICK,
    Pair,
    dump,
    fill,
    found,
    join,
    programme,
    reason,
    snapshot_of,
)

from tcdesk.bundle.errors import BundleRefusedError, Refusal
from tcdesk.domain.errors import TcdeskError
from tcdesk.domain.staff import Role
from tcdesk.services.access import Access, Installation
from tcdesk.services.desk import Desk
from tcdesk.services.exchange_rows import BundleOut, OutState
from tcdesk.services.export import Exports
from tcdesk.services.imports import Imports
from tcdesk.services.inbox import ARCHIVE, STAGING
from tcdesk.services.replies import Replies
from tcdesk.workstation.errors import (
    DiskFullError,
    FileGoneError,
    FileNotOrdinaryError,
    FileTooLargeError,
    StickFullError,
    StickMissingError,
)

STICK_IS_FULL_AFTER = 64 * 1024


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """Let the system refuse longer files, as a full disk does (EFBIG is treated as no room)."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def sent(busy: Pair) -> Path:
    return busy.export().path


def other_office(new_desk, tmp_path: Path) -> Desk:
    office: Desk = new_desk(
        "other-office", installation=Installation.OFFICE, code="XX", role=Role.ANALYST
    )
    found(office, tmp_path / "other-root")
    return office


@pytest.mark.parametrize(
    ("name", "spoil", "expected"),
    [
        ("empty", lambda _: b"", Refusal.NOT_A_BUNDLE),
        ("foreign", lambda _: b"%PDF-1.7 " + bytes(2000), Refusal.NOT_A_BUNDLE),
        ("cut in half", lambda data: data[: len(data) // 2], Refusal.DAMAGED),
        ("last byte cut", lambda data: data[:-1], Refusal.DAMAGED),
        (
            "one bit flipped",
            lambda data: data[:30_000] + bytes([data[30_000] ^ 1]) + data[30_001:],
            Refusal.DAMAGED,
        ),
        ("something behind", lambda data: data + b"x", Refusal.DAMAGED),
    ],
)
def test_a_spoilt_file_is_refused_and_nothing_changes(
    busy: Pair, sent: Path, name: str, spoil, expected: Refusal
) -> None:
    sent.write_bytes(spoil(sent.read_bytes()))
    before = dump(busy.office)
    assert reason(sent, busy.imports) is expected, name
    assert dump(busy.office) == before
    assert list((busy.office.vault.folder / STAGING).iterdir()) == []
    assert not (busy.office.vault.folder / ARCHIVE).exists()


def test_a_bundle_for_another_office_is_refused(
    busy: Pair, sent: Path, new_desk, tmp_path: Path
) -> None:
    other = other_office(new_desk, tmp_path)
    assert reason(sent, Imports(other, INTAKE)) is Refusal.NOT_FOR_US
    assert busy.office is not other


def test_a_bundle_of_a_unit_that_nobody_enrolled_is_refused(
    busy: Pair, new_desk, tmp_path: Path, access: Access
) -> None:
    ig = new_desk("ig", code="IG")
    stick = tmp_path / "ig-stick"
    stick.mkdir()
    # the office as it was before it admitted the second unit
    old = snapshot_of(busy.office, tmp_path / "office-copy")
    join(ig, busy.office, stick, busy.root, "IG")
    fill(ig, programme(ig, "SVS"))
    path = replace(busy, unit=ig, stick=stick).export().path
    forgetful = access.unlock(old, "novak", PASSPHRASE)
    assert reason(path, Imports(forgetful, INTAKE)) is Refusal.UNKNOWN_SENDER
    forgetful.vault.close()


def test_a_reply_of_the_office_is_no_export(busy: Pair) -> None:
    roster = busy.keeper.send_roster(busy.keeper.units()[0].id, busy.stick).path
    assert reason(roster, busy.imports) is Refusal.NOT_FOR_US


def test_an_export_is_no_reply(busy: Pair, sent: Path) -> None:
    before = dump(busy.unit)
    with pytest.raises(BundleRefusedError) as refused:
        Replies(busy.unit, INTAKE).take(sent)
    assert refused.value.reason is Refusal.NOT_FOR_US
    assert dump(busy.unit) == before


def test_an_import_that_another_one_overtook_is_not_taken(busy: Pair, tmp_path: Path) -> None:
    first = tmp_path / "first.tcb"
    shutil.copyfile(busy.export().path, first)
    finding = busy.imports.look(first)
    busy.import_(first)
    with pytest.raises(BundleRefusedError) as refused:
        busy.imports.take(finding)
    assert refused.value.reason is Refusal.CHANGED_MEANWHILE


def test_a_copy_that_changes_after_the_dry_run_is_not_taken(busy: Pair, sent: Path) -> None:
    finding = busy.imports.look(sent)
    data = bytearray(finding.staged.path.read_bytes())
    data[40_000] ^= 1
    finding.staged.path.write_bytes(data)
    before = dump(busy.office)
    with pytest.raises(BundleRefusedError):
        busy.imports.take(finding)
    after = dump(busy.office)
    new = [row for row in after if row not in before]
    assert [row[0] for row in new] == ["audit"]  # the backup that every import makes first
    assert '"action":"backup"' in str(new)
    assert [row for row in before if row not in after] == []


@pytest.mark.parametrize("kind", ["missing", "folder", "link", "pipe", "sparse giant"])
def test_what_is_no_ordinary_file_is_refused(
    busy: Pair, sent: Path, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "picked.tcb"
    if kind == "folder":
        path.mkdir()
    elif kind == "link":
        path.symlink_to(sent)
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "sparse giant":
        with path.open("wb") as file:
            file.truncate(3 * 1024**3)
    expected: dict[str, type[TcdeskError]] = {
        "missing": FileGoneError,
        "sparse giant": FileTooLargeError,
    }
    with pytest.raises(expected.get(kind, FileNotOrdinaryError)):
        busy.imports.look(path)
    assert not any((busy.office.vault.folder / STAGING).glob("*"))


def test_a_full_disk_at_the_office_leaves_nothing_behind(busy: Pair, sent: Path) -> None:
    before = dump(busy.office)
    with files_of_at_most(STICK_IS_FULL_AFTER), pytest.raises(DiskFullError):
        busy.imports.look(sent)
    assert dump(busy.office) == before
    assert not any((busy.office.vault.folder / STAGING).glob("*"))


def test_a_stick_that_fills_up_burns_the_number_and_the_next_export_tells_the_gap(
    busy: Pair,
) -> None:
    class Full:
        """The real stick that fills up while it is written, after 64 KiB (port Stick)."""

        def check(self, folder, *, at_most):
            STICK.check(folder, at_most=at_most)

        def write(self, folder, name, content, *, at_most, progress):
            with files_of_at_most(STICK_IS_FULL_AFTER):
                return STICK.write(folder, name, content, at_most=at_most, progress=progress)

    before = sorted(busy.stick.iterdir())
    with pytest.raises(StickFullError):
        Exports(busy.unit, Full()).write(busy.stick)
    assert sorted(busy.stick.iterdir()) == before
    with busy.unit.vault.store.reading() as facts:
        states = {one.seq: one.state for one in facts.find(BundleOut, kind="export")}
    assert states == {1: OutState.ABORTED}
    finding, _ = busy.import_(busy.export().path)
    assert list(finding.missing) == [1]


def test_a_stick_that_is_gone_takes_no_number(busy: Pair, tmp_path: Path) -> None:
    with pytest.raises(StickMissingError):
        busy.exports.write(tmp_path / "pulled")
    with busy.unit.vault.store.reading() as facts:
        assert not facts.find(BundleOut, kind="export")
    finding, _ = busy.import_(busy.export().path)
    assert not finding.missing


def test_a_cancelled_export_burns_the_number_and_leaves_no_file(busy: Pair) -> None:
    class CancelledError(Exception):
        pass

    def stop(_step: object, done: int) -> None:
        if done:
            raise CancelledError

    before = sorted(busy.stick.iterdir())
    with pytest.raises(CancelledError):
        busy.exports.write(busy.stick, stop)
    assert sorted(busy.stick.iterdir()) == before
    with busy.unit.vault.store.reading() as facts:
        assert facts.find(BundleOut, kind="export")[0].state is OutState.ABORTED


def test_a_cancelled_dry_run_leaves_nothing(busy: Pair, sent: Path) -> None:
    class CancelledError(Exception):
        pass

    seen: list[int] = []

    def stop(rows: int) -> None:
        seen.append(rows)
        raise CancelledError

    before = dump(busy.office)
    try:
        busy.imports.leave(busy.imports.look(sent, progress=stop))
    except CancelledError:
        assert seen
    assert dump(busy.office) == before
    assert list((busy.office.vault.folder / STAGING).iterdir()) == []
