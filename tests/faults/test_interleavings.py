"""Editing, locking, dying and unlocking in any order: what a person has written is there.

A model beside the vault knows what was typed, kept, settled and signed. The page keeps what is
typed within three seconds; between two such moments a process may die.
"""

import random
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from tests.conftest import PASSPHRASE
from tests.faults.world import UNIT, Scene, lay_out, make_ground

from tcdesk.domain.ids import NoteId, PersonId, SessionId
from tcdesk.domain.notes import NoteFormat
from tcdesk.domain.sessions import AttendanceStatus
from tcdesk.services.checks import check_vault
from tcdesk.services.keying import Keying, NoteEntry, SeenMark, SessionDraft
from tcdesk.services.notes import Notes
from tcdesk.services.schedule import NewSession, Schedule
from tcdesk.services.sessions import Mark

COMINGS_BACK = 200
STEPS = (*["type"] * 6, *["keep"] * 3, "mark", "settle", "sign", "lock", "die")

Texts = dict[PersonId | None, str]


@dataclass
class Model:
    """What must be there: ``typed`` since the last keeping, ``kept``, ``settled``, ``signed``."""

    session: SessionId
    typed: Texts = field(default_factory=dict)
    kept: Texts = field(default_factory=dict)
    settled: Texts = field(default_factory=dict)
    signed: dict[NoteId, str] = field(default_factory=dict)
    closed: set[PersonId | None] = field(default_factory=set)


@pytest.mark.slow
def test_nothing_kept_is_lost_whatever_the_order_of_edits_locks_and_deaths(tmp_path: Path) -> None:
    known = make_ground(tmp_path / "ground")
    (tmp_path / "vault").mkdir()
    lay_out(tmp_path / "ground" / UNIT, tmp_path / "vault")
    scene = Scene(tmp_path / "vault", known)
    scene.clock.pass_by(timedelta(hours=1))
    chance = random.Random(20261122)
    scene.open()
    model = Model(session=known.planned)
    came_back = dict.fromkeys(("lock", "die"), 0)
    while sum(came_back.values()) < COMINGS_BACK:
        scene.clock.pass_by(timedelta(seconds=chance.randrange(1, 90)))
        step = chance.choice(STEPS)
        _do(step, scene, model, chance)
        if step in came_back:
            came_back[step] += 1
            scene.open()
            _compare(scene, model)
    assert min(came_back.values()) > COMINGS_BACK // 4
    assert len(model.signed) > COMINGS_BACK // 10
    findings = check_vault(scene.desk, lambda _part: None)
    assert findings.sound
    scene.close()


def _do(step: str, scene: Scene, model: Model, chance: random.Random) -> None:
    keying = Keying(scene.desk) if scene.seat else None
    people = [one for one in (None, *scene.known.members) if one not in model.closed]
    match step:
        case "type":
            person = chance.choice(people)
            model.typed[person] = f"Sled {chance.randrange(1 << 32):08x} " * chance.randrange(1, 40)
        case "keep":
            _keep(scene, model)
        case "mark" if keying is not None:
            file = keying.open(model.session).file
            line = chance.choice(file.roster)
            mark = Mark(
                person=line.person.id,
                status=AttendanceStatus.PRESENT,
                minutes=chance.randrange(1, 61),
                reason="popravek" if line.fact else None,
            )
            _settle(scene, model, [SeenMark(mark=mark, seen=line.fact.id if line.fact else None)])
        case "settle":
            _settle(scene, model, [])
        case "sign":
            _settle(scene, model, [])
            _sign(scene, model)
            if len(model.closed) == len(scene.known.members) + 1:
                _next_session(scene, model)
        case "lock":
            _keep(scene, model)  # as the page does before the process ends
            scene.close()
        case "die":
            scene.abandon()
            model.typed.clear()
        case _:
            pass


def _keep(scene: Scene, model: Model) -> None:
    model.kept |= model.typed
    model.typed.clear()
    draft = SessionDraft(entries=_entries(scene, model))
    Keying(scene.desk).keep(model.session, draft, 3)


def _settle(scene: Scene, model: Model, marks: list[SeenMark]) -> None:
    model.kept |= model.typed
    model.typed.clear()
    Keying(scene.desk).settle(model.session, marks, _entries(scene, model))
    model.settled |= model.kept
    model.kept.clear()


def _sign(scene: Scene, model: Model) -> None:
    notes = Notes(scene.desk)
    waiting = {
        view.note.id: view.note.person
        for view in notes.of_session(model.session)
        if view.signature is None
    }
    if waiting:
        notes.sign(list(waiting), PASSPHRASE)
    for note, person in waiting.items():
        model.signed[note] = model.settled.pop(person)
        model.closed.add(person)


def _next_session(scene: Scene, model: Model) -> None:
    before = Keying(scene.desk).open(model.session).file.session
    (planned, *_) = Schedule(scene.desk).plan(
        NewSession(
            activity=before.activity,
            group=before.group,
            person=None,
            day=scene.clock.today(),
            start=before.start,
            minutes=before.minutes,
            room=before.room,
            leader=before.leader,
        )
    )
    model.session = planned.id
    model.closed.clear()


def _entries(scene: Scene, model: Model) -> list[NoteEntry]:
    versions = {
        view.note.person: view.version for view in Notes(scene.desk).of_session(model.session)
    }
    return [
        NoteEntry(
            person=person,
            format=NoteFormat.FREE,
            fields={"text": text},
            base=versions.get(person, 0),
        )
        for person, text in model.kept.items()
    ]


def _compare(scene: Scene, model: Model) -> None:
    opened = Keying(scene.desk).open(model.session)
    entries = opened.kept.draft.entries if opened.kept else ()
    assert {one.person: one.fields["text"] for one in entries} == model.kept
    unsigned = {
        view.note.person: view.fields["text"] for view in opened.notes if view.signature is None
    }
    assert unsigned == model.settled
    for view in opened.notes:
        if view.signature is not None:
            assert view.genuine
            assert view.fields["text"] == model.signed[view.note.id]
