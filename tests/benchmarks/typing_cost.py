"""What autosave costs: a keystroke in a note, and the draft that follows within three seconds."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sqlcipher3 import dbapi2
from tests.benchmarks.measure import Ratio, ratio
from tests.benchmarks.opening import make_vault

from tcdesk import app
from tcdesk.domain.notes import NoteFormat
from tcdesk.services.keying import Keying, NoteEntry, SessionDraft
from tcdesk.services.programmes import Programmes, templates
from tcdesk.services.schedule import NewGroup, NewSession, Schedule

DRAFTS = 50
TEXT = "Pogovor o zaupanju in o tem, kako si povedati resnico brez obtoževanja. " * 8


def autosave(folder: Path) -> Sequence[Ratio]:
    """Time the drafts of a note against bare SQLCipher writing the same bytes as durably."""
    place = app.workplace({"XDG_DATA_HOME": str(folder / "data")})
    desk = make_vault(place, folder / "typing")
    file = Programmes(desk).take_over(templates(place.resources / "programmes")["TS"])
    schedule = Schedule(desk)
    activity, leader = file.activity("SO").id, schedule.staff()[0].id
    since = date(2026, 1, 1)
    group = schedule.open_group(
        NewGroup(activity=activity, name="A", room="", leader=leader, from_date=since)
    )
    session = schedule.plan(
        NewSession(
            activity=activity,
            group=group.id,
            person=None,
            day=place.clock.today(),
            start=600,
            minutes=90,
            room="",
            leader=leader,
        )
    )[0]
    keying = Keying(desk)
    bare = dbapi2.connect(str(folder / "bare.db"))
    bare.set_key(f"x'{bytes(32).hex()}'")
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
        bare.execute(f"PRAGMA {pragma}").fetchall()
    bare.execute("CREATE TABLE draft (id TEXT PRIMARY KEY, payload TEXT)")

    def ours() -> None:
        for number in range(DRAFTS):
            entry = NoteEntry(
                person=None, format=NoteFormat.GROUP, fields={"process": TEXT + str(number)}
            )
            keying.keep(session.id, SessionDraft(entries=(entry,)), number)

    def bare_drafts() -> None:
        for number in range(DRAFTS):
            with bare:
                bare.execute("INSERT OR REPLACE INTO draft VALUES ('d', ?)", (TEXT + str(number),))

    made = [ratio(f"{DRAFTS} drafts of a note", "-", ours, bare_drafts)]
    bare.close()
    place.access.lock(desk)
    return made
