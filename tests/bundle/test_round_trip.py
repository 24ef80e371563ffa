"""What a unit writes, its office reads: every rung of the ladder."""

import io
from dataclasses import replace

import pytest
from tests.bundle.world import (
    OTHER_KEY,
    RESERVE,
    STRANGER,
    UNIT,
    UNIT_KEY,
    WORKING,
    bundle,
    copy_of,
    ignore,
    inner_of,
    manifest_of,
    read,
    record,
    rows_of,
    some_parts,
    stream,
    trust,
    write,
)
from typing_extensions import override

from tcdesk.bundle import writing
from tcdesk.bundle.chain import Accept, Duplicate, learn
from tcdesk.bundle.errors import (
    BundleRefusedError,
    BundleTooLargeError,
    Refusal,
    SnapshotChangedError,
    UnfitForBundleError,
)
from tcdesk.bundle.manifest import Kind, Profile
from tcdesk.bundle.reading import Sealed
from tcdesk.bundle.records import RECORDS, PersonRecord, StaffRecord, Tombstone
from tcdesk.bundle.roster import Signer
from tcdesk.bundle.tar import tar_header


def test_every_table_arrives_as_it_was_sent():
    parts = some_parts(40)
    complete, rows = read(bundle(parts))
    sent = [(table, row) for table in sorted(RECORDS) for row in parts.tables[table]()]
    assert rows == sent
    assert complete.verdict == Accept(missing=range(1, 1))


def test_deleted_rows_travel_as_tombstones():
    gone = Tombstone(id="a", owner=UNIT, row_version=7)
    parts = writing.Parts(tables={"person": rows_of(gone, record(PersonRecord, "b"))})
    _, rows = read(bundle(parts))
    assert rows[0] == ("person", gone)


def test_the_copy_of_the_key_header_travels_whole():
    parts = writing.Parts(tables={}, others={"meta/vault.json": b"{}\n"})
    complete, rows = read(bundle(parts))
    assert complete.others == {"meta/vault.json": b"{}\n"}
    assert rows == []


def test_both_keys_of_the_office_open_it_and_no_other_key():
    sealed = bundle()
    for identity in (WORKING, RESERVE):
        read(sealed, identities=(STRANGER, identity))
    with pytest.raises(BundleRefusedError) as told:
        read(sealed, identities=(STRANGER,))
    assert told.value.reason is Refusal.NOT_FOR_US


def test_the_size_tells_only_steps_of_64_kib():
    lengths = {
        len(inner_of(bundle(parts)))  # the seal itself adds a header of random length
        for parts in (writing.Parts(tables={}), some_parts(1), some_parts(20))
    }
    assert lengths == {65_536}


def test_two_passes_give_the_same_files_inside():
    parts = some_parts(30)
    once = writing.plan(Kind.EXPORT, Profile.PSEUDONYM, parts)
    assert writing.plan(Kind.EXPORT, Profile.PSEUDONYM, some_parts(30)) == once


def test_an_imported_bundle_is_a_duplicate_the_second_time():
    authentic = Sealed(open_copy=copy_of(bundle())).open(trust())
    known = learn(authentic.manifest, authentic.manifest_sha256)
    assert authentic.judge(known) == Duplicate()
    with pytest.raises(BundleRefusedError) as told:
        authentic.fresh(known)
    assert told.value.reason is Refusal.DUPLICATE


def test_a_copy_that_changes_between_the_readings_is_refused():
    copies = [bundle(some_parts(1)), bundle(some_parts(2))]
    current = copies[0]
    authentic = Sealed(open_copy=lambda: io.BytesIO(current)).open(trust())
    fresh = authentic.fresh(())
    current = copies[1]
    with pytest.raises(BundleRefusedError) as told:
        fresh.rehearse(ignore)
    assert told.value.reason is Refusal.CHANGED_MEANWHILE


def test_what_the_taker_of_rows_raises_comes_through():
    class FullError(Exception):
        pass

    def take(_table, _row):
        raise FullError

    fresh = Sealed(open_copy=copy_of(bundle())).open(trust()).fresh(())
    with pytest.raises(FullError):
        fresh.rehearse(take)


def test_a_snapshot_that_changes_between_the_passes_is_not_written():
    planned = some_parts(3)
    files = writing.plan(Kind.EXPORT, Profile.PSEUDONYM, planned)
    signed = writing.sign(manifest_of(files), UNIT_KEY)
    fewer = replace(planned, tables={**planned.tables, "staff": rows_of()})
    more = replace(planned, tables={**planned.tables, "staff": some_parts(4).tables["staff"]})
    other = replace(planned, tables={**planned.tables, "staff": rows_of(record(StaffRecord, "x"))})
    missing = writing.Parts(tables={"staff": planned.tables["staff"]})
    for parts in (fewer, more, other, missing):
        with pytest.raises(SnapshotChangedError):
            write(signed, parts)


def test_a_snapshot_of_the_same_size_but_other_content_is_not_written():
    one, other = (
        writing.Parts(tables={"staff": rows_of(record(StaffRecord, "a", code=code))})
        for code in ("code-1", "code-2")
    )
    planned, found = (
        writing.plan(Kind.EXPORT, Profile.PSEUDONYM, parts)[0] for parts in (one, other)
    )
    assert planned.size == found.size
    with pytest.raises(SnapshotChangedError):
        write(writing.sign(manifest_of((planned,)), UNIT_KEY), other)


def test_a_full_stick_is_told_as_itself():
    class Full(io.BytesIO):
        @override
        def write(self, _data):
            raise OSError(28, "No space left on device")

    parts = some_parts(1)
    files = writing.plan(Kind.EXPORT, Profile.PSEUDONYM, parts)
    signed = writing.sign(manifest_of(files), UNIT_KEY)
    with pytest.raises(OSError, match="No space left"):
        writing.write(signed, parts, Full())


@pytest.mark.parametrize(
    ("kind", "profile", "parts", "detail"),
    [
        (Kind.EXPORT, Profile.FULL, writing.Parts(tables={}), "contents-profile"),
        (Kind.EXPORT, Profile.STAT, some_parts(1), "contents-table"),
        (
            Kind.EXPORT,
            Profile.PSEUDONYM,
            writing.Parts(tables={"note": rows_of()}),
            "contents-table",
        ),
        (
            Kind.EXPORT,
            Profile.PSEUDONYM,
            writing.Parts(tables={}, others={"meta/roster.json": b""}),
            "contents-file",
        ),
        (
            Kind.EXPORT,
            Profile.PSEUDONYM,
            writing.Parts(tables={"staff": rows_of(record(PersonRecord, "a"))}),
            "row-shape",
        ),
        (
            Kind.EXPORT,
            Profile.PSEUDONYM,
            writing.Parts(
                tables={"staff": rows_of(record(StaffRecord, "b"), record(StaffRecord, "a"))}
            ),
            "row-order",
        ),
        (
            Kind.EXPORT,
            Profile.PSEUDONYM,
            writing.Parts(tables={"staff": rows_of(record(StaffRecord, "a", code="Ana Novak"))}),
            "row-value",
        ),
    ],
)
def test_what_our_reader_would_refuse_is_not_written(kind, profile, parts, detail):
    with pytest.raises(UnfitForBundleError) as told:
        writing.plan(kind, profile, parts)
    assert told.value.facts["detail"] == detail


def test_more_than_a_stick_can_hold_is_not_planned(monkeypatch):
    monkeypatch.setattr("tcdesk.bundle.limits.FILE", 1000)
    with pytest.raises(BundleTooLargeError):
        writing.plan(Kind.EXPORT, Profile.PSEUDONYM, some_parts(1))


def test_a_manifest_is_signed_only_by_the_key_it_names():
    with pytest.raises(UnfitForBundleError):
        writing.sign(manifest_of(()), OTHER_KEY)


@pytest.mark.parametrize(
    ("change", "detail"),
    [
        ({"created_at": "yesterday"}, "manifest-value"),
        ({"stream": stream(2)}, "manifest-ancestors"),
        ({"profile": Profile.FULL}, "contents-profile"),
    ],
)
def test_a_manifest_that_our_reader_would_refuse_is_not_signed(change, detail):
    with pytest.raises(UnfitForBundleError) as told:
        writing.sign(manifest_of((), **change), UNIT_KEY)
    assert told.value.facts["detail"] == detail


def test_a_signed_manifest_knows_its_identity():
    signed = writing.sign(manifest_of(()), UNIT_KEY)
    authentic = Sealed(open_copy=copy_of(write(signed, writing.Parts(tables={})))).open(trust())
    assert authentic.manifest_sha256 == signed.sha256


def test_a_bundle_can_be_looked_at_with_nothing_but_its_senders_key():
    class OneKey:
        def find(self, key_id):
            known = key_id == UNIT_KEY.public.key_id
            return Signer(party_id=None, key=UNIT_KEY.public) if known else None

    _, rows = read(bundle(), me=None, senders=OneKey())
    assert rows


@pytest.mark.parametrize(("name", "size"), [("", 0), ("x" * 101, 0), ("x", -1), ("x", 8**11)])
def test_there_is_no_tar_header_for_what_does_not_fit(name, size):
    with pytest.raises(ValueError, match="no header"):
        tar_header(name, size)
