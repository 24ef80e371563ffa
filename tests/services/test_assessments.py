"""Questionnaires on a real vault: pinned, locked, corrected, due, and the safety procedure."""

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from tests.conftest import ROOT, SetClock

from tcdesk.domain.enrolments import ExitCode
from tcdesk.domain.errors import NotAllowedError, RuleBrokenError, StaleRowError
from tcdesk.domain.instrument_due import DueRule, Occasion
from tcdesk.domain.instruments import Mode, Response
from tcdesk.domain.people import LegalStatus, Person, Sex
from tcdesk.domain.safety import SafetyFlow
from tcdesk.domain.staff import Role, Scope
from tcdesk.services.access_answers import AnswersPart
from tcdesk.services.assessments import Assessments, NewResponse
from tcdesk.services.desk import Desk
from tcdesk.services.enrolments import Enrolments
from tcdesk.services.instruments import Instruments
from tcdesk.services.lines import TimelineQuestion
from tcdesk.services.masking import mask
from tcdesk.services.participants import NewPerson, Participants
from tcdesk.services.programmes import ProgrammeFile
from tcdesk.services.safety import Safety
from tcdesk.vault.store import SqlStore
from tcdesk.workstation import places
from tcdesk.workstation.words import Catalogue

FOLDER = ROOT / "resources" / "instruments"
TODAY = date(2026, 11, 24)
PHQ = dict.fromkeys((str(number) for number in range(1, 9)), 1)


@pytest.fixture
def person(unit_desk: Desk) -> Person:
    return Participants(unit_desk).create(
        NewPerson(
            given_name="Stanko",
            family_name="Đurić",
            birth_date=date(1984, 11, 5),
            sex=Sex.MALE,
            status=LegalStatus.SENTENCED,
            status_from=date(2026, 1, 1),
        )
    )


def new(person: Person, instrument: str = "phq-9", **changes: object) -> NewResponse:
    told = NewResponse(
        person=person.id,
        instrument=instrument,
        day=TODAY,
        mode=Mode.INTERVIEW,
        answers=PHQ | {"9": 0},
    )
    return replace(told, **changes)  # type: ignore[arg-type]  # the fields of NewResponse


def raw(desk: Desk, statement: str) -> None:
    store = desk.vault.store
    assert isinstance(store, SqlStore)
    store.writer().exec_driver_sql(statement)


def test_a_response_is_scored_pinned_to_its_edition_and_read_back(
    unit_desk: Desk, person: Person
) -> None:
    assessments = Assessments(unit_desk, FOLDER)
    response, flow = assessments.record(new(person))
    assert flow is None
    (result,) = assessments.of(person.id, day=TODAY).results
    assert result.response == response
    assert result.values == {"total": Decimal(8)}
    assert result.bands["total"].label["sl"] == "blago"
    assert result.answers == PHQ | {"9": 0}
    assert (result.definition.code, result.definition.version) == ("phq-9", 1)
    assert len(result.sha256) == 64
    assert result.author == "M. Novak"


def test_a_response_keeps_its_own_version_when_a_newer_definition_is_loaded(
    unit_desk: Desk, person: Person
) -> None:
    assessments, instruments = Assessments(unit_desk, FOLDER), Instruments(unit_desk, FOLDER)
    assessments.record(new(person))
    text = json.loads((FOLDER / "phq-9.json").read_text(encoding="utf-8"))
    text["version"] = 2
    text["bands"] = []
    loaded = instruments.load(json.dumps(text).encode())
    assessments.record(new(person))
    old, young = assessments.of(person.id, day=TODAY).results
    assert (old.definition.version, young.definition.version) == (1, 2)
    assert set(old.bands) == {"total"}
    assert not young.bands
    assert young.sha256 == loaded.sha256 != old.sha256


def test_a_definition_is_loaded_once_and_never_under_a_number_that_is_taken(
    unit_desk: Desk,
) -> None:
    instruments = Instruments(unit_desk, FOLDER)
    text = json.loads((FOLDER / "gad-7.json").read_text(encoding="utf-8"))
    text["short"] = "GAD"
    with pytest.raises(RuleBrokenError, match="instrument-version-taken"):
        instruments.load(json.dumps(text).encode())
    text["version"] = 3
    first = instruments.load(json.dumps(text).encode())
    assert instruments.load(json.dumps(text).encode()).edition == first.edition
    text["version"] = 2
    with pytest.raises(RuleBrokenError, match="instrument-older"):
        instruments.load(json.dumps(text).encode())
    assert [one.definition.version for one in instruments.all() if one.definition.short == "GAD"]


def test_a_response_cannot_be_changed_or_deleted_not_even_by_raw_sql(
    unit_desk: Desk, person: Person
) -> None:
    Assessments(unit_desk, FOLDER).record(new(person))
    for statement in ("UPDATE response SET scores = '[]'", "DELETE FROM response",
                      "UPDATE instrument SET text = '{}'", "DELETE FROM instrument"):  # fmt: skip
        with pytest.raises(Exception, match="append-only"):
            raw(unit_desk, statement)


def test_a_correction_is_a_new_response_with_a_reason_and_only_one(
    unit_desk: Desk, person: Person
) -> None:
    assessments = Assessments(unit_desk, FOLDER)
    wrong, _ = assessments.record(new(person))
    with pytest.raises(RuleBrokenError, match="correction-reason"):
        assessments.record(new(person, supersedes=wrong.id, reason=" "))
    right, _ = assessments.record(
        new(person, supersedes=wrong.id, reason="napačno prepisano", answers=PHQ | {"1": 3})
    )
    told = assessments.of(person.id, day=TODAY).results
    assert {one.response.id: one.superseded for one in told} == {wrong.id: True, right.id: False}
    with pytest.raises(RuleBrokenError, match="already-corrected"):
        assessments.record(new(person, supersedes=wrong.id, reason="še enkrat"))


def test_wrong_answers_are_refused_and_nothing_is_saved(unit_desk: Desk, person: Person) -> None:
    assessments = Assessments(unit_desk, FOLDER)
    for wrong, rule in (
        (new(person, answers={"11": 1}), "answer-unknown"),
        (new(person, answers={"1": 4}), "answer-out-of-range"),
        (new(person, answers={}), "response-empty"),
        (new(person, day=TODAY + timedelta(days=1)), "response-day"),
        (new(person, day=date(1984, 11, 4)), "response-day"),
        (new(person, "bdi-ii", answers={}, entered={"total": Decimal(64)}), "score-out-of-range"),
        (new(person, "bdi-ii", answers={}), "response-empty"),
        (new(person, "unknown"), "instrument-unknown"),
    ):
        with pytest.raises(RuleBrokenError, match=rule):
            assessments.record(wrong)
    assert assessments.of(person.id, day=TODAY).results == []


def test_a_proprietary_questionnaire_takes_only_its_score(unit_desk: Desk, person: Person) -> None:
    assessments = Assessments(unit_desk, FOLDER)
    assessments.record(new(person, "bdi-ii", answers={}, entered={"total": Decimal(21)}))
    (result,) = assessments.of(person.id, day=TODAY).results
    assert result.values == {"total": Decimal(21)}
    assert result.bands["total"].label["en"] == "moderate"


def test_the_ninth_answer_opens_the_safety_procedure_in_the_same_unit_of_work(
    unit_desk: Desk, person: Person
) -> None:
    assessments, safety = Assessments(unit_desk, FOLDER), Safety(unit_desk)
    response, flow = assessments.record(new(person, answers=PHQ | {"9": 1}))
    assert flow is not None
    assert (flow.response, flow.item) == (response.id, "9")
    (line,) = safety.open()
    assert (line.flow, line.name) == (flow, "Đurić S.")
    safety.put_off(flow)
    assert safety.open() == [line]  # put off is not closed
    with unit_desk.vault.store.audit_lines(0) as lines:
        assert [flow.id in entry for _, entry, _ in lines if "safety.put-off" in entry] == [True]


def test_a_correction_does_not_close_the_procedure_nor_open_a_second_one(
    unit_desk: Desk, person: Person
) -> None:
    assessments = Assessments(unit_desk, FOLDER)
    wrong, flow = assessments.record(new(person, answers=PHQ | {"9": 1}))
    right, again = assessments.record(
        new(person, answers=PHQ | {"9": 2}, supersedes=wrong.id, reason="prepisano narobe")
    )
    assert again == flow
    assessments.record(new(person, supersedes=right.id, reason="bilo je nič"))
    assert [line.flow for line in Safety(unit_desk).open()] == [flow]


def test_a_procedure_is_closed_only_with_everything_written_and_then_never_changes(
    unit_desk: Desk, person: Person
) -> None:
    safety = Safety(unit_desk)
    flow = safety.begin(person.id)
    version = Assessments(unit_desk, FOLDER).of(person.id, day=TODAY).flows[0][1]
    for field, text, rule in (
        ("review", None, "safety-told-missing"),
        ("told_whom", "dežurni zdravnik", "safety-told-missing"),
        ("told_at", "2026-11-24T08:40", "safety-agreed-missing"),
        ("agreed", "pogovor čez dve uri", "safety-plan-missing"),
        ("plan", "kdo, kje, koga pokliče", "safety-outcome-missing"),
    ):
        flow = replace(flow, **{field: text})  # type: ignore[arg-type]  # texts of the flow
        with pytest.raises(RuleBrokenError, match=rule):
            safety.close(flow, expected=version)
    version = safety.keep(flow, expected=version)
    with pytest.raises(StaleRowError):
        safety.keep(replace(flow, plan="drugo"), expected=version - 1)
    flow = replace(flow, outcome="nevarnost je minila")
    safety.close(flow, expected=version)
    assert safety.open() == []
    (closed, version), *_ = Assessments(unit_desk, FOLDER).of(person.id, day=TODAY).flows
    assert closed.closed_by == unit_desk.actor.account
    with pytest.raises(RuleBrokenError, match="safety-closed"):
        safety.keep(closed, expected=version)
    with pytest.raises(Exception, match="it is closed"):
        raw(unit_desk, "UPDATE safety_flow SET plan = ''")
    with pytest.raises(Exception, match="rows of this table stay"):
        raw(unit_desk, "DELETE FROM safety_flow")


def test_the_programme_says_what_is_due_and_an_answer_settles_it(
    unit_desk: Desk, person: Person, community: ProgrammeFile, clock: SetClock
) -> None:
    assessments = Assessments(unit_desk, FOLDER)
    assert assessments.waiting() == []
    episode = Enrolments(unit_desk).enter(person.id, community.programme.id, TODAY)
    (line,) = assessments.waiting()
    assert line.instruments == ["AUDIT", "DUDIT", "GAD-7", "PHQ-9", "SOCRATES 8D", "WHO-5"]
    assert line.by == TODAY + timedelta(weeks=4)
    assessments.record(new(person))
    assert "PHQ-9" not in assessments.waiting()[0].instruments
    clock.pass_by(timedelta(weeks=13))
    assert "PHQ-9" in assessments.waiting()[0].instruments
    day = clock.today()
    due = assessments.of(person.id, day=day).due
    assert {one.instrument: one.occasion for one in due}["phq-9"] is Occasion.EVERY
    Enrolments(unit_desk).leave(episode.id, day, ExitCode.RELEASED)
    due = assessments.of(person.id, day=day + timedelta(days=1)).due
    assert {one.occasion for one in due} == {Occasion.EXIT}


def test_a_corrected_answer_does_not_count_twice_and_rules_can_be_ended(
    unit_desk: Desk, person: Person, community: ProgrammeFile
) -> None:
    instruments = Instruments(unit_desk, FOLDER)
    Enrolments(unit_desk).enter(person.id, community.programme.id, TODAY)
    for rule in instruments.rules():
        instruments.end_rule(rule.id)
    assert Assessments(unit_desk, FOLDER).waiting() == []
    rule = instruments.add_rule(community.programme.id, "bhs", Occasion.ENTRY, 2)
    with pytest.raises(RuleBrokenError, match="due-rule-exists"):
        instruments.add_rule(community.programme.id, "bhs", Occasion.ENTRY, 3)
    with pytest.raises(RuleBrokenError, match="due-weeks"):
        instruments.add_rule(community.programme.id, "bai", Occasion.ENTRY, 0)
    assert instruments.rules() == [rule]
    assert Assessments(unit_desk, FOLDER).waiting()[0].instruments == ["BHS"]


def test_an_account_of_its_own_caseload_sees_and_records_nobody_elses(
    unit_desk: Desk, person: Person, community: ProgrammeFile
) -> None:
    Enrolments(unit_desk).enter(person.id, community.programme.id, TODAY)
    Assessments(unit_desk, FOLDER).record(new(person, answers=PHQ | {"9": 1}))
    own = replace(unit_desk, actor=replace(unit_desk.actor, role=Role.EXTERNAL, scope=Scope.OWN))
    assert Safety(own).open() == []
    assert Assessments(own, FOLDER).waiting() == []
    for refused in (
        lambda: Assessments(own, FOLDER).of(person.id, day=TODAY),
        lambda: Assessments(own, FOLDER).record(new(person)),
        lambda: Safety(own).begin(person.id),
    ):
        with pytest.raises(Exception, match="out-of-scope"):
            refused()
    with own.reading(None) as facts:
        assert facts.find(Response) == []
        assert facts.find(SafetyFlow) == []


def test_custody_staff_and_the_administrator_see_no_results(
    unit_desk: Desk, person: Person
) -> None:
    for role in (Role.OFFICER, Role.ADMINISTRATOR, Role.AUDITOR, Role.ANALYST):
        other = replace(unit_desk, actor=replace(unit_desk.actor, role=role))
        with pytest.raises(NotAllowedError):
            Assessments(other, FOLDER).of(person.id, day=TODAY)
        with pytest.raises(NotAllowedError):
            Safety(other).open()


def test_every_rule_of_the_templates_names_a_questionnaire_that_ships() -> None:
    shipped = {
        json.loads(path.read_text(encoding="utf-8"))["id"] for path in FOLDER.rglob("*.json")
    }
    for path in Path(ROOT / "resources" / "programmes").glob("*.json"):
        template = json.loads(path.read_text(encoding="utf-8"))
        assert {one["instrument"] for one in template["due"]} <= shipped
        assert {one["occasion"] for one in template["due"]} <= set(Occasion)


def test_rules_of_a_programme_are_stored(unit_desk: Desk, community: ProgrammeFile) -> None:
    with unit_desk.reading(None) as facts:
        rules = facts.find(DueRule, programme=community.programme.id)
    assert {rule.occasion for rule in rules} == set(Occasion)


def test_the_record_of_all_data_tells_answers_and_procedures_without_names_of_others(
    unit_desk: Desk, person: Person
) -> None:
    assessments = Assessments(unit_desk, FOLDER)
    _response, flow = assessments.record(new(person, answers=PHQ | {"9": 1}))
    assert flow is not None
    version = assessments.of(person.id, day=TODAY).flows[0][1]
    Safety(unit_desk).keep(replace(flow, agreed="Pogovor z Novakovo."), expected=version)
    with unit_desk.reading(None) as facts:
        part = AnswersPart(
            facts=facts,
            words=Catalogue(places.translations(), "sl"),
            person=person,
            name=lambda _account: "SI001",
            mask=lambda: mask(["Maja Novak"], ["Stanko Đurić"], "[druga oseba]"),
        )
        results, flows = part.section().tables
    assert results.rows == (
        (TODAY, "PHQ-9", "skupaj 9", "1=1 2=1 3=1 4=1 5=1 6=1 7=1 8=1 9=1", "SI001"),
    )
    assert flows.rows == ((TODAY, "", "Pogovor z [druga oseba].", "", ""),)


def test_the_timeline_tells_standing_results_and_procedures(
    unit_desk: Desk, person: Person
) -> None:
    assessments = Assessments(unit_desk, FOLDER)
    wrong, _flow = assessments.record(new(person, answers=PHQ | {"9": 1}))
    assessments.record(new(person, supersedes=wrong.id, reason="prepisano narobe"))
    told = {
        (line.kind, line.what, line.detail)
        for line in Participants(unit_desk).timeline(
            TimelineQuestion(person=person.id, until=unit_desk.clock.today())
        )
        if line.kind in {"response", "safety"}
    }
    assert told == {("response", "PHQ-9", "8"), ("safety", "", "open")}
