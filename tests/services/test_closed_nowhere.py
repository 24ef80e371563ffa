"""The text of a closed note is nowhere: not for somebody with the database key and every file.

Everything is looked through: every table and column, every page as SQLCipher decrypts it, free
pages and the write-ahead log included, every backup, what was exported and unsealed by its
receiver, and every other file. The same look finds the text of an open note.
"""

import gzip
import io
import re
import struct
import tarfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyrage
import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlalchemy import text
from tests.conftest import PASSPHRASE
from tests.services.exchange_world import Pair, connection, person, programme

from tcdesk.domain.ids import PersonId
from tcdesk.domain.notes import NoteFormat
from tcdesk.domain.people import Sex
from tcdesk.domain.sessions import Session
from tcdesk.services.access import Access
from tcdesk.services.backup_made import Why
from tcdesk.services.closed import Closed
from tcdesk.services.desk import Desk
from tcdesk.services.keying import Keying, NoteEntry, SessionDraft
from tcdesk.services.notes import Notes
from tcdesk.services.own_party import own_party
from tcdesk.services.schedule import NewSession, Schedule
from tcdesk.vault.connection import open_connection

CLOSED, OPEN, TURNED = "kraguljcek-zaprti-7391", "zvoncek-odprti-5127", "piscalka-obrnjena-8846"
PAGE, RESERVED, SALT, NONCE = 4096, 80, 16, 16
WAL_HEAD, FRAME_HEAD = 32, 24
FREE = NoteFormat.FREE


def clear(key: bytes, page: bytes, *, first: bool) -> bytes:
    """Decrypt one page as SQLCipher 4 keeps it."""
    start = SALT if first else 0
    body, nonce = page[start:-RESERVED], page[-RESERVED : NONCE - RESERVED]
    cipher = Cipher(algorithms.AES(key), modes.CBC(nonce)).decryptor()
    return cipher.update(body) + cipher.finalize()


def pages(key: bytes, path: Path) -> Iterator[bytes]:
    """Give every page of a database, whether it is in use or free."""
    content = path.read_bytes()
    for place in range(0, len(content), PAGE):
        yield clear(key, content[place : place + PAGE], first=place == 0)


def frames(key: bytes, path: Path) -> Iterator[bytes]:
    """Give every page of a write-ahead log, also those that were checkpointed long ago."""
    content = path.read_bytes()
    for place in range(WAL_HEAD, len(content) - FRAME_HEAD, FRAME_HEAD + PAGE):
        (number,) = struct.unpack(">I", content[place : place + 4])
        page = content[place + FRAME_HEAD : place + FRAME_HEAD + PAGE]
        yield clear(key, page, first=number == 1)


def files(folder: Path, key: bytes) -> bytes:
    """Give everything that lies in a vault's folder, decrypted with the database key."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            read = pages if path.suffix == ".db" else frames if path.name.endswith("-wal") else None
            found += [path.read_bytes()] if read is None else [*read(key, path)]
    return b"\n".join(found)


def rows(desk: Desk) -> bytes:
    """Give every cell of every table, and the schema itself."""
    reader = connection(desk)
    names = [row[0] for row in reader.execute(text("SELECT name FROM sqlite_master"))]
    tables = [
        row[0] for row in reader.execute(text("SELECT name FROM sqlite_master WHERE type='table'"))
    ]
    assert {"note", "draft", "history", "audit", "compartment_key"} <= set(tables)
    cells = [
        cell if isinstance(cell, bytes) else str(cell).encode()
        for table in ["sqlite_master", *tables]
        for row in reader.execute(text(f'SELECT * FROM "{table}"'))  # noqa: S608 - own schema
        for cell in row
    ]
    return b"\n".join([*cells, *(name.encode() for name in names)])


def unsealed(path: Path, office: Desk) -> bytes:
    """Give everything in a bundle as its receiver unpacks it."""
    with office.vault.store.reading() as facts:
        identity = own_party(facts).identity.text.reveal().decode()
    plain = pyrage.decrypt(path.read_bytes(), [pyrage.x25519.Identity.from_str(identity)])
    found = []
    with tarfile.open(fileobj=io.BytesIO(plain)) as unpacked:
        for member in unpacked:
            content = (unpacked.extractfile(member) or io.BytesIO()).read()
            found.append(gzip.decompress(content) if member.name.endswith(".gz") else content)
    return b"\n".join(found)


@pytest.fixture
def sessions(pair: Pair) -> list[Session]:
    file = programme(pair.unit)
    schedule = Schedule(pair.unit)
    who = person(pair.unit, "Zagorjan", date(1984, 11, 5), Sex.MALE)
    return [
        schedule.plan(
            NewSession(
                activity=file.activity("IS").id,
                group=None,
                person=who.id,
                day=day,
                start=600,
                minutes=50,
                room="Pisarna",
                leader=schedule.staff()[0].id,
            )
        )[0]
        for day in (date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 23))
    ]


def write(desk: Desk, session: Session, mark: str, *, closed: bool) -> None:
    """Type a note, keep its draft, settle it, edit it twice, sign it and add to it, and type on."""
    keying, notes = Keying(desk), Notes(desk)
    who = PersonId(session.person or "")
    for turn in range(3):
        told = {"text": f"{turn}. {mark} " * 20}
        opened = keying.open(session.id)
        base = opened.notes[0].version if opened.notes else 0
        entry = NoteEntry(person=who, format=FREE, fields=told, base=base, closed=closed)
        keying.keep(session.id, SessionDraft(entries=[entry]), 1)
        keying.settle(session.id, [], [entry])
    (view,) = keying.open(session.id).notes
    assert mark in view.fields["text"]
    notes.sign([view.note.id], PASSPHRASE)
    reason = f"{mark} zakaj"
    notes.add_to(view.note.id, f"{mark} dodano " * 20, reason, closed=closed)
    added = notes.add_to(view.note.id, f"{mark} dodano znova " * 20, reason, closed=closed)
    notes.sign([added.id], PASSPHRASE)


def draft(session: Session, mark: str, *, closed: bool) -> SessionDraft:
    entry = NoteEntry(
        person=PersonId(session.person or ""),
        format=FREE,
        fields={"text": f"{mark} osnutek " * 20},
        closed=closed,
    )
    return SessionDraft(entries=[entry])


def hits(where: bytes) -> dict[str, bool]:
    """Say which marks stand in some bytes, in any of the encodings of the program."""
    return {
        mark: any(
            re.search(re.escape(mark.encode(coding)), where)
            for coding in ("utf-8", "utf-16-le", "utf-16-be")
        )
        for mark in (CLOSED, OPEN)
    }


def test_the_text_of_a_closed_note_stands_nowhere_and_that_of_an_open_one_does(
    pair: Pair, sessions: list[Session], access: Access
) -> None:
    desk = pair.unit
    key = desk.vault.unlocked.dek.key.reveal()  # type: ignore[attr-defined]  # below the port
    write(desk, sessions[0], CLOSED, closed=True)
    write(desk, sessions[1], OPEN, closed=False)
    Keying(desk).keep(sessions[1].id, draft(sessions[1], OPEN, closed=False), 1)
    Keying(desk).keep(sessions[2].id, draft(sessions[2], CLOSED, closed=True), 1)
    assert len(Closed(desk).search(CLOSED)) == 2
    desk.vault.back_up(Why.ASKED, lambda _part: None)
    folder = desk.vault.folder
    sent = pair.export()
    only_closed = {CLOSED: False, OPEN: True}

    assert hits(rows(desk)) == only_closed
    wal = next(folder.glob("tcdesk-*.db-wal"))
    assert hits(b"\n".join(frames(key, wal))) == only_closed
    assert hits(files(folder / "backups", key)) == only_closed
    assert hits(unsealed(sent.path, pair.office)) == {CLOSED: False, OPEN: False}
    desk.vault.leave_thread()
    access.lock(desk)
    assert hits(b"\n".join(pages(key, next(folder.glob("tcdesk-*.db"))))) == only_closed
    assert hits(files(folder, key)) == only_closed
    assert hits(files(pair.stick, key)) == {CLOSED: False, OPEN: False}


def test_an_open_draft_that_is_closed_leaves_nothing_at_once(
    pair: Pair, sessions: list[Session], access: Access
) -> None:
    desk, folder = pair.unit, pair.unit.vault.folder
    key = desk.vault.unlocked.dek.key.reveal()  # type: ignore[attr-defined]  # below the port
    keying = Keying(desk)
    keying.keep(sessions[0].id, draft(sessions[0], TURNED, closed=False), 1)
    assert TURNED.encode() in rows(desk)
    keying.keep(sessions[0].id, draft(sessions[0], TURNED, closed=True), 1)
    assert TURNED.encode() not in rows(desk)
    assert TURNED.encode() not in files(folder, key)  # the write-ahead log forgets it at once
    keying.keep(sessions[1].id, draft(sessions[1], TURNED, closed=False), 1)
    assert TURNED.encode() in files(folder, key)
    (entry,) = draft(sessions[1], TURNED, closed=True).entries
    keying.settle(sessions[1].id, [], [entry])  # closed and saved in one go
    assert TURNED.encode() not in files(folder, key)
    desk.vault.leave_thread()
    access.lock(desk)
    assert TURNED.encode() not in files(folder, key)


def test_a_reader_in_the_way_only_delays_that_the_log_forgets(
    pair: Pair, sessions: list[Session]
) -> None:
    desk, folder = pair.unit, pair.unit.vault.folder
    key = desk.vault.unlocked.dek.key.reveal()  # type: ignore[attr-defined]  # below the port
    keying = Keying(desk)
    keying.keep(sessions[0].id, draft(sessions[0], TURNED, closed=False), 1)
    path = desk.vault.unlocked.database  # type: ignore[attr-defined]  # ditto
    reader = open_connection(path, desk.vault.unlocked.dek.key, read_only=True)  # type: ignore[attr-defined]  # ditto
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM draft").fetchall()
    keying.keep(sessions[0].id, draft(sessions[0], TURNED, closed=True), 1)
    assert TURNED.encode() in files(folder, key)
    reader.execute("COMMIT")
    reader.close()
    keying.keep(sessions[0].id, draft(sessions[0], CLOSED, closed=True), 1)
    assert TURNED.encode() not in files(folder, key)


def test_a_backup_made_while_a_draft_stood_open_keeps_it_as_the_format_says(
    pair: Pair, sessions: list[Session]
) -> None:
    desk, folder = pair.unit, pair.unit.vault.folder
    key = desk.vault.unlocked.dek.key.reveal()  # type: ignore[attr-defined]  # below the port
    keying = Keying(desk)
    keying.keep(sessions[0].id, draft(sessions[0], TURNED, closed=False), 1)
    desk.vault.back_up(Why.ASKED, lambda _part: None)
    keying.keep(sessions[0].id, draft(sessions[0], TURNED, closed=True), 1)
    assert TURNED.encode() in files(folder / "backups", key)
    desk.vault.keys.renew_backups(lambda _part: None)
    assert TURNED.encode() not in files(folder, key)
