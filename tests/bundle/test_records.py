"""The allow-list of level B, its shapes, and its documentation."""

import dataclasses
import inspect
from enum import StrEnum
from pathlib import Path

import pytest
from tests.bundle.world import UNIT, record

from tcdesk.bundle import contents, names, receipts
from tcdesk.bundle.canonical import Json, encode
from tcdesk.bundle.contents import CONTENTS
from tcdesk.bundle.errors import Refusal
from tcdesk.bundle.manifest import Kind, Profile
from tcdesk.bundle.records import RECORDS, Tombstone, is_audit_entry
from tcdesk.bundle.shapes import ShapeError, is_day, is_moment, members, read, write

FORMAT = Path(inspect.getfile(contents)).with_name("FORMAT.md").read_text(encoding="utf-8")

# What level B may never hold, whatever table it stands in (decisions of the project, 19).
PRIVATE = {
    "name",
    "surname",
    "first_name",
    "last_name",
    "emso",
    "birth_date",
    "address",
    "phone",
    "text",
    "note",
    "body",
    "plan",
    "incident",
    "answer",
    "comment",
    "remark",
    "title",
    "place",
}


WRONG: tuple[object, ...] = ("Ana Novak", 1.5, [], {}, "č", -1, "=1+1")


def section(table: str) -> str:
    _, _, after = FORMAT.partition(f"\n#### `{table}`")
    assert after, f"{table} is not told in FORMAT.md"
    return after.partition("\n#")[0]


@pytest.mark.parametrize("table", [*RECORDS, receipts.TABLE, contents.ENROLMENT])
def test_every_column_is_told_in_the_format(table):
    shapes = {table: shape for one in CONTENTS.values() for table, shape in one.tables.items()}
    common = set(members(Tombstone)) if table in RECORDS else set()
    told = section(table)
    missing = [name for name in members(shapes[table]) if f"| `{name}` |" not in told]
    assert set(missing) <= common
    columns = {line.split("`")[1] for line in told.splitlines() if line.startswith("| `")}
    assert columns <= set(members(shapes[table]))


def test_the_common_columns_are_told_in_the_format():
    told = section("every table")
    assert all(f"| `{name}` |" in told for name in members(Tombstone))


@pytest.mark.parametrize("reason", Refusal)
def test_every_reason_of_refusal_is_told_in_the_format(reason):
    assert f"`{reason.value}`" in FORMAT


@pytest.mark.parametrize("table", RECORDS)
def test_a_record_has_only_numbers_codes_and_days(table):
    shape = RECORDS[table]
    assert not PRIVATE & set(members(shape))
    one = record(shape, "a")
    assert read(shape, write(one)) == one
    for field in dataclasses.fields(shape):
        assert type(getattr(one, field.name)) in {int, str, bool, type(None)}


@pytest.mark.parametrize("table", RECORDS)
def test_a_missing_or_unknown_column_of_any_table_is_refused(table):
    shape = RECORDS[table]
    plain = dict(write(record(shape, "a")))  # type: ignore[arg-type]  # an object
    for name in plain:
        with pytest.raises(ShapeError):
            read(shape, {key: value for key, value in plain.items() if key != name})
    with pytest.raises(ShapeError):
        read(shape, {**plain, "surname": "x"})


@pytest.mark.parametrize("table", RECORDS)
def test_no_column_takes_a_name_or_a_value_of_another_type(table):
    shape = RECORDS[table]
    plain = dict(write(record(shape, "a")))  # type: ignore[arg-type]  # an object
    for name in plain:
        for wrong in WRONG:
            with pytest.raises(ShapeError):
                read(shape, {**plain, name: wrong})  # type: ignore[dict-item]  # wrong on purpose


def entry(**changes) -> str:
    told: dict[str, Json] = {
        "seq": 1,
        "at": "2026-11-21T20:00:00Z",
        "user": "018f",
        "action": "note.sign",
    }
    return encode({**told, **changes}).decode()


@pytest.mark.parametrize(
    "text",
    [
        entry(),
        entry(detail={"fields": ["kind", "to_date"], "rows": 3}),
        entry(detail={"at": "2026-11-21T20:00:00Z", "login": "-"}),
    ],
)
def test_an_audit_entry_of_ids_and_codes_travels(text):
    assert is_audit_entry(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ana Novak",
        "{}x",
        "[]",
        '{"seq":1, "action":"x"}',
        '{"seq":1,"seq":1}',
        entry(note="x"),
        entry(detail={"text": "Danes je bilo težko."}),
        entry(detail={"fields": ["a sentence"]}),
        entry(detail={"x": '"'}),
        entry(entity_id="x" * 129),
        entry(detail={"fields": ["f"] * 3000}),
        "\ud800",
        None,
    ],
)
def test_an_audit_entry_with_a_sentence_or_unknown_member_does_not_travel(text):
    assert not is_audit_entry(text)


def test_a_tombstone_has_no_content():
    gone = Tombstone(id="a", owner=UNIT, row_version=1)
    assert write(gone) == {"id": "a", "owner": UNIT, "row_version": 1, "deleted": True}


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("2026-02-28", True),
        ("2024-02-29", True),
        ("2026-02-29", False),
        ("2026-13-01", False),
        ("0000-01-01", False),
        ("9999-01-01", False),
        ("2026-1-1", False),
        ("20260101", False),
        ("2026-01-01\n", False),
        ("٢٠٢٦-01-01", False),
    ],
)
def test_a_day_is_a_day_of_the_calendar(text, good):
    assert is_day(text) is good


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("2026-11-21T20:00:00Z", True),
        ("1970-01-01T00:00:00Z", True),
        ("2099-12-31T23:59:59Z", True),
        ("2026-11-21T24:00:00Z", False),
        ("2026-11-21T20:00:60Z", False),
        ("2026-11-21T20:00:00", False),
        ("2026-11-21 20:00:00Z", False),
        ("2026-11-21T20:00:00.5Z", False),
        ("1969-12-31T23:59:59Z", False),
    ],
)
def test_a_moment_is_a_second_in_utc(text, good):
    assert is_moment(text) is good


def test_shapes_know_only_the_types_they_tell():
    @dataclasses.dataclass(frozen=True)
    class Strange:
        value: float

    class Letter(StrEnum):
        A = "a"

    @dataclasses.dataclass(frozen=True)
    class Small:
        letter: Letter

    with pytest.raises(TypeError):
        read(Strange, {"value": 1})
    assert read(Small, {"letter": "a"}) == Small(Letter.A)
    for wrong in (1, "b"):
        with pytest.raises(ShapeError):
            read(Small, {"letter": wrong})
    with pytest.raises(ShapeError):
        write(1.5)


def test_a_bundles_file_name_tells_no_prison():
    assert names.file_name("K3M9", 7, "ab12cd34" + "0" * 56) == "K3M9-000007-ab12cd34.tcb"
    assert names.file_name("K3M9", 2**53 - 1, "0" * 64) == "K3M9-9007199254740991-00000000.tcb"
    for code in ("", "k3m9", "ZPKZ Dob", "../X", "A" * 21):
        with pytest.raises(ValueError, match="code"):
            names.file_name(code, 1, "0" * 64)
    with pytest.raises(ValueError, match="too long"):
        names.file_name("A" * 20, 10**10, "0" * 64)


def test_only_known_kinds_and_profiles_have_contents():
    assert (Kind.EXPORT, Profile.FULL) not in CONTENTS
    assert (Kind.TRANSFER, Profile.FULL) not in CONTENTS
