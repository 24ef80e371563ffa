"""Notes after signing: corrections, the wrong person, the mentor's signature; and phrases."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.conftest import PASSPHRASE, PASSPHRASES, ROOT, SetClock
from tests.services.test_bin_and_undo import raw
from tests.services.test_daily_work import new_person

from tcdesk.domain.countersigning import AlreadyCountersignedError
from tcdesk.domain.errors import NotAllowedError, RuleBrokenError
from tcdesk.domain.ids import AccountId, NoteId
from tcdesk.domain.notes import NoteFormat, NoteKind
from tcdesk.domain.people import Person
from tcdesk.domain.sessions import AttendanceStatus, Session
from tcdesk.domain.staff import Role, Staff
from tcdesk.services.access import Access, NewAccount
from tcdesk.services.access_notes import record_notes
from tcdesk.services.accounts import Accounts
from tcdesk.services.checks import check_vault
from tcdesk.services.countersigning import Countersigning
from tcdesk.services.desk import Desk
from tcdesk.services.lines import SessionFilter
from tcdesk.services.mentors import Mentors
from tcdesk.services.misplaced import Misplaced
from tcdesk.services.note_views import NoteView
from tcdesk.services.notes import Notes
from tcdesk.services.participants import Participants
from tcdesk.services.phrases import Phrases
from tcdesk.services.programmes import ProgrammeFile
from tcdesk.services.schedule import NewGroup, NewSession, Schedule
from tcdesk.services.sessions import Mark, Sessions
from tcdesk.workstation.words import Catalogue

TODAY = date(2026, 11, 24)
TRAINEE = "kaluža gotovost slovnica ležati spona"
TEXT = "Pogovor o zaupanju in očetu."


@pytest.fixture
def people(unit_desk: Desk) -> Sequence[Person]:
    names = ("Čeh", "Žagar", "Đurić")
    return [Participants(unit_desk).create(new_person(name, name[:1] + "an")) for name in names]


@pytest.fixture
def session(unit_desk: Desk, community: ProgrammeFile, people: Sequence[Person]) -> Session:
    schedule = Schedule(unit_desk)
    leader = schedule.staff()[0].id
    activity = community.activity("SO").id
    group = schedule.open_group(
        NewGroup(activity=activity, name="A", room="", leader=leader, from_date=date(2026, 1, 1))
    )
    for person in people[:2]:
        schedule.join(group.id, person.id, date(2026, 2, 1))
    made = NewSession(
        activity=activity,
        group=group.id,
        person=None,
        day=TODAY,
        start=480,
        minutes=90,
        room="",
        leader=leader,
    )
    return schedule.plan(made)[0]


def views(desk: Desk, session: Session) -> dict[str | None, NoteView]:
    return {view.note.person: view for view in Notes(desk).of_session(session.id)}


def written(desk: Desk, session: Session, person: Person, *, closed: bool = False) -> NoteId:
    return (
        Notes(desk).write(session.id, person.id, NoteFormat.FREE, {"text": TEXT}, closed=closed).id
    )


def test_a_correction_stands_beside_the_note_that_stays(
    unit_desk: Desk, session: Session, people: Sequence[Person]
) -> None:
    notes = Notes(unit_desk)
    note = written(unit_desk, session, people[0])
    notes.sign([note], PASSPHRASE)
    right = notes.add_to(note, "Pogovor o bratu.", "napačno razumljeno", correction=True)
    notes.sign([right.id], PASSPHRASE)
    view = views(unit_desk, session)[people[0].id]
    assert view.fields["text"] == TEXT
    assert [one.note.kind for one in view.addenda] == [NoteKind.CORRECTION]
    assert view.addenda[0].genuine
    assert view.addenda[0].fields["reason"] == "napačno razumljeno"


def test_an_unsigned_note_of_the_wrong_person_is_moved_and_its_history_tells_whose_it_was(
    unit_desk: Desk, session: Session, people: Sequence[Person]
) -> None:
    note = written(unit_desk, session, people[0])
    Misplaced(unit_desk).move(note, session.id, people[1].id, "zamenjani vrstici", "")
    assert {who: dict(view.fields) for who, view in views(unit_desk, session).items()} == {
        people[1].id: {"text": TEXT}
    }
    told = raw(unit_desk, "SELECT payload FROM history WHERE tbl = 'note' AND id = ?", note)
    assert people[0].id in str(told)


@pytest.mark.parametrize("closed", [False, True])
def test_a_signed_note_of_the_wrong_person_leaves_a_signed_trace_without_its_text(
    unit_desk: Desk, session: Session, people: Sequence[Person], clock: SetClock, *, closed: bool
) -> None:
    wrong, right = people[:2]
    Sessions(unit_desk).record(
        session.id,
        [Mark(person=one.id, status=AttendanceStatus.PRESENT, minutes=90) for one in people[:2]],
    )
    note = written(unit_desk, session, wrong, closed=closed)
    Notes(unit_desk).sign([note], PASSPHRASE)
    before = raw(unit_desk, "SELECT * FROM note WHERE id = ?", note)
    clock.pass_by(timedelta(hours=2))
    Misplaced(unit_desk).move(note, session.id, right.id, "zamenjani vrstici", PASSPHRASE)
    found = views(unit_desk, session)
    old, new = found[wrong.id], found[right.id]
    assert old.moved
    assert old.genuine
    assert TEXT not in str(old.fields)
    (stub,) = old.addenda
    assert stub.genuine
    assert dict(stub.fields) == {"reason": "zamenjani vrstici"}
    assert new.genuine
    assert new.fields["text"] == TEXT
    assert new.closed == closed
    assert new.moved_from is not None
    assert new.moved_from["note"] == note
    assert raw(unit_desk, "SELECT * FROM note WHERE id = ?", note) == before
    assert check_vault(unit_desk, lambda _part: None).sound
    # The author writes what belongs here; and nothing is added to what stands elsewhere.
    with pytest.raises(RuleBrokenError, match="note-moved"):
        Notes(unit_desk).add_to(note, "še to", "pozabljeno", closed=closed)
    with pytest.raises(RuleBrokenError, match="note-moved"):
        Misplaced(unit_desk).move(note, session.id, right.id, "še enkrat", PASSPHRASE)
    fresh = Notes(unit_desk).write(session.id, wrong.id, NoteFormat.FREE, {"text": "Pravi zapis."})
    assert fresh.id != note


def test_the_record_of_the_wrong_person_does_not_tell_what_was_moved(
    unit_desk: Desk, session: Session, people: Sequence[Person]
) -> None:
    note = written(unit_desk, session, people[0])
    Notes(unit_desk).sign([note], PASSPHRASE)
    Misplaced(unit_desk).move(note, session.id, people[1].id, "zamenjava", PASSPHRASE)
    words = Catalogue(ROOT / "translations", "sl")
    with unit_desk.vault.store.reading() as facts:
        told = {
            person.id: [
                (note.state, note.fields)
                for note in record_notes(
                    facts, words, person, {session.id: session}, lambda _one: "SO", str
                )
            ]
            for person in people[:2]
        }
    assert TEXT not in str(told[people[0].id])
    assert "prestavljen" in str(told[people[0].id])
    assert TEXT in str(told[people[1].id])


def test_a_note_is_moved_only_by_its_author_to_somebody_on_the_roster_with_the_passphrase(
    unit_desk: Desk, session: Session, people: Sequence[Person]
) -> None:
    misplaced = Misplaced(unit_desk)
    note = written(unit_desk, session, people[0])
    Notes(unit_desk).sign([note], PASSPHRASE)
    for wrong, reason, passphrase, error in (
        (people[2], "zamenjava", PASSPHRASE, "not-on-roster"),
        (people[0], "zamenjava", PASSPHRASE, "right-place"),
        (people[1], "  ", PASSPHRASE, "reason-missing"),
        (people[1], "zamenjava", "ni pravo geslo", "wrong-passphrase"),
    ):
        with pytest.raises(Exception, match=error):
            misplaced.move(note, session.id, wrong.id, reason, passphrase)
    other = replace(unit_desk, actor=replace(unit_desk.actor, account=trainee(unit_desk)[0]))
    with pytest.raises(RuleBrokenError, match="not-the-author"):
        Misplaced(other).move(note, session.id, people[1].id, "zamenjava", PASSPHRASE)
    assert set(views(unit_desk, session)) == {people[0].id}
    assert [place.person for place in misplaced.places(note)] == [people[1].id]


def trainee(desk: Desk) -> tuple[AccountId, Staff]:
    account = Accounts(desk, PASSPHRASES).add(
        NewAccount(
            login="pripravnik",
            passphrase=TRAINEE,
            role=Role.THERAPIST,
            given_name="Nika",
            family_name="Mlada",
        )
    )
    with desk.vault.store.reading() as facts:
        return account.id, facts.find(Staff, account=account.id)[0]


def mentor_of(desk: Desk) -> Staff:
    with desk.vault.store.reading() as facts:
        return facts.find(Staff, account=desk.actor.account)[0]


def test_a_trainees_notes_wait_for_the_mentor_who_signs_the_same_bytes(
    unit_desk: Desk, access: Access, session: Session, people: Sequence[Person]
) -> None:
    _account, nika = trainee(unit_desk)
    mentor = mentor_of(unit_desk)
    Mentors(unit_desk).set(nika.id, mentor.id, TODAY)
    folder, login = unit_desk.vault.folder, unit_desk.vault.login
    access.lock(unit_desk)
    young = access.unlock(folder, "pripravnik", TRAINEE)
    note = written(young, session, people[0])
    Notes(young).sign([note], TRAINEE)
    assert Countersigning(young).waiting() == []
    assert views(young, session)[people[0].id].awaits is not None
    with pytest.raises(RuleBrokenError, match="not-the-mentor"):
        Countersigning(young).sign([note], TRAINEE)
    access.lock(young)
    desk = access.unlock(folder, login, PASSPHRASE)
    try:
        countersigning = Countersigning(desk)
        assert [line.id for line in countersigning.waiting()] == [note]
        waiting = Sessions(desk).listed(SessionFilter.TO_COUNTERSIGN)
        assert [one.id for one in waiting] == [session.id]
        with pytest.raises(Exception, match="wrong-passphrase"):
            countersigning.sign([note], "ni pravo geslo")
        countersigning.sign([note], PASSPHRASE)
        assert countersigning.waiting() == []
        view = views(desk, session)[people[0].id]
        assert view.genuine
        assert view.countersignature is not None
        assert view.awaits is None
        with pytest.raises(AlreadyCountersignedError):
            countersigning.sign([note], PASSPHRASE)
        assert check_vault(desk, lambda _part: None).sound
        for statement in (
            "UPDATE countersignature SET account = 'x'",
            "DELETE FROM countersignature",
            "REPLACE INTO countersignature SELECT id, account, '', '', '', at FROM note_signature",
            "UPDATE note SET body = '{}'",
            "UPDATE note SET person = NULL",
            "DELETE FROM note",
            "UPDATE note_signature SET late = 1",
            "DELETE FROM note_signature",
        ):
            with pytest.raises(Exception, match=r"append-only|is signed|not in the bin"):
                raw(desk, statement)
    finally:
        access.lock(desk)


def test_nobody_is_their_own_mentor_and_a_trainee_is_nobodys(unit_desk: Desk) -> None:
    mentors = Mentors(unit_desk)
    _account, nika = trainee(unit_desk)
    mentor = mentor_of(unit_desk)
    with pytest.raises(RuleBrokenError, match="own-mentor"):
        mentors.set(nika.id, nika.id, TODAY)
    mentors.set(nika.id, mentor.id, TODAY)
    with pytest.raises(RuleBrokenError, match="mentor-in-training"):
        mentors.set(mentor.id, nika.id, TODAY)
    assert mentors.choices(mentor.id) == []
    mentors.set(nika.id, None, TODAY + timedelta(days=30))
    (stay,) = mentors.all()
    assert stay.to_date == TODAY + timedelta(days=30)


def test_phrases_are_ones_own_or_the_units_and_each_is_kept_by_whose_it_is(
    unit_desk: Desk,
) -> None:
    phrases = Phrases(unit_desk)
    own = phrases.save(None, "dn", "Domača naloga je opravljena.", unit=False)
    units = phrases.save(None, "pozdrav", "Srečanje se je začelo s pozdravom.", unit=True)
    assert [one.id for one in phrases.all()] == [own.id, units.id]
    with pytest.raises(RuleBrokenError, match="phrase-known"):
        phrases.save(None, "DN", "Drugo.", unit=False)
    for short, text in (("", "x"), ("dve besedi", "x"), ("x" * 25, "x"), ("x", " ")):
        with pytest.raises(RuleBrokenError, match="phrase-"):
            phrases.save(None, short, text, unit=False)
    account, _staff = trainee(unit_desk)
    actor = replace(unit_desk.actor, account=account, role=Role.THERAPIST)
    other = Phrases(replace(unit_desk, actor=actor))
    assert [one.id for one in other.all()] == [units.id]
    for one in (own, units):
        with pytest.raises(NotAllowedError):
            other.save(one.id, "x", "prepisano", unit=False)
        with pytest.raises(NotAllowedError):
            other.drop(one.id)
    phrases.drop(own.id)
    assert [one.id for one in phrases.all()] == [units.id]
