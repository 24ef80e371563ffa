"""Merging received rows: what is set aside, what is stale, what refuses the whole bundle."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from sqlalchemy import text
from tests.services.exchange_world import connection

from tcdesk.bundle.errors import BundleRefusedError
from tcdesk.bundle.records import PersonRecord, ProgrammeRecord, Row, SessionRecord, Tombstone
from tcdesk.services.board import Board
from tcdesk.services.desk import Desk
from tcdesk.services.exchange_store import Tally

UNIT = "0190a000-0000-7000-8000-000000000001"
OTHER = "0190a000-0000-7000-8000-000000000002"
VERSION = 1 << 32


def someone(number: int, version: int = 1, *, sex: str = "M", owner: str = UNIT) -> PersonRecord:
    return PersonRecord(
        id=f"person-{number:04d}",
        owner=owner,
        row_version=VERSION + version,
        kind="custody",
        sex=sex,
        region=None,
        link=None,
    )


def gone(number: int, version: int) -> Tombstone:
    return Tombstone(id=f"person-{number:04d}", owner=UNIT, row_version=VERSION + version)


def merge(
    office: Desk, rows: Sequence[Row], *, table: str = "person", bundle: str = "one"
) -> Tally:
    with office.vault.store.writing(office.actor) as work:
        receiving = work.receiving(UNIT, bundle, office.ids.new, restored=False)
        for row in sorted(rows, key=lambda one: one.id):
            receiving.take(table, row)
        return receiving.finish()[table]


def people(office: Desk) -> list[tuple[str, int, int, str | None]]:
    rows = connection(office).execute(
        text("SELECT id, row_version - (1 << 32), deleted, sex FROM received_person ORDER BY id")
    )
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def test_a_newer_version_replaces_and_an_older_one_is_stale(office_desk: Desk) -> None:
    assert merge(office_desk, [someone(1, 1)]) == Tally(new=1)
    assert merge(office_desk, [someone(1, 3, sex="F")]) == Tally(changed=1)
    assert merge(office_desk, [someone(1, 2)]) == Tally(stale=1)
    assert merge(office_desk, [someone(1, 3, sex="F")]) == Tally(same=1)
    assert people(office_desk) == [("person-0001", 3, 0, "F")]
    history = connection(office_desk).execute(text("SELECT row_version FROM received_history"))
    assert [row[0] - VERSION for row in history] == [1]


def test_a_tombstone_keeps_its_place_with_nothing_in_it(office_desk: Desk) -> None:
    merge(office_desk, [someone(1), someone(2)])
    assert merge(office_desk, [gone(1, 2)]) == Tally(changed=1)
    assert merge(office_desk, [someone(1)]) == Tally(stale=1)
    assert people(office_desk) == [("person-0001", 2, 1, None), ("person-0002", 1, 0, "M")]


def test_two_contents_of_one_version_are_both_set_aside_and_what_stands_stays(
    office_desk: Desk,
) -> None:
    merge(office_desk, [someone(1, sex="M")])
    assert merge(office_desk, [someone(1, sex="F")], bundle="two") == Tally(conflicts=1)
    aside = Board(office_desk).set_aside(UNIT)
    assert sorted(one.payload.count('"sex":"F"') for one in aside) == [0, 1]
    assert people(office_desk) == [("person-0001", 1, 0, "M")]
    merge(office_desk, [someone(1, sex="F")], bundle="three")
    assert len(Board(office_desk).set_aside(UNIT)) == 2


def test_a_row_of_another_owner_is_set_aside(office_desk: Desk) -> None:
    tally = merge(office_desk, [someone(1), someone(2, owner=OTHER)])
    assert tally == Tally(new=1, quarantined=1)
    assert [one.reason for one in Board(office_desk).set_aside(UNIT)] == ["foreign-owner"]
    assert len(people(office_desk)) == 1


def test_a_row_that_names_one_that_nobody_has_refuses_everything(office_desk: Desk) -> None:
    session = SessionRecord(
        id="session-1",
        owner=UNIT,
        row_version=VERSION + 1,
        programme="programme-1",
        activity_code="SO",
        date="2026-02-01",
        minutes_planned=90,
        minutes_held=90,
        state="held",
        form="group",
        unsigned=0,
    )
    with pytest.raises(BundleRefusedError) as refused:
        merge(office_desk, [session], table="session")
    assert refused.value.detail == "row-reference"
    programme = ProgrammeRecord(
        id="programme-1",
        owner=UNIT,
        row_version=VERSION + 1,
        code="TS",
        operation_code="OP",
        funder_code="ESS",
        indicator_profile=None,
    )
    assert merge(office_desk, [programme], table="programme") == Tally(new=1)
    assert merge(office_desk, [session], table="session") == Tally(new=1)


def test_versions_in_any_order_with_repeats_end_alike(office_desk: Desk) -> None:
    chance = random.Random(7)
    bundles: list[list[Row]] = [
        [someone(number, version, sex=chance.choice("FM")) for number in range(1, 6)]
        for version in range(1, 5)
    ]
    bundles.append([gone(2, 5), replace(someone(3, 6), sex="N")])
    order = [chance.choice(bundles) for _ in range(12)] + chance.sample(bundles, len(bundles))
    for number, rows in enumerate(order):
        merge(office_desk, rows, bundle=f"b{number}")
    assert [row[:3] for row in people(office_desk)] == [
        ("person-0001", 4, 0),
        ("person-0002", 5, 1),
        ("person-0003", 6, 0),
        ("person-0004", 4, 0),
        ("person-0005", 4, 0),
    ]


def test_more_rows_than_a_batch_are_all_merged(office_desk: Desk) -> None:
    many = [someone(number) for number in range(2_500)]
    assert merge(office_desk, many) == Tally(new=2_500)
    assert merge(office_desk, many) == Tally(same=2_500)
