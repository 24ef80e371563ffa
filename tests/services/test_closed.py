"""Closed notes on a real vault: who can read them, and who cannot with everything else in hand."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import PASSPHRASE, PASSPHRASES, ROOT, setup
from tests.services.test_accounts import OTHER, actions, quiet
from tests.services.test_daily_work import new_person

from tcdesk.crypto.sealing import Identity
from tcdesk.crypto.secret import Secret
from tcdesk.domain.closed import ClosedNoteError, Compartment, CompartmentKey, KeyReason
from tcdesk.domain.errors import NotAllowedError, PersonCanMendError, RuleBrokenError
from tcdesk.domain.ids import AccountId, PersonId
from tcdesk.domain.notes import Note, NoteFormat
from tcdesk.domain.sessions import Session
from tcdesk.domain.staff import Account, Role, Scope
from tcdesk.services.access import Access, Installation, NewAccount
from tcdesk.services.accounts import Accounts
from tcdesk.services.closed import Closed
from tcdesk.services.closed_recovery import (
    AskTwo,
    AskWhose,
    ClosedRecovery,
    PartsForeignError,
    ShowParts,
)
from tcdesk.services.compartments import give
from tcdesk.services.desk import Desk
from tcdesk.services.enrolments import Enrolments
from tcdesk.services.keying import Keying, NoteEntry, SessionDraft
from tcdesk.services.note_views import NoteView
from tcdesk.services.notes import Notes
from tcdesk.services.paper_key import SharesDifferError, groups_of
from tcdesk.services.participants import Participants
from tcdesk.services.programmes import Programmes, templates
from tcdesk.services.schedule import NewSession, Schedule
from tcdesk.vault import vaults

TODAY = date(2026, 11, 24)
TEXT = "Pripoveduje o očetu"
FREE = NoteFormat.FREE
LOGINS = {
    "vesel": Role.EXTERNAL,
    "zupan": Role.THERAPIST,
    "kos": Role.THERAPIST,
    "oblak": Role.ADMINISTRATOR,
}


class House:
    """One vault at which different people sit down after each other."""

    def __init__(self, access: Access, desk: Desk, session: Session, person: PersonId) -> None:
        self.access = access
        self.desk = desk
        self.session = session
        self.person = person
        self.folder = desk.vault.folder
        with desk.vault.store.reading() as facts:
            self.accounts = {one.login: one.id for one in facts.find(Account)}

    def sit(self, login: str, passphrase: str = PASSPHRASE) -> Desk:
        self.access.lock(self.desk)
        self.desk = self.access.unlock(self.folder, login, passphrase)
        return self.desk

    def write(self, text: str = TEXT) -> Note:
        return Notes(self.desk).write(
            self.session.id, self.person, FREE, {"text": text}, closed=True
        )

    def views(self) -> dict[AccountId, NoteView]:
        return {one.note.author: one for one in Notes(self.desk).of_session(self.session.id)}

    def text(self, author: str = "vesel") -> str | None:
        view = self.views()[self.accounts[author]]
        return view.fields["text"] if view.readable else None


@pytest.fixture
def house(access: Access, tmp_path: Path) -> Iterator[House]:
    desk = access.create(
        tmp_path / "unit", setup(Installation.UNIT, "DOB", Role.HEAD), Identity.generate()
    )
    for login, role in LOGINS.items():
        new = NewAccount(
            login=login,
            passphrase=PASSPHRASE,
            role=role,
            given_name="Nina",
            family_name=login.capitalize(),
        )
        Accounts(desk, PASSPHRASES).add(new)
    file = Programmes(desk).take_over(templates(ROOT / "resources" / "programmes")["TS"])
    person = Participants(desk).create(new_person())
    Enrolments(desk).enter(person.id, file.programme.id, date(2026, 1, 5))
    schedule = Schedule(desk)
    leaders = {one.family_name: one.id for one in schedule.staff()}
    (session,) = schedule.plan(
        NewSession(
            activity=file.activity("IS").id,
            group=None,
            person=person.id,
            day=TODAY,
            start=600,
            minutes=50,
            room="Pisarna",
            leader=leaders["Vesel"],
        )
    )
    made = House(access, desk, session, person.id)
    yield made
    made.desk.vault.close()


def reset(house: House, login: str) -> None:
    """Let the head, who sits at the desk, give an account new keys."""
    accounts = Accounts(house.desk, PASSPHRASES)
    accounts.reset(house.accounts[login], OTHER, quiet, must_change=False)


def parts(house: House) -> ShowParts:
    """Make the three parts as the head does, two of them typed back."""
    recovery = ClosedRecovery(house.desk)
    shown = recovery.make()
    asked = recovery.ask_back(shown)
    typed = [
        [groups_of(text)[one.group] for one in wanted]
        for text, wanted in zip(shown.texts, asked.asked, strict=True)
    ]
    recovery.store(asked, typed)
    return shown


def opened(house: House, shown: ShowParts, one: int = 2, other: int = 3) -> AskWhose:
    sheet = shown.sheet
    recovery = ClosedRecovery(house.desk)
    return recovery.open(AskTwo(), sheet.line(one, other), sheet.line(other, one))


def test_the_author_reads_a_closed_note_and_head_therapist_and_administrator_do_not(house):
    house.sit("vesel")
    note = house.write()
    Notes(house.desk).sign([note.id], PASSPHRASE)
    assert house.text() == TEXT
    for login in ("novak", "zupan"):
        house.sit(login)
        view = house.views()[house.accounts["vesel"]]
        assert (view.closed, view.readable, dict(view.fields)) == (True, False, {})
        assert view.genuine is True
    house.sit("oblak")
    with pytest.raises(NotAllowedError):
        house.views()


def test_a_signed_closed_note_is_added_to_closed_and_only_by_who_reads_it(house):
    house.sit("vesel")
    note = house.write()
    Notes(house.desk).sign([note.id], PASSPHRASE)
    added = Notes(house.desk).add_to(note.id, "Nadaljevanje", "pozneje")
    assert added.compartment is not None
    Notes(house.desk).sign([added.id], PASSPHRASE)
    view = house.views()[house.accounts["vesel"]]
    assert [dict(one.fields) for one in view.addenda] == [
        {"reason": "pozneje", "text": "Nadaljevanje"}
    ]
    assert [one.genuine for one in view.addenda] == [True]
    house.sit("zupan")
    assert [one.readable for one in house.views()[house.accounts["vesel"]].addenda] == [False]
    with pytest.raises(ClosedNoteError):
        Notes(house.desk).add_to(note.id, "Moje", "ker")


def test_a_supervisor_is_named_reads_and_what_they_add_the_author_reads(house):
    house.sit("vesel")
    note = house.write()
    Notes(house.desk).sign([note.id], PASSPHRASE)
    Closed(house.desk).name(house.accounts["zupan"])
    supervisor = house.sit("zupan")
    assert house.text() == TEXT
    Notes(supervisor).add_to(note.id, "Pogovorjeno v superviziji", "supervizija")
    author = house.sit("vesel")
    (added,) = house.views()[house.accounts["vesel"]].addenda
    assert added.fields["text"] == "Pogovorjeno v superviziji"
    (file,) = Closed(author).files()
    assert [(one.name, one.notes, one.goes_on) for one in file.readers] == [("N. Zupan", 2, True)]
    house.sit("kos")
    assert house.text() is None


def test_a_reader_who_is_stopped_keeps_the_old_notes_and_reads_no_new_one(house):
    house.sit("vesel")
    Closed(house.desk).name(house.accounts["zupan"])
    Closed(house.desk).name(house.accounts["kos"])
    note = house.write("staro")
    Notes(house.desk).sign([note.id], PASSPHRASE)
    Closed(house.desk).stop(house.accounts["zupan"])
    Notes(house.desk).add_to(note.id, "novo", "nadaljevanje")
    with pytest.raises(RuleBrokenError, match="closed-no-reader"):
        Closed(house.desk).stop(house.accounts["zupan"])
    house.sit("zupan")
    view = house.views()[house.accounts["vesel"]]
    assert (view.fields["text"], view.addenda[0].readable) == ("staro", False)
    house.sit("kos")
    view = house.views()[house.accounts["vesel"]]
    assert (view.fields["text"], view.addenda[0].fields["text"]) == ("staro", "novo")


def test_a_reader_with_new_keys_or_another_role_reads_no_new_note(house):
    house.sit("vesel")
    Closed(house.desk).name(house.accounts["zupan"])
    Closed(house.desk).name(house.accounts["kos"])
    first = house.write("prvi").compartment
    house.sit("novak")
    reset(house, "zupan")
    Accounts(house.desk, PASSPHRASES).change_role(
        house.accounts["kos"], Role.ADMINISTRATOR, Scope.UNIT
    )
    house.sit("vesel")
    assert house.write("drugi").compartment != first
    house.sit("zupan", OTHER)
    assert house.text() is None
    with house.desk.vault.store.reading() as facts:
        given = facts.find(CompartmentKey)
        later = [one for one in given if one.compartment != first]
    assert [one.account for one in later] == [house.accounts["vesel"]]


@pytest.mark.parametrize("login", ["oblak", "vesel"])
def test_an_administrator_and_oneself_cannot_be_named(house, login):
    house.sit("vesel")
    with pytest.raises(RuleBrokenError, match="closed-reader"):
        Closed(house.desk).name(house.accounts[login])


def test_a_note_saved_open_cannot_be_closed_and_one_saved_closed_stays_so(house):
    house.sit("vesel")
    notes = Notes(house.desk)
    notes.write(house.session.id, house.person, FREE, {"text": "odprto"})
    with pytest.raises(RuleBrokenError, match="saved-open"):
        house.write()
    house.sit("zupan")
    house.write()
    with pytest.raises(RuleBrokenError, match="saved-closed"):
        Notes(house.desk).write(house.session.id, house.person, FREE, {"text": "odprto"})
    with pytest.raises(RuleBrokenError, match="closed-shared"):
        Notes(house.desk).write(house.session.id, None, NoteFormat.GROUP, {}, closed=True)


def test_an_open_note_can_get_a_closed_addendum(house):
    house.sit("vesel")
    notes = Notes(house.desk)
    note = notes.write(house.session.id, house.person, FREE, {"text": "odprto"})
    notes.sign([note.id], PASSPHRASE)
    notes.add_to(note.id, "zaupno", "zaprta vsebina", closed=True)
    house.sit("zupan")
    view = house.views()[house.accounts["vesel"]]
    assert (view.fields["text"], view.addenda[0].readable) == ("odprto", False)


def test_a_closed_note_in_its_draft_comes_back_to_its_author(house):
    house.sit("vesel")
    entry = NoteEntry(person=house.person, format=FREE, fields={"text": "napol"}, closed=True)
    Keying(house.desk).keep(house.session.id, SessionDraft(entries=[entry]), 3)
    house.sit("vesel")
    kept = Keying(house.desk).open(house.session.id).kept
    assert kept is not None
    assert list(kept.draft.entries) == [entry]
    Keying(house.desk).settle(house.session.id, [], kept.draft.entries)
    assert house.text() == "napol"
    assert Notes(house.desk).drafts() == []


def test_the_choice_of_closing_stays_while_nothing_is_written(house):
    house.sit("vesel")
    entry = NoteEntry(person=house.person, format=FREE, fields={"text": ""}, closed=True)
    Keying(house.desk).settle(house.session.id, [], [entry])
    opened = Keying(house.desk).open(house.session.id)
    assert (list(opened.notes), opened.kept and list(opened.kept.draft.entries)) == ([], [entry])


def test_after_a_reset_nobody_reads_and_two_parts_give_the_notes_back(house):
    shown = parts(house)
    house.sit("vesel")
    note = house.write()
    Notes(house.desk).sign([note.id], PASSPHRASE)
    head = house.sit("novak")
    stake = Closed(head).at_stake(house.accounts["vesel"])
    assert (stake.shared, stake.recoverable, stake.lost) == (0, 1, 0)
    reset(house, "vesel")
    house.sit("vesel", OTHER)
    assert house.text() is None
    assert house.views()[house.accounts["vesel"]].genuine is True
    head = house.sit("novak")
    asked = opened(house, shown)
    (whose,) = asked.authors
    assert (whose.author, whose.notes) == (house.accounts["vesel"], 1)
    ClosedRecovery(head).give(asked, whose.author, house.accounts["vesel"])
    assert house.text() is None
    assert ClosedRecovery(head).standing().made_at == ""
    assert {"closed.opened", "closed.recovered"} <= set(actions(head))
    house.sit("vesel", OTHER)
    assert house.text() == TEXT


def test_used_parts_open_no_new_note_and_new_parts_open_the_old_ones(house):
    used = parts(house)
    house.sit("vesel")
    house.write("prvi")
    house.sit("novak")
    reset(house, "vesel")
    asked = opened(house, used)
    ClosedRecovery(house.desk).give(asked, house.accounts["vesel"], house.accounts["kos"])
    fresh = parts(house)
    author = house.sit("vesel", OTHER)
    second = Schedule(author).plan(
        NewSession(
            activity=house.session.activity,
            group=None,
            person=house.person,
            day=date(2026, 11, 23),
            start=600,
            minutes=50,
            room="Pisarna",
            leader=house.session.leader,
        )
    )[0]
    later = Notes(author).write(second.id, house.person, FREE, {"text": "novi"}, closed=True)
    with author.vault.store.reading() as facts:
        sealed = facts.find(CompartmentKey, compartment=later.compartment)
    assert {one.recipient for one in sealed if one.account is None} == {fresh.recipient}
    house.sit("kos")
    assert house.text() == "prvi"
    house.sit("novak")
    reset(house, "vesel")
    reset(house, "kos")
    (whose,) = opened(house, fresh).authors
    assert whose.notes == 2  # the old one was sealed to the new parts by who had got it


def test_notes_written_before_there_were_parts_are_sealed_to_them_at_the_next_login(house):
    house.sit("vesel")
    house.write()
    house.sit("novak")
    assert Closed(house.desk).at_stake(house.accounts["vesel"]).lost == 1
    parts(house)
    assert Closed(house.desk).at_stake(house.accounts["vesel"]).lost == 1
    house.sit("vesel")
    house.sit("novak")
    assert Closed(house.desk).at_stake(house.accounts["vesel"]).recoverable == 1


def test_one_part_twice_mistyped_parts_and_parts_of_another_key_are_refused(house):
    shown, recovery = parts(house), ClosedRecovery(house.desk)
    line = shown.sheet.line(1, 2)
    with pytest.raises(SharesDifferError):
        recovery.open(AskTwo(), line, line)
    with pytest.raises(SharesDifferError):
        recovery.open(AskTwo(), line, shown.sheet.line(3, 1))
    with pytest.raises(PersonCanMendError):
        recovery.open(AskTwo(), line, shown.sheet.line(2, 1)[:-1] + "1")
    with pytest.raises(PartsForeignError):
        opened(house, recovery.make())
    asked = recovery.ask_back(recovery.make())
    with pytest.raises(PersonCanMendError):
        recovery.store(asked, [["XXXX"]] * 2)


def test_parts_give_no_notes_of_an_author_who_is_there(house):
    shown = parts(house)
    house.sit("vesel")
    house.write()
    house.sit("novak")
    asked = opened(house, shown)
    assert list(asked.authors) == []
    with pytest.raises(RuleBrokenError, match="closed-author-there"):
        ClosedRecovery(house.desk).give(asked, house.accounts["vesel"], house.accounts["novak"])
    assert house.text() is None


def test_a_leaver_hands_over_and_the_successor_hands_on(house):
    house.sit("vesel")
    with pytest.raises(RuleBrokenError, match="closed-none"):
        Closed(house.desk).hand_over(house.accounts["kos"])
    house.write()
    assert Closed(house.desk).hand_over(house.accounts["kos"]) == 1
    assert "closed.handover" in actions(house.desk)
    head = house.sit("novak")
    assert Closed(head).at_stake(house.accounts["vesel"]).shared == 1
    Accounts(head, PASSPHRASES).remove(house.accounts["vesel"], quiet)
    assert house.text() is None
    house.sit("kos")
    assert house.text() == TEXT
    assert Closed(house.desk).hand_over(house.accounts["zupan"]) == 1
    house.sit("zupan")
    assert house.text() == TEXT


def test_words_are_found_in_the_closed_notes_one_reads_and_in_no_others(house):
    house.sit("vesel")
    house.write("Prvi stavek.\nV otroštvu je živela pri Đurđi.")
    (hit,) = Closed(house.desk).search("durdi otros")
    assert "Đurđi" in hit.excerpt
    assert (hit.session, hit.day, hit.who) == (house.session.id, TODAY, "Đurić S.")
    assert Closed(house.desk).search("nekaj") == []
    house.sit("novak")
    assert Closed(house.desk).search("durdi") == []
    assert "closed.search" in actions(house.desk)


def test_a_row_slipped_into_the_database_is_neither_written_into_nor_followed(house):
    house.sit("vesel")
    first = house.write().compartment
    head = house.sit("novak")
    with head.vault.store.writing(head.actor) as work:
        key = Secret(bytes(32))
        give(head, work, first, key, house.accounts["novak"], KeyReason.SUPERVISOR)
        forged = Compartment(
            id=head.ids.new(), author=house.accounts["vesel"], opened_at="2027", ended_at=None
        )
        work.add(forged)
        give(head, work, forged.id, key, house.accounts["vesel"], KeyReason.AUTHOR)
    reset(house, "kos")
    house.sit("vesel")
    Closed(house.desk).name(house.accounts["kos"])
    assert house.write("drugič").compartment != forged.id
    Closed(house.desk).stop(house.accounts["kos"])
    last = house.write("tretjič").compartment
    with house.desk.vault.store.reading() as facts:
        given = {one.account for one in facts.find(CompartmentKey, compartment=last)}
    assert given == {house.accounts["vesel"]}
    house.sit("novak")
    assert house.text() is None


def test_a_stranger_opens_a_closed_note_with_the_authors_passphrase_and_no_other(house, tmp_path):
    house.sit("vesel")
    note = house.write()
    house.access.lock(house.desk)
    text = Path(vaults.__file__).with_name("FORMAT.md").read_text("utf-8")
    script = tmp_path / "open_vault.py"
    script.write_text(text.split("```python\n")[1].split("```")[0], "utf-8")

    def printed(login: str) -> list[str]:
        ran = subprocess.run(
            [sys.executable, "-I", script, house.folder, login],
            input=PASSPHRASE.encode() + b"\n",
            capture_output=True,
            check=True,
        )
        return [line for line in ran.stdout.decode().splitlines() if line.startswith("closed")]

    assert printed("vesel") == [f'closed {note.id} {{"text":"{TEXT}"}}']
    assert printed("novak") == []
    house.desk = house.access.unlock(house.folder, "novak", PASSPHRASE)
