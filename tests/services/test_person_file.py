"""A person's file beside notes: numbers, histories, flags, consents, and files that are merged."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Table, create_engine, insert, update

from tcdesk.bundle.records import Tombstone
from tcdesk.domain.consents import Purpose
from tcdesk.domain.custody import Regime, RegimeStay
from tcdesk.domain.dated import as_of, holds_on, overlap
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.flags import FlagKind
from tcdesk.domain.identifiers import IdentifierKind
from tcdesk.domain.ids import PersonId
from tcdesk.domain.people import LegalStatus, Person, PersonKind, Sex
from tcdesk.services.consents import Consents, NewConsent
from tcdesk.services.custody import Custody
from tcdesk.services.desk import Desk
from tcdesk.services.enrolments import Enrolments
from tcdesk.services.flags import Flags
from tcdesk.services.identifiers import Identifiers
from tcdesk.services.lines import TimelineQuestion, Why
from tcdesk.services.merging import Merges
from tcdesk.services.participants import NewPerson, Participants
from tcdesk.services.programmes import ProgrammeFile
from tcdesk.services.undo import Undo
from tcdesk.vault import file_tables, removal_tables, tables
from tcdesk.vault.snapshot import Snapshot

TODAY = date(2026, 11, 24)


def somebody(desk: Desk, family: str = "Kovač", given: str = "Jan") -> Person:
    return Participants(desk).create(
        NewPerson(
            given_name=given,
            family_name=family,
            birth_date=date(1990, 7, 3),
            sex=Sex.MALE,
            status=LegalStatus.SENTENCED,
            status_from=date(2026, 1, 5),
        )
    )


@pytest.mark.parametrize(
    ("kind", "typed", "rule"),
    [
        (IdentifierKind.EMSO, "0307990500008", "emso-wrong"),
        (IdentifierKind.EMSO, "0101006500006", "emso-birth"),
        (IdentifierKind.REGISTER, " - ", "identifier-missing"),
    ],
)
def test_a_wrong_number_is_refused_and_nothing_is_saved(
    unit_desk: Desk, kind: IdentifierKind, typed: str, rule: str
) -> None:
    person = somebody(unit_desk)
    with pytest.raises(RuleBrokenError) as refused:
        Identifiers(unit_desk).add(person.id, kind, typed)
    assert refused.value.rule == rule
    assert Participants(unit_desk).glance(person.id, day=TODAY).identifiers == []


def test_a_register_number_stands_for_one_person_and_finds_them(unit_desk: Desk) -> None:
    one, other = somebody(unit_desk), somebody(unit_desk, "Zupan")
    Identifiers(unit_desk).add(one.id, IdentifierKind.REGISTER, "DOB 12/2026")
    with pytest.raises(RuleBrokenError, match="rule-broken"):
        Identifiers(unit_desk).add(other.id, IdentifierKind.REGISTER, "dob-12-2026")
    assert [line.id for line in Participants(unit_desk).search("12/20", day=TODAY)] == [one.id]


def test_who_has_no_age_to_count_needs_no_birth_date_and_who_has_needs_one(
    unit_desk: Desk,
) -> None:
    bare = NewPerson(given_name="Eva", family_name="Zunanja", birth_date=None, sex=Sex.FEMALE)
    people = Participants(unit_desk)
    for kind in (PersonKind.STAFF, PersonKind.EXTERNAL, PersonKind.RELATIVE):
        made = people.create(replace(bare, kind=kind))
        assert people.glance(made.id, day=TODAY).person.birth_date is None
    for kind in (PersonKind.CUSTODY, PersonKind.CHILD):
        with pytest.raises(RuleBrokenError):
            people.create(replace(bare, kind=kind))


@pytest.mark.parametrize(
    ("family", "given", "birth", "why"),
    [
        ("kovac", "JAN", date(1990, 7, 3), Why.NAME_AND_BIRTH),
        ("Jan", "Kovač", date(1990, 7, 3), Why.NAME_AND_BIRTH),
        ("Kovač", "Jan", date(1950, 1, 1), Why.NAME),
        ("Kovač", "Ivan", date(1990, 7, 8), Why.BIRTH_NEAR),
        ("Kovač", "Ivan", date(1970, 7, 3), Why.BIRTH_NEAR),
        ("Kovačič", "Jan", date(1990, 7, 3), Why.SOUNDS),
    ],
)
def test_a_possible_duplicate_is_told_with_its_reason(
    unit_desk: Desk, family: str, given: str, birth: date, why: Why
) -> None:
    known = somebody(unit_desk)
    somebody(unit_desk, "Povsem", "Drugi")
    new = NewPerson(given_name=given, family_name=family, birth_date=birth, sex=Sex.MALE)
    found = [one for one in Participants(unit_desk).similar(new) if one.person.id == known.id]
    assert [one.why for one in found] == [why]


def test_a_flag_is_seen_until_its_last_day_and_no_longer(unit_desk: Desk) -> None:
    person = somebody(unit_desk)
    Flags(unit_desk).raise_flag(
        person.id, FlagKind.SUICIDE, "povedal je", TODAY, TODAY + timedelta(days=2)
    )
    people = Participants(unit_desk)

    def marks(day: date) -> Sequence[str]:
        return [line.marks for line in people.search("kovač", day=day)]

    assert marks(TODAY - timedelta(days=1)) == [""]
    assert marks(TODAY + timedelta(days=2)) == ["R1"]
    assert marks(TODAY + timedelta(days=3)) == [""]


days = st.dates(date(2024, 1, 1), date(2026, 11, 24))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(days, st.sampled_from(list(Regime))), min_size=1, max_size=8))
def test_a_history_never_overlaps_and_tells_the_right_regime_of_every_day(
    unit_desk: Desk, changes: list[tuple[date, Regime]]
) -> None:
    person, custody = somebody(unit_desk), Custody(unit_desk)
    told: dict[date, Regime] = {}
    for since, regime in changes:
        try:
            custody.set_regime(person.id, regime, since)
        except RuleBrokenError:
            assert told
            assert since <= max(told)  # only what reaches behind what is known is refused
        else:
            told[since] = regime
    with unit_desk.vault.store.reading() as facts:
        stays = facts.find(RegimeStay, person=person.id)
    assert not any(overlap(one, other) for one in stays for other in stays if one.id != other.id)
    for day, regime in told.items():
        found = as_of(stays, day)
        assert found is not None
        assert found.regime is regime
        assert sum(holds_on(one, day) for one in stays) == 1


def test_data_outside_the_operation_stay_once_the_person_refuses_or_withdraws(
    unit_desk: Desk, community: ProgrammeFile
) -> None:
    inside, outside = somebody(unit_desk), somebody(unit_desk, "Zupan")
    Enrolments(unit_desk).enter(inside.id, community.programme.id, TODAY)

    def leaving() -> dict[str, bool]:
        with unit_desk.vault.store.reading() as facts:
            return {row.id: row.deleted for row in facts.exporting("u", 0).rows("person")}  # type: ignore[attr-defined]  # records and tombstones alike

    assert leaving() == {inside.pseudonym: False, outside.pseudonym: False}  # nobody was asked
    consents = Consents(unit_desk)
    given_on = TODAY - timedelta(days=5)
    agreed = consents.record(
        NewConsent(person=outside.id, purpose=Purpose.EXPORT, given=True, day=given_on)
    )
    assert leaving() == {inside.pseudonym: False, outside.pseudonym: False}
    with unit_desk.vault.store.reading() as facts:
        statuses = list(facts.exporting("u", 0).rows("legal_status"))
    before = max(row.row_version for row in statuses)  # type: ignore[attr-defined]  # ditto
    consents.withdraw(agreed.id, TODAY)
    assert leaving() == {inside.pseudonym: False, outside.pseudonym: True}
    with unit_desk.vault.store.reading() as facts:
        rows = list(facts.exporting("u", 0).rows("legal_status"))
    assert max(row.row_version for row in rows) > before  # type: ignore[attr-defined]  # ditto
    for person in (inside, outside):
        consents.record(
            NewConsent(person=person.id, purpose=Purpose.EXPORT, given=False, day=TODAY)
        )
    assert leaving() == {inside.pseudonym: False, outside.pseudonym: True}  # the law asks for one


# The merge itself, and the mark of a file that was made anonymous: the file's, not the person's.
OF_ONE_FILE = (file_tables.alias, removal_tables.anonymous)


def persons_columns() -> list[tuple[Table, Column[str]]]:
    """Give every column of the vault that names a person."""
    return [
        (table, key.parent)
        for table in tables.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table is tables.person and table not in OF_ONE_FILE
    ]


@pytest.mark.parametrize(
    ("table", "column"), persons_columns(), ids=[f"{t.name}.{c.name}" for t, c in persons_columns()]
)
def test_no_row_of_a_merged_file_is_forgotten(table: Table, column: Column[str]) -> None:
    kind = next((kind for kind, known in tables.TABLES.items() if known is table), None)
    assert kind is not None, f"{table.name} is read by no value: teach the merge about it"
    row = {one.name: _cell(kind, one) for one in table.columns if one.computed is None}
    row |= {one.name: "main" for one in table.columns if _names_person(one) and not one.nullable}
    row |= {"id": "row", column.name: "twin"}
    act = {"id": "act", "person": "twin", "main": "main", "reason": "", "at": "", "account": "a"}
    engine = create_engine("sqlite://")  # its own: the vault would not take such rows
    tables.metadata.create_all(engine, [table, file_tables.alias])
    with engine.begin() as connection:
        connection.execute(insert(table), [row])

        def told() -> bool:
            found: Sequence[Any] = Snapshot(connection).find(kind, **{column.name: "main"})
            return [one.id for one in found] == ["row"]

        assert not told()
        connection.execute(insert(file_tables.alias), [act])
        assert told()
        connection.execute(update(file_tables.alias).values(separated_at="now"))
        assert not told()
    engine.dispose()


def _names_person(column: Column[str]) -> bool:
    return any(key.column.table is tables.person for key in column.foreign_keys)


def _cell(kind: type, column: Column[str]) -> object:
    if column.nullable:
        return None
    hint = get_type_hints(kind).get(column.name)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return next(iter(hint)).value
    return 1 if "INT" in str(column.type) else "2026-01-01"


def test_merged_files_are_one_everywhere_and_two_again_once_separated(
    unit_desk: Desk, community: ProgrammeFile
) -> None:
    people = Participants(unit_desk)
    main, twin = somebody(unit_desk), somebody(unit_desk, "Kovačević", "Janez")
    Enrolments(unit_desk).enter(twin.id, community.programme.id, TODAY)
    Flags(unit_desk).raise_flag(twin.id, FlagKind.VIOLENCE, "grožnje", TODAY, None)

    def everything() -> object:
        question = TimelineQuestion(person=main.id, until=TODAY)
        with unit_desk.vault.store.reading() as facts:
            rows = [
                [row for row in facts.exporting("u", 0).rows(name)]  # noqa: C416 - a generator
                for name in ("person", "participation", "episode")
            ]
        told = [[(row.id, isinstance(row, Tombstone)) for row in some] for some in rows]
        lists = [(line.id, line.marks, line.programme) for line in people.search("", day=TODAY)]
        return sorted(lists), [(one.day, one.kind) for one in people.timeline(question)], told

    before = everything()
    alias = Merges(unit_desk).merge(twin.id, main.id, "isti EMŠO")
    assert Undo(unit_desk).latest() is None  # it has its own way back, at any time
    merged = [line.id for line in people.search("", day=TODAY)]
    assert merged == [main.id]
    assert [line.id for line in people.search("kovačević", day=TODAY)] == [main.id]
    assert people.open(twin.id, day=TODAY).person.id == main.id
    line = people.search("kovač", day=TODAY)[0]
    assert (line.marks, line.programme) == ("R3", "TS")
    kinds = [one.kind for one in people.timeline(TimelineQuestion(person=main.id, until=TODAY))]
    assert kinds.count("status") == 2
    assert {"entry", "phase", "flag"} <= set(kinds)
    with unit_desk.vault.store.reading() as facts:
        gone = {row.id: row.deleted for row in facts.exporting("u", 0).rows("person")}  # type: ignore[attr-defined]  # records and tombstones alike
        entries = list(facts.exporting("u", 0).rows("episode"))
    assert gone == {main.pseudonym: False, twin.pseudonym: True}
    assert [row.person for row in entries] == [main.pseudonym]  # type: ignore[attr-defined]  # a record
    Merges(unit_desk).separate(alias.id)
    after = everything()
    assert after == before


def test_a_file_is_merged_once_and_one_step_deep(unit_desk: Desk) -> None:
    one, two, three = (somebody(unit_desk, family) for family in ("Ena", "Dva", "Tri"))
    merges = Merges(unit_desk)
    merges.merge(two.id, one.id, "ista oseba")
    for duplicate, main, rule in (
        (two.id, three.id, "merge-already"),
        (three.id, two.id, "merge-already"),
        (one.id, three.id, "merge-deep"),
        (one.id, one.id, "merge-same"),
    ):
        with pytest.raises(RuleBrokenError) as refused:
            merges.merge(PersonId(duplicate), PersonId(main), "ista oseba")
        assert refused.value.rule == rule
