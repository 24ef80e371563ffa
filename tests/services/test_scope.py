"""An account of scope ``own``: its caseload and nobody else's, by every entry of the services."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.conftest import PASSPHRASE, SetClock
from tests.services.exchange_world import Pair
from tests.services.role_world import make_world
from tests.services.test_roles import LASTING, UNDOING, BackError, entries

from tcdesk.domain.caseload import EmergencyAccess, OutOfScopeError
from tcdesk.domain.errors import RuleBrokenError, TcdeskError
from tcdesk.domain.ids import AccountId, ActivityId, GroupId, PersonId, StaffId
from tcdesk.domain.notes import NoteFormat
from tcdesk.domain.people import Person, Sex
from tcdesk.domain.programmes import Activity, ActivityForm
from tcdesk.domain.sessions import AttendanceStatus, Session
from tcdesk.domain.staff import Account, Role, Scope, Staff
from tcdesk.services.desk import Desk
from tcdesk.services.emergency import Emergency, EmergencyReview
from tcdesk.services.handing_over import HandingOver
from tcdesk.services.home import Home
from tcdesk.services.key_workers import KeyWorkers
from tcdesk.services.keying import Keying
from tcdesk.services.lines import PeopleQuestion, TimelineQuestion
from tcdesk.services.notes import Notes
from tcdesk.services.participants import NewPerson, Participants
from tcdesk.services.schedule import NewGroup, NewSession, Schedule
from tcdesk.services.search import Search
from tcdesk.services.sessions import Mark, Sessions
from tcdesk.services.timekeeping import Timekeeping

TODAY = date(2026, 11, 24)
REASON = "nujen pogovor ob prihodu"


@dataclass(frozen=True, slots=True)
class Care:
    """A unit with an external therapist who has a caseload of their own."""

    head: Desk
    external: Desk
    staff: StaffId
    clock: SetClock
    activity: ActivityId
    one_to_one: ActivityId

    def person(self, family: str) -> Person:
        return Participants(self.head).create(
            NewPerson(
                given_name="Mojca",
                family_name=family,
                birth_date=date(1990, 5, 4),
                sex=Sex.FEMALE,
            )
        )

    def individual(self, person: Person, leader: StaffId, day: date = TODAY) -> Session:
        return Schedule(self.head).plan(
            NewSession(
                activity=self.one_to_one,
                group=None,
                person=person.id,
                day=day,
                start=600,
                minutes=50,
                room="Soba 4",
                leader=leader,
                theme="zaupna tema",
            )
        )[0]

    def group(self, people: Sequence[Person], leader: StaffId) -> GroupId:
        schedule = Schedule(self.head)
        group = schedule.open_group(
            NewGroup(
                activity=self.activity,
                name="Skupina",
                room="Prostor 2",
                leader=leader,
                from_date=date(2026, 1, 1),
            )
        )
        for one in people:
            schedule.join(group.id, one.id, date(2026, 1, 1))
        return group.id

    def session(self, group: GroupId, leader: StaffId, day: date = TODAY) -> Session:
        return Schedule(self.head).plan(
            NewSession(
                activity=self.activity,
                group=group,
                person=None,
                day=day,
                start=600,
                minutes=90,
                room="Prostor 2",
                leader=leader,
            )
        )[0]

    @property
    def head_staff(self) -> StaffId:
        with self.head.vault.store.reading() as facts:
            return facts.find(Staff, account=self.head.actor.account)[0].id

    def sees(self, person: Person) -> bool:
        try:
            Participants(self.external).open(person.id, day=TODAY)
        except OutOfScopeError:
            return False
        return True

    def names(self) -> list[str]:
        question = PeopleQuestion(day=self.clock.today())
        return [line.name for line in Participants(self.external).people(question)]


@pytest.fixture
def care(unit_desk: Desk, community: object, clock: SetClock) -> Care:
    del community
    desk = unit_desk
    with desk.vault.store.writing(desk.actor) as work:
        account = Account(
            id=AccountId(desk.ids.new()),
            login="zunanja",
            role=Role.EXTERNAL,
            sign_pub=work.get(Account, desk.actor.account).sign_pub,
            from_date=TODAY,
            to_date=None,
            scope=Scope.OWN,
        )
        work.add(account)
        staff = Staff(
            id=StaffId(desk.ids.new()),
            code=desk.ids.code(),
            given_name="Petra",
            family_name="Zunanja",
            account=account.id,
        )
        work.add(staff)
        activities = work.find(Activity)
    group = next(one.id for one in activities if one.form is ActivityForm.GROUP)
    single = next(one.id for one in activities if one.form is ActivityForm.INDIVIDUAL)
    actor = replace(
        desk.actor, account=account.id, role=Role.EXTERNAL, scope=Scope.OWN, login_id="zunanja"
    )
    return Care(
        head=desk,
        external=replace(desk, actor=actor),
        staff=staff.id,
        clock=clock,
        activity=group,
        one_to_one=single,
    )


def test_an_account_of_own_scope_sees_nobody_until_somebody_is_in_its_care(care: Care) -> None:
    person = care.person("Nekdo")
    assert care.names() == []
    assert not care.sees(person)
    with pytest.raises(OutOfScopeError):
        Participants(care.external).timeline(TimelineQuestion(person=person.id, until=date.max))
    assert list(Search(care.external).find("nekdo").people) == []


def test_the_caseload_is_key_work_led_groups_and_led_sessions(care: Care) -> None:
    worked, member, single = care.person("Ena"), care.person("Dve"), care.person("Tri")
    on_roster, foreign = care.person("Štiri"), care.person("Pet")
    KeyWorkers(care.head).assign(worked.id, care.staff, TODAY)
    care.group([member], care.staff)
    care.individual(single, care.staff)
    care.session(care.group([on_roster], care.head_staff), care.staff)
    care.individual(foreign, care.head_staff)
    assert sorted(care.names()) == ["Dve Mojca", "Ena Mojca", "Tri Mojca", "Štiri Mojca"]
    assert not care.sees(foreign)


def test_key_work_that_has_ended_is_no_care_any_more(care: Care) -> None:
    person = care.person("Ena")
    KeyWorkers(care.head).assign(person.id, care.staff, TODAY - timedelta(days=10))
    assert care.sees(person)
    KeyWorkers(care.head).assign(person.id, care.head_staff, TODAY)
    assert not care.sees(person)


def test_a_session_keeps_its_people_in_care_for_thirty_days(care: Care) -> None:
    person = care.person("Ena")
    care.individual(person, care.staff, TODAY)
    care.clock.pass_by(timedelta(days=30))
    assert care.sees(person)
    care.clock.pass_by(timedelta(days=1))
    assert not care.sees(person)


def test_what_was_signed_stays_readable_and_nothing_else_of_the_person(care: Care) -> None:
    person = care.person("Ena")
    session = care.individual(person, care.staff, TODAY)
    note = Notes(care.external).write(session.id, person.id, NoteFormat.FREE, {"text": "moje"})
    Notes(care.head).write(session.id, person.id, NoteFormat.FREE, {"text": "tuje"})
    Sessions(care.external).record(
        session.id, [Mark(person=person.id, status=AttendanceStatus.PRESENT, minutes=50)]
    )
    Notes(care.external).sign([note.id], PASSPHRASE)
    care.clock.pass_by(timedelta(days=60))
    file = Keying(care.external).open(session.id)
    assert [view.fields["text"] for view in file.notes] == ["moje"]
    assert [line.person.id for line in file.file.roster] == [person.id]
    assert file.history == []
    assert not care.sees(person)
    with pytest.raises(OutOfScopeError):
        Notes(care.external).add_to(note.id, "še nekaj", "pozabljeno")


def test_in_a_foreign_group_only_the_own_person_is_shown(care: Care) -> None:
    mine, foreign = care.person("Moja"), care.person("Tujka")
    KeyWorkers(care.head).assign(mine.id, care.staff, TODAY)
    session = care.session(care.group([mine, foreign], care.head_staff), care.head_staff)
    Notes(care.head).write(session.id, None, NoteFormat.FREE, {"text": "o vseh"})
    Notes(care.head).write(session.id, foreign.id, NoteFormat.FREE, {"text": "o tujki"})
    Notes(care.head).write(session.id, mine.id, NoteFormat.FREE, {"text": "o moji"})
    file = Keying(care.external).open(session.id)
    assert [line.person.family_name for line in file.file.roster] == ["Moja"]
    assert [view.fields["text"] for view in file.notes] == ["o moji"]
    with pytest.raises(OutOfScopeError):
        Sessions(care.external).record(
            session.id, [Mark(person=mine.id, status=AttendanceStatus.PRESENT, minutes=90)]
        )


def test_nobody_plans_or_joins_themselves_into_somebody_elses_case(care: Care) -> None:
    foreign = care.person("Tujka")
    group = care.group([foreign], care.head_staff)
    schedule = Schedule(care.external)
    new = NewSession(
        activity=care.activity,
        group=group,
        person=None,
        day=TODAY,
        start=600,
        minutes=60,
        room="",
        leader=care.staff,
    )
    with pytest.raises(OutOfScopeError):
        schedule.plan(new)
    with pytest.raises(OutOfScopeError):
        schedule.plan(replace(new, activity=care.one_to_one, group=None, person=foreign.id))
    own = care.group([], care.staff)
    with pytest.raises(OutOfScopeError):
        schedule.join(own, foreign.id, TODAY)
    session = care.individual(foreign, care.head_staff)
    with pytest.raises(OutOfScopeError):
        schedule.cancel(session.id, None)
    assert not care.sees(foreign)


def test_the_schedule_tells_when_a_room_is_taken_and_not_by_whom(care: Care) -> None:
    foreign = care.person("Tujka")
    session = care.individual(foreign, care.head_staff)
    (line,) = Schedule(care.external).between(TODAY, TODAY)
    assert (line.room, line.who, line.who_code, line.person, line.opens) == (
        "Soba 4", "", "", None, False,
    )  # fmt: skip
    assert list(Home(care.external).today().sessions) == []
    with pytest.raises(OutOfScopeError):
        Sessions(care.external).open(session.id)


def test_an_officer_sees_hours_and_counts_and_nobody(care: Care) -> None:
    person = care.person("Nekdo")
    single = care.individual(person, care.head_staff)
    group = care.session(care.group([person], care.head_staff), care.head_staff)
    officer = replace(care.head, actor=replace(care.head.actor, role=Role.OFFICER))
    lines = Schedule(officer).between(TODAY, TODAY)
    assert sorted(line.who for line in lines) == ["", "Skupina"]
    for session in (single, group):
        file = Keying(officer).open(session.id).file
        assert (file.roster, file.expected, file.session.person, file.session.theme) == (
            [], 1, None, "",
        )  # fmt: skip


def test_an_emergency_needs_a_reason_ends_by_itself_and_is_reviewed(care: Care) -> None:
    person = care.person("Tujka")
    emergency, review = Emergency(care.external), EmergencyReview(care.head)
    assert emergency.look_for("Tujk") == []
    assert [one.code for one in emergency.look_for("mojca tujka")] == [person.code]
    with pytest.raises(RuleBrokenError, match="emergency-reason"):
        emergency.open(person.id, "nujno")
    assert not care.sees(person)
    opened = emergency.open_found(person.code, REASON)
    assert opened.minutes_left == 60
    assert care.sees(person)
    care.clock.pass_by(timedelta(minutes=59))
    (left,) = emergency.open_now()
    assert (left.person, left.code, left.minutes_left) == (person.id, person.code, 1)
    with pytest.raises(RuleBrokenError, match="emergency-open"):
        review.review(opened.id, "utemeljeno")
    care.clock.pass_by(timedelta(minutes=1))
    assert emergency.open_now() == []
    assert not care.sees(person)
    emergency.settle()
    assert [one.action for one in review.looks(opened.id)] == [
        "emergency_access.add", "emergency.open", "person.open",
    ]  # fmt: skip
    assert review.waiting() == 1
    review.review(opened.id, "utemeljeno")
    (line,) = review.all()
    assert (line.code, line.access.reason, line.access.remark) == (
        person.code, REASON, "utemeljeno",
    )  # fmt: skip
    assert review.waiting() == 0


def test_an_emergency_survives_a_log_in_and_ends_when_the_clock_jumps_back(care: Care) -> None:
    person = care.person("Tujka")
    Emergency(care.external).open(person.id, REASON)
    fresh = replace(care.external, actor=replace(care.external.actor, login_id="zopet"))
    assert [one.person for one in Emergency(fresh).open_now()] == [person.id]
    Timekeeping(care.head).notice()
    care.clock.pass_by(timedelta(hours=-2))
    assert Timekeeping(care.head).notice()
    assert Emergency(fresh).open_now() == []
    assert not care.sees(person)


def test_an_emergency_can_be_ended_by_hand_by_its_account_alone(care: Care) -> None:
    person = care.person("Tujka")
    opened = Emergency(care.external).open(person.id, REASON)
    with pytest.raises(RuleBrokenError, match="emergency-ended"):
        Emergency(care.head).end(opened.id)
    Emergency(care.external).end(opened.id)
    assert not care.sees(person)
    with pytest.raises(RuleBrokenError, match="emergency-not-needed"):
        Emergency(care.head).open(person.id, REASON)


def test_a_caseload_is_handed_over_in_one_step(care: Care) -> None:
    worked, member, single = care.person("Ena"), care.person("Dve"), care.person("Tri")
    KeyWorkers(care.head).assign(worked.id, care.staff, TODAY - timedelta(days=3))
    care.group([member], care.staff)
    care.individual(single, care.staff)
    past = care.individual(single, care.staff, TODAY - timedelta(days=60))
    over = HandingOver(care.head)
    caseload = over.caseload(care.staff)
    assert [one.kind.value for one in caseload.items] == ["case", "group", "meeting"]
    with pytest.raises(RuleBrokenError, match="nothing-chosen"):
        over.hand_over(care.staff, care.head_staff, [])
    with pytest.raises(RuleBrokenError, match="successor-account"):
        over.hand_over(care.staff, care.staff, [one.key for one in caseload.items])
    assert over.hand_over(care.staff, care.head_staff, [caseload.items[0].key]) == 1
    rest = [one.key for one in over.caseload(care.staff).items]
    assert over.hand_over(care.staff, care.head_staff, rest) == 2
    assert over.caseload(care.staff).items == []
    in_charge = KeyWorkers(care.head).of(worked.id, day=TODAY)
    assert in_charge is not None
    assert in_charge.staff.id == care.head_staff
    with care.head.vault.store.reading() as facts:
        assert facts.get(Session, past.id).leader == care.staff
    assert care.names() == []


def test_a_therapist_of_own_scope_is_put_in_charge_of_whom_they_add(care: Care) -> None:
    known = care.person("Znana")
    actor = replace(care.external.actor, role=Role.THERAPIST)
    people = Participants(replace(care.external, actor=actor))
    new = NewPerson(
        given_name="Mojca", family_name="Nova", birth_date=date(1990, 5, 4), sex=Sex.FEMALE
    )
    made = people.create(new)
    assert people.open(made.id, day=TODAY).person == made
    with pytest.raises(RuleBrokenError, match="person-known-elsewhere"):
        people.create(replace(new, family_name=known.family_name))


def strings(value: object) -> Iterator[str]:
    """Give every text that lies anywhere in a result, hidden from reprs or not."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from strings(getattr(value, one.name))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from strings(key)
            yield from strings(inner)
    elif isinstance(value, Sequence | AbstractSet) and not isinstance(value, bytes):
        for inner in value:
            yield from strings(inner)


@pytest.mark.parametrize("role", [Role.EXTERNAL, Role.THERAPIST])
def test_no_entry_tells_anything_of_a_person_beyond_the_caseload(
    busy: Pair, tmp_path: Path, role: Role
) -> None:
    world = make_world(busy, tmp_path)
    marks = [world.target.family_name, world.target.code, "pogovor"]
    desk = world.desk(role, Scope.OWN)
    with desk.vault.store.writing(world.head.actor) as work:
        for access in work.find(EmergencyAccess, ended_at=None):
            ended = replace(access, ended_at=access.opened_at)
            work.change(ended, expected=work.version(EmergencyAccess, access.id))
    assert not desk.vault.store.reading(desk.actor).__enter__().sees(PersonId(world.target.id))
    wrong = []
    for name, (kind, method) in sorted(entries().items()):
        if name in LASTING | UNDOING or name.startswith("Emergency."):
            continue
        placed, named = world.arguments(name, method)
        given = set(strings([placed, named]))
        service, result = world.service(desk, kind), None
        try:
            with suppress(BackError), desk.vault.store.writing(desk.actor):
                result = method(service, *placed, **named)
                if isinstance(result, AbstractContextManager):
                    continue
                raise BackError
        except TcdeskError:
            continue
        found = [one for one in strings(result) if one not in given]
        wrong += [(name, mark) for mark in marks if any(mark in one for one in found)]
    assert wrong == []
