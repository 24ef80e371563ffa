"""The audit log by person, account, action and day; what is looked at is on record."""

from datetime import date, timedelta

from tests.conftest import PASSPHRASE, SetClock

from tcdesk.domain.people import LegalStatus, PersonKind, Sex
from tcdesk.services.audit_lines import AuditLine, AuditPlace, AuditQuestion
from tcdesk.services.desk import Desk
from tcdesk.services.participants import NewPerson, Participants


def new_person(family_name: str = "Kovač", given_name: str = "Anže") -> NewPerson:
    return NewPerson(
        kind=PersonKind.CUSTODY,
        given_name=given_name,
        family_name=family_name,
        birth_date=date(1990, 5, 14),
        sex=Sex.MALE,
        status=LegalStatus.SENTENCED,
        status_from=date(2026, 1, 5),
    )


def actions(desk: Desk, question: AuditQuestion) -> list[str]:
    with desk.vault.store.reading() as facts:
        return [line.action for line in facts.audit_page(question, limit=100, before=None)]


def test_every_line_about_a_person_is_found_by_that_person(unit_desk: Desk) -> None:
    people = Participants(unit_desk)
    one, other = people.create(new_person()), people.create(new_person("Zupan"))
    people.open(one.id, day=date(2026, 11, 24))
    people.set_status(one.id, LegalStatus.REMAND, date(2026, 11, 20))
    assert set(actions(unit_desk, AuditQuestion(person=one.id))) == {
        "person.open",
        "person.add",
        "status_stay.add",
        "status_stay.change",
    }
    assert actions(unit_desk, AuditQuestion(person=other.id)) == ["status_stay.add", "person.add"]


def test_pages_follow_one_another_without_a_gap_or_a_line_twice(unit_desk: Desk) -> None:
    people = Participants(unit_desk)
    for number in range(7):
        people.create(new_person(f"Priimek{number}"))
    with unit_desk.vault.store.reading() as facts:
        whole = facts.audit_page(AuditQuestion(), limit=1000, before=None)
        pages: list[AuditLine] = []
        before: AuditPlace | None = None
        while page := facts.audit_page(AuditQuestion(), limit=3, before=before):
            pages.extend(page)
            before = page[-1].place
        head = facts.audit_head()
    assert pages == list(whole)
    assert [line.seq for line in whole] == list(range(head.seq, 0, -1))


def test_a_day_and_an_action_bound_what_is_listed(unit_desk: Desk, clock: SetClock) -> None:
    people = Participants(unit_desk)
    person = people.create(new_person())
    clock.pass_by(timedelta(days=1))
    people.open(person.id, day=clock.today())
    yesterday = AuditQuestion(until="2026-11-25T00:00:00Z", action="person.open")
    assert actions(unit_desk, yesterday) == []
    today = AuditQuestion(
        since="2026-11-25T00:00:00Z", account=unit_desk.actor.account, action="person.open"
    )
    assert actions(unit_desk, today) == ["person.open"]
    assert PASSPHRASE not in str(actions(unit_desk, AuditQuestion()))
