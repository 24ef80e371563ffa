"""Full text of open notes: what is found and by whom, and that nothing stays of what is gone."""

import re
from dataclasses import replace
from datetime import date

import pytest
from tests.services.test_bin_and_undo import raw
from tests.services.test_unsigned import individual_sessions

from tcdesk.domain.errors import NotAllowedError, RuleBrokenError
from tcdesk.domain.ids import NoteId
from tcdesk.domain.notes import Note, NoteFormat
from tcdesk.domain.sessions import Session
from tcdesk.domain.staff import Role, Scope
from tcdesk.services.bin import Bin
from tcdesk.services.desk import Desk
from tcdesk.services.note_search import NoteSearch
from tcdesk.services.notes import Notes
from tcdesk.services.programmes import ProgrammeFile
from tcdesk.services.removals import Removals
from tcdesk.services.search import Search


@pytest.fixture
def sessions(unit_desk: Desk, community: ProgrammeFile) -> list[Session]:
    return list(individual_sessions(unit_desk, community))


def write(desk: Desk, session: Session, text: str) -> Note:
    return Notes(desk).write(session.id, session.person, NoteFormat.FREE, {"text": text})


def found(desk: Desk, typed: str) -> list[NoteId]:
    return [one.hit.id for one in NoteSearch(desk).search(typed).notes]


def test_words_are_found_whatever_their_case_and_marks(
    unit_desk: Desk, sessions: list[Session]
) -> None:
    first = write(unit_desk, sessions[0], "Đurđa je šla skozi težave.\nPogovor o odvisnosti.")
    second = write(unit_desk, sessions[1], "Odvisnost in žalost")
    assert found(unit_desk, "djurdja") == [first.id]
    assert found(unit_desk, "DURDA tezave") == [first.id]
    assert found(unit_desk, "odvisn") == [second.id, first.id]  # the newest first
    assert found(unit_desk, "odvisn žalost") == [second.id]
    assert found(unit_desk, "visnost") == []
    (hit,) = NoteSearch(unit_desk).search("pogovor").notes
    assert hit.excerpt == "Pogovor o odvisnosti."
    assert found(unit_desk, 'odvisnost" OR NEAR(') == []


def test_the_search_is_on_record_and_its_words_are_not(
    unit_desk: Desk, sessions: list[Session]
) -> None:
    write(unit_desk, sessions[0], "skrivalnice")
    found(unit_desk, "skrivalnice")
    ((entry,),) = raw(unit_desk, "SELECT entry FROM audit ORDER BY seq DESC LIMIT 1")
    assert '"note.search"' in str(entry)
    assert "skriv" not in str(entry)
    with pytest.raises(RuleBrokenError):
        found(unit_desk, " a ,")


def test_an_account_finds_only_what_it_may_read(unit_desk: Desk, sessions: list[Session]) -> None:
    mine = write(unit_desk, sessions[0], "beseda o vrnitvi")
    own = replace(unit_desk, actor=replace(unit_desk.actor, scope=Scope.OWN, role=Role.THERAPIST))
    assert found(own, "vrnitvi") == [mine.id]
    officer = replace(unit_desk, actor=replace(unit_desk.actor, role=Role.OFFICER))
    with pytest.raises(NotAllowedError):
        found(officer, "vrnitvi")


def test_a_note_that_changes_or_goes_is_found_as_it_is_and_leaves_no_words(
    unit_desk: Desk, sessions: list[Session]
) -> None:
    note = write(unit_desk, sessions[0], "prvotnabeseda ostane")
    with unit_desk.vault.store.writing(unit_desk.actor) as work:
        changed = replace(note, body=note.body.replace("prvotnabeseda", "drugabeseda"))
        work.change(changed, expected=work.version(Note, note.id))
    assert found(unit_desk, "prvotnabeseda") == []
    assert found(unit_desk, "drugabeseda") == [note.id]
    removal = Removals(unit_desk).note(note.id)
    assert found(unit_desk, "drugabeseda") == []
    blocks = [repr(block) for (block,) in raw(unit_desk, "SELECT block FROM note_text_data")]
    assert not any("abeseda" in block for block in blocks)
    Bin(unit_desk).put_back(removal.id)
    assert found(unit_desk, "drugabeseda") == [note.id]


def test_a_note_that_is_closed_leaves_the_index_and_its_count(
    unit_desk: Desk, sessions: list[Session]
) -> None:
    note = write(unit_desk, sessions[0], "zapiralnica")
    raw(unit_desk, "INSERT INTO compartment SELECT 'c', id, '2026', NULL FROM account LIMIT 1")
    raw(
        unit_desk,
        "UPDATE note SET compartment = 'c', body = '{\"sealed\":\"AAAA\"}' WHERE id = ?",
        note.id,
    )
    assert found(unit_desk, "zapiralnica") == []
    assert raw(unit_desk, "SELECT count(*) FROM note_place") == [(0,)]


def test_the_index_equals_what_a_scan_of_every_open_note_finds(
    unit_desk: Desk, sessions: list[Session]
) -> None:
    texts = ["pet ŠTIRI", "Dva in štiri", "čšž đ dvanajst", "ena dva tri", "tri ŠTIRI pet", "ena"]
    notes = [write(unit_desk, sessions[n % 3], text) for n, text in enumerate(texts)]
    Removals(unit_desk).note(notes[4].id)
    left = {notes[3].id: texts[3], notes[5].id: texts[5]}  # the later ones replaced the first
    plain = str.maketrans("čšžđ", "cszd")
    for word in ("ena", "dva", "stiri", "tri", "csz", "pet"):
        scanned = {
            key
            for key, text in left.items()
            if re.search(rf"\b{word}", text.lower().translate(plain))
        }
        assert set(found(unit_desk, word)) == scanned, word


def test_a_typed_day_finds_the_sessions_of_that_day(
    unit_desk: Desk, sessions: list[Session]
) -> None:
    hits = Search(unit_desk).find("", born=date(2026, 11, 21))
    assert [one.id for one in hits.that_day] == [sessions[1].id]
