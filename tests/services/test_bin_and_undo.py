"""What was typed by mistake can be taken back; what is evidence stays."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlcipher3 import dbapi2
from tests.conftest import PASSPHRASE, SetClock

from tcdesk.domain.caseload import KeyWorker
from tcdesk.domain.enrolments import Episode, ExitCode, Participation, PhaseStay
from tcdesk.domain.errors import RuleBrokenError, StaleRowError
from tcdesk.domain.ids import AccountId, PersonId
from tcdesk.domain.notes import Note, NoteFormat
from tcdesk.domain.people import LegalStatus, Person, Sex, StatusStay
from tcdesk.domain.removal import DependedOnError, Removal
from tcdesk.domain.sessions import AttendanceStatus, CancelReason, Guest, Membership, Session
from tcdesk.domain.staff import Account, Action, Role, Staff
from tcdesk.services.bin import Bin
from tcdesk.services.desk import Desk
from tcdesk.services.enrolments import Enrolments
from tcdesk.services.key_workers import KeyWorkers
from tcdesk.services.notes import Notes
from tcdesk.services.participants import NewPerson, Participants
from tcdesk.services.programmes import ProgrammeFile
from tcdesk.services.removals import Removals
from tcdesk.services.schedule import NewGroup, NewSession, Schedule
from tcdesk.services.sessions import Mark, Sessions
from tcdesk.services.undo import Undo

DAY = date(2026, 11, 24)


def person(desk: Desk, name: str = "Bogdan") -> Person:
    return Participants(desk).create(
        NewPerson(
            given_name="Aleš",
            family_name=name,
            birth_date=date(1990, 2, 3),
            sex=Sex.MALE,
            status=LegalStatus.REMAND,
            status_from=date(2026, 1, 1),
        )
    )


def leader(desk: Desk) -> Staff:
    return Schedule(desk).staff()[0]


def planned(desk: Desk, community: ProgrammeFile, who: Person) -> Session:
    return Schedule(desk).plan(
        NewSession(
            activity=community.activities[0].id,
            group=None,
            person=who.id,
            day=DAY,
            start=600,
            minutes=60,
            room="2",
            leader=leader(desk).id,
        )
    )[0]


def raw(desk: Desk, statement: str, *values: str) -> list[tuple[object, ...]]:
    with desk.vault.store.driving() as connection:  # type: ignore[attr-defined]  # the real store
        return list(connection.execute(statement, values).fetchall())


def rows(desk: Desk) -> dict[str, int]:
    names = [str(row[0]) for row in raw(desk, "SELECT name FROM sqlite_schema WHERE type='table'")]
    return {
        name: int(str(raw(desk, f'SELECT count(*) FROM "{name}"')[0][0]))  # noqa: S608 - the schema's own names
        for name in names
        if name not in ("audit", "meta", "history", "audit_checkpoint")
        and not name.startswith("note_text_")  # how full text is cut into pages
    }


def test_a_planned_session_goes_into_the_bin_and_comes_back_as_it_was(
    unit_desk: Desk, community: ProgrammeFile
) -> None:
    who = person(unit_desk)
    session = planned(unit_desk, community, who)
    Notes(unit_desk).keep_draft("session", session.id, '{"a":1}', 3)
    Notes(unit_desk).write(session.id, who.id, NoteFormat.FREE, {"text": "osnutek"})
    before = rows(unit_desk)
    with unit_desk.reading(Action.SEE_SCHEDULE) as facts:
        version = facts.version(Session, session.id)

    removal = Removals(unit_desk).session(session.id)

    with unit_desk.reading(Action.SEE_SCHEDULE) as facts:
        assert facts.find(Session) == []
        assert facts.find(Note) == []
    (line,) = Bin(unit_desk).lying()
    assert (line.value, line.days_left, line.by) == (session, 90, "M. Novak")
    assert line.person == who
    Bin(unit_desk).put_back(removal.id)
    assert rows(unit_desk) == before
    assert Bin(unit_desk).lying() == []
    with unit_desk.reading(Action.SEE_SCHEDULE) as facts:
        assert facts.get(Session, session.id) == session
        assert facts.version(Session, session.id) > version


def test_a_recorded_session_stays_and_the_reason_is_told(
    unit_desk: Desk, community: ProgrammeFile
) -> None:
    who = person(unit_desk)
    session = planned(unit_desk, community, who)
    Sessions(unit_desk).record(
        session.id, [Mark(person=who.id, status=AttendanceStatus.PRESENT, minutes=60)]
    )
    with pytest.raises(RuleBrokenError) as refused:
        Removals(unit_desk).session(session.id)
    assert refused.value.rule == "remove-recorded"
    with pytest.raises(RuleBrokenError) as refused:
        Removals(unit_desk).person(who.id)
    assert refused.value.rule == "remove-person-recorded"


def test_a_signed_note_never_goes_not_even_by_raw_sql(
    unit_desk: Desk, community: ProgrammeFile
) -> None:
    who = person(unit_desk)
    session = planned(unit_desk, community, who)
    Notes(unit_desk).write(session.id, who.id, NoteFormat.FREE, {"text": "prva različica"})
    note = Notes(unit_desk).write(session.id, who.id, NoteFormat.FREE, {"text": "podpisano"})
    Notes(unit_desk).sign([note.id], PASSPHRASE)
    for what, remove in (
        ("remove-note-signed", lambda: Removals(unit_desk).note(note.id)),
        ("remove-signed", lambda: Removals(unit_desk).session(session.id)),
        ("remove-person-signed", lambda: Removals(unit_desk).person(who.id)),
    ):
        with pytest.raises(RuleBrokenError) as refused:
            remove()
        assert refused.value.rule == what
    for statement, key in (
        ("DELETE FROM note WHERE id = ?", note.id),
        ("INSERT INTO binned VALUES ('note', ?, 'x', 0, 1, '{}')", note.id),
        ("DELETE FROM session WHERE id = ?", session.id),
        ("DELETE FROM history WHERE id = ?", note.id),
        ("DELETE FROM person WHERE id = ?", who.id),
    ):
        with pytest.raises(dbapi2.IntegrityError):
            raw(unit_desk, statement, key)


def test_an_unsigned_note_of_another_cannot_be_removed(
    unit_desk: Desk, community: ProgrammeFile
) -> None:
    who = person(unit_desk)
    session = planned(unit_desk, community, who)
    note = Notes(unit_desk).write(session.id, who.id, NoteFormat.FREE, {"text": "moje"})
    removal = Removals(unit_desk).note(note.id)
    Bin(unit_desk).put_back(removal.id)
    with unit_desk.writing(Action.WRITE_NOTES) as work:
        other = replace(work.get(Note, note.id), author=_other_account(unit_desk))
        work.change(other, expected=work.version(Note, note.id))
    with pytest.raises(RuleBrokenError, match="not-the-author"):
        Removals(unit_desk).note(note.id)


def _other_account(desk: Desk) -> AccountId:
    with desk.writing(Action.MANAGE_ACCOUNTS) as work:
        own = work.get(Account, desk.actor.account)
        other = replace(own, id=AccountId(desk.ids.new()), login="zupan", role=Role.THERAPIST)
        work.add(other)
    return other.id


def test_a_status_typed_by_mistake_goes_and_the_one_before_holds_again(unit_desk: Desk) -> None:
    who = person(unit_desk)
    Participants(unit_desk).set_status(who.id, LegalStatus.SENTENCED, date(2026, 6, 1))

    def stays() -> list[tuple[str, str | None]]:
        file = Participants(unit_desk).glance(who.id, day=DAY)
        return [
            (one.status.value, one.to_date.isoformat() if one.to_date else None)
            for one in file.statuses
        ]

    before = stays()
    file = Participants(unit_desk).glance(who.id, day=DAY)
    removal = Removals(unit_desk).status(file.statuses[1].id)
    assert stays() == [("remand", None)]
    with pytest.raises(RuleBrokenError, match="remove-only-stay"):
        Removals(unit_desk).status(file.statuses[0].id)
    Bin(unit_desk).put_back(removal.id)
    assert stays() == before


def test_what_has_taken_the_time_meanwhile_keeps_a_status_out(unit_desk: Desk) -> None:
    who = person(unit_desk)
    Participants(unit_desk).set_status(who.id, LegalStatus.SENTENCED, date(2026, 6, 1))
    file = Participants(unit_desk).glance(who.id, day=DAY)
    removal = Removals(unit_desk).status(file.statuses[1].id)
    Participants(unit_desk).set_status(who.id, LegalStatus.RELEASED, date(2026, 7, 1))
    with pytest.raises(RuleBrokenError, match="overlap"):
        Bin(unit_desk).put_back(removal.id)
    assert len(Bin(unit_desk).lying()) == 1


def test_an_episode_goes_with_its_phases_and_its_only_participation(
    unit_desk: Desk, community: ProgrammeFile
) -> None:
    who = person(unit_desk)
    episode = Enrolments(unit_desk).enter(who.id, community.programme.id, date(2026, 2, 1))
    before = rows(unit_desk)
    removal = Removals(unit_desk).episode(episode.id)
    with unit_desk.reading(Action.SEE_PEOPLE) as facts:
        for kind in (Episode, Participation, PhaseStay):
            assert facts.find(kind) == []
    Bin(unit_desk).put_back(removal.id)
    assert rows(unit_desk) == before


def test_a_participation_keeps_to_the_episodes_that_are_left(
    unit_desk: Desk, community: ProgrammeFile
) -> None:
    who = person(unit_desk)
    enrolments = Enrolments(unit_desk)
    first = enrolments.enter(who.id, community.programme.id, date(2026, 2, 1))
    enrolments.leave(first.id, date(2026, 3, 31), ExitCode.RELEASED)
    again = enrolments.enter(who.id, community.programme.id, date(2026, 8, 1))

    def period() -> tuple[date, date | None]:
        with unit_desk.reading(Action.SEE_PEOPLE) as facts:
            (found,) = facts.find(Participation)
        return found.from_date, found.to_date

    removal = Removals(unit_desk).episode(again.id)
    assert period() == (date(2026, 2, 1), date(2026, 4, 1))
    Bin(unit_desk).put_back(removal.id)
    assert period() == (date(2026, 2, 1), None)


def test_a_file_opened_by_mistake_goes_whole_and_comes_back_whole(
    unit_desk: Desk, community: ProgrammeFile
) -> None:
    who = person(unit_desk)
    Enrolments(unit_desk).enter(who.id, community.programme.id, date(2026, 2, 1))
    group = Schedule(unit_desk).open_group(
        NewGroup(
            activity=community.activities[0].id,
            name="Jutro",
            room="1",
            leader=leader(unit_desk).id,
            from_date=date(2026, 1, 1),
        )
    )
    Schedule(unit_desk).join(group.id, who.id, date(2026, 3, 1))
    planned(unit_desk, community, who)
    KeyWorkers(unit_desk).assign(who.id, leader(unit_desk).id, date(2026, 2, 1))
    before = rows(unit_desk)
    removal = Removals(unit_desk).person(who.id)
    with unit_desk.reading(Action.SEE_PEOPLE) as facts:
        assert facts.find(Person) == []
        assert facts.find(Membership) == []
        assert facts.find(KeyWorker) == []
    (line,) = Bin(unit_desk).lying()
    assert line.person == who
    Bin(unit_desk).put_back(removal.id)
    assert rows(unit_desk) == before


def test_a_group_with_sessions_stays_and_an_empty_one_goes(
    unit_desk: Desk, community: ProgrammeFile
) -> None:
    schedule = Schedule(unit_desk)
    activity = community.activities[0].id
    group = schedule.open_group(
        NewGroup(activity=activity, name="A", room="1", leader=leader(unit_desk).id, from_date=DAY)
    )
    plan = NewSession(
        activity=activity,
        group=group.id,
        person=None,
        day=DAY,
        start=600,
        minutes=60,
        room="1",
        leader=leader(unit_desk).id,
    )
    (session,) = schedule.plan(plan)
    with pytest.raises(RuleBrokenError, match="remove-group-sessions"):
        Removals(unit_desk).group(group.id)
    first = Removals(unit_desk).session(session.id)
    Removals(unit_desk).group(group.id)
    with pytest.raises(DependedOnError):
        Bin(unit_desk).put_back(first.id)


def test_after_ninety_days_the_bin_is_empty_and_nothing_of_it_is_left(
    unit_desk: Desk, clock: SetClock
) -> None:
    who = person(unit_desk, "Skrivnostnik")
    changed = replace(who, given_name="Prikrit")
    Participants(unit_desk).edit(changed, expected=_version(unit_desk, who.id))
    Removals(unit_desk).person(who.id)
    for days, left in ((90, 1), (1, 0)):
        clock.pass_by(timedelta(days=days))
        with unit_desk.writing(Action.EDIT_PEOPLE) as work:
            work.empty_bin(unit_desk.clock.today())
        with unit_desk.reading(Action.EDIT_PEOPLE) as facts:
            assert len(facts.find(Removal)) == left
    dump = "\n".join(
        str(row)
        for table in rows(unit_desk) | {"history": 0}
        for row in raw(unit_desk, f'SELECT * FROM "{table}"')  # noqa: S608 - the schema's own names
    )
    assert "Skrivnostnik" not in dump
    assert "Prikrit" not in dump
    assert raw(unit_desk, "SELECT count(*) FROM audit WHERE action = 'bin.empty'") == [(1,)]


def _version(desk: Desk, person: PersonId) -> int:
    with desk.reading(Action.SEE_PEOPLE) as facts:
        return facts.version(Person, person)


# Undo


def undone(desk: Desk, do: Callable[[], object]) -> bool:
    """Do something and take it back; say whether everything is as it was."""

    def state() -> set[tuple[object, ...]]:
        kinds = (Person, StatusStay, Participation, Episode, PhaseStay, Membership, Session, Guest)
        with desk.reading(Action.SEE_PEOPLE) as facts:
            return {(one,) for kind in kinds for one in facts.find(kind)}

    before = state()
    do()
    assert state() != before
    deed = Undo(desk).latest()
    assert deed is not None
    Undo(desk).undo(deed)
    return state() == before


def test_every_unsigned_deed_can_be_undone(unit_desk: Desk, community: ProgrammeFile) -> None:
    who, other = person(unit_desk), person(unit_desk, "Čeh")
    people, enrolments, schedule = (
        Participants(unit_desk),
        Enrolments(unit_desk),
        Schedule(unit_desk),
    )
    programme = community.programme.id
    session = planned(unit_desk, community, who)
    group = schedule.open_group(
        NewGroup(
            activity=community.activities[0].id,
            name="Jutro",
            room="1",
            leader=leader(unit_desk).id,
            from_date=date(2026, 1, 1),
        )
    )
    episode = enrolments.enter(other.id, programme, date(2026, 2, 1))
    schedule.join(group.id, other.id, date(2026, 3, 1))
    deeds: list[Callable[[], object]] = [
        lambda: person(unit_desk, "Novinec"),
        lambda: people.set_status(who.id, LegalStatus.SENTENCED, date(2026, 6, 1)),
        lambda: people.edit(replace(who, region="SI03"), expected=_version(unit_desk, who.id)),
        lambda: enrolments.enter(who.id, programme, date(2026, 2, 1)),
        lambda: enrolments.move(episode.id, community.phases[1].id, date(2026, 5, 1)),
        lambda: enrolments.leave(episode.id, date(2026, 10, 1), ExitCode.RELEASED),
        lambda: schedule.join(group.id, who.id, date(2026, 3, 1)),
        lambda: schedule.quit(group.id, other.id, date(2026, 9, 1)),
        lambda: schedule.cancel(session.id, CancelReason.ROOM),
        lambda: Sessions(unit_desk).change_roster(session.id, other.id, added=True),
        lambda: Removals(unit_desk).session(session.id),
    ]
    for number, deed in enumerate(deeds):
        assert undone(unit_desk, deed), number


def test_recorded_attendance_and_signatures_are_not_undone(
    unit_desk: Desk, community: ProgrammeFile
) -> None:
    who = person(unit_desk)
    session = planned(unit_desk, community, who)
    Sessions(unit_desk).record(
        session.id, [Mark(person=who.id, status=AttendanceStatus.PRESENT, minutes=60)]
    )
    assert Undo(unit_desk).latest() is None


def test_what_was_changed_meanwhile_is_not_undone(unit_desk: Desk) -> None:
    who = person(unit_desk)
    Participants(unit_desk).edit(
        replace(who, given_name="Peter"), expected=_version(unit_desk, who.id)
    )
    deed = Undo(unit_desk).latest()
    assert deed is not None
    Participants(unit_desk).edit(
        replace(who, given_name="Pavel"), expected=_version(unit_desk, who.id)
    )
    with pytest.raises(StaleRowError):
        Undo(unit_desk).undo(deed)


def test_the_history_of_a_file_tells_each_change_and_takes_one_back(unit_desk: Desk) -> None:
    who = person(unit_desk)
    people, undo = Participants(unit_desk), Undo(unit_desk)
    people.edit(replace(who, given_name="Peter"), expected=_version(unit_desk, who.id))
    people.edit(
        replace(who, given_name="Peter", region="SI03"), expected=_version(unit_desk, who.id)
    )
    people.edit(
        replace(who, given_name="Pavel", region="SI03"), expected=_version(unit_desk, who.id)
    )
    changes = undo.changes(who.id)
    told = {
        (one.name, one.before, one.after, change.can_undo)
        for change in changes
        for one in change.fields
    }
    assert told == {
        ("given_name", "Aleš", "Peter", False),
        ("region", None, "SI03", True),
        ("given_name", "Peter", "Pavel", True),
    }
    assert {change.by for change in changes} == {"M. Novak"}
    region = next(one for one in changes if one.fields[0].name == "region")
    undo.take_back(region)
    with unit_desk.reading(Action.SEE_PEOPLE) as facts:
        assert facts.get(Person, who.id).region is None
        assert facts.get(Person, who.id).given_name == "Pavel"
    with pytest.raises(StaleRowError):
        undo.take_back(region)
