"""What people type wrong about sessions and notes: a clear refusal, and nothing is lost."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.conftest import PASSPHRASE, SetClock
from tests.services.test_daily_work import new_person

from tcdesk.domain.errors import RuleBrokenError, StaleRowError
from tcdesk.domain.ids import PersonId
from tcdesk.domain.notes import LONGEST_NOTE, NoteFormat
from tcdesk.domain.people import LegalStatus, Person
from tcdesk.domain.sessions import AttendanceStatus, Group, Session
from tcdesk.services.desk import Desk
from tcdesk.services.keying import Keying, NoteEntry, SeenMark
from tcdesk.services.notes import Notes
from tcdesk.services.participants import Participants
from tcdesk.services.programmes import ProgrammeFile
from tcdesk.services.schedule import NewGroup, NewSession, Schedule
from tcdesk.services.sessions import Mark, Sessions

TODAY = date(2026, 11, 24)
WINTER = date(2026, 10, 25)  # the night with two hours between 2.00 and 3.00
SUMMER = date(2026, 3, 29)  # the night without the hour after 2.00


@pytest.fixture
def group(unit_desk: Desk, community: ProgrammeFile) -> Group:
    schedule = Schedule(unit_desk)
    return schedule.open_group(
        NewGroup(
            activity=community.activity("SO").id,
            name="Soočevalna A",
            room="Prostor 2",
            leader=schedule.staff()[0].id,
            from_date=date(2026, 1, 1),
        )
    )


def members(desk: Desk, group: Group, count: int) -> Sequence[Person]:
    people = []
    for number in range(count):
        person = Participants(desk).create(new_person(f"Priimek{number:02}", "Ime"))
        Schedule(desk).join(group.id, person.id, date(2026, 2, 1))
        people.append(person)
    return people


def planned(
    desk: Desk, group: Group, day: date = TODAY, start: int = 600, minutes: int = 90
) -> Session:
    new = NewSession(
        activity=group.activity,
        group=group.id,
        person=None,
        day=day,
        start=start,
        minutes=minutes,
        room="",
        leader=group.leader,
    )
    return Schedule(desk).plan(new)[0]


@pytest.mark.parametrize("day", [date(1999, 12, 31), date(1899, 1, 1), date(2100, 1, 1)])
def test_a_session_of_another_century_is_not_planned(
    unit_desk: Desk, group: Group, day: date
) -> None:
    with pytest.raises(RuleBrokenError, match="session-day-impossible"):
        planned(unit_desk, group, day)


@pytest.mark.parametrize("count", [0, 60])
def test_a_session_of_nobody_and_one_of_sixty_are_recorded_as_they_are(
    unit_desk: Desk, group: Group, count: int
) -> None:
    people, session = members(unit_desk, group, count), planned(unit_desk, group)
    keying = Keying(unit_desk)
    marks = [
        SeenMark(mark=Mark(person=one.id, status=AttendanceStatus.PRESENT, minutes=90), seen=None)
        for one in people
    ]
    keying.settle(session.id, marks, [])
    roster = keying.open(session.id).file.roster
    assert len(roster) == count
    assert all(line.fact and line.fact.minutes == 90 for line in roster)


def test_a_note_holds_two_hundred_thousand_characters_and_one_more_is_refused(
    unit_desk: Desk, group: Group
) -> None:
    (person,), session = members(unit_desk, group, 1), planned(unit_desk, group)
    notes, longest = Notes(unit_desk), "š" * LONGEST_NOTE
    note = notes.write(session.id, person.id, NoteFormat.FREE, {"text": longest})
    notes.sign([note.id], PASSPHRASE)
    (view,) = notes.of_session(session.id)
    assert view.genuine
    assert view.fields["text"] == longest
    entry = NoteEntry(person=None, format=NoteFormat.GROUP, fields={"process": longest + "!"})
    with pytest.raises(RuleBrokenError, match="note-too-long"):
        Keying(unit_desk).settle(session.id, [], [entry])


def test_control_characters_are_left_out_and_the_words_stay(unit_desk: Desk, group: Group) -> None:
    (person,), session = members(unit_desk, group, 1), planned(unit_desk, group)
    pasted = "prva\r\ndruga\rtretja\x00\x07\x1b[31m\tžep\u200bek"
    Notes(unit_desk).write(session.id, person.id, NoteFormat.FREE, {"text": pasted})
    (view,) = Notes(unit_desk).of_session(session.id)
    assert view.fields["text"] == "prva\ndruga\ntretja[31m\tžep\u200bek"


@pytest.mark.parametrize("day", [WINTER, SUMMER])
def test_a_session_in_the_night_when_the_clock_is_moved_keeps_its_time_and_length(
    unit_desk: Desk, group: Group, clock: SetClock, day: date
) -> None:
    clock.moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    (person,) = members(unit_desk, group, 1)
    session = planned(unit_desk, group, day, start=90, minutes=180)
    kept = Sessions(unit_desk).open(session.id).session
    assert (kept.day, kept.start, kept.end) == (day, 90, 270)
    note = Notes(unit_desk).write(session.id, person.id, NoteFormat.FREE, {"text": "zapis"})
    (signature,) = Notes(unit_desk).sign([note.id], PASSPHRASE)
    assert not signature.late


def test_somebody_transferred_is_on_the_rosters_until_then_and_on_none_after(
    unit_desk: Desk, group: Group
) -> None:
    (person,) = members(unit_desk, group, 1)
    before, after = planned(unit_desk, group), planned(unit_desk, group, TODAY + timedelta(days=7))
    gone = TODAY + timedelta(days=3)
    Schedule(unit_desk).quit(group.id, person.id, gone)
    Participants(unit_desk).set_status(person.id, LegalStatus.RELEASED, gone)
    sessions, mark = Sessions(unit_desk), present(person.id)
    sessions.record(before.id, [mark])
    with pytest.raises(RuleBrokenError, match="not-on-roster"):
        sessions.record(after.id, [mark])
    assert [line.person.id for line in sessions.open(before.id).roster] == [person.id]
    assert sessions.open(after.id).roster == []


def present(person: PersonId) -> Mark:
    return Mark(person=person, status=AttendanceStatus.PRESENT, minutes=90)


def test_a_note_that_changed_meanwhile_is_not_signed_over_and_both_texts_stay(
    unit_desk: Desk, group: Group
) -> None:
    """Two windows of one account: what was typed in the first is refused, not lost, not mixed."""
    people, session = members(unit_desk, group, 2), planned(unit_desk, group)
    keying, first = Keying(unit_desk), people[0].id
    entry = NoteEntry(person=first, format=NoteFormat.FREE, fields={"text": "iz prvega okna"})
    other = NoteEntry(person=first, format=NoteFormat.FREE, fields={"text": "iz drugega okna"})
    keying.settle(session.id, [], [other])
    with pytest.raises(StaleRowError):
        keying.settle(session.id, [], [entry])
    (view,) = Notes(unit_desk).of_session(session.id)
    assert view.fields["text"] == "iz drugega okna"
    Notes(unit_desk).sign([view.note.id], PASSPHRASE)
    with pytest.raises(Exception, match="already-signed"):
        keying.settle(
            session.id,
            [],
            [
                NoteEntry(
                    person=first,
                    format=NoteFormat.FREE,
                    fields={"text": "še enkrat"},
                    base=view.version,
                )
            ],
        )
    assert [dict(one.fields) for one in Notes(unit_desk).of_session(session.id)] == [
        {"text": "iz drugega okna"}
    ]
