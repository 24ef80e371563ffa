"""From a unit to the office and back: export, dry run, import, receipts; what was meant arrives."""

import gzip
import json
import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.conftest import PASSPHRASE, SetClock
from tests.services.exchange_world import (
    INTAKE,
    SECRET_TEXT,
    STICK,
    THEME,
    Pair,
    connection,
    dump,
    fill,
    join,
    person,
    programme,
    reason,
    scalar,
    session,
    snapshot_of,
)

from tcdesk.bundle import chain
from tcdesk.bundle.errors import Refusal
from tcdesk.bundle.receipts import Acknowledgement
from tcdesk.crypto.sealing import open_sealed
from tcdesk.domain.errors import NotAllowedError
from tcdesk.domain.people import Person
from tcdesk.domain.sessions import AttendanceStatus
from tcdesk.domain.staff import Role
from tcdesk.services.access import Access
from tcdesk.services.board import Board
from tcdesk.services.exchange_rows import BundleIn, BundleOut, OutState
from tcdesk.services.export import Exports
from tcdesk.services.imports import Imports
from tcdesk.services.inbox import ARCHIVE, STAGING
from tcdesk.services.notes import Notes
from tcdesk.services.own_party import own_party
from tcdesk.services.participants import Participants
from tcdesk.services.programmes import ProgrammeFile, Programmes
from tcdesk.services.sessions import Mark, Sessions
from tcdesk.vault.store import SqlStore


def inside(pair: Pair, path: Path) -> bytes:
    """Open a bundle with the office's key and unpack every table: all that the office can see."""
    with pair.office.vault.store.reading() as facts:
        tar = open_sealed(path.read_bytes(), [own_party(facts).identity])
    seen, place = [], 0
    while tar[place : place + 1].strip(b"\0"):
        size = int(tar[place + 124 : place + 135], 8)
        content = tar[place + 512 : place + 512 + size]
        name = tar[place : place + 100].rstrip(b"\0")
        seen.append(name)
        seen.append(gzip.decompress(content) if name.endswith(b".gz") else content)
        place += 512 + size + -size % 512
    return b"\n".join(seen)


@pytest.fixture
def sent(busy: Pair) -> Path:
    return busy.export().path


def test_what_the_unit_holds_arrives_at_the_office(busy: Pair) -> None:
    finding, taken = busy.import_(busy.export().path)
    assert taken.verdict == "accept"
    assert finding.total.new == sum(one.new for one in finding.tallies.values())
    for received, own in (
        ("person", "person"),
        ("session", "session"),
        ("attendance", "attendance"),
        ("episode", "episode"),
        ("participation", "participation"),
        ("phase_stay", "phase_stay"),
        ("legal_status", "status_stay"),
        ("activity", "activity"),
        ("staff", "staff"),
    ):
        there = scalar(busy.office, f"SELECT count(*) FROM received_{received}")  # noqa: S608 - our own names and numbers
        assert there == scalar(busy.unit, f"SELECT count(*) FROM {own}") > 0  # noqa: S608 - our own names and numbers
    assert scalar(busy.office, "SELECT sum(minutes) FROM received_attendance") == 450
    assert scalar(busy.office, "SELECT sum(unsigned) FROM received_session") == 2


def test_no_name_birth_date_row_id_or_text_leaves(busy: Pair) -> None:
    content = inside(busy, busy.export().path)
    people = connection(busy.unit).execute(text("SELECT id, pseudonym FROM person")).all()
    assert all(row[1].encode() in content for row in people)
    for private in (
        *("Zagorjan", "Brincelj", "Pehta", "Kekec", "Maja", "Novak", SECRET_TEXT, THEME),
        *("1984-11-05", "2000-01-10", "1960-06-01", "Prostor 2", "Soočevalna"),
    ):
        assert private.encode() not in content, private
    rows = [line for line in content.split(b"\n") if b'"entry"' not in line]
    for row_id, _ in people:
        assert all(row_id.encode() not in line for line in rows)


def test_the_file_name_tells_neither_the_prison_nor_anybody(sent: Path, busy: Pair) -> None:
    with busy.unit.vault.store.reading() as facts:
        tag = facts.setting("unit-tag")
    assert sent.name.startswith(f"{tag}-000001-")
    assert "DOB" not in sent.name


def test_a_dry_run_changes_nothing_and_leaving_it_leaves_nothing(busy: Pair) -> None:
    path = busy.export().path
    before = dump(busy.office)
    finding = busy.imports.look(path)
    assert finding.tallies["person"].new == 3
    assert dump(busy.office) == before
    busy.imports.leave(finding)
    assert list((busy.office.vault.folder / STAGING).iterdir()) == []


def test_the_same_bundle_twice_is_a_duplicate_under_any_name(busy: Pair, tmp_path: Path) -> None:
    path = busy.export().path
    busy.import_(path)
    before = dump(busy.office)
    again = tmp_path / "XXXX-000009-00000000.tcb"
    shutil.copyfile(path, again)
    assert reason(again, busy.imports) is Refusal.DUPLICATE
    assert dump(busy.office) == before


def test_what_was_taken_lies_sealed_in_the_archive(busy: Pair) -> None:
    path = busy.export().path
    _, taken = busy.import_(path)
    kept = busy.office.vault.folder / ARCHIVE / f"{taken.file_sha256}.tcb"
    assert kept.read_bytes() == path.read_bytes()
    assert list((busy.office.vault.folder / STAGING).iterdir()) == []


def test_an_unchanged_unit_brings_only_its_own_audit_lines(busy: Pair) -> None:
    busy.import_(busy.export().path)
    finding, _ = busy.import_(busy.export().path)
    changed = {name: one for name, one in finding.tallies.items() if one.new or one.changed}
    assert set(changed) == {"audit"}
    assert finding.total.conflicts == finding.total.stale == 0


def test_every_change_that_shows_in_an_export_is_a_change_and_never_a_conflict(busy: Pair) -> None:
    busy.import_(busy.export().path)
    notes = Notes(busy.unit)
    notes.sign([one.id for one in notes.unsigned()], PASSPHRASE)  # unsigned goes down
    with busy.unit.vault.store.reading() as facts:
        somebody = facts.find(Person, family_name="Brincelj")[0]
        version = facts.version(Person, somebody.id)
    Participants(busy.unit).edit(
        replace(somebody, birth_date=date(1970, 1, 1)), expected=version
    )  # the age at entry of the participation changes
    finding, _ = busy.import_(busy.export().path)
    assert finding.tallies["session"].changed == 2
    assert finding.tallies["participation"].changed == 1
    assert finding.tallies["person"].changed == 1
    assert finding.total.conflicts == 0
    assert scalar(busy.office, "SELECT sum(unsigned) FROM received_session") == 0
    assert scalar(busy.office, "SELECT count(*) FROM received_history") == 4


def test_corrected_attendance_replaces_what_was_sent(busy: Pair) -> None:
    busy.import_(busy.export().path)
    held = (
        connection(busy.unit)
        .execute(text("SELECT a.session, a.person FROM attendance a ORDER BY a.id LIMIT 1"))
        .one()
    )
    Sessions(busy.unit).record(
        held[0],
        [Mark(person=held[1], status=AttendanceStatus.LATE, minutes=60, reason="zamuda")],
    )
    finding, _ = busy.import_(busy.export().path)
    assert (finding.tallies["attendance"].new, finding.tallies["attendance"].changed) == (1, 1)
    assert (
        scalar(busy.office, "SELECT sum(minutes) FROM received_attendance WHERE deleted = 0") == 420
    )


def test_bundles_in_any_order_make_the_same_office(busy: Pair, clock: SetClock) -> None:
    paths = [busy.export().path]
    for step in range(2):
        clock.pass_by(timedelta(days=1))
        session(
            busy.unit,
            programme_of(busy),
            date(2026, 8, 3 + step),
            [person(busy.unit, f"Rožle{step}", date(1990, 1, 1))],
        )
        paths.append(busy.export().path)
    verdicts = [busy.import_(paths[2])[1].verdict]
    verdicts += [busy.import_(path)[1].verdict for path in paths[:2]]
    assert verdicts == ["accept", "late", "late"]
    assert scalar(busy.office, "SELECT count(*) FROM received_person") == 5
    assert scalar(busy.office, "SELECT count(*) FROM quarantined") == 0
    assert Board(busy.office).units()[0].gaps == []


def programme_of(pair: Pair) -> ProgrammeFile:
    return Programmes(pair.unit).all()[0]


def test_a_lost_bundle_is_a_gap_on_the_board(busy: Pair) -> None:
    busy.import_(busy.export().path)
    busy.export()
    finding, _ = busy.import_(busy.export().path)
    assert list(finding.missing) == [2]
    line = Board(busy.office).units()[0]
    assert (line.gaps, line.epoch_no, line.quarantined) == ([2], 1, 0)
    assert line.last is not None
    assert line.last.seq == 3
    assert line.receipt_due


def test_a_receipt_confirms_and_the_next_export_carries_only_newer_audit_lines(busy: Pair) -> None:
    busy.import_(busy.export().path)
    reply = busy.receipt()
    assert [one.meaning for one in reply.told] == [Acknowledgement.CONFIRMED]
    assert reply.alarms == []
    preview = busy.exports.preview()
    assert preview.confirmed is not None
    assert preview.confirmed.verdict == "accept"
    head = preview.confirmed.audit_seq
    finding, _ = busy.import_(busy.export().path)
    lines = scalar(busy.unit, f"SELECT count(*) FROM audit WHERE seq > {head}")  # noqa: S608 - our own names and numbers
    assert 0 < finding.tallies["audit"].new <= lines
    assert finding.tallies["audit"].same == 0


def test_an_old_receipt_takes_nothing_back(busy: Pair) -> None:
    busy.import_(busy.export().path)
    busy.receipt()
    busy.import_(busy.export().path)
    told = {one.seq: one.meaning for one in busy.receipt().told}
    assert told == {1: Acknowledgement.OLDER, 2: Acknowledgement.CONFIRMED}


def test_a_rewritten_audit_chain_is_refused(busy: Pair) -> None:
    busy.import_(busy.export().path)
    busy.receipt()
    store = busy.unit.vault.store
    assert isinstance(store, SqlStore)
    with busy.unit.vault.store.reading() as facts:
        head = facts.audit_head().seq
    writer = store.writer()
    # somebody with the key drops the guard and changes what was said last
    driver = writer.connection.driver_connection
    assert driver is not None
    driver.set_authorizer(None)
    writer.exec_driver_sql("DROP TRIGGER audit_update_refused")
    writer.exec_driver_sql(
        f"UPDATE audit SET hash = randomblob(32) WHERE seq = {head}"  # noqa: S608 - our own names and numbers
    )
    path = busy.export().path
    before = dump(busy.office)
    assert reason(path, busy.imports) is Refusal.HISTORY_REWRITTEN
    assert dump(busy.office) == before


def test_only_roles_that_may_export_and_import_do(busy: Pair) -> None:
    therapist = replace(busy.unit, actor=replace(busy.unit.actor, role=Role.THERAPIST))
    with pytest.raises(NotAllowedError):
        replace(busy, unit=therapist).export()
    auditor = replace(busy.office, actor=replace(busy.office.actor, role=Role.AUDITOR))
    path = busy.export().path
    with pytest.raises(NotAllowedError):
        Imports(auditor, INTAKE).look(path)
    assert list((busy.office.vault.folder / STAGING).iterdir()) == []


def test_the_numbers_of_sent_bundles_and_their_counts_are_kept(busy: Pair) -> None:
    bundle = busy.export().bundle
    assert (bundle.state, bundle.seq, bundle.level) == (OutState.WRITTEN, 1, "B")
    assert json.loads(bundle.counts)["person"] == 3
    assert [one.seq for one in busy.exports.sent()] == [1]


def test_two_units_do_not_touch_each_other_s_rows(busy: Pair, new_desk, tmp_path: Path) -> None:
    ig = new_desk("ig", code="IG")
    stick = tmp_path / "ig-stick"
    stick.mkdir()
    join(ig, busy.office, stick, busy.root, "IG")
    fill(ig, programme(ig, "SVS"))
    busy.import_(busy.export().path)
    other = replace(busy, unit=ig, stick=stick)
    other.import_(other.export().path)
    units = scalar(busy.office, "SELECT count(DISTINCT unit) FROM received_person")
    assert (units, scalar(busy.office, "SELECT count(*) FROM received_person")) == (2, 6)
    assert [one.unit.code for one in Board(busy.office).units()] == ["DOB", "IG"]


def test_a_restored_unit_that_says_so_is_taken_after_a_person_agrees(busy: Pair) -> None:
    busy.import_(busy.export().path)
    busy.receipt()
    busy.exports.declare_restored()
    path = busy.export().path
    assert reason(path, busy.imports) is Refusal.NEW_EPOCH
    finding, taken = busy.import_(path, agreed=True)
    assert isinstance(finding.verdict, chain.NewEpoch)
    assert finding.verdict.base_known
    assert (taken.verdict, taken.epoch_no) == ("new-epoch", 2)
    assert finding.total.lost == 0
    assert busy.import_(busy.export().path)[1].verdict == "accept"


def test_what_a_restored_unit_no_longer_has_is_counted(
    busy: Pair, access: Access, tmp_path: Path, clock: SetClock
) -> None:
    busy.import_(busy.export().path)
    busy.receipt()
    old = snapshot_of(busy.unit, tmp_path / "old")
    clock.pass_by(timedelta(days=1))
    person(busy.unit, "Izgubljen", date(1980, 1, 1))
    busy.import_(busy.export().path)
    restored = replace(busy, unit=access.unlock(old, "novak", PASSPHRASE))
    restored.exports.declare_restored()
    finding, _ = restored.import_(restored.export().path, agreed=True)
    assert finding.tallies["person"].lost == 1
    restored.unit.vault.close()


def test_a_unit_restored_in_secret_is_a_fork(busy: Pair, access: Access, tmp_path: Path) -> None:
    busy.import_(busy.export().path)
    old = snapshot_of(busy.unit, tmp_path / "old")
    person(busy.unit, "Prvi", date(1980, 1, 1))
    busy.import_(busy.export().path)
    restored = replace(busy, unit=access.unlock(old, "novak", PASSPHRASE))
    person(restored.unit, "Drugi", date(1980, 1, 1))
    path = restored.export().path
    before = dump(busy.office)
    assert reason(path, busy.imports) is Refusal.FORK
    assert dump(busy.office) == before
    restored.unit.vault.close()


def test_a_planned_number_is_committed_before_the_stick_is_touched(
    busy: Pair, tmp_path: Path
) -> None:
    seen: list[OutState] = []

    class Watching:
        """A stick that looks into the vault when it is asked to write (port Stick)."""

        def check(self, folder, *, at_most):
            STICK.check(folder, at_most=at_most)

        def write(self, folder, name, content, *, at_most, progress):
            with busy.unit.vault.store.writing(busy.unit.actor) as work:
                seen.extend(one.state for one in work.find(BundleOut, file_name=name))
            return STICK.write(folder, name, content, at_most=at_most, progress=progress)

    Exports(busy.unit, Watching()).write(tmp_path)
    assert seen == [OutState.PLANNED]


def test_the_office_s_rows_name_the_bundle_they_came_with(busy: Pair) -> None:
    _, taken = busy.import_(busy.export().path)
    assert scalar(busy.office, "SELECT count(DISTINCT bundle) FROM received_person") == 1
    with busy.office.vault.store.reading() as facts:
        assert facts.find(BundleIn)[0].id == taken.id
