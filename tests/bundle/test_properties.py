"""P1 and P2: the same value, the same bytes; any change is refused and nothing is kept."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bundle.world import (
    bundle,
    copy_of,
    ignore,
    inner_of,
    loom,
    manifest_of,
    record,
    reseal,
    some_parts,
    stream,
    trust,
)

from tcdesk.bundle.age_header import check_age_header
from tcdesk.bundle.canonical import decode, encode
from tcdesk.bundle.errors import BundleRefusedError
from tcdesk.bundle.gz import Gunzip, Gzip
from tcdesk.bundle.manifest import from_bytes, to_bytes
from tcdesk.bundle.minisig import BUNDLE, parse
from tcdesk.bundle.parcel import Push
from tcdesk.bundle.parcel import parse as parcel
from tcdesk.bundle.reading import Sealed
from tcdesk.bundle.records import Row, StaffRecord
from tcdesk.bundle.rows import RowReader, RowWriter

GOOD = bundle(some_parts(2))
INNER = inner_of(GOOD)
USED = len(INNER.rstrip(b"\0"))
MANIFEST = loom().manifest_bytes()

edits = st.sampled_from(["change", "insert", "remove", "double", "zero"])


def edited(data: bytes, edit: str, at: int, piece: bytes) -> bytes:
    match edit:
        case "change":
            return data[:at] + piece + data[at + len(piece) :]
        case "insert":
            return data[:at] + piece + data[at:]
        case "remove":
            return data[:at] + data[at + len(piece) :]
        case "double":
            return data[:at] + data[max(0, at - len(piece)) :]
        case _:
            return data[:at] + bytes(len(piece)) + data[at + len(piece) :]


def attempt(sealed: bytes) -> list[Row]:
    """Import as a service would: keep rows only when everything has held."""
    kept: list[Row] = []
    rows: list[Row] = []
    try:
        complete = Sealed(open_copy=copy_of(sealed)).open(trust()).fresh(()).rehearse(ignore)
        complete.deliver(lambda _, row: rows.append(row))
    except BundleRefusedError:
        return kept
    return rows


@settings(max_examples=150, deadline=None)
@given(edits, st.integers(0, len(GOOD)), st.binary(min_size=1, max_size=40))
def test_any_edit_of_a_sealed_bundle_is_refused(edit, at, piece):
    spoilt = edited(GOOD, edit, at, piece)
    assert spoilt == GOOD or attempt(spoilt) == []


@settings(max_examples=150, deadline=None)
@given(edits, st.integers(0, USED), st.binary(min_size=1, max_size=40))
def test_any_edit_inside_a_resealed_bundle_is_refused(edit, at, piece):
    spoilt = edited(INNER, edit, at, piece)
    assert spoilt == INNER or attempt(reseal(spoilt)) == []


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 2**53 - 1), st.integers(1, 8191), st.integers(0, 2**53 - 1))
def test_a_manifest_is_written_and_read_alike(version, epoch_no, seq):
    usual = manifest_of(())
    first = {"epoch": "0" * 8 + "-0000" * 3 + "-" + "0" * 12, "seq": 1, "sha256": "1" * 64}
    base = None if epoch_no == 1 else first
    plain = dict(decode(to_bytes(usual)))  # type: ignore[arg-type]  # an object
    plain["schema"] = {"name": "tcdesk", "version": version, "min_reader": 1}
    plain["audit_head"] = {"seq": seq, "sha256": "0" * 64}
    plain["stream"] = {**plain["stream"], "epoch_no": epoch_no, "base": base}  # type: ignore[dict-item]  # JSON
    data = encode(plain)
    assert to_bytes(from_bytes(data)) == data


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_no_parser_fails_otherwise_than_by_refusing(data):
    def gunzip() -> None:
        unpacker = Gunzip(100)
        unpacker.unpack(data)
        unpacker.finish()

    def rows() -> None:
        reader = RowReader("staff", StaffRecord, 1)
        reader.take(data)
        reader.finish()

    for act in (
        lambda: check_age_header(data),
        lambda: check_age_header(GOOD[:60] + data),
        lambda: parse(data, untrusted=BUNDLE),
        lambda: from_bytes(data),
        gunzip,
        rows,
    ):
        try:
            act()
        except BundleRefusedError:
            continue


@settings(max_examples=150, deadline=None)
@given(edits, st.integers(0, len(MANIFEST)), st.binary(min_size=1, max_size=9))
def test_an_edited_manifest_is_read_as_written_or_refused(edit, at, piece):
    spoilt = edited(MANIFEST, edit, at, piece)
    try:
        assert to_bytes(from_bytes(spoilt)) == spoilt
    except BundleRefusedError:
        return


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(1, 4000), min_size=1, max_size=80))
def test_the_pieces_in_which_a_stream_comes_do_not_matter(cuts):
    class Hashing:
        def manifest(self, data, _signature):
            return from_bytes(data)

        def file(self, _entry):
            return None

    push, at = Push(parcel(Hashing())), 0
    for cut in cuts:
        push.write(INNER[at : at + cut])
        at += cut
    push.write(INNER[at:])
    push.close()


@settings(max_examples=50, deadline=None)
@given(st.lists(st.binary(max_size=5000), max_size=12), st.integers(1, 700))
def test_what_is_packed_is_unpacked_in_any_pieces(pieces, step):
    gzip = Gzip()
    stored = b"".join([*(gzip.pack(piece) for piece in pieces), gzip.finish()])
    content = b"".join(pieces)
    gunzip = Gunzip(len(content))
    steps = (stored[at : at + step] for at in range(0, len(stored), step))
    assert b"".join(plain for part in steps for plain in gunzip.unpack(part)) == content
    gunzip.finish()


@settings(max_examples=50, deadline=None)
@given(st.sets(st.integers(1, 9999), max_size=30), st.integers(1, 300))
def test_rows_are_read_as_written_in_any_pieces(numbers, step):
    rows = [record(StaffRecord, f"s-{number:04d}") for number in sorted(numbers)]
    writer = RowWriter("staff", StaffRecord)
    content = b"".join(writer.line(row) for row in rows)
    reader = RowReader("staff", StaffRecord, len(rows))
    pieces = (content[at : at + step] for at in range(0, len(content), step))
    assert [row for piece in pieces for row in reader.take(piece)] == rows
    reader.finish()


def test_a_sink_stays_failed_after_its_first_error():
    class Refusing:
        def manifest(self, data, _signature):
            return from_bytes(data + b" ")

        def file(self, _entry):
            return None

    push = Push(parcel(Refusing()))
    for act in (lambda: push.write(INNER), lambda: push.write(b""), push.close):
        with pytest.raises(BundleRefusedError) as told:
            act()
        assert told.value.detail == "manifest-spelling"


def test_positions_far_in_a_stream_are_written():
    ancestors = tuple(f"{at:064x}" for at in range(300))
    made = manifest_of((), stream=stream(301, ancestors))
    assert len(from_bytes(to_bytes(made)).stream.ancestors) == 256
